"""A new status in the file as somebody wrote it: nothing else moves."""

from __future__ import annotations

import json
import tomllib

import pytest

from factcheck.errors import ClaimError
from factcheck.store.confirming import confirm, to_confirm
from factcheck.store.edit import ClaimEditor
from factcheck.store.located import read_located

TOML = """\
# The ferries, by hand

[defaults]
status = "draft"

[[claim]]   # first
id = "a"
text = \"\"\"
The ferries call at 22 piers.
\"\"\"
status   =   'draft'   # not yet
[[claim.figure]]
text = "22"
value = 2_2

# between the two

[[claim]]
id = " b "
text = "A ferry has a crew of 5."

[[claim.figure]]
text = "5"
counted = "sailors"  # who
"""


def set_status(path, ids, status):
    editor = ClaimEditor([path])
    editor.apply(editor.set_status(path, ids, status))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(TOML.encode())
    return path


def test_one_line_changes(file):
    set_status(file, {"a"}, "current")
    before, after = TOML.splitlines(), file.read_text(encoding="utf-8").splitlines()
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [("status   =   'draft'   # not yet", 'status   =   "current"   # not yet')]


def test_a_default_is_overridden_in_the_claim(file):
    set_status(file, {"a", "b"}, "current")
    added = [line for line in file.read_text(encoding="utf-8").splitlines() if line not in TOML]
    assert added == ['status   =   "current"   # not yet', 'status = "current"']
    assert {one.claim.status for one in read_located([file]).all.values()} == {"current"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_marks_stay(file, mark):
    file.write_bytes(mark + TOML.replace("\n", "\r\n").encode())
    set_status(file, {"a", "b"}, "current")
    data = file.read_bytes()
    assert data.startswith(mark + b"# The ferries")
    assert data.count(b"\n") == data.count(b"\r\n") == TOML.count("\n") + 1
    assert tomllib.loads(data.removeprefix(mark).decode())["claim"][1]["status"] == "current"


def test_only_the_status_of_a_json_line_changes(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [
        '{"id":"a","text":"A \\"status\\": \\"draft\\"\u2028 of 1.50","status" : "draft",'
        '"figure":[{"text":"1.50","value":1.500000000000000000001}]}',
        "",
        '{"id": "b", "text": "2", "status": "draft"}\r',
    ]
    path.write_bytes("\n".join(lines).encode())
    set_status(path, {"a"}, "current")
    after = path.read_bytes().decode().split("\n")
    assert after[1:] == lines[1:]
    assert after[0] == lines[0].replace('"status" : "draft"', '"status" : "current"')
    set_status(path, {"b"}, "current")
    assert [json.loads(line)["status"] for line in after[:1]] == ["current"]
    assert path.read_bytes().decode().endswith('"status": "current"}\r')


def test_confirming(file):
    other = file.with_name("b.jsonl")
    other.write_text(
        '{"id": "c", "text": "3 piers", "status": "draft"}\n'
        '{"id": "d", "text": "4", "status": "retracted"}\n{"id": "e", "text": "5"}\n',
        encoding="utf-8",
    )
    claims = read_located([file.parent])
    assert [one.claim.id for one in to_confirm(claims, ["c", "a", "c", "e"])] == ["c", "a"]
    with pytest.raises(ClaimError) as caught:
        to_confirm(claims, ["a", "d", "x"])
    assert "b.jsonl:2: 'd' is retracted" in str(caught.value)
    said = str(caught.value).splitlines()
    assert "  there is no claim 'x'" in said
    assert all(line.startswith("  ") for line in said[1:])
    assert str(caught.value).count("factcheck claims list") == 1
    confirm(to_confirm(claims, ["c", "a"]))
    after = read_located([file.parent]).all
    assert {name: str(one.claim.status) for name, one in after.items()} == {
        "a": "current", "b": "draft", "c": "current", "d": "retracted", "e": "current",
    }  # fmt: skip


def test_what_is_no_draft_any_more_is_left_as_it_is(file):
    drafts = to_confirm(read_located([file]), ["a"])
    set_status(file, {"a"}, "retracted")
    with pytest.raises(ClaimError, match="in the meantime: it is no draft any more"):
        confirm(drafts)
    assert 'status   =   "retracted"' in file.read_text()
