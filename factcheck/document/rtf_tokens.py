r"""The tokens of rich text: groups, control words and symbols, and text in some code page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>.)"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)
# Of a font's character set the code page; 0 is the document's own, and 2 signs that are no text.
CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
# Words that stand for a sign.
SIGNS: Final = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "softline": "\n",
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
SYMBOLS: Final = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}


class Token(NamedTuple):
    """A token.

    Attributes:
        kind: "word", "byte", "symbol", "brace" or "text".
        data: the control word's name, the byte, the symbol, the brace or the text.
        number: a control word's number; None without.
    """

    kind: str
    data: bytes
    number: int | None = None


def tokens(data: bytes, start: int = 0) -> Iterator[Token]:
    """The tokens of a file, without the line breaks in it, which mean nothing.

    Args:
        data: the file.
        start: where it begins, behind a byte order mark or blanks.
    """
    at = start
    while (found := _TOKEN.match(data, at)) is not None:
        at = found.end()
        kind = found.lastgroup
        if kind in ("number", "word"):
            name, number = found["word"], found["number"]
            told = None if number is None else int(number)
            if name == b"bin":  # so many bytes of a picture, whatever they look like
                at += max(told or 0, 0)
            yield Token("word", name, told)
        elif kind == "byte":
            yield Token(kind, bytes.fromhex(found["byte"].decode()))
        elif kind is not None:
            yield Token(kind, found[kind])


def codec_of(page: int | None) -> str:
    """Python's name of a code page of Windows; that of Western Europe for an unknown one."""
    known = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 0: "cp1252", None: "cp1252"}
    name = known.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
