"""What the texts of all claim files have in common, whatever their syntax."""

from __future__ import annotations

from typing import Self


class FileText:
    """The text of a claim file; every edit gives a new one.

    Args:
        text: the whole file, as decoded, with its own line ends.
        path: for messages.
        mark: the byte order mark, if there is one.
    """

    def __init__(self, text: str, path: str, mark: bytes = b"") -> None:
        self._text = text
        self._path = path
        self._mark = mark

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self._mark + self._text.encode("utf-8")

    def _with_text(self, text: str) -> Self:
        return type(self)(text, self._path, self._mark)
