"""What a hundred thousand claims on other topics do to verdicts, to candidates, to time and memory.

    python bench/irrelevant.py ../shared/cases/dev.jsonl [tests/cases/fresh_a.jsonl …]
        [--claims 100000] [--seed 1] [--index FILE] [--show 20] [--most-worse SHARE]
    python bench/irrelevant.py --sizes 1000 10000 100000

Every case is checked twice: against its own references, and against these among the synthetic
claims of `claims_generator.py`. A verdict that was right and is no longer is *worse*; what the new
finding cites, or the reference that is no longer among the candidates, is named beside it.
`--most-worse 0.01` makes more than 1% of them an exit status of 1. `--index` keeps the analysed
claims in a file, for runs after a change that does not concern how claims are read.

`--sizes` measures, each in a process of its own: the time to build, the size of the index, the
memory of a process that answers from it, and milliseconds a statement, on other wordings of the
claims.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from array import array
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import NamedTuple

from checking import FIRST, Case, cases_of, checked, claim_of, first, quantile
from claims_generator import Fact, facts

from factcheck import Claim, Report
from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.index import ClaimIndex, build
from factcheck.candidates.keys import concepts_of
from factcheck.frames.analyse import analyse

_QUERIES = 400


class Among(ClaimIndex):
    """A large index with a few claims more, as if they had been built together.

    Args:
        base: the large one.
        claims: the few.
    """

    def __init__(self, base: ClaimIndex, claims: Sequence[Claim]) -> None:
        self._base, self._few = base, ClaimIndex(build(claims))
        self._count = len(base) + len(self._few)
        self._turns = base._turns + self._few._turns

    def numbers(self, key: str) -> Sequence[int]:
        large, few = self._base.numbers(key), self._few.numbers(key)
        if not few:
            return large
        return array("I", [*large, *(number + len(self._base) for number in few)])

    def frequency(self, key: str) -> int:
        return self._base.frequency(key) + self._few.frequency(key)

    def claim(self, number: int) -> AnalysedClaim:
        if number < len(self._base):
            return self._base.claim(number)
        return self._few.claim(number - len(self._base))


class Outcome(NamedTuple):
    """One case, alone and among the others.

    Attributes:
        case: the case.
        alone, among: the two reports.
        wanted: ids of the references that decide it.
        lost: those of them that are not among the first candidates.
    """

    case: Case
    alone: Report
    among: Report
    wanted: frozenset[str]
    lost: frozenset[str]

    @property
    def step(self) -> str:
        """ "worse", "better", "other" (wrong in another way), or "" for no change."""
        gold, before, after = self.case["verdict"], str(self.alone.verdict), str(self.among.verdict)
        if before == after:
            return ""
        return "worse" if before == gold else "better" if after == gold else "other"


def index_of(count: int, seed: int, kept: Path | None = None) -> ClaimIndex:
    """An index of so many synthetic claims."""
    if kept and kept.exists():
        return ClaimIndex(kept.read_bytes())
    data = build(claim_of(fact.row()) for fact in facts(count, seed))
    if kept:
        kept.write_bytes(data)
    return ClaimIndex(data)


def outcome(case: Case, base: ClaimIndex) -> Outcome:
    """One case, checked alone and among the claims of `base`."""
    references = [claim_of(row) for row in case["references"]]
    alone = checked(case["statement"], ClaimIndex(build(references)))
    index = Among(base, references)
    wanted = frozenset(
        cited
        for figure in case["figures"]
        for cited in (figure.get("cites") or "").split("+")
        if cited
    )
    if not wanted and str(alone.verdict) == case["verdict"]:
        wanted = frozenset(f.citation.claim.id for f in alone.findings if f.citation)
    lost = wanted - set(first(case["statement"], index))
    return Outcome(case, alone, checked(case["statement"], index), wanted, lost)


def show(found: Outcome) -> None:
    """Say what changed, and which claim is to blame."""
    own = {row["id"] for row in found.case["references"]}
    print(f"{found.step:6} {found.case['id']} {found.alone.verdict} -> {found.among.verdict}")
    print(f"       S: {found.case['statement']}")
    for finding in found.among.findings:
        cited = [c.claim for c in (finding.citation, *finding.others) if c]
        blamed = [claim for claim in cited if claim.id not in own][:3]
        for claim in blamed:
            print(
                f"       {finding.verdict}: {claim.id} {claim.source}, {claim.date}: {claim.text}"
            )
        if not blamed:
            print(f"       {finding.verdict}: {'; '.join(finding.notes)}")
    if found.lost:
        print(f"       no candidate: {', '.join(sorted(found.lost))}")


def compare(given: argparse.Namespace) -> int:
    """Check all cases, and print what changed."""
    base = index_of(given.claims, given.seed, given.index)
    outcomes = [outcome(case, base) for case in cases_of(given.files)]
    changed = [found for found in outcomes if found.step]
    for found in [found for found in changed if found.step != "better"][: given.show]:
        show(found)
    count = {
        step: sum(found.step == step for found in changed) for step in ("worse", "better", "other")
    }
    share = count["worse"] / len(outcomes)
    wanted = sum(len(found.wanted) for found in outcomes)
    lost = sum(len(found.lost) for found in outcomes)
    print(f"cases        {len(outcomes)} among {len(base):,} claims")
    print(f"worse        {count['worse']} ({share:.2%})")
    print(f"better       {count['better']}, wrong in another way {count['other']}")
    found = wanted - lost
    print(f"recall@{FIRST}    {found / max(1, wanted):.4f} ({found} of {wanted} references)")
    return 1 if share > given.most_worse else 0


def queries(told: Sequence[Fact]) -> list[tuple[str, str]]:
    """Other wordings of every so many facts, each with the id of its claim."""
    step = max(1, len(told) // _QUERIES)
    return [(fact.text(1), fact.row()["id"]) for fact in told[::step]]


def finds(index: ClaimIndex, statement: str, wanted: str) -> bool:
    """Whether the claim `wanted` is among the first candidates of a statement."""
    return wanted in first(statement, index)


def measure(count: int, seed: int) -> dict[str, float]:
    """Figures for a store of this size; run in a fresh process for the sake of the memory."""
    began = time.process_time()
    data = build(claim_of(fact.row()) for fact in facts(count, seed))
    built = time.process_time() - began
    index = ClaimIndex(data)
    asked = queries(list(facts(count, seed)))
    for statement, _ in asked[:50]:  # word tables are read when they are first used
        checked(statement, index)
    laps, searches, hits = [], [], 0
    for statement, wanted in asked:
        concepts = concepts_of(analyse(statement))
        start = time.perf_counter()
        index.search(concepts, FIRST)
        searches.append(time.perf_counter() - start)
        hits += finds(index, statement, wanted)
        start = time.perf_counter()
        checked(statement, index)
        laps.append(time.perf_counter() - start)
    return {
        "claims": count,
        "build_seconds": built,
        "index_mb": len(data) / 1e6,
        "peak_mb": getrusage(RUSAGE_SELF).ru_maxrss / 1024,
        "recall": hits / len(asked),
        **{f"check_p{p}": quantile(laps, p) for p in (50, 99)},
        **{f"search_p{p}": quantile(searches, p) for p in (50, 99)},
    }


def sizes(given: argparse.Namespace) -> int:
    """Measure stores of several sizes, and print a table."""
    print("claims    build s  index MB  peak MB  check ms p50/p99  search ms p50/p99  recall@20")
    for count in given.sizes:
        command = [sys.executable, __file__, "--one", str(count), "--seed", str(given.seed)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        print(
            f"{row['claims']:<9,} {row['build_seconds']:7.1f} {row['index_mb']:9.1f}"
            f" {row['peak_mb']:8.0f}"
            f"  {row['check_p50']:7.2f} / {row['check_p99']:6.2f}"
            f"  {row['search_p50']:8.2f} / {row['search_p99']:6.2f}  {row['recall']:9.3f}"
        )
    return 0


def main() -> int:
    """Run, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--most-worse", type=float, default=1.0)
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.one, given.seed)))
        return 0
    if not given.sizes and not given.files:
        parser.error("name the files of cases, or the --sizes to measure")
    return sizes(given) if given.sizes else compare(given)


if __name__ == "__main__":
    sys.exit(main())
