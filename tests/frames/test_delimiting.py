"""A date is a figure only where it is what is asserted (contract, section 1)."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest

from factcheck import extract
from factcheck.model import Kind

DATA: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("delimiting.toml").read_text("utf-8")
)
WHEN = frozenset({Kind.DATE, Kind.TIME, Kind.DURATION})


def asserted(text: str, day: datetime.date | None = None) -> list[str]:
    found = [figure for figure in extract(text, day=day) if figure.kind in WHEN]
    return [str(figure.date) if figure.date else figure.text for figure in found]


@pytest.mark.parametrize("text", DATA["asserts"])
def test_asserts(text: str) -> None:
    assert asserted(text)


@pytest.mark.parametrize("text", DATA["delimits"])
def test_delimits(text: str) -> None:
    assert not asserted(text)


# 2024-03-20 was a Wednesday.
@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The museum opened last year.", ["2023"]),
        ("The museum opened three weeks ago.", ["week 9 2024"]),
        ("The museum opened last Friday.", ["2024-03-15"]),
        ("The museum opened in October last year.", ["2023-10"]),
        ("The museum will open on the 20th of next month.", ["2024-04-20"]),
        ("The museum opened on 12 March 2023.", ["2023-03-12"]),
        ("The museum opened the year before.", []),
        ("Last year the museum sold 300 pictures.", []),
    ],
)
def test_relative_dates_of_a_text_of_a_day(text: str, dates: list[str]) -> None:
    assert asserted(text, datetime.date(2024, 3, 20)) == dates
    assert not asserted(text) or text.endswith("2023.")
