"""What stands around a form that may be a unit, as the guards of units.toml look at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.figures.unit_data import words
from factcheck.text.tokens import Tokens

# A statement is judged sentence by sentence; twelve tokens is a clause on either side.
NEAR: Final = 12
CURRENCY_SIGNS: Final = frozenset("$£€¥₹₽₩₪₫₦₱₺₴₸₡₲₵₭₮₼₾฿¢")
HYPHENS: Final = frozenset("-‐‑–")


def near(tokens: Tokens, start: int, end: int) -> Iterator[str]:
    """Lower-case tokens up to `NEAR` before `start` and after `end`, nearest sentence part."""
    yield from tokens.lowers[max(0, start - NEAR) : start]
    yield from tokens.lowers[end : end + NEAR]


def mentions(tokens: Tokens, start: int, end: int, name: str) -> bool:
    """Whether a word of the list `name` stands near."""
    listed = words(name)
    return any(word in listed for word in near(tokens, start, end))


def following(tokens: Tokens, end: int) -> str:
    """The lower-case token after the form, past a hyphen; "" at the end of the text."""
    if end < len(tokens) and tokens.texts[end] in HYPHENS:
        end += 1
    return tokens.lowers[end] if end < len(tokens) else ""


def number_at(tokens: Tokens, start: int) -> int:
    """Index of the token that holds the end of the number before `start`; -1 if none."""
    index = start - 1
    if index > 0 and tokens.texts[index] in HYPHENS:
        index -= 1
    return index


def digits_before(tokens: Tokens, start: int, _end: int = 0) -> bool:
    """A numeral, not a word, stands directly before."""
    index = number_at(tokens, start)
    return index >= 0 and tokens.texts[index][0].isdigit()


def money_before(tokens: Tokens, start: int) -> bool:
    """A currency sign stands before the number: "£3bn" holds no barn, "$2t" no tonne."""
    index = number_at(tokens, start)
    return index > 0 and tokens.texts[index - 1] in CURRENCY_SIGNS
