"""Claims on other topics: they change no verdict, and the right claim is found among them.

`bench/irrelevant.py` does the same with a hundred thousand.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "bench"))

import irrelevant  # noqa: E402
from claims_generator import Fact, facts, rows  # noqa: E402

COUNT = 3000
EVERY = 8  # of the cases, so that the test stays below a quarter of a minute
# Unread cases are among them; one names no place, and the synthetic claims tell of its harvest too.
WORSE = 0.03
LOST = 0.01
RECALL = 0.98


@pytest.fixture(scope="module")
def base() -> irrelevant.ClaimIndex:
    return irrelevant.index_of(COUNT, seed=1)


def cases() -> Iterator[dict[str, Any]]:
    yield from islice(
        irrelevant.cases_of(sorted((ROOT / "tests/cases").glob("*.jsonl"))), 0, None, EVERY
    )


def test_verdicts_stay(base: irrelevant.ClaimIndex) -> None:
    outcomes = [irrelevant.outcome(case, base) for case in cases()]
    worse = [found.case["id"] for found in outcomes if found.step == "worse"]
    assert len(worse) <= WORSE * len(outcomes), worse
    lost = [found.case["id"] for found in outcomes if found.lost]
    assert len(lost) <= LOST * len(outcomes), lost


def test_other_wordings_find_their_claim(base: irrelevant.ClaimIndex) -> None:
    asked = irrelevant.queries(list(facts(COUNT, 1)))
    found = [irrelevant.finds(base, statement, wanted) for statement, wanted in asked]
    assert sum(found) >= RECALL * len(found)


def test_the_same_seed_gives_the_same_claims() -> None:
    assert list(rows(300, seed=5)) == list(rows(300, seed=5))
    assert list(rows(300, seed=5)) != list(rows(300, seed=6))


def test_a_shorter_stream_is_the_beginning_of_a_longer_one() -> None:
    assert list(rows(40, seed=2)) == list(rows(80, seed=2))[:40]


def test_slots_are_filled_and_sentences_end() -> None:
    for fact in facts(2000, seed=3):
        for further in range(len(fact.story.wordings)):
            text = fact.text(further)
            assert text[0].isupper() or not text[0].isalpha()
            assert text.endswith(".")
            assert not set("{}|=") & set(text)
            assert "  " not in text


def series(told: list[Fact]) -> list[Fact]:
    """Facts that take up the one before at the same place in another year."""
    return [
        b
        for a, b in pairwise(told)
        if a.story is b.story
        and a.filled.get("place") == b.filled.get("place")
        and a.happened.year != b.happened.year
    ]


def test_many_claims_share_event_and_place_but_not_year() -> None:
    told = list(facts(2000, seed=4))
    assert len(series(told)) > 0.1 * len(told)
