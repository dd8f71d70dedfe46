"""Words that narrow the head of a noun phrase: "olive oil" is not "sunflower oil"."""

from __future__ import annotations

from functools import lru_cache

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import SentenceFrame, Term
from factcheck.lexicon.nouns import classes, is_generic, is_known
from factcheck.model import Detail, SlotState

# What a thing is for, or against, stands behind these; how two such stand that are not one thing.
_PURPOSES = (("for",), ("against",))
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "all", "these", "those"})
_UNLIKE = frozenset({words.EXCLUSIVE, words.UNKNOWN})
# Words that are left out before most nouns, and tell something beside their opposite.
_SILENT = frozenset({"new", "own"})
# Adjectives made of nouns, and gerunds: "solar", "nuclear", "medical", "fishing".
_KIND_ENDINGS = ("al", "ar", "ic", "ary", "ine", "ese", "ian", "ing")


def phrase(term: Term) -> str:
    """A term for people, as written, else in its lemmas: "total wheat harvest"."""
    return term.said or " ".join((*term.adjectives, *term.modifiers, term.head)).strip()


def modifiers_compared(ours: Term, theirs: Term) -> list[Detail]:
    """Words that narrow one head: two that differ make two things of it.

    Args:
        ours: the statement's term.
        theirs: the reference's, of the same head.

    Returns:
        A detail for every word that only one of them has.
    """
    a, b = _telling(ours), _telling(theirs)
    if _one_compound(ours, theirs):
        a = [w for w in a if w != _last(ours)]
        b = [w for w in b if w != _last(theirs)]
    left = [w for w in a if not any(_say_the_same(w, o, ours, theirs) for o in b)]
    right = [w for w in b if not any(_say_the_same(o, w, ours, theirs) for o in a)]
    if _two_compounds(ours, theirs):
        return [Detail("detail", SlotState.DIFFERING, phrase(ours), phrase(theirs))]
    details = []
    for word in left:
        rival = next((o for o in right if _exclude(word, o, ours, theirs)), "")
        rival = rival or next((o for o in theirs.adjectives if _opposite(word, o)), "")
        state = SlotState.DIFFERING if rival else SlotState.ADDED
        details.append(
            Detail(
                "detail", state, f"{word} {ours.head}", f"{rival} {theirs.head}" if rival else ""
            )
        )
    for word in right:
        if rival := next((o for o in ours.adjectives if _opposite(o, word)), ""):
            texts = (f"{rival} {ours.head}", f"{word} {theirs.head}")
            details.append(Detail("detail", SlotState.DIFFERING, *texts))
    omitted = [Detail("detail", SlotState.OMITTED, "", f"{word} {theirs.head}") for word in right]
    return details + omitted


def meant_for(ours: Term, theirs: Term, sides: Sides) -> Detail | None:
    """Two things of one sort that are for something else each: "the hospice appeal", "for a boat".

    What narrows a noun from before and what stands behind it with "for" are one sort of thing.
    People for whom it is meant ("the flood fund", "a fund for victims") exclude no such thing.

    Args:
        ours: the statement's term.
        theirs: the reference's, of the same head.
        sides: both sentences with their surroundings.
    """
    if ours.head not in groups().purposed:
        return None
    behind = (_behind(ours, sides.sentence), _behind(theirs, sides.reference))
    if not any(behind):
        return None
    a, b = ([*t.modifiers, *more] for t, more in zip((ours, theirs), behind, strict=True))
    left = [w for w in a if not any(_one_word(w, o) for o in b) and not words.names_people(w)]
    right = [w for w in b if not any(_one_word(w, o) for o in a) and not words.names_people(w)]
    relations = {words.nouns_related(x, y) for x in left for y in right}
    if not relations or not relations <= _UNLIKE:
        return None
    return Detail("detail", SlotState.DIFFERING, " ".join(a), " ".join(b))


def of_what(ours: Term, theirs: Term, sides: Sides) -> Detail | None:
    """Two things of which one sort is told: "smugglers of amber" and "of cigarettes".

    Args:
        ours: the statement's term.
        theirs: the reference's, of the same head.
        sides: both sentences with their surroundings.
    """
    a, b = _matter(ours, sides.sentence), _matter(theirs, sides.reference)
    if a is None or b is None or words.nouns_related(a.head, b.head) not in _UNLIKE:
        return None
    if a.head in sides.reference.lemmas or b.head in sides.sentence.lemmas:
        return None
    texts = (f"{phrase(t)} of {phrase(m)}" for t, m in ((ours, a), (theirs, b)))
    return Detail("counted", SlotState.DIFFERING, *texts)


