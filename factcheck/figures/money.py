"""Reading currencies in front of and behind a number.

A name that several currencies share is an open currency: "pesos" have the dimension
"money:peso", and `same_currency` holds them compatible with Mexican and with Chilean pesos.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.figures.money_data import after, before, members, words
from factcheck.figures.unit_data import Form, end_of, forms_at, unit_of
from factcheck.model import Unit
from factcheck.text.tokens import Tokens

_HYPHENS: Final = frozenset("-‐‑–")
# Heights of pictures, written like pence: 720p, 1080p.
_SCAN_LINES: Final = frozenset(
    {"144", "240", "360", "480", "540", "576", "720", "1080", "1440", "2160", "4320"}
)
_NEAR: Final = 12  # tokens on either side that count as near, about a clause
# "1,000 pounds" of money are commoner than of goods, "200 pounds" are not.
_MONEY_FROM: Final = 1000


class MoneyMatch(NamedTuple):
    """A currency in the text: `end` is the token after it, `rule` names what read it."""

    unit: Unit
    end: int
    rule: str


def currency_before(tokens: Tokens, i: int) -> MoneyMatch | None:
    """The currency that starts at token `i` and whose number begins at `end`: "US$", "EUR"."""
    if not 0 <= i < len(tokens):
        return None
    for form in forms_at(before(), tokens, i):
        end = end_of(tokens, i, form)
        if end and _is_stop(tokens, end):
            end += 1
        if end and _number_begins(tokens, end) and _allowed(tokens, i, end, form):
            return MoneyMatch(unit_of(tokens.cut(i, end), form[6]), end, form[5])
    return None


def currency_after(tokens: Tokens, i: int, *, plural_ok: bool = True) -> MoneyMatch | None:
    """The currency that starts at token `i`, after a number and its magnitude word.

    "pounds" are sterling here whatever they weigh: ask `pounds_are_money`.

    Args:
        tokens: the text.
        i: the token after the number, and after the hyphen of "5-dollar".
        plural_ok: False where only a singular can stand.

    Returns:
        The longest currency expression, or None.
    """
    if not 0 <= i < len(tokens):
        return None
    for form in forms_at(after(), tokens, i):
        end = end_of(tokens, i, form)
        if not end or (form[3] and not plural_ok) or _belongs_behind(tokens, i, end):
            continue
        if _allowed(tokens, i, end, form):
            return MoneyMatch(unit_of(tokens.cut(i, end), form[6]), end, form[5])
    return None


def _belongs_behind(tokens: Tokens, i: int, end: int) -> bool:
    """Whether the form is written on to the number behind it: "3 USD50 cards", "1 $10 bill"."""
    runs_on = tokens.glued(end) and tokens.texts[end][0].isdigit()
    return runs_on and not tokens.glued(i)


def same_currency(a: Unit, b: Unit) -> bool:
    """Whether both can be one currency; open names are compatible with all they may stand for.

    A bare "$", "dollars" or "pounds" reads as USD or GBP, but as no more than that: beside an
    explicit "A$" it may be Australian.
    """
    if a.dimension == b.dimension and a.dimension.startswith("money:"):
        return True
    return not _codes(a).isdisjoint(_codes(b))


def is_open(unit: Unit) -> bool:
    """Whether the text leaves open which of several currencies is meant."""
    return len(_codes(unit)) > 1


def _codes(unit: Unit) -> frozenset[str]:
    kind, _, code = unit.dimension.partition(":")
    if kind != "money":
        return frozenset()
    listed = members()
    return listed.get(unit.written.lower()) or listed.get(unit.symbol) or frozenset({code})


def _is_stop(tokens: Tokens, i: int) -> bool:
    """Whether the full stop of "Rs.500", and not the decimal point of "$.50", is token `i`."""
    stop = i < len(tokens) and tokens.texts[i] == "." and tokens.glued(i)
    return stop and tokens.texts[i - 1].isalpha()


def _number_begins(tokens: Tokens, i: int) -> bool:
    while i < len(tokens) and tokens.texts[i] in ".-–−~+":
        i += 1
    return i < len(tokens) and tokens.texts[i][0].isnumeric()  # also "£½m"


def _allowed(tokens: Tokens, start: int, end: int, form: Form) -> bool:
    guard = form[4]
    return not guard or _GUARDS[guard](tokens, start, end)


def _never_bare(_tokens: Tokens, _start: int, _end: int) -> bool:
    """Read as money only behind an adjective, which is a form of its own."""
    return False


def _amount(tokens: Tokens, _start: int, end: int) -> bool:
    """What follows is an amount, not a label: it has a separator or a magnitude word."""
    number = tokens.texts[end]
    if "," in number or "." in number:
        return True
    return end + 1 < len(tokens) and tokens.lowers[end + 1] in words("magnitude")


def _numeral(tokens: Tokens, start: int, _end: int) -> bool:
    """A numeral or a magnitude word stands before."""
    last = tokens.lowers[start - 1] if start else ""
    return last[:1].isdigit() or last in words("magnitude")


def _large(tokens: Tokens, start: int, end: int) -> bool:
    """A large amount stands before."""
    last = tokens.lowers[start - 1] if start else ""
    return _numeral(tokens, start, end) and (not last.isdigit() or len(last) > 3)


def _lower(tokens: Tokens, start: int, _end: int) -> bool:
    """Written without a capital."""
    return tokens.texts[start][0].islower()


def _euro_area(tokens: Tokens, _start: int, end: int) -> bool:
    """Euros, not the countries that have them."""
    if end < len(tokens) and tokens.texts[end] in _HYPHENS:
        end += 1
    return end >= len(tokens) or tokens.lowers[end] not in words("euro_area")


def _cents(tokens: Tokens, start: int, end: int) -> bool:
    """Cents, written on to a numeral where a price or a payment is spoken of."""
    if not tokens.glued(start) or not tokens.texts[start - 1][:1].isdigit():
        return False
    near = tokens.lowers[max(0, start - _NEAR) : end + _NEAR]
    return any(word in words("cents") for word in near)


def _pence(tokens: Tokens, start: int, _end: int) -> bool:
    """Pence, written on to a numeral that is no height of a picture."""
    last = tokens.texts[start - 1] if start else ""
    return tokens.glued(start) and last[:1].isdigit() and last not in _SCAN_LINES


_GUARDS: Final[Mapping[str, Callable[[Tokens, int, int], bool]]] = {
    "adjective": _never_bare,
    "amount": _amount,
    "numeral": _numeral,
    "large": _large,
    "lower": _lower,
    "euro_area": _euro_area,
    "pence": _pence,
    "cents": _cents,
}


def pounds_are_money(tokens: Tokens, i: int) -> bool:
    """Whether the "pounds" at token `i` are sterling and not a weight.

    What stands directly behind decides first ("pounds sterling", "pounds (£", "pounds of
    marijuana", "a 50-pound note"), then the nearest telling word in the clause, at last the
    size: from a thousand on, or with a magnitude word, they are taken for money.
    """
    direct = _by_what_follows(tokens, i)
    if direct is not None:
        return direct
    nearest = _by_nearest_word(tokens, i)
    if nearest is not None:
        return nearest
    index = i - 2 if i > 1 and tokens.texts[i - 1] in _HYPHENS else i - 1
    last = tokens.lowers[index] if index >= 0 else ""
    if last == "half" and tokens.lowers[index - 2 : index] == ("and", "a"):
        last = tokens.lowers[index - 3]  # "a million and a half pounds"
    if last in words("magnitude"):
        return True
    digits = last.replace(",", "").split(".")[0]
    return digits.isdecimal() and len(digits) < 20 and Fraction(digits) >= _MONEY_FROM


def _by_what_follows(tokens: Tokens, i: int) -> bool | None:
    rest = tokens.lowers[i + 1 : i + 5]
    if not rest:
        return None
    if rest[0] == "(" and len(rest) > 2:
        if currency_before(tokens, i + 2) is not None:
            return True
        if rest[2].startswith("k") or (len(rest) > 3 and rest[3].startswith("k")):
            return False  # "(2 kg)", "(1.5 kilos)"
    if rest[0] == "of" and len(rest) > 1:
        return rest[1] in words("pounds money_of")
    if rest[0] in words("pounds mass_thing"):
        return False
    if rest[0] in words("pounds money_thing") or rest[0] == "sterling":
        return True
    return None


def _by_nearest_word(tokens: Tokens, i: int) -> bool | None:
    mass, money = words("pounds mass"), words("pounds money")
    for distance in range(1, _NEAR + 1):
        for index in (i - distance, i + distance):
            if 0 <= index < len(tokens):
                word = tokens.lowers[index]
                if word in mass:
                    return False
                if word in money or word in "£€":
                    return True
    return None
