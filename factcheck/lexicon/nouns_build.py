"""Compile factcheck/data/nouns into look-up tables; imported only when the cache is cold.

The data files describe their own grammar (factcheck/data/nouns/00_words.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from factcheck.cache import load_toml
from factcheck.lexicon import wordnet
from factcheck.lexicon.nouns import normal

Pairs = frozenset[tuple[int, int]]
# The long tables are lines of text: `marshal` reads one string far faster than 6,000 tuples.
Compiled = tuple[str, str, str, Pairs, Pairs, str, frozenset[str], frozenset[str]]

_KEYS = {"generic", "transparent", "family", "overlap", "exclude"}
_FAMILY_KEYS = {"of", "facet", "classes", "overlapping", "examples"}


def build(files: Sequence[str]) -> Compiled:
    """Read the files and return the fields of `nouns._Lexicon`, in order.

    Args:
        files: paths of the TOML files.

    Raises:
        ValueError: for every fault of the data at once: unknown keys and parents, classes
            that are defined twice, cycles.
    """
    draft = _Draft([load_toml(path) for path in files])
    faults = draft.faults()
    if faults:
        raise ValueError("faults in the noun classes:\n  " + "\n  ".join(faults))
    return draft.compile()


def examples(files: Sequence[str]) -> Iterator[str]:
    """Yield the examples of all families, for the tests."""
    for path in files:
        for family in load_toml(path).get("family", ()):
            yield from family.get("examples", ())


def _parts(entry: str) -> list[str]:
    return [part.strip() for part in entry.split(" = ")]


def _lines(table: Mapping[str, list[int]]) -> str:
    """Write "key, tab, numbers" lines, sorted for a binary search."""
    return "\n".join(
        sorted(f"{key}\t{' '.join(map(str, numbers))}" for key, numbers in table.items())
    )


def _named(group: Mapping[str, Any]) -> list[str]:
    """Return the classes that an [[overlap]] or [[exclude]] names, the one of `with` first."""
    return [group["class"], *group["with"]] if "with" in group else list(group["classes"])


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _by_synset(meanings: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Map the first sense of each word of one class to that class, to place words unlisted.

    Words of several classes are left out: WordNet's first sense may be any of them. Where two
    classes claim a synset, the word that comes first in the files has it.
    """
    found: dict[str, list[int]] = {}
    for word, classes in meanings.items():
        if len(classes) == 1:
            for synset in wordnet.synsets(word, "n")[:1]:
                found.setdefault(str(synset), classes)
    return found


class _Draft:
    """The files' content by class name, before numbering."""

    def __init__(self, pages: Iterable[Mapping[str, Any]]) -> None:
        self.pages = list(pages)
        self.words: dict[str, list[str]] = {}
        self.parents: dict[str, list[tuple[str, str]]] = {}
        self.twice: list[str] = []
        for at, family in enumerate(self._all("family")):
            for entry in family["classes"]:
                self._add(entry, family, at)

    def _all(self, key: str) -> Iterator[Any]:
        for page in self.pages:
            yield from page.get(key, ())

    def _add(self, entry: str, family: Mapping[str, Any], at: int) -> None:
        name, *synonyms = _parts(entry)
        if name.startswith("+"):
            name = name[1:]
        elif name in self.words:
            self.twice.append(name)
        else:
            self.words[name] = [normal(part.partition(" (")[0]) for part in (name, *synonyms)]
        # Classes that overlap get a facet each: they exclude nothing by this family.
        facet = f"{at} {name}" if family.get("overlapping") else family.get("facet", "")
        self.parents.setdefault(name, []).append((family.get("of", ""), facet))

    def faults(self) -> list[str]:
        """Return what is wrong, in no words that need the code to be understood."""
        found = [
            f"{name!r} is defined twice; write '+{name}' for a second parent" for name in self.twice
        ]
        for page in self.pages:
            found += [f"unknown key {key!r}" for key in sorted(page.keys() - _KEYS)]
        for family in self._all("family"):
            found += [
                f"unknown key {key!r} of a family" for key in sorted(family.keys() - _FAMILY_KEYS)
            ]
        for name, above in self.parents.items():
            if name not in self.words:
                found.append(f"'+{name}' is defined nowhere")
            found += [
                f"{name!r} is a kind of {parent!r}, which is defined nowhere"
                for parent, _ in above
                if parent and parent not in self.words
            ]
        for key in ("overlap", "exclude"):
            for group in self._all(key):
                found += [
                    f"{key} names {name!r}, which is defined nowhere"
                    for name in _named(group)
                    if name not in self.words
                ]
        return found or [f"{name!r} is a kind of itself" for name in self._cycles()]

    def _cycles(self) -> Iterator[str]:
        for name in self.words:
            seen: set[str] = set()
            queue = [name]
            while queue:
                for parent, _ in self.parents[queue.pop()]:
                    if parent == name:
                        yield name
                    if parent and parent not in seen:
                        seen.add(parent)
                        queue.append(parent)

    def compile(self) -> Compiled:
        """Number the classes and facets, and return the tables."""
        numbers = {name: at for at, name in enumerate(self.words)}
        facets: dict[tuple[str, str], int] = {}
        parents = []
        for name in self.words:
            row = []
            for parent, facet in self.parents[name]:
                at = facets.setdefault((parent, facet), len(facets))
                row.append((numbers[parent] if parent else -1, at))
            parents.append(" ".join(f"{parent}:{at}" for parent, at in dict.fromkeys(row)))
        meanings: dict[str, list[int]] = {}
        for name, words in self.words.items():
            for word in dict.fromkeys(words):
                meanings.setdefault(word, []).append(numbers[name])
        return (
            "\n".join(self.words),
            "\n".join(parents),
            _lines(meanings),
            frozenset(self._pairs("overlap", numbers)),
            frozenset(self._pairs("exclude", numbers)),
            _lines(_by_synset(meanings)),
            self._normal("generic"),
            self._normal("transparent"),
        )

    def _normal(self, key: str) -> frozenset[str]:
        return frozenset(normal(word) for word in self._all(key))

    def _pairs(self, key: str, numbers: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        for group in self._all(key):
            every = [numbers[name] for name in _named(group)]
            if "with" in group:
                yield from (_ordered(every[0], other) for other in every[1:])
            else:
                yield from combinations(sorted(every), 2)
