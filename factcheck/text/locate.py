"""Finding words that stand by themselves in a text."""

from __future__ import annotations

from factcheck.model import Span


def locate(text: str, words: str) -> Span | None:
    """The first place where `words` stand by themselves in `text`.

    "300" does not stand by itself in "1,300", "300.5" or "300th": a figure is never a piece
    of a longer number or word.

    Args:
        text: the claim's text.
        words: the figure's words.

    Returns:
        Their place, or None where there is none.
    """
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not _continues(text, start, -1) and not _continues(text, end - 1, 1):
            return Span(start, end)
        start = text.find(words, start + 1)
    return None


def _continues(text: str, edge: int, step: int) -> bool:
    """Whether the word or number at `edge` goes on beyond it in the direction of `step`."""
    beyond = edge + step
    if not 0 <= beyond < len(text) or not text[edge].isalnum():
        return False
    if text[beyond].isalnum():
        return True
    after = beyond + step
    return (
        text[beyond] in ".,"
        and text[edge].isdigit()
        and 0 <= after < len(text)
        and text[after].isdigit()
    )
