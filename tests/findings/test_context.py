"""Documents of which only the context decides, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck import Checker, Claim, Finding

DATA = Path(__file__).with_name("context.toml")
FEWEST_DOCUMENTS = 25
FEWEST_STORIES = 10
MOST_GAPS = 0  # only ever falls
_MARKS = {"consistent": "=", "conflicting": "!", "novel": "o"}
_LINE = re.compile(
    r"(?P<gap>\??)(?P<marks>[=!o]+) (?P<headline>[^|]*)\| (?P<body>.+?)(?: \|\| (?P<gists>.+))?"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document, what is on file, and what is to be found."""

    topic: str
    claims: tuple[str, ...]
    text: str
    marks: str
    gists: tuple[tuple[str, str], ...]
    gap: bool


def documents() -> Iterator[Document]:
    for story in tomllib.loads(DATA.read_text(encoding="utf-8"))["story"]:
        for line in story["documents"].strip().splitlines():
            found = _LINE.fullmatch(line)
            assert found, line
            gists = [gist.strip().split(" ", 1) for gist in (found["gists"] or "").split(";")]
            yield Document(
                story["topic"],
                tuple(story["claims"]),
                f"{found['headline'].strip()}\n\n{found['body']}".strip(),
                found["marks"],
                tuple((key, rest[0]) for key, *rest in gists if rest),
                bool(found["gap"]),
            )


def claim(line: str) -> Claim:
    head, text = line.split(": ", 1)
    name, _, topic = head.partition("; ")
    return Claim(name, text, topic=topic or None)


def found_in(document: Document) -> list[Finding]:
    checker = Checker([claim(line) for line in document.claims])
    return [f for f in checker.check_document(document.text).findings if f.figure]


def holds(gist: tuple[str, str], finding: Finding) -> bool:
    """Whether a finding is as a gist says."""
    key, wanted = gist
    if key == "cites":
        return finding.citation is not None and finding.citation.claim.id == wanted
    if key == "with":
        return wanted in {citation.claim.id for citation in finding.others}
    words = " ".join(finding.notes)
    return not words if wanted == "none" else bool(re.search(wanted, words))


def as_params() -> list[object]:
    params: list[object] = []
    for document in documents():
        reason = dict(document.gists).get("gap", "")
        marks = [pytest.mark.xfail(strict=False, reason=reason)] if document.gap else []
        params.append(pytest.param(document, id=document.text.replace("\n\n", " / "), marks=marks))
    return params


@pytest.mark.parametrize("document", as_params())
def test_document(document: Document) -> None:
    findings = found_in(document)
    notes = [finding.notes for finding in findings]
    assert "".join(_MARKS[f.verdict] for f in findings) == document.marks, notes
    for gist in document.gists:
        if gist[0] != "gap":
            assert any(holds(gist, finding) for finding in findings), (gist, notes)


def test_the_data() -> None:
    found = list(documents())
    gaps = [document for document in found if document.gap]
    assert len({(d.claims, d.text) for d in found}) == len(found) >= FEWEST_DOCUMENTS
    assert len({d.topic for d in found}) >= FEWEST_STORIES
    assert all(dict(d.gists).get("gap") for d in gaps)
    assert len(gaps) <= MOST_GAPS
