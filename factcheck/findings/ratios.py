"""Arithmetic: a part and its base in the statement against a share of the reference."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.model import Aligned, Candidate
from factcheck.findings.derivation import (
    Derivation,
    around,
    base_value,
    joint_hedge,
    number,
    text_of,
)
from factcheck.findings.shares import is_base
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind


def part_and_base(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "600 of the 900 members" against "two thirds of the members": the two stand as it says.

    The part may be contradicted so. The base is supported by a part that fits, and no more: of how
    many it is taken, the reference does not say.
    """
    if frame.figure.kind is not Kind.COUNT:
        return []
    part, base = _pair(sentence, frame)
    if part is None or base is None:
        return []
    found = []
    for share in pool:
        if share.frame is None or share.frame.figure.kind is not Kind.SHARE:
            continue
        if not _of_one_sort(sentence, base, share):
            continue
        aligned = align(sentence, part, share, any_kind=True, ignore=frozenset({"counted"}))
        if aligned.same and not aligned.part_whole and not aligned.weak:
            found += _held(frame, part, base, share, aligned)
    return found


def _pair(
    sentence: SentenceFrame, frame: FigureFrame
) -> tuple[FigureFrame | None, FigureFrame | None]:
    """The part and its base, of which the figure is one."""
    counts = [f for f in sentence.figures if f.figure.kind is Kind.COUNT]
    others = [f for f in counts if f is not frame]
    if len(others) != 1:
        return None, None
    if frame.base or (is_base(sentence, frame) and not is_base(sentence, others[0])):
        return others[0], frame
    return (frame, others[0]) if is_base(sentence, others[0]) else (None, None)


def _of_one_sort(sentence: SentenceFrame, base: FigureFrame, share: Candidate) -> bool:
    """Whether a share is taken of what the statement's base counts."""
    theirs = share.frame.counted if share.frame is not None else -1
    if base.counted < 0 or theirs < 0:
        return False
    heads = sentence.terms[base.counted].head, share.sentence.terms[theirs].head
    return words.nouns_related(*heads) == words.SAME


def _held(
    frame: FigureFrame,
    part: FigureFrame,
    base: FigureFrame,
    share: Candidate,
    aligned: Aligned,
) -> list[Derivation]:
    """What the share makes of the other of the two."""
    rate = base_value(share.frame.figure) if share.frame is not None else None
    a, b = base_value(part.figure), base_value(base.figure)
    if not rate or a is None or b is None:
        return []
    value = a / rate if frame is base else b * rate
    hedge = joint_hedge(share, share)
    whole = number(a / rate) if frame is base else number(b)
    text = f"derived: {text_of(share)} of {whole} is {number(a if frame is base else b * rate)}"
    complete = frame is part
    return [
        Derivation(value, around(value, hedge), hedge, (share,), text, aligned, complete=complete)
    ]
