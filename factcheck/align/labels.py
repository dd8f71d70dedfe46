"""The slots "modality", "attribute", "increment" and "statistic": short closed lists."""

from __future__ import annotations

from factcheck.align.kinds import kind_detail
from factcheck.align.quantity import is_told_of_a_part
from factcheck.align.sides import Sides
from factcheck.frames.clauses import FACT, ONGOING, PLAN
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

_INITIAL, _REMAINING = "initial", "remaining"


def labels(sides: Sides) -> list[Detail]:
    """Increment or total, average or median, fact or plan: short closed lists."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return []
    details = []
    if not same_mood(ours.modality, theirs.modality):
        details.append(Detail("modality", SlotState.DIFFERING, ours.modality, theirs.modality))
    if not _zero(ours) and not _zero(theirs):
        details += _denied(sides, ours, theirs)
    details += _attribute(sides)
    if is_told_of_a_part(sides.reference, theirs) and not is_told_of_a_part(sides.sentence, ours):
        details.append(Detail("part", SlotState.OMITTED, "", "of which"))
    for slot in ("increment", "statistic"):
        a, b = getattr(ours, slot), getattr(theirs, slot)
        if a or b:
            a, b = _told_apart(a, b)
        if a == b:
            details += [Detail(slot, SlotState.MATCHED, a, b)] if a else []
        elif a and b:
            details.append(Detail(slot, SlotState.DIFFERING, a, b))
        elif a:
            details.append(_added(slot, a, sides))
        else:
            details.append(Detail(slot, SlotState.OMITTED, "", b))
    return details


def _denied(sides: Sides, ours: FigureFrame, theirs: FigureFrame) -> list[Detail]:
    """What one side denies and the other asserts; "is not known" agrees with "is unknown"."""
    words = sides.undone
    if (ours.negated != theirs.negated) == bool(words):
        return [Detail("modality", SlotState.MATCHED, *words)] if words else []
    if words:
        return [Detail("modality", SlotState.DIFFERING, *words)]
    said = _denial(ours.negated), _denial(theirs.negated)
    return [Detail("modality", SlotState.DIFFERING, *said)]


def _told_apart(ours: str, theirs: str) -> tuple[str, str]:
    """Two labels; what there was at first is told apart from what remains alone."""
    if _REMAINING in (ours, theirs):
        return ours, theirs
    return ours.replace(_INITIAL, ""), theirs.replace(_INITIAL, "")


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


def _denial(negated: bool) -> str:
    return "denied" if negated else "asserted"
