"""Remarks on how a draft was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.document.html import read as read_page
from factcheck.document.markdown import read as read_markdown
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Report
from factcheck.model.place import Place
from factcheck.report.formats import FORMATS, Run, writer_of


def remarks_of(document):
    return diagnostics(document, Report(), (), ReviewSettings())


def test_they_stand_at_the_beginning_of_the_file():
    """And not where its first paragraph begins, behind the head of a page."""
    page = '<meta charset="windows-1252">\n<title>Caf\xe9</title>\n<p>It rained.</p>'
    (one,) = remarks_of(read_page(page.encode("cp1252"), "a.html"))
    assert (one.code, one.place) == ("FC903", Place(1, 1, 1, 1, (0, 0)))
    told = read_markdown("---\nx: 1\n---\n\nIt rained.".encode("utf-16"), "a.md")
    assert [one.place.line for one in remarks_of(told)] == [1]


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"docx"}))
def test_a_file_without_lines_has_no_place_for_them(form):
    document = read_markdown(b"It rained.", "a.md")
    odd = replace(document, name="a.odt", remarks=("a part was left out",))
    (one,) = remarks_of(odd)
    bare = replace(one, place=Place())
    pieces = writer_of(form)([Review(odd, Report(), (bare,))], Run())
    written = "".join(piece if isinstance(piece, str) else piece.decode() for piece in pieces)
    assert "a part was left out" in written
    assert "None" not in written
