"""What the arguments of a check mean: text, a document, or standard input.

Paths are plain strings here: a statement should not pay for importing pathlib.
"""
# ruff: noqa: PTH112, PTH113, PTH122

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.document.base import Document

# Endings that tell a mistyped or an unsupported file from a sentence, beside those of the
# documents that are read: "report.docx" is never a statement.
_OTHER_FILES = frozenset({
    ".text", ".rst", ".html", ".htm", ".xml", ".json", ".jsonl", ".toml", ".yaml", ".yml", ".csv",
    ".tsv", ".xlsx", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".pages", ".tex",
})  # fmt: skip
_STANDARD_INPUT = "-"
_FORCE = "give --text if it is meant as text"
_SHOWN = 60  # characters of an argument that a message repeats


class Input(NamedTuple):
    """One thing to check.

    Attributes:
        text: what it says.
        path: the file it was read from, as given; None for an argument and standard input.
        document: the draft, as it was read; None for a statement.
    """

    text: str
    path: str | None = None
    document: Document | None = None


def resolve(
    arguments: Iterable[str], *, force_text: bool = False, encoding: str = ""
) -> list[Input]:
    """The inputs that `arguments` name, read.

    Args:
        arguments: positional arguments of the command line.
        force_text: take every argument as text.
        encoding: the name of the encoding of drafts that are text; "" to find it out.

    Raises:
        InputError: one or more arguments name what cannot be checked; all of them are reported.
    """
    inputs: list[Input] = []
    faults: list[InputError] = []
    read_already = False
    for argument in arguments:
        try:
            if argument == _STANDARD_INPUT and not force_text:
                if read_already:
                    raise InputError("standard input can be read only once", where="-")
                read_already = True
                inputs.append(_standard_input(encoding))
            else:
                inputs.append(Input(argument) if force_text else _interpret(argument, encoding))
        except InputError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return inputs


def _standard_input(encoding: str) -> Input:
    """What arrives on standard input: one line is a statement, more is a draft."""
    text = read_standard_input(encoding)
    if "\n" not in text.strip():
        return Input(text)
    from factcheck.document.read import read_text

    return Input(text, None, read_text(text))


def together(faults: Sequence[InputError]) -> InputError:
    """One error that tells of all `faults`."""
    if len(faults) == 1:
        return faults[0]
    return InputError("\n".join(str(fault) for fault in faults))


def _interpret(argument: str, encoding: str) -> Input:
    if os.path.isfile(argument):
        from pathlib import Path

        from factcheck.document.read import read_document

        document = read_document(Path(argument), encoding)
        return Input(document.text, argument, document)
    if os.path.isdir(argument):
        remedy = f"name the files in it, or {_FORCE}"
        raise InputError("this is a folder", where=argument, do=remedy)
    if argument.partition("://")[0] in ("http", "https", "file") and " " not in argument:
        raise InputError(
            "web addresses are not fetched", where=_short(argument), do="save the page as .txt"
        )
    if _looks_like_path(argument):
        raise InputError("there is no such file", where=_short(argument), do=_FORCE)
    return Input(argument)


def _looks_like_path(argument: str) -> bool:
    """Whether an argument that names nothing was meant to name a file.

    A separator alone says so only in a single word or behind a path's beginning: "at 90 km/h"
    and "and/or" are sentences. A mistyped file must never pass for a statement that the store
    knows nothing of.
    """
    if "\n" in argument:
        return False
    if _known_ending(os.path.splitext(argument)[1].lower()):
        return True
    separators = {"/", os.sep, os.altsep or os.sep}
    if not separators & set(argument):
        return False
    begins_as_path = argument.startswith(("/", "./", "../", "~/", os.sep))
    return begins_as_path or not any(char.isspace() for char in argument)


def _known_ending(ending: str) -> bool:
    if not ending[1:].isalnum():
        return False
    from factcheck.document.read import READERS

    return ending in READERS or ending in _OTHER_FILES


def _short(argument: str) -> str:
    return argument if len(argument) <= _SHOWN else f"{argument[: _SHOWN - 1]}…"


def read_standard_input(encoding: str = "") -> str:
    """The text on standard input.

    Args:
        encoding: the name of its encoding; "" for UTF-8, or for what a byte order mark says.

    Raises:
        InputError: there is none, or it is in another encoding.
    """
    if sys.stdin is None:
        raise InputError("there is no standard input", where="-")
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # replaced by somebody's text stream
        return sys.stdin.read()
    from factcheck.document.encoding import decoded

    return decoded(raw.read(), "standard input", encoding)[0]
