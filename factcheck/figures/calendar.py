"""Dates and times of day as figures, and what makes a bare year one."""

from __future__ import annotations

from typing import Final

from factcheck.figures.clock import TimeMatch
from factcheck.figures.date_data import bounds, words
from factcheck.figures.date_parts import DateMatch, day_at
from factcheck.figures.dates import match_date, match_time
from factcheck.figures.phrases import phrases_before
from factcheck.figures.scan import Draft, Scan
from factcheck.figures.units import match_unit
from factcheck.model import Hedge, Interval, Kind, PartialDate

_LEADING: Final = frozenset({"ADP", "ADV", "DET", "PART"})  # "below 1990 levels"

_YEARS: Final = range(1000, 2200)
_RECENT: Final = range(1900, 2101)
# Before a number that is no year: "rose to 1950 to 2000 a month".
_COUNTING: Final = frozenset(
    {"to", "than", "least", "most", "about", "some", "at", "only", "$", "£", "€"}
)
_DASHES: Final = frozenset("-‐‑–—~")
_ROUGH: Final = 50
_SHARES: Final = frozenset({"%", "percent", "pct", "per-cent", "cent"})
_FROM_SHARE: Final = 4  # tokens in which a share stands before the year that it is told from
_BARE: Final = frozenset({"bare-year", "years"})
_COUNTED: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def read_date(scan: Scan, i: int) -> Draft | None:
    """The date or the time of day at token `i`."""
    time = match_time(scan.tokens, i)
    date = match_date(scan.tokens, i, locale=scan.tokens.locale)
    if date is None or date.rule in _BARE:
        date = _span_of_years(scan, i) or date
    if time is not None and (date is None or time.end > date.end):
        return _time(scan, i, time)
    if date is None:
        date = _day_alone(scan, i)
    if date is None or (date.rule == "decade" and _is_no_time(scan, i, date.end)):
        return None
    if date.rule in _BARE and not (_is_year(scan, i, date.end) or _are_years(scan, i, date)):
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
        hedge=_bound(scan, i),
        date=date.date,
        rules=(date.rule,),
    )


def _time(scan: Scan, i: int, time: TimeMatch) -> Draft:
    """A time of day, or the period from one to another."""
    period = time.until is not None
    return Draft(
        Kind.TIME,
        i,
        time.end,
        i,
        time.end,
        Interval(time.minutes, time.until if period else time.minutes),
        None if period else time.minutes,
        hedge=Hedge.RANGE if period else _bound(scan, i),
        rules=(time.rule,),
    )


def _day_alone(scan: Scan, i: int) -> DateMatch | None:
    """ "On the 12th": a day whose month the text has named before, where it counts nothing."""
    if scan.lower(i) != "the" or scan.lower(i - 1) not in words("day_before"):
        return None
    day = day_at(scan.tokens, i + 1)
    if day is None or not day[2]:
        return None
    if scan.tag(day[1]) in _COUNTED or scan.lower(day[1]) in {"of", "-", "‐", "‑", "and"}:
        return None
    return DateMatch(PartialDate(day=day[0]), day[1], "day-alone")


def _bound(scan: Scan, i: int) -> Hedge:
    """What the words before a date make of it: "before 2018", "no later than 12 March"."""
    found = phrases_before(bounds(), scan.tokens.lowers, i) if i else ()
    return Hedge(found[0][1]) if found else Hedge.PLAIN


def _is_no_time(scan: Scan, i: int, end: int) -> bool:
    """Whether the form of a decade is none, or only a style: "a 1930s Bentley", "the 1990s hit"."""
    if _is_vague(scan, i):
        return True
    at = i if scan.lower(i) == "the" else i - 1
    if scan.lower(at) in {"a", "an"}:
        return scan.noun(end) or scan.tag(end) == "ADJ"
    styled = scan.tag(end) == "NOUN" and not scan.plural(end)
    return styled and scan.tag(at - (scan.lower(at) == "the")) in {"VERB", "AUX", "", "PUNCT"}


