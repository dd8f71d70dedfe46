"""What comments to the program mean, and what they are told where they mean nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.base import Mark
from factcheck.editorial.directives import Verb, suppressible, understood, verbs
from factcheck.editorial.rules import rule_named, rules

EXAMPLES = [
    pytest.param(verb, example, id=example["words"])
    for verb, told in verbs().items()
    for example in told["examples"]
]


def told(words):
    return understood(Mark(words, 0))


def test_the_data_has_every_verb_and_no_other():
    assert set(verbs()) == {verb.value for verb in Verb}
    for entry in verbs().values():
        assert set(entry) == {"does", "where", "also", "examples"}
        assert not set(entry["also"]) & set(verbs())


@pytest.mark.parametrize(("verb", "example"), EXAMPLES)
def test_examples_are_understood(verb, example):
    directive, fault = told(example["words"])
    assert fault == ""
    assert directive.verb == verb
    assert directive.blanket == (not example["rules"])
    named = tuple(example["rules"].split()) or suppressible()
    assert (directive.rules, directive.reason) == (named, example["reason"])


@pytest.mark.parametrize(
    ("verb", "also"), [(verb, also) for verb, entry in verbs().items() for also in entry["also"]]
)
def test_words_of_other_tools_are_suggested_and_not_obeyed(verb, also):
    directive, fault = told(f"factcheck {also}")
    assert directive is None
    assert f"did you mean “{verb}”" in fault


def test_every_rule_can_be_named_by_code_and_by_name():
    for code in suppressible():
        for spelling in (code, code.lower(), rules()[code].name):
            assert told(f"factcheck ignore {spelling}")[0].rules == (code,)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("factcheck", "says nothing behind"),
        ("factcheck:", "says nothing behind"),
        ("factcheck ignore-nxt FC101", "did you mean “ignore-next”"),
        ("factcheck zebra", "there are off, on, ignore-next, ignore, ignore-file"),
        ("factcheck ignore FC11", "“FC11” names no rule; did you mean “FC101”?"),
        ("factcheck ignore conflictng", "did you mean “conflicting”?"),
        ("factcheck ignore zebra", "a reason stands behind a colon"),
        ("factcheck ignore FC901", "FC901 is about the check itself"),
    ],
)
def test_what_is_not_understood_is_told_and_does_nothing(words, fault):
    directive, message = told(words)
    assert directive is None
    assert fault in message


def test_known_rules_count_beside_an_unknown_word():
    directive, fault = told("factcheck ignore FC101 checked by phone")
    assert (directive.rules, directive.blanket) == (("FC101",), False)
    assert "“checked” names no rule" in fault


@given(st.text())
def test_any_words_are_understood_or_told_of(words):
    directive, fault = told(f"factcheck {words}")
    assert directive is not None or fault
    if directive is not None:
        assert directive.rules
        assert all(rule_named(code) for code in directive.rules)


def test_the_documentation_shows_comments_that_are_understood():
    text = (Path(__file__).parents[2] / "docs" / "suppressing.md").read_text(encoding="utf-8")
    shown = re.findall(r"<!-- (factcheck .*?) -->", text)
    assert {told(words)[0].verb for words in shown} == set(Verb)
    assert [told(words)[1] for words in shown] == [""] * len(shown)
    for verb in verbs():
        assert f"`factcheck {verb}" in text
