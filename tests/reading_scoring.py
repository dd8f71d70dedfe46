"""Scores the reader of figures against sentences whose every figure is labelled.

A label is one JSON object: `text` (the figure as it stands in the sentence), `kind`, `hedge`,
`unit` (its name or symbol, a currency as its code), `per` (the denominator of a rate), and its
value as one of

- `low` and `high`, numbers as text in the labelled unit, null for no end. For a bound or an
  approximation they are the number itself, not the width that the contract gives it: "about 300"
  is 300 to 300, "more than 300" 300 to null, "up to 300" 0 to 300. A measure in two units is
  labelled in the smaller one (5ft 11in: 71 inches). A share without a unit is a part of one
  ("1/3"; a majority is 1/2 to 1), whatever it is read in;
- `parts`, of a score, a ratio or odds;
- `date`, in ISO order, shortened where less is said ("03-12", "2024"), or `time`, "08:15".

Labels are matched with the figures whose text they overlap, in text order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from factcheck import Figure, extract
from factcheck.figures.money import currency_after
from factcheck.figures.units import settle, units_named
from factcheck.model import Hedge, Kind, Unit
from factcheck.text.lemma import lemma
from factcheck.text.tokens import tokenize

Row = dict[str, Any]

# Hedges that the labels do not keep apart: a fraction word is read with the contract's width, and
# whether two ends are a range, a margin or a vague word shows in the ends.
_SAME_HEDGE = {
    "share word": "plain",
    "margin": "range",
    "vague": "range",
    "up to": "at most",
}
_SYMBOLS = {"degC": "°C", "degF": "°F"}
_NEAR = Fraction(1, 1000)  # labels give two-thirds as 66.6667
# Kinds whose unit is said by the kind: nothing is written that could be read wrongly.
_UNITLESS = frozenset({"date", "time", "score", "ordinal", "factor", "index", "ratio", "odds"})


class ReadingScore(NamedTuple):
    """How the reader did on a file.

    Attributes:
        labels, read: how many figures are labelled, and were read.
        found: of the labels, those that a figure was read at.
        values: those whose value is right.
        units: those whose value, unit and denominator are right.
        faults: what was wrong, for people.
    """

    labels: int
    read: int
    found: int
    values: int
    units: int
    faults: tuple[str, ...]

    def f1(self, right: int) -> float:
        """The F1 of one of the counts above."""
        return 2 * right / (self.labels + self.read)


def score_reading(rows: Iterable[Row]) -> ReadingScore:
    """Read every sentence and compare with its labels."""
    labels = read = found = values = units = 0
    faults: list[str] = []
    for row in rows:
        figures = list(extract(row["text"]))
        labels += len(row["figures"])
        read += len(figures)
        for label, figure in _matched(row, figures):
            if label is None or figure is None:
                faults.append(_fault(row, "missed" if figure is None else "extra", label, figure))
                continue
            value = same_value(figure, label)
            unit = value and same_unit(figure, label)
            found, values, units = found + 1, values + value, units + unit
            if not unit:
                faults.append(_fault(row, "unit" if value else "value", label, figure))
    return ReadingScore(labels, read, found, values, units, tuple(faults))


def places(row: Row) -> Iterator[tuple[int, int]]:
    """Where the labelled figures stand, in text order."""
    at = 0
    for figure in row["figures"]:
        start = row["text"].index(figure["text"], at)
        at = start + len(figure["text"])
        yield start, at


def _matched(row: Row, figures: list[Figure]) -> Iterator[tuple[Row | None, Figure | None]]:
    """Labels with the figures at their place, then the figures that no label asks for."""
    rest = list(figures)
    for label, (start, end) in zip(row["figures"], places(row), strict=True):
        here = (f for f in rest if f.span.start < end and start < f.span.end)
        figure = next(here, None)
        if figure is not None:
            rest.remove(figure)
        yield label, figure
    yield from ((None, figure) for figure in rest)


def _fault(row: Row, what: str, label: Row | None, figure: Figure | None) -> str:
    said = "" if figure is None else f" read {figure.text!r} as {figure.kind}"
    if figure is not None and figure.kind is not Kind.DATE:
        unit = "" if figure.unit is None else f"{figure.unit.symbol} per {figure.unit.per}"
        said += f" {figure.hedge} {figure.value} [{figure.low}, {figure.high}] {unit}"
    wanted = "" if label is None else f" wanted {label}"
    return f"{row['id']} {what}:{wanted}{said} in {row['text']!r}"


# ---------------------------------------------------------------- values
def same_value(figure: Figure, label: Row) -> bool:
    """Whether a figure has the value of its label, in whichever unit, and the same hedge."""
    if "date" in label:
        return figure.date is not None and str(figure.date) == label["date"]
    if "time" in label:
        hour, minute = label["time"].split(":")
        return figure.kind is Kind.TIME and figure.value == int(hour) * 60 + int(minute)
    if list(figure.parts) == [Fraction(part) for part in label.get("parts", ())] != []:
        return True
    if label.get("low", label.get("high")) is None and "parts" in label:
        return False
    if _hedge(figure.hedge) != _wanted_hedge(label):
        return False
    wanted, given = _ends(label), _given(figure)
    if _close(given, wanted) or _signed(figure, label):
        return True
    if _is_part_of_one(figure.unit, label):
        return _close(_scaled(given, figure.unit), wanted)
    units = [unit for unit in _labelled(label["unit"]) if figure.unit is not None]
    return any(_close(_scaled(given, figure.unit), _scaled(wanted, unit)) for unit in units)


def _is_part_of_one(unit: Unit | None, label: Row) -> bool:
    """Whether a share is labelled without a unit: a third, or most."""
    return unit is not None and unit.dimension == "share" and label["unit"] == ""


def _hedge(hedge: Hedge | str) -> str:
    return _SAME_HEDGE.get(str(hedge), str(hedge))


def _wanted_hedge(label: Row) -> str:
    """A label's hedge; a single number is plain: the error of "a margin of 3", "a couple"."""
    single = label["hedge"] in {"margin", "vague"} and label["low"] == label["high"]
    return "plain" if single else _hedge(label["hedge"])


