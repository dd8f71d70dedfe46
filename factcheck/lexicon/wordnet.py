"""Open English WordNet, looked up in a memory-mapped file without loading it.

The table (built by scripts/build_wordnet.py, which describes the layout) widens the project's
own lists where those name neither word. It is asked about common senses only, because rare
senses make unlike words look the same ("dispatch" is also "kill"). Where it knows a word in
many senses it cannot tell which one is meant, so its answers are evidence, never a verdict.

A part of speech is "n", "v", "a" or "r" (noun, verb, adjective, adverb).
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

FILE: Final = f"{os.path.dirname(__file__)}/../data/wordnet.bin"  # noqa: PTH120 -- pathlib costs 7 ms
DIGEST: Final = f"{os.path.dirname(__file__)}/../data/wordnet.digest"  # noqa: PTH120
MAGIC: Final = b"FCWN0001"
PARTS_OF_SPEECH: Final = "nvar"

# How far down the list of senses two words may meet, by part of speech: the sum of both ranks,
# 0 for the commonest sense of each. On tests/lexicon/wordnet_pairs.toml, 1 finds 42% of the
# noun synonyms and 40% of the verbs' with one false pair each, 0 finds 30% and 23%. Over all
# nouns of the project's classes, of the pairs that WordNet gives a synset and the classes call
# the same or exclusive, the same are 92% at a sum of 0, 74% at 1, 54% at 2 and 26% at 3.
_SAME_RANKS: Final = {"n": 1, "v": 1, "a": 1, "r": 1}
# Beyond this many steps up, nouns meet in "physical object" and verbs in "act".
_FARTHEST: Final = 4
# Derived words begin alike ("cancel", "cancellation"), which synset-wide derivations ignore:
# with one letter, "buy" gives "bribery"; with two, only these old pairs are lost.
_IRREGULAR: Final = frozenset(
    {("death", "die"), ("sale", "sell"), ("bear", "birth"), ("sing", "song"), ("tale", "tell")}
)
_SHARED_START: Final = 2


class _Table:
    """The open file; `find` and `targets` are binary searches in it."""

    def __init__(self, path: str) -> None:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self.data[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{path} is no WordNet table of this version; install again")
        header = [self._integer(at) for at in range(len(MAGIC), len(MAGIC) + 4 * 19, 4)]
        self.lemmas = header[0]
        self.firsts = (0, *header[1:5])
        self.ends, self.text, self.runs, self.synsets = header[5:13:2]
        self.relations = {
            kind: (header[at], header[at + 1])
            for kind, at in (("hypernym", 13), ("derivation", 15), ("antonym", 17))
        }

    def _integer(self, at: int) -> int:
        return int.from_bytes(self.data[at : at + 4], "little")

    def _run(self, ends: int, index: int) -> tuple[int, int]:
        """Where entry `index` of a list of ends starts and stops."""
        at = ends + 4 * index
        return (self._integer(at - 4) if index else 0), self._integer(at)

    def find(self, lemma: bytes) -> int:
        """Return the number of `lemma`, or -1."""
        low, high = 0, self.lemmas
        while low < high:
            middle = (low + high) // 2
            start, stop = self._run(self.ends, middle)
            word = self.data[self.text + start : self.text + stop]
            if word == lemma:
                return middle
            if word < lemma:
                low = middle + 1
            else:
                high = middle
        return -1

    def senses(self, lemma: int) -> tuple[int, ...]:
        """Return the synsets of lemma number `lemma`, of all parts of speech."""
        start, stop = self._run(self.runs, lemma)
        return tuple(self._integer(self.synsets + 4 * at) for at in range(start, stop))

    def targets(self, kind: str, synset: int) -> Iterator[int]:
        """Yield the synsets that stand in relation `kind` to `synset`."""
        start, stop = self.relations[kind]
        low, high = 0, (stop - start) // 8
        while low < high:
            middle = (low + high) // 2
            if self._integer(start + 8 * middle) < synset:
                low = middle + 1
            else:
                high = middle
        at = start + 8 * low
        while at < stop and self._integer(at) == synset:
            yield self._integer(at + 4)
            at += 8


@cache
def _table() -> _Table:
    return _Table(FILE)


@lru_cache(maxsize=8192)
def _senses(lemma: str) -> tuple[int, ...]:
    table = _table()
    # Lone surrogates occur in broken input, and in no lemma.
    at = table.find(lemma.lower().replace("\u2019", "'").encode("utf-8", "replace"))
    return table.senses(at) if at >= 0 else ()


def known(lemma: str) -> bool:
    """Return whether the table has `lemma` in any part of speech.

    Args:
        lemma: a base form of one or two words, such as "soldier" or "police officer".
    """
    return bool(_senses(lemma))


@lru_cache(maxsize=8192)
def synsets(lemma: str, pos: str) -> tuple[int, ...]:
    """Return the numbers of the synsets of `lemma`, commonest first, at most three.

    Args:
        lemma: a base form.
        pos: a part of speech, "n", "v", "a" or "r".
    """
    if len(pos) != 1 or pos not in PARTS_OF_SPEECH:
        return ()
    at = PARTS_OF_SPEECH.index(pos)
    low, high = _table().firsts[at : at + 2]
    return tuple(synset for synset in _senses(lemma) if low <= synset < high)


@lru_cache(maxsize=8192)
def same(a: str, b: str, pos: str) -> bool:
    """Return whether two lemmas share a synset among their commonest senses.

    Args:
        a: a base form.
        b: another.
        pos: their part of speech.

    Returns:
        True where the ranks of the shared sense add up to the limit for `pos` or less: one of
        the two may mean it rarely only where the other means hardly anything else.
    """
    others = synsets(b, pos)
    limit = _SAME_RANKS.get(pos, 0)
    return any(
        synset in others and rank + others.index(synset) <= limit
        for rank, synset in enumerate(synsets(a, pos))
    )


@lru_cache(maxsize=8192)
def _above(synset: int) -> dict[int, int]:
    """Return the distance to each synset up to `_FARTHEST` steps above, itself included."""
    distances, row = {synset: 0}, [synset]
    for distance in range(1, _FARTHEST + 1):
        row = [
            target
            for below in row
            for target in _table().targets("hypernym", below)
            if target not in distances
        ]
        distances.update(dict.fromkeys(row, distance))
    return distances


def ancestors(synset: int) -> dict[int, int]:
    """Return the synsets up to 4 steps above `synset`, itself included, with the steps."""
    return _above(synset)


@lru_cache(maxsize=8192)
def wider(a: str, b: str, pos: str, depth: int = 3) -> bool:
    """Return whether `a` names a wider class than `b` ("vehicle", "car").

    Args:
        a: the lemma that may be wider.
        b: the lemma that may be narrower; only its commonest sense is asked.
        pos: their part of speech.
        depth: how many steps apart they may be, at most 4.
    """
    return any(
        0 < distance <= depth and synset in synsets(a, pos)[:2]
        for below in synsets(b, pos)[:1]
        for synset, distance in _above(below).items()
    )


@lru_cache(maxsize=8192)
def path(a: str, b: str, pos: str) -> int | None:
    """Return the length of the shortest way from `a` up to a common class and down to `b`.

    Args:
        a: a lemma; only its two commonest senses are asked.
        b: another, likewise.
        pos: their part of speech.

    Returns:
        The number of steps, 0 for synonyms; None where there are more than 4.
    """
    shortest = _FARTHEST + 1
    for one in synsets(a, pos)[:2]:
        for other in synsets(b, pos)[:2]:
            ways = _above(other)
            for synset, distance in _above(one).items():
                shortest = min(shortest, distance + ways.get(synset, _FARTHEST + 1))
    return shortest if shortest <= _FARTHEST else None


@lru_cache(maxsize=8192)
def antonyms(a: str, b: str) -> bool:
    """Return whether WordNet calls the two lemmas antonyms in any of their common senses."""
    others = frozenset(_senses(b))
    return any(
        target in others for synset in _senses(a) for target in _table().targets("antonym", synset)
    )


@lru_cache(maxsize=8192)
def derived(a: str, b: str) -> bool:
    """Return whether one lemma is derived from the other ("cancel", "cancellation").

    The part of speech does not matter: "export" the noun is derived from "export" the verb.
    A lemma is derived from itself where it has two parts of speech that are related.
    """
    a, b = a.lower(), b.lower()
    if a[:_SHARED_START] != b[:_SHARED_START]:
        return (min(a, b), max(a, b)) in _IRREGULAR
    others = frozenset(_senses(b))
    return any(
        target in others
        for synset in _senses(a)
        for target in _table().targets("derivation", synset)
    )
