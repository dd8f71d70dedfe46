"""What it costs to answer from a store, and how well it is answered: one process, one store."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from checking import FIRST, Case, cases_of, checked, claim_of, quantile
from claims_generator import claim_number
from processes import memory_of
from questions import Question

from factcheck import Claim, pipeline
from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.base import Snapshot
from factcheck.candidates.index import ClaimIndex, build
from factcheck.candidates.keys import Concept, concepts_of
from factcheck.compiling.opening import opened
from factcheck.frames.analyse import analyse
from factcheck.text.tokens import LOCALE

# The first questions, at most a fifth, do not count: tables of words are read when first used.
_BEFORE = 50
_PERCENTS = (50, 90, 99)
_PARTS = ("reading", "search", "loading", "alignment")


class Timed:
    """A `Snapshot` that tells searching from loading what was found, for the clock of a check.

    Args:
        base: the snapshot; both kinds load a claim with `_claim`.
    """

    def __init__(self, base: Any) -> None:
        self._base = base
        self.spent = dict.fromkeys(("search", "loading", "reading"), 0.0)
        base._claim = self.timed("loading", base._claim)

    def timed(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same work, its time added to a part."""

        def timed_work(*given: Any, **named: Any) -> Any:
            start = time.perf_counter()
            try:
                return work(*given, **named)
            finally:
                self.spent[part] += time.perf_counter() - start

        return timed_work

    def __len__(self) -> int:
        return len(self._base)

    def get(self, claim_id: str) -> Claim | None:
        return self._base.get(claim_id)

    def search(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        return self.timed("search", self._base.search)(concepts, limit)

    def with_keys(self, keys: Iterable[str], limit: int) -> list[AnalysedClaim]:
        return self.timed("search", self._base.with_keys)(keys, limit)


def answers(claims: Path, questions: Sequence[Question]) -> dict[str, Any]:
    """Latency with its parts, memory and recall of a process that answers from some claims."""
    start = time.perf_counter()
    index = opened([claims], (), LOCALE)
    took = time.perf_counter() - start
    gc.freeze()  # as docs/architecture.md advises whoever answers many
    laps = _laps(index, questions)
    rss, own = memory_of()
    return {
        "store": "one piece" if isinstance(index, ClaimIndex) else "on disk",
        "open_ms": took * 1000,
        "rss_mb": rss,
        "own_mb": own,
        "warm_ms": {part: _spread(found) for part, found in laps.items()},
        **recall(lambda text: _found(text, index), questions),
    }


def recall(find: Callable[[str], Sequence[int]], questions: Sequence[Question]) -> dict[str, Any]:
    """How often a right claim is among the first that are found.

    Args:
        find: gives the places of the first claims for a text.
        questions: what is asked.

    Returns:
        `recall` of any claim that says the same but for figures, `recall_same` of the very one that
        was put into other words, `recall_misspelt` of any, where a letter is wrong.
    """
    found = [set(find(question.text)) for question in questions]
    right = [not numbers.isdisjoint(q.right) for numbers, q in zip(found, questions, strict=True)]
    same = [q.number in numbers for numbers, q in zip(found, questions, strict=True)]
    bad = [hit for hit, q in zip(right, questions, strict=True) if q.misspelt]
    return {
        "asked": len(questions),
        "recall": _share(right),
        "recall_same": _share(same),
        "recall_misspelt": _share(bad),
    }


def verdicts(claims: Path, cases: Path) -> dict[str, Any]:
    """Right verdicts on cases: each by its own references, by those of all, and by a whole store.

    Args:
        claims: the store, with the references of all cases in it as `merged` writes them.
        cases: the file of the cases.
    """
    told = list(cases_of([cases]))
    references = [claim_of(row) for case in told for row in merged(case)]
    small = ClaimIndex(build(sorted(references, key=lambda claim: claim.id)))
    large = opened([claims], (), LOCALE)
    rows = [
        (
            case["verdict"],
            _verdict(case, ClaimIndex(build(map(claim_of, merged(case))))),
            _verdict(case, small),
            _verdict(case, large),
        )
        for case in told
    ]
    return {
        "cases": len(rows),
        "own": _share([own == gold for gold, own, _, _ in rows]),
        "together": _share([few == gold for gold, _, few, _ in rows]),
        "merged": _share([many == gold for gold, _, _, many in rows]),
        "changed": sum(many != few for _, _, few, many in rows),
    }


def merged(case: Case) -> list[dict[str, Any]]:
    """The references of a case with ids that no other case has."""
    return [{**row, "id": f"{case['id']}-{row['id']}"} for row in case["references"]]


def write_merged(cases: Path, target: Path) -> None:
    """Write the references of all cases into one claim file."""
    rows = [json.dumps(row) for case in cases_of([cases]) for row in merged(case)]
    target.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _laps(index: Snapshot, questions: Sequence[Question]) -> dict[str, list[float]]:
    """Seconds of every question, and of its parts."""
    timed = Timed(index)
    read = pipeline.analyse
    pipeline.analyse = timed.timed("reading", read)  # type: ignore[attr-defined]
    laps: dict[str, list[float]] = {part: [] for part in ("whole", "cpu", "found", *_PARTS)}
    try:
        for question in questions:
            timed.spent = dict.fromkeys(timed.spent, 0.0)
            start, cpu = time.perf_counter(), time.thread_time()
            checked(question.text, timed)
            whole, spent = time.perf_counter() - start, timed.spent
            cpu = time.thread_time() - cpu
            found = spent["reading"] + spent["search"]
            rest = {"search": spent["search"] - spent["loading"], "alignment": whole - found}
            for part, seconds in {
                **spent,
                **rest,
                "whole": whole,
                "cpu": cpu,
                "found": found,
            }.items():
                laps[part].append(seconds)
    finally:
        pipeline.analyse = read  # type: ignore[attr-defined]
    before = min(_BEFORE, len(questions) // 5)
    return {part: found[before:] for part, found in laps.items()}


def _found(text: str, index: Snapshot) -> list[int]:
    """The places of the first candidates in the stream."""
    found = index.search(concepts_of(analyse(text)), FIRST)
    return [claim_number(candidate.claim.id) for candidate in found]


def _verdict(case: Case, index: Snapshot) -> str:
    return str(checked(case["statement"], index).verdict)


def _spread(laps: Sequence[float]) -> dict[str, float]:
    mean = sum(laps) / len(laps) * 1000
    return {**{f"p{p}": quantile(laps, p) for p in _PERCENTS}, "mean": mean}


def _share(hits: Sequence[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None