def _ends(label: Row) -> tuple[Fraction | None, ...]:
    """The ends that decide: one of a bound, which may also be all that a figure has."""
    low, high = (None if label[end] is None else Fraction(label[end]) for end in ("low", "high"))
    hedge = _wanted_hedge(label)
    if hedge in {"more than", "at least"}:
        return (low,)
    return (high,) if hedge in {"less than", "at most"} else (low, high)


def _given(figure: Figure) -> tuple[Fraction | None, ...]:
    hedge = _hedge(figure.hedge)
    if hedge in {"more than", "at least"}:
        return (figure.low,)
    if hedge in {"less than", "at most"}:
        return (figure.high,)
    if hedge == "range" or figure.value is None:
        return (figure.low, figure.high)
    return (figure.value, figure.value)


def _signed(figure: Figure, label: Row) -> bool:
    """Whether "−5%", a fall of 5%, is labelled with its sign."""
    low = label.get("low")
    return figure.direction < 0 and low is not None and figure.value == -Fraction(low)


def _close(given: tuple[Fraction | None, ...], wanted: tuple[Fraction | None, ...]) -> bool:
    if len(given) != len(wanted):
        return False
    return all(
        a is b if a is None or b is None else abs(a - b) <= _NEAR * abs(b)
        for a, b in zip(given, wanted, strict=True)
    )


def _scaled(ends: tuple[Fraction | None, ...], unit: Unit | None) -> tuple[Fraction | None, ...]:
    factor = Fraction(1) if unit is None else unit.factor
    return tuple(None if end is None else end * factor for end in ends)


# ---------------------------------------------------------------- units
def same_unit(figure: Figure, label: Row) -> bool:
    """Whether a figure has the unit and the denominator of its label.

    Of a speed or the like, which is one unit with us, the label may name the parts ("kilometre",
    "hour"). A measure in two units, which is read in the larger and labelled in the smaller, has
    the right unit where both are of one dimension; so has a share, where a half is 50 percent.
    """
    if label["kind"] in _UNITLESS:
        return True
    unit = figure.unit
    per = "" if unit is None else unit.per or ""
    names = [label["unit"]] if _same_denominator(label["per"], per) else []
    if unit is not None and label["per"] and not per:
        names.append(f"{label['unit']} per {label['per']}")
    if names == [""]:
        open_ = {"count", "rating", "point"}
        return unit is None or unit.dimension in open_ or _is_part_of_one(unit, label)
    if unit is None:
        return False
    loose = unit.dimension == "share" or any(r.startswith("compound") for r in figure.rules)
    return any(
        unit.symbol == name or _is_same(unit, other, loose=loose)
        for name in names
        for other in _labelled(name)
    )


def _is_same(unit: Unit, other: Unit, *, loose: bool) -> bool:
    """Whether two units are one; an open one ("dollars", "tons") is each that it may be."""
    dimension = unit.dimension.removesuffix("_difference")  # 5 °C more is in degrees as well
    both = settle(replace(unit, per=None, dimension=dimension), replace(other, per=None))
    return both is not None and (loose or both[0].factor == both[1].factor)


@cache
def _labelled(name: str) -> list[Unit]:
    """Every unit or currency that a label may mean."""
    if not name:
        return []
    words = tokenize(f"1 {_SYMBOLS.get(name, name)}")
    money = currency_after(words, 1)
    unit = units_named(tokenize(_SYMBOLS.get(name, name)))
    return unit if money is None else [money.unit, *unit]


def _same_denominator(one: str, other: str) -> bool:
    """Whether two denominators are one: "100,000 people" is "100000 person", as is "100000"."""
    return _bases(one) == _bases(other)


def _bases(per: str) -> list[str]:
    named = per.replace("people", "person").replace("capita", "person").replace("-", " ")
    words = named.replace(" million ", "000000 ").replace(",", "").split()
    bases = [lemma(word, "NOUN") for word in words]
    return bases[:-1] if bases[-1:] == ["person"] and bases[0].isdecimal() else bases
