"""Floors for labelled sentences: are figures read rightly, and do they count what they should?

`tests/figures/news.jsonl` was written blind of the program and has since been used to mend it;
`unread*.jsonl` beside it, and `tests/frames/unread.jsonl`, which says of 500 figures what they
count, nobody reads to mend the program, or they measure nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_scoring import places, score_reading
from scoring import rows

from factcheck import Figure, extract
from factcheck.text.lemma import lemma

HERE = Path(__file__).parent
# F1 of values, and of value and unit: two points below what was measured
FLOORS = {"news.jsonl": (0.90, 0.88)}
BLIND = (0.88, 0.85)
COUNTED = 0.77  # share of the figures whose counted noun is right; two points below, too


@pytest.mark.parametrize("path", sorted((HERE / "figures").glob("*.jsonl")), ids=lambda p: p.name)
def test_figures_are_read(path: Path) -> None:
    value, unit = FLOORS.get(path.name, BLIND)
    score = score_reading(rows(path))
    print(f"{path.name}: values {score.f1(score.values):.3f}, units {score.f1(score.units):.3f}")
    assert score.f1(score.values) >= value, score.faults
    assert score.f1(score.units) >= unit, score.faults


def _at(figures: list[Figure], place: tuple[int, int]) -> Figure | None:
    return next((f for f in figures if f.span.start < place[1] and place[0] < f.span.end), None)


def _counts(figure: Figure | None, nouns: list[str]) -> bool:
    """Whether a figure counts one of the nouns; an empty one stands for nothing counted."""
    said = (figure.counted or "") if figure is not None else ""
    heads = {lemma(word, "NOUN") for word in said.lower().split()}
    return any((noun in said or noun in heads) if noun else not said for noun in nouns)


def test_figures_count_what_they_should() -> None:
    right = total = 0
    for row in rows(HERE / "frames" / "unread.jsonl"):
        figures = list(extract(row["text"]))
        for figure, place in zip(row["figures"], places(row), strict=True):
            wanted = figure["counts"]
            right += _counts(_at(figures, place), wanted if isinstance(wanted, list) else [wanted])
            total += 1
    print(f"counted: {right / total:.3f} of {total}")
    assert right / total >= COUNTED, right / total
