"""Whatever befalls the folder of an index: the same verdicts, or a clear word; never wrong ones."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from newsroom import Newsroom, Told, many, row

from factcheck import ClaimError
from factcheck.cache import ENVIRONMENT
from factcheck.candidates import embedded
from factcheck.candidates.embedded import EmbeddedSnapshot, Record, Writing
from factcheck.candidates.faults import Damaged
from factcheck.cli import entry
from factcheck.compiling import compiler
from factcheck.compiling.home import Home

ASKED = ("The town of Kesfordka has 20 bakeries.", "The town of Lunwickka has 90 bakeries.")
COUNT = 12
on_posix = pytest.mark.skipif(os.name != "posix", reason="the modes of POSIX")


@pytest.fixture
def right(newsroom: Newsroom) -> list[Told]:
    """What a whole store says."""
    newsroom.lines("a.jsonl", many(COUNT))
    told = newsroom.told(*ASKED)
    assert [one.verdict for one in told] == ["consistent", "conflicting"]
    return told


def piece(folder: Path, suffix: str) -> Path:
    """The first of the files with a suffix."""
    return min(folder.glob(f"*{suffix}"))


def cut(suffix: str, length: int) -> Callable[[Path], object]:
    def damage(folder: Path) -> None:
        path = piece(folder, suffix)
        path.write_bytes(path.read_bytes()[:length])

    return damage


def foreign(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8" * 99)


def another_index(folder: Path) -> None:
    import tantivy

    shutil.rmtree(folder)
    folder.mkdir()
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("title", stored=True)
    index = tantivy.Index(schema.build(), path=str(folder))
    writer = index.writer()
    writer.add_document(tantivy.Document(title="notes"))
    writer.commit()
    del writer


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("in the way")


DAMAGES: dict[str, Callable[[Path], object]] = {
    **{f"{name} cut": cut(name, 30) for name in (".store", ".idx", ".term", ".fieldnorm")},
    **{f"{name} empty": cut(name, 0) for name in (".store", ".idx", ".term", "meta.json")},
    ".store short of a byte": cut(".store", -1),
    "meta.json cut": cut("meta.json", 40),
    "no meta.json": lambda folder: (folder / "meta.json").unlink(),
    "no .store": lambda folder: piece(folder, ".store").unlink(),
    "another folder": foreign,
    "another index": another_index,
    "no folder": shutil.rmtree,
    "a file in its place": a_file,
    "names nothing": lambda folder: (folder.parent / "current").write_text("generation-0"),
    "names another folder": lambda folder: (folder.parent / "current").write_text("../../x"),
    "names no text": lambda folder: (folder.parent / "current").write_bytes(b"\xff\0"),
    "names nothing at all": lambda folder: (folder.parent / "current").write_bytes(b""),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_index_is_silently_made_anew(
    newsroom: Newsroom,
    right: list[Told],
    damage: Callable[[Path], object],
    capfd: pytest.CaptureFixture[str],
) -> None:
    damage(newsroom.generation)
    assert newsroom.told(*ASKED) == right
    assert newsroom.read == COUNT
    newsroom.assert_right()
    assert newsroom.read == 0
    assert len([*newsroom.home.folder.iterdir()]) == 3
    assert capfd.readouterr() == ("", "")


def test_what_another_version_wrote_is_made_anew(
    newsroom: Newsroom, right: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiler, "program", lambda: b"another version!")
    assert newsroom.told(*ASKED) == right
    assert newsroom.read == COUNT
    assert newsroom.told(*ASKED) == right
    assert newsroom.read == 0


@pytest.mark.parametrize("length", [0, 20, -1])
def test_a_damaged_memory_of_the_files_is_noticed(
    newsroom: Newsroom, right: list[Told], length: int
) -> None:
    path = next(newsroom.generation.glob("records-*"))
    path.write_bytes(path.read_bytes()[:length])
    assert newsroom.told(*ASKED) == right  # it is not needed where nothing has changed
    newsroom.lines("a.jsonl", many(COUNT + 1))
    newsroom.assert_right()


def test_a_flipped_memory_of_the_files_doubles_no_claim(
    newsroom: Newsroom, right: list[Told]
) -> None:
    for at in (20, 150, -30, -200):
        path = next(newsroom.generation.glob("records-*"))
        content = bytearray(path.read_bytes())
        content[at] ^= 1
        path.write_bytes(content)
        newsroom.lines("a.jsonl", many(COUNT + 1 + abs(at) % 3))
        newsroom.assert_right()


def tampered(newsroom: Newsroom, change: Callable[[bytearray], object]) -> None:
    """Change what is stored of one claim, and nothing else."""
    view = EmbeddedSnapshot(newsroom.generation)
    ((_, at),) = view._hits(view._term("i", "c0000"), 1)
    body = bytearray(view._body(at))
    change(body)
    keys = ["bakery", "kesfordka", "n:kesfordka"]
    with Writing(newsroom.generation) as writing:
        writing.take_out("c0000")
        writing.add(Record("c0000", "", keys, bytes(body)))
        writing.commit(view.notes)


def flip(at: int) -> Callable[[bytearray], object]:
    def change(body: bytearray) -> None:
        body[at] ^= 4

    return change


CHANGES = {
    "the sum": flip(1),
    "the first byte": flip(4),
    "in the middle": flip(90),
    "near the end": flip(-9),
    "cut": lambda body: body.__delitem__(slice(100, None)),
    "only the sum": lambda body: body.__delitem__(slice(4, None)),
    "nothing": bytearray.clear,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_damaged_claim_is_told_and_never_believed(
    newsroom: Newsroom,
    right: list[Told],
    change: Callable[[bytearray], object],
    capsys: pytest.CaptureFixture[str],
) -> None:
    tampered(newsroom, change)
    with pytest.raises(Damaged, match="index of claims is damaged") as error:
        newsroom.told(*ASKED)
    assert entry.main([ASKED[0], "--claims", str(newsroom.folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "the index of claims is damaged" in said.err
    assert "delete the folder" in said.err
    assert "Traceback" not in said.err
    shutil.rmtree(error.value.where)  # as it says
    assert newsroom.told(*ASKED) == right


def test_flipped_bytes_of_the_stored_claims(newsroom: Newsroom, right: list[Told]) -> None:
    kept = newsroom.home.folder.with_name("kept")
    shutil.copytree(newsroom.home.folder, kept)
    size, outcomes = piece(newsroom.generation, ".store").stat().st_size, set()
    for at in range(3, size, size // 12):
        shutil.rmtree(newsroom.home.folder)
        shutil.copytree(kept, newsroom.home.folder)
        path = piece(newsroom.generation, ".store")
        content = bytearray(path.read_bytes())
        content[at] ^= 0x55
        path.write_bytes(content)
        try:
            assert newsroom.told(*ASKED) == right
            outcomes.add("right")
        except Damaged:
            outcomes.add("told")
    assert outcomes <= {"right", "told"}


class PanicException(BaseException):
    """Named as that of tantivy, which nobody can import."""


def test_what_tantivy_finds_impossible_is_damage(newsroom: Newsroom, right: list[Told]) -> None:
    view = EmbeddedSnapshot(newsroom.generation)

    class Searcher:
        def __getattr__(self, name: str) -> Any:
            raise PanicException("index out of bounds")

    view._searcher = Searcher()  # type: ignore[assignment]
    with pytest.raises(Damaged):
        view.get("c0001")
    assert newsroom.told(*ASKED) == right


FULL = OSError(errno.ENOSPC, "No space left on device")
KILLED = ValueError("An error occurred in a thread: 'An index writer was killed..'")


@pytest.mark.parametrize("fault", [FULL, KILLED], ids=["OSError", "ValueError"])
@pytest.mark.parametrize("call", ["add_document", "commit", "delete_documents_by_term"])
def test_a_full_disk_is_told_and_the_old_index_stays(
    newsroom: Newsroom,
    right: list[Told],
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    call: str,
) -> None:
    newsroom.lines("a.jsonl", [*many(COUNT)[1:], row("new")])
    with monkeypatch.context() as patch:
        patch.setattr(embedded, "_opened", lambda folder: Full(folder, call, fault))
        with pytest.raises(ClaimError, match="cannot be written") as error:
            newsroom.open()
    assert "free some space" in str(error.value)
    newsroom.lines("a.jsonl", many(COUNT))
    assert newsroom.told(*ASKED) == right
    newsroom.assert_right()


class Full:
    """An index whose writer cannot do one thing."""

    def __init__(self, folder: Path, call: str, fault: Exception) -> None:
        import tantivy

        self._index = tantivy.Index.open(str(folder))
        self._call, self._fault = call, fault

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def writer(self, **given: Any) -> Any:
        return Failing(self._index.writer(**given), self._call, self._fault)


class Failing:
    """A writer that cannot do one thing."""

    def __init__(self, writer: Any, call: str, fault: Exception) -> None:
        self._writer, self._call, self._fault = writer, call, fault

    def __getattr__(self, name: str) -> Any:
        if name == self._call:
            self._writer = None  # what the error is told with would keep it locked
            raise self._fault
        return getattr(self._writer, name)


@pytest.mark.parametrize("call", ["write_memos", "FileLock"])
def test_a_disk_that_refuses_the_files_beside_the_index(
    newsroom: Newsroom, right: list[Told], monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    newsroom.lines("a.jsonl", many(COUNT + 1))
    with monkeypatch.context() as patch:
        patch.setattr(compiler, call, refuse)
        with pytest.raises(ClaimError, match="cannot be written: Read-only file system"):
            newsroom.open()
    newsroom.assert_right()


FULL_DISK = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
from factcheck.cli import entry
sys.exit(entry.main(["The town of Kesfordka has 20 bakeries.", "--claims", folder]))
"""


