"""What every store of claims does, over every backend that there is."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

import pytest

from factcheck import Checker, Claim, ClaimError
from factcheck.candidates import embedded
from factcheck.candidates.asking import turn
from factcheck.candidates.base import ClaimStore
from factcheck.candidates.embedded import EmbeddedStore, Writing
from factcheck.candidates.keys import Concept, concepts_of, keys_of, year_key
from factcheck.frames.analyse import analyse
from factcheck.store.base import GivenClaims

TOWNS = [
    f"{first}{last}" for first in ("Bar", "Kes", "Lun", "Or") for last in ("dale", "ford", "wick")
]
THINGS = ("lime trees", "fishing boats", "clock towers", "bakeries", "school buses")
CLAIMS = [
    Claim(id=f"{town}-{number}", text=f"The town of {town} has {number + 20} {thing}.")
    for town in TOWNS
    for number, thing in enumerate(THINGS)
]
THE_ONE = next(claim for claim in CLAIMS if claim.id == "Kesford-3")
ASKED = "The town of Kesford has 40 bakeries."
LIMIT = 5


def asked(statement: str) -> tuple[Concept, ...]:
    return concepts_of(analyse(statement))


def found(store: ClaimStore, statement: str = ASKED, limit: int = LIMIT) -> list[str]:
    return [one.claim.id for one in store.candidates(asked(statement), limit)]


def read(store: ClaimStore, statement: str) -> list[tuple[str, str | None]]:
    """The verdicts of a statement, each with the claim that it cites."""
    findings = Checker(store).check(statement).findings
    return [(f.verdict, f.citation.claim.id if f.citation else None) for f in findings]


def test_it_fulfils_the_contract(store: ClaimStore) -> None:
    assert isinstance(store, ClaimStore)


def test_an_empty_store(store: ClaimStore) -> None:
    assert store.count() == len(store.snapshot()) == 0
    assert store.get("a") is None
    assert found(store) == []
    assert store.snapshot().with_keys(["bakery"], LIMIT) == []
    assert read(store, ASKED) == [("novel", None)]
    store.delete(["a"])
    store.upsert([])
    assert store.count() == 0


def test_what_was_added_is_there(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    assert store.count() == len(CLAIMS)
    assert [store.get(claim.id) for claim in CLAIMS] == CLAIMS
    assert store.get("Kesford") is store.get("") is None
    assert found(store)[0] == "Kesford-3"
    assert read(store, ASKED) == [("conflicting", "Kesford-3")]


def test_a_claim_keeps_every_field(store: ClaimStore) -> None:
    claim = Claim(
        "a", ASKED, "Council", "2021-04", "retracted", "Bread", "https://x.example", "2020",
        "The mayor", ("food", "town"), "b", "see the minutes",
    )  # fmt: skip
    store.upsert([claim])
    assert store.get("a") == claim


def test_a_claim_takes_the_place_of_the_one_of_its_id(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    newer = Claim(id="Kesford-3", text="The town of Kesford has 40 windmills.")
    store.upsert([newer])
    assert store.count() == len(CLAIMS)
    assert store.get("Kesford-3") == newer
    assert found(store, "The windmills stand.", 1) == ["Kesford-3"]
    assert read(store, "Kesford has 40 windmills.") == [("consistent", "Kesford-3")]
    assert "Kesford-3" not in [one for one, _ in scores(store, "bakery")]


def scores(store: ClaimStore, key: str) -> list[tuple[str, str]]:
    """All claims that have a key, with their texts."""
    held = store.snapshot().with_keys([key], len(CLAIMS))
    return [(one.claim.id, one.claim.text) for one in held]


def test_of_two_claims_of_one_id_given_at_once_the_last_counts(store: ClaimStore) -> None:
    store.upsert([Claim("a", "It has 3 mills."), Claim("b", "x"), Claim("a", "It has 4 mills.")])
    assert store.count() == 2
    assert read(store, "It has 4 mills.") == [("consistent", "a")]


def test_drafts_are_in_no_store(store: ClaimStore) -> None:
    store.upsert([*CLAIMS, Claim("d", ASKED, status="draft")])
    assert store.count() == len(CLAIMS)
    assert store.get("d") is None
    assert "d" not in found(store)


def test_a_draft_takes_out_the_claim_of_its_id(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    store.upsert([Claim("Kesford-3", THE_ONE.text, status="draft")])
    assert store.count() == len(CLAIMS) - 1
    assert store.get("Kesford-3") is None
    assert "Kesford-3" not in found(store)


def test_what_is_taken_out_is_gone(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    store.delete(["nobody", "Kesford-3", "Kesford-3"])
    assert store.count() == len(CLAIMS) - 1
    assert store.get("Kesford-3") is None
    assert "Kesford-3" not in found(store)
    store.delete(claim.id for claim in CLAIMS)
    assert store.count() == 0
    assert found(store) == []
    store.upsert(CLAIMS[:1])
    assert store.get(CLAIMS[0].id) == CLAIMS[0]


def test_a_snapshot_never_sees_what_is_written_later(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    before, concepts = store.snapshot(), asked(ASKED)
    seen = before.search(concepts, LIMIT)
    store.upsert([Claim("new", ASKED), Claim("Kesford-2", "Nothing is told.")])
    store.delete(["Kesford-3"])
    assert len(before) == len(CLAIMS)
    assert before.get("new") is None
    assert before.get("Kesford-3") == THE_ONE
    assert before.search(concepts, LIMIT) == seen
    assert store.snapshot().get("new") is not None
    assert found(store)[0] == "new"


def test_a_checker_keeps_the_claims_that_it_was_given(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    checker = Checker(store)
    store.delete(["Kesford-3"])
    assert checker.check(ASKED).findings[0].citation.claim.id == "Kesford-3"  # type: ignore[union-attr]
    assert len(checker) == len(CLAIMS)


def test_claims_with_keys_come_in_the_order_of_their_ids(store: ClaimStore) -> None:
    years = [Claim(f"{n}", f"In {n} a mill burned down.") for n in (2003, 2001, 2002)]
    rate = Claim("0", "The reference rate was 1 euro = 1.08 US dollars.", date="2024-03-01")
    store.upsert([*years, rate])
    view = store.snapshot()

    def of(*keys: str, limit: int = LIMIT) -> list[str]:
        return [one.claim.id for one in view.with_keys(keys, limit)]

    assert of("mill") == ["2001", "2002", "2003"]
    assert of("mill", limit=2) == sorted(sorted(["2001", "2002", "2003"], key=turn)[:2])
    assert of(year_key(2003), year_key(2001), "nothing") == ["2001", "2003"]
    assert of(*(key for key in keys_of([analyse(rate.text)]) if key[:2] == "x:")) == ["0"]
    assert of("nothing") == of() == []


def test_a_small_store_is_looked_at_whole(store: ClaimStore) -> None:
    store.upsert(CLAIMS[:LIMIT][::-1])
    every = sorted(claim.id for claim in CLAIMS[:LIMIT])
    assert found(store, "A comet passed.") == every
    assert found(store, "A comet passed.", LIMIT - 1) == []


def test_no_more_than_the_limit(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    for limit in (1, 7, len(TOWNS), len(CLAIMS) - 1):
        assert len(found(store, "The towns have fishing boats.", limit)) <= limit
    assert len(found(store, "The towns have fishing boats.", 7)) == 7


@pytest.mark.parametrize(("count", "most"), [(60, 4096), (200, 4096), (200, 90)])
def test_ties_are_broken_by_ids_alone(
    store: ClaimStore, count: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More of one score than a store asks its index for at first, and at the second time."""
    monkeypatch.setattr(embedded, "_MOST", most)
    ids = [f"t{number * 37 % count:03d}" for number in range(count)]
    for part in range(4):  # so that the index holds them in several pieces, in no order
        store.upsert(
            Claim(name, f"Kesford has {20 + int(name[1:])} mills.") for name in ids[part::4]
        )
    store.upsert(Claim(f"u{n}", f"Orford has {n} fairs.") for n in range(90))
    first = sorted(sorted(ids, key=turn)[:20])
    assert found(store, "Kesford has 3 mills.", 20) == first
    assert found(store, "Kesford has 3 mills.", 10) == sorted(sorted(first, key=turn)[:10])


