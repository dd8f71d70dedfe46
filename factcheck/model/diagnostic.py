"""What an editor has to look at: a rule that a place of a draft breaks, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.finding import Finding
from factcheck.model.place import Place
from factcheck.model.values import Span


class Severity(StrEnum):
    """How much a diagnostic asks for, the most urgent first."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a suggestion."""
        return _RANK[self]


_RANK = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.SUGGESTION: 1}


class Silence(StrEnum):
    """What keeps a diagnostic from being shown; it is marked, and never dropped."""

    DIRECTIVE = "directive"  # a comment in the draft
    SIC = "sic"  # "[sic]" behind the figure
    BASELINE = "baseline"  # it was there before


class Suppression(NamedTuple):
    """Who silenced a diagnostic, and why.

    Attributes:
        by: what silences it.
        reason: in the words of whoever did, "" without.
    """

    by: Silence
    reason: str = ""


class Related(NamedTuple):
    """Another place of the same draft that a diagnostic speaks of.

    Attributes:
        text: the words there.
        span: where they stand in the document's text.
        place: where they stand in the original.
        label: what they are to the diagnostic: "the headline", "the total", "a part".
    """

    text: str
    span: Span
    place: Place
    label: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to look at in a draft.

    Attributes:
        code: the rule's code, "FC101"; `factcheck.editorial.rules` has all of them.
        severity: how urgent it is, after the settings.
        message: what is wrong, in one plain sentence without its stop.
        text: the words that it is about, as the document's text has them.
        span: where they stand in the document's text.
        place: where they stand in the original.
        finding: what was found about the figure, where the diagnostic rests on one.
        related: other places of the draft that it speaks of.
        fingerprint: the same for the same thing in a draft that was moved or edited elsewhere.
        suppression: what keeps it from being shown; None where it is.
    """

    code: str
    severity: Severity
    message: str
    text: str
    span: Span
    place: Place
    finding: Finding | None = None
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    suppression: Suppression | None = None
