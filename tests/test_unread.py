"""Floors for sentences that were written blind of the program: are figures found and attached?

`tests/figures/unread.jsonl` has every figure of 402 sentences; `tests/frames/unread.jsonl` says of
500 figures what they count. Nobody reads the files to mend the program, or they measure nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck import Figure, extract
from factcheck.text.lemma import lemma

HERE = Path(__file__).parent
FOUND = 0.93  # F1 of the figures' places; two points below what was measured
COUNTED = 0.77  # share of the figures whose counted noun is right; the same


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _places(row: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Where the labelled figures stand, in text order."""
    at = 0
    for figure in row["figures"]:
        start = row["text"].index(figure["text"], at)
        at = start + len(figure["text"])
        yield start, at


def _at(figures: list[Figure], place: tuple[int, int]) -> Figure | None:
    return next((f for f in figures if f.span.start < place[1] and place[0] < f.span.end), None)


def test_figures_are_found() -> None:
    wanted = read = found = 0
    for row in _rows(HERE / "figures" / "unread.jsonl"):
        figures, places = list(extract(row["text"])), list(_places(row))
        wanted += len(places)
        read += len(figures)
        found += sum(_at(figures, place) is not None for place in places)
    f1 = 2 * found / (wanted + read)
    print(f"found: F1 {f1:.3f} of {wanted}")
    assert f1 >= FOUND, f1


def _counts(figure: Figure | None, nouns: list[str]) -> bool:
    """Whether a figure counts one of the nouns; an empty one stands for nothing counted."""
    said = (figure.counted or "") if figure is not None else ""
    heads = {lemma(word, "NOUN") for word in said.lower().split()}
    return any((noun in said or noun in heads) if noun else not said for noun in nouns)


def test_figures_count_what_they_should() -> None:
    right = total = 0
    for row in _rows(HERE / "frames" / "unread.jsonl"):
        figures = list(extract(row["text"]))
        for figure, place in zip(row["figures"], _places(row), strict=True):
            wanted = figure["counts"]
            right += _counts(_at(figures, place), wanted if isinstance(wanted, list) else [wanted])
            total += 1
    print(f"counted: {right / total:.3f} of {total}")
    assert right / total >= COUNTED, right / total
