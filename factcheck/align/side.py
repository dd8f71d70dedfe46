"""One side of an alignment, and what follows from it alone."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from factcheck.align.deciding import decisive_events
from factcheck.align.level import level_of, way_of
from factcheck.align.memo import remembered
from factcheck.align.quantity import is_told_of_a_part
from factcheck.align.scope import Scope, scope_of
from factcheck.align.undone import denying
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Time
from factcheck.frames.times import is_compared
from factcheck.frames.verb_mood import FACT
from factcheck.model import Figure, Kind, PartialDate


class When(NamedTuple):
    """What a time expression says, wherever it stands.

    Attributes:
        date: its date.
        relation: how it delimits ("on", "by", "since", "" …).
        origin: where it was told before, if that is another sentence.
    """

    date: PartialDate
    relation: str
    origin: str = ""

    @classmethod
    def of(cls, time: Time) -> When:
        """What one of a sentence's time expressions says."""
        return cls(time.date, time.relation, time.origin)


class Side:
    """A figure in its sentence, or a whole sentence, where `frame` is None.

    What follows from it alone is found out when it is first asked for: most references are
    refused before that.
    """

    def __init__(self, sentence: SentenceFrame, frame: FigureFrame | None) -> None:
        self.sentence, self.frame = sentence, frame

    @cached_property
    def scope(self) -> Scope:
        """What surrounds the figure."""
        return scope_of(self.sentence, self.frame)

    @cached_property
    def events(self) -> list[Event]:
        """The events that the figure takes part in."""
        return decisive_events(self.sentence, self.frame)

    @cached_property
    def denying(self) -> tuple[tuple[str, str], ...]:
        """The words about the figure that deny what is left of them ("unsold"), with that."""
        return denying(self.sentence, self.frame) if self.frame is not None else ()

    @cached_property
    def kind(self) -> str:
        """The figure's kind in words."""
        return _described(self.frame.figure) if self.frame is not None else ""

    @cached_property
    def level(self) -> str:
        """Which of two levels that are told together it is, "" where there are no two."""
        return level_of(self.sentence, self.frame) if self.frame is not None else ""

    @cached_property
    def way(self) -> int:
        """Which way it moved: 1 up, -1 down, 0 where that is not told."""
        return way_of(self.sentence, self.frame) if self.frame is not None else 0

    @cached_property
    def dates(self) -> tuple[When, ...]:
        """The dates that delimit the figure."""
        return tuple(When.of(t) for t in self._times if not self._is_compared(t))

    @cached_property
    def compared_dates(self) -> tuple[When, ...]:
        """The dates of the level that a change is told from ("down 8% on 2022")."""
        return tuple(When.of(t) for t in self._times if self._is_compared(t))

    @property
    def _times(self) -> list[Time]:
        times = self.frame.times if self.frame is not None else ()
        return [self.sentence.times[i] for i in times]

    def _is_compared(self, time: Time) -> bool:
        frame = self.frame
        return frame is not None and is_compared(time, frame.figure, frame.last)

    @cached_property
    def unlabelled(self) -> bool:
        """Whether no label says anything of the figure: a plain fact, as most figures are."""
        frame = self.frame
        return frame is not None and not (
            frame.modality != FACT
            or frame.negated
            or frame.increment
            or frame.statistic
            or frame.figure.kind is Kind.MEASURE
            or self.told_of_a_part
        )

    @cached_property
    def told_of_a_part(self) -> bool:
        """Whether the figure only tells of a part ("41% of which")."""
        return self.frame is not None and is_told_of_a_part(self.sentence, self.frame)

    @cached_property
    def attributes(self) -> frozenset[str]:
        """The lengths that the figure's clause names, one of which a measure gives."""
        if self.frame is None:
            return frozenset()
        clause, known = self.sentence.clauses[self.frame.clause], cues().attributes
        lemmas = self.sentence.lemmas[clause.first : clause.last]
        return frozenset(known[lemma] for lemma in lemmas if lemma in known)


@remembered
def side_of(sentence: SentenceFrame, frame: FigureFrame | None) -> Side:
    """A figure's side, which is one and the same in all alignments."""
    return Side(sentence, frame)


def _described(figure: Figure) -> str:
    """A figure's kind in words: "money (EUR)", "share", "rate per week"."""
    unit = figure.unit
    if unit is None:
        return str(figure.kind)
    if figure.kind in (Kind.MONEY, Kind.MEASURE):
        return f"{figure.kind} ({unit.dimension.removeprefix('money:')})"
    if unit.per:
        return f"{figure.kind} per {unit.per}"
    return f"{figure.kind} ({unit.symbol})" if figure.kind is Kind.CHANGE else str(figure.kind)
