"""Zip packages of word processors, read part by part in memory, within bounds.

Nothing is ever unpacked to a disk: a part is looked up by its name, so that a name with ".." or a
root in it is only a name that nobody asks for.
"""

from __future__ import annotations

import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from io import BytesIO
from typing import IO

from factcheck.errors import InputError

# A novel of 300 pages is some 10 MB of XML. What is far beyond that is no draft, or an attack.
MOST_BYTES = 96 * 2**20
MOST_COPIED = 1024 * 2**20  # with all the pictures in it
# XML of long tables shrinks to a 100th; what shrinks further was made to be unpacked.
MOST_RATIO = 400
_RATIO_FROM = 2**20  # below a megabyte no ratio is dangerous
_MOST_DIRECTORY = 16 * 2**20  # bytes of the list of parts: some 200,000 of them
_CHUNK = 2**16
_END_OF_DIRECTORY = b"PK\x05\x06"
# What the standard library says of a damaged file, from the signs at its end to a wrong offset.
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError)
_OLE = b"\xd0\xcf\x11\xe0"
PASSWORD = "remove the password, or save it as another file without one"


class Package:
    """The parts of a zip package.

    Args:
        data: the file.
        where: its name, for messages.
        kind: what it should be, for messages: "Word document (.docx)".

    Raises:
        InputError: it is no such package, or it cannot be opened.
    """

    def __init__(self, data: bytes, where: str, kind: str) -> None:
        self.where = where
        self._kind = kind
        self._read: dict[str, int] = {}
        self._copied = 0
        _refuse_others(data, where, kind)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (*_DAMAGED, NotImplementedError) as error:
            raise self.broken("it is damaged or cut off") from error
        self.names = frozenset(self._zip.namelist())

    def broken(self, why: str) -> InputError:
        """The error that says why it cannot be read as what it is."""
        return InputError(
            f"this {self._kind} cannot be read: {why}",
            where=self.where,
            do="open it in a word processor, and save it again",
        )

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            InputError: there is no such part, or it is damaged, encrypted or far too large.
        """
        if part not in self.names:
            raise self.broken(f"it has no part {part}")
        info = self._zip.getinfo(part)
        self._bound(part, info.file_size, info.compress_size)
        pieces: list[bytes] = []
        self._read[part] = 0
        with self._opening(info) as stream:
            while piece := stream.read(_CHUNK):
                pieces.append(piece)
                self._read[part] += len(piece)
                self._bound(part, 0, info.compress_size)
        return b"".join(pieces)

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """A copy of the package, with all parts as they are but for those that are given.

        Args:
            changed: parts by their names; those that are not there are added at the end.

        Raises:
            InputError: a part is damaged, encrypted or far too large.
        """
        out = BytesIO()
        waiting = dict(changed)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for info in self._zip.infolist():
                if info.filename in changed:
                    if info.filename in waiting:
                        package.writestr(copy(info), waiting.pop(info.filename))
                    continue
                self._copy(info, package)
            for name, data in waiting.items():
                # a zip file has no date before this one, and another would tell when it was made
                new = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                new.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(new, data)
        return out.getvalue()

    def _copy(self, info: zipfile.ZipInfo, into: zipfile.ZipFile) -> None:
        self._copied += info.file_size
        if self._copied > MOST_COPIED:
            raise self.broken(f"unpacked, it exceeds the {MOST_COPIED // 2**20} MB that are copied")
        with self._opening(info) as stream, into.open(copy(info), "w") as target:
            shutil.copyfileobj(stream, target)

    @contextmanager
    def _opening(self, info: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
        """The bytes of a part, with whatever is wrong with them told as an error of the input."""
        part = info.filename
        if info.flag_bits & 1:
            raise InputError("this file is encrypted", where=self.where, do=PASSWORD)
        try:
            with self._zip.open(info) as stream:
                yield stream
        except _DAMAGED as error:
            raise self.broken(f"its part {part} is damaged or cut off") from error
        except (NotImplementedError, RuntimeError) as error:  # compression of another kind
            raise self.broken(f"its part {part} is packed in an unknown way") from error

    def _bound(self, part: str, declared: int, packed: int) -> None:
        """Refuse what unpacks to far more than any draft, by its word or in fact."""
        size = max(declared, sum(self._read.values()))
        if size > MOST_BYTES:
            most = f"{MOST_BYTES // 2**20} MB"
            raise self.broken(f"unpacked, its part {part} exceeds the {most} that are read")
        if declared > _RATIO_FROM and declared > MOST_RATIO * max(packed, 1):
            raise self.broken(f"its part {part} unpacks to more than {MOST_RATIO} times its size")


def _refuse_others(data: bytes, where: str, kind: str) -> None:
    """Say what a file is that is no package at all."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise InputError("this file is encrypted", where=where, do=PASSWORD)
        raise InputError(
            f"this is no {kind} but an old Office file (.doc or the like)",
            where=where,
            do="save it as .docx or .odt",
        )
    if not data:
        raise InputError(f"this is no {kind}: it is empty", where=where)
    if not data.startswith(b"PK"):
        raise InputError(
            f"this is no {kind}, whatever its name ends in",
            where=where,
            do="give it the ending of what it is, or save it anew",
        )
    at = data.rfind(_END_OF_DIRECTORY)
    if at >= 0 and int.from_bytes(data[at + 12 : at + 16], "little") > _MOST_DIRECTORY:
        raise InputError(f"this {kind} cannot be read: it has far too many parts", where=where)
