"""A target of a run as a document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck.cli.run.configured import DraftSettings
from factcheck.cli.run.targets import STDIN_NAME, Target
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.document.passage import Passage
from factcheck.document.read import read_document, reader_of
from factcheck.model import Span


def document_of(target: Target, settings: DraftSettings) -> Document:
    """Read a target.

    Args:
        target: what to read.
        settings: of the draft.

    Raises:
        InputError: it cannot be read, or is not what its name says.
    """
    read = _read(target, settings.encoding)
    return read if read.date or not settings.date else replace(read, date=settings.date)


def _read(target: Target, encoding: str) -> Document:
    if target.text is not None:
        whole = Passage(Span(0, len(target.text)), whole=True)
        return Document(target.text, (whole,), Origin(target.text))
    if target.data is None:
        return read_document(Path(target.path or ""), encoding)
    read = reader_of(target.path or "", encoding)(target.data, target.path or STDIN_NAME)
    return replace(read, name=target.path)
