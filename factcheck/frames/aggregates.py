"""What a figure is among others of its sort: an addition, the total, an average, an extreme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import Cues, cues
from factcheck.frames.ranked import is_record
from factcheck.model import Kind

_TOPS: Final = frozenset(
    {("top", "speed"), ("top", "speeds"), ("top", "price"), ("top", "temperature")}
)
# Of the words of a total, those that sum a sentence up and describe no noun.
_ADVERBS: Final = frozenset({"altogether", "cumulatively", "overall"})
_OPENING = 4  # tokens of "in all ," and the next
_SPREADING = (("over",), ("across",), ("from",), ("among",))


def increment(
    reading: Reading, window: range, inside: set[int], context: Context, cue: Cues
) -> str:
    """Whether a figure comes on top of others, is what is left, all there is, or the first.

    Args:
        reading: the figure.
        window: the tokens that are nearer to it than to its neighbours.
        inside: the tokens of its own phrase.
        context: the sentence.
        cue: the cue words.

    Returns:
        "additional", "remaining", "total", "initial", or "".
    """
    lowers, lemmas = context.words.lowers, context.words.lemmas
    after = reading.outer_last
    beside = [lowers[i] for i in inside]
    if _are_more(after, context) or not cue.increment_additional.isdisjoint(beside):
        return "additional"
    if "new" in beside and any(lowers[i] == "new" and _is_added(i, context, cue) for i in inside):
        return "additional"
    near, bases = (words[window.start : window.stop] for words in (lowers, lemmas))
    if not cue.increment_remaining.isdisjoint(bases):
        return "remaining"
    if "left" in lowers[after : after + 3] and _has_verb_of_being(window, context):
        return "remaining"
    if not (cue.increment_total.isdisjoint(near) and cue.increment_total.isdisjoint(bases)):
        return "total"
    before = lemmas[window.start : reading.outer_first]
    verbs, nouns = cue.increment_total_verbs, cue.increment_total_nouns
    if not (verbs.isdisjoint(before) or nouns.isdisjoint(before)):
        return "total"
    if not _totals().isdisjoint(near):
        text = f" {' '.join(near)} "
        if any(f" {p} " in text for p in cue.increment_total_phrases):
            return "total"
    if _opens_with_total(reading, lowers, cue):
        return "total"
    return "" if cue.increment_initial.isdisjoint(near) else "initial"


@cache
def _totals() -> frozenset[str]:
    """The last words of the phrases that make a figure a total: "in all"."""
    return frozenset(phrase.split()[-1] for phrase in cues().increment_total_phrases)


def _opens_with_total(reading: Reading, lowers: Sequence[str], cue: Cues) -> bool:
    """Whether a sentence opens by summing up: "In all, the two storms felled 300 trees"."""
    if reading.figure.kind is not Kind.COUNT:
        return False
    opening = " ".join(lowers[:_OPENING])
    summing = lowers[0] in cue.increment_total and lowers[0] in _ADVERBS
    return summing or any(opening.startswith(f"{p} ") for p in cue.increment_total_phrases)


def _are_more(after: int, context: Context) -> bool:
    """Whether "more" stands behind a number or what it counts: "12 more", "12 beds more"."""
    lowers, tags = context.words.lowers, context.words.tags
    behind = after + (
        tags[after : after + 1] == ("NOUN",) and lowers[after + 1 : after + 2] == ("more",)
    )
    if lowers[behind : behind + 1] != ("more",) or lowers[behind + 1 : behind + 2] == ("than",):
        return False
    return behind == after or tags[behind + 1 : behind + 2] in (
        (),
        ("PUNCT",),
        ("ADP",),
        ("CCONJ",),
    )


def _has_verb_of_being(window: range, context: Context) -> bool:
    """Whether "be" or "have" stands near a figure: "12 were left"."""
    lemmas, tags = context.words.lemmas, context.words.tags
    return any(lemmas[i] in ("be", "have") and tags[i] in ("AUX", "VERB") for i in window)


def _is_added(at: int, context: Context, cue: Cues) -> bool:
    """Whether the noun behind "new" is counted as it happens: "nine new confirmed cases"."""
    for step in range(at + 1, min(at + 7, len(context.words.tags))):
        if context.words.lemmas[step] in cue.increment_new_of:
            return True
        if context.words.tags[step] not in ("ADJ", "NOUN", "VERB", "PROPN", "NUM", "PUNCT"):
            return False
    return False


def statistic(reading: Reading, window: range, context: Context, cue: Cues) -> str:
    """Which statistic a figure is: "median", "average", "maximum", "minimum", or ""."""
    measured = reading.figure.kind in (Kind.MEASURE, Kind.MONEY, Kind.AGE, Kind.DURATION)
    lowers = context.words.lowers
    if measured and any(lowers[i : i + 2] in _TOPS for i in window):
        return "maximum"  # "a top speed of 130 km/h"
    if not _statistics().isdisjoint(lowers[window.start : window.stop]):
        words = {lowers[i] for i in window if _is_statistic(i, reading, context)}
        for name, cues_of in (
            ("median", cue.statistic_median),
            ("average", cue.statistic_average),
            ("maximum", cue.statistic_maximum),
            ("minimum", cue.statistic_minimum),
        ):
            if words & cues_of:
                return name
    if measured and any(_superlative(i, reading, context) for i in window):
        return "maximum"
    return ""


@cache
def _statistics() -> frozenset[str]:
    """Every word that can say which statistic a figure is."""
    cue = cues()
    return cue.statistic_median.union(
        cue.statistic_average, cue.statistic_maximum, cue.statistic_minimum
    )


def _is_statistic(at: int, reading: Reading, context: Context) -> bool:
    """Whether a word can say which statistic a figure is.

    "Averaged over four reviewers" is no average of reviewers; "3 h 45 min" are minutes.
    """
    lowers = context.words.lowers
    if lowers[at] == "min" and at > reading.first:
        return False
    spread = lowers[at + 1 : at + 2] in _SPREADING
    return not spread and not is_record(at, reading, context.words)


def _superlative(at: int, reading: Reading, context: Context) -> bool:
    """ "The heaviest pumpkin weighed 512 kg": one of many, at the end of the scale."""
    word = context.words.lowers[at]
    ends = word.endswith("est") and len(word) > 5 and context.words.tags[at] == "ADJ"
    return ends and not is_record(at, reading, context.words)
