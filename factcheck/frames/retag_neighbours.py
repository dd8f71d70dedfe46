"""Verbs and adjectives that their neighbours on both sides show, where the tagger erred.

"Were set alight", "due to last 30 months", "buyers earning under $70,000", "freight carries just
6% of goods", "…, double the rate of 1995".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.wordforms import can_be_verb
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


def mend_neighbours(tokens: Tokens, tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    for at in range(1, len(tags) - 1):
        tag = tags[at]
        if tag == "NOUN":
            if _is_earning(at, tokens, tags) or _takes_share(at, tokens, tags):
                tags[at] = "VERB"
        elif tag == "ADJ":
            if _is_done(at, tokens, tags) or _is_planned(at, tokens, tags):
                tags[at] = "VERB"
        elif tag == "VERB" and _compares(at, tokens, tags):
            tags[at] = "ADV"


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
