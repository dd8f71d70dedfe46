"""Mending the word classes inside compounds: "passers-by", "burnt-out flats", "year on year"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.frames.cues import cues
from factcheck.frames.wordforms import can_be_noun
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_SPANS: Final = frozenset({"year", "quarter", "month", "week", "day", "season", "session"})
_REPEATING: Final = (("on",), ("over",))
_LINKS: Final = frozenset({"for", "of", "to", "by", "in", "on", "the"})
_PARTICLES: Final = frozenset(
    {"up", "off", "out", "down", "away", "over", "back", "in", "on", "through", "by", "to"}
)
_PREFIXES: Final = frozenset({"re", "co", "pre", "un", "de", "out", "over", "under", "mis", "self"})
_WINGS: Final = frozenset({"centre", "center", "far", "hard"})
_CLOSING: Final = frozenset({"PUNCT", "ADP", "AUX", "CCONJ"})
_BEFORE_NOUN: Final = frozenset({"DET", "ADJ", "NUM", "ADP"})


def mend_compounds(tokens: Tokens, tags: list[str]) -> None:
    """Mend the tags of one sentence in place.

    "By" in "by-election" and "passers-by", "for" in "like-for-like" govern nothing.
    """
    if "-" not in tokens.lowers:
        return
    for at in range(len(tags) - 2):
        if tokens.lowers[at + 1] == "-" and tokens.ends[at] == tokens.starts[at + 1]:
            _mend(at, tokens, tags)


def _mend(at: int, tokens: Tokens, tags: list[str]) -> None:
    """Mend one compound, whose first part a hyphen follows without a space."""
    if tokens.lowers[at + 3 : at + 4] == ("-",) and tokens.texts[at + 2].islower():
        between = tokens.lowers[at + 2] in _LINKS and tokens.lowers[at].isalpha()
        if between and tokens.glued(at + 3):
            tags[at : at + 5] = ["ADJ", "PUNCT", "ADJ", "PUNCT", "ADJ"][: len(tags) - at]
    whole = tokens.glued(at + 2)
    if whole and tags[at] == "VERB" and tokens.lowers[at] in _PREFIXES:
        tags[at] = "ADV"  # "75 flats have been re-clad"
    if whole:
        _mend_adjective(at, tokens, tags)
    behind = tags[at + 3] if at + 3 < len(tags) else "PUNCT"
    if tags[at] == "ADP" and tags[at + 2] == "NOUN" and whole:
        tags[at] = "ADJ"
    elif tags[at + 2] == "VERB" and behind == "NOUN":
        tags[at + 2] = "ADJ"  # "the ten fastest-growing counties"
    elif tags[at] == "NOUN" and tags[at + 2] == "ADP" and whole:
        tags[at + 2] = "NOUN"
    elif whole and tokens.lowers[at + 2] in _PARTICLES:
        _mend_particle(at, behind, tags)
    if whole and _is_headed(at, behind, tokens, tags):
        tags[at + 3] = "NOUN"


def _mend_adjective(at: int, tokens: Tokens, tags: list[str]) -> None:
    """ "Non-members" opens with no name, and "left-handed" tells of nobody who left."""
    first, second = tokens.lowers[at], tokens.lowers[at + 2]
    if first == "non":
        tags[at] = "ADJ"
    if f"{first}-{second}" in cues().compounds_whole:
        tags[at] = tags[at + 2] = "ADJ"
    if first in _WINGS and second in ("left", "right"):
        tags[at + 2] = "ADJ"  # "gives centre-right 61 seats", however it is spelt


def _mend_particle(at: int, behind: str, tags: list[str]) -> None:
    """A verb and its particle before a noun are an adjective, else behind an article a noun."""
    if tags[at] == "VERB" and behind == "NOUN":
        tags[at] = tags[at + 2] = "ADJ"  # "the burnt-out kennels"
    closes = at and tags[at] in ("VERB", "ADJ") and behind in _CLOSING
    if closes and tags[at - 1] in _BEFORE_NOUN:
        tags[at : at + 3] = ["ADJ", "PUNCT", "NOUN"]  # "the 19-year-old full-back"


def _is_headed(at: int, behind: str, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form is the noun of a compound: "short of the break-even figure"."""
    if behind != "VERB" or not at or tags[at - 1] != "DET":
        return False
    lower = tokens.lowers[at + 3]
    closes = at + 4 >= len(tags) or tags[at + 4] in _CLOSING
    return closes and lower == lemma(lower, "VERB") and can_be_noun(lower)


def mend_repeated(tokens: Tokens, tags: list[str]) -> None:
    """ "Year-on-year" and "week over week" say how a change is taken, and name nothing."""
    for at, lower in enumerate(tokens.lowers):
        if lower not in _SPANS:
            continue
        middle = at + 1 + (tokens.lowers[at + 1 : at + 2] == ("-",))
        end = middle + 1 + (tokens.lowers[middle + 1 : middle + 2] == ("-",))
        if (
            tokens.lowers[middle : middle + 1] in _REPEATING
            and lower in tokens.lowers[end : end + 1]
        ):
            tags[at : end + 1] = ["ADV"] * (end + 1 - at)
