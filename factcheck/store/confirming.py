"""Drafts that a person has looked at become current claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path

from factcheck.errors import ClaimError
from factcheck.model import ClaimStatus
from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_save import Edit
from factcheck.store.located import Located, LocatedClaims
from factcheck.store.spelling import nearest


def to_confirm(claims: LocatedClaims, ids: Iterable[str]) -> list[Located]:
    """The drafts of these ids, each once; ids of claims that are current already are left out.

    Raises:
        ClaimError: an id that no claim has, or a claim that is superseded or retracted; all such
            are told together.
    """
    found: dict[str, Located] = {}
    faults: list[str] = []
    for name in ids:
        one = claims.all.get(name)
        if one is None:
            near = nearest(name, claims.all)
            faults.append(f"there is no claim {name!r}" + (f", maybe {near!r}" if near else ""))
        elif one.claim.status == ClaimStatus.DRAFT:
            found[name] = one
        elif one.claim.status != ClaimStatus.CURRENT:
            faults.append(f"{one.path}:{one.line}: {name!r} is {one.claim.status}, and no draft")
    if faults:
        lines = "\n".join(f"  {fault}" for fault in faults)
        raise ClaimError(
            f"nothing was confirmed, for these reasons:\n{lines}",
            do="`factcheck claims list --status draft` lists what can be",
        )
    return list(found.values())


def confirm(drafts: Iterable[Located]) -> None:
    """Make drafts current, file by file, each file in one piece.

    Raises:
        ClaimError: a file cannot be edited or written; those before it are done.
    """
    by_file: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        by_file[draft.path].add(draft.claim.id)
    for path, ids in sorted(by_file.items()):
        editor = ClaimEditor([path])
        editor.apply(partial(_made_current, editor, Path(path), ids))


def _made_current(editor: ClaimEditor, path: Path, ids: Collection[str]) -> Edit:
    """The file with its drafts as current claims, unless somebody has decided otherwise."""
    claims = editor.claims()
    for name in sorted(ids):
        if name not in claims or claims[name].status != ClaimStatus.DRAFT:
            raise ClaimError(
                f"somebody else has changed {name!r} in the meantime: it is no draft any more",
                where=str(path),
                do="run this again: it starts from the file as it is now",
            )
    return editor.set_status(path, ids, ClaimStatus.CURRENT.value)
