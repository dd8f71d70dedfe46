"""Places without a name: the whole world ("worldwide"), and all the rest of it ("elsewhere")."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import Final

from factcheck.frames.cues import cues
from factcheck.frames.model import Name
from factcheck.frames.words import Words

WORLD: Final = "world"
ELSEWHERE: Final = "elsewhere"
NAMELESS: Final = frozenset({WORLD, ELSEWHERE})
_TYPE = "region"
_NOMINAL: Final = (("NOUN",), ("PROPN",), ("ADJ",))


def nameless_places(words: Words) -> Iterator[Name]:
    """The places that a sentence tells without naming them, as names of their own.

    "Sold 10 million copies globally" is about the world as "sold in France" is about France.
    """
    begins, end = _beginnings(), 0
    for at, lower in enumerate(words.lowers):
        if lower in begins and at >= end:
            end, key = _phrase(at, words)
            if end > at:
                yield Name(at, end, key, (key,), _TYPE, "in", "")


def _phrase(at: int, words: Words) -> tuple[int, str]:
    for phrase, key in _openings().get(words.lowers[at], ()):
        if words.lowers[at : at + len(phrase)] == phrase:
            return at + len(phrase), key
    cue, lower = cues(), words.lowers[at]
    if lower in cue.places_world_adjectives and _of_a_sum(at, cue.places_world_sums, words):
        return at + 1, WORLD
    if lower in cue.places_elsewhere_adjectives and _of_a_sum(at, cue.places_elsewhere_sums, words):
        return at + 1, ELSEWHERE
    following = words.tags[at + 1 : at + 2]
    if lower in cue.places_elsewhere_adverbs and following not in _NOMINAL:
        return at + 1, ELSEWHERE
    return at, ""


def _of_a_sum(at: int, sums: Container[str], words: Words) -> bool:
    """Whether the noun phrase that goes on at a token is about a sum ("global sales")."""
    for step in range(at + 1, min(at + 4, len(words.tags))):
        if words.lemmas[step] in sums:
            return True
        if words.tags[step] not in ("ADJ", "NOUN"):
            return False
    return False


@cache
def _beginnings() -> frozenset[str]:
    """Every word at which a place without a name can begin."""
    cue = cues()
    single = cue.places_world_adjectives | cue.places_elsewhere_adverbs
    return single.union(cue.places_elsewhere_adjectives, _openings())


@cache
def _openings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases, key in ((cues().places_world, WORLD), (cues().places_elsewhere, ELSEWHERE)):
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, key))
    for listed in found.values():
        listed.sort(key=lambda one: (-len(one[0]), one))
    return found
