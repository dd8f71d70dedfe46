"""What stands inside a paragraph of Markdown: text, emphasis, links, code, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.document.building import MOST_PIECES, refuse_many
from factcheck.document.markup import Sign, Token, text_tokens, tokens
from factcheck.model import Span

# In the order in which they are tried at a place.
_SIGNS = re.compile(
    r"""
    (?P<escape> \\[!-/:-@\[-`{-~] )
  | (?P<code2> (?<!`)``(?!`)(?:[^`]|`(?!`)){1,2000}``(?!`) )
  | (?P<code> (?<!`)(?P<ticks>`{1,10})(?!`) [^`]{0,2000}? (?<!`)(?P=ticks)(?!`) )
  | (?P<comment> <!--(?:(?!<!--).){0,5000}?--> )
  | (?P<address> <(?:https?|mailto|ftp):[^<>\s]{0,2000}> | \bhttps?://[^\s<>()\[\]]{1,2000} )
  | (?P<tag> </?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?> )
  | (?P<note> \[\^[^\]\s]{1,100}\] )
  | (?P<image> !\[(?P<alt>[^\]]{0,1000})\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)
        |\[[^\]]{0,200}\]) )
  | (?P<link> \[(?=[^\[\]]{0,500}(?:!?\[[^\[\]]{0,200}\]\([^()]{0,1000}\))?[^\[\]]{0,300}\][(\[]) )
  | (?P<target> \](?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,200}\]) )
  | (?P<deleted> ~~ )
  | (?P<emphasis> \*{1,3} | _{1,3} | == )
  | (?P<break> (?<!\ )\ {2,}+(?=\r?\n) )
    """,
    re.VERBOSE | re.DOTALL,
)


class _Part(NamedTuple):
    """A sign in the text; the text between two signs is text."""

    kind: str
    start: int
    end: int
    alt: Span | None = None


def inline(text: str, lines: Sequence[Span]) -> Iterator[Token]:
    """The signs of a paragraph.

    Args:
        text: the whole draft.
        lines: the lines of the paragraph, without what only says that they belong to it.
    """
    parts: list[_Part] = []
    for line in lines:
        for part in _parts(text, line):
            parts.append(part)
            refuse_many(len(parts), MOST_PIECES, "signs in one paragraph", "")
    kept = _unmatched(text, parts)
    at = 0
    struck = False
    for number, line in enumerate(lines):
        here = line.start
        if number:  # the break before it, and the signs of a quotation, are one blank
            yield Token(Sign.TEXT, lines[number - 1].end, lines[number - 1].end + 1)
        while at < len(parts) and parts[at].start < line.end:
            part = parts[at]
            yield from text_tokens(text, here, part.start)
            if part.kind == "deleted" and at not in kept:
                sign, struck = (Sign.CLOSE if struck else Sign.OPEN), not struck
                yield Token(sign, part.start, part.end, "del")
            else:
                yield from _signs_of(text, part, kept=at in kept)
            here = part.end
            at += 1
        yield from text_tokens(text, here, line.end)


def _parts(text: str, line: Span) -> Iterator[_Part]:
    for found in _SIGNS.finditer(text, line.start, line.end):
        alt = Span(*found.span("alt")) if found["alt"] is not None else None
        yield _Part(found.lastgroup or "", found.start(), found.end(), alt)


def _signs_of(text: str, part: _Part, *, kept: bool) -> Iterator[Token]:
    """The signs of one part; most only say how the text around them looks."""
    kind, start, end, alt = part
    if kind == "escape":
        yield Token(Sign.TEXT, start + 1, end)
    elif kind == "comment":
        yield Token(Sign.COMMENT, start, end)
    elif kind == "tag":
        yield from tokens(text, start, end)
    elif kind == "image" and alt is not None:
        yield Token(Sign.OPEN, start, end, "img", {"alt": alt})
    elif kind == "break":
        yield Token(Sign.OPEN, start, end, "br")
    elif kept:
        yield Token(Sign.TEXT, start, end)


def _unmatched(text: str, parts: Sequence[_Part]) -> set[int]:
    """The stars and lines that belong to no pair: they are text ("1,200*", "5 * 3")."""
    open_at: dict[str, list[int]] = {}
    kept: set[int] = set()
    for number, part in enumerate(parts):
        if part.kind not in ("emphasis", "deleted"):
            continue
        sign = text[part.start]
        before = text[part.start - 1 : part.start] or " "
        behind = text[part.end : part.end + 1] or " "
        opens, closes = not behind.isspace(), not before.isspace()
        if sign == "_":  # "snake_case" has none
            opens, closes = opens and not before.isalnum(), closes and not behind.isalnum()
        waiting = open_at.setdefault(sign, [])
        if closes and waiting:
            kept.discard(waiting.pop())
        else:
            kept.add(number)
            if opens:
                waiting.append(number)
    return kept
