"""What a sentence is found by: one concept a word, each with every key that says the same.

A claim stands in the index under all its keys. A statement asks for its concepts, and of each only
once, however many of its keys a claim has: "draw" may mean ten events, of which a claim that "drew"
has all, and still they are one word. Numbers are no keys; years are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.frames.exchange import currency, exchange_rates
from factcheck.frames.model import Event, SentenceFrame
from factcheck.lexicon import nouns, wordnet

# Before a key it asks for every key that is one letter away, and only where no claim has any of the
# concept's other keys: no claim stands under it.
SLIP: Final = "~"
_NAME = "n:"
_YEAR = "y:"
_KEYED = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
_SENSES = {"NOUN": "n", "VERB": "v", "ADJ": "a"}
# Shorter words are one letter away from too many others, longer ones are no words.
_MISSPELT = range(4, 64)


class Concept(NamedTuple):
    """One thing that a statement speaks of.

    Attributes:
        own: the keys of the very word or name.
        akin: the keys of what may say the same in other words.
    """

    own: frozenset[str]
    akin: frozenset[str] = frozenset()


def concepts_of(sentence: SentenceFrame) -> tuple[Concept, ...]:
    """What a statement asks for: words with their synonyms, names, events, years.

    A name is asked for with its words and once more as a whole: it tells more than any other word.
    The verb of a phrase that is one event ("lost their lives") is asked for as that event alone.
    """
    told = {at for phrase in _phrases(sentence) for at in range(phrase.first, phrase.last)}
    found = {c for at, c in _words(sentence) if at not in told or sentence.tags[at] != "VERB"}
    found.update(Concept(_classes(phrase)) for phrase in _phrases(sentence))
    whole = [f"{_NAME}{name.key}" for name in (*sentence.names, *sentence.carried)]
    found.update(Concept(frozenset({key}), frozenset(_slips(key))) for key in whole)
    other = (*_carried(sentence), *years_of(sentence), *sentence.topic)
    found.update(Concept(frozenset({key})) for key in other)
    return tuple(found)


def keys_of(sentences: Iterable[SentenceFrame]) -> frozenset[str]:
    """All keys of a claim's sentences."""
    found: set[str] = set()
    for sentence in sentences:
        for _, concept in _words(sentence):
            found |= concept.own
            found.update(key for key in concept.akin if not key.startswith(SLIP))
        found.update(*map(_classes, _phrases(sentence)))
        found.update(f"{_NAME}{name.key}" for name in (*sentence.names, *sentence.carried))
        found.update(_carried(sentence))
        found.update(years_of(sentence), sentence.topic)
        rates = exchange_rates(sentence)
        found.update(rate_key(currency(one), currency(other)) for one, other in rates)
    return frozenset(found)


def _carried(sentence: SentenceFrame) -> Iterator[str]:
    """The words of names that a sentence only refers to ("the town"), said before it."""
    for name in (*sentence.names, *sentence.carried) if sentence.carried else sentence.names:
        if name.origin:
            yield from name.words


def rate_key(one: str, other: str) -> str:
    """The key of the claims that give the rate of exchange between two currencies."""
    return " ".join(("x:", *sorted((one, other))))


def years_of(sentence: SentenceFrame) -> list[str]:
    """The years that a sentence names."""
    dates = (time.date for time in sentence.times)
    return [year_key(date.year) for date in dates if date.year is not None]


def year_key(year: int) -> str:
    """The key of a year."""
    return f"{_YEAR}{year}"


def is_year(concept: Concept) -> bool:
    """Whether a concept is a year."""
    return all(key.startswith(_YEAR) for key in concept.own)


def encodable(text: str) -> str:
    """A key as it can be written: half a surrogate pair, which no file may hold, is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _words(sentence: SentenceFrame) -> Iterator[tuple[int, Concept]]:
    """One concept for each word that tells something, with the number of its token."""
    own = (name for name in sentence.names if not name.origin)
    named = {at: f"{_NAME}{n.key}" for n in own for at in range(n.first, n.last)}
    events: dict[int, tuple[str, ...]] = {}
    for event in sentence.events:
        if event.last - event.first == 1:
            events[event.first] = (*events.get(event.first, ()), *event.classes)
    for at, (lemma, tag) in enumerate(zip(sentence.lemmas, sentence.tags, strict=True)):
        if tag in _KEYED and not lemma[:1].isdigit():
            yield at, _concept(lemma, tag, named.get(at, lemma), events.get(at, ()))


@lru_cache(maxsize=1 << 14)
def _concept(lemma: str, tag: str, named: str, events: tuple[str, ...]) -> Concept:
    """The concept of a word, by the key of the name that it stands in and its events' classes."""
    keys = frozenset({lemma, named})
    akin = {*(f"e:{name}" for name in events)}
    if tag != "PROPN":
        akin.update(_meanings(lemma, tag, classed=bool(events)))
    if tag == "PROPN" or not (akin or wordnet.known(lemma)):
        akin.update(slip for key in keys for slip in _slips(key))
    return Concept(keys, frozenset(akin) - keys)


def _phrases(sentence: SentenceFrame) -> list[Event]:
    """The events of several words."""
    return [e for e in sentence.events if e.last - e.first > 1 and e.classes]


def _classes(event: Event) -> frozenset[str]:
    return frozenset(f"e:{name}" for name in event.classes)


def _meanings(lemma: str, tag: str, *, classed: bool) -> Iterator[str]:
    """Keys that other words share with one: its classes of nouns, or else WordNet's senses."""
    classes = nouns.classes(lemma) if tag == "NOUN" else ()
    yield from (f"c:{name}" for name in classes)
    if not classes and not classed and tag in _SENSES and not nouns.is_generic(lemma):
        yield from (f"w:{number}" for number in wordnet.synsets(lemma, _SENSES[tag]))


def _slips(key: str) -> Iterator[str]:
    """What a name, or a word of no known meaning, is found by where a letter of it is wrong."""
    word = key.removeprefix(_NAME)
    if len(word) in _MISSPELT and word.isprintable() and not any(map(str.isdigit, word)):
        yield f"{SLIP}{key}"
