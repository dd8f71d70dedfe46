"""Lines that speak of the draft itself, and assert nothing."""

from __future__ import annotations

import pytest

from factcheck.document.imprint import is_imprint
from factcheck.document.read import reader_of
from factcheck.document.words import read

DRAFT = """Ferry sinks
By Ann Dole
Published 5 March 2024, 10:15 GMT
5 min read
The ferry carried 72 passengers.

38 comments
"""


@pytest.mark.parametrize(("line", "wanted"), read()["imprint"]["examples"])
def test_the_examples(line: str, wanted: bool) -> None:
    assert is_imprint(line) is wanted


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_they_are_no_part_of_any_passage(name: str) -> None:
    lines = DRAFT.splitlines()
    text = "\n".join(f"<p>{line}</p>" for line in lines) if name == "a.html" else DRAFT
    if name == "a.md":
        text = DRAFT.replace("\n", "\n\n")
    document = reader_of(name)(text.encode(), name)
    told = " ".join(p.span.cut(document.text) for p in document.passages)
    assert "72 passengers" in told
    assert "Ferry sinks" in told
    assert "5 min" not in told
    assert "38" not in told
    assert "10:15" not in told
    assert document.date is not None  # the line still says when


@pytest.mark.parametrize("line", ["5 min read " * 14, "10:15 " * 26 + "x", "By A A A " + "1 " * 70])
def test_a_line_that_is_made_to_take_long(line: str) -> None:
    assert not is_imprint(line)
