"""What a sentence introduces: its names, with what the text says they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.words import PLACE_TYPES, names_people
from factcheck.discourse.sorts import (
    PLACE,
    kinds_of,
    kinds_told,
    sorts_of,
    takes_up,
    told_by,
    words,
)
from factcheck.frames.cues import cues
from factcheck.frames.model import Name, SentenceFrame, Term
from factcheck.frames.nameless import NAMELESS
from factcheck.lexicon.names import canonical, is_title, without_accents

PERSON = "person"
# Roles of what a sentence is about.
SUBJECTS = frozenset({"agent", "subject", "free", "poss"})
# Tokens between a noun and the name that it is said of: "the port city of Odesa".
_OF = ("of",)
_JOINING = frozenset({"and", "or", ","})
_PLACED = frozenset({"in", "at", "near", "outside"})
_DASHES = frozenset({"-", "--", "–", "—"})
_LONGEST_DATELINE = 16


class Mention(NamedTuple):
    """A name where a text has it.

    Attributes:
        name: as the sentence has it.
        told: nouns that the text or the name itself says it is ("bank", "port").
        kind: "place", "person", "body", "work", "thing", or "" where nothing tells.
    """

    name: Name
    told: frozenset[str]
    kind: str

    def may_be(self, noun: str) -> bool:
        """Whether "the" noun may take it up."""
        if takes_up(noun, self.told, self.name.type):
            return True
        if self.told or self.name.type:
            return False
        kinds = kinds_of(noun)
        if self.kind == PLACE:
            return PLACE in kinds
        guessed = any(sort.guess for sort in sorts_of(noun)) and len(self.name.words) == 1
        return guessed and not self.kind and self.name.role not in groups().places


@remembered
def mentions(sentence: SentenceFrame) -> tuple[Mention, ...]:
    """The names of a sentence, those of its source last."""
    found = [_mention(name, sentence) for name in sentence.names if name.key not in NAMELESS]
    found += [_speaker(name, sentence) for name in attributed_names(sentence)]
    return tuple(found)


def _mention(name: Name, sentence: SentenceFrame) -> Mention:
    nouns = [*_nouns_before(name, sentence), *_apposed(name, sentence)]
    # a ferry operator is no ferry; a port city is a port
    kinds = kinds_of(nouns[0]) if nouns else frozenset()
    told = frozenset(noun for noun in nouns if kinds_of(noun) & kinds) | told_by(name.words)
    if name.head and not name.type and sorts_of(name.head):
        told = frozenset({name.head})  # the Kessel lighthouse is no other thing of that name
    return Mention(name, told, _kind(name, told, nouns, sentence))


def _kind(name: Name, told: frozenset[str], nouns: list[str], sentence: SentenceFrame) -> str:
    if name.type in PLACE_TYPES:
        return PLACE
    if not told and any(names_people(noun) for noun in nouns):
        return PERSON
    if any(is_title(noun) for noun in nouns):
        return PERSON
    kinds = kinds_told(told)
    if kinds:
        return PLACE if kinds == {PLACE} else min(kinds - {PLACE})
    if name.type:
        return "body"
    placed = name.role in groups().places or _is_befallen(name, sentence)
    return PLACE if placed and not name.head else ""


def _is_befallen(name: Name, sentence: SentenceFrame) -> bool:
    """Whether a name is where something strikes: "earthquake strikes Bam"."""
    clause = next((c for c in sentence.clauses if c.first <= name.first < c.last), None)
    told = {sentence.lemmas[name.first - 1]} if name.first else set()  # a headline's verb
    if clause is not None and clause.verb >= 0 and name.role == "patient":
        told.add(sentence.lemmas[clause.verb])
    return not words().befalling.isdisjoint(told)


def _nouns_before(name: Name, sentence: SentenceFrame) -> list[str]:
    """The nouns that lead to a name: "the ferry Estonia", "the port city of Odesa"."""
    at, lemmas, tags = name.first, sentence.lemmas, sentence.tags
    if at > 0 and lemmas[at - 1] in _JOINING:  # "the towns of Corvale and Selwick"
        beside = next((n for n in sentence.names if n.last == at - 1), None)
        if beside is not None and beside.role == name.role:
            return _nouns_before(beside, sentence)
    if lemmas[at - 1 : at] == _OF and at > 0:
        at -= 1
        if name.head:
            return []
    found = []
    while at > 0 and tags[at - 1] == "NOUN":
        at -= 1
        found.append(lemmas[at])
    if lemmas[at - 1 : at] == (",",) and at > 1:  # "the capital, Porto Alvo"
        before = next((t for t in sentence.terms if t.last == at - 1 and t.head), None)
        return [before.head] if before is not None and PLACE in kinds_of(before.head) else []
    if at < name.first - 1 and lemmas[name.first - 1] == "of":
        return [noun for noun in found if PLACE in kinds_of(noun)]
    return found


def _apposed(name: Name, sentence: SentenceFrame) -> list[str]:
    """What stands behind a name's comma, or is said of it: ", a lender in Graz", "is a lender"."""
    lemmas, last = sentence.lemmas, name.last
    if lemmas[last : last + 1] == (",",):
        behind = next((t for t in sentence.terms if t.first == last + 1), None)
        if behind is not None and sentence.tags[behind.first] in ("DET", "NOUN") and behind.head:
            return [behind.head, *behind.modifiers]
    if lemmas[last : last + 1] == ("be",) and name.role == "agent":
        behind = next((t for t in sentence.terms if t.first == last + 1), None)
        if behind is not None and lemmas[behind.first] in ("a", "an", "the") and behind.head:
            return [behind.head]
    return []


