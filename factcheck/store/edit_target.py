"""Into which file a new claim goes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import ClaimError
from factcheck.model import ClaimStatus
from factcheck.store.edit import ClaimEditor
from factcheck.store.edit_values import Keys
from factcheck.store.files import CONFIG_NAME, SUFFIXES

_NAME = "claims.toml"  # the file that is made where no other is meant


def target(
    editor: ClaimEditor, paths: Sequence[Path], keys: Keys, named: str | None = None
) -> Path:
    """The file that a new claim belongs to.

    It is the one that was named; else the one whose `[defaults]` give the claim's source, and
    nothing that the claim says otherwise; else the only one without `[defaults]`, whose claims
    say everything themselves; else `claims.toml` in the store's first folder. A file with defaults
    of another source is never chosen: the claim would be given a source that did not say it.

    Args:
        editor: of the store.
        paths: the files and folders of the store.
        keys: the claim's, `accepted`.
        named: what somebody asked for: a path, or a name in a folder of the store.

    Raises:
        ClaimError: the file named is not one that the store reads, or none is obvious.
    """
    folders = [path for path in paths if path.is_dir()]
    if named is not None:
        return _named(editor, folders, Path(named).expanduser())
    tables = [path for path in editor.files if path.suffix.lower() == ".toml"]
    for path in tables:
        if _fits(editor.defaults(path), keys):
            return path
    if len(editor.files) == 1 and not editor.defaults(editor.files[0]):
        return editor.files[0]
    bare = [path for path in tables if not editor.defaults(path)]
    if len(bare) == 1:
        return bare[0]
    if folders:
        return folders[0] / _NAME
    raise ClaimError(
        "it is not clear which file the claim belongs to",
        where=", ".join(str(path) for path in editor.files),
        do="name one with --file",
    )


def _fits(defaults: Mapping[str, Any], keys: Keys) -> bool:
    """Whether a file is of the claim's source, and its defaults agree with the claim."""
    if "source" not in keys or defaults.get("source") != keys["source"]:
        return False
    # the report of another day has another address, and drafts are kept apart
    own = {"status": ClaimStatus.CURRENT.value, **keys}
    shared = {key: value for key, value in defaults.items() if key not in ("tags", "note")}
    return all(own.get(key, value) == value for key, value in shared.items())


def _named(editor: ClaimEditor, folders: Sequence[Path], given: Path) -> Path:
    known = {os.path.realpath(path): path for path in editor.files}
    tried = [given, *(folder / given for folder in folders if not given.is_absolute())]
    for path in tried:
        if (real := os.path.realpath(path)) in known:
            return known[real]
    for path in tried:
        if any(_would_be_read(path, folder) for folder in folders):
            return path
    places = ", ".join(str(place) for place in (folders or editor.files))
    raise ClaimError(
        "this is no file that the store reads",
        where=str(given),
        do=f"name a .toml or .jsonl file in {places}",
    )


def _would_be_read(path: Path, folder: Path) -> bool:
    real, root = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    if os.path.lexists(path) or not real.is_relative_to(root) or real.name == CONFIG_NAME:
        return False
    hidden = any(part.startswith(".") for part in real.relative_to(root).parts)
    return not hidden and real.suffix.lower() in SUFFIXES
