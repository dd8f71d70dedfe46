"""What a new claim takes over, and what is made sure of while nobody else writes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.claims import edit_run
from factcheck.store.reader import lint, read_claims

REPORT = """\
[defaults]
source = "Harbour company"
date = 2024-05-17
url = "https://example.org/2024"
speaker = "Ann Example"
tags = ["harbour"]

[[claim]]
id = "ferries"
text = "The harbour company runs 14 ferries."
"""
NEWER = ("supersede", "ferries", "--text", "The harbour company runs 16 ferries.", "--id", "new")


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    (tmp_path / "claims").mkdir()
    found = tmp_path / "claims" / "report.toml"
    found.write_text(REPORT, encoding="utf-8")
    return found


@pytest.fixture
def fc(run, path):
    return lambda *words: run("claims", *words)


def claim(path, name):
    return {one.id: one for one in read_claims([path])}[name]


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "--source and --date are missing"),
        (("--source", "Harbour company"), "--date is missing"),
        (("--date", "2025"), "--source is missing"),
    ],
)
def test_a_newer_claim_is_not_given_the_report_of_the_old_one(fc, path, given, missing):
    code, out, err = fc(*NEWER, *given)
    assert (code, out) == (2, "")
    assert missing in err
    assert "report.toml:9" in err
    assert path.read_text(encoding="utf-8") == REPORT


def test_the_old_address_and_speaker_are_taken_back(fc, path):
    code, _, err = fc(*NEWER, "--source", "Harbour company", "--date", "2025-06")
    assert (code, err) == (0, "")
    new = claim(path, "new")
    assert (new.source, new.date, new.tags) == ("Harbour company", "2025-06", ("harbour",))
    assert (new.url, new.speaker) == (None, None)
    assert claim(path, "ferries").url == "https://example.org/2024"


def test_an_empty_option_leaves_the_source_open(fc, path):
    code, out, _ = fc(*NEWER, "--source", "", "--date", "2025", "--url", "https://example.org/new")
    assert code == 0
    assert "Nobody is named as its source" in out
    new = claim(path, "new")
    assert (new.source, new.url) == (None, "https://example.org/new")


def test_many_add_at_once(path):
    """Each of them waits for the others, and gets an id of its own."""
    words = ["claims", "add", "--no-check", "--text", "The harbour has 9 cranes.", "--date", "2025"]
    adding = [
        subprocess.Popen(
            [sys.executable, "-m", "factcheck", *words, "--source", f"Paper {n}"],
            cwd=path.parent.parent,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for n in range(4)
    ]
    told = [(one.communicate()[1], one.returncode) for one in adding]
    assert told == [(b"", 0)] * 4
    assert lint([path.parent]) == ()
    assert len(list(read_claims([path.parent]))) == 5


@pytest.mark.parametrize(
    "words",
    [
        ("add", "--text", "The harbour has 9 cranes.", "--source", "x"),
        (*NEWER[:-2], "--source", "x", "--date", "2025"),
    ],
)
def test_what_is_written_while_the_store_is_asked_stays(fc, path, monkeypatch, words):
    other = path.with_name("other.toml")

    def says(self, text, but=frozenset()):
        for name in ("harbour-cranes", "harbour-company-runs-ferries"):
            with other.open("a", encoding="utf-8") as file:
                file.write(f'[[claim]]\nid = "{name}"\ntext = "Theirs has 1."\n')
        path.write_text(path.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")

    monkeypatch.setattr(edit_run._Store, "says", says)
    code, _, err = fc(*words)
    assert (code, err) == (0, "")
    assert "# theirs" in path.read_text(encoding="utf-8")
    assert lint([path.parent]) == ()
    assert len(list(read_claims([path.parent]))) == 4


SAME = ("add", "--text", "the harbour  company runs 14 ferries.", "--source", "Harbour company")


@pytest.mark.parametrize(
    "more",
    [
        ("--date", "2024-05-17"),
        ("--file", "report.toml"),  # its [defaults] give the date
    ],
)
def test_a_claim_that_is_there_already_is_refused(fc, path, more):
    code, out, err = fc(*SAME, *more)
    assert (code, out) == (2, "")
    assert "report.toml:9: the claim 'ferries' has the same text, source and date" in err
    assert path.read_text(encoding="utf-8") == REPORT
    assert fc(*SAME, *more, "--force", "--no-check")[0] == 0
    code, out, _ = fc("lint")
    assert code == 0
    assert "'harbour-company-runs-ferries' has the text and the source of 'ferries'" in " ".join(
        out.split()
    )


def test_the_same_words_of_another_day_or_source_are_another_claim(fc):
    assert fc(*SAME, "--date", "2025", "--no-check")[0] == 0
    other = (*SAME[:-1], "The Daily", "--date", "2024-05-17", "--no-check")
    assert fc(*other)[0] == 0


def test_ids_can_be_given_to_commands(fc, path):
    code, _, err = fc("add", "--text", "There are 9 cranes.", "--id", "a b")
    assert code == 2
    assert "'a b' has a space in it" in err
    assert "a-b" in err
    old = path.with_name("old.toml")
    old.write_text('[[claim]]\nid = "two words"\ntext = "There are 9 cranes."\n', "utf-8")
    fc("retract", "two words", "--reason", "Miscounted.")
    _, _, err = fc("retract", "two words", "--reason", "Again.")
    assert "factcheck claims edit 'two words' --note" in err


WORDS = (
    ("list",), ("show", "ferries"), ("lint",), ("retract", "ferries", "--reason", "x"),
    ("export", "{here}/out.json"), ("init",),
    ("draft", "{here}/a.txt", "--source", "x", "--out", "{here}/claims/a.toml"),
    ("confirm", "--all", "{here}/claims/report.toml"),
)  # fmt: skip


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize("words", WORDS, ids=lambda words: words[0])
@pytest.mark.parametrize("output", ["text", "json"])
def test_paths_are_told_from_here(fc, path, words, output, named):
    here = str(Path.cwd())
    Path("a.txt").write_text("Some 20 came.\n", encoding="utf-8")
    given = [word.format(here=here) for word in words]
    if named and words[0] not in ("init", "lint"):
        given += ["--claims", str(path)]
    code, out, err = (
        fc(*given, "--format", output)
        if words[0] != "lint"
        else fc("lint", *([str(path)] if named else []), "--format", output)
    )
    assert (code, err) == (0, "")
    assert here not in out


@pytest.mark.parametrize(
    "words",
    [
        ("lint",),
        ("edit", "ferries", "--supersedes", "nothing"),
        ("add", "--text", "x", "--id", "ferries"),
        ("supersede", "ferries", "--text", "x 2"),
    ],
)
def test_errors_tell_paths_from_here_too(fc, path, words):
    if words[0] == "lint":
        path.write_text(REPORT + 'colour = "red"\n', encoding="utf-8")
    code, out, err = fc(*words)
    assert (code, out) == (2, "")
    assert "claims/report.toml:" in err
    assert str(Path.cwd()) not in err


def test_dates_in_words(fc, path):
    words = ("--text", "There are 9 cranes.", "--source", "x", "--as-of", "Feb 2024", "--no-check")
    assert fc("add", *words, "--date", "12 May 2024", "--id", "a", "--file", "b.toml")[0] == 0
    written = path.with_name("b.toml").read_text(encoding="utf-8")
    assert 'date = 2024-05-12\nas_of = "2024-02"\n' in written
    assert fc("edit", "a", "--date", "May 13th, 2024")[0] == 0
    assert "date = 2024-05-13" in path.with_name("b.toml").read_text(encoding="utf-8")
    assert "1 of 2 claims" in fc("list", "--since", "12 May 2024", "--until", "14 May 2024")[1]
    Path("c.txt").write_text("Some 20 came.\n", encoding="utf-8")
    out = fc("draft", "c.txt", "--source", "x", "--date", "4 May 2025", "--out", "-")[1]
    assert "date = 2025-05-04" in out
    code, _, err = fc("edit", "a", "--date", "1/3/2025")
    assert code == 2
    assert "date: '1/3/2025' is no clear date (write 2024-03-12" in err
