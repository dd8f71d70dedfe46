"""Dates and times of day as figures, and what makes a bare year one."""

from __future__ import annotations

from typing import Final

from factcheck.figures.dates import match_date, match_time
from factcheck.figures.scan import Draft, Scan
from factcheck.figures.units import match_unit
from factcheck.model import Interval, Kind

# Before a bare year these make a date of it, whatever follows ("in 2019 prices rose") …
_FIRM: Final = frozenset(
    ["in", "since", "during", "until", "till", "by", "before", "after", "year", "summer", "winter", "spring", "autumn"]
)
# … and these unless a plural noun follows ("of 2000 homes").
_LOOSE: Final = frozenset(
    ["of", "from", "to", "for", "between", "and", "or", "through", "mid", "early", "late", "around", "circa", "about", "on", "–", "-", "(", ",", ":"]
)
_DETERMINERS: Final = frozenset(["the", "this", "its", "their", "his", "her", "a", "an", "'s"])


def read_date(scan: Scan, i: int) -> Draft | None:
    """The date or the time of day at token `i`."""
    time = match_time(scan.tokens, i)
    date = match_date(scan.tokens, i)
    if time is not None and (date is None or time.end > date.end):
        return Draft(
            Kind.TIME,
            i,
            time.end,
            i,
            time.end,
            Interval.point(time.minutes),
            time.minutes,
            rules=(time.rule,),
        )
    if date is None or (date.rule == "bare-year" and not _is_year(scan, i, date.end)):
        return None
    first = i + 1 if scan.lower(i) == "the" and date.end > i + 1 else i
    return Draft(
        Kind.DATE,
        first,
        date.end,
        i,
        date.end,
        Interval(None, None),
        None,
        date=date.date,
        rules=(date.rule,),
    )


def _is_year(scan: Scan, i: int, end: int) -> bool:
    """Whether four digits are a year and no count: by what stands around them."""
    before = scan.lower(i - 1)
    if scan.glued(i) and before not in {"(", "-", "–", "/", "'", '"', "“"}:
        return False
    if match_unit(scan.tokens, end) is not None or scan.text(end) == "%":
        return False
    if (
        scan.lower(end) in scan.words["magnitudes"]
        or (scan.glued(end)
        and scan.text(end)[0].isalnum())
    ):
        return False
    if before in _FIRM:
        return True
    counted = scan.counts(end)
    if before in _DETERMINERS:
        return scan.tag(end) in {"NOUN", "PROPN", "ADJ"}
    if before in _LOOSE or scan.text(end) == ")":
        return not counted
    return not counted and (i == 0 or scan.tag(i - 1) in {"PROPN", "PUNCT"}) and not scan.starts(i)
