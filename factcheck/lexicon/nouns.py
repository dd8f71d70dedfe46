"""How nouns that figures count stand to each other: same, wider, narrower, exclusive.

The project's own classes (factcheck/data/nouns) decide; WordNet widens them where no class
names a word. Nouns are singular base forms in any case, of one or more words.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from factcheck.cache import compiled, toml_files
from factcheck.lexicon import wordnet
from factcheck.lexicon.names import folded

if TYPE_CHECKING:
    from factcheck.lexicon import nouns_build

Relation = Literal["same", "wider", "narrower", "exclusive", "related", "unknown"]

FOLDER: Final = f"{os.path.dirname(__file__)}/../data/nouns"  # noqa: PTH120 -- pathlib costs 7 ms
# Words of WordNet's upper reaches, under which everything is a sister of everything.
_NEAR_PARENT: Final = 2
# More steps than any way through the classes takes.
_NO_WAY: Final = 99
_LEDGER: Final = frozenset({"measure", "money"})
_STRONG: Final[tuple[Relation, ...]] = ("same", "wider", "narrower")


# A class, and whether the word means the class itself (else some kind of it).
_Sense = tuple[int, bool]


class _Lexicon(NamedTuple):
    """The compiled classes; a class is its index in `names`.

    Attributes:
        names: the classes' names, remarks in brackets included.
        parents: each class's "parent:facet" pairs; parent -1 stands above the roots.
        words: sorted lines of a word and the classes it may mean.
        overlaps: pairs of classes, the lower index first, that do not exclude each other.
        excludes: pairs across facets that do.
        synsets: sorted lines of a WordNet synset and the class of the listed word that means
            it first of all.
        generic: words that restrict nothing.
        transparent: heads that hand the counting on to what follows "of".
    """

    names: list[str]
    parents: list[str]
    words: list[str]
    overlaps: frozenset[tuple[int, int]]
    excludes: frozenset[tuple[int, int]]
    synsets: list[str]
    generic: frozenset[str]
    transparent: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    files = sources()
    data = compiled("nouns", [*files, wordnet.DIGEST], lambda: _build(files))
    names, parents, words, overlaps, excludes, synsets, generic, transparent = cast(
        "nouns_build.Compiled", data
    )
    return _Lexicon(
        names.split("\n"),
        parents.split("\n"),
        words.split("\n"),
        overlaps,
        excludes,
        synsets.split("\n"),
        generic,
        transparent,
    )


def _build(files: list[str]) -> object:
    from factcheck.lexicon.nouns_build import build

    return build(files)


def sources() -> list[str]:
    """Return the paths of the noun files, in order."""
    return toml_files(FOLDER)


@lru_cache(maxsize=16384)
def normal(noun: str) -> str:
    """Return `noun` as the lists hold it: lower case, no accents, single spaces for hyphens."""
    return " ".join(folded(word) for word in noun.lower().replace("-", " ").split())


@lru_cache(maxsize=16384)
def is_generic(noun: str) -> bool:
    """Return whether `noun` restricts nothing: "people", "case", "number"."""
    return normal(noun) in _lexicon().generic


@lru_cache(maxsize=16384)
def is_transparent(noun: str) -> bool:
    """Return whether "`noun` of X" counts X: "group of", "pair of", "share of"."""
    return normal(noun) in _lexicon().transparent


@lru_cache(maxsize=16384)
def is_known(noun: str) -> bool:
    """Return whether a class is known for `noun`, if only by WordNet or a compound's end."""
    return bool(_senses(normal(noun)))


@lru_cache(maxsize=16384)
def classes(noun: str) -> tuple[str, ...]:
    """Return the names of the classes that `noun` means itself, and is not merely a kind of."""
    if is_generic(noun):
        return ()
    found = _lexicon().names
    return tuple(found[number] for number, exact in _senses(normal(noun)) if exact)


def comparable(a: str, b: str) -> bool:
    """Return whether two nouns are kinds of one thing, if only of the widest class of a tree.

    A port and an island are; a port and an investigation answer different questions.
    """
    ways = (_distance(x, y) for x, _ in _senses(normal(a)) for y, _ in _senses(normal(b)))
    return any(way < _NO_WAY for way in ways)


def noun_relation(a: str, b: str) -> Relation:
    """Say how two nouns stand to each other.

    Args:
        a: a singular base form, such as "soldier" or "police officer".
        b: another.

    Returns:
        "same"; "wider" where `a` is the wider term, "narrower" where `b` is; "exclusive" where
        nothing is both; "related" where something may well be both (a woman, an officer);
        "unknown" where neither the classes nor WordNet tell.
    """
    return _relation(normal(a), normal(b))


@lru_cache(maxsize=16384)
def _relation(a: str, b: str) -> Relation:
    if a == b:
        return "same"
    listed, too = bool(_listed(a)), bool(_listed(b))
    if listed and too:
        ours = _compared(_senses(a), _senses(b)) or _by_wordnet(a, b) or "unknown"
        return _of_compound(a, b) if ours == "related" else ours
    # "Construction worker" is a worker, unless a class says otherwise ("sea lion").
    if not listed and a.endswith(" " + b):
        return "narrower"
    if not too and b.endswith(" " + a):
        return "wider"
    return _by_wordnet(a, b) or _compared(_senses(a), _senses(b)) or _sisters(a, b)


def _of_compound(a: str, b: str) -> Relation:
    """What two words of crossing classes are: a "test match" is a match, an officer no woman.

    Lines of accounts and measures are spared: operating profit is not simply profit.
    """
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if not longer.endswith(" " + shorter):
        return "related"
    names = _lexicon().names
    for number, _ in _senses(longer):
        if any(names[above] in _LEDGER for above in _steps(number)):
            return "related"
    return "narrower" if longer == a else "wider"


