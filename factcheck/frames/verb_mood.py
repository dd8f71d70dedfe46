"""The mood of a verb group: fact, plan, possibility, allegation or denial, by its own words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from factcheck.frames.cues import Cues
from factcheck.frames.words import Words
from factcheck.lexicon.names import match_name

FACT, PLAN, POSSIBLE, ALLEGED, DENIED = "fact", "plan", "possible", "alleged", "denied"
# "Is buying": under way or settled, so it agrees with the fact and with the plan.
ONGOING = "ongoing"
# What plans behind "be set".
_SET = (("to",), ("for",))
# Of these only "to" tells a plan: "sure that it works", "a set 300".
_ONLY_TO = frozenset({"set", "certain", "sure", "guaranteed", "destined", "doomed", "fated"})
# Stops after which a headline begins anew, and what is no subject of an infinitive behind it.
_HEADLINE_STOPS = frozenset({":", ";", "-", "–", "—", "|", ".", "“", '"', "‘"})
_NO_SUBJECTS = frozenset(
    {"way", "time", "reason", "how", "what", "thing", "tip", "place", "first", "last", "only"}
)
_RANKING = ("est", "most", "new", "ideal", "more")  # "youngest woman to lead a bank"
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
# Tokens from "warned of" to the figure behind it.
_SOON = 6
# Tokens between "accuse" and "of", and between "convicted" and the "of" of "on charges of".
_ACCUSED = 14
_CONVICTED = 3


def verb_mood(inside: range, verb: int, matrix: Sequence[int], words: Words, cue: Cues) -> str:
    """The mood of a verb group, by the strongest cue in it."""
    lowers, lemmas, tags = words.lowers, words.lemmas, words.tags
    governing = {lemmas[i] for i in matrix}
    forms = {lowers[i] for i in inside}
    if governing & cue.modality_denied_verbs:
        return DENIED
    beside = {lowers[i] for i in range(first_adverb(inside.start, words), inside.stop)}
    accusing = lemmas[verb] in cue.modality_alleged_verbs and "of" in lowers[verb:]
    if accusing or governing & cue.modality_alleged_verbs or beside & cue.modality_alleged_adverbs:
        return ALLEGED  # "suspect the gang of 15 robberies"
    if _believed(inside, verb, words, cue) or _accused(inside, words, cue):
        return ALLEGED
    helpers = {lowers[i] for i in inside if tags[i] == "AUX"}
    if governing & cue.modality_possible_verbs or _left_open(inside, verb, helpers, words, cue):
        return POSSIBLE
    foretold = helpers & cue.modality_plan_auxiliaries or governing & cue.modality_plan_verbs
    if foretold or _is_ordered(inside, helpers, words):
        return PLAN
    if mood := _mood_alone(verb, words, cue):
        return mood
    if inside.start and lemmas[inside.start - 1] in cue.modality_denied_verbs:
        return DENIED  # "denied having hidden"
    infinitive = tags[inside.start] == "VERB" or lowers[inside.start] == "be"
    if inside.start and lowers[inside.start - 1] == "to" and infinitive:
        return _governed(inside.start - 1, words, cue)
    if _is_to(inside, verb, words, cue):
        return PLAN
    present = {"is", "are", "am", "'s", "'re"} & forms
    return ONGOING if present and lowers[verb].endswith("ing") else FACT


def _is_ordered(inside: range, helpers: set[str], words: Words) -> bool:
    """Whether a bare "be" tells what somebody wants: "ordered that 300 seals be culled"."""
    lowers, first = words.lowers, inside.start
    bare = lowers[first] == "be" and helpers <= {"be"}
    return bare and "that" in lowers[:first] and lowers[first - 1] != "to"


def _mood_alone(verb: int, words: Words, cue: Cues) -> str:
    """The mood that a verb gives what it is about by itself, "" where it gives none."""
    lemma = words.lemmas[verb]
    if lemma in cue.modality_plan_alone or _foretells(verb, words):
        return PLAN
    held = words.lowers[verb].endswith("ed") and words.lemmas[verb - 1 : verb] == ("be",)
    # "is considered to be the best" is held to be
    return POSSIBLE if lemma in cue.modality_possible_alone and not held else ""


def _foretells(verb: int, words: Words) -> bool:
    """Whether a verb foretells what stands behind it: "warned of gales", "plans are for a dam"."""
    behind, before = words.lowers[verb + 1 : verb + 2], words.lemmas[verb - 1 : verb]
    if words.lemmas[verb] == "be":
        return behind == ("for",) and before == ("plan",)
    near = words.numbers[verb + 2 : verb + _SOON]  # "warned of up to 90 mm", not "of the risk"
    return words.lemmas[verb] == "warn" and behind == ("of",) and any(near)


def _left_open(inside: range, verb: int, helpers: set[str], words: Words, cue: Cues) -> bool:
    """Whether it is left open that it happens: "may send", "possibly sent", "is possible"."""
    lowers = words.lowers
    around = {lowers[i] for i in range(max(0, inside.start - 1), min(inside.stop + 1, len(lowers)))}
    behind = lowers[inside.stop] if inside.stop < len(lowers) else ""
    of_state = words.lemmas[verb] == "be" and behind in cue.modality_possible_adjectives
    return of_state or bool(
        helpers & cue.modality_possible_auxiliaries or around & cue.modality_possible_adverbs
    )


def _accused(inside: range, words: Words, cue: Cues) -> bool:
    """Whether a gerund is what somebody is accused of or charged with.

    "Accuse the treasurer of Palermo of taking €20,000", "held on suspicion of forging 12 passes".
    """
    at = inside.start - 1
    if at < 1 or not words.lowers[inside.start].endswith("ing"):
        return False
    link, noun = words.lowers[at], words.lemmas[at - 1]
    if link == "of" and noun in cue.modality_alleged_nouns:
        return words.lemmas[max(0, at - _CONVICTED)] not in cue.modality_convicting
    accusing = {"of": cue.modality_alleged_verbs, "with": cue.modality_charging}.get(link)
    if accusing is None:
        return False
    before = range(at - 1, max(-1, at - _ACCUSED), -1)
    near = itertools.takewhile(lambda i: words.tags[i] != "PUNCT", before)
    return any(words.lemmas[i] in accusing for i in near)


def _believed(inside: range, verb: int, words: Words, cue: Cues) -> bool:
    """Whether a verb of belief is of a state alone: "are presumed dead", "believed drowned"."""
    before, after = verb - 1, inside.stop
    if before >= inside.start and words.lemmas[before] in cue.modality_believed_verbs:
        return words.tags[before] in ("VERB", "AUX")
    participle = words.lowers[verb].endswith(("ed", "ought"))
    behind = words.tags[after] if after < len(words.tags) else ""
    return words.lemmas[verb] in cue.modality_believed_verbs and participle and behind == "ADJ"


def _governed(at: int, words: Words, cue: Cues) -> str:
    """The mood that a bare infinitive takes from what governs it ("voted on Tuesday to close")."""
    at = _before_aside(at, words)
    for step in range(at - 1, max(-1, at - 8), -1):
        lemma = words.lemmas[step]
        if lemma == "sure" and words.lemmas[step - 1] == "make":
            return FACT  # "made sure to lock the gates"
        if lemma in cue.modality_plan_verbs or lemma in cue.modality_plan_adjectives:
            return PLAN
        if lemma in cue.modality_possible_verbs:
            return POSSIBLE
        if words.tags[step] in ("VERB", "PUNCT"):
            break
    return PLAN if _is_headline_future(at, words) else FACT


def _is_headline_future(to: int, words: Words) -> bool:
    """Whether "to" is all that a headline says of the future: "Chain to shut 90 stores"."""
    stops = (i for i in range(to) if words.lowers[i] in _HEADLINE_STOPS)
    start = max((i + 1 for i in stops if not words.tokens.glued(i)), default=0)
    # "drought-hit": a participle behind a hyphen only describes
    before = [
        "ADJ" if words.tags[i] == "VERB" and words.lowers[i - 1] == "-" else words.tags[i]
        for i in range(start, to)
    ]
    acting = before[-1:] in (["NOUN"], ["PROPN"], ["NUM"]) or _is_people(to - 1, words)
    if not acting or {"VERB", "AUX"} & {*before}:
        return False
    # "the first woman to lead a bank", "ways to save £500" and "time to go" tell no future
    ranked = words.tags[start] == "ADJ" and words.lowers[start].endswith(_RANKING)
    opened = ranked or (words.tags[start] == "DET" and words.lowers[start] != "us")
    return not opened and not _NO_SUBJECTS.intersection(words.lemmas[start:to])


def _is_people(at: int, words: Words) -> bool:
    """Whether an adjective stands for a people and its state: "Dutch to supply jets"."""
    match = match_name(words.lowers, at) if at >= 0 else None
    return match is not None and match.form == "adjective" and words.texts[at][0].isupper()


def _before_aside(at: int, words: Words) -> int:
    """Where a relative clause between two commas begins that ends at a token, or the token.

    "Analysts expect the bank, which has 8,800 staff, to shed 750 jobs" expects it to shed them.
    """
    if words.lowers[at - 1 : at] != (",",):
        return at
    for step in range(at - 2, 0, -1):
        if words.lowers[step] in _RELATIVES and words.lowers[step - 1] == ",":
            return step - 1
    return at


def _is_to(inside: range, verb: int, words: Words, cue: Cues) -> bool:
    """ "Is to open", "are due to close", "is set to rise": be, perhaps an adjective, and "to"."""
    lowers = words.lowers
    for step in inside:
        if words.lemmas[step] != "be" or step + 1 >= len(lowers):
            continue
        if lowers[step + 1] == "to" and step + 2 <= verb:
            return True
        if lowers[step + 1 : step + 3] == ("going", "to") and step + 3 <= verb:
            return True
        if lowers[step + 1] in cue.modality_plan_adjectives:
            return lowers[step + 1] not in _ONLY_TO or lowers[step + 2 : step + 3] in _SET
    return False


def first_adverb(at: int, words: Words) -> int:
    """The first of the adverbs right before a verb group, or the group's own first token."""
    while at and words.tags[at - 1] == "ADV":
        at -= 1
    return at
