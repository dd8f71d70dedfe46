"""The noun phrase that a number stands in or runs into: "3,500 soldiers", "a $3 million fine"."""

from __future__ import annotations

from factcheck.figures.read import Reading
from factcheck.frames.bare_counts import is_person, is_sided
from factcheck.frames.behind import has_verb, is_another, is_who_expects
from factcheck.frames.bracketed import noun_behind
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.model import Kind

_AND_LAST = ("CCONJ", "ADJ")
_AS_MANY = (("as", "many"), ("as", "much"))
_COMPARED = frozenset({
    "more", "many", "much", "fewer", "few", "less", "short", "low", "high", "light", "heavy",
    "long",
})  # fmt: skip
_OWN_NOUN = frozenset({Kind.COUNT, Kind.ORDINAL, Kind.SHARE, Kind.RATE, Kind.FACTOR})
_UNITS = frozenset({Kind.MEASURE, Kind.DURATION})
_SIZES = (("deep",), ("high",), ("long",), ("wide",), ("tall",), ("thick",), ("across",))
_STOPS = frozenset({",", ";", ":", "(", "—", "–"})


def own_phrase(reading: Reading, context: Context) -> int:
    """The phrase that the number stands in or runs into: "3,500 soldiers", "a $3 million fine".

    Args:
        reading: the figure.
        context: the sentence.

    Returns:
        The index of a term, or -1.
    """
    if is_sided(reading, context):
        return -1
    if (bearer := _bearer_of_size(reading, context)) >= 0:
        return bearer
    index = context.term_at(reading.first)
    united = index >= 0 and reading.figure.kind in _UNITS
    if united and context.terms[index].at < reading.outer_last:
        index = -1  # "a legal minimum of 60 days"
    if index >= 0 and reading.figure.kind is Kind.FACTOR and context.terms[index].role == "poss":
        return min(index + 1, len(context.terms) - 1)  # "twice the sector's average"
    if index >= 0 and is_who_expects(index, reading, context):
        return -1
    if index >= 0 and context.terms[index].at >= reading.last and _is_thing(index, context):
        return coordinated(index, context)
    at = noun_behind(reading.outer_last, context.words.texts, context.words.tags)
    if reading.figure.kind is Kind.ORDINAL and context.words.tags[at : at + 2] == _AND_LAST:
        at += 1  # "his third and last appeal"
    if reading.figure.kind is Kind.FACTOR and context.words.lowers[at : at + 2] in _AS_MANY:
        return context.term_at(at + 2)  # "three times as many drones"
    shared = _shared(reading, context)
    return shared if shared >= 0 else _ahead(at, reading, context)


def _bearer_of_size(reading: Reading, context: Context) -> int:
    """What a size describes from behind: "snow 80 cm deep blocked roads", or -1."""
    words, at = context.words, reading.outer_last
    if reading.figure.kind is not Kind.MEASURE or words.lowers[at : at + 1] not in _SIZES:
        return -1
    index = context.term_ending(reading.outer_first)
    acts = words.tags[at + 1 : at + 2] not in (("NOUN",), ())
    return index if index >= 0 and context.terms[index].head and acts else -1


def _shared(reading: Reading, context: Context) -> int:
    """The noun behind the last of several numbers: "310 and 245 passengers"."""
    words, at = context.words, reading.outer_last
    if reading.figure.kind is not Kind.COUNT or words.lowers[at : at + 1] != ("and",):
        return -1
    last = next((r for r in words.readings if r.first == r.outer_first == at + 1), None)
    if last is None or last.figure.kind is not Kind.COUNT or reading.first != reading.outer_first:
        return -1  # "a score below 67 and fewer than 6 reviews"
    index = context.term_at(last.first)
    if index < 0 or context.terms[index].at < last.last or not context.is_plural(index):
        return -1
    # "rose to 310 and 12 new cases", "passed 310 and 12 deaths were recorded"
    before = words.tags[reading.first - 1] if reading.first else "PUNCT"
    told = words.tags[context.terms[index].last : context.terms[index].last + 1]
    opens = before in ("PUNCT", "CCONJ", "SCONJ")
    return -1 if before == "ADP" or (told in (("VERB",), ("AUX",)) and not opens) else index


def _ahead(at: int, reading: Reading, context: Context) -> int:
    """The phrase that goes on behind a number, past an adverb or adjective, or -1."""
    limit = 2 if reading.figure.kind in _OWN_NOUN else 1
    for step in range(at, min(at + limit, len(context.words.tags))):
        index = context.term_at(step)
        behind = index >= 0 and context.terms[index].first >= reading.outer_last
        if behind and (has_verb(index, reading, context) or is_another(index, reading, context)):
            break
        if index >= 0 and context.terms[index].at >= at and _is_thing(index, context):
            return index
        word = context.words.lowers[step]
        opens = word in _STOPS or word in cues().clauses_openers  # "118 for six when rain fell"
        season = index < 0 and step == at and context.words.tags[step] == "NOUN"
        if opens or not (season or context.words.tags[step] in ("ADV", "ADJ", "PUNCT")):
            break  # "seven summer signings", whose summer is a time
    return -1


def coordinated(index: int, context: Context) -> int:
    """ "63,000 Russian and North Korean soldiers": the noun stands behind the last of the names.

    Args:
        index: the term of the first name.
        context: the sentence.
    """
    term, rest = context.terms[index], context.terms[index + 1 :]
    if term.head or not rest or not rest[0].head:
        return index
    joined = rest[0].first - term.last == 1 and context.words.lowers[term.last] in ("and", "or")
    named = any(n.type and rest[0].first <= n.first and n.last <= rest[0].at for n in context.names)
    # "12 Danes and …"
    return index + 1 if joined and named and not context.is_plural(index) else index


def _is_thing(index: int, context: Context) -> bool:
    """Whether a phrase can be counted: it has a noun, a name, or an article ("the wounded")."""
    term = context.terms[index]
    if term.head in _COMPARED and term.at >= term.first:
        return False  # "90,000 fewer than a month before"
    if context.words.tags[term.at] in ("NOUN", "PROPN") or not term.head:
        return True
    stated = bool(term.adjectives) and is_person(term)  # "31 civilian dead"
    return stated or context.words.tags[term.first] == "DET"
