"""Which references give way, because another one is surely about what the statement tells.

A reference whose verb the lexicon neither joins to the statement's nor parts from it ("tested 140
horses" for "27 horses were doped") speaks where nothing better is on file. Where another one tells
the statement's very event, and one slot alone makes it another thing (a suspicion, another year),
the statement is about that, and what it tells is not on file.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.deciding import decisive_events
from factcheck.align.model import Aligned
from factcheck.findings.judged import Judged
from factcheck.findings.near import without_refusal
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import ClaimStatus, SlotState

# Slots that tell what it is, not which one: what differs there is no near miss of the event.
_WHAT = frozenset({"", "kind", "event", "counted"})
# Slots in which a doubtful reference may have what the surer one has otherwise.
_WHICH = frozenset({"name", "increment", "statistic"})


def without_doubtful(
    sentence: SentenceFrame,
    frame: FigureFrame,
    judged: Sequence[Judged],
    aligned: Sequence[Aligned],
) -> list[Judged]:
    """The references without those that hang on a weak link, where a surer one is on file.

    Args:
        sentence: the statement's sentence.
        frame: the figure in it.
        judged: references that measure the same thing.
        aligned: everything that was looked at, refused references among it.
    """
    doubtful = [j for j in judged if j.aligned.weak]
    if not doubtful or len(doubtful) == len(aligned):
        return list(judged)
    surer = [a for a in aligned if a.refused not in _WHAT and _tells_the_event(sentence, frame, a)]
    return [
        j for j in judged if not (j.aligned.weak and any(_has_less(j.aligned, a) for a in surer))
    ]


def _has_less(doubtful: Aligned, surer: Aligned) -> bool:
    """Whether a doubtful reference lacks what refused the surer one: a name, an "additional"."""
    if doubtful.candidate.claim.id == surer.candidate.claim.id:
        return False
    refusing = {(d.slot, d.statement) for d in surer.details if d.state is SlotState.DIFFERING}
    return not any(
        d.slot in _WHICH and d.state is SlotState.MATCHED and (d.slot, d.statement) in refusing
        for d in doubtful.details
    )


def _tells_the_event(sentence: SentenceFrame, frame: FigureFrame, refused: Aligned) -> bool:
    """Whether a refused reference tells the statement's event, but for the slot that refused it."""
    candidate = refused.candidate
    if candidate.claim.status != ClaimStatus.CURRENT or candidate.frame is None:
        return False
    here = decisive_events(sentence, frame)
    there = decisive_events(candidate.sentence, candidate.frame) if here else []
    if not any(words.events_related(a, b) == words.SAME for a in here for b in there):
        return False  # asked first: to align costs a hundred times as much
    again = without_refusal(sentence, frame, refused)
    return again is not None and any(
        d.slot == "event" and d.state is SlotState.MATCHED for d in again.details
    )
