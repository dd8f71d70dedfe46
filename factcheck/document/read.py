"""Reading drafts: which stretches of a text are running prose, and under which headline.

A reader marks spans of the original text; it never rewrites it. Adding a format is one entry
in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factcheck.document.base import Passage
from factcheck.document.encoding import decode
from factcheck.document.markdown import markdown_passages
from factcheck.document.plain import plain_passages
from factcheck.errors import InputError

READERS: dict[str, Callable[[str], list[Passage]]] = {
    ".txt": plain_passages,
    ".md": markdown_passages,
    ".markdown": markdown_passages,
}


def read_text(text: str) -> tuple[str, list[Passage]]:
    """The passages of running text without a format."""
    return text, plain_passages(text)


def read_document(path: Path) -> tuple[str, list[Passage]]:
    """Read a draft from a file.

    Args:
        path: a file whose ending names its format; one without an ending is plain text.

    Returns:
        The original text, and its passages.

    Raises:
        InputError: the format is unknown, the file cannot be read, or it is not text.
    """
    reader = READERS.get(path.suffix.lower() or ".txt")
    if reader is None:
        known = ", ".join(READERS)
        raise InputError(
            f"drafts of the format {path.suffix!r} are not read",
            where=str(path),
            do=f"save it as one of {known}, or pass its text on standard input",
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"the file cannot be read: {error.strerror or error}", where=str(path)
        ) from error
    text = decode(data, str(path))
    return text, reader(text)
