"""The tables of docs/figures.md, read by the program itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figure_lines import described

from factcheck import extract

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text("utf-8")
ROWS = re.findall(r"^\| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
READ = [(text, reads) for text, reads in ROWS if text not in {"text", "---"} and " | " not in reads]
LEFT = PAGE.partition("## What is left aside")[2]
ASIDE = re.findall(r"^\| (?!class|---).+? \| (.+?) \| .+? \|$", LEFT, re.MULTILINE)
SIZES = PAGE.partition("## What a figure counts")[2].partition("## What is left aside")[0]
MEASURED = re.findall(r"“(.+?)” \((.+?)\)", SIZES)


@pytest.mark.parametrize(("text", "reads"), READ)
def test_documented_reading(text: str, reads: str) -> None:
    assert described(text) == [reads]


@pytest.mark.parametrize("text", ASIDE)
def test_documented_as_left_aside(text: str) -> None:
    assert described(text) == []


@pytest.mark.parametrize(("text", "noun"), MEASURED)
def test_documented_as_measured(text: str, noun: str) -> None:
    counted = [figure.counted or "nothing" for figure in extract(text)]
    assert counted[-1].split()[-1] == noun


def test_both_tables_are_found() -> None:
    assert len(READ) > 50
    assert len(ASIDE) == 14
    assert len(MEASURED) > 12
