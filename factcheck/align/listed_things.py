"""Things counted together: "900 coins and medals" are the coins and the medals."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.narrowing import phrase
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.model import Detail, Kind, SlotState

_JOINING = frozenset({"and", ",", "&", "plus"})
_COUNTED = frozenset({Kind.COUNT, Kind.MEASURE})
# Whose plural tells nothing of another's: "20 soldiers and the mayor", "his two sons and wife".
_APART = frozenset({"DET", "PRON", "NUM"})


@remembered
def things_together(sentence: SentenceFrame, frame: FigureFrame | None) -> tuple[Term, ...]:
    """The things that a figure counts together, in text order.

    Args:
        sentence: the sentence.
        frame: the figure in it.

    Returns:
        Two or more terms, or none where the figure counts one thing.
    """
    if frame is None or frame.counted < 0 or frame.figure.kind not in _COUNTED:
        return ()
    run = [sentence.terms[frame.counted]]
    if run[0].last < frame.last or not run[0].head:
        return ()
    for term in sentence.terms[frame.counted + 1 :]:
        if not _goes_on(run[-1], term, sentence):
            break
        run.append(term)
    return tuple(run) if len(run) > 1 and _ends(run[-1], sentence) else ()


def _goes_on(last: Term, term: Term, sentence: SentenceFrame) -> bool:
    """Whether a term is joined to the one before it, as one more of the things counted."""
    between = sentence.lemmas[last.last : term.first]
    if not 0 < len(between) <= 2 or not _JOINING.issuperset(between) or not term.head:
        return False
    single = term.clause != last.clause or sentence.tags[term.first] in _APART
    named = any(name.first < term.last and term.first < name.last for name in sentence.names)
    if single or named or sentence.tags[term.at] != "NOUN":
        return False
    if term.head in groups().presence:
        return False  # "has 300 rooms and lies in Varden"
    return words.nouns_related(last.head, term.head) == words.EXCLUSIVE


def _ends(last: Term, sentence: SentenceFrame) -> bool:
    """Whether a list was closed by "and", and its last thing has no verb of its own."""
    closed = sentence.lemmas[last.first - 1] in ("and", "&", "plus")
    return closed and sentence.tags[last.last : last.last + 1] != ("VERB",)


def compared(ours: Sequence[Term], theirs: Sequence[Term]) -> list[Detail]:
    """How two lists of things stand, none where they have nothing in common.

    Args:
        ours: what the statement counts, one thing or several.
        theirs: what the reference counts.
    """
    here = [_has(t, theirs) for t in ours]
    there = [_has(t, ours) for t in theirs]
    if not any(here):
        return []
    state = SlotState.DIFFERING
    if all(here) and all(there):
        state = SlotState.MATCHED
    elif all(there):
        state = SlotState.WIDER
    elif all(here):
        state = SlotState.NARROWER
    return [Detail("counted", state, _text(ours), _text(theirs))]


def _has(term: Term, others: Sequence[Term]) -> bool:
    return any(words.nouns_related(term.head, other.head) == words.SAME for other in others)


def _text(terms: Sequence[Term]) -> str:
    return " and ".join(map(phrase, terms))