def attributed_names(sentence: SentenceFrame) -> Iterator[Name]:
    """The names of whoever speaks, which are no part of what is said."""
    at, size = _dateline_end(sentence), len(sentence.lemmas)
    while at < size:
        end = at
        while end < size and end in sentence.attributed and sentence.tags[end] == "PROPN":
            end += 1
        if end > at:
            yield from _named(at, end, sentence, "agent")
        at = max(end, at + 1)


def _named(first: int, last: int, sentence: SentenceFrame, role: str) -> Iterator[Name]:
    lowers = [word_at(sentence, i).lower() for i in range(first, last)]
    parts = tuple(without_accents(word) for word in lowers if not is_title(word))
    if not parts or " ".join(parts) in cues().dateline_agencies:
        return
    key, kind = canonical(lowers) or (" ".join(parts), "")
    yield Name(first, last, key, parts, kind, role, "")


def _speaker(name: Name, sentence: SentenceFrame) -> Mention:
    told = told_by(name.words)
    return Mention(name, told, _kind(name, told, [], sentence))


def dateline_names(sentence: SentenceFrame) -> Iterator[Name]:
    """The place at the head of wire copy: "TBILISI (Reuters) -"."""
    stop, end = _dateline_end(sentence), 0
    while end < stop and word_at(sentence, end)[:1].isupper():
        end += 1
    if end:
        yield from _named(0, end, sentence, "in")


def _dateline_end(sentence: SentenceFrame) -> int:
    """The token behind the dash of a dateline, 0 where there is none."""
    for at, lemma in enumerate(sentence.lemmas[:_LONGEST_DATELINE]):
        if at not in sentence.attributed:
            break
        if lemma in _DASHES:
            return at + 1
    return 0


def word_at(sentence: SentenceFrame, at: int) -> str:
    """A token as it is written."""
    span, start = sentence.spans[at], sentence.span.start
    return sentence.text[span.start - start : span.end - start]


def owner_of(term: Term, sentence: SentenceFrame) -> list[Name]:
    """The names inside a noun phrase and in the one that hangs on it: "the bridge over the Save".

    Where it stands is no part of it: places are carried by the text as a whole.
    """
    placed = {m.name for m in mentions(sentence) if m.kind == PLACE and m.name.role in _PLACED}
    return [
        name
        for name in sentence.names
        if name not in placed
        and (
            term.first <= name.first < term.last
            or (0 < name.first - term.last <= 2 and sentence.tags[term.last] == "ADP")
        )
    ]
