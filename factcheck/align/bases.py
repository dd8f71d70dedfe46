"""The slot "base": of what a share, a rate, an average or a change is taken.

"Unemployment among young men" is another rate than unemployment, and "sales of organic meat" rise
by another percentage than sales of meat (contract, section 2, restrictions on a base).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.mention import mentioned
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Detail, Kind, SlotState
from factcheck.text.lemma import lemma

_OF_A_BASE = frozenset({Kind.SHARE, Kind.RATE, Kind.CHANGE, Kind.FACTOR})
# Groups by age that are no figures of their own, and words that may mean one of them.
_AGED = re.compile(r"\b(?:under|over)[- ]\d+s\b", re.IGNORECASE)
_YOUNG = frozenset({"youth", "young", "youngster", "teenager", "old", "elderly", "pensioner"})
_CHAINING = frozenset({"of", "among", "amongst", "in", "for"})
# Behind these a base always narrows; "in the city" and "for the club" may only say where and whose.
_NARROWING = frozenset({"among", "amongst"})


def base(sides: Sides) -> list[Detail]:
    """What narrows the base on one side and not on the other makes another thing of it."""
    if not _has_base(sides.frame) or not _has_base(sides.their_frame):
        return []
    found = _of_ages(sides) or _dropped(sides) or _other_branch(sides)
    return [found] if found is not None else []


def _has_base(frame: FigureFrame | None) -> bool:
    return frame is not None and (frame.figure.kind in _OF_A_BASE or bool(frame.statistic))


def _of_ages(sides: Sides) -> Detail | None:
    """Those of an age that the other side does not tell of: "unemployment among under-25s"."""
    ours, theirs = _age_group(sides.sentence), _age_group(sides.reference)
    if ours == theirs or not _YOUNG.isdisjoint((*sides.sentence.lemmas, *sides.reference.lemmas)):
        return None  # "youth unemployment" may be just that
    return _apart(sides, ours, theirs)


@remembered
def _age_group(sentence: SentenceFrame) -> str:
    """The group that a sentence names by an age, "" where it names none or several."""
    found = {told.lower() for told in _AGED.findall(sentence.text)}
    return found.pop() if len(found) == 1 else ""


def _other_branch(sides: Sides) -> Detail | None:
    """Where those work of whom both tell: women "in retail", women "in finance"."""
    ours, theirs = _branch(sides.sentence, sides.frame), _branch(sides.reference, sides.their_frame)
    if ours is None or theirs is None:
        return None
    if mentioned(ours.head, sides.reference) or mentioned(theirs.head, sides.sentence):
        return None
    if words.nouns_related(ours.head, theirs.head) in words.RELATED:
        return None
    return _apart(sides, f"in {phrase(ours)}", f"in {phrase(theirs)}")


def _branch(sentence: SentenceFrame, frame: FigureFrame | None) -> Term | None:
    """The line of work behind people whose pay or number a figure tells, without an article."""
    for people in sentence.terms:
        if frame is None or people.role != "agent" or not words.names_people(people.head):
            continue
        for term in sentence.terms:
            between = sentence.lemmas[people.last : term.first]
            led = between in (("in",), ("work", "in"), ("employ", "in"))
            if led and term.head and sentence.tags[term.first] not in ("DET", "NUM", "PRON"):
                return term
    return None


def _dropped(sides: Sides) -> Detail | None:
    """The first restriction that one side lacks."""
    for term in chained(sides.reference, sides.their_frame):
        kept = _kept(term, sides.sentence)
        if kept is None and _narrows(term, sides.reference, strict=False):
            return _apart(sides, "", f"{term.role} {phrase(term)}")
        word = _unmet(term, kept, sides.sentence) if kept is not None else ""
        if kept is not None and word:
            return _apart(sides, phrase(kept), f"{word} {term.head}")
    for term in chained(sides.sentence, sides.frame):
        kept = _kept(term, sides.reference)
        if kept is None and _narrows(term, sides.sentence, strict=True):
            return _apart(sides, f"{term.role} {phrase(term)}", "")
        word = _unmet(term, kept, sides.reference) if kept is not None else ""
        if kept is not None and word:
            return _apart(sides, f"{word} {term.head}", phrase(kept))
    return None


def _apart(sides: Sides, ours: str, theirs: str) -> Detail:
    side, text = ("reference", theirs) if theirs else ("statement", ours)
    why = f"the {side} is about “{text}” alone" if not (ours and theirs) else ""
    return Detail("base", SlotState.DIFFERING, ours, theirs, why)


@remembered
def chained(sentence: SentenceFrame, frame: FigureFrame | None) -> tuple[Term, ...]:
    """The phrases that hang on the thing counted, one on the other: "sales of meat in shops".

    Args:
        sentence: the figure's sentence.
        frame: the figure.
    """
    if frame is None or frame.counted < 0:
        return ()
    found: list[Term] = []
    last = sentence.terms[frame.counted].last
    for term in sentence.terms[frame.counted + 1 :]:
        if term.role not in _CHAINING or term.first != last + 1:
            break
        found.append(term)
        last = term.last
    return tuple(t for t in found if t.head and not is_generic(t.head))


def _kept(term: Term, other: SentenceFrame) -> Term | None:
    """The other side's phrase of the same head; the term itself where it is only mentioned."""
    for candidate in other.terms:
        if candidate.head and words.nouns_related(term.head, candidate.head) == words.SAME:
            return candidate
        whole = " ".join((*term.modifiers[-1:], term.head))  # "of carbon dioxide", "CO2 output"
        if any(words.nouns_related(whole, w) == words.SAME for w in candidate.modifiers):
            return term
    return term if mentioned(term.head, other) else None


def _narrows(term: Term, sentence: SentenceFrame, *, strict: bool) -> bool:
    """Whether a phrase that the other side lacks is a part of the base.

    Args:
        term: the phrase.
        sentence: its sentence.
        strict: leave what a thing is of to the added details.
    """
    if term.role in _NARROWING or (term.role == "of" and not strict):
        return True
    first = sentence.spans[term.at]
    start = sentence.span.start
    written = sentence.text[first.start - start : first.end - start].lower()
    plural = written != lemma(written, "NOUN")
    bare = sentence.tags[term.first] not in ("DET", "NUM", "PRON")
    return term.role in ("in", "for") and plural and bare


def _unmet(term: Term, kept: Term, other: SentenceFrame) -> str:
    """The word of a phrase that says of which kind, and that the other side does not have."""
    if kept is term:
        return ""
    restricting = groups().restricting
    own = [w for w in term.adjectives if w in restricting]
    own += [w for w in term.modifiers if not is_generic(w)]
    return next(_missing(own, other), "")


def _missing(own: list[str], other: SentenceFrame) -> Iterator[str]:
    return (w for w in own if not mentioned(w, other))
