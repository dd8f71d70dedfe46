"""What a number says of the word behind it: a plural that it counts, a verb of those counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.cues import cues
from factcheck.frames.edges import ACCOMPANYING
from factcheck.frames.wordforms import (
    can_be_noun,
    can_be_verb,
    is_base_of_both,
    is_plural_noun,
)
from factcheck.lexicon import wordnet
from factcheck.model import Kind
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_PREPOSITIONS = frozenset({"to", "at", "in", "on", "from", "of", "for", "by", "with", "against"})
_WAYS = frozenset({"up", "down"})
_DEGREES = frozenset({
    "lower", "higher", "longer", "shorter", "later", "earlier", "apiece", "strong", "ahead",
})  # fmt: skip
_GOVERNING = frozenset({"VERB", "ADP", "DET"})
_AGED = frozenset({"over", "under", "above", "below", "aged"})
_CONTINUING = frozenset({"and", "but", "or", ","})
_PASSIVES = frozenset({"was", "were", "been", "are", "is", "be", "being"})
_ACTING = frozenset({"VERB", "AUX"})
# Verbs of which a bare number is the subject or the object: "saw 40 facing charges".
_LEAVING = frozenset(
    {"leaving", "leave", "left", "leaves", "see", "saw", "sees", "seen", "seeing", "found", "and"}
)
_OBJECTS = frozenset(
    {"await", "face", "need", "seek", "use", "have", "include", "involve", "carry", "hold"}
)


def class_behind(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> str:
    """The word class that a number gives to the word behind it, "" where it gives none."""
    lower = tokens.lowers[at]
    if lower in _PREPOSITIONS:
        return "ADP"
    if reading.figure.kind is Kind.CHANGE and lower in _WAYS:
        return "ADV"  # "ended 1.2 per cent up"
    if lower in _DEGREES:
        inside = reading.outer_first and tags[reading.outer_first - 1] == "DET"
        return "ADJ" if inside and tags[at + 1 : at + 2] == ["NOUN"] else "ADV"  # "a 9% lower risk"
    if lower in cues().attributes and tags[at] == "ADV":
        return "ADJ"  # "is 130 miles long"
    for rule, tag in _RULES:
        if rule(at, reading, tokens, tags):
            return tag
    return ""


def _backs(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether "back" behind a share is what it does: "22 percent back the bill"."""
    behind = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
    shared = reading.figure.kind is Kind.SHARE and tokens.lowers[at] == "back"
    return shared and behind in ("DET", "PROPN", "NOUN", "ADJ", "PRON")


