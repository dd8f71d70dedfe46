"""Sentences of a draft that stand next to each other: one may speak of the other's figures."""

from __future__ import annotations

from factcheck.consistency.draft import Draft
from factcheck.frames.model import SentenceFrame


def before(draft: Draft, number: int, gap: int = 0) -> SentenceFrame | None:
    """The sentence with a figure that stands right before another, in one paragraph with it.

    Args:
        draft: the draft.
        number: the index of the later one.
        gap: characters of text without a figure that may stand between them.
    """
    if number < 1:
        return None
    one, other = draft.sentences[number - 1], draft.sentences[number]
    between = draft.text[one.span.end : other.span.start]
    passage = draft.passage(other.span.start)
    if passage is None or passage.heading or draft.passage(one.span.start) is not passage:
        return None
    return one if len(between.strip()) <= gap and "\n\n" not in between else None
