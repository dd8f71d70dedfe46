"""What a store costs at several sizes: compiling, disk, adding, answering, memory, recall.

    python bench/scaling.py --sizes 1000 10000 100000 1000000 [--engines] [--json FILE]
        [--folder /tmp/factcheck-scaling] [--seed 1] [--questions 1000] [--cases FILE] [--anew]

The claims are those of `claims_generator.py`, the questions those of `questions.py`. Each figure
is taken in a process of its own. Claims and compiled stores are kept in the folder, about 1.5 GB
for a million; what compiling cost is kept with them and measured again only where the program has
changed, or with --anew. --engines asks the others of `engines.py` the same questions (bm25s:
`pip install bm25s`, or the extra "bench"). --json writes the figures; sizes that stand in the file
and are not measured now stay as they are. `plots.py` draws them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import answering
import engines
import questions
import tables
from claims_generator import Fact, facts, rows
from processes import Cost, machine, run

from factcheck.cache import program

ROOT = Path(__file__).resolve().parent.parent
_CASES = ROOT.parent / "shared" / "cases" / "dev.jsonl"
_INDEXES = ("stores", "claims.*.bin")  # in a cache: what was compiled of claims
_CLAIM_SOURCES = ("claims.toml", "claims_generator.py", "claims_words.py")
_QUESTION_SOURCES = ("questions.py", "questions.toml")

Row = dict[str, Any]


class Place:
    """Where the claims of one size are kept, and what was compiled of them.

    Args:
        folder: of all sizes.
        size: how many claims.
    """

    def __init__(self, folder: Path, size: int) -> None:
        self.folder = folder / str(size)
        self.claims = self.folder / "claims"
        self.large = self.claims / "large.jsonl"
        self.cache = self.folder / "cache"
        self.changed = self.folder / "cache-changed"
        self.made = self.folder / "made.json"
        self.compiled = self.folder / "compiled.json"
        self.questions = self.folder / "questions.json"

    def environment(self, cache: Path | None = None) -> dict[str, str]:
        """Of a process of this program that keeps what it compiles here."""
        told = {**os.environ, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE": str(cache or self.cache)}
        # an installed package has its byte code; this variable would have it compiled every time
        told.pop("PYTHONDONTWRITEBYTECODE", None)
        return told


def make(place: Place, given: argparse.Namespace) -> Row:
    """Write claims and questions, as far as they are not there; what is there is told."""
    told = {"seed": given.seed, "sources": _texts(_CLAIM_SOURCES)}
    asked = {"questions": given.questions, "wording": _texts(_QUESTION_SOURCES)}
    made = _kept_claims(place, told)
    if made is not None and all(made[name] == value for name, value in asked.items()):
        return made
    gathering = questions.Gathering(given.size, given.questions, given.seed)
    stream = gathering.passing(facts(given.size, given.seed))
    if made is None:
        shutil.rmtree(place.folder, ignore_errors=True)
        place.claims.mkdir(parents=True)
        size = _write(stream, place.large)
        made = {**told, "text_bytes": size, "bytes": place.large.stat().st_size}
    else:
        deque(stream, maxlen=0)
    questions.write(gathering.questions(), place.questions)
    made |= asked
    place.made.write_text(json.dumps(made), encoding="utf-8")
    return made


def _kept_claims(place: Place, told: Row) -> Row | None:
    """What was made before; None where it is not whole, or of another generator or seed."""
    if not place.made.exists() or not place.large.exists():
        return None
    kept: Row = json.loads(place.made.read_text(encoding="utf-8"))
    if place.large.stat().st_size > kept["bytes"]:
        os.truncate(place.large, kept["bytes"])  # a run was stopped while more were appended
    whole = place.large.stat().st_size == kept["bytes"]
    return kept if whole and all(kept[name] == value for name, value in told.items()) else None


def _write(stream: Iterable[Fact], path: Path) -> int:
    """Write claims, and say how many bytes their sentences have."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for fact in stream:
            row = fact.row()
            size += len(row["text"].encode())
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return size


def _texts(names: Iterable[str]) -> list[str]:
    return [Path(__file__).with_name(name).read_text(encoding="utf-8") for name in names]


