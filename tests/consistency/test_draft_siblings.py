"""Mistakes that were once missed, each in other words: a class was mended, not a sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from reading import codes

SIBLINGS = tomllib.loads((Path(__file__).parent / "siblings.toml").read_text())
WRONG = [(one["rule"], text) for one in SIBLINGS["class"] for text in one["wrong"]]


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_siblings_of_what_was_missed(rule, text):
    assert codes(text) == [rule]


@pytest.mark.parametrize("text", SIBLINGS["right"])
def test_what_is_near_them_and_right(text):
    assert codes(text) == []
