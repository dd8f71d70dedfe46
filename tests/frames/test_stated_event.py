"""The event that the keeper of a claim states of a figure goes before the one that is read."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck import Checker, Claim, Verdict
from factcheck.model import StatedFigure

TEXT = "Of the soldiers at the front, about 300 are no longer there and 40 are back home."


def checker(event: str | None, text: str = TEXT, figure: str = "300") -> Checker:
    stated = StatedFigure(figure, counted="soldiers", event=event)
    return Checker([Claim(id="a", text=text, figures=(stated,))])


@pytest.mark.parametrize("event", ["killed", "were killed", "died", "deaths", "lost their lives"])
def test_it_takes_part_in_the_alignment(event: str) -> None:
    (finding,) = checker(event).check("300 soldiers were killed.").findings
    assert finding.verdict is Verdict.CONSISTENT
    (finding,) = checker(event).check("500 soldiers were killed.").findings
    assert finding.verdict is Verdict.CONFLICTING
    assert finding.citation is not None
    assert finding.citation.figure is not None
    assert finding.citation.figure.event == event
    (finding,) = checker(event).check("500 soldiers were injured.").findings
    assert finding.verdict is Verdict.NOVEL


def test_it_goes_before_the_wording() -> None:
    text = "The front saw 300 soldiers injured."
    assert checker(None, text).check("300 soldiers were injured.").verdict is Verdict.CONSISTENT
    assert checker("captured", text).check("300 soldiers were injured.").verdict is Verdict.NOVEL
    stated = checker("captured", text).check("300 soldiers were captured.")
    assert stated.verdict is Verdict.CONSISTENT


def test_it_says_nothing_of_the_figure_beside_it() -> None:
    both = checker("killed", "Some 300 soldiers fell ill and 40 soldiers returned home.")
    assert both.check("40 soldiers returned home.").verdict is Verdict.CONSISTENT
    assert both.check("40 soldiers were killed.").verdict is Verdict.CONFLICTING  # 300 were


def test_a_claim_is_found_by_it_and_the_explanation_names_it() -> None:
    (trace,) = checker("killed").explain("300 soldiers were killed.").figures
    accepted = [c for c in trace.candidates if c.accepted]
    assert accepted
    assert any(d.slot == "event" and d.reference == "kill" for d in accepted[0].details)


def test_an_event_of_no_class_is_taken_by_its_word() -> None:
    text = "300 of the soldiers were affected."
    assert checker("hexed", text).check("300 soldiers were hexed.").verdict is Verdict.CONSISTENT


def test_it_makes_a_figure_where_none_is_read() -> None:
    text = "Police put the crowd at half a stadium, organisers at 45,000."
    half = StatedFigure(
        "half a stadium",
        low=Fraction(18000),
        high=Fraction(22000),
        counted="people",
        event="attended",
    )
    all_told = Checker([Claim(id="a", text=text, figures=(half,))])
    assert all_told.check("20,000 people attended.").verdict is Verdict.CONSISTENT
    assert all_told.check("30,000 people attended.").verdict is Verdict.CONFLICTING
    assert all_told.check("20,000 people were injured.").verdict is Verdict.NOVEL


def test_it_makes_no_figure_without_a_value() -> None:
    text = "Police put the crowd at half a stadium."
    half = StatedFigure("half a stadium", counted="people", event="attended")
    checker = Checker([Claim(id="a", text=text, figures=(half,))])
    assert checker.check("20,000 people attended.").verdict is Verdict.NOVEL
