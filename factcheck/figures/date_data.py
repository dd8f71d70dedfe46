"""The words of dates and times, compiled from dates.toml into plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml
from factcheck.text.tokens import tokenize

_ENDINGS: Final = ("st", "nd", "rd", "th")
_ERAS: Final = (
    "bc",
    "b.c.",
    "b.c",
    "bce",
    "b.c.e.",
    "b.c.e",
    "ad",
    "a.d.",
    "a.d",
    "ce",
    "c.e.",
    "c.e",
)
FILE: Final = Path(__file__).parent.parent / "data" / "dates.toml"


@cache
def numbers(name: str) -> Mapping[str, int]:
    """The table `name` of words that stand for a whole number."""
    return cast("Mapping[str, int]", _compiled()["numbers " + name])


@cache
def names(name: str) -> Mapping[str, str]:
    """The table `name` of words that stand for a name."""
    return cast("Mapping[str, str]", _compiled()["names " + name])


@cache
def words(name: str) -> frozenset[str]:
    """The list of words called `name`."""
    return cast("frozenset[str]", _compiled()["words " + name])


def bounds() -> Sequence[tuple[tuple[str, ...], str]]:
    """Phrases that bound the date behind them, with the hedge; the longest first."""
    return cast("Sequence[tuple[tuple[str, ...], str]]", _compiled()["bounds"])


def feasts() -> Mapping[str, list[tuple[tuple[str, ...], int, int]]]:
    """Named days by first token: all tokens, month and day, or 0 and 0 where they move."""
    return cast("Mapping[str, list[tuple[tuple[str, ...], int, int]]]", _compiled()["feasts"])


@cache
def _compiled() -> Mapping[str, object]:
    return cast("Mapping[str, object]", compiled("dates", [FILE, Path(__file__)], build))


def read() -> dict[str, Any]:
    """dates.toml as it stands."""
    return load_toml(FILE)


def _bounds(data: Mapping[str, Any]) -> list[tuple[tuple[str, ...], str]]:
    """Phrases that bound a date, with the hedge; the longest first."""
    found = [
        (tuple(tokenize(phrase).lowers), hedge)
        for hedge, listed in data["bounds"].items()
        for phrase in listed
    ]
    return sorted(found, key=lambda entry: (-len(entry[0]), entry))


def build() -> dict[str, object]:
    """Read dates.toml and lay out its tables."""
    data = read()
    months, weekdays = data["months"], data["weekdays"]
    seasons, parts = data["seasons"], data["parts"]
    relative, clock = data["relative"], data["clock"]
    full = {name: k for k, name in enumerate(months["names"], 1)}
    short = {name: k for k, name in enumerate(months["short"], 1) if name} | months["more_short"]
    days = {name: k for k, name in enumerate(weekdays["names"])}
    return {
        "bounds": _bounds(data),
        "numbers months": full,
        "numbers short months": _stopped(short),
        "numbers weekdays": days,
        "numbers short weekdays": _stopped(weekdays["short"]),
        "numbers ordinals": {word: k for k, word in enumerate(data["numbers"]["ordinals"], 1)},
        "numbers decades": {word: 20 + 10 * k for k, word in enumerate(data["numbers"]["decades"])},
        "numbers steps": {word: k for word, k in relative["steps"].items() if k != ""},
        "numbers days": relative["days"],
        "numbers clock": clock["names"],
        "numbers day parts": clock["day_parts"],
        "numbers tens": data["numbers"]["tens"],
        "numbers places": data["numbers"]["places"],
        "names counted units": data["numbers"]["units"],
        "names week by": data["weeks"]["by"],
        "names seasons": {word: name for word, name in seasons["names"].items() if name},
        "names parts": parts["names"],
        "words ambiguous months": frozenset(months["ambiguous"]),
        "words capital months": frozenset(months["capital"]),
        "words parts of day": frozenset(weekdays["parts_of_day"]),
        "words season before": frozenset(seasons["before"]),
        "words fall before": frozenset(seasons["fall_before"]),
        "words of the year": frozenset(seasons["of_the_year"]),
        "words steps": frozenset(relative["steps"]),
        "words units": frozenset(relative["units"]),
        "words ends": frozenset(relative["ends"]),
        "words year kinds": frozenset(relative["year_kinds"]),
        "words first of days": frozenset(phrase.split()[0] for phrase in relative["days"]),
        "words running": frozenset(relative["running"]),
        "words reaching": frozenset(relative["reaching"]),
        "words reaching units": frozenset(relative["reaching_units"]),
        "words reaching counts": frozenset(relative["reaching_counts"]),
        "words weeks told": frozenset(f"{step} week" for step in relative["steps"]),
        "words month names": frozenset({*full, *_stopped(short)}),
        "words weekday names": frozenset({*days, *_stopped(weekdays["short"])}),
        "words zones": frozenset(clock["zones"]),
        **{"words " + name: frozenset(text.split()) for name, text in data["words"].items()},
        "feasts": _feasts(data["feasts"]),
        "words starts": _starts(data),
        "words behind digits": _behind_digits(data),
    }


def _starts(data: Mapping[str, Any]) -> frozenset[str]:
    """Every word, number words aside, that a date can begin with."""
    months, weekdays, relative = data["months"], data["weekdays"], data["relative"]
    found = {*months["names"], *weekdays["names"], *data["numbers"]["ordinals"]}
    found |= {*_stopped(weekdays["short"]), *_stopped(dict.fromkeys(months["more_short"], 0))}
    found |= {*_stopped(dict.fromkeys(months["short"], 0))}
    found |= {*data["numbers"]["decades"], *data["seasons"]["names"], *data["parts"]["names"]}
    found |= {*data["seasons"]["of_the_year"], *relative["steps"], *_feasts(data["feasts"])}
    found |= {phrase.split()[0] for phrase in relative["days"]}
    found |= {
        *("earlier", "later", "fiscal", "financial", "calendar"),
        *("week", "weekend", "w", "q", "h", "fy", "ad", "a.d."),
        *data["numbers"]["places"],
        *data["numbers"]["tens"],
    }
    return frozenset(found | set("'’‘ʼ"))


def _behind_digits(data: Mapping[str, Any]) -> frozenset[str]:
    """Every word or sign behind the digits that a date begins with, years of four apart."""
    months, units = data["months"], data["relative"]["units"]
    found = {*months["names"], *_stopped(dict.fromkeys(months["short"], 0))}
    found |= {*_stopped(dict.fromkeys(months["more_short"], 0)), *_ENDINGS, *_ERAS}
    found |= {*data["relative"]["reaching"]}
    found |= {*units, *(unit + "s" for unit in units), "centuries", "q", "h", "s", "'s"}
    return frozenset(found | set("/-‐‑–—"))


def _stopped(short: Mapping[str, int]) -> dict[str, int]:
    """Short forms, and the same with the full stop that the tokenizer leaves on them."""
    return dict(short) | {name + ".": number for name, number in short.items()}


def _feasts(data: Mapping[str, Any]) -> dict[str, list[tuple[tuple[str, ...], int, int]]]:
    found: dict[str, list[tuple[tuple[str, ...], int, int]]] = {}
    listed = [(name, *day) for name, day in data["fixed"].items()]
    listed += [(name, 0, 0) for name in data["moving"]]
    for name, month, day in listed:
        cut = tokenize(name).lowers
        found.setdefault(cut[0], []).append((cut, month, day))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form[0]))
    return found
