"""Gapping: a verb told once for two subjects ("Labour won 300 seats and the Greens 12").

The second noun phrase is a subject although no verb follows it, and its figure counts what the
first one counts (Huddleston and Pullum, The Cambridge Grammar of the English Language, 15.4.2).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.frames.model import Name, Term
from factcheck.frames.words import Words
from factcheck.model import Kind

_JOINERS = frozenset({",", ";", "and", "but", "while"})
_BEFORE_NUMBER = frozenset({"on", "with", "about", "some", "around", "only", "just", "almost"})
_AFTER_NUMBER = frozenset({"PUNCT", "CCONJ", "ADP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_ONES = frozenset({"one", "ones"})
_REMAINING = (("the", "other"), ("the", "remaining"))
_SUBJECT = "agent"
_AMOUNTS = frozenset({Kind.MONEY, Kind.SHARE, Kind.CHANGE, Kind.MEASURE, Kind.RATE})


def before_alike(reading: Reading, words: Words) -> Reading | None:
    """The nearest figure of the same kind before a figure, or None.

    Args:
        reading: the figure.
        words: the sentence.
    """
    # in text order: where there are hundreds, none is to look at all the others
    end = bisect_right(words.readings, reading.first, key=lambda r: r.last)
    for at in range(end - 1, -1, -1):
        if words.readings[at].figure.kind is reading.figure.kind:
            return words.readings[at]
    return None


def gapped_subject(
    before: Reading | None, reading: Reading, words: Words
) -> tuple[int, int] | None:
    """The tokens of the subject that stands before a figure without a verb of its own, or None.

    Args:
        before: the figure before it, which has the verb.
        reading: the figure.
        words: the sentence.
    """
    if before is None:
        return None
    tags, lowers = words.tags, words.lowers
    last = reading.outer_first
    listed = last > 1 and lowers[last - 1] == "," and ";" in lowers[before.outer_last : last]
    last -= listed  # "handled 35 million travellers; Porto, 15 million"
    amount = reading.figure.kind in _AMOUNTS
    leads = _BEFORE_NUMBER | _lead_of(before, words) if amount else _BEFORE_NUMBER
    while last > before.outer_last and lowers[last - 1] in leads:
        last -= 1
    if amount and lowers[last - 2 : last] in _REMAINING:
        last -= 2  # "and diesel the other 89%"
    first = last - (amount and lowers[last - 1] in _ONES)
    while first > before.outer_last and (
        tags[first - 1] in _NOMINAL or (amount and lowers[first - 1] == "of")
    ):
        first -= 1
    first -= last > first > before.outer_last and lowers[first - 1] in _OWNERS
    if first == last or first <= before.outer_last or lowers[first - 1] not in _JOINERS:
        return None
    if {"VERB", "AUX"}.intersection(tags[before.outer_last : first]):
        return None
    if listed and lowers[first - 1] != ";":
        return None
    after = reading.outer_last
    ends = after >= len(tags) or tags[after] in _AFTER_NUMBER
    told = not {"VERB", "AUX"}.isdisjoint(tags[: before.outer_first])
    alike = before.figure.kind is reading.figure.kind
    named = _names_subject(first, last, words) or _is_listed(first, last, words)
    # "tickets brought in $61m, food $22m and parking $9m"
    named = named or (amount and tags[last - 1] == "NOUN")
    return (first, last) if ends and told and alike and named else None


def _lead_of(reading: Reading, words: Words) -> frozenset[str]:
    """The preposition of a figure, which one told with it repeats: "cars at $9 and vans at $12"."""
    at = reading.outer_first - 1
    leads = at >= 0 and words.tags[at] == "ADP" and words.lowers[at] != "of"
    return frozenset({words.lowers[at]}) if leads else frozenset()


def _names_subject(first: int, last: int, words: Words) -> bool:
    """Whether a phrase names somebody: "the rebels", "Bolt", not "a further", "a score"."""
    if words.lowers[last - 1] in _ONES:
        return True  # "loses 51% of its value, a petrol one 39%"
    if words.lowers[first] in ("a", "an"):
        return False
    # "won 28% of the vote and his rival 27%"
    definite = words.tags[first] == "DET" or words.lowers[first] in _OWNERS
    if words.tags[last - 1] not in ("NOUN", "PROPN"):
        # "the Left", "the Left Bloc": an adjective with a capital is a name
        named = words.tags[last - 1] == "ADJ" and words.texts[last - 1][:1].isupper()
        return named and definite
    return definite or words.texts[last - 1][:1].isupper()


def _is_listed(first: int, last: int, words: Words) -> bool:
    """Whether a plural without an article ends a list of subjects: "and independents five"."""
    plural = words.lowers[first] != words.lemmas[first] and words.tags[first] == "NOUN"
    return plural and last == first + 1 and words.lowers[first - 1] == "and"


def with_gapped_subjects(
    names: Sequence[Name], terms: Sequence[Term], words: Words
) -> tuple[tuple[Name, ...], tuple[Term, ...]]:
    """Names and terms, those of a gapped subject in the role of one."""
    found = [gapped_subject(before_alike(b, words), b, words) for b in words.readings[1:]]
    ranges = [r for r in found if r is not None]

    def inside(item: Name | Term) -> bool:
        return any(first <= item.first and item.last <= last for first, last in ranges)

    return (
        tuple(n._replace(role=_SUBJECT) if inside(n) else n for n in names),
        tuple(t._replace(role=_SUBJECT) if inside(t) else t for t in terms),
    )
