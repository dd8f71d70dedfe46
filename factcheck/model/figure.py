"""A figure: one quantity that a text asserts, with everything that was read about it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from factcheck.model.enums import Hedge, Kind
from factcheck.model.values import Interval, PartialDate, Span, Unit


class Qualifier(NamedTuple):
    """One detail that narrows a figure: its slot ("place", "time", "total" …) and wording."""

    slot: str
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in a text.

    Attributes:
        text: the number with its magnitude word, sign, currency or percent sign, as written.
        span: where `text` stands, in code points of the input.
        kind: what sort of quantity it is.
        interval: the values its wording allows, in its written unit.
        value: the nominal value in its written unit (the 300 of "more than 300"); the
            middle is never taken for a range, which has none.
        precision: place of the last significant digit, in the written unit (3,500 → 100).
        hedge: how the wording bounds the value.
        unit: the unit as read, None for a bare count.
        parts: the numbers of a score, the operands of a ratio.
        date: the date of a figure of kind date.
        direction: +1 where a rise is asserted, -1 a fall, 0 neither.
        counted: what is counted or measured, in the text's words.
        event: the governing event, in the text's words: the predicate of the clause whose phrase
            the figure stands in ("killed" of "killed 12 men", "rose" of "rose 4% to $5bn", "hire"
            of "plans to hire 40"), or the noun of what is done to those it counts ("closure" of
            "the closure of nine libraries"). None where the text has no predicate for it.
        qualifiers: further details, in text order.
        rules: names of the rules that read it, in the order of use.
    """

    text: str
    span: Span
    kind: Kind
    interval: Interval
    value: Fraction | None
    precision: Fraction | None
    hedge: Hedge = Hedge.PLAIN
    unit: Unit | None = None
    parts: tuple[Fraction, ...] = ()
    date: PartialDate | None = None
    direction: int = 0
    counted: str | None = None
    event: str | None = None
    qualifiers: tuple[Qualifier, ...] = ()
    rules: tuple[str, ...] = ()

    def attached(
        self, counted: str | None, event: str | None, qualifiers: tuple[Qualifier, ...]
    ) -> Figure:
        """The same figure with the words of what it is tied to."""
        return Figure(
            *(self.text, self.span, self.kind, self.interval, self.value, self.precision),
            *(self.hedge, self.unit, self.parts, self.date, self.direction),
            *(counted, event, qualifiers, self.rules),
        )

    @property
    def low(self) -> Fraction | None:
        """Lower end of the interval, None where there is none."""
        return self.interval.low

    @property
    def high(self) -> Fraction | None:
        """Upper end of the interval, None where there is none."""
        return self.interval.high

    @property
    def low_open(self) -> bool:
        """Whether the lower end itself is excluded."""
        return self.interval.low_open

    @property
    def high_open(self) -> bool:
        """Whether the upper end itself is excluded."""
        return self.interval.high_open

    @property
    def base_interval(self) -> Interval:
        """The interval in the dimension's base unit."""
        if self.unit is None:
            return self.interval
        return self.interval.map(self.unit.factor, self.unit.offset)
