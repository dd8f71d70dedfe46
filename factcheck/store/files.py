"""Finding claim files, and telling whether anything in them has changed.

This is all of a store that a plain run touches where a compiled index is at hand: nothing here
parses.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.cache import digest
from factcheck.errors import ClaimError, NoClaims

SUFFIXES = (".toml", ".jsonl")
CONFIG_NAME = "factcheck.toml"  # lies beside claims now and then, and holds none
FOLDER_NAME = "claims"


class ClaimFile(NamedTuple):
    """One file of a store.

    Attributes:
        name: its path from the folder that was named on, with slashes: the same on every
            machine.
        path: the path to open and to show.
    """

    name: str
    path: Path


def near(path: str | os.PathLike[str]) -> str:
    """A path as people would name it from here."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 -- symbolic links stay as they are
    here = Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(path)


def claim_files(paths: Sequence[str | os.PathLike[str]]) -> tuple[ClaimFile, ...]:
    """The claim files among `paths` and in the folders among them, each once, by name.

    Folders are read to any depth, for `*.toml` and `*.jsonl`; hidden files and folders,
    `factcheck.toml` and everything else are passed over.

    Raises:
        NoClaims: a path does not exist.
        ClaimError: a path names a file of another kind, or a folder cannot be read.
    """
    found: dict[str, ClaimFile] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = _in_folder(path)
        elif path.is_file():
            if path.suffix.lower() not in SUFFIXES:
                raise ClaimError(
                    "this is no file of claims",
                    where=str(path),
                    do="claims are read from .toml and .jsonl files",
                )
            inside = [ClaimFile(path.name, path)]
        else:
            raise NoClaims(
                "there is no such file or folder of claims",
                where=str(path),
                do="check the path; `claims/README.md` shows how to write claims",
            )
        for file in sorted(inside):
            found.setdefault(os.path.realpath(file.path), file)
    return tuple(sorted(found.values()))


def would_be_read(path: Path, paths: Sequence[str | os.PathLike[str]]) -> bool:
    """Whether a file is one of a store's, or would be one if it were there.

    Args:
        path: the file, which need not exist.
        paths: files and folders of claims.

    Raises:
        NoClaims, ClaimError: as `claim_files`.
    """
    real = os.path.realpath(path)
    if any(os.path.realpath(file.path) == real for file in claim_files(paths)):
        return True
    if not path.name.lower().endswith(SUFFIXES) or path.name == CONFIG_NAME:
        return False
    folder = Path(os.path.realpath(path.parent))
    roots = [Path(os.path.realpath(given)) for given in paths if Path(given).is_dir()]
    return not path.name.startswith(".") and any(
        root == folder or root in folder.parents for root in roots
    )


def _in_folder(root: Path) -> list[ClaimFile]:
    found: list[ClaimFile] = []
    pending = [(root, root.name)]
    seen: set[str] = set()
    while pending:
        folder, name = pending.pop()
        real = os.path.realpath(folder)
        if real in seen:  # a symbolic link back up
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.name.startswith(".") or entry.name == CONFIG_NAME:
                        continue
                    inner = f"{name}/{entry.name}"
                    if entry.is_dir():
                        pending.append((folder / entry.name, inner))
                    elif entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                        found.append(ClaimFile(inner, folder / entry.name))
                    elif entry.is_symlink():
                        _check_link(folder / entry.name)
        except OSError as error:
            raise ClaimError(
                f"the folder cannot be read: {error.strerror}",
                where=str(error.filename or folder),
            ) from error
    return found


def _check_link(path: Path) -> None:
    """Refuse a link to claims that are not there: without them a check would say "novel"."""
    may_be_claims = path.suffix.lower() in ("", *SUFFIXES)
    if may_be_claims and not path.exists():
        raise ClaimError(
            f"the link leads nowhere: {os.readlink(path)}",  # noqa: PTH115  # as it is written
            where=str(path),
            do="mend it, or take it out",
        )


def fingerprint(paths: Sequence[str | os.PathLike[str]]) -> bytes:
    """A digest of the names and contents of all claim files under `paths`.

    Equal to the fingerprint of the `ClaimSet` that `read_claims(paths)` returns, without
    parsing anything (1.3 ms a megabyte).

    Raises:
        NoClaims, ClaimError: as `claim_files`, or a file cannot be read.
    """
    return fingerprint_of_files(claim_files(paths))


def fingerprint_of_files(files: Iterable[ClaimFile]) -> bytes:
    """The same of files that were found already.

    Raises:
        ClaimError: a file cannot be read.
    """
    pairs: list[tuple[str, bytes]] = []
    for file in files:
        try:
            pairs.append((file.name, file.path.read_bytes()))
        except OSError as error:
            raise ClaimError(
                f"the file cannot be read: {error.strerror}", where=str(file.path)
            ) from error
    return fingerprint_of(pairs)


def fingerprint_of(pairs: Iterable[tuple[str, bytes]]) -> bytes:
    """A digest of `(name, content)` pairs, in the order given."""
    digests = [digest(name.encode("utf-8", "surrogateescape"), data) for name, data in pairs]
    return digest(*digests)
