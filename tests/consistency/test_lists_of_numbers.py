"""Sentences that are lists of numbers are not held against each other, pair by pair."""

from __future__ import annotations

from factcheck import Checker, Claim
from factcheck.document.read import read_text
from factcheck.editorial.settings import ReviewSettings


def test_hundreds_of_dates_in_a_sentence() -> None:
    """It took minutes: each of 250 dates was held against each."""
    checker = Checker([Claim("a", "The ferry carried 72 passengers.")])
    review = checker.reviewed(read_text("5 March " * 250), ReviewSettings(within=True))
    assert review.report.coverage.figures == 250
    assert not [one for one in review.diagnostics if one.code == "FC201"]
