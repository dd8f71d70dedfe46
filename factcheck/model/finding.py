"""Findings and reports: what a check says, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from fractions import Fraction
from typing import NamedTuple

from factcheck.model.claim import Claim
from factcheck.model.enums import Flag, SlotState, Support, Verdict
from factcheck.model.figure import Figure
from factcheck.model.values import Span


class Detail(NamedTuple):
    """One aligned detail: its slot, how the two sides stand, and the words that decided it.

    Attributes:
        slot, state: what was compared, and how the two sides stand.
        statement, reference: the words of both sides.
        why: what decided it, where the words alone do not tell.
        carried: where a side's words were told before, if they are not its own sentence's: "the
            headline", "sentence 1", or "sentence 1 of the reference".
    """

    slot: str
    state: SlotState
    statement: str = ""
    reference: str = ""
    why: str = ""
    carried: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every detail that was compared between a statement's figure and a reference's."""

    details: tuple[Detail, ...] = ()

    def having(self, *states: SlotState) -> tuple[Detail, ...]:
        """The details in one of `states`, in their order."""
        return tuple(detail for detail in self.details if detail.state in states)

    @property
    def matched(self) -> tuple[Detail, ...]:
        """Details that both sides share."""
        return self.having(SlotState.MATCHED)

    @property
    def omitted(self) -> tuple[Detail, ...]:
        """Details that only the reference gives."""
        return self.having(SlotState.OMITTED)

    @property
    def added(self) -> tuple[Detail, ...]:
        """Details that only the statement gives: unchecked."""
        return self.having(SlotState.ADDED)

    @property
    def differing(self) -> tuple[Detail, ...]:
        """Details in which the two disagree, exchanged roles included."""
        return self.having(SlotState.DIFFERING, SlotState.TURNED)


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the statement's value is from the reference's, in the statement's unit.

    Attributes:
        absolute: statement minus reference; None where either has no nominal value.
        relative: `absolute` as a share of the reference's value; None where that is zero.
        unit: canonical name of the unit of `absolute`, "" for a bare count.
    """

    absolute: Fraction | None
    relative: Fraction | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference, and the figure in it that decided; `figure` is None for whole statements."""

    claim: Claim
    figure: Figure | None = None

    @property
    def source(self) -> str | None:
        """Who says so."""
        return self.claim.source

    @property
    def date(self) -> Date | str | None:
        """When it was said."""
        return self.claim.date


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one figure of a statement.

    Attributes:
        statement: the sentence that was judged.
        span: where the statement stands in the input.
        figure: the figure, or None for a statement without figures.
        verdict, support, flags: as the contract defines them.
        notes: what an editor would want to know, in plain words.
        citation: the deciding reference; None only where the verdict is novel.
        operands: further references that arithmetic needed.
        others: rivals, near misses, superseded and debunked references worth a look.
        alignment: every detail that was compared with the cited reference.
        difference: distance between the two values.

    Raises:
        ValueError: for a conflicting or consistent finding without a citation.
    """

    statement: str
    span: Span
    figure: Figure | None
    verdict: Verdict
    support: Support | None = None
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()
    citation: Citation | None = None
    operands: tuple[Citation, ...] = ()
    others: tuple[Citation, ...] = ()
    alignment: Alignment = Alignment()
    difference: Difference | None = None

    def __post_init__(self) -> None:
        if self.verdict is not Verdict.NOVEL and self.citation is None:
            raise ValueError(f"a {self.verdict} finding needs a citation")
