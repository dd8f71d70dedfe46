"""A claim as the comparison sees it: its sentences read, its words turned into index keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from typing import NamedTuple

from factcheck.align.model import Candidate
from factcheck.candidates.keys import keys_of, year_key, years_of
from factcheck.figures.unit_data import UnitTable
from factcheck.frames.analyse import analyse, topic_words
from factcheck.frames.model import SentenceFrame
from factcheck.frames.stated import with_stated
from factcheck.model import Claim
from factcheck.text.sentences import sentences
from factcheck.text.tokens import LOCALE


class AnalysedClaim(NamedTuple):
    """A claim with everything that was read in it."""

    claim: Claim
    sentences: tuple[SentenceFrame, ...]

    def candidates(self) -> Iterator[Candidate]:
        """One candidate for every figure of the claim."""
        for sentence in self.sentences:
            for frame in sentence.figures:
                yield Candidate(self.claim, sentence, frame)

    def wholes(self) -> Iterator[Candidate]:
        """One candidate for every sentence of the claim."""
        for sentence in self.sentences:
            yield Candidate(self.claim, sentence, None)


def analysed(claim: Claim, units: UnitTable | None = None, locale: str = LOCALE) -> AnalysedClaim:
    """Read a claim, once and for all.

    Args:
        claim: the claim.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.
    """
    source = topic_words(" ".join(filter(None, (claim.source, claim.speaker))))
    frames = []
    for span in sentences(claim.text):
        sentence = analyse(claim.text, span, claim.topic, units, locale)
        frames.append(sentence._replace(attribution=sentence.attribution | source))
    return AnalysedClaim(claim, tuple(with_stated(f, claim.figures, units) for f in frames))


def keys_of_claim(claim: AnalysedClaim) -> frozenset[str]:
    """All keys under which a claim is found; one that names no year has that of its date."""
    keys = keys_of(claim.sentences)
    date = claim.claim.date
    if date is None or any(map(years_of, claim.sentences)):
        return keys
    return keys | {year_key(date.year if isinstance(date, Date) else int(date[:4]))}
