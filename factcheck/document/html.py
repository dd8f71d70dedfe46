"""HTML: the article of a page, without what frames it, hides in it or makes it work.

Everything is read in one pass over the signs, whatever they enclose; nothing is fetched or run. A
block (a paragraph, a heading, a cell) gathers text across inline tags, so that "1<b>,500</b>" is
one number. Elements that are open are kept as a pile, of which only the top is ever asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from factcheck.document.base import Document
from factcheck.document.building import MOST_BLOCKS, MOST_OPEN, Block, Writer, refuse_many
from factcheck.document.dating import date_of
from factcheck.document.encoding import decoded_page
from factcheck.document.html_boxes import BLOCKS, CLOSED_BY, VOID, Box, Region, box_of
from factcheck.document.html_facts import Facts
from factcheck.document.html_page import Page, without_site
from factcheck.document.html_tables import Tables
from factcheck.document.marks import words_of
from factcheck.document.markup import Sign, Token, decoded, text_tokens, tokens, value
from factcheck.document.passage import Sort
from factcheck.document.positions import Positions
from factcheck.document.raised import raised
from factcheck.model import Span

# What is not shown between letters: soft hyphens, zero-width blanks and joiners.
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_NOTE_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?(?:,\s?\d{1,3})*")
_POWER: Final = re.compile(r"(?<![^\W\d_])(?:[kcmdµ]?m|ft|in|yd|mi)\Z")
_ALT_WORDS: Final = 3  # a shorter text of an image names it, and says nothing
_NEAR: Final = 50  # open elements that are looked at for one whose end was left out


def read(data: bytes, name: str, encoding: str = "") -> Document:
    """An HTML or XHTML page, as a document.

    Args:
        data: its bytes.
        name: its name.
        encoding: the encoding to use, whatever it declares.

    Raises:
        InputError: it is no text in a known encoding, or is made to exhaust whoever reads it.
    """
    page, remarks = decoded_page(data, name, encoding)
    document = html_document(page, name)
    return replace(document, remarks=(*remarks, *document.remarks))


def html_document(page: str, name: str = "") -> Document:
    """A page that was decoded, as a document.

    Args:
        page: HTML, however broken.
        name: its name; in one that ends in ".xhtml" a tag may close itself.

    Raises:
        InputError: it is made to exhaust whoever reads it.
    """
    strict = name.lower().endswith((".xhtml", ".xht")) or page.startswith("<?xml")
    reader = PageReader(page, name, strict=strict)
    last = None
    for last in tokens(page):
        reader.sign(last)
    writer = Writer(name)
    reader.closed().write(writer)
    document = writer.document(page)
    remarks = tuple(_unclosed(page, last)) if last is not None else ()
    return replace(document, date=date_of(document, reader.facts.dates), remarks=remarks)


def _unclosed(page: str, last: Token) -> Iterator[str]:
    """That a comment, a tag or a script hides the rest of the page, as it does in a browser."""
    if last.sign in (Sign.TEXT, Sign.REFERENCE) or last.start == last.end:
        return
    if last.sign is Sign.RAW or not page.endswith(">"):
        line = Positions(page[: last.start + 1]).at(last.start)[0]
        what = f"<{last.name}>" if last.sign is Sign.RAW else page[last.start : last.start + 10]
        yield f"{what.strip()!r} in line {line} is never closed: what follows it was not read"


class PageReader:
    """Takes the signs of a page one by one, and gathers its blocks and tables.

    Args:
        page: the source.
        name: its name, for messages.
        strict: whether a tag may close itself, as in XHTML.
    """

    def __init__(self, page: str, name: str = "", *, strict: bool = False) -> None:
        self._name = name
        self._blocks = 0
        self.facts = Facts(page)
        self._source = page
        self._strict = strict
        self._pile: list[Box] = [Box("")]
        self._open: dict[str, int] = {}  # how many elements of each name are open
        self._page = Page()
        self._tables = Tables(self._page, page)
        self._block = Block()
        self._region = Region.BODY  # where it began
        self._raised = 0  # where in it a `<sup>` began

    def sign(self, token: Token) -> None:
        """Take the next sign."""
        if token.sign is Sign.OPEN:
            self._opened(token)
        elif token.sign is Sign.CLOSE:
            self._closed(token.name)
        elif token.sign is Sign.COMMENT:
            said = words_of(self._source[token.start : token.end])
            if said is not None:
                self._block.marks.append((self._block.length, said, Span(token.start, token.end)))
        elif token.sign is Sign.RAW:
            self._raw(token)
        elif not self._pile[-1].hidden:
            self._text(token, self._block)

    def closed(self) -> Page:
        """What was found; nothing follows."""
        self._flush()
        self._tables.close()
        return self._page

    def titled(self, at: Span, *, by_site: bool = False) -> None:
        """Take the title of the page from a stretch of the source.

        Args:
            at: where it stands.
            by_site: whether the name of the site may stand behind it.
        """
        title = Block(Sort.HEADING, 1)
        for piece in text_tokens(self._source, at.start, at.end):
            self._text(piece, title)
        self._page.title = without_site(title.trimmed()) if by_site else title.trimmed()

    def _opened(self, token: Token) -> None:
        name = token.name
        self.facts.element(token)
        if name in VOID:
            self._void(token)
            return
        if name in CLOSED_BY:
            self._imply(CLOSED_BY[name])
        if name in BLOCKS:
            self._flush()
        box = box_of(token, self._source, self._pile[-1])
        if self._strict and token.empty:
            return
        self._pile.append(box)
        refuse_many(len(self._pile), MOST_OPEN, "open tags", self._name)
        self._open[name] = self._open.get(name, 0) + 1
        if name == "sup":
            self._raised = self._block.length
        elif not box.hidden:
            self._tables.opened(token, box)

    def _void(self, token: Token) -> None:
        if token.name == "hr":
            self._flush()
        elif self._pile[-1].hidden:
            return
        elif token.name == "br":
            if self._block.tail(self._block.length - 1) == "\n":  # an empty line: a paragraph
                self._flush()
            elif self._block.length:
                self._block.gap("\n")
        elif token.name == "img" and len(value(self._source, _alt(token)).split()) >= _ALT_WORDS:
            at = _alt(token)
            picture = Block(Sort.CAPTION)
            for piece in text_tokens(self._source, at.start, at.end):
                self._text(piece, picture)
            self._page.add(picture, self._pile[-1].region)

    def _imply(self, closing: frozenset[str]) -> None:
        """Close the elements that an opening tag ends, up to the block that holds them."""
        at = len(self._pile) - 1
        lowest = max(0, at - _NEAR)
        found = -1
        while at > lowest:
            name = self._pile[at].name
            if name in closing:
                found = at
            elif name in BLOCKS:
                break
            at -= 1
        if found > 0:
            self._pop(found)

    def _closed(self, name: str) -> None:
        if not self._open.get(name):
            if name in ("p", "br"):
                self._flush()
            return
        at = len(self._pile) - 1
        inline = name not in BLOCKS
        lowest = max(0, at - _NEAR) if inline else 0
        while at > lowest and self._pile[at].name != name:
            if inline and self._pile[at].name in BLOCKS:
                return  # "<b><p></b>": the paragraph stays open
            at -= 1
        if self._pile[at].name == name:
            self._pop(at)

    def _pop(self, at: int) -> None:
        """Close all elements from one on."""
        while len(self._pile) > at:
            box = self._pile.pop()
            self._open[box.name] -= 1
            if box.name == "sup" and not box.hidden:
                self._lower()
            if box.name in BLOCKS:
                self._flush()
                if not box.hidden:
                    self._tables.closed(box)

    def _raw(self, token: Token) -> None:
        start, end = token.start, token.end
        if token.name == "script":
            self.facts.script(start, end)
        elif token.name == "title" and "svg" not in self._open and self._page.title is None:
            self.titled(Span(start, end), by_site=True)
        elif token.name == "cdata" and self._strict and not self._pile[-1].hidden:
            inside = Token(Sign.TEXT, start + len("<![CDATA["), max(start + 9, end - len("]]>")))
            self._text(inside, self._block)

    def _text(self, token: Token, block: Block) -> None:
        start, end = token.start, token.end
        box = self._pile[-1]
        if block is self._block and not block.length:
            block.sort, block.level = box.sort, box.level
            self._region = box.region
        if token.sign is Sign.REFERENCE:
            said = decoded(self._source[start:end])
            if not _INVISIBLE.fullmatch(said):
                block.add(said, start, end - start)
            return
        for unseen in _INVISIBLE.finditer(self._source, start, end):
            self._flow(start, unseen.start(), block)
            start = unseen.end()
        self._flow(start, end, block)

    def _flow(self, start: int, end: int, block: Block) -> None:
        if self._pile[-1].plain:
            block.add(self._source[start:end], start, end - start)
        else:
            block.flow(self._source, start, end)

    def _lower(self) -> None:
        """A raised figure is a power, or a mark of a note, which is not read."""
        block, at = self._block, self._raised
        said = block.tail(at).strip()
        if block.length <= at or not _NOTE_MARK.fullmatch(said):
            return
        before = block.tail(max(0, at - 4))[: at - max(0, at - 4)]
        is_power = (said in ("2", "3") and _POWER.search(before)) or (
            before.endswith("10") and said.isdigit()
        )
        if not is_power and said.isalpha() and before[-1:].isdigit():
            return  # "the 11<sup>e</sup> arrondissement"
        source = block.origin(at)
        block.cut_back(at)
        if is_power:
            block.add(raised(said), source, len(said))

    def _flush(self) -> None:
        """The block ends."""
        block, self._block = self._block, Block()
        if block.length or block.marks:
            self._blocks += 1
            refuse_many(self._blocks, MOST_BLOCKS, "paragraphs and cells", self._name)
            self._tables.block(block, self._region)


def _alt(token: Token) -> Span:
    return token.attributes.get("alt", Span(0, 0))
