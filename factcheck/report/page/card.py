"""All that there is to know of an item: references, details, notes, other places of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from factcheck.editorial.rules import Rule, rules
from factcheck.model import Citation, Finding, SlotState, Span, Verdict
from factcheck.model.diagnostic import Diagnostic, Silence, Suppression
from factcheck.report import words
from factcheck.report.page.items import Item
from factcheck.report.page.number_line import NumberLine, number_line

_WEB: Final = re.compile(r"https?://[^\s/?#\\]+(?:[/?#]\S*)?", re.IGNORECASE)
_ORDER: Final = (
    SlotState.DIFFERING,
    SlotState.TURNED,
    SlotState.ADDED,
    SlotState.OMITTED,
    SlotState.WIDER,
    SlotState.NARROWER,
    SlotState.MATCHED,
)
_STATES: Final = {
    SlotState.DIFFERING: "differs",
    SlotState.TURNED: "turned round",
    SlotState.ADDED: "added: only in the draft",
    SlotState.OMITTED: "omitted: only in the reference",
    SlotState.WIDER: "wider in the draft",
    SlotState.NARROWER: "narrower in the draft",
    SlotState.MATCHED: "matched",
}
_SILENCES: Final = {
    Silence.DIRECTIVE: "by a comment in the draft",
    Silence.SIC: "by [sic]",
    Silence.BASELINE: "by the baseline",
}


class Reference(NamedTuple):
    """A reference as it is shown.

    Attributes:
        label: what it is to the figure: "reference", "worked out from", "nearest".
        before, figure, after: its sentence, around the figure.
        source: who says so, when, and which claim of the store it is.
        url: where it can be read, where that is an address of the web.
        address: the same where it is anything else.
        note: the remark of whoever keeps it.
    """

    label: str
    before: str
    figure: str
    after: str
    source: str
    url: str
    address: str
    note: str


class Aligned(NamedTuple):
    """One detail that was compared, in words."""

    name: str
    state: str
    draft: str
    reference: str
    why: str


class Elsewhere(NamedTuple):
    """Another place of the draft, and the number of the item there, 0 without."""

    label: str
    text: str
    place: str
    number: int


class Said(NamedTuple):
    """A diagnostic in words: its rule, what it says, and what silences it."""

    rule: Rule
    severity: str
    message: str
    silenced: str


class Card(NamedTuple):
    """What is shown of an item beside its line."""

    said: tuple[Said, ...]
    drawing: NumberLine | None
    references: tuple[Reference, ...]
    difference: str
    details: tuple[Aligned, ...]
    notes: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...]


def card_of(item: Item, numbers: Mapping[Span, int]) -> Card:
    """The card of an item.

    Args:
        item: the item.
        numbers: of each stretch of the draft that is told of, the number of its item.
    """
    finding = item.finding
    within = any(one.code.startswith("FC2") and one.finding is finding for one in item.diagnostics)
    against = "elsewhere" if within else "reference"
    return Card(
        said=tuple(map(_said, item.diagnostics)),
        drawing=_drawing(finding, against) if finding else None,
        references=tuple(_references(finding, against)) if finding else (),
        difference=_difference(finding) if finding else "",
        details=tuple(_details(finding)) if finding else (),
        notes=tuple(words.gathered(finding.notes)) if finding else (),
        elsewhere=tuple(_elsewhere(item.diagnostics, numbers)),
    )


def _said(one: Diagnostic) -> Said:
    silenced = _silenced(one.suppression) if one.suppression else ""
    return Said(rules()[one.code], one.severity.value, one.message, silenced)


def _silenced(suppression: Suppression) -> str:
    how = _SILENCES[suppression.by]
    return f"{how}: {suppression.reason}" if suppression.reason else how


def _drawing(finding: Finding, against: str) -> NumberLine | None:
    theirs = finding.citation.figure if finding.citation else None
    if finding.figure is None or theirs is None or finding.operands:
        return None  # of a value that was worked out, the cited one is a part
    return number_line(finding.figure, theirs, against)


def _references(finding: Finding, against: str) -> Iterator[Reference]:
    if finding.citation is not None:
        yield _reference("worked out from" if finding.operands else against, finding.citation)
    for operand in finding.operands:
        yield _reference("and from", operand)
    near = "nearest" if finding.verdict is Verdict.NOVEL else "also on file"
    for other in finding.others:
        status = str(other.claim.status)
        yield _reference(near if status == "current" else status, other)


def _reference(label: str, citation: Citation) -> Reference:
    claim = citation.claim
    start, end = _where(citation)
    url = claim.url or ""
    web = is_web(url)
    return Reference(
        *(label, claim.text[:start], claim.text[start:end], claim.text[end:]),
        source=words.source_words(citation),
        url=url if web else "",
        address="" if web else url,
        note=claim.note or "",
    )


def _where(citation: Citation) -> Span:
    """Where the figure stands in the claim's text; of another place of a draft spans count that."""
    figure, text = citation.figure, citation.claim.text
    if figure is None:
        return Span(0, 0)
    if figure.span.cut(text) == figure.text:
        return figure.span
    start = text.find(figure.text)
    return Span(start, start + len(figure.text)) if start >= 0 else Span(0, 0)


def is_web(url: str) -> bool:
    """Whether an address may be a link: what a store holds could run a script otherwise."""
    return _WEB.fullmatch(url) is not None


def _difference(finding: Finding) -> str:
    if finding.difference is None:
        return ""
    absolute = words.signed_difference(finding.difference, finding.figure)
    told = (absolute, words.relative_difference(finding.difference))
    return ", ".join(filter(None, told)) if absolute else ""


def _details(finding: Finding) -> Iterator[Aligned]:
    """The details, what asks for a look before what matches."""
    for state in _ORDER:
        for detail in finding.alignment.having(state):
            if state is SlotState.MATCHED and detail.slot == "kind":
                continue  # without one kind there would be nothing to compare
            yield Aligned(
                *(words.slot_words(detail.slot), _STATES[state]),
                *(detail.statement, detail.reference, words.why(detail)),
            )


def _elsewhere(
    diagnostics: tuple[Diagnostic, ...], numbers: Mapping[Span, int]
) -> Iterator[Elsewhere]:
    for one in diagnostics:
        for other in one.related:
            number = numbers.get(other.span, 0)
            yield Elsewhere(other.label, other.text, str(other.place), number)