def _is_vague(scan: Scan, i: int) -> bool:
    """ "1000s of people" are thousands, and no decade."""
    return scan.lower(i) in scan.words["vague_phrases"] and scan.lower(i - 1) != "the"


def _is_year(scan: Scan, i: int, end: int) -> bool:
    """Whether four digits are a year and no count: by what stands around them."""
    before = scan.lower(i - 1)
    if scan.glued(i) and before not in {"(", "-", "–", "/", "'", '"', "“"}:
        return False
    if match_unit(scan.tokens, end, extra=scan.units) is not None or scan.text(end) == "%":
        return False
    if scan.lower(end) in scan.words["magnitudes"] or (
        scan.glued(end) and scan.text(end)[0].isalnum()
    ):
        return False
    if before in scan.words["year_firm"]:
        return True
    if before in scan.words["year_spanning"] and scan.lower(end) in scan.words["year_stood"]:
        return True
    if scan.lower(end) in words("year_levels") and scan.tag(i - 1) in _LEADING:
        return True  # "below 1990 levels"
    counted = scan.counts(end)
    if before == "than" and _bound(scan, i) is not Hedge.PLAIN:
        return not counted  # "no earlier than 2018"
    if before in scan.words["year_determiners"]:
        return scan.tag(end) in {"NOUN", "PROPN", "ADJ"}
    loose = before in scan.words["year_loose"] or scan.text(end) == ")"
    if loose or _is_compared(scan, i):
        return not counted
    return not counted and (i == 0 or scan.tag(i - 1) in {"PROPN", "PUNCT"}) and not scan.starts(i)


def _is_compared(scan: Scan, i: int) -> bool:
    """Whether a share is told from it: "up 4% on 2019", "12% less compared with 2019"."""
    if not scan.lower(i).isdecimal() or int(scan.lower(i)) not in _RECENT:
        return False
    before = scan.lower(i - 1)
    if before in {"with", "to"}:
        return scan.lower(i - 2) in {"compared", "relative"}
    shares = scan.tokens.lowers[max(0, i - _FROM_SHARE) : i]
    return before in {"on", "over", "than", "versus", "against"} and not _SHARES.isdisjoint(shares)


def _are_years(scan: Scan, i: int, date: DateMatch) -> bool:
    """Whether "2014 to 2018" are years without a word that says so: of our time, and in order."""
    until = date.date.until
    if date.date.year is None or until is None or until.year is None or scan.glued(i):
        return False
    first, last = date.date.year, until.year
    if not _RECENT.start <= first < last < _RECENT.stop or scan.lower(i - 1) in _COUNTING:
        return False
    # "Between 1990 and 2020 forests shrank" tells when; estimates of a count are rounder
    rough = first % _ROUGH == last % _ROUGH == 0
    opening = scan.lower(i - 1) in {"between", "from"} and scan.starts(i - 1)
    return (opening and not rough) or not scan.counts(date.end)


def _span_of_years(scan: Scan, i: int) -> DateMatch | None:
    """ "1939-45", "1999–2011": a period, told by its own wording."""
    first, last = scan.text(i), scan.text(i + 2)
    if len(first) != 4 or scan.text(i + 1) not in _DASHES or len(last) not in (2, 4):
        return None
    if not (scan.glued(i + 1) and scan.glued(i + 2)) or scan.text(i + 3) in _DASHES:
        return None
    if not all(text.isascii() and text.isdecimal() for text in (first, last)):
        return None
    begin, end = int(first), int(first[: 4 - len(last)] + last)
    if begin not in _YEARS or end not in _YEARS or end <= begin or scan.plural(i + 3):
        return None
    if match_unit(scan.tokens, i + 3, extra=scan.units) is not None:
        return None
    date = PartialDate(year=begin, until=PartialDate(year=end))
    return DateMatch(date, i + 3, "span-of-years")
