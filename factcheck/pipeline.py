"""The whole path from a text to its report, on one screen.

document → statements → figures → candidates → alignments → comparison → findings → report
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from functools import partial
from typing import NamedTuple

from factcheck.align.model import Candidate
from factcheck.align.restricted import judged
from factcheck.candidates.analysed import AnalysedClaim
from factcheck.candidates.base import Snapshot
from factcheck.candidates.find import claims_for
from factcheck.discourse.discourse import Discourse
from factcheck.document.limits import bounded
from factcheck.document.passage import Passage, Sort
from factcheck.figures.unit_data import UnitTable
from factcheck.findings.judge import Trial, judge
from factcheck.frames.analyse import analyse, analyse_figures
from factcheck.frames.calls import asserts_nothing
from factcheck.frames.model import SentenceFrame
from factcheck.model import Finding, Report, Span, Statement
from factcheck.policy import Policy
from factcheck.text.sentences import sentences
from factcheck.text.tokens import LOCALE

_QUOTED = re.compile('["“„«]')


def check(
    text: str,
    passages: Iterable[Passage],
    index: Snapshot,
    policy: Policy,
    *,
    units: UnitTable | None = None,
    locale: str = LOCALE,
    day: Date | None = None,
) -> Report:
    """Check every passage of a text against the claims of an index.

    Args:
        text: the original input, which all spans point into.
        passages: the stretches of it that assert something.
        index: the reference claims.
        policy: the tolerances.
        units: the user's own units; those that the index was built with.
        locale: how numbers and dates are written, here and in the index.
        day: the date of the text, as for `figured`.
    """
    return report_on(text, figured(text, passages, units, locale, day), index, policy)


def report_on(
    text: str, frames: Iterable[SentenceFrame], index: Snapshot, policy: Policy
) -> Report:
    """The report on sentences that were read.

    Args:
        text: the original input, which all spans point into.
        frames: its sentences, from `figured`.
        index: the reference claims.
        policy: the tolerances.
    """
    statements: list[Statement] = []
    findings: list[Finding] = []
    for sentence in frames:
        statements.append(Statement(sentence.span.cut(text), sentence.span))
        findings += (trial.finding for trial in trials(sentence, index, policy))
        sentence.memory.clear()  # nobody asks again, and somebody may hold a book's sentences
    return Report(tuple(statements), tuple(findings))


class _Manner(NamedTuple):
    """How a text is read: the user's own units, its way to write numbers, and its date."""

    units: UnitTable | None
    locale: str
    day: Date | None = None


def _read(
    text: str,
    passage: Passage,
    told: Discourse,
    how: _Manner,
) -> Iterator[SentenceFrame]:
    """The sentences of a passage that are to be checked, each in the context of those before it.

    Of a document those that assert a figure; of a statement all, but for questions and calls to
    the reader beside a sentence that asserts something.
    """
    spans = tuple(statement_spans(text, passage.span))
    if passage.whole:
        every = [told.tell(_whole(text, span, passage.topic, how)) for span in spans]
        yield from [sentence for sentence in every if not asserts_nothing(sentence)] or every
        return
    for span in spans:
        whole = partial(analyse, text, span, passage.topic, how.units, how.locale)
        sentence = analyse_figures(
            text, span, passage.topic, how.units, day=how.day, locale=how.locale
        )
        if passage.heading:
            told.head(whole)
        elif passage.sort is Sort.TABLE:
            sentence = told.aside(_within(sentence, passage)) if sentence else None
        elif sentence is None:
            told.pass_over(whole)
        else:
            sentence = told.tell(_spoken(text, sentence, spans, passage, how))
        if sentence is not None and sentence.figures:
            yield sentence


def _whole(text: str, span: Span, topic: str | None, how: _Manner) -> SentenceFrame:
    """A sentence, whether it asserts a figure or not."""
    if how.day is not None:
        dated = analyse_figures(text, span, topic, how.units, day=how.day, locale=how.locale)
        if dated is not None:
            return dated
    return analyse(text, span, topic, how.units, how.locale)


def _spoken(
    text: str, sentence: SentenceFrame, spans: Sequence[Span], passage: Passage, how: _Manner
) -> SentenceFrame:
    """The sentence with its speaker, where it is a quotation and another sentence names whose."""
    if passage.sort is not Sort.QUOTE and not _QUOTED.search(text, *passage.span):
        return sentence
    from factcheck.discourse.speakers import spoken

    def read(span: Span) -> SentenceFrame:
        return analyse(text, span, passage.topic, how.units, how.locale)

    return spoken(sentence, spans, passage, text, read)


def _within(sentence: SentenceFrame, passage: Passage) -> SentenceFrame:
    """The sentence without the figures that were told elsewhere, in the head of a column."""
    own = passage.own
    if own is None:
        return sentence
    kept = (frame for frame in sentence.figures if frame.figure.span.start >= own.start)
    return sentence._replace(figures=tuple(kept), apart=passage.apart)


def figured(
    text: str,
    passages: Iterable[Passage],
    units: UnitTable | None,
    locale: str,
    day: Date | None = None,
) -> Iterator[SentenceFrame]:
    """The sentences of a text that are to be checked, each in the context of those before it.

    Args:
        text: the original input.
        passages: the stretches of it that assert something.
        units: the user's own units.
        locale: how numbers and dates are written.
        day: the date of the text, by which "last month" is resolved; None where nobody knows.

    Raises:
        InputError: the text is too long to be checked at once.
    """
    bounded(len(text))
    told = Discourse()
    for passage in passages:
        yield from _read(text, passage, told, _Manner(units, locale, day))


def heard(
    text: str, passages: Iterable[Passage], units: UnitTable | None, locale: str
) -> tuple[Discourse, str | None]:
    """What a text has told to whoever reads on, and the headline that they read under."""
    told, topic = Discourse(), None
    for passage in passages:
        topic = passage.span.cut(text) if passage.heading else passage.topic
        for _ in _read(text, passage, told, _Manner(units, locale)):
            pass  # it is told, and nobody asks for a verdict
    return told, topic


def statement_spans(text: str, within: Span) -> Iterator[Span]:
    """The sentences of a stretch of text."""
    piece = within.cut(text)
    for span in sentences(piece):
        yield Span(within.start + span.start, within.start + span.end)


def trials(sentence: SentenceFrame, index: Snapshot, policy: Policy) -> Iterator[Trial]:
    """Judge every figure of a sentence, or the sentence as a whole where it holds none."""
    claims = claims_for(sentence, index, policy.candidates)
    if not sentence.figures:
        from factcheck.findings.whole import judge_whole

        yield Trial(judge_whole(sentence, _wholes(claims)), ())
        return
    pool = [candidate for claim in claims for candidate in claim.candidates]
    for frame in judged(sentence):
        yield judge(sentence, frame, pool, policy)


def _wholes(claims: Iterable[AnalysedClaim]) -> Iterator[Candidate]:
    for claim in claims:
        yield from claim.wholes
