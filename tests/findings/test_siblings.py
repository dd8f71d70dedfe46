"""Statements against a claim or a few, a line each: what was once misread, in other words.

A line of `siblings/*.txt` is the verdict (`=` consistent, `!` conflicting, `o` novel), the
statement and the claims, parted by "||"; "?" before it marks a gap that is known. A line with "#"
says what the lines below it are about.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import Checker, Claim

DATA = Path(__file__).with_name("siblings")
VERDICTS = {"=": "consistent", "!": "conflicting", "o": "novel"}
LEAST = 100
MOST_GAPS = 221  # it rises only with new lines


class Line(NamedTuple):
    gap: bool
    verdict: str
    statement: str
    claims: tuple[str, ...]


def lines() -> Iterator[Line]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.txt")))
    for line in (line for text in texts for line in text.splitlines()):
        if not line or line.startswith("#"):
            continue
        gap, told = line.startswith("?"), line.removeprefix("?")
        verdict, texts = told[0], [text.strip() for text in told[1:].split("||")]
        assert verdict in VERDICTS, line
        assert len(texts) > 1, line
        yield Line(gap, VERDICTS[verdict], texts[0], tuple(texts[1:]))


LINES = list(lines())


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            line,
            id=f"{line.verdict}: {line.statement}",
            marks=[pytest.mark.xfail(strict=True)] if line.gap else [],
        )
        for line in LINES
    ],
)
def test_sibling(line: Line) -> None:
    claims = [Claim(id=f"r{n}", text=text) for n, text in enumerate(line.claims)]
    report = Checker(claims).check(line.statement)
    assert report.verdict == line.verdict, report.findings


def test_enough_lines_and_few_gaps() -> None:
    assert len(LINES) >= LEAST
    assert sum(line.gap for line in LINES) <= MOST_GAPS
    assert len({(line.statement, line.claims) for line in LINES}) == len(LINES)
