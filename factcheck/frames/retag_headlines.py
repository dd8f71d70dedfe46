"""Mending word classes in headlines, whose verbs have no subject's article to be known by.

A tagger trained on whole sentences takes "34 face trial", "bank hikes rate to 5%" and "34 flights
axed" for rows of nouns. A headline is a sentence that no stop closes.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.frames.cues import cues
from factcheck.frames.retag_headline_verbs import mend_headline_verbs
from factcheck.frames.wordforms import can_be_noun, can_be_verb, is_base_of_both
from factcheck.model import Kind
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_ACTING = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"as", "after", "when", "while", "before", "since", ","})  # clauses behind
_BEHIND_LEVELS = frozenset({"ADP", "PART", "NUM", "SYM"})
_WAYS = frozenset({"up", "down", "at", "steady", "unchanged"})
_AT_HOME = (("domestic",), ("national",))  # behind "gross", which is a verb as well


def mend_headline(tokens: Tokens, tags: list[str], readings: Sequence[Reading]) -> None:
    """Mend the tags of one sentence in place, if it is a headline.

    Args:
        tokens: the sentence.
        tags: its tags.
        readings: its figures.
    """
    if tags and tokens.lowers[0] == "gross" and tokens.lowers[1:2] in _AT_HOME:
        tags[0] = "ADJ"
    if not tags or tags[-1] == "PUNCT":
        return
    for reading in readings:
        for at in range(reading.first, reading.outer_last):
            if tags[at] == "VERB" and reading.figure.unit is not None:
                tags[at] = "NOUN"  # "412 bln won"
        if reading.figure.kind is Kind.SCORE:
            _mend_beaten(reading.outer_first, tags, tokens)
        elif reading.figure.kind is Kind.COUNT and reading.figure.unit is None:
            _mend_counted(reading, tokens, tags)
    _mend_handled(tokens, tags)
    _mend_measured(tokens, tags)
    _mend_planned(tokens, tags)
    mend_headline_verbs(tokens, tags)


def _mend_beaten(score: int, tags: list[str], tokens: Tokens) -> None:
    """ "Spain down Italy 3-2": between two sides, "down" is what one does to the other."""
    for at in range(1, score - 1):
        beside = tags[at - 1] in _NOMINAL and tags[at + 1] in ("PROPN", "DET")
        if tokens.lowers[at] == "down" and beside and _ACTING.isdisjoint(tags[:score]):
            tags[at] = "VERB"


def _mend_counted(reading: Reading, tokens: Tokens, tags: list[str]) -> None:
    """The verb of those whom a number counts: "34 face trial", "six shops fold", "9 axed"."""
    at = reading.outer_last
    if tokens.lowers[at : at + 1] and tokens.lowers[at] in cues().headlines_where:
        tags[at] = "ADV"
    end = next((i for i in range(at, len(tags)) if tokens.lowers[i] in _OPENING), len(tags))
    if reading.figure.value == 1 or at >= len(tags) or not _ACTING.isdisjoint(tags[:end]):
        return
    if tokens.lowers[at] in cues().headlines_of_people:
        if _has_object(at, tokens, tags):
            tags[at] = "VERB"
        return
    while at < len(tags) and tags[at] in ("NOUN", "ADJ") and not _is_plural(at, tokens, tags):
        at += 1
    verb = at + 1
    if verb >= len(tags) or not _is_plural(at, tokens, tags) or not can_be_verb(tokens, verb):
        return
    lower = tokens.lowers[verb]
    past = lower.endswith("ed") and tags[verb] in ("ADJ", "ADV", "NOUN") and not can_be_noun(lower)
    ends = verb + 1 == len(tags) or tags[verb + 1] in ("ADP", "SCONJ", "ADV", "PART")
    bare = tags[verb] == "NOUN" and is_base_of_both(lower)
    if (past or bare) and (ends or (bare and _has_object(verb, tokens, tags))):
        tags[verb] = "VERB"


def _is_plural(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    lower = tokens.lowers[at] if at < len(tags) else ""
    return bool(lower) and tags[at] == "NOUN" and lemma(lower, "NOUN") != lower


def _has_object(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an adjective, or a noun that a compound would end in, follows: "fall ill"."""
    last = at + 1
    if last < len(tags) and tags[last] in ("ADJ", "ADV"):
        return True
    while last < len(tags) and tags[last] == "NOUN":
        last += 1
    if last == at + 1:
        return False
    word = tokens.lowers[last - 1]
    return (
        lemma(word, "NOUN") == word
        or word in cues().headlines_fates
        or not can_be_noun(tokens.lowers[at])
    )


def _mend_handled(tokens: Tokens, tags: list[str]) -> None:
    """ "Central bank hikes rate to 5%": the first is the verb, and the second what it handles."""
    cue = cues()
    for at in range(1, len(tags) - 2):
        if tags[at] in _ACTING:
            return
        lower, handled = tokens.lowers[at : at + 2]
        if tags[at] != "NOUN" or not lower.endswith("s") or tags[at + 2] not in _BEHIND_LEVELS:
            continue
        handles = lemma(lower, "VERB") in cue.headlines_handling
        if handles and lemma(handled, "NOUN") in cue.headlines_handled:
            tags[at], tags[at + 1] = "VERB", "NOUN"
            return


def _mend_measured(tokens: Tokens, tags: list[str]) -> None:
    """ "Obesity rate up 4%": what passes for a verb does not agree with its noun."""
    for at in range(1, len(tags) - 2):
        single = tags[at - 1] == "NOUN" and not _is_plural(at - 1, tokens, tags)
        handled = tokens.lowers[at] in cues().headlines_handled
        if tags[at] == "VERB" and single and handled and tokens.lowers[at + 1] in _WAYS:
            tags[at] = "NOUN"


def _mend_planned(tokens: Tokens, tags: list[str]) -> None:
    """ "Wind farm to power 34 homes": one that does something would do it in -s."""
    for at in range(2, len(tags) - 2):
        if tokens.lowers[at] != "to":
            continue
        if tags[at - 2 : at] == ["NOUN", "ADJ"] and can_be_noun(tokens.lowers[at - 1]):
            tags[at - 1] = "NOUN"  # "Telecoms giant to shed 300 posts"
        if tags[at + 1 : at + 3] == ["NOUN", "NUM"] and is_base_of_both(tokens.lowers[at + 1]):
            tags[at + 1] = "VERB"
        if tags[at + 1] != "VERB":
            continue
        before = tokens.lowers[at - 1]
        single = tags[at - 2] in _NOMINAL and not _is_plural(at - 2, tokens, tags)
        if tags[at - 1] == "VERB" and single and is_base_of_both(before):
            tags[at - 1] = "NOUN"
        if tags[at - 1] == "NOUN" and tags[at] == "ADP" and _ACTING.isdisjoint(tags[:at]):
            tags[at] = "PART"
