"""What a sentence is found by: one concept a word, each with every key that says the same.

A claim stands in the index under all its keys. A statement asks for its concepts, and of each only
once, however many of its keys a claim has: "draw" may mean ten events, of which a claim that "drew"
has all, and still they are one word. Numbers are no keys; years are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.frames.exchange import currency, exchange_rates
from factcheck.frames.model import SentenceFrame
from factcheck.lexicon import nouns, wordnet

Concept = frozenset[str]

# Keys that begin so are asked for only where no claim has any of the concept's other keys.
SPARE: Final = "~"
_KEYED = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
_SENSES = {"NOUN": "n", "VERB": "v", "ADJ": "a"}
# One wrong letter leaves the first or the last three of a name whole, if it has this many.
_MISSPELT_LENGTH = 5
_ENDS = 3


def concepts_of(sentence: SentenceFrame) -> tuple[Concept, ...]:
    """What a statement asks for: words with their synonyms, names, events, years.

    A name is asked for with its words and once more as a whole: it tells more than any other word.
    """
    found: set[Concept] = set(_words(sentence))
    found.update(frozenset({f"n:{name.key}"}) for name in sentence.names)
    found.update(frozenset({key}) for key in (*years_of(sentence), *sentence.topic))
    found.update(_phrases(sentence))
    return tuple(found)


def keys_of(sentences: Iterable[SentenceFrame]) -> frozenset[str]:
    """All keys of a claim's sentences."""
    found: set[str] = set()
    for sentence in sentences:
        found.update(*concepts_of(sentence))
        rates = exchange_rates(sentence)
        found.update(rate_key(currency(one), currency(other)) for one, other in rates)
    return frozenset(found)


def rate_key(one: str, other: str) -> str:
    """The key of the claims that give the rate of exchange between two currencies."""
    return " ".join(("x:", *sorted((one, other))))


def years_of(sentence: SentenceFrame) -> list[str]:
    """The years that a sentence names."""
    dates = (time.date for time in sentence.times)
    return [year_key(date.year) for date in dates if date.year is not None]


def year_key(year: int) -> str:
    """The key of a year."""
    return f"y:{year}"


def _words(sentence: SentenceFrame) -> Iterator[Concept]:
    """One concept for each word that tells something."""
    named = {at: name.key for name in sentence.names for at in range(name.first, name.last)}
    events: dict[int, set[str]] = {}
    for event in sentence.events:
        if event.last - event.first == 1:
            events.setdefault(event.first, set()).update(f"e:{name}" for name in event.classes)
    for at, (lemma, tag) in enumerate(zip(sentence.lemmas, sentence.tags, strict=True)):
        if tag not in _KEYED or lemma[:1].isdigit():
            continue
        keys = {lemma, *events.get(at, ())}
        if at in named:
            keys.add(f"n:{named[at]}")
        if tag == "PROPN":
            keys.update(_ends(lemma))
        elif len(keys) == 1 or tag == "NOUN":
            keys.update(_meanings(lemma, tag, classed=len(keys) > 1))
        yield frozenset(keys)


def _phrases(sentence: SentenceFrame) -> Iterator[Concept]:
    """One concept for each event of several words."""
    for event in sentence.events:
        if event.last - event.first != 1 and event.classes:
            yield frozenset(f"e:{name}" for name in event.classes)


def _meanings(lemma: str, tag: str, *, classed: bool) -> Iterator[str]:
    """Keys that other words share with one: its classes of nouns, or else WordNet's senses."""
    classes = nouns.classes(lemma) if tag == "NOUN" else ()
    yield from (f"c:{name}" for name in classes)
    if not classes and not classed and tag in _SENSES:
        yield from (f"w:{number}" for number in wordnet.synsets(lemma, _SENSES[tag]))


def _ends(lemma: str) -> Iterator[str]:
    """How a name is found that is misspelt by one letter."""
    if len(lemma) >= _MISSPELT_LENGTH:
        yield f"{SPARE}{lemma[:_ENDS]}_"
        yield f"{SPARE}_{lemma[-_ENDS:]}"
