"""Drafts checked in several processes: the same report in the same order, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import factcheck
from factcheck.cli.run import pool, reviewing
from factcheck.cli.run.configured import DraftSettings
from factcheck.cli.run.pool import Pool, Store
from factcheck.cli.run.targets import Target
from factcheck.config import Where
from factcheck.editorial.review import Review
from factcheck.errors import InputError

COUNT = 12
CLAIM = """
[[claim]]
id = "ferry"
text = "The ferry carried 72 passengers."
source = "Harbour office"
date = 2025-03-04
"""
# A worker that meets its end at one draft, and fails at another.
FRAGILE = """
import os
from factcheck.cli.run import reading
read = reading.document_of
def fragile(target, settings):
    if "deadly" in target.path:
        os.kill(os.getpid(), 9)
    if "defective" in target.path:
        raise ZeroDivisionError("of the reader")
    print("said by a library")
    return read(target, settings)
reading.document_of = fragile
from factcheck.cli.run.pool import serve
serve()
"""


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    """A folder with a claim and drafts, the first of which is by far the longest."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / ".cache"))
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.toml").write_text(CLAIM)
    for number in range(COUNT):
        times = 300 if number == 0 else 1
        text = (
            f"The ferry carried {60 + number} passengers.\n\n" + "It owns 340 clocks.\n\n" * times
        )
        (tmp_path / f"{number:02}.txt").write_text(text)
    return tmp_path


def program(*words, **options):
    environment = {**os.environ, "PYTHONPATH": str(Path(factcheck.__file__).parents[1])}
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *words], env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def told(*words):
    process = program(*words)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


@pytest.mark.parametrize("form", ["full", "jsonl", "concise"])
def test_the_report_is_the_same(newsroom, form):
    alone = told(".", "--format", form, "--jobs", "1")
    assert told(".", "--format", form, "--jobs", "3") == alone
    assert alone[0] == 1
    at = [alone[1].index(f"{number:02}.txt") for number in range(COUNT)]
    assert at == sorted(at)


def test_faulty_drafts_are_told_and_the_others_checked(newsroom):
    (newsroom / "03.txt").write_bytes(b"caf\xe9 300")
    (newsroom / "07.txt").write_bytes(b"%PDF-1.7")
    code, out, err = told(".", "none.txt", "--format", "concise", "--jobs", "2")
    assert code == 2
    assert {line.partition(":")[0] for line in out.splitlines()} == {
        f"{number:02}.txt" for number in range(COUNT) if number not in (3, 7)
    }
    assert all(err.count(name) == 1 for name in ("03.txt: not UTF-8", "07.txt: ", "none.txt: "))
    assert "Traceback" not in err


def tasks(*names):
    return [(Target(name, size=1), DraftSettings()) for name in names]


def test_a_process_that_is_ended_costs_one_draft(newsroom, monkeypatch):
    monkeypatch.setattr(pool, "_PROGRAM", FRAGILE)
    names = ["01.txt", "deadly.txt", "02.txt", "deadly2.txt", "03.txt", "04.txt"]
    with Pool(Store((), Where()), 2) as workers:
        came = list(workers.reviews(tasks(*names)))
    assert [type(one) for one in came] == [Review, InputError, Review, InputError, Review, Review]
    assert [one.document.name for one in came if isinstance(one, Review)] == [
        name for name in names if "deadly" not in name
    ]
    assert "signal 9" in came[1].what
    assert (came[1].where, came[3].where) == ("deadly.txt", "deadly2.txt")


def test_a_defect_is_not_hidden(newsroom, monkeypatch):
    monkeypatch.setattr(pool, "_PROGRAM", FRAGILE)
    with (
        pytest.raises(RuntimeError, match=r"(?s)fragile.*ZeroDivisionError: of the reader"),
        Pool(Store((), Where()), 2) as workers,
    ):
        list(workers.reviews(tasks("01.txt", "defective.txt")))


def test_claims_that_cannot_be_used_any_more_are_told(newsroom):
    (newsroom / "claims" / "a.toml").write_text("[[claim]]\n")
    with Pool(Store((), Where()), 1) as workers:
        (came,) = workers.reviews(tasks("01.txt"))
    assert isinstance(came, InputError)
    assert "a.toml:1" in str(came)


def test_not_all_drafts_are_held_at_a_time(newsroom):
    begun = []

    def noted():
        for task in tasks(*["01.txt"] * 40):
            begun.append(task)
            yield task[0]._replace(size=1 << 20), task[1]

    with Pool(Store((), Where()), 2) as workers:
        reviews = workers.reviews(noted())
        next(reviews)
        assert len(begun) <= 8
        assert sum(1 for _ in reviews) == 39


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc to look in")
def test_an_interrupt_ends_all_quietly(newsroom):
    for number in range(200):
        text = "The ferry carried 65 passengers.\n\n" * 40
        (newsroom / f"x{number:03}.txt").write_text(text)
    process = program(".", "--format", "concise", "--jobs", "2", start_new_session=True)
    assert process.stdout.readline()
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
    assert time.monotonic() - began < 30
    mark = f"FACTCHECK_CACHE={newsroom}".encode()
    assert not [pid for pid in others() if mark in environment_of(pid)]


def others():
    return [entry for entry in Path("/proc").iterdir() if entry.name.isdigit()
            and entry.name != str(os.getpid())]  # fmt: skip


def environment_of(entry):
    try:
        return (entry / "environ").read_bytes()
    except OSError:
        return b""


# ---------------------------------------------------------------- how many


@pytest.mark.parametrize(
    ("given", "sizes", "jobs"),
    [
        ("", [10_000_000], 1),  # a book alone
        ("", [1000] * 20, 1),  # a few small ones
        ("", [1000] * 1000, 4),
        ("", [60_000, 60_000], 2),
        ("3", [10, 10, 10, 10], 3),
        ("3", [10, 10], 2),
        ("1", [1_000_000] * 9, 1),
    ],
)
def test_how_many_processes(monkeypatch, given, sizes, jobs):
    monkeypatch.setattr(reviewing, "processors", lambda: 4)
    assert reviewing._jobs(given, [Target("x", size=size) for size in sizes]) == jobs


# ---------------------------------------------------------------- the bar


def test_a_bar_on_a_terminal_alone(run, tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("300 returned to duty. " * 2000)
    assert "checking" not in run("a.txt", "b.txt", "--format", "concise")[2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, out, err = run("a.txt", "b.txt", "--format", "concise")
    assert "checking drafts" in err
    assert "2/2" in err
    assert "checking" not in out
    assert "checking" not in run("a.txt", "--format", "concise")[2]  # one is no run
