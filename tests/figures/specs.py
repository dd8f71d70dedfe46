"""The specs of other readers of figures, and how our readings are held against them.

Every spec is a text with the quantities that another project reads in it. What we read the same
but write otherwise is translated here: their mean of a range, their sum of "4 years" and
"6 months", their names of units. What is not our job is listed in `specs.toml`, with its reason.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from figure_lines import readings

from factcheck.figures import Reading
from factcheck.figures.units import settle
from factcheck.model import Figure, Kind, Unit
from factcheck.text.tokens import tokenize

FIGURES: Final = Path(__file__).parents[3] / "shared" / "data" / "figures"
# They print 15 digits: "0.142857142857143" is a seventh.
_CLOSE: Final = Fraction(1, 10**6)
_KINDS: Final[Mapping[str, frozenset[Kind]]] = {
    "ordinal": frozenset({Kind.ORDINAL}),
    "percentage": frozenset({Kind.SHARE, Kind.CHANGE}),
    "age": frozenset({Kind.AGE, Kind.DURATION}),
}


class Ends(NamedTuple):
    """What a range allows: its ends, and which of them are excluded."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool


@dataclass(frozen=True)
class Spec:
    """One quantity that another project reads.

    Attributes:
        index: its line in the file, from 0.
        text: the text, or a carrier sentence round it where the text is the quantity alone.
        surface: the words of the quantity.
        span: where they stand in `text`.
        kind: what the file calls it ("ordinal", "numberrange"), "" where it does not say.
        value: its value; None for a range, and for what has none.
        ends: of a range.
        unit: its unit as the file names it, "" for none.
    """

    index: int
    text: str
    surface: str
    span: tuple[int, int]
    kind: str
    value: Fraction | None
    ends: Ends | None
    unit: str

    @property
    def line(self) -> str:
        """How `specs.toml` names it."""
        return f"{self.index} {self.surface}"

    @property
    def pointing(self) -> bool:
        """Whether it holds no number at all ("last", a bare "dollars")."""
        return self.value is None and self.ends is None


class Outcome(NamedTuple):
    """Whether the value of a spec was read, and whether its unit or kind was, too."""

    spec: Spec
    value: bool
    unit: bool


@cache
def rules() -> Mapping[str, Any]:
    """specs.toml."""
    return tomllib.loads(Path(__file__).with_name("specs.toml").read_text("utf-8"))


# ---------------------------------------------------------------- reading the files
def rows(name: str) -> list[dict[str, Any]]:
    """The lines of a file of specs."""
    with (FIGURES / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def specs(name: str) -> list[Spec]:
    """Every quantity of a file."""
    return [
        _spec(index, row["text"], quantity)
        for index, row in enumerate(rows(name))
        for quantity in row["quantities"]
    ]


def _spec(index: int, text: str, quantity: Mapping[str, Any]) -> Spec:
    surface = quantity.get("text") or quantity["surface"]
    start = quantity.get("start")
    if start is None:
        start = max(text.lower().find(surface.lower()), 0)
    kind = quantity.get("type", "")
    resolution = quantity.get("resolution", quantity)
    if kind == "ordinal" and surface.lower() == text.strip().lower():
        before, after = rules()["carrier"]["ordinal"].split("{}")
        text, start = before + text.strip() + after, len(before)
    written = str(resolution.get("value", ""))
    ends = _ends(written) if kind == "numberrange" else None
    value = None if ends is not None else _number(written.rstrip("%"))
    unit = resolution.get("unit") or ""
    unit = rules()["units"].get(f"{kind} {unit}", unit)
    if unit in rules()["multiples"] and value is not None:  # "a dozen" is one of that unit to them
        value, unit = value * rules()["multiples"][unit], ""
    span = (start, start + len(surface))
    return Spec(index, text, surface, span, kind, value, ends, unit)


def _number(written: str) -> Fraction | None:
    try:
        return Fraction(written)
    except ValueError:
        return None


def _ends(written: str) -> Ends:
    low, high = written[1:-1].split(",")
    return Ends(_number(low), _number(high), written[0] == "(", written[-1] == ")")


def aside(name: str) -> dict[str, list[Spec]]:
    """The specs of a file that are not our job, by reason."""
    entries = [entry for entry in rules()["aside"] if entry["file"] == name]
    return {
        entry["reason"]: [spec for spec in specs(name) if _named(entry, spec)] for entry in entries
    }


def _named(entry: Mapping[str, Any], spec: Spec) -> bool:
    return (
        spec.index in entry.get("lines", ())
        or spec.line in entry.get("specs", ())
        or spec.kind == entry.get("type")
        or (entry.get("valueless", False) and spec.pointing)
    )


# ---------------------------------------------------------------- scoring
def outcomes(name: str, judged: Iterable[Spec]) -> list[Outcome]:
    """How each spec of `judged` fares; `name` is the file's."""
    by_text: dict[tuple[int, str], list[Spec]] = {}
    for spec in judged:
        by_text.setdefault((spec.index, spec.text), []).append(spec)
    found = []
    for (_, text), group in by_text.items():
        read = readings(text)
        found.extend(_judge(spec, group, _near(spec, text, read)) for spec in group)
    return found


def _near(spec: Spec, text: str, read: Sequence[Reading]) -> list[Reading]:
    """The readings that share a character with the words of the spec."""
    tokens = tokenize(text)
    start, end = spec.span
    return [
        one
        for one in read
        if tokens.starts[one.outer_first] < end and start < tokens.ends[one.outer_last - 1]
    ]


def _judge(spec: Spec, group: Sequence[Spec], near: Sequence[Reading]) -> Outcome:
    figures = [one.figure for one in near]
    if spec.ends is not None:
        return _judge_range(spec, spec.ends, figures)
    hits = [figure for figure in figures if _same_value(spec, figure)]
    if hits:
        return Outcome(spec, True, any(_same_unit(spec, figure) for figure in hits))
    other = any(_is_sum(group, figure) for figure in figures) or _is_mean(spec, figures)
    return Outcome(spec, other, other)


def _judge_range(spec: Spec, ends: Ends, figures: Sequence[Figure]) -> Outcome:
    """A range; two bounds, of which we make two figures, are held against it together."""
    if not figures:
        return Outcome(spec, False, False)
    lows = [(f.low, f.low_open) for f in figures if f.low]
    highs = [(f.high, f.high_open) for f in figures if f.high not in {None, _end_of(f)}]
    low, low_open = max(lows, default=(None, True))
    high, high_open = min(highs, default=(None, True))
    value = (low, high) == (ends.low, ends.high)
    # "Between 20 and 30" ends before 30 for them, with 30 for us and for newsrooms.
    inner = ends.low is not None and not ends.low_open and ends.high_open
    form = low_open == ends.low_open and (inner or high_open == ends.high_open)
    return Outcome(spec, value, value and form)


def _end_of(figure: Figure) -> Fraction | None:
    """The whole, which ends a share for us: "more than half" is no more than all."""
    shared = figure.kind is Kind.SHARE and figure.unit is not None
    return 1 / figure.unit.factor if shared and figure.unit is not None else None


def _same_value(spec: Spec, figure: Figure) -> bool:
    if spec.value is None:
        return False
    return any(_close(spec.value, given) for given in _values(spec, figure))


def _values(spec: Spec, figure: Figure) -> list[Fraction]:
    """The values that a figure may be said to have, in its own unit and in the spec's."""
    if figure.date is not None and figure.date.year is not None:
        return [Fraction(figure.date.year)]
    value = figure.value
    if value is None:
        if figure.low is None or figure.high is None:
            return []
        return [figure.low, figure.high, (figure.low + figure.high) / 2]
    if figure.direction < 0 and figure.kind is Kind.CHANGE:
        return [value, -value]
    theirs = _unit(spec.unit)
    if theirs is None or figure.unit is None or _settled(figure.unit, theirs) is None:
        return [value]
    base = value * figure.unit.factor + figure.unit.offset
    return [value, (base - theirs.offset) / theirs.factor]


def _settled(ours: Unit, theirs: Unit) -> tuple[Unit, Unit] | None:
    """Both units made alike; "a share" may stand outside the words of the spec."""
    return settle(ours if theirs.per else replace(ours, per=None), theirs)


def _close(wanted: Fraction, given: Fraction) -> bool:
    return abs(wanted - given) <= _CLOSE * abs(wanted)


def _same_unit(spec: Spec, figure: Figure) -> bool:
    if spec.kind == "number":
        return True  # these files say nothing of units
    kinds = _KINDS.get(spec.kind)
    if kinds is not None and figure.kind not in kinds:
        return False
    if spec.unit in rules()["unitless"]["names"]:
        return figure.unit is None or figure.unit.dimension in {"share", "share_point"}
    theirs = _unit(spec.unit)
    if theirs is None or figure.unit is None:
        return theirs is None and (not spec.unit or figure.unit is None)
    pair = _settled(figure.unit, theirs)
    if pair is None or (pair[0].factor, pair[0].offset) == (pair[1].factor, pair[1].offset):
        return pair is not None
    same = _in_base(spec.value, pair[1]), _in_base(figure.value, pair[0])  # "30 MUSD"
    return None not in same and same[0] == same[1]


def _in_base(value: Fraction | None, unit: Unit) -> Fraction | None:
    return None if value is None else value * unit.factor + unit.offset


def _is_sum(group: Sequence[Spec], figure: Figure) -> bool:
    """Whether one measure in several units is what they read as several."""
    if figure.unit is None or figure.value is None or len(group) < 2:
        return False
    inside = [(spec, _unit(spec.unit)) for spec in group if spec.value is not None]
    total = Fraction(0)
    for spec, unit in inside:
        if unit is not None and unit.dimension == figure.unit.dimension:
            total += (spec.value or 0) * unit.factor
    return _close(figure.value * figure.unit.factor, total)


def _is_mean(spec: Spec, figures: Sequence[Figure]) -> bool:
    """Whether they take the mean of what are two levels for us: "from 44 mg to 50 mg"."""
    levels = [f.value for f in figures if {"level-from", "level-to"} & set(f.rules)]
    known = [value for value in levels if value is not None]
    return (
        spec.value is not None
        and len(known) == 2
        and _close(spec.value, sum(known, Fraction(0)) / 2)
    )


@cache
def _unit(name: str) -> Unit | None:
    """The unit that a file calls `name`, as we read it behind a one."""
    if not name or name in rules()["unitless"]["names"]:
        return None
    name = rules()["units"].get(name, name)
    found = readings(f"It was 1 {name} yesterday.")
    return found[0].figure.unit if found else None
