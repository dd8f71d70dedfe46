"""`--baseline` and `--write-baseline`: what is known is suppressed, and what is found is noted."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from factcheck.cli import terminal
from factcheck.editorial.baseline import Baseline, Entry, read, written
from factcheck.editorial.review import Review
from factcheck.errors import ConfigError
from factcheck.exchange.saving import replacing
from factcheck.model.diagnostic import Silence, Suppression


class Known:
    """Suppresses what a baseline knows.

    Args:
        file: the baseline.
        quiet: whether nothing is told of it.

    Raises:
        ConfigError: it is not there, or cannot be used.
    """

    def __init__(self, file: str, *, quiet: bool = False) -> None:
        self._file, self._quiet = file, quiet
        self._paths = _Paths(file)
        self._baseline = Baseline(_read(file, "--baseline"), self._paths.exists)

    def marked(self, review: Review) -> Review:
        """The review, with what is known marked; what the draft itself suppresses stays so."""
        path = self._paths.of(review.document.name)
        self._baseline.saw(path)
        reason = f"known: {self._file}"
        diagnostics = tuple(
            replace(one, suppression=Suppression(Silence.BASELINE, reason))
            if one.suppression is None and self._baseline.knows(path, one.fingerprint)
            else one
            for one in review.diagnostics
        )
        return replace(review, diagnostics=diagnostics)

    def finish(self) -> None:
        """Tell of entries that nothing is known by any more."""
        if self._quiet:
            return
        stale = self._baseline.stale
        if stale:
            told = "entry is" if stale == 1 else "entries are"
            terminal.complain(
                f"{self._file}: {stale:,} {told} of no use any more; --write-baseline "
                f"{self._file} drops {'it' if stale == 1 else 'them'}"
            )


class Noting:
    """Notes what is found, for a baseline.

    Drafts that are not checked keep the entries that the file has of them.

    Args:
        file: the baseline to write.
        quiet: whether nothing is told of it.

    Raises:
        ConfigError: the file is there, and is none.
    """

    def __init__(self, file: str, *, quiet: bool = False) -> None:
        self._file, self._quiet = file, quiet
        self._paths = _Paths(file)
        there = os.path.exists(file)  # noqa: PTH110
        self._before = _read(file, "--write-baseline") if there else []
        self._found: list[Entry] = []
        self._seen: set[str] = set()

    def noted(self, review: Review) -> Review:
        """The same review."""
        path = self._paths.of(review.document.name)
        self._seen.add(path)
        self._found += (
            Entry(path, one.code, one.message, one.fingerprint)
            for one in review.diagnostics
            if one.suppression is None
        )
        return review

    def finish(self) -> None:
        """Write the file, whole or not at all.

        Raises:
            OutputError: it cannot be written.
        """
        kept = [entry for entry in self._before if self._is_of_another(entry.path)]
        text = written([*self._found, *kept])
        with replacing(Path(self._file)) as temporary:
            temporary.write_bytes(text.encode("utf-8", "backslashreplace"))
        if self._quiet:
            return
        count, drafts = len(self._found), len(self._seen)
        also = f", {len(kept):,} of other drafts kept" if kept else ""
        terminal.complain(
            f"{self._file}: {count:,} diagnostic{'' if count == 1 else 's'} of {drafts:,} "
            f"draft{'' if drafts == 1 else 's'} written{also}"
        )

    def _is_of_another(self, path: str) -> bool:
        return path not in self._seen and self._paths.exists(path)


class _Paths:
    """The paths of drafts, as a baseline has them: from its own folder, with forward slashes."""

    def __init__(self, file: str) -> None:
        self._folder = _real(os.path.dirname(file) or os.curdir)  # noqa: PTH120
        self._folders: dict[str, str] = {}

    def of(self, name: str | None) -> str:
        if name is None:
            return ""
        folder, base = os.path.split(name)
        if folder not in self._folders:
            self._folders[folder] = _real(folder or os.curdir)
        path = os.path.join(self._folders[folder], base)  # noqa: PTH118
        try:
            path = os.path.relpath(path, self._folder)
        except ValueError:  # on another drive there is no way from here
            return Path(path).as_posix()
        return path if os.sep == "/" else Path(path).as_posix()

    def exists(self, path: str) -> bool:
        return bool(path) and (Path(self._folder) / path).exists()


_real: Callable[[str], str] = os.path.realpath


def _read(file: str, option: str) -> list[Entry]:
    try:
        data = Path(file).read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(
            "there is no such baseline",
            where=f"{option} {file}",
            do=f"write it first: --write-baseline {file}",
        ) from error
    except OSError as error:
        raise ConfigError(
            f"the baseline cannot be read: {error.strerror}", where=f"{option} {file}"
        ) from error
    return read(data, file)
