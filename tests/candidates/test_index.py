"""Retrieval: which claims are looked at, in an order that nothing else decides."""

from __future__ import annotations

import pytest

from factcheck.candidates.find import claims_for
from factcheck.candidates.index import ClaimIndex, build
from factcheck.candidates.keys import Concept, concepts_of, keys_of
from factcheck.frames.analyse import analyse
from factcheck.model import Claim
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


def found(claims: list[Claim], statement: str, limit: int = 3) -> list[str]:
    index = ClaimIndex(build(GivenClaims(claims).claims()))
    return [claim.claim.id for claim in index.search(concepts_of(analyse(statement)), limit)]


@pytest.mark.parametrize("town", TOWNS)
def test_the_claim_that_shares_the_rarest_words_comes_first(town: str) -> None:
    assert found(CLAIMS, f"{town} has 90 clock towers.")[0] == f"{town}-2"


def test_the_order_of_claims_does_not_matter() -> None:
    statement = "Kesford has 30 bakeries."
    assert found(CLAIMS, statement) == found(CLAIMS[::-1], statement)


def test_a_small_store_is_looked_at_whole() -> None:
    assert found(CLAIMS[:3], "A comet passed.") == sorted(claim.id for claim in CLAIMS[:3])


def test_no_more_than_the_limit() -> None:
    assert len(found(CLAIMS, "The town of Lunwick has 20 lime trees.", 7)) == 7


def test_nothing_shared_is_nothing_found() -> None:
    assert found(CLAIMS, "Comets pass.") == []


def test_numbers_are_no_keys() -> None:
    keys = keys_of([analyse("The town of Lunwick has 20 lime trees.")])
    assert not [key for key in keys if key[:1].isdigit()]


def test_drafts_are_left_out() -> None:
    draft = Claim(id="d", text="The town of Lunwick has 99 lime trees.", status="draft")
    index = ClaimIndex(build([draft, *CLAIMS]))
    assert len(index) == len(CLAIMS)


def test_an_empty_store() -> None:
    index = ClaimIndex(build([]))
    assert len(index) == 0
    assert index.search([Concept(frozenset({"town"}))], 5) == []


def test_a_claim_is_read_back_as_it_was() -> None:
    claim = Claim(id="a", text="The ferry has 40 cabins. It carries 300 cars.", topic="Aurora")
    read = ClaimIndex(build([claim])).claim(0)
    assert read.claim == claim
    assert [candidate.frame.figure.text for candidate in read.candidates if candidate.frame] == [
        "40",
        "300",
    ]
    assert len(read.wholes) == 2


def test_the_same_claims_make_the_same_bytes() -> None:
    assert build(CLAIMS) == build(CLAIMS)


YEARS = range(1990, 2019)
# A statement, and the one claim of the store that is about it.
WORDINGS = [
    ("A lorry hit a school in Orford.", "A truck hit a school in Orford."),
    ("Troops left Barwick.", "Soldiers left Barwick."),
    ("The Barwik mill burned down.", "The Barwick mill burned down."),
    ("A march in Lunwick drew 70,000.", "40,000 people marched through Lunwick."),
    ("Twenty people lost their lives in the flood.", "The flood killed 30 people."),
]


@pytest.mark.parametrize(("statement", "text"), WORDINGS)
def test_other_wordings_meet_among_many_claims(statement: str, text: str) -> None:
    many = [
        *CLAIMS,
        *(Claim(id=f"d{n}", text=f"A fair drew {n + 90} people.") for n in range(30)),
        *(Claim(id=f"l{n}", text=f"The town lost {n + 9} jobs.") for n in range(30)),
    ]  # fmt: skip
    assert "x" in found([*many, Claim(id="x", text=text)], statement)


def test_years_are_asked_for_where_a_story_has_many(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [Claim(id=f"y{year}", text=f"Kesford planted 9 trees in {year}.") for year in YEARS]
    wanted = Claim(id="z", text="Kesford planted 90 trees in 2019.")
    assert "z" not in found([*many, wanted], "In 2019 Kesford planted 40 trees.")
    monkeypatch.setattr("factcheck.candidates.asking._FEW", 10)
    assert "z" in found([*many, wanted], "In 2019 Kesford planted 40 trees.")


def test_a_year_tells_more_than_a_word_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The claim of the year is before those of other years that have a rarer word besides."""
    monkeypatch.setattr("factcheck.candidates.asking._FEW", 10)
    many = [Claim(id=f"y{year}", text=f"A lorry hit a stone mill in {year}.") for year in YEARS]
    fairs = [Claim(id=f"f{number}", text="A fair opened in 2019.") for number in range(60)]
    wanted = Claim(id="z", text="A lorry hit a mill in 2019.")
    assert found([*CLAIMS, *many, *fairs, wanted], "A lorry hit a stone mill in 2019.")[0] == "z"


def test_rates_of_exchange_are_found_for_sums_in_another_currency() -> None:
    rate = Claim(id="x", text="The reference rate was 1 euro = 1.08 US dollars.", date="2024-03-01")
    grant = Claim(id="a", text="The grant to the mill is €10 million.")
    index = ClaimIndex(build(GivenClaims([*CLAIMS, rate, grant]).claims()))
    asked = analyse("The grant to the mill is worth $10.8 million.")
    assert "x" in [claim.claim.id for claim in claims_for(asked, index, 5)]
    asked = analyse("The grant to the mill is worth €10 million.")
    assert "x" not in [claim.claim.id for claim in claims_for(asked, index, 5)]
