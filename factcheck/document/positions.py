"""Code-point offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right


class Positions:
    """Lines and columns of one text, both counted from 1, columns in code points.

    A line ends with LF, CRLF or CR, as in every editor.
    """

    def __init__(self, text: str) -> None:
        starts = [0]
        at = 0
        for line in text.replace("\r\n", " \n").replace("\r", "\n").split("\n"):
            at += len(line) + 1
            starts.append(at)
        self._starts = starts[:-1]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a code-point offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
