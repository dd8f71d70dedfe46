"""A claim as the comparison sees it: its sentences read, its words turned into index keys."""

from __future__ import annotations

from datetime import date as Date
from functools import cached_property, lru_cache
from typing import NamedTuple

from factcheck.align.carried import OF_REFERENCE
from factcheck.align.model import Candidate
from factcheck.candidates.keys import keys_of, year_key, years_of
from factcheck.discourse.discourse import Discourse
from factcheck.figures.unit_data import UnitTable
from factcheck.frames.analyse import analyse
from factcheck.frames.content import topic_words
from factcheck.frames.model import SentenceFrame
from factcheck.frames.stated import with_stated
from factcheck.model import Claim
from factcheck.text.sentences import sentences
from factcheck.text.tokens import LOCALE


class _Read(NamedTuple):
    claim: Claim
    sentences: tuple[SentenceFrame, ...]


class AnalysedClaim(_Read):
    """A claim with everything that was read in it.

    Its candidates live as long as it does, and with them what was found out about each.
    """

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """One candidate for every figure of the claim."""
        return tuple(Candidate(self.claim, s, frame) for s in self.sentences for frame in s.figures)

    @cached_property
    def wholes(self) -> tuple[Candidate, ...]:
        """One candidate for every sentence of the claim."""
        return tuple(Candidate(self.claim, s, None) for s in self.sentences)


def analysed(claim: Claim, units: UnitTable | None = None, locale: str = LOCALE) -> AnalysedClaim:
    """Read a claim, once and for all.

    Args:
        claim: the claim.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.
    """
    source = topic_words(" ".join(filter(None, (claim.source, claim.speaker))))
    frames = []
    told = Discourse(OF_REFERENCE)
    if claim.topic:
        told.where(_topic(claim.topic, locale), "the topic")
    for span in sentences(claim.text):
        sentence = told.tell(analyse(claim.text, span, claim.topic, units, locale))
        frames.append(sentence._replace(attribution=sentence.attribution | source))
    return AnalysedClaim(claim, tuple(with_stated(f, claim.figures, units) for f in frames))


@lru_cache(maxsize=1024)
def _topic(topic: str, locale: str) -> SentenceFrame:
    """A topic as it is read; many claims have one."""
    return analyse(topic, locale=locale)


def keys_of_claim(claim: AnalysedClaim) -> frozenset[str]:
    """All keys under which a claim is found; one that names no year has that of its date."""
    keys = keys_of(claim.sentences)
    date = claim.claim.date
    if date is None or any(map(years_of, claim.sentences)):
        return keys
    return keys | {year_key(date.year if isinstance(date, Date) else int(date[:4]))}
