"""The paragraphs and runs of a Word file, with the bytes that they stand at.

What is read is the text as it stands once all tracked changes are accepted: insertions and the new
places of what was moved, without deletions, hidden text, codes of fields and old formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from factcheck.document.docx_parts import WORD, Style, Styles, is_outline, switched_on, value
from factcheck.document.flow import Block, Fragment, Paragraph
from factcheck.document.passage import Sort
from factcheck.document.raised import raised
from factcheck.document.xml_events import Quiet
from factcheck.model.place import Place

# What is not read, with all that is in it: deleted text, former formats, and what only directs.
_LEFT_OUT: Final = frozenset({
    "del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    "tblPrExChange", "sectPrChange", "tblGridChange", "numberingChange", "delText",
    "delInstrText", "rt", "sdtPr", "sdtEndPr", "tblGrid", "sectPr",
})  # fmt: skip
_EQUATION: Final = "equations were not read"
_SIGNS: Final = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": " ",
}  # fmt: skip


class Atom(NamedTuple):
    """A stretch of a run's text that one event told.

    Attributes:
        offset, length: in the run's text.
        element: the byte at which its element begins, `<w:t` or `<w:tab`.
        at: the byte at which it begins itself.
        inside: whether something of the same `<w:t>` stands before it.
        text: whether it is of a `<w:t>` at all.
        whole: whether it cannot be cut: a CDATA section.
    """

    offset: int
    length: int
    element: int
    at: int
    inside: bool
    text: bool
    whole: bool


@dataclass(slots=True)
class Run:
    """A run, and where it stands.

    Attributes:
        start, end: the bytes at which its start tag and its end tag begin.
        format: where its properties begin, and where their end tag does.
        atoms: its text.
        length: how long its text is.
    """

    start: int
    end: int = 0
    format: tuple[int, int] | None = None
    atoms: list[Atom] = field(default_factory=list)
    length: int = 0


class Spot(NamedTuple):
    """What a comment is tied to.

    Attributes:
        run: a run.
        own: whether it is the run of the text itself, which can be cut where a figure begins; of
            text in a box or a note it is the run that holds the box or the mark.
    """

    run: Run
    own: bool


@dataclass(slots=True)
class OpenRun:
    """A run that is being read."""

    bytes: Run
    holder: int = -1
    hidden: bool | None = None
    raised: bool = False


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that is being read, with what stands in boxes that hang on it."""

    paragraph: Paragraph
    number: int
    count: int = 0
    style: Style = Style()
    joins: bool = False
    boxes: list[Block] = field(default_factory=list)
    runs: list[OpenRun] = field(default_factory=list)  # those that are open; text may hold a run


@dataclass(slots=True)
class Container:
    """What paragraphs stand in: the body, a cell, a box, a note."""

    blocks: list[Block]
    part: str = ""
    count: int = 0
    joined: OpenParagraph | None = None

    def close(self) -> None:
        """Keep a last paragraph whose mark was deleted, and that nothing follows."""
        if self.joined is not None:
            self.add(self.joined)

    def add(self, told: OpenParagraph) -> None:
        """Add a paragraph, and what hangs on it."""
        if told.paragraph.fragments:
            self.blocks.append(told.paragraph)
        self.blocks += told.boxes
        self.joined = None


