"""Markdown, told line by line in the signs of HTML, which one reader takes in for both.

What a line is (a heading, an item, a row of a table) is told here, what stands inside it in
`markdown_inline`. Code, front matter and the targets of links are no signs at all, so that
nobody reads them; HTML in between is passed on as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from factcheck.document.base import Document
from factcheck.document.building import Writer
from factcheck.document.dating import date_of
from factcheck.document.encoding import decoded
from factcheck.document.front_matter import Front, front_of
from factcheck.document.html import PageReader
from factcheck.document.html_boxes import BLOCKS
from factcheck.document.markdown_inline import inline
from factcheck.document.markup import Sign, Token, tokens
from factcheck.model import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*\Z)|~{3,})")
_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?:[ \t]+(?P<text>.*?))??(?:[ \t]+#+)?[ \t]*\Z")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_UNDERLINE = re.compile(r" {0,3}(?P<sign>=|-)(?P=sign)*[ \t]*\Z")
_REFERENCE = re.compile(r" {0,3}\[[^\]^][^\]]{0,200}\]:\s*\S")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,100}\]:[ \t]*")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?){1,20}")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9})[.)])(?:[ \t]+|\Z)(?:\[[ xX]\][ \t]+)?")
_CODE = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")
_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_TAG = re.compile(r" {0,3}</?(?P<name>[A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>]|\Z)")
# Elements whose inside may have empty lines.
_WHOLE: Final = frozenset({"script", "style", "pre", "textarea", "table", "svg", "iframe"})


def read(data: bytes, name: str, encoding: str = "") -> Document:
    """A Markdown file, as a document.

    Args:
        data: its bytes.
        name: its name.
        encoding: the name of its encoding; "" for UTF-8, or what a byte order mark says.

    Raises:
        InputError: it is no text in a known encoding, or is made to exhaust whoever reads it.
    """
    text, remarks = decoded(data, name, encoding)
    return replace(markdown_document(text, name), remarks=remarks)


def markdown_document(text: str, name: str = "") -> Document:
    """A Markdown text, as a document.

    Args:
        text: the text.
        name: its name, for messages.

    Raises:
        InputError: it is made to exhaust whoever reads it.
    """
    front = front_of(text)
    page = PageReader(text, name)
    if front.title is not None:
        page.titled(front.title)
    for token in _Lines(text, front).signs():
        page.sign(token)
    writer = Writer(name)
    page.closed().write(writer)
    document = writer.document(text)
    return replace(document, date=date_of(document, front.dates))


class _Lines:
    """Goes through the lines once and tells their signs."""

    def __init__(self, text: str, front: Front) -> None:
        self._text = text
        self._at = front.end
        self._quoted = 0
        self._listed = False  # whether the paragraph before was of a list
        self._open: list[Span] = []  # the lines of the paragraph
        self._name = "p"  # the element that it will be
        self._all_open = False  # whether no comment is closed any more

    def signs(self) -> Iterator[Token]:
        """All signs of the text, in order."""
        while self._at < len(self._text):
            start, end, self._at = self._line(self._at)
            yield from self._one(start, end)
        yield from self._paragraph()
        yield from self._quote(0)

    def _line(self, at: int) -> tuple[int, int, int]:
        """A line without its break, and where the next begins."""
        found = _LINE.match(self._text, at)
        after = found.end() if found else len(self._text)
        end = after
        while end > at and self._text[end - 1] in "\r\n":
            end -= 1
        return at, end, after

    def _one(self, start: int, end: int) -> Iterator[Token]:
        """The signs of one line."""
        quote = _QUOTE.match(self._text, start, end)
        depth = quote[0].count(">") if quote else 0
        if quote:
            start = quote.end()
        if depth != self._quoted and (quote or not self._open or start == end):
            yield from self._paragraph()
            yield from self._quote(depth)
        line = self._text[start:end]
        if not line.strip():
            yield from self._paragraph()
        elif fence := _FENCE.match(line):
            yield from self._paragraph()
            self._skip_code(fence[1])
        elif not self._open and not self._listed and _CODE.match(line):
            return
        elif line.lstrip().startswith("<!--"):
            yield from self._comment(start + len(line) - len(line.lstrip()))
        elif (tag := _TAG.match(line)) and (tag["name"].lower() in BLOCKS | _WHOLE):
            yield from self._html(start, tag["name"].lower())
        else:
            yield from self._told(start, end, line)

    def _told(self, start: int, end: int, line: str) -> Iterator[Token]:
        """The signs of a line that is a heading or a rule, or says nothing; else of its prose."""
        underline = _UNDERLINE.match(line)
        heading = _HEADING.match(line)
        if underline and self._open and self._name == "p":
            self._name = "h1" if underline["sign"] == "=" else "h2"
            yield from self._paragraph()
        elif _RULE.match(line):
            yield from self._paragraph()
            yield Token(Sign.OPEN, start, start, "hr")
        elif heading:
            yield from self._paragraph()
            if heading["text"]:
                self._name = f"h{len(heading['level'])}"
                self._open = [Span(start + heading.start("text"), start + heading.end("text"))]
                yield from self._paragraph()
        elif self._open or not _REFERENCE.match(line):
            yield from self._prose(start, end, line)

    def _prose(self, start: int, end: int, line: str) -> Iterator[Token]:
        """The signs of a note, a table or an item that begins, or of a paragraph that goes on."""
        item = _ITEM.match(line)
        if note := _NOTE.match(line):
            yield from self._paragraph()
            self._name = "fn"
            self._open.append(Span(start + note.end(), end))
        elif "|" in line and not self._open and self._is_divider():
            yield from self._table(start, end)
        elif item is not None and self._begins_item(item):
            yield from self._paragraph()
            self._name, self._listed = "li", True
            self._open.append(Span(start + item.end(), end))
        else:
            if not self._open:
                self._listed = self._listed and line.startswith((" ", "\t"))
                self._name = "li" if self._listed else "p"
            self._open.append(Span(*self._widened(start, end)))

    def _begins_item(self, item: re.Match[str]) -> bool:
        """In the middle of a paragraph "2024." is the end of a sentence, and no item."""
        return not self._open or self._name == "li" or item["number"] in (None, "1")

    def _widened(self, start: int, end: int) -> tuple[int, int]:
        """A line with the lines that a comment in it goes on over."""
        opening = self._text.rfind("<!--", start, end)
        if opening < 0 or self._all_open or self._text.find("-->", opening, end) >= 0:
            return start, end
        close = self._text.find("-->", end)
        if close < 0:
            self._all_open = True
            return start, end
        _, end, self._at = self._line(close)
        return start, end

    def _paragraph(self) -> Iterator[Token]:
        """End the paragraph."""
        lines, name = self._open, self._name
        self._open, self._name = [], "p"
        if lines:
            yield Token(Sign.OPEN, lines[0].start, lines[0].start, name)
            yield from inline(self._text, lines)
            yield Token(Sign.CLOSE, lines[-1].end, lines[-1].end, name)

    def _quote(self, depth: int) -> Iterator[Token]:
        """Begin or end block quotations, so that the text is in so many."""
        at = self._at
        if bool(depth) != bool(self._quoted):
            sign = Sign.OPEN if depth else Sign.CLOSE
            yield Token(sign, at, at, "blockquote")
            self._listed = False
        self._quoted = depth

    def _skip_code(self, fence: str) -> None:
        """Go on behind a fenced block; one that is not closed ends with the text."""
        while self._at < len(self._text):
            start, end, self._at = self._line(self._at)
            bare = self._text[start:end].strip(" \t>")
            if bare.startswith(fence) and not bare.strip(fence[0]):
                return

    def _comment(self, start: int) -> Iterator[Token]:
        """A comment at the beginning of a line ends the paragraph before it."""
        yield from self._paragraph()
        close = self._text.find("-->", start)
        end = close + len("-->") if close >= 0 else len(self._text)
        yield Token(Sign.COMMENT, start, end)
        self._at = end

    def _html(self, start: int, name: str) -> Iterator[Token]:
        """HTML up to an empty line, or to the end of an element that may have some inside."""
        yield from self._paragraph()
        end = self._at
        if name in _WHOLE:
            found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(self._text, start)
            end = found.end() if found else len(self._text)
        else:
            while end < len(self._text):
                first, last, after = self._line(end)
                if not self._text[first:last].strip():
                    break
                end = after
        self._at = end
        yield from tokens(self._text, start, end)

    def _is_divider(self) -> bool:
        """Whether the next line divides the head of a table from its body."""
        start, end, _ = self._line(self._at)
        line = _QUOTE.sub("", self._text[start:end], count=1)
        return "-" in line and "|" in line and _DIVIDER.match(line) is not None

    def _table(self, start: int, end: int) -> Iterator[Token]:
        yield Token(Sign.OPEN, start, start, "table")
        yield Token(Sign.OPEN, start, start, "thead")
        yield from self._row(start, end, "th")
        yield Token(Sign.CLOSE, end, end, "thead")
        _, _, self._at = self._line(self._at)
        while self._at < len(self._text):
            start, end, after = self._line(self._at)
            quote = _QUOTE.match(self._text, start, end)
            start = quote.end() if quote else start
            if self._text.find("|", start, end) < 0:
                break
            self._at = after
            yield from self._row(start, end, "td")
        yield Token(Sign.CLOSE, end, end, "table")

    def _row(self, start: int, end: int, name: str) -> Iterator[Token]:
        yield Token(Sign.OPEN, start, start, "tr")
        bare = self._text[start:end].strip()
        at = start + self._text[start:end].index("|") + 1 if bare.startswith("|") else start
        for bar in [*_BAR.finditer(self._text, at, end), None]:
            close = bar.start() if bar else end
            if bar is None and not self._text[at:close].strip():
                break  # behind the bar that closes the row
            yield Token(Sign.OPEN, at, at, name)
            yield from inline(self._text, [Span(at, close)])
            yield Token(Sign.CLOSE, close, close, name)
            at = bar.end() if bar else end
        yield Token(Sign.CLOSE, end, end, "tr")


_BAR = re.compile(r"(?<!\\)\|")
