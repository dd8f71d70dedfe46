"""The events that a sentence tells, and how two events stand to each other.

An event is a class of wordings ("killed", "died", "claimed 12 lives") of factcheck/data/events.
Polysemous words belong to several classes; whoever compares two events looks for the sense
that they share.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from factcheck.cache import compiled
from factcheck.text.lemma import lemma

FOLDER: Final = f"{os.path.dirname(__file__)}/../data/events"  # noqa: PTH120 -- pathlib costs 7 ms
END: Final = ""  # as events_build has them
GAP: Final = " "
_GAP_TOKENS: Final = 5
_STOPS: Final = frozenset({".", ";", ":", "?", "!"})
# Between an object and its passive verb: "lives that have sadly been lost".
_PASSIVE_TOKENS: Final = 8
_BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})
_PASSIVE_AUXILIARIES: Final = frozenset({"be", "get"})
_RELATIVES: Final = frozenset({"that", "which", "who"})
# What follows a participle that has no object: "shots fired by guards", not "the body found 12".
_AFTER_REDUCED: Final = frozenset({"ADP", "PUNCT", "CCONJ", "ADV", "AUX", "VERB", "SCONJ"})
# Passed over between the words of a phrase: "taken to (the) hospital", "hit (-) and (-) run".
_PASSED_OVER: Final = frozenset(["-", "‐", "‑", "the", "a", "an", "his", "her", "its", "their"])
_BEFORE_ADJECTIVE: Final = frozenset({"DET", "NUM", "ADP", "ADJ", "SYM", ""})
_PARTICIPLE_ENDINGS: Final = ("ed", "ing", "en")

_Node = dict[str, Any]
_Words = dict[str, tuple[str, ...]]


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
        phrases: words as nested nodes; END holds the classes, GAP the node after a gap.
        passives: the same for "object, verb, particle".
        light, reporting: verbs, folded.
        things: nouns in -ing that name no deed ("building").
        homographs: verbs whose forms are likelier nouns where the tagger says so ("bombs").
        above: each class with all that it is a kind of, itself included.
        related: pairs that are antonyms, converse, exclusive, both ways round.
    """

    verbs: _Words
    nouns: _Words
    adjectives: _Words
    phrases: _Node
    passives: _Node
    light: frozenset[str]
    reporting: frozenset[str]
    things: frozenset[str]
    homographs: frozenset[str]
    above: dict[str, frozenset[str]]
    related: tuple[frozenset[tuple[str, str]], ...]


class _Sentence(NamedTuple):
    lemmas: Sequence[str]
    tags: Sequence[str]
    lowers: Sequence[str]


class _Match(NamedTuple):
    words: tuple[int, ...]  # the tokens that the phrase names, in order
    classes: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    files = sources()
    data = compiled("events", files, lambda: _build(files))
    return _Lexicon(*data)  # type: ignore[misc]


def _build(files: list[str]) -> object:
    from factcheck.lexicon.events_build import build

    return build(files)


def sources() -> list[str]:
    """Return the paths of the event files, in order."""
    names = sorted(os.listdir(FOLDER))  # noqa: PTH208
    return [f"{FOLDER}/{name}" for name in names if name.endswith(".toml")]


def is_light(lemma: str) -> bool:
    """Return whether a folded verb has no event of its own: "have", "see", "reach"."""
    return lemma in _lexicon().light


def is_reporting(lemma: str) -> bool:
    """Return whether a folded verb introduces an assertion: "say", "estimate"."""
    return lemma in _lexicon().reporting


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
    antonyms, converse, exclusive = lexicon.related
    if (a, b) in converse:
        return "converse"
    for name, pairs in (("antonym", antonyms), ("exclusive", exclusive)):
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
    sentence = _Sentence(lemmas, tags, lowers)
    taken: set[int] = set()
    hits = []
    for match in sorted(_phrases(sentence), key=_most_words_first):
        words = match.words
        if taken.isdisjoint(words):
            taken.update(words)
            hits.append(EventHit(words[0], words[-1] + 1, match.classes, "phrase"))
    for at, tag in enumerate(tags):
        if at not in taken and tag in _READERS:
            hit = _READERS[tag](sentence, at)
            if hit is not None:
                hits.append(EventHit(at, at + 1, *hit))
    hits.sort()
    return tuple(hits)


def _most_words_first(match: _Match) -> tuple[int, bool, int, int]:
    words = match.words
    return -len(words), not match.classes, words[-1] - words[0], words[0]


def _phrases(sentence: _Sentence) -> list[_Match]:
    lexicon = _lexicon()
    phrases, passives = lexicon.phrases, lexicon.passives
    lemmas, tags, lowers = sentence
    found: list[_Match] = []
    for at, word in enumerate(lemmas):
        node = phrases.get(word)
        if node is not None:
            _extend(sentence, node, at + 1, (at,), found)
        if lowers[at] != word:
            node = phrases.get(lowers[at])
            if node is not None:
                _extend(sentence, node, at + 1, (at,), found)
        if word in passives and tags[at] in ("NOUN", "PROPN"):
            found += _passives(sentence, passives[word], at)
    return found


def _extend(
    sentence: _Sentence, node: _Node, at: int, words: tuple[int, ...], found: list[_Match]
) -> None:
    """Follow the words from `at` on down the nodes, and note every phrase that ends."""
    if END in node:
        found.append(_Match(words, node[END]))
    lemmas, _, lowers = sentence
    if at >= len(lemmas):
        return
    word, lower = lemmas[at], lowers[at]
    child = node.get(word) or node.get(lower)
    if child is not None:
        _extend(sentence, child, at + 1, (*words, at), found)
    elif lower in _PASSED_OVER and at + 1 < len(lemmas):
        child = node.get(lemmas[at + 1]) or node.get(lowers[at + 1])
        if child is not None:
            _extend(sentence, child, at + 2, (*words, at + 1), found)
    after = node.get(GAP)
    if after is not None:
        for end in _gap(sentence, at):
            child = after.get(lemmas[end]) or after.get(lowers[end])
            if child is not None:
                _extend(sentence, child, end + 1, (*words, end), found)
                break  # the nearest is meant: "lost nine lives and later 12 lives"


