"""The layers of one sentence, as attachment looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from factcheck.frames.clauses import Predicate
from factcheck.frames.model import Clause, Event, Name, Term, Time
from factcheck.frames.words import Words


class Context(NamedTuple):
    """Everything that was read in a sentence before its figures are attached.

    `clause_of` and `term_of` are laid out by token, for `clause_at` and `term_at`.
    """

    words: Words
    terms: tuple[Term, ...]
    names: tuple[Name, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    clauses: tuple[Clause, ...]
    source: frozenset[int]
    groups: tuple[Predicate, ...]
    clause_of: Sequence[int]
    term_of: Sequence[int]

    def clause_at(self, at: int) -> int:
        """Index of the clause that token `at` stands in."""
        return self.clause_of[at] if 0 <= at < len(self.clause_of) else 0

    def term_at(self, at: int) -> int:
        """Index of the term whose phrase holds token `at`, or -1."""
        return self.term_of[at] if 0 <= at < len(self.term_of) else -1

    def term_ending(self, at: int) -> int:
        """Index of the term whose phrase ends right before token `at`, or -1."""
        return next((n for n, term in enumerate(self.terms) if term.last == at), -1)

    def is_plural(self, index: int) -> bool:
        """Whether the head of the term with this index is another form than its lemma."""
        at = self.terms[index].at
        return self.words.lowers[at] != self.words.lemmas[at]


class _Range(Protocol):
    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


def places(items: Sequence[_Range], size: int, missing: int) -> list[int]:
    """The index of the first item that holds each of `size` tokens, `missing` where none does."""
    found = [missing] * size
    for number in range(len(items) - 1, -1, -1):
        item = items[number]
        found[item.first : item.last] = [number] * (item.last - item.first)
    return found