def _praises(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a participle behind an object's number is an adjective: "names 11 stunning sites".

    It has to be one to the dictionary, and the sentence has to have its verb already.
    """
    if tags[at] != "VERB" or reading.figure.kind is not Kind.COUNT:
        return False
    counts = reading.figure.unit is None
    object_ = not _ACTING.isdisjoint(tags[: reading.outer_first])
    noun = tags[at + 1 : at + 2] in (["NOUN"], ["ADJ"])
    noun = noun and tokens.lowers[at].endswith("ing")
    return counts and object_ and noun and bool(wordnet.synsets(tokens.lowers[at], "a"))


def _is_gerund_of_noun(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form says which plural is counted: "61 breeding pairs".

    Not so in "with 11 facing charges", "leaving 40 needing doctors".
    """
    if tags[at] != "VERB" or not tokens.lowers[at].endswith("ing"):
        return False
    noun, before = at + 1, reading.outer_first - 1
    plural = tags[noun : noun + 1] == ["NOUN"] and tokens.lowers[noun].endswith("s")
    counts = reading.figure.kind is Kind.COUNT and reading.figure.value != 1
    leads = before >= 0 and tokens.lowers[before] in ACCOMPANYING | _LEAVING
    return counts and plural and not leads and lemma(tokens.lowers[at], "VERB") not in _OBJECTS


def _goes_on_passive(after: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a participle goes on under "were": "40 were killed and up to 50 wounded"."""
    before = reading.outer_first - 1
    if before < 2 or tags[after] != "ADJ" or not tokens.lowers[after].endswith("ed"):
        return False
    ends = after + 1 >= len(tags) or tags[after + 1] in ("PUNCT", "ADP", "SCONJ", "CCONJ")
    if not ends or not can_be_verb(tokens, after):
        return False
    if tokens.lowers[before] in ACCOMPANYING:
        return tags[before - 1] == "NUM"  # "rose to 2,300 with 10,000 injured"
    return tokens.lowers[before] in _CONTINUING and any(
        tokens.lowers[i] in _PASSIVES and tags[i + 1] in ("VERB", "ADJ") for i in range(before - 1)
    )


def _is_verb_of_aged(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form behind an age is the verb that a sentence lacks: "over 65 travel"."""
    noun = reading.outer_first - 1
    if noun < 0 or tags[noun] != "NOUN" or tags[at] != "NOUN" or at + 1 >= len(tags):
        return False
    bounded = tokens.lowers[reading.outer_first] in _AGED
    plural = lemma(tokens.lowers[noun], "NOUN") != tokens.lowers[noun]
    lacking = _ACTING.isdisjoint(tags) and tags[at + 1] != "NOUN"
    return bounded and plural and lacking and is_base_of_both(tokens.lowers[at])


def _is_counted_plural(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a plural behind a number passes for a verb in -s: "cost 640 clerks their jobs".

    What more than one do has no such ending.
    """
    figure, lower = reading.figure, tokens.lowers[at]
    plural = figure.kind is Kind.COUNT and figure.unit is None and figure.value != 1
    ends = lower.endswith("s") and not lower.endswith("ss") and tokens.texts[at].islower()
    return plural and ends and tags[at] == "VERB" and can_be_noun(lower)


def _is_modifier(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word says which things are counted: "30 grey armoured vehicles"."""
    if tags[at] == "VERB" and not tokens.lowers[at].endswith("ing"):
        return _is_before_plural(at, reading, tokens, tags)
    if tags[at] == "VERB":
        return _is_gerund_of_noun(at, reading, tokens, tags)
    if tokens.lowers[at] == "near":
        return is_plural_noun(at + 1, tokens, tags)  # "92 near misses"
    return _is_quality(at, reading, tokens, tags)


def _is_before_plural(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form says which plural an object counts: "found 1,300 live tortoises"."""
    lower, before = tokens.lowers[at], reading.outer_first - 1
    several = reading.figure.kind is Kind.COUNT and reading.figure.value != 1
    if not several or before < 0 or lower != lemma(lower, "VERB") or lower in cues().people_states:
        return False
    alive = lower == "live" or tags[before] in _GOVERNING
    return alive and is_plural_noun(at + 1, tokens, tags) and bool(wordnet.synsets(lower, "a"))


def _is_quality(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a singular behind a number above one is an adjective of what is counted."""
    figure, lower = reading.figure, tokens.lowers[at]
    several = figure.kind is Kind.COUNT and figure.unit is None and figure.value != 1
    if (
        not several
        or tags[at : at + 3] != ["NOUN", "VERB", "NOUN"]
        or lower != lemma(lower, "NOUN")
    ):
        return False
    return tokens.lowers[at + 1].endswith("ed") and bool(wordnet.synsets(lower, "a"))


def _is_verb_of_one(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word in -s is what one in so many does: "one patient in nine waits"."""
    lower = tokens.lowers[at]
    behind = tags[at] == "NOUN" and lower.endswith("s") and can_be_verb(tokens, at)
    return behind and tokens.lowers[at - 2] == "in" and tokens.lowers[at - 4 : at - 3] == ("one",)


def _is_verb_of_them(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether what passes for a noun behind a number is its verb: "390 need glasses".

    Such a verb names no sort of thing that could be counted, as "work" does in "30 work permits".
    """
    figure, lower = reading.figure, tokens.lowers[at]
    if lower in cues().verbs_unchanged and tokens.lowers[reading.outer_first - 1] == "of":
        return True  # "the insurer's profit of €910m beat forecasts"
    if lower == "left":
        return tags[at] == "NOUN"  # "has $2.3 million left"
    if _is_where(reading, tokens) and tags[at] == "NOUN" and is_base_of_both(lower):
        closes = tags[at + 1 : at + 2] in (["PUNCT"], ["ADP"], ["ADV"])  # "where 2,100 work,"
        return closes and tokens.lowers[at + 1] != "-"
    if figure.value == 1 and figure.kind is Kind.COUNT and lower.endswith("s"):
        return tags[at] == "NOUN" and can_be_verb(tokens, at)  # "one remains"
    counts = figure.kind is Kind.SHARE or (figure.kind is Kind.COUNT and figure.unit is None)
    counts = counts and not lower.endswith("s")
    if tags[at] == "ADJ" and is_plural_noun(at + 1, tokens, tags):
        return False  # "two live tortoises"
    if _is_verb_of_one(at, tokens, tags):
        return True
    return counts and tags[at] in ("NOUN", "ADJ") and lemma(lower, "VERB") in cues().people_doing


def _is_verb_of_crowd(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form is what so many do: "9,000 march in Lund", "300 gather to pray"."""
    figure, lower = reading.figure, tokens.lowers[at]
    several = figure.kind is Kind.COUNT and figure.unit is None and figure.value != 1
    opens = not reading.outer_first or tokens.lowers[reading.outer_first - 1] in _CONTINUING | {":"}
    behind = tags[at + 1 : at + 2] in (["ADP"], ["PART"], ["ADV"])
    return several and opens and behind and lower in cues().headlines_crowds


def _is_where(reading: Reading, tokens: Tokens) -> bool:
    """Whether a bare number above one is the subject of a relative clause."""
    figure, before = reading.figure, reading.outer_first - 1
    several = figure.kind is Kind.COUNT and figure.unit is None and figure.value != 1
    return several and before >= 0 and tokens.lowers[before] in ("where", "whom", "which")


_RULES: Final = (
    (_backs, "VERB"),
    (_goes_on_passive, "VERB"),
    (_praises, "ADJ"),
    (_is_modifier, "ADJ"),
    (_is_verb_of_them, "VERB"),
    (_is_verb_of_crowd, "VERB"),
    (_is_counted_plural, "NOUN"),
    (_is_verb_of_aged, "VERB"),
)
