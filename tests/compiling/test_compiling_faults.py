"""Files with faults: all are told, with file and line, and what was compiled before stays."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from newsroom import Newsroom, many, row

from factcheck import ClaimError, ClaimFaults, NoClaims
from factcheck.compiling import compiler
from factcheck.compiling.opening import opened

GOOD = "".join(f"{json.dumps(one)}\n" for one in many(3))
FAULTS: dict[str, tuple[str, str, str]] = {
    "a broken line": ("a.jsonl", GOOD + '{"id": "x", \n', "a.jsonl:4: not JSON"),
    "no text": ("a.jsonl", GOOD + '{"id": "x"}\n', "a.jsonl:4: .*text"),
    "no object": ("a.jsonl", GOOD + "[]\n", "a.jsonl:4"),
    "two on a line": ("a.jsonl", GOOD.replace("\n", "", 1), "a.jsonl:1: not JSON"),
    "an id twice": ("b.jsonl", GOOD.splitlines()[1], "b.jsonl:1: .*c0001.*a.jsonl:2"),
    "an id twice, in TOML": (
        "b.toml", '[[claim]]\nid = "c0002"\ntext = "It is."\n', "b.toml:2: .*c0002.*a.jsonl:3",
    ),
    "supersedes nobody": (
        "b.jsonl", json.dumps(row("x", supersedes="c9")), "b.jsonl:1: .*no claim of that id",
    ),
    "supersedes itself": ("b.jsonl", json.dumps(row("x", supersedes="x")), "supersedes itself"),
    "a circle": (
        "b.toml",
        '[[claim]]\nid = "x"\ntext = "X is."\nsupersedes = "y"\n'
        '[[claim]]\nid = "y"\ntext = "Y is."\nsupersedes = "x"\n',
        "b.toml:4: .*circle: x → y → x",
    ),
    "no TOML": ("b.toml", '[[claim]]\nid = "x\n', "b.toml:2: not TOML"),
    "an unknown unit": (
        "b.toml",
        '[[claim]]\nid = "x"\ntext = "It weighs 9 foos."\n'
        'figure = [{ text = "9", value = 9, unit = "foo" }]\n',
        "b.toml:4: .*foo",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_and_nothing_half_written(
    newsroom: Newsroom, name: str, content: str, message: str
) -> None:
    newsroom.write("a.jsonl", GOOD)
    before = newsroom.told("Kesfordka has 20 bakeries.")
    generation, notes = newsroom.generation, newsroom.open().notes  # type: ignore[attr-defined]
    was = {path.name: path.read_bytes() for path in newsroom.folder.iterdir()}
    newsroom.write(name, content)
    for _ in range(2):
        with pytest.raises(ClaimFaults, match=message) as error:
            newsroom.open()
        assert len(error.value.faults) == 1
    assert newsroom.generation == generation
    (newsroom.folder / name).unlink()
    for kept, content_before in was.items():
        newsroom.write(kept, content_before)
    assert newsroom.told("Kesfordka has 20 bakeries.") == before
    assert newsroom.read == 0
    newsroom.assert_right()
    assert newsroom.open().notes["memos"] != notes["memos"]  # type: ignore[attr-defined]


def test_what_was_compiled_before_is_still_what_counts(newsroom: Newsroom) -> None:
    """Whoever opened the store goes on with it, and so does a check of the old files."""
    path = newsroom.write("a.jsonl", GOOD)
    view = newsroom.open()
    was, seen = path.stat(), view.get("c0001")
    newsroom.write("a.jsonl", GOOD + "{")
    with pytest.raises(ClaimFaults):
        newsroom.open()
    assert len(view) == 3
    assert view.get("c0001") == seen
    newsroom.write("a.jsonl", GOOD)
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    newsroom.assert_right()


def test_all_faults_of_all_files_at_once(newsroom: Newsroom) -> None:
    newsroom.write("a.jsonl", GOOD + "{\n")
    newsroom.write("b.jsonl", GOOD.splitlines()[0] + '\n{"id": 3}\n')
    newsroom.write("c.toml", '[[claim]]\nid = "x"\ntxt = "It is."\n')
    with pytest.raises(ClaimFaults) as error:
        newsroom.open()
    assert [(Path(f.path).name, f.line) for f in error.value.faults][:2] == [
        ("a.jsonl", 4),
        ("b.jsonl", 1),
    ]
    assert {Path(f.path).name for f in error.value.faults} == {"a.jsonl", "b.jsonl", "c.toml"}


def test_what_was_read_before_a_fault_was_found_is_not_read_again(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiler, "_LIST", 10)
    monkeypatch.setattr(compiler, "_COMMIT", 20)
    newsroom.lines("a.jsonl", [*many(50), many(1)[0]])
    with pytest.raises(ClaimFaults, match="c0000"):
        newsroom.open()
    assert newsroom.home.current() is None
    newsroom.lines("a.jsonl", many(50))
    newsroom.open()
    assert newsroom.read == 10
    newsroom.assert_right()


def test_no_claims(newsroom: Newsroom) -> None:
    with pytest.raises(NoClaims, match="no such file"):
        opened([newsroom.folder / "none"], (), newsroom.locale)
    newsroom.write("a.jsonl", "\n\n")
    with pytest.raises(NoClaims, match="there are no claims"):
        newsroom.open()


def test_a_file_that_changes_while_it_is_read_is_read_again(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking through the files and reading them, the one becomes another."""
    newsroom.lines("a.jsonl", many(5))
    real, left = compiler.records_at, [many(4, 30), many(5, 40)]

    def changing(*arguments: object) -> object:
        if left:
            newsroom.lines("a.jsonl", left.pop())
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(compiler, "records_at", changing)
    assert len(newsroom.open()) == 4
    newsroom.assert_right()


def test_files_that_never_come_to_rest(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.lines("a.jsonl", many(5))
    real, at = compiler.records_at, iter(range(5, 100))

    def changing(*arguments: object) -> object:
        newsroom.lines("a.jsonl", many(5, next(at)))
        return real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(compiler, "records_at", changing)
        with pytest.raises(ClaimError, match="change while they are read"):
            newsroom.open()
    newsroom.assert_right()
