"""The unit that the keeper of a claim writes into a stated figure.

It stands there alone, where a reader of running text would have to ask what the letters mean:
"m" and "t" are a metre and a tonne whatever surrounds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.figures import read
from factcheck.figures.money import currency_after
from factcheck.figures.money_data import after
from factcheck.figures.unit_data import UnitTable, units
from factcheck.figures.units import match_unit, units_named, user_units
from factcheck.model import Unit
from factcheck.text.tagger import tag
from factcheck.text.tokens import tokenize

_NAMED: Final = ("-name", "-bare")  # rules of units.toml and currencies.toml
# "Points" are also those of an index or a table, so that alone they say nothing.
_POINT: Final = "share_point"


def stated_unit(text: str, extra: UnitTable | None = None) -> Unit | None:
    """The unit that `text` names from its first word to its last, or None.

    Args:
        text: as it would be written after a number: "km", "percent", "EUR", "litres a day".
        extra: the user's own units, from `factcheck.figures.units.user_units`.
    """
    tokens = tokenize(text)
    if not len(tokens):
        return None
    for match in (match_unit(tokens, 0, extra=extra), currency_after(tokens, 0)):
        if match is not None and match.end == len(tokens):
            return match.unit
    found = _beside_a_number(text, extra)
    if found is not None:
        return found
    alone = [unit for unit in units_named(tokens, extra) if unit.dimension != _POINT]
    return alone[0] if len(alone) == 1 else None


def _beside_a_number(text: str, extra: UnitTable | None) -> Unit | None:
    """The unit of "2 litres a day" or "US$ 2", where nothing but the number is beside it."""
    for written in (f"2 {text}", f"{text} 2"):
        tokens = tokenize(written)
        readings = read(tokens, tag(tokens.texts), units=extra)
        if len(readings) != 1:
            continue
        (found,) = readings
        if (found.outer_first, found.outer_last) == (0, len(tokens)) and found.figure.value == 2:
            return found.figure.unit  # not that of "million euros"
    return None


class StatedUnits(NamedTuple):
    """The units that a stated figure may have: what the reader of claim files asks.

    Attributes:
        extra: the user's own units, from `factcheck.figures.units.user_units`.
    """

    extra: UnitTable | None = None

    @classmethod
    def with_lines(cls, lines: Sequence[str]) -> StatedUnits:
        """Those of the program and the user's own, as they wrote them.

        Raises:
            UnitError: for a unit that pint does not understand.
        """
        return cls(user_units(lines) if lines else None)

    def knows(self, unit: str) -> bool:
        """Whether a figure may have this unit."""
        return stated_unit(unit, self.extra) is not None

    def names(self) -> frozenset[str]:
        """Names of units, for suggestions; symbols are too short to be near anything."""
        return frozenset(self._names())

    def _names(self) -> Iterator[str]:
        for listed in (units(), after(), self.extra or {}):
            for forms in listed.values():
                for tokens, *_, rule, record in forms:
                    if rule.endswith(_NAMED) and (len(tokens) > 1 or record[1] != _POINT):
                        yield " ".join(tokens)