def _by_wordnet(a: str, b: str) -> Relation | None:
    """What WordNet says of two words that no class relates, or None."""
    if wordnet.same(a, b, "n"):
        return "same"
    if wordnet.wider(a, b, "n"):
        return "wider"
    if wordnet.wider(b, a, "n"):
        return "narrower"
    return None


def _sisters(a: str, b: str) -> Relation:
    """Whether two words are antonyms or kinds of one near thing, which exclude each other."""
    distance = wordnet.path(a, b, "n")
    near = distance is not None and distance <= 2 * _NEAR_PARENT
    return "exclusive" if near or wordnet.antonyms(a, b) else "unknown"


@lru_cache(maxsize=16384)
def _listed(noun: str) -> tuple[int, ...]:
    """Return the classes that name `noun` themselves."""
    return _found(_lexicon().words, noun)


def _found(lines: list[str], key: str) -> tuple[int, ...]:
    """Return the numbers on the line of `key` in a sorted table."""
    start = f"{key}\t"
    at = bisect_left(lines, start)
    if at == len(lines) or not lines[at].startswith(start):
        return ()
    return tuple(map(int, lines[at][len(start) :].split()))


@lru_cache(maxsize=16384)
def _senses(noun: str) -> tuple[_Sense, ...]:
    """Return what `noun` may mean: by the lists, by WordNet, or by the end of the compound."""
    listed = _listed(noun)
    if listed:
        return tuple((number, True) for number in listed)
    placed = [
        (steps, number)
        for synset in wordnet.synsets(noun, "n")[:1]
        for above, steps in wordnet.ancestors(synset).items()
        for number in _found(_lexicon().synsets, str(above))
    ]
    if placed:
        steps, number = min(placed)
        return ((number, steps == 0),)
    rest = noun.partition(" ")[2]
    return tuple((number, False) for number, _ in _senses(rest)) if rest else ()


def _compared(these: tuple[_Sense, ...], those: tuple[_Sense, ...]) -> Relation | None:
    """Return how any two senses stand, None where one side has none or nothing is known.

    Where no two are the same or one above the other, the pair that lies closest in the tree
    speaks: "oil" and "gas" are compared as two fuels, not as a food and a state of matter.
    """
    found: dict[Relation, int] = {}
    for this, exact in these:
        for that, exactly in those:
            relation = _loosened(_between(this, that), exact, exactly)
            if relation is not None:
                found[relation] = min(found.get(relation, _NO_WAY), _distance(this, that))
    for relation in _STRONG:
        if relation in found:
            return relation
    apart, crossing = found.get("exclusive"), found.get("related")
    if crossing is not None and crossing <= (_NO_WAY if apart is None else apart):
        # Roots that overlap (an event, an activity) say nothing about what lies below them.
        return "related" if crossing < _NO_WAY else None
    return None if apart is None else "exclusive"


def _loosened(relation: Relation, exact: bool, exactly: bool) -> Relation | None:
    """What is left of a relation between classes where a word is merely a kind of its class."""
    if (exact and exactly) or relation in ("exclusive", "related"):
        return relation
    if exactly and relation in ("same", "narrower"):
        return "narrower"
    if exact and relation in ("same", "wider"):
        return "wider"
    return None


@lru_cache(maxsize=16384)
def _distance(a: int, b: int) -> int:
    """Return the steps from `a` up to the nearest class above both and down to `b`."""
    ways = _steps(b)
    return min((up + ways[at] for at, up in _steps(a).items() if at in ways), default=_NO_WAY)


def _parents(number: int) -> list[tuple[int, int]]:
    """Return the (parent, facet) pairs of a class."""
    pairs = (pair.partition(":") for pair in _lexicon().parents[number].split())
    return [(int(parent), int(facet)) for parent, _, facet in pairs]


@lru_cache(maxsize=4096)
def _steps(number: int) -> dict[int, int]:
    """Return how many steps above the class each class above it lies, itself 0."""
    found = {number: 0}
    for parent, _ in _parents(number):
        if parent >= 0:
            for at, steps in _steps(parent).items():
                found[at] = min(found.get(at, _NO_WAY), steps + 1)
    return found


@lru_cache(maxsize=16384)
def _between(a: int, b: int) -> Relation:
    if a == b:
        return "same"
    above_a, above_b = _steps(a), _steps(b)
    if a in above_b:
        return "wider"
    if b in above_a:
        return "narrower"
    lexicon = _lexicon()
    for x in above_a:
        for y in above_b:
            if _pair(x, y) in lexicon.excludes:
                return "exclusive"
    kinds_a, kinds_b = _kinds(a), _kinds(b)
    for key, ours in kinds_a.items():
        theirs = kinds_b.get(key)
        if theirs and ours.isdisjoint(theirs) and not _overlap(ours, theirs):
            return "exclusive"
    return "related"


def _overlap(these: Iterable[int], those: Iterable[int]) -> bool:
    overlaps = _lexicon().overlaps
    return any(_pair(x, y) in overlaps for x in these for y in those)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


@lru_cache(maxsize=4096)
def _kinds(number: int) -> dict[tuple[int, int], frozenset[int]]:
    """Return, for each (parent, facet) above a class, which of its kinds the class falls under."""
    found: dict[tuple[int, int], set[int]] = {}
    for at in _steps(number):
        for key in _parents(at):
            found.setdefault(key, set()).add(at)
    return {key: frozenset(kinds) for key, kinds in found.items()}
