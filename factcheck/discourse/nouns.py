"""Definite nouns that take up a name: "the city", "the lender", "the quake"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.align.words import SAME, nouns_related
from factcheck.discourse.mentions import SUBJECTS, Mention, mentions, owner_of
from factcheck.discourse.sorts import PLACE, sorts_of, words
from factcheck.discourse.told import Told
from factcheck.frames.model import Name, SentenceFrame, Term

_DEFINITE = frozenset({"the", "this", "that"})
# So many sentences back a name may be taken up by a noun that nothing says it is.
_NEAR = 2


class Taken(NamedTuple):
    """What a term takes up.

    Attributes:
        number: the index of the term.
        names: the names that it stands for, or that belong to it.
        whole: whether a name is all that the term says ("the bank").
    """

    number: int
    names: tuple[Name, ...]
    whole: bool


def taken_up(sentence: SentenceFrame, before: Sequence[Told]) -> Iterator[Taken]:
    """The definite nouns of a sentence with the names that they take up.

    Args:
        sentence: a later sentence.
        before: what was told, the latest first.
    """
    own = mentions(sentence)
    for index, term in enumerate(sentence.terms):
        if not _looks_back(term, sentence):
            continue
        earlier = [m for m in own if m.name.first < term.first and m.may_be(term.head)]
        if earlier:
            continue  # the sentence itself has just named it
        name = named(term.head, before) if sorts_of(term.head) else None
        if name is not None:
            yield Taken(index, (_at(term, name),), name.head != term.head)
        elif names := _of_same_noun(term, before):
            yield Taken(index, tuple(_beside(term, n) for n in names), whole=False)


def is_definite(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a term begins with an article or a word that points: "the", "this"."""
    return sentence.lemmas[term.first] in _DEFINITE and sentence.tags[term.first] == "DET"


def _looks_back(term: Term, sentence: SentenceFrame) -> bool:
    """Whether a term takes up what was told: no name is in it or hangs on it."""
    if not term.head or not is_definite(term, sentence):
        return False
    if not words().apart.isdisjoint((*term.adjectives, *term.modifiers)):
        return False
    if sentence.lemmas[term.last : term.last + 1] in (("of",), ("that",), ("which",), ("who",)):
        return False
    return not any(term.first <= n.first <= term.last + 2 for n in sentence.names)


def _at(term: Term, name: Name) -> Name:
    """A name in the place of a term; of a thing named by a noun ("Kessel lighthouse") before it."""
    if name.head == term.head:
        return name._replace(first=term.first, last=max(term.first + 1, term.at), role=term.role)
    return name._replace(first=term.first, last=term.last, role=term.role, head="")


def _beside(term: Term, name: Name) -> Name:
    """A name that belongs to a term, in the role in which it was told."""
    return name._replace(first=term.first, last=term.first + 1)


def named(noun: str, before: Sequence[Told]) -> Name | None:
    """The latest name that a noun may take up; None where two of one sentence may be meant."""
    for told in before:
        said = [m for m in told.mentions if m.may_be(noun) and (m.told or m.name.type)]
        if said:
            return _only(noun, said, told)
    for told in before[:_NEAR]:
        guessed = [m for m in told.mentions if m.may_be(noun)]
        if guessed:
            return _only(noun, guessed, told)
    return None


def _only(noun: str, found: Sequence[Mention], told: Told) -> Name | None:
    usable = [m for m in found if not m.name.head or m.name.head == noun]
    keys = {m.name.key for m in usable}
    if len(keys) > 1:
        usable = [m for m in usable if m.name.role in SUBJECTS and m.kind != PLACE]
        keys = {m.name.key for m in usable}
    return told.named(usable[0].name) if len(keys) == 1 else None


def _of_same_noun(term: Term, before: Sequence[Told]) -> list[Name]:
    """The names of the thing that was told by the same noun: "the bridge over the Save"."""
    for told in before:
        for earlier in reversed(told.sentence.terms):
            if earlier.head and nouns_related(term.head, earlier.head) == SAME:
                return [told.named(n) for n in owner_of(earlier, told.sentence)]
    return []
