"""Parsing and checking a configuration file; a warm run reads the compiled result instead."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

from factcheck.config_drafts import KEYS, OVERRIDES, Lines, Reader
from factcheck.document.encoding import decode
from factcheck.editorial.rules import rule_named
from factcheck.errors import ConfigError, Fault
from factcheck.policy import Policy
from factcheck.store import values
from factcheck.store.spelling import did_you_mean
from factcheck.store.syntax import toml_fault
from factcheck.store.values import WrongValue

_TABLE: Final = ("tool", "factcheck")  # of a pyproject.toml


def parse(path: Path) -> dict[str, object]:
    """What the file sets, as plain data.

    Returns:
        Of `claims` (list of texts), `units` (list of texts), `locale` (a text), `policy` (field
        names to bool, int, or fractions written as text), `overrides` (list of tables) and the
        keys of `factcheck.config_drafts` those that the file sets.

    Raises:
        ConfigError: the file cannot be read, or has faults: all of them, with their lines.
    """
    return parse_located(path)[0]


def parse_located(path: Path) -> tuple[dict[str, object], dict[str, int]]:
    """What the file sets, as `parse`, and the line of each; nothing for another's pyproject.toml.

    Raises:
        ConfigError: as `parse`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", where=str(path)) from error
    text = decode(data, str(path)).replace("\r\n", "\n")
    faults: list[Fault] = []
    try:
        raw: object = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError) as error:
        toml_fault(error, text, str(path), faults)
        raise _error(path, faults) from None
    above = _TABLE if path.name == "pyproject.toml" else ()
    for name in above:
        raw = raw.get(name) if isinstance(raw, dict) else None
    if not isinstance(raw, dict):
        return {}, {}
    lines = Lines(text, above)
    found = _read(raw, str(path), lines, faults)
    if faults:
        raise _error(path, faults)
    return found, _located(raw, lines)


def _located(raw: Mapping[str, object], lines: Lines) -> dict[str, int]:
    """The line of each setting, and of each in a table: "severity.FC106"."""
    found = {key: lines.of(key) for key in raw}
    for key in ("policy", "severity"):
        table = raw.get(key)
        for name in table if isinstance(table, dict) else ():
            rule = rule_named(name) if key == "severity" else None
            found[f"{key}.{rule.code if rule else name}"] = lines.of(key, name)
    return found


def _error(path: Path, faults: Sequence[Fault]) -> ConfigError:
    ordered = sorted(faults, key=lambda fault: (fault.line, fault.what))
    if len(ordered) == 1:
        only = ordered[0]
        return ConfigError(only.what, where=f"{path}:{only.line}", do=only.do)
    lines = "".join(f"\n  {fault}" for fault in ordered)
    return ConfigError(f"{len(ordered)} faults in the settings:{lines}", do="mend these lines")


def _read(
    raw: Mapping[str, object], path: str, lines: Lines, faults: list[Fault]
) -> dict[str, object]:
    found: dict[str, object] = {}
    drafts = Reader(path, lines, faults)
    for key, value in raw.items():
        line = lines.of(key)
        if key == "policy":
            found[key] = _policy(value, path, lines, faults)
        elif key == OVERRIDES:
            found[key] = drafts.overrides(value)
        elif key in KEYS:
            found[key] = drafts.read(key, value)
        elif key in _LISTS:
            try:
                found[key] = list(values.labels(value))
            except WrongValue as wrong:
                faults.append(Fault(path, line, f"{key}: {wrong.what}", _LISTS[key]))
        elif key == "locale":
            if isinstance(value, str) and _TAG.fullmatch(value):
                found[key] = value
            else:
                what = f"locale: {values.kind(value)} is no language tag"
                faults.append(Fault(path, line, what, 'write locale = "de" or "en-US"'))
        else:
            do = did_you_mean(key, KNOWN)
            faults.append(Fault(path, line, f"unknown setting {key!r}", do))
    return found


_TAG = re.compile("[a-z]{2,3}(-[A-Z]{2})?")
_LISTS: Mapping[str, str] = {  # each with what to write
    "claims": 'write claims = ["claims", "more/claims.toml"]',
    "units": "write units = ['smoot = 1.7018 * meter']",
}
KNOWN: Final = (*_LISTS, "locale", "policy", *KEYS, OVERRIDES)


def _policy(raw: object, path: str, lines: Lines, faults: list[Fault]) -> dict[str, object]:
    if not isinstance(raw, dict):
        line = lines.of("policy")
        faults.append(Fault(path, line, "policy must be a table", "write [policy]"))
        return {}
    defaults = {field.name: field.default for field in fields(Policy)}
    found: dict[str, object] = {}
    for key, value in raw.items():
        line = lines.of("policy", key)
        if key not in defaults:
            do = did_you_mean(key, defaults)
            faults.append(Fault(path, line, f"unknown setting {key!r} in [policy]", do))
            continue
        try:
            found[key] = _tolerance(value, defaults[key])
        except WrongValue as wrong:
            faults.append(Fault(path, line, f"{key}: {wrong.what}", wrong.do))
    return found


def _tolerance(value: object, default: object) -> bool | int | str:
    """A value of the same sort as `default`; a fraction as text, which marshal can store."""
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise WrongValue(f"expected true or false, found {values.kind(value)}")
        return value
    if isinstance(default, int):
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise WrongValue(f"expected a whole number from 1, found {values.kind(value)}")
        return value
    if isinstance(value, str) and value.rstrip().endswith("%"):
        found = values.number(value.rstrip()[:-1]) / 100
    else:
        found = values.number(value)
    # A default below one is a share of one: 10 for 10% would swallow every difference.
    if found < 0 or (isinstance(default, Fraction) and default < 1 <= found):
        raise WrongValue(f"{values.kind(value)} is out of range", 'write 0.1 or "10%" for 10%')
    return str(found)
