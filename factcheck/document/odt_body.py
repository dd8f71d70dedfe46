"""The text of an OpenDocument file: paragraphs, lists, tables, notes, boxes and comments.

Tracked deletions stand apart, in a list of changes in front of the text; insertions stand in it. A
run is the text between two changes of format, as `<text:span>` and links make them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from factcheck.document.flow import (
    MOST_NESTED,
    Block,
    Comment,
    Fragment,
    Paragraph,
)
from factcheck.document.odt_styles import DRAW, OFFICE, OPEN, TABLE, TEXT, OdtStyle, OdtStyles
from factcheck.document.passage import Sort
from factcheck.document.raised import raised
from factcheck.document.table_rows import OpenTable
from factcheck.document.xml_events import Quiet
from factcheck.model.place import Place

_EMBEDDED: Final = "embedded objects (formulas, charts) were not read"
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS: Final = 1_000  # that one element can stand for
_COVERED: Final = (TABLE, "covered-table-cell")
# Not read, with all that is in it: tracked deletions, marks of notes, readings above the line, what
# repeats other text, scripts, forms, and text that a condition hides.
_LEFT_OUT: Final = frozenset({
    (TEXT, "tracked-changes"), (TEXT, "note-citation"), (TEXT, "ruby-text"),
    (TEXT, "table-of-content"), (TEXT, "illustration-index"), (TEXT, "table-index"),
    (TEXT, "object-index"), (TEXT, "user-index"), (TEXT, "alphabetical-index"),
    (TEXT, "script"), _COVERED, (TABLE, "shapes"),
    (OFFICE, "forms"), (OFFICE, "scripts"), (TEXT, "sequence-decls"), (TEXT, "variable-decls"),
    (TEXT, "user-field-decls"), (f"{OPEN}svg-compatible:1.0", "title"),
    (f"{OPEN}svg-compatible:1.0", "desc"),
})  # fmt: skip
_PARAGRAPHS: Final = ((TEXT, "p"), (TEXT, "h"))
_INLINE: Final = ((TEXT, "span"), (TEXT, "a"))


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read."""

    paragraph: Paragraph
    number: int
    style: OdtStyle
    runs: int = 0
    holder: int = -1
    length: int = 0  # of the text of the run that is open
    blank: bool = True  # whether a blank here would follow one, or begin the paragraph
    spans: list[OdtStyle] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Container:
    """What paragraphs stand in."""

    blocks: list[Block]
    part: str = ""
    count: int = 0


@dataclass(slots=True)
class _Comment:
    """A comment in the margin, with the runs that it is attached to."""

    first: int
    behind: int
    blocks: list[Block] = field(default_factory=list)


