"""The specs of dates and times of Recognizers-Text, and how our readings are held against them.

Which expressions are our job, and why the others are not, stands in `date_specs.toml`. The files
do not tell the day that a text is of. A relative date counts as read where some one day of the
years in which the specs were written makes the spec's value of it; which day it has to be is the
business of `test_dates_order.py`.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from date_timex import Period, clock_of, period_of, periods, seconds_of
from figure_lines import readings

from factcheck.figures import Reading
from factcheck.model import Figure, Kind
from factcheck.text.tokens import tokenize

FIGURES: Final = Path(__file__).parents[3] / "shared" / "data" / "figures"
_FILES: Final = ("recognizers_datetime_datetimemodel", "recognizers_datetime_dateparser")
_DAYS: Final = tuple(
    datetime.date(2016, 1, 1) + datetime.timedelta(days) for days in range(365 * 7)
)
_TIMES: Final = frozenset({Kind.DATE, Kind.TIME})


class Spec(NamedTuple):
    """One expression of a spec.

    Attributes:
        text: the text that it stands in.
        words: the expression, as it stands there.
        span: where it stands.
        kind: "date", "daterange", "datetime", "datetimerange", "time", "timerange", "duration",
            "set".
        timex: the values that it may have.
    """

    text: str
    words: str
    span: tuple[int, int]
    kind: str
    timex: tuple[str, ...]


class Outcome(NamedTuple):
    """Whether the value of an expression was read, and whether as precisely as it is meant."""

    spec: Spec
    value: bool
    precise: bool


@cache
def rules() -> Mapping[str, Any]:
    """date_specs.toml."""
    return tomllib.loads(Path(__file__).with_name("date_specs.toml").read_text("utf-8"))


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The lines of both files."""
    texts = ((FIGURES / f"{name}.jsonl").read_text("utf-8") for name in _FILES)
    return tuple(json.loads(line) for text in texts for line in text.splitlines())


@cache
def specs() -> tuple[Spec, ...]:
    """Every expression of both files."""
    return tuple(_spec(row["text"], found) for row in rows() for found in row["quantities"])


def _spec(text: str, found: Mapping[str, Any]) -> Spec:
    words, start, end = found["text"].lower(), found.get("start"), found.get("end")
    if start is None or end is None:
        start = max(text.lower().find(words), 0)
        end = start + len(words) - 1
    resolution = found.get("resolution") or {}
    listed = [value["timex"] for value in resolution.get("values") or () if value.get("timex")]
    kind = (found.get("type") or "").rpartition(".")[2]
    timex = listed or [resolution.get("Timex", "")]
    words = text[start : end + 1]
    if re.search(r"\d[/-]\d", words):  # their locale puts the month first
        timex += [re.sub(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", r"\1-\3-\2", one) for one in timex]
    return Spec(text, words, (start, end + 1), kind, tuple(timex))


@cache
def aside() -> Mapping[str, tuple[Spec, ...]]:
    """The expressions that are not our job, by reason; the first class that fits has it."""
    found: dict[str, list[Spec]] = {entry["reason"]: [] for entry in rules()["aside"]}
    for spec in specs():
        reason = next((e["reason"] for e in rules()["aside"] if _fits(e, spec)), None)
        if reason is not None:
            found[reason].append(spec)
    return {reason: tuple(listed) for reason, listed in found.items()}


def _fits(entry: Mapping[str, Any], spec: Spec) -> bool:
    """Whether an expression is of a class: by its type, its value, and its words."""
    if spec.kind not in entry.get("types", (spec.kind,)):
        return False
    if not re.search(entry.get("timex", ""), spec.timex[0]):
        return False
    patterns = entry.get("words", (".*",))
    return any(re.fullmatch(pattern, spec.words) for pattern in patterns)


def judged() -> tuple[Spec, ...]:
    """The expressions that are our job."""
    left = {id(spec) for listed in aside().values() for spec in listed}
    return tuple(spec for spec in specs() if id(spec) not in left)


def outcomes(judged: Iterable[Spec]) -> list[Outcome]:
    """How each expression fares."""
    return [_judge(spec, [r.figure for r in _near(spec)]) for spec in judged]


def _near(spec: Spec) -> list[Reading]:
    """The readings that share a character with the expression."""
    tokens = tokenize(spec.text)
    start, end = spec.span
    return [
        reading
        for reading in readings(spec.text)
        if tokens.starts[reading.outer_first] < end and start < tokens.ends[reading.outer_last - 1]
    ]


def _judge(spec: Spec, figures: list[Figure]) -> Outcome:
    if spec.kind == "duration":
        read = any(_lasts(figure, seconds_of(timex)) for figure in figures for timex in spec.timex)
        return Outcome(spec, read, read)
    found = [_as_read(timex, figures) for timex in spec.timex]
    return Outcome(spec, any(value for value, _ in found), any(exact for _, exact in found))


def _lasts(figure: Figure, seconds: Fraction) -> bool:
    """Whether a duration is that long; "a few hours" is three for them."""
    if figure.kind is not Kind.DURATION or figure.unit is None:
        return False
    month = {"month": Fraction(30 * 86_400), "year": Fraction(365 * 86_400)}
    factor = month.get(figure.unit.symbol, figure.unit.factor)
    if figure.value is not None:
        return figure.value * factor == seconds
    low, high = figure.low, figure.high
    return low is not None and low * factor <= seconds and (not high or seconds <= high * factor)


def _as_read(timex: str, figures: list[Figure]) -> tuple[bool, bool]:
    """Whether the figures say where a value begins, and whether they say all of it."""
    wanted, clock = period_of(timex), clock_of(timex)
    times = [f for f in figures if f.kind is Kind.TIME]
    hours = [end % 1440 for f in times for end in dict.fromkeys((f.low, f.high)) if end is not None]
    value, exact = not clock or clock[0] in hours, set(clock) <= set(hours)
    if wanted is not None:
        found = [_dated(f, wanted) for f in figures if f.date is not None]
        value = value and any(one for one, _ in found)
        exact = exact and any(both for _, both in found)
    return value, value and exact


def _dated(figure: Figure, wanted: Period) -> tuple[bool, bool]:
    """Whether a date begins as wanted, and whether it ends so as well, on some one day."""
    value = False
    date = figure.date
    assert date is not None
    for day in _DAYS if _hangs(figure) else _DAYS[:1]:
        for found in periods(date, day):
            if found == wanted or (_is_counted(figure) and _holds(found, wanted)):
                return True, True
            value = value or found.first == wanted.first
    return value, False


def _is_counted(figure: Figure) -> bool:
    """Whether a date is counted back or on, and so no more precise than its unit."""
    relative = figure.date.relative if figure.date is not None else None
    return relative is not None and relative.endswith((" ago", " hence"))


def _holds(found: Period, wanted: Period) -> bool:
    """Whether a day that they make of "two months ago" lies in the month that we make of it."""
    return found.first <= wanted.first < found.after


def _hangs(figure: Figure) -> bool:
    """Whether what a date means hangs on the day of the text."""
    date = figure.date
    ends = (date, date.until) if date is not None else ()
    return any(end is not None and (end.relative or end.weekday is not None) for end in ends)
