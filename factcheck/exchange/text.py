"""Text files line by line: in flat memory whatever they hold, with a clear word on encodings."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from factcheck.errors import ConfigError, InputError
from factcheck.exchange.base import LARGEST_DOCUMENT, LONGEST_LINE, Source

_SAMPLE = 65_536
_GUESSES = "--encoding windows-1252 is the likeliest, --encoding utf-16 for some of Excel's files"


class TooLong(Exception):
    """A line that is no record any more."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Lines:
    """The lines of a text, each with its ending; a line that is too long is passed over.

    `number` is the line that was read last, from 1. A `TooLong` that is raised does not end the
    iteration: the next line can be asked for.
    """

    def __init__(self, text: TextIO, source: Source, raw: io.FileIO) -> None:
        self.number = 0
        self._text = text
        self._source = source
        self._raw = raw
        self._size = max(source.path.stat().st_size, 1)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._read()
        if not line:
            self._source.done = 1.0
            raise StopIteration
        self.number += 1
        if self.number % 256 == 0:
            self._source.done = min(self._raw.tell() / self._size, 1.0)
        if len(line) < LONGEST_LINE or line.endswith("\n"):
            return line
        while (rest := self._read()) and not rest.endswith("\n"):
            pass
        raise TooLong(self.number)

    def _read(self) -> str:
        try:
            return self._text.readline(LONGEST_LINE)
        except UnicodeError as error:
            raise _not_decoded(self._source, error) from error


@contextmanager
def opened(source: Source) -> Iterator[Lines]:
    """The lines of a source.

    Raises:
        InputError: it cannot be read, or is not in the encoding given (UTF-8 by default).
        ConfigError: there is no such encoding.
    """
    encoding = _encoding(source)
    source.details["encoding"] = encoding.removesuffix("-sig").upper()
    try:
        raw = io.FileIO(source.path)
    except OSError as error:
        raise source.unreadable(error) from error
    with io.TextIOWrapper(io.BufferedReader(raw), encoding, newline="") as text:
        yield Lines(text, source, raw)


def whole(source: Source) -> str:
    """All of a text.

    Raises:
        InputError: it cannot be read, is too large, or is not in the encoding given.
        ConfigError: there is no such encoding.
    """
    encoding = _encoding(source)
    source.details["encoding"] = encoding.removesuffix("-sig").upper()
    try:
        if source.path.stat().st_size > LARGEST_DOCUMENT:
            raise InputError(
                f"the document is larger than {LARGEST_DOCUMENT // 1_000_000} MB",
                where=source.shown,
                do="it has to be read whole; one claim a line (JSONL) may be of any size",
            )
        text = source.path.read_bytes().decode(encoding)
    except OSError as error:
        raise source.unreadable(error) from error
    except UnicodeError as error:
        raise _not_decoded(source, error) from error
    source.done = 1.0
    return text


def beginning(source: Source) -> str:
    """The first characters of a text, to tell what it is; letters that do not decode are marked.

    Raises:
        InputError: it cannot be read.
        ConfigError: there is no such encoding.
    """
    encoding = _encoding(source)
    try:
        with source.path.open("rb") as file:
            return file.read(_SAMPLE).decode(encoding, "replace")
    except OSError as error:
        raise source.unreadable(error) from error


def _encoding(source: Source) -> str:
    given = source.options.encoding
    if given is None:
        return "utf-16" if _is_utf16(source) else "utf-8-sig"
    try:
        name = codecs.lookup(given).name
        "".encode(name)  # some codecs are not between text and bytes: base64, rot13
    except LookupError:
        raise ConfigError(
            f"there is no encoding {given!r}",
            where="--encoding",
            do="use utf-8, windows-1252, utf-16 or another name that Python knows",
        ) from None
    return "utf-8-sig" if name == "utf-8" else name


def _is_utf16(source: Source) -> bool:
    """Whether a file begins with the mark of UTF-16, as Excel's "Unicode text" does."""
    try:
        with source.path.open("rb") as file:
            return file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    except OSError as error:
        raise source.unreadable(error) from error


def _not_decoded(source: Source, error: UnicodeError) -> InputError:
    if source.options.encoding is not None:
        return InputError(
            f"the file is not in the encoding {source.options.encoding}",
            where=source.shown,
            do=f"name another one with --encoding ({error})",
        )
    line = _first_bad_line(source)
    return InputError(
        "the file is not UTF-8",
        where=f"{source.shown}:{line}" if line else source.shown,
        do=f"say how it is encoded: {_GUESSES}",
    )


def _first_bad_line(source: Source) -> int:
    """The first line that is no UTF-8; 0 where lines cannot be told."""
    with source.path.open("rb") as file:
        number = 1
        while piece := file.readline(LONGEST_LINE):
            try:
                piece.decode("utf-8")
            except UnicodeDecodeError:
                return number
            number += piece.endswith(b"\n")
    return 0
