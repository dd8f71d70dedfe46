"""Counts as a small chart of plain characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factcheck.report.claim_table import cut
from factcheck.report.layout import Painter, clean, columns

BLOCK, PLAIN = "█", "#"
_MOST_LABEL: Final = 40
_LONGEST: Final = 40  # columns of the longest bar
_INDENT: Final = "  "


def chart(
    counts: Mapping[str | None, int], *, most: int, width: int, bar: str, nameless: str
) -> Iterator[str]:
    """A line for each name: the name, a bar, the count.

    Args:
        counts: by name, in the order to show them in; None is the count of those without one.
        most: lines at most; the rest is drawn together in one more, without a bar.
        width: columns to write in.
        bar: the character that bars are made of.
        nameless: what to call those without a name.
    """
    rows = [(clean(name or nameless), number) for name, number in counts.items()]
    named, rest = rows[:most], rows[most:]
    if None in counts and rest:  # those without a name are always shown: they want mending
        named, rest = [*rows[: most - 1], rows[-1]], rows[most - 1 : -1]
    more = f"{len(rest):,} more" if rest else ""
    widest = max(columns(more), *(columns(name) for name, _ in rows))
    label = min(widest, _MOST_LABEL, width // 2)
    digits = len(f"{max(number for _, number in rows):,}")
    room = min(width - len(_INDENT) - label - digits - 2 * len(_INDENT), _LONGEST)
    largest = max(number for _, number in named)
    for name, number in named:
        shown = cut(name, label)
        # rounded up: one claim among ten thousand still shows
        length = -(-number * room // largest)
        gap = " " * (label - columns(shown))
        yield f"{_INDENT}{shown}{gap}{_INDENT}{number:>{digits},}{_INDENT}{bar * length}"
    if rest:
        others = sum(number for _, number in rest)
        yield f"{_INDENT}{more:<{label}}{_INDENT}{others:>{digits},}"


def charts(
    titled: Sequence[tuple[str, Mapping[str | None, int], int, str]],
    *,
    colour: bool,
    width: int,
    bar: str,
) -> Iterator[str]:
    """Several charts beneath each other.

    Args:
        titled: of each chart its title, counts, most lines, and the word for those without a name.
        colour: whether to use ANSI colours.
        width: columns to write in.
        bar: the character that bars are made of.
    """
    painter = Painter(colour=colour)
    for title, counts, most, nameless in titled:
        yield ""
        yield painter.paint(title, "strong")
        yield from chart(counts, most=most, width=width, bar=bar, nameless=nameless)
