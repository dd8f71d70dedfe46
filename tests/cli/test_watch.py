"""--watch, without waiting: time passes where a test lets it pass."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from factcheck.cli import entry, watch
from factcheck.cli.guard import guarded
from factcheck.cli.options import Request
from factcheck.errors import ClaimError

CLAIM = """
[[claim]]
id = "ferry"
text = "The ferry carried 72 passengers."
source = "Harbour office"
"""


class Time:
    """Each second something happens: a step of a story; at its end somebody presses Ctrl-C."""

    def __init__(self, *story):
        self.story = list(story)
        self.waited = []

    def __call__(self, seconds):
        self.waited.append(seconds)
        if seconds < 1:
            return  # what was changed settles
        if not self.story:
            raise KeyboardInterrupt
        self.story.pop(0)()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a draft and a claim."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    Path("claims").mkdir()
    Path("claims/ferry.toml").write_text(CLAIM)
    Path("a.md").write_text("The ferry carried 65 passengers.\n")
    return tmp_path


def change(path, text="It rained.\n"):
    def step():
        Path(path).write_text(text)
        os.utime(path, ns=(1, 1))  # another time, however fast the disk's clock ticks

    return step


def checks(request, *story):
    """How many checks are made while a story is told, and the exit code."""
    made = []
    code = watch.watch(request, lambda: made.append(1) or 0, Time(*story))
    return len(made), code


def nothing():
    pass


@pytest.mark.parametrize(
    ("inputs", "step", "expected"),
    [
        (("a.md",), nothing, 1),
        (("a.md",), change("a.md"), 2),
        (("a.md",), lambda: Path("a.md").unlink(), 2),
        (("a.md",), change("b.md"), 1),
        ((".",), change("b.md"), 2),
        ((".",), change("b.md~"), 1),
        ((".",), change(".b.md"), 1),
        (("*.md",), change("b.md"), 2),
        (("later.md",), change("later.md"), 2),
        (("a.md",), change("claims/more.toml", ""), 2),
        (("a.md",), change("claims/notes.rst"), 1),
        (("a.md",), change("factcheck.toml", 'locale = "en"\n'), 2),
        (("a.md",), change("pyproject.toml", ""), 2),
        (("The ferry carried 65 passengers.",), change("claims/ferry.toml", CLAIM), 2),
    ],
)
def test_what_makes_another_check(desk, inputs, step, expected):
    assert checks(Request(inputs), step) == (expected, 0)


def test_each_change_makes_one_check(desk):
    assert checks(Request(("a.md",)), change("a.md"), nothing, change("a.md", "It blew.\n")) == (
        3,
        0,
    )


def test_what_changes_during_a_check_is_checked_again(desk):
    made = []

    def check():
        if not made:
            change("a.md")()
        made.append(1)
        return 1

    assert watch.watch(Request(("a.md",)), check, Time()) == 0
    assert len(made) == 2


def test_a_file_is_checked_once_it_rests(desk):
    class Writing(Time):
        steps = 3

        def __call__(self, seconds):
            super().__call__(seconds)
            if seconds < 1 and self.steps:
                self.steps -= 1
                change("a.md", "x" * self.steps)()

    made = []
    time = Writing(change("a.md"))
    watch.watch(Request(("a.md",)), lambda: made.append(1) or 0, time)
    assert len(made) == 2
    assert sum(seconds < 1 for seconds in time.waited) == 4


@pytest.mark.parametrize("field", ["output", "write_baseline"])
def test_what_the_check_writes_makes_no_other_check(desk, field):
    made = []

    def check():
        Path("report.md").write_text(str(len(made)) * (1 + len(made)))
        made.append(1)
        return 0

    watch.watch(Request((".",), **{field: "report.md"}), check, Time(nothing))
    assert len(made) == 1


def test_a_mistake_in_the_claims_is_told_of_and_the_watch_goes_on(desk, capsys):
    outcomes = [ClaimError("a fault in the claims"), None]

    def check():
        error = outcomes.pop(0)
        if error:
            raise error
        return 0

    assert watch.watch(Request(("a.md",)), check, Time(change("a.md"))) == 0
    assert "a fault in the claims" in capsys.readouterr().err
    assert outcomes == []


def test_an_interrupted_check_ends_like_any_other(desk):
    def interrupted():
        raise KeyboardInterrupt

    assert guarded(lambda: watch.watch(Request(("a.md",)), interrupted, Time())) == 130


@pytest.mark.parametrize("terminal", [False, True])
def test_the_screen_is_cleared_on_a_terminal_alone(desk, monkeypatch, capsys, terminal):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    checks(Request(("a.md",)), change("a.md"))
    out, err = capsys.readouterr()
    assert out.count("\x1b[2J") == (2 if terminal else 0)
    assert err.count("Ctrl-C ends") == 2


def test_standard_input_cannot_be_watched(desk, capsys):
    assert entry.main(["-", "--watch"]) == 2
    assert "standard input cannot be watched" in capsys.readouterr().err


def test_the_whole_way(desk, monkeypatch, capsys):
    """From the command line to what is shown, twice."""
    story = Time(change("a.md", "The ferry carried 66 passengers.\n"))
    monkeypatch.setattr(watch.watch, "__defaults__", (story,))
    assert entry.main(["a.md", "--watch", "--format", "concise"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[2] for line in lines] == ["65", "66"]
