"""Every kind of fault in claim files, with its line; the samples are in faults_*.txt."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.errors import ClaimFaults
from factcheck.frames.stated_units import StatedUnits
from factcheck.store.reader import lint, read_claims


class Sample(NamedTuple):
    """A faulty file: its suffix, its text, what is reported, and the remedy."""

    suffix: str
    text: str
    what: str
    do: str


def samples(suffix):
    content = Path(__file__).with_name(f"faults_{suffix}.txt").read_text(encoding="utf-8")
    for section in content.split("\n=== ")[1:]:
        top, _, text = section.partition("\n---\n")
        name, what, do = top.split("\n")
        what = what.removeprefix("what:").strip()
        do = do.removeprefix("do:").strip()
        yield pytest.param(Sample(suffix, text, what, do), id=f"{suffix}: {name}")


SAMPLES = [*samples("toml"), *samples("jsonl")]


def check(folder, sample, change=lambda text: text):
    """Report the one fault of a sample, after a `change` of its text."""
    path = folder / f"claims.{sample.suffix}"
    path.write_bytes(change(sample.text.replace("»", "")).encode())
    (fault,) = lint([folder], StatedUnits())
    assert fault.path == str(path)
    assert [fault.line] == [n for n, line in enumerate(sample.text.split("\n"), 1) if "»" in line]
    return fault


@pytest.mark.parametrize("sample", SAMPLES)
def test_fault(tmp_path, sample):
    fault = check(tmp_path, sample)
    assert sample.what in fault.what
    assert sample.do in fault.do
    with pytest.raises(ClaimFaults, match=f":{fault.line}: "):
        read_claims([tmp_path], StatedUnits())


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
    ],
    ids=["line ends of Windows", "byte order mark", "no last line end"],
)
def test_the_line_is_right_in_any_file(tmp_path, sample, change):
    assert sample.what in check(tmp_path, sample, change).what


@pytest.mark.parametrize("line", ['{"id": ' + "9" * 5000 + "}", "[" * 100_000])
def test_absurd_json_is_a_fault(tmp_path, line):
    (tmp_path / "a.jsonl").write_text(f'{{"id": "a", "text": "A."}}\n{line}\n')
    (fault,) = lint([tmp_path])
    assert fault.line == 2
    assert "not readable as JSON" in fault.what


def test_all_faults_of_all_files_come_at_once(tmp_path):
    (tmp_path / "a.toml").write_text(
        '[defaults]\ndate = "soon"\n[[claim]]\nid = "one"\ntext = "A.\n\n'
        '[[claim]]\nid = "two"\ntxet = "A."\n\n[[claim]]\nid = "three\n\n'
        '[[claim]]\nid = "four"\ntext = "D."\nsupersedes = "two"\nstatus = "on"\n'
    )
    (tmp_path / "b.jsonl").write_text('{"id": "four", "text": "D."}\n{"id"}\n')
    faults = lint([tmp_path])
    assert [
        (fault.path[-7:].strip("/"), fault.line, fault.what.split(":")[0]) for fault in faults
    ] == [
        ("a.toml", 2, "date"),
        ("a.toml", 5, "not TOML, column 11"),
        ("a.toml", 7, "the claim has no text"),
        ("a.toml", 9, "unknown key 'txet'"),
        ("a.toml", 12, "not TOML, column 12"),
        ("a.toml", 18, "status"),
        ("b.jsonl", 1, "the id 'four' is used twice"),
        ("b.jsonl", 2, "not JSON, column 6"),
    ]
    assert f"{tmp_path / 'a.toml'}:15" in faults[6].what


def test_a_name_in_an_unreadable_part_is_no_further_fault(tmp_path):
    (tmp_path / "a.toml").write_text(
        '[[claim]]\nid = "old"\ntext = oops\n'
        '[[claim]]\nid = "new"\ntext = "A."\nsupersedes = "old"\n'
    )
    assert [fault.line for fault in lint([tmp_path])] == [3]


def test_a_name_that_nothing_has_never_hides_behind_another_fault(tmp_path):
    (tmp_path / "a.toml").write_text(
        '[[claim]]\nid = "one"\ntext = ""\nstatus = "on"\nsupersedes = "gone"\n'
        '[[claim]]\ntext = "No id."\nsupersedes = "lost"\n'
        '[[claim]]\nid = "three"\ntext = oops\n'
        '[[claim]]\nid = "four"\ntext = "D."\nsupersedes = "tree"\n'
        '[[claim]]\nid = "five"\ntext = "E."\nsupersedes = "three"\n'
    )
    (tmp_path / "b.jsonl").write_text('{"id": "six", "supersedes": "away"}\n{"id": "seven"\n')
    found = [(fault.line, fault.what.split(",")[0].split(":")[0]) for fault in lint([tmp_path])]
    assert found == [
        (3, "text"),
        (4, "status"),
        (5, "supersedes names 'gone'"),
        (6, "the claim has no id"),
        (8, "supersedes names 'lost'"),
        (11, "not TOML"),
        (15, "supersedes names 'tree'"),
        (1, "supersedes names 'away'"),
        (1, "the claim has no text"),
        (2, "not JSON"),
    ]


def test_a_name_may_stand_under_a_misspelt_key(tmp_path):
    (tmp_path / "a.toml").write_text(
        '[[claim]]\nidd = "old"\ntext = "A."\n'
        '[[claim]]\nid = "new"\ntext = "B."\nsupersedes = "old"\n'
    )
    assert [fault.line for fault in lint([tmp_path])] == [1, 2]


@pytest.mark.parametrize(
    ("data", "line", "what"),
    [
        (b'[[claim]]\nid = "caf\xe9"\n', 2, "offset 19 (byte 0xe9): likely ISO-8859-1"),
        ('[[claim]]\nid = "a"\n'.encode("utf-16"), 1, "UTF-16"),
    ],
)
def test_a_file_that_is_not_utf8(tmp_path, data, line, what):
    (tmp_path / "a.toml").write_bytes(data)
    (fault,) = lint([tmp_path])
    assert fault.line == line
    assert what in fault.what
    assert "save it as UTF-8" in fault.do


def test_a_very_broken_file_ends(tmp_path):
    (tmp_path / "a.toml").write_text("[[claim]]\nid = \n" * 500)
    assert len(lint([tmp_path])) == 50


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "x = " + "9" * 5000])
def test_absurd_toml_is_a_fault(tmp_path, text):
    (tmp_path / "a.toml").write_text(text)
    (fault,) = lint([tmp_path])
    assert "not " in fault.what
