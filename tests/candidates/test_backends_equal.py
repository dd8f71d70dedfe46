"""Whatever is written in whatever order, every backend gives the same candidates and verdicts."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Checker, Claim
from factcheck.candidates.base import ClaimStore
from factcheck.candidates.embedded import EmbeddedStore
from factcheck.candidates.keys import concepts_of
from factcheck.candidates.memory import InMemoryStore
from factcheck.frames.analyse import analyse

sys.path.append(str(Path(__file__).parents[2] / "bench"))

from claims_generator import Fact, facts
from questions import misspelled

FACTS: list[Fact] = list(islice(facts(160, seed=7), 160))
PLACES = ("Kesford", "Lunwick", "Orford", "Port Barwick", "the town", "Kesforth")
THINGS = ("bakeries", "mills", "people", "workers", "$", "jobs")
HAVE = ("has", "lost", "says it built", "had in 2019", "killed")
STATUSES = ("current", "current", "current", "superseded", "retracted", "draft")
LIMIT = 6

plain = st.builds(
    lambda place, have, number, thing: f"{place} {have} {number} {thing}.",
    *(st.sampled_from(PLACES), st.sampled_from(HAVE), st.integers(2, 30), st.sampled_from(THINGS)),
)
SLIPS = ("Kesfrod", "Kesfort", "Luwnick", "Orfford", "Port Barwic", "Kesforthe")
slipped = st.builds(
    lambda place, have, thing: f"{place} {have} 3 {thing}.",
    *(st.sampled_from(SLIPS), st.sampled_from(HAVE), st.sampled_from(THINGS)),
)
told = st.builds(lambda fact, on: fact.text(on), st.sampled_from(FACTS), st.integers(0, 2))
sentences = plain | told
ids = st.integers(0, 40).map(lambda number: f"c{number}")
claims = st.builds(
    Claim,
    id=ids,
    text=sentences,
    source=st.sampled_from((None, "Police", "Council")),
    date=st.sampled_from((None, "2019", "2020-05-01")),
    status=st.sampled_from(STATUSES),
    topic=st.sampled_from((None, "Kesford")),
)
writings = st.lists(
    st.tuples(st.just("upsert"), st.lists(claims, min_size=1, max_size=25))
    | st.tuples(st.just("delete"), st.lists(ids, max_size=8)),
    min_size=1,
    max_size=5,
)


def looked_at(store: ClaimStore, statement: str) -> list[Claim]:
    view = store.snapshot()
    return [one.claim for one in view.search(concepts_of(analyse(statement)), LIMIT)]


@settings(max_examples=12, deadline=None, derandomize=True, database=None)
@given(writings, st.lists(sentences | slipped, min_size=4, max_size=10))
def test_both_backends_are_equal(writings: list[tuple[str, list]], statements: list[str]) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        memory, disk = InMemoryStore(), EmbeddedStore(Path(folder) / "store")
        for what, given_ in writings:
            for store in (memory, disk):
                getattr(store, what)(given_)
            assert disk.count() == memory.count()
        for number in range(41):
            assert disk.get(f"c{number}") == memory.get(f"c{number}")
        one, other = Checker(memory), Checker(disk)
        for statement in statements:
            assert looked_at(disk, statement) == looked_at(memory, statement)
            assert other.check(statement) == one.check(statement)


def test_both_backends_are_equal_over_many_claims(tmp_path: Path) -> None:
    """Enough of them that few are looked at, in several pieces, some taken out again."""
    memory, disk = InMemoryStore(), EmbeddedStore(tmp_path / "store")
    many = [Claim(str(f.number), f.text(), f.source, f.told, f.status) for f in facts(600, seed=3)]
    for store in (memory, disk):
        store.upsert(many[:400])
        store.delete(claim.id for claim in many[50:250:3])
        store.upsert(many[200:])
    assert disk.count() == memory.count() == len({*many}) - len(range(50, 200, 3))
    one, other = Checker(memory), Checker(disk)
    random = Random(3)
    for at, fact in enumerate(islice(facts(600, seed=3), 0, None, 15)):
        statement = misspelled(fact.text(1), random) if at % 2 else fact.text(1)
        assert looked_at(disk, statement) == looked_at(memory, statement), statement
        assert other.check(statement) == one.check(statement), statement
