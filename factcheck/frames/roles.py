"""Who does it to whom, and where: the grammatical role of every noun phrase."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factcheck.frames.chunks import Chunk
from factcheck.frames.context import places
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause
from factcheck.frames.words import Words

AGENT, PATIENT, COMPLEMENT, POSSESSOR, FREE = "agent", "patient", "complement", "poss", "free"
# Words that the tagger may call something else and that govern a phrase all the same.
_PREPOSITIONS = frozenset({"to", "than", "versus", "v", "since", "after", "before", "until"})
_AT_LEAST = (("at", "least"), ("at", "most"))
_PARTICLES = frozenset({"down", "up", "out", "away", "back"})
_JOINING = (("and",), ("or",))
_OTHER_THAN = ("other", "than")
_HARD_STOPS = frozenset(",;:()")


def roles_of(
    phrases: Sequence[Chunk], clauses: Sequence[Clause], dated: Container[int], words: Words
) -> tuple[str, ...]:
    """The role of each phrase: agent, patient, complement, poss, free, or its preposition.

    The subject of a passive is its patient and its "by" phrase the agent, so that "elephants
    killed villagers" and "villagers were killed by elephants" come out alike.

    Args:
        phrases: the noun phrases, in order.
        clauses: the clauses, in order.
        dated: the tokens of dates, over which no phrase runs.
        words: the sentence.
    """
    found: list[str] = []
    clause_of = places(clauses, len(words.tags), -1)
    for number, phrase in enumerate(phrases):
        if phrase.possessor:
            found.append(POSSESSOR)
            continue
        clause = clauses[clause_of[phrase.first]] if clause_of[phrase.first] >= 0 else None
        preposition = _preposition(number, phrases, found, dated, words)
        # "weakened by drought and beetles, 40 trees were felled": the beetles felled none
        joined = words.lowers[phrase.first - 1 : phrase.first] in _JOINING
        if preposition == "by" and clause is not None and clause.passive and not joined:
            found.append(AGENT)
        elif preposition:
            found.append(preposition)
        elif clause is None or clause.verb < 0:
            found.append(FREE)
        elif phrase.last <= clause.verb:
            found.append(PATIENT if clause.passive else AGENT)
        elif words.lemmas[clause.verb] == "be":
            found.append(COMPLEMENT)
        else:
            found.append(PATIENT)
    return tuple(found)


def _preposition(
    number: int,
    phrases: Sequence[Chunk],
    found: Sequence[str],
    dated: Container[int],
    words: Words,
) -> str:
    """The preposition that governs a phrase: before it, or before its conjunct or possessor."""
    lowers, tags = words.lowers, words.tags
    at = _before(phrases[number].first, dated, words)
    if at < 0:
        return ""
    if _leads_outside(at, words):
        return "outside"
    if lowers[at] in _PARTICLES and at and tags[at - 1] == "VERB":
        return ""  # "put down five bears"
    if tags[at] == "ADP" or lowers[at] in _PREPOSITIONS:
        if lowers[at] == "of" and at and lowers[at - 1] in cues().places_before_of:
            return lowers[at - 1]
        return "except" if lowers[max(0, at - 1) : at + 1] == _OTHER_THAN else lowers[at]
    if not number or at - phrases[number - 1].last > 0:
        return ""
    if lowers[at] in ("'s", "'"):
        return _preposition(number - 1, phrases, found, dated, words)
    if lowers[at] in ("and", "or") and found[number - 1] not in (
        AGENT, PATIENT, COMPLEMENT, FREE, POSSESSOR,
    ):  # fmt: skip
        return found[number - 1]
    return ""


def _before(first: int, dated: Container[int], words: Words) -> int:
    """The token that may govern a phrase, past adverbs and the "least" of "at least"."""
    at = _before_date(first - 1, dated, words)
    if words.lowers[at : at + 2] in _AT_LEAST:
        at -= 1  # "killing at least 26 people"
    while at >= 0 and words.tags[at] in ("ADV", "PUNCT"):
        if words.lowers[at] in _HARD_STOPS or _leads_outside(at, words):
            break
        at -= 1
    return at


def _leads_outside(at: int, words: Words) -> bool:
    """Whether "outside" stands before a place, and not before those who are outside it."""
    following = words.texts[at + 1 : at + 2]
    return words.lowers[at] == "outside" and any(t == "the" or t[0].isupper() for t in following)


def _before_date(at: int, dated: Container[int], words: Words) -> int:
    """The token before a phrase that a date cuts in two: "at" of "at the 2010 census"."""
    start = at
    while start in dated:
        start -= 1
    opens = start < at and start > 0 and words.tags[start] == "DET"
    return start - 1 if opens else at
