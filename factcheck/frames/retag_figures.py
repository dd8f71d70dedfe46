"""Mending word classes beside a number, which says itself what can stand there."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.frames.cues import cues
from factcheck.frames.retag_before import is_charged, mend_parted, numbers
from factcheck.frames.retag_behind import class_behind
from factcheck.frames.wordforms import (
    can_be_noun,
    can_be_verb,
    has_form_of_verb,
    is_base_of_both,
)
from factcheck.lexicon import wordnet
from factcheck.lexicon.nouns import is_known
from factcheck.model import Kind
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_AFTER_MODIFIER = frozenset({"NOUN", "ADJ", "ADP", "VERB"})
_BEFORE_PAST = frozenset({"CCONJ", "NOUN", "PROPN"})
_TIMES = frozenset({"x", "×"})
_ACCOUNTING = frozenset({"account", "accounts", "accounting"})
_WORTH_REACH = 3
_MORE = frozenset({"more", "less"})
_SUMMING = frozenset({"total", "number", "average"})
_ACTING = frozenset({"VERB", "AUX"})
_EACH = frozenset({"each", "all", "both"})
_BEFORE_VERB = frozenset({"NOUN", "PROPN", "PRON", "ADV"})


def mend_beside_figures(tokens: Tokens, tags: list[str], readings: Sequence[Reading]) -> None:
    """A noun that only looks like one before a quantity: "the asteroid measures 120 metres"."""
    for reading in readings:
        _mend_compared(reading, tokens, tags)
        _mend_inside(reading, tokens, tags)
        _mend_before(reading, tokens, tags)
        _mend_behind(reading, tokens, tags)
        _mend_fused(reading.outer_last, tokens, tags)
        at = reading.outer_first - 1
        if at > 1:
            mend_parted(at, tokens, tags)
        if at > 0 and reading.figure.kind is Kind.FACTOR and tags[reading.first] in ("ADJ", "NOUN"):
            _mend_witnessed(reading.first, tokens, tags)
        if at < 1 or reading.figure.kind in (Kind.DATE, Kind.ORDINAL, Kind.SHARE):
            continue
        at -= at > 1 and tags[at] == "ADV" and numbers(at - 1, tokens, tags)
        if at > 1 and _heads_place(at, reading.outer_last, tokens, tags):
            tags[at] = "NOUN"  # "in the Kilis Road camp 150 refugees remain"
            continue
        if at > 1 and tags[at - 1] == "VERB" and _ends_name(at - 1, tokens, tags):
            tags[at - 1] = "NOUN"  # "the Orsk barracks house 1,300 men"
        noun = tags[at] == "NOUN" and can_be_verb(tokens, at) and not _is_strong(reading, tokens)
        if noun and (_governs(at, tokens, tags) or is_charged(at, reading, tokens, tags)):
            tags[at] = "VERB"
        if tags[at] == "ADJ" and _is_participle(at, reading, tokens, tags):
            tags[at] = "VERB"


def _governs(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun before a number is the verb of a subject, or of one told before.

    "The asteroid measures 120 metres", "weighed 9 kg, drinks two litres", "to take in 300 or pay
    €20,000".
    """
    if tags[at - 1] in _BEFORE_VERB:
        return not _is_bare_object(at, tokens, tags)
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    if before not in (",", "and", "or", "but") or not _ACTING.intersection(tags[:at]):
        return False
    if lower.endswith("s") and not lower.endswith("ss"):
        return lemma(lower, "VERB") != lower
    helped = any(
        tags[i] == "VERB" and tokens.lowers[i - 1] == "to" for i in range(max(1, at - 12), at)
    )
    return before == "or" and helped and is_base_of_both(lower)


