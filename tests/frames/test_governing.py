"""The governing event of a figure, as the public figure says it: a corpus, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import extract
from factcheck.text.lemma import lemma

DATA = Path(__file__).with_name("governing.toml")
LEAST = 60
MOST_GAPS = 6  # only ever falls


def lines() -> Iterator[str]:
    corpus = tomllib.loads(DATA.read_text(encoding="utf-8"))["sentences"]
    yield from filter(None, corpus.split("\n"))


def governing(marked: str) -> str:
    """The event of the figure in braces, else of the first, its first word as a base form."""
    meant = marked.find("{")
    figures = extract(marked.replace("{", "").replace("}", ""))
    figure = next(f for f in figures if f.span.end > meant)
    said = (figure.event or "-").lower().split()
    return " ".join((lemma(said[0], "VERB"), *said[1:]))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, marks=[pytest.mark.xfail(strict=False)] if line[0] == "?" else [])
        for line in lines()
    ],
)
def test_governing(line: str) -> None:
    marked, _, wanted = line.lstrip("?").partition(" | ")
    assert governing(marked) == wanted


def test_enough_sentences_and_few_gaps() -> None:
    every = list(lines())
    assert len(every) >= LEAST
    assert sum(line.startswith("?") for line in every) <= MOST_GAPS
