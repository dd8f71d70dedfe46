"""A reference claim: one sentence that somebody vouches for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime as DateTime
from fractions import Fraction

from factcheck.errors import ClaimError
from factcheck.model.enums import ClaimStatus

_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?\Z")


def _whole_day(given: str) -> Date | str:
    """The day of an ISO date, or what was given where it is none."""
    try:
        return Date.fromisoformat(given)
    except ValueError:
        return given


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure that the keeper of a claim states outright; what it gives beats what is read.

    Attributes:
        text: the figure's words inside the claim's text.
        value, low, high: in `unit`; `value` alone, or `low` and/or `high`.
        unit, counted, event, hedge: as in `Figure`; None leaves what is read.
    """

    text: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unit: str | None = None
    counted: str | None = None
    event: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One reference claim.

    Attributes:
        id: unique within a store.
        text: the claim, one sentence where possible.
        source: who says so.
        date: when it was said: a `datetime.date`, or a year ("2024"), a month ("2024-03") or a
            day ("2024-03-12", kept as a `datetime.date`) in text.
        status: draft, current, superseded, retracted or debunked; only current claims decide a
            verdict.
        topic: what the text is about where it does not say so itself (a headline, a page
            title); takes part in matching as context.
        url: where it can be read.
        as_of: the date at which it held, in the forms of `date`.
        speaker: whose words they are, where `source` only relays them.
        tags: the keeper's own labels.
        supersedes: id of the claim that this one replaces.
        note: the keeper's remark, shown with a citation.
        figures: figures stated outright, where the wording alone would be read wrongly.

    Raises:
        ClaimError: for an empty id or text, an unknown status, or a malformed date.
    """

    id: str
    text: str
    source: str | None = None
    date: Date | str | None = None
    status: str = ClaimStatus.CURRENT
    topic: str | None = None
    url: str | None = None
    as_of: Date | str | None = None
    speaker: str | None = None
    tags: tuple[str, ...] = ()
    supersedes: str | None = None
    note: str | None = None
    figures: tuple[StatedFigure, ...] = field(default=())

    def __post_init__(self) -> None:
        where = f"claim {self.id!r}"
        self._check_types(where)
        if not self.id:
            raise ClaimError("a claim has no id", where=where, do="give it a unique id")
        if not self.text.strip():
            raise ClaimError("the text is empty", where=where, do="write the claim as a sentence")
        try:
            object.__setattr__(self, "status", ClaimStatus(self.status))
        except ValueError:
            known = ", ".join(ClaimStatus)
            raise ClaimError(
                f"unknown status {self.status!r}", where=where, do=f"use one of {known}"
            ) from None
        self._check_dates(where)
        if not isinstance(self.tags, tuple):
            object.__setattr__(self, "tags", tuple(self.tags))

    def _check_types(self, where: str) -> None:
        for name in ("id", "text"):
            if not isinstance(getattr(self, name), str):
                raise ClaimError(f"the {name} is not text", where=where, do="give a string")
        for name in ("source", "topic", "url", "speaker", "supersedes", "note"):
            given = getattr(self, name)
            if given is not None and not isinstance(given, str):
                raise ClaimError(f"the {name} is not text", where=where, do="give a string or None")
        if isinstance(self.tags, str):
            raise ClaimError("the tags are one text", where=where, do="give a tuple of texts")

    def _check_dates(self, where: str) -> None:
        for name in ("date", "as_of"):
            given = getattr(self, name)
            if isinstance(given, str) and len(given) == len("2024-03-12"):
                given = _whole_day(given)
                object.__setattr__(self, name, given)
            malformed = isinstance(given, str) and not _PARTIAL_DATE.match(given)
            if malformed or not isinstance(given, Date | str | None):
                raise ClaimError(
                    f"{name} {given!r} is not a date",
                    where=where,
                    do='use "YYYY", "YYYY-MM" or "YYYY-MM-DD", or a datetime.date',
                )
            if isinstance(given, DateTime):  # a date too, for Python; the hour is not kept
                object.__setattr__(self, name, given.date())
