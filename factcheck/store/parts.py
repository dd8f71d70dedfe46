r"""The few claims of a large store that concern somebody, found without parsing the others.

A claim can only have an id, or name one, where its bytes hold that id. So the bytes are searched,
which takes a second for gigabytes, and what holds the id is parsed: of a JSONL file the line, of a
TOML file all of it. What may hold it in another spelling (\u0061) is parsed as well. Whatever is
not plain, a fault among it, is `Unclear`, and left to whoever reads everything.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from factcheck.errors import Fault
from factcheck.model import Claim
from factcheck.store.fields import Entry, KnownUnits
from factcheck.store.files import ClaimFile
from factcheck.store.places import JsonLines
from factcheck.store.reader import FileRead
from factcheck.store.syntax import parse

# Bytes of claim files up to which all of them are parsed: that takes 0.2 s, and tells all faults.
SMALL: Final = 1_000_000
_MOST: Final = 50  # ids to search for at a time; of more, parsing everything is as fast
_ROUNDS: Final = 30  # from a claim to its neighbours, and on to theirs
_SPELT: Final = re.compile(rb"\\u00[2-7]")  # a letter that nobody has to escape
_ESCAPED: Final = re.compile(rb"\\[u/]")
_IN_TOML: Final = re.compile(rb"\\[uU\s]")
_NO_CLAIM: Final = re.compile(rb"\n(?!\{)")  # ends a line before one that may be blank
_WORD: Final = re.compile(rb"[a-z0-9]+")
# Letters that compare equal to one that is written otherwise, as the ss of "Strasse".
_FOLDED: Final = re.compile(rb"ss|f[fil]|st")


class Unclear(Exception):
    """Only whoever reads everything can tell."""


class _Lines:
    """A JSONL file: each claim is a line."""

    def __init__(self, file: ClaimFile, data: bytes, units: KnownUnits | None) -> None:
        self.file, self.data = file, data
        self._units = units
        self._entries: dict[int, Entry] = {}

    def mentioning(self, pieces: Iterable[bytes], spelt: re.Pattern[bytes]) -> Iterator[Entry]:
        """The claims whose lines hold one of the pieces, or may in another spelling."""
        starts = {start for piece in pieces for start, _ in _lines_with(self.data, piece)}
        starts |= self._spelt(spelt)
        return map(self._entry, sorted(starts))

    def worded(self, words: Sequence[bytes]) -> Iterator[Entry]:
        """The claims whose lines hold all of some words, whatever their capitals."""
        low = self.data.lower()
        found = _lines_with(low, words[0])
        starts = {a for a, end in found if all(low.find(word, a, end) >= 0 for word in words)}
        return map(self._entry, sorted(starts | self._spelt(_SPELT)))

    def differing(self, other: _Part) -> set[str]:
        """The ids of the lines that are not the same in another state of the file."""
        start = self.data.rfind(b"\n", 0, _agreeing(self.data, other.data)) + 1
        tail = _agreeing_at_the_end(self.data, other.data, start)
        entries = [*self._within(start, tail)]
        if isinstance(other, _Lines):
            entries += other._within(start, tail)
        return {entry.id for entry in entries if entry.id is not None}

    def _within(self, start: int, tail: int) -> Iterator[Entry]:
        """The claims from a line on, but for those that stand in the last `tail` bytes."""
        while start < len(self.data) and start <= len(self.data) - tail:
            end = self._end(start)
            if not self._is_blank(start, end):
                yield self._entry(start)
            start = end + 1

    def _spelt(self, spelt: re.Pattern[bytes]) -> set[int]:
        return {self.data.rfind(b"\n", 0, at.start()) + 1 for at in spelt.finditer(self.data)}

    def _entry(self, start: int) -> Entry:
        found = self._entries.get(start)
        if found is None:
            found = self._entries[start] = self._parsed(start)
        return found

    def _parsed(self, start: int) -> Entry:
        line = self.data[start : self._end(start)]
        shown, faults = str(self.file.path), list[Fault]()
        entries = parse(line, shown, is_json=True, faults=faults, units=self._units).entries
        if faults or len(entries) != 1 or (start and line.startswith(codecs.BOM_UTF8)):
            raise Unclear
        number = self.data.count(b"\n", 0, start)
        position = number - bisect_left(self._blanks, start)
        places = JsonLines(shown, {position: number + 1})
        return entries[0]._replace(places=places, position=position)

    @cached_property
    def _blanks(self) -> list[int]:
        """Where the lines start that hold nothing: they are lines, but no claims."""
        found = [0, *(match.end() for match in _NO_CLAIM.finditer(self.data))]
        return [start for start in found if self._is_blank(start, self._end(start))]

    def _is_blank(self, start: int, end: int) -> bool:
        line = self.data[start:end]
        if not start:
            line = line.removeprefix(codecs.BOM_UTF8)
        return not line.decode("utf-8", "replace").strip()

    def _end(self, start: int) -> int:
        """Where the line ends that starts there."""
        end = self.data.find(b"\n", start)
        return end if end >= 0 else len(self.data)


class _Tables:
    """A TOML file: where a claim ends is known once all of it is parsed."""

    def __init__(self, file: ClaimFile, data: bytes, units: KnownUnits | None) -> None:
        self.file, self.data = file, data
        self._units = units

    def mentioning(self, pieces: Iterable[bytes], spelt: re.Pattern[bytes]) -> Iterator[Entry]:
        """The claims of the file, where it holds one of the pieces or may in another spelling."""
        held = any(piece in self.data for piece in pieces)
        return iter(self._entries if held or _IN_TOML.search(self.data) else ())

    def worded(self, words: Sequence[bytes]) -> Iterator[Entry]:
        """The claims of the file, where it holds all of some words, whatever their capitals."""
        low = self.data.lower()
        held = all(word in low for word in words)
        return iter(self._entries if held or _IN_TOML.search(self.data) else ())

    def differing(self, other: _Part) -> set[str]:
        """The ids of the claims that are not the same in another state of the file."""
        ours = Counter(entry.claim for entry in self._entries)
        held = other._entries if isinstance(other, _Tables) else ()
        theirs = Counter(entry.claim for entry in held)
        return {claim.id for claim in (ours - theirs) + (theirs - ours) if claim is not None}

    @cached_property
    def _entries(self) -> list[Entry]:
        shown, faults = str(self.file.path), list[Fault]()
        found = parse(self.data, shown, is_json=False, faults=faults, units=self._units).entries
        if faults:
            raise Unclear
        return found


_Part = _Lines | _Tables


class Parts:
    """Claim files of which only what concerns somebody is parsed.

    Args:
        contents: the files with their bytes.
        units: the units that stated figures may have; None where that is not to be checked.
    """

    def __init__(
        self, contents: Iterable[tuple[ClaimFile, bytes]], units: KnownUnits | None
    ) -> None:
        self._units = units
        self._files = [self._part(file, data) for file, data in contents]

    def with_file(self, at: int | None, file: ClaimFile, data: bytes) -> tuple[Parts, set[str]]:
        """The same files with another content of one of them, or with one more.

        Args:
            at: which of them; None for one more.
            file: it.
            data: what it is to hold.

        Returns:
            The files, and the ids of the claims that are not what they were.

        Raises:
            Unclear: what differs has faults.
        """
        new = self._part(file, data)
        old = self._part(file, b"") if at is None else self._files[at]
        found = Parts((), self._units)
        found._files = [*self._files]
        if at is None:
            found._files.append(new)
        else:
            found._files[at] = new
        return found, new.differing(old)

    def succession(self, ids: Collection[str]) -> list[FileRead]:
        """The files, with the claims of these ids, those that they replace or that replace them.

        What these replace, or are replaced by, is among them too, and so on: what `supersedes`
        says within them is all that there is to say of them. Of every file there is a `FileRead`.

        Raises:
            Unclear: a line that may be one of theirs has a fault, or there are many.
        """
        known: set[str] = set()
        new = set(ids)
        held: list[dict[int, Entry]] = [{} for _ in self._files]
        for _ in range(_ROUNDS):
            if not new:
                return [
                    FileRead(part.file, part.data, _sorted(one, known), "", [])
                    for part, one in zip(self._files, held, strict=True)
                ]
            known |= new
            for part, one in zip(self._files, held, strict=True):
                one.update((entry.position, entry) for entry in self._naming(part, new))
            entries = [entry for one in held for entry in one.values()]
            newer = {entry.id for entry in entries if entry.supersedes in known}
            older = {entry.supersedes for entry in entries if entry.id in known}
            new = {name for name in newer | older if name is not None} - known
        raise Unclear

    def beginning(self, start: str) -> set[str]:
        """The ids that begin in some way.

        Raises:
            Unclear: a line that may have one has a fault.
        """
        entries = (entry for part in self._files for entry in self._naming(part, {start}))
        return {
            entry.id for entry in entries if entry.id is not None and entry.id.startswith(start)
        }

    def worded(self, text: str) -> list[Claim]:
        """The claims that may say the same as a text but for capitals and white space.

        Raises:
            Unclear: it has no word to look for, or a line that may say the same has a fault.
        """
        pieces = _FOLDED.sub(b" ", text.encode("utf-8", "replace").lower())
        words = sorted(set(_WORD.findall(pieces)), key=lambda word: (-len(word), word))
        if not words:
            raise Unclear
        entries = (entry for part in self._files for entry in part.worded(words))
        return [entry.claim for entry in entries if entry.claim is not None]

    def holding(self, word: str) -> list[Entry]:
        """The claims that may hold a word of ASCII letters somewhere.

        Raises:
            Unclear: one of them has a fault.
        """
        return [entry for part in self._files for entry in self._naming(part, {word})]

    def _naming(self, part: _Part, ids: Collection[str]) -> Iterator[Entry]:
        if len(ids) > _MOST or any('"' in name or "\\" in name for name in ids):
            raise Unclear
        plain = all(name.isascii() and "/" not in name for name in ids)
        pieces = [name.encode("utf-8", "surrogatepass") for name in ids]
        return part.mentioning(pieces, _SPELT if plain else _ESCAPED)

    def _part(self, file: ClaimFile, data: bytes) -> _Part:
        is_json = file.path.suffix.lower() == ".jsonl"
        return (_Lines if is_json else _Tables)(file, data, self._units)


def _sorted(entries: dict[int, Entry], ids: Collection[str]) -> list[Entry]:
    return [entry for _, entry in sorted(entries.items()) if entry.id in ids]


def _lines_with(data: bytes, piece: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of the lines that hold a piece."""
    at = data.find(piece)
    while at >= 0:
        end = data.find(b"\n", at)
        yield data.rfind(b"\n", 0, at) + 1, end if end >= 0 else len(data)
        at = data.find(piece, end) if end >= 0 else -1


def _agreeing(one: bytes, other: bytes) -> int:
    """How many bytes two texts have in common from the start on."""
    at, step = 0, 1 << 20
    most = min(len(one), len(other))
    while step:
        while at < most and one[at : at + step] == other[at : at + step]:
            at += step
        step //= 2
    return min(at, most)


def _agreeing_at_the_end(one: bytes, other: bytes, start: int) -> int:
    """How many bytes two texts have in common at their ends, down to `start` at most."""
    at, step = 0, 1 << 20
    most = min(len(one), len(other)) - start
    while step:
        while at + step <= most and (
            one[len(one) - at - step : len(one) - at]
            == other[len(other) - at - step : len(other) - at]
        ):
            at += step
        step //= 2
    return at
