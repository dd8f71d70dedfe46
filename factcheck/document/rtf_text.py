"""The text of a rich text file: paragraphs, tables, notes, boxes, fields and comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from factcheck.document.flow import Block, Comment, Fragment, Paragraph
from factcheck.document.passage import Sort
from factcheck.document.raised import raised
from factcheck.document.rtf_groups import BODY, SKIP, Groups
from factcheck.document.rtf_tables import RtfTable
from factcheck.document.style_names import LEFT_OUT, sort_named
from factcheck.model.place import Place

_BODY_LEVEL: Final = 9  # the outline level of running text


class _Style(NamedTuple):
    """A style of paragraphs."""

    name: str
    level: int


@dataclass(slots=True)
class _Context:
    """What paragraphs stand in: the body, a note, a box, a comment; and the one that is open."""

    part: str
    blocks: list[Block] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    boxes: list[Block] = field(default_factory=list)
    table: RtfTable | None = None
    number: int = 1
    length: int = 0
    holder: int = -1


class RichText(Groups):
    """Takes the tokens of a file.

    Args:
        holders: the places of what is read.
        where: the file, for messages.

    Attributes:
        notes: its footnotes and endnotes.
        comments: those in the margin.
    """

    def __init__(self, holders: list[Place], where: str) -> None:
        super().__init__(where)
        self.notes: list[Block] = []
        self.comments: list[Comment] = []
        self._holders = holders
        self._numbers = {"table": 0, "text box": 0, "footnote": 0, "endnote": 0}
        self._styles: dict[int, _Style] = {}
        self._contexts = [_Context("")]
        self._ranges: dict[str, tuple[int, int]] = {}
        self._wanted = ""

    def close(self) -> list[Block]:
        """The file ends: its paragraphs and tables."""
        self.flush()
        while len(self._contexts) > 1:
            self._leave()
        return self._leave()

    # paragraphs

    def say(self, text: str) -> None:
        """Text that is read."""
        here = self._contexts[-1]
        if here.holder < 0:
            here.holder = len(self._holders)
            self._holders.append(self._place(here))
        shown = raised(text) if self.state.raised else text
        here.paragraph.fragments.append(Fragment(shown, here.holder, here.length, len(text)))
        here.length += len(text)

    def _place(self, here: _Context) -> Place:
        if not self.state.in_table:
            return Place(paragraph=here.number, part=here.part)
        table = self._table(here)
        part = f"{here.part}, {table.place}" if here.part else table.place
        return Place(paragraph=table.paragraph, part=part)

    def _table(self, here: _Context) -> RtfTable:
        if here.table is None:
            self._numbers["table"] += 1
            here.table = RtfTable(self._numbers["table"])
        return here.table

    def word_par(self, number: int | None) -> None:
        """A paragraph ends."""
        if self.state.into == BODY:
            self._end_paragraph(self.state.in_table)

    word_sect = word_par
    word_nestcell = word_par  # a table in a table is read as text of the cell around

    def _end_paragraph(self, in_table: bool) -> None:
        here = self._contexts[-1]
        told, here.paragraph = here.paragraph, Paragraph()
        boxes, here.boxes = here.boxes, []
        here.holder, here.length = -1, 0
        told.sort, told.skipped = self._sort()
        if in_table:
            self._table(here).add([told, *boxes])
            return
        self._end_table(here)
        here.blocks += [told, *boxes]
        here.number += 1

    @staticmethod
    def _end_table(here: _Context) -> None:
        if here.table is not None:
            here.blocks.append(here.table.closed())
            here.table = None

    def _sort(self) -> tuple[Sort | None, bool]:
        state = self.state
        style = self._styles.get(state.style, _Style("", _BODY_LEVEL))
        named = sort_named(style.name)
        if named == LEFT_OUT:
            return None, True
        if min(state.level, style.level) < _BODY_LEVEL:
            return Sort.HEADING, False
        if isinstance(named, Sort):
            return named, False
        return Sort.LIST if state.listed else None, False

    def word_pard(self, number: int | None) -> None:
        """The usual format of paragraphs."""
        state = self.state
        state.style, state.level = 0, _BODY_LEVEL
        state.listed = state.in_table = False

    def word_s(self, number: int | None) -> None:
        """A style of paragraphs."""
        self.state.style = number or 0

    def word_outlinelevel(self, number: int | None) -> None:
        """The level of a heading."""
        self.state.level = _BODY_LEVEL if number is None else number

    def word_ls(self, number: int | None) -> None:
        """A list."""
        self.state.listed = bool(number)

    def word_stylesheet(self, number: int | None) -> None:
        """The styles."""
        self.keep("stylesheet", None)

    def end_style(self) -> None:
        """A style was told."""
        name = "".join(self.kept).partition(";")[0].strip()
        self.kept = []
        if name:
            self._styles[self.state.style] = _Style(name, self.state.level)

    # tables

    def word_intbl(self, number: int | None) -> None:
        """A paragraph of a table."""
        self.state.in_table = True

    def word_cell(self, number: int | None) -> None:
        """A cell ends."""
        if self.state.into == BODY:
            self._end_paragraph(in_table=True)
            self._table(self._contexts[-1]).end_cell()

    def word_row(self, number: int | None) -> None:
        """A row ends."""
        if self.state.into == BODY:
            self._table(self._contexts[-1]).end_row()

    def word_trowd(self, number: int | None) -> None:
        """The format of a row begins."""
        self._shape().begin()

    def word_cellx(self, number: int | None) -> None:
        """Where the next cell ends."""
        self._shape().edge(number or 0)

    def word_clvmgf(self, number: int | None) -> None:
        """The next cell spans rows."""
        self._shape().merge("first")

    def word_clvmrg(self, number: int | None) -> None:
        """The next cell is covered by one that does."""
        self._shape().merge("covered")

    def word_trhdr(self, number: int | None) -> None:
        """The row is one of heads of columns."""
        self._shape().head = True

    def _shape(self) -> RtfTable:
        # the format of a row stands in front of it, or is repeated behind it
        return self._table(self._contexts[-1])

    # notes, boxes, fields and comments

    def _enter(self, part: str) -> None:
        state = self.state
        state.into = BODY
        state.raised = state.hidden = state.in_table = state.listed = False
        state.style, state.level = 0, _BODY_LEVEL
        self._contexts.append(_Context(part))

    def _leave(self) -> list[Block]:
        if self._contexts[-1].paragraph.fragments or self._contexts[-1].boxes:
            self._end_paragraph(self.state.in_table)
        here = self._contexts.pop()
        self._end_table(here)
        return here.blocks

    def word_footnote(self, number: int | None) -> None:
        """A footnote."""
        if self.state.into == BODY:
            self._numbers["footnote"] += 1
            self._enter(f"footnote {self._numbers['footnote']}")
            self.state.closes = self._end_note

    def word_ftnalt(self, number: int | None) -> None:
        """The note is an endnote."""
        if self._contexts[-1].part.startswith("footnote"):
            self._numbers["footnote"] -= 1
            self._numbers["endnote"] += 1
            self._contexts[-1].part = f"endnote {self._numbers['endnote']}"

    def _end_note(self) -> None:
        self.notes += self._leave()

    def word_shptxt(self, number: int | None) -> None:
        """A box of text."""
        self._numbers["text box"] += 1
        self._enter(f"text box {self._numbers['text box']}")
        self.state.closes = self._end_box

    word_dptxbxtext = word_shptxt

    def _end_box(self) -> None:
        box = self._leave()
        self._contexts[-1].boxes += box

    def word_fldinst(self, number: int | None) -> None:
        """The code of a field."""
        self.keep("fldinst", self._end_code)

    def _end_code(self) -> None:
        code = "".join(self.kept).lstrip().upper()
        if code.startswith(("TOC", "INDEX")) and self.stack:
            self.stack[-1].contents = True  # it repeats what stands elsewhere

    def word_fldrslt(self, number: int | None) -> None:
        """What it comes to."""
        if self.state.contents:
            self.state.into = SKIP

    def word_annotation(self, number: int | None) -> None:
        """A comment in the margin."""
        self._wanted = ""
        self._enter("comment")
        self.state.closes = self._end_comment

    def _end_comment(self) -> None:
        blocks = self._leave()
        words = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
        here = len(self._holders)
        first, behind = self._ranges.get(self._wanted, (here, here))
        self.comments.append(Comment(words, first, behind))

    def word_atnref(self, number: int | None) -> None:
        """What the comment that is open is attached to."""
        self.keep("atnref", self._end_reference)

    def _end_reference(self) -> None:
        self._wanted = "".join(self.kept).strip()

    def word_atrfstart(self, number: int | None) -> None:
        """What a comment is attached to begins."""
        self.keep("atrfstart", self._begin_range)

    def _begin_range(self) -> None:
        here = self._cut()
        self._ranges["".join(self.kept).strip()] = (here, here)

    def word_atrfend(self, number: int | None) -> None:
        """It ends."""
        self.keep("atrfend", self._end_range)

    def _end_range(self) -> None:
        key, here = "".join(self.kept).strip(), self._cut()
        self._ranges[key] = (self._ranges.get(key, (here, here))[0], here)

    def _cut(self) -> int:
        """Let what follows be told apart from what stands before."""
        self._contexts[-1].holder = -1
        return len(self._holders)
