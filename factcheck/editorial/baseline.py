"""A baseline: the diagnostics that are known, so that an archive can be taken on without noise.

A file of one entry a line, in an order of its own, so that its differences are small. An entry is
known again by its fingerprint, once: what was copied into a second draft is new there.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NamedTuple

from factcheck.errors import ConfigError

FORMAT: Final = "factcheck-baseline"
VERSION: Final = 1
_SHOWN: Final = 5  # faults of a file that a message tells
_ANEW: Final = "restore it, or delete it and write it anew with --write-baseline"


class Entry(NamedTuple):
    """One diagnostic that is known.

    Attributes:
        path: of the draft, from the baseline's folder, with forward slashes; "" for text.
        code: of the rule.
        message: what it says, for whoever reads the file.
        fingerprint: what it is known by.
    """

    path: str
    code: str
    message: str
    fingerprint: str


class Baseline:
    """Knows diagnostics again.

    Args:
        entries: what is known.
        exists: whether there is a draft of a path, as entries have it.
    """

    def __init__(self, entries: Iterable[Entry], exists: Callable[[str], bool]) -> None:
        self._exists = exists
        self._by_path: dict[str, Counter[str]] = defaultdict(Counter)
        for entry in entries:
            self._by_path[entry.path][entry.fingerprint] += 1
        self._seen: set[str] = set()
        self._moved: dict[str, list[Counter[str]]] | None = None

    def saw(self, path: str) -> None:
        """Note that a draft is checked in this run."""
        self._seen.add(path)

    def knows(self, path: str, fingerprint: str) -> bool:
        """Whether a diagnostic is known, each entry once.

        Entries of the same path come first, then those of drafts that are no more: a draft may
        have been renamed.
        """
        own = self._by_path.get(path)
        if own is not None and own[fingerprint] > 0:
            own[fingerprint] -= 1
            return True
        for gone in self._of_moved.get(fingerprint, ()):
            if gone[fingerprint] > 0:
                gone[fingerprint] -= 1
                return True
        return False

    @property
    def stale(self) -> int:
        """How many entries nothing was known by, of drafts that were checked or are no more."""
        gone = (path for path in self._by_path if path not in self._seen)
        paths = [*self._seen, *(path for path in gone if path and not self._exists(path))]
        return sum((self._by_path.get(path) or Counter()).total() for path in paths)

    @property
    def _of_moved(self) -> Mapping[str, list[Counter[str]]]:
        """By fingerprint, the counts of the drafts that are no more."""
        if self._moved is None:
            self._moved = {}
            for path, counts in self._by_path.items():
                if path and not self._exists(path):
                    for fingerprint in counts:
                        self._moved.setdefault(fingerprint, []).append(counts)
        return self._moved


def written(entries: Iterable[Entry]) -> str:
    """A baseline as text."""
    lines = (json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries))
    body = ",\n".join(lines)
    head = f'{{"format": "{FORMAT}", "version": {VERSION}, "entries": ['
    return f"{head}\n{body}\n]}}\n" if body else f"{head}]}}\n"


def read(data: bytes, where: str) -> list[Entry]:
    """The entries of a baseline.

    Args:
        data: the file.
        where: its name, for messages.

    Raises:
        ConfigError: it is damaged, no baseline, or one of a newer program.
    """
    whole = _whole(data, where)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ConfigError(
            "this file is no baseline", where=where, do="name one that --write-baseline wrote"
        )
    version = whole.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise ConfigError(
            f"a newer factcheck wrote this baseline (version {version}; this one reads {VERSION})",
            where=where,
            do="update factcheck",
        )
    given = whole.get("entries")
    if version != VERSION or not isinstance(given, list):
        raise ConfigError("the baseline is damaged", where=where, do=_ANEW)
    faults = [number for number, one in enumerate(given, 1) if not _is_entry(one)]
    if faults:
        told = ", ".join(map(str, faults[:_SHOWN])) + (", …" if len(faults) > _SHOWN else "")
        entries = "entry" if len(faults) == 1 else "entries"
        raise ConfigError(f"the baseline is damaged: {entries} {told}", where=where, do=_ANEW)
    return [Entry(*(one[field] for field in Entry._fields)) for one in given]


def _whole(data: bytes, where: str) -> Any:
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigError(
            "this file is no baseline: it is not UTF-8",
            where=where,
            do="name one that --write-baseline wrote",
        ) from error
    except json.JSONDecodeError as error:
        line = data.decode("utf-8").splitlines()[error.lineno - 1 : error.lineno]
        if line and line[0].startswith(("<<<<<<<", "=======", ">>>>>>>")):
            what, do = "a merge left its marks", "keep the entries of both sides, each on its line"
        else:
            what, do = f"this is no JSON: {error.msg}", _ANEW
        raise ConfigError(what, where=f"{where}:{error.lineno}", do=do) from error
    except RecursionError as error:
        raise ConfigError("this file is no baseline", where=where, do=_ANEW) from error


def _is_entry(one: object) -> bool:
    return isinstance(one, dict) and all(isinstance(one.get(key), str) for key in Entry._fields)
