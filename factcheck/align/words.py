"""How single words and names of the two sides stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.align.groups import groups
from factcheck.frames.model import Event, Name
from factcheck.frames.nameless import WORLD
from factcheck.lexicon import events, names, nouns, wordnet

SAME, WIDER, NARROWER, EXCLUSIVE, UNKNOWN = "same", "wider", "narrower", "exclusive", "unknown"
# One is the other, or a part of it.
RELATED = frozenset({SAME, WIDER, NARROWER})
# Events of which a figure of change tells the way itself.
MOVES = frozenset({"rise", "fall"})
# Types of names that are places, of any size.
PLACE_TYPES = frozenset({"country", "region", "city", "state", "continent"})
# A name misspelt by one letter is the same name, if it is long enough that one letter is an
# accident and not another name (Kim, Kym).
_MISSPELT_LENGTH = 6
# A letter dropped or doubled is an accident in shorter words already.
_DROPPED_LENGTH = 5


@lru_cache(maxsize=65536)
def nouns_related(ours: str, theirs: str) -> str:
    """How the statement's noun stands to the reference's: same, wider, narrower, …."""
    if ours == theirs:
        return SAME
    if f"non-{ours}" == theirs or f"non-{theirs}" == ours:
        return EXCLUSIVE
    relation = nouns.noun_relation(ours, theirs)
    if relation in RELATED or relation == EXCLUSIVE:
        return relation
    if _misspelt(ours, theirs):
        return SAME
    return UNKNOWN


def names_people(noun: str) -> bool:
    """Whether a noun names people, as "person" itself does."""
    return nouns_related(noun, "person") in (SAME, NARROWER)


def tells_doubt(adjectives: Iterable[str]) -> bool:
    """Whether what describes a case says that it is not confirmed ("suspected")."""
    return any(word != "confirm" and opposed("confirm", word) for word in adjectives)


@lru_cache(maxsize=65536)
def counted_alike(ours: str, theirs: str) -> bool:
    """Whether counting one is counting the other: reviews and critics, cases and patients."""
    return any(ours in group and theirs in group for group in groups().counted_alike)


def act_as_one(ours: str, theirs: str) -> bool:
    """Whether one is a body and the other acts for it: a jury and its jurors."""
    return any(ours in group and theirs in group for group in groups().act_as_one)


def apart(ours: str, theirs: str) -> bool:
    """Whether two heads of one name make two things of it: a bridge and a lighthouse do.

    A team and its coach, a prize and its winner are no two things of one sort.
    """
    kin = ours[:4] == theirs[:4]  # "jail", "jailbreak"
    return not kin and nouns.comparable(ours, theirs) and nouns_related(ours, theirs) == EXCLUSIVE


@lru_cache(maxsize=65536)
def words_alike(ours: str, theirs: str) -> bool:
    """Whether two lemmas of any part of speech say the same ("cancel", "cancellation")."""
    if ours == theirs:
        return True
    if wordnet.derived(ours, theirs):
        return True
    if nouns.noun_relation(ours, theirs) == SAME:
        return True
    if any(ours in group and theirs in group for group in groups().alike):
        return True
    if ours in _gerunds(theirs) or theirs in _gerunds(ours):
        return True  # "neighbouring countries", told by its verb's form
    if wordnet.antonyms(ours, theirs):
        return False
    return any(wordnet.same(ours, theirs, pos) for pos in "va") or _misspelt(ours, theirs)


def _gerunds(lemma: str) -> tuple[str, ...]:
    return (f"{lemma}ing", f"{lemma.removesuffix('e')}ing")


@lru_cache(maxsize=65536)
def opposed(ours: str, theirs: str) -> bool:
    """Whether two describing words exclude each other (first/second, smoking/non-smoking)."""
    if f"non-{ours}" == theirs or f"non-{theirs}" == ours or _for_and_against(ours, theirs):
        return True
    return wordnet.antonyms(ours, theirs) or any(
        ours in group and theirs in group for group in groups().exclusive
    )


def _for_and_against(ours: str, theirs: str) -> bool:
    """Whether one is for what the other is against: "pro-war", "anti-war"."""
    return (
        {f"pro-{w[5:]}" for w in (ours, theirs) if w[:5] == "anti-"}
        == {w for w in (ours, theirs) if w[:4] == "pro-"}
        != set()
    )


def _misspelt(ours: str, theirs: str) -> bool:
    dropped = len(ours) != len(theirs) and max(len(ours), len(theirs)) >= _DROPPED_LENGTH
    long = min(len(ours), len(theirs)) >= _MISSPELT_LENGTH
    if not (long or dropped) or ours[:1] != theirs[:1] or abs(len(ours) - len(theirs)) > 1:
        return False
    if not (ours.isalpha() and theirs.isalpha()) or (wordnet.known(ours) and wordnet.known(theirs)):
        return False
    from rapidfuzz.distance import OSA  # 9 ms to load, and few words come as far as this

    return OSA.distance(ours, theirs, score_cutoff=1) <= 1


@lru_cache(maxsize=65536)
def names_related(ours: Name, theirs: Name) -> str:
    """How the statement's name stands to the reference's."""
    if ours.key == theirs.key or _governs(ours, theirs) or _governs(theirs, ours):
        return SAME
    if WORLD in (ours.key, theirs.key):
        return _beside_the_world(ours, theirs)
    if ours.type and theirs.type:
        if names.part_of(ours.key, theirs.key):
            return NARROWER
        if names.part_of(theirs.key, ours.key):
            return WIDER
    return name_words_related(ours.words, theirs.words)


def _beside_the_world(ours: Name, theirs: Name) -> str:
    """Every known place is a part of the world; people and firms are none."""
    place = theirs if ours.key == WORLD else ours
    if place.type not in PLACE_TYPES:
        return EXCLUSIVE
    return WIDER if ours.key == WORLD else NARROWER


def _governs(seat: Name, country: Name) -> bool:
    """Whether a capital stands for its government, which it does wherever it acts."""
    return seat.role in ("agent", "poss", "patient") and names.government(seat.key) == country.key


@lru_cache(maxsize=65536)
def name_words_related(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    """How two names stand by their words alone: one may be the short form of the other."""
    a, b = set(ours), set(theirs)
    shared = {word for word in a if any(word == o or _misspelt(word, o) for o in b)}
    short_form = shared and (len(shared) == len(a) or len(shared) >= len(b))
    if short_form and (a == b or shared - groups().common_in_names):
        return SAME
    if _initials(ours, theirs) or _initials(theirs, ours):
        return SAME
    return EXCLUSIVE


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether `short` abbreviates `long` ("who" for "world health organization")."""
    if len(short) != 1 or len(long) < 3:
        return False
    word = short[0].replace(".", "")
    letters = "".join(w[0] for w in long if w not in ("of", "the", "and", "for"))
    return len(word) > 2 and word == letters


