"""Families of wordings that encyclopedias and news copy share: films, outbreaks, charts, towns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import Checker, Claim

DATA = Path(__file__).with_name("families.toml")
_LINE = re.compile(
    r"(?P<gap>\?)?(?P<verdict>\w+) \| (?P<topic>.*?) ?\| (?P<reference>.+?) \| (?P<statement>.+)"
)
LEAST = 400
MOST_GAPS = 60  # of some 1,400 lines; it rises only with new lines


class Line(NamedTuple):
    family: str
    gap: bool
    verdict: str
    topic: str
    reference: str
    statement: str


def lines() -> Iterator[Line]:
    for family, text in tomllib.loads(DATA.read_text(encoding="utf-8")).items():
        for line in filter(None, text.split("\n")):
            found = _LINE.fullmatch(line)
            assert found, f"{DATA.name}: not a line of a family: {line!r}"
            fields = (found[name] for name in ("verdict", "topic", "reference", "statement"))
            yield Line(family, bool(found["gap"]), *fields)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, marks=[pytest.mark.xfail(strict=True)] if line.gap else [])
        for line in lines()
    ],
    ids=lambda line: f"{line.family}: {line.reference} | {line.statement}",
)
def test_family(line: Line) -> None:
    claim = Claim(id="r", text=line.reference, topic=line.topic or None)
    assert str(Checker([claim]).check(line.statement).verdict) == line.verdict


def test_enough_lines_and_few_gaps() -> None:
    every = list(lines())
    assert len(every) >= LEAST
    assert sum(line.gap for line in every) <= MOST_GAPS
