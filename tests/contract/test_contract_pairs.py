"""The contract's sections, each as a corpus of contrasting pairs.

A file of `pairs/` is a section; a story in it has a topic, what is on file and, one a line, the
statements that are held against that:

    ?MARKS statement || gist; gist

    MARKS   one of `=` (consistent), `!` (conflicting), `o` (novel) for each figure, in text order,
            or for a statement without figures
    ?       a known gap, which is read wrongly today; its gists hold the reason: `gap REASON`
    gists   of any finding: `cites ID`, `with ID ID` (operands and other references), `support
            GRADE`, `flags FLAG` or `flags none`, and `note PATTERN` or `note none` of the notes

A claim is "id; source; date; status: text", or a text alone.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck import Checker, Claim, Finding, Report

SECTIONS = sorted(Path(__file__).with_name("pairs").glob("*.toml"))
FEWEST_PAIRS = 20
FEWEST_TOPICS = 10
MOST_GAPS = 12  # only ever falls
_VERDICTS = {"=": "consistent", "!": "conflicting", "o": "novel"}
_LINE = re.compile(r"(?P<gap>\??)(?P<marks>[=!o]+) (?P<statement>.+?)(?: \|\| (?P<gists>.+))?")
_HEADED = re.compile(r"(?P<id>[a-z]);(?P<rest>[^:]*): (?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement, what is on file, and what is to be found."""

    section: str
    topic: str
    claims: tuple[str, ...]
    statement: str
    marks: str
    gists: tuple[tuple[str, str], ...]
    gap: bool


def stories(path: Path) -> list[dict[str, object]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["story"]


def pairs(path: Path) -> Iterator[Pair]:
    for story in stories(path):
        for line in str(story["pairs"]).strip().splitlines():
            found = _LINE.fullmatch(line)
            assert found, line
            gists = [gist.strip().split(" ", 1) for gist in (found["gists"] or "").split(";")]
            yield Pair(
                path.stem,
                str(story["topic"]),
                tuple(story["claims"]),  # type: ignore[arg-type]
                found["statement"],
                found["marks"],
                tuple((key, rest[0]) for key, *rest in gists if rest),
                bool(found["gap"]),
            )


def claim(line: str, place: int) -> Claim:
    found = _HEADED.fullmatch(line)
    if not found:
        return Claim(chr(ord("a") + place), line)
    source, date, status = [*map(str.strip, found["rest"].split(";")), "", ""][:3]
    when = datetime.date.fromisoformat(date) if len(date) == 10 else date or None
    return Claim(found["id"], found["text"], source or None, when, status=status or "current")


def report_of(pair: Pair) -> Report:
    claims = [claim(line, place) for place, line in enumerate(pair.claims)]
    return Checker(claims).check(pair.statement)


def marks_of(report: Report) -> str:
    mark = {verdict: mark for mark, verdict in _VERDICTS.items()}
    return "".join(mark[finding.verdict] for finding in report.findings)


def _beside(finding: Finding) -> set[str]:
    return {citation.claim.id for citation in (*finding.operands, *finding.others)}


def holds(gist: tuple[str, str], finding: Finding) -> bool:
    """Whether a finding is as a gist says."""
    key, wanted = gist
    if key == "cites":
        return finding.citation is not None and finding.citation.claim.id == wanted
    if key == "with":
        cited = {finding.citation.claim.id} if finding.citation else set()
        return _beside(finding) | cited >= set(wanted.split())
    if key == "support":
        return finding.support == wanted
    words = " ".join(finding.notes if key == "note" else finding.flags)
    return not words if wanted == "none" else bool(re.search(wanted, words))


def as_params() -> list[object]:
    params: list[object] = []
    for path in SECTIONS:
        for pair in pairs(path):
            reason = dict(pair.gists).get("gap", "")
            marks = [pytest.mark.xfail(strict=False, reason=reason)] if pair.gap else []
            params.append(pytest.param(pair, id=f"{pair.section}: {pair.statement}", marks=marks))
    return params


@pytest.mark.parametrize("pair", as_params())
def test_pair(pair: Pair) -> None:
    report = report_of(pair)
    notes = [finding.notes for finding in report.findings]
    assert marks_of(report) == pair.marks, notes
    for gist in pair.gists:
        if gist[0] != "gap":
            assert any(holds(gist, finding) for finding in report.findings), (gist, notes)


@pytest.mark.parametrize("path", SECTIONS, ids=lambda path: path.stem)
def test_a_section(path: Path) -> None:
    found = list(pairs(path))
    assert len(found) >= FEWEST_PAIRS
    assert len({pair.topic for pair in found}) == len(stories(path)) >= FEWEST_TOPICS
    assert len({(pair.claims, pair.statement) for pair in found}) == len(found)


def test_every_gap_has_its_reason_and_there_are_no_more() -> None:
    gaps = [pair for path in SECTIONS for pair in pairs(path) if pair.gap]
    assert all(dict(pair.gists).get("gap") for pair in gaps)
    assert len(gaps) <= MOST_GAPS
