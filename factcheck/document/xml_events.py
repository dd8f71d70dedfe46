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


class Listener(Protocol):
    """What takes the events of a part; tags are (namespace, name)."""

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """An element begins at the byte `at`; attributes are "namespace name" or "name"."""

    def end(self, tag: tuple[str, str], at: int) -> None:
        """An element ends: its end tag, or the tag of an empty one, begins at the byte `at`."""

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
    parser = expat.ParserCreate("utf-8", " ")
    depth = 0

    def refuse(*_: object) -> None:
        raise _damaged(where, part, "it has a document type or entities of its own")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise _damaged(where, part, f"its elements are nested more than {MOST_DEPTH:,} deep")
        listener.start(_tag(name), attributes, parser.CurrentByteIndex)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(_tag(name), parser.CurrentByteIndex)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: listener.text(text, parser.CurrentByteIndex)
    parser.StartCdataSectionHandler = lambda: listener.raw(True)
    parser.EndCdataSectionHandler = lambda: listener.raw(False)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        told = expat.ErrorString(error.code) or "unknown error"
        why = f"it is broken at line {error.lineno}, column {error.offset + 1} ({told})"
        raise _damaged(where, part, why) from error


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
