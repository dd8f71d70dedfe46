"""Which references are about the statement's story, in a store that holds many stories.

A short reference leaves out what its story makes plain: "43 people were injured, police said".
Alone in a store it may be about anything that the statement names; the contract lets a statement
add what *no reference mentions*. Where another story of the store has the name, or a fuller account
of the same figure has another name, the short one is not about the statement.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.align import words
from factcheck.align.called import name_text
from factcheck.align.model import Aligned
from factcheck.findings.judged import Judged
from factcheck.frames.model import Name, SentenceFrame
from factcheck.model import Claim, Detail, SlotState

# Details in which a fuller account of a figure may differ where a short one is silent.
_TOLD_FULLER = frozenset({"name", "time", "increment", "detail"})
# Details that two accounts of one thing share, and two things of one sort seldom do.
_PARTICULAR = frozenset({"name", "detail", "time"})
_SHARED = frozenset({SlotState.MATCHED, SlotState.WIDER, SlotState.NARROWER})


def of_the_story(
    sentence: SentenceFrame, judged: Sequence[Judged], aligned: Sequence[Aligned]
) -> list[Judged]:
    """The references that no other one shows to be about something else.

    Args:
        sentence: the statement's sentence.
        judged: references that measure the same thing by their own words.
        aligned: everything that was looked at, refused references among it.
    """
    known = _acquainted(judged)
    if len(aligned) == len(judged):
        return known
    return [
        j
        for j in known
        if not _is_named_elsewhere(j, sentence, aligned)
        and not _is_told_fuller(j, sentence, aligned)
    ]


def _acquainted(judged: Sequence[Judged]) -> list[Judged]:
    """All but the strangers, where the store shows that they are: beside others, or each other.

    One reference alone may give the name that the statement leaves out. Two of two stories show
    that the event is an everyday one; what the statement tells and neither has is then missing.
    """
    strange = [j for j in judged if _is_stranger(j)]
    one = strange[0].claim if strange else None
    if one and len(strange) == len(judged) and all(is_one_story(one, j.claim) for j in strange):
        return list(judged)
    return [j for j in judged if j not in strange]


def _is_stranger(judged: Judged) -> bool:
    """Whether a reference names others, lacks what the statement tells, and shares no detail."""
    details = judged.aligned.details
    if any(d.slot in _PARTICULAR and d.state in _SHARED for d in details):
        return False
    states = {d.state for d in details if d.slot == "name"}
    lacking = any(d.slot in ("name", "detail") and d.state is SlotState.ADDED for d in details)
    return lacking and SlotState.OMITTED in states


def _is_named_elsewhere(
    judged: Judged, sentence: SentenceFrame, aligned: Sequence[Aligned]
) -> bool:
    """Whether all the statement's names are another story's: this reference has none of them."""
    details = judged.aligned.details
    if any(d.slot == "name" and d.state in _SHARED for d in details):
        return False
    added = [d for d in details if d.state is SlotState.ADDED]
    missing = {d.statement for d in added if d.slot == "name"}
    named = [n for n in sentence.names if name_text(n) in missing]
    # "Chatter" at the start of a sentence may be a name or not, until another sentence tells
    bare = {(d.statement,) for d in added if d.slot == "detail"}
    return bool(named or bare) and any(
        _has_name(a, named, bare) and not is_one_story(a.candidate.claim, judged.claim)
        for a in aligned
    )


def _has_name(aligned: Aligned, named: Collection[Name], bare: Collection[tuple[str, ...]]) -> bool:
    theirs = aligned.candidate.sentence.names
    return any(other.words in bare for other in theirs) or any(
        words.names_related(n, other) == words.SAME for n in named for other in theirs
    )


def is_one_story(one: Claim, other: Claim) -> bool:
    """Whether two claims may be of one story: one claim, topic, or source, or told on one day."""
    return (
        one is other
        or _agree(one.topic, other.topic)
        or _agree(one.source, other.source)
        or _agree(one.date, other.date)
        or not (one.source or one.date or one.topic)
        or not (other.source or other.date or other.topic)
    )


def _agree(one: object, other: object) -> bool:
    return bool(one) and one == other


def _is_told_fuller(judged: Judged, sentence: SentenceFrame, aligned: Sequence[Aligned]) -> bool:
    """Whether its source tells the same figure with a detail that differs from the statement's."""
    figure, source = judged.figure, judged.claim.source
    if figure is None or not source:
        return False
    # that one side has a missile where the other has a town tells nothing apart
    unplaced = {name_text(n) for n in sentence.names if n.type not in words.PLACE_TYPES}
    for other in aligned:
        theirs = other.candidate.frame
        if other.same or theirs is None or other.candidate.claim.source != source:
            continue
        equal = theirs.figure.kind is figure.kind and theirs.figure.interval == figure.interval
        told = (d for d in other.details if d.slot != "name" or d.statement not in unplaced)
        if equal and any(_is_left_open(d, judged) for d in told):
            return True
    return False


def _is_left_open(differing: Detail, judged: Judged) -> bool:
    """Whether a reference is silent about what a fuller account of it tells apart."""
    if differing.state is not SlotState.DIFFERING:
        return False
    if differing.slot == "roles":
        return bool(judged.aligned.weak)
    return differing.slot in _TOLD_FULLER and any(
        d.slot == differing.slot
        and d.statement == differing.statement
        and d.state is SlotState.ADDED
        for d in judged.aligned.details
    )
