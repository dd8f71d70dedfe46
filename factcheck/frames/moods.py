"""The mood in which a figure is told: fact, plan, possibility, allegation or denial."""

from __future__ import annotations

from itertools import pairwise

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause
from factcheck.frames.verb_mood import ALLEGED, DENIED, FACT, ONGOING, PLAN, POSSIBLE
from factcheck.model import Kind

# "Sees" and "seen" of headlines, and what leads from them to a level.
_WAITS = frozenset({"delay", "wait", "queue", "backlog", "disruption", "tailback"})
_OUTLOOK = frozenset({"see", "sees", "seen"})
_LEVELS = frozenset(
    {"at", "to", "by", "hitting", "reaching", "topping", "between", "above", "below", "up", "down"}
)
_FORETOLD = frozenset({Kind.CHANGE, Kind.SHARE, Kind.FACTOR})
_UNTIL = frozenset({"until", "till", "through", "to"})
_LASTS = frozenset({"is", "are", "stays", "stay", "remains", "remain", "keeps", "keep"})
_GOVERNING = frozenset({"of", "for"})
# Before a score, these tell that it has been played.
_ASIDE = 5  # tokens of ", at a height of"
_OVER = frozenset({"after", "following", "despite", "since", "thanks"})
_CLAIM_REACH = 6  # tokens between "that" and the verb before it: "denied the latest claims that"
_ACCOMPANYING = frozenset({"with", "despite", "at"})
_EXCEPTED_REACH = (
    8  # tokens between the word of a whole and "but": "all of the other big states but"
)
# Of plans only before a verb, not beside a number: "a set 300".
_AHEAD = frozenset({"set", "brace", "braces", "bracing", "braced", "poised"})
_PREDICATIVE = frozenset(
    {"set", "bound", "ready", "due", "likely", "certain", "sure", "guaranteed", "doomed"}
)


def is_accompanying(reading: Reading, context: Context) -> bool:
    """Whether a figure stands before what is denied: "With a rating below 6, it was not liked"."""
    lowers = context.words.lowers
    if lowers[0] not in _ACCOMPANYING or "," not in lowers[reading.outer_last :]:
        return False
    return not {"VERB", "AUX"} & {*context.words.tags[: reading.outer_last]}


def is_excepted(reading: Reading, context: Context) -> bool:
    """Whether a number is left out of a whole, which denies it what the whole does.

    Of "all but three survived" three did not; of "nobody but three survived" three did.
    """
    lowers, cue = context.words.lowers, cues()
    at = reading.outer_first - 1
    while at > 0 and lowers[at] in ("for", "the", "of", "only", "just"):
        if lowers[at - 1 : at + 1] == ("exception", "of"):
            return True
        at -= 1
    if at < 0 or lowers[at] not in cue.exception_words or reading.figure.kind is Kind.DATE:
        return False
    whole = lowers[at] not in cue.exception_open
    for k in range(at - 1, max(-1, at - 1 - _EXCEPTED_REACH), -1):
        if lowers[k] in cue.exception_nobody:
            return False
        if lowers[k] in cue.exception_wholes:
            return True
        if not whole and context.words.tags[k] in ("PUNCT", "VERB", "AUX"):
            return False
    return whole


def modality(reading: Reading, clause: Clause, inside: set[int], context: Context) -> str:
    """The clause's mood, unless a word at the figure or the attribution says otherwise.

    Args:
        reading: the figure.
        clause: its clause.
        inside: the tokens around the figure that may tell its mood.
        context: the sentence.
    """
    cue = cues()
    lemmas = context.words.lemmas
    source = context.source  # most sentences name none
    if source and any(lemmas[i] in cue.modality_denied_verbs for i in source if i < reading.first):
        return DENIED
    if _is_rejected(reading, context):
        return DENIED
    if _is_suspected(reading, context):
        return ALLEGED
    if source and any(lemmas[i] in cue.modality_alleged_verbs for i in source):
        return ALLEGED
    done = (_is_fine, _is_played, _is_of_thing)
    if clause.modality == PLAN and any(way(reading, clause, context) for way in done):
        return FACT
    if clause.modality not in (FACT, ONGOING):
        return clause.modality
    if clause.modality == FACT and _is_scheduled(reading, clause, context):
        return ONGOING
    if clause.verb < 0 and (led := _mood_led(clause, context)):
        return led
    return _mood_beside(reading, clause, inside, context)


