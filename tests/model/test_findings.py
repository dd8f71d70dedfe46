"""Findings, claims and reports cannot be built wrongly, nor changed afterwards."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from factcheck import model
from factcheck.errors import ClaimError
from factcheck.model import (
    Alignment,
    Citation,
    Claim,
    ClaimStatus,
    Detail,
    Figure,
    Finding,
    Flag,
    Hedge,
    Interval,
    Kind,
    Report,
    SlotState,
    Span,
    Support,
    Unit,
    Verdict,
)
from factcheck.model.report import Coverage

CLAIM = Claim(id="c1", text="300 soldiers returned to duty.", source="Yu", date=date(2025, 3, 4))
FIGURE = Figure(
    "300", Span(0, 3), Kind.COUNT, Interval.point(300), Fraction(300), Fraction(100), Hedge.PLAIN
)


def finding(verdict, **more):
    cited = None if verdict is Verdict.NOVEL else Citation(CLAIM)
    given = {"statement": "x", "span": Span(0, 1), "figure": FIGURE, "citation": cited, **more}
    return Finding(verdict=verdict, **given)


@pytest.mark.parametrize("verdict", [Verdict.CONFLICTING, Verdict.CONSISTENT])
def test_a_verdict_without_its_citation_cannot_be_built(verdict):
    with pytest.raises(ValueError, match="needs a citation"):
        finding(verdict, citation=None)


def test_a_novel_finding_needs_no_citation():
    assert finding(Verdict.NOVEL).citation is None


def test_a_citation_gives_its_claims_source_and_date():
    assert (Citation(CLAIM).source, Citation(CLAIM).date) == ("Yu", date(2025, 3, 4))


VALUES = [getattr(model, name) for name in model.__all__]
BUILT = [CLAIM, FIGURE, finding(Verdict.NOVEL), Report(), Interval.point(1), Alignment()]


@pytest.mark.parametrize("cls", [v for v in VALUES if is_dataclass(v)], ids=lambda c: c.__name__)
def test_every_value_type_is_frozen_and_has_slots(cls):
    assert cls.__dataclass_params__.frozen
    assert "__slots__" in vars(cls)


@pytest.mark.parametrize("value", BUILT, ids=lambda value: type(value).__name__)
def test_no_field_can_be_assigned(value):
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, None)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"id": ""}, "no id"),
        ({"text": " \n"}, "text is empty"),
        ({"status": "final"}, "unknown status"),
        ({"date": "4 March 2025"}, "not a date"),
        ({"date": "2025-13"}, "not a date"),
        ({"date": "2025\n"}, "not a date"),
        ({"as_of": "25"}, "not a date"),
        ({"date": 2024}, "2024 is not a date"),
        ({"as_of": 2024.5}, "not a date"),
    ],
)
def test_a_claim_is_checked_when_it_is_built(changed, message):
    with pytest.raises(ClaimError, match=message) as caught:
        Claim(**{"id": "c1", "text": "A claim.", **changed})
    assert caught.value.do
    assert caught.value.where


@pytest.mark.parametrize("given", [None, "2025", "2025-02", date(2025, 2, 1)])
def test_a_claims_dates_keep_their_precision(given):
    claim = Claim(id="c1", text="A claim.", date=given, as_of=given)
    assert (claim.date, claim.as_of) == (given, given)


def test_a_claims_status_and_tags_are_made_uniform():
    claim = Claim(id="c1", text="A claim.", status="retracted", tags=["war", "numbers"])
    assert claim.status is ClaimStatus.RETRACTED
    assert claim.tags == ("war", "numbers")
    assert hash(claim)


@pytest.mark.parametrize(
    ("verdicts", "worst"),
    [
        ([], Verdict.NOVEL),
        ([Verdict.CONSISTENT], Verdict.CONSISTENT),
        ([Verdict.CONSISTENT, Verdict.NOVEL], Verdict.NOVEL),
        ([Verdict.CONFLICTING, Verdict.NOVEL, Verdict.CONSISTENT], Verdict.CONFLICTING),
    ],
)
def test_a_reports_verdict_is_the_worst_of_its_findings(verdicts, worst):
    assert Report(findings=tuple(finding(verdict) for verdict in verdicts)).verdict is worst


def test_a_reports_support_is_the_weakest_and_only_where_all_is_consistent():
    exact = finding(Verdict.CONSISTENT, support=Support.EXACT)
    hedged = finding(Verdict.CONSISTENT, support=Support.HEDGED)
    assert Report(findings=(exact, hedged)).support is Support.HEDGED
    assert Report(findings=(exact, finding(Verdict.NOVEL))).support is None
    assert [grade.weakness for grade in Support] == [0, 1, 2, 3, 4]


def test_a_reports_flags_are_named_once():
    old = finding(Verdict.CONSISTENT, flags=(Flag.SUPERSEDED, Flag.DISPUTED))
    assert Report(findings=(old, old)).flags == (Flag.DISPUTED, Flag.SUPERSEDED)


def test_coverage_counts_figures_not_statements():
    findings = (
        finding(Verdict.CONSISTENT),
        finding(Verdict.NOVEL),
        finding(Verdict.NOVEL, figure=None),
    )
    coverage = Report(findings=findings).coverage
    assert (coverage.figures, coverage.covered) == (2, 1)
    assert str(coverage) == "1 of 2 figures is covered by the store"
    assert str(Report().coverage) == "no figures"


@pytest.mark.parametrize(
    ("figures", "covered", "words"),
    [
        (1, 0, "0 of 1 figure is covered"),
        (1, 1, "1 of 1 figure is covered"),
        (22, 1, "1 of 22 figures is covered"),
        (22, 0, "0 of 22 figures are covered"),
        (22, 14, "14 of 22 figures are covered"),
    ],
)
def test_coverage_agrees_with_its_verb(figures, covered, words):
    assert str(Coverage(figures, covered)) == f"{words} by the store"


def test_an_alignment_sorts_its_details():
    details = tuple(Detail("slot", state) for state in SlotState)
    alignment = Alignment(details)
    assert [d.state for d in alignment.matched] == [SlotState.MATCHED]
    assert [d.state for d in alignment.omitted] == [SlotState.OMITTED]
    assert [d.state for d in alignment.added] == [SlotState.ADDED]
    assert [d.state for d in alignment.differing] == [SlotState.TURNED, SlotState.DIFFERING]


def test_a_figure_shows_its_interval_in_base_units():
    hours = Unit("hours", "hour", "time", "second", Fraction(3600))
    figure = Figure("2", Span(0, 1), Kind.DURATION, Interval(2, None, True), Fraction(2), None,
                    Hedge.MORE_THAN, hours)  # fmt: skip
    assert figure.base_interval == Interval(7200, None, True)
    assert (figure.low, figure.high, figure.low_open, figure.high_open) == (2, None, True, False)
    assert FIGURE.base_interval is FIGURE.interval


def test_a_claim_keeps_the_day_of_a_datetime():
    given = datetime(2024, 1, 1, 5, tzinfo=UTC)
    assert Claim(id="a", text="5 dogs died.", date=given).date == date(2024, 1, 1)


@pytest.mark.parametrize(
    "wrong", [{"text": 5}, {"id": 5}, {"topic": 5}, {"source": 5}, {"tags": "front"}]
)
def test_a_claim_of_wrong_types_is_refused(wrong):
    with pytest.raises(ClaimError):
        Claim(**{"id": "a", "text": "5 dogs died.", **wrong})
