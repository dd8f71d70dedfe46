"""Mending what passes for a verb before a figure that has none: "fares rose 5% and rates 4%".

A subject whose verb was told before is often a plural that looks like a verb in -s. A verb told
before it that is past, or a base form behind an auxiliary, says that no verb in -s goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.figures.read import Reading
from factcheck.frames.wordforms import can_be_noun
from factcheck.model import Kind
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_AMOUNTS = frozenset({Kind.MONEY, Kind.SHARE, Kind.CHANGE, Kind.MEASURE, Kind.RATE})
_PRICES = frozenset({Kind.MONEY, Kind.RATE})
_PERCENTS = frozenset({Kind.SHARE, Kind.CHANGE})
_RELATIVES = frozenset({"which", "that", "who"})
_JOINERS = frozenset({"and", ",", "while", "but"})
_CLOSING = frozenset({"PUNCT", "CCONJ", "ADP"})


def mend_gapped(tokens: Tokens, tags: list[str], readings: Sequence[Reading]) -> None:
    """Mend the tags of one sentence in place.

    Args:
        tokens: the sentence.
        tags: its tags.
        readings: its figures.
    """
    for before, reading in pairwise(readings):
        at = reading.outer_first - 1
        if at > before.outer_last and tags[at] == "VERB" and _alike(before, reading):
            listed = _is_listed(before, at, tokens, tags) or _is_modified(before, at, tokens, tags)
            if listed and can_be_noun(tokens.lowers[at]):
                tags[at] = "NOUN"
                continue
            plural = tokens.lowers[at].endswith("s") and _goes_on(before, at, tokens, tags)
            if plural and can_be_noun(tokens.lowers[at]) and _closes(reading, tags):
                tags[at] = "NOUN"


def _is_listed(before: Reading, at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether the figure before has no verb either: "butter rose 9%, bread 4% and milk 2%"."""
    noun = before.outer_first - 1
    gapped = noun > 1 and tags[noun] == "NOUN" and tokens.lowers[noun - 1] in _JOINERS
    return gapped and at == before.outer_last + 1 and tokens.lowers[at - 1] in _JOINERS


def _is_modified(before: Reading, at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form ends a phrase in the singular: "and hourly pay 3%", "car hire 8%"."""
    start = at
    while start > before.outer_last and tags[start - 1] in ("NOUN", "ADJ", "PART", "PROPN"):
        start -= 1
    joined = start < at and tokens.lowers[start - 1] in _JOINERS
    base = tokens.lowers[at] == lemma(tokens.lowers[at], "VERB")
    single = tags[at - 1] == "ADJ" or tokens.lowers[at - 1] == lemma(tokens.lowers[at - 1], "NOUN")
    return joined and base and single


def _alike(before: Reading, reading: Reading) -> bool:
    kinds = {before.figure.kind, reading.figure.kind}
    return kinds <= _PERCENTS or (len(kinds) == 1 and kinds <= _AMOUNTS) or kinds == _PRICES


def _closes(reading: Reading, tags: Sequence[str]) -> bool:
    after = reading.outer_last
    return after >= len(tags) or tags[after] in _CLOSING


def _goes_on(before: Reading, at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word joined to what a past verb governs cannot be a verb in -s."""
    start = at
    while start > before.outer_last and tags[start - 1] in ("NOUN", "ADJ", "DET"):
        start -= 1
    if tokens.lowers[start - 1] not in _JOINERS:
        return False
    told = [i for i in range(start) if tags[i] in ("VERB", "AUX")]
    if not told or told[-1] > before.outer_first or tokens.lowers[told[-1] - 1] in _RELATIVES:
        return False  # "the tunnel, which cost $6m, carries 4%"
    verb = tokens.lowers[told[-1]]
    return not verb.endswith("s") and (tags[told[-1]] == "VERB" or verb != lemma(verb, "VERB"))
