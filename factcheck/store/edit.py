"""Editing the claims that people keep, where they stand in their files.

An editor reads a store, makes an `Edit` of one of its files, and applies it: the store is checked
with the edit in it (all of a small one; of a large one what the edit concerns, see `parts`), and
only then is the file replaced. Files are never sorted, reformatted or completed; the lines that an
edit is not about stay byte for byte.

    editor = ClaimEditor(["claims"])
    editor.apply(editor.change("ferry-piers", {"text": "The ferries call at 23 piers."}))
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date as Date
from pathlib import Path
from shlex import quote
from typing import Any

from factcheck.errors import ClaimError, ClaimFaults
from factcheck.model import Claim, ClaimStatus
from factcheck.store.edit_jsonl import JsonlText
from factcheck.store.edit_read import Place, Written, raw_of, says, shared_of, text_of
from factcheck.store.edit_save import Edit, locked, write
from factcheck.store.edit_store import EditorStore
from factcheck.store.edit_toml import TomlText
from factcheck.store.edit_values import Keys, Value, ordered
from factcheck.store.fields import KnownUnits
from factcheck.store.reader import FileRead
from factcheck.store.relations import settled
from factcheck.store.repeats import told_already
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
        self._store = EditorStore(paths, units)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the store."""
        return self._store.files

    def ids(self) -> frozenset[str]:
        """All ids in use."""
        entries = (entry for read in self._store.all() for entry in read.entries)
        return frozenset(entry.id for entry in entries if entry.id is not None)

    def ids_beginning(self, start: str) -> Collection[str]:
        """The ids in use that begin in some way."""
        return self._store.beginning(start)

    def claims(self) -> dict[str, Claim]:
        """The claims by their ids, with superseded ones marked; those with faults are left out."""
        return _settled(self._store.all())

    def claims_about(self, claim_id: str) -> dict[str, Claim]:
        """Of these a claim, what it replaces and what replaces it, and so on; maybe others too."""
        return _settled(self._store.about(claim_id))

    def told_already(self, keys: Keys, path: Path) -> Claim | None:
        """The claim that says the same as one that is to be added to a file, if there is one.

        Args:
            keys: the new claim's, `accepted`.
            path: the file.
        """
        told = {**self.defaults(path), **keys}
        return told_already(told, self._store.worded(str(keys["text"])))

    def place(self, claim_id: str) -> Place:
        """Where a claim is written.

        Raises:
            ClaimError: there is no claim of that id, or more than one.
        """
        found = [
            Place(read, entry.places.line(entry.position, key="id"), entry)
            for read in self._store.about(claim_id)
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
        read = self._store.content(path)
        return shared_of(read) if read is not None else {}

    def add(self, keys: Keys, path: Path) -> Edit:
        """One more claim, at the end of a file; what the file's defaults say is left to them.

        Args:
            keys: the claim's, `accepted`.
            path: a file of the store, or one that is to be made in one of its folders.

        Raises:
            ClaimError: the file cannot be edited as it is.
        """
        read, about = self._store.file(path), (str(keys["id"]),)
        if read is None:
            is_json = path.suffix.lower() == ".jsonl"
            empty = (JsonlText if is_json else TomlText)("", str(path))
            return Edit(path, None, empty.added(keys).data, about)
        own = self._without_defaults(keys, path)
        return Edit(read.file.path, read.data, text_of(read).added(own).data, about)

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
        text, shared = text_of(place.read), shared_of(place.read)
        raw = raw_of(text, place.entry.position)
        taken_back = [key for key in drop if key in shared and key not in ("tags", "status")]
        new = {key: value for key, value in put.items() if not says(raw, key, value)}
        new |= {key: "" for key in taken_back if raw.get(key) != ""}
        gone = [key for key in drop if key in raw and key not in taken_back]
        edited = text.changed(place.entry.position, new, gone) if new or gone else text
        return Edit(place.read.file.path, place.read.data, edited.data, (claim_id,))

    def rewrite(self, claim_id: str, section: str) -> Edit:
        """A claim written anew, as somebody typed it.

        Raises:
            ClaimError: there is no such claim, or its file cannot be edited as it is.
        """
        place = self.place(claim_id)
        edited = text_of(place.read).replaced(place.entry.position, section)
        return Edit(place.read.file.path, place.read.data, edited.data, (claim_id,))

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
        edited = marked.added(ordered(own), after=at)
        return Edit(path, place.read.data, edited.data, (claim_id, str(own["id"])))

    def retract(self, claim_id: str, reason: str, day: Date) -> Edit:
        """A claim taken back; why, and when, is added to its note.

        Raises:
            ClaimError: there is no such claim, it is retracted already, or its file cannot be
                edited as it is.
        """
        place = self.place(claim_id)
        claim = self.claims_about(claim_id).get(claim_id)
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
        real = os.path.realpath(path)
        reads = self._store.about(*claim_ids)
        read = next((one for one in reads if os.path.realpath(one.file.path) == real), None)
        if read is None:
            raise ClaimError("this is no file of the store", where=str(path))
        text = text_of(read)
        for entry in read.entries:
            if entry.id in claim_ids:
                text = text.changed(entry.position, {"status": status})
        return Edit(read.file.path, read.data, text.data, tuple(claim_ids))

    def apply(self, edit: Edit | Callable[[], Edit], *, dry_run: bool = False) -> Written:
        """Check the store with the edit in it, and write it.

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
            return self._store.checked(edit if isinstance(edit, Edit) else edit())
        with locked():
            self.refresh()
            made = edit if isinstance(edit, Edit) else edit()
            written = self._store.checked(made)
            if made.after != made.before:
                write(made)
        self.refresh()
        return written

    def refresh(self) -> None:
        """Read the files again that are no longer what they were.

        Raises:
            NoClaims, ClaimError: as when the store was read first.
        """
        self._store.refresh()

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
        claim = self.claims_about(claim_id).get(claim_id)
        if claim is None:
            raise ClaimFaults(place.read.faults)
        if claim.status == ClaimStatus.CURRENT:
            return
        about = self.claims_about(claim_id).values()
        newer = sorted(other.id for other in about if other.supersedes == claim_id)
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


def _settled(reads: Iterable[FileRead]) -> dict[str, Claim]:
    readable = (entry.claim for read in reads for entry in read.entries if entry.claim)
    return {claim.id: claim for claim in settled(readable)}
