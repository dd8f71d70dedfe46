"""Phrases behind a figure that are not what it counts: subjects, and others' articles."""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.lexicon.nouns import noun_relation
from factcheck.model import Kind

_BEFORE_NO_ARTICLE = frozenset({
    Kind.COUNT, Kind.CHANGE, Kind.MONEY, Kind.MEASURE, Kind.DURATION,
})  # fmt: skip


def is_who_expects(index: int, reading: Reading, context: Context) -> bool:
    """Whether those behind a definite sum have a verb of their own: "the $2bn analysts expect".

    Args:
        index: the phrase, an index into the sentence's terms.
        reading: the figure.
        context: the sentence.
    """
    definite = context.words.lowers[context.terms[index].first] == "the"
    several = context.is_plural(index) and noun_relation(context.terms[index].head, "person")
    return definite and several in ("same", "narrower") and has_verb(index, reading, context)


def has_verb(index: int, reading: Reading, context: Context) -> bool:
    """Whether a phrase behind a sum is the subject of a relative clause ("$2m analysts expect").

    Args:
        index: the phrase, an index into the sentence's terms.
        reading: the figure.
        context: the sentence.
    """
    term, tags = context.terms[index], context.words.tags
    if reading.figure.kind not in (Kind.MONEY, Kind.MEASURE):
        return False
    return tags[term.last : term.last + 1] in (("VERB",), ("AUX",))


def is_another(index: int, reading: Reading, context: Context) -> bool:
    """Whether a phrase with its own article follows a bare number: "fewer than 200 a library".

    Args:
        index: the phrase, an index into the sentence's terms.
        reading: the figure.
        context: the sentence.
    """
    term, figure = context.terms[index], reading.figure
    named = figure.kind is Kind.SHARE and figure.text[0].isdigit()
    bare = figure.kind in _BEFORE_NO_ARTICLE or named  # "28% the Greens", "half the Greens"
    return bare and context.words.tags[term.first] in ("DET", "PRON")  # "the £3m its owner paid"
