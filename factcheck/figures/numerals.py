"""Reading one number: digits, number words, magnitude words and vague quantities.

Nothing here knows what is counted. A number begins at its article where the article is part of
it ("a dozen", "a couple of", "half a million").
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.cardinals import ARTICLES, BIG, read_cardinal
from factcheck.figures.digits import Digits, place, read_digits, read_quotient
from factcheck.figures.fraction_words import (
    HYPHENS,
    and_a_half,
    half_of,
    part_of_magnitude,
    quarter_of,
    spelled_fraction,
)
from factcheck.figures.number import Number, exact, number
from factcheck.figures.phrases import phrases_at
from factcheck.figures.single import one_period
from factcheck.figures.wording import tables
from factcheck.text.tokens import Tokens

_HALF: Final = Fraction(1, 2)
_HUNDRED: Final = Fraction(100)
_DOZEN: Final = 12
# Before "quarter million" these make it another thing: "first quarter million-pound loss".
_QUARTERS: Final = frozenset({("first",), ("second",), ("third",), ("fourth",), ("last",), ("-",)})
_SOUTH_ASIAN: Final = frozenset({100_000, 10_000_000})  # lakh and crore
# Letters that stand for a magnitude behind a decimal and a space, too: "2.3 k", "4.5 M".
_APART: Final = frozenset({"k", "K", "M"})


def read_number(
    tokens: Tokens, i: int, *, money: bool = False, joined: bool = True
) -> Number | None:
    """The number that starts at token `i`, or None.

    Args:
        tokens: the text.
        i: where the number has to start.
        money: whether a currency sign stands before it, so that "3b" are billions.
        joined: whether "and" may join words, as not in "between one hundred and five hundred".
    """
    character = tokens.texts[i][0]
    if not character.isalpha():
        return (
            _from_digits(tokens, i, money) if character != "." or _decimal_dot(tokens, i) else None
        )
    return (
        _vague(tokens, i)
        or _fraction(tokens, i)
        or _groups(tokens, i)
        or one_period(tokens, i)
        or _from_words(tokens, i, joined)
    )


def _decimal_dot(tokens: Tokens, i: int) -> bool:
    return i + 1 < len(tokens) and tokens.texts[i + 1][0].isdigit()


# ---------------------------------------------------------------- digits
def _from_digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    vague = _vague(tokens, i)  # "1000s of"
    if vague is not None:
        return vague
    quotient = read_quotient(tokens, i)
    if quotient is not None:
        value, precision, end, rule, _ = quotient
        return number(value, precision, i, end, rule, fraction=True)
    digits = read_digits(tokens, i)
    if digits is None:
        return None
    glyph = digits.rule == "fraction-glyph"
    found = number(
        *(digits.value, digits.precision, i, digits.end),
        digits.rule,
        plain=digits.plain,
        fraction=glyph,
    )
    if glyph:
        whole = part_of_magnitude(tokens, i, digits.value, digits.end)
        return whole or _suffixed(tokens, found, money) or found
    if digits.plain and digits.value:
        parts = _parts(tokens, i, digits)
        if parts is not None:
            return parts
    found = and_a_half(tokens, found)
    return _suffixed(tokens, found, money) or _multiplied(tokens, found)


def _parts(tokens: Tokens, i: int, digits: Digits) -> Number | None:
    """ "2 thirds", "2/3rds": a numerator in digits."""
    end = digits.end
    if end >= len(tokens.texts):
        return None
    divisor = tables()["fraction_plurals"].get(tokens.lowers[end])
    if divisor is None or digits.value > 20 or digits.value >= divisor:
        return None
    value = digits.value / divisor
    return number(value, exact(1) / divisor, i, end + 1, "fraction", fraction=True)


# Letters that are units too: metres, millimetres, kelvin, tonnes.
_AMBIGUOUS: Final = frozenset({"k", "m", "mm", "t"})


def _suffixed(tokens: Tokens, found: Number, money: bool) -> Number | None:
    """ "11k", "£3bn", "$ 4.6 bn": a magnitude in letters."""
    end = found.last
    if end >= len(tokens.texts) or found.value is None:
        return None
    glued = tokens.glued(end)
    apart = tokens.texts[end] in _APART and found.value.denominator != 1
    if not (glued or money or apart):
        return None
    lower, table = tokens.lowers[end], tables()
    factor = table["suffixes"].get(lower.removesuffix("."))  # "£3.2 bn. last year"
    if factor is None and glued and (money or not found.plain):
        factor = table["money_suffixes"].get(lower)
    if factor is None or (glued and end + 1 < len(tokens) and _runs_on(tokens, end + 1)):
        return None
    if not money and lower in _AMBIGUOUS and _is_unit(tokens, end):
        return None
    told = f"suffix:{lower}" if lower in _AMBIGUOUS else "suffix"
    return _scaled(found, factor, end + 1, f"{told}:money" if money and told != "suffix" else told)


def _runs_on(tokens: Tokens, i: int) -> bool:
    """ "221B12": more of an identifier is glued on."""
    return tokens.glued(i) and tokens.texts[i][0].isalnum()


def _is_unit(tokens: Tokens, i: int) -> bool:
    from factcheck.figures.units import match_unit

    return match_unit(tokens, i) is not None


def _scaled(found: Number, factor: int, end: int, rule: str) -> Number:
    """`found` times a magnitude that ends before token `end`."""
    value, low = found.value, found.low * factor
    single = value is found.low is found.high  # one product does for all three
    if value is not None:
        value = low if single else value * factor
    return found._replace(
        value=value,
        precision=None if found.precision is None else found.precision * factor,
        low=low,
        high=low if single else found.high * factor,
        last=end,
        scale=found.scale * factor,
        plain=False,
        rules=(*found.rules, rule),
    )


def _multiplied(tokens: Tokens, found: Number) -> Number:
    """Magnitude words and groups behind a number: "1.2 million", "2 lakh crore", "3 dozen"."""
    table, plurals = tables()["magnitudes"], tables()["plural_magnitudes"]
    groups = tables()["groups"]
    while found.last < len(tokens):
        i = found.last
        hyphen = tokens.texts[i] in HYPHENS and tokens.glued(i) and tokens.glued(i + 1)
        at = i + 1 if hyphen else i
        word = tokens.lowers[at] if at < len(tokens) else ""
        factor = table.get(word) or groups.get(word)
        if factor is None and found.value is not None and found.scale == 1:
            factor = plurals.get(word)
        if factor is None or (word in groups and not _multiplies(tokens, at, found)):
            break
        found = _scaled(found, factor, at + 1, "magnitude")
        if word in groups and found.value is not None:
            found = found._replace(scale=1, precision=place(found.value), trailing=factor)
        found = and_a_half(tokens, found)
        if not found.spelled:
            found = _smaller(tokens, found, factor)
    return found


def _smaller(tokens: Tokens, found: Number, factor: int) -> Number:
    """ "2 crore 50 lakh", "4 thousand 3 hundred and 21": smaller magnitudes behind `factor`."""
    at = found.last
    joined = tokens.lowers[at : at + 1] == ("and",)
    part = _plain_part(tokens, at + joined)
    if found.value is None or factor < 100 or part is None:
        return found
    added, end = part
    smaller = tables()["magnitudes"].get(tokens.lowers[end] if end < len(tokens) else "", 1)
    spoken = factor == 100 or {factor, smaller} <= _SOUTH_ASIAN
    if added * smaller >= factor or (joined and not spoken) or (smaller == 1 and not joined):
        return found
    value, end = found.value + added * smaller, end + (smaller > 1)
    read = number(value, place(value), found.first, end, *found.rules, "smaller", scale=smaller)
    return read if smaller == 1 else _smaller(tokens, read, smaller)


def _plain_part(tokens: Tokens, i: int) -> tuple[Fraction, int] | None:
    """Digits alone, or words below a hundred, at token `i`: value and the token after them."""
    if i >= len(tokens):
        return None
    if tokens.texts[i][0].isdecimal():
        digits = read_digits(tokens, i)
        return (digits.value, digits.end) if digits and digits.plain and digits.value else None
    read = read_cardinal(tokens, i, False) if tables()["small"].get(tokens.lowers[i]) else None
    return read if read and read[0] < _HUNDRED else None


def _multiplies(tokens: Tokens, at: int, found: Number) -> bool:
    """Whether a group is counted: "6 dozen", "three score men", "2 gross of eggs"."""
    spelled = found.spelled and tokens.lowers[at] == "score"
    return spelled or _group_stands(tokens, at)


# ---------------------------------------------------------------- vague words, dozens
def _vague(tokens: Tokens, i: int) -> Number | None:
    for phrase, key in phrases_at(tables()["vague_phrases"], tokens.lowers, i):
        end = i + len(phrase)
        value, ends, multiplier, of_only = tables()["vague"][key]
        followed = tokens.lowers[end] if end < len(tokens) else ""
        if of_only and followed != "of":
            continue
        if multiplier == "must" and followed not in tables()["magnitudes"]:
            return None
        low, high = exact(ends[0]), exact(ends[1])
        nominal = exact(value) if value else None
        precision = None if nominal is None else exact(1)
        last = end - 1 if phrase[-1] == "of" else end
        found = Number(
            nominal, precision, low, high, i, last, ends[3], rules=("vague",), spelled=True
        )
        return _vague_multiplied(tokens, found, end) if multiplier else found
    return None


def _vague_multiplied(tokens: Tokens, found: Number, end: int) -> Number:
    """ "a few hundred", "a couple of thousand", "several dozen"."""
    at = end + 1 if end < len(tokens) and tokens.lowers[end] == "of" else end
    word = tokens.lowers[at] if at < len(tokens) else ""
    table = tables()
    factor = table["magnitudes"].get(word) or (
        table["groups"].get(word) if word == "dozen" else None
    )
    if factor is None:
        return found
    return _multiplied(tokens, _scaled(found, factor, at + 1, "magnitude"))


def _groups(tokens: Tokens, i: int) -> Number | None:
    """ "a dozen", "half a dozen", "half-dozen", "a million", "a million and a half"."""
    table, lowers = tables(), tokens.lowers
    word = lowers[i]
    if word == "half":
        return half_of(tokens, i)
    if word == "quarter" and tokens.lowers[i - 1 : i] not in _QUARTERS:
        return part_of_magnitude(tokens, i, Fraction(1, 4), i + 1)
    one_half = word == "one" and lowers[i + 1 : i + 2] == ("half",)
    at = i + 1 if word in ARTICLES or one_half else i
    if at == i and word not in table["groups"]:
        return None
    if at >= len(tokens):
        return None
    head = lowers[at]
    if head == "half" and at > i:  # "a half million", "a half-dozen"
        half = half_of(tokens, at)
        return None if half is None else half._replace(first=i)
    if head in table["groups"] and _group_stands(tokens, at) and (at > i or head == "dozen"):
        count = exact(table["groups"][head])
        found = number(count, exact(1), i, at + 1, "group", spelled=True)
        return and_a_half(tokens, found)
    if at > i and head in table["magnitudes"] and len(head) > 2:
        return _from_words(tokens, i, True)
    if at > i and head == "quarter":
        return quarter_of(tokens, i)
    return None


def _group_stands(tokens: Tokens, i: int) -> bool:
    """ "Dozen" is always a group, others are of things: "a score of 87" is a result."""
    if tables()["groups"][tokens.lowers[i]] == _DOZEN:
        return True
    if tokens.lowers[i + 1 : i + 2] != ("of",):
        return False
    plurals, behind = tables()["plurals"], tokens.lowers[i + 2 : i + 5]
    if any(word[0].isdecimal() for word in behind):
        return False  # "a score of less than 58%", "a gross of $20m"
    return any(word[-1] == "s" or word in plurals for word in behind)


# ---------------------------------------------------------------- fractions
def _fraction(tokens: Tokens, i: int) -> Number | None:
    """ "a third", "two-thirds", "three quarters", "half", "one fifth"; no article, no fraction."""
    if tokens.lowers[i] == "half" and _groups(tokens, i) is None:
        return number(_HALF, _HALF, i, i + 1, "half", fraction=True, spelled=True)
    part = spelled_fraction(tokens, i)
    if part is None:
        return None
    value, precision, end = part
    if part[0] == _HALF and half_of(tokens, end - 1) is not None:
        return None  # "a half-dozen"
    whole = part_of_magnitude(tokens, i, value, end)
    if whole is not None:
        return whole
    return number(value, precision, i, end, "fraction", fraction=True, spelled=True)


# ---------------------------------------------------------------- words
def _from_words(tokens: Tokens, i: int, joined: bool) -> Number | None:
    """Cardinal words: "three hundred", "one hundred and five", "nineteen hundred"."""
    read = read_cardinal(tokens, i, joined)
    if read is None:
        return None
    value, end = read
    scale, trailing = _last_scales(tokens, i, end)
    found = number(value, place(value), i, end, "words", scale=scale, spelled=True)
    found = found if trailing == 1 else found._replace(trailing=trailing)
    found = and_a_half(tokens, found)
    if found.rules[-1] == "and-a-half" and found.scale == 1:
        return _multiplied(tokens, found)
    groups = found.last < len(tokens) and tokens.lowers[found.last] in tables()["groups"]
    return _multiplied(tokens, found) if groups else _point(tokens, found)


def _last_scales(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    """The large magnitude word before token `end`, and the product of all that stand there."""
    table = tables()["magnitudes"]
    factor: int = table.get(tokens.lowers[end - 1], 1)
    product, at = factor, end - 2
    while at > first and tokens.lowers[at] in table:
        product *= table[tokens.lowers[at]]
        at -= 1
    return factor if factor >= BIG else 1, product


def _point(tokens: Tokens, found: Number) -> Number:
    """ "two point five million": spoken decimals."""
    small, lowers = tables()["small"], tokens.lowers
    if lowers[found.last : found.last + 1] != ("point",) or found.value is None:
        return found
    digits, end = "", found.last + 1
    while end < len(tokens) and small.get(lowers[end], 10) < 10 and len(digits) < 9:
        digits += str(small[lowers[end]])
        end += 1
    if not digits and end < len(tokens) and lowers[end] in small:  # "three point fourteen"
        whole, after = read_cardinal(tokens, end, False) or (_HUNDRED, end)
        digits, end = (str(whole), after) if whole < _HUNDRED else ("", end)
    if not digits or found.value >= BIG:
        return found
    unit = Fraction(1, 10 ** len(digits))
    value = found.value + int(digits) * unit
    read = number(value, unit, found.first, end, "words", "point", spelled=True)
    return _multiplied(tokens, read)
