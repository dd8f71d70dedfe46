"""Digits above the line, as letters that are no digits of the number before them."""

from __future__ import annotations

from typing import Final

RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raised(text: str) -> str:
    """A text above the line, so that a power or a mark of a note does not pass for more digits."""
    return text.translate(RAISED)
