"""Which figures measure the same thing: pairs on many topics, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.align.align import align
from factcheck.align.model import Aligned, Candidate
from factcheck.frames.analyse import analyse
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Claim

DATA = Path(__file__).with_name("pairs.toml")
_LINE = re.compile(r"(?P<gap>\?)?(?P<mark>[=<>!])(?P<slot>\w*) (?P<ours>.+?) \| (?P<theirs>.+)")
_RELATIONS = {"=": "same", ">": "wider", "<": "narrower", "!": "other"}
LEAST_PAIRS = 120
MOST_GAPS = 30  # only ever falls


class Pair(NamedTuple):
    group: str
    gap: bool
    relation: str
    slot: str
    ours: str
    theirs: str


def pairs() -> Iterator[Pair]:
    for group, table in tomllib.loads(DATA.read_text(encoding="utf-8")).items():
        for line in filter(None, table.split("\n")):
            found = _LINE.fullmatch(line)
            assert found, f"{DATA.name}: not a pair: {line!r}"
            relation = _RELATIONS[found["mark"]]
            gap = bool(found["gap"])
            yield Pair(group, gap, relation, found["slot"], found["ours"], found["theirs"])


def side(marked: str) -> tuple[SentenceFrame, FigureFrame]:
    """A sentence and the figure in it that is meant."""
    meant = marked.find("{")
    text = marked.replace("{", "").replace("}", "")
    sentence = analyse(text)
    assert sentence.figures, f"no figure was read in {text!r}"
    if meant < 0:
        return sentence, sentence.figures[0]
    return sentence, next(f for f in sentence.figures if f.figure.span.end > meant)


def aligned(pair: Pair) -> Aligned:
    sentence, frame = side(pair.ours)
    claim = Claim(id="r", text=pair.theirs.replace("{", "").replace("}", ""))
    return align(sentence, frame, Candidate(claim, *side(pair.theirs)))


def relation_of(found: Aligned) -> str:
    if not found.same:
        return "other"
    return found.part_whole or "same"


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(pair, marks=[pytest.mark.xfail(strict=False)] if pair.gap else [])
        for pair in pairs()
    ],
    ids=lambda pair: f"{pair.group}: {pair.ours} | {pair.theirs}",
)
def test_pair(pair: Pair) -> None:
    found = aligned(pair)
    said = relation_of(found)
    if pair.relation == "narrower":  # novel either way, with a note or with the slot that refused
        assert said in ("narrower", "other"), found.details
        return
    assert said == pair.relation, (found.reason, found.details)
    if pair.slot:
        refusing = {detail.slot for detail in found.details if detail.state == "differing"}
        assert pair.slot in refusing, found.reason


def test_enough_pairs_and_few_gaps() -> None:
    every = list(pairs())
    assert len(every) >= LEAST_PAIRS
    assert sum(pair.gap for pair in every) <= MOST_GAPS
