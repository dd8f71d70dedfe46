"""Dense text on one line: the work grows with the text, and not with its square."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from factcheck import Checker, Claim

CLAIMS = [
    Claim(id=f"c{number}", text=text)
    for number, text in enumerate(
        (
            "Of the 3,600 injured soldiers, 300 have returned to active duty.",
            "Some 1,500 soldiers reached the front near Kursk.",
            "The ferries carried 1.2 million passengers in 2024.",
            "Rents rose by 5% in May.",
        )
    )
]


def work(checker: Checker, text: str) -> int:
    """How many calls of Python functions a check takes; the same on every machine."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        checker.check(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        "300 soldiers, ",
        "300 soldiers returned; ",
        "300 ",
        "12% of it and ",
        "Paris 300 ",
        "In March 2024 about 300 soldiers returned to duty, 12% more than the 3,500 tonnes, ",
    ],
)
@pytest.mark.parametrize(
    ("short", "long"),
    [
        pytest.param(300, 1_200, id="inside one sentence"),
        pytest.param(1_600, 6_400, id="over many"),
    ],
)
def test_four_times_the_text_is_about_four_times_the_work(
    piece: str, short: int, long: int
) -> None:
    checker = Checker(CLAIMS)
    checker.check(piece)  # data files are read once
    once, again = (work(checker, (piece * length)[:length]) for length in (short, long))
    assert again < 5.8 * once  # 18 to 36 times where every figure looked at every other one
