"""What fills the slots of the synthetic claims: names by Zipf's law, figures, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import exp, log
from random import Random
from typing import NamedTuple

YEARS = range(2004, 2026)
_SLOT = re.compile(r"\{([a-z]+\d?)(?:([:=])([^}]*))?\}")
_LETTERS = frozenset("npdmst")
_WORDS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_REGIONS = ("county", "province", "district")
_HEDGES = ("about ", "around ", "nearly ", "almost ", "more than ", "at least ", "some ", "over ")


class Slot(NamedTuple):
    """A gap in a wording.

    Attributes:
        name: what tells it from the story's other slots.
        sort: what fills it: a letter for a figure, "choice", "when", or a sort of name.
        given: the range or the words of it, "" where another wording gives them.
    """

    name: str
    sort: str
    given: str


def parsed(wording: str) -> list[str | Slot]:
    """A wording as literal text and slots in turn."""
    parts: list[str | Slot] = []
    at = 0
    for match in _SLOT.finditer(wording):
        name, sign, given = match.group(1), match.group(2), match.group(3) or ""
        parts += [wording[at : match.start()], Slot(name, _sort(name, sign), given)]
        at = match.end()
    return [*parts, wording[at:]]


def _sort(name: str, sign: str | None) -> str:
    bare = name.rstrip("0123456789")
    if sign == "=" or (len(bare) == 1 and bare not in _LETTERS):
        return "choice"
    return bare


class Names:
    """Lists of names, the commonest first; beyond those written down they are made of parts.

    Args:
        data: the table `names` of the data file.
    """

    def __init__(self, data: Mapping[str, str]) -> None:
        listed = {key: [item.strip() for item in text.split(",")] for key, text in data.items()}
        towns = _crossed(listed["town_heads"], listed["town_tails"], "")
        firms = _crossed(listed["firm_heads"], listed["firm_tails"], "")
        fronted = [f"{front} {town}" for front in listed["town_fronts"] for town in towns]
        self.places = [*listed["places"], *towns, *fronted]
        self.countries = [tuple(item.split("/")) for item in listed["countries"]]
        self.regions = [f"{town} {_REGIONS[len(town) % 3]}" for town in towns[::3]]
        self.firms = _crossed(firms, listed["firm_kinds"], " ")
        self.clubs = _crossed([*listed["places"], *towns], listed["club_kinds"], " ")
        self.people = _crossed(listed["first_names"], listed["last_names"], " ")
        self.rivers = listed["rivers"]
        self.unions = listed["union_kinds"]
        self.parties = listed["parties"]
        self.currencies = listed["currencies"]
        self.outlets = _crossed(listed["places"], listed["outlets"], " ")


def _crossed(heads: list[str], tails: list[str], between: str) -> list[str]:
    """Every head with every tail, neighbours differing in both."""
    size = len(tails)
    return [
        f"{head}{between}{tails[(i + shift) % size]}"
        for shift in range(size)
        for i, head in enumerate(heads)
    ]


class Values:
    """Fills slots, for one fact after the other.

    Args:
        names: what there is to draw from.
        random: the source of all chance.
    """

    def __init__(self, names: Names, random: Random) -> None:
        self.names, self.random = names, random
        self._day = date(YEARS[0], 1, 1)
        self._currency = ""
        self._country: tuple[str, ...] = ("", "")
        self._makers: dict[str, Callable[[Slot], str]] = {
            "n": self._count, "d": self._decimal, "p": self._share, "m": self._money,
            "s": self._score, "t": self._finish, "choice": self._choice, "when": self._when,
            "year": lambda _: str(self._day.year), "country": self._of_country,
            "nation": lambda _: self._country[1],
        }  # fmt: skip
        pools = {
            "place": names.places, "region": names.regions, "firm": names.firms,
            "club": names.clubs, "person": names.people, "river": names.rivers,
            "union": names.unions, "party": names.parties, "outlet": names.outlets,
        }  # fmt: skip
        self._makers.update({sort: self._from(pool) for sort, pool in pools.items()})

    def begin(self, happened: date) -> None:
        """Begin a fact of this day: one country and one currency are its own."""
        self._day = happened
        self._country = self._drawn(self.names.countries)
        self._currency = self.random.choice(self.names.currencies)

    def of(self, slot: Slot) -> str:
        """What fills a slot."""
        return self._makers[slot.sort](slot)

    def _drawn(self, pool: list) -> object:  # type: ignore[type-arg]
        """One of a list, by Zipf's law."""
        return pool[int(len(pool) ** self.random.random()) - 1]

    def _from(self, pool: list[str]) -> Callable[[Slot], str]:
        return lambda _: self._drawn(pool)

    def _of_country(self, slot: Slot) -> str:
        if slot.name == "country":
            return self._country[0]
        other = self._drawn(self.names.countries)
        return other[0] if other != self._country else "Switzerland"

    def _choice(self, slot: Slot) -> str:
        return self.random.choice(slot.given.split("|"))

    def _log_uniform(self, given: str) -> float:
        low, _, high = given.partition("-")
        a, b = log(float(low)), log(float(high))
        return exp(a + (b - a) * self.random.random())

    def _count(self, slot: Slot) -> str:
        """A count as copy has it: exact, rounded with a hedge, in words, or in millions."""
        value, how = round(self._log_uniform(slot.given)), self.random.random()
        if value <= 10 and how < 0.6:
            return _WORDS[value]
        if value >= 100 and how < 0.35:
            step = 10 ** (len(str(value)) - 2)
            rounded = value // step * step
            hedge = self.random.choice(_HEDGES) if how < 0.2 else ""
            if rounded >= 1_000_000:
                return f"{hedge}{rounded / 1_000_000:g} million"
            return f"{hedge}{rounded:,}"
        return f"{value:,}"

    def _decimal(self, slot: Slot) -> str:
        return f"{self._log_uniform(slot.given):.1f}"

    def _share(self, slot: Slot) -> str:
        value, how = self._log_uniform(slot.given), self.random.random()
        sign = ("%", "%", " per cent", " percent")[int(how * 4)]
        number = f"{value:.1f}" if how * 10 % 1 < 0.3 else f"{value:.0f}"
        return f"{number}{sign}"

    def _money(self, slot: Slot) -> str:
        value, currency = self._log_uniform(slot.given), self._currency
        number = f"{value:.1f}" if value < 10 else f"{value:.0f}"
        scale = "million" if self.random.random() < 0.8 or len(currency) > 2 else "m"
        if currency.isalpha() and len(currency) > 2:
            return f"{number} million {currency}"
        return f"{currency}{number}{' ' if scale == 'million' else ''}{scale}"

    def _score(self, slot: Slot) -> str:
        lost = self.random.choice((0, 0, 1, 1, 2))
        return f"{lost + self.random.choice((1, 1, 2, 3))}-{lost}"

    def _finish(self, slot: Slot) -> str:
        minutes, seconds = self.random.randrange(5, 60), self.random.randrange(60)
        return f"2 hours {minutes} minutes {seconds} seconds"

    def _when(self, slot: Slot) -> str:
        day, how = self._day, self.random.random()
        month = _MONTHS[day.month - 1]
        if how < 0.15:
            return ""
        if how < 0.5:
            return f"in {day.year}"
        if how < 0.75:
            return f"in {month} {day.year}"
        if how < 0.9:
            return f"on {day.day} {month} {day.year}"
        return f"on {_DAYS[day.weekday()]}" if how < 0.96 else "last year"
