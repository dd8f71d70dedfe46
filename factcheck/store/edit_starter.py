"""Setting up a store in a fresh folder: an example to learn from, and the settings, commented."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.errors import ClaimError
from factcheck.store.edit_save import Edit, locked, write
from factcheck.store.files import CONFIG_NAME, FOLDER_NAME, claim_files

# A statement about the example that conflicts with it, so that there is something to see.
TRY: Final = "The harbour company runs 12 ferries."
_THERE: Final = "it is there already"


class Piece(NamedTuple):
    """One file of a new store.

    Attributes:
        path: where it goes.
        data: what it holds.
        left: why it is not written; "" where it is.
    """

    path: Path
    data: bytes
    left: str = ""


def plan(folder: Path) -> tuple[Piece, ...]:
    """The files of a new store, with those that are left as they are.

    Args:
        folder: where the store goes; it need not be there yet.

    Raises:
        ClaimError: something else is in the way, or the folder cannot be read.
    """
    try:
        return _plan(folder, folder / FOLDER_NAME)
    except OSError as error:
        raise ClaimError(
            f"the folder cannot be looked into: {error.strerror}",
            where=str(folder),
            do="look at its rights, or name another one",
        ) from error


def _plan(folder: Path, claims: Path) -> tuple[Piece, ...]:
    for path in (folder, claims):
        if path.exists() and not path.is_dir():
            raise ClaimError("this is a file, not a folder", where=str(path), do="name another one")
    filled = "claims/ holds claims already" if claims.is_dir() and claim_files([claims]) else ""
    return (
        _piece(claims / "README.md", "README.md"),
        _piece(claims / "example.toml", "example.toml", filled),
        _piece(folder / CONFIG_NAME, CONFIG_NAME),
    )


def carry_out(pieces: Iterable[Piece]) -> None:
    """Write the files that are not left out, each whole or not at all.

    Raises:
        ClaimError: one cannot be written, or somebody else has written it in the meantime.
    """
    with locked():
        for piece in pieces:
            if not piece.left:
                write(Edit(piece.path, None, piece.data))


def _piece(path: Path, name: str, left: str = "") -> Piece:
    there = path.exists() or path.is_symlink()
    data = (files("factcheck") / "data" / "starter" / name).read_bytes()
    return Piece(path, data, _THERE if there else left)
