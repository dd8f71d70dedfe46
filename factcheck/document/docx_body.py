"""The text of a Word file: tables, fields, boxes, notes and comments around its paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from factcheck.document.docx_parts import Styles, value
from factcheck.document.docx_runs import Container, Run, Runs, Spot
from factcheck.document.flow import MOST_NESTED, Block
from factcheck.document.table_rows import OpenTable
from factcheck.model.place import Place

_EMBEDDED: Final = "a document that is embedded in this one was not read"
_ENDLESS: Final = "text behind a field that never ends was not read"


@dataclass(slots=True)
class _Field:
    """A field: its code until the separator, and then its result."""

    code: str = ""
    muted: bool = True


class Body(Runs):
    """Listens to the part with the text.

    Attributes:
        blocks: its paragraphs and tables.
        ranges: of each comment's id the runs that it is attached to, as indexes of holders.
        notes: of "footnote" and "endnote" the ids in the order of their marks, each with what
            a comment on it is tied to.
    """

    def __init__(self, holders: list[Place], spots: list[Spot], styles: Styles) -> None:
        super().__init__(holders, spots, styles)
        self.blocks: list[Block] = []
        self.ranges: dict[str, tuple[int, int]] = {}
        self.notes: dict[str, dict[str, Spot]] = {"footnote": {}, "endnote": {}}
        self.within.append(Container(self.blocks))
        # None is a table so deep in others that its cells are read as text of the cell around
        self._tables: list[OpenTable | None] = []
        self._numbers = {"table": 0, "text box": 0}
        self._fields: list[_Field] = []

    def remarks(self) -> list[str]:
        """What was left out."""
        return [*self.told, *([_ENDLESS] if self.muted else [])]

    def end_body(self, at: int) -> None:
        """The text ends."""
        self.within[-1].close()

    def text(self, text: str, at: int) -> None:
        """Hear what it says."""
        if self.above("instrText") and not self.skip and self._fields:
            self._fields[-1].code += text
        else:
            super().text(text, at)

    def deleted(self) -> None:
        """A mark of a paragraph, or a row, was deleted."""
        table = self._table()
        if self.above("trPr") and table is not None:
            table.drop_row()
        else:
            super().deleted()

    # tables

    def _table(self) -> OpenTable | None:
        return self._tables[-1] if self._tables else None

    def start_tbl(self, attributes: Mapping[str, str], at: int) -> None:
        """A table."""
        self._numbers["table"] += 1
        deep = len(self._tables) >= MOST_NESTED
        self._tables.append(None if deep else OpenTable(self._numbers["table"]))

    def end_tbl(self, at: int) -> None:
        """It ends."""
        table = self._tables.pop()
        if table is not None:
            self.within[-1].blocks.append(table.closed())

    def start_tr(self, attributes: Mapping[str, str], at: int) -> None:
        """A row."""
        if (table := self._table()) is not None:
            table.start_row()

    def start_tc(self, attributes: Mapping[str, str], at: int) -> None:
        """A cell."""
        if (table := self._table()) is not None:
            self.within.append(Container(table.start_cell(), table.place))

    def end_tc(self, at: int) -> None:
        """It ends."""
        if (table := self._table()) is not None:
            self.within.pop().close()
            table.end_cell()

    def start_gridBefore(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Columns that a row leaves out in front."""
        if (table := self._table()) is not None:
            table.leave_out(_count(value(attributes, self.space)))

    def start_gridSpan(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Columns that a cell spans."""
        if (table := self._table()) is not None:
            table.span(_count(value(attributes, self.space)))

    def start_vMerge(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """A cell that spans rows, or one that such a cell covers."""
        if (table := self._table()) is not None:
            table.merge(begins=value(attributes, self.space) == "restart")

    def start_tblHeader(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """A row that is repeated on each page."""
        if (table := self._table()) is not None:
            table.head_row()

    # boxes, fields, notes and comments

    def start_txbxContent(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """A box of text."""
        self._numbers["text box"] += 1
        self.within.append(Container([], f"text box {self._numbers['text box']}"))

    def end_txbxContent(self, at: int) -> None:  # noqa: N802
        """It ends; what is in it follows the paragraph that it hangs on."""
        box = self.within.pop()
        box.close()
        into = self.open[-1].boxes if self.open else self.within[-1].blocks
        into += box.blocks

    def start_fldChar(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """A field begins, its result begins, or it ends."""
        kind = value(attributes, self.space, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self.muted += 1
        elif kind == "separate" and self._fields:
            # a table of contents repeats what stands elsewhere
            told = self._fields[-1]
            if told.muted and not told.code.lstrip().upper().startswith(("TOC", "INDEX")):
                told.muted = False
                self.muted -= 1
        elif kind == "end" and self._fields:
            self.muted -= self._fields.pop().muted

    def start_altChunk(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Another file, to be shown here."""
        self.told[_EMBEDDED] = None

    def start_footnoteReference(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """The mark of a footnote."""
        self._mark("footnote", attributes)

    def start_endnoteReference(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """The mark of an endnote."""
        self._mark("endnote", attributes)

    def _mark(self, kind: str, attributes: Mapping[str, str]) -> None:
        if self.open and self.open[-1].runs:
            told = self.spot(self.open[-1].runs[-1].bytes)._replace(own=False)
            self.notes[kind].setdefault(value(attributes, self.space, "id") or "", told)

    def start_commentRangeStart(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """What a comment is attached to."""
        here = len(self.holders)
        self.ranges[value(attributes, self.space, "id") or ""] = (here, here)

    def start_commentRangeEnd(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """It ends."""
        key, here = value(attributes, self.space, "id") or "", len(self.holders)
        self.ranges[key] = (self.ranges.get(key, (here, here))[0], here)

    def start_commentReference(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """The mark of a comment, which may be attached to nothing else."""
        here = len(self.holders)
        self.ranges.setdefault(value(attributes, self.space, "id") or "", (here, here))


class Notes(Body):
    """Listens to a part with footnotes or endnotes; those without a mark in the text are not read.

    Args:
        body: the text with their marks.
        styles: the styles of both.
        kind: "footnote" or "endnote".
    """

    def __init__(self, body: Body, styles: Styles, kind: str) -> None:
        super().__init__(body.holders, body.spots, styles)
        self._marks = body.notes[kind]
        self._places = {key: f"{kind} {n}" for n, key in enumerate(self._marks, 1)}
        self._mark_here: Spot | None = None

    def start_footnote(self, attributes: Mapping[str, str], at: int) -> None:
        """A footnote."""
        key = value(attributes, self.space, "id") or ""
        if key not in self._marks:
            self.skip = 1
            return
        self._mark_here = self._marks[key]
        self.within.append(Container(self.blocks, self._places[key]))

    def end_footnote(self, at: int) -> None:
        """It ends."""
        self.within.pop().close()

    start_endnote = start_footnote
    end_endnote = end_footnote

    def spot(self, run: Run) -> Spot:
        """The mark of the note in the text: Word has no comments in notes."""
        return self._mark_here or super().spot(run)


def _count(told: str | None) -> int:
    return int(told) if told is not None and told.isdecimal() and len(told) < 5 else 1
