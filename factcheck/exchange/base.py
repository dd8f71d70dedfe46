"""What readers and writers have in common: records with their places, sources, limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import InputError
from factcheck.model import Claim

# Nobody writes a claim of a million characters; a line of more is no record but a broken file.
LONGEST_LINE = 1_000_000
# A JSON or HTML document is read whole, and its objects take some ten times its size.
LARGEST_DOCUMENT = 64_000_000


class Place(NamedTuple):
    """Where a record stands in its file.

    Attributes:
        path: the file as it was named.
        line: the line or the row of a sheet, from 1; 0 where none applies.
        inside: further in: a sheet's name, or a JSON pointer.
    """

    path: str
    line: int = 0
    inside: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place} {self.inside}" if self.inside else place


class Record(NamedTuple):
    """What a file says of one claim.

    Attributes:
        place: where it stands.
        fields: the keys of a claim, as a line of JSONL has them, and `rating`; dates and tags may
            be as the file writes them.
        remark: why its claim is a draft.
        warning: what to look at in it, whatever becomes of it.
    """

    place: Place
    fields: Mapping[str, object]
    remark: str = ""
    warning: str = ""


class Refused(NamedTuple):
    """A part of a file that is no record: what is wrong with it, and what to do."""

    place: Place
    what: str
    do: str = ""


class Options(NamedTuple):
    """How a file is to be read, as far as it does not tell by itself.

    Attributes:
        encoding: of text; None for UTF-8 with or without a mark.
        delimiter: of CSV; None where it is to be found out.
        sheet: of XLSX; None for the first that is shown.
        mapping: the headers to take for fields, beside those that are guessed; "" takes none.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    mapping: Mapping[str, str] = {}


@dataclass
class Source:
    """A file being read, and what is found out about it on the way.

    Attributes:
        path: the file.
        options: how to read it.
        details: how it was read: encoding, delimiter, sheet.
        mapping: the header or key that each field was taken from.
        unused: the headers or keys that no field was taken from.
        done: how much of it was read, from 0 to 1.
    """

    path: Path
    options: Options = field(default_factory=Options)
    details: dict[str, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    unused: dict[str, None] = field(default_factory=dict)
    done: float = 0.0

    @property
    def shown(self) -> str:
        """The file's name, for messages."""
        return str(self.path)

    def place(self, line: int = 0, inside: str = "") -> Place:
        """A place in this file."""
        return Place(self.shown, line, inside)

    def unreadable(self, error: OSError) -> InputError:
        """The error for a file that the system does not give."""
        return InputError(
            f"the file cannot be read: {error.strerror}", where=self.shown, do="check the path"
        )


# Yields what a file holds, in its order, and fills in the source's details on the way.
Reader = Callable[[Source], Iterator[Record | Refused]]


class Left(NamedTuple):
    """What a format cannot say of a claim.

    Attributes:
        id: the claim's.
        what: what was left out or written otherwise.
        whole: whether all of the claim was left out.
    """

    id: str
    what: str
    whole: bool = False


# Writes claims to a file that is not there yet, and yields what the format cannot say of them.
Writer = Callable[[Iterable[Claim], Path], Iterator[Left]]
