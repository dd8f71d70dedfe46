"""The cache: whatever happens to its files, the result is right."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from factcheck import cache

DATA = {"words": ("a", "ü"), "numbers": [1, -(10**30), True, None], "set": frozenset({"x"})}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.ENVIRONMENT, str(tmp_path / "cache"))
    return tmp_path / "cache"


class Build:
    """A build function that counts how often it ran."""

    def __init__(self, result=DATA):
        self.result = result
        self.runs = 0

    def __call__(self):
        self.runs += 1
        return self.result


def entry(folder):
    (found,) = folder.glob("*.bin")
    return found


def test_the_second_time_nothing_is_built(source):
    build = Build()
    assert [cache.compiled("x", [source], build) for _ in range(3)] == [DATA] * 3
    assert build.runs == 1


def test_sources_may_be_texts(source):
    build = Build()
    cache.compiled("x", [source], build)
    assert cache.compiled("x", [str(source)], build) == DATA
    assert build.runs == 1


def test_a_changed_source_is_built_again_and_the_old_result_comes_back_with_the_old_content(source):
    build = Build()
    cache.compiled("x", [source], build)
    source.write_text("two")
    cache.compiled("x", [source], build)
    assert build.runs == 2
    source.write_text("one")
    cache.compiled("x", [source], build)
    assert build.runs == 2


def test_the_border_between_sources_counts(tmp_path):
    (tmp_path / "a").write_text("12")
    (tmp_path / "b").write_text("3")
    build = Build()
    cache.compiled("x", [tmp_path / "a", tmp_path / "b"], build)
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("23")
    cache.compiled("x", [tmp_path / "a", tmp_path / "b"], build)
    assert build.runs == 2


def test_names_are_kept_apart(source):
    cache.compiled("x", [source], Build("one"))
    assert cache.compiled("y", [source], Build("two")) == "two"


def test_names_that_fold_to_one_file_name_are_kept_apart(source):
    cache.compiled("a/b", [source], Build("one"))
    assert cache.compiled("a:b", [source], Build("two")) == "two"
    assert cache.compiled("../../a", [source], Build("three")) == "three"


def flip(position):
    def damage(path):
        data = bytearray(path.read_bytes())
        data[position] ^= 1
        path.write_bytes(data)

    return damage


def cut(length):
    def damage(path):
        path.write_bytes(path.read_bytes()[:length])

    return damage


DAMAGES = {
    "empty": cut(0),
    "magic only": cut(16),
    "cut in the header": cut(40),
    "header only": cut(72),
    "cut in the payload": cut(-1),
    "grown": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "foreign": lambda path: path.write_bytes(b"\x7fELF" * 50),
    "text": lambda path: path.write_text("hello"),
    "magic": flip(0),
    "writer": flip(20),
    "key": flip(40),
    "checksum": flip(50),
    "length": flip(71),
    "first byte of the payload": flip(72),
    "last byte of the payload": flip(-1),
    "zeros": lambda path: path.write_bytes(b"\0" * path.stat().st_size),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_entry_is_built_again_and_replaced(folder, source, damage):
    build = Build()
    cache.compiled("x", [source], build)
    damage(entry(folder))
    assert cache.compiled("x", [source], build) == DATA
    assert cache.compiled("x", [source], build) == DATA
    assert build.runs == 2


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_blob_is_none(folder, damage):
    cache.write_blob("x", b"key", b"payload")
    damage(entry(folder))
    assert cache.read_blob("x", b"key") is None


def test_every_single_flipped_byte_is_noticed(folder):
    cache.write_blob("x", b"key", b"a payload of some length")
    path = entry(folder)
    whole = path.read_bytes()
    for position in range(len(whole)):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0x40]) + whole[position + 1 :])
        assert cache.read_blob("x", b"key") is None, position
    path.write_bytes(whole)
    assert cache.read_blob("x", b"key") == b"a payload of some length"


def test_a_sound_entry_that_is_no_marshal_data_is_built_again(source):
    cache.write_blob("x", cache.digest_files([source]), b"no marshal data")
    assert cache.compiled("x", [source], Build()) == DATA


def test_other_code_reads_nothing_of_ours(source, monkeypatch):
    build = Build()
    cache.compiled("x", [source], build)
    monkeypatch.setattr(cache, "program", lambda: b"another version!")
    cache.compiled("x", [source], build)
    assert build.runs == 2


def test_a_changed_module_is_other_code(tmp_path):
    (tmp_path / "room").mkdir()
    module = tmp_path / "room" / "code.py"
    module.write_text("one")
    before = cache._module_stamps(str(tmp_path))
    os.utime(module, (1, 1))
    assert len(before) == 1
    assert cache._module_stamps(str(tmp_path)) != before


def test_an_empty_setting_switches_caching_off(source, monkeypatch, folder):
    monkeypatch.setenv(cache.ENVIRONMENT, "")
    build = Build()
    for _ in range(2):
        assert cache.compiled("x", [source], build) == DATA
    cache.write_blob("x", b"key", b"payload")
    assert build.runs == 2
    assert cache.read_blob("x", b"key") is None
    assert cache.cache_dir() is None
    assert not folder.exists()


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/factcheck"),
        ("linux", {"XDG_CACHE_HOME": ""}, "/home/me/.cache/factcheck"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/me/.cache/factcheck"),
        ("linux", {}, "/home/me/.cache/factcheck"),
        ("darwin", {"XDG_CACHE_HOME": "/x"}, "/home/me/Library/Caches/factcheck"),
        ("win32", {"LOCALAPPDATA": "/app"}, "/app/factcheck"),
        ("linux", {cache.ENVIRONMENT: "/else"}, "/else"),
        ("linux", {cache.ENVIRONMENT: "~/else"}, "/home/me/else"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="the paths are written as on POSIX")
def test_cache_dir(platform, environment, expected, monkeypatch):
    for name in (cache.ENVIRONMENT, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/me")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.cache_dir() == Path(expected)


def test_a_cache_directory_that_is_a_file_is_done_without(source, folder):
    folder.write_text("in the way")
    build = Build()
    for _ in range(2):
        assert cache.compiled("x", [source], build) == DATA
    assert build.runs == 2
    assert folder.read_text() == "in the way"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_cache_directory_is_done_without(source, folder):
    folder.mkdir()
    folder.chmod(0o500)
    assert cache.compiled("x", [source], Build()) == DATA
    assert list(folder.iterdir()) == []
    folder.chmod(0o700)


@pytest.mark.parametrize("call", ["makedirs", "open", "replace"])
def test_a_disk_that_refuses_is_done_without(source, folder, monkeypatch, call):
    def refuse(*args, **kwargs):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        assert cache.compiled("x", [source], Build()) == DATA
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_directory_in_the_place_of_an_entry_is_done_without(folder, source):
    cache.compiled("x", [source], Build())
    path = entry(folder)
    path.unlink()
    path.mkdir()
    assert cache.compiled("x", [source], Build()) == DATA


def test_a_missing_source_is_left_to_the_builder(tmp_path):
    def build():
        raise FileNotFoundError("as the builder says it")

    with pytest.raises(FileNotFoundError, match="as the builder says it"):
        cache.compiled("x", [tmp_path / "missing"], build)


def test_what_build_raises_is_passed_on_and_nothing_kept(source, folder):
    def build():
        raise LookupError("broken data")

    with pytest.raises(LookupError):
        cache.compiled("x", [source], build)
    assert not folder.exists()


def test_what_cannot_be_stored_is_a_defect(source):
    with pytest.raises(ValueError, match="unmarshallable"):
        cache.compiled("x", [source], Build(object()))


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_nobody_else_can_read_or_write_entries(folder):
    old = os.umask(0)
    try:
        cache.write_blob("x", b"key", b"payload")
    finally:
        os.umask(old)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert entry(folder).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="file modes")
@pytest.mark.parametrize(
    ("mode", "used"), [(0o600, True), (0o644, True), (0o620, False), (0o602, False)]
)
def test_an_entry_that_others_may_write_is_not_trusted(folder, mode, used):
    cache.write_blob("x", b"key", b"payload")
    entry(folder).chmod(mode)
    assert (cache.read_blob("x", b"key") is not None) is used


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="file owners")
def test_an_entry_of_another_user_is_not_trusted(folder, monkeypatch):
    cache.write_blob("x", b"key", b"payload")
    real = os.fstat

    def of_a_stranger(descriptor):
        values = list(real(descriptor))
        values[4] = os.geteuid() + 1
        return os.stat_result(values)

    monkeypatch.setattr(os, "fstat", of_a_stranger)
    assert cache.read_blob("x", b"key") is None


@pytest.mark.parametrize("size", [0, 1, 1000, cache._MAPPED + 5])
def test_blobs_come_back_as_they_were(size):
    payload = bytes(range(256)) * (size // 256 + 1)
    payload = payload[:size]
    for given in (payload, bytearray(payload), memoryview(payload)):
        cache.write_blob("x", b"key", given)
        for verify in (True, False):
            assert cache.read_blob("x", b"key", verify=verify) == payload
    assert cache.read_blob("x", b"other") is None
    assert cache.read_blob("y", b"key") is None


def test_a_mapped_blob_survives_its_replacement(folder):
    old = b"1" * (cache._MAPPED + 1)
    cache.write_blob("x", b"key", old)
    view = cache.read_blob("x", b"key")
    cache.write_blob("x", b"key", b"2" * len(old))
    assert view == old
    assert bytes(cache.read_blob("x", b"key")[:1]) == b"2"


def test_without_verifying_length_and_key_still_count(folder):
    cache.write_blob("x", b"key", b"payload")
    path = entry(folder)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"!")
    assert cache.read_blob("x", b"key") is None
    assert cache.read_blob("x", b"key", verify=False) == b"payloa!"
    path.write_bytes(whole[:-1])
    assert cache.read_blob("x", b"key", verify=False) is None


def test_only_the_newest_entries_of_a_name_are_kept(folder):
    cache.write_blob("other", b"key", b"stays")
    cache.write_blob("x-ray", b"key", b"stays too")
    for number in range(cache._KEPT + 3):
        cache.write_blob("x", b"%d" % number, b"payload")
        for path in folder.glob("x.*"):  # file times may be as coarse as two seconds
            status = path.stat()
            os.utime(path, (status.st_atime, status.st_mtime - 10))
    kept = [n for n in range(cache._KEPT + 3) if cache.read_blob("x", b"%d" % n) is not None]
    assert kept == list(range(3, cache._KEPT + 3))
    assert cache.read_blob("other", b"key") is not None
    assert cache.read_blob("x-ray", b"key") is not None


def test_what_a_killed_writer_left_is_removed_later(folder):
    folder.mkdir()
    old, new = folder / "a.tmp", folder / "b.tmp"
    for path in (old, new):
        path.write_text("half")
    os.utime(old, (1, 1))
    cache.write_blob("x", b"key", b"payload")
    assert not old.exists()
    assert new.exists()
