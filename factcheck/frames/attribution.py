"""Who says so: the stretch of a sentence that names its source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.frames.clauses import Predicate
from factcheck.frames.colons import by_colon
from factcheck.frames.cues import cues
from factcheck.frames.words import Words
from factcheck.model import Kind

_ENDS = frozenset(",;:.—–()")
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
_QUOTES = frozenset({'"', "''", "”", "’", "'", "»"})
_RELATIVES = frozenset({"which", "who", "when", "where", "while"})

_PLAINLY = (("plain", "that"), ("clear", "that"))


def attributed(words: Words, groups: Sequence[Predicate]) -> frozenset[int]:
    """Indices of the tokens that attribute the sentence to somebody; never a figure's own.

    Reads "according to X", "in X's view", "X said (that) …", "…, X said, citing Y",
    "X put the dead at …", "figures from X show …" and "X's figures of 300".
    """
    cue = cues()
    found = _prepositional(words) | _by_noun(words) | by_colon(words)
    for number, group in enumerate(groups):
        says = (
            words.lemmas[group.verb] in cue.attribution_verbs or _made_plain(group.verb, words) >= 0
        )
        if says and not group.passive and not _is_restricting(number, groups, words):
            found |= _by_verb(number, groups, words)
    return frozenset(i for i in found if not words.numbers[i] or _is_single(i, words))


def _made_plain(at: int, words: Words) -> int:
    """The "that" of whoever says so in so many words ("made it plain that"), or -1."""
    that = at + 4 if words.lowers[at + 1 : at + 2] == ("it",) else at + 3
    plain = words.lowers[that - 2 : that]
    return that - 1 if words.lemmas[at] == "make" and plain in _PLAINLY else -1


def _is_restricting(number: int, groups: Sequence[Predicate], words: Words) -> bool:
    """Whether a participle only says which: "the cases reported in the camp stood at 340"."""
    at = groups[number].verb
    bare = groups[number].first == at and at > 0 and words.tags[at - 1] == "NOUN"
    if not bare or not words.lowers[at].endswith("ed") or words.tags[at + 1 : at + 2] != ("ADP",):
        return False
    following = groups[number + 1 : number + 2]
    return bool(following) and not {",", "that"}.intersection(words.lowers[at : following[0].first])


def _prepositional(words: Words) -> set[int]:
    cue, lowers = cues(), words.lowers
    found = _framed(words)
    begins, owned = _prepositions(), "'s" in lowers
    for at in range(len(lowers)):
        if words.tags[at] not in ("ADP", "VERB", "SCONJ", "PART"):
            continue
        for width in (2, 3, 4) if lowers[at] in begins else ():
            if " ".join(lowers[at : at + width]) in cue.attribution_prepositions:
                found |= set(range(at, _end(at, words)))
        if owned and lowers[at] in ("in", "by", "on", "to"):
            end = _end(at, words)
            owner = next((i for i in range(at, min(end, at + 7)) if lowers[i] == "'s"), -1)
            near = range(owner, min(owner + 4, end))
            if owner > 0 and any(words.lemmas[i] in cue.attribution_nouns for i in near):
                found |= set(range(at, end))
    return found


@cache
def _prepositions() -> frozenset[str]:
    """The first words of the phrases that lead to a source: "according to"."""
    return frozenset(phrase.split()[0] for phrase in cues().attribution_prepositions)


def _framed(words: Words) -> set[int]:
    """An opening that only frames the sentence: "In summary", "At a press conference"."""
    if not words.lowers or words.lowers[0] not in ("in", "at", "during"):
        return set()
    end = 1
    while end < len(words.tags) and words.tags[end] in ("DET", "ADJ", "NOUN", "PROPN"):
        end += 1
    return set(range(end)) if words.lemmas[end - 1] in cues().attribution_frames else set()


def _by_noun(words: Words) -> set[int]:
    """Whose count it is: "South Korean figures of 3,600", "the ministry's estimate of 40"."""
    found: set[int] = set()
    for reading in words.readings:
        # some readings take "estimates of" for their hedge
        near = range(max(0, reading.outer_first - 2), reading.first - 1)
        noun = next((i for i in near if _counts(i, words)), 0)
        first = noun
        while first > 0 and words.tags[first - 1] in _IN_PHRASE and not words.numbers[first - 1]:
            first -= 1
        owner = range(first, noun)
        if noun and _names_source(owner, words):
            found |= set(range(first, noun + 1))
    return found


def _counts(at: int, words: Words) -> bool:
    """Whether a noun says that a number is somebody's ("figures of", "an estimate of")."""
    return words.lemmas[at] in cues().attribution_nouns and words.lowers[at + 1] == "of"


def _names_source(owner: range, words: Words) -> bool:
    """Whether the words before "figures of 300" name a body or a place that counts."""
    return any(
        words.texts[i][:1].isupper() or words.lemmas[i] in cues().attribution_source_nouns
        for i in owner
        if words.tags[i] in ("PROPN", "NOUN", "ADJ") and (i or words.tags[i] == "PROPN")
    )


