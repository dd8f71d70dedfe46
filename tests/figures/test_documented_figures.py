"""The tables of docs/figures.md, read by the program itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figure_lines import described

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text("utf-8")
ROWS = re.findall(r"^\| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
READ = [(text, reads) for text, reads in ROWS if text not in {"text", "---"} and " | " not in reads]
ASIDE = re.findall(r"^\| (?!class|---).+? \| (.+?) \| .+? \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("text", "reads"), READ)
def test_documented_reading(text: str, reads: str) -> None:
    assert described(text) == [reads]


@pytest.mark.parametrize("text", ASIDE)
def test_documented_as_left_aside(text: str) -> None:
    assert described(text) == []


def test_both_tables_are_found() -> None:
    assert len(READ) > 50
    assert len(ASIDE) == 14
