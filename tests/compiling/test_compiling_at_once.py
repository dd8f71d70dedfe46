"""Compilers that are killed, and several processes at once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess

import pytest
from newsroom import Newsroom, many, row

COUNT, LIST, COMMIT = 70, 5, 20
STEPS = f"compiler._LIST, compiler._COMMIT = {LIST}, {COMMIT}\n"

# When the compiler is killed, and how many claims are left to read then.
KILLS = {
    "while reading": (
        "open_store(lambda done, total: done == 55 and die())",
        COUNT - 2 * COMMIT,
    ),
    "before a commit": (
        "real, made = compiler.Writing.commit, []\n"
        "def commit(self, notes):\n"
        "    made.append(1)\n"
        "    die() if len(made) == 3 else real(self, notes)\n"
        "compiler.Writing.commit = commit\n"
        "open_store()",
        COUNT - COMMIT,
    ),
    "behind a commit": (
        "real, made = compiler.Writing.commit, []\n"
        "def commit(self, notes):\n"
        "    real(self, notes)\n"
        "    made.append(1)\n"
        "    len(made) == 3 and die()\n"
        "compiler.Writing.commit = commit\n"
        "open_store()",
        COUNT - 2 * COMMIT,
    ),
    "when all was read": ("compiler._Compilation._check = die\nopen_store()", COUNT - 3 * COMMIT),
    "before it counts": ("home.Home.publish = die\nopen_store()", 0),
    "just before it counts": ("Path.replace = die\nopen_store()", COUNT),
    "when it counts": ("Path.unlink = lambda *_, **__: die()\nopen_store()", 0),
}

if os.name != "posix":
    pytest.skip("processes are killed with a signal of POSIX", allow_module_level=True)


@pytest.fixture(params=KILLS.values(), ids=KILLS.keys())
def left(request: pytest.FixtureRequest, newsroom: Newsroom) -> int:
    """A compiler was killed; how many claims its follower has to read."""
    code, left = request.param
    newsroom.lines("a.jsonl", many(COUNT))
    exit_code, _, err = newsroom.run(STEPS + code)
    assert (exit_code, err) == (-signal.SIGKILL, "")
    return int(left)


def test_a_killed_compiler_is_gone_on_with(newsroom: Newsroom, left: int) -> None:
    kept = newsroom.folder.with_name("kept")
    shutil.copytree(newsroom.home.folder, kept)
    newsroom.open()
    assert newsroom.read == left
    newsroom.assert_right()
    assert newsroom.read == 0
    assert len([*newsroom.home.folder.iterdir()]) == 3  # nothing is left over
    shutil.rmtree(newsroom.home.folder)
    shutil.copytree(kept, newsroom.home.folder)
    assert_what_changed_is_not_believed(newsroom, left)


def assert_what_changed_is_not_believed(newsroom: Newsroom, left: int) -> None:
    """That what was kept of claims that have changed since counts no more."""
    rows = many(COUNT)
    rows[7] = {**rows[7], "text": "The town of Kesford has 77 windmills."}
    del rows[30:50]
    rows.append(row("new", 44, supersedes="c0003"))
    newsroom.lines("a.jsonl", rows)
    newsroom.open()
    assert newsroom.read <= left + 3
    newsroom.assert_right()


def test_killed_again_and_again(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    for reading in (COUNT, COUNT - COMMIT, COUNT - 2 * COMMIT):
        code = "open_store(lambda done, total: done == 25 and (print(total, flush=True), die()))"
        exit_code, out, _ = newsroom.run(STEPS + code)
        assert (exit_code, out) == (-signal.SIGKILL, f"{reading}\n")
    newsroom.open()
    assert newsroom.read == COUNT - 3 * COMMIT
    newsroom.assert_right()


@pytest.mark.parametrize("length", [0, 1000])
def test_a_journal_that_is_too_short_is_not_believed(newsroom: Newsroom, length: int) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    newsroom.run(STEPS + "home.Home.publish = die\nopen_store()")
    journal = newsroom.home.building / "journal"
    journal.write_bytes(journal.read_bytes()[:length])
    newsroom.open()
    assert newsroom.read == COUNT
    newsroom.assert_right()


def test_what_was_written_behind_the_last_commit_does_not_count(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    newsroom.run(STEPS + "open_store(lambda done, total: done == 25 and die())")
    with (newsroom.home.building / "journal").open("ab") as file:
        file.write(b"\x01\x02\x03")
    newsroom.run(STEPS + "open_store(lambda done, total: done == 25 and die())")
    newsroom.open()
    assert newsroom.read == COUNT - 2 * COMMIT
    newsroom.assert_right()


def test_what_others_may_have_begun_is_not_gone_on_with(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    newsroom.run(STEPS + "home.Home.publish = die\nopen_store()")
    newsroom.home.folder.chmod(0o777)
    newsroom.open()
    assert newsroom.read == COUNT


def test_a_kill_in_the_middle_of_a_change_leaves_what_was(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    newsroom.open()
    newsroom.lines("a.jsonl", many(COUNT, 20))
    kill = "compiler.Writing.commit = die\nopen_store()"
    assert newsroom.run(kill)[0] == -signal.SIGKILL
    newsroom.open()
    assert newsroom.read == 20
    newsroom.assert_right()
    assert len([*newsroom.generation.glob("records-*")]) == 1


READER = """
import json
for number in range(8):
    checker = open_store()
    told = [checker.check(f"The town of {town} has 20 bakeries.").findings[0]
            for town in ("Kesford", "Lunwick")]
    print(json.dumps([len(checker), *((f.verdict, f.citation.claim.text) for f in told)]))
