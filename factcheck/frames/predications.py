"""Which predicate every token of a sentence stands under.

Clauses (factcheck.frames.boundaries) cut a sentence in a row. Here they are nested: in "two-thirds
of the 1,012 adults polled said so" the verb "said" governs what stands before "the", and "polled"
only what lies between. The method is a shallow one: predicates inside a noun phrase are taken out
first, what is left is cut in a row, and what was taken out is cut in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.frames.clauses import Predicate
from factcheck.frames.cues import cues
from factcheck.frames.edges import (
    ACCOMPANYING,
    COMMAS,
    JOINING,
    NOMINAL,
    OPENING,
    RELATIVES,
    STOPS,
    before_adverbs,
    boundary,
    contact,
    is_finite,
    is_participle,
    is_reduced,
    openers,
    with_preposition,
)
from factcheck.frames.words import Words
from factcheck.lexicon.events import is_reporting
from factcheck.model import Kind

_JOINED = (("and",), ("but",), ("or",))
_PARTICLES = (("up",), ("down",), ("off",), ("out",), ("away",), ("back",))
_EACH = frozenset({"each", "all", "both", "some", "most", "many", "half"})
_AS_WELL = (("as", "well", "as"),)
_ALONG = (("along", "with"), ("together", "with"), ("in", "addition"))
# Behind a comma these go on with what stands before it: "injured, including 12 children".
_OF_ASIDES = frozenset({"including", "excluding", "with", "without", "of", "as", "than", "like"})
_BREAKS = COMMAS | JOINING
_BEFORE_WITH = frozenset({"CCONJ", "VERB", "NUM"})
# Pronouns of a group, which a participle behind them restricts: "half of those polled".
_GROUPS = frozenset({"those", "everyone", "everybody", "anyone", "anybody", "all"})
# Verbs of letting and seeing: the bare verb behind their object is its predicate.
_CAUSING = frozenset({"let", "make", "see", "help", "watch", "have", "hear", "feel"})
_PREPOSITIONAL = frozenset({"compared", "including", "according", "excluding", "following"})
# Verbs of asking and telling whose object is a person: "the jurors questioned in March were".
_HEARING = frozenset(
    {"question", "interview", "ask", "warn", "tell", "accuse", "urge", "inform", "poll"}
)
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_OF_PART = frozenset({"ADP", "PRON", "DET", "ADV", "NOUN", "SYM", "ADJ"})
_SEQUENCE = frozenset({"after", "before", "by", "while", "when", "since"})


class _Inner(NamedTuple):
    """A clause inside a noun phrase.

    Attributes:
        start: its first token, -1 where a verb group opens none.
        sure: whether it can be nothing else, as a bare participle in -ed can.
    """

    start: int
    sure: bool


def predications(groups: Sequence[Predicate], words: Words) -> tuple[int, ...]:
    """The main verb that each token of a sentence stands under, -1 for none.

    Args:
        groups: the verb groups of the sentence, in order, the source's own included.
        words: the sentence.
    """
    governing = [-1] * len(words.tags)
    real = [g for g in groups if not _is_preposition(g, words)]
    _fill(real, 0, len(governing), governing, words)
    return tuple(governing)


def _is_preposition(group: Predicate, words: Words) -> bool:
    """Whether a participle governs as a preposition does: "compared with 3.1%", "aged 12"."""
    at = group.verb
    if words.lowers[at] == "aged" and any(words.numbers[at + 1 : at + 3]):
        return True
    bare = group.first == at and (not at or words.lowers[at - 1] not in _SEQUENCE)
    return bare and words.lowers[at] in _PREPOSITIONAL


def _fill(
    groups: Sequence[Predicate], first: int, last: int, governing: list[int], words: Words
) -> None:
    """Write the verbs of a stretch of the sentence into `governing`."""
    outer: list[Predicate] = []
    inner: list[tuple[int, int, Sequence[Predicate]]] = []
    at = 0
    while at < len(groups):
        opened = _inner(groups[at], first, words)
        end = _closing(at, groups, opened, not outer, words) if opened.start > first else at
        if end > at:
            inner.append((opened.start, groups[end].first, groups[at:end]))
            at = end
        else:
            outer.append(groups[at])
            at += 1
    closed = {end: start for start, end, _ in inner}
    for start, end, own in ((first, last, outer), *inner):
        starts = [start]
        for left, right in pairwise(own):
            edge = closed.get(right.first, right.first)
            starts.append(boundary(left, right, starts[-1], edge, words))
        _in_row(own, (*starts, end), governing, words)


def _in_row(
    groups: Sequence[Predicate], bounds: Sequence[int], governing: list[int], words: Words
) -> None:
    """Write the verbs of clauses that follow each other; one may interrupt the one before."""
    outside = -1
    for group, (start, end) in zip(groups, pairwise(bounds), strict=False):
        governing[start:end] = [group.verb] * (end - start)
        back = _resumes(group, start, end, words) if outside >= 0 else -1
        if back >= 0:
            governing[back:end] = [outside] * (end - back)
        fronted = not group.first and is_reduced(group, words)
        outside = -1 if fronted else group.verb


def _resumes(group: Predicate, start: int, end: int, words: Words) -> int:
    """Where the clause goes on that another interrupts ("…, he said, along with 9"), or -1."""
    lowers, behind = words.lowers, group.last
    sized = _behind_size(group, end, words)
    if sized >= 0:
        return sized
    inserted = lowers[start] in COMMAS and behind > start + 1 and behind + 1 < end
    if inserted and lowers[behind] == "," and is_reporting(words.lemmas[group.verb]):
        return behind
    relative = not RELATIVES.isdisjoint(lowers[start : group.first])
    if relative or is_reduced(group, words):
        back = _behind_aside(group, start, end, words)
        if back >= 0:
            return back
    if not relative:
        return -1
    for at in range(behind, end - 2):
        if lowers[at : at + 2] == (",", "or") and any(words.numbers[at + 2 : at + 5]):
            return at  # "that follows a dry summer, or 7% of the herd"
    return -1


def _behind_size(group: Predicate, end: int, words: Words) -> int:
    """Where a clause goes on behind a participle with its size, or -1.

    "Removed a tumour weighing 11 kilograms from a 34-year-old".
    """
    if words.lemmas[group.verb] not in cues().measure_sizing or not group.first:
        return -1
    if not words.lowers[group.verb].endswith("ing") or words.lowers[group.first - 1] == ",":
        return -1
    size = next((r for r in words.readings if group.last <= r.outer_first < end), None)
    told = size is not None and size.outer_first == group.last and size.outer_last < end
    behind = size.outer_last if size is not None and told else -1
    return behind if behind >= 0 and words.tags[behind] == "ADP" else -1


def _behind_aside(group: Predicate, start: int, end: int, words: Words) -> int:
    """Where the clause goes on behind one inside it that commas or an addition close, or -1.

    ", 55 of which it owns, for up to 900 flats", ", each weighing 84 tonnes, into place", "the 47
    drones launched overnight, as well as three missiles".
    """
    lowers, tags = words.lowers, words.tags
    aside = "," in lowers[max(0, start - 1) : start + 1]
    commas = [i for i in range(group.last, end - 1) if lowers[i] == ","]
    for at in commas:
        if lowers[at + 1 : at + 4] in _AS_WELL or lowers[at + 1 : at + 3] in _ALONG:
            return at
        follows = tags[at + 1] == "ADP" and lowers[at + 1] not in _OF_ASIDES
        if aside and follows:
            return at
    return -1


def _closing(
    at: int, groups: Sequence[Predicate], opened: _Inner, alone: bool, words: Words
) -> int:
    """The group that goes on behind a clause inside a noun phrase, or `at` where none does.

    Args:
        at: the group of that clause.
        groups: the verb groups of the stretch.
        opened: where the clause begins, and how.
        alone: whether no verb stands before it, so that its noun still waits for one.
        words: the sentence.
    """
    if words.lowers[opened.start : opened.start + 2] == (",", "or"):
        ends = (n for n in range(at + 1, len(groups)) if words.lowers[groups[n].first - 1] == ",")
        return next(ends, at)
    comma = words.lowers[opened.start - 1] in OPENING
    for later in range(at + 1, len(groups)):
        left, right = groups[later - 1], groups[later]
        opens = before_adverbs(right.first, words)
        if not is_finite(right, words):
            if right.first == right.verb and words.lowers[opens] in JOINING:
                return at
            continue
        if words.lowers[opens] in RELATIVES:
            continue
        if comma:
            if words.lowers[opens] in COMMAS and opens > left.verb:
                return later
            if not is_reporting(words.lemmas[left.verb]):
                return at
            continue  # "the men, who say smoke harmed them, are suing"
        told = left if opened.sure else groups[at]
        return later if _goes_on(told, right, alone and opened.sure, words) else at
    return at


def _goes_on(left: Predicate, right: Predicate, waiting: bool, words: Words) -> bool:
    """Whether no break and no second subject stands between two verbs.

    Behind the clause of a noun that waits for its verb, "and" is no break: "the men who were
    housed in barns and tents will go home".
    """
    lower, lemma = words.lowers[right.verb], words.lemmas[right.verb]
    lemma_ = words.lemmas[left.verb]
    heard = lemma_ in _HEARING and words.tags[left.last : left.last + 1] == ("ADP",)
    if is_reporting(lemma_) and right.first > left.last and not heard:
        return False
    if words.lemmas[left.verb] in _CAUSING and lower == lemma:
        return False
    if contact(left.last, right.first, words) >= 0:
        return False  # "sold plots on a hillside he did not own"
    between = words.lowers[left.last : right.first]
    if not openers().isdisjoint(between) or not STOPS.isdisjoint(between):
        return False
    if waiting:
        return COMMAS.isdisjoint(between[:-1]) and between[-1:] not in _JOINED
    return _BREAKS.isdisjoint(between)


def _inner(group: Predicate, first: int, words: Words) -> _Inner:
    """Where the clause of a verb group begins if it stands inside a noun phrase."""
    before = before_adverbs(group.first, words)
    if words.lowers[before] in RELATIVES and before >= first:
        return _Inner(with_preposition(before, first, words), True)
    gerund = words.lowers[group.first].endswith("ing")
    each = words.lowers[before] in _EACH and before > first
    if gerund and each and words.lowers[before - 1] in OPENING:
        return _Inner(before - 1, True)  # "26 girders, each weighing 84 tonnes,"
    after_noun = words.tags[before] in _NOUNS
    if gerund and after_noun and before >= first:
        accompanied = _with(before, first, words)
        return _Inner(before + 1 if accompanied < 0 else accompanied, True)
    if words.lowers[before] == "to" and words.lowers[group.first] == "have" and before > first:
        return _Inner(before, False)  # "the teams to have trailed"
    said = _inserted(group, first, words)
    if said >= 0:
        return _Inner(said, False)
    relative = _relative(group, first, words)
    if relative >= 0:
        return _Inner(with_preposition(relative, first, words), True)
    if not is_participle(group, words):
        return _Inner(-1, False)
    accompanied = _with(before, first, words)
    if accompanied >= 0:
        return _Inner(accompanied, False)
    if _has_object(group, words):
        return _Inner(-1, False)
    return _participle(before, first, words)


def _participle(before: int, first: int, words: Words) -> _Inner:
    """Where the clause of a participle begins, which stands behind its noun or a pronoun."""
    other = _other_words(before, first, words)
    if other >= 0:
        return _Inner(other, True)
    after_noun = words.tags[before] in _NOUNS
    opens = after_noun or words.lowers[before] in OPENING or words.lowers[before] in _GROUPS
    return _Inner(before + 1 if opens else -1, False)


def _other_words(at: int, first: int, words: Words) -> int:
    """The comma of an aside that opens with "or", or -1.

    "28 boats, or one in seven of those inspected, were impounded".
    """
    if words.lowers[at] not in _GROUPS:
        return -1
    while at > first + 1 and (words.tags[at] in _OF_PART or words.numbers[at]):
        at -= 1
    return at - 1 if words.lowers[at - 1 : at + 1] == (",", "or") else -1


def _has_object(group: Predicate, words: Words) -> bool:
    """Whether a bare past form has an object, and so is no participle: "shot down 38 drones".

    Participles of giving have one: "the men fined £300", "the four given medals".
    """
    at = group.last + (words.lowers[group.last : group.last + 1] in _PARTICLES)
    if group.first != group.verb or at >= len(words.tags):
        return False
    if words.lemmas[group.verb] in cues().measure_giving or words.lowers[at - 1].endswith("ing"):
        return False
    counted = words.readings and any(
        r.outer_first <= at < r.outer_last and r.figure.kind is Kind.COUNT for r in words.readings
    )
    return bool(counted) or words.tags[at] in ("DET", "PROPN")


def _inserted(group: Predicate, first: int, words: Words) -> int:
    """Where it is inserted who says so: "the two rules, he said, could …", or -1."""
    lowers = words.lowers
    if lowers[group.last : group.last + 1] != (",",) or not is_reporting(words.lemmas[group.verb]):
        return -1
    at = group.first
    while at > first and words.tags[at - 1] in NOMINAL:
        at -= 1
    return at if at > first and at < group.first and lowers[at - 1] == "," else -1


def _relative(group: Predicate, first: int, words: Words) -> int:
    """The relative pronoun of a verb group that has a subject of its own: "that the firm sold"."""
    for at in range(group.first - 1, max(first, group.first - 8), -1):
        if words.lowers[at] in RELATIVES and words.tags[at] != "DET":
            said = words.tags[at - 1] in ("VERB", "AUX")
            return -1 if said and words.lowers[at] == "that" else at
        if words.lowers[at] in COMMAS or words.tags[at] in ("VERB", "AUX", "CCONJ"):
            break
    return -1


def _with(at: int, first: int, words: Words) -> int:
    """The "with" that opens a clause or sentence and whose noun phrase ends at a token, or -1."""
    while at >= first and (words.tags[at] in NOMINAL or words.lowers[at] == "of"):
        at -= 1
    if at < first or words.lowers[at] not in ACCOMPANYING:
        return -1
    opens = at == first or words.lowers[at - 1] in COMMAS or words.tags[at - 1] in _BEFORE_WITH
    return at if opens else -1
