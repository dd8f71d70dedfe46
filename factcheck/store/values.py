"""Reading single values of a claim file or of factcheck.toml, strictly and exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as Date
from datetime import datetime as DateTime
from decimal import Decimal
from fractions import Fraction

_NUMBER = re.compile(
    r"(?P<sign>[+\-\u2212]?)"
    r"(?:(?P<over>\d{1,50})\s*/\s*(?P<under>\d{1,50})"
    r"|(?P<whole>\d{1,3}(?:,\d{3}){1,20}|\d{1,60})(?:\.(?P<part>\d{1,60}))?)\Z",
    re.ASCII,
)
_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?\Z", re.ASCII)
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
# Powers of ten beyond which nobody counts or measures anything; without a limit, the four
# characters of 9e99999999 would fill the memory.
_LARGEST = 100
_DATE_FORMS = 'use 2025-02-14, "2025-02" or "2025"'
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class WrongValue(Exception):
    """A value that is not what its key wants: `what` is wrong, and what to `do`."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.do = do


def kind(value: object) -> str:
    """What sort of value it is, in an editor's words."""
    if isinstance(value, str):
        return f"the text {shortened(value)!r}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return f"the number {shortened(str(value))}"
    if isinstance(value, Date):  # a DateTime too
        return f"the date {value}"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    return "nothing" if value is None else f"the value {value}"


def shortened(text: str) -> str:
    """The start of a text, for messages."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def words(value: object) -> str | None:
    """A text; None where it is empty, which is how a default is taken back."""
    if not isinstance(value, str):
        raise WrongValue(f"expected text, found {kind(value)}", "put it in quotation marks")
    control = _CONTROLS.search(value)
    if control:
        raise WrongValue(f"holds the control character U+{ord(control.group()):04X}", "take it out")
    return value.strip() or None


def required_words(value: object) -> str:
    """A text that says something."""
    found = words(value)
    if found is None:
        raise WrongValue("is empty", "fill it in")
    return found


def address(value: object) -> str | None:
    """A URL with its scheme."""
    found = words(value)
    if found is not None and (":" not in found or any(char.isspace() for char in found)):
        raise WrongValue(
            f"{shortened(found)!r} is no web address", "give all of it, as in https://example.org/a"
        )
    return found


def labels(value: object) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        raise WrongValue(f"expected a list, found {kind(value)}", 'write ["one", "two"]')
    return tuple(required_words(item) for item in value)


def moment(value: object) -> Date | str | None:
    """A day as a date, a year or a month as text."""
    if isinstance(value, DateTime):
        raise WrongValue(f"{value} has a time of day", f"{_DATE_FORMS}, without a time")
    if isinstance(value, Date):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return str(value)
    if not isinstance(value, str):
        raise WrongValue(f"expected a date, found {kind(value)}", _DATE_FORMS)
    given = value.strip()
    if not given:
        return None
    if _PARTIAL_DATE.match(given) and given[:4] != "0000":
        return given
    if _FULL_DATE.match(given):
        try:
            return Date.fromisoformat(given)
        except ValueError:
            raise WrongValue(f"there is no day {given}", _DATE_FORMS) from None
    raise WrongValue(f"{shortened(given)!r} is no date", _DATE_FORMS)


def number(value: object) -> Fraction:
    """An exact number: 3500, 2.5, "3,500", "1/3"."""
    if isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() <= 4 * _LARGEST:
            return Fraction(value)
    elif isinstance(value, Decimal):
        if value.is_finite() and abs(value.adjusted()) <= _LARGEST:
            return Fraction(value)
    elif isinstance(value, str):
        match = _NUMBER.match(value.strip())
        if match and match["under"] is None:
            digits = match["whole"].replace(",", "")
            return _signed(match["sign"], Fraction(f"{digits}.{match['part'] or 0}"))
        if match and int(match["under"]):
            return _signed(match["sign"], Fraction(int(match["over"]), int(match["under"])))
    raise WrongValue(
        f"expected a number, found {kind(value)}",
        'write 3500, 2.5, "3,500" or "1/3", and what it counts in `unit` or `counted`',
    )


def _signed(sign: str, magnitude: Fraction) -> Fraction:
    return -magnitude if sign in ("-", "\u2212") else magnitude


def one_of(value: object, known: Iterable[str]) -> str:
    """One word of a closed list."""
    from factcheck.store.spelling import nearest

    given = words(value)
    choices = [str(choice) for choice in known]
    if given is None or given not in choices:
        near = nearest(given or "", choices)
        raise WrongValue(
            f"{shortened(given or '')!r} is not one of {', '.join(choices)}",
            f"did you mean {near!r}?" if near else "",
        )
    return given
