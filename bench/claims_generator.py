"""Synthetic claims of a newsroom, as many as are wanted, the same ones for the same seed.

    python bench/claims_generator.py 100000 [--seed 1] > claims.jsonl

Each claim is a *fact* put into words: a story of `claims.toml` with its slots filled. Names follow
Zipf's law, so that a few places and firms are in thousands of claims and most are in one. Every
other fact takes up the one before: the same event and place in another year, the same in another
place, the same with a newer figure, or the very same in other words. Nothing is kept: a million
claims stream.

As a library: `facts` yields what is told, `Fact.text` puts it into words, `Fact.row` makes a claim
of it. Other wordings of a fact are questions whose right answer is known.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from claims_words import YEARS, Names, Slot, Values, parsed

_DATA = Path(__file__).with_name("claims.toml")
# How a fact follows the one before, as shares of all; the rest are new ones.
_TAKES_UP = {"year": 0.25, "place": 0.10, "newer": 0.08, "again": 0.05}
_PLACES = frozenset({"place", "country", "region", "nation", "firm", "club"})
NUMBERS = frozenset("npdmst")  # sorts of slots that hold a figure
_STATUSES = ("current",) * 95 + ("superseded",) * 3 + ("retracted",) * 2


class Story(NamedTuple):
    """One sort of fact.

    Attributes:
        topic: what it is about.
        sources: who may tell it, with slots.
        wordings: the ways to say it, each a list of literal text and slots in turn.
        slots: every slot by its name, in the order in which they are first used.
    """

    topic: str
    sources: tuple[list[str | Slot], ...]
    wordings: tuple[list[str | Slot], ...]
    slots: dict[str, Slot]


class Fact(NamedTuple):
    """A story with its slots filled.

    Attributes:
        number: its place in the stream.
        story: what sort of fact it is.
        filled: the words of every slot.
        happened: the day that it is about.
        told: when it was told.
        wording: which of the story's wordings its claim has.
        source: who tells it.
        status: current, superseded or retracted.
    """

    number: int
    story: Story
    filled: dict[str, str]
    happened: date
    told: date
    wording: int
    source: str
    status: str

    def text(self, further: int = 0) -> str:
        """The claim's sentence, or the same in a wording `further` on in the story."""
        wordings = self.story.wordings
        return _sentence(wordings[(self.wording + further) % len(wordings)], self.filled)

    def row(self) -> dict[str, Any]:
        """The claim as a line of a claim file; every third names its topic."""
        row: dict[str, Any] = {
            "id": claim_id(self.number),
            "text": self.text(),
            "source": self.source,
            "date": self.told.isoformat(),
            "status": self.status,
        }
        if self.number % 3 == 0:
            row["topic"] = self.story.topic
        if self.number % 4 == 0:
            row["url"] = f"https://news.example/{self.told.year}/{self.number}"
        return row


def claim_id(number: int) -> str:
    """The id of the claim with this place in the stream."""
    return f"g{number:08d}"


def claim_number(claim_id: str) -> int:
    """The place in the stream of the claim with this id."""
    return int(claim_id[1:])


def stories() -> tuple[Story, ...]:
    """All stories of the data file."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    found = []
    for topic in data["topic"]:
        sources = tuple(parsed(source) for source in topic["sources"])
        for told in topic["stories"]:
            wordings = tuple(parsed(wording) for wording in told)
            slots: dict[str, Slot] = {}
            for part in [part for wording in (*wordings, *sources) for part in wording]:
                if isinstance(part, Slot) and (part.name not in slots or part.given):
                    slots[part.name] = part
            found.append(Story(topic["name"], sources, wordings, slots))
    return tuple(found)


def facts(count: int, seed: int = 1) -> Iterator[Fact]:
    """The first `count` facts of the stream with this seed."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    random, known = Random(seed), stories()
    values = Values(Names(data["names"]), random)
    last: Fact | None = None
    for number in range(count):
        how = _takes_up(random.random()) if last else ""
        last = _next(number, last, how, values) if last and how else _new(number, known, values)
        yield last


def rows(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """The claims of the first `count` facts, as lines of a claim file."""
    return (fact.row() for fact in facts(count, seed))


def _takes_up(drawn: float) -> str:
    for how, share in _TAKES_UP.items():
        if drawn < share:
            return how
        drawn -= share
    return ""


def _new(number: int, known: tuple[Story, ...], values: Values) -> Fact:
    """A fact that has nothing to do with the one before."""
    random = values.random
    story = known[int(random.random() * len(known))]
    happened = date(random.choice(YEARS), 1, 1) + timedelta(days=random.randrange(365))
    values.begin(happened)
    filled = {name: values.of(slot) for name, slot in story.slots.items()}
    return _told(number, story, filled, happened, values)


def _next(number: int, last: Fact, how: str, values: Values) -> Fact:
    """A fact that takes up the one before."""
    random, filled, happened = values.random, dict(last.filled), last.happened
    if how == "year":
        happened = date(random.choice(YEARS), happened.month, min(happened.day, 28))
    elif how == "newer":
        happened += timedelta(days=random.randint(1, 20))
    values.begin(happened)
    for name, slot in last.story.slots.items():
        dated = how == "year" and slot.sort in ("when", "year")
        moved = how == "place" and slot.sort in _PLACES
        counted = how != "again" and slot.sort in NUMBERS
        if dated or moved or counted:
            filled[name] = values.of(slot)
    return _told(number, last.story, filled, happened, values)


def _told(
    number: int, story: Story, filled: dict[str, str], happened: date, values: Values
) -> Fact:
    """Who told it, when, and in which words."""
    random = values.random
    source = _joined(random.choice(story.sources), filled)
    told = happened + timedelta(days=random.randrange(3))
    if "year" in story.slots:  # what a whole year came to is known in the next
        told = date(happened.year + 1, 1, random.randint(2, 28))
    wording = int(random.random() ** 2 * len(story.wordings))
    return Fact(number, story, filled, happened, told, wording, source, random.choice(_STATUSES))


def _joined(wording: list[str | Slot], filled: dict[str, str]) -> str:
    return "".join(part if isinstance(part, str) else filled[part.name] for part in wording)


def _sentence(wording: list[str | Slot], filled: dict[str, str]) -> str:
    """The wording with its slots filled; what an empty date leaves is tidied up."""
    text = _joined(wording, filled).replace(" .", ".").replace(" ,", ",").replace("  ", " ")
    text = text.strip()
    return text[0].upper() + text[1:]


def main() -> int:
    """Write claims, one a line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for row in rows(given.count, given.seed):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
