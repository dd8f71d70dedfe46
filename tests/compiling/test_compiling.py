"""A store on disk is what stands in the files, and only what has changed is read again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from newsroom import Newsroom, Row, many, row

from factcheck import NoClaims
from factcheck.candidates.embedded import EmbeddedSnapshot
from factcheck.compiling import work
from factcheck.compiling.opening import opened

sys.path.append(str(Path(__file__).parents[2] / "bench"))

from claims_generator import facts

Write = Callable[[Newsroom, list[Row]], Path]
FORMS: dict[str, Write] = {
    "lines": lambda newsroom, rows: newsroom.lines("a.jsonl", rows),
    "toml": lambda newsroom, rows: newsroom.toml("a.toml", rows),
}


@pytest.fixture(params=FORMS.values(), ids=FORMS.keys())
def write(request: pytest.FixtureRequest) -> Write:
    """Each way of writing claims."""
    found: Write = request.param
    return found


def test_the_same_as_in_one_piece(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read by several processes."""
    monkeypatch.setattr(work, "_FEW", 100)
    rows = [fact.row() for fact in facts(180, seed=5)]
    newsroom.lines("a.jsonl", rows[:120])
    newsroom.toml("b.toml", rows[120:])
    assert isinstance(newsroom.open(), EmbeddedSnapshot)
    assert newsroom.read == len(rows) > work._FEW
    newsroom.assert_right(*(fact.text(1) for fact in islice(facts(180, seed=5), 0, None, 8)))


