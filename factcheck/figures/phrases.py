"""Phrases of several words, laid out so that a text is asked for all of them at once.

Hundreds of phrases end in "than" or begin with "one": trying each in turn took longer than the
rest of reading. By their first or last token there are a few lengths, and for each length one
look-up of the text's own tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

# A phrase as its tokens in lower case, with the entry it belongs to.
Phrase: TypeAlias = tuple[tuple[str, ...], str]
# The lengths of phrases, the longest first, and the entry of each phrase.
Listed: TypeAlias = tuple[tuple[int, ...], dict[tuple[str, ...], str]]


def forwards(pairs: Iterable[Phrase]) -> dict[str, Listed]:
    """Phrases by their first token, for `phrases_at`."""
    return _laid_out(pairs, 0)


def backwards(pairs: Iterable[Phrase]) -> dict[str, Listed]:
    """Phrases by their last token, for `phrases_before`."""
    return _laid_out(pairs, -1)


def _laid_out(pairs: Iterable[Phrase], key: int) -> dict[str, Listed]:
    laid: dict[str, dict[tuple[str, ...], str]] = {}
    for tokens, entry in pairs:
        laid.setdefault(tokens[key], {}).setdefault(tokens, entry)
    return {
        token: (tuple(sorted(set(map(len, entries)), reverse=True)), entries)
        for token, entries in laid.items()
    }


def seconds(table: Mapping[str, Listed], first: str) -> set[str]:
    """The words that may follow `first` in a phrase of a table from `forwards`."""
    return {phrase[1] for phrase in table[first][1] if len(phrase) > 1} if first in table else set()


def phrases_at(table: Mapping[str, Listed], lowers: tuple[str, ...], i: int) -> Sequence[Phrase]:
    """The phrases that begin at token `i`, the longest first.

    Args:
        table: from `forwards`.
        lowers: the text's tokens in lower case.
        i: a token, or the end of the text.
    """
    listed = table.get(lowers[i]) if i < len(lowers) else None
    if listed is None:
        return ()
    found = []
    for length in listed[0]:
        cut = lowers[i : i + length]
        if len(cut) == length and cut in listed[1]:
            found.append((cut, listed[1][cut]))
    return found


def phrases_before(
    table: Mapping[str, Listed], lowers: tuple[str, ...], i: int
) -> Sequence[Phrase]:
    """The phrases that end before token `i`, which is not the first; the longest first."""
    listed = table.get(lowers[i - 1])
    if listed is None:
        return ()
    found = []
    for length in listed[0]:
        cut = lowers[i - length : i] if length <= i else ()
        if cut in listed[1]:
            found.append((cut, listed[1][cut]))
    return found
