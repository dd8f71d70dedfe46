"""Which conflicts of a draft are firm, and which may be none."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim, Policy
from factcheck.editorial.looseness import why_loose
from factcheck.editorial.review import totals_of

FERRY = Claim(id="ferry", text="The ferry carried 72 passengers.")


def reviewed(draft, text=FERRY.text):
    return Checker([Claim(id="one", text=text)], Policy()).review(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "The ferry carried 65 passengers.",
        "The ferry carried 720 passengers.",  # a zero too many
        "The ferry carried 72,000 passengers.",
        "The ferry carried no passengers.",
        "The ferry carried 7 passengers.",
    ],
)
def test_firm(draft):
    review = reviewed(draft)
    assert [one.code for one in review.shown] == ["FC101"]
    assert totals_of(review).conflicting == 1 and totals_of(review).doubtful == 0


@pytest.mark.parametrize("draft", ["The ferry had 1,340 passengers.", "The ferry's passengers: 3."])
def test_far_apart(draft):
    review = reviewed(draft)
    (one,) = review.shown
    assert (one.code, one.severity.value) == ("FC107", "suggestion")
    assert "may conflict with 72" in one.message and "further apart" in one.message
    assert totals_of(review).conflicting == 0 and totals_of(review).doubtful == 1
    assert review.report.verdict.value == "conflicting"  # the verdict itself is the contract's


def test_far_apart_but_the_same_thing_in_so_many_words():
    assert [one.code for one in reviewed("The ferry carried 1,340 passengers.").shown] == ["FC101"]


def test_a_weak_link_is_named():
    review = reviewed(
        "The dam on the Save\n\nA petition against the dam was signed by 12,000 people.",
        "The dam on the Save has 9,400 inhabitants.",
    )
    for one in review.shown:
        assert one.code != "FC101", one.message


def test_what_is_consistent_or_novel_is_never_loose():
    review = reviewed("The ferry carried 72 passengers. The museum owns 340 clocks.")
    assert [why_loose(finding) for finding in review.report.findings] == ["", ""]
