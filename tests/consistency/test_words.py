"""The examples beside the words of data/consistency.toml, run."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from reading import codes

import factcheck

SOURCE = Path(factcheck.__file__).parent / "data" / "consistency.toml"
TABLES = tomllib.loads(SOURCE.read_text())
CASES = [
    (table["rule"], text, kind == "wrong")
    for table in TABLES.values()
    for kind in ("wrong", "right")
    for text in table[kind]
]


@pytest.mark.parametrize(("rule", "text", "wrong"), CASES, ids=lambda case: str(case)[:40])
def test_an_example_breaks_its_rule_or_nothing(rule, text, wrong):
    assert codes(text) == ([rule] if wrong else [])


@pytest.mark.parametrize("name", sorted(TABLES))
def test_words_stand_once_and_in_lower_case(name):
    for listed in TABLES[name].values():
        if isinstance(listed, list) and listed[0] not in TABLES[name]["wrong"]:
            if listed in (TABLES[name]["wrong"], TABLES[name]["right"]):
                continue
            assert len(set(listed)) == len(listed)
            assert [word.lower() for word in listed] == listed
