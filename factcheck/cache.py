"""Compiled data kept in the user's cache directory, so that a plain run parses nothing.

An entry is used only if it was written by this very code, on this Python, from the same
contents, by this user, and arrived whole. Anything else (stale, torn, foreign, unreadable,
unwritable) is silently built anew or done without. Two processes may write at once: each
writes a file of its own and renames it into place.

`pathlib`, `tempfile`, `hashlib` and `struct` would cost more CPU time to import (1 to 7 ms
each) than everything here takes to run, hence the plain `os` calls.
"""
# ruff: noqa: PTH100, PTH103, PTH105, PTH108, PTH111, PTH117, PTH118, PTH119, PTH120, PTH123, PTH208

from __future__ import annotations

import marshal
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL, 4 ms
except ImportError:  # a Python built without it
    from hashlib import blake2b

if TYPE_CHECKING:
    from pathlib import Path

ENVIRONMENT = "FACTCHECK_CACHE"
_MAGIC = b"factcheck cache\n"
_FORMAT = 1  # of the header below
_DIGEST = 16  # bytes of each digest
_LENGTH = 8  # bytes of the payload's length, big-endian
_HEADER = len(_MAGIC) + 3 * _DIGEST + _LENGTH  # magic, writer, key, checksum, length
_KEPT = 4  # entries of one name: a few checkouts or stores may take turns without thrashing
_ABANDONED = 3600  # seconds after which a temporary file belongs to a writer that was killed
_MAPPED = 1 << 20  # bytes from which a mapping beats reading (its import costs 0.8 ms)


def cache_dir() -> Path | None:
    """Where compiled data is kept; None where it is kept nowhere.

    `FACTCHECK_CACHE` names the directory, and an empty value switches caching off. Else it is
    `factcheck` under XDG_CACHE_HOME or ~/.cache, on macOS under ~/Library/Caches, on Windows
    under LOCALAPPDATA.
    """
    from pathlib import Path

    directory = _directory()
    return Path(directory) if directory else None


def compiled(
    name: str, sources: Sequence[str | os.PathLike[str]], build: Callable[[], object]
) -> object:
    """The result of `build()`, from the cache where `sources` are what they were.

    Args:
        name: what is built, unique in the package ("units").
        sources: the files whose contents the result depends on. The package's own code and
            data always count.
        build: makes the result, of dict, list, tuple, set, frozenset, str, bytes, int, bool
            and None alone. Whatever it raises is passed on.

    Raises:
        ValueError: `build` returned something that cannot be stored, a defect of the caller.
    """
    if not _directory():
        return build()
    try:
        key = digest_files(sources)
    except OSError:
        return build()  # which knows better what to say of a missing file
    return kept(name, key, build)


def load_toml(path: str | os.PathLike[str]) -> dict[str, Any]:
    """A data file as it stands.

    Raises:
        ValueError: it is no TOML; the message names the file.
    """
    import tomllib  # only where something is built

    with open(path, "rb") as file:
        try:
            return tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"{os.fspath(path)}: {error}") from error


def toml_files(folder: str) -> list[str]:
    """The paths of the TOML files in a folder of data, in order of their names."""
    return [f"{folder}/{name}" for name in sorted(os.listdir(folder)) if name.endswith(".toml")]


def kept(name: str, key: bytes, build: Callable[[], object]) -> object:
    """The result of `build()`, from the cache where `key` was seen before.

    Args:
        name: what is built, unique in the package.
        key: a digest of everything outside the package that the result depends on.
        build: as for `compiled`.

    Raises:
        ValueError: `build` returned something that cannot be stored, a defect of the caller.
    """
    directory = _directory()
    if not directory:
        return build()
    entry = _read(directory, name, key, verify=True, map_large=False)
    if entry is not None:
        with suppress(ValueError, TypeError, EOFError):
            return marshal.loads(entry)
    result = build()
    _write(directory, name, key, marshal.dumps(result))  # type: ignore[arg-type] # checked by marshal itself
    return result


def read_blob(name: str, key: bytes, *, verify: bool = True) -> memoryview | None:
    """The payload that `write_blob` stored under `name` and `key`, or None.

    Args:
        name: as given to `write_blob`.
        key: as given to `write_blob`.
        verify: compare the checksum of the whole payload, which reads all of it (13 ms for
            10 MB). Without it only the header and the length are compared, and the caller
            has to check each piece that it uses.

    Returns:
        A read-only view; a large payload is mapped, so that only what is used is read.
    """
    directory = _directory()
    return _read(directory, name, key, verify=verify, map_large=True) if directory else None


def write_blob(name: str, key: bytes, payload: bytes | bytearray | memoryview) -> None:
    """Store `payload` under `name` and `key`, atomically; in vain where the disk refuses.

    Only the newest entries of a name are kept.
    """
    directory = _directory()
    if directory:
        _write(directory, name, key, payload)


def digest_files(paths: Sequence[str | os.PathLike[str]]) -> bytes:
    """A digest of the files' contents, in the order given.

    Raises:
        OSError: a file cannot be read.
    """
    state = blake2b(digest_size=_DIGEST)
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            content = file.read()
        state.update(len(content).to_bytes(_LENGTH, "big"))
        state.update(content)
    return state.digest()


