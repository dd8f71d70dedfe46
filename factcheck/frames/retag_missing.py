"""Finding the verb that a sentence's first clause must have, where the tagger saw none.

"Coal accounts for 61% of the power and employs 75,000 people": the second verb has no subject of
its own, so the first clause has a verb for it to be joined to.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.wordforms import can_be_verb
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

# Words that join a clause to one before it; those that govern nouns as well are not here.
_JOINING = frozenset({
    "who", "which", "whose", "where", "when", "while", "although", "because", "than", "and", "but",
    "what",
})  # fmt: skip
_PRONOUNS = frozenset({"that", "who", "which"})
_ACTING = frozenset({"VERB", "AUX"})
_BEFORE = frozenset({"NOUN", "PROPN", "PRON", "ADV", "PUNCT"})
_AFTER = frozenset({"ADP", "DET", "NUM", "ADV", "SCONJ", "PRON", "SYM"})
# How people get where they go day by day.
_TRAVELLING = frozenset({"walk", "cycle", "drive", "commute", "bike", "ride", "travel", "run"})
_DAILY = frozenset({"work", "school", "college", "campus"})
_OF_BASE = frozenset({"of", "among", "amongst"})
_PERCENT = frozenset({"%", "percent", "per", "cent", "pct"})
_OBJECTS = frozenset({"NOUN", "ADJ", "PROPN"})


def mend_missing(tokens: Tokens, tags: list[str]) -> None:
    """Give the first clause of one sentence its verb, in place."""
    first = next((i for i, tag in enumerate(tags) if tag in ("VERB", "AUX")), -1)
    _mend_behind_base(tokens, tags)
    _mend_travelling(tokens, tags)
    if first > 1 and tokens.lowers[first - 1] == "," and _mend_behind_aside(first, tokens, tags):
        return
    end = _implied(first, tokens, tags) if first > 2 else 0
    if first > 2 and _mend_behind_relative(first, tokens, tags):
        return
    for after in (_AFTER, _OBJECTS):
        for at in range(1, end - 1):
            if tags[at] == "NOUN" and _may_be(at, after, tokens, tags):
                tags[at] = "VERB"
                return


def _mend_behind_base(tokens: Tokens, tags: list[str]) -> None:
    """Where a share follows its base: "of women over 65, 12% smoke"."""
    if tokens.lowers[:1][0] not in _OF_BASE or "," not in tokens.lowers:
        return
    at = tokens.lowers.index(",") + 1
    while at < len(tags) and (tags[at] in ("NUM", "SYM", "ADV") or tokens.lowers[at] in _PERCENT):
        at += 1
    share = tokens.lowers[at - 1] in _PERCENT
    if not share or at >= len(tags) or tags[at] != "NOUN" or _ACTING.intersection(tags[at:]):
        return
    lower = tokens.lowers[at]
    if lower == lemma(lower, "VERB") and can_be_verb(tokens, at):
        tags[at] = "VERB"


def _mend_travelling(tokens: Tokens, tags: list[str]) -> None:
    """Where "to" leads to work: "22% of commuters in Leeds cycle to work" plans nothing."""
    for at in range(1, len(tags) - 1):
        if tokens.lowers[at] != "to" or tokens.lowers[at + 1] not in _DAILY:
            continue
        others = (*tags[:at], *tags[at + 2 :])
        if tokens.lowers[at - 1] in _TRAVELLING and _ACTING.isdisjoint(others):
            tags[at - 1 : at + 2] = ["VERB", "ADP", "NOUN"]


def _mend_behind_relative(first: int, tokens: Tokens, tags: list[str]) -> bool:
    """Where the only verb is that of a subject's clause: "countries that signed account for".

    Returns:
        Whether the sentence's own verb was found.
    """
    opens = tokens.lowers[first - 1] in _PRONOUNS and tags[first - 1] == "PRON"
    if not opens or tags[first - 2] != "NOUN" or _ACTING.intersection(tags[first + 1 :]):
        return False
    plural = lemma(tokens.lowers[first - 2], "NOUN") != tokens.lowers[first - 2]
    for at in range(first + 2, len(tags) - 1):
        lower = tokens.lowers[at]
        agrees = (lower == lemma(lower, "VERB")) == plural
        if tags[at] == "NOUN" and agrees and tags[at + 1] in _AFTER and can_be_verb(tokens, at):
            tags[at] = "VERB"
            return True
    return False


def _mend_behind_aside(first: int, tokens: Tokens, tags: list[str]) -> bool:
    """Where the only verb is an aside's: "the engine, tested for 300 hours, burns 18% less".

    Returns:
        Whether the sentence's own verb was found.
    """
    if tags[first] != "VERB" or {"VERB", "AUX"}.intersection(tags[first + 1 :]):
        return False
    for at in range(first + 2, len(tags) - 1):
        behind = tokens.lowers[at - 1] == "," and tags[at + 1] in _AFTER
        if behind and tags[at] == "NOUN" and can_be_verb(tokens, at):
            tags[at] = "VERB"
            return True
    return False


def _implied(first: int, tokens: Tokens, tags: Sequence[str]) -> int:
    """Where the clause ends that a sentence's first known verb is joined to, or 0."""
    before = tokens.lowers[first - 1]
    if before == "," and tokens.lowers[first].endswith("ing"):
        return first - 1
    if before in ("and", "but", "than"):
        return first - 1
    for at in range(first - 1, 1, -1):
        if tokens.lowers[at] in ("and", "but", ",", ";"):
            return 0
        relative = tokens.lowers[at] == "that" and tags[at] == "PRON" and at == first - 1
        if relative or (tokens.lowers[at] in _JOINING and tags[at] != "DET"):
            return at
    return 0


def _may_be(at: int, after: frozenset[str], tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word may be the verb of what stands before it, and agrees with it."""
    if tags[at - 1] not in _BEFORE or tags[at + 1] not in after or not can_be_verb(tokens, at):
        return False
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    if tags[at - 1] == "PUNCT":
        return before == "," and "," in tokens.lowers[: at - 1]
    plural = tags[at - 1] == "NOUN" and before != lemma(before, "NOUN")
    base = lower == lemma(lower, "VERB")
    return base == plural if lower.endswith("s") or base else True
