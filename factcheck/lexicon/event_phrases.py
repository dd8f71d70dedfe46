"""Finding the phrases of the events' lexicon in a sentence: with gaps, particles, passives.

The phrases are nested nodes, one level for each word. END holds the classes of the phrase that
ends there, GAP the node after a gap, NUMBER the node of phrases that want a number after them.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final, NamedTuple

from factcheck.text.lemma import fold, lemma
from factcheck.text.wordclass import NOUN, classes

Node = dict[str, Any]
# The nodes of each first word, still marshalled: a text needs few, and unpacking all costs 10 ms.
Packed = dict[str, bytes]

# No token is empty or white space, so none can be taken for these.
END: Final = ""
GAP: Final = " "
NUMBER: Final = "  "

PARTICIPLE_ENDINGS: Final = ("ed", "ing", "en")

_GAP_TOKENS: Final = 5  # the most that "_" stands for
_NUMBER_TOKENS: Final = 5  # how far the number may be in "stood at (more than) 40"
_PASSIVE_TOKENS: Final = 8  # between an object and its verb: "lives that have sadly been lost"
_STOPS: Final = frozenset({".", ";", ":", "?", "!", ","})
_DENIALS: Final = frozenset({"not", "never", "no"})
_FUNCTION: Final = frozenset({"ADP", "AUX", "DET", "PART", "PRON", "CCONJ", "SCONJ", "PUNCT"})
_BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})
_PASSIVE_AUXILIARIES: Final = frozenset({"be", "get"})
_RELATIVES: Final = frozenset({"that", "which", "who"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ", "SYM"})
# What follows a participle that has no object: "shots fired by guards", not "the body found 12".
_AFTER_REDUCED: Final = frozenset({"ADP", "PUNCT", "CCONJ", "ADV", "AUX", "VERB", "SCONJ"})
_BEFORE_ADJECTIVE: Final = frozenset({"DET", "NUM", "ADP", "ADJ", "SYM"})
# Passed over between the words of a phrase: "taken to (the) hospital", "hit (-) and (-) run".
_PASSED_OVER: Final = frozenset({"-", "\u2010", "the", "a", "an", "his", "her", "its", "their"})
# Their forms may begin a phrase ("downed tools") but are no particles: "two jets were downed" is
# not "be down".
_PARTICLE_VERBS: Final = frozenset({"down", "up", "out", "near", "forward", "back"})
_MISTAKEN_VERBS: Final = frozenset({"NOUN", "ADJ", "PROPN", "ADV"})


class Sentence(NamedTuple):
    """The tokens of one sentence.

    Attributes:
        lemmas, tags, lowers: of every token.
        spellings: what a phrase may call each token: its lemma, the word as it stands, and the
            verb or noun that it is a form of, should the tagger have mistaken it.
    """

    lemmas: Sequence[str]
    tags: Sequence[str]
    lowers: Sequence[str]
    spellings: Sequence[tuple[str, ...]]


class Phrases(NamedTuple):
    """The compiled phrases.

    Attributes:
        active: every phrase.
        passive: the same for "object, verb, particle".
        prepositions: particles that are prepositions as well.
        times: words before which a preposition is one ("in May", "in total").
    """

    active: Packed
    passive: Packed
    prepositions: Collection[str]
    times: Collection[str]


class Match(NamedTuple):
    """A phrase found: the tokens that it names, in order, and its classes.

    `doubtful` are passives without an auxiliary ("lives lost", but "the rate held steady").
    """

    words: tuple[int, ...]
    classes: tuple[str, ...]
    doubtful: bool = False


def packed(nodes: Node) -> Packed:
    """Return `nodes` with what is under each first word marshalled."""
    return {word: marshal.dumps(node) for word, node in nodes.items()}


@lru_cache(maxsize=16384)
def _unpacked(node: bytes) -> Node:
    return marshal.loads(node)  # type: ignore[no-any-return]


@lru_cache(maxsize=16384)
def spellings(base: str, tag: str, lower: str) -> tuple[str, ...]:
    """Return what a phrase may call a token (see `Sentence`), each form once."""
    if tag == "VERB" and base in _PARTICLE_VERBS:
        return (lower,)
    forms = [base, lower]
    named = tag == "NOUN" and lower.endswith("ing") and bool(classes(lower) & NOUN)
    if tag in _MISTAKEN_VERBS and not named:  # a rating is nobody's rate
        forms.append(fold(lemma(lower, "VERB")))
    if tag == "PROPN":
        forms.append(fold(lemma(lower, "NOUN")))
    return tuple(dict.fromkeys(forms))


def find(sentence: Sentence, phrases: Phrases) -> list[Match]:
    """Return all phrases in `sentence`, overlapping ones too, the weightiest first.

    Phrases of the very same tokens count as one, with the classes of all; a light one among them
    makes it light: "damages ran into 40 million" is no collision. The weightiest has most content
    words, then most words ("out of danger" before "be out of"); of two equals it is one that
    names an event, and then the earlier, for it governs: "commuted six death sentences".
    """
    search = _Search(sentence, phrases)
    active, passive, tags = phrases.active, phrases.passive, sentence.tags
    for at, words in enumerate(sentence.spellings):
        base = sentence.lemmas[at]
        named = tags[at] in ("NOUN", "PROPN")
        for word in words if base in words else (base, *words):
            if word in active:
                search.extend(_unpacked(active[word]), at + 1, (at,))
            if named and word in passive:
                search.passives(_unpacked(passive[word]), at)
    found = _widened(_merged(search.found), sentence.lemmas)
    return sorted(found, key=lambda match: _weight(match, sentence.tags))


def _widened(found: Iterable[Match], lemmas: Sequence[str]) -> Iterator[Match]:
    """Add the classes of shorter phrases that begin alike: "turn down (an offer)" is both.

    Not those of a phrase that a denial makes longer: "find not guilty" is no "find guilty".
    """
    beginning: dict[int, list[Match]] = {}
    for match in found:
        beginning.setdefault(match.words[0], []).append(match)
    for matches in beginning.values():
        for match in matches:
            names = dict.fromkeys(match.classes)
            for other in matches:
                more = set(match.words) - set(other.words)
                longer = len(other.words) > 1 and set(other.words) < set(match.words)
                if names and longer and not any(lemmas[at] in _DENIALS for at in more):
                    names.update(dict.fromkeys(other.classes))
            yield match._replace(classes=tuple(names)) if len(matches) > 1 else match


def _merged(found: Sequence[Match]) -> Iterable[Match]:
    merged: dict[tuple[int, ...], Match] = {}
    for match in found:
        other = merged.get(match.words)
        if other is not None:
            both = other.classes and match.classes and (*other.classes, *match.classes)
            doubtful = other.doubtful and match.doubtful
            match = Match(match.words, tuple(dict.fromkeys(both)), doubtful)  # noqa: PLW2901
        merged[match.words] = match
    return merged.values()


def _weight(match: Match, tags: Sequence[str]) -> tuple[int, int, bool, bool, int, int]:
    words = match.words
    content = sum(tags[at] not in _FUNCTION for at in words)
    return -content, -len(words), not match.classes, match.doubtful, words[0], words[-1]


def before_noun(sentence: Sentence, at: int) -> bool:
    """Return whether `at` is a participle used as an adjective: "took two wounded men"."""
    tags, lowers = sentence.tags, sentence.lowers
    return (
        at + 1 < len(tags)
        and tags[at + 1] in ("NOUN", "ADJ")
        and (at == 0 or tags[at - 1] in _BEFORE_ADJECTIVE)
        and (lowers[at].endswith(PARTICIPLE_ENDINGS) or tags[at] == "ADJ")
    )


def is_main_verb(sentence: Sentence, at: int) -> bool:
    """Return whether `at`, tagged as a verb, is one: not in "two wounded men", "five suspects"."""
    plural = sentence.lowers[at].endswith("s") and at and sentence.tags[at - 1] == "NUM"
    return not plural and not before_noun(sentence, at)


def _children(node: Node, words: Sequence[str]) -> list[Node]:
    found = []
    for word in words:
        if word in node:
            found.append(node[word])  # noqa: PERF401 -- half the time of a comprehension
    return found


class _Search:
    """What has been found so far in one sentence."""

    def __init__(self, sentence: Sentence, phrases: Phrases) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self.found: list[Match] = []
        self.words = set(chain.from_iterable(sentence.spellings))

    def extend(self, node: Node, at: int, words: tuple[int, ...]) -> None:
        """Follow the words from `at` on down the nodes, and note every phrase that ends."""
        if END in node and not (self._is_preposition(words) or self._is_modifier(words)):
            self.found.append(Match(words, node[END]))
        if NUMBER in node and not self._is_far(words):
            self._after_number(node[NUMBER], at, words)
        self._branch(node, at, words)

    def _branch(self, node: Node, at: int, words: tuple[int, ...]) -> None:
        lowers, names = self.sentence.lowers, self.sentence.spellings
        if at >= len(names):
            return
        end = at
        children = _children(node, names[end])
        if not children and lowers[at] in _PASSED_OVER and at + 1 < len(names):
            end = at + 1
            children = _children(node, names[end])
        for child in children:
            self.extend(child, end + 1, (*words, end))
        if GAP in node:
            self._after_gap(node[GAP], at, words)

    def _after_number(self, node: Node, at: int, words: tuple[int, ...]) -> None:
        tags = self.sentence.tags
        for number in range(at, min(len(tags), at + _NUMBER_TOKENS)):
            if tags[number] == "PROPN":
                return  # "put the colony on Brae Ness at 3,500" is no "put on 3,500"
            if tags[number] == "NUM":
                if END in node:
                    self.found.append(Match(words, node[END]))
                self._branch(node, number + 1, words)
                return

    def _after_gap(self, node: Node, at: int, words: tuple[int, ...]) -> None:
        if node.keys().isdisjoint(self.words):
            return
        for end in self._gap(at):
            children = _children(node, self.sentence.spellings[end])
            for child in children:
                self.extend(child, end + 1, (*words, end))
            if children:
                return  # the nearest is meant: "lost nine lives and later 12 lives"

    def _gap(self, at: int) -> Iterator[int]:
        """Yield the tokens at which a gap that begins at `at` may end."""
        tags, lowers = self.sentence.tags, self.sentence.lowers
        for end in range(at, min(len(tags), at + _GAP_TOKENS + 1)):
            yield end
            if lowers[end] in _STOPS or (tags[end] == "VERB" and is_main_verb(self.sentence, end)):
                return

    def _is_preposition(self, words: tuple[int, ...]) -> bool:
        """Whether the last of `words` is no particle of the phrase but belongs to what follows.

        "Sent 12 men in" ends in a particle, "sent 12 men in May" does not; "called in troops"
        has one, "called in 2020" has none.
        """
        last, lowers = words[-1], self.sentence.lowers
        if lowers[last] not in self.phrases.prepositions or last + 1 >= len(lowers):
            return False
        following = lowers[last + 1]
        if following in self.phrases.times or (len(following) == 4 and following.isdecimal()):
            return True
        apart = len(words) > 1 and last - words[-2] > 1
        return apart and self.sentence.tags[last + 1] in _NOMINAL

    def _is_modifier(self, words: tuple[int, ...]) -> bool:
        """Whether the object behind a gap narrows another: "won 27 of their league matches"."""
        last, tags = words[-1], self.sentence.tags
        counted = len(words) > 1 and "NUM" in tags[words[-2] + 1 : last]
        return counted and last + 1 < len(tags) and tags[last] == tags[last + 1] == "NOUN"

    def _is_far(self, words: tuple[int, ...]) -> bool:
        """Whether another phrase stands before the last of `words`: "stood at 300 on 1 May"."""
        between = self.sentence.tags[words[-2] + 1 : words[-1]] if len(words) > 1 else ()
        return "ADP" in between and self.sentence.lowers[words[-1]] in self.phrases.prepositions

    def passives(self, node: Node, at: int) -> None:
        """Note "lives were lost" for "lose _ life"; `at` is the object, `node` its verbs."""
        tags, lowers = self.sentence.tags, self.sentence.lowers
        auxiliary = strayed = False
        for verb in range(at + 1, min(len(tags), at + 2 + _PASSIVE_TOKENS)):
            children = []
            if tags[verb] in ("VERB", "ADJ") and not lowers[verb].endswith("ing"):
                children = _children(node, self.sentence.spellings[verb])
            if children:
                if auxiliary or (not strayed and self._is_reduced(verb)):
                    self._note_passives(children, at, verb, doubtful=not auxiliary)
                return
            if tags[verb] == "VERB" or lowers[verb] in _STOPS:
                return
            if self.sentence.lemmas[verb] in _PASSIVE_AUXILIARIES:
                auxiliary = True
            elif tags[verb] not in _BETWEEN:
                # "Charges against nine were dropped"; a later relative pronoun is of the nine.
                if auxiliary or (strayed and lowers[verb] in _RELATIVES):
                    return
                strayed = strayed or verb > at + 1 or lowers[verb] not in _RELATIVES

    def _note_passives(self, nodes: list[Node], at: int, verb: int, *, doubtful: bool) -> None:
        known = len(self.found)
        for node in nodes:
            self.extend(node, verb + 1, (at, verb))
        if doubtful:
            self.found[known:] = [m._replace(doubtful=True) for m in self.found[known:]]

    def _is_reduced(self, verb: int) -> bool:
        tags = self.sentence.tags
        return verb + 1 == len(tags) or tags[verb + 1] in _AFTER_REDUCED
