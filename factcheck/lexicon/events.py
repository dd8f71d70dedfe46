"""The events that a sentence tells, and how two events stand to each other.

An event is a class of wordings ("killed", "died", "claimed 12 lives") of factcheck/data/events.
Polysemous words belong to several classes; whoever compares two events looks for the sense
that they share.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from factcheck.cache import compiled, toml_files
from factcheck.lexicon.event_phrases import (
    PARTICIPLE_ENDINGS,
    Packed,
    Phrases,
    Sentence,
    before_noun,
    find,
    is_main_verb,
    spellings,
)
from factcheck.text.lemma import FILE as LEMMAS
from factcheck.text.lemma import SPELLING, fold, lemma

FOLDER: Final = f"{os.path.dirname(__file__)}/../data/events"  # noqa: PTH120 -- pathlib costs 7 ms
_QUOTES: Final = frozenset({'"', "'", "\u201c", "\u2018", ":"})

_Words = dict[str, tuple[str, ...]]
_Pairs = frozenset[tuple[str, str]]
_Reading = tuple[tuple[str, ...], str] | None  # classes and form


class EventHit(NamedTuple):
    """An event found in a sentence.

    Attributes:
        first, last: half-open range of tokens, from the first word that names it to the last.
            Tokens in a phrase's gap lie inside, and may belong to other hits.
        classes: every class that the words may mean; empty for light phrases ("add up to").
        form: "verb", "noun", "adjective" or "phrase".
    """

    first: int
    last: int
    classes: tuple[str, ...]
    form: str


class _Lexicon(NamedTuple):
    """The compiled data.

    Attributes:
        verbs, nouns, adjectives: the classes of each folded lemma.
        active, passive: as in `event_phrases.Phrases`.
        lists: the word lists of common.toml, folded, by their keys.
        above: each class with all that it is a kind of, itself included.
        antonyms, converse, exclusive: related classes, each pair both ways round.
    """

    verbs: _Words
    nouns: _Words
    adjectives: _Words
    active: Packed
    passive: Packed
    lists: dict[str, frozenset[str]]
    above: dict[str, frozenset[str]]
    antonyms: _Pairs
    converse: _Pairs
    exclusive: _Pairs


@cache
def _lexicon() -> _Lexicon:
    files = sources()
    # The words are kept as lemmas, hence two more files to depend on.
    data = compiled("events", [*files, LEMMAS, SPELLING], lambda: _build(files))
    return _Lexicon(*data)  # type: ignore[misc]


@cache
def _phrases() -> Phrases:
    lexicon = _lexicon()
    lists = lexicon.lists
    return Phrases(lexicon.active, lexicon.passive, lists["prepositions"], lists["times"])


def _build(files: list[str]) -> object:
    from factcheck.lexicon.events_build import build

    return build(files)


def sources() -> list[str]:
    """Return the paths of the event files, in order."""
    return toml_files(FOLDER)


def is_light(verb: str) -> bool:
    """Return whether a folded verb has no event of its own: "have", "see", "reach"."""
    return verb in _lexicon().lists["light"]


def noun_classes(noun: str) -> tuple[str, ...]:
    """Return the classes of events that a folded noun names by itself ("capacity"), if any."""
    return _lexicon().nouns.get(noun, ())


def is_reporting(verb: str) -> bool:
    """Return whether a folded verb introduces an assertion: "say", "estimate"."""
    return verb in _lexicon().lists["reporting"]


@lru_cache(maxsize=65536)
def relation(a: str, b: str) -> str:
    """Say how two classes stand to each other.

    Args:
        a: the name of a class.
        b: another.

    Returns:
        "same"; "wider" where `a` is the wider one, "narrower" where `b` is; "antonym";
        "converse" where one event has two sides (buy, sell); "exclusive" where nothing is
        both; else "unrelated". All but "converse" is inherited by the kinds of a class.
    """
    if a == b:
        return "same"
    lexicon = _lexicon()
    above_a = lexicon.above.get(a, frozenset((a,)))
    above_b = lexicon.above.get(b, frozenset((b,)))
    if a in above_b:
        return "wider"
    if b in above_a:
        return "narrower"
    if (a, b) in lexicon.converse:
        return "converse"
    for name, pairs in (("antonym", lexicon.antonyms), ("exclusive", lexicon.exclusive)):
        if any((x, y) in pairs for x in above_a for y in above_b):
            return name
    return "unrelated"


def find_events(
    lemmas: Sequence[str], tags: Sequence[str], lowers: Sequence[str]
) -> tuple[EventHit, ...]:
    """Find the events of one sentence.

    Phrases come first, those of most words before others; then single words that no phrase
    has taken. Every token names one event at most.

    Args:
        lemmas: folded lemmas.
        tags: universal parts of speech.
        lowers: the tokens in lower case.

    Returns:
        The events by their first token.
    """
    names = [spellings(*token) for token in zip(lemmas, tags, lowers, strict=True)]
    sentence = Sentence(lemmas, tags, lowers, names)
    taken: set[int] = set()
    hits = []
    for words, classes, doubtful in find(sentence, _phrases()):
        if taken.isdisjoint(words):
            taken.update(words)
            if doubtful:  # "the strike ended" may be just that, and not "end the strike"
                own = _lexicon().verbs.get(lemmas[words[1]], ())
                classes = tuple(dict.fromkeys((*classes, *own)))  # noqa: PLW2901
            hits.append(EventHit(words[0], words[-1] + 1, classes, "phrase"))
    for at, tag in enumerate(tags):
        if at not in taken and tag in _READERS:
            reading = _READERS[tag](sentence, at)
            if reading is not None:
                hits.append(EventHit(at, at + 1, *reading))
    hits.sort()
    return tuple(hits)


def _verb(sentence: Sentence, at: int) -> _Reading:
    lexicon = _lexicon()
    lower = sentence.lowers[at]
    if sentence.tags[at] == "VERB" and lower.endswith("s") and not is_main_verb(sentence, at):
        return _noun(sentence, at)
    classes = lexicon.verbs.get(sentence.lemmas[at])
    if before_noun(sentence, at):
        both = (*lexicon.adjectives.get(lower, ()), *(classes or ()))
        return (tuple(dict.fromkeys(both)), "adjective") if both else None
    if classes:
        return classes, "verb"
    classes = lexicon.adjectives.get(lower)  # "missing" may pass for a form of "miss"
    return (classes, "adjective") if classes else None


def _noun(sentence: Sentence, at: int) -> _Reading:
    lexicon = _lexicon()
    word, lower = sentence.lemmas[at], sentence.lowers[at]
    for name in sentence.spellings[at] if sentence.tags[at] == "PROPN" else (word, lower):
        if name in lexicon.nouns:
            return lexicon.nouns[name], "noun"
    singular = lemma(lower, "NOUN")
    if singular.endswith("ing"):
        classes = lexicon.verbs.get(fold(lemma(singular, "VERB")))
        return (classes, "noun") if classes and singular not in lexicon.lists["things"] else None
    if word == lower and _is_nominal(sentence, at):
        classes = lexicon.adjectives.get(word)
        if classes:
            return classes, "noun"
    return _mistaken(sentence, at)


def _is_nominal(sentence: Sentence, at: int) -> bool:
    """Whether an adjective stands for persons: "12 dead", "the missing", not "the level of"."""
    tags, lowers = sentence.tags, sentence.lowers
    before = at > 0 and (tags[at - 1] == "NUM" or lowers[at - 1] == "the")
    return before and (at + 1 == len(tags) or (tags[at + 1] != "NOUN" and lowers[at + 1] != "of"))


def _adverb(sentence: Sentence, at: int) -> _Reading:
    """Read an adjective after a measure: "the bridge is 900 m long"."""
    if at and "NUM" in sentence.tags[max(0, at - 2) : at]:
        classes = _lexicon().adjectives.get(sentence.lowers[at])
        return (classes, "adjective") if classes else None
    return None


def _adjective(sentence: Sentence, at: int) -> _Reading:
    lexicon = _lexicon()
    lower = sentence.lowers[at]
    classes = lexicon.adjectives.get(sentence.lemmas[at]) or lexicon.adjectives.get(lower)
    if classes:
        return classes, "adjective"
    found = _mistaken(sentence, at)
    if found:
        return found[0], "adjective" if before_noun(sentence, at) else found[1]
    classes = lexicon.nouns.get(lower)  # "landmine incidents", with an unusual noun
    return (classes, "noun") if classes else None


def _mistaken(sentence: Sentence, at: int) -> _Reading:
    """Read a verb that the tagger took for something else."""
    tags, lower = sentence.tags, sentence.lowers[at]
    verb = fold(lemma(lower, "VERB"))
    classes = _lexicon().verbs.get(verb)
    if not classes:
        return None
    if verb == lower or not lower.endswith(PARTICIPLE_ENDINGS):
        following = tags[at + 1] if at + 1 < len(tags) else ""
        if not at or tags[at - 1] not in ("NOUN", "PROPN", "PRON") or following == "NOUN":
            return None
        # "Nine convoys left"; "the blast kills 12" with an object; "women serve" as a plural.
        if lower.endswith("s") and following not in ("NUM", "DET", "SYM", "PRON"):
            return None
        if verb == lower and sentence.lowers[at - 1] == sentence.lemmas[at - 1]:
            return None
        if verb == lower and _is_led(sentence, at):
            return None
    return classes, "verb"


def _is_led(sentence: Sentence, at: int) -> bool:
    """Whether a preposition leads the noun phrase that a word ends: "in the fireworks shop"."""
    tags, first = sentence.tags, at - 1
    while first > 0 and tags[first - 1] in ("NOUN", "ADJ", "DET", "NUM", "PROPN"):
        first -= 1
    return first > 0 and tags[first - 1] == "ADP" and sentence.lowers[first - 1] != "of"


def _proper(sentence: Sentence, at: int) -> _Reading:
    """Read a first word that only its capital made a name: "Fatalities rose"."""
    tags = sentence.tags
    if at and sentence.lowers[at - 1] not in _QUOTES:
        return None
    if at + 1 < len(tags) and tags[at + 1] in ("PROPN", "NUM"):
        return None
    return _noun(sentence, at)


_READERS: Final = {
    "VERB": _verb,
    "AUX": _verb,
    "NOUN": _noun,
    "ADJ": _adjective,
    "ADV": _adverb,
    "PROPN": _proper,
}
