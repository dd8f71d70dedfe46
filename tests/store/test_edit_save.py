"""Writing claim files: whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from factcheck.errors import ClaimError
from factcheck.exchange.saving import replacing
from factcheck.store import edit_save
from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_values import accepted

TEXT = '[[claim]]\nid = "a"\ntext = "There are 3."\n'
NEW = accepted({"note": "New."})
# A process that edits a claim, and dies where `{where}` is called.
DYING = """
import os, sys
from pathlib import Path
from factcheck.store.edit import ClaimEditor
def die(*given): os._exit(9)
{where} = die
editor = ClaimEditor([sys.argv[1]])
editor.apply(editor.change("a", {{"note": "New."}}))
"""
ADDING = """
import sys
from factcheck.errors import ClaimError
from factcheck.store.edit import ClaimEditor
for n in range(5):
    while True:
        editor = ClaimEditor([sys.argv[1]])
        try:
            editor.apply(editor.add({"id": f"{sys.argv[2]}-{n}", "text": "3."}, editor.files[0]))
        except ClaimError as error:
            assert "somebody else" in str(error), error
            continue
        break
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "claims"
    folder.mkdir()
    found = folder / "a.toml"
    found.write_text(TEXT)
    return found


def alone(path):
    """Whether nothing was left beside a file."""
    return [found.name for found in path.parent.iterdir()] == [path.name]


def edited(path):
    editor = ClaimEditor([path])
    return editor, editor.change("a", NEW)


def test_the_mode_stays(path):
    path.chmod(0o640)
    editor, edit = edited(path)
    editor.apply(edit)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert alone(path)


def test_a_link_stays_a_link(path, tmp_path):
    real = tmp_path / "elsewhere" / "real.toml"
    real.parent.mkdir()
    path.rename(real)
    path.symlink_to(real)
    editor, edit = edited(path)
    editor.apply(edit)
    assert path.is_symlink()
    assert "New." in real.read_text()
    assert alone(real)


def test_somebody_elses_change_is_never_overwritten(path):
    editor, edit = edited(path)
    path.write_text(TEXT + "# a remark\n")
    with pytest.raises(ClaimError, match=r"(?s)a\.toml: somebody else has changed.*run this again"):
        editor.apply(edit)
    assert path.read_text() == TEXT + "# a remark\n"
    editor.apply(editor.change("a", NEW))  # from the file as it is now
    assert path.read_text() == TEXT + 'note = "New."\n# a remark\n'


def test_a_file_that_somebody_else_made(path):
    editor = ClaimEditor([path.parent])
    other = path.parent / "b.toml"
    edit = editor.add({"id": "b", "text": "There are 4."}, other)
    other.write_text("# mine\n")
    with pytest.raises(ClaimError, match="somebody else"):
        editor.apply(edit)
    assert other.read_text() == "# mine\n"


def test_a_file_that_somebody_else_removed(path):
    editor, edit = edited(path)
    keep = path.parent / "b.toml"
    keep.write_text("")
    path.unlink()
    with pytest.raises(ClaimError):
        editor.apply(edit)
    assert not path.exists()


def test_a_read_only_file(path):
    path.chmod(0o444)
    editor, edit = edited(path)
    with pytest.raises(ClaimError, match=r"(?s)read-only; nothing was written.*chmod"):
        editor.apply(edit)
    assert path.read_text() == TEXT


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_read_only_folder(path):
    path.parent.chmod(0o555)
    editor, edit = edited(path)
    with pytest.raises(ClaimError, match="cannot be written: Permission denied"):
        editor.apply(edit)
    path.parent.chmod(0o755)
    assert path.read_text() == TEXT
    assert alone(path)


@pytest.mark.parametrize("where", ["os.fsync", "os.open"])
def test_a_full_disk_or_a_folder_that_refuses(path, monkeypatch, where):
    def refuse(*given, **named):
        raise OSError(errno.ENOSPC, "No space left on device")

    _, edit = edited(path)
    with edit_save.locked():
        monkeypatch.setattr(edit_save.os, where.partition(".")[2], refuse)
        with pytest.raises(ClaimError, match=r"(?s)No space left on device; nothing.*room"):
            edit_save.write(edit)
    monkeypatch.undo()
    assert path.read_text() == TEXT
    assert alone(path)


def test_an_interrupt_leaves_nothing_behind(path, monkeypatch):
    def interrupt(*given):
        raise KeyboardInterrupt

    editor, edit = edited(path)
    monkeypatch.setattr(edit_save.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        editor.apply(edit)
    assert path.read_text() == TEXT
    assert alone(path)


@pytest.mark.parametrize("where", ["os.fsync", "Path.replace"])
def test_a_crash_in_the_middle_loses_nothing(path, where):
    ended = subprocess.run([sys.executable, "-c", DYING.format(where=where), path], check=False)
    assert ended.returncode == 9
    assert path.read_text() == TEXT
    editor, edit = edited(path.parent)  # what the dead one left is no claim file
    left = [found for found in path.parent.iterdir() if found != path]
    assert len(left) == 1
    for found in left:
        os.utime(found, (0, 0))
    editor.apply(edit)
    assert "New." in path.read_text()
    assert alone(path)


def test_many_writers_at_once_lose_nothing(path):
    writers = [
        subprocess.Popen([sys.executable, "-c", ADDING, path, name]) for name in ("x", "y", "z")
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    made = {f"{name}-{n}" for name in "xyz" for n in range(5)}
    assert ClaimEditor([path]).ids() == {"a", *made}
    assert alone(path)


def test_the_lock_is_kept_away_from_the_claims(path, tmp_path, monkeypatch):
    with edit_save.locked():
        assert (tmp_path / "cache" / "claims.lock").exists()
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE", str(blocked / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    editor, edit = edited(path)
    editor.apply(edit)  # the lock goes to the system's folder for temporary files
    assert list(tmp_path.glob("factcheck-*-claims.lock"))
    assert "New." in path.read_text()
    assert alone(path)


def test_a_lock_that_is_never_released(path, monkeypatch):
    monkeypatch.setattr(edit_save, "_PATIENCE", 0.05)
    editor, edit = edited(path)
    with edit_save.locked(), pytest.raises(ClaimError, match=r"(?s)another factcheck.*run this"):
        editor.apply(edit)
    assert path.read_text() == TEXT


def test_other_files_are_read_again_before_an_edit_is_made(path):
    editor = ClaimEditor([path.parent])
    edit = editor.add({"id": "b", "text": "4."}, path)
    Path(path.parent / "b.toml").write_text('[[claim]]\nid = "b"\ntext = "5."\n')
    with pytest.raises(ClaimError, match="'b' is used twice"):
        editor.apply(edit)
    assert path.read_text() == TEXT


def test_what_a_dead_writer_left_of_a_strangely_named_file_is_removed(path):
    odd = path.with_name("[a].toml")
    odd.write_text(TEXT.replace('"a"', '"odd"'))
    left = path.with_name(".[a].toml.0123456789ab.tmp")
    left.write_text("half")
    os.utime(left, (0, 0))
    editor = ClaimEditor([odd])
    editor.apply(editor.change("odd", NEW))
    assert not left.exists()


def test_there_is_one_way_to_replace_a_file(path, monkeypatch):
    """Exports and imports have their folder on the disk, too, once they are done."""
    synced = []
    monkeypatch.setattr(edit_save, "_settle", synced.append)
    with replacing(path) as temporary:
        temporary.write_text("new")
    assert (path.read_text(), synced) == ("new", [path.parent])
    assert alone(path)
