"""The drafts in a folder, without what version control and the settings leave out.

`os.path` rather than pathlib where something may stand in a folder that cannot be looked into:
pathlib raises an error there.
"""
# ruff: noqa: PTH100, PTH110

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.document.read import READERS
from factcheck.errors import InputError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE: Final = ".gitignore"
# Folders of other people's files, which programs fill and nobody edits.
_FOREIGN: Final = frozenset({
    "node_modules", "bower_components", "jspm_packages", "__pycache__", "__pypackages__",
    "site-packages", "venv",
})  # fmt: skip


class Ignored:
    """What the .gitignore files of a folder, of those above and of those in it leave out.

    Those above count up to the root of the repository; outside of one none above the folder does.

    Args:
        root: the folder that was named.
        heeded: whether they count at all.
        forced: whether they count for the folder itself, too. Without it whoever names a folder
            that is left out wants what is in it.
    """

    def __init__(self, root: Path, *, heeded: bool = True, forced: bool = False) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._heeded = heeded
        self._root = root
        self._top = next((up for up in (root, *root.parents) if os.path.exists(up / ".git")), root)
        if not forced and root != self._top and self._says(root, is_folder=True):
            self._top = root

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        """Whether a file or folder is left out, provided that no folder above it is."""
        return self._heeded and self._says(path, is_folder=is_folder)

    def leaves_out(self, path: Path) -> bool:
        """The same for a file of which nobody has looked at the folders above."""
        above = [up for up in reversed(path.parents) if self._top in up.parents]
        return any(self(up, is_folder=True) for up in above) or self(path, is_folder=False)

    def _says(self, path: Path, *, is_folder: bool) -> bool:
        for folder in path.parents:
            spec = self._spec(folder)
            if spec is not None:
                name = path.relative_to(folder).as_posix()
                found = spec.check_file(f"{name}/" if is_folder else name).include
                if found is not None:
                    return found
            if folder == self._top:
                break
        return False

    def _spec(self, folder: Path) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            self._specs[folder] = _read(folder / IGNORE)
        return self._specs[folder]


def _read(path: Path) -> GitIgnoreSpec | None:
    from pathspec import GitIgnoreSpec

    try:
        lines = path.read_text("utf-8", "surrogateescape").splitlines()
    except (FileNotFoundError, IsADirectoryError):
        return None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from error
    fitting = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue  # git, too, passes over a pattern that is none
        fitting.append(line)
    return GitIgnoreSpec.from_lines(fitting)


def drafts_in(
    shown: str,
    leaves_out: Callable[[Path, bool], bool],
    faults: list[InputError],
) -> Iterator[str]:
    """The drafts in a folder and the folders in it, in the order of their names.

    Links are not followed: what they lead to is either in the folder anyway or outside of it. Files
    of formats that are not read are passed over, as are hidden ones.

    Args:
        shown: the folder, as it was named.
        leaves_out: whether a path (absolute, and whether it is a folder) is left out.
        faults: folders that cannot be read are added here.
    """
    pending = [(shown, Path(os.path.abspath(shown)))]  # links stay as they are
    while pending:
        name, folder = pending.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            faults.append(InputError(f"cannot be read: {error.strerror}", where=name))
            continue
        folders = []
        for entry in inside:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            path = folder / entry.name
            inner = entry.name if name == os.curdir else str(Path(name, entry.name))
            if entry.is_dir(follow_symlinks=False):
                if not _is_foreign(path) and not leaves_out(path, True):
                    folders.append((inner, path))
            elif (
                path.suffix.lower() in READERS
                and entry.is_file(follow_symlinks=False)
                and not leaves_out(path, False)
            ):
                yield inner
        pending += reversed(folders)


def _is_foreign(path: Path) -> bool:
    return path.name in _FOREIGN or os.path.exists(path / "pyvenv.cfg")


def split_pattern(pattern: str) -> tuple[str, str]:
    """The folder that a pattern of paths begins with, and the rest of it."""
    parts = pattern.replace(os.sep, "/").split("/")
    fixed = []
    for part in parts[:-1]:
        if set(part) & set("*?["):
            break
        fixed.append(part)
    base = "/".join(fixed)
    if pattern.startswith("/") and not base:
        base = "/"
    return base or os.curdir, "/".join(parts[len(fixed) :])


def fitting(base: str, rest: str) -> Callable[[Path], bool]:
    """Whether a path below `base` fits the rest of a pattern, as a shell understands it.

    What fits may be a folder above the path: "news/*" stands for all that is in "news/today", too.
    """
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines([f"/{rest}"])
    root = Path(os.path.abspath(base))  # links stay as they are

    def fits(path: Path) -> bool:
        return bool(spec.match_file(path.relative_to(root).as_posix()))

    return fits
