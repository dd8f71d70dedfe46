"""What the draft itself silences: comments to this program, and "[sic]" behind a figure.

A diagnostic that is silenced is marked, and never dropped. Each is silenced by one comment, the
most specific that is for it, so that a comment that could go without a difference is known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from factcheck.document.base import Document, Mark
from factcheck.editorial.directives import Directive, Verb, suppressible, understood, verbs
from factcheck.editorial.scopes import Scope, scopes
from factcheck.editorial.settings import ReviewSettings
from factcheck.editorial.sic import told_sic
from factcheck.model import Report, Span
from factcheck.model.diagnostic import Diagnostic, Silence, Suppression
from factcheck.model.place import Place

_UNUSED: Final = "FC901"
_UNKNOWN: Final = "FC902"
_WITHIN: Final = "FC2"


def silenced(
    found: Sequence[Diagnostic], document: Document, report: Report, settings: ReviewSettings
) -> list[Diagnostic]:
    """The diagnostics, those marked that the draft silences, and what is wrong with its comments.

    Args:
        found: what is to be looked at, in any order; of rules that are switched off, too.
        document: the draft.
        report: what was found about its figures.
        settings: which rules count.
    """
    by: dict[int, Suppression] = {}
    added: list[Diagnostic] = []
    if document.marks:
        read = [(mark, *understood(mark)) for mark in document.marks]
        directives = [directive for _, directive, _ in read if directive is not None]
        used = _heeded(found, document, directives, by)
        added += _faulty(((mark, fault) for mark, _, fault in read if fault), document, settings)
        added += _unused(directives, used, document, settings)
    for number in told_sic(found, document.text, report):
        by.setdefault(number, Suppression(Silence.SIC))
    marked = [
        replace(one, suppression=by[number]) if number in by else one
        for number, one in enumerate(found)
    ]
    return marked + added


class _Spot(NamedTuple):
    """A place that a diagnostic speaks of.

    Attributes:
        span, place: where it is.
        number: of the diagnostic.
    """

    span: Span
    place: Place
    number: int


def _heeded(
    found: Sequence[Diagnostic],
    document: Document,
    directives: Sequence[Directive],
    by: dict[int, Suppression],
) -> set[tuple[int, str]]:
    """Note in `by` what each directive silences; gives the directives that do, with the rules."""
    spots = _Spots(found)
    used: set[tuple[int, str]] = set()
    for scope in scopes(document, directives):
        if scope.ended:
            used.add((scope.ended - 1, scope.code))
        directive = directives[scope.number]
        for number in spots.taken(scope):
            used.add((scope.number, scope.code))
            by.setdefault(number, Suppression(Silence.DIRECTIVE, directive.reason))
    return used


class _Spots:
    """The places of diagnostics by their rules, each of which is taken once."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        self._by_rule: dict[str, list[_Spot]] = defaultdict(list)
        for number, one in enumerate(found):
            self._by_rule[one.code].append(_Spot(one.span, one.place, number))
            for other in one.related:  # what two places say is silenced by a comment at either
                self._by_rule[one.code].append(_Spot(other.span, other.place, number))
        self._starts: dict[str, list[int]] = {}
        self._longest: dict[str, int] = {}
        self._by_line: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._next: dict[str, list[int]] = {}
        for code, spots in self._by_rule.items():
            spots.sort()
            self._starts[code] = [spot.span.start for spot in spots]
            self._longest[code] = max(spot.span.end - spot.span.start for spot in spots)
            self._next[code] = list(range(len(spots) + 1))
            for index, (_, place, _) in enumerate(spots):
                for line in range(place.line or 0, (place.end_line or -1) + 1):
                    self._by_line[code, line].append(index)

    def taken(self, scope: Scope) -> Iterator[int]:
        """The diagnostics in a scope that no earlier one has taken."""
        spots = self._by_rule.get(scope.code)
        if not spots:
            return
        following = self._next[scope.code]
        for index in self._inside(scope, following):
            if following[index] == index:
                following[index] = index + 1
                yield spots[index].number

    def _inside(self, scope: Scope, following: list[int]) -> Iterator[int]:
        if scope.lines is not None:
            for line in range(scope.lines[0], scope.lines[1] + 1):
                yield from self._by_line.get((scope.code, line), ())
            return
        starts, spots = self._starts[scope.code], self._by_rule[scope.code]
        end = bisect_left(starts, scope.span.end)
        index = bisect_left(starts, scope.span.start - self._longest[scope.code])
        while (index := _first(following, index)) < end:
            if spots[index].span.end > scope.span.start:
                yield index
            index += 1


def _first(following: list[int], index: int) -> int:
    """The first that is not taken, from `index` on; the way there is shortened for the next."""
    last = index
    while following[last] != last:
        last = following[last]
    while following[index] != last:
        following[index], index = last, following[index]
    return last


def _faulty(
    faults: Iterable[tuple[Mark, str]], document: Document, settings: ReviewSettings
) -> Iterator[Diagnostic]:
    for mark, fault in faults:
        yield from _at(mark, _UNKNOWN, fault, document, settings)


def _unused(
    directives: Sequence[Directive],
    used: set[tuple[int, str]],
    document: Document,
    settings: ReviewSettings,
) -> Iterator[Diagnostic]:
    for number, directive in enumerate(directives):
        left = [code for code in directive.rules if (number, code) not in used]
        if not settings.within and any(code.startswith(_WITHIN) for code in left):
            left = [code for code in left if not directive.blanket and code[:3] != _WITHIN]
        if not left or (directive.blanket and len(left) < len(suppressible())):
            continue
        what = "nothing" if directive.blanket else f"no {' and no '.join(left)}"
        told = "switches on" if directive.verb is Verb.ON else "suppresses"
        where = _where(directive)
        if directive.verb is Verb.ON:
            what, where = what.replace("no ", "nothing of "), "that was switched off before it"
        yield from _at(
            directive.mark, _UNUSED, f"the comment {told} {what} {where}", document, settings
        )


def _where(directive: Directive) -> str:
    if directive.mark.around is not None and directive.verb in (Verb.HERE, Verb.NEXT):
        return "where it is attached"
    if directive.mark.place is None and directive.verb is Verb.HERE:
        return "in its paragraph"
    return verbs()[directive.verb]["where"]


def _at(
    mark: Mark, code: str, message: str, document: Document, settings: ReviewSettings
) -> Iterator[Diagnostic]:
    """A diagnostic about a comment, at its place."""
    severity = settings.severity(code)
    if severity is None:
        return
    origin, span = document.origin, Span(mark.at, mark.at)
    if mark.around is not None:
        span = mark.around
    elif mark.place is not None and origin.original == document.text:
        span = mark.place
    place = origin.place(span) if mark.place is None else origin.place_there(mark.place)
    yield Diagnostic(code, severity, message, span.cut(document.text), span, place)
