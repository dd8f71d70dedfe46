"""What the checks of a draft against itself hand on."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Finding, Span


class Contradiction(NamedTuple):
    """One thing that cannot be right in a draft.

    Attributes:
        code: the rule, FC2xx.
        span: the figure that is told of, in the document's text.
        message: what is wrong, in one plain sentence without its stop.
        related: the other places that it does not fit, each with what it is to the figure.
        finding: the finding against the other place as the reference, where the comparison of two
            figures found it.
    """

    code: str
    span: Span
    message: str
    related: tuple[tuple[Span, str], ...] = ()
    finding: Finding | None = None
