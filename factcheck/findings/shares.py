"""Arithmetic: a share from two counts, a count from a share and its base."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.heads import names_event
from factcheck.align.mention import mentioned
from factcheck.align.model import Candidate
from factcheck.findings.derivation import (
    Derivation,
    around,
    base_value,
    joint_hedge,
    number,
    percent,
    text_of,
    value_of,
)
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Kind

# What may stand between "of" and the number of a whole: "of the province's 1,200 dentists".
_INSIDE_BASE = frozenset({"DET", "ADV", "ADJ", "PROPN", "PART", "NOUN"})


_FARTHEST_BASE = 6


_MEMBERS = frozenset({words.SAME, words.NARROWER, words.WIDER})


_BASE_WORDS = frozenset({"of", "among", "from", "out"})


def share_of_counts(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "A tenth of the casualties died" against "400 of 4,000 casualties died"."""
    if frame.figure.kind is not Kind.SHARE or frame.counted < 0:
        return []
    base = sentence.terms[frame.counted]
    found = []
    for part in pool:
        whole = _whole_beside(part, base)
        if whole is None:
            continue
        aligned = align(sentence, frame, part, any_kind=True, ignore=frozenset({"counted"}))
        if not aligned.same or aligned.part_whole:
            continue
        a, b = value_of(part), value_of(whole)
        if a is None or not b or a > b:
            continue
        hedge = joint_hedge(part, whole)
        text = f"derived: {text_of(part)} of {text_of(whole)} is {percent(a / b)}"
        found.append(Derivation(a / b, around(a / b, hedge), hedge, (part,), text, aligned))
    return found


def _whole_beside(part: Candidate, base: Term) -> Candidate | None:
    """The figure of the same sentence that gives the whole: "20 of the 80 wells"."""
    if part.frame is None or part.frame.figure.kind is not Kind.COUNT:
        return None
    for other in part.sentence.figures:
        if other is part.frame or other.figure.kind is not Kind.COUNT or other.counted < 0:
            continue
        if not _is_base(part, other):
            continue
        term = part.sentence.terms[other.counted]
        if words.nouns_related(base.head, term.head) in (words.SAME, words.WIDER):
            return part._replace(frame=other)
    return None


def _is_base(part: Candidate, other: FigureFrame) -> bool:
    """Whether a preposition makes the other figure the base that this one is taken of."""
    sentence = part.sentence
    at = other.first - 1
    while at >= 0 and other.first - at < _FARTHEST_BASE and sentence.tags[at] in _INSIDE_BASE:
        at -= 1
    return at >= 0 and sentence.lemmas[at] in _BASE_WORDS


def count_of_share(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "700 respondents" against "among the 2,000 people polled, 35%"."""
    if frame.figure.kind is not Kind.COUNT:
        return []
    found = []
    for share in pool:
        if share.frame is None or share.frame.figure.kind is not Kind.SHARE:
            continue
        for other in share.sentence.figures:
            if other.figure.kind is not Kind.COUNT or not _is_base(share, other):
                continue
            if not _among(sentence, frame, share.sentence, other):
                continue
            aligned = align(sentence, frame, share, any_kind=True, ignore=frozenset({"counted"}))
            a, b = base_value(share.frame.figure), other.figure.value
            apart = not aligned.same or aligned.part_whole or aligned.weak
            if apart or a is None or b is None:
                continue
            whole = share._replace(frame=other)
            hedge = joint_hedge(share, whole)
            text = f"derived: {text_of(share)} of {text_of(whole)} is {number(a * b)}"
            found.append(Derivation(a * b, around(a * b, hedge), hedge, (share,), text, aligned))
    return found


def _among(
    sentence: SentenceFrame, frame: FigureFrame, reference: SentenceFrame, base: FigureFrame
) -> bool:
    """Whether what the statement counts can be members of the base, or their deaths and the like.

    Ours: "four dogs died" says nothing of a tenth of the casualties.
    """
    if frame.counted < 0 or base.counted < 0:
        return True
    ours, whole = sentence.terms[frame.counted], reference.terms[base.counted]
    somebody = words.nouns_related(ours.head, "person") == words.NARROWER
    if is_generic(ours.head) or (names_event(ours, sentence) and not somebody):
        return True
    relation = words.nouns_related(ours.head, whole.head)
    return relation in _MEMBERS or mentioned(ours.head, reference)
