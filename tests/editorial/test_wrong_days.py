"""A day that the calendar does not have is told of once."""

from __future__ import annotations

import pytest

from factcheck import Checker
from factcheck.model import Claim


@pytest.mark.parametrize(
    ("day", "codes"),
    [("Monday, 19 February 2025", ["FC205"]), ("Wednesday, 19 February 2025", ["FC106"])],
)
def test_no_reference_is_missed_for_a_day_that_is_wrong(tmp_path, day, codes):
    draft = tmp_path / "draft.txt"
    draft.write_text(f"The ferry to Holm sank on {day}.\n")
    review = Checker([Claim("dam", "The dam is 62 metres high.")]).review(draft)
    assert [one.code for one in review.diagnostics if one.text == day] == codes
