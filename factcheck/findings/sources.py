"""The source that a statement names, among the references that fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.frames.cues import cues
from factcheck.frames.model import SentenceFrame

if TYPE_CHECKING:
    from factcheck.findings.judged import Judged

_EMPTY = frozenset({"according", "accord", "view", "account", "number", "total", "new", "own"})


def named_first(sentence: SentenceFrame, judged: Sequence[Judged]) -> list[Judged]:
    """The references whose source the statement's attribution names, best named first.

    Words that stand in every attribution ("said", "figures", "office") name nobody; a source
    is named by a word that the others' sources do not share.
    """
    words = sentence.attribution - cues().attribution_verbs - _EMPTY
    if not words or len(judged) < 1:
        return []
    scored = [(len(words & j.aligned.candidate.sentence.attribution), j) for j in judged]
    top = max(score for score, _ in scored)
    if top == 0:
        return []
    best = [j for score, j in scored if score == top]
    return best if len(best) < len(judged) or len(judged) == 1 else []
