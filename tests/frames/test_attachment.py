"""What figures are attached to: a corpus, as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.frames.analyse import analyse
from factcheck.frames.model import FigureFrame, SentenceFrame

DATA = Path(__file__).with_name("attachment.toml")
ALWAYS = ("increment", "statistic", "modality", "negated", "base", "time")
KEYS = {"counts", "event", *ALWAYS}
LEAST = 80
MOST_GAPS = 25  # only ever falls


def lines() -> Iterator[str]:
    corpus = tomllib.loads(DATA.read_text(encoding="utf-8"))["sentences"]
    yield from filter(None, corpus.split("\n"))


def wanted(line: str) -> dict[str, str]:
    given = dict(pair.split("=") for pair in line.partition(" | ")[2].split())
    assert set(given) <= KEYS, line
    return dict.fromkeys(ALWAYS, "") | given


def read(line: str) -> dict[str, str]:
    marked = line.lstrip("?").partition(" | ")[0]
    sentence = analyse(marked.replace("{", "").replace("}", ""))
    meant = marked.find("{")
    frame = next(f for f in sentence.figures if f.figure.span.end > meant)
    return {
        "counts": sentence.terms[frame.counted].head if frame.counted >= 0 else "-",
        "event": _event(sentence, frame),
        "increment": frame.increment,
        "statistic": frame.statistic,
        "modality": "" if frame.modality == "fact" else frame.modality,
        "negated": "yes" if frame.negated else "",
        "base": "yes" if frame.base else "",
        "time": ",".join(str(sentence.times[i].date).replace(" ", "_") for i in frame.times),
    }


def _event(sentence: SentenceFrame, frame: FigureFrame) -> str:
    events = (sentence.events[index] for index in frame.events)
    return next((event.lemma for event in events if not event.light), "-")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(line, marks=[pytest.mark.xfail(strict=False)] if line[0] == "?" else [])
        for line in lines()
    ],
)
def test_attachment(line: str) -> None:
    said = read(line)
    assert {key: said[key] for key in wanted(line)} == wanted(line)


def test_enough_sentences_and_few_gaps() -> None:
    every = list(lines())
    assert len(every) >= LEAST
    assert sum(line.startswith("?") for line in every) <= MOST_GAPS
