"""The day on which a draft was written, as far as it says so itself: it anchors "last month".

Metadata goes before the text, and in the text a line that says "published" before one that is a
date or begins with a dateline, and that before one that says "updated". A date without its year
is none, and neither is one whose day and month can be told either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date as Date
from datetime import timedelta
from functools import cache
from typing import Final

from factcheck.document.base import Document
from factcheck.document.words import listed, months, weekdays

# Where datelines and bylines stand, and the lines that say "Updated" at the end.
_OPENING, _CLOSING = 4_000, 1_500
_LINES: Final = 25
_LONGEST: Final = 200  # characters of a line that are looked at
_ONE_STORY: Final = timedelta(days=31)
_YEAR = re.compile(r"\d{4}")
# Of letters that run on, no part is a zone: they could be parted in too many ways.
_ZONE = r"[A-Z]{1,5}(?![A-Za-z])|[ap]\.?m\.?(?![A-Za-z])|[+-]\d\d:?\d\d"
CLOCK = rf"(?:[,|@\s]|\bat\b|\bT\b)*\d{{1,2}}[:.h]\d\d(?::\d\d)?(?:\s*(?:{_ZONE})){{0,3}}"
_AGENCY = r"(?:\s*\([^()]{2,30}\))"
PLACE = r"[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’-]*){0,5}"


def date_of(document: Document, told: Iterable[str] = ()) -> Date | None:
    """The day on which a draft was written; None where it does not say.

    Args:
        document: as it was read.
        told: what its metadata say, the most telling first.
    """
    for text in told:
        day = date_told(text)
        if day is not None:
            return day
    return date_in(document.text)


def date_told(text: str) -> Date | None:
    """The day that a piece of metadata names: "2024-03-01T08:00Z", "Fri, 1 Mar 2024 08:00"."""
    found = _date_pattern().search(text[:_LONGEST])
    return _day(found.groupdict()) if found is not None else None


def is_one_story(begun: Date, saved: Date) -> bool:
    """Whether the days on which a file was begun and saved may be those of the writing of a text.

    A file that is saved again long after was opened from an archive, or made of another.
    """
    return timedelta(0) <= saved - begun <= _ONE_STORY


def date_in(text: str) -> Date | None:
    """The day that the dateline of a text, or a line of its own, names."""
    best: tuple[int, Date] | None = None
    if not _YEAR.search(text, 0, _OPENING) and not _YEAR.search(text, len(text) - _CLOSING):
        return None
    for line in _lines(text):
        for rank, pattern in enumerate(_line_patterns()):
            found = pattern.match(line)
            day = _day(found.groupdict()) if found is not None else None
            if day is not None and (best is None or rank < best[0]):
                best = (rank, day)
    return best[1] if best is not None else None


def _lines(text: str) -> Iterator[str]:
    """The first lines of a text, and the last."""
    opening = text[:_OPENING].splitlines()
    closing = text[max(_OPENING, len(text) - _CLOSING) :].splitlines()[1:]
    told = [line.strip() for line in opening if line.strip()][:_LINES]
    for line in [*told, *(line.strip() for line in closing)]:
        yield line[:_LONGEST].lstrip("*_#>- \t")


@cache
def _date_pattern() -> re.Pattern[str]:
    return re.compile(date_pattern(), re.IGNORECASE)


def date_pattern() -> str:
    """One date, in one of the orders that cannot be mistaken; letters in any case."""
    month = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?\.?"
    year = r"(?P<{}>(?:1[6-9]|20)\d\d)(?!\d)"
    orders = (
        rf"{year.format('y1')}-(?P<n1>\d\d)-(?P<d1>\d\d)(?!\d)",
        rf"{day.format('d2')}\s+(?:of\s+)?(?P<m2>{month})\.?,?\s+{year.format('y2')}",
        rf"(?P<m3>{month})\.?\s+{day.format('d3')},?\s+{year.format('y3')}",
        rf"{year.format('y4')}/(?P<n4>\d\d?)/(?P<d4>\d\d?)(?!\d)",
        rf"(?P<a5>\d\d?)(?P<s5>[/.-])(?P<b5>\d\d?)(?P=s5){year.format('y5')}",
        r"(?P<y6>(?:19|20)\d\d)(?P<n6>[01]\d)(?P<d6>[0-3]\d)(?!\d)",
    )
    return rf"(?<!\d)(?:{'|'.join(orders)})"


@cache
def _line_patterns() -> tuple[re.Pattern[str], ...]:
    """The lines that tell a date, those that count most first."""
    weekday = rf"(?:(?:{'|'.join(weekdays())})\.?,?\s+)?"
    date = rf"(?i:{weekday}{date_pattern()})"
    published, updated = (
        rf"(?i:(?:{'|'.join(map(re.escape, listed('dates', name)))})(?:\s+on\b)?\s*:?\s*)"
        for name in ("published", "updated")
    )
    byline = rf"(?:By\s+)?(?:{PLACE}(?:\s+and\s+{PLACE})?{_AGENCY}?\s*[,|·–—-]\s*)?"
    clock = rf"(?:{CLOCK})?"
    start = rf"(?:{CLOCK}(?:\s*[,|·–—-]\s*|\s+)(?:on\s+)?)?"
    return (
        re.compile(rf"{published}{start}{date}"),
        re.compile(rf"{byline}{date}{clock}\s*\.?\Z"),
        re.compile(rf"{PLACE}{_AGENCY}?\s*[,:–—-]*\s*{date}{_AGENCY}?\s*(?:[–—:-]|/[A-Z ]+/)"),
        re.compile(rf"{updated}{start}{date}"),
    )


def _day(groups: Mapping[str, str | None]) -> Date | None:
    """The day of a match; None where the calendar has none, or it can be told either way."""
    told = {name[0]: text for name, text in groups.items() if text is not None}
    if "a" in told:  # 31/03/2024: only one of the two can be the month
        first, second = int(told["a"]), int(told["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        told["d"], told["n"] = str(max(first, second)), str(min(first, second))
    month = int(told["n"]) if "n" in told else months()[told["m"].lower()]
    try:
        return Date(int(told["y"]), month, int(told["d"]))
    except ValueError:
        return None  # no such day: a slip of the pen tells no date
