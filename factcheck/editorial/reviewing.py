"""The whole path from a draft to what an editor has to look at, on one screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.candidates.base import Snapshot
from factcheck.document.base import Document
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.figures.unit_data import UnitTable
from factcheck.pipeline import figured, report_on
from factcheck.policy import Policy
from factcheck.text.tokens import LOCALE

if TYPE_CHECKING:
    from factcheck.consistency.contradiction import Contradiction


def review(
    document: Document,
    settings: ReviewSettings | None,
    index: Snapshot,
    policy: Policy,
    *,
    units: UnitTable | None = None,
    locale: str = LOCALE,
) -> Review:
    """Check a draft.

    Args:
        document: the draft, as it was read.
        settings: which rules count, and how much.
        index: the reference claims.
        policy: the tolerances.
        units: the user's own units; those that the index was built with.
        locale: how numbers and dates are written.

    Raises:
        InputError: the draft is too long to be checked at once; of a file, reading it says so.
    """
    settings = settings or ReviewSettings()
    sentences = list(figured(document.text, document.passages, units, locale, document.date))
    report = replace(report_on(document.text, sentences, index, policy), path=document.name)
    within: Iterable[Contradiction] = ()
    if settings.within:
        from factcheck.consistency.check import contradictions  # its patterns take a while to make

        within = contradictions(document, sentences, policy)
    found = diagnostics(document, report, within, settings)
    return Review(document, report, found, settings.least)
