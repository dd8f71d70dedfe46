"""Each rule of a draft against itself on small texts: what it finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from reading import checked, codes

from factcheck.consistency.check import contradictions
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage, Sort
from factcheck.model import Span, Verdict
from factcheck.pipeline import figured
from factcheck.policy import Policy

WRONG = [
    ("FC201", "Tunnel is 9 km long\n\nThe tunnel, which opens in May, is 7 km long."),
    ("FC201", "Wolves win 4-2\n\nThe Wolves beat the Bears 4-1 on Sunday."),
    ("FC202", "In all, 31 boats: 12 yachts and 14 dinghies, lay in the harbour."),
    ("FC202", "Of the 70 pupils, 40 are girls and 20 are boys."),
    ("FC202", "The party has 21 seats in the north and 14 in the south, a total of 39 seats."),
    ("FC203", "Some 51% said yes, 44% said no and 11% did not know."),
    (
        "FC203",
        "Of the visitors, 40% came by bus, 30% by car. The remaining 20% walked.",
    ),
    ("FC204", "The price fell 50% to 80 euros from 120 euros."),
    ("FC204", "The share rose by five percentage points from 11% to 14%."),
    ("FC204", "Sales rose by $50m, or 40%, to $300m."),
    ("FC204", "Nine of the 36 players (35%) are injured."),
    ("FC205", "The museum opened on Thursday, 1 January 2021, with a concert."),
    ("FC206", "Karl Dorn (1920-1990) was a poet. Dorn died at the age of 50."),
]
RIGHT = [
    "Ana Ruiz said 40 people were hurt. Bo Lind said 25 people were hurt.",
    "In 2019 the farm had 40 cows. The farm had 65 cows in 2023.",
    "The toll rose from 65 to 72 dead. Earlier reports had spoken of 80 dead.",
    "More than 300 people came. In all, 340 people came.",
    "The club sold 31,400 tickets. It sold about 31,000 tickets.",
    "The bag weighs 12 kg. The box weighs 15 kg.",
    "Of the 70 pupils, 40 speak French and 45 speak Dutch.",
    "The fleet has 31 boats, among them 12 yachts and 14 dinghies.",
    "Turnout was 61%. The mayor got 55%.",
    "Profit rose 5% to $21m from $20m, and sales fell 10% from $200m to $180m.",
    "The rate rose from 4% to 6%, a rise of 50%.",
    "Lea Holm, 30, was born in 1990. Her son Per Holm was born in 2012 and is 12.",
]


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_what_cannot_be_right(code, text):
    assert codes(text) == [code]


@pytest.mark.parametrize("text", RIGHT)
def test_near_misses(text):
    assert codes(text) == []


def test_a_pair_is_told_once_at_the_later_place_with_a_finding():
    text = "The dam is 62 metres high. The dam is 74 metres high."
    _, (found,) = checked(text)
    assert found.span.cut(text) == "74"
    assert [span.cut(text) for span, _ in found.related] == ["62"]
    assert found.finding is not None
    assert found.finding.verdict is Verdict.CONFLICTING
    assert found.finding.citation is not None
    assert found.finding.citation.source == "this draft"
    assert found.finding.citation.figure.span.cut(text) == "62"


def test_the_headline_is_the_odd_one_where_the_text_agrees_with_itself():
    text = (
        "Dam is 62 metres high\n\nThe dam is 74 metres high. It leaks. The dam is 74 metres high."
    )
    _, found = checked(text)
    assert [(one.code, one.span.cut(text)) for one in found] == [("FC201", "62")]
    assert {label for _, label in found[0].related} != {"the headline"}


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The talks begin on Monday, March 3.", date(2025, 2, 20), []),
        ("The talks begin on Monday, March 3.", date(2024, 2, 20), ["FC205"]),
        ("The talks begin on Monday, March 3.", None, []),
        ("They met on Wednesday, 31 December.", date(2026, 1, 5), []),
    ],
)
def test_a_weekday_without_a_year_goes_by_the_date_of_the_draft(text, day, expected):
    assert codes(text, day=day) == expected


@pytest.mark.parametrize(
    ("age", "expected"), [(39, []), (40, []), (41, ["FC206"]), (38, ["FC206"])]
)
def test_the_year_of_an_age_may_not_be_completed(age, expected):
    text = f"Mara Velt, {age}, lives in Ulm. Velt was born in 1984."
    assert codes(text, day=date(2024, 6, 1)) == expected


def test_a_table_with_a_total_between_bars():
    table = "| Town | Votes |\n| --- | --- |\n| Ahn | 210 |\n| Bel | 120 |\n| Total | {} |\n"
    assert codes(table.format(330), ending="md") == []
    assert codes(table.format(390), ending="md") == ["FC202"]


def test_a_table_that_was_read_cell_by_cell():
    rows = [("Ahn", 210), ("Bel", 120), ("Total", 390)]
    text, passages = "", []
    for town, votes in rows:
        start = len(text)
        text += f"Votes, {town}: {votes}\n"
        own = Span(text.rindex(" ") + 1, len(text) - 1)
        passages.append(Passage(Span(start, len(text) - 1), sort=Sort.TABLE, own=own))
    document = Document(text, tuple(passages), Origin(text))
    sentences = list(figured(text, passages, None, "en-GB"))
    found = list(contradictions(document, sentences, Policy()))
    assert [(one.code, one.span.cut(text)) for one in found] == [("FC202", "390")]


def test_a_list_with_a_total():
    items = "The prizes:\n\n- Poems: 12\n- Stories: 31\n- Plays: 9\n- Total: {}\n"
    assert codes(items.format(52), ending="md") == []
    assert codes(items.format(58), ending="md") == ["FC202"]


def test_tolerances_are_those_of_the_policy():
    text = "The fund has $10 million: $4.2 million in shares and $5.2 million in bonds."
    document, _ = checked(text)
    sentences = list(figured(text, document.passages, None, "en-GB"))
    strict = replace(Policy(), rounding_error=0, rounding_error_one_digit=0)
    assert list(contradictions(document, sentences, Policy())) == []
    assert [one.code for one in contradictions(document, sentences, strict)] == ["FC202"]


def test_nothing_is_wrong_with_an_empty_draft():
    assert codes("") == []
