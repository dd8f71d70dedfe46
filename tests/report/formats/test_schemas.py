"""Reports held to the schemas that their formats are published with, and to our own."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator

import factcheck.report
from report.formats.reviews import RUNS, draft, hostile
from report.formats.test_formats import written

PUBLISHED = Path(sys.prefix) / "share" / "factcheck-schemas"
OURS = json.loads((Path(factcheck.report.__file__).parent / "report.schema.json").read_text())


def published(name):
    """A schema that `scripts/schemas.py` fetches; continuous integration has to have it."""
    path = PUBLISHED / name
    if not path.exists() and not os.environ.get("CI"):
        pytest.skip(f"no {path}: run scripts/schemas.py, which needs npm")
    return path


def ours(value, part):
    Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": OURS["$defs"]}).validate(value)


@pytest.mark.parametrize("run_name", RUNS)
def test_sarif(run_name):
    schema = json.loads(published("sarif.json").read_text("utf-8"))
    log = json.loads(written("sarif", run_name))
    Draft7Validator(schema).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert list(result["partialFingerprints"].values()) != [""]


def test_sarif_marks_what_is_suppressed():
    (run,) = json.loads(written("sarif", "draft"))["runs"]
    silenced = [one for one in run["results"] if one["suppressions"]]
    assert [one["suppressions"] for one in silenced] == [
        [{"kind": "inSource", "status": "accepted", "justification": "the ministry <told> us"}]
    ]
    (run,) = json.loads(written("sarif", "hostile"))["runs"]
    assert [one["kind"] for r in run["results"] for one in r["suppressions"]] == ["external"]


@pytest.mark.parametrize("make", [draft, hostile])
def test_sarif_regions_cut_the_figure_out_of_the_draft(make):
    review = make()
    (run,) = json.loads(written("sarif", make.__name__))["runs"]
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        cut = review.document.text[start : start + region["charLength"]]
        assert cut == region.get("snippet", {"text": ""})["text"]
        line = review.document.text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(cut)


def test_sarif_tells_pages_as_logical_places():
    (run,) = json.loads(written("sarif", "several"))["runs"]
    (place,) = [
        location
        for result in run["results"]
        for location in result["locations"]
        if "logicalLocations" in location
    ]
    assert "region" not in place["physicalLocation"]
    (named,) = place["logicalLocations"]
    assert named["fullyQualifiedName"] == "table 2/page 3/paragraph 2/run 1"


@pytest.mark.parametrize("run_name", RUNS)
def test_junit(run_name):
    text = written("junit", run_name)
    xmlschema.XMLSchema(str(published("junit.xsd"))).validate(text)
    suites = ElementTree.fromstring(text).findall("testsuite")
    assert len(suites) == len(RUNS[run_name]())
    for suite in suites:
        for attribute, element in (("tests", "testcase"), ("failures", "testcase/failure"),
                                   ("skipped", "testcase/skipped")):  # fmt: skip
            assert int(suite.get(attribute)) == len(suite.findall(element))


def test_junit_has_a_test_for_every_figure():
    suite = ElementTree.fromstring(written("junit", "draft")).find("testsuite")
    names = [case.get("name") for case in suite.findall("testcase")]
    assert sum("FC2" in name or "FC9" in name for name in names) == 3
    assert len(names) - 3 == int(
        suite.find("properties/property[@name='factcheck.figures']").get("value")
    )


@pytest.mark.parametrize("run_name", RUNS)
def test_json(run_name):
    Draft202012Validator(OURS).validate(json.loads(written("json", run_name, statistics=True)))
    for line in written("jsonl", run_name).splitlines():
        told = json.loads(line)
        if told["schema"] == "factcheck/finding/1":
            ours(told, "line")
            continue
        ours(told, "diagnostic_line")
        ours({k: v for k, v in told.items() if k not in ("schema", "input", "path")}, "diagnostic")


CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["path"],
    "properties": {
        "path": {"type": "string"},
        "range": {
            "type": "object",
            "required": ["start"],
            "properties": {"start": POSITION, "end": POSITION},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string"},
                    "location": LOCATION,
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "original_output": {"type": "string"},
                    "related_locations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["location"],
                            "properties": {"message": {"type": "string"}, "location": LOCATION},
                            "additionalProperties": False,
                        },
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize(("name", "schema"), [("gitlab", CODE_QUALITY), ("rdjson", RDJSON)])
@pytest.mark.parametrize("run_name", RUNS)
def test_what_no_package_has_a_schema_of(name, schema, run_name):
    """GitLab's and reviewdog's own descriptions, as far as we use what they describe."""
    Draft202012Validator(schema).validate(json.loads(written(name, run_name)))


def test_fingerprints_of_a_report_are_unique():
    entries = json.loads(written("gitlab", "several"))
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)


def test_reviewdog_counts_bytes():
    (one,) = json.loads(written("rdjson", "hostile"))["diagnostics"]
    start = one["location"]["range"]["start"]
    text = hostile().document.text
    assert start == {"line": 1, "column": len(text[: text.index("65")].encode()) + 1}
