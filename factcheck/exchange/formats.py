"""The formats by name, and which of them a file is in: told by its content, then by its ending."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple, cast

from factcheck.errors import ConfigError, InputError
from factcheck.exchange.base import Options, Reader, Source, Writer
from factcheck.exchange.text import beginning


class Format(NamedTuple):
    """One format.

    Attributes:
        name: as `--from` and `--format` have it.
        shown: as people call it.
        module: the module of this package that reads or writes it.
        function: the function in there.
        endings: of files in it.
        heeds: the options that it knows what to do with, by the names of `base.Options`.
    """

    name: str
    shown: str
    module: str
    function: str
    endings: tuple[str, ...] = ()
    heeds: tuple[str, ...] = ()


_TEXT, _TABLE = ("encoding",), ("encoding", "mapping")
_READ: Final = (
    Format("csv", "CSV", "delimited", "read", (".csv", ".tsv", ".txt"), (*_TABLE, "delimiter")),
    Format("xlsx", "XLSX", "sheets", "read", (".xlsx", ".xlsm"), ("mapping", "sheet")),
    Format("jsonl", "JSONL", "objects", "read_lines", (".jsonl", ".ndjson"), _TABLE),
    Format("json", "JSON", "objects", "read_document", (".json",), _TABLE),
    Format("jsonld", "JSON-LD", "jsonld", "read", (".jsonld",), _TEXT),
    Format("html", "HTML with JSON-LD", "page", "read", (".html", ".htm", ".xhtml"), _TEXT),
    Format("google", "Fact Check Tools API", "google", "read", (), _TEXT),
)
_WRITTEN: Final = (
    Format("csv", "CSV", "delimited", "write", (".csv",)),
    Format("xlsx", "XLSX", "sheets", "write", (".xlsx",)),
    Format("json", "JSON", "written", "write_document", (".json",)),
    Format("jsonl", "JSONL", "written", "write_lines", (".jsonl", ".ndjson")),
    Format("claimreview", "ClaimReview JSON-LD", "claimreview", "write", (".jsonld",)),
    Format("sqlite", "SQLite", "sqlite", "write", (".db", ".sqlite", ".sqlite3")),
)
READERS: Final[Mapping[str, Format]] = {one.name: one for one in _READ}
WRITERS: Final[Mapping[str, Format]] = {one.name: one for one in _WRITTEN}
# Those that a person or another program can read from standard output.
TEXTS: Final = ("csv", "json", "jsonl", "claimreview")
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def check_options(options: Options, formats: Iterable[str]) -> None:
    """Refuse an option that none of the files' formats knows what to do with.

    Raises:
        ConfigError: there is one.
    """
    heeded = {name for chosen in formats for name in READERS[chosen].heeds}
    for name, value in options._asdict().items():
        if value and name not in heeded:
            fitting = [one.shown for one in _READ if name in one.heeds]
            raise ConfigError(
                "the option is for " + ", ".join(fitting),
                where="--map" if name == "mapping" else f"--{name}",
                do="leave it out, or say the format with --from",
            )


def reader(name: str) -> Reader:
    """The reader of a format."""
    return cast("Reader", _function(READERS[name]))


def writer(name: str) -> Writer:
    """The writer of a format."""
    return cast("Writer", _function(WRITERS[name]))


def _function(chosen: Format) -> object:
    return getattr(import_module(f"factcheck.exchange.{chosen.module}"), chosen.function)


def for_ending(path: Path) -> str:
    """The format to write a file in.

    Raises:
        ConfigError: no format has its ending.
    """
    ending = path.suffix.lower()
    for one in _WRITTEN:
        if ending in one.endings:
            return one.name
    endings = ", ".join(ending for one in _WRITTEN for ending in one.endings)
    raise ConfigError(
        f"the ending {ending!r} tells no format" if ending else "the file has no ending",
        where=str(path),
        do=f"give --to, or one of {endings}",
    )


def recognised(source: Source) -> str:
    """The format of a file to read.

    Raises:
        InputError: it cannot be read, or is in no known format.
        ConfigError: there is no encoding of the name given.
    """
    try:
        with source.path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise source.unreadable(error) from error
    if head.startswith(_ZIP):
        return "xlsx"
    if head.startswith(_OLD_EXCEL):
        raise InputError(
            "this is an old Excel file (.xls)", where=source.shown, do="save it as .xlsx or CSV"
        )
    ending = source.path.suffix.lower()
    text = beginning(source).lstrip()
    if text.startswith(("{", "[")):
        return _of_json(text, ending)
    if text.startswith("<"):
        return "html"
    for one in _READ:
        if ending in one.endings and one.name != "xlsx":
            return one.name
    raise InputError(
        "its format is not told by its content nor by its ending",
        where=source.shown,
        do=f"say which it is: --from {', '.join(READERS)}",
    )


def _of_json(text: str, ending: str) -> str:
    """Which sort of JSON begins so."""
    if ending in READERS["jsonl"].endings:
        return "jsonl"
    first, _, rest = text.partition("\n")
    if rest.lstrip().startswith("{") and _is_object(first):
        return "jsonl"
    if '"@type"' in text and ("ClaimReview" in text or '"@context"' in text):
        return "jsonld"
    return "google" if '"claimReview"' in text and '"claims"' in text else "json"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
