"""What people read: golden files, and what must hold of any report.

Run with FACTCHECK_REGENERATE=1 to write the golden files anew, then read the diff.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Finding, Report, Span, Statement, Verdict
from factcheck.report import explain, figures
from factcheck.report.layout import columns
from factcheck.report.text import render
from report import samples

GOLDEN = Path(__file__).parent / "golden"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def compare(name, shown):
    path = GOLDEN / name
    if os.environ.get("FACTCHECK_REGENERATE"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def shown(name, **how):
    settings = {"colour": False, "width": 80, "text": None, **how}
    if name == "document":
        settings["text"] = samples.DRAFT
    return render(samples.REPORTS[name](), **settings)


@pytest.mark.parametrize("name", samples.REPORTS)
def test_golden(name):
    compare(f"{name}.txt", shown(name))


def test_golden_narrow():
    compare("document_60.txt", shown("document", width=60))


def test_golden_colour():
    compare("document_colour.txt", shown("document", colour=True))


def test_golden_explanation():
    compare("explanation.txt", explain.render(samples.explanation(), colour=False, width=80))


def test_golden_figures():
    report = samples.measured()
    read = tuple(finding.figure for finding in report.findings)
    text = report.statements[0].text
    compare("figures.txt", figures.render(read, colour=False, width=80, text=text))


def test_no_figures_are_said_to_be_none():
    assert figures.render((), colour=False, width=80, text="") == "No figures in this text.\n"


@pytest.mark.parametrize("name", samples.REPORTS)
@pytest.mark.parametrize("width", [60, 67, 80, 100])
def test_lines_fit(name, width):
    for line in shown(name, width=width).splitlines():
        assert columns(line) <= width


@pytest.mark.parametrize("name", samples.REPORTS)
def test_colour_changes_nothing_but_colour(name):
    assert ANSI.sub("", shown(name, colour=True)) == shown(name)
    assert "\x1b" not in shown(name)


@pytest.mark.parametrize("name", samples.REPORTS)
def test_nothing_is_called_true(name):
    assert not re.search(r"\b(true|false|verified|score)\b", shown(name), re.IGNORECASE)


def test_the_verdict_comes_first():
    assert shown("conflicting").split()[0] == "CONFLICTING"
    assert shown("consistent").split()[0] == "CONSISTENT"
    assert shown("novel").split()[0] == "NOVEL"


def test_a_statement_stands_above_its_reference():
    lines = shown("conflicting").splitlines()
    ours = next(line for line in lines if "statement" in line)
    theirs = next(line for line in lines if "reference" in line)
    assert ours.index("500") == theirs.index("300")


def test_a_document_ends_in_its_coverage():
    assert shown("document").endswith("\n3 of 5 figures are covered by the store\n")


def test_without_the_text_findings_are_placed_by_offset():
    assert "@45" in render(samples.document(), colour=False, width=80)


def test_a_superseded_reference_is_named_so():
    assert re.search(r"superseded\s+30 km\s+The coastal route is 30 km long", shown("measured"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[2J500 men", "␛[2J500 men"),
        ("500\u202e men", "500\ufffd men"),
        ("500\ud83d men", "500\ufffd men"),
        ("500\r\nmen\x07", "500 men␇"),
    ],
)
def test_what_a_text_holds_cannot_drive_the_terminal(text, kept):
    report = Report(
        (Statement(text, Span(0, len(text))),),
        (Finding(text, Span(0, len(text)), None, Verdict.NOVEL),),
    )
    assert kept in render(report, colour=False, width=80)


def test_a_huge_line_is_cut_around_its_figure():
    text = "x " * 200_000 + "500 men " + "y " * 200_000
    made = samples.figure("500", text, 500)
    report = samples.alone(samples.finding(text, made, Verdict.NOVEL))
    output = render(report, colour=False, width=80)
    assert len(output) < 1500
    assert "x 500 men y" in output


@given(text=st.text(max_size=300), width=st.integers(60, 100), data=st.data())
def test_any_text_in_any_place(text, width, data):
    """Any statement and any span: lines fit, and the figure's words are there."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end] or "500"
    made = samples.replace(samples.conflicting().findings[0].figure, text=words)
    made = samples.replace(made, span=Span(start, end))
    finding = samples.replace(
        samples.conflicting().findings[0],
        statement=text,
        span=Span(0, len(text)),
        figure=made,
        notes=(text,),
    )
    for path in (None, text):
        report = Report((Statement(text, finding.span),), (finding,), path)
        plain = render(report, colour=False, width=width, text=text)
        coloured = render(report, colour=True, width=width, text=text)
        assert [line.rstrip() for line in ANSI.sub("", coloured).split("\n")] == plain.split("\n")
        assert "CONFLICTING" in plain
        assert plain.isprintable() or set(filter(lambda c: not c.isprintable(), plain)) <= set(
            "\n\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad\u061c\u180e"
        ) | {c for c in text if not c.isprintable()}


def test_a_rise_is_no_multiple_of_a_fall():
    (found,) = samples.conflicting().findings
    cited = replace(found.citation, figure=replace(found.citation.figure, direction=-1))
    turned = replace(found, figure=replace(found.figure, direction=1), citation=cited)
    text = render(samples.alone(turned), colour=False, width=80)
    assert "+200" in text and "above the reference" not in text
