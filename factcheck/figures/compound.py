"""Measures in two or three units: "5ft 11in", "6′2″", "3 h 45 min", "1:59:40"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.fraction_words import spelled_fraction
from factcheck.figures.number import exact
from factcheck.figures.numerals import read_number
from factcheck.figures.unit_data import UnitTable, chains, named, unnamed
from factcheck.figures.units import match_unit
from factcheck.figures.wording import tables
from factcheck.model import Unit
from factcheck.text.tokens import Tokens

_HYPHENS: Final = frozenset("-‐‑–")
_PRIMES: Final = frozenset("'′’")
_DOUBLE_PRIMES: Final = frozenset('"″”')
_PARTS: Final = 4  # days, hours, minutes and seconds
_ONE: Final = Fraction(1)
_SIXTY: Final = Fraction(60)


class CompoundMatch(NamedTuple):
    """A compound measure: `value` and `precision` in `unit`, its first; `end` as ever."""

    value: Fraction
    unit: Unit
    end: int
    precision: Fraction
    rule: str


class _Part(NamedTuple):
    value: Fraction
    end: int
    precision: Fraction


def match_compound(tokens: Tokens, i: int, extra: UnitTable | None = None) -> CompoundMatch | None:
    """The measure in two or more units whose first number is token `i`.

    Args:
        tokens: the text.
        i: where it starts.
        extra: the user's own units, from `units.user_units`. One of them may be followed by any
            smaller unit of its dimension, and follow any larger one, as long as it is named.

    Returns:
        None for a measure in a single unit, which is `units.match_unit`'s.
    """
    if not 0 <= i < len(tokens):
        return None
    word = tokens.lowers[i]
    if not word[0].isdigit() and not is_number_word(word):
        return None
    return _clock_style(tokens, i) or _primes(tokens, i) or _chain(tokens, i, extra)


def small_number(tokens: Tokens, i: int) -> tuple[Fraction, int, Fraction] | None:
    """A number below a hundred in words, or any in digits, at token `i`.

    Returns:
        Its value, the token after it, and its precision.
    """
    if not 0 <= i < len(tokens):
        return None
    word = tokens.lowers[i]
    if word[0] in "0123456789":
        plain = word.replace(",", "")
        if plain.count(".") > 1 or len(plain) > 20:
            return None
        decimals = len(plain.partition(".")[2])
        return exact(plain), i + 1, Fraction(1, 10**decimals) if decimals else _ONE
    if word in ("a", "an"):
        return _ONE, i + 1, _ONE
    found = read_number(tokens, i, joined=False) if is_number_word(word) else None
    if found is None or found.value is None or not found.spelled or found.fraction:
        return None
    return (found.value, found.last, _ONE) if found.value < 100 else None


def is_number_word(word: str) -> bool:
    """Whether `word`, in lower case, can begin a number below a hundred."""
    return word in ("a", "an") or word in tables()["small"]


def _number(tokens: Tokens, i: int) -> _Part | None:
    found = small_number(tokens, i)
    return _Part(*found) if found else None


def _chain(tokens: Tokens, i: int, extra: UnitTable | None) -> CompoundMatch | None:
    """Number, unit, number, smaller unit, as long as units.toml or the user links them."""
    first = _number(tokens, i)
    if first is None:
        return None
    at = _past_hyphen(tokens, first.end)
    match = _short_minute(tokens, first.end) or match_unit(tokens, at, extra=extra)
    if match is None or not may_chain(match[0], extra):
        return None
    unit, end = match[0], match[1]
    value, precision, last = first.value, first.precision, unit
    for _ in range(_PARTS - 1):
        step = _next_part(tokens, end, last, extra)
        if step is None:
            break
        part, last = step
        value += part.value * last.factor / unit.factor
        precision = part.precision * last.factor / unit.factor
        end = part.end
    found = last is not unit or precision != first.precision
    return CompoundMatch(value, unit, end, precision, "compound-units") if found else None


def may_chain(unit: Unit, extra: UnitTable | None) -> bool:
    """Whether a smaller unit may follow: one that units.toml lists, or any behind the user's."""
    return unit.symbol in chains() or (extra is not None and not unit.offset)


