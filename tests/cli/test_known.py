"""--baseline and --write-baseline from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factcheck.cli import entry

CLAIM = """
[[claim]]
id = "ferry"
text = "The ferry carried 72 passengers."
source = "Harbour office"
"""
DRAFT = "The ferry carried 65 passengers.\n\nThe museum owns 340 clocks.\n"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command line over one draft: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    Path("claims").mkdir()
    Path("claims/ferry.toml").write_text(CLAIM)
    Path("a.md").write_text(DRAFT)

    def run(*words):
        code = entry.main(["--format", "concise", "--no-self", *words])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


def entries(file="b.json"):
    return json.loads(Path(file).read_text())["entries"]


def test_what_is_written_is_known_in_the_next_run(run):
    code, out, err = run("a.md", "--write-baseline", "b.json")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "b.json: 2 diagnostics of 1 draft written" in err
    assert [(e["path"], e["code"]) for e in entries()] == [("a.md", "FC101"), ("a.md", "FC106")]
    code, out, err = run("a.md", "--baseline", "b.json")
    assert (code, out) == (0, "")
    assert "of no use" not in err
    assert "2 suppressed" in err


def test_what_is_new_is_shown_and_fails(run):
    run("a.md", "--write-baseline", "b.json")
    Path("a.md").write_text("It rained.\n\nThe ferry carried 64 passengers.\n\n" + DRAFT)
    code, out, _ = run("a.md", "--baseline", "b.json")
    assert code == 1
    assert [line.split(":")[1] for line in out.splitlines()] == ["3"]


def test_a_renamed_draft_is_known(run):
    run("a.md", "--write-baseline", "b.json")
    Path("sub").mkdir()
    Path("a.md").rename("sub/other.md")
    assert run("sub/other.md", "--baseline", "b.json")[:2] == (0, "")


def test_a_copy_is_new(run):
    run("a.md", "--write-baseline", "b.json")
    Path("copy.md").write_text(DRAFT)
    code, out, _ = run("a.md", "copy.md", "--baseline", "b.json")
    assert code == 1
    assert {line.split(":")[0] for line in out.splitlines()} == {"copy.md"}


def test_paths_are_from_the_folder_of_the_baseline(run, monkeypatch):
    Path("sub").mkdir()
    run("a.md", "--write-baseline", "sub/b.json")
    assert entries("sub/b.json")[0]["path"] == "../a.md"
    monkeypatch.chdir("sub")
    assert run("../a.md", "--claims", "../claims", "--baseline", "b.json")[:2] == (0, "")


def test_stale_entries_are_counted_and_dropped(run):
    run("a.md", "--write-baseline", "b.json")
    Path("a.md").write_text("It rained 3 times.\n")
    assert "b.json: 2 entries are of no use any more" in run("a.md", "--baseline", "b.json")[2]
    run("a.md", "--write-baseline", "b.json")
    assert "of no use" not in run("a.md", "--baseline", "b.json")[2]


def test_drafts_that_are_not_checked_keep_their_entries(run):
    Path("b.md").write_text(DRAFT)
    run("a.md", "b.md", "--write-baseline", "b.json")
    Path("a.md").write_text("It rained.\n")
    assert "2 of other drafts kept" in run("a.md", "--write-baseline", "b.json")[2]
    assert {e["path"] for e in entries()} == {"b.md"}
    Path("b.md").unlink()
    run("a.md", "--write-baseline", "b.json")
    assert entries() == []


def test_what_the_draft_suppresses_is_not_written(run):
    Path("a.md").write_text("The ferry carried 65 passengers [sic].\n")
    run("a.md", "--write-baseline", "b.json")
    assert entries() == []


def test_a_draft_is_never_taken_for_a_baseline(run):
    for option in ("--baseline", "--write-baseline"):
        code, _, err = run("a.md", option, "a.md")
        assert code == 2
        assert "a.md:1: this is no JSON" in err
    assert Path("a.md").read_text() == DRAFT


def test_a_baseline_that_is_missing_is_told_of(run):
    code, _, err = run("a.md", "--baseline", "none.json")
    assert code == 2
    assert "there is no such baseline" in err
    assert "--write-baseline none.json" in err


def test_a_baseline_of_changed_lines_alone_is_refused(run):
    code, _, err = run("a.md", "--write-baseline", "b.json", "--diff", "HEAD")
    assert code == 2
    assert "exclude each other" in err


def test_a_folder_is_no_place_for_a_baseline(run):
    code, _, err = run("a.md", "--write-baseline", "claims")
    assert code == 2
    assert "cannot be read" in err


def test_a_statement_can_be_known(run):
    sentence = "The ferry carried 65 passengers."
    assert run(sentence, "--write-baseline", "b.json")[0] == 0
    assert run(sentence, "--baseline", "b.json", "--format", "full")[0] == 0
    assert run(sentence)[0] == 1


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_no_text_come_back(run):
    name = os.fsdecode(b"\xff.md")
    try:
        Path(name).write_text(DRAFT)
    except OSError:
        pytest.skip("this disk takes only text as names")
    run(name, "--write-baseline", "b.json")
    assert run(name, "--baseline", "b.json")[:2] == (0, "")


def test_quiet_tells_nothing_of_baselines(run):
    assert run("a.md", "--write-baseline", "b.json", "--quiet")[2] == ""
    Path("a.md").write_text("It rained.\n")
    assert run("a.md", "--baseline", "b.json", "--quiet")[2] == ""
