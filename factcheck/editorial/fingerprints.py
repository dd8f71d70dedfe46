"""What tells a diagnostic again, in a draft that was moved, renamed or edited elsewhere."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.document.base import Document
from factcheck.model import Report, Span
from factcheck.model.diagnostic import Diagnostic

# Words and numbers: line ends, quotation marks and emphasis may change without a new meaning.
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[%‰°€$£¥]")
_LENGTH = 32  # hexadecimal digits
_AROUND = 200  # code points of a line that count on each side, where there is no sentence


def fingerprinted(
    found: Iterable[Diagnostic], document: Document, report: Report
) -> Iterator[Diagnostic]:
    """Each with a fingerprint of its rule, and of the figures and sentences that it is about.

    Places and paths are no part of it. Where the same stands twice in a draft, the second is told
    from the first by its number; which of two sentences that disagree comes first is the same.

    Args:
        found: in text order.
        document: the draft.
        report: what was found in it, which knows its sentences.
    """
    sentences = _Sentences(document, report)
    seen: Counter[str] = Counter()
    for one in found:
        told = "\0".join((one.code, *_about(one, sentences)))
        seen[told] += 1
        digest = hashlib.sha256(f"{told}\0{seen[told]}".encode("utf-8", "surrogatepass"))
        yield replace(one, fingerprint=digest.hexdigest()[:_LENGTH])


def _about(one: Diagnostic, sentences: _Sentences) -> list[str]:
    if one.code.startswith("FC9"):  # of no sentence
        return [_words(one.text), one.message]
    places = [(one.text, one.span), *((other.text, other.span) for other in one.related)]
    return sorted(f"{' '.join(text.split())}\1{sentences.at(span)}" for text, span in places)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


class _Sentences:
    """Finds the sentence that a span stands in."""

    def __init__(self, document: Document, report: Report) -> None:
        self._text = document.text
        self._spans = sorted(statement.span for statement in report.statements)
        self._starts = [span.start for span in self._spans]

    def at(self, span: Span) -> str:
        """The words of the sentence; those around on the line, where no sentence was read there."""
        number = bisect_right(self._starts, span.start) - 1
        if number >= 0 and self._spans[number].end >= span.end:
            return _words(self._spans[number].cut(self._text))
        before = self._text[max(span.start - _AROUND, 0) : span.start].rpartition("\n")[2]
        behind = self._text[span.end : span.end + _AROUND].partition("\n")[0]
        return _words(f"{before}{span.cut(self._text)}{behind}")
