"""The letter m behind a numeral: metres, minutes or millions.

Millions are what is left: `numerals` reads them where neither guard here passes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factcheck.figures.unit_context import NEAR, digits_before, following, mentions, money_before
from factcheck.figures.unit_data import words
from factcheck.text.tokens import Tokens

# Before a distance that is run: "the 400m", "her last 400m".
_OF_RACES: Final = frozenset({
    "the", "men's", "women's", "'s", "last", "final", "opening", "closing", "remaining",
})  # fmt: skip
_POWERS: Final = frozenset({"square", "cubic", "sq", "cu"})
_TIMES: Final = frozenset({"by", "x", "×"})
_SECONDS: Final = frozenset({"s", "sec", "secs"})
_LONGEST_RACE: Final = 5  # digits: "ran 10000m"
_TO_THE_CENTIMETRE: Final = re.compile(r"\d{1,2}\.\d\d")
_LONGEST_WAIT: Final = 3  # digits of minutes


def metre(tokens: Tokens, start: int, end: int) -> bool:
    """Metres, not millions (docs/units.md): "3 m" is, "3m" only where a length is spoken of."""
    if not digits_before(tokens, start) or money_before(tokens, start):
        return False
    if minute_symbol(tokens, start, end):
        return False
    after = following(tokens, end)
    if after in words("length_after"):
        return not _of_area(tokens, end)
    if after == "of":
        return following(tokens, end + 1) in words("length_of")
    if after in words("million_after") or _looks_plural(after):
        return False
    if not tokens.glued(start) or mentions(tokens, start, end, "length_near"):
        return True
    if ("shot", "put") in pairwise(tokens.lowers[max(0, start - NEAR) : start]):
        return True
    before = tokens.lowers[start - 2] if start > 1 else ""
    if _is_raced(tokens, start) or _is_second_side(tokens, start) or _is_level(tokens, start, end):
        return True
    return before in _OF_RACES and "." not in tokens.texts[start - 1]


def _of_area(tokens: Tokens, end: int) -> bool:
    """ "22m square miles", "3m sq km": what is behind it is a unit by itself."""
    return following(tokens, end) in _POWERS and following(tokens, end + 1) in words("of_areas")


def _looks_plural(word: str) -> bool:
    """Whether the word may be the plural of what is counted in millions."""
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word.isalpha()


def minute_symbol(tokens: Tokens, start: int, end: int) -> bool:
    """Minutes: "5m 30s", "lasted 5m", "ran 5km in 20m"."""
    if not digits_before(tokens, start) or money_before(tokens, start) or start < 2:
        return False
    number = tokens.texts[start - 1]
    if not number.isdecimal() or not tokens.glued(start) or len(number) > _LONGEST_WAIT:
        return False
    after = tokens.lowers[end : end + 2]
    if len(after) > 1 and after[0].replace(".", "", 1).isdecimal() and after[1] in _SECONDS:
        return True
    before = tokens.lowers[max(0, start - 3) : start - 1]
    return before[-1] in words("lasting") or (
        len(before) > 1 and before[1] == "in" and before[0] in words("distance_run")
    )


def _is_raced(tokens: Tokens, start: int) -> bool:
    """ "Ran 100m", "vaults 6.30m": somebody covers whole metres, or clears some centimetres."""
    number = tokens.texts[start - 1]
    if start > 1 and _TO_THE_CENTIMETRE.fullmatch(number):
        before = tokens.lowers[max(0, start - 3) : start - 1]  # "hurls shot 23.56m"
        return not words("leaping_verbs").isdisjoint(before)
    if not number.isdecimal() or not 1 < len(number) <= _LONGEST_RACE or start < 2:
        return False
    return tokens.lowers[start - 2] in words("racing_verbs")


def _is_second_side(tokens: Tokens, start: int) -> bool:
    """ "4m by 5m": the second side of what is measured."""
    if start < 4 or tokens.lowers[start - 2] not in _TIMES:
        return False
    return tokens.lowers[start - 3] in words("sides") and tokens.texts[start - 4][0].isdigit()


def _is_level(tokens: Tokens, start: int, end: int) -> bool:
    """ "The river rose by 2m": water or ground that rises and falls."""
    if start < 3 or not mentions(tokens, start, end, "levels_of_water"):
        return False
    verb = start - 2 - (tokens.lowers[start - 2] in ("by", "to", "about", "nearly"))
    return tokens.lowers[verb] in words("level_verbs")
