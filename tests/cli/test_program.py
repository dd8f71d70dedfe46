"""The program as a process: start-up, pipes, and what it imports."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.cli import options

# Modules that cost too much for a plain check (see FINDINGS: CPU time of imports).
HEAVY = (
    "argparse", "click", "json", "logging", "pint", "pydantic", "rapidfuzz", "rich",
    "shutil", "textwrap", "tomllib", "typer",
)  # fmt: skip
FAKE = """
import sys
sys.path.insert(0, {tests!r})
from factcheck.cli import opening
from cli.fake import FakeChecker
opening.open_checker = lambda claims, where=None: FakeChecker()
from factcheck.cli.entry import main
code = main({words})
"""
TESTS = str(Path(__file__).parent.parent)
EXIT = "sys.exit(code)"


def program(*words, **how):
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *words], capture_output=True, check=False, **how
    )


def faked(words, after=EXIT):
    """A process that runs the program against the fake checker."""
    return [sys.executable, "-c", FAKE.format(tests=TESTS, words=words) + after]


def test_a_plain_check_imports_nothing_heavy(tmp_path):
    # a cache of its own: other checkouts at work may crowd this one out of the user's
    own = {**os.environ, "FACTCHECK_CACHE": str(tmp_path)}
    after = f"print([n for n in {HEAVY!r} if n in sys.modules], file=sys.stderr)"
    command = faked(["500 returned to duty"], after)
    subprocess.run(command, capture_output=True, check=True, env=own)  # fills the cache
    ended = subprocess.run(command, capture_output=True, check=True, text=True, env=own)
    assert ended.stdout.startswith("CONFLICTING")
    assert ended.stderr == "[]\n"


def test_version():
    for words in (["--version"], ["--version", "--version"]):
        ended = program(*words, text=True)
        assert (ended.returncode, ended.stdout) == (0, f"factcheck {__version__}\n")


def test_help_has_examples():
    ended = program("--help", text=True)
    assert ended.returncode == 0
    assert 'factcheck "300 returned to duty"' in ended.stdout
    for command in options.COMMANDS:
        assert command in ended.stdout


def test_no_arguments_show_the_help():
    ended = program(text=True)
    assert ended.returncode == 2
    assert "Usage: factcheck" in ended.stdout + ended.stderr


@pytest.mark.parametrize("words", [["x", "--bogus"], ["x", "--format", "xml"], ["claims", "x"]])
def test_misuse(words):
    ended = program(*words, text=True)
    assert ended.returncode == 2
    assert ended.stderr.startswith("factcheck: ")
    assert "Error" not in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("factcheck --fo", "--format"), ("factcheck --format ", "jsonl"), ("factcheck ex", "extract")],
)
def test_completion(typed, offered):
    ended = program(
        text=True,
        env={
            **os.environ,
            "_FACTCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(re.split(" ", typed)) - 1),
        },
    )
    assert offered in ended.stdout


def test_a_closed_pipe_is_quiet():
    read, write = os.pipe()
    os.close(read)
    process = subprocess.Popen(faked(["500 returned"]), stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    _, complaints = process.communicate()
    assert (process.returncode, complaints) == (141, b"")


def test_broken_bytes_on_the_command_line():
    ended = subprocess.run(
        [*faked("sys.argv[1:]"), b"caf\xe9 500", "--format", "json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert ended.stderr == b""
    assert json.loads(ended.stdout)["verdict"] == "conflicting"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_and_is_no_conflict():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            faked(["500 returned"]), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr
