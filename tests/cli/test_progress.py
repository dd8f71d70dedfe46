"""Bars and remarks on how far something is: for who watches a terminal, and for nobody else."""

from __future__ import annotations

import sys

import pytest

from factcheck.cli import progress


@pytest.fixture
def watch(monkeypatch):
    """Make standard error a terminal; within a test, since pytest changes it before."""
    return lambda: monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


def test_a_bar_ends_its_line_also_where_the_work_is_broken_off(watch, capsys):
    watch()
    with pytest.raises(KeyboardInterrupt), progress.shown("reading") as told:
        told(10, 400)
        told(200, 400)
        raise KeyboardInterrupt
    said = capsys.readouterr().err
    assert "reading" in said
    assert "200/400" in said
    assert said.endswith("\n")


def test_shares_are_told_without_their_numbers(watch, capsys):
    watch()
    with progress.shown("facts.csv", counted=False) as told:
        told(500, 1000)
    said = capsys.readouterr().err
    assert "50%" in said
    assert "500/1000" not in said


def test_what_is_done_at_once_shows_no_bar(watch, capsys):
    watch()
    with progress.shown("reading"):
        pass
    assert capsys.readouterr().err == ""


def test_who_waits_is_told_why(watch, capsys):
    watch()
    progress.tell_waiting()
    assert "waiting for another factcheck that compiles these claims" in capsys.readouterr().err


def test_nobody_watches_a_pipe(capsys):
    with progress.shown("reading") as told:
        told(1, 2)
    progress.tell_waiting()
    assert capsys.readouterr() == ("", "")
