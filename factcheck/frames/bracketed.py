"""Brackets between a number and its noun: "1,251 (including 49 foreigners) confirmed cases"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.words import Words

_NONE: Final[frozenset[int]] = frozenset()
# So long an aside may be.
_LONGEST: Final = 12
_NOMINAL: Final = frozenset({"NOUN", "ADJ"})


def behind_brackets(at: int, texts: Sequence[str]) -> int:
    """The token behind the brackets that open at a token, or -1 where none do.

    Args:
        at: the token behind a number.
        texts: the tokens.
    """
    if texts[at : at + 1] not in (("(",), ["("]):
        return -1
    close = next((i for i in range(at, min(len(texts), at + _LONGEST)) if texts[i] == ")"), -1)
    return close + 1 if 0 <= close < len(texts) - 1 else -1


def describes_behind_brackets(at: int, words: Words) -> bool:
    """Whether a participle stands between such brackets and the noun that it describes.

    Args:
        at: the token of the participle.
        words: its sentence.
    """
    texts, tags = words.texts, words.tags
    if texts[at - 1] != ")" or tags[at + 1 : at + 2] != ("NOUN",):
        return False
    openings = (i for i in range(at - 2, max(0, at - _LONGEST), -1) if texts[i] == "(")
    opened = next(openings, 0)
    return opened > 0 and words.numbers[opened - 1]


def noun_behind(at: int, texts: Sequence[str], tags: Sequence[str]) -> int:
    """The same where a noun goes on behind the brackets, else the token itself.

    Args:
        at: the token behind a number.
        texts: the tokens.
        tags: their tags.
    """
    behind = behind_brackets(at, texts)
    if behind < 0:
        return at
    described = tags[behind] == "VERB" and tags[behind + 1 : behind + 2] == ("NOUN",)
    return behind if described or tags[behind] in _NOMINAL else at


def told_in_brackets(reading: Reading, words: Words) -> frozenset[int]:
    """The tokens of the brackets behind a figure's number that tell of another figure.

    Args:
        reading: the figure.
        words: its sentence.
    """
    first = reading.outer_last
    last = behind_brackets(first, words.texts)
    if last < 0:
        return _NONE
    other = any(first < r.first < last for r in words.readings)
    return frozenset(range(first, last)) if other else _NONE
