"""XML as a stream of events with byte positions: expat, without document types and entities.

A document type is where an XML file may ask for other files and for entities that grow without end.
No word processor writes one, so that a file with one is refused.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from factcheck.errors import InputError

# Word nests a few dozen deep; expat itself bears anything, what is built from it need not.
MOST_DEPTH = 2_000
# A novel in which every word is a run of its own has some 600,000.
MOST_ELEMENTS = 2_000_000


class Listener(Protocol):
    """What takes the events of a part; tags are (namespace, name)."""

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """An element begins at the byte `at`; attributes are "namespace name" or "name"."""

    def end(self, tag: tuple[str, str], at: int) -> None:
        """An element ends: its end tag, or the one tag of an empty one, begins at the byte `at`."""

    def text(self, text: str, at: int) -> None:
        """Characters that begin at the byte `at`: as they stand there, or one for a reference."""

    def raw(self, inside: bool) -> None:
        """A CDATA section begins, or ends."""


class Quiet:
    """A listener that hears nothing; its heirs hear what they want."""

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Nothing."""

    def end(self, tag: tuple[str, str], at: int) -> None:
        """Nothing."""

    def text(self, text: str, at: int) -> None:
        """Nothing."""

    def raw(self, inside: bool) -> None:
        """Nothing."""


def utf8(data: bytes) -> bytes:
    """A part in UTF-8, as which all positions are counted; packages may have UTF-16, too."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data


def listen(data: bytes, listener: Listener, where: str, part: str) -> None:
    """Read a part of a package, and tell a listener what is in it.

    Args:
        data: the part, in UTF-8.
        listener: who is told.
        where: the file, for messages.
        part: the part's name, for messages.

    Raises:
        InputError: it is no well-formed XML, or it has a document type.
    """
    _Parser(listener, where, part).parse(data)


class _Parser:
    """One run of expat over a part."""

    def __init__(self, listener: Listener, where: str, part: str) -> None:
        self._listener = listener
        self._where, self._part = where, part
        self._depth = self._count = 0
        self._began = -1  # the byte of a start tag, while nothing has followed it
        self._data = b""
        expat_parser = expat.ParserCreate("utf-8", " ")
        expat_parser.StartDoctypeDeclHandler = self._refuse
        expat_parser.EntityDeclHandler = self._refuse
        expat_parser.StartElementHandler = self._start
        expat_parser.EndElementHandler = self._end
        expat_parser.CharacterDataHandler = self._text
        expat_parser.StartCdataSectionHandler = lambda: listener.raw(True)
        expat_parser.EndCdataSectionHandler = lambda: listener.raw(False)
        self._expat = expat_parser

    def parse(self, data: bytes) -> None:
        self._data = data
        try:
            self._expat.Parse(data, True)
        except expat.ExpatError as error:
            told = expat.ErrorString(error.code) or "unknown error"
            why = f"it is broken at line {error.lineno}, column {error.offset + 1} ({told})"
            raise _damaged(self._where, self._part, why) from error
        finally:
            self._data = b""  # the parser is let go of late: it refers to itself

    def _refuse(self, *_: object) -> None:
        raise _damaged(self._where, self._part, "it has a document type or entities of its own")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._count > MOST_ELEMENTS:
            why = f"it has more than {MOST_ELEMENTS:,} elements"
            raise _damaged(self._where, self._part, why)
        if self._depth > MOST_DEPTH:
            why = f"its elements are nested more than {MOST_DEPTH:,} deep"
            raise _damaged(self._where, self._part, why)
        self._began = self._expat.CurrentByteIndex
        self._listener.start(_tag(name), attributes, self._began)

    def _end(self, name: str) -> None:
        self._depth -= 1
        at = self._expat.CurrentByteIndex
        # of an empty element expat tells the byte behind it
        empty = self._began >= 0 and self._data[at - 2 : at] == b"/>"
        self._listener.end(_tag(name), self._began if empty else at)
        self._began = -1

    def _text(self, text: str) -> None:
        self._began = -1
        self._listener.text(text, self._expat.CurrentByteIndex)


def _damaged(where: str, part: str, why: str) -> InputError:
    return InputError(
        f"its part {part} cannot be read: {why}",
        where=where,
        do="open it in a word processor, and save it again",
    )


@lru_cache(maxsize=4096)
def _tag(name: str) -> tuple[str, str]:
    space, _, local = name.rpartition(" ")
    return space, local
