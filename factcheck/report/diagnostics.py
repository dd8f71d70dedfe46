"""Diagnostics and totals as plain data; `report.schema.json` beside this file describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review, Totals
from factcheck.editorial.rules import rules
from factcheck.model.diagnostic import Diagnostic
from factcheck.model.place import Place
from factcheck.report.plain import Plain, finding_to_dict

DIAGNOSTIC = "factcheck/diagnostic/1"


def diagnostics_to_dicts(review: Review, wanted: Iterable[Diagnostic]) -> Iterator[Plain]:
    """Diagnostics of a review as plain data: items of a report's `diagnostics`."""
    numbers = {id(finding): number for number, finding in enumerate(review.report.findings)}
    for one in wanted:
        # a finding against another place of the draft is none of the report's
        number = numbers.get(id(one.finding)) if one.finding else None
        apart = one.finding is not None and number is None
        yield {
            "code": one.code,
            "rule": rules()[one.code].name,
            "severity": one.severity.value,
            "message": one.message,
            "text": one.text,
            "span": list(one.span),
            "place": place_to_dict(one.place),
            "fingerprint": one.fingerprint,
            "suppression": _suppression(one),
            "related": [
                {
                    "text": related.text,
                    "span": list(related.span),
                    "place": place_to_dict(related.place),
                    "label": related.label,
                }
                for related in one.related
            ],
            "finding": number,
            "comparison": finding_to_dict(one.finding) if apart and one.finding else None,
        }


def place_to_dict(place: Place) -> Plain:
    """A place as plain data; what its format does not have is null."""
    return {**place._asdict(), "span": list(place.span) if place.span else None}


def totals_to_dict(totals: Totals) -> Plain:
    """What a run comes to, as plain data."""
    return {name: getattr(totals, name) for name in Totals.__slots__}


def _suppression(one: Diagnostic) -> Plain | None:
    if one.suppression is None:
        return None
    return {"by": one.suppression.by.value, "reason": one.suppression.reason}
