"""`factcheck extract`, on the real reader of figures."""

from __future__ import annotations

import json
from pathlib import Path

from report.test_plain import validate


def test_figures_are_listed(run):
    code, out, err = run("extract", "About 1,500 soldiers left, and 300 returned.")
    assert (code, err) == (0, "")
    first, *rows = out.splitlines()
    assert first.split()[:2] == ["where", "figure"]
    assert [row.split()[:2] for row in rows if ":" in row] == [["1:7", "1,500"], ["1:32", "300"]]


def test_figures_as_json(run):
    text = "About 1,500 soldiers left, and 300 returned."
    code, out, _ = run("extract", text, "--format", "json")
    assert code == 0
    listed = json.loads(out)
    validate(listed, "figures")
    assert listed["positions"] == [{"line": 1, "column": 7}, {"line": 1, "column": 32}]
    for figure in listed["figures"]:
        start, end = figure["span"]
        assert text[start:end] == figure["text"]


def test_all_that_was_read(run):
    code, out, _ = run("extract", "--explain", "Waves of 3m hit the pier.\nSome 200 fled.")
    assert code == 0
    first, second = out.split("\n\n")
    assert first.splitlines()[0] == "1:10  3"
    assert "“m” is metres, neither millions nor minutes: “waves” is near" in first
    assert second.splitlines()[0] == "2:6  200"
    assert "  value       (180 … 220)" in second
    assert "  hedge       about" in second


def test_figures_of_a_file(run):
    Path("a.txt").write_text("300 soldiers returned.", encoding="utf-8")
    assert "300" in run("extract", "a.txt")[1]
    assert run("extract", "a.txt", "--text")[1] == "No figures in this text.\n"
    assert run("extract", "none.txt")[0] == 2
    assert run("extract", "300", "--format", "jsonl")[0] == 2
