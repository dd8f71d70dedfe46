"""How an analysed claim is written down, and read again: pickle, told how each type is made.

Left to itself, pickle asks every value what it consists of through several layers of Python. A
claim holds some thirty values of the types below, and one call for each writes it in two thirds
of the time; a fraction is not written as text that has to be parsed.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from fractions import Fraction
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import Any

from factcheck.candidates.analysed import AnalysedClaim
from factcheck.frames.model import Clause, Event, FigureFrame, Name, SentenceFrame, Term, Time
from factcheck.model import Figure, Hedge, Interval, Kind, PartialDate, Qualifier, Span, Unit

_Reducer = Callable[[Any], tuple[Any, ...]]

_TUPLES = (
    *(AnalysedClaim, SentenceFrame, Clause, Event, FigureFrame, Name, Term, Time),
    *(PartialDate, Qualifier, Span),
)
_RECORDS = (Figure, Interval, Unit)  # no claim, which would be checked once more


def written(claim: AnalysedClaim) -> bytes:
    """The claim as bytes."""
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _reducers()
    pickler.dump(claim)
    return buffer.getvalue()


def read_claim(data: bytes | memoryview) -> AnalysedClaim:
    """The claim that was written."""
    claim: AnalysedClaim = pickle.loads(data)
    return claim


@cache
def _reducers() -> dict[type, _Reducer]:
    """For each type, what makes a value of it again: a callable and its arguments."""
    return {
        Fraction: _parts,
        **dict.fromkeys((Kind, Hedge), _by_value),
        **{kind: _by_items(kind) for kind in _TUPLES},
        **{kind: _by_fields(kind) for kind in _RECORDS},
    }


def _by_items(kind: type) -> _Reducer:
    return lambda value: (kind, (*value,))


def _by_fields(kind: type) -> _Reducer:
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, values(value))


def _by_value(value: Enum) -> tuple[Any, ...]:
    return type(value), (value.value,)


def _parts(value: Fraction) -> tuple[Any, ...]:
    return _fraction, (value.numerator, value.denominator)


def _fraction(numerator: int, denominator: int) -> Fraction:
    """A fraction of its own two parts, which have no common divisor."""
    return Fraction(numerator, denominator, _normalize=False)  # type: ignore[call-overload,no-any-return]