def _matter(term: Term, sentence: SentenceFrame) -> Term | None:
    """What a thing is of, without an article: "drawings of ships", not "of the ships"."""
    if sentence.lemmas[term.last : term.last + 1] != ("of",):
        return None
    after = sentence.lemmas[term.last + 1 : term.last + 2]
    behind = next((t for t in sentence.terms if t.first == term.last + 1), None)
    if behind is None or not behind.head or after[0] in _DETERMINERS or is_generic(behind.head):
        return None
    return behind


def told_as_event(detail: Detail, ours: Term, sides: Sides) -> bool:
    """Whether what narrows a noun here happens there: "an overturned lorry", "that overturned".

    Args:
        detail: how the noun's words stand to the reference's.
        ours: the statement's term.
        sides: both sentences with their surroundings.
    """
    sentence, word = sides.sentence, detail.statement.split()[0]
    happens = any(
        sentence.tags[i] in ("VERB", "ADJ") and sentence.lemmas[i] == word
        for i in range(ours.first, ours.at)
    )
    return happens and any(e.lemma == word and e.form == "verb" for e in sides.reference.events)


def _behind(term: Term, sentence: SentenceFrame) -> list[str]:
    """What a thing is for, or against, where that stands right behind it."""
    if sentence.lemmas[term.last : term.last + 1] not in _PURPOSES:
        return []
    meant = [t for t in sentence.terms if 1 <= t.first - term.last <= 2 and t.head]
    return [*meant[0].modifiers, meant[0].head] if meant else []


def _one_word(word: str, other: str) -> bool:
    return words.words_alike(word, other) or words.nouns_related(word, other) == words.SAME


def _one_compound(ours: Term, theirs: Term) -> bool:
    """Whether the lexicon knows both as one thing: "key rate", "interest rate"; "voter turnout"."""
    if not (_last(ours) or _last(theirs)):
        return False
    a, b = (f"{_last(t)} {t.head}".strip() for t in (ours, theirs))
    return is_known(a) and is_known(b) and words.nouns_related(a, b) == words.SAME


def _two_compounds(ours: Term, theirs: Term) -> bool:
    """Whether the lexicon knows two kinds of one thing: "long jump", "high jump"."""
    if ours.head != theirs.head or not (_last(ours) and _last(theirs)):
        return False
    a, b = (f"{_last(t)} {t.head}".strip() for t in (ours, theirs))
    return bool(classes(a) and classes(b)) and words.nouns_related(a, b) == words.EXCLUSIVE


def _opposite(ours: str, theirs: str) -> bool:
    """Whether one of two words that narrow nothing elsewhere does so beside its opposite.

    "Twelve new cars" are as many as twelve cars, and no twelve used ones.
    """
    return not _SILENT.isdisjoint((ours, theirs)) and words.opposed(ours, theirs)


def _last(term: Term) -> str:
    """The word right before a head, if it narrows it."""
    return (*term.adjectives, *term.modifiers)[-1:][0] if term.adjectives or term.modifiers else ""


def _telling(term: Term) -> list[str]:
    """The modifiers that narrow a head; quantifiers and increments have slots of their own."""
    return [w for w in (*term.adjectives, *term.modifiers) if _is_telling(w)]


@lru_cache(maxsize=4096)
def _is_telling(word: str) -> bool:
    """Whether a modifier narrows its head."""
    cue = cues()
    empty = cue.empty_modifiers | cue.statistic_average | cue.statistic_median
    return word not in empty and not is_generic(word)


def _say_the_same(word: str, other: str, ours: Term, theirs: Term) -> bool:
    """Whether two modifiers narrow a head alike: "home prices" are "house prices"."""
    if words.words_alike(word, other):
        return True
    nouns = word in ours.modifiers and other in theirs.modifiers
    return nouns and words.nouns_related(word, other) == words.SAME


def _exclude(word: str, other: str, ours: Term, theirs: Term) -> bool:
    """Whether two modifiers of one head cannot both hold: "olive oil" and "sunflower oil"."""
    if words.nouns_related(word, other) == words.EXCLUSIVE or words.opposed(word, other):
        return True
    kinds = _names_a_kind(word, ours) and _names_a_kind(other, theirs)
    return kinds and words.nouns_related(word, other) == words.UNKNOWN


def _names_a_kind(word: str, term: Term) -> bool:
    """Whether a modifier says of what kind: a noun, or an adjective made of one ("solar").

    How somebody finds a thing ("stunning", "spectacular") is no kind of it.
    """
    if word in cues().empty_praise:
        return False
    return word in term.modifiers or word.endswith(_KIND_ENDINGS) or is_known(word)
