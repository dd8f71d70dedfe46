"""Lines that speak of the draft itself: when it was published, how long it takes to read.

Their figures are nobody's business: "5 min read" and "38 comments" assert nothing of the world. A
line counts only where it says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from factcheck.document.base import Document
from factcheck.document.dating import CLOCK, PLACE, date_pattern
from factcheck.document.passage import Passage, Sort
from factcheck.document.words import listed, weekdays
from factcheck.model import Span

_LONGEST: Final = 160  # characters; a longer line says something else as well
_LINE = re.compile(r"[^\r\n]+")
_DIGIT = re.compile(r"\d")
_LEFT_ALONE: Final = frozenset({Sort.HEADING, Sort.TABLE, Sort.QUOTE, Sort.NOTE})


def without_imprint(document: Document) -> Document:
    """A draft whose passages leave out the lines that speak of the draft itself."""
    passages: list[Passage] = []
    for passage in document.passages:
        if passage.sort in _LEFT_ALONE or passage.whole:
            passages.append(passage)
        else:
            passages += _kept(document.text, passage)
    return replace(document, passages=tuple(passages))


def is_imprint(line: str) -> bool:
    """Whether a line says of the draft when it was published or how it is read, and no more."""
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return False
    return _pattern().fullmatch(line.strip().lstrip("*_ ").rstrip("*_ ")) is not None


def _kept(text: str, passage: Passage) -> Iterator[Passage]:
    """A passage, or the parts of it around such lines."""
    start, end = passage.span
    at = start
    for line in _LINE.finditer(text, start, end):
        if is_imprint(line[0]):
            if text[at : line.start()].strip():
                yield passage._replace(span=Span(at, line.start()))
            at = line.end()
    if at == start:
        yield passage
    elif text[at:end].strip():
        yield passage._replace(span=Span(at, end))


@cache
def _pattern() -> re.Pattern[str]:
    said = "|".join(
        re.escape(word) for name in ("published", "updated") for word in listed("dates", name)
    )
    counted, read = ("|".join(map(re.escape, listed("imprint", n))) for n in ("counted", "read"))
    weekday = rf"(?:(?:{'|'.join(weekdays())})\.?,?\s+)?"
    day = re.sub(r"\?P<\w+>|\(\?P=s5\)", lambda m: "[/.-]" if "=" in m[0] else "", date_pattern())
    when = rf"(?i:{weekday}{day})(?:{CLOCK})?|{CLOCK}|(?i:\d+\s+(?:minute|hour|day)s?\s+ago)"
    item = (
        rf"(?:(?i:(?:{said})(?:\s+on\b)?)\s*:?\s*)?(?:{when})"
        rf"|\d+\s*-?\s*(?i:{read})\b|[\d.,]+[kKM]?\s+(?i:{counted})\b"
    )
    between = r"\s*[,;|·•–—-]?\s*"
    byline = rf"(?:[Bb]y\s+{PLACE}(?:\s+and\s+{PLACE})?{between})?"
    return re.compile(rf"{byline}(?:{item})(?:{between}(?:{item})){{0,6}}\s*\.?")
