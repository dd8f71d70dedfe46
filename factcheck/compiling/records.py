"""What stands in claim files now: a digest of every record, and the record where it is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.cache import digest
from factcheck.compiling.memo import DRAFT, REPLACED, SETTLED, FileMemo, Link, Stamp
from factcheck.errors import Fault
from factcheck.model import Claim, ClaimStatus
from factcheck.store.fields import KnownUnits
from factcheck.store.files import ClaimFile
from factcheck.store.syntax import parse

_BYTES: Final = 8  # of a digest: among ten million, two are the same once in 370,000 stores
_MARK: Final = b"\xef\xbb\xbf"  # a byte order mark
_SPACE: Final = b" \t\r\n"  # what JSON counts as such; a line of any other space is blank as well
_LINKED: Final = b'"supersedes"'  # a line without it supersedes nothing
_STRONG: Final = (ClaimStatus.CURRENT, ClaimStatus.SUPERSEDED)

Record = bytes | Claim
Known = dict[int, tuple[int, int]]  # of a record's digest, the digest of its id, and its marks


class Unreadable(Exception):
    """A file has faults; whoever reads all of it can say which."""


class Changed(Exception):
    """A file is no longer what it was when it was looked through."""


class Surveyed(NamedTuple):
    """One file.

    Attributes:
        file: the file.
        memo: its records; the ids of those that are not known are 0.
        unknown: the positions of these.
        claims: what its records say, where it had to be parsed to find them.
    """

    file: ClaimFile
    memo: FileMemo
    unknown: Sequence[int]
    claims: Sequence[Claim]


def small_digest(content: bytes) -> int:
    """A digest of eight bytes as a number."""
    return int.from_bytes(digest(content)[:_BYTES], "little")


def id_digest(claim_id: str) -> int:
    """The digest of an id."""
    return small_digest(claim_id.encode("utf-8", "surrogatepass"))


def survey(file: ClaimFile, told: Stamp, known: Known, units: KnownUnits) -> Surveyed:
    """Look through a file that is new or has changed.

    Args:
        file: the file.
        told: its stamp, from before it is read.
        known: the records whose claims are known.
        units: the units that stated figures may have.

    Raises:
        Unreadable: it has faults.
    """
    memo = FileMemo(told)
    unknown: list[int] = []
    claims: list[Claim] = []
    if is_lines(file):
        for line in lines(file):
            link = _link_of(_one(line, file, units)) if _LINKED in line else None
            _remember(small_digest(line), link, memo, unknown, known)
    else:
        claims = parsed(_content(file), file, units, is_json=False)
        for claim in claims:
            _remember(_record_digest(claim), _link_of(claim), memo, unknown, known)
    return Surveyed(file, memo, unknown, claims)


def is_lines(file: ClaimFile) -> bool:
    """Whether a file has one record a line."""
    return file.path.suffix.lower() == ".jsonl"


def lines(file: ClaimFile) -> Iterator[bytes]:
    """The lines of a file that hold anything, without the space around them.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        with file.path.open("rb") as opened:
            for number, line in enumerate(opened):
                stripped = (line.removeprefix(_MARK) if not number else line).strip(_SPACE)
                if stripped[:1] == b"{" or stripped.decode("utf-8", "replace").strip():
                    yield stripped
    except OSError as error:
        raise Unreadable from error


def records_at(
    surveyed: Surveyed, positions: Collection[int], units: KnownUnits
) -> Iterator[tuple[int, Record]]:
    """The records at some positions of a file, each with its own.

    Raises:
        Changed: another record stands there now.
        Unreadable: the file has faults now.
    """
    if not positions:
        return
    file, digests = surveyed.file, surveyed.memo.digests
    every: Iterable[Record] = surveyed.claims
    if is_lines(file):
        every = lines(file)
    elif not every:  # the file is what it was, and a claim of another one concerns it
        every = parsed(_content(file), file, units, is_json=False)
    left = len(positions)
    for at, one in enumerate(every):
        if at in positions:
            if _record_digest(one) != digests[at]:
                raise Changed
            left -= 1
            yield at, one
    if left:
        raise Changed


def parsed(content: bytes, file: ClaimFile, units: KnownUnits, *, is_json: bool) -> list[Claim]:
    """The claims of a file, or of some lines of it.

    Raises:
        Unreadable: there are faults.
    """
    faults: list[Fault] = []
    entries = parse(content, str(file.path), is_json=is_json, faults=faults, units=units).entries
    if faults:
        raise Unreadable
    return [entry.claim for entry in entries if entry.claim is not None]


def marks_of(claim: Claim, replaced: Collection[str]) -> int:
    """What is remembered of a claim: its own status, and whether another one replaces it."""
    if claim.status == ClaimStatus.DRAFT:
        return DRAFT
    if claim.status != ClaimStatus.CURRENT:
        return SETTLED
    return REPLACED if claim.id in replaced else 0


def _record_digest(record: Record) -> int:
    told = record if isinstance(record, bytes) else repr(record).encode("utf-8", "surrogatepass")
    return small_digest(told)


def _remember(
    record: int, link: Link | None, memo: FileMemo, unknown: list[int], known: Known
) -> None:
    claim_id, marks = known.get(record, (0, 0))
    if record not in known:
        unknown.append(len(memo))
    memo.add(record, claim_id, marks & ~REPLACED, link)


def _one(line: bytes, file: ClaimFile, units: KnownUnits) -> Claim:
    found = parsed(line, file, units, is_json=True)
    if len(found) != 1:
        raise Unreadable
    return found[0]


def _link_of(claim: Claim) -> Link | None:
    if claim.supersedes is None:
        return None
    return Link(claim.id, claim.supersedes, claim.status in _STRONG)


def _content(file: ClaimFile) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise Unreadable from error
