"""The claims that a statement is held against."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.base import Snapshot
from factcheck.candidates.keys import concepts_of, rate_key
from factcheck.frames.exchange import currency
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Kind

_WORD = re.compile(r"\w+")


def claims_for(sentence: SentenceFrame, index: Snapshot, limit: int) -> list[AnalysedClaim]:
    """The claims that share most with a statement, and the rates that hold them against it.

    A rate of exchange shares no word with what it converts: where a claim found gives a sum in a
    currency that the statement's is not in, the rates between the two are found as well.

    Args:
        sentence: the statement's sentence.
        index: the reference claims.
        limit: how many claims of each sort are wanted at most.
    """
    found = index.search(concepts_of(sentence), limit)
    if sentence.apart:
        found = [claim for claim in found if not _is_about(claim.claim.text, sentence.apart)]
    ours = _currencies(sentence.figures)
    if not ours:
        return found
    theirs = _currencies(f for claim in found for s in claim.sentences for f in s.figures)
    keys = sorted({rate_key(a, b) for a in ours for b in theirs - ours})
    seen = {claim.claim.id for claim in found}
    rates = index.with_keys(keys, limit)
    return [*found, *(claim for claim in rates if claim.claim.id not in seen)]


def _is_about(text: str, names: Iterable[str]) -> bool:
    """Whether a claim names one of the things that a statement is told apart from."""
    told = f" {' '.join(_WORD.findall(text.lower()))} "
    return any(f" {' '.join(_WORD.findall(name.lower()))} " in told for name in names)


def _currencies(figures: Iterable[FigureFrame]) -> set[str]:
    return {currency(f.figure) for f in figures if f.figure.kind is Kind.MONEY} - {""}
