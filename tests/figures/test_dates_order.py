from __future__ import annotations

import datetime

import pytest

from factcheck.figures.dates import date_relation, later, match_date, resolve
from factcheck.model import PartialDate
from factcheck.text.tokens import tokenize


def date(text: str) -> PartialDate:
    match = match_date(tokenize("in " + text), 1)
    assert match is not None, text
    return match.date


TURNED = {"part": "whole", "whole": "part", "same_less": "same_more", "same_more": "same_less"}


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("12 March 2024", "12 March 2024", "same"),
        ("12 March", "12 March", "same"),
        ("12 March", "12 March 2024", "same_less"),
        ("March", "March 2024", "same_less"),
        ("Tuesday, 12 March 2024", "12 March 2024", "same_more"),
        ("Tuesday", "Tuesday", "same"),
        ("Tuesday", "12 March 2024", "same_less"),
        ("Wednesday", "12 March 2024", "differs"),
        ("Tuesday", "Wednesday", "differs"),
        ("Tuesday", "March 2024", "unknown"),
        ("March 2024", "2024", "part"),
        ("March 2024", "Q1 2024", "part"),
        ("March 2024", "Q2 2024", "differs"),
        ("12 March 2024", "March 2024", "part"),
        ("12 March", "March 2024", "part"),
        ("12 March 2024", "March", "part"),
        ("12 March", "April 2024", "differs"),
        ("Q1 2024", "the first half of 2024", "part"),
        ("2024", "the 2020s", "part"),
        ("1994", "the 19th century", "differs"),
        ("1894", "the 19th century", "part"),
        ("2023", "2024", "differs"),
        ("2024", "2024", "same"),
        ("March", "2024", "unknown"),
        ("12 March 2024", "13 March 2024", "differs"),
        ("early March", "early March 2024", "same_less"),
        ("early 1990s", "the 1990s", "part"),
        ("early 1990s", "the late 1990s", "differs"),
        ("early 1990s", "1991", "whole"),
        ("2021-22", "2021-22", "same"),
        ("2021-22", "2019", "differs"),
        ("2021", "2021-22", "part"),
        ("spring 2024", "autumn 2024", "differs"),
        ("spring 2024", "spring 2023", "differs"),
        ("spring 2024", "spring 2024", "same"),
        ("spring 2024", "2024", "part"),
        ("spring 2024", "March 2024", "unknown"),
        ("fiscal 2024", "2024", "unknown"),
        ("fiscal 2024", "fiscal 2024", "same"),
        ("fiscal 2024", "fiscal 2023", "differs"),
        ("fiscal 2024", "2021", "differs"),
        ("the fourth quarter of fiscal 2024", "fiscal 2024", "part"),
        ("the dry season", "the dry season", "same"),
        ("last year", "last year", "same"),
        ("last year", "2023", "unknown"),
        ("last year", "this year", "differs"),
        ("March last year", "April 2023", "differs"),
        ("44 BC", "44 BC", "same"),
        ("44 BC", "44 AD", "differs"),
    ],
)
def test_relation(a: str, b: str, relation: str) -> None:
    assert date_relation(date(a), date(b)) == relation
    assert date_relation(date(b), date(a)) == TURNED.get(relation, relation)


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("18 March 2024", "12 March 2024", True),
        ("18 March", "12 March 2024", True),
        ("3 January 2025", "28 December 2024", True),
        ("3 January", "28 December 2024", None),
        ("2024", "2023", True),
        ("March 2024", "2024", None),
        ("Q2 2024", "March 2024", True),
        ("2024", "2024", False),
        ("the 1990s", "1985", True),
        ("2021-22", "2019", True),
        ("spring 2024", "spring 2023", True),
        ("spring 2024", "2024", None),
        ("44 BC", "44 AD", False),
        ("last year", "2023", None),
        ("March", "2024", None),
    ],
)
def test_later(a: str, b: str, answer: bool | None) -> None:
    assert later(date(a), date(b)) is answer
    if a != b:
        assert later(date(b), date(a)) is (None if answer is None else not answer)


# 2024-03-20 was a Wednesday.
@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Thursday", "2024-03-14"),
        ("Wednesday", "2024-03-20"),
        ("last Wednesday", "2024-03-13"),
        ("next Wednesday", "2024-03-27"),
        ("this Friday", "2024-03-22"),
        ("yesterday", "2024-03-19"),
        ("today", "2024-03-20"),
        ("tomorrow", "2024-03-21"),
        ("last night", "2024-03-19"),
        ("last year", "2023"),
        ("this year", "2024"),
        ("next year", "2025"),
        ("last month", "2024-02"),
        ("next month", "2024-04"),
        ("last quarter", "2023-Q4"),
        ("last decade", "2010s"),
        ("last week", "week 11 2024"),
        ("last October", "2023-10"),
        ("last March", "2023-03"),
        ("next February", "2025-02"),
        ("last winter", "winter 2023"),
        ("last summer", "summer 2023"),
        ("this summer", "summer 2024"),
        ("12 March last year", "2023-03-12"),
        ("October last year", "2023-10"),
        ("early last year", "early 2023"),
        ("two years ago", "2022"),
        ("10 days ago", "2024-03-10"),
        ("three months ago", "2023-12"),
        ("two weeks ago", "week 10 2024"),
        ("a year earlier", "1 year earlier"),
        ("the same year", "same year"),
        ("last season", "last season"),
        ("March", "03"),
        ("12 March 2024", "2024-03-12"),
        ("9,999 years ago", "-7975"),
        ("9,999 months ago", "1190-12"),
    ],
)
def test_resolve(text: str, resolved: str) -> None:
    assert str(resolve(date(text), datetime.date(2024, 3, 20))) == resolved


@pytest.mark.parametrize(
    "text", ["yesterday", "last week", "last month", "last year", "500 days ago"]
)
@pytest.mark.parametrize("anchor", [datetime.date.min, datetime.date.max])
def test_resolve_at_the_ends_of_time(text: str, anchor: datetime.date) -> None:
    assert isinstance(resolve(date(text), anchor), PartialDate)


def test_resolved_dates_compare() -> None:
    anchor = datetime.date(2024, 3, 20)
    assert date_relation(resolve(date("last week"), anchor), date("13 March 2024")) == "whole"
    assert date_relation(resolve(date("last year"), anchor), date("2023")) == "same"


def test_empty_date_is_unknown() -> None:
    assert date_relation(PartialDate(), PartialDate()) == "unknown"
    assert date_relation(PartialDate(), date("2024")) == "unknown"
