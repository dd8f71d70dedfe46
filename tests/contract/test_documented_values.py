"""The table of docs/verdicts.md, read by the program itself: wording in, outcome out."""

import re
from pathlib import Path

import pytest

from factcheck import extract
from factcheck.compare import compare
from factcheck.policy import Policy

DOCUMENT = Path(__file__).parents[2] / "docs" / "verdicts.md"
ROW = re.compile(
    r"^\| ([^|]+) \| ([^|]+) \| (consistent|conflicting)(?:, (\w+))? \| [^|]+ \|$", re.M
)
ROWS = ROW.findall(DOCUMENT.read_text(encoding="utf-8"))


def figure(wording):
    """The one figure of a few words; a bare number counts something."""
    bare = re.search(r"(?:\d|dozens)$", wording) is not None
    share = "third" in wording or "quarter" in wording or wording.endswith("%")
    text = f"{wording} of the houses" if share else f"{wording} houses" if bare else wording
    (found,) = extract(text)
    return found


def test_the_table_is_there():
    assert len(ROWS) > 25


@pytest.mark.parametrize(("statement", "reference", "verdict", "support"), ROWS)
def test_each_row_is_what_the_program_says(statement, reference, verdict, support):
    outcome = compare(figure(statement), figure(reference), Policy())
    assert outcome.compatible == (verdict == "consistent")
    assert (outcome.support or "") == support
