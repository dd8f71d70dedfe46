"""Pronouns that take up who or what was told of: it, they, she, its, there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.discourse.mentions import PERSON, SUBJECTS, Mention, mentions, owner_of, word_at
from factcheck.discourse.sorts import PLACE, words
from factcheck.discourse.told import Told
from factcheck.frames.model import Name, SentenceFrame, Term
from factcheck.model import Kind

# So many sentences back a pronoun may reach: a person stays in mind, a thing does not.
_REACH = {"person": 3, "one": 1, "several": 1}


class Meant(NamedTuple):
    """What a pronoun stands for: names, or a term with the names that belong to it."""

    names: tuple[Name, ...]
    term: Term | None = None


def pronouns(sentence: SentenceFrame, before: Sequence[Told]) -> Iterator[Meant]:
    """What the pronouns of a sentence stand for, each antecedent once.

    Args:
        sentence: a later sentence.
        before: what was told, the latest first.
    """
    seen: set[str] = set()
    for at, tag in enumerate(sentence.tags):
        if tag == "ADV" and sentence.lemmas[at] in words().place:
            yield from _there(at, sentence, before)
        if tag not in ("PRON", "DET") or at in sentence.attributed:
            continue
        sort = _sort(word_at(sentence, at).lower())
        if not sort or sort in seen or _is_told_here(at, sentence):
            continue
        if sort == "one" and _is_expletive(at, sentence):
            continue
        seen.add(sort)
        meant = _meant(sort, before)
        if meant is None or (meant.term is None and _is_of_many(at, sentence)):
            continue
        yield _in_place(meant, at, sentence)


def _sort(word: str) -> str:
    lists = words()
    for name, found in (("person", lists.person), ("one", lists.one), ("several", lists.several)):
        if word in found:
            return name
    return ""


def _is_told_here(at: int, sentence: SentenceFrame) -> bool:
    """Whether the sentence itself tells somebody or something that a pronoun may stand for."""
    names = (n for n in sentence.names if n.first < at and (n.role in SUBJECTS or n.head))
    terms = (t for t in sentence.terms if t.last <= at and t.role in SUBJECTS)
    if next(names, None) is not None or next(terms, None) is not None:
        return True
    said = (i for i in sentence.attributed if i < at and sentence.tags[i] in ("NOUN", "PROPN"))
    return next(said, None) is not None


def _is_of_many(at: int, sentence: SentenceFrame) -> bool:
    """Whether a pronoun stands for those of whom some are told: "300 of them"."""
    return sentence.lemmas[at] in words().wholes and sentence.lemmas[at - 1 : at] == ("of",)


def _is_expletive(at: int, sentence: SentenceFrame) -> bool:
    """Whether "it" stands for nothing: "it took six days", "it is the first time"."""
    if word_at(sentence, at).lower() != "it":
        return False
    verb = next((i for i in range(at + 1, len(sentence.tags)) if sentence.tags[i] == "VERB"), -1)
    if 0 <= verb <= at + 2 and sentence.lemmas[verb] in words().expletive:
        lasting = any(f.figure.kind is Kind.DURATION for f in sentence.figures)
        return lasting or sentence.lemmas[verb] != "take"  # a film took $40 million
    behind = sentence.lemmas[at + 1 : at + 3]
    return behind[:1] == ("be",) and behind[1:] in (("the",), ("a",), ("not",))


def _meant(sort: str, before: Sequence[Told]) -> Meant | None:
    for told in before[: _REACH[sort]]:
        found = _person(told) if sort == "person" else _subject(told, several=sort == "several")
        if found is not None:
            return found
    return None


def _person(told: Told) -> Meant | None:
    """Whom a sentence is about, if it is somebody: its subject before anybody else."""
    found = [m for m in told.mentions if _may_be_person(m)]
    subjects = [m for m in found if m.name.role in SUBJECTS] or found
    keys = {m.name.key for m in subjects}
    return Meant((told.named(subjects[0].name),)) if len(keys) == 1 else None


def _may_be_person(mention: Mention) -> bool:
    bare = not (mention.told or mention.name.type or mention.name.head)
    return mention.kind == PERSON or (bare and mention.kind == "")


def _subject(told: Told, *, several: bool) -> Meant | None:
    """What a sentence is about: its first subject, a name or a noun."""
    sentence = told.sentence
    verb = sentence.clauses[0].verb if sentence.clauses else -1
    end = verb if verb >= 0 else len(sentence.lemmas)
    for m in told.mentions:
        name = m.name
        if name.role in ("agent", "patient") and not name.head and name.first < end:
            usable = _is_several(m, sentence) if several else m.kind != PERSON
            return Meant((told.named(name),)) if usable else None
    for term in sentence.terms:
        if term.head and term.role in ("agent", "patient") and term.first < end:
            plural = word_at(sentence, term.at).lower() != sentence.lemmas[term.at]
            if plural != several:
                return None
            names = tuple(told.named(n) for n in owner_of(term, sentence))
            return Meant(names, term._replace(origin=term.origin or told.origin))
    return None


def _is_several(mention: Mention, sentence: SentenceFrame) -> bool:
    """Whether a name is of many who act together, and nothing else there is plural.

    "They" are the club that appointed a coach; they are the patients whom a clinic recruited.
    """
    if mention.kind != "body" and mention.name.type not in ("country", "org"):
        return False
    behind = (t for t in sentence.terms if t.head and t.first >= mention.name.last)
    return not any(word_at(sentence, t.at).lower() != sentence.lemmas[t.at] for t in behind)


def _there(at: int, sentence: SentenceFrame, before: Sequence[Told]) -> Iterator[Meant]:
    """ "There": the latest place, unless the sentence itself has named one."""
    if any(m.name.first < at and m.kind == PLACE for m in mentions(sentence)):
        return
    for told in before:
        places = [m.name for m in told.mentions if m.kind == PLACE and not m.name.head]
        if places:
            last = told.named(places[-1], first=at, last=at + 1, role="in")
            yield Meant((last,))
            return


def _in_place(meant: Meant, at: int, sentence: SentenceFrame) -> Meant:
    """What is meant, where its pronoun stands."""
    number = next((i for i, c in enumerate(sentence.clauses) if c.first <= at < c.last), 0)
    clause = sentence.clauses[number]
    owning = word_at(sentence, at).lower() in words().owning
    behind = sentence.tags[at + 1 : at + 2]
    if owning and behind and behind[0] in ("NOUN", "ADJ", "NUM", "PROPN", "VERB"):
        role = "poss"
    else:
        first = clause.verb < 0 or at < clause.verb
        role = "agent" if first and not clause.passive else "patient"
    if meant.term is None:
        moved = (n._replace(first=at, last=at + 1, role=role, head="") for n in meant.names)
        return Meant(tuple(moved))
    names = tuple(n._replace(first=at, last=at + 1) for n in meant.names)
    term = meant.term._replace(first=at, last=at + 1, at=at, role=role, clause=number)
    return Meant(names, term)