"""


def figures(line: str) -> set[str]:
    """The figures that one line of a reader's output holds of both towns."""
    return {number for number in ("20", "30") if f"has {number} bakeries" in line}


def test_readers_see_the_old_or_the_new_and_never_a_mixture(newsroom: Newsroom) -> None:
    """Both towns always have the same number of bakeries, and the others their own claims."""
    rest = many(30, 100)

    def write(number: int) -> None:
        path = newsroom.lines("../new.jsonl", [
            row("a", number), *rest, row("b", number, "Lunwick")])  # fmt: skip
        path.replace(newsroom.folder / "a.jsonl")

    write(20)
    readers = [newsroom.start(READER) for _ in range(2)]
    turn = 0
    while any(reader.poll() is None for reader in readers):
        turn += 1
        write(30 if turn % 2 else 20)
        newsroom.open()
    seen = []
    for reader in readers:
        out, err = reader.communicate(timeout=60)
        assert (reader.returncode, err) == (0, "")
        seen += out.splitlines()
    assert len(seen) == 16
    assert all(line.startswith("[32, ") for line in seen)
    assert all(len(figures(line)) == 1 for line in seen), seen
    newsroom.assert_right()


TWO = """
sys.stdin.readline()
print(len(open_store()), read[-1] if read else 0)
"""


def test_of_two_compilers_one_does_the_work(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    compilers = [newsroom.start(TWO) for _ in range(3)]
    for one in compilers:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    told = sorted(one.communicate(timeout=60) for one in compilers)
    assert told == [(f"{COUNT} 0\n", ""), (f"{COUNT} 0\n", ""), (f"{COUNT} {COUNT}\n", "")]
    newsroom.assert_right()
    assert newsroom.read == 0


WORKERS = """
from factcheck.compiling import work
work._FEW = 10
work._processors = lambda: 2
compiler._LIST = 5
"""


def test_a_worker_that_is_ended_from_outside_is_told(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    kill = """
started = []
real = work.Worker
class Worker(real):
    def __init__(self, program):
        super().__init__(program)
        started.append(self)
work.Worker = Worker
try:
    open_store(lambda done, total: [worker.kill() for worker in started])
except FactcheckError as error:
    print(error)
"""
    code, out, err = newsroom.run(WORKERS + kill)
    assert (code, err) == (0, "")
    assert "ended before it was done" in out
    newsroom.assert_right()


def test_workers_end_quietly_with_whom_they_work_for(newsroom: Newsroom) -> None:
    """They hold our standard error open as long as they live: when it ends, so did they."""
    newsroom.lines("a.jsonl", many(COUNT))
    code, _, err = newsroom.run(WORKERS + "open_store(die)")
    assert (code, err) == (-signal.SIGKILL, "")


def test_an_interrupt_ends_all_of_it_quietly(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(COUNT))
    interrupt = """
from factcheck.cli import entry, progress
from contextlib import nullcontext
def stop(*_):
    os.killpg(0, signal.SIGINT)
progress.shown = lambda _: nullcontext(stop)
sys.exit(entry.main(["The town of Kesford has 20 bakeries.", "--claims", folder]))
"""
    with subprocess.Popen(
        newsroom.command(WORKERS + interrupt),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "")
    newsroom.assert_right()


def test_modules_in_the_folder_at_hand_are_not_ours(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    (newsroom.folder / "pickle.py").write_text("raise SystemExit('not ours')")
    newsroom.lines("a.jsonl", many(COUNT))
    monkeypatch.chdir(newsroom.folder)
    code = "print(len(open_store()))"
    status, out, err = newsroom.run(WORKERS + code)
    assert (status, out, err) == (0, f"{COUNT}\n", "")
