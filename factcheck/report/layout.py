"""Columns, wrapping and colour for reports that people read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

# Around a highlighted piece of text, until the line is painted; `clean` lets neither in.
START, END = "\x01", "\x02"
_RESET = "\x1b[0m"
_STYLES = {
    "strong": "\x1b[1m",
    "dim": "\x1b[2m",
    "bad": "\x1b[1;31m",
    "good": "\x1b[1;32m",
    "open": "\x1b[1;33m",
    "warn": "\x1b[1;35m",
}


@cache
def _cleaning() -> dict[int, str]:
    """What must not reach a terminal from a text: commands, broken code points, bidi overrides.

    Controls are shown as their pictures (U+2400 …), so that a draft can neither move the
    cursor nor hide a word, and nothing is silently lost.
    """
    table = {code: chr(0x2400 + code) for code in range(32)}
    table[0x7F] = "\u2421"
    for code in (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)):
        table[code] = "\ufffd"
    for space in "\t\n\v\f\r\x85\u2028\u2029":
        table[ord(space)] = " "
    return table


def clean(text: str) -> str:
    """`text` on one line and safe to print, one character for each of its own."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_cleaning())
    if any("\ud800" <= char <= "\udfff" for char in text):
        text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def columns(text: str) -> int:
    """How many terminal columns `text` takes."""
    if text.isascii():
        return len(text) - text.count(START) - text.count(END)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if char in (START, END, "\u200b", "\u200d", "\ufe0f") or combining(char)
        else 2 if east_asian_width(char) in "WF"
        else 1
        for char in text
    )  # fmt: skip


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces, at need within a word."""
    lines: list[str] = []
    line = ""
    used = 0
    for word in text.split(" "):
        if not word:
            continue
        for piece in _pieces(word, width):
            size = columns(piece)
            if line and used + 1 + size > width:
                lines.append(line)
                line, used = piece, size
            elif line:
                line, used = f"{line} {piece}", used + 1 + size
            else:
                line, used = piece, size
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, width: int) -> Iterator[str]:
    if columns(word) <= width:
        yield word
        return
    piece, used = "", 0
    for char in word:
        size = columns(char)
        if used + size > width:
            yield piece
            piece, used = "", 0
        piece += char
        used += size
    yield piece


class Painter:
    """Colours text, or leaves it plain."""

    def __init__(self, *, colour: bool) -> None:
        self.colour = colour

    def paint(self, text: str, style: str) -> str:
        """`text` in one of the styles; "" is none."""
        if not self.colour or not style or not text:
            return text
        return f"{_STYLES[style]}{text}{_RESET}"

    def lines(self, lines: Iterable[str], style: str = "") -> list[str]:
        """Wrapped lines with their highlights made visible, the rest in `style`."""
        if not self.colour:
            return [line.replace(START, "").replace(END, "") for line in lines]
        painted: list[str] = []
        inside = False
        for line in lines:
            text = _STYLES["strong"] + line if inside else line
            inside = line.rfind(START) > line.rfind(END) or (inside and END not in line)
            text = text.replace(START, _STYLES["strong"])
            text = text.replace(END, _RESET + _STYLES.get(style, ""))
            painted.append(self.paint(text, style) if style else text + _RESET * inside)
        return painted


def clip(text: str, start: int, end: int, limit: int) -> tuple[str, int, int]:
    """The neighbourhood of `text[start:end]`, at most about `limit` characters of it.

    Returns:
        The excerpt, with … where it was cut, and where the piece stands in it.
    """
    if len(text) <= limit:
        return text, start, end
    spare = max(limit - (end - start), 0)
    # More of what follows: a figure is mostly written before what it counts.
    first = max(0, min(start - spare // 4, len(text) - limit))
    if first and text[first - 1] != " ":
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else first
    last = min(len(text), max(first + limit, min(end, first + 2 * limit)))
    if last < len(text) and text[last] != " ":
        space = text.rfind(" ", min(end, last), last)
        last = space if space >= 0 else last
    before = "… " if first else ""
    after = " …" if last < len(text) else ""
    shift = len(before) - first
    excerpt = before + text[first:last] + after
    return excerpt, max(start + shift, 0), min(end + shift, len(excerpt))
