"""What several formats need: paths, places and text that fits its encoding."""

from __future__ import annotations

import json
import os
import re
from pathlib import PurePath

from factcheck.editorial.review import Review
from factcheck.model.place import Place
from factcheck.report.formats import Run

NAMELESS = "<text>"  # a statement, and standard input without --stdin-filename
# What is left of a path in a URI; a colon would make a scheme of what stands before it.
_PLAIN_IN_URI = frozenset(
    b"/!$&'()*+,;=@~-._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
# Halves of letters that stand for no byte of a file's name, as Python reads one.
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def path_of(review: Review) -> str:
    """A draft's path as it was given, with forward slashes everywhere."""
    name = review.document.name
    if name is None:
        return NAMELESS
    return name if os.sep == "/" else name.replace(os.sep, "/")


def uri_of(review: Review) -> str:
    """The same as a reference of a URI, and as a whole one where the path is."""
    path = _NO_BYTE.sub("\ufffd", path_of(review)).encode("utf-8", "surrogateescape")
    told = "".join(chr(byte) if byte in _PLAIN_IN_URI else f"%{byte:02X}" for byte in path)
    if not PurePath(path_of(review)).is_absolute():
        return told
    return f"file://{told}" if told.startswith("/") else f"file:///{told}"


def place_words(place: Place) -> str:
    """A place without a blank: "12:5", "page-3:paragraph-2"; "" where there is none."""
    return str(place).replace(", ", ":").replace(" ", "-")


def whole(text: str) -> str:
    """Text without the halves of letters that a broken encoding leaves."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def fits(text: str, encoding: str) -> bool:
    """Whether an encoding has all letters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def json_text(value: object, run: Run, indent: int | None = 2) -> str:
    """A value as JSON, safe to print and to split into lines.

    Letters that the output lacks are escaped, and so is what may break a line or turn the order
    of letters round: JSON itself asks for no more than the escape of ASCII's controls.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not fits(text, run.encoding):
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
