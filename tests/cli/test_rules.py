"""`factcheck rule` and `factcheck rules`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import factcheck.report
from factcheck.editorial.rules import rules

SCHEMA = json.loads((Path(factcheck.report.__file__).parent / "report.schema.json").read_text())


def validate(value, part):
    Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": SCHEMA["$defs"]}).validate(value)


def test_the_list(run):
    code, out, err = run("rules")
    assert (code, err) == (0, "")
    for rule in rules().values():
        assert f"{rule.code}  {rule.name} " in out
    assert all(len(line) <= 80 for line in out.splitlines())
    told = json.loads(run("rules", "--format", "json")[1])
    validate(told, "rules")
    assert [rule["code"] for rule in told["rules"]] == list(rules())


@pytest.mark.parametrize("name", ["FC101", "fc101", "conflicting"])
def test_one_rule(run, name):
    code, out, err = run("rule", name)
    assert (code, err) == (0, "")
    assert out.startswith("FC101 conflicting, error\n")
    assert "finding     FC101 65 conflicts with 72 (Harbour office, March 2025)" in out
    told = json.loads(run("rule", name, "--format", "json")[1])
    validate(told, "rule")
    assert told["example"]["draft"] == "The ferry carried 65 passengers."
    assert [one["code"] for one in told["findings"]] == ["FC101"]


@pytest.mark.parametrize("code", rules())
def test_every_rule_is_explained(run, code):
    status, out, err = run("rule", code)
    assert (status, err) == (0, "")
    assert out.startswith(code)


@pytest.mark.parametrize(
    ("name", "near"), [("conflictin", "'conflicting'"), ("FC10", "'FC101'"), ("zzz", "known are")]
)
def test_an_unknown_rule(run, name, near):
    code, out, err = run("rule", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"factcheck: there is no rule '{name}'\n")
    assert near in err and "`factcheck rules` lists them" in err
