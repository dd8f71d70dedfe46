"""The cache under several processes and threads, and what importing it costs."""

from __future__ import annotations

import marshal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from factcheck import cache

DATA = {"words": ("a", "ü")}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.ENVIRONMENT, str(tmp_path / "cache"))
    return tmp_path / "cache"


WRITER = """
import sys
from pathlib import Path
from factcheck import cache
own = sys.argv[1].encode()
for number in range(60):
    cache.write_blob("shared", b"key", own * 50_000)
    seen = cache.read_blob("shared", b"key")
    assert seen is not None and bytes(seen) in (b"a" * 50_000, b"b" * 50_000), "torn"
    built = cache.compiled("both", [Path(sys.argv[2])], lambda: {"x": [number]})
    assert list(built) == ["x"]
"""


def test_two_processes_at_once(folder, source):
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, own, str(source)]) for own in ("a", "b")
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    assert not list(folder.glob("*.tmp"))
    assert len(list(folder.glob("shared.*"))) == 1


def test_threads_at_once(source, folder):
    results: list[object] = []

    def work():
        results.extend(cache.compiled("x", [source], lambda: DATA) for _ in range(20))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [DATA] * 80
    assert marshal.loads(cache.read_blob("x", cache.digest_files([source]))) == DATA


def test_importing_it_is_light():
    code = (
        "import sys, types; package = types.ModuleType('factcheck'); "
        "package.__path__ = ['factcheck']; sys.modules['factcheck'] = package; "
        "before = set(sys.modules); import factcheck.cache; "
        "print(*sorted(set(sys.modules) - before))"
    )
    plain = [sys.executable, "-S", "-c", code]
    root = Path(cache.__file__).parents[1]
    loaded = subprocess.run(
        plain, cwd=root, capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    assert not {"pathlib", "tempfile", "hashlib", "struct", "mmap", "random"} & set(loaded)
