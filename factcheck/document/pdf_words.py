"""The words of a page, each with its place: what a page tells, before anything is made of it."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from factcheck.document.raised import RAISED

# More characters than any page of print has; a page that goes on for ever is read so far.
MOST_CHARACTERS: Final = 200_000
SOFT_HYPHEN: Final = "\u00ad"
_HYPHEN: Final = 2  # PDFium's sign for a hyphen at the end of a line
_NONE: Final = frozenset({0, 0xFFFE, 0xFFFF})
_BLANK: Final = frozenset({0xA0, 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F,
                           0x3000, 0xFEFF})  # fmt: skip
# Letters that a font draws as one; most are taken apart by PDFium itself.
_LIGATURES: Final = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st", 0x132: "IJ", 0x133: "ij",
}  # fmt: skip
_DEGREES: Final = 15  # text that is turned by less is a line of its own no more
# A mark of a note, or a power: so much smaller than its line, and so much above it.
RAISED_SIZE, RAISED_BY = 0.85, 0.15
_RAISED: Final = {**RAISED, **str.maketrans("()", "⁽⁾")}
_BOLD: Final = (b"bold", b"black", b"heavy", b"demi")
_BOLD_WEIGHT, _LONGEST_NAME = 600, 128


class Word(NamedTuple):
    """A word on a page, in a frame that is turned so that its line runs from left to right.

    Attributes:
        text: what it says.
        left, right: where it begins and ends.
        base: how far down its baseline is.
        size: the size of its font, in points on the page.
        bold: whether its font is.
        turn: by how many degrees its line is turned.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    turn: int


@dataclass(slots=True)
class _Run:
    """Characters of one font in a word."""

    first: int
    state: tuple[float, ...]
    text: str = ""
    last: int = 0


def words_of(page: pdfium.FPDF_TEXTPAGE) -> Iterator[Word]:
    """The words of a page, in the order of its file.

    Args:
        page: PDFium's page of text.
    """
    count = min(pdfium.FPDFText_CountChars(page), MOST_CHARACTERS)
    reader = _Reader(page)
    code_of, size_of, matrix_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetFontSize,
        pdfium.FPDFText_GetMatrix,
    )
    matrix = pdfium.FS_MATRIX()
    runs: list[_Run] = []
    state: tuple[float, ...] = ()
    high = 0
    for index in range(count):
        code = code_of(page, index)
        if (code <= 32 and code not in (0, _HYPHEN)) or code in _BLANK:
            if runs:
                yield reader.word(runs)
                runs = []
            continue
        text, high = _text(code, high)
        if not text:
            continue
        matrix_of(page, index, matrix)
        here = (size_of(page, index), matrix.a, matrix.b, matrix.c, matrix.d)
        if not runs or here != state:
            state = here
            runs.append(_Run(index, here))
        runs[-1].text += text
        runs[-1].last = index
        if code == _HYPHEN:  # the word goes on in the next line, and no blank stands between
            yield reader.word(runs)
            runs = []
    if runs:
        yield reader.word(runs)


def _text(code: int, high: int) -> tuple[str, int]:
    """What a code stands for, and the first half of a character that waits for its second."""
    if 0xD800 <= code < 0xDC00:
        return "", code
    if 0xDC00 <= code < 0xE000:
        return (chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)) if high else "\ufffd"), 0
    if code in _NONE or code > 0x10FFFF:
        return "", 0
    if code == _HYPHEN:
        return "-", 0
    return _LIGATURES.get(code) or chr(code), 0


class _Reader:
    """Asks where the characters of a page stand."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = page
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._bold: dict[bytes, bool] = {}

    def word(self, runs: list[_Run]) -> Word:
        sizes = [self._size(run) for run in runs]
        size = max(sizes)
        main = runs[sizes.index(size)]
        turn = self._turn(main)
        left, base = self._origin(runs[0], turn)
        _, level = self._origin(main, turn)
        text = "".join(
            self._told(run, run_size, size, level, turn)
            for run, run_size in zip(runs, sizes, strict=True)
        )
        right = max(self._end(runs[-1], turn), left)
        return Word(text, left, right, level if len(runs) > 1 else base, size,
                    self._is_bold(main), turn)  # fmt: skip

    def _told(self, run: _Run, size: float, whole: float, level: float, turn: int) -> str:
        if size < RAISED_SIZE * whole:
            _, base = self._origin(run, turn)
            if level - base > RAISED_BY * whole:
                return raised(run.text)
        return run.text

    @staticmethod
    def _size(run: _Run) -> float:
        size, a, b, c, d = run.state
        # a font may be set at size 1, and made larger by the matrix; some mirror it
        return abs(size) * (math.hypot(c, d) or math.hypot(a, b)) or 1.0

    @staticmethod
    def _turn(run: _Run) -> int:
        _, a, b, *_ = run.state
        return round(math.degrees(math.atan2(b, a)) / _DEGREES) * _DEGREES % 360

    def _origin(self, run: _Run, turn: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._page, run.first, self._x, self._y)
        return _turned(self._x.value, self._y.value, turn)

    def _end(self, run: _Run, turn: int) -> float:
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._page, run.last, box)
        if not turn:
            return float(box.right)
        corners = ((box.left, box.top), (box.right, box.top), (box.left, box.bottom),
                   (box.right, box.bottom))  # fmt: skip
        return max(_turned(x, y, turn)[0] for x, y in corners)

    def _is_bold(self, run: _Run) -> bool:
        name = self._name
        pdfium.FPDFText_GetFontInfo(self._page, run.first, name, _LONGEST_NAME, None)
        known = self._bold.get(name.value)
        if known is None:  # the weight is missing in many fonts, and so is a name in some
            weight = pdfium.FPDFText_GetFontWeight(self._page, run.first)
            plain = name.value.lower()
            known = weight >= _BOLD_WEIGHT or any(word in plain for word in _BOLD)
            self._bold[name.value] = known
        return known


def raised(text: str) -> str:
    """A text above the line, so that a mark of a note does not pass for one more digit."""
    return text.translate(_RAISED)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """A point, right and down, as whoever reads a turned line sees it."""
    if not turn:
        return x, -y
    angle = math.radians(turn)
    cos, sin = math.cos(angle), math.sin(angle)
    return x * cos + y * sin, x * sin - y * cos
