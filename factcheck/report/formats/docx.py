"""A copy of a Word draft with a margin comment at each figure that there is something to say of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.document.docx import WordFile, read_word
from factcheck.editorial.review import Review
from factcheck.errors import OutputError
from factcheck.report.formats import Run
from factcheck.report.word.comments import commented


def write(reviews: Iterable[Review], run: Run) -> Iterator[bytes]:
    """The file of the draft as it is, with comments.

    Raises:
        OutputError: there is not one draft that is a Word file, or the file has changed.
        InputError: the file cannot be read.
    """
    every = list(reviews)
    if len(every) != 1:
        raise OutputError(
            "--format docx writes comments into a copy of one draft, not of "
            f"{len(every) or 'none'}",
            do="name one Word file (.docx)",
        )
    review = every[0]
    data, word = _read(review)
    # what says something of the whole draft stands at its beginning, where there is one
    found = [one for one in run.shown(review) if word.document.origin.pieces(one.span)]
    yield commented(word, found) if found else data


def _read(review: Review) -> tuple[bytes, WordFile]:
    name = review.document.name
    path = Path(name) if name is not None else None
    if path is not None and path.suffix.lower() == ".docx" and not path.is_file():
        raise OutputError(
            "--format docx writes a copy of a file, which is not here",
            where=str(path),
            do="name the file itself instead of passing it on standard input",
        )
    if path is None or path.suffix.lower() != ".docx":
        raise OutputError(
            "--format docx writes comments into a copy of a Word file, which this is not",
            where=name or "the draft",
            do="name a .docx file, or choose another format, such as html",
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise OutputError(
            f"the file cannot be read: {error.strerror or error}", where=str(path)
        ) from error
    word = read_word(data, str(path))
    if word.document.text != review.document.text:
        raise OutputError(
            "the file was changed while it was checked", where=str(path), do="run the check again"
        )
    return data, word
