"""Reading drafts: one reader a format, behind one contract.

A reader is a function `(data, name) -> Document`, or `(data, name, encoding) -> Document` for a
format that is text. Adding a format is one entry in `READERS` and its module, which is imported
when a draft of that format is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import Final, cast

from factcheck.document.base import Document
from factcheck.document.limits import bounded, bytes_of
from factcheck.errors import InputError

Reader = Callable[[bytes, str], Document]
# Ending = the module under factcheck.document that has a function `read`.
READERS: Final[Mapping[str, str]] = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
}
# Of these the encoding can be given; the others say it themselves.
_TEXTS: Final = frozenset({"plain", "markdown", "html"})
TEXT: Final = ".txt"  # what has no ending


def read_text(text: str) -> Document:
    """Running text without a format, as a document."""
    from factcheck.document.imprint import without_imprint
    from factcheck.document.plain import plain_document

    return without_imprint(plain_document(text))


def read_document(path: Path, encoding: str = "") -> Document:
    """Read a draft from a file.

    Args:
        path: a file whose ending names its format; one without an ending is plain text.
        encoding: of a draft that is text, the name of its encoding; "" to find it out.

    Raises:
        InputError: the format is unknown, the file cannot be read, or it is not what its ending
            says.
    """
    reader = reader_of(str(path), encoding)
    data = bytes_of(path)
    return replace(reader(data, str(path)), name=str(path))


def reader_of(name: str, encoding: str = "") -> Reader:
    """The reader of the format that a file's name ends in.

    Args:
        name: the file's name.
        encoding: of a draft that is text, the name of its encoding; "" to find it out.

    Raises:
        InputError: no format has that ending.
    """
    module = READERS.get(PurePath(name).suffix.lower() or TEXT)
    if module is None:
        raise InputError(
            f"drafts of the format {PurePath(name).suffix!r} are not read",
            where=name,
            do=f"save it as one of {', '.join(READERS)}, or pass its text on standard input",
        )
    read = import_module(f"factcheck.document.{module}").read
    reader = partial(read, encoding=encoding) if module in _TEXTS else read
    return partial(_read, cast("Reader", reader))


def _read(reader: Reader, data: bytes, name: str) -> Document:
    """Read a draft; what is wrong deep inside of it is told with its name."""
    from factcheck.document.imprint import without_imprint  # names alone are asked for, too

    try:
        document = without_imprint(reader(data, name))
        bounded(len(document.text), name)
        return document
    except InputError as error:
        if error.where:
            raise
        raise InputError(error.what, where=name, do=error.do) from error
