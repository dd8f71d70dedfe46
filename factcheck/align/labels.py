"""The slots "modality", "attribute", "increment" and "statistic": short closed lists."""

from __future__ import annotations

from factcheck.align.deciding import decisive_events
from factcheck.align.kinds import kind_detail
from factcheck.align.quantity import is_told_of_a_part
from factcheck.align.side import Side, side_of
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.frames.verb_mood import ALLEGED, DENIED, FACT, ONGOING, PLAN, POSSIBLE
from factcheck.model import Detail, Kind, SlotState

_FINED = "fined"
_AMENDS = frozenset(
    {"compensation", "damages", "damage", "restitution", "reparation", "cost", "refund"}
)
_ESTIMATING = frozenset({"put", "estimate", "reckon", "assess", "calculate"})
_PRICES = frozenset({"cost", "price", "bill", "expense"})
# A phrase of not doing opens with its denial: "not have the jab", "have yet to decide"; one that is
# denied itself has it further in ("60 cases have yet to be heard").
_OPENING = 2
_ORDERING = frozenset({"order", "tell", "instruct"})
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
    if ours is None or theirs is None or (sides.ours.unlabelled and sides.theirs.unlabelled):
        return []
    details = []
    apart = ours.modality != theirs.modality and not same_mood(ours.modality, theirs.modality)
    if apart and not _both_owed(sides) and not _both_estimated(ours, theirs, sides):
        details.append(_moods_apart(ours.modality, theirs.modality))
    if ours.negated != theirs.negated and not _zero(ours) and not _zero(theirs):
        details.append(_denied(sides, ours, theirs))
    if ours.figure.kind is Kind.MEASURE:
        details += _attribute(sides.ours.attributes, sides.theirs.attributes)
    if _is_part(sides.theirs, sides.sentence) and not _is_part(sides.ours, sides.reference):
        details.append(Detail("part", SlotState.OMITTED, "", "of which"))
    if ours.increment or theirs.increment:
        increments = _told_apart(ours.increment, theirs.increment)
        details += _label("increment", *_at_first_and_still(*increments, sides), sides)
    if ours.statistic or theirs.statistic:
        details += _label("statistic", *_told_apart(ours.statistic, theirs.statistic), sides)
    return details


def _is_part(side: Side, other: SentenceFrame) -> bool:
    """Whether a figure tells of a part alone, and the other side does not tell of that part."""
    frame = side.frame
    return (
        side.told_of_a_part and frame is not None and is_told_of_a_part(side.sentence, frame, other)
    )


def _both_owed(sides: Sides) -> bool:
    """Whether both sides tell a sum that somebody is made to pay, which he may not have done yet.

    "Was ordered to pay", "must pay" and "was fined".
    """
    if sides.frame is None or sides.frame.figure.kind is not Kind.MONEY:
        return False
    if _is_awarded(sides.sentence, sides.frame) or _is_awarded(sides.reference, sides.their_frame):
        return _is_due(sides.sentence, sides.frame) and _is_due(sides.reference, sides.their_frame)
    if _in_amends(sides.sentence) != _in_amends(sides.reference):
        return False
    return _is_owed(sides.sentence, sides.frame) and _is_owed(sides.reference, sides.their_frame)


def _both_estimated(ours: FigureFrame, theirs: FigureFrame, sides: Sides) -> bool:
    """Whether one side estimates what something costs and the other tells what it will cost.

    "Puts the cost of the repairs at $40m" and "the repairs will cost $40m": nothing is paid yet.
    """
    if ours.figure.kind is not Kind.MONEY or {ours.modality, theirs.modality} != {FACT, PLAN}:
        return False
    told, plan = sides.sentence, sides.reference
    if ours.modality == PLAN:
        told, plan = plan, told
    priced = not _PRICES.isdisjoint(told.lemmas) or "estimate" in told.lemmas
    return priced and "cost" in plan.lemmas and not _ESTIMATING.isdisjoint(told.lemmas)


def _is_awarded(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a court gives somebody a sum that another has to pay him."""
    return any(e.lemma == "award" for e in decisive_events(sentence, frame))


def _is_due(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    return _is_awarded(sentence, frame) or (_in_amends(sentence) and _is_owed(sentence, frame))


def _in_amends(sentence: SentenceFrame) -> bool:
    """Whether a sum goes to those who were wronged: damages are no fine."""
    return not _AMENDS.isdisjoint(sentence.lemmas)


def _is_owed(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    if frame is None or frame.modality not in (FACT, PLAN):
        return False  # a fine that is threatened is not imposed
    clause = sentence.clauses[frame.clause]
    group = sentence.lemmas[max(clause.first, clause.verb - 2) : clause.verb + 1]
    fined = [e for e in decisive_events(sentence, frame) if _FINED in e.classes]
    if frame.modality == PLAN:
        return any(e.lemma in _ORDERING for e in fined)
    return bool(fined) or (group[-1:] == ("pay",) and "must" in group)


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
    one = _holding(sides.reference, theirs, sides.sentence, ours)
    one = one or _holding(sides.sentence, ours, sides.reference, theirs)
    if one:
        return Detail("modality", SlotState.MATCHED, one, one)
    return _moods_apart(*(DENIED if f.negated else FACT for f in (ours, theirs)))


def _holding(
    sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame, their: FigureFrame
) -> str:
    """The phrase that holds the denial of one side and tells what the other does, or nothing.

    "Cannot read" beside "is illiterate", "had not had the jab" beside "unvaccinated".
    """
    if not frame.negated:
        return ""
    there = frozenset(c for e in decisive_events(other, their) for c in e.classes)
    for event in decisive_events(sentence, frame):
        opening = sentence.lemmas[event.first : min(event.last, event.first + _OPENING)]
        held = "yet" in opening or not cues().negation_words.isdisjoint(opening)
        if held and not there.isdisjoint(event.classes):
            return event.lemma
    return ""


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
        kind = kind_detail(sides.ours, side_of(sides.reference, other))
        if kind.state is not SlotState.DIFFERING and _described_as(sides, other):
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


def _attribute(ours: frozenset[str], theirs: frozenset[str]) -> list[Detail]:
    """Which of its lengths a measure gives: a lake is not as deep as it is long."""
    if not ours or not theirs:
        return []
    state = SlotState.DIFFERING if ours.isdisjoint(theirs) else SlotState.MATCHED
    return [Detail("attribute", state, " ".join(sorted(ours)), " ".join(sorted(theirs)))]


def _zero(frame: FigureFrame) -> bool:
    return frame.figure.value == 0


def _moods_apart(ours: str, theirs: str) -> Detail:
    """Two moods that do not match, in words: what is planned has not happened."""
    why = f"the reference says that it {_MOODS[theirs]}, the statement that it {_MOODS[ours]}"
    return Detail("modality", SlotState.DIFFERING, ours, theirs, why)
