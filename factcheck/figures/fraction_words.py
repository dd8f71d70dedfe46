"""Fractions in words, and parts of a magnitude: "two-thirds", "half a million"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from factcheck.figures.cardinals import ARTICLES, BIG
from factcheck.figures.digits import place
from factcheck.figures.number import Number, exact, number
from factcheck.figures.wording import tables
from factcheck.text.tokens import Tokens

HYPHENS: Final = frozenset("-‐‑–")
_HALF: Final = Fraction(1, 2)
# Behind "and half" these make a share of it: "two cars and half the lorries".
_DETERMINERS: Final = frozenset({
    "the", "a", "an", "of", "its", "their", "his", "her", "our", "those", "these", "that",
})  # fmt: skip


def half_of(tokens: Tokens, i: int) -> Number | None:
    """ "half a million", "half-million", "half a dozen"; a half of anything else is a share."""
    at = i + 1
    while (
        at < len(tokens)
        and at < i + 4
        and (tokens.lowers[at] in ARTICLES or tokens.texts[at] == "-")
    ):
        at += 1
    word = tokens.lowers[at] if at < len(tokens) else ""
    group = tables()["groups"].get(word)
    factor = group or tables()["magnitudes"].get(word)
    if factor is None or at == i:
        return None
    value = exact(factor) / 2
    precision = exact(1) if group else place(value)
    return number(value, precision, i, at + 1, "half-of", spelled=True, scale=factor)


def quarter_of(tokens: Tokens, i: int) -> Number | None:
    """ "a quarter million", "a quarter of a million"."""
    return part_of_magnitude(tokens, i, Fraction(1, 4), i + 2)


def part_of_magnitude(tokens: Tokens, i: int, part: Fraction, end: int) -> Number | None:
    """`part` of the magnitude word at token `end`: "a quarter of a million", "½ million"."""
    at = end
    if tokens.lowers[at : at + 2] in {("of", "a"), ("of", "one")}:
        at += 2
    word = tokens.lowers[at] if at < len(tokens) else ""
    factor = tables()["magnitudes"].get(word)
    if factor is None or factor < BIG:
        return None
    value = part * factor
    return number(value, place(value), i, at + 1, "part-of", spelled=True, scale=factor)


def spelled_fraction(
    tokens: Tokens, i: int, *, single: bool = False
) -> tuple[Fraction, Fraction, int] | None:
    """Numerator and denominator in words: value, precision and the token after them.

    Args:
        tokens: the text.
        i: the numerator or article.
        single: whether the denominator may lack its plural: "two and three-quarter miles".
    """
    table, lowers, word = tables(), tokens.lowers, tokens.lowers[i]
    top = 1 if word in ARTICLES else table["small"].get(word)
    if not top or top > 20 or i + 1 >= len(tokens):
        return None
    hyphen = tokens.texts[i + 1] in HYPHENS and tokens.glued(i + 1)
    at = i + 2 if hyphen else i + 1
    if at >= len(tokens):
        return None
    divisor, end = _denominator(tokens, at, plural=top > 1)
    if not divisor and single:
        divisor = table["fractions"].get(lowers[at], 0)
    if hyphen and not divisor:  # "three-quarter million": an adjective has no plural
        large = lowers[at + 1] if at + 1 < len(lowers) else ""
        divisor = table["fractions"].get(lowers[at], 0) if large in table["magnitudes"] else 0
    if top >= divisor or lowers[at] == "halve":
        return None
    return Fraction(top, divisor), Fraction(1, divisor), end


def _denominator(tokens: Tokens, at: int, *, plural: bool) -> tuple[int, int]:
    """ "Thirds", "twenty-fifth": the number and the token after it, 0 where there is none."""
    table, lowers = tables(), tokens.lowers
    names: Mapping[str, int] = table["fraction_plurals" if plural else "fractions"]
    tens: int = table["small"].get(lowers[at], 0)
    if tens < 20:
        return names.get(lowers[at], 0), at + 1
    ones = at + 1 + (tokens.texts[at + 1 : at + 2] == ("-",))
    word = lowers[ones] if ones < len(tokens) else ""
    if plural:
        word = word.removesuffix("s") if word.endswith("s") else ""
    unit = table["ordinals"].get(word, 0)
    return (tens + unit, ones + 1) if 0 < unit < 10 else (0, at)


def _hyphened_part(tokens: Tokens, i: int) -> tuple[Fraction | None, int]:
    """ "two-and-a-half": the part behind "a-"."""
    word = tokens.lowers[i + 2] if i + 2 < len(tokens) else ""
    divisor = tables()["fractions"].get(word)
    return (Fraction(1, divisor), i + 3) if divisor else (None, i)


def and_a_half(tokens: Tokens, found: Number) -> Number:
    """ "two and a half", "a million and a half", "two and three-quarters", "5 and a quarter"."""
    i, lowers = found.last, tokens.lowers
    hyphen = 1 if tokens.texts[i : i + 1] == ("-",) and tokens.glued(i) else 0
    at = i + hyphen
    if found.value is None or lowers[at : at + 1] != ("and",) or at + 1 >= len(tokens):
        return found
    at += 2 if tokens.texts[at + 1] == "-" else 1
    part, end = _part(tokens, at)
    if part is None or found.value.denominator != 1:
        return found
    unit = 12 if found.rules[-1] == "group" else max(found.scale, 1)
    if unit == 100:
        unit = 1
    if end < len(tokens) and lowers[end] == "of":
        # "two and a half of the seats" is nothing, "500 and a third of the staff" two figures
        return part_of_magnitude(tokens, found.first, found.value + part, end) or found
    value = found.value + part * unit
    return found._replace(
        value=value,
        precision=Fraction(unit, 10 if part == _HALF else 100),
        low=value,
        high=value,
        last=end,
        plain=False,
        rules=(*found.rules, "and-a-half"),
    )


def _part(tokens: Tokens, i: int) -> tuple[Fraction | None, int]:
    """The part that follows "and" at token `i`, and the token after it."""
    if i >= len(tokens):
        return None, i
    if tokens.lowers[i] in ARTICLES and tokens.texts[i + 1 : i + 2] == ("-",):
        return _hyphened_part(tokens, i)
    if tokens.lowers[i] == "half":  # "two and half million"
        followed = tokens.lowers[i + 1] if i + 1 < len(tokens) else ""
        return (None, i) if followed in _DETERMINERS else (_HALF, i + 1)
    read = spelled_fraction(tokens, i, single=True)
    return (None, i) if read is None else (read[0], read[2])