def _end(at: int, words: Words) -> int:
    """The first comma, stop or figure from `at` on."""
    while at < len(words.lowers) and words.lowers[at] not in _ENDS and not words.numbers[at]:
        at += 1
    return at


def _by_verb(number: int, groups: Sequence[Predicate], words: Words) -> set[int]:
    group, lowers = groups[number], words.lowers
    start = group.first
    while start > 0 and lowers[start - 1] not in _ENDS:
        start -= 1
    if any(words.numbers[i] and not _is_single(i, words) for i in range(start, group.first)):
        return set()
    if (
        group.first
        and lowers[group.first - 1] in _QUOTES
        and _named_behind(end := group.last, words)
    ):
        return set(range(group.first, _tail(end, words)))  # "'…' tweets Ann Kell"
    after_comma = start > 0 and lowers[start - 1] in (",", "—", "–")
    end = group.last
    if after_comma and _closes(number, groups, words):
        return set(range(start, _tail(end, words)))
    if start > 1 and not after_comma:
        return set()
    that = _that(group, words)
    if that >= 0:
        opening = 0 if after_comma and not number and not _counted(start, words) else start
        return set(range(opening, that + 1))
    cue = cues()
    named = any(
        words.lemmas[i] in cue.attribution_source_nouns or words.tags[i] in ("PROPN", "PRON")
        for i in range(start, group.first)
    )
    lemma = words.lemmas[group.verb]
    follows = number + 1 < len(groups) and _RELATIVES.isdisjoint(
        lowers[end : groups[number + 1].first]
    )
    limit = groups[number + 1].first if number + 1 < len(groups) else len(lowers)
    object_verb = lemma in cue.attribution_object_verbs and (
        _puts_at(range(end, limit), words) or (named and _gives_number(group, start, words))
    )
    if object_verb or (follows and lemma in cue.attribution_bare_verbs):
        return set(range(start, end))
    return set()


def _is_single(at: int, words: Words) -> bool:
    """Whether a number is only an article: "one executive says"."""
    return words.lowers[at] == "one" and words.tags[at + 1 : at + 2] != ("ADP",)


def _named_behind(at: int, words: Words) -> bool:
    """Whether whoever speaks stands behind the verb, up to a stop."""
    return at < len(words.tags) and words.tags[at] in ("PROPN", "DET", "NOUN", "PRON")


def _that(group: Predicate, words: Words) -> int:
    """The "that" behind a reporting verb: "said on Monday that", "told reporters that", or -1."""
    if (plain := _made_plain(group.verb, words)) >= 0:
        return plain
    between = {"ADP", "ADV", "NUM"}
    if words.lemmas[group.verb] in cues().attribution_telling_verbs:
        between |= _IN_PHRASE | {"PRON"}
    for at in range(group.last, min(group.last + 7, len(words.lowers))):
        if words.lowers[at] == "that":
            return at
        if words.tags[at] not in between and not _of_date(at, words):
            break
    return -1


def _of_date(at: int, words: Words) -> bool:
    return any(r.outer_first <= at < r.outer_last for r in words.readings if r.figure.date)


def _counted(end: int, words: Words) -> bool:
    """Whether a figure that is no date stands before a token."""
    dates = (Kind.DATE, Kind.TIME)
    return any(r.first < end and r.figure.kind not in dates for r in words.readings)


def _gives_number(group: Predicate, start: int, words: Words) -> bool:
    """Whether a source's verb takes the number itself: "figures give 3,600", "cited 4,000".

    Governments and firms give much else, and cities count their own thefts; of a verb like that
    the subject must be a source.
    """
    near = any(words.numbers[group.last : group.last + 5])
    if words.lemmas[group.verb] not in (
        "give",
        "report",
        "list",
        "rate",
        "judge",
        "speak",
        "count",
    ):
        return near
    sources = cues().attribution_source_nouns
    return near and any(words.lemmas[i] in sources for i in range(start, group.first))


def _puts_at(reach: range, words: Words) -> bool:
    """Whether a verb goes on "… at 40", as in "monitors put turnout at 31%"."""
    return any(words.lowers[i] == "at" and any(words.numbers[i + 1 : i + 4]) for i in reach)


def _closes(number: int, groups: Sequence[Predicate], words: Words) -> bool:
    """Whether "…, X said" ends the sentence, but for circumstances ("after talks in Kyiv")."""
    end = groups[number].last
    if end >= len(words.lowers) or words.lowers[end] in _ENDS:
        return True
    last = number + 1 == len(groups)
    return last and words.tags[end] in ("ADP", "ADV", "SCONJ") and not _has_figure(end, words)


def _tail(at: int, words: Words) -> int:
    """Behind a closing "…, Yu said" its own additions count too (", citing intelligence")."""
    lowers = words.lowers
    if at < len(lowers) and lowers[at] not in ".;:" and not _has_figure(at, words):
        return len(lowers)
    return at


def _has_figure(start: int, words: Words) -> bool:
    """Whether any figure stands from a token on but the day on which somebody said so."""
    behind = range(start, len(words.numbers))
    return any(words.numbers[i] and not _of_date(i, words) for i in behind)
