"""What must not change a verdict, generated from every labelled case of tests/cases."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

import pytest

from factcheck import Checker, Claim, Kind, extract

FOLDER = Path(__file__).with_name("cases")
IRRELEVANT = tuple(
    Claim(id=f"zz{n}", text=text, source="The almanac", date="1999")
    for n, text in enumerate(
        (
            "A violin has four strings.",
            "Beekeepers in Carinthia keep 11,000 hives.",
            "The comet passes every 76 years.",
            "Volcanoes on Io erupt 400 times a century.",
        )
    )
)
ONES = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
SPELLINGS = (
    ("colour", "color"), ("harbour", "harbor"), ("labour", "labor"), ("neighbour", "neighbor"),
    ("centre", "center"), ("theatre", "theater"), ("metres", "meters"), ("kilometre", "kilometer"),
    ("litres", "liters"), ("programme", "program"), ("defence", "defense"), ("licence", "license"),
    ("organise", "organize"), ("vaccinat", "vaccinat"), ("travelled", "traveled"),
    ("cancelled", "canceled"), ("jewellery", "jewelry"), ("aluminium", "aluminum"),
    ("grey", "gray"), ("tyre", "tire"), ("plough", "plow"), ("honour", "honor"),
)  # fmt: skip
UNITS = (
    (r"(\d) ?km\b(?!/)", r"\1 kilometres"),
    (r"(\d) ?kg\b", r"\1 kilograms"), (r"(\d)%", r"\1 per cent"),
    (r"(\d) per ?cent\b", r"\1%"), (r"(\d) tonnes\b", r"\1 metric tons"),
    (r"\$([\d.,]+) million\b", r"$\1m"), (r"€([\d.,]+) million\b", r"\1 million euros"),
    (r"€([\d.,]+) billion\b", r"€\1bn"), (r"(\d) kilometres\b", r"\1 km"),
)  # fmt: skip
SYNONYMS = (
    ("soldiers", "troops"), ("troops", "soldiers"), ("films", "movies"), ("bought", "purchased"),
    ("firefighters", "firemen"), ("children", "kids"), ("roughly", "around"), ("around", "about"),
    ("approximately", "about"), ("nearly", "almost"), ("almost", "nearly"), ("wounded", "injured"),
)  # fmt: skip


def cases() -> Iterator[dict[str, Any]]:
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


CASES = tuple(cases())


def claims(case: dict[str, Any]) -> list[Claim]:
    return [
        Claim(
            id=r["id"],
            text=r["text"],
            source=r.get("source"),
            date=r.get("date"),
            status=r.get("status", "current"),
            topic=r.get("topic"),
        )
        for r in case["references"]
    ]


def verdict(statement: str, store: Sequence[Claim]) -> list[str]:
    return [str(finding.verdict) for finding in Checker(store).check(statement).findings]


def swapped(pairs: Sequence[tuple[str, str]], statement: str) -> str:
    for old, new in pairs:
        found = re.sub(rf"\b{old}(?=\w*\b)", new, statement)
        if found != statement:
            return found
    return statement


def words_for_digits(statement: str) -> str:
    for figure in extract(statement):
        start, end = figure.span
        plain = figure.kind is Kind.COUNT and figure.unit is None and figure.text.isdecimal()
        if start and plain and 2 <= int(figure.text) <= len(ONES) + 1:
            return f"{statement[:start]}{ONES[int(figure.text) - 2]}{statement[end:]}"
    return statement


def digits_for_words(statement: str) -> str:
    for figure in extract(statement):
        start, end = figure.span
        if figure.kind is Kind.COUNT and figure.unit is None and figure.text in ONES:
            return f"{statement[:start]}{ONES.index(figure.text) + 2}{statement[end:]}"
    return statement


def other_units(statement: str) -> str:
    for pattern, new in UNITS:
        found = re.sub(pattern, new, statement, count=1)
        if found != statement:
            return found
    return statement


CHANGES: dict[str, Callable[[str], str]] = {
    "white space": lambda s: re.sub(" ", "  ", s, count=3),
    "a wrapped line": lambda s: fill(s, 72, break_on_hyphens=False),
    "quotes": lambda s: s.translate({ord("'"): "’", ord('"'): "”", ord("“"): '"', ord("”"): '"'}),
    "spelling": lambda s: swapped(SPELLINGS, s),
    "words for digits": words_for_digits,
    "digits for words": digits_for_words,
    "units": other_units,
    "synonyms": lambda s: swapped(SYNONYMS, s),
}
# How many cases a change has to apply to, so that it proves something.
LEAST = {"spelling": 20, "synonyms": 20, "units": 40, "words for digits": 4, "digits for words": 20}


@pytest.mark.parametrize("name", CHANGES)
def test_wording_that_says_the_same(name: str) -> None:
    turned, applied = [], 0
    for case in CASES:
        statement = CHANGES[name](case["statement"])
        if statement == case["statement"]:
            continue
        applied += 1
        store = claims(case)
        if verdict(statement, store) != verdict(case["statement"], store):
            turned.append((case["id"], statement))
    assert applied >= LEAST.get(name, 100)
    assert not turned


def test_order_of_claims_and_irrelevant_claims() -> None:
    turned = []
    for case in CASES:
        store = claims(case)
        expected = verdict(case["statement"], store)
        if verdict(case["statement"], [*reversed(store)]) != expected:
            turned.append((case["id"], "order"))
        if verdict(case["statement"], [*IRRELEVANT, *store]) != expected:
            turned.append((case["id"], "irrelevant"))
    assert not turned
