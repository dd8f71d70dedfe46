"""What `--explain` says of a figure: its values in words, and why an ambiguous form was so read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factcheck import extract
from factcheck.figures.unit_guards import GUARDS, LISTED
from factcheck.report.figures import render
from factcheck.report.readings import reasons, value_words

DATA = Path(__file__).parent.parent.parent / "factcheck" / "data" / "readings.toml"


@pytest.mark.parametrize("guard", sorted({*GUARDS, *LISTED} - {"never"}))
def test_every_guard_has_its_words(guard: str) -> None:
    assert tomllib.loads(DATA.read_text("utf-8"))["guards"][guard]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("She ran 12 km.", "12 kilometre"),
        ("More than 300 fled.", "> 300"),
        ("At least 300 fled.", "≥ 300"),
        ("Fewer than 300 fled.", "[0 … 300)"),
        ("About 300 fled.", "(270 … 330)"),
        ("They won 3-1.", "3–1"),
        ("Sales rose by 5%.", "up 5 percent"),
        ("Sales rose to 5%.", "5 percent (up)"),
        ("Sales fell 5%.", "down 5 percent"),
        ("One in ten pupils fell ill.", "[9.5 … 10.5] percent"),
        ("Oil costs $80 a barrel.", "80 USD / barrel"),
        ("Some 900 cars a week are made.", "(810 … 990) / week"),
        ("Women outnumbered men two to one.", "× [1.9 … 2.1] (2 : 1)"),
        ("The train left at 6.05 a.m.", "06:05"),
        ("The shop opens 9am-5pm.", "[09:00 … 17:00]"),
        ("Trains ran between 6.30am and 11pm.", "[06:30 … 23:00]"),
        ("It opened on 12 March 2024.", "2024-03-12"),
    ],
)
def test_values_in_words(text: str, said: str) -> None:
    assert value_words(extract(text)[0]) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Waves of 3m hit the pier.",
            "“m” is metres, neither millions nor minutes: “waves” is near",
        ),
        ("It cost £3m.", "“m” is millions, not metres: a currency stands before the number"),
        ("Some 3m people fled.", "“m” is millions, not metres: no unit fits what is around"),
        ("He lifted 200 pounds of grain.", "“pounds” is weight, not money"),
        ("He raised 200 pounds for charity.", "“pounds” is money, not weight"),
        (
            "The 7f handicap was run at Epsom.",
            "“f” is the unit, because of what is spoken of nearby: “handicap” is near",
        ),
        (
            "It cost $30.",
            "“$” is dollars of a country not named: US, unless the other side of a comparison "
            "says otherwise",
        ),
    ],
)
def test_why(text: str, said: str) -> None:
    assert said in tuple(reasons(extract(text)[0]))


@pytest.mark.parametrize("text", ["Some 300 fled.", "It is 12 km away.", "It cost 5 euros."])
def test_nothing_to_explain(text: str) -> None:
    assert not tuple(reasons(extract(text)[0]))


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_number_breaks_across_lines(width: int) -> None:
    text = "The shareholders reported revenue of $2,345,678 to $3,456,789 in January."
    table = render(extract(text), colour=False, width=width, text=text)
    assert "2,345,678" in table.replace("$2,345,678", "")
    assert all(len(line) <= width for line in table.split("\n"))
