"""A text against its own table."""

from __future__ import annotations

import pytest
from reading import codes

GAMES = """# Games

They took {golds} golds and {medals} medals in all. Four years ago it had been 5 golds. Rowing was
good for {rowing} golds.

| Sport | Gold | Silver | All medals |
| --- | ---: | ---: | ---: |
| Swimming | 4 | 3 | 7 |
| Rowing | 3 | 1 | 4 |
| Total | 7 | 4 | 11 |
"""


@pytest.mark.parametrize(
    ("golds", "medals", "rowing", "expected"),
    [
        (7, 11, 3, []),
        (8, 11, 3, ["FC201"]),
        (7, 13, 3, ["FC201"]),
        (7, 11, 2, ["FC201"]),
        (7, 11, 20, []),
        ("more than 6", 11, 3, []),
    ],
)
def test_figures_that_the_table_has_otherwise(golds, medals, rowing, expected):
    text = GAMES.format(golds=golds, medals=medals, rowing=rowing)
    assert codes(text, ending="md") == expected


def test_a_table_of_html_is_the_same():
    table = (
        "<p>Blackwater holds {} million litres.</p><table><tr><th>Lake</th><th>Litres</th></tr>"
        "<tr><td>Blackwater</td><td>640 million</td></tr>"
        "<tr><td>Sele</td><td>110 million</td></tr></table>"
    )
    assert codes(table.format(640), ending="html") == []


def test_the_corner_of_a_table_adds_up_the_totals():
    text = "| | Old | New |\n| --- | --- | --- |\n| Ahn | 21 | 15 |\n| Total | 21 | 15 |\n"
    table = text.replace(" New |", " New | Total |").replace("--- |\n", "--- | --- |\n")
    table = table.replace("15 |\n| Total", "15 | 36 |\n| Bel | 12 | 8 | 20 |\n| Total")
    table = table.replace("| Total | 21 | 15 |", "| Total | 33 | 23 | {} |")
    assert codes(table.format(56), ending="md") == []
    assert codes(table.format(59), ending="md") == ["FC202"]
