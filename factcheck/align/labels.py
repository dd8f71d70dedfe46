"""The slots "modality", "attribute", "increment" and "statistic": short closed lists."""

from __future__ import annotations

from factcheck.align.kinds import kind_detail
from factcheck.align.quantity import is_told_of_a_part
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.frames.verb_mood import ALLEGED, DENIED, FACT, ONGOING, PLAN, POSSIBLE
from factcheck.model import Detail, Kind, SlotState

_INITIAL, _REMAINING = "initial", "remaining"
# The moods as an editor reads them.
_MOODS = {
    FACT: "is so",
    ONGOING: "is under way",
    PLAN: "is planned",
    POSSIBLE: "is possible",
    ALLEGED: "is alleged",
    DENIED: "is not so",
}


def labels(sides: Sides) -> list[Detail]:
    """Increment or total, average or median, fact or plan: short closed lists."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return []
    details = []
    if not same_mood(ours.modality, theirs.modality):
        details.append(_moods_apart(ours.modality, theirs.modality))
    if ours.negated != theirs.negated and not _zero(ours) and not _zero(theirs):
        details.append(_denied(sides, ours, theirs))
    details += _attribute(sides)
    part = is_told_of_a_part(sides.reference, theirs, sides.sentence)
    if part and not is_told_of_a_part(sides.sentence, ours, sides.reference):
        details.append(Detail("part", SlotState.OMITTED, "", "of which"))
    increments = _told_apart(ours.increment, theirs.increment)
    details += _label("increment", *_at_first_and_still(*increments, sides), sides)
    return details + _label("statistic", *_told_apart(ours.statistic, theirs.statistic), sides)


def _label(slot: str, ours: str, theirs: str, sides: Sides) -> list[Detail]:
    """How two labels of one slot stand, "" where a side gives none."""
    if ours == theirs:
        return [Detail(slot, SlotState.MATCHED, ours, theirs)] if ours else []
    if ours and theirs:
        return [Detail(slot, SlotState.DIFFERING, ours, theirs)]
    return [_added(slot, ours, sides) if ours else Detail(slot, SlotState.OMITTED, "", theirs)]


def _denied(sides: Sides, ours: FigureFrame, theirs: FigureFrame) -> Detail:
    """What one side denies and the other asserts; "is not known" agrees with "is unknown"."""
    if sides.undone:
        return Detail("modality", SlotState.MATCHED, *sides.undone)
    return _moods_apart(*(DENIED if f.negated else FACT for f in (ours, theirs)))


def _told_apart(ours: str, theirs: str) -> tuple[str, str]:
    """Two labels; what there was at first is told apart from what remains alone."""
    if _REMAINING in (ours, theirs) or not (ours or theirs):
        return ours, theirs
    return ours.replace(_INITIAL, ""), theirs.replace(_INITIAL, "")


def _at_first_and_still(ours: str, theirs: str, sides: Sides) -> tuple[str, str]:
    """What was owed originally is not what is owed still."""
    frames = (sides.frame, sides.their_frame)
    at_first = [f is not None and f.increment == _INITIAL for f in frames]
    if at_first[0] and not theirs and _is_still(sides.reference, sides.their_frame):
        return _INITIAL, _REMAINING
    if at_first[1] and not ours and _is_still(sides.sentence, sides.frame):
        return _REMAINING, _INITIAL
    return ours, theirs


def _is_still(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a figure's clause tells what still holds."""
    if frame is None:
        return False
    clause = sentence.clauses[frame.clause]
    return "still" in sentence.lemmas[clause.first : clause.last]


def _added(slot: str, label: str, sides: Sides) -> Detail:
    """A label that the reference gives to another figure is not this one's.

    Beside "rated 29%, with an average of 4.5/10" an average is not the 29%.
    """
    for other in sides.reference.figures:
        if other is sides.their_frame or getattr(other, slot) != label or sides.frame is None:
            continue
        alike = kind_detail(sides.frame, other).state is not SlotState.DIFFERING
        if alike and _described_as(sides, other):
            why = f"another figure of the reference is the {label}: {other.figure.text}"
            return Detail(slot, SlotState.DIFFERING, label, "", why)
    return Detail(slot, SlotState.ADDED, label, "")


def _described_as(sides: Sides, other: FigureFrame) -> bool:
    """Whether another figure of the reference is called by every word of the statement's."""
    if sides.frame is None or sides.frame.counted < 0 or other.counted < 0:
        return True
    ours, theirs = sides.sentence.terms[sides.frame.counted], sides.reference.terms[other.counted]
    return {*ours.modifiers, *ours.adjectives} <= {*theirs.modifiers, *theirs.adjectives}


def same_mood(ours: str, theirs: str) -> bool:
    """Whether two moods match: what is under way agrees with the fact and with the plan."""
    if ONGOING in (ours, theirs):
        return {ours, theirs} <= {ONGOING, FACT, PLAN}
    return ours == theirs


def _attribute(sides: Sides) -> list[Detail]:
    """Which of its lengths a measure gives: a lake is not as deep as it is long."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.kind is not Kind.MEASURE:
        return []
    a, b = _attributes(sides.sentence, ours), _attributes(sides.reference, theirs)
    if not a or not b:
        return []
    state = SlotState.DIFFERING if a.isdisjoint(b) else SlotState.MATCHED
    return [Detail("attribute", state, " ".join(sorted(a)), " ".join(sorted(b)))]


def _attributes(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    clause = sentence.clauses[frame.clause]
    known = cues().attributes
    return frozenset(
        known[lemma] for lemma in sentence.lemmas[clause.first : clause.last] if lemma in known
    )


def _zero(frame: FigureFrame) -> bool:
    return frame.figure.value == 0


def _moods_apart(ours: str, theirs: str) -> Detail:
    """Two moods that do not match, in words: what is planned has not happened."""
    why = f"the reference says that it {_MOODS[theirs]}, the statement that it {_MOODS[ours]}"
    return Detail("modality", SlotState.DIFFERING, ours, theirs, why)