class Runs(Quiet):
    """Listens to paragraphs and runs.

    Attributes:
        holders: the place of every run with text.
        spots: the same for what a comment on it is tied to.
    """

    def __init__(self, holders: list[Place], spots: list[Spot], styles: Styles) -> None:
        self.holders = holders
        self.spots = spots
        self.space = ""
        self.muted = 0  # how many open fields keep the text here from being read
        self.within: list[Container] = []
        self.open: list[OpenParagraph] = []
        self.path: list[str] = []
        self.skip = 0
        self.told: dict[str, None] = {}
        self._styles = styles
        self._element = -1  # the byte of the <w:t> that is open
        self._first = False
        self._raw = False
        self._starts: dict[str, Callable[[Mapping[str, str], int], None]] = self._named("start_")
        self._ends: dict[str, Callable[[int], None]] = self._named("end_")

    def _named(self, prefix: str) -> dict[str, Callable[..., None]]:
        """The methods for elements, by the elements' names."""
        names = (name for name in dir(self) if name.startswith(prefix))
        return {name.removeprefix(prefix): getattr(self, name) for name in names}

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        if self.skip:
            self.skip += 1
            return
        space, name = tag
        if space not in WORD:
            self._foreign(name)
            return
        self.space = space
        if name in _LEFT_OUT:
            self.skip = 1
            if name == "del":
                self.deleted()
            return
        if (begin := self._starts.get(name)) is not None:
            begin(attributes, at)
        elif name in _SIGNS and self.above("r"):
            self._say(_SIGNS[name], at, text=False)
        if not self.skip:
            self.path.append(name)

    def _foreign(self, name: str) -> None:
        if name == "oMath":
            self.told[_EQUATION] = None
        if name in ("Fallback", "oMath"):  # a shape is told twice, and again for old programs
            self.skip = 1
        else:
            self.path.append("")

    def end(self, tag: tuple[str, str], at: int) -> None:
        """Hear where it ends."""
        if self.skip:
            self.skip -= 1
            return
        name = self.path.pop()
        if name and (end := self._ends.get(name)) is not None:
            end(at)

    def raw(self, inside: bool) -> None:
        """Hear where raw text begins or ends."""
        self._raw = inside

    def text(self, text: str, at: int) -> None:
        """Hear what it says."""
        if not self.skip and self._element >= 0 and self.above("t"):
            self._say(text, at, text=True)
            self._first = False

    def above(self, *names: str) -> bool:
        """Whether the elements around are these, the innermost last."""
        return tuple(self.path[-len(names) :]) == names

    def _say(self, said: str, at: int, *, text: bool) -> None:
        """Add what a run says, where it is read."""
        if self.muted or not self.open or not self.open[-1].runs:
            return
        told = self.open[-1]
        run = told.runs[-1]
        if told.style.hidden if run.hidden is None else run.hidden:
            return
        if run.holder < 0:
            run.holder = len(self.holders)
            self.holders.append(
                Place(paragraph=told.number, run=told.count, part=self.within[-1].part)
            )
            self.spots.append(self.spot(run.bytes))
        own, length = run.bytes, len(said)
        shown = raised(said) if run.raised else said
        told.paragraph.fragments.append(Fragment(shown, run.holder, own.length, length))
        element, inside = (self._element, not self._first) if text else (at, False)
        own.atoms.append(Atom(own.length, length, element, at, inside, text, self._raw))
        own.length += length

    def spot(self, run: Run) -> Spot:
        """What a comment on a run is tied to; of one in a box it is the run that holds the box."""
        outermost = next((p.runs[0].bytes for p in self.open if p.runs), run)
        return Spot(outermost, outermost is run)

    def deleted(self) -> None:
        """A mark of a paragraph was deleted: it and the next one are one."""
        if self.above("pPr", "rPr") and self.open:
            self.open[-1].joins = True

    def start_p(self, attributes: Mapping[str, str], at: int) -> None:
        """A paragraph."""
        within = self.within[-1]
        within.count += 1
        told = within.joined or OpenParagraph(Paragraph(), within.count)
        within.joined = None
        # the last mark tells the style, and where the paragraph stands
        told.joins, told.number, told.count = False, within.count, 0
        told.paragraph.sort = None
        self.open.append(told)

    def end_p(self, at: int) -> None:
        """It ends."""
        told = self.open.pop()
        if told.joins:
            self.within[-1].joined = told
        else:
            self.within[-1].add(told)

    def start_pStyle(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Its style."""
        if self.open and self.above("pPr"):
            told = self.open[-1]
            told.style = self._styles.get(value(attributes, self.space) or "")
            told.paragraph.sort = told.style.sort
            told.paragraph.skipped = told.style.skipped

    def start_outlineLvl(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Its level among the headings."""
        if self.open and is_outline(value(attributes, self.space)):
            self.open[-1].paragraph.sort = Sort.HEADING

    def start_numId(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Its list."""
        told = self.open[-1].paragraph if self.open else None
        if told is not None and told.sort is None and value(attributes, self.space) != "0":
            told.sort = Sort.LIST

    def start_r(self, attributes: Mapping[str, str], at: int) -> None:
        """A run."""
        if self.open:
            self.open[-1].count += 1
            self.open[-1].runs.append(OpenRun(Run(at)))

    def end_r(self, at: int) -> None:
        """It ends."""
        if self.open and self.open[-1].runs:
            self.open[-1].runs.pop().bytes.end = at

    def start_t(self, attributes: Mapping[str, str], at: int) -> None:
        """Its text."""
        self._element, self._first = at, True

    def end_t(self, at: int) -> None:
        """It ends."""
        self._element = -1

    def start_rPr(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Its format."""
        if (run := self._formatted("r")) is not None:
            run.bytes.format = (at, at)

    def end_rPr(self, at: int) -> None:  # noqa: N802
        """It ends."""
        if (run := self._formatted("r")) is not None and run.bytes.format is not None:
            run.bytes.format = (run.bytes.format[0], at)

    def start_vanish(self, attributes: Mapping[str, str], at: int) -> None:
        """It is hidden."""
        if (run := self._formatted("rPr")) is not None:
            run.hidden = switched_on(attributes, self.space)

    def start_rStyle(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """Its style."""
        run = self._formatted("rPr")
        if run is not None and run.hidden is None:
            run.hidden = self._styles.get(value(attributes, self.space) or "").hidden

    def start_vertAlign(self, attributes: Mapping[str, str], at: int) -> None:  # noqa: N802
        """It stands above the line, or below."""
        if (run := self._formatted("rPr")) is not None:
            run.raised = value(attributes, self.space) == "superscript"

    def start_position(self, attributes: Mapping[str, str], at: int) -> None:
        """The same in half points, as LibreOffice tells it."""
        if (run := self._formatted("rPr")) is not None:
            told = value(attributes, self.space) or "0"
            run.raised = told.isdecimal() and told != "0"

    def _formatted(self, parent: str) -> OpenRun | None:
        """The run whose format is being told; None where it is that of a paragraph's mark."""
        if not self.above(parent) or not self.open or not self.open[-1].runs:
            return None
        return self.open[-1].runs[-1]
