"""What the benches share: cases and rows as claims, one statement checked, quantiles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck import Claim, Report, pipeline
from factcheck.candidates.base import Snapshot
from factcheck.candidates.keys import concepts_of
from factcheck.document.base import Passage
from factcheck.frames.analyse import analyse
from factcheck.model import Span
from factcheck.policy import Policy

Case = dict[str, Any]
FIRST = 20  # recall is counted among so many candidates


def claim_of(row: Case) -> Claim:
    """A row of a case or of the generator as a claim."""
    fields = ("id", "text", "source", "date", "status", "topic", "url")
    return Claim(**{name: row[name] for name in fields if row.get(name) is not None})


def cases_of(paths: Iterable[Path]) -> Iterator[Case]:
    """The cases of all files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def checked(statement: str, index: Snapshot) -> Report:
    """The report on one statement."""
    whole = [Passage(Span(0, len(statement)), whole=True)]
    return pipeline.check(statement, whole, index, Policy())


def first(statement: str, index: Snapshot) -> list[str]:
    """The ids of the first candidates of a statement."""
    found = index.search(concepts_of(analyse(statement)), FIRST)
    return [candidate.claim.id for candidate in found]


def quantile(laps: Sequence[float], percent: int) -> float:
    """In milliseconds."""
    return sorted(laps)[percent * (len(laps) - 1) // 100] * 1000
