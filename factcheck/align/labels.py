"""The slots "modality", "attribute", "increment" and "statistic": short closed lists."""

from __future__ import annotations

from factcheck.align.sides import Sides
from factcheck.frames.clauses import FACT, ONGOING, PLAN
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState


def labels(sides: Sides) -> list[Detail]:
    """Increment or total, average or median, fact or plan: short closed lists."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return []
    details = []
    if not same_mood(ours.modality, theirs.modality):
        details.append(Detail("modality", SlotState.DIFFERING, ours.modality, theirs.modality))
    if ours.negated != theirs.negated and not _zero(ours) and not _zero(theirs):
        details.append(
            Detail("modality", SlotState.DIFFERING, _denial(ours.negated), _denial(theirs.negated))
        )
    details += _attribute(sides)
    for slot in ("increment", "statistic"):
        a, b = getattr(ours, slot), getattr(theirs, slot)
        if a == b:
            details += [Detail(slot, SlotState.MATCHED, a, b)] if a else []
        elif a and b:
            details.append(Detail(slot, SlotState.DIFFERING, a, b))
        elif a:
            details.append(Detail(slot, SlotState.ADDED, a, ""))
        else:
            details.append(Detail(slot, SlotState.OMITTED, "", b))
    return details


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
