"""The signs of HTML, one after the other: tags, comments, references and the text between.

The standard library's parser takes time that grows with the square of hostile input (60 KB of
unclosed tags are half a minute), and the tree builders forget where things stood. This one looks at
each character once, never goes back, and knows where everything stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from html import unescape
from typing import Final, NamedTuple

from factcheck.model import Span


class Sign(Enum):
    """What a piece of markup is."""

    TEXT = auto()
    REFERENCE = auto()
    OPEN = auto()
    CLOSE = auto()
    COMMENT = auto()
    RAW = auto()  # the inside of a script, a style, a title


class Token(NamedTuple):
    """One piece of markup.

    Attributes:
        sign: what it is.
        start, end: where it stands in the source.
        name: of a tag, in lower case; of raw text, that of its element.
        attributes: of an opening tag, by their names in lower case: where the values stand.
        empty: whether a tag closes itself, "<p/>".
    """

    sign: Sign
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, Span] = {}
    empty: bool = False


# Elements whose inside is no markup; that of a title and a text area has references, though.
RAW: Final = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noframes"})
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_BLANK = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"|'|([^\s>\"'][^\s>]*)|(?=>)))?")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LONGEST_NAME: Final = 64


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Cut HTML into its signs, in order.

    Args:
        source: HTML, however broken.
        start: where to begin.
        end: where to stop, at the end of the source without it.
    """
    return _Scanner(source, len(source) if end is None else end).run(start)


def decoded(reference: str) -> str:
    """What a reference stands for ("&nbsp;", "&#8209;"); the words themselves where it is none."""
    return unescape(reference)


def value(source: str, at: Span | None) -> str:
    """The value of an attribute; "" without one."""
    return unescape(at.cut(source)) if at is not None else ""


def text_tokens(source: str, start: int, end: int) -> Iterator[Token]:
    """Cut text without tags into stretches and references.

    Args:
        source: the whole of the markup.
        start: where the text begins.
        end: where it ends.
    """
    at = start
    while at < end:
        sign = source.find("&", at, end)
        if sign < 0:
            break
        found = _REFERENCE.match(source, sign, end)
        if found is None or unescape(found[0]) == found[0]:
            if at <= sign:
                yield Token(Sign.TEXT, at, sign + 1)
            at = sign + 1
            continue
        if at < sign:
            yield Token(Sign.TEXT, at, sign)
        yield from _reference(found)
        at = found.end()
    if at < end:
        yield Token(Sign.TEXT, at, end)


def _reference(found: re.Match[str]) -> Iterator[Token]:
    """A reference, and the letters behind one that no semicolon closes ("&notit" is "¬it")."""
    text, start, end = found[0], found.start(), found.end()
    if text.endswith(";") or text[1] == "#":
        yield Token(Sign.REFERENCE, start, end)
        return
    plain = unescape(text)
    tail = 0
    while tail < len(plain) - 1 and plain[-1 - tail] == text[-1 - tail]:
        tail += 1
    yield Token(Sign.REFERENCE, start, end - tail)
    if tail:
        yield Token(Sign.TEXT, end - tail, end)


class _Scanner:
    """Walks through the source; what is not closed ends with it, as in a browser."""

    def __init__(self, source: str, end: int) -> None:
        self._source = source
        self._end = end

    def run(self, at: int) -> Iterator[Token]:
        source, end = self._source, self._end
        while at < end:
            opening = source.find("<", at, end)
            if opening < 0:
                break
            token = self._markup(opening)
            if token is None:  # "a < b"
                yield from text_tokens(source, at, opening + 1)
                at = opening + 1
                continue
            yield from text_tokens(source, at, opening)
            yield token
            at = token.end
            if token.sign is Sign.OPEN and token.name in RAW and not token.empty:
                close = self._raw_end(token.name, at)
                yield Token(Sign.RAW, at, close, token.name)
                at = close
        yield from text_tokens(source, at, end)

    def _markup(self, at: int) -> Token | None:
        source = self._source
        follows = source[at + 1 : at + 2]
        if follows == "!":
            if source.startswith("<!--", at):
                return self._comment(at)
            if source.startswith("<![CDATA[", at):
                return Token(Sign.RAW, at, self._behind("]]>", at + 9), "cdata")
            return Token(Sign.COMMENT, at, self._behind(">", at), "declaration")
        if follows == "?":
            return Token(Sign.COMMENT, at, self._behind(">", at), "declaration")
        closing = follows == "/"
        name = _NAME.match(source, at + 1 + closing, min(at + _LONGEST_NAME, self._end))
        if name is None:
            return None
        return self._tag(at, name, closing=closing)

    def _comment(self, at: int) -> Token:
        source = self._source
        for short in ("<!-->", "<!--->"):
            if source.startswith(short, at):
                return Token(Sign.COMMENT, at, at + len(short))
        return Token(Sign.COMMENT, at, self._behind("-->", at + 4))

    def _tag(self, at: int, name: re.Match[str], *, closing: bool) -> Token:
        source, end = self._source, self._end
        here = name.end()
        attributes: dict[str, Span] = {}
        while here < end and source[here] != ">":
            blank = _BLANK.match(source, here, end)
            here = blank.end() if blank else here
            found = _ATTRIBUTE.match(source, here, end)
            if found is None:
                break  # the end of the tag, or of the source
            here = found.end()
            where = Span(here, here)
            if source[here - 1] in "\"'" and found[2] is None and here - 1 >= found.end(1):
                close = source.find(source[here - 1], here, end)
                where = Span(here, close if close >= 0 else end)
                here = min(where.end + 1, end)
            elif found[2] is not None:
                where = Span(*found.span(2))
            attributes.setdefault(found[1].lower(), where)
        empty = here > name.end() and source[here - 1] == "/" and here < end
        sign = Sign.CLOSE if closing else Sign.OPEN
        return Token(sign, at, min(here + 1, end), name[0].lower(), attributes, empty)

    def _behind(self, closing: str, at: int) -> int:
        found = self._source.find(closing, at, self._end)
        return found + len(closing) if found >= 0 else self._end

    def _raw_end(self, name: str, at: int) -> int:
        found = _raw_closing(name).search(self._source, at, self._end)
        return found.start() if found else self._end


def _raw_closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