def events_related(ours: Event, theirs: Event) -> str:
    """How two events stand: same, wider, narrower, exclusive, antonym, converse or unknown."""
    return _events_related(ours.lemma, ours.classes, theirs.lemma, theirs.classes)


def are_converse(ours: Event, theirs: Event) -> bool:
    """Whether two words may tell one event from its two sides, such as buying and selling."""
    if ours.lemma == theirs.lemma:
        return False  # "pay" is what one gives and the other gets, yet one word
    shared = {*ours.classes} & {*theirs.classes}  # laid off, made redundant (and out of a job)
    return any(
        events.relation(a, b) == "converse"
        for a in ours.classes
        for b in theirs.classes
        if shared.isdisjoint((a, b))
    )


_STRENGTH = ("same", "antonym", "converse", "exclusive", "wider", "narrower", "unrelated")


@lru_cache(maxsize=65536)
def _events_related(
    ours: str, our_classes: tuple[str, ...], theirs: str, their_classes: tuple[str, ...]
) -> str:
    if our_classes and their_classes:
        moved = MOVES.intersection(our_classes).intersection(their_classes)
        if ours != theirs and len(moved) == 1:
            return SAME  # "sank" and "fell", though a side that sinks another does not fall
        pairs = (events.relation(a, b) for a in our_classes for b in their_classes)
        return strongest(pairs, alike=ours == theirs)
    return SAME if words_alike(ours, theirs) else UNKNOWN


def strongest(relations: Iterable[str], *, alike: bool = True) -> str:
    """The relation that tells most: one shared sense is enough to be the same."""
    found = set(relations)
    if not alike:
        # of two different words, an explicit opposite says more than a sense they share
        opposed = next((name for name in ("converse", "antonym") if name in found), "")
        if opposed:
            return opposed
    return next((name for name in _STRENGTH if name in found), UNKNOWN)
