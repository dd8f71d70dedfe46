"""A finding in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from report import samples

from factcheck.editorial.codes import code_of
from factcheck.editorial.wording import message_of
from factcheck.model import Alignment, Claim, Detail, Flag, SlotState, Verdict


def only(report):
    (found,) = report.findings
    return found


CONFLICT = only(samples.conflicting())
DISPUTED = only(samples.disputed())
NOVEL = only(samples.novel())
FINE = only(samples.consistent())
STALE = samples.cited(samples.OLD, "30", 30)
REVIEW = samples.cited(
    Claim("r", "It carried 65.", "Fact desk", date(2024, 5, 2), "debunked", note="rated “False”"),
    "65",
    65,
)


def turned(ours, theirs):
    detail = Detail("event", SlotState.TURNED, ours, theirs)
    return replace(CONFLICT, alignment=Alignment((detail,)))


@pytest.mark.parametrize(
    ("finding", "message"),
    [
        (CONFLICT, "500 conflicts with 300 (news.az, February 2025): 66.7% above the reference"),
        (
            replace(CONFLICT, others=(STALE,), flags=(Flag.SUPERSEDED,)),
            "500 conflicts with 300 (news.az, February 2025): 66.7% above the reference; "
            "it agrees with 30 (Roads Agency, 2019), which was superseded",
        ),
        (
            turned("lost to", "beat"),
            "500 conflicts with 300 (news.az, February 2025): “lost to” against “beat”",
        ),
        (
            replace(
                CONFLICT,
                figure=replace(CONFLICT.figure, direction=1),
                citation=replace(
                    CONFLICT.citation, figure=replace(CONFLICT.citation.figure, direction=-1)
                ),
            ),
            "500 conflicts with 300 (news.az, February 2025): one is a rise, the other a fall",
        ),
        (
            replace(only(samples.derived()), verdict=Verdict.CONFLICTING),
            "A tenth conflicts with what follows from about 400 (news.az) and about 4,000 "
            "(news.az, 2025): 400 of 4,000 is 10%; the operands come from two sources",
        ),
        (
            only(samples.derived()),
            "A tenth follows from about 400 (news.az) and about 4,000 (news.az, 2025); "
            "400 of 4,000 is 10%; the operands come from two sources",
        ),
        (
            replace(CONFLICT, difference=None),
            "500 conflicts with 300 (news.az, February 2025)",
        ),
        (
            replace(NOVEL, flags=(Flag.DEBUNKED,), others=(REVIEW,)),
            "20 repeats a claim that was debunked (Fact desk, 2 May 2024): rated “False”",
        ),
        (
            replace(NOVEL, flags=(Flag.DEBUNKED,), others=()),
            "20 repeats a claim that was debunked",
        ),
        (
            DISPUTED,
            "sources disagree on 3,600: 3,600 (South Korean figures, February 2025) supports "
            "it, about 4,000 (news.az, 2025) against it",
        ),
        (
            replace(NOVEL, flags=(Flag.SUPERSEDED,), others=(STALE,)),
            "20 agrees with 30 (Roads Agency, 2019), which was superseded",
        ),
        (
            replace(FINE, flags=(Flag.SUPERSEDED,), others=(STALE,)),
            "300 agrees with 30 (Roads Agency, 2019), which was superseded; now it is 300 "
            "(news.az, February 2025)",
        ),
        (
            replace(FINE, notes=("not checked: the time “Sunday”",)),
            "300 is consistent with 300 (news.az, February 2025); not checked: the time “Sunday”",
        ),
        (NOVEL, "no reference measures 20 tanks"),
        (
            replace(NOVEL, others=(samples.cited(samples.SENT, "11,000", 20),)),
            "no reference measures 20 tanks; the nearest reference is about North Korea, not "
            "Germany",
        ),
        (replace(NOVEL, notes=()), "no reference measures 20 tanks"),
    ],
)
def test_messages(finding, message):
    assert message_of(code_of(finding), finding) == message


@pytest.mark.parametrize("name", samples.REPORTS)
def test_a_message_is_one_line_without_a_stop(name):
    for finding in samples.REPORTS[name]().findings:
        code = code_of(finding)
        if code is not None:
            said = message_of(code, finding)
            assert said and "\n" not in said and not said.endswith(".")


def test_what_is_long_is_cut():
    claim = replace(samples.RETURNED, source="a ministry\nof\x1b many words " * 20)
    citation = samples.cited(claim, "300", 300)
    said = message_of("FC101", replace(CONFLICT, citation=citation))
    assert len(said) < 200 and "\n" not in said


def test_a_reference_without_a_source_is_named():
    claim = Claim("bare", samples.RETURNED.text)
    finding = replace(CONFLICT, citation=samples.cited(claim, "300", 300))
    assert message_of("FC101", finding).startswith("500 conflicts with 300 (bare): ")


def test_all_is_well_where_nothing_is_said():
    assert code_of(FINE) is None and FINE.verdict is Verdict.CONSISTENT
