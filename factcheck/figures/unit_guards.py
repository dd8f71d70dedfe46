"""Tests that decide whether a short or ambiguous form is the unit it could be.

Each takes the tokens and the form's half-open range, and answers from the words around it;
units.toml names the guard of a form, and holds the word lists. Looking around is bounded by
`NEAR`, so that a long line costs no more than a short one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from factcheck.figures.unit_context import (
    HYPHENS,
    NEAR,
    digits_before,
    following,
    mentions,
    money_before,
    near,
    number_at,
)
from factcheck.figures.unit_data import words
from factcheck.figures.unit_metre import metre, minute_symbol
from factcheck.text.tokens import Tokens

Guard: TypeAlias = Callable[[Tokens, int, int], bool]
_QUOTATION: Final = 60  # tokens before an inch mark among which a quotation may have begun
_OF_PART: Final = 3  # tokens of "quarter of a" and "half-"
_CLOSERS: Final = frozenset(".,;:!?)]}\"'”’…")


def _after(tokens: Tokens, _start: int, end: int, name: str) -> bool:
    """A word of the list `name` stands directly behind, past "of"."""
    after = following(tokens, end)
    if after == "of":
        after = following(tokens, end + 1)
    return after in words(name)


def _not_near(tokens: Tokens, start: int, end: int, name: str) -> bool:
    """No word of the list `name` stands near."""
    return not mentions(tokens, start, end, name)


def _glued_near(tokens: Tokens, start: int, end: int, name: str) -> bool:
    """The form touches its numeral, and a word of the list `name` stands near."""
    joined = tokens.glued(start) and digits_before(tokens, start)
    return joined and mentions(tokens, start, end, name)


def _never(_tokens: Tokens, _start: int, _end: int) -> bool:
    """Listed for its prefixed forms alone."""
    return False


def _measured(tokens: Tokens, start: int, end: int) -> bool:
    """A capital letter as unit: a numeral before it, no name after it ("3 W Street")."""
    if not digits_before(tokens, start):
        return False
    return end >= len(tokens) or not tokens.texts[end][0].isupper()


def _inch(tokens: Tokens, start: int, end: int) -> bool:
    """Inches, not the preposition: glued to a numeral, or measured by what follows."""
    if not digits_before(tokens, start):
        return False
    if tokens.glued(start) and tokens.texts[start - 1][0].isdigit():
        return True
    if tokens.texts[start - 1] in HYPHENS:
        return True
    if end >= len(tokens) or (tokens.texts[end] in _CLOSERS and tokens.glued(end)):
        return True
    after = tokens.lowers[end]
    if after == "of":
        return following(tokens, end + 1) in words("length_of")
    if after in ("by", "x", "×") and end + 1 < len(tokens):
        return tokens.texts[end + 1][0].isdigit()
    return after in words("length_after")


def _inch_mark(tokens: Tokens, start: int, end: int) -> bool:
    """Inches, not the end of a quotation: no mark is open, and a word goes on."""
    if not (tokens.glued(start) and digits_before(tokens, start)):
        return False
    opened = tokens.texts[max(0, start - _QUOTATION) : start].count('"') % 2
    after = tokens.lowers[end] if end < len(tokens) else ""
    return not opened and (after[:1].isalpha() or after in ("×", "-"))


def _gram(tokens: Tokens, start: int, end: int) -> bool:
    """Grams, not a generation of mobile radio."""
    if not digits_before(tokens, start):
        return False
    generation = tokens.texts[number_at(tokens, start)] in ("2", "3", "4", "5", "6")
    return not (generation and tokens.glued(start) and following(tokens, end) in words("networks"))


def _tonne(tokens: Tokens, start: int, _end: int) -> bool:
    """Tonnes, not a trillion of money."""
    return digits_before(tokens, start) and not money_before(tokens, start)


def _agency_tonne(tokens: Tokens, start: int, end: int) -> bool:
    """Tonnes in the style of news agencies: "12 T of ore", "370,000 T", "1.2 mln T"."""
    if tokens.glued(start) or not start or money_before(tokens, start):
        return False
    number = tokens.lowers[start - 1]
    told = "," in number or following(tokens, end) == "of"
    return number in words("agency_magnitudes") or (told and digits_before(tokens, start))


def _kilotonne(tokens: Tokens, start: int, end: int) -> bool:
    """A weight, not the speed of a wind or of a ship."""
    return _measured(tokens, start, end) and not _knot(tokens, start, end)


def _knot(tokens: Tokens, start: int, end: int) -> bool:
    """A speed: wind or sailing is spoken of."""
    return digits_before(tokens, start) and mentions(tokens, start, end, "wind")


def _litre(tokens: Tokens, start: int, end: int) -> bool:
    """Litres, not the left one of two: "runway 27L"."""
    index = number_at(tokens, start)
    named = tokens.glued(start) and index > 0 and tokens.lowers[index - 1] in words("labels")
    return not named


def _stone(tokens: Tokens, _start: int, end: int) -> bool:
    """The weight of a person ends the phrase; building material goes on."""
    after = following(tokens, end)
    return not after or not after.isalpha() or after in words("stone_after")


def _stone_symbol(tokens: Tokens, start: int, end: int) -> bool:
    """Stones, not an ordinal or a saint: pounds or the end of the phrase follow."""
    if not digits_before(tokens, start):
        return False
    if tokens.glued(start) and tokens.texts[start - 1].endswith("1"):
        return tokens.texts[start - 1].endswith("11")  # 21st is an ordinal, 11st is none
    after = following(tokens, end)
    return not after or after[0].isdigit() or not after.isalpha() or after in words("stone_after")


def _second(tokens: Tokens, start: int, end: int) -> bool:
    """Seconds of time, not the ordinal: "five second-half goals"."""
    if tokens.texts[start - 1] in HYPHENS:
        return True
    return following(tokens, end) not in words("second_after")


def _second_symbol(tokens: Tokens, start: int, _end: int) -> bool:
    """Seconds, not a plural: "9.58s" and "30 s", but neither "1990s" nor "737s"."""
    if not digits_before(tokens, start):
        return False
    return not tokens.glued(start) or "." in tokens.texts[start - 1]


def _celsius(tokens: Tokens, start: int, end: int) -> bool:
    """Degrees, not a label: no name after it, and no "row", "section" or "seat" before it."""
    if not _measured(tokens, start, end):
        return False
    index = number_at(tokens, start)
    if index > 0 and tokens.lowers[index - 1] in words("labels"):
        return False
    after = following(tokens, end)
    if after in ("/", "per"):
        return False  # "14.7C per security" are cents
    if tokens.glued(start):
        return True
    return mentions(tokens, start, end, "temperature") or not after.endswith("s") or after == "as"


def _fahrenheit(tokens: Tokens, start: int, end: int) -> bool:
    """As Celsius, but "777F" and "13F" are types and forms unless a temperature is spoken of."""
    if not _celsius(tokens, start, end):
        return False
    index = number_at(tokens, start)
    before = tokens.lowers[index - 1] if index > 0 else ""
    if not tokens.glued(start) or before in words("levels"):
        return True
    return mentions(tokens, start, end, "temperature") or tokens.lowers[end : end + 1] == ("(",)


def _kelvin(tokens: Tokens, start: int, end: int) -> bool:
    """Kelvin where a temperature is spoken of, and it stands apart or behind a decimal.

    11K is 11,000.
    """
    if not digits_before(tokens, start):
        return False
    degree = "°" in tokens.texts[max(0, start - NEAR) : start]
    if tokens.glued(start):
        return degree and "." in tokens.texts[start - 1]
    return degree or mentions(tokens, start, end, "temperature")


def _angle(tokens: Tokens, start: int, end: int) -> bool:
    """An angle is spoken of."""
    return mentions(tokens, start, end, "angle")


def _bearing(tokens: Tokens, _start: int, end: int) -> bool:
    """Degrees of arc: a point of the compass or an angle follows."""
    return following(tokens, end) in words("bearing")


def _open_degree(tokens: Tokens, start: int, end: int) -> bool:
    """Degrees of a scale not named; neither of arc nor from a university."""
    if _bearing(tokens, start, end):
        return False
    if tokens.texts[start] in "°º" or mentions(tokens, start, end, "temperature"):
        return True
    return following(tokens, end) not in words("academic")


def _pressure(tokens: Tokens, start: int, end: int) -> bool:
    """A pressure, neither a public house nor megabytes."""
    return mentions(tokens, start, end, "pressure")


def _newton(tokens: Tokens, start: int, end: int) -> bool:
    """A force, not the north."""
    return _measured(tokens, start, end) and mentions(tokens, start, end, "force")


def _tesla(tokens: Tokens, start: int, end: int) -> bool:
    """A magnetic field, not a car."""
    lower = tokens.texts[start][0].islower()
    return lower and mentions(tokens, start, end, "magnet")


def _ampere(tokens: Tokens, start: int, end: int) -> bool:
    """Amperes, neither a label ("12A") nor a grade ("3 A levels")."""
    apart = not tokens.glued(start) and _measured(tokens, start, end)
    return apart and following(tokens, end) not in words("grades")


def _fine_metal(tokens: Tokens, _start: int, end: int) -> bool:
    """The purity of gold."""
    return following(tokens, end) in words("fine_metal")


def _gem(tokens: Tokens, start: int, end: int) -> bool:
    """The weight of a gem."""
    return not _fine_metal(tokens, start, end)


def _explosive(tokens: Tokens, start: int, end: int) -> bool:
    """The energy of an explosion."""
    return mentions(tokens, start, end, "explosive")


def _not_explosive(tokens: Tokens, start: int, end: int) -> bool:
    """A weight of goods."""
    return not _explosive(tokens, start, end)


def _terabyte(tokens: Tokens, _start: int, end: int) -> bool:
    """Data, not tuberculosis."""
    return following(tokens, end) not in words("tuberculosis")


def _not_possessive(tokens: Tokens, _start: int, end: int) -> bool:
    """A speed, not the distance of "an hour's drive"."""
    return end >= len(tokens) or tokens.lowers[end] != "'s"


def _share_points(tokens: Tokens, start: int, end: int) -> bool:
    """Percentage points: a share is spoken of, and neither an index nor a game.

    Parts of a point are told of rates as well: "a quarter point" names no quarter of a game.
    """
    games, parts = words("points_of_games"), words("parts_of_points")
    part = not parts.isdisjoint(tokens.lowers[max(0, start - _OF_PART) : start])
    if any(word in games and not (part and word in parts) for word in near(tokens, start, end)):
        return False
    rates = part and mentions(tokens, start, end, "rates")
    return rates or mentions(tokens, start, end, "share")


def _small_letters(tokens: Tokens, start: int, _end: int) -> bool:
    """No capital of an abbreviation: "12 mps", but "650 MPs"."""
    return tokens.texts[start].islower()


def passes(guard: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the form at `start` up to `end` passes the test that units.toml names."""
    test, listed, name = guard.partition(":")
    if listed:
        return LISTED[test](tokens, start, end, name)
    return GUARDS[guard](tokens, start, end)