@on_posix
@pytest.mark.parametrize(("room", "old"), [("0", True), ("3000", True), ("3000", False)])
def test_a_disk_that_is_truly_full(newsroom: Newsroom, room: str, old: bool) -> None:
    """The system refuses to let a file grow."""
    if old:
        newsroom.lines("a.jsonl", many(COUNT))
        newsroom.open()
    newsroom.lines("a.jsonl", many(90))
    code, out, err = newsroom.run(FULL_DISK, room)
    assert (code, out) == (2, "")
    assert "the index of claims cannot be written" in err
    assert "Traceback" not in err
    newsroom.assert_right()


def test_a_file_in_the_place_of_the_cache(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    newsroom.lines("a.jsonl", many(3))
    (tmp_path / "file").write_text("in the way")
    for place in (tmp_path / "file", tmp_path / "file" / "deep"):
        monkeypatch.setenv(ENVIRONMENT, str(place))
        with pytest.raises(ClaimError, match="cannot be written") as error:
            newsroom.open()
        assert "name another folder in FACTCHECK_CACHE" in str(error.value)
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_cache(newsroom: Newsroom, right: list[Told]) -> None:
    stores = newsroom.home.folder.parent
    for folder in (newsroom.generation, newsroom.home.folder, stores):
        folder.chmod(0o500)
    newsroom.home.lock.chmod(0o400)
    try:
        assert newsroom.told(*ASKED) == right
        newsroom.lines("a.jsonl", many(COUNT + 1))
        with pytest.raises(ClaimError, match="cannot be written"):
            newsroom.open()
    finally:
        for folder in (stores, newsroom.home.folder, newsroom.generation):
            folder.chmod(0o700)


def test_without_a_cache_everything_is_read_in_one_piece(
    newsroom: Newsroom, right: list[Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "")
    assert not isinstance(newsroom.open(), EmbeddedSnapshot)
    assert newsroom.told(*ASKED) == right


@on_posix
@pytest.mark.parametrize("mode", [0o777, 0o720, 0o702])
def test_a_folder_that_others_can_write_is_not_trusted(
    newsroom: Newsroom, right: list[Told], mode: int
) -> None:
    newsroom.home.folder.chmod(mode)
    assert newsroom.home.current() is None
    assert newsroom.told(*ASKED) == right
    assert newsroom.read == COUNT
    assert newsroom.home.folder.stat().st_mode & 0o777 == 0o700
    newsroom.open()
    assert newsroom.read == 0


@pytest.fixture
def no_owners(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk on which every folder is everybody's."""
    with monkeypatch.context() as patch:
        patch.setattr(Home, "_is_ours", lambda _: False)
        yield


@pytest.mark.usefixtures("no_owners")
def test_a_folder_that_cannot_be_kept_from_others_is_told(newsroom: Newsroom) -> None:
    newsroom.lines("a.jsonl", many(3))
    with pytest.raises(ClaimError, match="others can write"):
        newsroom.open()
