"""The words of dates and times, compiled from dates.toml into plain data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled, load_toml
from factcheck.figures.phrases import Listed, backwards
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


@cache
def bounds() -> Mapping[str, Listed]:
    """Phrases that bound the date behind them, with the hedge, for `phrases_before`."""
    return cast("Mapping[str, Listed]", _compiled()["bounds"])


@cache
def feasts() -> Mapping[str, list[tuple[tuple[str, ...], int, int]]]:
    """Named days by first token: all tokens, month and day, or 0 and 0 where they move."""
    return cast("Mapping[str, list[tuple[tuple[str, ...], int, int]]]", _compiled()["feasts"])


@cache
def _compiled() -> Mapping[str, object]:
    return cast("Mapping[str, object]", compiled("dates", [FILE, Path(__file__)], build))


def read() -> dict[str, Any]:
    """dates.toml as it stands."""
    return load_toml(FILE)


def _bounds(data: Mapping[str, Any]) -> dict[str, Listed]:
    """Phrases that bound a date, with the hedge, by their last token."""
    return backwards(
        (tokenize(phrase).lowers, hedge)
        for hedge, listed in data["bounds"].items()
        for phrase in listed
    )


def build() -> dict[str, object]:
    """Read dates.toml and lay out its tables."""
    data = read()
    return {
        **_numbers(data),
        **_names(data),
        **_words(data),
        "bounds": _bounds(data),
        "feasts": _feasts(data["feasts"]),
    }


def _numbers(data: Mapping[str, Any]) -> dict[str, object]:
    """The tables of words that stand for a whole number."""
    numbered, relative, clock = data["numbers"], data["relative"], data["clock"]
    return {
        "numbers months": {name: k for k, name in enumerate(data["months"]["names"], 1)},
        "numbers short months": _stopped(_short_months(data)),
        "numbers weekdays": {name: k for k, name in enumerate(data["weekdays"]["names"])},
        "numbers short weekdays": _stopped(data["weekdays"]["short"]),
        "numbers ordinals": {word: k for k, word in enumerate(numbered["ordinals"], 1)},
        "numbers decades": {word: 20 + 10 * k for k, word in enumerate(numbered["decades"])},
        "numbers steps": {word: k for word, k in relative["steps"].items() if k != ""},
        "numbers days": relative["days"],
        "numbers clock": clock["names"],
        "numbers day parts": clock["day_parts"],
        "numbers tens": numbered["tens"],
        "numbers places": numbered["places"],
    }


def _names(data: Mapping[str, Any]) -> dict[str, object]:
    """The tables of words that stand for a name."""
    seasons = data["seasons"]["names"]
    return {
        "names counted units": data["numbers"]["units"],
        "names week by": data["weeks"]["by"],
        "names seasons": {word: name for word, name in seasons.items() if name},
        "names parts": data["parts"]["names"],
    }


def _words(data: Mapping[str, Any]) -> dict[str, object]:
    """The sets of words."""
    months, weekdays, relative = data["months"], data["weekdays"], data["relative"]
    listed = {
        "ambiguous months": months["ambiguous"],
        "capital months": months["capital"],
        "month names": {*months["names"], *_stopped(_short_months(data))},
        "weekday names": {*weekdays["names"], *_stopped(weekdays["short"])},
        "parts of day": weekdays["parts_of_day"],
        "season before": data["seasons"]["before"],
        "fall before": data["seasons"]["fall_before"],
        "of the year": data["seasons"]["of_the_year"],
        "first of days": (phrase.split()[0] for phrase in relative["days"]),
        "weeks told": (f"{step} week" for step in relative["steps"]),
        "zones": data["clock"]["zones"],
        "starts": _starts(data),
        "behind digits": _behind_digits(data),
        **{name: text.split() for name, text in data["words"].items()},
    }
    for name in ("steps", "units", "ends", "running", "entire", "reaching", "dated", "dated_to"):
        listed[name] = relative[name]
    for name in ("year_kinds", "reaching_units", "reaching_counts"):
        listed[name.replace("_", " ")] = relative[name]
    return {"words " + name: frozenset(found) for name, found in listed.items()}


def _short_months(data: Mapping[str, Any]) -> dict[str, int]:
    months = data["months"]
    found = {name: k for k, name in enumerate(months["short"], 1) if name}
    found.update(months["more_short"])
    return found


def _starts(data: Mapping[str, Any]) -> frozenset[str]:
    """Every word, number words aside, that a date can begin with."""
    months, weekdays, relative = data["months"], data["weekdays"], data["relative"]
    found = {*months["names"], *weekdays["names"], *data["numbers"]["ordinals"]}
    found |= {*_stopped(weekdays["short"]), *_stopped(dict.fromkeys(months["more_short"], 0))}
    found |= {*_stopped(dict.fromkeys(months["short"], 0))}
    found |= {*data["numbers"]["decades"], *data["seasons"]["names"], *data["parts"]["names"]}
    found |= {*data["seasons"]["of_the_year"], *_feasts(data["feasts"])}
    found |= {*relative["steps"], *relative["entire"]}
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