def compiled(place: Place, anew: bool) -> Row:
    """What compiling cost, and the size of what came of it."""
    for stray in place.claims.iterdir():  # of a run that was stopped
        if stray != place.large:
            stray.unlink()
    of_now = program().hex()
    if place.compiled.exists() and not anew:
        kept: Row = json.loads(place.compiled.read_text(encoding="utf-8"))
        if kept["program"] == of_now:
            _compile(place, place.cache, watch=False)  # nothing, unless a run was stopped
            return kept
    shutil.rmtree(place.cache, ignore_errors=True)
    _warm_words(place)
    cost = _compile(place, place.cache)
    size = sum(_size(path) for pattern in _INDEXES for path in place.cache.glob(pattern))
    told = {"program": of_now, **cost._asdict(), "disk_bytes": size}
    place.compiled.write_text(json.dumps(told), encoding="utf-8")
    return told


def added(place: Place, count: int, seed: int) -> Row:
    """Seconds until claims that were added are compiled: in a new file, and in the large one."""
    with _changing(place):
        _write_more(place.claims / "added.jsonl", count, seed, "x")
        new = _compile(place, place.changed, watch=False)
        _write_more(place.large, count, seed + 1, "y")
        appended = _compile(place, place.changed, watch=False)
    return {"claims": count, "new_file_seconds": new.seconds, "appended_seconds": appended.seconds}


def cold(place: Place, runs: int) -> Row:
    """Whole processes that check one statement, each another one."""
    costs = []
    for question in questions.read(place.questions)[: runs + 1]:
        check = [sys.executable, "-m", "factcheck", question.text, "--claims", str(place.claims)]
        costs.append(run(check, place.environment(), watch=False))
    costs = costs[1:] or costs  # the first one may have to read from disk
    return {
        "runs": len(costs),
        "cpu_ms": statistics.median(cost.cpu for cost in costs) * 1000,
        "wall_ms": statistics.median(cost.seconds for cost in costs) * 1000,
    }


def verdicts(place: Place, given: argparse.Namespace) -> Row | None:
    """Verdicts on the cases among the claims; None where there are no cases."""
    if not given.cases.is_file():
        return None
    with _changing(place):
        answering.write_merged(given.cases, place.claims / "cases.jsonl")
        _compile(place, place.changed, watch=False)
        return _part("verdicts", place, given, place.changed)


def measured(size: int, given: argparse.Namespace) -> Row:
    """All figures of one size."""
    place = Place(given.folder, size)
    given.size = size
    _say(size, "claims and questions")
    made = _part("make", place, given)
    _say(size, "compiling")
    cost = compiled(place, given.anew)
    disk = cost.pop("disk_bytes")
    _say(size, "answering")
    row = {
        "claims": size,
        "seed": given.seed,
        "machine": machine(),
        "measured": date.today().isoformat(),
        "compile": cost,
        "disk": {
            "bytes": disk,
            "a_claim": disk / size,
            "beyond_text": (disk - made["text_bytes"]) / size,
        },
        "answers": _part("answers", place, given),
        "cold": cold(place, given.runs),
        "engines": {},
    }
    for name in given.engines:
        _say(size, name)
        why = engines.missing(name)
        row["engines"][name] = {"skipped": why} if why else _part(name, place, given)
    _say(size, "adding claims")
    row["add"] = added(place, min(given.added, size), given.seed + 1)
    _say(size, "verdicts")
    row["verdicts"] = verdicts(place, given)
    return row


def part(place: Place, given: argparse.Namespace) -> Row:
    """One part of the figures, in a process of its own."""
    if given.part == "make":
        made = make(place, given)
        return {"text_bytes": made["text_bytes"]}
    if given.part == "verdicts":
        return answering.verdicts(place.claims, given.cases)
    asked = questions.read(place.questions)
    if given.part == "answers":
        return answering.answers(place.claims, asked)
    folder = place.folder / "engine"
    return engines.measure(given.part, place.large, asked, folder, given.seconds)


def _part(name: str, place: Place, given: argparse.Namespace, cache: Path | None = None) -> Row:
    options = {
        "--part": name, "--sizes": given.size, "--folder": given.folder, "--seed": given.seed,
        "--questions": given.questions, "--cases": given.cases, "--seconds": given.seconds,
    }  # fmt: skip
    words = [str(word) for pair in options.items() for word in pair]
    command = [sys.executable, __file__, *words]
    # what the others need may lie where PYTHONPATH says; our own processes look nowhere else
    environment = {**place.environment(cache), "PYTHONPATH": _path()}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT
    )
    told: Row = json.loads(done.stdout)
    return told