class OdtBody(Quiet):
    """Listens to the content.

    Attributes:
        blocks: its paragraphs and tables.
        notes: its footnotes and endnotes.
        told: what was left out.
    """

    def __init__(self, holders: list[Place], styles: OdtStyles) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.told: dict[str, None] = {}
        self._holders = holders
        self._styles = styles
        self._within = [_Container(self.blocks)]
        self._open: list[_Open | None] = []  # None where a note, a box or a comment begins
        self._tables: list[OpenTable | None] = []
        self._numbers = {"table": 0, "text box": 0, "footnote": 0, "endnote": 0}
        self._lists = 0
        self._skip = 0
        self._comments: dict[str, _Comment] = {}
        self._kind = "footnote"
        self._heads = False

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        if self._skip:
            self._skip += 1
        elif tag in _LEFT_OUT or _hidden(tag, attributes):
            self._skip = 1
            if tag == _COVERED and self._tables and (table := self._tables[-1]) is not None:
                table.pass_over()
        elif tag[0] == TEXT:
            self._start_text(tag[1], attributes)
        elif tag[0] == TABLE:
            self._start_table(tag[1], attributes)
        elif tag == (OFFICE, "annotation"):
            self._start_comment(attributes.get(f"{OFFICE} name") or f"comment at byte {at}")
        elif tag == (OFFICE, "annotation-end"):
            self._end_comment(attributes.get(f"{OFFICE} name", ""))
        elif tag == (DRAW, "text-box"):
            self._numbers["text box"] += 1
            self._enter([], f"text box {self._numbers['text box']}")
        elif tag == (DRAW, "object"):
            self.told[_EMBEDDED] = None
        else:
            self._styles.start(tag, attributes, at)

    def end(self, tag: tuple[str, str], at: int) -> None:
        """Hear where it ends."""
        if self._skip:
            self._skip -= 1
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
        elif tag in _INLINE:
            self._end_span()
        elif tag == (TEXT, "list"):
            self._lists -= 1
        elif tag == (TEXT, "note-body"):
            self.notes += self._leave()
        elif tag == (DRAW, "text-box"):
            box, told = self._leave(), self._told()
            (self._within[-1].blocks if told is None else told.boxes).extend(box)
        elif tag == (OFFICE, "annotation"):
            self._leave()
        elif tag[0] == TABLE:
            self._end_table(tag[1])

    def text(self, text: str, at: int) -> None:
        """Hear what it says."""
        if self._skip or self._told() is None:
            return
        at_last = 0
        for blanks in _BLANKS.finditer(text):
            self._say(text[at_last : blanks.start()])
            self._blank(len(blanks[0]))
            at_last = blanks.end()
        self._say(text[at_last:])

    def comments(self) -> Iterator[Comment]:
        """The comments in the margin."""
        for told in self._comments.values():
            words = " ".join(b.text for b in told.blocks if isinstance(b, Paragraph))
            yield Comment(words, told.first, told.behind)

    # text

    def _told(self) -> _Open | None:
        """The paragraph that text belongs to here."""
        return self._open[-1] if self._open else None

    def _say(self, text: str, *, length: int = -1) -> None:
        """Add text of the run that is open; `length` is that of what it stands for."""
        told = self._told()
        if not text or told is None:
            return
        source = told.length if told.holder >= 0 else 0
        told.length = source + (len(text) if length < 0 else length)
        styles = [told.style, *told.spans]
        self._run(told)
        if any(style.hidden for style in styles):
            return
        told.blank = False
        shown = raised(text) if any(style.raised for style in styles) else text
        told.paragraph.fragments.append(Fragment(shown, told.holder, source, told.length - source))

    def _blank(self, length: int) -> None:
        """Blanks are one, and none where one stands before, or nothing does."""
        told = self._told()
        if told is None:
            return
        if told.blank:
            self._run(told)
            told.length += length
        else:
            self._say(" ", length=length)
            told.blank = True

    def _run(self, told: _Open) -> None:
        """Begin a run where none is open."""
        if told.holder < 0:
            told.runs += 1
            told.holder = len(self._holders)
            part = self._within[-1].part
            self._holders.append(Place(paragraph=told.number, run=told.runs, part=part))

    def _cut_run(self) -> None:
        if (told := self._told()) is not None:
            told.holder, told.length = -1, 0

    def _start_text(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("p", "h"):
            self._start_paragraph(attributes, heading=name == "h")
        elif name in ("span", "a"):
            self._cut_run()
            if (told := self._told()) is not None:
                told.spans.append(self._style("text", attributes))
        elif name == "s":
            count = attributes.get(f"{TEXT} c", "1")
            self._say(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1))
        elif name == "tab":
            self._say("\t")
        elif name == "line-break":
            self._say("\n")
        elif name == "list":
            self._lists += 1
        elif name in ("note", "note-body"):
            self._start_note(name, attributes)
        elif name == "hidden-paragraph" and (told := self._told()) is not None:
            told.paragraph.skipped |= attributes.get(f"{TEXT} is-hidden") == "true"

    def _start_note(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "note":
            kind = attributes.get(f"{TEXT} note-class", "footnote")
            self._kind = kind if kind in self._numbers else "footnote"
        else:
            self._numbers[self._kind] += 1
            self._enter([], f"{self._kind} {self._numbers[self._kind]}")

    def _end_span(self) -> None:
        self._cut_run()
        if (told := self._told()) is not None and told.spans:
            told.spans.pop()

    def _style(self, family: str, attributes: Mapping[str, str]) -> OdtStyle:
        name = attributes.get(f"{TEXT} style-name")
        return OdtStyle() if name is None else self._styles.get(family, name)

    def _start_paragraph(self, attributes: Mapping[str, str], *, heading: bool) -> None:
        within = self._within[-1]
        within.count += 1
        style = self._style("paragraph", attributes)
        sort = Sort.HEADING if heading else style.sort
        if sort is None and self._lists:
            sort = Sort.LIST
        self._open.append(_Open(Paragraph([], sort, style.skipped), within.count, style))

    def _end_paragraph(self) -> None:
        told = self._open.pop()
        if told is None:
            return
        host = self._told()  # text of a shape hangs on the paragraph around
        into = self._within[-1].blocks if host is None else host.boxes
        into.append(told.paragraph)
        into += told.boxes

    def _enter(self, blocks: list[Block], part: str) -> None:
        """What stands in a note, a box or a comment begins."""
        self._within.append(_Container(blocks, part))
        self._open.append(None)

    def _leave(self) -> list[Block]:
        self._open.pop()
        return self._within.pop().blocks

    def _start_comment(self, key: str) -> None:
        self._cut_run()
        here = len(self._holders)
        self._comments[key] = _Comment(here, here)
        self._enter(self._comments[key].blocks, "comment")

    def _end_comment(self, key: str) -> None:
        self._cut_run()
        if key in self._comments:
            self._comments[key].behind = len(self._holders)

    # tables

    def _start_table(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self._numbers["table"] += 1
            deep = len(self._tables) >= MOST_NESTED
            self._tables.append(None if deep else OpenTable(self._numbers["table"]))
            self._heads = False
        table = self._tables[-1] if self._tables else None
        if table is None:
            return
        if name == "table-header-rows":
            self._heads = True
        elif name == "table-row":
            table.start_row()
            if self._heads:
                table.head_row()
        elif name == "table-cell":
            self._within.append(_Container(table.start_cell(), table.place))
            spans = (attributes.get(f"{TABLE} {of}", "1") for of in _SPANS)
            columns, repeated, rows = (int(n) if n.isdecimal() else 1 for n in spans)
            table.span(max(columns, repeated))
            table.reach(rows)

    def _end_table(self, name: str) -> None:
        if name == "table" and self._tables:
            table = self._tables.pop()
            if table is not None:
                self._within[-1].blocks.append(table.closed())
        elif name == "table-header-rows":
            self._heads = False
        elif name == "table-cell" and self._tables and self._tables[-1] is not None:
            self._within.pop()
            self._tables[-1].end_cell()


_SPANS: Final = ("number-columns-spanned", "number-columns-repeated", "number-rows-spanned")


def _hidden(tag: tuple[str, str], attributes: Mapping[str, str]) -> bool:
    """Whether a section, or text in a field for it, is hidden."""
    if tag not in ((TEXT, "section"), (TEXT, "hidden-text")):
        return False
    display = attributes.get(f"{TEXT} display", "none" if tag[1] == "hidden-text" else "true")
    shown = attributes.get(f"{TEXT} is-hidden", "true") == "false"
    return display in ("none", "condition") and not shown
