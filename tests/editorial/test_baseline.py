"""The file of what is known: what it says, and what it is known by."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.editorial.baseline import Baseline, Entry, read, written
from factcheck.errors import ConfigError

A = Entry("a.md", "FC101", "65 conflicts", "aa")
B = Entry("b.md", "FC106", "no reference measures 340 clocks", "bb")
FIELD = st.text()


def known(entries, *there):
    return Baseline(entries, lambda path: path in there)


@given(st.lists(st.builds(Entry, FIELD, FIELD, FIELD, FIELD)))
def test_written_and_read_back_is_the_same_in_order(entries):
    text = written(entries)
    assert read(text.encode("utf-8", "backslashreplace"), "b.json") == sorted(entries)


def test_one_entry_a_line_whatever_the_order():
    text = written([B, A])
    assert text == written([A, B])
    lines = text.splitlines()
    assert lines[0] == '{"format": "factcheck-baseline", "version": 1, "entries": ['
    assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == [A._asdict(), B._asdict()]
    assert json.loads(written([])) == {
        "format": "factcheck-baseline", "version": 1, "entries": [],
    }  # fmt: skip


def test_an_entry_is_known_once():
    baseline = known([A], "a.md")
    assert [baseline.knows("a.md", "aa"), baseline.knows("a.md", "aa")] == [True, False]


def test_a_copy_is_new_and_a_renamed_draft_is_not():
    assert not known([A], "a.md", "c.md").knows("c.md", "aa")
    assert known([A], "c.md").knows("c.md", "aa")


def test_own_entries_come_before_those_of_a_draft_that_is_no_more():
    baseline = known([A, A._replace(path="c.md")], "c.md")
    assert [baseline.knows("c.md", "aa") for _ in range(3)] == [True, True, False]


def test_stale_is_what_nothing_was_known_by_in_drafts_that_were_looked_at():
    baseline = known([A, B, Entry("gone.md", "FC101", "", "cc")], "a.md", "b.md")
    baseline.saw("a.md")
    assert baseline.stale == 2  # b.md was not looked at
    baseline.knows("a.md", "aa")
    baseline.knows("a.md", "cc")
    assert baseline.stale == 0


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "b.json:1: this is no JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[]", "no baseline"),
        (b'{"format": "other", "version": 1}', "no baseline"),
        (b'{"format": "factcheck-baseline", "version": 2}', "a newer factcheck"),
        (b'{"format": "factcheck-baseline", "version": true}', "damaged"),
        (b'{"format": "factcheck-baseline"}', "damaged"),
        (b'{"format": "factcheck-baseline", "version": 1, "entries": {}}', "damaged"),
        (b'{"format": "factcheck-baseline", "version": 1, "entries": [1, {}]}', "entries 1, 2"),
        (b"[" * 100_000, "no baseline"),
        (written([A, B]).encode()[:-9], "no JSON"),
        (b'{"format": "factcheck-baseline",\n<<<<<<< ours\n', "b.json:2: a merge left its marks"),
    ],
)
def test_what_is_no_baseline_is_refused_in_words(data, what):
    with pytest.raises(ConfigError) as refused:
        read(data, "b.json")
    assert what in str(refused.value)
    assert refused.value.do
