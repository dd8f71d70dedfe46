"""Parts that do not add up to their whole, on file or in the statement itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.align.deciding import decisive_events
from factcheck.align.groups import groups
from factcheck.align.model import Candidate
from factcheck.align.shared import COMPLETE_SUMS
from factcheck.compare import compare
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Claim, ClaimStatus, Kind
from factcheck.policy import Policy

if TYPE_CHECKING:
    from factcheck.findings.derivation import Derivation

_PREFIX = "derived: "


def not_adding_up(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate], policy: Policy
) -> list[str]:
    """What the parts that are told of a whole come to, where that is not the whole.

    Args:
        sentence: the statement's sentence.
        frame: the figure of the whole in it.
        pool: figures of references.
        policy: the tolerances.

    Returns:
        A note for the parts on file, and one for those of the statement.
    """
    if frame.figure.kind is not Kind.COUNT or not _may_be_whole(sentence, frame):
        return []
    current = [c for c in pool if c.claim.status == ClaimStatus.CURRENT]
    said = Claim("statement", sentence.text)
    own = [Candidate(said, sentence, f) for f in sentence.figures if f is not frame]
    notes = []
    for whose, parts in (("on file", current), ("of the statement", own)):
        sums = _sums(sentence, frame, parts)
        if sums and not any(_is_whole(frame, found, policy) for found in sums):
            told = sums[0].words.removeprefix(_PREFIX)
            notes.append(f"the parts {whose} do not add up to it: {told}")
    return notes


def _may_be_whole(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether what is counted has parts that are all of it by definition."""
    if any(
        not COMPLETE_SUMS.keys().isdisjoint(e.classes) for e in decisive_events(sentence, frame)
    ):
        return True
    kinds = {kind for complete in groups().complete for kind in complete}
    return len(sentence.figures) > 2 and not kinds.isdisjoint(sentence.lemmas)


def _sums(
    sentence: SentenceFrame, frame: FigureFrame, parts: Sequence[Candidate]
) -> list[Derivation]:
    from factcheck.findings.parts import sum_of_kinds  # few figures may be a whole
    from factcheck.findings.sums import sum_of_parts

    found = [*sum_of_parts(sentence, frame, parts), *sum_of_kinds(sentence, frame, parts)]
    return [derivation for derivation in found if derivation.complete]


def _is_whole(frame: FigureFrame, found: Derivation, policy: Policy) -> bool:
    return compare(frame.figure, found.as_figure(frame.figure), policy).compatible
