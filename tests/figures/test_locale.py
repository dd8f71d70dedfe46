"""Numbers and dates as the locale of a newsroom writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import Checker, Claim, Verdict, extract

VALUES = [
    ("3.500,75 euros", "de", "3500.75"),
    ("3.500 cars", "de", "3500"),
    ("3.500 cars", "nl", "3500"),
    ("3.500 cars", "en-DE", "3500"),
    ("3.500 cars", "pt-BR", "3500"),
    ("1.250.000 cars", "fr", "1250000"),
    ("12,5 tonnes", "it", "12.5"),
    ("1,500 tonnes", "de-AT", "1.5"),
    ("0,750 tonnes", "es", "0.75"),
    ("0.750 tonnes", "de", "0.75"),
    ("3.5 tonnes", "de", "3.5"),
    ("1,250,000 cars", "de", "1250000"),
    ("3 500,5 tonnes", "fr", "3500.5"),
    # a point where the language or its region writes one
    ("3.500 tonnes", "en-GB", "3.5"),
    ("3.500 tonnes", "de-CH", "3.5"),
    ("3.500 tonnes", "es-MX", "3.5"),
    ("3,500 cars", "en-US", "3500"),
    ("3.500,75 euros", "en-GB", "3500.75"),  # no other reading is left
]


@pytest.mark.parametrize(("text", "locale", "value"), VALUES)
def test_numbers(text: str, locale: str, value: str) -> None:
    (figure,) = extract(text, locale=locale)
    assert figure.value == Fraction(value)


def test_dates() -> None:
    text = "It opened on 12/03/2024."
    assert [str(extract(text, locale=tag)[0].date) for tag in ("en-GB", "en-US")] == [
        "2024-03-12",
        "2024-12-03",
    ]


@pytest.mark.parametrize(
    ("locale", "verdict"), [("de", Verdict.CONSISTENT), ("en-GB", Verdict.CONFLICTING)]
)
def test_claims_and_documents_are_of_one_locale(locale: str, verdict: Verdict) -> None:
    checker = Checker([Claim("cars", "The plant built 3500 cars.")], locale=locale)
    assert checker.check("The plant built 3.500 cars.").verdict is verdict
