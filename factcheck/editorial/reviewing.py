"""The whole path from a draft to what an editor has to look at, on one screen."""

from __future__ import annotations

from dataclasses import replace

from factcheck.candidates.base import Snapshot
from factcheck.consistency.check import contradictions
from factcheck.document.base import Document
from factcheck.document.limits import bounded
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.figures.unit_data import UnitTable
from factcheck.pipeline import figured, report_on
from factcheck.policy import Policy
from factcheck.text.tokens import LOCALE


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
        InputError: the draft is too long to be checked at once.
    """
    bounded(len(document.text), document.name or "")
    settings = settings or ReviewSettings()
    sentences = list(figured(document.text, document.passages, units, locale, document.date))
    report = replace(report_on(document.text, sentences, index, policy), path=document.name)
    within = contradictions(document, sentences, policy) if settings.within else ()
    found = diagnostics(document, report, within, settings)
    return Review(document, report, found, settings.least)
