"""docs/exchange.md says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.exchange import ratings
from factcheck.exchange.formats import READERS, WRITERS
from factcheck.exchange.headers import SYNONYMS
from factcheck.exchange.ratings import Rating, judged
from factcheck.store.days import read_day

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("| ")
]


@pytest.mark.parametrize("name", SYNONYMS)
def test_headers(name):
    (row,) = [row for row in ROWS if row[0] == f"`{name}`" and len(row) == 2 and "," in row[1]]
    assert row[1].partition(":")[0].split(", ") == list(SYNONYMS[name])


@pytest.mark.parametrize("name", {**READERS, **WRITERS})
def test_formats(name):
    assert [row for row in ROWS if row[0] == f"`{name}`"]


def test_endings():
    for one in WRITERS.values():
        (row,) = [row for row in ROWS if row[0] == f"`{one.name}`" and row[1].startswith("`.")]
        assert set(re.findall(r"`(\.\w+)`", row[1])) <= set(one.endings)


@pytest.mark.parametrize("status", ["debunked", "draft", "current"])
def test_ratings(status):
    (row,) = [row for row in ROWS if row[-1] == f"`{status}`"]
    listed = row[1].removesuffix(" …").replace("Three or", "Three Pinocchios or")
    words = re.split(r", | or ", listed)
    assert len(words) >= 5
    assert {str(judged(Rating(word)).status) for word in words} == {status}
    assert (ratings._FALSE_BELOW, ratings._TRUE_FROM) == (1 / 2, 3 / 4)


def test_dates():
    listed = re.search(r"\*\*Dates\*\* are (.*?), with or without", PAGE, re.S)[1]
    forms = re.split(r"(?<!March 12), | or ", " ".join(listed.split()))
    assert len(forms) >= 8
    for form in forms:
        assert str(read_day(form)).startswith("2024")
