"""FC201: two figures of a draft that measure one thing and exclude each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.align.align import align
from factcheck.align.model import Candidate
from factcheck.candidates.analysed import AnalysedClaim
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.nearby import Nearby
from factcheck.consistency.telling import is_told_twice, told_as_one
from factcheck.findings.judge import judge
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Claim, Finding, Hedge, Kind, Span, Verdict

# Pairs of figures in two sentences. With more of them both are lists of numbers, of which each is
# told of something else; to look at all would take minutes.
_MOST = 400
_HELD = frozenset(Kind) - {Kind.FACTOR, Kind.ORDINAL}


class _Pair(NamedTuple):
    """Two figures that exclude each other, the earlier one first."""

    earlier: tuple[SentenceFrame, FigureFrame]
    later: tuple[SentenceFrame, FigureFrame]


def apart(draft: Draft) -> Iterator[Contradiction]:
    """Figures for one thing that disagree, each pair told of once, at the odd one of them."""
    pairs = [pair for claims in _nearby(draft) for pair in _conflicts(draft, *claims)]
    if not pairs:
        return
    odd = _odd_ones(draft, pairs)
    told: defaultdict[Span, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        earlier, later = pair.earlier[1].figure.span, pair.later[1].figure.span
        told[earlier if earlier in odd and later not in odd else later].append(pair)
    for span in sorted(told):
        yield _contradiction(draft, span, told[span])


def _nearby(draft: Draft) -> Iterator[tuple[AnalysedClaim, AnalysedClaim]]:
    told = [s for s in draft.sentences if len(s.lemmas) > 2 and not draft.in_table(s)]
    return Nearby(told).pairs()


def _conflicts(draft: Draft, earlier: AnalysedClaim, later: AnalysedClaim) -> Iterator[_Pair]:
    sentence = later.sentences[0]
    if len(sentence.figures) * len(earlier.candidates) > _MOST:
        return
    for frame in sentence.figures:
        for candidate in earlier.candidates:
            if candidate.frame is None or not _comparable(frame, candidate.frame):
                continue
            if is_told_twice(sentence, frame, candidate.sentence, candidate.frame):
                continue
            found = align(sentence, frame, candidate)
            if not found.same or not told_as_one(draft, sentence, frame, found):
                continue
            finding = judge(sentence, frame, [candidate], draft.policy).finding
            if finding.verdict is Verdict.CONFLICTING:
                yield _Pair((candidate.sentence, candidate.frame), (sentence, frame))


def _comparable(one: FigureFrame, other: FigureFrame) -> bool:
    """Whether two figures are of one sort and not one number: most pairs are not."""
    a, b = one.figure, other.figure
    if a.kind is not b.kind or a.kind not in _HELD or one.base or other.base:
        return False
    if Hedge.VAGUE in (a.hedge, b.hedge):
        return False
    if (a.unit.dimension if a.unit else "") != (b.unit.dimension if b.unit else ""):
        return False
    return not a.base_interval.overlaps(b.base_interval) or a.value is None


def _odd_ones(draft: Draft, pairs: list[_Pair]) -> set[Span]:
    """The figures that most of the others exclude: of 65, 72 and 72 the first."""
    against: Counter[Span] = Counter()
    for pair in pairs:
        against[pair.earlier[1].figure.span] += 1
        against[pair.later[1].figure.span] += 1
    odd = set()
    for pair in pairs:
        earlier, later = pair.earlier[1].figure.span, pair.later[1].figure.span
        if against[earlier] > against[later]:
            odd.add(earlier)
    return odd


def _contradiction(draft: Draft, span: Span, pairs: list[_Pair]) -> Contradiction:
    """What is told of a figure and all that exclude it."""
    first = pairs[0]
    ours, theirs = (
        (first.later, first.earlier)
        if first.later[1].figure.span == span
        else (first.earlier, first.later)
    )
    others = []
    for pair in pairs:
        other = pair.earlier if pair.later[1].figure.span == span else pair.later
        others.append((other[1].figure.span, draft.named(other[0])))
    at = others[0][1]
    where = f"the {_said(draft, *theirs)} of {at}"
    message = f"{_said(draft, *ours)} excludes {where} for the same thing"
    return Contradiction("FC201", span, message, tuple(others), _finding(draft, ours, theirs))


def _said(draft: Draft, sentence: SentenceFrame, frame: FigureFrame) -> str:
    """A figure in its words, the hedge among them: "more than 300"."""
    span = frame.figure.span
    start = min(sentence.starts[frame.first], span.start)
    return draft.words(Span(start, max(sentence.ends[frame.last - 1], span.end)))


def _finding(
    draft: Draft,
    ours: tuple[SentenceFrame, FigureFrame],
    theirs: tuple[SentenceFrame, FigureFrame],
) -> Finding | None:
    """The finding on one figure with the other place of the draft as its reference."""
    sentence, frame = theirs
    claim = Claim(draft.named(sentence), sentence.text, source="this draft")
    trial = judge(*ours, [Candidate(claim, sentence, frame)], draft.policy)
    return trial.finding if trial.finding.verdict is Verdict.CONFLICTING else None
