"""The subject of a clause, also where it is only understood, and the object near a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause, Term
from factcheck.lexicon.events import is_reporting

_SUBJECTS: Final = frozenset({"agent", "patient", "free"})
_OBJECTS: Final = frozenset({"patient", "free", "complement"})
_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_PACES: Final = frozenset({"rate", "pace", "speed", "clip", "tempo"})
_JOINERS: Final = frozenset({",", ";", "and", "but", "or", "while", "then"})


def subject_of(number: int, context: Context) -> int:
    """The term that is the subject of a clause, or -1.

    The relative pronoun stands for the noun before it, a participle takes the noun that it
    follows, and what is joined without a subject of its own has that of the clause before.

    Args:
        number: index of the clause.
        context: the sentence.
    """
    clause = context.clauses[number]
    lowers, tags = context.words.lowers, context.words.tags
    start = clause.first
    while start < clause.verb and lowers[start] in _JOINERS:
        start += 1
    if start < clause.verb and tags[start] == "VERB" and lowers[start].endswith("ing"):
        return -1  # "clearing it will take three weeks"
    own = _stated(start, clause, context)
    if own >= 0:
        return own
    relative = next((i for i in range(start, clause.verb) if lowers[i] in _RELATIVES), -1)
    if relative >= 0:
        return context.term_ending(relative - (lowers[relative - 1] == ","))
    sizing = context.words.lemmas[clause.verb] in cues().measure_sizing
    if lowers[start - 1] == "," and sizing and lowers[clause.verb].endswith("ing"):
        start -= 1  # "41 invoices, totalling $770,000"
        clause = clause._replace(verb=start)
    before = clause.verb
    while before > 0 and tags[before - 1] == "ADV":
        before -= 1  # "an investment once valued at £9m"
    if start == clause.verb == clause.first or tags[before - 1] in ("NOUN", "PROPN"):
        followed = context.term_ending(before)
        named = _before_reduced(followed, clause, number, context)
        if named >= 0:
            return named
        if followed >= 0:
            return followed
    return _understood(start, number, context)


def _understood(start: int, number: int, context: Context) -> int:
    """The subject of the clause before, which a clause without one goes on with, or -1."""
    clause, words = context.clauses[number], context.words
    if not number or any(words.tags[i] == "PRON" for i in range(start, clause.verb)):
        return -1
    apart = words.lowers[max(0, start - 2) : start] == (",", "and")
    return subject_of(_main_before(number, context) if apart else number - 1, context)


def _stated(start: int, clause: Clause, context: Context) -> int:
    """The subject that stands in its clause, or -1."""
    accused = _accused(clause, context)
    if accused >= 0:
        return accused
    ways = (_before_gerund(clause, context), _own(clause, context), _joined(start, clause, context))
    return next((index for index in ways if index >= 0), -1)


def _accused(clause: Clause, context: Context) -> int:
    """Who did what a gerund behind "of" tells: "accused the mayor of taking €20,000", or -1."""
    lowers, at = context.words.lowers, clause.verb - 1
    gerund = at > 0 and lowers[clause.verb].endswith("ing") and lowers[at] == "of"
    return context.term_ending(at) if gerund else -1


def _main_before(number: int, context: Context) -> int:
    """The clause before that "and" goes on: not one about "which", whose subject is another."""
    at = number - 1
    while at > 0:
        clause = context.clauses[at]
        if _RELATIVES.isdisjoint(context.words.lowers[clause.first : max(clause.verb, 0)]):
            break
        at -= 1
    return at


def _before_reduced(followed: int, clause: Clause, number: int, context: Context) -> int:
    """The subject that a participle's clause parts from its verb, or -1.

    "The elephant born at the zoo weighed 104 kilograms".

    Args:
        followed: the phrase right before the verb.
        clause: the clause of the verb.
        number: its index.
        context: the sentence.
    """
    gerund = context.words.lowers[clause.verb].endswith("ing")
    if followed < 0 or gerund or not number or clause.first != clause.verb:
        return -1
    last = context.clauses[number - 1]
    governed = context.terms[followed].role not in _SUBJECTS
    return context.term_ending(last.verb) if governed and last.verb >= 0 else -1


def _own(clause: Clause, context: Context) -> int:
    """The first phrase before the verb that no preposition governs and no commas set apart."""
    lowers = context.words.lowers
    found = [
        i
        for i, t in enumerate(context.terms)
        if clause.first <= t.first
        and t.last <= clause.verb
        and t.role in _SUBJECTS
        and _names_something(t, context)
    ]
    plain = [
        i
        for i in found
        if not (
            context.terms[i].first > clause.first
            and lowers[context.terms[i].first - 1] == "," == lowers[context.terms[i].last]
        )
    ]
    return next(iter(plain or found), -1)


def _before_gerund(clause: Clause, context: Context) -> int:
    """The noun that a verb of size follows at once: "a closure lasting 11 days"."""
    lower, lemma = context.words.lowers[clause.verb], context.words.lemmas[clause.verb]
    if not lower.endswith("ing") or clause.verb < 1:
        return -1
    sizing = lemma in cues().measure_sizing | cues().measure_lasting | cues().measure_verbs
    index = context.term_ending(clause.verb) if sizing else -1
    # "a swarm of locusts covering 9 acres"
    return index - 1 if index > 0 and context.terms[index].role == "of" else index


def _joined(start: int, clause: Clause, context: Context) -> int:
    """The subject right behind a conjunction: "fell by 18% and bus journeys became shorter"."""
    index = context.term_at(start) if clause.first < start < clause.verb else -1
    opens = index >= 0 and context.terms[index].first == start
    return index if opens and context.terms[index].head else -1


def _names_something(term: Term, context: Context) -> bool:
    """Whether a phrase has a noun or a name: "86 metres long" has none."""
    named = any(term.first <= n.first < term.last for n in context.names)
    return named or (bool(term.head) and term.head not in cues().attributes)


def _joined_object(first: int, context: Context) -> int:
    """What "and" joins to an object with its own size: "demand to 90 and prices to $48", or -1."""
    words, at = context.words, first - 1
    while at > 0 and words.tags[at] in ("DET", "ADJ", "ADV", "SYM"):
        at -= 1
    if words.tags[at] != "ADP":
        return -1
    while at > 0 and words.tags[at - 1] == "ADV":
        at -= 1
    index = context.term_ending(at)
    start = context.terms[index].first - 1 if index >= 0 else -1
    if start < 1 or words.lowers[start] not in ("and", ",", "but"):
        return -1
    return index if any(r.outer_last <= start for r in words.readings) else -1


def nearest_object(objects: Sequence[int], first: int, context: Context) -> int:
    """Of the objects between a verb and a figure, the one that the figure is told of.

    In "pushed demand to 92 gigawatts and prices to $48" the second sum has an object of its own.

    Args:
        objects: their indices into the sentence's terms, in text order, one at least.
        first: the first token of the figure.
        context: the sentence.
    """
    joined = _joined_object(first, context)
    if joined >= 0:
        return joined
    told = max((r.outer_last for r in context.words.readings if r.outer_last <= first), default=0)
    return next((i for i in objects if context.terms[i].first >= told), objects[0])


def subject_from(clause: Clause, number: int, context: Context) -> int:
    """Where the words begin among which the subject of a clause is to be looked for.

    "The cases reported there stood at 340": it may stand in the clause before; but behind the
    verb of whoever says so ("a review found payments totalled $24m") or foretells it ("sees the
    euro falling by 6%"), and right before a participle that sizes it ("made payments totalling
    $24m").

    Args:
        clause: the clause.
        number: its index.
        context: the sentence.
    """
    if clause.first != clause.verb or not number:
        return clause.first
    before, words = context.clauses[number - 1], context.words
    sizing = words.lemmas[clause.verb] in cues().measure_sizing
    nearest = context.term_ending(clause.verb)
    if sizing and nearest >= 0 and words.lowers[clause.verb].endswith("ing"):
        return context.terms[nearest].first
    seen = words.lemmas[before.verb] == "see" and words.lowers[clause.verb].endswith("ing")
    told = before.verb >= 0 and (seen or is_reporting(words.lemmas[before.verb]))
    behind = any(before.verb < t.first < clause.verb and t.role in _OBJECTS for t in context.terms)
    return before.verb + 1 if told and behind else before.first


def is_idiom(verb: int, context: Context) -> bool:
    """Whether a verb and its object say together that something costs or weighs so much.

    Args:
        verb: the token of the verb.
        context: the sentence.
    """
    lemmas = context.words.lemmas[verb : verb + 3]
    phrases = (" ".join(lemmas), " ".join(lemmas[:2]))
    return not cues().measure_idioms.isdisjoint(phrases)


def is_pace(index: int, context: Context) -> bool:
    """Whether a noun only says that a rate follows: "at a rate of 18,000 an hour"."""
    term = context.terms[index]
    led = context.words.lowers[term.first - 1 : term.first] == ("at",)
    return led and term.head in _PACES and not term.modifiers


def done_at_pace(index: int, clause: Clause, context: Context) -> int:
    """The object of which so many are made, sold or moved at a pace, or -1.

    "Folds newspapers at a rate of 18,000 an hour" folds 18,000 newspapers.

    Args:
        index: the term of the pace.
        clause: its clause.
        context: the sentence.
    """
    behind = range(clause.verb + 1, context.terms[index].first)
    objects = [i for i, t in enumerate(context.terms) if t.at in behind and t.role == "patient"]
    return objects[-1] if objects and clause.verb >= 0 else -1


def is_granted(verb: int, objects: Sequence[int], context: Context) -> bool:
    """Whether something is given to so many: "grants asylum to 8,470", not "hands its total to 41".

    Args:
        verb: the verb before the number.
        objects: the terms between the two.
        context: the sentence.
    """
    values = cues().increment_total_nouns
    granting = context.words.lemmas[verb] in cues().measure_granting
    return granting and not any(context.terms[i].head in values for i in objects)
