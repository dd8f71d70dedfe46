"""Every example of dates.toml, the negatives, and times of day."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.figures.date_data import read
from factcheck.figures.dates import match_date, match_time
from factcheck.model import PartialDate
from factcheck.text.tokens import tokenize

EXAMPLES = [
    (text, wanted)
    for name, table in read().items()
    if name != "clock"
    for text, wanted in table.get("examples", ())
]


def date_in(text: str, word: str, *, locale: str = "en-GB") -> tuple[str, str]:
    """The date that starts at the first token of `word`, and its wording."""
    tokens = tokenize(text)
    i = tokens.starts.index(text.index(word))
    match = match_date(tokens, i, locale=locale)
    return (str(match.date), tokens.cut(i, match.end)) if match else ("", "")


@pytest.mark.parametrize(("text", "wanted"), EXAMPLES)
def test_example(text: str, wanted: str) -> None:
    tokens = tokenize(text)
    match = match_date(tokens, 0)
    assert (str(match.date) if match else "") == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted", "read"),
    [
        ("In March 12 people died", "March", "03", "March"),
        ("On March 12 people died", "March", "03-12", "March 12"),
        ("In March 2024 people died", "March", "2024-03", "March 2024"),
        ("In March 3,500 people died", "March", "03", "March"),
        ("the year to March, the", "March", "03", "March"),
        ("in March and April of", "April", "04", "April"),
        ("Jones and April said", "April", "", ""),
        ("12 March 2024 was", "12", "2024-03-12", "12 March 2024"),
        ("by end-March, they", "end", "end 03", "end-March"),
        ("the Christmas quarter of 2023", "Christmas", "christmas quarter 2023", None),
        ("the March attack", "March", "03", "March"),
        ("a March on Rome", "March", "", ""),
        ("Theresa May resigned", "May", "", ""),
        ("in May he resigned", "May", "05", "May"),
        ("they march 12 miles", "march", "", ""),
        ("he may 12 times", "may", "", ""),
        ("by march 20 they", "march", "03-20", "march 20"),
        ("as of 20 march they", "20", "03-20", "20 march"),
        ("on 4 may 2020 they", "4", "2020-05-04", "4 may 2020"),
        ("in march 20 people", "march", "", ""),
        ("on 12 March, 2024 and", "12", "2024-03-12", "12 March, 2024"),
        ("on 12 March, 300 died", "12", "03-12", "12 March"),
        ("temperatures in the 90s", "90", "", ""),
        ("music of the 90s", "90", "1990s", "90s"),
        ("the fall of Kabul", "fall", "", ""),
        ("in the fall of 2021", "fall", "autumn 2021", "fall of 2021"),
        ("a spring coil", "spring", "", ""),
        ("in the spring", "spring", "spring", "spring"),
        ("last Tuesday night he", "last", "last tuesday", "last Tuesday night"),
        ("from Jan. 5 to", "Jan", "01-05", "Jan. 5"),
        ("on 2020's worst day", "2020", "2020", "2020"),
        ("the 2024-25 season", "2024", "2024-25", "2024-25"),
        ("phone 2024-555-123", "2024", "2024", "2024"),
        ("a year before the war", "a", "1 year before", "a year before"),
        ("40 years before the war", "40", "", ""),
        ("in October of last year", "October", "october last year", "October of last year"),
    ],
)
def test_in_context(text: str, word: str, wanted: str, read: str | None) -> None:
    found = date_in(text, word)
    assert found[0] == wanted
    assert read is None or found[1] == read


@pytest.mark.parametrize(
    ("text", "locale", "wanted"),
    [
        ("12/03/2024", "en-GB", "2024-03-12"),
        ("12/03/2024", "en-US", "2024-12-03"),
        ("25/12/2024", "en-US", "2024-12-25"),
        ("12/25/2024", "en-GB", "2024-12-25"),
        ("2024-12-03", "en-US", "2024-12-03"),
        ("13/13/2024", "en-GB", ""),
        ("12/03/24", "en-GB", "2024-03-12"),
        ("12/03/70", "en-GB", "1970-03-12"),
    ],
)
def test_locale(text: str, locale: str, wanted: str) -> None:
    assert date_in(text, text[:2], locale=locale)[0] == wanted or (
        text.startswith("2024") and date_in(text, "2024", locale=locale)[0] == wanted
    )


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "50/50",
        "1/2",
        "3,500",
        "2,024",
        "12",
        "999",
        "2200",
        "12345",
        "31 February",
        "0 March",
        "32 March",
        "last",
        "next door",
        "second",
        "the first",
        "the third man",
        "may",
        "march",
        "sun",
        "Sat down",
        "mid",
        "end of story",
        "late arrivals",
        "F-16",
        "2024s",
        "first half",
        "the last two years of the war",
        "the last 10 minutes",
    ],
)
def test_no_date(text: str) -> None:
    assert match_date(tokenize(text), 0) is None


def test_rules_are_named() -> None:
    rules = {
        text: match.rule
        for text in ("2024", "12 March 2024", "Q3 2024", "last year", "1990s")
        if (match := match_date(tokenize(text), 0))
    }
    assert rules == {
        "2024": "bare-year",
        "12 March 2024": "day-month",
        "Q3 2024": "quarter",
        "last year": "relative-period",
        "1990s": "decade",
    }


def test_relative_wording_keeps_what_is_sure() -> None:
    match = match_date(tokenize("12 March last year"), 0)
    assert match is not None
    assert match.date == PartialDate(month=3, day=12, relative="12 march last year")


@pytest.mark.parametrize(("text", "minutes"), read()["clock"]["examples"])
def test_time(text: str, minutes: float) -> None:
    match = match_time(tokenize(text), 0)
    assert (match.minutes if match else -1) == Fraction(minutes)


@pytest.mark.parametrize("text", ["6", "12:5", "1:100", "6.5 am", "0 pm", "9am9", "2400 GMT", "x"])
def test_no_time(text: str) -> None:
    match = match_time(tokenize(text), 0)
    assert match is None or text == "9am9"


HOSTILE = [
    "",
    "\x00",
    "12 \ud800",
    "١٢ March",
    "2024-",
    "12/",
    "March",
    "the",
    "the last",
    "'",
    "Q",
    "Q" * 99,
]


@pytest.mark.parametrize(
    "text", [*HOSTILE, "9" * 5000, "2024-03-" * 200, "last " * 200, "early " * 99]
)
def test_any_text_is_read(text: str) -> None:
    tokens = tokenize(text)
    for i in range(-1, len(tokens) + 1):
        for match in (match_date(tokens, i), match_time(tokens, i)):
            assert match is None or i < match.end <= len(tokens)
