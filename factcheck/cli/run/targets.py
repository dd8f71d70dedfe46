"""What a run is over: statements, drafts that were named, and those that are found in folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from factcheck.cli import inputs
from factcheck.cli.options import Request
from factcheck.cli.run.configured import Configured
from factcheck.cli.run.walking import Ignored, drafts_in, fitting, split_pattern
from factcheck.document.read import reader_of
from factcheck.errors import InputError

STDIN_NAME = "standard input"


class Target(NamedTuple):
    """One thing to check, which nobody has read yet.

    Attributes:
        path: of a draft, as it was named or found; of standard input the name that it was given.
        text: a statement.
        data: what came on standard input.
        size: in bytes.
    """

    path: str | None = None
    text: str | None = None
    data: bytes | None = None
    size: int = 0


@dataclass(slots=True)
class Found:
    """What the arguments of a run came to.

    Attributes:
        targets: what to check, each once, in the order of the arguments.
        faults: what cannot be checked.
        remarks: what whoever named a folder should know.
    """

    targets: list[Target] = field(default_factory=list)
    faults: list[InputError] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def found(request: Request, given: bytes | None, configured: Configured) -> Found:
    """What is to be checked.

    Args:
        request: what was asked for.
        given: what is on standard input.
        configured: the settings.

    Raises:
        ConfigError: the configuration of a folder cannot be used.
    """
    return _Finder(request, given, configured).find()


class _Finder:
    def __init__(self, request: Request, given: bytes | None, configured: Configured) -> None:
        self._request = request
        self._given = given
        self._configured = configured
        self._found = Found()
        self._seen: set[str] = set()
        self._claims = _folders_of_claims(request, configured)

    def find(self) -> Found:
        for argument in self._request.inputs:
            try:
                self._add(argument)
            except InputError as fault:
                self._found.faults.append(fault)
        return self._found

    def _add(self, argument: str) -> None:
        if self._request.text or not (
            argument == inputs.STANDARD_INPUT or inputs.is_named(argument)
        ):
            self._found.targets.append(Target(text=argument, size=len(argument)))
        elif argument == inputs.STANDARD_INPUT:
            self._add_standard_input()
        elif inputs.is_pattern(argument):
            self._add_fitting(argument)
        elif os.path.isdir(argument):  # noqa: PTH112
            if not self._add_all(drafts_in(argument, self._left_out(argument), self._faults)):
                self._found.remarks.append(
                    f"{argument}: there are no drafts in this folder, or settings and .gitignore "
                    "leave out all of them"
                )
        else:
            self._add_named(argument)

    def _add_standard_input(self) -> None:
        name = self._request.stdin_filename
        if name:
            reader_of(name)  # which refuses an unknown format
        given = self._given or b""
        if inputs.is_draft(self._request, given):
            self._found.targets.append(Target(name or None, data=given, size=len(given)))
        else:
            statement = inputs.resolve(
                [inputs.STANDARD_INPUT], given=given, encoding=self._request.encoding
            )[0].text
            self._found.targets.append(Target(text=statement, size=len(given)))

    def _add_named(self, argument: str) -> None:
        inputs.refuse_unreadable(argument)
        if self._request.force_exclude and self._is_excluded(argument):
            return
        reader_of(argument)
        self._add_all([argument])

    def _is_excluded(self, argument: str) -> bool:
        path = Path(os.path.abspath(argument))  # noqa: PTH100 -- links stay as they are
        ignored = Ignored(path.parent, heeded=not self._request.no_ignore, forced=True)
        above = [up for up in reversed(path.parents) if up.is_relative_to(Path.cwd())]
        return (
            any(claims in path.parents for claims in self._claims)
            or any(self._configured.leaves_out(up, True) for up in above[1:])
            or self._configured.leaves_out(path, False)
            or ignored.leaves_out(path)
        )

    def _add_fitting(self, pattern: str) -> None:
        base, rest = split_pattern(pattern)
        fits = fitting(base, rest)
        inside: Iterator[str] = iter(())
        if os.path.isdir(base):  # noqa: PTH112
            inside = drafts_in(base, self._left_out(base), self._faults)
        if not self._add_all(path for path in inside if fits(Path(os.path.abspath(path)))):  # noqa: PTH100
            raise InputError(
                "no draft fits this pattern",
                where=inputs.short(pattern),
                do="give --text if it is meant as text",
            )

    def _add_all(self, paths: Iterator[str] | list[str]) -> int:
        """Add drafts that were not added already; how many there are at all."""
        count = 0
        for path in paths:
            count += 1
            real = os.path.realpath(path)
            if real not in self._seen:
                self._seen.add(real)
                self._found.targets.append(Target(path, size=_size(path)))
        return count

    def _left_out(self, folder: str) -> Callable[[Path, bool], bool]:
        root = Path(os.path.abspath(folder))  # noqa: PTH100 -- links stay as they are
        ignored = Ignored(root, heeded=not self._request.no_ignore)

        def left_out(path: Path, is_folder: bool) -> bool:
            return (
                (is_folder and path in self._claims)
                or ignored(path, is_folder=is_folder)
                or self._configured.leaves_out(path, is_folder)
            )

        return left_out

    @property
    def _faults(self) -> list[InputError]:
        return self._found.faults


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)  # noqa: PTH202
    except OSError:  # it has just gone: whoever reads it says so
        return 0


def _folders_of_claims(request: Request, configured: Configured) -> frozenset[Path]:
    """The folders that the claims are in: their README.md is no draft."""
    from factcheck.config import load_settings
    from factcheck.errors import NoClaims

    try:
        settings = load_settings(os.curdir, request.claims, configured.where)
    except NoClaims:  # whoever opens the store says so
        return frozenset()
    whole = (Path(os.path.abspath(path)) for path in settings.claims)  # noqa: PTH100
    return frozenset(path for path in whole if path.is_dir())
