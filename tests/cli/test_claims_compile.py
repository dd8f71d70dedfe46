"""`factcheck claims compile`: what it says, and that the second time it has nothing to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import entry
from factcheck.compiling import opening

LINE = '{{"id": "c{0}", "text": "The town of Kes{0}ford has {1} bakeries."}}'
LINES = [LINE.format(n, n + 20) for n in range(30)]


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)

    def run(*words):
        code = entry.main(list(words))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def store(run, monkeypatch, tmp_path):
    monkeypatch.setattr(opening, "SMALL", 0)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    Path("claims").mkdir()
    path = Path("claims/towns.jsonl")
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_it_reads_only_what_is_new(run, store):
    code, out, err = run("claims", "compile")
    assert (code, err) == (0, "")
    assert out.startswith("30 claims ready, ")
    with store.open("a", encoding="utf-8") as file:
        file.write('\n{"id": "z", "text": "The town of Lun has 3 mills."}\n')
        file.write('{"id": "d", "text": "The town of Lun has 4 mills.", "status": "draft"}\n')
    code, out, err = run("claims", "compile")
    assert out.startswith("31 claims ready, 2 of them read anew, ")
    assert out.endswith("1 draft left out\n")
    assert run("claims", "compile")[1].startswith("31 claims ready, 0")


def test_for_programs(run, store):
    code, out, err = run("claims", "compile", "--format", "json")
    told = json.loads(out)
    assert (code, err) == (0, "")
    assert told.pop("seconds") >= 0
    assert told == {"schema": "factcheck/compiled/1", "claims": 30, "drafts": 0, "read": 30}


def test_a_store_may_be_named_either_way(run, store):
    for words in (["claims"], ["--claims", "claims/towns.jsonl"]):
        assert run("claims", "compile", *words)[0] == 0
    code, out, err = run("claims", "compile", "nowhere")
    assert (code, out) == (2, "")
    assert "nowhere" in err


def test_examples_stand_on_lines_of_their_own(run):
    out = run("claims", "compile", "--help")[1]
    assert "\n    factcheck claims compile archive.jsonl\n" in out
    assert "\\b" not in out
