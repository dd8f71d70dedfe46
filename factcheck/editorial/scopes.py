"""For which part of a draft each of its directives counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.document.base import Document, Mark
from factcheck.document.passage import Passage, Sort
from factcheck.editorial.directives import Directive, Verb
from factcheck.model import Span

# The most specific first, since what two directives are for is silenced by the first of them.
_ORDER: Final = (Verb.HERE, Verb.NEXT, Verb.OFF, Verb.FILE)


class Scope(NamedTuple):
    """A part of the draft in which a rule is suppressed.

    Attributes:
        number: of the directive.
        code: of the rule.
        span: the part, in the document's text.
        lines: the lines of the original, the last one included, where it goes by lines.
        ended: 1 + the number of the directive that ended it; 0 without one.
    """

    number: int
    code: str
    span: Span
    lines: tuple[int, int] | None = None
    ended: int = 0


def scopes(document: Document, directives: Sequence[Directive]) -> Iterator[Scope]:
    """The scopes of all directives, the most specific first.

    Args:
        document: the draft.
        directives: its directives, in text order.
    """
    switched = _switched(directives, len(document.text))
    passages = _Passages(document)
    for verb in _ORDER:
        if verb is Verb.OFF:
            yield from switched
            continue
        for number, directive in enumerate(directives):
            if directive.verb is verb:
                span, lines = _part(directive, document, passages)
                yield from (Scope(number, code, span, lines) for code in directive.rules)


def _part(
    directive: Directive, document: Document, passages: _Passages
) -> tuple[Span, tuple[int, int] | None]:
    mark = directive.mark
    if directive.verb is Verb.FILE:
        return Span(0, len(document.text)), None
    if mark.around is not None:  # it is attached to what it is for
        return mark.around, None
    if directive.verb is Verb.NEXT:
        return passages.behind(mark), None
    if mark.place is not None and document.origin.original is not None:
        place = document.origin.place_there(mark.place)
        if place.line is not None and place.end_line is not None:
            return mark.place, (place.line, place.end_line)
    return passages.at(mark), None


def _switched(directives: Sequence[Directive], end: int) -> list[Scope]:
    """From each `off` to the `on` for its rule, or to the end."""
    found: list[Scope] = []
    since: dict[str, tuple[int, int]] = {}
    for number, directive in enumerate(directives):
        at = directive.mark.at
        if directive.verb is Verb.OFF:
            for code in directive.rules:
                since.setdefault(code, (number, at))
        elif directive.verb is Verb.ON:
            for code in directive.rules:
                if code in since:
                    owner, start = since.pop(code)
                    found.append(Scope(owner, code, Span(start, at), ended=number + 1))
    return found + [Scope(owner, code, Span(at, end)) for code, (owner, at) in since.items()]


class _Passages:
    """Finds what an editor sees as one thing: a paragraph, a heading, an item, a whole table."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._passages = document.passages
        self._ends = [passage.span.end for passage in document.passages]

    def behind(self, mark: Mark) -> Span:
        """What comes next behind a comment; the rest of the paragraph that it stands in."""
        first = bisect_right(self._ends, mark.at)
        if first == len(self._passages):
            return Span(mark.at, mark.at)
        start, end = max(self._passages[first].span.start, mark.at), self._ends[first]
        for before, after in self._pairs(first):
            if not self._is_one(before, after):
                break
            end = after.span.end
        return Span(start, end)

    def at(self, mark: Mark) -> Span:
        """The passage that a comment stands in or right behind."""
        number = min(bisect_right(self._ends, mark.at - 1), len(self._passages) - 1)
        return self._passages[number].span if number >= 0 else Span(mark.at, mark.at)

    def _pairs(self, first: int) -> Iterable[tuple[Passage, Passage]]:
        # a slice would copy the rest of a book for each comment
        return (
            (self._passages[number - 1], self._passages[number])
            for number in range(first + 1, len(self._passages))
        )

    def _is_one(self, before: Passage, after: Passage) -> bool:
        """Whether two passages are parts of one paragraph or of one table."""
        gap = self._text[before.span.end : after.span.start]
        if before.sort is not after.sort or before.heading or after.heading:
            return False
        if before.sort is Sort.TABLE:
            return gap.count("\n") < 2 or bool(gap.strip())
        return "\n" not in gap and "\r" not in gap and bool(gap.strip())
