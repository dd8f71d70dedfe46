"""Claims that a fact-check found false: they decide nothing, and whoever repeats them is told."""

from __future__ import annotations

import dataclasses

import pytest
from report.test_plain import validate
from test_stores import CASES, claim

from factcheck import Checker, Claim, Flag, Verdict
from factcheck.cli.levels import report_fails
from factcheck.report.text import render

REVIEWED = Claim(
    id="vaccine-review",
    text="The vaccine killed 900 people in Norway.",
    source="Faktisk",
    speaker="A blogger",
    date="2024-03-01",
    url="https://example.org/review",
    status="debunked",
    note="rated False",
)
CURRENT = Claim("vaccine", "The vaccine killed 2 people in Norway.", "The agency", "2024-02-01")
REPEATED = "The vaccine killed 900 people in Norway."


def finding(statement, *claims):
    (found,) = Checker(claims).check(statement).findings
    return found


def test_repeated_where_nothing_else_is_on_file():
    found = finding(REPEATED, REVIEWED)
    assert (found.verdict, found.flags) == (Verdict.NOVEL, (Flag.DEBUNKED,))
    assert found.citation is None
    assert [other.claim for other in found.others] == [REVIEWED]
    assert any("debunked by Faktisk: vaccine-review" in note for note in found.notes)


def test_another_value_is_told_nothing():
    found = finding("The vaccine killed 500 people in Norway.", REVIEWED)
    assert (found.verdict, found.flags, found.notes, found.others) == (Verdict.NOVEL, (), (), ())


def test_another_thing_is_not_pointed_to_it():
    found = finding("The vaccine killed 900 people in Chile.", REVIEWED)
    assert (found.verdict, found.flags, found.others) == (Verdict.NOVEL, (), ())


def test_a_current_claim_excludes_what_is_repeated():
    found = finding(REPEATED, REVIEWED, CURRENT)
    assert (found.verdict, found.flags) == (Verdict.CONFLICTING, (Flag.DEBUNKED,))
    assert found.citation.claim == CURRENT
    assert REVIEWED in [other.claim for other in found.others]


def test_a_current_claim_says_the_same():
    same = dataclasses.replace(CURRENT, text=REPEATED)
    found = finding(REPEATED, REVIEWED, same)
    assert (found.verdict, found.flags) == (Verdict.CONSISTENT, (Flag.DEBUNKED,))
    assert found.citation.claim == same


def test_a_current_claim_is_repeated_beside_it():
    found = finding("The vaccine killed 2 people in Norway.", REVIEWED, CURRENT)
    assert (found.verdict, found.flags) == (Verdict.CONSISTENT, ())
    assert found.others == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_no_verdict_hangs_on_it(case):
    """Whatever is on file: the same claims, debunked elsewhere, change nothing but the flag."""
    claims = [claim(line, case.get("topic")) for line in case["claims"]]
    false = [
        dataclasses.replace(each, id=f"{each.id}-false", status="debunked", supersedes=None)
        for each in claims
    ]
    plain = Checker(claims).check(case["statement"]).findings
    beside = Checker([*claims, *false]).check(case["statement"]).findings
    for before, after in zip(plain, beside, strict=True):
        assert (after.verdict, after.support, after.citation, after.difference) == (
            before.verdict, before.support, before.citation, before.difference,
        )  # fmt: skip
        kept = tuple(other for other in after.others if other.claim.status != "debunked")
        assert (kept, after.operands) == (before.others, before.operands)
        assert after.notes[: len(before.notes)] == before.notes
        assert set(after.flags) - {Flag.DEBUNKED} == set(before.flags)
        if before.support == "exact" and not before.operands and before.figure:
            assert Flag.DEBUNKED in after.flags


def test_the_trace_shows_it():
    (figure,) = Checker([REVIEWED, CURRENT]).explain(REPEATED).figures
    assert [trace.claim.id for trace in figure.candidates] == ["vaccine", "vaccine-review"]
    assert figure.finding.flags == (Flag.DEBUNKED,)


@pytest.mark.parametrize("status", ["superseded", "retracted"])
def test_other_flags_stay(status):
    older = dataclasses.replace(CURRENT, id="older", text=REPEATED, status=status)
    found = finding(REPEATED, REVIEWED, older)
    assert (found.verdict, found.flags) == (Verdict.NOVEL, (Flag.SUPERSEDED, Flag.DEBUNKED))


def test_no_arithmetic_rests_on_it():
    rest = Claim("rest", "The vaccine killed 100 people in Sweden.")
    found = finding("The vaccine killed 1,000 people in Norway and Sweden.", REVIEWED, rest)
    assert found.verdict is Verdict.NOVEL
    assert REVIEWED not in [other.claim for other in (*found.operands, *found.others)]


def test_a_statement_without_figures():
    said = dataclasses.replace(REVIEWED, text="Parliament approved the budget.")
    found = finding("Parliament approved the budget.", said)
    assert (found.verdict, found.flags) == (Verdict.NOVEL, (Flag.DEBUNKED,))
    opposite = finding("Parliament did not approve the budget.", said)
    assert (opposite.verdict, opposite.flags) == (Verdict.NOVEL, ())


def test_one_review_is_cited_once():
    twice = dataclasses.replace(REVIEWED, text=f"{REPEATED} {REPEATED}")
    found = finding(REPEATED, twice)
    assert [other.claim.id for other in found.others] == ["vaccine-review"]


def test_the_report_cites_the_review():
    report = Checker([REVIEWED]).check(REPEATED)
    shown = render(report, colour=False, width=80)
    assert "NOVEL  no reference measures this  debunked" in shown
    for words in ("debunked    900", "Faktisk", "https://example.org/review", "rated False"):
        assert words in shown
    validate(report.to_dict(), "report")


@pytest.mark.parametrize(
    ("level", "failed"), [("never", 0), ("conflicting", 0), ("disputed", 1), ("novel", 1)]
)
def test_it_fails_as_a_dispute_does(level, failed):
    assert report_fails(Checker([REVIEWED]).check(REPEATED), level) == bool(failed)
