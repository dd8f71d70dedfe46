"""A denial that is a part of the word: "is unknown" is "is not known", "unsold" "not sold"."""

from __future__ import annotations

from typing import Final

from factcheck.align.memo import remembered
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.lexicon import wordnet

_PREFIXES: Final = ("un", "in", "im", "ir", "il", "dis", "non")
_STATES: Final = frozenset({"ADJ", "VERB", "ADV"})
_LEAST: Final = 3  # letters that have to be left of the word


def undone(
    sentence: SentenceFrame, frame: FigureFrame, reference: SentenceFrame, their_frame: FigureFrame
) -> tuple[str, ...]:
    """The words where one side says "un-X" of what the other calls X, or nothing.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        reference: the reference's sentence.
        their_frame: the figure in that.
    """
    if not (_denying(sentence, frame) or _denying(reference, their_frame)):
        return ()
    ours, theirs = (sentence, frame), (reference, their_frame)
    return _told(ours, theirs) or _told(theirs, ours)[::-1]


def _told(
    one: tuple[SentenceFrame, FigureFrame], other: tuple[SentenceFrame, FigureFrame]
) -> tuple[str, ...]:
    """The first "un-X" of one side whose X the other side has, with that, or nothing."""
    for word, plain in _denying(*one):
        there = _states(*other)
        if plain in there and word not in there and plain not in _states(*one):
            return word, plain
    return ()


@remembered
def _denying(sentence: SentenceFrame, frame: FigureFrame) -> tuple[tuple[str, str], ...]:
    """The words of a figure's clause that deny what is left of them, with that; mostly none."""
    found = ((word, _plain(word)) for word in sorted(_states(sentence, frame)))
    return tuple((word, plain) for word, plain in found if plain)


def _plain(word: str) -> str:
    """The word without its denying prefix, "" where it has none."""
    if not word.startswith(_PREFIXES):
        return ""
    for prefix in _PREFIXES:
        plain = word.removeprefix(prefix).lstrip("-")
        if plain != word and len(plain) > _LEAST:
            return plain if prefix == "un" or wordnet.antonyms(word, plain) else ""
    return ""


@remembered
def _states(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    """The describing words of a figure's clause, as written in lower case."""
    clause, start = sentence.clauses[frame.clause], sentence.span.start
    return frozenset(
        sentence.text[sentence.spans[i].start - start : sentence.spans[i].end - start].lower()
        for i in range(clause.first, clause.last)
        if sentence.tags[i] in _STATES
    )
