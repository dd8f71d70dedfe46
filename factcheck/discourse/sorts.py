"""Which nouns may take up a name again, and the other words of `data/discourse.toml`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from factcheck.cache import compiled, load_toml

SOURCE = Path(__file__).parent.parent / "data" / "discourse.toml"
PLACE = "place"


class Sort(NamedTuple):
    """A sort of names.

    Attributes:
        kind: "place", "body", "work" or "thing".
        type: the type of the lexicon's names that are of the sort, or "".
        any: nouns that may take up every name of the sort.
        one: sets of nouns that take up one another.
        names: words inside names that tell the sort, its nouns among them.
        guess: whether its nouns may take up a name of which nothing tells what it is.
    """

    kind: str
    type: str
    any: frozenset[str]
    one: tuple[frozenset[str], ...]
    names: frozenset[str]
    guess: bool


class Words(NamedTuple):
    """The lists of the data file.

    Attributes:
        sorts: every sort.
        person, one, several, owning, place: pronouns, by what they take up.
        apart: words that tell a thing from the one that was spoken of.
        expletive: verbs whose "it" stands for nothing.
        befalling: verbs of what befalls a place.
        wholes: pronouns for those of whom a part is told.
    """

    sorts: tuple[Sort, ...]
    person: frozenset[str]
    one: frozenset[str]
    several: frozenset[str]
    owning: frozenset[str]
    place: frozenset[str]
    apart: frozenset[str]
    expletive: frozenset[str]
    befalling: frozenset[str]
    wholes: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once."""
    sorts, *lists = cast("tuple[Any, ...]", compiled("discourse", [SOURCE], _build))
    return Words(tuple(Sort(*entry) for entry in sorts), *lists)


def _build() -> object:
    data = load_toml(SOURCE)
    sorts = []
    for entry in data["sort"]:
        any_of, one = frozenset(entry["any"]), tuple(map(frozenset, entry["one"]))
        told = frozenset(entry["names"]).union(any_of, *one)
        guess = entry.get("guess", False)
        sorts.append((entry["kind"], entry["type"], any_of, one, told, guess))
    pronouns = data["pronouns"]
    lists = [pronouns[key] for key in ("person", "one", "several", "owning", "place")]
    lists += [data[key]["words"] for key in ("apart", "expletive", "befalling")]
    lists.append(data["wholes"]["pronouns"])
    return (tuple(sorts), *map(frozenset, lists))


@cache
def sorts_of(noun: str) -> tuple[Sort, ...]:
    """The sorts of which a noun takes up names; "carrier" is an airline or nothing."""
    return tuple(s for s in words().sorts if noun in s.any or any(noun in o for o in s.one))


@cache
def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of names that a noun takes up."""
    return frozenset(sort.kind for sort in sorts_of(noun))


def kinds_told(told: Iterable[str]) -> frozenset[str]:
    """The kinds of names that nouns or words inside a name tell."""
    return frozenset(s.kind for s in words().sorts if not s.names.isdisjoint(told))


def told_by(parts: Iterable[str]) -> frozenset[str]:
    """The words inside a name that tell its sort: "bank" of "Alterra Bank"."""
    return frozenset(p for p in parts if any(p in sort.names for sort in words().sorts))


def takes_up(noun: str, told: frozenset[str], kind: str) -> bool:
    """Whether a noun may take up a name.

    Args:
        noun: the head of "the lender".
        told: the nouns that the text or the name itself says it is.
        kind: the type that the lexicon gives the name, or "".
    """
    if any(_one(noun, other) for other in told):
        return True
    return bool(kind) and any(sort.type == kind for sort in sorts_of(noun)) and not told


@cache
def _one(noun: str, other: str) -> bool:
    """Whether two nouns may be said of one thing: bank and lender, bank and company."""
    if noun == other:
        return True
    for sort in words().sorts:
        if noun in sort.any and other in sort.names:
            return True
        if other in sort.any and noun in sort.names:
            return True
        if any(noun in group and other in group for group in sort.one):
            return True
    return False
