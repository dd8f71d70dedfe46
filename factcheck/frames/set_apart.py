"""Figures that no verb governs: they describe a noun from an aside.

"The reservoir, 18% full in March, has recovered", "the theatre, dark for six winters, reopened", "a
father of three, he …", "a scroll 7.3 metres long": nothing of what the sentence tells happens to
these.
"""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.model import Kind

_BEFORE_VALUE = frozenset({"worth", "up", "to", "than"})
PARENTS = frozenset({
    "father", "mother", "parent", "grandfather", "grandmother", "grandparent", "dad", "mum", "mom",
})  # fmt: skip
_BREAKS = frozenset({",", ")", "(", ";", ":", "—", "–"})
_CLOSING = frozenset({",", ")", "—", "–", ";", "."})
_PERSONS = frozenset({"he", "she", "it", "they", "we"})
_RELATIVES = frozenset({"whose", "who", "which", "that"})
_STATES = frozenset({"ADP", "ADV", "ADJ"})


def is_set_apart(reading: Reading, start: int, verb: int, context: Context) -> bool:
    """Whether a figure describes a noun, so that the verb it stands under does not govern it.

    Args:
        reading: the figure.
        start: where its phrase begins.
        verb: the verb that it stands under.
        context: the sentence.
    """
    opens = opening(start, context)
    if _is_of_parent(reading, start, context):
        return True
    own = (reading, start, opens, context)
    if _is_age(*own) or _is_value(*own) or _is_extent(*own):
        return True
    if _is_compared(*own) or _is_state(*own):
        return True
    if reading.last >= verb:
        return False
    return _is_of_subject(reading, start, verb, context) or _is_apposition(
        reading, start, opens, verb, context
    )


def _is_of_parent(reading: Reading, start: int, context: Context) -> bool:
    """ "A grandmother of nine was robbed": to the nine nothing happened."""
    if reading.figure.kind is not Kind.COUNT or start < 2:
        return False
    after = reading.outer_last  # "parents of 260 pupils" are no persons told by them
    bare = after >= len(context.words.tags) or context.words.tags[after] not in ("NOUN", "ADJ")
    of_parent = bare and context.words.lemmas[start - 2] in PARENTS
    return of_parent and context.words.lowers[start - 1] == "of"


def opening(start: int, context: Context) -> int:
    """The break before a phrase that no verb parts from it, -1 for the sentence's start.

    It is -2 where a verb stands before the phrase.

    Args:
        start: where the phrase begins.
        context: the sentence.
    """
    lowers, tags = context.words.lowers, context.words.tags
    at = start - 1
    while at >= 0 and lowers[at] not in _BREAKS and tags[at] not in ("VERB", "AUX"):
        at -= 1
    return -2 if at >= 0 and tags[at] in ("VERB", "AUX") else at


def _ends_aside(at: int, context: Context) -> int:
    """The break behind a token that no verb parts from it, but for a relative clause's, or -1."""
    lowers, tags = context.words.lowers, context.words.tags
    relative = False
    for end in range(at, len(lowers)):
        if lowers[end] in _CLOSING:
            return end
        relative = relative or lowers[end] in _RELATIVES
        if tags[end] in ("VERB", "AUX") and not relative:
            return -1
    return len(lowers)


def _is_age(reading: Reading, start: int, opens: int, context: Context) -> bool:
    """ "The driver, 52, and four passengers", "three brothers, aged 19, 22 and 27"."""
    if reading.figure.kind is not Kind.AGE:
        return False
    lowers = context.words.lowers
    after = lowers[reading.outer_last : reading.outer_last + 1]
    return opens == start - 1 and opens > 0 and after in ((",",), (")",), ("and",))


def _is_value(reading: Reading, start: int, opens: int, context: Context) -> bool:
    """ "Coins and a cup, worth about €600,000 together"."""
    return opens > 0 and context.words.lowers[opens : opens + 2] == (",", "worth")


def _is_extent(reading: Reading, start: int, opens: int, context: Context) -> bool:
    """ "The spire, 96 metres tall and weighing 750 tonnes"."""
    if reading.figure.kind is not Kind.MEASURE or not start:
        return False
    lowers = context.words.lowers
    inside = lowers[reading.last : reading.outer_last + 1]
    sized = not cues().attributes.keys().isdisjoint(inside)
    return sized and opens == start - 1


