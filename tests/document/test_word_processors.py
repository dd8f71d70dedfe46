"""One draft as LibreOffice itself wrote it in three formats; and the names of styles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck.document.passage import Sort
from factcheck.document.read import read_document
from factcheck.document.style_names import FILE, LEFT_OUT, sort_named

_FILES = Path(__file__).parent / "files"
# It has a tracked change in its second paragraph, hidden text, two notes, a box and a comment.
_READ = [
    (Sort.HEADING, "Ferry carries 72 home"),
    (
        Sort.PROSE,
        "The ferry carried 72 passengers, the office said. It sank 5 boats in\t2 hours.",
    ),
    (Sort.PROSE, "A box:"),
    (Sort.PROSE, "The box holds 6 eggs."),
    (Sort.LIST, "40 crew"),
    (Sort.TABLE, "Deaths, Kenya: 1,200"),
    (Sort.TABLE, "Deaths, Kenya: 1,300"),
    (Sort.TABLE, "Deaths, Kenya: 1,400"),
    (Sort.TABLE, "Deaths, Kenya: 1,500"),
    (Sort.PROSE, "A last line, 10 of 日本 👍 e\u0301."),
    (Sort.NOTE, "An earlier ferry carried 31 passengers."),
    (Sort.NOTE, "The harbour has 8 berths."),
]


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf"])
def test_one_draft_in_three_formats(ending: str) -> None:
    document = read_document(_FILES / f"libreoffice.{ending}")
    assert [(p.sort, p.span.cut(document.text)) for p in document.passages] == _READ
    (mark,) = document.marks
    assert mark.around is not None
    assert mark.words == "factcheck ignore FC106: by phone"
    assert mark.around.cut(document.text) == "sank 5 boats"
    own = document.passages[8].own
    assert own is not None
    assert document.origin.place(own).part == "table 1, row 3, cell 3"
    assert document.origin.place(document.passages[10].span).part == "footnote 1"
    assert document.remarks == ()


def test_the_examples_of_styles() -> None:
    for sort, entry in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        assert sort == LEFT_OUT or Sort(sort)
        assert entry["examples"]
        for name in entry["examples"]:
            assert sort_named(name) == sort, name
        for name in entry["names"]:
            assert name == name.lower().strip()
            assert sort_named(name) == sort, f"{name} stands twice"


@pytest.mark.parametrize("name", ["", "Normal", "Standard", "Text Body", "Text", "Body 2"])
def test_styles_that_tell_nothing(name: str) -> None:
    assert sort_named(name) is None
