"""Editing the claims that people keep, where they stand in their files.

An editor reads a store, makes an `Edit` of one of its files, and applies it: the whole store is
checked with the edit in it, and only then is the file replaced. Files are never sorted,
reformatted or completed; the lines that an edit is not about stay byte for byte.

    editor = ClaimEditor(["claims"])
    editor.apply(editor.change("ferry-piers", {"text": "The ferries call at 23 piers."}))
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date as Date
from pathlib import Path
from shlex import quote
from typing import Any

from factcheck.errors import ClaimError, ClaimFaults, EditRefused, Fault
from factcheck.model import Claim, ClaimStatus
from factcheck.store.edit_jsonl import JsonlText
from factcheck.store.edit_read import Place, Written, raw_of, says, shared_of, text_of
from factcheck.store.edit_save import Edit, locked, write
from factcheck.store.edit_toml import TomlText
from factcheck.store.edit_values import Keys, Value, ordered
from factcheck.store.fields import KnownUnits
from factcheck.store.files import ClaimFile, claim_files
from factcheck.store.reader import FileRead, all_faults, read_file
from factcheck.store.relations import settled
from factcheck.store.spelling import nearest


class ClaimEditor:
    """The store as it was when it was read, and the edits that can be made of it.

    Args:
        paths: files and folders of claims.
        units: the units that stated figures may have; None where that is not to be checked.

    Raises:
        NoClaims: a path does not exist.
        ClaimError: a path that cannot hold claims.
    """

    def __init__(
        self, paths: Sequence[str | os.PathLike[str]], units: KnownUnits | None = None
    ) -> None:
        self._paths = tuple(paths)
        self._units = units
        self._reads = [read_file(file, units) for file in claim_files(paths)]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the store."""
        return tuple(read.file.path for read in self._reads)

    def ids(self) -> frozenset[str]:
        """All ids in use."""
        return frozenset(e.id for read in self._reads for e in read.entries if e.id is not None)

    def claims(self) -> dict[str, Claim]:
        """The claims by their ids, with superseded ones marked; those with faults are left out."""
        readable = (e.claim for read in self._reads for e in read.entries if e.claim)
        return {claim.id: claim for claim in settled(readable)}

    def place(self, claim_id: str) -> Place:
        """Where a claim is written.

        Raises:
            ClaimError: there is no claim of that id, or more than one.
        """
        found = [
            Place(read, entry.places.line(entry.position, key="id"), entry)
            for read in self._reads
            for entry in read.entries
            if entry.id == claim_id
        ]
        if not found:
            near = nearest(claim_id, self.ids())
            raise ClaimError(
                f"there is no claim {claim_id!r}",
                do=f"did you mean {near!r}?" if near else "`factcheck claims list` lists the ids",
            )
        if len(found) > 1:
            where = ", ".join(f"{place.read.file.path}:{place.line}" for place in found)
            raise ClaimError(
                f"the id {claim_id!r} is used more than once",
                where=where,
                do="give each claim an id of its own, in the files themselves",
            )
        return found[0]

    def section(self, claim_id: str) -> str:
        """A claim as it is written."""
        place = self.place(claim_id)
        return text_of(place.read).section(place.entry.position)

    def defaults(self, path: Path) -> dict[str, Any]:
        """What the claims of a file share; nothing for a file that is not there yet."""
        read = self._read_of(path)
        return shared_of(read) if read is not None else {}

    def add(self, keys: Keys, path: Path) -> Edit:
        """One more claim, at the end of a file; what the file's defaults say is left to them.

        Args:
            keys: the claim's, `accepted`.
            path: a file of the store, or one that is to be made in one of its folders.

        Raises:
            ClaimError: the file cannot be edited as it is.
        """
        read = self._read_of(path)
        if read is None:
            is_json = path.suffix.lower() == ".jsonl"
            empty = (JsonlText if is_json else TomlText)("", str(path))
            return Edit(path, None, empty.added(keys).data)
        own = self._without_defaults(keys, path)
        return Edit(read.file.path, read.data, text_of(read).added(own).data)

    def change(self, claim_id: str, put: Keys, drop: Collection[str] = ()) -> Edit:
        """Keys of a claim set, others taken out; what already is as it should be is left alone.

        Args:
            claim_id: which claim.
            put: new values, `accepted`.
            drop: keys to take out, `removable`. One that the file's defaults give is taken back.

        Raises:
            ClaimError: there is no such claim, or its file cannot be edited as it is.
        """
        place = self.place(claim_id)
        raw, shared = raw_of(place.read, place.entry), shared_of(place.read)
        taken_back = [key for key in drop if key in shared and key not in ("tags", "status")]
        new = {key: value for key, value in put.items() if not says(raw, key, value)}
        new |= {key: "" for key in taken_back if raw.get(key) != ""}
        gone = [key for key in drop if key in raw and key not in taken_back]
        text = text_of(place.read)
        edited = text.changed(place.entry.position, new, gone) if new or gone else text
        return Edit(place.read.file.path, place.read.data, edited.data)

    def rewrite(self, claim_id: str, section: str) -> Edit:
        """A claim written anew, as somebody typed it.

        Raises:
            ClaimError: there is no such claim, or its file cannot be edited as it is.
        """
        place = self.place(claim_id)
        edited = text_of(place.read).replaced(place.entry.position, section)
        return Edit(place.read.file.path, place.read.data, edited.data)

    def supersede(self, claim_id: str, keys: Keys) -> Edit:
        """The claim that replaces another, right behind it, and the other one marked.

        Raises:
            ClaimError: there is no such claim, it is not in force, or its file cannot be edited.
        """
        self._in_force(claim_id)
        place = self.place(claim_id)
        at, path = place.entry.position, place.read.file.path
        in_force = {"status": ClaimStatus.CURRENT.value, "supersedes": claim_id}
        own = self._without_defaults({**keys, **in_force}, path)
        marked = text_of(place.read).changed(at, {"status": ClaimStatus.SUPERSEDED.value})
        return Edit(path, place.read.data, marked.added(ordered(own), after=at).data)

    def retract(self, claim_id: str, reason: str, day: Date) -> Edit:
        """A claim taken back; why, and when, is added to its note.

        Raises:
            ClaimError: there is no such claim, it is retracted already, or its file cannot be
                edited as it is.
        """
        place = self.place(claim_id)
        claim = self.claims().get(claim_id)
        if claim is None:
            raise ClaimFaults(place.read.faults)
        if claim.status == ClaimStatus.RETRACTED:
            raise ClaimError(
                f"the claim {claim_id!r} is retracted already",
                where=f"{place.read.file.path}:{place.line}",
                do=f"to say more of it: factcheck claims edit {quote(claim_id)} --note …",
            )
        why = f"Retracted {day.isoformat()}: {reason}"
        note = f"{claim.note} {why}" if claim.note else why
        return self.change(claim_id, {"status": ClaimStatus.RETRACTED.value, "note": note})

    def set_status(self, path: Path, claim_ids: Collection[str], status: str) -> Edit:
        """Claims of one file given a status, all at once.

        Args:
            path: a file of the store.
            claim_ids: claims that stand in it.
            status: the new status.

        Raises:
            ClaimError: the file cannot be edited as it is.
        """
        read = self._read_of(path)
        if read is None:
            raise ClaimError("this is no file of the store", where=str(path))
        text = text_of(read)
        for entry in read.entries:
            if entry.id in claim_ids:
                text = text.changed(entry.position, {"status": status})
        return Edit(read.file.path, read.data, text.data)

    def apply(self, edit: Edit | Callable[[], Edit], *, dry_run: bool = False) -> Written:
        """Check the whole store with the edit in it, and write it.

        Args:
            edit: of this editor; or what makes it, which is called while nobody else of this user
                edits, with the store as it is by then. Where it is made before, somebody who edits
                the same file meanwhile makes it fail.
            dry_run: only check.

        Raises:
            EditRefused: it would leave faults that are not there without it.
            ClaimError: the file was changed by somebody else in the meantime, or cannot be
                written. It is as it was before, then.
        """
        if dry_run:
            return self._checked(edit if isinstance(edit, Edit) else edit())
        with locked():
            self.refresh()
            made = edit if isinstance(edit, Edit) else edit()
            written = self._checked(made)
            if made.after != made.before:
                write(made)
        self.refresh()
        return written

    def refresh(self) -> None:
        """Read the files again that are no longer what they were.

        Raises:
            NoClaims, ClaimError: as when the store was read first.
        """
        known = {os.path.realpath(read.file.path): read for read in self._reads}
        reads: list[FileRead] = []
        for file in claim_files(self._paths):
            read = known.get(os.path.realpath(file.path))
            try:
                same = read is not None and file.path.read_bytes() == read.data
            except OSError:
                same = False
            reads.append(read if read is not None and same else read_file(file, self._units))
        self._reads = reads

    def _checked(self, edit: Edit) -> Written:
        """The store with the edit in it, where that adds no faults."""
        real = os.path.realpath(edit.path)
        others = [read for read in self._reads if os.path.realpath(read.file.path) != real]
        read = read_file(ClaimFile(edit.path.name, edit.path), self._units, edit.after)
        faults = all_faults([*others, read])
        if not faults:
            return Written(edit, read, ())
        before = Counter((fault.path, fault.what) for fault in all_faults(self._reads))
        new: list[Fault] = []
        for fault in faults:
            before[fault.path, fault.what] -= 1
            if before[fault.path, fault.what] < 0:
                new.append(fault)
        if new:
            raise EditRefused(new)
        return Written(edit, read, ClaimFaults(faults).faults)

    def _read_of(self, path: Path) -> FileRead | None:
        real = os.path.realpath(path)
        return next((r for r in self._reads if os.path.realpath(r.file.path) == real), None)

    def _without_defaults(self, keys: Keys, path: Path) -> dict[str, Value]:
        # current is what a claim is where nobody says anything
        shared = {"status": ClaimStatus.CURRENT.value, **self.defaults(path)}
        own: dict[str, Value] = {}
        for key, value in keys.items():
            if isinstance(value, tuple):
                rest = tuple(one for one in value if one not in shared.get(key, ()))
                if rest:
                    own[key] = rest
            elif shared.get(key) != value:
                own[key] = value
        return own

    def _in_force(self, claim_id: str) -> None:
        place = self.place(claim_id)
        where = f"{place.read.file.path}:{place.line}"
        claim = self.claims().get(claim_id)
        if claim is None:
            raise ClaimFaults(place.read.faults)
        if claim.status == ClaimStatus.CURRENT:
            return
        newer = sorted(c.id for c in self.claims().values() if c.supersedes == claim_id)
        if claim.status == ClaimStatus.RETRACTED:
            what, do = "was retracted", "add what holds now: factcheck claims add --text …"
        elif claim.status == ClaimStatus.DRAFT:
            what = "is a draft, which nobody has confirmed yet"
            do = f"write it anew: factcheck claims edit {quote(claim_id)} --text …"
        elif newer:
            what = f"is superseded already, by {', '.join(newer)}"
            do = f"supersede that one: factcheck claims supersede {quote(newer[-1])} --text …"
        else:
            what = "is marked as superseded, though no claim names it in `supersedes`"
            do = f"if it still holds: factcheck claims edit {quote(claim_id)} --status current"
        raise ClaimError(f"the claim {claim_id!r} {what}", where=where, do=do)