def _is_bare_object(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun is what a headline's verb is about: "MPs approve fishing bill 77-73".

    A base form is no verb of the singular before it, unless it is the past as well ("cost").
    """
    lower = tokens.lowers[at]
    base = lower == lemma(lower, "VERB") and lower not in cues().verbs_unchanged
    before = tokens.lowers[at - 1]
    singular = tags[at - 1] == "NOUN" and before == lemma(before, "NOUN")
    return base and singular and "VERB" in tags[: at - 1]


def _is_participle(at: int, reading: Reading, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an adjective before a number is a participle that governs it.

    "Killed 14 and injured dozens", "oil advanced 53 cents", "a trip lasting nine hours", "was
    finished 14 years late", "each weighing 84 tonnes", "Mali and Chad each freed 16".
    """
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    if not can_be_verb(tokens, at):
        return False
    if lower.endswith("ing"):
        return tags[at - 1] in ("NOUN", "PROPN") or before in _EACH
    passive = tags[at - 1] == "AUX" and reading.figure.kind is not Kind.AGE
    each = before in _EACH and at > 1 and tags[at - 2] in ("NOUN", "PROPN")
    return lower.endswith("ed") and (passive or each or tags[at - 1] in _BEFORE_PAST)


def _mend_inside(reading: Reading, tokens: Tokens, tags: list[str]) -> None:
    """The sign of a currency is no verb, "Rs 38 a litre"; nor is a factor, "fell fivefold"."""
    first, kind = reading.first, reading.figure.kind
    if kind is Kind.FACTOR and tokens.lowers[first].endswith("fold"):
        noun = tags[first + 1 : first + 2] in (["NOUN"], ["ADJ"])
        tags[first] = "ADJ" if noun else "ADV"
    if kind not in (Kind.MONEY, Kind.RATE, Kind.CHANGE):
        return
    for at in range(first, reading.last):
        if tags[at] == "VERB" and not tokens.texts[at].islower():
            tags[at] = "SYM"


def _mend_before(reading: Reading, tokens: Tokens, tags: list[str]) -> None:
    """Words that lead to a number and are no noun of it: "worth $5", "a record 24.7 million"."""
    before = reading.outer_first - 1
    lower = tokens.lowers[before] if before > 0 else ""
    if _is_strong(reading, tokens) and tags[before] == "VERB" and can_be_noun(lower):
        tags[before] = "NOUN"  # "a combined force 63,000 strong"
    worth = tokens.lowers[max(0, before - _WORTH_REACH) : before + 1]
    if "worth" in worth and reading.figure.kind in (Kind.MONEY, Kind.RATE):
        tags[before - worth[::-1].index("worth")] = "ADP"  # "worth a total of $5"
    elif lower in _TIMES and tags[before - 1] != "DET":
        tags[before] = "ADP"  # "12ft x 14ft"
    elif lower in _SUMMING and tags[before - 1] == "NOUN" and tokens.lowers[before - 1][-1] == "s":
        tags[before] = "VERB"  # "debts total €4 million"
    elif tags[before] == "NOUN" and _sizes(before, tokens, tags):
        tags[before - 1 : before + 1] = ["NOUN", "VERB"]  # "a mosaic measuring six metres"
    elif lower == "for" and tokens.lowers[before - 1] in _ACCOUNTING:
        tags[before - 1] = "VERB"  # "with women accounting for 31%"
    elif lower == "record" and tags[before - 1] in ("DET", "ADP"):
        tags[before] = "ADJ"
    elif lower and tags[before - 1 : before + 1] == ["DET", "VERB"] and has_form_of_verb(lower):
        tags[before] = "ADJ"  # "the remaining 13"


def _sizes(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form tells the size of what stands before it and may look an adjective."""
    lower = tokens.lowers[at]
    sizing = lower.endswith("ing") and lemma(lower, "VERB") in cues().measure_sizing
    return sizing and tags[at - 1] in ("NOUN", "ADJ")


def _mend_fused(at: int, tokens: Tokens, tags: list[str]) -> None:
    """A participle that stands for people behind "of the": "three of the arrested appeared"."""
    if tokens.lowers[at : at + 2] != ("of", "the") or tags[at + 2 : at + 3] != ["VERB"]:
        return
    behind = tags[at + 3] if at + 3 < len(tags) else "PUNCT"
    if tokens.lowers[at + 2].endswith("ed") and behind in ("VERB", "AUX", "ADP", "PUNCT"):
        tags[at + 2] = "ADJ"


def _mend_behind(reading: Reading, tokens: Tokens, tags: list[str]) -> None:
    """Words behind a number, which counts a noun or nothing: "$5 lower", "12 to ending it"."""
    after = reading.outer_last
    if after >= len(tags):
        return
    mended = class_behind(after, reading, tokens, tags)
    if mended:
        tags[after] = mended
    elif after + 1 < len(tags) and tags[after] == "VERB" and not _agrees(after, reading, tags):
        _mend_modified(reading.outer_first - 1, after, tokens, tags)


def _is_strong(reading: Reading, tokens: Tokens) -> bool:
    """Whether "strong" behind a number says how many a body has, whose noun stands before it."""
    return tokens.lowers[reading.outer_last : reading.outer_last + 1] == ("strong",)


def _mend_modified(before: int, after: int, tokens: Tokens, tags: list[str]) -> None:
    """A base form between an article's number and a noun is a noun: "a 4.5% pay offer"."""
    lower = tokens.lowers[after]
    indefinite = tokens.lowers[before] in ("a", "an")  # "want a 10% rise."
    follows = tags[after + 1] in _AFTER_MODIFIER or (indefinite and tags[after + 1] == "PUNCT")
    if tags[before] != "DET" or not follows:
        return
    if lower == lemma(lower, "VERB"):
        tags[after] = "NOUN"
        if tags[after + 1] == "VERB" and is_base_of_both(tokens.lowers[after + 1]):
            tags[after + 1] = "NOUN"


def _mend_witnessed(at: int, tokens: Tokens, tags: list[str]) -> None:
    """ "Saw arrests double": what is read as a factor is a verb, and has a noun before it."""
    if at + 1 < len(tags) and tags[at + 1] in ("NOUN", "ADJ", "DET", "PRON", "SCONJ"):
        return  # "double the number"
    tags[at] = "VERB"
    if tags[at - 1] == "VERB" and tokens.lowers[at - 1].endswith("s"):
        tags[at - 1] = "NOUN"


def _heads_place(at: int, behind: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word ends the name of a place that opens the sentence, before a number's clause."""
    inside = all(tag in ("DET", "ADJ", "PROPN") for tag in tags[1:at])
    if tags[0] != "ADP" or not inside or tags[at - 1] != "PROPN":
        return False
    lower = tokens.lowers[at]
    follows = behind + 1 < len(tags) and tags[behind] == "NOUN"
    if not follows or tags[behind + 1] not in ("VERB", "AUX"):
        return False
    return lemma(lower, "VERB") == lower and bool(wordnet.synsets(lower, "n"))


def _mend_compared(reading: Reading, tokens: Tokens, tags: list[str]) -> None:
    """ "More" and "less" between a difference and its noun: "carried 11 per cent less pollen"."""
    for at in range(reading.last - 1, min(reading.outer_last + 1, len(tags) - 1)):
        if tokens.lowers[at] in _MORE and tags[at : at + 2] == ["ADV", "NOUN"]:
            tags[at] = "ADJ"


def _ends_name(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a verb in -s behind a name is the plural that the name goes with."""
    lower = tokens.lowers[at]
    noun = is_known(lower) or bool(wordnet.synsets(lemma(lower, "NOUN"), "n"))
    plural = lower.endswith("s") and noun
    return (
        plural
        and tags[at - 1] == "PROPN"
        and tags[at + 1] == "NOUN"
        and can_be_verb(tokens, at + 1)
    )


def _agrees(at: int, reading: Reading, tags: Sequence[str]) -> bool:
    """Whether a base form is what several do: "another three remain in custody"."""
    figure = reading.figure
    several = figure.kind is Kind.COUNT and figure.unit is None and figure.value != 1
    return several and tags[at + 1 : at + 2] == ["ADP"]