def test_turns_are_apart_and_in_no_order_of_ids() -> None:
    ids = [f"c{number:05d}" for number in range(10_000)]
    assert len(set(map(turn, ids))) == len(ids)
    later = sum(turn(one) < turn(other) for one, other in pairwise(ids))
    assert len(ids) * 0.45 < later < len(ids) * 0.55
    assert turn("c00001") == int.from_bytes(blake2b(b"c00001", digest_size=6).digest())
    assert turn("\ud800") != turn("\ud801")


MISSPELT = ("Kesfrod", "Kesfod", "Kessford", "Kesfodr", "Kestord", "Lesford", "Kesforx")


@pytest.mark.parametrize("name", MISSPELT)
def test_a_name_that_no_claim_has_is_found_by_one_a_letter_away(
    store: ClaimStore, name: str
) -> None:
    store.upsert(CLAIMS)
    five = [f"Kesford-{number}" for number in range(len(THINGS))]
    assert sorted(found(store, f"{name} is small.")) == five
    store.delete(five)
    assert found(store, f"{name} is small.") == []


def test_names_of_several_words_and_of_peoples_are_found_so_too(store: ClaimStore) -> None:
    told = ["Two Nigerian ferries sank.", "Port Barwick has 3 mills.", "Port Orford has 4 mills."]
    store.upsert([*CLAIMS, *(Claim(text, text) for text in told)])
    assert found(store, "It was built in Nigerai.") == told[:1]
    assert found(store, "Port Bawrick is small.", 1) == told[1:2]


