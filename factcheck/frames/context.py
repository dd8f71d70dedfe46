"""The layers of one sentence, as attachment looks at them."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.frames.clauses import Predicate
from factcheck.frames.model import Clause, Event, Name, Term, Time
from factcheck.frames.words import Words


class Context(NamedTuple):
    """Everything that was read in a sentence before its figures are attached."""

    words: Words
    terms: tuple[Term, ...]
    names: tuple[Name, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    clauses: tuple[Clause, ...]
    source: frozenset[int]
    groups: tuple[Predicate, ...]

    def clause_at(self, at: int) -> int:
        """Index of the clause that token `at` stands in."""
        return next((n for n, c in enumerate(self.clauses) if c.first <= at < c.last), 0)

    def term_at(self, at: int) -> int:
        """Index of the term whose phrase holds token `at`, or -1."""
        return next((n for n, t in enumerate(self.terms) if t.first <= at < t.last), -1)
