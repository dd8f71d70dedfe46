"""Verbs and adjectives that their neighbours on both sides show, where the tagger erred.

"Were set alight", "due to last 30 months", "buyers earning under $70,000", "freight carries just
6% of goods", "…, double the rate of 1995", "84 wrecks dating from", "lowers risk by 9%".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.frames.cues import cues
from factcheck.frames.wordforms import can_be_noun, can_be_verb
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

# Behind these an infinitive tells what is planned.
_PLANNED = frozenset({
    "due", "set", "likely", "expected", "scheduled", "bound", "sure", "poised", "unlikely", "ready",
})  # fmt: skip
_UNCHANGED = frozenset({"set", "put", "shut", "hit", "cut", "hurt", "let", "split", "upset"})
_LEVELS = frozenset({"under", "over", "above", "below", "between", "up", "about", "around"})
_MULTIPLES = frozenset({"double", "triple", "treble"})
_FIGURES = frozenset({"NUM", "SYM"})
_REACH = 6  # tokens from "double" back to the figure that it compares
_PHRASE = 4  # tokens from a number to the plural that it counts
_OBJECT = 4  # tokens of what is made more or less: "the cost of living by 9%"
_PLACING = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_IN_OBJECT = frozenset({"NOUN", "ADJ", "VERB", "DET", "PROPN", "ADP", "PRON"})


def mend_neighbours(tokens: Tokens, tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    for at in range(1, len(tags) - 1):
        verbal = _VERBAL.get(tags[at], ())
        if any(way(at, tokens, tags) for way in verbal):
            tags[at] = "VERB"
        elif tags[at] == "NOUN" and (end := _changed(at, tokens, tags)):
            object_ = ["NOUN" if tag == "VERB" else tag for tag in tags[at + 1 : end]]
            tags[at:end] = ["VERB", *object_]
        elif tags[at] == "VERB" and _compares(at, tokens, tags):
            tags[at] = "ADV"
        elif tags[at] == "VERB" and _heads_subject(at, tokens, tags):
            tags[at] = "NOUN"
        elif tokens.lowers[at] == "mine" and tags[at - 1] in ("NOUN", "ADJ"):
            tags[at] = "NOUN"  # "the gold mine employs 500"


def _is_done(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an unchanged participle has its state behind it: "were set alight"."""
    passive = tags[at - 1] == "AUX" and lemma(tokens.lowers[at - 1], "AUX") == "be"
    return passive and tokens.lowers[at] in _UNCHANGED and tags[at + 1] in ("ADJ", "ADV")


def _is_planned(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether what passes for an adjective is an infinitive: "due to last 30 months"."""
    planned = tokens.lowers[at - 1] == "to" and tokens.lowers[at - 2] in _PLANNED
    return planned and at > 1 and tags[at + 1] in _FIGURES and can_be_verb(tokens, at)


def _is_earning(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form tells how much of some: "buyers earning under $70,000"."""
    if tags[at - 1] != "NOUN" or not tokens.lowers[at].endswith("ing"):
        return False
    before = tokens.lowers[at - 1]
    leads = before != lemma(before, "NOUN") and tokens.lowers[at + 1] in _LEVELS
    return leads and not _FIGURES.isdisjoint(tags[at + 2 : at + 4])


def _says_which(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form says which of a counted plural: "84 wrecks dating from 1500"."""
    before, after = tokens.lowers[at - 1], tags[at + 1]
    several = tags[at - 1] == "NOUN" and before != lemma(before, "NOUN")
    counted = several and "NUM" in tags[max(0, at - _PHRASE) : at]
    leads = after == "ADP" and tokens.lowers[at + 1] != "of"
    leads = leads or (after == "ADV" and tags[at + 2 : at + 3] == ["ADP"])
    return counted and leads and tokens.lowers[at].endswith("ing") and can_be_verb(tokens, at)


def _changed(at: int, tokens: Tokens, tags: Sequence[str]) -> int:
    """Where the object ends of what passes for a plural: "walking lowers mortality by 9%"; or 0."""
    changing, lowers = cues().verbs_changing, tokens.lowers
    if not lowers[at].endswith("s") or lemma(lowers[at], "VERB") not in changing:
        return 0
    for end in range(at + 1, min(at + 2 + _OBJECT, len(tags) - 1)):
        if lowers[end] == "by" and tags[end + 1] == "NUM":
            return end if end > at + 1 else 0
        if tags[end] not in _IN_OBJECT or lemma(lowers[end], "VERB") in changing:
            return 0  # "tax cuts lower demand by 9%"
    return 0


def _heads_subject(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a form in -s is the plural of which a verb tells: "the bike racks at Holm are"."""
    lower = tokens.lowers[at]
    compound = tags[at - 1] == "NOUN" and tags[at - 2] in ("DET", "ADJ") and at > 1
    if not (compound and lower.endswith("s") and tags[at + 1] == "ADP" and can_be_noun(lower)):
        return False
    end = at + 2
    while end < len(tags) and tags[end] in _PLACING:
        end += 1
    return end > at + 2 and tokens.lowers[end : end + 1] in (("are",), ("were",), ("have",))


def _takes_share(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a form in -s has a share of something for its object: "freight carries 6% of it"."""
    if tags[at - 1] != "NOUN" or not tokens.lowers[at].endswith("s"):
        return False
    before = tokens.lowers[at - 1]
    if before != lemma(before, "NOUN") or not can_be_verb(tokens, at):
        return False
    number = at + 1 + (tags[at + 1] == "ADV")
    share = tags[number : number + 1] == ["NUM"] and tokens.lowers[number + 1 : number + 3]
    if share not in (("%", "of"), ("percent", "of")):
        return False
    clause = next((i for i in range(at, -1, -1) if tokens.lowers[i] in (",", ";", "and")), 0)
    return {"VERB", "AUX"}.isdisjoint(tags[clause:at])


def _compares(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether "double" holds something against a figure before it, and nobody doubles anything."""
    if tokens.lowers[at] not in _MULTIPLES or tokens.lowers[at - 1] != ",":
        return False
    return tags[at + 1] in ("DET", "PRON") and "NUM" in tags[max(0, at - _REACH) : at]


# What may be a verb where the tagger saw another class.
_VERBAL: Final = {"ADJ": (_is_done, _is_planned), "NOUN": (_is_earning, _takes_share, _says_which)}
