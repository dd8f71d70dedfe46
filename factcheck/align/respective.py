"""Lists that belong together one by one: "Cuba and Eritrea with 72% and 83%, respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from factcheck.align import words
from factcheck.frames.model import FigureFrame, Name, SentenceFrame

_WORD: Final = "respectively"
_JOINING: Final = frozenset({",", "and", "&", "the", "in", "on", "at", "for", "by", "from", "to"})


def others_in_list(sentence: SentenceFrame, frame: FigureFrame) -> list[tuple[int, int]]:
    """The names of a list that are told with the other figures of a list, as token ranges.

    Args:
        sentence: the figure's sentence.
        frame: the figure.

    Returns:
        Nothing where no "respectively" is said, or where the lists are not of one length.
    """
    if _WORD not in sentence.lemmas:
        return []
    end = sentence.lemmas.index(_WORD)
    outside = _outside_brackets(sentence)
    figures = [f for f in sentence.figures if f.first < end and outside[f.first]]
    places = [f.first for f in figures]
    if len(figures) < 2 or frame.first not in places:
        return []
    names = [n for n in sentence.names if n.first < end and outside[n.first]]
    for run in _runs(names, outside, sentence):
        if len(run) == len(figures):
            own = run[places.index(frame.first)]
            return [(n.first, n.last) for n in run if n is not own]
    return []


def told_of_another(name: Name, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a list gives the name another of its figures.

    Args:
        name: a name of the other side.
        sentence: the figure's sentence.
        frame: the figure.
    """
    if frame is None or _WORD not in sentence.lemmas:
        return False
    others = others_in_list(sentence, frame)
    return any(
        (n.first, n.last) in others and words.names_related(name, n) == words.SAME
        for n in sentence.names
    )


def _outside_brackets(sentence: SentenceFrame) -> list[bool]:
    """Of each token, whether it stands outside all brackets."""
    depth, found = 0, []
    for lemma in sentence.lemmas:
        depth += lemma == "("
        found.append(depth <= 0)
        depth -= lemma == ")"
    return found


def _runs(
    names: Sequence[Name], outside: Sequence[bool], sentence: SentenceFrame
) -> list[list[Name]]:
    """The names in lists: between two of them stand only a comma, "and" and a preposition."""
    runs = [list(names[:1])]
    for before, name in pairwise(names):
        between = (i for i in range(before.last, name.first) if outside[i])
        if all(sentence.lemmas[i] in _JOINING for i in between):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs
