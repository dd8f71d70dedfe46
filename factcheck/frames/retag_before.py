"""Mending the verbs that small words part from their numbers: "trailing by 17"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.frames.wordforms import can_be_verb, is_base_of_both, is_plural_noun
from factcheck.lexicon.events import is_light
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_PARTICLES = frozenset({"off", "up", "out", "down", "away", "back", "over"})
_BEFORE_VERB = frozenset({"NOUN", "PROPN", "PRON", "ADV"})


def mend_parted(at: int, tokens: Tokens, tags: list[str]) -> None:
    """A verb that a small word parts from its number: "casualties amount to 4,000"."""
    if tokens.lowers[at] in ("to", "at") and tags[at] in ("PART", "ADP"):
        tags[at] = "ADP"
        sums = tags[at - 1] == "NOUN" and is_light(lemma(tokens.lowers[at - 1], "VERB"))
        if sums and tags[at - 2] in _BEFORE_VERB and can_be_verb(tokens, at - 1):
            tags[at - 1] = "VERB"
    elif _goes_on_apart(at, tokens, tags) or _falls_short(at, tokens, tags):
        tags[at - 1] = "VERB"


def _falls_short(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether "by" parts an -ing form from its number: "won after trailing by 17"."""
    gerund = tokens.lowers[at] == "by" and tags[at - 1] == "NOUN"
    gerund = gerund and tokens.lowers[at - 1].endswith("ing") and can_be_verb(tokens, at - 1)
    return gerund and tags[at - 2] in ("SCONJ", "ADP")


def _goes_on_apart(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a particle parts a verb from its number: "will fill 11 and fence off 34 others"."""
    if tokens.lowers[at] not in _PARTICLES or tags[at - 1] != "NOUN":
        return False
    lower = tokens.lowers[at - 1]
    joined = tokens.lowers[at - 2] in ("and", "or") and "AUX" in tags[: at - 2]
    return joined and is_base_of_both(lower) and can_be_verb(tokens, at - 1)


def numbers(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a verb in -s behind a singular passes for a plural: "its crew numbers just 15"."""
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    plural = tags[at - 1 : at + 1] == ["NOUN", "NOUN"] and lower.endswith("s")
    return plural and before == lemma(before, "NOUN") and can_be_verb(tokens, at)


def is_charged(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form behind a preposition acts on a count: "of smuggling 85 parrots"."""
    gerund = tokens.lowers[at].endswith("ing") and tags[at - 1] == "ADP"
    return gerund and is_plural_noun(reading.outer_last, tokens, tags)
