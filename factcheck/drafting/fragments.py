"""What holds a figure and is no sentence: cells of tables, bylines, labels without a verb."""

from __future__ import annotations

import re

from factcheck.document.passage import Passage, Sort
from factcheck.frames.model import SentenceFrame
from factcheck.model import Span

_VERBS = ("VERB", "AUX")
# What newspapers put above a text and beneath it has a verb too, and tells when, not what.
_BYLINE = re.compile(
    r"\W*(?:(?:first|last)\s+)?(?:published|updated|posted|written|edited|reported|reporting)"
    r"\s*(?::|(?:on|by|at|in)\b|\d)",
    re.IGNORECASE,
)


def is_fragment(sentence: SentenceFrame, text: str, passage: Passage | None) -> bool:
    """Whether it makes no claim, whatever its figures.

    Args:
        sentence: as read.
        text: of the article.
        passage: the one that the sentence stands in.
    """
    verbs = sum(tag in _VERBS for tag in sentence.tags)
    if not verbs or (verbs == 1 and _BYLINE.match(sentence.span.cut(text))):
        return True
    if passage is not None and passage.sort is Sort.TABLE:
        return True
    cell = passage.span if passage is not None else sentence.span
    return "|" in sentence.span.cut(text) or _is_cell(cell, text)


def _is_cell(span: Span, text: str) -> bool:
    """Whether a bar stands right before or behind it, on its line."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    before = text[start : span.start].rstrip()
    behind = text[span.end : end if end >= 0 else len(text)].lstrip()
    return before.endswith("|") or behind.startswith("|")