def _past_hyphen(tokens: Tokens, i: int) -> int:
    return i + 1 if i < len(tokens) and tokens.texts[i] in _HYPHENS else i


def _short_minute(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The "m" of "3m 20s" is a minute: seconds follow."""
    if tokens.texts[i : i + 1] != ("m",) or i + 2 >= len(tokens):
        return None
    seconds = tokens.texts[i + 1].isdecimal() and tokens.texts[i + 2] in ("s", "sec", "secs")
    return (named("minute", "time"), i + 1) if seconds else None


def _next_part(
    tokens: Tokens, i: int, larger: Unit, extra: UnitTable | None
) -> tuple[_Part, Unit] | None:
    """The next number and its unit, smaller than `larger` and less than one of it."""
    start = _past_joint(tokens, i)
    divided = larger.symbol in chains() or _own(larger, extra)
    part = _broken(tokens, start) if divided and tokens.lowers[start - 1] == "and" else None
    if part is not None:
        return part, larger
    number = _number(tokens, start) if start < len(tokens) else None
    if number is None or tokens.lowers[start] in ("a", "an"):
        return None
    smaller, end = _smaller(tokens, start, number.end, larger, extra)
    if smaller is None or not 0 <= number.value * smaller.factor < larger.factor:
        return None
    return number._replace(end=end), smaller


def _broken(tokens: Tokens, i: int) -> _Part | None:
    """The rest of "an hour and a half", "a mile and three-quarters"; no "and a third man"."""
    part = spelled_fraction(tokens, i) if i < len(tokens) else None
    if part is None or part[0].denominator not in (2, 4) or tokens.lowers[part[2] - 1] == "fourth":
        return None
    if tokens.glued(part[2]) and tokens.texts[part[2]] in _HYPHENS:
        return None  # "a quarter-final"
    return _Part(part[0], part[2], part[1])


def _past_joint(tokens: Tokens, i: int) -> int:
    """Past the stop of an abbreviation, a comma, "and", or the hyphen of "5-foot-11"."""
    if i < len(tokens) and tokens.texts[i] == "." and tokens.glued(i):
        i += 1
    if i < len(tokens) and tokens.texts[i] in _HYPHENS and tokens.glued(i + 1):
        return i + 1
    if i < len(tokens) and tokens.texts[i] == ",":
        i += 1
    if i < len(tokens) and tokens.lowers[i] == "and":
        i += 1
    return i


def _smaller(
    tokens: Tokens, start: int, end: int, larger: Unit, extra: UnitTable | None
) -> tuple[Unit | None, int]:
    """The unit of the number that starts at `start` and ends at `end`, and its own end."""
    match = match_unit(tokens, _past_hyphen(tokens, end), extra=extra)
    if match is not None and _linked(larger, match.unit, extra):
        return match.unit, match.end
    if larger.symbol == "hour" and tokens.texts[end : end + 1] == ("m",):
        return named("minute", "time"), end + 1
    if larger.symbol == "minute" and tokens.texts[end : end + 1] == ("s",):
        return named("second", "time"), end + 1
    if larger.symbol == "foot" and tokens.lowers[end : end + 1] == ("in",):
        return named("inch", "length"), end + 1
    name = unnamed().get(larger.symbol)
    # "5-foot-11" and "5ft 11" leave the inches out; "6 feet, 2 men" and "2 hours 30 people" not.
    joined = tokens.glued(start) or tokens.texts[start - 1][0].isalpha()
    follows = tokens.lowers[end] if end < len(tokens) else ""
    if name and match is None and joined and _stands_alone(tokens, start, follows):
        return named(name, larger.dimension), end
    return None, end


def _linked(larger: Unit, smaller: Unit, extra: UnitTable | None) -> bool:
    """Whether the one may follow the other in a measure.

    Of the user's own units nobody has said what they are divided into.
    """
    if smaller.symbol in chains().get(larger.symbol, ()):
        return True
    plain = larger.per is None and smaller.per is None
    own = _own(larger, extra) or _own(smaller, extra)
    return own and plain and larger.dimension == smaller.dimension


def _own(unit: Unit, extra: UnitTable | None) -> bool:
    """Whether a unit is one of the user's."""
    return extra is not None and any(
        form[6][0] == unit.symbol for forms in extra.values() for form in forms
    )


def _stands_alone(tokens: Tokens, start: int, follows: str) -> bool:
    """Whether a number without a unit is the rest of the measure and counts nothing else."""
    if tokens.lowers[start - 1] == "foot" and tokens.lowers[start] in tables()["small"]:
        return not follows or not follows[0].isalnum() or follows in ("and", "in", "tall", "high")
    if tokens.lowers[start - 1] == "and" or not tokens.texts[start].isdecimal():
        return False
    if tokens.glued(start) and tokens.texts[start - 1] in ("h", "ft", "st", "-"):
        return True
    return not follows or not follows[0].isalnum() or follows in ("and", "in", "tall", "high")


def _primes(tokens: Tokens, i: int) -> CompoundMatch | None:
    """6′2″ of feet and inches; 40°26′46″ of arc."""
    texts = tokens.texts
    if not texts[i].isdecimal() or len(texts[i]) > 3:
        return None
    if texts[i + 1 : i + 2] in (("°",), ("º",)):
        return _arc(tokens, i)
    marked = i + 3 < len(tokens) and texts[i + 1] in _PRIMES and tokens.glued(i + 1)
    if not marked or texts[i + 3] not in _DOUBLE_PRIMES or not tokens.glued(i + 3):
        return None
    inches = _number(tokens, i + 2)
    if inches is None or inches.value >= 12:
        return None
    value = Fraction(texts[i]) + inches.value / 12
    unit = named("foot", "length")
    return CompoundMatch(value, unit, i + 4, inches.precision / 12, "compound-primes")


def _arc(tokens: Tokens, i: int) -> CompoundMatch | None:
    value, end, scale, precision = Fraction(tokens.texts[i]), i + 2, Fraction(1), Fraction(1)
    for marks in (_PRIMES, _DOUBLE_PRIMES):
        part = _number(tokens, end)
        if part is None or part.end >= len(tokens) or tokens.texts[part.end] not in marks:
            break
        scale /= 60
        value += part.value * scale
        precision = part.precision * scale
        end = part.end + 1
    if end == i + 2:
        return None
    return CompoundMatch(value, named("degree", "angle"), end, precision, "compound-arc")


def _clock_style(tokens: Tokens, i: int) -> CompoundMatch | None:
    """1:59:40 as hours, 3:28.12 as minutes, and 3:45 before "minutes" or "hours"."""
    end = i + 1
    if tokens.texts[end : end + 1] != (":",) or not tokens.texts[i].isdecimal():
        return None
    parts = [_number(tokens, i)]
    while len(parts) < 3 and end + 1 < len(tokens) and tokens.texts[end] == ":":
        if not (tokens.glued(end) and tokens.glued(end + 1)):
            break
        if len(tokens.texts[end + 1].partition(".")[0]) != 2:
            break
        parts.append(_number(tokens, end + 1))
        end += 2
    known = [part for part in parts if part is not None]
    if len(known) < 2 or len(known) != len(parts) or any(p.value >= 60 for p in known[1:]):
        return None
    unit = named("hour", "time")
    if len(known) == 2:
        match = match_unit(tokens, end)
        if match is not None and match.unit.symbol in ("hour", "minute"):
            unit, end = match.unit, match.end
        elif known[1].precision < 1:  # 3:28.12
            unit = named("minute", "time")
        else:
            return None
    value = sum((p.value / _SIXTY**k for k, p in enumerate(known)), Fraction(0))
    precision = known[-1].precision / _SIXTY ** (len(known) - 1)
    return CompoundMatch(value, unit, end, precision, "compound-clock")
