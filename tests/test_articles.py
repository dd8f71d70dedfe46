"""Whole articles against stores in other words: the verdict on every figure of the body."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import Checker, Claim, Finding, Flag

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.toml"))
VERDICTS = ("consistent", "conflicting", "novel")


def _claims(lines: list[str], topic: str) -> Iterator[Claim]:
    for line in lines:
        head, text = line.split(": ", 1)
        name, source = head.split("; ")
        yield Claim(id=name, text=text, source=source, topic=topic)


def _expected(line: str) -> tuple[str, str, str, bool]:
    """Text of the figure, its verdict, the claim that decides, and whether it is disputed."""
    words = line.split()
    at = next(i for i, word in enumerate(words) if word in VERDICTS)
    cited = words[at + 1] if len(words) > at + 1 else ""
    return " ".join(words[:at]), words[at], cited, words[-1] == "disputed"


def _found(finding: Finding) -> tuple[str, str, str, bool]:
    assert finding.figure is not None
    cited = finding.citation.claim.id if finding.citation is not None else ""
    return finding.figure.text, str(finding.verdict), cited, Flag.DISPUTED in finding.flags


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_figure_has_its_verdict(path: Path) -> None:
    data = tomllib.loads(path.read_text("utf-8"))
    checker = Checker(_claims(data["claims"], data["article"].strip().splitlines()[0]))
    report = checker.check_document(data["article"])
    found = [_found(f) for f in report.findings if f.figure is not None]
    wanted = [_expected(line) for line in data["figures"]]
    assert found == wanted, "\n".join(
        f"{f.figure.text}: {f.verdict} {list(f.notes)}" for f in report.findings if f.figure
    )


def test_enough_articles_with_enough_figures() -> None:
    sizes = [len(tomllib.loads(path.read_text("utf-8"))["figures"]) for path in ARTICLES]
    assert len(sizes) >= 3
    assert min(sizes) >= 12
