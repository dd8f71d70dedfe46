"""Giving claims another status where they stand, and writing a file in one piece."""

from __future__ import annotations

import codecs
import json
import os
import tomllib
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from factcheck.errors import ClaimError, OutputError

_SPACE = " \t"


def set_status(path: Path, ids: Collection[str], status: str) -> None:
    """Give claims of a file a status; everything else stays as it was written.

    Args:
        path: a `.toml` or `.jsonl` file without faults.
        ids: claims that are all in it.
        status: the new status.

    Raises:
        ClaimError: the file cannot be read, has changed meanwhile, or is written in a way that
            cannot be kept.
        OutputError: it cannot be written.
    """
    try:
        before = path.read_bytes()
    except OSError as error:
        raise ClaimError(f"the file cannot be read: {error.strerror}", where=str(path)) from error
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    text = before.removeprefix(mark).decode("utf-8")
    is_json = path.suffix.lower() == ".jsonl"
    after = (_in_jsonl if is_json else _in_toml)(text, ids, status, str(path))
    data = mark + after.encode("utf-8")
    if path.read_bytes() != before:
        raise ClaimError(
            "somebody else has changed the file just now", where=str(path), do="try again"
        )
    write_whole(path, data)


def _in_toml(text: str, ids: Collection[str], status: str, where: str) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    windows = "\r\n" in text
    plain = text.replace("\r\n", "\n")
    lost = ClaimError(
        "the file is written in a way that cannot be edited without loss",
        where=where,
        do=f'write status = "{status}" by hand',
    )
    try:
        document: Any = tomlkit.parse(plain)
    except TOMLKitError as error:
        raise lost from error
    wanted: dict[str, Any] = tomllib.loads(plain)
    for table, expected in zip(document["claim"], wanted["claim"], strict=True):
        if str(expected["id"]).strip() in ids:
            table["status"] = expected["status"] = status
    after: str = tomlkit.dumps(document)
    # tomlkit moves a table that stands between two of a list, and the comments with it
    if tomllib.loads(after) != wanted or _others(after) != _others(plain):
        raise lost
    return after.replace("\n", "\r\n") if windows else after


def _others(text: str) -> list[str]:
    """The lines that a change of status must leave alone."""
    return [line for line in text.split("\n") if "status" not in line]


def _in_jsonl(text: str, ids: Collection[str], status: str, where: str) -> str:
    """Only the status of a line is exchanged: numbers stay as exact as they are written."""
    lines = text.split("\n")  # never splitlines: a text may hold other line ends
    for number, line in enumerate(lines):
        if not line.strip() or str(json.loads(line).get("id", "")).strip() not in ids:
            continue
        places = [span for key, *span in _members(line) if key == "status"]
        if not places:  # it is current, in a file that has no defaults
            raise ClaimError("the claim has no status", where=f"{where}:{number + 1}")
        start, end = places[-1]
        lines[number] = line[:start] + json.dumps(status) + line[end:]
    return "\n".join(lines)


def _members(line: str) -> Iterator[tuple[str, int, int]]:
    """Each key of the object on a line, with where its value begins and ends."""
    decoder = json.JSONDecoder()
    at = line.index("{") + 1
    while (at := _skip(line, at, _SPACE + ",")) < len(line) and line[at] == '"':
        key, at = decoder.raw_decode(line, at)
        start = _skip(line, at, _SPACE + ":")
        _, at = decoder.raw_decode(line, start)
        yield key, start, at


def _skip(line: str, at: int, chars: str) -> int:
    while at < len(line) and line[at] in chars:
        at += 1
    return at


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one piece: whoever reads it sees all of the old one or all of the new.

    Raises:
        OutputError: it cannot be written; the old one is as it was.
    """
    real = Path(os.path.realpath(path))  # a link stays one
    aside = real.with_name(f".{real.name}.{os.getpid()}.tmp")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            aside.chmod(real.stat().st_mode & 0o777)
        aside.replace(real)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise OutputError(
            f"the file cannot be written: {error.strerror}",
            where=str(path),
            do="look at the folder's permissions and at the room on the disk",
        ) from error
