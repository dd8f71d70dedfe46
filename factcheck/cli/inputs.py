"""What the arguments of a check mean: text, a document, or standard input.

Paths are plain strings here: a statement should not pay for importing pathlib.
"""
# ruff: noqa: PTH110, PTH112, PTH113, PTH122, PTH207

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.cli.options import Request
    from factcheck.document.base import Document

# Endings that tell a mistyped or an unsupported file from a sentence, beside those of the
# documents that are read: "report.docx" is never a statement.
_OTHER_FILES = frozenset({
    ".text", ".rst", ".html", ".htm", ".xml", ".json", ".jsonl", ".toml", ".yaml", ".yml", ".csv",
    ".tsv", ".xlsx", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".epub", ".pages", ".tex",
})  # fmt: skip
STANDARD_INPUT = "-"
_WILD = frozenset("*?[")
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


def arrived(request: Request) -> bytes | None:
    """What is on standard input, where the request asks for it; the bytes, since it may be a draft.

    Raises:
        InputError: there is none, or it is asked for more than once.
    """
    wanted = 0 if request.text else request.inputs.count(STANDARD_INPUT)
    if wanted > 1:
        raise InputError("standard input can be read only once", where="-")
    return standard_input() if wanted else None


def names_drafts(request: Request, given: bytes | None) -> bool:
    """Whether anything that is to be checked is a draft rather than a statement.

    Args:
        request: what was asked for.
        given: what is on standard input.
    """
    if given is not None and is_draft(request, given):
        return True
    return not request.text and any(
        argument != STANDARD_INPUT and is_named(argument) for argument in request.inputs
    )


def is_draft(request: Request, given: bytes) -> bool:
    """Whether what is on standard input is a draft; one line without a name is a statement."""
    return bool(request.stdin_filename) or b"\n" in given.strip()


def is_named(argument: str) -> bool:
    """Whether an argument names a file or a folder, existing or not, rather than being text."""
    try:
        if os.path.exists(argument):
            return True
    except ValueError:  # no path at all: it holds a NUL
        return False
    return _is_address(argument) or _looks_like_path(argument) or is_pattern(argument)


def is_pattern(argument: str) -> bool:
    """Whether an argument stands for all paths that fit it: "news/**/*.md", "draft*".

    A sentence with a question mark does not, nor does "5*3", unless there is a file of that name.
    """
    if _WILD.isdisjoint(argument) or os.path.exists(argument):
        return False
    if _looks_like_path(argument):
        return True
    if any(char.isspace() for char in argument):
        return False
    from glob import iglob

    return next(iglob(argument), None) is not None


def resolve(
    arguments: Iterable[str],
    *,
    force_text: bool = False,
    given: bytes | None = None,
    encoding: str = "",
) -> list[Input]:
    """The inputs that `arguments` name, read.

    Args:
        arguments: positional arguments of the command line.
        force_text: take every argument as text.
        given: what is on standard input, as far as somebody has looked already.
        encoding: the name of the encoding of drafts that are text; "" to find it out.

    Raises:
        InputError: one or more arguments name what cannot be checked; all of them are reported.
    """
    inputs: list[Input] = []
    faults: list[InputError] = []
    for argument in arguments:
        try:
            if argument == STANDARD_INPUT and not force_text:
                data = standard_input() if given is None else given
                inputs.append(_of_standard_input(data, encoding))
            else:
                inputs.append(Input(argument) if force_text else _interpret(argument, encoding))
        except InputError as fault:
            faults.append(fault)
    if faults:
        raise together(faults)
    return inputs


def _of_standard_input(given: bytes, encoding: str) -> Input:
    """What arrives on standard input: one line is a statement, more is a draft."""
    from factcheck.document.encoding import decoded

    text, remarks = decoded(given, "standard input", encoding)
    if "\n" in text.strip():
        from factcheck.document.read import read_text

        return Input(text, None, read_text(text))
    if remarks:  # the report of a statement has no place for them
        from factcheck.cli.terminal import complain

        complain("\n".join(f"standard input: {remark}" for remark in remarks))
    return Input(text)


def together(faults: Sequence[InputError]) -> InputError:
    """One error that tells of all `faults`."""
    if len(faults) == 1:
        return faults[0]
    return InputError("\n".join(str(fault) for fault in faults))


def _interpret(argument: str, encoding: str) -> Input:
    if is_named(argument) and not os.path.isdir(argument):
        from pathlib import Path

        from factcheck.document.read import read_document

        refuse_unreadable(argument)
        document = read_document(Path(argument), encoding)
        return Input(document.text, argument, document)
    if os.path.isdir(argument):
        remedy = f"name the files in it, or {_FORCE}"
        raise InputError("this is a folder", where=argument, do=remedy)
    return Input(argument)


def refuse_unreadable(argument: str) -> None:
    """Say what is wrong with an argument that was meant to name a file.

    Raises:
        InputError: it is an address, there is no such file, or it is no file.
    """
    if os.path.isfile(argument):
        return
    if os.path.exists(argument):
        raise InputError("this is no file that can be read", where=short(argument), do=_FORCE)
    if _is_address(argument):
        raise InputError(
            "web addresses are not fetched", where=short(argument), do="save the page as .html"
        )
    if is_pattern(argument):
        raise InputError("no draft fits this pattern", where=short(argument), do=_FORCE)
    raise InputError("there is no such file", where=short(argument), do=_FORCE)


def _is_address(argument: str) -> bool:
    return argument.partition("://")[0] in ("http", "https", "file") and " " not in argument


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


def short(argument: str) -> str:
    """An argument as a message repeats it."""
    return argument if len(argument) <= _SHOWN else f"{argument[: _SHOWN - 1]}…"


def standard_input() -> bytes:
    """The bytes on standard input.

    Raises:
        InputError: there is none.
    """
    if sys.stdin is None:
        raise InputError("there is no standard input", where="-")
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:  # replaced by somebody's text stream
        return sys.stdin.read().encode("utf-8", "surrogateescape")
    found: bytes = raw.read()
    return found


def read_standard_input(encoding: str = "") -> str:
    """The text on standard input.

    Args:
        encoding: the name of its encoding; "" for UTF-8, or for what a byte order mark says.

    Raises:
        InputError: there is none, or it is in another encoding.
    """
    from factcheck.document.encoding import decoded

    return decoded(standard_input(), "standard input", encoding)[0]
