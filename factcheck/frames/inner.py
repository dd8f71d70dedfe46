"""Nouns that a number counts inside a compound: the seats of "a 190-seat cabin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.figures.wording import tables
from factcheck.frames.chunks import Chunk
from factcheck.frames.context import places
from factcheck.frames.words import Words
from factcheck.model import Kind

# The role of such a noun: it stands in no role of its own.
INNER: Final = "inner"


def inner_nouns(phrases: Sequence[Chunk], words: Words) -> Iterator[tuple[int, int]]:
    """The singular nouns between a number and the singular head of its phrase.

    A number above one would make a plural of what it counts, were that the head: "190 seat
    configuration" is about seats, "12 police officers" about officers.

    Args:
        phrases: the noun phrases of the sentence.
        words: the sentence.

    Yields:
        The token of each noun, and the number of its phrase.
    """
    phrase_of = places(phrases, len(words.tags), -1)
    for reading in words.readings:
        figure, number = reading.figure, phrase_of[reading.first]
        at = reading.last
        at += at < len(words.lowers) and words.lowers[at] == "-"
        hyphen = at > reading.last
        if number < 0 or not (hyphen or at + 1 == phrases[number].head):
            continue
        if figure.kind is not Kind.COUNT or figure.unit is not None or figure.value == 1:
            continue
        if _is_singular(at, words) and _is_before_head(at, hyphen, phrases[number], words):
            yield at, number


def _is_before_head(at: int, hyphen: bool, phrase: Chunk, words: Words) -> bool:
    """Whether the head of a phrase stands behind a noun: "a 32-bed stroke unit"."""
    return phrase.head > at and (hyphen or _is_singular(at + 1, words))


def _is_singular(at: int, words: Words) -> bool:
    if at >= len(words.tags):
        return False  # "5-" ends the sentence
    if words.lowers[at] in tables()["plurals"]:
        return False  # "34 combat aircraft" counts aircraft
    return words.tags[at] == "NOUN" and words.lowers[at] == words.lemmas[at]
