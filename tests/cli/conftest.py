"""Running the command line against the fake checker."""

from __future__ import annotations

import pytest

from cli.fake import FakeChecker
from factcheck.cli import entry, opening


@pytest.fixture
def checker(monkeypatch):
    fake = FakeChecker()
    fake.claims = None

    def open_checker(claims, told=None, where=None):
        fake.claims = claims
        return fake

    monkeypatch.setattr(opening, "open_checker", open_checker)
    return fake


@pytest.fixture
def run(checker, capsys, monkeypatch, tmp_path):
    """Run a command line in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "_FACTCHECK_COMPLETE", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def run(*words):
        code = entry.main(list(words))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out, captured.err

    return run
