"""Predicates and clauses: which verb governs which stretch of the sentence, and in which mood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.frames.bracketed import describes_behind_brackets
from factcheck.frames.cues import cues
from factcheck.frames.verb_mood import ALLEGED, FACT, first_adverb, verb_mood
from factcheck.frames.wordforms import is_past
from factcheck.frames.words import Words

_INSIDE = frozenset({"AUX", "PART", "ADV"})
_NOT_ONLY = (("only",), ("merely",), ("just",), ("simply",))
_NOMINAL = (("NOUN",), ("PROPN",), ("ADJ",))
# Verbs whose past form stands before no noun of those who did it.
_NEVER_BEFORE_NOUN = frozenset({
    "suffer", "sustain", "undergo", "become", "remain", "receive", "attend", "survive", "speak",
    "get", "have", "enter", "reach", "join", "quit", "enjoy", "endure",
})  # fmt: skip
_EACH = frozenset({"each", "all", "both"})
# Nouns that are counted without a plural of their own.
_COLLECTIVE = frozenset({
    "police", "staff", "personnel", "crew", "cattle", "livestock", "poultry", "sheep", "fish",
    "aircraft", "deer", "offspring", "series", "species", "infantry", "militia",
})  # fmt: skip
PARTICIPLE_ENDS = ("ed", "ing", "en", "wn", "lt", "nt")


class Predicate(NamedTuple):
    """One verb group.

    Attributes:
        first, last: token range.
        verb: the main verb.
        matrix: verbs that govern it ("plans" in "plans to hire").
        passive, negated, modality: its voice, polarity and mood.
    """

    first: int
    last: int
    verb: int
    matrix: tuple[int, ...]
    passive: bool
    negated: bool
    modality: str


def predicates(words: Words, phrasal: frozenset[int] = frozenset()) -> tuple[Predicate, ...]:
    """All verb groups of a sentence, in order.

    Args:
        words: the sentence.
        phrasal: verbs that open an event of several words, and so are no mere participles.
    """
    found: list[Predicate] = []
    at, size = 0, len(words.tags)
    while at < size:
        if words.tags[at] in ("AUX", "VERB") and (_is_predicate(at, phrasal, words)):
            predicate = _group(at, words)
            if found and _continues(found[-1], predicate, words):
                predicate = predicate._replace(modality=found[-1].modality)
            found.append(predicate)
            at = max(predicate.last, at + 1)
        else:
            at += 1
    return tuple(found)


def with_hearsay(
    found: Sequence[Predicate], source: frozenset[int], words: Words
) -> tuple[Predicate, ...]:
    """The predicates, with what is only hearsay as alleged.

    In "intelligence indicates that 300 have reportedly returned" it is said whose report it is.
    """
    if source:
        return tuple(found)
    return tuple(
        g._replace(modality=ALLEGED) if g.modality == FACT and _hearsay(g, words) else g
        for g in found
    )


def _hearsay(group: Predicate, words: Words) -> bool:
    """Whether somebody unnamed says so: "reportedly sent", "was said to have sent"."""
    cue = cues()
    around = range(first_adverb(group.first, words), min(group.last + 1, len(words.lowers)))
    return any(words.lowers[i] in cue.modality_hearsay_adverbs for i in around) or any(
        words.lemmas[i] in cue.modality_hearsay_passives and _is_passive(group.first, i, words)
        for i in group.matrix
    )


def _continues(left: Predicate, right: Predicate, words: Words) -> bool:
    """Whether a verb goes on in the last one's mood.

    A bare verb under its auxiliary does ("would use … and create …"), and a participle that tells
    of what is yet to be made ("is to build a plant costing $40 million").
    """
    made = words.lemmas[left.verb] in cues().modality_making_verbs
    if made and right.first == right.verb and words.lowers[right.verb].endswith("ing"):
        return left.modality != FACT and words.tags[right.verb - 1] in ("NOUN", "PROPN")
    bare = right.first == right.verb and words.lowers[right.verb] == words.lemmas[right.verb]
    joined = right.first > 0 and words.lowers[right.first - 1] in ("and", "or", ",", "but")
    return bare and joined and left.modality != FACT


def _is_predicate(at: int, phrasal: frozenset[int], words: Words) -> bool:
    """Whether a verb is one: "25 taken prisoner", but not "the confirmed cases"."""
    if at in phrasal and at and words.tags[at - 1] in ("NUM", "NOUN", "PROPN", "PRON"):
        return not _counts_the_next(at, words) or words.lemmas[at] in _NEVER_BEFORE_NOUN
    return not _adjectival(at, words)


def _counts_the_next(at: int, words: Words) -> bool:
    """Whether a number counts the plural behind a participle: "91 confirmed cases"."""
    if words.tags[at - 1] != "NUM" or at + 1 >= len(words.tags):
        return False
    if words.lowers[at].endswith("ing"):
        return False  # "3,600 sustaining injuries"
    base = words.lowers[at] == words.lemmas[at]
    if base and words.lemmas[at] not in cues().verbs_unchanged:
        return False  # "34 flee homes"
    plural = words.lemmas[at + 1] != words.lowers[at + 1]
    return words.tags[at + 1] == "NOUN" and plural


def _is_part(at: int, words: Words) -> bool:
    """Whether a number is of a whole that opens the sentence: "Of the 94 boats seen, 27 …"."""
    return words.lowers[0] in ("of", "among") and words.lowers[at - 1] == ","


def _adjectival(at: int, words: Words) -> bool:
    """Whether a participle stands before its noun ("the wounded soldiers", "captured rebels")."""
    tags, lowers = words.tags, words.lowers
    before = tags[at - 1] if at else "DET"
    ends = lowers[at].endswith(PARTICIPLE_ENDS)
    irregular = before in ("ADP", "DET") and is_past(lowers[at])  # "the number of lost days"
    if tags[at] != "VERB" or not (ends or irregular):
        return False
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if at and before == "DET" and after in ("NUM", "SYM"):
        return lowers[at - 1] not in _EACH  # "an estimated $45 million"
    if after not in ("NOUN", "PROPN", "ADJ") or before in ("AUX", "PART"):
        return False
    if before == "NUM" and (lowers[at + 1] in ("last", "next") or _is_part(at - 1, words)):
        return False  # "230 resigned last summer"
    if after == "ADJ" and before == "NUM" and tags[at + 2 : at + 3] not in _NOMINAL:
        return False  # "39 jumped clear"
    if before == "NUM" and _acts(at, words):
        return False
    if at and describes_behind_brackets(at, words):
        return True
    if before in ("DET", "ADJ", "NUM", "ADP") or lowers[at - 1] in ("'s", "-"):
        if before != "NUM" or not lowers[at].endswith("ing"):
            return True
        # "the 1,600 striking nurses", "charged nine engineering students"
        return at > 1 and tags[at - 2] in ("DET", "VERB") and after == "NOUN"
    return not at


def _acts(at: int, words: Words) -> bool:
    """Whether a past form is what those do whom a number counts, its object behind it.

    "12% of those over 65 skipped breakfast", "eight suffered burns", but "nine armed men": more
    than one are a plural, unless the verb is none that its noun could suffer.
    """
    noun, lemmas = at + 1, words.lemmas
    if lemmas[at] in _NEVER_BEFORE_NOUN or words.lowers[at] == lemmas[at]:
        return True
    plural = words.lowers[noun] != lemmas[noun] or words.tags[noun] != "NOUN"
    single = any(r.outer_last == at and r.figure.value == 1 for r in words.readings)
    ends = noun + 1 >= len(words.tags) or words.tags[noun + 1] in ("PUNCT", "ADP")
    return not plural and not single and ends and lemmas[noun] not in _COLLECTIVE


def _group(start: int, words: Words) -> Predicate:
    """The verb group that opens at token `start`, through infinitives that it governs."""
    tags, lemmas = words.tags, words.lemmas
    at, verbs, helpers = start, [], []
    while at < len(tags):
        if tags[at] == "VERB":
            verbs.append(at)
            at += 1
            after = _chained(at, words)
            if after < 0 or _for_a_purpose(at, words):
                break
            at = after
        elif tags[at] == "AUX":
            helpers.append(at)
            at += 1
        elif tags[at] in _INSIDE and _verb_follows(at, tags):
            at += 1
        else:
            break
    verb = verbs[-1] if verbs else helpers[-1]
    inside = range(start, max(at, verb + 1))
    cue = cues()
    negated = _denied(inside, bool(verbs), words) or any(
        lemmas[i] in cue.negation_verbs for i in verbs[:-1]
    )
    passive = bool(verbs) and _is_passive(start, verb, words)
    modality = verb_mood(inside, verb, verbs[:-1], words, cue)
    return Predicate(start, inside.stop, verb, tuple(verbs[:-1]), passive, negated, modality)


def is_pending(lowers: Sequence[str], at: int) -> bool:
    """Whether "yet" or "still" at a token says that what follows has not happened so far.

    So do "remain", "left" and "waiting" before a passive: "8 mines remain to be cleared".
    """
    lower, cue = lowers[at], cues()
    if lower in cue.negation_awaiting:
        return tuple(lowers[at + 1 : at + 3]) == ("to", "be")
    return lower in cue.negation_pending and tuple(lowers[at + 1 : at + 2]) == ("to",)


def _denied(inside: range, full: bool, words: Words) -> bool:
    """Whether a verb group is denied, by a word in it or beside it.

    "Was not" has its denial behind the bare copula (where no `full` verb follows), "never
    resigned" before the verb; what has yet to be done is not done. "Not only approved" denies
    nothing, and "is barely 3 km away" bounds the number.
    """
    last = inside.stop
    adverbs = range(first_adverb(inside.start, words), inside.start)
    before = {i for i in adverbs if words.lowers[i] == "never"}
    behind = {last} if not full and last < len(words.tags) else set()
    behind -= {i for r in words.readings for i in range(r.outer_first, r.first)}
    lowers, denying = words.lowers, cues().negation_words
    for i in (*before, *inside, *behind):
        if lowers[i] in denying and lowers[i + 1 : i + 2] not in _NOT_ONLY:
            return True
    return any(is_pending(lowers, i) for i in inside)


def _for_a_purpose(at: int, words: Words) -> bool:
    """Whether an infinitive only says what for: "were sent to help", "hired to teach"."""
    return words.lowers[at] == "to" and words.lemmas[at - 1] in cues().clauses_purpose_verbs


def _chained(at: int, words: Words) -> int:
    """Index of the infinitive or gerund that a verb just before `at` governs, or -1."""
    tags, lowers = words.tags, words.lowers
    if at + 1 >= len(tags):
        return -1
    if lowers[at] in ("to", "of", "from"):
        step = at + 1
        if tags[step] in ("ADV", "PART") and step + 1 < len(tags):
            step += 1
        if tags[step] in ("VERB", "AUX"):
            gerund = lowers[step].endswith("ing")
            return step if gerund != (lowers[at] == "to") else -1
        return -1
    before = lowers[at - 1].endswith(("ed", "ought"))
    if tags[at] == "VERB" and before and words.lemmas[at - 1] in cues().modality_believed_verbs:
        participle = lowers[at] != words.lemmas[at] and not lowers[at].endswith("ing")
        return at if participle else -1  # "believed drowned", "feared lost"
    gerund = tags[at] in ("VERB", "AUX") and lowers[at].endswith("ing")
    return at if gerund and words.lemmas[at - 1] in cues().clauses_gerund_verbs else -1


def _verb_follows(at: int, tags: Sequence[str]) -> bool:
    """Whether only adverbs and particles stand between `at` and a further verb."""
    for step in range(at + 1, min(at + 4, len(tags))):
        if tags[step] in ("VERB", "AUX"):
            return True
        if tags[step] not in ("ADV", "PART"):
            return False
    return False


def _is_passive(start: int, verb: int, words: Words) -> bool:
    """Whether the main verb is a past participle after a form of "be" or "get"."""
    if words.lowers[verb].endswith("ing"):
        return False
    for step in range(verb - 1, start - 1, -1):
        if words.tags[step] == "AUX" or words.lemmas[step] == "get":
            return words.lemmas[step] in ("be", "get")
        if words.tags[step] == "VERB":
            return False
    return False
