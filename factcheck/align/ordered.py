"""The slot "which": an ordinal that says which of several in a row, as the second of two doses.

"63% have had their second dose" tells nothing of the first one. Such an ordinal is a detail of the
other figures; what somebody won for the third time is asserted, and has a verdict of its own.
"""

from __future__ import annotations

from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.narrowing import phrase
from factcheck.align.sides import Sides
from factcheck.figures.wording import tables
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.model import Detail, Kind, SlotState

_DIGITAL = frozenset((suffix,) for suffix in ("st", "nd", "rd", "th"))
_INDEFINITE = frozenset({"a", "an", "another", "every", "each"})
_OWNERS = frozenset({"their", "his", "her", "its", "our", "my", "your"})
_TOLD = frozenset({"complement", "free"})  # "is the third woman to …" tells it


def which(sides: Sides) -> list[Detail]:
    """Compare the ordinals of the things in a row that both sides name."""
    if sides.frame is not None and sides.frame.figure.kind is Kind.ORDINAL:
        return _itself(sides, sides.frame)
    ours = _rows(sides.sentence)
    theirs = _rows(sides.reference) if ours else {}
    told = _ordinals(sides.reference) if theirs else frozenset()
    found = []
    for head, (value, term) in ours.items():
        other, there = theirs.get(head, (value, term))
        # "40 in the first round and 52 in the second"
        if value != other and value not in told and _is_beside(there, sides):
            found.append(Detail("which", SlotState.DIFFERING, phrase(term), phrase(there)))
    return found


def _is_beside(term: Term, sides: Sides) -> bool:
    """Whether no other figure stands between the reference's figure and what an ordinal picks."""
    frame = sides.their_frame
    if frame is None:
        return True
    first, last = sorted((frame.first, term.first))
    between = (f for f in sides.reference.figures if first < f.first < last and f is not frame)
    return all(term.first <= f.first < term.last for f in between)


def names_which(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether an ordinal only says which one another figure is about.

    Args:
        sentence: the figure's sentence.
        frame: the figure.
    """
    if frame.figure.kind is not Kind.ORDINAL or frame.counted < 0:
        return False
    term = sentence.terms[frame.counted]
    if not term.first <= frame.first < term.at or not _is_in_row(term, sentence):
        return False
    if term.role in _TOLD or sentence.lemmas[term.last : term.last + 1] == ("to",):
        return False
    opening = sentence.lemmas[term.first]
    if opening in _OWNERS:  # whose second dose: of all those whom a number counts
        verb = sentence.clauses[frame.clause].verb
        return any(f is not frame and f.first < verb < frame.first for f in sentence.figures)
    owned = sentence.lemmas[term.first - 1 : term.first] in (("'s",), ("'",))
    return opening == "the" or (owned and term.role not in ("agent", "patient"))


def _itself(sides: Sides, frame: FigureFrame) -> list[Detail]:
    """The second tunnel is not the third, whatever is told of either."""
    theirs = sides.their_frame
    if theirs is None or theirs.figure.kind is not Kind.ORDINAL:
        return []
    if frame.figure.interval == theirs.figure.interval:
        return []
    both = names_which(sides.sentence, frame) and names_which(sides.reference, theirs)
    texts = frame.figure.text, theirs.figure.text
    return [Detail("which", SlotState.DIFFERING, *texts)] if both else []


@remembered
def _rows(sentence: SentenceFrame) -> dict[str, tuple[int, Term]]:
    """The things of which an ordinal says which, by their head noun."""
    found: dict[str, tuple[int, Term]] = {}
    if not _ordinals(sentence):
        return found
    for term in sentence.terms:
        values = [v for i in range(term.first, term.at) if (v := _value(sentence, i))]
        if len(values) == 1 and _is_in_row(term, sentence):
            found[term.head] = values[0], term
    return found


def _is_in_row(term: Term, sentence: SentenceFrame) -> bool:
    """Whether an ordinal before a noun picks one thing: "a third man" is merely another one."""
    before = sentence.lemmas[term.first - 1 : term.first] + sentence.lemmas[term.first : term.at]
    return term.head not in groups().placing and _INDEFINITE.isdisjoint(before)


@remembered
def _ordinals(sentence: SentenceFrame) -> frozenset[int]:
    """Every ordinal of a sentence, up to the tenth in words and any in digits."""
    return frozenset(v for i in range(len(sentence.lemmas)) if (v := _value(sentence, i)))


def _value(sentence: SentenceFrame, at: int) -> int:
    """The ordinal at a token, 0 where there is none."""
    lemma = sentence.lemmas[at]
    if lemma.isdecimal():
        return int(lemma) if sentence.lemmas[at + 1 : at + 2] in _DIGITAL else 0
    return int(tables()["ordinals"].get(lemma, 0))
