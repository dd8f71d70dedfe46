"""Readings written as short lines, for tables of expectations."""

from __future__ import annotations

from fractions import Fraction

from factcheck.figures import Reading, read
from factcheck.model import Interval, Kind
from factcheck.text.tagger import tag
from factcheck.text.tokens import tokenize


def readings(text: str) -> tuple[Reading, ...]:
    tokens = tokenize(text)
    return read(tokens, tag(tokens.texts))


def described(text: str, *, dates: bool = True) -> list[str]:
    """ "count 300", "money [2, 3) USD", "change 5 percent up", "score 2-1", in text order."""
    found = readings(text)
    return [describe(r) for r in found if dates or r.figure.kind not in (Kind.DATE, Kind.TIME)]


def describe(reading: Reading) -> str:
    figure = reading.figure
    if figure.kind is Kind.DATE:
        return f"date {figure.date}"
    if figure.kind is Kind.SCORE:
        return "score " + "-".join(str(part) for part in figure.parts)
    pieces = [figure.kind.value, written(figure.interval)]
    if figure.unit is not None:
        pieces.append(figure.unit.symbol)
        if figure.unit.per is not None:
            pieces.append(f"/{figure.unit.per}")
    if figure.direction:
        pieces.append("up" if figure.direction > 0 else "down")
    return " ".join(piece for piece in pieces if piece)


def written(interval: Interval) -> str:
    if interval.is_point:
        return number(interval.low)
    opening = "(" if interval.low_open else "["
    closing = ")" if interval.high_open else "]"
    return f"{opening}{number(interval.low)}, {number(interval.high)}{closing}"


def number(value: Fraction | None) -> str:
    if value is None:
        return "∞"
    places = 0
    while value.denominator != 1 and places < 6 and (value * 10**places).denominator != 1:
        places += 1
    scaled = value * 10**places
    if scaled.denominator != 1:
        return str(value)
    if not places:
        return str(scaled.numerator)
    digits = f"{abs(scaled.numerator):0{places + 1}d}"
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
