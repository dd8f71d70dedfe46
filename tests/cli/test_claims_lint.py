"""`factcheck claims lint`: faults, warnings, and both for programs."""

from __future__ import annotations

import os
from datetime import date as Date
from datetime import datetime as DateTime
from pathlib import Path

import pytest

from cli.claims_schema import told

GOOD = '[[claim]]\nid = "a"\ntext = "300 soldiers returned."\nsource = "x"\ndate = 2025-01-02\n'
BAD = '[[claim]]\nid = "a"\ntext = ""\n\n[[claim]]\nid = "b"\ntext = "x"\ncolour = "red"\n'
DOUBTFUL = """\
[[claim]]
id = "bare"
text = "300 soldiers returned."

[[claim]]
id = "said"
text = "Parliament approved the budget."
speaker = "Ann"
date = 2025-01-02

[[claim]]
id = "half"
text = "Half of the soldiers came, half a stadium."
source = "x"
as_of = 2025

[[claim.figure]]
text = "half a stadium"
counted = "people"

[[claim]]
id = "old-draft"
text = "Some 200 came."
source = "x"
date = "2025-01"
status = "draft"

[[claim]]
id = "taken-back"
text = "No number here."
status = "retracted"
"""


@pytest.fixture(autouse=True)
def no_store(monkeypatch):
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)


def test_sound_claims(run):
    Path("claims").mkdir()
    Path("claims/a.toml").write_text(GOOD, encoding="utf-8")
    for words in ([], ["claims"], ["claims/a.toml"]):
        assert run("claims", "lint", *words) == (0, "1 claim in 1 file, no faults\n", "")


def test_all_faults_are_told(run):
    Path("bad.toml").write_text(BAD, encoding="utf-8")
    code, out, err = run("claims", "lint", "bad.toml")
    assert (code, out) == (2, "")
    assert "bad.toml:3" in err
    assert "bad.toml:8" in err


def test_faults_for_programs(run):
    Path("bad.toml").write_text(BAD, encoding="utf-8")
    code, out, err = run("claims", "lint", "bad.toml", "--format", "json")
    assert (code, err) == (2, "")
    read = told(out)
    assert (read["schema"], read["claims"], read["warnings"]) == ("factcheck/lint/1", None, [])
    assert [(f["path"], f["line"]) for f in read["faults"]] == [("bad.toml", 3), ("bad.toml", 8)]
    assert all(fault["what"] for fault in read["faults"])
    assert read["faults"][0]["do"] == "fill it in"


def test_warnings_do_not_fail(run):
    changed(Path("a.toml"), Date(2025, 1, 31))
    code, out, err = run("claims", "lint", "a.toml", "--today", "2025-05-02")
    assert (code, err) == (0, "")
    first, _, count, *lines = out.splitlines()
    assert first == "5 claims in 1 file, no faults, 1 draft among them"
    assert count == "4 warnings"
    assert [line.split(":")[1] for line in lines if "a.toml" in line] == ["1", "5", "11", "21"]
    for words in ("'bare' has no source and no date", "'said' has no figure", "'half a stadium'"):
        assert words in out
    assert max(map(len, lines)) <= 80


def changed(path, day):
    """A file of claims that was last changed on a day."""
    path.write_text(DOUBTFUL, encoding="utf-8")
    noon = DateTime(day.year, day.month, day.day, 12).timestamp()
    os.utime(path, (noon, noon))


def test_fresh_drafts_of_an_old_article_are_no_old_drafts(run):
    Path("a.toml").write_text(DOUBTFUL, encoding="utf-8")
    assert "old-draft" not in run("claims", "lint", "a.toml")[1]


def test_a_fresh_store_has_no_warnings(run):
    assert run("claims", "init")[0] == 0
    code, out, _ = run("claims", "lint")
    assert (code, out) == (0, "5 claims in 1 file, no faults, 1 draft among them\n")


def test_the_age_of_drafts(run):
    changed(Path("a.toml"), Date(2025, 1, 31))
    words = ["claims", "lint", "a.toml", "--format", "json", "--today", "2025-05-01"]
    for age, number in (("90d", 3), ("89d", 4), ("2w", 4), ("1y", 3)):
        read = told(run(*words, "--draft-age", age)[1])
        assert len(read["warnings"]) == number, age
    assert (read["claims"], read["files"], read["faults"]) == (5, 1, [])


def test_many_warnings_are_cut(run):
    claims = (f'{{"id": "c{n}", "text": "{n} men came."}}\n' for n in range(50))
    Path("a.jsonl").write_text("".join(claims), encoding="utf-8")
    _, out, _ = run("claims", "lint", "a.jsonl")
    assert out.count("has no source and no date") == 40
    assert out.endswith("and 10 more: --format json lists all\n")
    assert len(told(run("claims", "lint", "a.jsonl", "--format", "json")[1])["warnings"]) == 50


def test_drafts_alone_are_sound(run):
    Path("a.toml").write_text(GOOD + 'status = "draft"\n', encoding="utf-8")
    assert run("claims", "lint", "a.toml", "--today", "2025-01-03") == (
        0, "1 claim in 1 file, no faults, 1 draft among them\n", "",
    )  # fmt: skip


@pytest.mark.parametrize("words", [[], ["none"], ["empty"], ["--draft-age", "x"], ["--today", "2"]])
def test_what_cannot_be_done(run, words):
    Path("empty").mkdir()
    code, out, err = run("claims", "lint", *words)
    assert (code, out) == (2, "")
    assert err.startswith("factcheck: ")
