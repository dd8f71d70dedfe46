"""An export: claims to a file in another program's format, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from factcheck.exchange.base import Left
from factcheck.exchange.formats import writer
from factcheck.exchange.saving import replacing
from factcheck.exchange.sqlite import ReadFigures, metadata
from factcheck.exchange.sqlite import write as write_sqlite
from factcheck.model import Claim


class Wanted(NamedTuple):
    """What to write.

    Attributes:
        path: the file.
        format: its format.
        metadata: whether to write Datasette's metadata beside an SQLite file.
    """

    path: Path
    format: str
    metadata: bool = False


def metadata_of(path: Path) -> Path:
    """Where the metadata for an SQLite file goes."""
    return path.with_name("metadata.json")


def run(claims: Iterable[Claim], wanted: Wanted, read: ReadFigures) -> list[Left]:
    """Write claims to a file.

    Args:
        claims: what to write, in their order; each is let go of when it is written.
        wanted: how and where.
        read: reads the figures of a text, for the formats that list them.

    Returns:
        What the format could not say.

    Raises:
        OutputError: it cannot be written.
    """
    with ExitStack() as stack:
        path = stack.enter_context(replacing(wanted.path))
        if wanted.format == "sqlite":
            left = list(write_sqlite(claims, path, read))
        else:
            left = list(writer(wanted.format)(claims, path))
        if wanted.metadata:
            beside = stack.enter_context(replacing(metadata_of(wanted.path)))
            beside.write_text(metadata(wanted.path.stem), encoding="utf-8")
    return left