def evidence(guard: str, tokens: Tokens, start: int, end: int) -> str:
    """The word nearest to a form that spoke for what its guard let pass, "" where none did."""
    test, _, name = guard.partition(":")
    listed = (name,) if name else _SPOKEN.get(guard, ())
    if not listed or test == "not_near":
        return ""
    found = frozenset[str]().union(*map(words, listed))
    behind, before = tokens.lowers[end : end + NEAR], tokens.lowers[max(0, start - NEAR) : start]
    return next((word for word in (*behind, *reversed(before)) if word in found), "")


# The lists in which a guard looks for its evidence.
_SPOKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "metre": ("length_after", "length_of", "length_near", "levels_of_water", "racing_verbs"),
    "minute_symbol": ("lasting", "distance_run"),
    "knot": ("wind",),
    "inch": ("length_after", "length_of"),
    "celsius": ("temperature",),
    "kelvin": ("temperature",),
    "open_degree": ("temperature",),
    "bearing": ("bearing",),
    "pressure": ("pressure",),
    "newton": ("force",),
    "tesla": ("magnet",),
    "fine_metal": ("fine_metal",),
    "explosive": ("explosive",),
    "share_points": ("share",),
}
LISTED: Final[Mapping[str, Callable[[Tokens, int, int, str], bool]]] = {
    "near": mentions,
    "not_near": _not_near,
    "after": _after,
    "glued_near": _glued_near,
}
GUARDS: Final[Mapping[str, Guard]] = {
    "never": _never,
    "digits_before": digits_before,
    "measured": _measured,
    "metre": metre,
    "minute_symbol": minute_symbol,
    "knot": _knot,
    "kilotonne": _kilotonne,
    "litre": _litre,
    "inch": _inch,
    "inch_mark": _inch_mark,
    "gram": _gram,
    "tonne": _tonne,
    "agency_tonne": _agency_tonne,
    "stone": _stone,
    "stone_symbol": _stone_symbol,
    "second": _second,
    "second_symbol": _second_symbol,
    "celsius": _celsius,
    "fahrenheit": _fahrenheit,
    "angle": _angle,
    "kelvin": _kelvin,
    "bearing": _bearing,
    "open_degree": _open_degree,
    "pressure": _pressure,
    "newton": _newton,
    "tesla": _tesla,
    "ampere": _ampere,
    "fine_metal": _fine_metal,
    "gem": _gem,
    "explosive": _explosive,
    "not_explosive": _not_explosive,
    "terabyte": _terabyte,
    "not_possessive": _not_possessive,
    "share_points": _share_points,
    "small_letters": _small_letters,
}
