"""The contract of a store, run over every store that there is."""

from __future__ import annotations

import json

import pytest

from factcheck.errors import ClaimError
from factcheck.model import Claim, ClaimStatus, StatedFigure
from factcheck.store.base import ClaimSource, GivenClaims
from factcheck.store.reader import read_claims


def from_files(tmp_path, claims) -> ClaimSource:
    tmp_path.joinpath("a.jsonl").write_text(
        "\n".join(
            json.dumps(
                {
                    "id": claim.id,
                    "text": claim.text,
                    "status": claim.status,
                    "supersedes": claim.supersedes,
                }
            )
            for claim in claims
        )
    )
    return read_claims([tmp_path])


@pytest.fixture(params=["memory", "files"])
def make(request, tmp_path):
    if request.param == "memory":
        return lambda *claims: GivenClaims(claims)
    return lambda *claims: from_files(tmp_path, claims)


def claim(name: str, supersedes: str | None = None, status: str = "current") -> Claim:
    return Claim(name, f"Text of {name}.", supersedes=supersedes, status=status)


def test_claims_come_in_the_order_of_their_ids(make):
    store = make(claim("b"), claim("c"), claim("a"))
    assert [each.id for each in store.claims()] == ["a", "b", "c"]
    assert [each.id for each in store] == ["a", "b", "c"]
    assert len(store) == 3


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("current", "current", "superseded"),
        ("current", "superseded", "superseded"),
        ("current", "draft", "current"),
        ("current", "retracted", "current"),
        ("retracted", "current", "retracted"),
        ("draft", "current", "draft"),
        ("superseded", "current", "superseded"),
    ],
)
def test_what_is_superseded(make, older, newer, expected):
    store = make(claim("old", status=older), claim("new", "old", newer), claim("other"))
    statuses = {each.id: each.status for each in store.claims()}
    assert statuses == {"old": expected, "new": newer, "other": ClaimStatus.CURRENT}


def test_a_chain_of_three(make):
    store = make(claim("a"), claim("b", "a"), claim("c", "b"))
    assert [each.status for each in store.claims()] == ["superseded", "superseded", "current"]


def test_the_fingerprint_changes_with_any_claim(make):
    prints = {
        make(claim("a"), claim("b")).fingerprint(),
        make(claim("a")).fingerprint(),
        make(claim("a"), claim("b", status="draft")).fingerprint(),
        make(claim("a"), claim("b", "a")).fingerprint(),
    }
    assert len(prints) == 4


def test_the_fingerprint_is_stable(make):
    assert make(claim("a")).fingerprint() == make(claim("a")).fingerprint()


@pytest.mark.parametrize(
    ("claims", "what"),
    [
        ([claim("a"), claim("a")], "the id 'a' is used twice"),
        ([claim("a", "a")], "supersedes itself"),
        ([claim("a", "b")], "no claim of that id"),
        ([claim("a", "b"), claim("b", "a")], "a → b → a"),
        ([claim("a", "b"), claim("b", "c"), claim("c", "b")], "b → c → b"),
        ([claim("a", "a"), claim("b", "x")], "(?s)itself.*no claim of that id"),
    ],
)
def test_faults_of_relations(make, claims, what):
    with pytest.raises(ClaimError, match=what):
        make(*claims)


def test_each_circle_is_told_once():
    claims = [claim("a", "b"), claim("b", "a"), claim("c", "a"), claim("x", "y"), claim("y", "x")]
    with pytest.raises(ClaimError) as caught:
        GivenClaims(claims)
    assert caught.value.what.count("circle") == 2


def test_a_long_chain_is_no_circle():
    claims = [claim("0"), *(claim(str(n), str(n - 1)) for n in range(1, 5000))]
    store = GivenClaims(claims)
    assert sum(each.status == ClaimStatus.CURRENT for each in store) == 1


def test_memory_in_any_order_is_the_same_store():
    claims = [claim("a"), claim("b", "a"), Claim("c", "3 C.", figures=(StatedFigure("3"),))]
    assert GivenClaims(claims).fingerprint() == GivenClaims(claims[::-1]).fingerprint()