def test_a_name_that_a_claim_has_is_not_misspelt(store: ClaimStore) -> None:
    store.upsert([*CLAIMS, Claim("other", "Kesfort is large.")])
    assert found(store, "Kesfort is small.") == ["other"]


@pytest.mark.parametrize("statement", ["Kesfrrod is small.", "Kes is small.", "In 2019 it grew."])
def test_what_is_farther_off_is_another_word(store: ClaimStore, statement: str) -> None:
    store.upsert([*CLAIMS, Claim("year", "In 2018 rain fell.")])
    assert found(store, statement) == []


def test_a_misspelt_word_is_found_but_not_for_one_that_is_known(store: ClaimStore) -> None:
    store.upsert([*CLAIMS, Claim("k", "The kayaks left."), Claim("b", "The bishops left.")])
    assert found(store, "A kyaak sank.") == ["k"]
    assert found(store, "A bishof sank.") == ["b"]
    assert found(store, "A kayak sank.") == ["k"]
    store.upsert([Claim("m", "The motels closed.")])
    assert found(store, "Models sank.") == []  # another word, not a slip


UNICODE = {
    "e9": "é", "e + accent": "e\u0301", "E": "É", "cjk": "第七", "emoji": "👩‍🌾", "space": " é ",
    "rtl": "حبر", "nul": "a\0b", "line": "a\nb", "half a pair": "\ud800", "quote": '"é"', "sz": "ß",
}  # fmt: skip


def test_ids_and_texts_may_hold_any_letters(store: ClaimStore) -> None:
    claims = [Claim(name, f"{label.title()}ville 第 {name} has 20 ovens.", topic=name)
              for label, name in UNICODE.items()]  # fmt: skip
    store.upsert(claims)
    assert [store.get(claim.id) for claim in claims] == claims
    assert store.count() == len(UNICODE)
    store.delete(["é"])
    assert store.count() == len(UNICODE) - 1
    assert store.get("é") is None
    assert store.get("e\u0301") == claims[1]


def test_ids_that_look_alike_are_apart(store: ClaimStore) -> None:
    ids = [
        "a-1",
        "a",
        "A",
        "a 1",
        "a_1",
        "a-01",
        "a.1",
        "1",
        "01",
        "1.0",
        "a-1 ",
        "true",
        "a" * 300,
    ]
    store.upsert(Claim(name, f"Kesford has {20 + n} mills.") for n, name in enumerate(ids))
    assert store.count() == len(ids)
    for gone in ids[::2]:
        store.delete([gone])
    assert [name for name in ids if store.get(name)] == ids[1::2]


@pytest.mark.parametrize(
    "statement", ["", "…", "\ud800 has 40 bakeries.", "Kes\udcffford", "0" * 999]
)
def test_any_statement_may_be_asked(store: ClaimStore, statement: str) -> None:
    store.upsert(CLAIMS)
    assert Checker(store).check(statement) == Checker(CLAIMS).check(statement)


def faulty() -> Iterator[Claim]:
    yield Claim("new", ASKED)
    yield Claim("Kesford-3", "It is gone.")
    raise ClaimError("a file has a fault")


def test_all_of_them_or_none(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    with pytest.raises(ClaimError, match="a file has a fault"):
        store.upsert(faulty())
    assert store.count() == len(CLAIMS)
    assert store.get("new") is None
    assert found(store)[0] == "Kesford-3"
    store.upsert([Claim("new", ASKED)])
    assert store.count() == len(CLAIMS) + 1


def test_a_store_is_its_claims_in_one_piece(store: ClaimStore) -> None:
    store.upsert(CLAIMS)
    plain = Checker(GivenClaims(CLAIMS))
    for statement in (ASKED, "Lunwick has 22 clock towers.", "Comets pass."):
        assert Checker(store).check(statement) == plain.check(statement)


def test_what_lies_on_disk_is_there_again(tmp_path: Path) -> None:
    EmbeddedStore(tmp_path / "store").upsert(CLAIMS)
    again = EmbeddedStore(tmp_path / "store")
    assert again.count() == len(CLAIMS)
    assert read(again, ASKED) == [("conflicting", "Kesford-3")]


def test_two_writers_of_one_folder(tmp_path: Path) -> None:
    one = EmbeddedStore(tmp_path / "store")
    with (
        Writing(tmp_path / "store"),
        pytest.raises(ClaimError, match="somebody else is writing"),
    ):
        one.upsert(CLAIMS)
    assert one.count() == 0
    one.upsert(CLAIMS)
    assert one.count() == len(CLAIMS)