def _is_compared(reading: Reading, start: int, opens: int, context: Context) -> bool:
    """ "…, more than twice the 18-minute target"."""
    if opens <= 0 or context.words.lowers[opens] != ",":
        return False
    return any(
        opens < r.first < reading.first and r.figure.kind is Kind.FACTOR
        for r in context.words.readings
    )


def _is_state(reading: Reading, start: int, opens: int, context: Context) -> bool:
    """ "…, with 11 million out of work", "…, with 301 in favour and 288 against"."""
    lowers, tags = context.words.lowers, context.words.tags
    if opens <= 0 or lowers[opens : opens + 2] != (",", "with"):
        return False
    if start - 1 > opens + 1 and lowers[start - 1] != "and":
        return False
    at = reading.outer_last
    while at < len(tags) and tags[at] in ("NOUN", "ADJ") and lowers[at] not in _BREAKS:
        at += 1
    state = at < len(tags) and tags[at] in _STATES and lowers[at] != "of"
    return state and _ends_aside(at, context) >= 0


def _is_of_subject(reading: Reading, start: int, verb: int, context: Context) -> bool:
    """Whether a figure follows its subject between commas: "18% full in March", "24".

    Not so in "three people, two of them children, were hurt", where it is a part of the subject.
    """
    lowers, tags = context.words.lowers, context.words.tags
    at = start
    while at and (lowers[at - 1] in _BEFORE_VALUE or tags[at - 1] in ("ADV", "SCONJ")):
        at -= 1
    if at < 2 or lowers[at - 1] != "," or lowers[at] == "or" or tags[0] in ("ADP", "SCONJ"):
        return False
    if not _closes_before(reading, verb, context):
        return False
    after = reading.outer_last
    plain = reading.figure.kind is not Kind.COUNT or not _counts(after, context)
    return plain and lowers[after : after + 1] != ("of",)


def _closes_before(reading: Reading, verb: int, context: Context) -> bool:
    """Whether the aside of a figure ends right before a verb group."""
    lowers, tags = context.words.lowers, context.words.tags
    end = next((i for i in range(reading.last, verb) if lowers[i] == ","), verb)
    group = next((g.first for g in context.groups if g.verb == verb), verb)
    return end != verb and all(tags[i] in ("ADV", "AUX", "PART") for i in range(end + 1, group))


def _is_apposition(reading: Reading, start: int, opens: int, verb: int, context: Context) -> bool:
    """Whether an aside of several words holds a figure: "home to 11 monks", "a father of six"."""
    lowers, tags = context.words.lowers, context.words.tags
    first = opens + 1
    if opens == -1:
        return _opens_sentence(reading, context)
    if opens < 0 or first >= start or lowers[opens] != ",":
        return False
    if "and" in lowers[first : reading.first]:
        return False
    end = _ends_aside(reading.outer_last, context)
    if end < 0 or lowers[end : end + 1] != (",",) or end > verb:
        return False
    predicative = tags[first] in ("ADJ", "NOUN") or lowers[first] == "out"
    described = predicative and (tags[first + 1] == "ADP" or first + 1 == start)
    article = lowers[first] in ("a", "an", "the", "with") and "of" in lowers[first : reading.first]
    return described or (article and tags[opens - 1] in ("NOUN", "PROPN"))


def _opens_sentence(reading: Reading, context: Context) -> bool:
    """ "A father of three, he had worked"."""
    lowers, end = context.words.lowers, reading.outer_last
    article = lowers[0] in ("a", "an", "the") and "of" in lowers[: reading.first]
    behind = lowers[end : end + 2]
    return article and len(behind) > 1 and behind[0] == "," and behind[1] in _PERSONS


def _counts(at: int, context: Context) -> bool:
    """Whether a noun that a figure counts stands at a token: "40 men", not "40 last year"."""
    tags = context.words.tags
    while at < len(tags) and tags[at] == "ADJ" and context.words.lowers[at] != "last":
        at += 1
    return at < len(tags) and tags[at] == "NOUN"
