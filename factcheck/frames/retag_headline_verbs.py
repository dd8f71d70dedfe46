"""Mending which word is the verb of a headline.

Headlines pile nouns before their verb, and half of these can be verbs: in "Steel mill fire leaves
12 dead" the tagger finds two verbs, in "Profit soars to 412 bln won" the wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.cues import cues
from factcheck.frames.wordforms import can_be_noun, can_be_verb, is_base_of_both
from factcheck.lexicon.events import is_reporting
from factcheck.lexicon.nouns import is_known
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_ACTING = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
# Behind these another clause begins, which has a verb of its own.
_OPENING = frozenset({
    "as", "after", "when", "while", "before", "since", "that", "who", "which", "if", "because",
    "amid", ",", ";", ":", "–", "—", "and", "but", "or",
})  # fmt: skip
_LEADING = frozenset({"to", "by", "past", "over", "on", "at", "above", "below"})
_GOVERNING = (("of",), ("for",), ("in",))
_HEDGING = frozenset({"nearly", "almost", "about", "around", "some", "record"})


def mend_headline_verbs(tokens: Tokens, tags: list[str]) -> None:
    """Mend the tags of a headline's clauses in place.

    Args:
        tokens: the sentence, which no stop closes.
        tags: its tags.
    """
    start = 0
    for at in range(len(tags) + 1):
        if at == len(tags) or _opens(at, tokens, tags):
            _mend_clause(start, at, tokens, tags)
            start = at + 1


def _opens(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    infinitive = tokens.lowers[at] == "to" and tags[at + 1 : at + 2] == ["VERB"]
    return infinitive or tokens.lowers[at] in _OPENING


def _mend_clause(start: int, end: int, tokens: Tokens, tags: list[str]) -> None:
    verbs = [at for at in range(start, end) if tags[at] in _ACTING]
    finite = next((at for at in verbs if _is_singular(at, tokens)), -1)
    if finite < 0:
        finite = _hidden(start, end, verbs, tokens, tags)
        if finite < 0 and not verbs:
            finite = _bare(start, end, tokens, tags)
        if finite < 0:
            return
        tags[finite] = "VERB"
    for at in verbs:
        before = at < finite and _is_noun_before(at, finite, tokens, tags)
        if before or (at > finite and _is_noun_behind(at, finite, tokens, tags)):
            tags[at] = "NOUN"


def _is_singular(at: int, tokens: Tokens) -> bool:
    """Whether a verb has the -s of a single doer: "leaves"."""
    lower = tokens.lowers[at]
    return lower.endswith("s") and lemma(lower, "VERB") != lower and tokens.texts[at].islower()


def _is_noun_before(at: int, finite: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a "verb" before the verb belongs to its doer: "mill fire leaves 12 dead"."""
    lower = tokens.lowers[at]
    if tags[at] != "VERB" or not at or tags[at - 1] not in _NOMINAL:
        return False
    beside = all(tag in _NOMINAL for tag in tags[at + 1 : finite])
    return beside and (is_base_of_both(lower) or (lower.endswith("ing") and can_be_noun(lower)))


def _is_noun_behind(at: int, finite: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a "verb" behind the verb belongs to its object: "hands gang boss 20 years"."""
    governing = lemma(tokens.lowers[finite], "VERB")
    if tags[at] != "VERB" or is_reporting(governing) or governing in cues().headlines_letting:
        return False
    return is_base_of_both(tokens.lowers[at]) and tokens.texts[at].islower()


def _hidden(start: int, end: int, verbs: Sequence[int], tokens: Tokens, tags: Sequence[str]) -> int:
    """The verb in -s that passes for a plural: "profit soars to 412", "pill slashes risk"; or -1.

    One that leads to a number or an article is preferred to the first one of all.
    """
    for at in verbs:
        base = is_base_of_both(tokens.lowers[at]) and not _leads(at, tokens, tags)
        if not (base or tokens.lowers[at] in _HEDGING or _is_thing(at, tokens)):
            return -1  # "orders jump 5%" has its verb
    found = [
        at
        for at in range(start + 1, end - 1)
        if tags[at] == "NOUN"
        and tags[at - 1] in (*_NOMINAL, "ADJ", "PUNCT")
        and _is_singular(at, tokens)
        and can_be_verb(tokens, at)
        and not _is_plural(at - 1, tokens, tags)
    ]
    leading = [at for at in found if _leads(at, tokens, tags)]
    objects = [at for at in found if _has_object(at, tokens, tags)]
    return next(iter(leading or objects), -1)


def _bare(start: int, end: int, tokens: Tokens, tags: Sequence[str]) -> int:
    """The base form behind a plural that leads to a number: "premiums leap 34%"; or -1."""
    for at in range(start + 1, end - 1):
        base = tags[at] == "NOUN" and is_base_of_both(tokens.lowers[at])
        if base and _is_plural(at - 1, tokens, tags) and _leads(at, tokens, tags):
            return at
    return -1


def _leads(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a number or an article stands behind a word: "soars to 412", "traps 34"."""
    if at + 1 == len(tags):
        return False
    behind = tokens.lowers[at + 1]
    level = behind in _LEADING and "NUM" in tags[at + 2 : at + 4]
    return level or tags[at + 1] in ("NUM", "SYM", "DET") or behind in _HEDGING


def _has_object(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun phrase follows, or a verb that begins one: "slashes risk of"."""
    noun = tags[at + 1] == "VERB" and tokens.lowers[at + 2 : at + 3] in _GOVERNING
    return noun or tags[at + 1] in ("NOUN", "PROPN", "ADJ")


def _is_thing(at: int, tokens: Tokens) -> bool:
    """Whether what passes for a verb is a plural: "nets thieves 30 coins"."""
    lower = tokens.lowers[at]
    return lower.endswith("s") and can_be_noun(lower) and is_known(lemma(lower, "NOUN"))


def _is_plural(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    lower = tokens.lowers[at]
    return tags[at] == "NOUN" and lemma(lower, "NOUN") != lower
