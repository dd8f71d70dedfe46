"""Sentences a second on one core: reading the figures alone, and with what they are attached to.

    python bench/reading.py [--runs 5] [--floor READING ATTACHMENT] [--largest 10] [FILE]

Two sorts of text are filled from the templates below, the same in every run: sentences that are
dense with figures, and running news, of which half of the sentences hold none. The news is the
headline, since that is what a newsroom's draft looks like; both are printed. A file with one
sentence a line is measured beside them. Of several runs the fastest counts: other programs can
only slow a run down. Then the news is read as one text of 10 kB to 10 MB, where the seconds a
megabyte must not grow. `--floor` makes lower rates of the news an exit status of 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from factcheck import extract
from factcheck.figures.read import read
from factcheck.text.sentences import sentences
from factcheck.text.tagger import LazyTags
from factcheck.text.tokens import tokenize

PLACES = (
    "Arlen", "Brackwater", "Corvale", "Dunmere", "Eastholt", "Farrow", "Glimsby", "Harland",
    "Ivelton", "Jarrow", "Kelstone", "Lindmark", "Marwick", "Norhaven", "Osterby",
)  # fmt: skip
PEOPLE = ("Ms Okafor", "Jens Lind", "the mayor", "Dr Amari", "Helen Voss", "a spokesman")
GROUPS = ("nurses", "drivers", "pupils", "tenants", "farmers", "engineers", "volunteers")

# {n} is a number below ten thousand, {m} one below fifty, {p} a place, {w} somebody, {g} people.
FIGURES = (
    "At least {m} people were killed and {n} injured when a bridge collapsed in {p} on Monday.",
    "Exports from {p} rose {m}% to €{n} million in the third quarter, up from €{m}.5bn a year ago.",
    "Between {m} and 60 per cent of the {n} {g} had voted for the strike, the union said.",
    "The line is {m}.4 km long and cost about ${n}m, more than twice the first estimate of 2019.",
    "{p} beat Harland 3-1 in front of a crowd of {n}, their {m}th win of the season.",
    "Nearly two-thirds of the {n} {g} who were asked earn less than £{m},500 a year.",
    "A {m}-year-old man was fined £{n} after police in {p} found 12 kg of the drug in his car.",
    "{n} {g} had been moved from {p} by 18 March 2024, three times as many as in January.",
    "Temperatures fell to −{m} °C in {p}, and some {n} homes had no power for 36 hours.",
    "The vote passed by 52% to 48%, with {n} of the {m},000 ballots declared invalid.",
    "Of the {n} {g} hired in {p} last year, {m} have left and a further dozen are on leave.",
    "Inflation slowed to {m}.2 percent in May, half a point below the forecast for {p}.",
)  # fmt: skip
PLAIN = (
    "The decision was welcomed by {g} in {p}, where the old harbour has stood empty for years.",
    "“We want to see what the council proposes before we make up our minds,” {w} told reporters.",
    "Heavy rain that swept in from the coast forced the organisers to move the concert indoors.",
    "Critics say that the government of {p} has done little to help {g} who cannot find a home.",
    "According to {w}, the company is expected to appeal against the ruling as soon as it can.",
    "{w} declined to comment on the report, which is due to be published later by the ministry.",
    "Residents of {p} have complained about noise from the airport, but nothing has changed.",
    "It was not clear whether the minister knew of the letter when she spoke to parliament.",
    "Many {g} fear that the new owners will close the mill and sell the land to a developer.",
    "Talks between the parties in {p} broke down, and officials blamed each other for the failure.",
)  # fmt: skip


def filled(templates: Sequence[str], count: int) -> Iterator[str]:
    """`count` sentences; no two neighbours of one template share a number, a place or people."""
    for index, template in enumerate(islice(cycle(templates), count)):
        yield template.format(
            n=f"{120 + index * 37 % 9871:,}",
            m=2 + index * 7 % 47,
            p=PLACES[index * 11 % len(PLACES)],
            w=PEOPLE[index * 5 % len(PEOPLE)],
            g=GROUPS[index * 3 % len(GROUPS)],
        )


def dense(count: int) -> list[str]:
    """Sentences that all hold figures."""
    return list(filled(FIGURES, count))


def news(count: int) -> list[str]:
    """Running text: one sentence with figures, one without."""
    pairs = zip(filled(FIGURES, count // 2), filled(PLAIN, count // 2), strict=True)
    return [sentence for pair in pairs for sentence in pair]


def read_alone(text: str) -> int:
    """The number of figures in a text, tied to nothing."""
    found = 0
    for span in sentences(text):
        tokens = tokenize(text, span.start, span.end)
        found += len(read(tokens, LazyTags(tokens.texts)))
    return found


def read_and_attach(text: str) -> int:
    """The number of figures in a text, each with what it counts, its event and its details."""
    return len(extract(text))


READERS: dict[str, Callable[[str], int]] = {
    "reading alone": read_alone,
    "with attachment": read_and_attach,
}


def fastest(reader: Callable[[str], int], texts: Sequence[str], runs: int) -> float:
    """CPU seconds of the fastest of several runs over all texts."""
    reader(texts[0])
    laps = []
    for _ in range(runs):
        began = time.process_time()
        for text in texts:
            reader(text)
        laps.append(time.process_time() - began)
    return min(laps)


def rates(name: str, texts: Sequence[str], runs: int) -> list[float]:
    """Print and return the sentences a second of each reader."""
    holding = sum(map(bool, map(read_alone, texts)))
    length = sum(map(len, texts)) / len(texts)
    print(f"{name}: {len(texts):,} sentences of {length:.0f} characters, {holding:,} with figures")
    found = []
    for reader, function in READERS.items():
        found.append(len(texts) / fastest(function, texts, runs))
        print(f"  {reader:<16}{found[-1]:9,.0f} sentences/s on one core")
    return found


def growth(largest: int) -> None:
    """Print the seconds a megabyte for texts of growing length."""
    print("one text, seconds a megabyte" + "".join(f"{name:>17}" for name in READERS))
    unit = "\n\n".join(map(" ".join, zip(*[iter(news(400))] * 4, strict=True))) + "\n\n"
    size = 10_000
    while size <= largest * 1_000_000:
        text = (unit * (size // len(unit) + 1))[:size]
        each = [fastest(function, [text], 1) / size * 1e6 for function in READERS.values()]
        print(f"  {size // 1000:>6,} kB{'':17}" + "".join(f"{seconds:17.2f}" for seconds in each))
        size *= 10


def main() -> int:
    """Run, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--largest", type=int, default=10, help="megabytes of the longest text")
    parser.add_argument("--floor", type=float, nargs=2, default=(0.0, 0.0))
    given = parser.parse_args()
    headline = rates("running news", news(1200), given.runs)
    rates("dense with figures", dense(600), given.runs)
    if given.file is not None:
        rates(given.file.name, given.file.read_text("utf-8").splitlines(), given.runs)
    growth(given.largest)
    return int(any(rate < floor for rate, floor in zip(headline, given.floor, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
