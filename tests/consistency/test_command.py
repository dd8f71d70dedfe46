"""`--self` and `--no-self` on the command line."""

from __future__ import annotations

import pytest

from factcheck.cli.entry import main

STATEMENT = "The dam is 62 metres high. The dam is 74 metres high."


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the program in a folder with one claim and one draft, and returns what it printed."""
    (tmp_path / "claims.toml").write_text('[[claim]]\nid = "zoo"\ntext = "The zoo has 40 owls."\n')
    (tmp_path / "draft.txt").write_text(STATEMENT)
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        main(["--claims", "claims.toml", *arguments])
        return capsys.readouterr().out

    return run


def test_drafts_are_held_against_themselves(run):
    assert "FC201" in run("--format", "concise", "draft.txt")
    assert "FC201" not in run("--format", "concise", "--no-self", "draft.txt")


def test_statements_only_where_asked_for(run):
    assert "FC201" not in run("--format", "concise", STATEMENT)
    assert "FC201" in run("--format", "concise", "--self", STATEMENT)
