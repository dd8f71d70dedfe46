"""The rules: their examples are run, and docs/rules.md says what the data says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from factcheck.cli.rule_example import claims_of, found_in
from factcheck.editorial.rules import rule_named, rules
from factcheck.model.diagnostic import Severity

ROOT = Path(__file__).parents[2]
WITHOUT_EXAMPLE = {"FC903"}  # it needs a file, not a text
KEYS = {
    "reference", "reference_status", "reference_source", "rival", "rival_source", "superseded",
    "superseded_source", "draft",
}  # fmt: skip


@pytest.mark.parametrize("code", rules())
def test_every_rule_is_told_in_full(code):
    rule = rules()[code]
    assert rule.severity in Severity
    assert rule.name and rule.name == rule.name.lower() and " " not in rule.name
    assert rule.summary[0].islower() and not rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert set(rule.example) <= KEYS
    assert ("draft" in rule.example) == (code not in WITHOUT_EXAMPLE)


def test_names_are_unique():
    assert len({rule.name for rule in rules().values()}) == len(rules())


@pytest.mark.parametrize("code", sorted(set(rules()) - WITHOUT_EXAMPLE))
def test_the_example_breaks_its_rule(code):
    found = found_in(rules()[code])
    assert found, code
    assert [one.code for one in found] == [code] * len(found)
    assert found[0].severity is rules()[code].severity


@pytest.mark.parametrize("code", ["FC101", "FC102", "FC103", "FC104", "FC105", "FC106", "FC107"])
def test_the_example_breaks_no_other_rule_of_its_hundred(code):
    from factcheck.checker import Checker

    example = rules()[code].example
    review = Checker(claims_of(example)).review(example["draft"])
    assert [one.code for one in review.diagnostics if one.code.startswith("FC1")] == [code]


@pytest.mark.parametrize("text", ["FC101", "fc101", "conflicting", "Conflicting"])
def test_a_rule_has_a_code_and_a_name(text):
    assert rule_named(text) is rules()["FC101"]


def test_an_unknown_rule_is_none():
    assert rule_named("FC999") is None


def test_the_page_says_what_the_data_says():
    spec = importlib.util.spec_from_file_location("rules_page", ROOT / "scripts" / "rules_page.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == module.page()
