"""States that a copula tells of the subject: open or closed, safe or unsafe."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.align import words
from factcheck.frames.model import SentenceFrame
from factcheck.lexicon.events import relation
from factcheck.text.lemma import lemma

_PAST = frozenset({"was", "were"})


class States(NamedTuple):
    """The tokens of two states of one kind, and whether they exclude each other."""

    ours: int
    theirs: int
    opposite: bool


def compared_states(ours: SentenceFrame, theirs: SentenceFrame) -> States | None:
    """Two states, told in one tense, that exclude each other, or one that is told in two ways.

    What was open may be closed by now. None where the sentences tell no such states, or the same
    one in the same word.
    """
    a, b = _state(ours), _state(theirs)
    if a is None or b is None or _past(ours) != _past(theirs):
        return None
    word, other = ours.lemmas[a], theirs.lemmas[b]
    if word == other:
        return None
    if lemma(word, "VERB") == lemma(other, "VERB"):
        return States(a, b, False)  # "not closed" is an adjective to the tagger, "closed" a verb
    told = any(relation(x, y) == "antonym" for x in _classes(ours, a) for y in _classes(theirs, b))
    return States(a, b, True) if told or words.opposed(word, other) else None


def _state(sentence: SentenceFrame) -> int | None:
    """The token that tells the subject's state: the adjective or participle behind "be"."""
    clause = sentence.clauses[0]
    if clause.verb < 0:
        return None
    if clause.passive:
        return clause.verb
    if sentence.lemmas[clause.verb] != "be":
        return None
    return next(
        (
            t.at
            for t in sentence.terms
            if t.role == "complement" and clause.verb < t.at and sentence.tags[t.at] == "ADJ"
        ),
        None,
    )


def _past(sentence: SentenceFrame) -> bool:
    clause = sentence.clauses[0]
    start = sentence.span.start
    lowers = {
        sentence.text[span.start - start : span.end - start].lower()
        for span in sentence.spans[clause.first : clause.verb + 1]
    }
    return not _PAST.isdisjoint(lowers)


def _classes(sentence: SentenceFrame, at: int) -> tuple[str, ...]:
    return next((e.classes for e in sentence.events if e.first <= at < e.last), ())
