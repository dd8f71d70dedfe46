"""docs/configuration.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.cli.options import OPTIONS
from factcheck.cli.run.configured import RUN
from factcheck.cli.run.walking import _FOREIGN
from factcheck.config import NAMES
from factcheck.config_drafts import KEYS
from factcheck.config_file import KNOWN, parse

TEXT = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n# (?:\w+/)?(\S+)\n(.*?)```", TEXT, re.DOTALL)
ROWS = [
    [cell.strip() for cell in row.strip("|").split("|")]
    for row in TEXT.splitlines()
    if row.startswith("| `")
]


def test_all_keys_are_in_the_table():
    assert {row[0].strip("`") for row in ROWS} == set(KNOWN)


def test_the_table_tells_settings_of_drafts_from_those_of_the_run():
    told = {row[0].strip("`"): row[1] for row in ROWS}
    of_run = {key for key, kind in told.items() if kind == "run"}
    assert of_run & KEYS.keys() == RUN.keys() - {"min-level"}
    by_path = {key for key, one in KEYS.items() if one.by_path}
    assert all(told[key] == "drafts" for key in by_path)
    (sentence,) = re.findall(r"\*\*Overrides\*\* may set (.*?)\.", TEXT)
    assert set(re.findall("`(.*?)`", sentence)) == by_path


def test_the_options_that_go_before_them_exist():
    flags = {option.flag for option in OPTIONS}
    assert {flag for row in ROWS for flag in re.findall(r"--[\w-]+", row[3])} <= flags
    assert set(re.findall(r"--\w[\w-]+", TEXT)) <= flags


def test_the_files_are_in_their_order():
    assert tuple(re.findall(r"^\d\. `(.*?)`", TEXT, re.MULTILINE)) == NAMES


def test_a_folder_that_is_named_as_left_out_is():
    assert "node_modules" in _FOREIGN


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: value[:12])
def test_examples_are_understood(tmp_path, name, example):
    path = tmp_path / name
    path.write_text(example, encoding="utf-8")
    assert parse(path)


@pytest.mark.parametrize("key", KEYS)
def test_what_a_message_says_to_write_can_be_written(tmp_path, key):
    path = tmp_path / "factcheck.toml"
    path.write_text(KEYS[key].example.replace(" and below it ", "\n"), encoding="utf-8")
    assert parse(path).keys() == {key}
