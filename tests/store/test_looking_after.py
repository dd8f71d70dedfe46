"""Claims with their places, chosen, counted, dated, and in their succession."""

from __future__ import annotations

from datetime import date as Date

import pytest

from factcheck import Claim
from factcheck.errors import ClaimError, ClaimFaults
from factcheck.store.days import typed_day
from factcheck.store.files import fingerprint
from factcheck.store.history import history
from factcheck.store.located import read_located
from factcheck.store.moments import Age, is_older, last_day, read_age
from factcheck.store.select import Wanted, by_date, folded, select
from factcheck.store.statistics import count
from factcheck.store.values import WrongValue

TOML = """\
[defaults]
source = "Harbour company"
topic = "Ferries"

[[claim]]
id = "piers"
text = "The ferries call at 22 piers."
date = "2024"
tags = ["Map"]

[[claim]]
id = "crew"
text = "Captain Müller has a crew of 5."
source = "Police"
speaker = "Ann Example"
as_of = "2023-05"
status = "draft"
"""
JSONL = """\
{"id": "old", "text": "There were 20 piers.", "topic": "Maps"}

{"id": "new", "text": "There are 22 piers.", "supersedes": "old", "date": "2025-02-03"}
"""


@pytest.fixture
def store(tmp_path):
    (tmp_path / "a.toml").write_text(TOML, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.jsonl").write_text(JSONL, encoding="utf-8")
    return tmp_path


def chosen(store, **wanted):
    found = select(read_located([store]).all.values(), Wanted(**wanted))
    return [one.claim.id for one in found.claims], found.undated


def test_every_claim_has_its_place(store):
    claims = read_located([store])
    places = {name: (one.path, one.line) for name, one in claims.all.items()}
    assert places == {
        "crew": (str(store / "a.toml"), 11),
        "new": (str(store / "more" / "b.jsonl"), 3),
        "old": (str(store / "more" / "b.jsonl"), 1),
        "piers": (str(store / "a.toml"), 5),
    }
    assert (claims.files, claims.drafts()) == (2, 1)
    assert claims.fingerprint == fingerprint([store])
    assert claims.get("old").claim.status == "superseded"


def test_an_unknown_id_names_the_nearest(store):
    claims = read_located([store])
    with pytest.raises(ClaimError, match="did you mean 'piers'"):
        claims.get("peirs")
    with pytest.raises(ClaimError, match="claims list"):
        claims.get("something-else-entirely")


def test_faults_are_all_told(store):
    (store / "c.toml").write_text('[[claim]]\nid = "x"\n[[claim]]\ntext = "y"\n', encoding="utf-8")
    with pytest.raises(ClaimFaults) as caught:
        read_located([store])
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize(
    ("wanted", "ids", "undated"),
    [
        ({}, ["crew", "new", "old", "piers"], 0),
        ({"text": "PIERS ferries"}, ["piers"], 0),
        ({"text": "muller"}, ["crew"], 0),
        ({"topic": "ferr"}, ["crew", "piers"], 0),
        ({"source": "harbour"}, ["piers"], 0),
        ({"source": "example"}, ["crew"], 0),
        ({"tags": ("map",)}, ["piers"], 0),
        ({"tags": ("map", "x")}, [], 0),
        ({"statuses": ("draft", "superseded")}, ["crew", "old"], 0),
        ({"file": "b.jsonl"}, ["new", "old"], 0),
        ({"since": "2024"}, ["new", "piers"], 1),
        ({"since": "2024-06"}, ["new", "piers"], 1),
        ({"since": Date(2025, 2, 4)}, [], 1),
        ({"until": "2023"}, ["crew"], 1),
        ({"until": Date(2024, 1, 1)}, ["crew", "piers"], 1),
        ({"since": "2023", "until": "2024", "statuses": ("current",)}, ["piers"], 0),
    ],
)
def test_choosing(store, wanted, ids, undated):
    assert chosen(store, **wanted) == (ids, undated)


def test_a_folder_chooses_what_is_in_it(store):
    assert chosen(store, file=f"{store}/more")[0] == ["new", "old"]
    assert chosen(store, file=str(store / "more" / ".." / "a.toml"))[0] == ["crew", "piers"]
    assert chosen(store, file="none.toml")[0] == []


def test_the_oldest_first_and_undated_last(store):
    ids = [one.claim.id for one in by_date(read_located([store]).all.values())]
    assert ids == ["crew", "piers", "new", "old"]


def test_folding():
    assert folded("Žluťoučký STRASSE") == "zlutoucky strasse"
    assert folded("Straße") == folded("STRASSE")


def test_counting(store):
    counted = count(one.claim for one in read_located([store]).all.values())
    assert counted.claims == 4
    assert counted.statuses == {"draft": 1, "current": 2, "superseded": 1}
    assert list(counted.sources.items()) == [("Harbour company", 1), ("Police", 1), (None, 2)]
    assert list(counted.topics.items()) == [("Ferries", 2), ("Maps", 1), (None, 1)]
    assert list(counted.years.items()) == [("2023", 1), ("2024", 1), ("2025", 1), (None, 1)]


@pytest.mark.parametrize(
    ("given", "age", "words"),
    [
        ("90d", Age(90, "d"), "90 days"),
        (" 2 weeks", Age(2, "w"), "2 weeks"),
        ("6m", Age(6, "m"), "6 months"),
        ("1Y", Age(1, "y"), "1 year"),
    ],
)
def test_ages(given, age, words):
    assert read_age(given) == age
    assert str(age) == words


@pytest.mark.parametrize("given", ["", "1", "y", "0d", "-1d", "1q", "1.5y", "99999d", "¹y"])
def test_no_ages(given):
    with pytest.raises(WrongValue, match="length of time"):
        read_age(given)


@pytest.mark.parametrize(
    ("age", "day", "before"),
    [
        ("1d", Date(2024, 3, 1), Date(2024, 2, 29)),
        ("1m", Date(2024, 3, 31), Date(2024, 2, 29)),
        ("1y", Date(2024, 2, 29), Date(2023, 2, 28)),
        ("2w", Date(2024, 1, 10), Date(2023, 12, 27)),
        ("13m", Date(2024, 1, 10), Date(2022, 12, 10)),
        ("9999y", Date(2024, 1, 10), Date.min),
        ("9999d", Date(1, 1, 10), Date.min),
    ],
)
def test_so_long_before(age, day, before):
    assert read_age(age).before(day) == before


@pytest.mark.parametrize(
    ("date", "day", "older"),
    [
        ("2024", Date(2024, 12, 31), False),
        ("2024", Date(2025, 1, 1), True),
        ("2024-02", Date(2024, 2, 29), False),
        ("2024-02", Date(2024, 3, 1), True),
        (Date(2024, 2, 1), Date(2024, 2, 1), False),
    ],
)
def test_a_month_is_as_old_as_its_last_day(date, day, older):
    assert is_older(date, day) is older
    assert last_day(typed_day(str(date))) == last_day(date)


def test_succession():
    def claim(name, older=None):
        return Claim(id=name, text="x", supersedes=older)

    listed = [
        claim("a"), claim("b", "a"), claim("c", "b"), claim("d", "a"), claim("e", "d"), claim("z"),
    ]  # fmt: skip
    claims = {one.id: one for one in listed}
    for name in "abcde":
        assert [one.id for one in history(name, claims)] == ["a", "b", "c", "d", "e"]
    assert [one.id for one in history("z", claims)] == ["z"]
