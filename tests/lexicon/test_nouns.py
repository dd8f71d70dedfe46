"""The classes of nouns: their data, and the relations read off them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lexicon import nouns, nouns_build

PAIRS = Path(__file__).parent / "noun_pairs.toml"
SIGNS = {"=": "same", "<": "narrower", "!": "exclusive", "~": "related"}
TURNED = {"wider": "narrower", "narrower": "wider"}
# What the pairs must number, so that nobody thins them out.
LEAST = {"same": 200, "exclusive": 150, "narrower": 80, "related": 10}


def _pairs() -> Iterator[tuple[str, str, str]]:
    for relation, table in tomllib.loads(PAIRS.read_text()).items():
        for pair in table.split():
            a, b = pair.replace("_", " ").split("/")
            yield relation, a, b


def _examples() -> Iterator[tuple[str, str, str]]:
    for example in nouns_build.examples(nouns.sources()):
        match = re.fullmatch(r"(.+?)(?: \(.+\))? ([=<!~]) (.+?)(?: \(.+\))?", example)
        assert match, example
        yield SIGNS[match[2]], match[1], match[3]


@pytest.mark.parametrize(("relation", "a", "b"), [*_pairs(), *_examples()])
def test_relation(relation: str, a: str, b: str) -> None:
    assert nouns.noun_relation(a, b) == relation
    assert nouns.noun_relation(b, a) == TURNED.get(relation, relation)


@pytest.mark.parametrize("relation", LEAST)
def test_enough_pairs(relation: str) -> None:
    assert len({pair for pair in _pairs() if pair[0] == relation}) >= LEAST[relation]


def test_enough_classes() -> None:
    names, _, words, *_ = nouns_build.build(nouns.sources())
    assert len(names.splitlines()) >= 700
    assert len(words.splitlines()) >= 3500


def test_every_class_is_the_same_as_its_words() -> None:
    for line in nouns_build.build(nouns.sources())[2].splitlines():
        word = line.split("\t")[0]
        assert nouns.noun_relation(word, word.upper()) == "same"
        assert nouns.is_known(word)


def test_generic_and_transparent() -> None:
    assert nouns.is_generic("People")
    assert not nouns.is_generic("soldier")
    assert nouns.is_transparent("group")
    assert not nouns.is_transparent("herd")


@pytest.mark.parametrize(
    ("a", "b"),
    [("café", "cafe"), ("ex-soldier", "ex soldier"), ("UAV", "drone")],
)
def test_spelling(a: str, b: str) -> None:
    assert nouns.noun_relation(a, b) == "same"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("construction crane", "crane", "narrower"),  # a compound is a kind of its last word
        ("night nurse", "surgeon", "exclusive"),  # and keeps what that excludes
        ("sea lion", "lion", "exclusive"),  # unless a class says otherwise
        ("operating profit", "profit", "related"),  # or it is a line of the accounts
        ("vice-president", "president", "exclusive"),
        ("violinist", "pianist", "exclusive"),  # sisters in WordNet, named by no class
        ("xyzzy", "soldier", "unknown"),
        ("", "soldier", "unknown"),
    ],
)
def test_words_that_no_class_names(a: str, b: str, relation: str) -> None:
    assert nouns.noun_relation(a, b) == relation


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ('[[family]]\nclasses = ["a", "a"]', "defined twice"),
        ('[[family]]\nof = "b"\nclasses = ["a"]', "defined nowhere"),
        ('[[family]]\nclasses = ["+a"]', "defined nowhere"),
        ('[[family]]\nof = "a"\nclasses = ["b"]\n[[family]]\nof = "b"\nclasses = ["a"]', "itself"),
        ('[[overlap]]\nclasses = ["a"]', "defined nowhere"),
        ('[[exclude]]\nclass = "a"\nwith = ["b"]', "defined nowhere"),
        ('[[familiy]]\nclasses = ["a"]', "unknown key"),
        ('[[family]]\nwords = ["a"]\nclasses = ["a"]', "unknown key"),
    ],
)
def test_faulty_data_is_refused(tmp_path: Path, page: str, fault: str) -> None:
    path = tmp_path / "page.toml"
    path.write_text(page)
    with pytest.raises(ValueError, match=fault):
        nouns_build.build([str(path)])


@given(st.text(max_size=30), st.sampled_from(["soldier", "oil", "flat", "test match", ""]))
def test_any_text(a: str, b: str) -> None:
    there, back = nouns.noun_relation(a, b), nouns.noun_relation(b, a)
    assert back == TURNED.get(there, there)


def test_symmetry_over_many_words() -> None:
    words = [line.split("\t")[0] for line in nouns_build.build(nouns.sources())[2].splitlines()]
    some = words[::40]
    for a in some:
        for b in some:
            there, back = nouns.noun_relation(a, b), nouns.noun_relation(b, a)
            assert back == TURNED.get(there, there), (a, b)
