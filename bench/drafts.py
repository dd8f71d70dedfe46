"""What checking drafts costs: one, a thousand on one processor and on two, and a book.

    python bench/drafts.py [--claims 1000] [--drafts 1000] [--words 400] [--pages 300] [--jobs 2]

Drafts are articles of synthetic facts (`claims_generator.py`), every other sentence without a
figure; two thirds of their facts are on file, in other words and now and then with another number.
Everything is measured as its user sees it: a whole process of the command line, with a warm cache.
Exits with 1 where a figure of issue E is not met. Measure on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from claims_generator import facts, rows
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from processes import Cost, machine, run

from factcheck.document.read import READERS

ROOT = Path(__file__).resolve().parent.parent
PAGE = 300  # words of a page of a book
FILLERS = (
    "Officials declined to comment further.",
    "Residents said that they had expected nothing else.",
    "The matter is to be discussed at the next meeting of the council.",
    "A spokesman called the development encouraging, without going into detail.",
    "Critics pointed out that earlier promises had not been kept.",
    "It remains to be seen how the ministry will respond.",
    "Observers had long warned of such a turn, and some of them felt vindicated.",
    "The weather played its part, as it so often does in this region.",
)


class Goal(NamedTuple):
    """A figure that has to be reached."""

    name: str
    found: float
    bound: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        return self.found >= self.bound if self.at_least else self.found <= self.bound


def sentences(seed: int, stored: int) -> Iterator[str]:
    """The sentences of drafts without an end, those of facts that are on file among them."""
    random = Random(seed)
    known = list(islice(facts(stored), stored))
    for fact in facts(10**9, seed + 2):
        told = fact if random.random() < 1 / 3 else random.choice(known)
        yield told.text(random.randrange(3))
        yield random.choice(FILLERS)


def article(source: Iterator[str], words: int) -> list[list[str]]:
    """Paragraphs of that many words, or a few more."""
    found: list[list[str]] = []
    count = 0
    while count < words:
        found.append(list(islice(source, 4)))
        count += sum(len(sentence.split()) for sentence in found[-1])
    return found


def plain(paragraphs: Sequence[Sequence[str]]) -> str:
    return "\n\n".join(["What the week has brought", *map(" ".join, paragraphs)]) + "\n"


def markdown(paragraphs: Sequence[Sequence[str]]) -> str:
    return "# What the week has brought\n\n" + "\n\n".join(map(" ".join, paragraphs)) + "\n"


def html(paragraphs: Sequence[Sequence[str]]) -> str:
    body = "".join(f"<p>{' '.join(one)}</p>\n" for one in paragraphs)
    head = "<!doctype html><html><head><title>The week</title></head>"
    return f"{head}<body><h1>What the week has brought</h1>\n{body}</body></html>\n"


def pdf(paragraphs: Sequence[Sequence[str]]) -> bytes:
    """Pages of a book, with a running head and numbers."""

    class Book(FPDF):
        def header(self) -> None:
            self.set_font("Times", size=9)
            self.cell(0, 5, "What the week has brought", align="C")
            self.ln(12)
            self.set_font("Times", size=12)

        def footer(self) -> None:
            self.set_y(-20)
            self.cell(0, 5, str(self.page_no()), align="C")

    book = Book(format=(148, 210))
    book.set_auto_page_break(True, 25)
    book.add_page()
    for one in paragraphs:
        text = " ".join(one).encode("latin-1", "replace").decode("latin-1")
        book.multi_cell(0, 5.5, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        book.ln(2)
    return bytes(book.output())


WRITERS = {".txt": plain, ".md": markdown, ".html": html, ".pdf": pdf}


class Bench:
    """A newsroom in a folder of its own."""

    def __init__(self, folder: Path, claims: int) -> None:
        self.folder = folder
        self.claims = claims
        with (folder / "claims.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows(claims))
        cache = {"PYTHONPATH": str(ROOT), "FACTCHECK_CACHE": str(folder / "cache")}
        self._environment = {**os.environ, **cache}
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.cost(self.write("warm.md", 300))

    def write(self, name: str, words: int, seed: int = 7) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        source = sentences(seed, self.claims)
        written = WRITERS[path.suffix](article(source, words))
        path.write_bytes(written if isinstance(written, bytes) else written.encode())
        return path

    def write_drafts(self, count: int, words: int) -> Path:
        folder = self.folder / "drafts"
        folder.mkdir()
        source, random = sentences(7, self.claims), Random(3)
        for number in range(count):
            text = markdown(article(source, random.randint(words // 2, words * 3 // 2)))
            (folder / f"{number:04}.md").write_text(text, encoding="utf-8")
        return folder

    def cost(self, path: Path, *options: str, watch: bool = False) -> Cost:
        command = [sys.executable, "-m", "factcheck", str(path), "--format", "concise"]
        command += ["--isolated", "--claims", str(self.folder / "claims.jsonl"), *options]
        return run(command, self._environment, watch=watch)


def one(bench: Bench) -> Iterator[Goal]:
    path = bench.write("one.md", 1000)
    cpu = min(bench.cost(path).cpu for _ in range(5))
    words = len(path.read_text("utf-8").split())
    print(f"one draft of {words:,} words   {cpu:.2f} s CPU, the best of 5")
    yield Goal("CPU seconds of a draft of 1,000 words", cpu, 0.5)


def many(bench: Bench, count: int, words: int, jobs: int) -> Iterator[Goal]:
    folder = bench.write_drafts(count, words)
    taken = {}
    for processes in (1, jobs, 1, jobs):
        cost = bench.cost(folder, "--jobs", str(processes))
        taken[processes] = min(taken.get(processes, cost.seconds), cost.seconds)
        each = cost.seconds / count * 1000
        print(
            f"{count:,} drafts, {processes} at once   {cost.seconds:.1f} s, {each:.1f} ms a draft, "
            f"{cost.cpu:.1f} s CPU"
        )
    cost = bench.cost(folder, "--jobs", str(jobs), watch=True)
    print(f"memory of all processes   {cost.peak_own_mb or 0:.0f} MB")
    yield Goal(f"times as fast with {jobs} at once", taken[1] / taken[jobs], 1.7, at_least=True)


def books(bench: Bench, pages: int) -> Iterator[Goal]:
    for suffix in WRITERS:
        if suffix not in READERS:
            print(f"book as {suffix}   this format is not read")
            continue
        small = bench.cost(bench.write(f"part{suffix}", pages * PAGE // 10), watch=True)
        whole = bench.cost(bench.write(f"book{suffix}", pages * PAGE), watch=True)
        for named, cost in ((f"book of {pages} pages", whole), ("a tenth of it", small)):
            print(
                f"{named} as {suffix}   {cost.cpu:.1f} s CPU, {cost.seconds:.1f} s, "
                f"{cost.peak_own_mb or 0:.0f} MB"
            )
        yield Goal(f"CPU seconds of {pages} pages as {suffix}", whole.cpu, 20)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name, usual in (
        ("claims", 1000), ("drafts", 1000), ("words", 400), ("pages", 300), ("jobs", 2)
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.claims)
        goals = list(one(bench))
        if given.pages:
            goals += books(bench, given.pages)
        if given.drafts:
            goals += many(bench, given.drafts, given.words, given.jobs)
    for goal in goals:
        said = "met" if goal.is_met else "MISSED"
        print(f"{goal.name}: {goal.found:.2f}, the goal is {goal.bound:g}: {said}")
    return 0 if all(goal.is_met for goal in goals) else 1


if __name__ == "__main__":
    sys.exit(main())
