"""Scores labelled cases through the public interface, for the floors of `test_quality.py`."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from factcheck import Checker, Claim

Row = dict[str, Any]


class Score(NamedTuple):
    """What a file of cases came to.

    Attributes:
        confusion: how often each (wanted, said) pair of verdicts came up.
    """

    confusion: Counter[tuple[str, str]]

    @property
    def cases(self) -> int:
        """How many were scored."""
        return self.confusion.total()

    @property
    def accuracy(self) -> float:
        """Share of statements with the right verdict of the three."""
        right = sum(n for (wanted, said), n in self.confusion.items() if wanted == said)
        return right / self.cases

    @property
    def false_alarms(self) -> float:
        """Share of the statements that do not conflict which are said to."""
        quiet = {pair: n for pair, n in self.confusion.items() if pair[0] != "conflicting"}
        alarms = sum(n for (_, said), n in quiet.items() if said == "conflicting")
        return alarms / max(1, sum(quiet.values()))


def rows(path: Path, limit: int | None = None) -> Iterator[Row]:
    """The cases of a JSONL file, `limit` of them spread evenly over it."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    step = 1 if limit is None else max(1, len(lines) // limit)
    yield from map(json.loads, islice(lines, 0, None, step))


def claim(reference: Row) -> Claim:
    """A case's reference as a claim."""
    date = reference.get("date")
    return Claim(
        id=reference["id"],
        text=reference["text"],
        source=reference.get("source"),
        date=datetime.date.fromisoformat(date) if date else None,
        status=reference.get("status", "current"),
        topic=reference.get("topic"),
    )


def score_cases(cases: Iterable[Row]) -> Score:
    """Check every statement against the references of its own case."""
    confusion: Counter[tuple[str, str]] = Counter()
    for case in cases:
        report = Checker(map(claim, case["references"])).check(case["statement"])
        confusion[case["verdict"], str(report.verdict)] += 1
    return Score(confusion)


def score_pairs(pairs: Iterable[Row]) -> Score:
    """Check every statement against its one reference."""
    confusion: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        reference = Claim(id="r", text=pair["reference"], topic=pair.get("topic"))
        confusion[pair["verdict"], str(Checker([reference]).check(pair["statement"]).verdict)] += 1
    return Score(confusion)
