"""SARIF 2.1.0, the exchange format of static analysis, which code hosts and editors read.

What is suppressed is marked and stays. Columns and offsets count Unicode code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factcheck.editorial.review import Review
from factcheck.editorial.rules import Rule, rules
from factcheck.model.diagnostic import Diagnostic, Severity, Silence
from factcheck.model.place import Place
from factcheck.phrasing import date_words
from factcheck.report.diagnostics import totals_to_dict
from factcheck.report.formats import Run
from factcheck.report.formats.shared import json_text, uri_of
from factcheck.report.formats.tally import Tally, coverage_words
from factcheck.report.layout import clean

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_FINGERPRINT: Final = "factcheckFigure/v1"
_LEVEL: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "note",
}
_SILENCED: Final = {
    Silence.DIRECTIVE: "inSource",
    Silence.SIC: "inSource",
    Silence.BASELINE: "external",
}
Plain = dict[str, object]


def write(reviews: Iterable[Review], run: Run) -> Iterator[str]:
    """The log, a result at a time."""
    tally = Tally(run)
    index = {code: number for number, code in enumerate(rules())}
    driver: Plain = {"name": "factcheck"}
    if run.version:
        driver["version"] = run.version
    driver["rules"] = [_rule(rule) for rule in rules().values()]
    yield (
        f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
        f'"tool": {json_text({"driver": driver}, run)},\n'
        '"columnKind": "unicodeCodePoints",\n"results": ['
    )
    between = "\n"
    for review in tally.over(reviews):
        for one in run.wanted(review):
            yield between + json_text(_result(review, one, index), run)
            between = ",\n"
    end = "]" if between == "\n" else "\n]"
    told = {"coverage": {**totals_to_dict(tally.totals), "text": coverage_words(tally.totals)}}
    yield f'{end},\n"properties": {json_text(told, run)}\n}}]}}\n'


def _rule(rule: Rule) -> Plain:
    why = " ".join(rule.why.split())
    help_text = f"{why}\n\n`factcheck rule {rule.code}` tells more."
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": why},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
    }


def _result(review: Review, one: Diagnostic, index: Mapping[str, int]) -> Plain:
    result: Plain = {
        "ruleId": one.code,
        "ruleIndex": index[one.code],
        "level": _LEVEL[one.severity],
        "message": {"text": clean(one.message)},
        "locations": [_location(review, one.place, one.text)],
        "partialFingerprints": {_FINGERPRINT: one.fingerprint},
        # an empty list says that it is not suppressed, none that nobody knows
        "suppressions": [],
    }
    if one.suppression is not None:
        by, reason = one.suppression
        suppressed: Plain = {"kind": _SILENCED[by], "status": "accepted"}
        suppressed["justification"] = clean(reason) or by.value
        result["suppressions"] = [suppressed]
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(review, related.place, related.text),
                "message": {"text": clean(related.label or related.text)},
            }
            for number, related in enumerate(one.related, 1)
        ]
    if one.finding is not None:
        result["properties"] = _properties(one)
    return result


def _properties(one: Diagnostic) -> Plain:
    """What the store says, for whoever shows more than a message."""
    finding = one.finding
    if finding is None:
        return {}
    told: Plain = {"verdict": finding.verdict.value}
    if finding.citation is not None:
        claim = finding.citation.claim
        told["reference"] = {
            "claim": claim.id,
            "text": claim.text,
            "source": claim.source,
            "date": date_words(claim.date) if claim.date else None,
        }
    if finding.notes:
        told["notes"] = list(finding.notes)
    return told


def _location(review: Review, place: Place, text: str) -> Plain:
    physical: Plain = {"artifactLocation": {"uri": uri_of(review)}}
    if place.line is not None:
        physical["region"] = _region(place, text)
    location: Plain = {"physicalLocation": physical}
    if named := _logical(place):
        location["logicalLocations"] = named
    return location


def _region(place: Place, text: str) -> Plain:
    region: Plain = {"startLine": place.line}
    for name, value in (
        ("startColumn", place.column),
        ("endLine", place.end_line),
        ("endColumn", place.end_column),
    ):
        if value is not None:
            region[name] = value
    if place.span is not None:
        start, end = place.span
        region |= {"charOffset": start, "charLength": end - start}
    if text:
        region["snippet"] = {"text": text}
    return region


def _logical(place: Place) -> list[Plain]:
    """The part, page, paragraph and run of a place, each inside the one before it."""
    steps = [("part", place.part or None), ("page", place.page)]
    steps += [("paragraph", place.paragraph), ("run", place.run)]
    named: list[Plain] = []
    for kind, value in steps:
        if value is None:
            continue
        name = str(value) if kind == "part" else f"{kind} {value}"
        outer = named[-1]["fullyQualifiedName"] if named else ""
        entry: Plain = {
            "name": name,
            "fullyQualifiedName": f"{outer}/{name}" if outer else name,
            "kind": kind,
        }
        named.append(entry)
    return named[-1:]
