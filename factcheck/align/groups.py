"""The word groups of `data/align.toml`, as sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from factcheck.cache import compiled, load_toml
from factcheck.text.lemma import fold, lemma

SOURCE = Path(__file__).parent.parent / "data" / "align.toml"


class Groups:
    """Every group of the data file.

    Attributes:
        common_in_names: words that many names share, and that therefore tell nothing apart.
        exclusive: describing words of one scale; two of them never hold of one thing.
        counted_alike: nouns of which counting one is counting the other.
        alike: describing words that say the same beside a noun.
        act_as_one: nouns of bodies with those who act for them.
        classifiers: nouns that say what kind of place a name is of.
        purposed: nouns of what is raised, set aside or agreed for something.
        having: verbs that only say that somebody has something.
        having_phrases: phrases that say so.
        lacking: verbs of which the subject has not what is behind them.
        unowned: verbs of not having, or no longer, or not yet, what is counted.
        unowned_phrases: the same in phrases of several words.
        sales, bringing, selling: nouns of sales, verbs of what they bring, verbs of whoever sells.
        expecting: verbs of whoever expects somebody.
        taking_in: verbs of whoever has them come.
        presence: verbs that only say that somebody or something is in a place.
        well_told: classes of events whose wordings the lexicon knows to the end.
        places: prepositions of phrases that say where.
        doing: verbs that only say that the event behind them happens.
        groups_of_people: nouns of people who are a part of all that something befalls.
        sold_in_copies: things of which a buyer buys one.
        winning, losing: classes of events that tell a contest from the winner's and from the
            loser's side.
        divided: classes of events that a house brings about by votes.
        ended_by: classes of events that end a state, and the classes of that state.
        mutual: verbs that both who take part tell alike.
        comparison_spans: phrases that tell over what span a change is told, by its unit.
        herds: nouns for many animals of one kind together.
        heads: nouns for each of them, of whatever kind.
        framing: verbs that only introduce what is counted.
        publishing: verbs that make a list known.
        listings: nouns of such lists.
        borne: quantities that a thing has, so that either may be said to move.
        restricting: adjectives that say of which kind those of a base are.
        maturing: nouns of which a duration says which one is meant ("ten-year bonds").
        every: time over which an adjective tells a rate, by the adjective.
        spans: so many of which smaller span a span is.
        measures: nouns of which one is sold at a price.
        either: classes of events of which everybody in a whole meets exactly one.
        margins: nouns that say by how much somebody is ahead.
        leading: verbs that say by how much, with "by".
        contested: nouns of what a contest is won and lost by.
        reaches: adjectives that say for whom a contest or a body is.
        titled: what contests are called behind the words that say how far they reach.
        far: those words.
        placing: nouns behind which an ordinal tells how often or how far in front.
        flows: verbs of what is done or made, which adds up over time.
        stocks: pairs of classes of events of which one adds to what there is, and the other takes
            from it.
        complete: kinds that together are all there are.
        collectives: nouns for many together, which may be counted by their members.
        getting: verbs that only say how somebody came to have something.
        got: nouns of what is had so.
        cases: nouns of one time that somebody falls ill.
        case_classes: classes of events in which somebody does.
        known_by: verbs that only say how that became known.
        coming_about: classes of events by which a planned thing is there.
        samples: what is tested of somebody.
        contrasting: nouns that name another than the one whose story it is.
        undergone: verbs that only say whom the event behind them befalls.
        undergoing: nouns for those whom one of the classes of events beside them befalls.
        fatal: nouns of a case of which somebody may have died.
        judges: nouns of those who are asked for a verdict on something.
        approving: words of a verdict in favour.
        disapproving: words of one against, or of one that is neither.
        durations: nouns of how long something is.
        scheduled: verbs that say from when to when something is on.
        viewers: nouns of people who see a thing.
        viewing: verbs of seeing it.
        outlets: nouns of what somebody publishes by, whose followers are the owner's.
        others: what says that another thing of the same sort is meant.
        growth: nouns of how fast something rises.
        economies: nouns of what grows where growth is that of an economy.
        inflated: nouns of what inflation is of, where another noun than prices is.
        enrolled: nouns of those whose number rises or falls as they are gained or lost.
        enrolling, dropping: verbs of gaining and of losing them.
        jobs: nouns for the jobs of an economy.
        inhabitants: nouns of those who live somewhere.
        unsaid: nouns of what is paid or sold, over what that need not be told, and whether they
            are goods, of which "a" makes a portion.
        in_state: nouns of a state that head a compound or stand behind "in".
        queues: nouns of those who wait together.
        striking: classes of events of a strike.
        unions: nouns of those who call workers to one.
        paying: classes of events that tell of pay.
        trading, spending: verbs of buying and selling a thing, and of paying for one.
        giving, receiving: verbs of what somebody gets, told of who gives and of who gets it.
        tallies: nouns of a number that tell no event.
        waiting: verbs of waiting.
        wards: nouns before a list of those who wait for treatment.
        treatments: nouns of what they wait for.
        packed: nouns of one helping of a thing.
        bulk: nouns of what holds many of it.
        once: classes of events that happen to one thing once, so that two dates exclude each other.
    """

    common_in_names: frozenset[str]
    exclusive: tuple[frozenset[str], ...]
    counted_alike: tuple[frozenset[str], ...]
    alike: tuple[frozenset[str], ...]
    act_as_one: tuple[frozenset[str], ...]
    classifiers: frozenset[str]
    purposed: frozenset[str]
    having: frozenset[str]
    having_phrases: frozenset[str]
    lacking: frozenset[str]
    unowned: frozenset[str]
    unowned_phrases: tuple[str, ...]
    presence: frozenset[str]
    sales: frozenset[str]
    bringing: frozenset[str]
    selling: frozenset[str]
    expecting: frozenset[str]
    taking_in: frozenset[str]
    well_told: frozenset[str]
    places: frozenset[str]
    doing: frozenset[str]
    groups_of_people: frozenset[str]
    sold_in_copies: frozenset[str]
    winning: frozenset[str]
    losing: frozenset[str]
    divided: frozenset[str]
    ended_by: tuple[tuple[frozenset[str], frozenset[str]], ...]
    mutual: frozenset[str]
    comparison_spans: tuple[tuple[str, frozenset[str]], ...]
    herds: frozenset[str]
    heads: frozenset[str]
    framing: frozenset[str]
    publishing: frozenset[str]
    listings: frozenset[str]
    borne: frozenset[str]
    restricting: frozenset[str]
    maturing: frozenset[str]
    every: Mapping[str, str]
    spans: Mapping[str, tuple[str, str]]
    measures: frozenset[str]
    either: tuple[frozenset[str], ...]
    margins: frozenset[str]
    leading: frozenset[str]
    contested: frozenset[str]
    trading: frozenset[str]
    spending: frozenset[str]
    giving: frozenset[str]
    receiving: frozenset[str]
    reaches: frozenset[str]
    titled: frozenset[str]
    far: frozenset[str]
    placing: frozenset[str]
    flows: frozenset[str]
    stocks: frozenset[tuple[str, str]]
    complete: tuple[frozenset[str], ...]
    collectives: frozenset[str]
    getting: frozenset[str]
    got: frozenset[str]
    cases: frozenset[str]
    case_classes: frozenset[str]
    known_by: frozenset[str]
    coming_about: frozenset[str]
    samples: frozenset[str]
    contrasting: frozenset[str]
    undergone: frozenset[str]
    undergoing: tuple[tuple[frozenset[str], frozenset[str]], ...]
    fatal: frozenset[str]
    judges: frozenset[str]
    approving: frozenset[str]
    disapproving: frozenset[str]
    durations: frozenset[str]
    scheduled: frozenset[str]
    viewers: frozenset[str]
    viewing: frozenset[str]
    outlets: frozenset[str]
    others: frozenset[str]
    growth: frozenset[str]
    economies: frozenset[str]
    inflated: frozenset[str]
    enrolled: frozenset[str]
    enrolling: frozenset[str]
    dropping: frozenset[str]
    jobs: frozenset[str]
    inhabitants: frozenset[str]
    unsaid: tuple[tuple[frozenset[str], frozenset[str], bool], ...]
    in_state: frozenset[str]
    queues: frozenset[str]
    striking: frozenset[str]
    unions: frozenset[str]
    paying: frozenset[str]
    tallies: frozenset[str]
    waiting: frozenset[str]
    wards: frozenset[str]
    treatments: frozenset[str]
    packed: frozenset[str]
    bulk: frozenset[str]
    once: frozenset[str]

    # no NamedTuple: to make one of so many names would take every start a millisecond
    def __init__(self, lists: Mapping[str, Any]) -> None:
        vars(self).update(lists)


# Where the words of a group stand that is no section of its own, by section and key.
_WITHIN = {
    "heads": ("herds", "heads"),
    "having_phrases": ("having", "phrases"),
    "bringing": ("sales", "bringing"),
    "selling": ("sales", "selling"),
    "taking_in": ("expecting", "taking_in"),
    "listings": ("publishing", "listings"),
    "got": ("getting", "things"),
    "case_classes": ("cases", "classes"),
    "known_by": ("cases", "known_by"),
    "samples": ("cases", "samples"),
    "leading": ("margins", "leading"),
    "contested": ("margins", "contested"),
    "far": ("titled", "far"),
    "trading": ("bought", "trading"),
    "spending": ("bought", "spending"),
    "giving": ("recipients", "giving"),
    "receiving": ("recipients", "receiving"),
    "measures": ("rated", "measures"),
    "viewing": ("viewers", "verbs"),
    "waiting": ("queues", "waiting"),
    "wards": ("queues", "wards"),
    "treatments": ("queues", "treatments"),
    "bulk": ("packed", "bulk"),
    "unions": ("striking", "unions"),
    "fatal": ("cases", "fatal"),
    "inflated": ("growth", "inflated"),
    "economies": ("growth", "economies"),
    "enrolling": ("enrolled", "enrolling"),
    "dropping": ("enrolled", "dropping"),
    "jobs": ("enrolled", "alike"),
    "judges": ("approval", "judges"),
    "approving": ("approval", "words"),
    "disapproving": ("approval", "against"),
}
# Groups that are classes of events, not words.
_OF_CLASSES = frozenset(
    {
        "well_told",
        "winning",
        "losing",
        "divided",
        "coming_about",
        "once",
        "paying",
        "striking",
    }
)
# Groups of groups: every entry is one.
_LISTED = ("counted_alike", "alike", "act_as_one", "complete", "either")


@cache
def groups() -> Groups:
    """The word groups, read once."""
    return Groups(cast("dict[str, Any]", compiled("align", [SOURCE], _build)))


def _build() -> dict[str, Any]:
    data = load_toml(SOURCE)
    common = {word for entry in data["common_in_names"].values() for word in entry["words"]}
    built: dict[str, Any] = {
        "common_in_names": frozenset(common),
        "exclusive": tuple(_forms(entry["words"]) for entry in data["exclusive"]),
        "ended_by": tuple((frozenset(e["ends"]), frozenset(e["states"])) for e in data["ended_by"]),
        "restricting": _forms(data["restricting"]["words"]),
        "unowned_phrases": tuple(data["unowned"]["phrases"]),
        "every": dict(data["rated"]["every"]),
        "spans": {span: tuple(told) for span, told in data["rated"]["spans"].items()},
        "comparison_spans": tuple(
            (e["unit"], frozenset(e["phrases"])) for e in data["comparison_spans"]
        ),
    }
    pairs = [tuple(pair.split()) for pair in data["stocks"]["pairs"]]
    built["stocks"] = frozenset({*pairs, *((fewer, more) for more, fewer in pairs)})
    built["undergoing"] = tuple(
        (frozenset(e["words"]), frozenset(e["classes"])) for e in data["undergoing"]
    )
    built["unsaid"] = tuple(
        (frozenset(e["words"]), frozenset(e["per"]), bool(e.get("mass"))) for e in data["unsaid"]
    )
    for name in _LISTED:
        built[name] = tuple(frozenset(entry["words"]) for entry in data[name])
    for name in set(Groups.__annotations__) - built.keys():
        section, key = _WITHIN.get(name, (name, "classes" if name in _OF_CLASSES else "words"))
        built[name] = frozenset(data[section][key])
    return built


def _forms(words: Sequence[str]) -> frozenset[str]:
    """Words with the base forms of participles among them: "confirmed" is told as "confirm"."""
    return frozenset({*words, *(fold(lemma(w, "VERB")) for w in words if w.endswith("ed"))})
