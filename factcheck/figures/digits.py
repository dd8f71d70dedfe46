"""Numbers written in digits, of any script and with any grouping.

"3,500", "3 500" (plain, thin or no-break space), "1,00,000", "1.250.000", "2.5", ".08", "1,5",
"1e6", "6.02 × 10²³", "2½", "2 1/2", "٣٥٠٠".
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.locales import has_decimal_comma
from factcheck.figures.number import exact
from factcheck.text.tokens import Tokens

_SPACES: Final = frozenset(" \u00a0\u2009\u202f\u2007\u2008'’")
_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺"
_LOWERED: Final = str.maketrans(_RAISED, "0123456789-+")
_TIMES: Final = frozenset({"×", "x", "*", "·"})
_PARTS: Final = frozenset({"rd", "rds", "th", "ths"})
_MINUS: Final = frozenset("-−–")
# Digits that a number may have: longer strings are identifiers, and their arithmetic is slow.
_MOST_DIGITS: Final = 30
_MOST_POWER: Final = 60
# What a fraction in figures is written with ("2 3/4"); other quotients are dates or marks.
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})
_WHOLES: Final = frozenset((word,) for word in ("the", "a", "an", "its", "their", "all", "what"))


class Digits(NamedTuple):
    """A number in digits.

    Attributes:
        value: exact value.
        precision: place of the last significant digit.
        end: the token after it.
        rule: which way of writing it was.
        plain: only digits stand there, so that it may be a year or a label.
    """

    value: Fraction
    precision: Fraction
    end: int
    rule: str
    plain: bool


def read_digits(tokens: Tokens, i: int) -> Digits | None:
    """The number in digits that starts at token `i`, without sign or magnitude word."""
    text = tokens.texts[i]
    first = text[0]
    if "0" <= first <= "9":
        found = _ascii(tokens, i)
    elif first == "." and i + 1 < len(tokens) and tokens.glued(i + 1):
        found = _leading_dot(tokens, i)
    elif not first.isascii() and first.isdecimal():
        found = _other_script(tokens, i)
    elif not first.isascii() and unicodedata.numeric(first, None) is not None:
        found = _glyph(text, i)
    else:
        return None
    return None if found is None else _extended(tokens, found)


def place(value: Fraction) -> Fraction:
    """Place of the last significant digit of an integer: 3,500 → 100."""
    if value.denominator != 1:
        return Fraction(1, value.denominator)
    number, unit = abs(value.numerator), 1
    while number and number % 10 == 0:
        number //= 10
        unit *= 10
    return exact(unit)


def _ascii(tokens: Tokens, i: int) -> Digits | None:
    text = tokens.texts[i]
    if len(text) > _MOST_DIGITS:
        return None
    if text.isdigit():
        grouped = _spaced_groups(tokens, i)
        if grouped is not None:
            return grouped
        raised = _raised_dot(tokens, i)
        if raised is not None:
            return raised
        if len(text) <= 3 and tokens.texts[i + 1 : i + 3] == (",", "000"):
            value = Fraction(1000 * int(text))  # "130 , 000" of text that was cut up
            return Digits(value, place(value), i + 3, "cut-groups", False)
        value = exact(int(text))
        return Digits(value, place(value), i + 1, "digits", True)
    comma = has_decimal_comma(tokens.locale)
    if "," not in text:
        return _dotted(text, i, groups_of_one=comma)
    if "." not in text:
        return _with_commas(text, i, decimal=comma)
    return _mixed(text, i)


def _raised_dot(tokens: Tokens, i: int) -> Digits | None:
    """ "0·75": the decimal point of some British journals; "3·10⁸" multiplies."""
    texts = tokens.texts
    if texts[i + 1 : i + 2] != ("·",) or not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    part, after = texts[i + 2], texts[i + 3] if tokens.glued(i + 3) else " "
    if not (part.isascii() and part.isdigit()) or after == "^" or after[0] in _RAISED:
        return None
    return _decimal(texts[i], part, i + 2, "decimal")


def _dotted(text: str, i: int, *, groups_of_one: bool) -> Digits | None:
    """ "3.5", "1.250.000"; "3.500" is 3,500 where one group may stand behind a stop."""
    whole, _, rest = text.partition(".")
    if "." not in rest and not (groups_of_one and len(rest) == 3 and whole.lstrip("0")):
        return _decimal(whole, rest, i, "decimal")
    groups = rest.split(".")
    if 1 <= len(whole) <= 3 and all(len(group) == 3 for group in groups):
        return _integer(text.replace(".", ""), i, "dot-groups")
    return None  # a version, an address, a clause


def _with_commas(text: str, i: int, *, decimal: bool) -> Digits | None:
    """ "3,500", "1,00,000", "1,5"; any one comma is the decimal one where `decimal` says so."""
    head, *groups = text.split(",")
    if decimal and len(groups) == 1:
        return _decimal(head, groups[0], i, "decimal-comma")
    if len(head) <= 3 and all(len(group) == 3 for group in groups):
        return _integer(text.replace(",", ""), i, "comma-groups")
    indian = len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[:-1])
    if indian and len(head) <= 2:
        return _integer(text.replace(",", ""), i, "indian-groups")
    if len(groups) == 1 and len(groups[0]) <= 2:
        return _decimal(head, groups[0], i, "decimal-comma")
    return None


def _mixed(text: str, i: int) -> Digits | None:
    last = max(text.rfind(","), text.rfind("."))
    mark = text[last]
    whole, fraction = text[:last], text[last + 1 :]
    other = "," if mark == "." else "."
    head, *groups = whole.split(other)
    if mark in whole or not groups or len(head) > 3:
        return None
    if not all(len(group) in (2, 3) for group in groups) or len(groups[-1]) != 3:
        return None
    return _decimal(whole.replace(other, ""), fraction, i, "decimal")


def _integer(digits: str, i: int, rule: str) -> Digits:
    value = Fraction(int(digits))
    return Digits(value, place(value), i + 1, rule, False)


def _decimal(whole: str, fraction: str, i: int, rule: str) -> Digits:
    unit = 10 ** len(fraction)
    value = Fraction(int(whole + fraction), unit)
    return Digits(value, Fraction(1, unit), i + 1, rule, False)


def _spaced_groups(tokens: Tokens, i: int) -> Digits | None:
    """ "1 250 000": groups of three behind one to three digits, each after a single space."""
    texts, source = tokens.texts, tokens.source
    if len(texts[i]) > 3 or texts[i][0] == "0":
        return None
    if (
        i
        and texts[i - 1][-1].isdigit()
        and source[tokens.ends[i - 1] : tokens.starts[i]] in _SPACES
    ):
        return None
    end, digits = i + 1, texts[i]
    while end < len(texts) and len(digits) < _MOST_DIGITS:
        gap, text = source[tokens.ends[end - 1] : tokens.starts[end]], texts[end]
        if gap in _SPACES and gap and len(text) >= 3 and text[:3].isdigit() and _group(text):
            digits += text
            end += 1
        elif gap == "" and text in "'’" and end + 1 < len(texts) and _swiss(tokens, end + 1):
            digits += texts[end + 1]
            end += 2
        else:
            break
        if len(text) > 3:  # decimals end it
            break
    if end == i + 1:
        return None
    whole, _, fraction = digits.replace(",", ".").partition(".")
    if fraction:
        return _decimal(whole, fraction, end - 1, "space-groups")
    return _integer(whole, end - 1, "space-groups")


def _group(text: str) -> bool:
    """Whether `text` is a group of three, perhaps with decimals ("567.89", "567,8")."""
    if len(text) == 3 or (text[3] == "." and text[4:].isdigit()):
        return True
    return text[3] == "," and text[4:].isdigit() and len(text) < 7


def _swiss(tokens: Tokens, i: int) -> bool:
    return tokens.glued(i) and len(tokens.texts[i]) == 3 and tokens.texts[i].isdigit()


def _leading_dot(tokens: Tokens, i: int) -> Digits | None:
    text = tokens.texts[i + 1]
    if not (text.isascii() and text.isdigit()) or len(text) > _MOST_DIGITS or tokens.glued(i):
        return None
    return _decimal("0", text, i + 1, "decimal")


def _other_script(tokens: Tokens, i: int) -> Digits | None:
    """Digits of one script, one token each, with their own or Latin separators."""
    digits, fraction, end = "", None, i
    while end < len(tokens) and end - i < _MOST_DIGITS and (end == i or tokens.glued(end)):
        character = tokens.texts[end]
        if len(character) == 1 and character.isdecimal():
            digit = str(unicodedata.decimal(character))
            digits, fraction = (
                (digits + digit, None) if fraction is None else (digits, fraction + digit)
            )
        elif character in "٫." and fraction is None and _digit_follows(tokens, end):
            fraction = ""
        elif not (character in "٬," and _digit_follows(tokens, end)):
            break
        end += 1
    if fraction:
        return _decimal(digits, fraction, end - 1, "other-script")
    value = Fraction(int(digits))
    return Digits(value, place(value), end, "other-script", True)


def _digit_follows(tokens: Tokens, i: int) -> bool:
    return tokens.glued(i + 1) and tokens.texts[i + 1][0].isdecimal()


def _glyph(text: str, i: int) -> Digits | None:
    """One character that is a fraction ("½"); a raised or circled digit is none."""
    if unicodedata.category(text[0]) != "No" or "⁄" not in unicodedata.normalize("NFKC", text[0]):
        return None
    value = _vulgar(text[0])
    return Digits(value, _fraction_place(value), i + 1, "fraction-glyph", False)


def _vulgar(character: str) -> Fraction:
    parts = unicodedata.normalize("NFKC", character).split("⁄")
    return Fraction(int(parts[0]), int(parts[1]))


def _fraction_place(value: Fraction) -> Fraction:
    """Halves are written to a tenth, quarters to a hundredth; others to their own part."""
    places = {2: Fraction(1, 10), 4: Fraction(1, 100), 5: Fraction(1, 10), 8: Fraction(1, 1000)}
    return places.get(value.denominator, Fraction(1, value.denominator))


def _extended(tokens: Tokens, found: Digits) -> Digits:
    """A fraction, a power of ten or an exponent behind what was read."""
    end = found.end
    if end >= len(tokens):
        return found
    text = tokens.texts[end]
    if found.plain and not text.isascii() and unicodedata.category(text[0]) == "No":
        part = _glyph(text, end)
        if part is not None:
            return _joined(found, part.value, end + 1)
    if found.rule == "decimal" and text[0] in "¼½¾" and tokens.glued(end):
        part = _glyph(text, end)  # wheat at $5.87¼: a quarter of the last place
        if part is not None:
            value = found.value + part.value * found.precision
            return Digits(value, found.precision / 100, end + 1, "mixed-fraction", False)
    if found.plain and text[0].isdigit() and not tokens.glued(end):
        quotient = read_quotient(tokens, end)
        if quotient is not None and quotient.value < 1:
            return _joined(found, quotient.value, quotient.end)
    if found.plain and text == "-" and tokens.glued(end) and tokens.glued(end + 1):
        quotient = read_quotient(tokens, end + 1)
        if quotient is not None and quotient.value < 1:
            return _joined(found, quotient.value, quotient.end)
    power = _power(tokens, found)
    return found if power is None else power


def _joined(found: Digits, part: Fraction, end: int) -> Digits:
    return Digits(found.value + part, _fraction_place(part), end, "mixed-fraction", False)


def read_quotient(tokens: Tokens, i: int) -> Digits | None:
    """ "3/4" as a number: a usual fraction below one, written without spaces."""
    texts = tokens.texts
    if i + 2 >= len(texts) or texts[i + 1] not in {"/", "⁄"}:
        return None
    if not (tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    end = i + 3
    if tokens.glued(end):
        if texts[end] in _PARTS:  # "2/3rds"
            end += 1
        elif texts[end][0].isalnum() or texts[end] == "/":
            return None
    top, bottom = texts[i], texts[i + 2]
    if not (top.isdigit() and bottom.isdigit() and len(top) <= 2 and len(bottom) <= 3):
        return None
    if not (top.isascii() and bottom.isascii()):
        return None
    if int(bottom) not in _DENOMINATORS and not _of_a_whole(tokens, i + 3):
        return None
    if not 0 < int(top) < int(bottom):
        return None
    value = Fraction(int(top), int(bottom))
    return Digits(value, _fraction_place(value), end, "fraction-digits", False)


def _of_a_whole(tokens: Tokens, i: int) -> bool:
    """ "1/40 of the width": behind any fraction this makes a share, and no date, of it."""
    return tokens.lowers[i : i + 1] == ("of",) and tokens.lowers[i + 1 : i + 2] in _WHOLES


def _power(tokens: Tokens, found: Digits) -> Digits | None:
    """ "10^6", "6.02 × 10²³", "5.5x10-3", "1e6"."""
    texts, end = tokens.texts, found.end
    if texts[end] in _TIMES and end + 1 < len(texts) and texts[end + 1] == "10":
        whole = found.value.denominator == 1
        exponent = _exponent(tokens, end + 2) or _flat_exponent(tokens, end + 2, whole)
    elif found.value == 10 and found.plain:
        exponent, found = (
            _exponent(tokens, end),
            found._replace(value=Fraction(1), precision=Fraction(1)),
        )
    elif texts[end] in {"e", "E"} and tokens.glued(end) and end + 1 < len(texts):
        exponent = _number_exponent(tokens, end + 1)
    else:
        return None
    if exponent is None or abs(exponent[0]) > _MOST_POWER:
        return None
    scale = Fraction(10) ** exponent[0]
    return Digits(found.value * scale, found.precision * scale, exponent[1], "power-of-ten", False)


def _exponent(tokens: Tokens, i: int) -> tuple[int, int] | None:
    if i >= len(tokens) or not tokens.glued(i):
        return None
    if tokens.texts[i] == "^":
        return _number_exponent(tokens, i + 1)
    raised, end = "", i
    while end < len(tokens) and end - i < 4 and tokens.texts[end] in _RAISED and tokens.glued(end):
        raised += tokens.texts[end].translate(_LOWERED)
        end += 1
    return (int(raised), end) if raised.lstrip("+-").isdigit() and raised[-1].isdigit() else None


def _flat_exponent(tokens: Tokens, i: int, whole: bool) -> tuple[int, int] | None:
    """ "5.5x10-3", "2×10−5" of text that lost its raised digits; "2 x 10-15" may be a range."""
    text = tokens.texts[i] if i < len(tokens) else ""
    if text not in _MINUS or not text or not tokens.glued(i) or (whole and text != "−"):
        return None
    return _number_exponent(tokens, i)


def _number_exponent(tokens: Tokens, i: int) -> tuple[int, int] | None:
    sign = 1
    if i < len(tokens) and tokens.texts[i] in _MINUS | {"+"} and tokens.glued(i):
        sign = 1 if tokens.texts[i] == "+" else -1
        i += 1
    if i >= len(tokens) or not tokens.glued(i):
        return None
    text = tokens.texts[i]
    if not (text.isascii() and text.isdigit()) or len(text) > 2:
        return None
    return sign * int(text), i + 1
