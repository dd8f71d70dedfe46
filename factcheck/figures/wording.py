"""The words of figures, compiled from the data files into plain look-up tables.

Seven files under `factcheck/data` hold the words; here they are laid out for a token scan: by
first token where text is read forwards, by last token where it is read backwards.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from factcheck.cache import compiled, load_toml
from factcheck.figures.phrases import Phrase, backwards, forwards, seconds
from factcheck.text.tokens import tokenize

_LAYOUT: Final = Path(__file__).with_name("phrases.py")
_DATA: Final = Path(__file__).parent.parent / "data"
_NAMES: Final = ("numbers", "hedges", "shares", "changes", "ordinals", "rates", "vetoes", "dates")

# Lists under [grammar] of hedges.toml, each a table of its own.
_HEDGE_LISTS: Final = (
    "totals", "leaders", "marks", "determiners", "prepositions", "exceeding", "adjectives",
    "adjacent", "levels", "over_things", "over_all", "over_races", "over_disputes", "won_words",
    "won_people", "taken_words", "taken_things", "covered",
)  # fmt: skip
_FOLDS: Final = (("hundred", 100), ("thousand", 1000))
# What makes a time of a number word: "six o'clock", "twenty past six".
_CLOCK: Final = frozenset({
    "o'clock", "oclock", "o", "past", "to", "am", "pm", "a.m.", "p.m.", "gmt", "hrs", "morning",
    "afternoon", "evening", "night", "time",
})  # fmt: skip
# Lower end, upper end, and whether either is open; numbers as decimal strings, "" for none.
Ends: TypeAlias = tuple[str, str, bool, bool]
Table: TypeAlias = Mapping[str, Any]


def sources() -> list[Path]:
    """The data files, in the order of `read`'s keys."""
    return [_DATA / f"{name}.toml" for name in _NAMES]


def read() -> dict[str, dict[str, Any]]:
    """The data files as they stand, by name without suffix."""
    return {path.stem: load_toml(path) for path in sources()}


@cache
def tables() -> Mapping[str, Any]:
    """All look-up tables; see `build` for their names."""
    return cast(
        "Mapping[str, Any]", compiled("figures", [*sources(), Path(__file__), _LAYOUT], build)
    )


def build() -> dict[str, Any]:
    """Lay out the data files as dicts, tuples and frozensets."""
    data = read()
    built = _numbers(data["numbers"])
    built.update(_hedges(data["hedges"]))
    built.update(_shares(data["shares"]))
    built.update(_changes(data["changes"]))
    built.update(_ordinals(data["ordinals"]))
    built.update(_rates(data["rates"]))
    built.update(_vetoes(data["vetoes"]))
    counted = frozenset(built["small"]) | {key.split()[0] for key in built["vague"]} | {"a", "an"}
    built["date_words"] = _date_words(data["dates"]) | counted
    built["date_counted"] = counted - frozenset(_date_words(data["dates"]))
    built["date_closers"] = _date_closers(data["dates"])
    built["the_words"] = frozenset(
        word for name in ("share_phrases", "veto_phrases") for word in seconds(built[name], "the")
    )
    # "in his forties" is an age
    figures = _figure_words(built) | frozenset(data["dates"]["numbers"]["decades"])
    built["openings"] = figures | {*built["veto_phrases"], *built["date_words"], "the"}
    built["idle_openings"] = _idle_openings(built, figures)
    built["figure_words"] = figures
    built["article_words"] = _article_words(built, data["dates"]["relative"]["units"])
    return built


def _idle_openings(built: dict[str, Any], figures: frozenset[str]) -> dict[str, frozenset[str]]:
    """The words that open phrases without a figure and nothing else, with what follows them."""
    phrases = built["veto_phrases"]
    idle = set(phrases) - figures - built["date_words"] - {"the"}
    alone = {word for word in idle if 1 in phrases[word][0]}
    return {word: frozenset(seconds(phrases, word)) for word in sorted(idle - alone)}


