"""The trace behind a report: how every figure was read and what became of each candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.align.carried import text_of as text_of_name
from factcheck.align.deciding import text_of
from factcheck.align.model import Aligned
from factcheck.align.restricted import judged
from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.base import Snapshot
from factcheck.candidates.find import claims_for
from factcheck.compare import compare
from factcheck.discourse.discourse import Discourse
from factcheck.figures.unit_data import UnitTable
from factcheck.findings.judge import Trial, judge
from factcheck.findings.whole import judge_whole
from factcheck.frames.analyse import analyse
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Figure, Span, Verdict
from factcheck.model.trace import CandidateTrace, Explanation, FigureTrace
from factcheck.policy import Policy
from factcheck.text.sentences import sentences
from factcheck.text.tokens import LOCALE


def explanation(
    text: str,
    index: Snapshot,
    policy: Policy,
    units: UnitTable | None = None,
    locale: str = LOCALE,
    *,
    told: Discourse | None = None,
    topic: str | None = None,
) -> Explanation:
    """Trace every figure of a text through the store.

    Args:
        text: a statement, or a few sentences.
        index: the reference claims.
        policy: the tolerances.
        units: the user's own units; those that the index was built with.
        locale: how numbers and dates are written, here and in the index.
        told: what was told before the text.
        topic: the headline that it stands under.
    """
    told = told or Discourse()
    traces: list[FigureTrace] = []
    retrieved: set[str] = set()
    for span in sentences(text):
        sentence = told.tell(analyse(text, span, topic, units, locale))
        claims = claims_for(sentence, index, policy.candidates)
        retrieved.update(claim.claim.id for claim in claims)
        traces += _of_sentence(sentence, claims, policy)
    return Explanation(text, tuple(traces), len(index), len(retrieved))


def explanation_of(sentence: SentenceFrame, index: Snapshot, policy: Policy) -> Explanation:
    """Trace the figures of one sentence that was read.

    Args:
        sentence: as it was read in its draft, which its spans count; those of the trace count
            within the sentence.
        index: the reference claims.
        policy: the tolerances.
    """
    claims = claims_for(sentence, index, policy.candidates)
    start = sentence.span.start
    traces = tuple(
        replace(trace, figure=_moved(trace.figure, -start)) if trace.figure else trace
        for trace in _of_sentence(sentence, claims, policy)
    )
    return Explanation(sentence.text, traces, len(index), len(claims))


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, span=Span(figure.span.start + by, figure.span.end + by))


def _of_sentence(
    sentence: SentenceFrame, claims: Sequence[AnalysedClaim], policy: Policy
) -> Iterator[FigureTrace]:
    """A trace for each figure of a sentence, or one for the whole of it."""
    if not sentence.figures:
        wholes = [c for claim in claims for c in claim.wholes]
        yield FigureTrace(None, finding=judge_whole(sentence, wholes))
        return
    pool = [c for claim in claims for c in claim.candidates]
    for frame in judged(sentence):
        yield _traced(sentence, frame, judge(sentence, frame, pool, policy), policy)


def _traced(
    sentence: SentenceFrame, frame: FigureFrame, trial: Trial, policy: Policy
) -> FigureTrace:
    ordered = sorted(
        trial.aligned,
        key=lambda a: (not a.same, tuple(-value for value in a.rank), a.candidate.claim.id),
    )
    candidates = tuple(_candidate(frame.figure, aligned, policy) for aligned in ordered)
    return FigureTrace(frame.figure, _attachment(sentence, frame), candidates, trial.finding)


def _candidate(figure: Figure, aligned: Aligned, policy: Policy) -> CandidateTrace:
    claim, theirs = aligned.candidate.claim, aligned.candidate.frame
    if not aligned.same or theirs is None:
        reason = aligned.reason
        return CandidateTrace(
            claim, theirs.figure if theirs else None, False, reason, aligned.details
        )
    outcome = compare(figure, theirs.figure, policy)
    verdict = Verdict.CONSISTENT if outcome.compatible else Verdict.CONFLICTING
    why = aligned.part_whole and f"the statement's is the {aligned.part_whole} term"
    return CandidateTrace(
        claim,
        theirs.figure,
        True,
        why or "measures the same thing",
        aligned.details,
        str(verdict),
        outcome.rule,
    )


def _attachment(sentence: SentenceFrame, frame: FigureFrame) -> tuple[str, ...]:
    """What the figure was tied to, one remark each."""
    figure = frame.figure
    remarks = []
    if figure.counted:
        remarks.append(f"counts or measures “{figure.counted}”")
    named = []
    for index in frame.events:
        event = sentence.events[index]
        classes = ", ".join(event.classes) or ("light" if event.light else "in no class")
        named.append(f"“{text_of(sentence, event)}” ({classes})")
    if named:
        remarks.append("events: " + "; ".join(named))
    remarks += [f"{q.slot}: {q.text}" for q in figure.qualifiers]
    return (*remarks, *_carried(sentence, frame))


def _carried(sentence: SentenceFrame, frame: FigureFrame) -> Iterator[str]:
    """What the figure has from the text before its sentence, one remark each."""
    for name in sentence.names:
        if name.origin:
            said = sentence.spans[name.first].start, sentence.spans[name.last - 1].end
            start = sentence.span.start
            words = sentence.text[said[0] - start : said[1] - start]
            yield f"“{words}” is “{text_of_name(name)}”, from {name.origin}"
    for name in sentence.carried:
        yield f"carried: “{text_of_name(name)}”, from {name.origin}"
    for time in (sentence.times[i] for i in frame.times):
        if time.origin:
            yield f"dated {time.date}, from {time.origin}"
