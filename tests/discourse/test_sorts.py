"""Which nouns take up which names: the data file and its examples."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from factcheck.discourse.mentions import mentions
from factcheck.discourse.sorts import SOURCE, words
from factcheck.frames.analyse import analyse

DATA: dict[str, Any] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
EXAMPLES = [(name, noun) for sort in DATA["sort"] for name, noun in sort["examples"]]
# A name of one sort, and a noun that takes up names of another.
STRANGERS = [
    ("Alterra Bank", "airline"),
    ("Alterra Bank", "hospital"),
    ("Kestrel Airways", "lender"),
    ("Holm School", "university"),
    ("Odesa", "country"),
    ("Chad", "city"),
    ("Selm Rovers", "bank"),
]


def takes_up(noun: str, name: str) -> bool:
    (mention,) = mentions(analyse(f"{name} was in the news."))
    return mention.may_be(noun)


@pytest.mark.parametrize(("name", "noun"), EXAMPLES)
def test_a_noun_takes_up_a_name(name: str, noun: str) -> None:
    assert takes_up(noun, name)


@pytest.mark.parametrize(("name", "noun"), STRANGERS)
def test_a_noun_of_another_sort_does_not(name: str, noun: str) -> None:
    assert not takes_up(noun, name)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The port city of Marrow Bay was flooded.", "city"),
        ("Orvex, a chipmaker based in Graz, was sold.", "manufacturer"),
        ("Chipmaker Orvex was sold.", "company"),
        ("The ferry Tana was sold.", "ship"),
        ("Tana is a ferry.", "vessel"),
    ],
)
def test_the_text_says_what_a_name_is(text: str, noun: str) -> None:
    found = [m for m in mentions(analyse(text)) if m.may_be(noun)]
    assert len(found) == 1


def test_a_ferry_operator_is_no_ferry() -> None:
    (mention,) = mentions(analyse("Nordvik, the ferry operator, was sold."))
    assert mention.may_be("operator")
    assert not mention.may_be("ferry")


def test_the_data() -> None:
    for sort in DATA["sort"]:
        assert set(sort) <= {"kind", "type", "any", "one", "names", "guess", "examples"}
        assert sort["kind"] in {"place", "body", "work", "thing"}
    every = [word for sort in words().sorts for word in sort.names]
    assert all(word == word.lower() for word in every)
    assert words().person.isdisjoint(words().one | words().several)
