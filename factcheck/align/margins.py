"""The slot "margin": by how much somebody won is not what he got.

"Won by 2,150 votes", "a majority of 2,150", "2,150 votes ahead" tell how far apart two were.
"""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

_AHEAD = frozenset({"ahead", "clear", "behind", "adrift", "shy", "short"})
_NOT_LED = frozenset({"bar", "wheel", "door", "scene"})  # "are behind bars"
_MERELY = frozenset({"a", "mere", "bare", "slender", "single"})
_BEHIND = 3  # tokens behind a number in which "votes ahead" stands
_WHY = "by how much one is ahead is not what one has"


def margin(sides: Sides) -> list[Detail]:
    """Tell how far apart two were from what either of them had."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return []
    if ours.figure.kind is not Kind.COUNT or theirs.figure.kind is not Kind.COUNT:
        return []
    here, there = is_margin(sides.sentence, ours), is_margin(sides.reference, theirs)
    if here == there:
        return []
    a, b = (f.figure.text for f in (ours, theirs))
    return [Detail("margin", SlotState.DIFFERING, a, b, _WHY)]


@remembered
def is_margin(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure tells how far apart two were in a contest.

    Args:
        sentence: the figure's sentence.
        frame: the figure.
    """
    lemmas = sentence.lemmas
    first = frame.first
    while first and (sentence.tags[first - 1] == "ADV" or lemmas[first - 1] in _MERELY):
        first -= 1  # "by just four votes", "by a mere two votes"
    before = lemmas[max(0, first - 3) : first]
    if "by" in before[-1:] and _is_contest(sentence, frame):
        return not _counts_doers(sentence, frame)
    if before[-1:] == ("of",) and not groups().margins.isdisjoint(before):
        return True
    for at in range(frame.last, min(frame.last + _BEHIND, len(lemmas))):
        if sentence.tags[at] == "PUNCT" and lemmas[at] != "-":
            break  # "358 cases, the majority of them imported"
        if lemmas[at] == "behind" and not _NOT_LED.isdisjoint(lemmas[at + 1 : at + 3]):
            return False
        ahead = lemmas[at] in _AHEAD and sentence.tags[at] != "VERB"  # "11 activists cleared"
        if ahead or (lemmas[at] in groups().margins and sentence.tags[at] == "NOUN"):
            return True
    return False


def _counts_doers(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether those counted did it: "backed by 318 members", "was blocked by nine trees"."""
    if frame.counted < 0:
        return False
    head = sentence.terms[frame.counted].head
    if words.names_people(head):
        return True
    return sentence.clauses[frame.clause].passive and head not in groups().contested


def _is_contest(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether somebody wins, loses, leads or trails in the clause of a figure."""
    known = groups().winning | groups().losing | groups().divided
    clause = sentence.clauses[frame.clause]
    told = [e for e in sentence.events if e.clause == frame.clause and e.form != "noun"]
    leads = sentence.lemmas[clause.verb] in groups().leading if clause.verb >= 0 else False
    return leads or any(not known.isdisjoint(e.classes) for e in told)