def _is_of_thing(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a measure between commas describes the subject: "the pass, at a height of 2 km,"."""
    lowers, end = context.words.lowers, reading.outer_last
    if reading.outer_first >= clause.verb or lowers[end : end + 1] != (",",):
        return False
    opening = lowers[max(0, reading.outer_first - _ASIDE) : reading.outer_first]
    return opening[:2] == (",", "at") and opening[-1:] == ("of",)


def _is_scheduled(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a present tense tells a date, come or to come: "opens on 3 May", "is shut until"."""
    verb, words = clause.verb, context.words
    dated = reading.figure.kind is Kind.DATE or (
        reading.figure.kind is Kind.ORDINAL
        and any(t.date.day and clause.first <= t.first < clause.last for t in context.times)
    )
    if verb < 0 or not dated:
        return False
    until = words.lowers[reading.outer_first - 1] in _UNTIL and reading.outer_first > verb
    if until and words.lowers[verb - 1 : verb] and words.lowers[verb - 1] in _LASTS:
        return reading.figure.kind is Kind.DATE
    if words.lowers[verb - 1 : verb] in (("is",), ("are",)):
        return words.tags[verb] == "VERB"  # "is published on 3 May"
    present = words.lowers[verb].endswith("s") and words.tags[verb] != "NOUN"
    return present and words.lowers[verb] != words.lemmas[verb]


def _mood_led(clause: Clause, context: Context) -> str:
    """The mood of "with" behind a clause: "predicts four storms, with two of them major"."""
    lowers = context.words.lowers
    opening = lowers[clause.first : clause.first + 2]
    at = context.clauses.index(clause)
    if "with" not in opening or not at:
        return ""
    before = context.clauses[at - 1].modality
    return before if before in (PLAN, POSSIBLE, ALLEGED) else ""


def _is_played(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a contest is over, whatever else is planned, of which a score tells.

    "Beat Lund 6-3 to set up a final", "will meet Lund after a 6-3 win", "move to the top with a
    3-1 win".
    """
    words, verb = context.words, clause.verb
    if reading.figure.kind is not Kind.SCORE or verb < 1:
        return False
    before = words.lowers[verb : reading.outer_first]
    if not _OVER.isdisjoint(before) or ("with" in before and "move" in words.lemmas[:verb]):
        return True
    acting = [words.lemmas[i] for i in range(verb - 1) if words.tags[i] == "VERB"]
    led = words.lowers[verb - 1] == "to"
    told = bool(acting) or reading.outer_first < verb
    return led and told and cues().modality_plan_verbs.isdisjoint(acting)


def _is_fine(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether somebody was ordered to pay a sum, which fines him whether he pays or not."""
    lemmas, verb = context.words.lemmas, clause.verb
    if reading.figure.kind is not Kind.MONEY or verb < 0 or lemmas[verb] != "pay":
        return False
    group = lemmas[clause.first : verb]
    return "order" in group and cues().modality_plan_auxiliaries.isdisjoint(group)


def _mood_beside(reading: Reading, clause: Clause, inside: set[int], context: Context) -> str:
    """The mood that the words at the figure give it, where the clause states a fact."""
    cue, lowers = cues(), context.words.lowers
    if _is_outlook(reading, clause, context) or _is_set_for(reading, clause, context):
        return PLAN
    noun = _noun_before(reading, context)
    if noun in cue.modality_possible_nouns:
        return POSSIBLE
    if noun in cue.modality_plan_nouns:
        return clause.modality if _is_decided(clause, context) else PLAN
    if _is_faced(reading, clause, context):
        return POSSIBLE
    # "34 people suspected of forgery" are described, and what befell them is no suspicion
    words = {lowers[i] for i in inside if lowers[i + 1 : i + 2] != ("of",)}
    if words & cue.modality_alleged_adjectives or words & cue.modality_alleged_adverbs:
        return ALLEGED
    if words & cue.modality_hearsay_adverbs and not context.source:
        return ALLEGED
    if words & cue.modality_possible_adjectives:
        return POSSIBLE
    planned = words & cue.modality_plan_adjectives
    return PLAN if planned - _PREDICATIVE else clause.modality


def _is_decided(clause: Clause, context: Context) -> bool:
    """Whether a clause tells what was decided on plans: "approved plans for 300 homes"."""
    words, verb = context.words, clause.verb
    return verb >= 0 and words.lemmas[verb] in cues().modality_deciding_verbs


def _is_outlook(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether somebody foretells a level: "Chad sees output at 370,000 t", "crop seen at …".

    Or a change: "sees growth of 3%", "see the euro falling by 6%".
    """
    lowers, at = context.words.lowers, reading.outer_first - 1
    if reading.figure.kind in _FORETOLD and _is_seen_coming(clause, context):
        return True
    if clause.verb < 0 or lowers[clause.verb] not in _OUTLOOK or at <= clause.verb:
        return False
    helped = clause.verb and context.words.tags[clause.verb - 1] in ("AUX", "PRON")
    level = lowers[at] in _LEVELS or (lowers[at] == "of" and reading.figure.kind in _FORETOLD)
    return not helped and level


def _is_seen_coming(clause: Clause, context: Context) -> bool:
    """Whether somebody sees now what moves: "analysts see the euro falling"."""
    words, at = context.words, context.clauses.index(clause)
    if clause.verb < 0 or not at or not words.lowers[clause.verb].endswith("ing"):
        return False
    seeing = context.clauses[at - 1].verb
    helped = words.tags[clause.verb - 1] == "AUX" or words.tags[seeing - 1] in ("AUX", "PART")
    return seeing >= 0 and words.lowers[seeing] in ("see", "sees") and not helped


def _is_set_for(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether a headline tells what is to come: "drivers set for three-day strike"."""
    lowers, verb = context.words.lowers, clause.verb
    ahead = verb >= 0 and lowers[verb] in _AHEAD and lowers[verb + 1 : verb + 2] == ("for",)
    return ahead and reading.outer_first > verb


def _is_faced(reading: Reading, clause: Clause, context: Context) -> bool:
    """Whether it is what somebody may yet get: "faces up to 12 years in jail", "a fine of €900"."""
    words, verb = context.words, clause.verb
    faced = verb >= 0 and words.lemmas[verb] == "face"
    # whoever faced a wait has waited
    if faced and words.lowers[verb] == "faced" and _WAITS & set(words.lemmas[verb:]):
        return False
    return faced and reading.figure.kind in (Kind.DURATION, Kind.MONEY)


def _noun_before(reading: Reading, context: Context) -> str:
    """The noun that hands a count on with "of" or "for" ("the prospect of a third term"), or ""."""
    words = context.words
    at = reading.outer_first - 1
    while at > 0 and words.tags[at] in ("DET", "ADJ", "ADV") and words.lowers[at] not in _GOVERNING:
        at -= 1
    counts = reading.figure.kind in (Kind.COUNT, Kind.ORDINAL)
    if not counts or at < 1 or words.lowers[at] not in _GOVERNING:
        return ""
    return words.lemmas[at - 1] if words.tags[at - 1] == "NOUN" else ""


def _is_suspected(reading: Reading, context: Context) -> bool:
    """Whether it is what somebody only suspects: "stewards suspect that 27 horses were doped"."""
    lemmas = context.words.lemmas[: reading.first]
    if "that" not in lemmas:
        return False
    verbs = cues().modality_alleged_verbs
    return any(one in verbs and two == "that" for one, two in pairwise(lemmas))


def _is_rejected(reading: Reading, context: Context) -> bool:
    """Whether it is a claim that somebody rejects: "rejects claims that it let 40 tonnes out"."""
    lowers, lemmas = context.words.lowers, context.words.lemmas
    if "that" not in lowers:
        return False
    for that in range(2, reading.first):
        if lowers[that] != "that" or lemmas[that - 1] not in cues().modality_claim_nouns:
            continue
        before = lemmas[max(0, that - _CLAIM_REACH) : that - 1]
        if not cues().modality_rejecting_verbs.isdisjoint(before):
            return True
    return False
