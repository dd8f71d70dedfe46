"""Compiled stores that nobody needs are removed; who has to wait for another is told so."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from filelock import FileLock
from newsroom import Newsroom, many

from factcheck.compiling.home import Home

DAY = 86_400


def aged(home: Home, days: float) -> None:
    """Have a store opened last some days ago."""
    then = time.time() - days * DAY
    os.utime(home.folder / "opened", (then, then))


@pytest.fixture
def two(newsroom: Newsroom, tmp_path: Path) -> tuple[Newsroom, Newsroom]:
    """Two stores, both compiled."""
    other = Newsroom(tmp_path / "other")
    for one in (newsroom, other):
        one.lines("a.jsonl", many(20))
        one.open()
    return newsroom, other


def compiled_again(one: Newsroom) -> None:
    one.lines("b.jsonl", many(5, first=50))
    one.open()


@pytest.mark.parametrize(
    ("days", "gone", "stays"),
    [(29, False, True), (31, False, False), (1, True, True), (3, True, False)],
)
def test_what_nobody_opens_is_removed(
    two: tuple[Newsroom, Newsroom], days: float, gone: bool, stays: bool
) -> None:
    used, unused = two
    aged(unused.home, days)
    if gone:
        shutil.rmtree(unused.folder)
    compiled_again(used)
    assert unused.home.folder.exists() == stays
    assert used.home.folder.exists()


def test_opening_a_store_keeps_it(two: tuple[Newsroom, Newsroom]) -> None:
    used, other = two
    aged(other.home, 31)
    other.open()
    assert other.read == 0
    compiled_again(used)
    assert other.home.folder.exists()


def test_who_reads_a_store_that_is_removed_reads_on(two: tuple[Newsroom, Newsroom]) -> None:
    used, unused = two
    reading = unused.open()
    aged(unused.home, 31)
    compiled_again(used)
    assert not unused.home.folder.exists()
    assert len({one.claim.id for one in reading.search((), 20)}) == 20
    unused.open()
    assert unused.read == 20


def test_a_store_that_is_being_compiled_is_left_alone(two: tuple[Newsroom, Newsroom]) -> None:
    used, unused = two
    aged(unused.home, 31)
    with FileLock(unused.home.lock):
        compiled_again(used)
    assert unused.home.folder.exists()


def test_stores_from_before_there_were_notes(two: tuple[Newsroom, Newsroom]) -> None:
    used, unused = two
    (unused.home.folder / "opened").unlink()
    then = time.time() - 31 * DAY
    os.utime(unused.home.folder, (then, then))
    compiled_again(used)
    assert not unused.home.folder.exists()


def test_who_waits_is_told(newsroom: Newsroom) -> None:
    """The lock is let go of once somebody has been told that it is held."""
    newsroom.lines("a.jsonl", many(20))
    lock = FileLock(newsroom.home.lock)
    newsroom.home.lock.parent.mkdir(parents=True, exist_ok=True)
    lock.acquire()
    told: list[str] = []

    def waiting() -> None:
        told.append("waits")
        lock.release()

    assert len(newsroom.open(waiting=waiting)) == 20
    assert told == ["waits"]
    newsroom.lines("b.jsonl", many(5, first=50))
    newsroom.open(waiting=waiting)
    assert told == ["waits"]
