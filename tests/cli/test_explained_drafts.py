"""`--explain` on drafts, and options that a statement's own report knows nothing of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.entry import main

PAGE = """<h1>Tea</h1>
<p hidden>Exports of tea rose 9% in 2024.</p>
<p>Exports of tea &amp; only of tea rose <b>7</b>% last month.</p>
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "claims.toml").write_text(
        '[[claim]]\nid = "feb"\ntext = "Exports of tea rose 4% in February 2024."\n',
        encoding="utf-8",
    )
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        code = main([*words, "--claims", "claims.toml"])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_a_draft_is_explained_as_it_is_read(desk) -> None:
    code, out, _ = desk("a.html", "--explain", "--date", "2024-03-10")
    assert code == 1
    assert "FC101" in out  # the report is the same as without
    assert out.count("\ntrace\n") == 1
    assert "dated 2024-02" in out or "February 2024" in out
    assert "9%" not in out
    assert out.rstrip().endswith("0 doubtful")


def test_a_folder_is_explained(desk) -> None:
    code, out, _ = desk(".", "--explain", "--date", "2024-03-10", "--format", "json")
    told = json.loads(out)
    assert code == 1
    ((figure,),) = ([trace["figures"] for trace in told["explanations"]],)
    assert figure[0]["verdict"] == "conflicting"
    statement = told["explanations"][0]["statement"]
    start, end = figure[0]["figure"]["span"]
    assert statement[start:end] == "7%"


def test_each_line_has_its_trace(desk) -> None:
    _, out, _ = desk("a.html", "--explain", "--date", "2024-03-10", "--format", "jsonl")
    (line,) = map(json.loads, out.splitlines())
    assert line["diagnostic"]["code"] == "FC101"
    assert line["trace"]["candidates"][0]["claim"] == "feb"


@pytest.mark.parametrize("form", ["concise", "sarif", "html"])
def test_a_format_without_a_place_for_it_says_so(desk, form: str) -> None:
    code, out, err = desk("a.html", "--explain", "--format", form)
    assert (code, out) == (2, "")
    assert "--explain has no place in the format" in err
    assert "full, json, jsonl" in err


def test_a_statement_has_a_date_too(desk) -> None:
    words = "Exports of tea rose 7% last month."
    assert desk(words, "--date", "2024-05-10")[0] == 0
    code, out, _ = desk(words, "--date", "2024-03-10")
    assert code == 1
    assert "4%" in out


def test_a_statements_diagnostics_are_counted(desk) -> None:
    _, out, _ = desk("Exports of tea rose 7% in February 2024.", "--statistics")
    assert "1  FC101  conflicting" in out
