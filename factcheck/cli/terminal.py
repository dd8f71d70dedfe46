"""Standard output and error: colour, width, and text that the terminal cannot show."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from factcheck.errors import OutputError

_WIDEST = 100  # columns; longer lines are hard to read, whatever the window
_NARROWEST = 60  # less would leave no room beside labels and figures
_USUAL = 80  # where no terminal tells
# What our own layout uses, for terminals that cannot show it.
_PLAINER = str.maketrans(
    {"·": "-", "…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
     "−": "-", "×": "x", "≈": "~", "≥": ">=", "≤": "<=", "¶": "par."}
)  # fmt: skip


def wants_colour(choice: str, *, to_file: bool = False) -> bool:
    """Whether to colour standard output, or a file in its place.

    Args:
        choice: always, never or auto, which means on a terminal that can, unless NO_COLOR is
            set and not empty (no-color.org).
        to_file: whether the output goes to a file, which is coloured only where it has to be.
    """
    if choice != "auto" or to_file:
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def width() -> int:
    """Columns to write in: COLUMNS, else the terminal's, else 80; within readable bounds."""
    given = os.environ.get("COLUMNS", "")
    columns = int(given) if given.isdecimal() and given.isascii() and len(given) < 6 else 0
    if not columns:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError, AttributeError):
            columns = _USUAL
    return min(max(columns or _USUAL, _NARROWEST), _WIDEST)


def can_show(text: str) -> bool:
    """Whether standard output can encode every character of `text`."""
    try:
        text.encode(_encoding(sys.stdout))
    except UnicodeEncodeError:
        return False
    return True


def write(text: str) -> None:
    """Write `text` to standard output at once, whatever its encoding.

    Raises:
        BrokenPipeError: the reader has gone.
        OutputError: the device takes no more.
    """
    try:
        _write(sys.stdout, text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full(error) from error


def tame(text: str) -> str:
    """What people read, with no line that a runner of GitHub's workflows would carry out.

    It obeys `::word` where a line begins so, behind any blanks, and `##[word]` anywhere. What a
    draft says may come to stand there where a long line is broken, and so may the name of a file.
    """
    if "::" not in text and "##[" not in text:
        return text
    import re

    begins = r"(?m)^((?:\s|\x1b\[[0-9;]*m)*):(?=:)"
    return re.sub(begins, r"\1: ", text).replace("##[", "## [")


def write_bytes(piece: bytes) -> None:
    """Write what is no text to standard output.

    Raises:
        BrokenPipeError: the reader has gone.
        OutputError: the device takes no more.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full(error) from error


def _full(error: OSError) -> OutputError:
    abandon_output()
    return OutputError(
        f"the report cannot be written: {error.strerror}",
        do="look for room on the disk, and at what standard output goes to",
    )


def copy(path: Path) -> None:
    """Copy a file to standard output byte for byte: what another program reads is not respelled.

    Raises:
        BrokenPipeError: the reader has gone.
        OutputError: the device takes no more.
    """
    import shutil  # a check writes no file

    try:
        sys.stdout.flush()
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full(error) from error


def complain(message: object) -> None:
    """Write one message to standard error."""
    if sys.stderr is not None:
        _write(sys.stderr, tame(f"factcheck: {message}\n"))


def _write(stream: TextIO, text: str) -> None:
    encoding = _encoding(stream)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plainer = text.translate(_PLAINER).encode(encoding, "backslashreplace")
        text = plainer.decode(encoding, "replace")
    stream.write(text)
    stream.flush()


def _encoding(stream: TextIO) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def abandon_output() -> None:
    """Let go of a pipe that nobody reads, so that the interpreter's exit stays quiet."""
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, sys.stdout.fileno())
        os.close(silence)
    except (OSError, ValueError, AttributeError):
        pass  # not a real file, nothing will be flushed
