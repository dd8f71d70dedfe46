"""Numbers, figures, differences and dates in the words that an editor reads.

Reports say more in words (`factcheck.report.words`); this is what the messages of diagnostics,
which stand below them, need as well.
"""

from __future__ import annotations

from datetime import date as Date
from fractions import Fraction

from factcheck.model import Difference, Figure, Hedge, Kind

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SPOKEN_HEDGES = frozenset(
    {Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER, Hedge.MORE_THAN, Hedge.AT_LEAST,
     Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO}
)  # fmt: skip
_POINTS = 100  # percentage points in the whole of a share
_MANIFOLD = Fraction(3)  # from here on a ratio says more than a percentage
_UNREADABLE = 10**15  # from here on only the order of magnitude can be taken in
_CHUNK = 10**4000  # just below the digits that int and str convert at once


def digits(number: int) -> str:
    """The decimal digits of `number`, of any length (`str` refuses beyond 4,300 of them)."""
    if abs(number) < _CHUNK:
        return str(number)
    if number < 0:
        return "-" + digits(-number)
    head, tail = divmod(number, _CHUNK)
    return digits(head) + str(tail).zfill(4000)


def exact(value: Fraction) -> str:
    """`value` without loss: "300", "-1.25", or "1/3" where no decimal ends.

    `Fraction` reads each of them back.
    """
    below = value.denominator
    places = 0
    for prime in (2, 5):
        power = 0
        while below % prime == 0:
            below //= prime
            power += 1
        places = max(places, power)
    if below != 1:
        return f"{digits(value.numerator)}/{digits(value.denominator)}"
    if not places:
        return digits(value.numerator)
    scaled = digits(abs(value.numerator) * 10**places // value.denominator).zfill(places + 1)
    sign = "-" if value < 0 else ""
    return f"{sign}{scaled[:-places]}.{scaled[-places:]}"


def number(value: Fraction) -> str:
    """`value` to be read: thousands set off, a long fraction cut to three digits behind ≈."""
    size = abs(value)
    sign = "−" if value < 0 else ""
    if size >= _UNREADABLE:
        power = len(digits(int(size))) - 1
        return f"≈ {sign}{number(round(size / 10**power, 2))} × 10^{power}"
    whole, _, decimals = exact(size).partition(".")
    about = ""
    if "/" in whole or len(decimals) > 4:
        places = 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 1 else _places(size)
        whole, _, decimals = exact(round(size, places)).partition(".")
        about = "≈ "
    return f"{about}{sign}{int(whole):,}" + (f".{decimals}" if decimals else "")


def _places(size: Fraction) -> int:
    """Decimals that show three digits of a value below one."""
    places = 3
    while size and size * 10**places < 100 and places < 15:
        places += 1
    return places


def figure_words(figure: Figure) -> str:
    """A figure as written, with its hedge and its unit where its text leaves them out."""
    words = figure.text
    if figure.hedge in _SPOKEN_HEDGES and not words.lower().startswith(figure.hedge.value):
        words = f"{figure.hedge} {words}"
    unit = figure.unit
    if unit is not None and unit.written and unit.written not in figure.text:
        words = f"{words} {unit.written}"
    return words


def thing_words(figure: Figure) -> str:
    """A figure with what it counts: "340 clocks", "4.2% (prices)"."""
    words = figure_words(figure)
    counted = " ".join((figure.counted or "").split())
    if not counted or counted.lower() in words.lower():
        return words
    return f"{words} {counted}" if figure.kind is Kind.COUNT else f"{words} ({counted})"


def signed_difference(difference: Difference, figure: Figure | None) -> str:
    """The absolute difference with its sign and unit, "" where there is none."""
    if not difference.absolute:
        return ""
    amount, unit = _shown(difference.absolute, difference.unit, figure)
    words = ("+" if amount > 0 else "") + number(amount)
    if words.startswith("+≈"):
        words = "≈ +" + words[3:]
    return f"{words} {unit}".rstrip()


def _shown(amount: Fraction, symbol: str, figure: Figure | None) -> tuple[Fraction, str]:
    """A difference in the unit that people would give it in."""
    unit = figure.unit if figure is not None else None
    if unit is None or unit.symbol != symbol:
        return amount, symbol
    if unit.dimension == "share":  # two shares differ by percentage points, never by percent
        return amount * unit.factor * _POINTS, "points"
    return amount, symbol if unit.dimension.startswith("money") else unit.written


def relative_difference(difference: Difference) -> str:
    """The relative difference in words, "" where there is none."""
    share = difference.relative
    if not share:
        return ""
    ratio = 1 + share  # of the statement's value to the reference's
    if ratio >= _MANIFOLD:
        return f"{number(round(ratio, 1))} times the reference"
    if 0 < ratio <= 1 / _MANIFOLD:  # a slip of million for billion shows at once
        return f"the reference is {number(round(1 / ratio, 1))} times as much"
    percent = abs(share) * 100
    shown = number(round(percent, 1 if percent >= 1 else _places(percent) - 1))
    return f"{shown}% {'above' if share > 0 else 'below'} the reference"


def date_words(date: Date | str) -> str:
    """ "4 March 2025", "March 2025" or "2025"."""
    if isinstance(date, Date):
        return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
    year, _, month = date.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year
