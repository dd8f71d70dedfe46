"""The settings of drafts in a configuration file: what may stand there, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date as Date
from datetime import datetime as DateTime
from typing import Final, NamedTuple

from factcheck.document.encoding import known_encoding
from factcheck.editorial.rules import rule_named, rules
from factcheck.errors import Fault
from factcheck.model.diagnostic import Severity
from factcheck.store import values
from factcheck.store.days import typed_day
from factcheck.store.spelling import did_you_mean
from factcheck.store.toml_lines import Table, tables
from factcheck.store.values import WrongValue

OFF: Final = "off"  # a severity in a file, for a rule that is not wanted at all
OVERRIDES: Final = "overrides"
_LEVELS: Final = tuple(severity.value for severity in Severity)


class Key(NamedTuple):
    """One setting of drafts.

    Attributes:
        read: makes plain data of what the file says, or raises `WrongValue`.
        example: what to write.
        by_path: whether it may differ from draft to draft, in `[[overrides]]`.
    """

    read: Callable[[object], object]
    example: str
    by_path: bool = False


class Lines:
    """On which line of a TOML file a setting stands.

    Args:
        text: of the file.
        above: the table that the settings stand in: ("tool", "factcheck") of a pyproject.toml.
    """

    def __init__(self, text: str, above: tuple[str, ...] = ()) -> None:
        self._tables = tables(text)
        self._above = above

    def of(self, *keys: str, override: int | None = None) -> int:
        """The line of a key, else of the nearest thing that holds it.

        Args:
            keys: the key, behind those of the tables that it stands in.
            override: in which `[[overrides]]` it stands, counted from 0.
        """
        whole = (*self._above, *keys)
        among = self._tables if override is None else self._within(override)
        for length in range(len(whole), 0, -1):
            part = whole[:length]
            for table in among:
                if table.path == part:
                    return table.line
                if table.path == part[:-1] and part[-1] in table.keys:
                    return table.keys[part[-1]]
        return 1

    def _within(self, override: int) -> tuple[Table, ...]:
        header = (*self._above, OVERRIDES)
        begun = [n for n, table in enumerate(self._tables) if table.path == header]
        if override >= len(begun):  # written as one array: overrides = [{…}, {…}]
            return self._tables
        return self._tables[begun[override] : [*begun, len(self._tables)][override + 1]]


class Reader:
    """Reads the settings of drafts out of one file, and gathers what is wrong with them.

    Args:
        path: of the file, for messages.
        lines: where things stand in it.
        faults: what is wrong is added here.
    """

    def __init__(self, path: str, lines: Lines, faults: list[Fault]) -> None:
        self._path = path
        self._lines = lines
        self._faults = faults

    def read(self, key: str, value: object) -> object:
        """A setting of `KEYS`, as plain data; None where it is faulty."""
        return self._read(value, (key,), None)

    def overrides(self, value: object) -> list[dict[str, object]]:
        """The tables `[[overrides]]`, each with its `paths` and what holds for these."""
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            what = "overrides must be tables of their own"
            self._fault(self._lines.of(OVERRIDES), what, "write [[overrides]]")
            return []
        return [self._override(number, table) for number, table in enumerate(value)]

    def _override(self, number: int, table: Mapping[str, object]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in table.items():
            if key == "paths" or (key in KEYS and KEYS[key].by_path):
                found[key] = self._read(value, (OVERRIDES, key), number)
            else:
                line = self._lines.of(OVERRIDES, key, override=number)
                self._fault(line, *_no_override(key))
        if "paths" not in table:
            line = self._lines.of(OVERRIDES, override=number)
            self._fault(line, "these overrides name no paths", f"write {_PATHS.example}")
        found["line"] = self._lines.of(OVERRIDES, override=number)
        return found

    def _read(self, value: object, keys: tuple[str, ...], override: int | None) -> object:
        key = keys[-1]
        if key == "severity":
            return self._severities(value, keys, override)
        known = _PATHS if key == "paths" else KEYS[key]
        try:
            return known.read(value)
        except WrongValue as wrong:
            line = self._lines.of(*keys, override=override)
            self._fault(line, f"{key}: {wrong.what}", wrong.do or f"write {known.example}")
            return None

    def _severities(
        self, value: object, keys: tuple[str, ...], override: int | None
    ) -> dict[str, str]:
        if not isinstance(value, dict):
            line = self._lines.of(*keys, override=override)
            self._fault(line, "severity must be a table", f"write {KEYS['severity'].example}")
            return {}
        found: dict[str, str] = {}
        for name, level in value.items():
            line = self._lines.of(*keys, name, override=override)
            rule = rule_named(name)
            if rule is None:
                known = (*rules(), *(one.name for one in rules().values()))
                self._fault(line, f"there is no rule {name!r}", did_you_mean(name, known))
            elif level not in (*_LEVELS, OFF):
                what = f"{name}: {values.kind(level)} is no severity"
                self._fault(line, what, f"one of {', '.join((*_LEVELS, OFF))}")
            else:
                found[rule.code] = str(level)
        return found

    def _fault(self, line: int, what: str, do: str) -> None:
        self._faults.append(Fault(self._path, line, what, do))


def _no_override(key: str) -> tuple[str, str]:
    """What is wrong with a key of an override that cannot stand there, and what to do."""
    if key in KEYS:
        return f"{key} counts for a whole run, not by paths", "set it above the overrides"
    known = ["paths", *(name for name, one in KEYS.items() if one.by_path)]
    return f"unknown setting {key!r} in [[overrides]]", did_you_mean(key, known)


def _patterns(value: object) -> list[str]:
    from pathspec import GitIgnoreSpec  # the same that reads .gitignore

    found = list(values.labels(value))
    for pattern in found:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError:
            raise WrongValue(f"{pattern!r} is no pattern of paths") from None
    return found


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValue(f"expected true or false, found {values.kind(value)}")
    return value


def _level(value: object) -> str:
    if value not in _LEVELS:
        raise WrongValue(f"{values.kind(value)} is no severity", f"one of {', '.join(_LEVELS)}")
    return str(value)


def _encoding(value: object) -> str:
    name = values.required_words(value)
    if known_encoding(name) is None:
        raise WrongValue(f"no encoding {values.shortened(name)!r} is known")
    return name


def day(value: object) -> str:
    """A whole day, as ISO text.

    Raises:
        WrongValue: it is none.
    """
    if isinstance(value, Date) and not isinstance(value, DateTime):
        return value.isoformat()
    found = typed_day(values.required_words(value))
    if not isinstance(found, Date):
        raise WrongValue(f"{values.kind(value)} is no whole day", "write 2025-03-04")
    return found.isoformat()


_PATHS = Key(_patterns, 'paths = ["sports/**"]')
# `paths` of overrides apart, these are all. Those of one run (a report has one format) come from
# the settings of the working folder, the others from those nearest to each draft.
KEYS: Final[Mapping[str, Key]] = {
    "extend": Key(values.required_words, 'extend = "../factcheck.toml"'),
    "include": Key(_patterns, 'include = ["news/**"]'),
    "exclude": Key(_patterns, 'exclude = ["archive/**"]'),
    "self": Key(_flag, "self = false", by_path=True),
    "min-level": Key(_level, 'min-level = "warning"', by_path=True),
    "date": Key(day, "date = 2025-03-04", by_path=True),
    "encoding": Key(_encoding, 'encoding = "windows-1252"', by_path=True),
    "severity": Key(lambda value: value, '[severity] and below it FC106 = "off"', by_path=True),
    "fail-on": Key(values.required_words, 'fail-on = "disputed"'),
    "format": Key(values.required_words, 'format = "concise"'),
    "baseline": Key(values.required_words, 'baseline = "factcheck-baseline.json"'),
}
