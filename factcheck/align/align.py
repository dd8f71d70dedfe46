"""Telling the same thing from another thing, slot by slot.

The slots are tried in the order in which they most often tell two figures apart. Each ends in
a detail (matched, omitted, added, wider, narrower, turned round, differing); a differing
detail in a decisive slot makes the two measure different things. Nothing is added up: the
rank only orders references that all measure the same thing.
"""

from __future__ import annotations

from factcheck.align import slots
from factcheck.align.anchor import unanchored
from factcheck.align.kinds import kind_detail
from factcheck.align.met import fully_told
from factcheck.align.model import Aligned, Candidate
from factcheck.align.prices import priced_alike
from factcheck.align.rating import rated_alike
from factcheck.align.retold import retold
from factcheck.align.shared import ELSEWHERE
from factcheck.align.side import Side, side_of
from factcheck.align.sides import Sides
from factcheck.align.words import names_people
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Detail, Kind, SlotState

# The slot that is compared before the decisive ones.
KIND = "kind"
# Values below it are in every second story: three digits are needed to know a thing by its number.
_SMALL = 100
# Votes on either side that are more than a score of most games.
_SMALL_HOUSE = 20


def align(
    sentence: SentenceFrame,
    frame: FigureFrame,
    candidate: Candidate,
    *,
    ours: Side | None = None,
    any_kind: bool = False,
    ignore: frozenset[str] = frozenset(),
) -> Aligned:
    """Compare a statement's figure with a reference's, slot by slot.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        candidate: the reference's sentence and figure.
        ours: the statement's side, where it is at hand.
        any_kind: do not compare the kinds (arithmetic does that by itself).
        ignore: names of slots that arithmetic accounts for by itself.

    Returns:
        Every detail, and whether the two measure the same thing.

    Raises:
        ValueError: the candidate is a whole sentence, not a figure.
    """
    if candidate.frame is None:
        raise ValueError("a figure is aligned with a figure")
    ours = ours or side_of(sentence, frame)
    details = [] if any_kind else [_kind(ours, candidate.side)]
    if details and details[0].state is SlotState.DIFFERING:
        again = retold(ours, candidate)
        if again is None:
            return _refused(candidate, details, KIND)
        ours, candidate = again
        details = [_kind(ours, candidate.side)]
    sides = Sides(ours, candidate)
    for name, slot in slots.DECISIVE:
        if name in ignore:
            continue
        found = slot(sides)
        details += found
        for detail in found:
            if detail.state is SlotState.DIFFERING:
                return _refused(candidate, details, name)
    return _accepted(sides, details)


def _kind(ours: Side, theirs: Side) -> Detail:
    """How the kinds compare, with a rate's denominator wherever its sentence tells it."""
    found = kind_detail(ours, theirs)
    if found.state is not SlotState.DIFFERING:
        return found
    return rated_alike(ours, theirs) or priced_alike(ours, theirs) or found


def _refused(candidate: Candidate, details: list[Detail], name: str) -> Aligned:
    matched = [d.state for d in details].count(SlotState.MATCHED)
    return Aligned(candidate, False, "", False, tuple(details), (), (matched,), "", name)


def _accepted(sides: Sides, details: list[Detail]) -> Aligned:
    states = [d.state for d in details]
    part_whole = ""
    if SlotState.NARROWER in states:
        part_whole = "narrower"
    elif SlotState.WIDER in states:
        part_whole = "wider"
    weak = tuple(
        d.why for d in details if d.slot == "event" and d.state is SlotState.ADDED and d.why
    )
    theirs = sides.their_frame
    nothing = theirs is not None and theirs.figure.value == 0
    reason = unanchored(
        details,
        on_topic=sides.on_topic,
        nothing=nothing,
        equal=_one_division(sides) or (bool(weak) and _one_number(sides)),
    )
    if weak and nothing and _counts_people(sides):
        reason = reason or "of nobody many things are told"
    return Aligned(
        sides.candidate,
        not reason,
        part_whole,
        SlotState.TURNED in states,
        tuple(details),
        weak,
        _rank(details),
        reason,
    )


def _counts_people(sides: Sides) -> bool:
    """Whether the reference's figure counts people."""
    theirs = sides.their_frame
    counted = theirs.counted if theirs is not None else -1
    return counted >= 0 and names_people(sides.reference.terms[counted].head)


def _one_division(sides: Sides) -> bool:
    """Whether both sides tell of as many votes for and against as two divisions rarely share."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.kind is not Kind.SCORE:
        return False
    a, b = sorted(ours.figure.parts), sorted(theirs.figure.parts)
    return a == b and len(a) > 1 and a[0] >= _SMALL_HOUSE


def _one_number(sides: Sides) -> bool:
    """Whether both sides have one number, such as two stories rarely share by accident.

    Of people at large many things are told, and an event that the lexicon knows in all its
    wordings is not told by a verb that it does not know.
    """
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.figure.value is None:
        return False
    if ours.figure.value != theirs.figure.value or abs(ours.figure.value) < _SMALL:
        return False
    if ours.counted >= 0 and is_generic(sides.sentence.terms[ours.counted].head):
        return False
    return not (fully_told(sides.ours.events) or fully_told(sides.theirs.events))


def _labels_agree(details: list[Detail]) -> int:
    """How well increment and statistic fit: of a new count and a total, the one that is meant.

    A statement that names neither means what there is, not what came on top or is left.
    """
    score = 0
    for d in details:
        if d.slot in ("increment", "statistic", "part"):
            plain = d.state is SlotState.OMITTED and d.reference == "total"
            score += 1 if d.state is SlotState.MATCHED else 0 if plain else -1
    return score


def _rank(details: list[Detail]) -> tuple[int, ...]:
    """Order of preference: the kind, the event, the thing counted, shared and missing details."""
    states = [d.state for d in details]
    slots_told = {(d.slot, d.state) for d in details}
    near = [d.state for d in details if d.why != ELSEWHERE]
    return (
        -(states.count(SlotState.WIDER) + states.count(SlotState.NARROWER)),
        -int(any(d.slot == "kind" and d.why for d in details)),
        int(("event", SlotState.MATCHED) in slots_told),
        int(("counted", SlotState.MATCHED) in slots_told),
        _labels_agree(details),
        near.count(SlotState.MATCHED) - states.count(SlotState.ADDED),
        -states.count(SlotState.OMITTED),
    )