def _gap(sentence: _Sentence, at: int) -> Iterator[int]:
    """Yield the tokens at which a gap that begins at `at` may end."""
    _, tags, lowers = sentence
    for end in range(at, min(len(tags), at + _GAP_TOKENS + 1)):
        yield end
        if lowers[end] in _STOPS or (tags[end] == "VERB" and not _before_noun(sentence, end)):
            return


def _before_noun(sentence: _Sentence, at: int) -> bool:
    """Whether token `at` is a participle used as an adjective: "took two wounded men"."""
    _, tags, lowers = sentence
    return (
        at + 1 < len(tags)
        and tags[at + 1] in ("NOUN", "ADJ")
        and (at == 0 or tags[at - 1] in _BEFORE_ADJECTIVE)
        and (lowers[at].endswith(_PARTICIPLE_ENDINGS) or tags[at] == "ADJ")
    )


def _passives(sentence: _Sentence, node: _Node, at: int) -> Iterator[_Match]:
    """Yield "lives were lost" for "lose _ life"; `node` holds what object `at` may complete."""
    lemmas, tags, lowers = sentence
    auxiliary = strayed = False
    for verb in range(at + 1, min(len(tags), at + 2 + _PASSIVE_TOKENS)):
        word, tag = lemmas[verb], tags[verb]
        if tag in ("VERB", "ADJ") and word in node and not lowers[verb].endswith("ing"):
            if auxiliary or (not strayed and _is_reduced(tags, verb)):
                found: list[_Match] = []
                _extend(sentence, node[word], verb + 1, (at, verb), found)
                yield from found
            return
        if tag == "VERB" or lowers[verb] in _STOPS:
            return
        if word in _PASSIVE_AUXILIARIES:
            auxiliary = True
        elif tag not in _BETWEEN:
            # "charges against nine were dropped"; a relative pronoun that comes later is of nine.
            if auxiliary or (strayed and lowers[verb] in _RELATIVES):
                return
            strayed = strayed or verb > at + 1 or lowers[verb] not in _RELATIVES


def _is_reduced(tags: Sequence[str], verb: int) -> bool:
    return verb + 1 == len(tags) or tags[verb + 1] in _AFTER_REDUCED


_Reading = tuple[tuple[str, ...], str] | None


def _verb(sentence: _Sentence, at: int) -> _Reading:
    lexicon = _lexicon()
    lower = sentence.lowers[at]
    classes = lexicon.verbs.get(sentence.lemmas[at])
    if _before_noun(sentence, at):
        both = (*lexicon.adjectives.get(lower, ()), *(classes or ()))
        return (tuple(dict.fromkeys(both)), "adjective") if both else None
    if classes:
        return classes, "verb"
    # "Missing" may be tagged as a form of "miss", "the dead" hardly ever.
    classes = lexicon.adjectives.get(lower)
    return (classes, "adjective") if classes else None


def _noun(sentence: _Sentence, at: int) -> _Reading:
    lexicon = _lexicon()
    word, lower = sentence.lemmas[at], sentence.lowers[at]
    classes = lexicon.nouns.get(word) or lexicon.nouns.get(lower)
    if classes:
        return classes, "noun"
    if word.endswith("ing"):
        classes = () if word in lexicon.things else lexicon.verbs.get(lemma(word, "VERB"))
        return (classes, "noun") if classes else None
    if word == lower and at and sentence.tags[at - 1] in ("DET", "NUM"):
        classes = lexicon.adjectives.get(word)  # "12 dead", "the missing"
        if classes:
            return classes, "noun"
    if lower.endswith("s") and _before_object(sentence.tags, at):  # "blast kills 12"
        verb = lemma(lower, "VERB")
        classes = None if verb in lexicon.homographs else lexicon.verbs.get(verb)
        if classes:
            return classes, "verb"
    return _participle(lower)


def _before_object(tags: Sequence[str], at: int) -> bool:
    return 0 < at < len(tags) - 1 and tags[at + 1] in ("NUM", "DET", "SYM", "PRON")


def _adjective(sentence: _Sentence, at: int) -> _Reading:
    lexicon = _lexicon()
    lower = sentence.lowers[at]
    classes = lexicon.adjectives.get(sentence.lemmas[at]) or lexicon.adjectives.get(lower)
    if classes:
        return classes, "adjective"
    found = _participle(lower)
    if found and _before_noun(sentence, at):
        return found[0], "adjective"
    return found


def _participle(lower: str) -> _Reading:
    """Read a verb that the tagger took for something else."""
    if lower.endswith(_PARTICIPLE_ENDINGS):
        classes = _lexicon().verbs.get(lemma(lower, "VERB"))
        if classes:
            return classes, "verb"
    return None


def _proper(sentence: _Sentence, at: int) -> _Reading:
    """Read a first word that only its capital made a name: "Fatalities rose"."""
    tags = sentence.tags
    if at and sentence.lowers[at - 1] not in ('"', "\u201c", ":"):
        return None
    if at + 1 < len(tags) and tags[at + 1] in ("PROPN", "NUM"):
        return None
    return _noun(sentence, at)


_READERS: Final = {
    "VERB": _verb,
    "AUX": _verb,
    "NOUN": _noun,
    "ADJ": _adjective,
    "PROPN": _proper,
}
