"""Bounds of dates: "before 2018" against a date, and against other bounds."""

from __future__ import annotations

import pytest

from factcheck import Checker, Claim, Support, Verdict

CONSISTENT, CONFLICTING, NOVEL = Verdict.CONSISTENT, Verdict.CONFLICTING, Verdict.NOVEL

# when the statement says it opened, when the reference does, verdict
TABLE = [
    ("before 2018", "in 2017", CONSISTENT),
    ("before 2018", "on 31 December 2017", CONSISTENT),
    ("before 2018", "in January 2018", CONFLICTING),
    ("before July 2018", "in January 2018", CONSISTENT),
    ("prior to 2018", "in 2019", CONFLICTING),
    ("by 2018", "in March 2018", CONSISTENT),
    ("by March 2018", "in April 2018", CONFLICTING),
    ("no later than 3 May 2018", "on 3 May 2018", CONSISTENT),
    ("after July 2018", "in August 2018", CONSISTENT),
    ("after July 2018", "in July 2018", CONFLICTING),
    ("after 2018", "on 1 January 2019", CONSISTENT),
    ("no earlier than 2018", "in 2018", CONSISTENT),
    ("no earlier than 2018", "in 2017", CONFLICTING),
    # the reference leaves it open
    ("before July 2018", "in 2018", NOVEL),
    # a bound of the reference
    ("in 2017", "before 2018", CONSISTENT),
    ("in 2018", "before 2018", CONFLICTING),
    ("before 2019", "before 2018", CONSISTENT),
    ("before 2017", "before 2018", CONFLICTING),
    ("before 2018", "after 2018", CONFLICTING),
    ("after 2010", "before 2018", NOVEL),
]


@pytest.mark.parametrize(("ours", "theirs", "verdict"), TABLE)
def test_bounded_dates(ours: str, theirs: str, verdict: Verdict) -> None:
    claim = Claim(id="bridge", text=f"The Kessel bridge opened {theirs}.")
    finding = Checker([claim]).check(f"The Kessel bridge opened {ours}.").findings[0]
    assert finding.verdict is verdict, finding.notes
    if verdict is CONSISTENT:
        assert finding.support is Support.BOUND
