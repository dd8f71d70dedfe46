"""Reports as data: the schema that is shipped, and nothing lost in numbers."""

from __future__ import annotations

import json
from fractions import Fraction
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from factcheck import model
from factcheck.document.positions import Positions
from factcheck.report import plain
from report import samples

SCHEMA = json.loads((files("factcheck.report") / "report.schema.json").read_text("utf-8"))


def validate(value, part=None):
    schema = SCHEMA if part is None else {"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}
    Draft202012Validator(schema).validate(json.loads(json.dumps(value)))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", samples.REPORTS)
def test_reports_follow_the_schema(name):
    validate(samples.REPORTS[name]().to_dict())


@pytest.mark.parametrize("name", samples.REPORTS)
def test_lines_follow_the_schema(name):
    report = samples.REPORTS[name]()
    for finding in report.findings:
        at = Positions(samples.DRAFT).at(finding.span.start)
        line = plain.finding_line(finding, report, 1, at)
        validate(line, "line")
        validate(plain.finding_to_dict(finding), "finding")


def test_figures_and_explanations_follow_the_schema():
    read = tuple(finding.figure for finding in samples.measured().findings)
    validate(plain.figures_to_dict(read, samples.DRAFT), "figures")
    validate(plain.explanation_to_dict(samples.explanation()), "explanation")


@pytest.mark.parametrize(
    ("enum", "place"),
    [
        (model.Verdict, ("verdict",)),
        (model.Support, ("support",)),
        (model.Flag, ("flags", "items")),
        (model.Kind, ("figure", "properties", "kind")),
        (model.Hedge, ("figure", "properties", "hedge")),
        (model.SlotState, ("detail", "properties", "state")),
        (model.ClaimStatus, ("citation", "properties", "claim", "properties", "status")),
    ],
)
def test_the_schema_knows_every_word(enum, place):
    at = SCHEMA["$defs"]
    for step in place:
        at = at[step]
    assert {word for word in at["enum"] if word is not None} == set(enum)


def test_a_line_is_a_finding_with_its_place():
    line, finding = (set(SCHEMA["$defs"][name]["required"]) for name in ("line", "finding"))
    assert line - finding == {"schema", "input", "path", "line", "column"}
    assert finding <= line


def test_numbers_are_exact():
    report = samples.measured().to_dict()
    unit = report["findings"][0]["figure"]["unit"]
    assert Fraction(unit["factor"]) == samples.MILES.factor
    assert unit["factor"] == "1609.344"
    assert report["findings"][1]["difference"] == {
        "absolute": "-2.5", "relative": "-1/3", "unit": "percent",
    }  # fmt: skip


def test_spans_point_into_the_input():
    report = samples.document().to_dict()
    for finding in report["findings"]:
        start, end = finding["figure"]["span"]
        assert samples.DRAFT[start:end] == finding["figure"]["text"]


def test_dates_are_written_as_iso():
    citation = samples.novel().to_dict()["findings"][0]["others"][0]
    assert citation["claim"]["date"] == "2025-03-04"
