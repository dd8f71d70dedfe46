"""Places that a sentence tells of as parts of others: "Aldmoor, a town in Wexmere"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.sides import Sides
from factcheck.frames.model import Name, SentenceFrame

_ALL_OVER = frozenset({"across", "throughout"})
_LISTING = frozenset({"and", "or", "but", "to"})
_APPOSING = (("a",), ("an",), ("the",), ("also",), ("near",))  # ", a town in", ", near"
_APPOSED = 6  # tokens between a place and the one it lies in: ", a small town in the"


def told_of_part(ours: Name, theirs: Name, sides: Sides) -> Name | None:
    """The place within a matched one that the reference is about, and the statement is not.

    "Seven died in Aldmoor, a town in Wexmere" tells nothing of how many died in Wexmere; of what
    happened all over a place no part tells, wherever it is named.
    """
    if ours.role not in groups().places:
        return None
    near = sides.their_scope.names
    whole = ours.role in _ALL_OVER
    return place_within(theirs, near, sides.reference, sides.sentence, all_over=whole)


def place_within(
    whole: Name,
    near: Sequence[Name],
    own: SentenceFrame,
    other: SentenceFrame,
    *,
    all_over: bool = False,
) -> Name | None:
    """The place that a sentence tells of as a part of another, and that the other side lacks."""
    places = groups().places
    if whole.role not in {*places, "of"} or whole.head:
        return None
    for part in near:
        between = own.lemmas[part.last : whole.first]
        if part.role not in places or not 0 < len(between) <= _APPOSED:
            continue
        if not _LISTING.isdisjoint(between) or between[-1] not in ("in", "of", ",", "near"):
            continue
        # "the Brask suburb of Holm"; the Canadian city of Kelowna is no part of it
        classified = not part.type and between == (part.head, "of")
        classified = classified and part.head in groups().classifiers
        apposed = between[:1] == (",",) and between[1:2] in _APPOSING
        told = not part.head and (all_over or apposed)
        if (told or classified) and not in_sentence(part, other):
            return part
    return None


def in_sentence(name: Name, sentence: SentenceFrame) -> bool:
    """Whether a sentence names the same anywhere."""
    return any(words.names_related(n, name) == words.SAME for n in sentence.names)