def _compile(place: Place, cache: Path, *, watch: bool = True) -> Cost:
    command = [sys.executable, "-m", "factcheck", "claims", "compile", str(place.claims)]
    return run(command, place.environment(cache), watch=watch)


def _warm_words(place: Place) -> None:
    """Let the tables of words be compiled: they are the program's, whatever the claims."""
    few = place.folder / "few.jsonl"
    few.write_text("".join(json.dumps(row) + "\n" for row in rows(20)), encoding="utf-8")
    check = [sys.executable, "-m", "factcheck", "20 died in Lund in 2019", "--claims", str(few)]
    run(check, place.environment(), watch=False)
    for entry in place.cache.glob("claims.*.bin"):
        entry.unlink()


@contextmanager
def _changing(place: Place) -> Iterator[None]:
    """Claims may be added, into a copy of what was compiled; in the end all is as it was."""
    shutil.rmtree(place.changed, ignore_errors=True)
    shutil.copytree(place.cache, place.changed)
    os.sync()  # or the copy would be on its way to the disk while the clock counts
    before = place.large.stat()
    try:
        yield
    finally:
        for path in place.claims.iterdir():
            if path != place.large:
                path.unlink()
        if place.large.stat().st_size != before.st_size:
            os.truncate(place.large, before.st_size)
            os.utime(place.large, ns=(before.st_atime_ns, before.st_mtime_ns))
        shutil.rmtree(place.changed, ignore_errors=True)


def _write_more(path: Path, count: int, seed: int, mark: str) -> None:
    """Append claims with ids of their own."""
    with path.open("a", encoding="utf-8") as file:
        for row in rows(count, seed):
            file.write(json.dumps({**row, "id": mark + row["id"]}, ensure_ascii=False) + "\n")


def _size(path: Path) -> int:
    inside = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in inside if file.is_file())


def _path() -> str:
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))


def _say(size: int, what: str) -> None:
    print(f"{size:,} claims: {what}", file=sys.stderr, flush=True)


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    several = [1000, 10_000, 100_000, 1_000_000]
    temporary = Path(os.environ.get("TMPDIR", "/tmp")) / "factcheck-scaling"
    option = parser.add_argument
    option("--sizes", type=int, nargs="+", default=several, help="how many claims")
    option("--seed", type=int, default=1, help="of claims and questions")
    option("--folder", type=Path, default=temporary, help="where claims and stores are kept")
    option("--json", type=Path, metavar="FILE", help="write the figures here")
    others = f"ask others as well: {', '.join(engines.ENGINES)}; all where none is named"
    option("--engines", nargs="*", choices=[*engines.ENGINES], metavar="NAME", help=others)
    option("--seconds", type=float, default=120, help="after which an engine is asked no more")
    option("--questions", type=int, default=1000, help="how many are asked")
    option("--added", type=int, default=1000, help="how many claims are added")
    option("--runs", type=int, default=10, help="whole processes that are timed")
    option("--cases", type=Path, default=_CASES, help="cases to merge into the store")
    option("--anew", action="store_true", help="compile anew what is kept in the folder")
    option("--part", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if min(*given.sizes, given.questions, given.added, given.runs) < 1:
        parser.error("sizes, questions, added claims and runs are numbers from 1")
    given.folder, given.cases = given.folder.resolve(), given.cases.resolve()
    named = given.engines
    given.engines = [] if named is None else named or [*engines.ENGINES]
    return given


def main() -> int:
    """Measure, and print."""
    given = _given()
    if given.part:
        given.size = given.sizes[0]
        print(json.dumps(part(Place(given.folder, given.size), given)))
        return 0
    found: dict[int, Row] = {}
    if given.json and given.json.exists():
        kept = json.loads(given.json.read_text(encoding="utf-8"))["sizes"]
        found = {row["claims"]: row for row in kept}
    for size in given.sizes:
        found[size] = measured(size, given)
        if given.json:  # after every size: the next one may take an hour
            told = {"sizes": [found[size] for size in sorted(found)]}
            given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(tables.plain([found[size] for size in sorted(set(given.sizes))]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
