from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.figures.compound import match_compound
from factcheck.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "value", "symbol", "precision", "read"),
    [
        ("5ft 11in", "71/12", "foot", "1/12", "5ft 11in"),
        ("5 ft. 11 in. tall", "71/12", "foot", "1/12", "5 ft. 11 in."),
        ("5 feet, 11 inches", "71/12", "foot", "1/12", "5 feet, 11 inches"),
        ("five feet eleven inches", "71/12", "foot", "1/12", "five feet eleven inches"),
        ("5-foot-11 forward", "71/12", "foot", "1/12", "5-foot-11"),
        ("5ft11", "71/12", "foot", "1/12", "5ft11"),
        ("6′2″", "37/6", "foot", "1/12", "6′2″"),
        ("6'2\" tall", "37/6", "foot", "1/12", "6'2\""),
        ("6’2” tall", "37/6", "foot", "1/12", "6’2”"),
        ("6'2.5\"", "149/24", "foot", "1/120", "6'2.5\""),
        ("3 h 45 min", "15/4", "hour", "1/60", "3 h 45 min"),
        ("2h30", "5/2", "hour", "1/60", "2h30"),
        ("1h 20m", "4/3", "hour", "1/60", "1h 20m"),
        ("3m 20s", "10/3", "minute", "1/60", "3m 20s"),
        ("2 hours and 30 minutes", "5/2", "hour", "1/60", "2 hours and 30 minutes"),
        ("2 hours, 3 minutes and 5 seconds", "1477/720", "hour", "1/3600", None),
        ("an hour and a half long", "3/2", "hour", "1/2", "an hour and a half"),
        ("12 st 4 lb", "86/7", "stone", "1/14", "12 st 4 lb"),
        ("12st 4lb", "86/7", "stone", "1/14", "12st 4lb"),
        ("5 years and 3 months", "21/4", "year", "1/12", "5 years and 3 months"),
        ("1:59:40", "359/180", "hour", "1/3600", "1:59:40"),
        ("2:01:09.5", "14539/7200", "hour", "1/36000", "2:01:09.5"),
        ("3:28.12,", "5203/1500", "minute", "1/6000", "3:28.12"),
        ("3:45 minutes", "15/4", "minute", "1/60", "3:45 minutes"),
        ("40°26′46″ N", "72803/1800", "degree", "1/3600", "40°26′46″"),
        ("1 m 80 cm", "9/5", "metre", "1/100", "1 m 80 cm"),
    ],
)
def test_compound(text: str, value: str, symbol: str, precision: str, read: str | None) -> None:
    tokens = tokenize(text)
    match = match_compound(tokens, 0)
    assert match is not None
    assert (match.value, match.unit.symbol) == (Fraction(value), symbol)
    assert match.precision == Fraction(precision)
    assert tokens.cut(0, match.end) == (read or text)


@pytest.mark.parametrize(
    "text",
    [
        "6 feet",
        "5 feet 11 men",
        "2 hours 30 people",
        "2 hours and 90 minutes",
        "5 years and 6 people",
        "3 kg and 5 km",
        "7:30",
        "3-1",
        "3:1",
        "5' he said",
        "12 stone bridges",
        "two people and three dogs",
        "3 miles, 4 people",
        "",
    ],
)
def test_single_or_no_measure(text: str) -> None:
    assert match_compound(tokenize(text), 0) is None


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000 + "'2\"",
        "9" * 5000 + ":02:03",
        "5 ft",
        "5 ft 11",
        "6'",
        "40°",
        "1:59:",
        "2h",
        "5 -",
        "5\x00\ud800",
    ],
)
def test_cut_short(text: str) -> None:
    tokens = tokenize(text)
    for i in range(-1, len(tokens) + 1):
        match = match_compound(tokens, i)
        assert match is None or i < match.end <= len(tokens)
