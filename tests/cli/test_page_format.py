"""`--format html` from the command line."""

from __future__ import annotations

from pathlib import Path

from report import samples


def test_drafts_and_statements_are_written_as_one_page(run):
    Path("nk.md").write_text(samples.DRAFT, encoding="utf-8")
    code, out, err = run("nk.md", "500 returned to duty", "--format", "html")
    assert (code, err) == (1, "")
    assert out.startswith("<!doctype html>")
    assert out.endswith("</html>\n")
    assert '<h2 id="h1">nk.md</h2>' in out
    assert '<h2 id="h2">text</h2>' in out


def test_letters_that_the_terminal_lacks_are_no_trouble(run):
    Path("nk.txt").write_text("In Kyïv 500 returned to duty – ✓.", encoding="utf-8")
    _, out, _ = run("nk.txt", "--format", "html")
    assert '<meta charset="utf-8">' in out
    assert "Kyïv" in out
