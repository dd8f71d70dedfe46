"""The store as an editor sees it: all of it where it is small, else what concerns a claim."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from factcheck.errors import ClaimFaults, EditRefused, Fault
from factcheck.model import Claim
from factcheck.store.edit_read import Written
from factcheck.store.edit_save import Edit
from factcheck.store.fields import KnownUnits
from factcheck.store.files import ClaimFile, claim_files
from factcheck.store.parts import SMALL, Parts, Unclear
from factcheck.store.reader import FileRead, all_faults, read_file

_T = TypeVar("_T")
_OTHER_LINE: Final = re.compile(r":\d+\Z")  # where an id stands that is used twice


class EditorStore:
    """Claim files, read as far as they have to be.

    Args:
        paths: files and folders of claims.
        units: the units that stated figures may have; None where that is not to be checked.

    Raises:
        NoClaims: a path does not exist.
        ClaimError: a path that cannot hold claims.
    """

    def __init__(self, paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None) -> None:
        self._paths, self._units = tuple(paths), units
        self._files: list[tuple[ClaimFile, bytes | None]] = []
        self._read: dict[str, FileRead] = {}
        self._parts: Parts | None = None
        self.refresh()

    def refresh(self) -> None:
        """Look at the files again; those that are no longer what they were are read anew.

        Raises:
            NoClaims, ClaimError: as when the store was read first.
        """
        before = self._files
        self._files = [(file, _content(file)) for file in claim_files(self._paths)]
        if self._files == before:
            return
        held = [(file, data) for file, data in self._files if data is not None]
        is_large = sum(len(data) for _, data in held) > SMALL and len(held) == len(self._files)
        self._parts = Parts(held, self._units) if is_large else None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the store."""
        return tuple(file.path for file, _ in self._files)

    def all(self) -> list[FileRead]:
        """Every file, all of it."""
        known, self._read = self._read, {}
        for file, data in self._files:
            real = os.path.realpath(file.path)
            read = known.get(real)
            if read is None or read.data != data or read.file != file:
                read = read_file(file, self._units, data)
            self._read[real] = read
        return list(self._read.values())

    def about(self, *ids: str) -> list[FileRead]:
        """Every file with the claims of these ids, what they replace and what replaces them."""
        return self._asked(lambda parts: parts.succession(ids), self.all)

    def beginning(self, start: str) -> Collection[str]:
        """The ids in use that begin in some way."""

        def among_all() -> Collection[str]:
            """Those of all ids."""
            ids = (entry.id for read in self.all() for entry in read.entries)
            return {name for name in ids if name is not None and name.startswith(start)}

        return self._asked(lambda parts: parts.beginning(start), among_all)

    def worded(self, text: str) -> Iterable[Claim]:
        """The claims that may say the same as a text but for capitals and white space."""

        def among_all() -> Iterable[Claim]:
            """All of them may."""
            return [entry.claim for read in self.all() for entry in read.entries if entry.claim]

        return self._asked(lambda parts: parts.worded(text), among_all)

    def file(self, path: Path) -> FileRead | None:
        """A file of the store; the claims of one that can be edited without them are left out."""
        at = self._index(path)
        if at is None:
            return None
        file, data = self._files[at]
        if self._parts is None or data is None:
            return self.all()[at]
        if file.path.suffix.lower() == ".jsonl":
            return FileRead(file, data, [], "", [])
        return read_file(file, self._units, data)

    def content(self, path: Path) -> FileRead | None:
        """A file of the store without its claims."""
        at = self._index(path)
        return None if at is None else FileRead(*self._files[at], [], "", [])

    def checked(self, edit: Edit) -> Written:
        """The store with an edit in it, where that adds no faults.

        Raises:
            EditRefused: it would leave faults that are not there without it.
        """
        if self._parts is not None:
            with suppress(Unclear, EditRefused):  # whoever knows all ids says best what is wrong
                return self._checked_in_part(edit, self._parts)
        read = read_file(ClaimFile(edit.path.name, edit.path), self._units, edit.after)
        before = self._last(self.all(), edit)
        others = before if self._index(edit.path) is None else before[:-1]
        return Written(edit, read, _older(before, [*others, read]))

    def _checked_in_part(self, edit: Edit, parts: Parts) -> Written:
        file = ClaimFile(edit.path.name, edit.path)
        new, changed = parts.with_file(self._index(edit.path), file, edit.after)
        after = self._last(new.succession({*edit.about, *changed}), edit)
        ids = {entry.id for read in after for entry in read.entries if entry.id is not None}
        before = self._last(parts.succession(ids), edit)
        return Written(edit, after[-1], _older(before, after))

    def _last(self, reads: list[FileRead], edit: Edit) -> list[FileRead]:
        """The file that is edited behind the others: what is told twice is told of the new one."""
        at = self._index(edit.path)
        return reads if at is None else [*reads[:at], *reads[at + 1 :], reads[at]]

    def _asked(self, part: Callable[[Parts], _T], whole: Callable[[], _T]) -> _T:
        if self._parts is not None:
            with suppress(Unclear):
                return part(self._parts)
        return whole()

    def _index(self, path: Path) -> int | None:
        real = os.path.realpath(path)
        paths = (os.path.realpath(file.path) for file, _ in self._files)
        return next((at for at, known in enumerate(paths) if known == real), None)


def _content(file: ClaimFile) -> bytes | None:
    try:
        return file.path.read_bytes()
    except OSError:
        return None  # whoever reads all of it says why


def _older(before: Sequence[FileRead], after: Sequence[FileRead]) -> tuple[Fault, ...]:
    """The faults that an edit leaves as they were.

    Raises:
        EditRefused: there are others.
    """
    faults = all_faults(after)
    if not faults:
        return ()
    known = Counter(map(_unplaced, all_faults(before)))
    new: list[Fault] = []
    for fault in faults:
        known[_unplaced(fault)] -= 1
        if known[_unplaced(fault)] < 0:
            new.append(fault)
    if new:
        raise EditRefused(new)
    return ClaimFaults(faults).faults


def _unplaced(fault: Fault) -> tuple[str, str]:
    """A fault without its lines, which move with an edit above them."""
    return fault.path, _OTHER_LINE.sub("", fault.what)