def digest(*parts: bytes | bytearray | memoryview) -> bytes:
    """A digest of `parts` that depends on where each of them ends."""
    state = blake2b(digest_size=_DIGEST)
    for part in parts:
        state.update(len(part).to_bytes(_LENGTH, "big"))
        state.update(part)
    return state.digest()


def _directory() -> str | None:
    given = os.environ.get(ENVIRONMENT)
    if given is not None:
        return os.path.abspath(os.path.expanduser(given)) if given else None
    platform: str = sys.platform  # as a plain str: every branch is type-checked everywhere
    if platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # the XDG specification: ignore these
            base = os.path.expanduser("~/.cache")
    if not os.path.isabs(base):  # no home directory is known
        return None
    return os.path.join(base, "factcheck")


@cache
def program() -> bytes:
    """A digest of this Python and this package: its version, and a stamp of each of its files.

    Results depend on the package's code and data as much as on `sources`; the stamps (path,
    size, time of change) cost 0.8 ms and spare whoever edits it from clearing a cache by hand.
    """
    root = os.path.dirname(os.path.abspath(__file__))
    version = getattr(sys.modules.get("factcheck"), "__version__", "")
    python = f"{sys.implementation.name} {sys.version} {sys.byteorder} {marshal.version}"
    parts = [str(_FORMAT), python, str(version), root, *sorted(_module_stamps(root))]
    return digest(*(part.encode("utf-8", "surrogateescape") for part in parts))


def _module_stamps(root: str) -> list[str]:
    stamps: list[str] = []
    folders = [root]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.name.endswith((".py", ".toml", ".bin")):
                        status = entry.stat()
                        stamps.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
                    elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                        folders.append(entry.path)
        except OSError:
            continue  # a package inside an archive has no stamps, only its version
    return stamps


def _safe(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in name)


def _full_key(name: str, key: bytes) -> bytes:
    return digest(name.encode("utf-8", "surrogateescape"), key)


def _entry_path(directory: str, name: str, full_key: bytes) -> str:
    tag = sys.implementation.cache_tag or sys.implementation.name
    return os.path.join(directory, f"{_safe(name)}.{tag}.{full_key.hex()}.bin")


def _read(
    directory: str, name: str, key: bytes, *, verify: bool, map_large: bool
) -> memoryview | None:
    full_key = _full_key(name, key)
    try:
        with open(_entry_path(directory, name, full_key), "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            if not _is_ours(status) or status.st_size < _HEADER:
                return None
            if map_large and status.st_size >= _MAPPED:
                import mmap

                whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            else:
                whole = memoryview(file.read())
    except (OSError, ValueError):
        return None
    return _payload(whole, full_key, verify=verify)


def _is_ours(status: os.stat_result) -> bool:
    """Whether nobody but this user and the administrator can have written the file."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid in (0, os.geteuid()) and not status.st_mode & 0o022


def _payload(whole: memoryview, full_key: bytes, *, verify: bool) -> memoryview | None:
    at = len(_MAGIC) + 2 * _DIGEST
    if whole[:at] != _MAGIC + program() + full_key:
        return None
    checksum, length = whole[at : at + _DIGEST], whole[at + _DIGEST : _HEADER]
    payload = whole[_HEADER:]
    if len(payload) != int.from_bytes(length, "big"):
        return None
    if verify and blake2b(payload, digest_size=_DIGEST).digest() != checksum:
        return None
    return payload


def _write(directory: str, name: str, key: bytes, payload: bytes | bytearray | memoryview) -> None:
    full_key = _full_key(name, key)
    path = _entry_path(directory, name, full_key)
    checksum = blake2b(payload, digest_size=_DIGEST).digest()
    length = memoryview(payload).nbytes.to_bytes(_LENGTH, "big")
    temporary = f"{path}.{os.urandom(8).hex()}.tmp"
    try:
        os.makedirs(directory, mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(temporary, flags, 0o600)
    except OSError:
        return
    try:
        with open(descriptor, "wb") as file:
            file.write(_MAGIC + program() + full_key + checksum + length)
            file.write(payload)
        os.replace(temporary, path)
    except OSError:
        _remove(temporary)
        return
    _prune(directory, os.path.basename(path))


def _prune(directory: str, written: str) -> None:
    """Remove all but the newest entries of the name, and what killed writers left behind."""
    prefix = written[: -len(".bin") - 2 * _DIGEST]
    now = time.time()
    entries: list[tuple[float, str]] = []
    try:
        with os.scandir(directory) as found:
            for entry in found:
                if entry.name.endswith(".tmp"):
                    if now - entry.stat().st_mtime > _ABANDONED:
                        _remove(entry.path)
                elif entry.name.startswith(prefix) and entry.name != written:
                    entries.append((entry.stat().st_mtime, entry.path))
    except OSError:
        return  # another process is tidying up as well
    for _, path in sorted(entries, reverse=True)[_KEPT - 1 :]:
        _remove(path)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
