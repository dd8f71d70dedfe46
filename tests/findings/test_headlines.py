"""Headlines against what they say in plain words, and against the nearest other event, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import Checker, Claim, Verdict

DATA = Path(__file__).with_name("headlines.toml")
LEAST_SETS = 120
MOST_GAPS = 10  # only ever falls
# Two numbers that are no rounding of each other, of two digits as most numbers of headlines are.
# A score and a decimal ("6.#") hold one digit each.
NUMBERS, DIGITS = ("34", "46"), ("2", "1")


class Set(NamedTuple):
    desk: str
    gap: bool
    turned: bool
    headline: str
    plain: str
    other: str


def sets() -> Iterator[Set]:
    for desk, table in tomllib.loads(DATA.read_text(encoding="utf-8")).items():
        for line in filter(None, table.split("\n")):
            mark, _, rest = line.partition(" ")
            headline, plain, other = rest.split(" | ")
            assert mark.removeprefix("?") in ("!", "~"), line
            assert all("#" in text for text in (headline, plain, other)), line
            yield Set(desk, mark[0] == "?", mark[-1] == "~", headline, plain, other)


def verdict(statement: str, reference: str) -> Verdict:
    return Checker([Claim(id="r", text=reference)]).check(statement).verdict


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.xfail(strict=False)] if case.gap else [])
        for case in sets()
    ],
    ids=lambda case: f"{case.desk}: {case.headline}",
)
def test_headline(case: Set) -> None:
    single = ".#" in case.headline or (
        case.turned and "-#" in case.headline and "C" not in case.headline
    )
    one, two = DIGITS if single else NUMBERS
    headline, plain, other = (text.replace("#", one) for text in case[3:])
    assert verdict(headline, plain) == verdict(plain, headline) == "consistent"
    assert verdict(case.headline.replace("#", two), plain) == "conflicting"
    assert verdict(case.plain.replace("#", two), headline) == "conflicting"
    wanted = "conflicting" if case.turned else "novel"
    assert verdict(headline, other) == verdict(other, headline) == wanted


def test_enough_headlines_and_few_gaps() -> None:
    every = list(sets())
    assert len(every) >= LEAST_SETS
    assert sum(case.gap for case in every) <= MOST_GAPS
