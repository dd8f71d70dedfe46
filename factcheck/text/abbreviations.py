"""Is the full stop after this word a part of it, the end of a sentence, or both?

The words are data (data/abbreviations.toml). Titles ("Gen.") never end a sentence; "no.",
"sat." and "in." are abbreviations only where a figure stands beside them; after "Inc.", "U.S."
and "J." a sentence begins only with a word that begins sentences ("The", "He", "In").
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, cast

from factcheck.cache import compiled, load_toml

FILE: Final = Path(__file__).parent.parent / "data" / "abbreviations.toml"
# Longer words are no abbreviations, and longer stretches of white space no matter.
_LONGEST: Final = 6
_NEAR: Final = 24


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the words of each class of data/abbreviations.toml."""
    return cast("dict[str, frozenset[str]]", compiled("abbreviations", [FILE], _read))


def _read() -> dict[str, frozenset[str]]:
    table = load_toml(FILE)
    return {name: frozenset(entry["words"].split()) for name, entry in table.items()}


def keeps_stop(word: str, before: str, text: str, at: int, end: int) -> bool:
    """Return whether the full stop after `word` is a part of it.

    Args:
        word: the word as written, without the stop.
        before: the token before it, or "".
        text: the whole text.
        at: the offset after the stop.
        end: where the sentence or text stops; an abbreviation that ends it keeps no stop,
            for one is needed to end the sentence.
    """
    if len(word) > _LONGEST or not word[:1].isalpha():
        return False
    following = next_word(text, at, end)
    return bool(following) and kind(word, before, following) not in {"", "money"}


def next_word(text: str, at: int, end: int) -> str:
    """Return the word, or else the one sign, that follows `at` within `end`, or ""."""
    stop = min(end, at + _NEAR)
    while at < stop and (text[at].isspace() or text[at] in "\"'(\u201c\u2018["):
        at += 1
    first = at
    while at < stop and text[at].isalnum():
        at += 1
    return text[first : max(at, min(first + 1, stop))]


def kind(word: str, before: str, following: str) -> str:
    """Return the class of abbreviation that `word` belongs to between these two words, or "".

    Args:
        word: the word as written, without its full stop.
        before: the token before it, or "".
        following: the word after it, not "".
    """
    lower, known = word.lower(), classes()
    if len(word) == 1 and word.isupper() and not _begins_sentence(following, known):
        return "initial"
    figure, small = following[0].isdigit(), following[0].islower()
    if lower in known["title"]:
        return "title"
    if lower in known["numbered"] and figure:
        return "numbered"
    if lower in known["money"] and figure:
        return "money"
    if lower in known["calendar"] and word[0].isupper():
        near = following.lower() in known["calendar"] or (
            before[:1].isdigit() and not following[0].isupper()
        )
        if figure or near or small or following[0] in ",-\u2013":
            return "calendar"
    if lower in known["unit"] and before[:1].isdigit() and (small or not following[0].isalpha()):
        return "unit"
    if lower in known["suffix"] and (
        small or not word.islower() or not following[0].isupper() or lower == "etc"
    ):
        return "suffix"
    return ""


def _begins_sentence(word: str, known: dict[str, frozenset[str]]) -> bool:
    return word[0].isupper() and word.lower() in known["starters"]


def begins_sentence(word: str) -> bool:
    """Return whether `word`, after an abbreviation, shows that a sentence begins."""
    return bool(word) and _begins_sentence(word, classes())
