"""How a figure was read, in the words of `--explain`: values, unit, rules, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck.cache import load_toml
from factcheck.model import Figure, Interval, Kind, Unit
from factcheck.report import words

_FILE: Final = Path(__file__).parent.parent / "data" / "readings.toml"
_DIRECTIONS: Final = {1: "up", -1: "down"}
_HUNDRED: Final = Fraction(100)
_SIXTY: Final = 60  # a time of day counts minutes
_DAY: Final = 24 * _SIXTY


@cache
def _sentences() -> Mapping[str, Any]:
    return load_toml(_FILE)


def interval_words(interval: Interval, said: Callable[[Fraction], str] = words.number) -> str:
    """An interval as people write it: "300", "≥ 300", "[270 … 330)".

    A round bracket stands where the end itself is excluded.

    Args:
        interval: what to write.
        said: how one end is written.
    """
    low, high = interval.low, interval.high
    if low is high is None:
        return "any value"
    if interval.is_point and low is not None:
        return said(low)
    if low is None:
        return f"{'<' if interval.high_open else '≤'} {said(high or Fraction(0))}"
    if high is None:
        return f"{'>' if interval.low_open else '≥'} {said(low)}"
    opening, closing = "(" if interval.low_open else "[", ")" if interval.high_open else "]"
    return f"{opening}{said(low)} … {said(high)}{closing}"


def _clock(minutes: Fraction) -> str:
    """A time of day, given in minutes: "19:45"."""
    return "{:02}:{:02}".format(*divmod(int(minutes) % _DAY, _SIXTY))


def value_words(figure: Figure) -> str:
    """What a figure says, with its unit: "6–4", "up 5 percent", "× 2", "80 USD / barrel"."""
    if figure.kind is Kind.DATE:
        return str(figure.date)
    if figure.kind is Kind.TIME:
        return interval_words(figure.interval, _clock)
    if figure.kind is Kind.SCORE:
        return "–".join(map(words.number, figure.parts))
    interval, unit = figure.interval, figure.unit
    if unit is not None and unit.symbol == "fraction":
        interval, unit = interval.map(_HUNDRED), None
        text = f"{interval_words(interval)} percent"
    else:
        text = interval_words(interval)
    if figure.kind is Kind.FACTOR:
        ratio = f" ({' : '.join(map(words.number, figure.parts))})" if figure.parts else ""
        text = f"× {text}{ratio}"
    if unit is not None:
        text = f"{text} {_symbol(unit)}"
    way = _DIRECTIONS.get(figure.direction, "")
    if not way or figure.kind in (Kind.CHANGE, Kind.FACTOR):
        return f"{way} {text}".lstrip()
    return f"{text} ({way})"  # a level that was reached, which is no change


def _symbol(unit: Unit) -> str:
    return f"{unit.symbol} / {unit.per}".strip() if unit.per else unit.symbol


def reading(figure: Figure) -> Iterator[tuple[str, str]]:
    """How a figure was read, as labels and words, in a fixed order."""
    start, end = figure.span
    yield "kind", f"{figure.kind}, characters {start} to {end}"
    yield "value", value_words(figure)
    if figure.precision is not None:
        yield "precision", f"to the nearest {words.number(figure.precision)}"
    if figure.hedge != "plain":
        yield "hedge", figure.hedge.value
    if figure.unit is not None:
        yield "unit", _unit_words(figure.unit)
        if figure.base_interval != figure.interval and figure.unit.base:
            yield "in base", f"{interval_words(figure.base_interval)} {figure.unit.base}"
    yield "counts", figure.counted or "nothing found"
    yield "event", figure.event or "none found"
    for slot, text in figure.qualifiers:
        yield words.slot_words(slot), text
    yield "rules", ", ".join(figure.rules) or "none recorded"
    for sentence in reasons(figure):
        yield "because", sentence


def _unit_words(unit: Unit) -> str:
    text = f"{unit.written} = {unit.symbol}" if unit.written else unit.symbol
    dimension = unit.dimension.partition(":")[0].replace("_", " ")
    return f"{text}, {dimension}, per {unit.per}" if unit.per else f"{text}, {dimension}"


def reasons(figure: Figure) -> Iterator[str]:
    """Why what could be read in several ways was read as it was, one sentence each."""
    sentences = _sentences()
    written = figure.unit.written if figure.unit is not None else ""
    for rule in figure.rules:
        name, _, detail = rule.partition(":")
        if name == "suffix" and detail:
            letter, _, money = detail.partition(":")
            why = "a currency stands before the number" if money else "no unit fits what is around"
            yield f"“{letter}” is {sentences['letters'][letter]}: {why}"
        elif name.startswith(("unit-", "currency-")) and detail:
            guard, _, word = detail.partition("=")
            said = sentences["guards"].get(guard.partition(":")[0])
            if said is not None:
                yield f"“{written}” is {said}" + (f": “{word}” is near" if word else "")
    said = _open_words(figure)
    if said:
        yield f"“{written}” is {said}"


def _open_words(figure: Figure) -> str:
    """What an open name leaves open, "" where there is none."""
    written = figure.unit.written.lower() if figure.unit is not None else ""
    listed: Mapping[str, str] = _sentences()["open"]
    return listed.get(written) or listed.get(written.removesuffix("s"), "")
