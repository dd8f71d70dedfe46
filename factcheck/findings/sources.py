"""The source that a statement names, among the references that fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame

if TYPE_CHECKING:
    from factcheck.findings.judged import Judged

_EMPTY = frozenset({"according", "accord", "view", "account", "number", "total", "new", "own"})


def named_first(
    sentence: SentenceFrame, frame: FigureFrame, judged: Sequence[Judged]
) -> list[Judged]:
    """The references whose source the statement's attribution names, best named first.

    Words that stand in every attribution ("said", "figures", "office") name nobody; a source
    is named by a word that the others' sources do not share.
    """
    words = _own(sentence, frame) - cues().attribution_verbs - _EMPTY
    if not words or len(judged) < 1:
        return []
    scored = [(len(words & j.aligned.candidate.sentence.attribution), j) for j in judged]
    top = max(score for score, _ in scored)
    if top == 0:
        return []
    best = [j for score, j in scored if score == top]
    return best if len(best) < len(judged) or len(judged) == 1 else []


def _own(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    """The words of a sentence's attribution that speak of one figure.

    Where a sentence names two sources ("Yu cited 4,000, against South Korean figures of 3,600"),
    each figure has the one that stands before it.
    """
    runs: list[list[int]] = []
    for at in sorted(sentence.attributed):
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    before = [run for run in runs if run[-1] < frame.last]
    others = [f for f in sentence.figures if f is not frame]
    parted = any(a[-1] < f.first < b[0] for f in sentence.figures for a, b in pairwise(runs))
    if not before or not others or not parted:
        return sentence.attribution
    start = sentence.span.start
    own = {sentence.lemmas[i] for i in before[-1]}
    for at in before[-1]:
        span = sentence.spans[at]
        own.add(sentence.text[span.start - start : span.end - start].lower())
    return frozenset(w for w in sentence.attribution if own.intersection(w.split()))
