"""Statements a second on one core, against a synthetic store.

    python bench/throughput.py [--claims 1000] [--statements 2000] [--floor N]

Claims and statements are filled from the templates below, the same ones in every run. Half of
the statements repeat a claim in other words (right, rounded, or with another value), a
quarter are about a place that no claim names, a quarter hold two figures. `--floor` makes a
rate below N statements a second an exit status of 1.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from datetime import date

from factcheck import Checker, Claim

PLACES = (
    "Arlen", "Brackwater", "Corvale", "Dunmere", "Eastholt", "Farrow", "Glimsby", "Harland",
    "Ivelton", "Jarrow", "Kelstone", "Lindmark", "Marwick", "Norhaven", "Osterby", "Pellworth",
    "Quarne", "Rosbach", "Selwick", "Tamsin", "Ullerby", "Varden", "Westfold", "Yarmont",
    "Zelhof",
)  # fmt: skip
ELSEWHERE = ("Ambria", "Belport", "Cresk", "Dorvell", "Esk")
YEARS = range(2016, 2024)

# A claim and two ways to say the same: {n} is the value, {p} the place, {y} the year.
TEMPLATES = (
    (
        "In {y}, {n} residents of {p} were moved to safety when the river flooded the town.",
        "Floods in {p} forced {n} people to leave their homes in {y}.",
        "{n} residents of {p} were evacuated in {y}.",
    ),
    (
        "The hospital in {p} treated {n} patients for burns in {y}, its annual report says.",
        "In {y} doctors in {p} treated {n} burns patients.",
        "{n} patients with burns were treated at {p}'s hospital in {y}.",
    ),
    (
        "Exports from the port of {p} were worth €{n} million in {y}.",
        "In {y} the port of {p} exported goods worth {n} million euros.",
        "{p}'s exports came to €{n} million in {y}.",
    ),
    (
        "Police in {p} arrested {n} people at the football final in {y}.",
        "{n} fans were arrested in {p} during the final in {y}.",
        "At the {y} final, police in {p} made {n} arrests.",
    ),
    (
        "The new railway line at {p}, opened in {y}, is {n} kilometres long.",
        "{p} got a {n}-kilometre railway line in {y}.",
        "In {y} a railway line of {n} km opened at {p}.",
    ),
)


def value(index: int) -> int:
    """A value for the claim with this number: no two neighbours share one."""
    return 120 + index * 37 % 4871


def written(number: int) -> str:
    """The number with thousands separated."""
    return f"{number:,}"


def cells(count: int) -> list[tuple[int, str, int, tuple[str, str, str]]]:
    """Number, place, year and template of each claim."""
    found = []
    for index in range(count):
        rest, place = divmod(index, len(PLACES))
        rest, template = divmod(rest, len(TEMPLATES))
        series, year = divmod(rest, len(YEARS))
        name = PLACES[place] + (f" {'IVX'[series % 3] * (1 + series // 3)}" if series else "")
        found.append((index, name, YEARS[year], TEMPLATES[template]))
    return found


def claims(count: int) -> list[Claim]:
    """The store."""
    return [
        Claim(
            id=f"c{index:05d}",
            text=template[0].format(n=written(value(index)), p=place, y=year),
            source=f"{place} council",
            date=date(year, 12, 31),
        )
        for index, place, year, template in cells(count)
    ]


def statements(count: int, stored: int) -> list[str]:
    """What is checked."""
    known = cells(stored)
    found = []
    for index in range(count):
        number, place, year, template = known[index * 13 % stored]
        right, kind = value(number), index % 8
        other = known[index * 29 % stored][0]
        n = {0: right, 1: round(right, -2), 2: right + 211, 3: right * 3}.get(kind, right)
        if kind in (4, 5):
            place = ELSEWHERE[index % len(ELSEWHERE)]
        text = template[1 + index % 2].format(n=written(n), p=place, y=year)
        if kind in (6, 7):
            text = f"{text[:-1]}, and {written(value(other))} in {year - 1}."
        found.append(text)
    return found


def measure(checker: Checker, texts: list[str]) -> tuple[float, list[float], dict[str, int]]:
    """CPU seconds of the whole run, wall seconds of each statement, and the verdicts."""
    verdicts: dict[str, int] = {}
    laps = []
    for text in texts[:100]:  # word tables are read when they are first used
        checker.check(text)
    began = time.process_time()
    for text in texts:
        start = time.perf_counter()
        verdict = str(checker.check(text).verdict)
        laps.append(time.perf_counter() - start)
        verdicts[verdict] = verdicts.get(verdict, 0) + 1
    return time.process_time() - began, sorted(laps), verdicts


def main() -> int:
    """Run, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--statements", type=int, default=2000)
    parser.add_argument("--floor", type=float, default=0.0)
    given = parser.parse_args()
    began = time.process_time()
    checker = Checker(claims(given.claims))
    built = time.process_time() - began
    gc.freeze()  # as the command line does, and docs/architecture.md advises
    seconds, laps, verdicts = measure(checker, statements(given.statements, given.claims))
    rate = given.statements / seconds
    print(f"store        {given.claims:,} claims, built in {built:.2f} s CPU")
    print(f"statements   {given.statements:,}: " + ", ".join(
        f"{count:,} {verdict}" for verdict, count in sorted(verdicts.items())
    ))  # fmt: skip
    print(f"throughput   {rate:,.0f} statements/s on one core")
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        print(f"{name}          {laps[int(share * (len(laps) - 1))] * 1000:.2f} ms")
    return 1 if rate < given.floor else 0


if __name__ == "__main__":
    sys.exit(main())