def test_few_claims_are_kept_in_one_piece(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = newsroom.lines("a.jsonl", many(3))
    monkeypatch.setattr("factcheck.compiling.opening.SMALL", path.stat().st_size)
    assert not isinstance(newsroom.open(), EmbeddedSnapshot)
    assert newsroom.read == 0
    monkeypatch.setattr("factcheck.compiling.opening.SMALL", path.stat().st_size - 1)
    assert isinstance(newsroom.open(), EmbeddedSnapshot)
    newsroom.assert_right()


def test_what_has_not_changed_is_not_opened(
    newsroom: Newsroom, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(newsroom, many(9))
    newsroom.toml("b.toml", [row("b")])
    newsroom.open()
    assert newsroom.read == 10

    def surveyed(*_: object) -> None:
        raise AssertionError("a file was opened")

    with monkeypatch.context() as patch:
        patch.setattr("factcheck.compiling.compiler.survey", surveyed)
        assert len(newsroom.open()) == 10
    newsroom.toml("b.toml", [row("b", 30)])
    looked: list[str] = []
    survey = __import__("factcheck.compiling.records", fromlist=["survey"]).survey

    def noted(file: object, *rest: object) -> object:
        looked.append(file.name)  # type: ignore[attr-defined]
        return survey(file, *rest)

    monkeypatch.setattr("factcheck.compiling.compiler.survey", noted)
    newsroom.open()
    assert looked == ["claims/b.toml"]
    assert newsroom.read == 1


def test_one_record_at_a_time(newsroom: Newsroom, write: Write) -> None:
    rows = many(8)
    write(newsroom, rows)
    newsroom.assert_right()

    def changed(wanted: int) -> None:
        write(newsroom, rows)
        newsroom.open()
        assert newsroom.read == wanted
        newsroom.assert_right()

    rows[3] = {**rows[3], "text": "The town of Kesford has 77 windmills."}
    changed(1)
    rows.insert(2, row("new", 41, "Newtown"))
    changed(1)
    del rows[0]
    changed(0)
    rows.reverse()
    changed(0)
    rows[1] = {**rows[1], "id": "renamed"}
    changed(1)
    rows[1] = {**rows[1], "note": "a word on it"}
    changed(1)


def test_the_last_of_its_claims_is_taken_out(newsroom: Newsroom, write: Write) -> None:
    rows = [row("a", 20), row("b", 30)]
    write(newsroom, rows)
    assert newsroom.told("Kesford has 30 bakeries.")[0].cited == "b"
    write(newsroom, rows[:1])
    told = newsroom.told("Kesford has 30 bakeries.")[0]
    assert (told.verdict, told.cited) == ("conflicting", "a")
    write(newsroom, [row("a", status="draft")])
    with pytest.raises(NoClaims, match="all claims are drafts"):
        newsroom.open()
    write(newsroom, [])
    with pytest.raises(NoClaims, match="there are no claims"):
        newsroom.open()
    write(newsroom, rows)
    newsroom.assert_right()


def test_files_that_come_and_go(newsroom: Newsroom) -> None:
    first = newsroom.lines("a.jsonl", many(4))
    newsroom.open()
    (newsroom.folder / "deep").mkdir()
    second = newsroom.toml("deep/b.toml", many(3, 10))
    newsroom.open()
    assert newsroom.read == 3
    newsroom.assert_right()
    moved = first.rename(newsroom.folder / "deep" / "z.jsonl")
    newsroom.assert_right()
    assert newsroom.read == 0
    os.utime(moved)
    newsroom.assert_right()
    assert newsroom.read == 0
    second.unlink()
    newsroom.assert_right()
    assert newsroom.read == 0
    assert len(newsroom.open()) == 4
    # the same records from one file into two others
    newsroom.lines("x.jsonl", many(2))
    newsroom.lines("y.jsonl", many(2, 2))
    moved.unlink()
    newsroom.assert_right()
    assert newsroom.read == 0


def test_two_files_change_at_once(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(4))
    newsroom.toml("b.toml", many(4, 10))
    newsroom.open()
    # a claim goes from the one to the other, and one changes in each
    newsroom.lines("a.jsonl", [*many(4), row("c0010", 99)])
    newsroom.toml("b.toml", [*many(2, 12), row("c0011", 98)])
    newsroom.open()
    assert newsroom.read == 2
    newsroom.assert_right()


def test_the_time_of_change_may_be_set_back(newsroom: Newsroom, write: Write) -> None:
    path = write(newsroom, [row("a", 20)])
    before = path.stat()
    assert newsroom.told("Kesford has 20 bakeries.")[0].verdict == "consistent"
    write(newsroom, [row("a", 30)])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert newsroom.told("Kesford has 20 bakeries.")[0].verdict == "conflicting"


STATUSES = ("current", "superseded", "retracted")


@pytest.mark.parametrize("status", STATUSES)
def test_superseding(newsroom: Newsroom, write: Write, status: str) -> None:
    old = row("old", 20, status=status)
    write(newsroom, [old, row("other", 5, "Lunwick")])
    newsroom.assert_right()
    newer = newsroom.toml("newer.toml", [row("newer", 30, supersedes="old")])
    newsroom.assert_right("Kesford has 20 bakeries.", "Kesford has 30 bakeries.")
    (claim,) = [claim for claim in newsroom.claims() if claim.id == "old"]
    assert claim.status == ("superseded" if status == "current" else status)
    write(newsroom, [old, row("other", 6, "Lunwick")])  # nothing that concerns the two
    newsroom.open()
    assert newsroom.read == 1
    newsroom.assert_right()
    newer.unlink()
    newsroom.assert_right("Kesford has 20 bakeries.", "Kesford has 30 bakeries.")
    (claim,) = [claim for claim in newsroom.claims() if claim.id == "old"]
    assert claim.status == status


@pytest.mark.parametrize("weak", ["draft", "retracted"])
def test_what_has_no_power_supersedes_nothing(newsroom: Newsroom, write: Write, weak: str) -> None:
    newer = row("newer", 30, supersedes="old")
    for status in (weak, "current", weak, "superseded"):
        write(newsroom, [row("old"), {**newer, "status": status}])
        newsroom.assert_right("Kesford has 20 bakeries.")
    write(newsroom, [row("old"), row("newer", 30)])
    newsroom.assert_right("Kesford has 20 bakeries.")


def test_drafts_wait(newsroom: Newsroom, write: Write) -> None:
    write(newsroom, [row("a"), row("d", 30, status="draft")])
    view = newsroom.open()
    assert isinstance(view, EmbeddedSnapshot)
    assert len(view) == view.notes["drafts"] == 1
    newsroom.assert_right("Kesford has 30 bakeries.")
    write(newsroom, [row("a"), row("d", 30)])
    newsroom.assert_right("Kesford has 30 bakeries.")
    view = newsroom.open()
    assert isinstance(view, EmbeddedSnapshot)
    assert (len(view), view.notes["drafts"]) == (2, 0)
    write(newsroom, [row("a"), row("d", 30, status="draft")])
    newsroom.assert_right("Kesford has 30 bakeries.")


MARK = b"\xef\xbb\xbf"
ONE = b'{"id": "a", "text": "The town of Kesford has 20 bakeries."}'
TWO = '{"id": "é", "text": "The café of Lunwick\u2028has 30 tables."}'.encode()
LAYOUTS = {
    "byte order mark": MARK + ONE + b"\n" + TWO + b"\n",
    "mark and empty line": MARK + b"\r\n" + ONE + b"\n" + TWO,
    "CRLF": ONE + b"\r\n" + TWO + b"\r\n",
    "blank lines": b"\n \n" + ONE + b"\n\t\n\n" + TWO + b"\n\n",
    "lines of other space": ONE + "\n\u00a0\n\u3000\n".encode() + TWO + b"\n\x0c\n",
    "space around": b"  " + ONE + b" \t\n\t" + TWO + b"  \n",
    "no newline at the end": ONE + b"\n" + TWO,
}


@pytest.mark.parametrize("content", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts_of_lines(newsroom: Newsroom, content: bytes) -> None:
    newsroom.write("a.jsonl", content)
    newsroom.assert_right()
    assert [claim.id for claim in newsroom.claims()] == ["a", "é"]
    newsroom.write("a.jsonl", ONE + b"\n" + TWO + b"\n")
    newsroom.open()
    assert newsroom.read == 0  # the same records, laid out in another way


def test_layouts_of_toml(newsroom: Newsroom) -> None:
    newsroom.toml("a.toml", [row("a"), row("b", 30, "Lunwick")])
    plain = (newsroom.folder / "a.toml").read_bytes()
    newsroom.open()
    for content in (MARK + plain, plain.replace(b"\n", b"\r\n"), plain.strip(), b"# x\n" + plain):
        newsroom.write("a.toml", content)
        newsroom.assert_right()
        assert newsroom.read == 0


def test_defaults_of_a_file_are_part_of_its_claims(newsroom: Newsroom) -> None:
    newsroom.toml("a.toml", [row("a"), row("b", 30, "Lunwick", source="Council")])
    newsroom.open()
    body = (newsroom.folder / "a.toml").read_text()
    for source in ("Police", "Mayor"):
        newsroom.write("a.toml", f'[defaults]\nsource = "{source}"\n{body}')
        newsroom.open()
        assert newsroom.read == 1
        newsroom.assert_right()


def test_units_and_locale_have_stores_of_their_own(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", [
        {"id": "a", "text": "The bridge is 364.4 smoots long."},
        {"id": "b", "text": "Die Stadt Lunwick has 3.500 people."},
    ])  # fmt: skip
    newsroom.assert_right("The bridge is 620 metres long.")
    newsroom.units = ("smoot = 1.7018 metre = smt",)
    newsroom.assert_right("The bridge is 620 metres long.")
    assert newsroom.told("The bridge is 900 metres long.")[0].verdict == "conflicting"
    newsroom.units, newsroom.locale = (), "de"
    newsroom.assert_right("Lunwick has 3500 people.")
    assert newsroom.told("Lunwick has 3500 people.")[0].verdict == "consistent"
    newsroom.locale = "en-GB"
    newsroom.open()
    assert newsroom.read == 0


def test_the_order_of_paths_and_how_they_are_written_do_not_matter(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.lines("a.jsonl", many(3))
    newsroom.open()
    monkeypatch.chdir(newsroom.folder.parent)
    told: list[object] = []
    for path in ("claims", "./claims/", Path("claims/../claims")):
        assert len(opened([path], (), newsroom.locale, lambda *far: told.append(far))) == 3
    assert told == []
