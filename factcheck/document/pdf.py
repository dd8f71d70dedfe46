"""PDF: pages to running text, each figure with its page and paragraph.

A PDF says which letters stand where, and nothing of lines, paragraphs or columns. What a page
holds is put together from where its words stand (`pdf_words`, `pdf_lines`, `pdf_paragraphs`).
Pages are read one after the other, and forgotten once they are written.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date as Date
from typing import Final

import pypdfium2
from pypdfium2 import raw as pdfium

from factcheck.document.base import Document
from factcheck.document.dating import date_in, is_one_story
from factcheck.document.limits import bounded
from factcheck.document.origin import Origin
from factcheck.document.pdf_furniture import AROUND, Page, without_furniture
from factcheck.document.pdf_lines import blocks_of
from factcheck.document.pdf_paragraphs import Letters, paragraphs_of
from factcheck.document.pdf_streams import LARGEST, unpacks_too_large
from factcheck.document.pdf_words import MOST_CHARACTERS, words_of
from factcheck.document.pdf_writing import Writing
from factcheck.errors import InputError

_PASSWORD: Final = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
_DATE: Final = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_MOST_PAGES: Final = 30_000  # of the longest books, ten
_HEADER: Final = b"%PDF-"
_HEADER_WITHIN: Final = 1024  # bytes: programs are allowed to write something before it


def read(data: bytes, name: str) -> Document:
    """A PDF file, as a document.

    Raises:
        InputError: it is no PDF, damaged, or encrypted, or its pages are pictures of text.
    """
    with _opened(data, name) as file:
        reading = _Reading(file, name)
        for page, others in _with_neighbours(reading):
            told = without_furniture(page, others)
            reading.writing.page(paragraphs_of(page.number, told, reading.running))
        return reading.document()


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise InputError("this is no PDF file, whatever its ending says", where=name)
    if unpacks_too_large(data):
        raise InputError(
            "this PDF was made to fill the memory: a part of it unpacks to more than "
            f"{LARGEST // 1_000_000} MB",
            where=name,
            do="print it to a new PDF, and name that",
        )
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _PASSWORD:
            raise InputError(
                "this PDF is encrypted, and is read with its password only",
                where=name,
                do="save a copy without a password",
            ) from error
        raise InputError(
            "this PDF is damaged: it cannot be opened",
            where=name,
            do="fetch it again, or open it in a reader and save a copy",
        ) from error
    try:
        yield file
    finally:
        file.close()


@dataclass
class _Reading:
    """One PDF while it is read.

    Attributes:
        file: PDFium's document.
        name: the file's name, for messages.
        writing: what was read of it.
        letters: how many characters there are of each size and boldness.
        damaged, silent, cut: the pages that could not be read, that hold something but no text,
            and that hold more text than is read.
    """

    file: pypdfium2.PdfDocument
    name: str
    writing: Writing = field(default_factory=Writing)
    letters: Counter[Letters] = field(default_factory=Counter)
    damaged: list[int] = field(default_factory=list)
    silent: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)

    @property
    def running(self) -> Letters:
        """What running text is set in, by the pages that were read so far."""
        return max(
            self.letters, key=lambda one: (self.letters[one], one), default=Letters(1.0, False)
        )

    def pages(self) -> Iterator[Page]:
        """The pages that hold text, each read when it is asked for."""
        count = len(self.file)
        if count > _MOST_PAGES:
            raise InputError(
                f"this PDF has {count:,} pages, and more than {_MOST_PAGES:,} are not read at once",
                where=self.name,
                do="split it",
            )
        for number in range(1, count + 1):
            # told here, since the pages behind would only be read to be refused
            bounded(self.letters.total(), self.name)
            try:
                page = self._page(number)
            except pypdfium2.PdfiumError:
                self.damaged.append(number)
                continue
            if page.blocks:
                yield page

    def _page(self, number: int) -> Page:
        page = self.file[number - 1]
        try:
            words = page.get_textpage()
            try:
                blocks = blocks_of(words_of(words.raw))
                if words.count_chars() > MOST_CHARACTERS:
                    self.cut.append(number)
            finally:
                words.close()
            if not blocks and pdfium.FPDFPage_CountObjects(page.raw) > 0:
                self.silent.append(number)
            _, bottom, _, top = page.get_bbox()
        finally:
            page.close()
        for line in (line for block in blocks for line in block):
            self.letters[Letters(round(line.size * 2) / 2, line.bold)] += len(line.text)
        return Page(number, -top, -bottom, blocks)

    def document(self) -> Document:
        """All that was read."""
        writing = self.writing
        writing.close()
        text = writing.text
        if not text and (self.silent or self.damaged):
            raise InputError(
                "there is no text in this PDF: its pages are pictures, or damaged",
                where=self.name,
                do="have its text recognised (OCR) first, or ask for the text it was made of",
            )
        return Document(
            *(text, tuple(writing.passages), Origin(None, writing.pieces, writing.holders)),
            date=date_in(text) or _date(self.file),
            remarks=tuple(self._remarks()),
        )

    def _remarks(self) -> Iterator[str]:
        for pages, one, more in (
            (self.silent, "holds no text: it was not read", "hold no text: they were not read"),
            (self.damaged, "is damaged: it was not read", "are damaged: they were not read"),
            (self.cut, "holds too much text: its end was not read",
             "hold too much text: their ends were not read"),
        ):  # fmt: skip
            if pages:
                yield f"{_listed(pages)} {one if len(pages) == 1 else more}"


def _with_neighbours(reading: _Reading) -> Iterator[tuple[Page, Sequence[Page]]]:
    """Each page, with those before and behind it; no others are in memory."""
    near: deque[Page] = deque(maxlen=2 * AROUND + 1)
    waiting: deque[Page] = deque()
    for page in reading.pages():
        near.append(page)
        waiting.append(page)
        if len(waiting) > AROUND:
            first = waiting.popleft()
            yield first, [one for one in near if one is not first]
    for page in waiting:
        yield page, [one for one in near if one is not page]


def _listed(pages: Sequence[int]) -> str:
    """Numbers of pages as people write them: "pages 3-5 and 9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    *most, last = told
    return f"page{'s' if len(pages) > 1 else ''} {', '.join(most)}{' and ' if most else ''}{last}"


def _date(file: pypdfium2.PdfDocument) -> Date | None:
    """The day on which the file was made, where it was not changed much later."""
    made, changed = (_day(file.get_metadata_value(f"{key}Date")) for key in ("Creation", "Mod"))
    if made is None or (changed is not None and not is_one_story(made, changed)):
        return None
    return made


def _day(told: str) -> Date | None:
    """The day of a date as PDF writes it: "D:20240301080000+01'00'"."""
    found = _DATE.match(told)
    try:
        return Date(*map(int, found.groups())) if found is not None else None
    except ValueError:
        return None  # a program wrote a day that there is not