def _words(text: str | Iterable[str]) -> frozenset[str]:
    """A set of words; "_" stands for a space inside one."""
    listed = text.split() if isinstance(text, str) else text
    return frozenset(word.replace("_", " ") for word in listed if word != "|")


def _cut(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, cut as inside a text: "approx." keeps its stop, "n't" its stem."""
    stem = "were" if phrase.startswith("n't") else ""
    return tokenize(f"{stem}{phrase} x").lowers[bool(stem) : -1]


def ends_of(written: str) -> Ends:
    """ "[2, 20)" as its ends and their openness."""
    low, high = (part.strip() for part in written[1:-1].split(","))
    return (low, high, written[0] == "(", written[-1] == ")")


def _numbers(data: Table) -> dict[str, Any]:
    small: dict[str, int] = data["cardinals"]
    vague: dict[str, Any] = {}
    pairs: list[Phrase] = []
    for entry in [*data["vague"], *data["exact"]]:
        value = str(entry.get("value", ""))
        ends = ends_of(entry["interval"]) if "interval" in entry else (value, value, False, False)
        multiplier = {True: "may", False: "", "only": "must"}[entry.get("multiplier", False)]
        for phrase in entry["words"]:
            key = " ".join(_cut(phrase))
            vague[key] = (value, ends, multiplier, entry.get("of_only", False))
            pairs.append((_cut(phrase), key))
    return {
        "small": dict(small),
        "magnitudes": dict(data["magnitudes"]),
        "plural_magnitudes": dict(data["plural_magnitudes"]),
        "suffixes": dict(data["suffixes"]["always"]),
        "money_suffixes": dict(data["suffixes"]["money"]),
        "groups": dict(data["groups"]),
        "vague": vague,
        "vague_phrases": forwards(pairs),
        "fractions": dict(data["fractions"]),
        "fraction_plurals": {word + "s": value for word, value in data["fractions"].items()},
        "ordinals": dict(data["ordinals"]),
        "plurals": _words(data["plurals"]["words"]),
        "periods": {name: _words(words) for name, words in data["periods"].items()},
        "decimal_comma": tuple(
            _words(data["decimal_comma"][name]) for name in ("languages", "regions", "points")
        ),
        "unit_adjectives": _words(data["unit_adjectives"]["words"]),
        "folds": {word + "fold": value for word, value in [*small.items(), *_FOLDS] if value > 1},
    }


def _hedges(data: Table) -> dict[str, Any]:
    before: list[Phrase] = []
    excepted: dict[str, frozenset[str]] = {}
    needed: dict[str, frozenset[str]] = {}
    marked: dict[str, set[str]] = {"verbal": set(), "large": set(), "measured": set()}
    for entry in data["before"]:
        for phrase in entry["words"]:
            before.append((_cut(phrase), entry["hedge"]))
            key = " ".join(_cut(phrase))
            if len(_cut(phrase)) == 1 or phrase in {"up to", "close to"}:
                excepted[key] = _words(entry.get("except", ()))
            if "needs" in entry:
                needed[key] = _words(data["grammar"][entry["needs"]])
            for name, keys in marked.items():
                if entry.get(name):
                    keys.add(key)
    for entry in data["graded"]:
        phrases = itertools.product(entry["degrees"], entry["words"])
        before += [(_cut(" ".join(phrase)), entry["hedge"]) for phrase in phrases]
    grammar: Table = data["grammar"]
    after = [(_cut(p), entry["hedge"]) for entry in data["after"] for p in entry["words"]]
    return {
        "hedges_before": backwards(before),
        "hedges_after": forwards(after),
        "hedge_except": excepted,
        "hedge_needs": needed,
        "hedge_verbal": frozenset(marked["verbal"]),
        "hedge_large": frozenset(marked["large"]),
        "hedge_measured": frozenset(marked["measured"]),
        "hedge_filling": frozenset(word for tokens, _ in before for word in tokens) | {"a", "an"},
        "hedge_between": _words(data["between"]["words"]),
        "hedge_articled": _words(data["between"]["articled"]),
        "hedge_ambiguous": frozenset(" ".join(_cut(p)) for p in grammar["ambiguous"]),
        **{f"hedge_{name}": _words(grammar[name]) for name in _HEDGE_LISTS},
        "range_joints": forwards((_cut(p), "") for p in data["ranges"]["perhaps"]),
        "during": _words(data["during"]["words"]),
        "during_bound": _words(data["during"]["bound_after"]),
    }


def _shares(data: Table) -> dict[str, Any]:
    pairs: list[Phrase] = []
    entries: dict[str, tuple[str, Ends]] = {}
    for kind in ("share", "zero"):
        for entry in data[kind]:
            ends = ends_of(entry.get("interval", "[0, 0]"))
            for phrase in entry["words"]:
                key = " ".join(_cut(phrase))
                entries[key] = (entry["gate"], ends)
                pairs.append((_cut(phrase), key))
    return {
        "share_words": entries,
        "share_phrases": forwards(pairs),
        "no_uncountable": _words(data["no"]["uncountable"]),
        "without_events": _words(data["no"]["events"]),
        "nothing_after": _words(data["nothing"]["after"]),
        "exceptions": _words(data["all"]["exceptions"]),
        "all_idle": _words(data["all"]["idle"]),
        "all_before": _words(data["all"]["before"]),
        "every_idle": _words(data["every"]["idle"]) | _words(data["every"]["times"]),
        "every_times": _words(data["every"]["times"]),
        "rating_scales": frozenset(data["ratings"]["scales"]),
        "rating_words": _words(data["ratings"]["words"]),
        "rating_units": _words(data["ratings"]["units"]),
    }


def _changes(data: Table) -> dict[str, Any]:
    verbs: dict[str, tuple[int, str]] = {}
    nouns: dict[str, int] = {}
    adverbs: dict[str, int] = {}
    comparatives: dict[str, int] = {}
    for name, direction in (("rise", 1), ("fall", -1)):
        for manner in ("moving", "losing", "causing", "motion", "strict"):
            forms = _words(data[name].get(manner, ""))
            verbs.update(dict.fromkeys(forms, (direction, manner)))
        nouns.update(dict.fromkeys(_words(data[name]["nouns"]), direction))
        adverbs.update(dict.fromkeys(_words(data[name]["adverbs"]), direction))
        comparatives.update(dict.fromkeys(_words(data[name]["comparatives"]), direction))
    factor = data["factor"]
    doubling = {w: v for v, ws in factor["verbs"].items() for w in _words(ws)}
    return {
        "change_verbs": verbs,
        "change_nouns": nouns,
        "change_adverbs": adverbs,
        "comparatives": comparatives,
        **{f"off_{name}": _words(data["taken_off"][name]) for name in ("verbs", "phrasal")},
        "phrasal_verbs": _words(data["phrasal"]["words"]),
        **{name: _words(data[name]["words"]) for name in ("points", "levels")},
        "factor_verbs": doubling,
        "factor_adverbs": {w: v for v, ws in factor["adverbs"].items() for w in _words(ws)},
        "factor_by": {
            word: direction
            for name, direction in (("up", 1), ("down", -1))
            for word in _words(factor["by"][name])
        },
        **{f"factor_{name}": _words(words) for name, words in factor["after"].items()},
        "factor_adjectives": _words(factor["adjectives"]["words"]),
        "factor_witnesses": _words(factor["adjectives"]["witnesses"]),
        "factor_ends": _words(factor["adjectives"]["ends"]),
        "lead_words": _words(data["leads"]["words"]),
        "references": _words(data["reference"]["words"]),
        "reference_sides": {
            **dict.fromkeys(_words(data["reference"]["above"]), 1),
            **dict.fromkeys(_words(data["reference"]["below"]), -1),
        },
    }


def _ordinals(data: Table) -> dict[str, Any]:
    return {
        "ordinal_veto": _words(data["veto"]["nouns"]),
        "first_veto": _words(data["veto"]["first"]),
        "ordinal_hyphen": _words(data["veto"]["hyphenated"]),
        "ordinal_periods": _words(data["veto"]["periods"]),
        "ordinal_going": _words(data["veto"]["going"]),
        "ordinal_delimiters": _words(data["veto"]["delimiters"]),
        "rank_verbs": _words(data["rank"]["verbs"]),
        "rank_moves": _words(data["rank"]["moves"]),
        "ordinal_bounds": tuple(
            (_cut(phrase), hedge) for hedge, listed in data["bounds"].items() for phrase in listed
        ),
        "rank_before": _words(data["rank"]["before"]),
        "rank_behind": _words(data["rank"]["behind"]),
        "rank_ends": _words(data["rank"]["ends"]),
        "rank_peaks": _words(data["rank"]["peaks"]),
        "rank_nouns": _words(data["rank"]["nouns"]),
        "rank_leading": _words(data["rank"]["leading"]),
        "rank_entering": _words(data["rank"]["entering"]),
        "ranking_verbs": _words(data["rank"]["ranking"]),
        "number_words": _words(data["number"]["words"]),
    }


def _rates(data: Table) -> dict[str, Any]:
    time, other = _words(data["per"]["time"]), _words(data["per"]["other"])
    return {
        "per_words": time | other,
        "per_time": time,
        "per_same": dict(data["per"]["same"]),
        "per_traded": _words(data["per"]["traded"]),
        "per_not_after": _words(data["per"]["not_after"]),
        "per_slash": _words(data["per"]["slash"]),
        "per_short": dict(data["per"]["short"]),
        "per_adverbs": dict(data["per"]["adverbs"]),
        "per_openings": _words("per / a an each every for to").union(
            data["per"]["adverbs"], *((word, word + ".") for word in data["per"]["short"])
        ),
        "pair_things": _words(data["pair"]["things"]),
        "pair_joints": _words(data["pair"]["things"])
        | frozenset({":", "/", "to", "-", "‐", "‑", "%", "percent", "pct", "per"}),
        "pair_results": _words(data["pair"]["results"]),
        "ratio_before": _words(data["pair"]["ratio_before"]),
        "ratio_to_one": _words(data["pair"]["ratio_to_one"]),
        "ratio_behind": _words(data["pair"]["ratio_behind"]),
        "betting": _words(data["pair"]["betting"]),
        "odds_behind": _words(data["pair"]["odds_behind"]),
        "year_firm": _words(data["year"]["firm"]),
        "year_loose": _words(data["year"]["loose"]),
        "year_spanning": _words(data["year"]["spanning"]),
        "year_stood": _words(data["year"]["stood"]),
        "year_determiners": _words(data["year"]["determiners"]),
        **{f"age_{name}": _words(listed) for name, listed in data["age"].items()},
        "score_words": _words(data["score"]["words"]),
        "score_divided": _words(data["score"]["divided"]),
        "score_lost": _words(data["score"]["lost"]),
        "cricket": _words(data["score"]["cricket"]),
        "score_nil": _words(data["score"]["nil"]),
    }


def _vetoes(data: Table) -> dict[str, Any]:
    loose = {" ".join(_cut(p)) for p in data["phrases"]["unless_hedged"]}
    one, numbered = data["one"], data["numbered"]
    return {
        **{f"one_{name}": _words(one[name]) for name in ("anybody", "before", "counts_before")},
        **{f"numbered_{name}": _words(numbered[name]) for name in ("behind", "before")},
        **{name: _words(numbered[name]) for name in ("vehicles", "wavebands")},
        "labels": _words(data["labels"]["words"]),
        "capital_labels": _words(data["labels"]["capitalised"]),
        "bare_labels": _words(data["labels"]["bare"]),
        **{name: _words(words) for name, words in (data["listed"] | data["codes"]).items()},
        "capitals_counted": _words(data["capitals_counted"]["words"]),
        "age_bands": _words(data["age_bands"]["words"]),
        "brands": _words(data["brands"]["words"]),
        "built_in_models": _words(data["brands"]["built"]),
        "idle_compounds": {
            word: data["hyphenated"]["keep"].get(word, 0)
            for word in _words(data["hyphenated"]["words"])
        },
        "limits": _words(data["limits"]["words"]),
        "veto_phrases": forwards(
            (_cut(p), " ".join(_cut(p)))
            for p in [*data["phrases"]["list"], *data["phrases"]["idioms"]]
        ),
        "veto_unless_hedged": frozenset(loose),
        "veto_unless_dated": frozenset(" ".join(_cut(p)) for p in data["phrases"]["unless_dated"]),
        "records": _words(data["records"]["words"]),
        "scripture": _words(data["scripture"]["books"]),
        "scripture_counted": _words(data["scripture"]["counted"]),
        "hosts": _words(data["addresses"]["hosts"]),
        "reporters": _words(data["telephone"]["reporters"]),
        "streets": _words(data["address"]["streets"]),
        "streets_leading": _words(data["address"]["leading"]),
        "phone_words": _words(data["telephone"]["words"]),
        "identifiers": _words(data["telephone"]["identifiers"]),
        "glued_after": _words(data["glued"]["after"]),
        "name_places": _words(data["names"]["places"]),
        "parts_of_ten": _words(data["names"]["parts_of_ten"]),
        "not_names": _words(data["names"]["not_names"]),
    }


def _figure_words(built: Table) -> frozenset[str]:
    """Every word at which a figure can begin, dates and currencies apart."""
    found = {"a", "an", "half", "minus", "negative", "number", "no", "no.", "nos.", "№"}
    for name in ("small", "magnitudes", "vague_phrases", "fractions", "ordinals", "share_phrases"):
        found.update(built[name])
    for name in ("factor_verbs", "factor_adverbs", "groups", "folds"):
        found.update(built[name])
    return frozenset(found) - {"the"}


def _article_words(built: Table, time_units: Iterable[str]) -> frozenset[str]:
    """What may follow an article that begins a number or a set phrase; units of measure apart."""
    found = {"half", "quarter", "-", "‐", "‑", "–", *time_units}
    for name in ("vague_phrases", "share_phrases", "veto_phrases"):
        for article in ("a", "an"):
            found.update(seconds(built[name], article))
    return _figure_words(built) | found


def _date_closers(data: Table) -> frozenset[str]:
    """What may make a date or time of the number word before it."""
    found = {*data["relative"]["ends"], *data["relative"]["reaching"], *data["months"]["names"]}
    found |= {name.rstrip(".") for name in data["months"]["short"]}
    return frozenset(found | {name + "." for name in found}) | _CLOCK


def _date_words(data: Table) -> frozenset[str]:
    """Every word at which a date or a time of day can begin, "the" apart."""
    months, days, seasons = data["months"], data["weekdays"], data["seasons"]
    told = data["relative"]
    found = {"half", "quarter", "week", "weekend", "w", "q", "h", "fy", "ad", "a.d."}
    for phrases in (
        *(months["names"], months["short"], months["more_short"]),
        *(days["names"], days["short"], seasons["names"], seasons["of_the_year"]),
        *(data["parts"]["names"], data["numbers"]["ordinals"], data["numbers"]["decades"]),
        *(data["numbers"]["places"], ("earlier", "later", "fiscal", "financial", "calendar")),
        *(told["steps"], told["entire"], told["days"], told["year_kinds"]),
        *(data["feasts"]["fixed"], data["feasts"]["moving"], data["clock"]["names"]),
    ):
        found.update(_cut(phrase)[0] for phrase in phrases if phrase)
    short = {name + "." for name in (*months["short"], *months["more_short"], *days["short"])}
    return frozenset(found | short - {"."})
