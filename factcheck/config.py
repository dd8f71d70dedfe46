"""Finding the store of claims, and the settings.

Settings stand in the nearest configuration file upwards from where the work is done; in one folder
the first of `NAMES` counts, and a pyproject.toml only where it has a table `[tool.factcheck]`.

The claims: those named on the command line, else those in FACTCHECK_CLAIMS, else the nearest
upwards: a configuration file that sets `claims`, or a folder `claims/`. In one directory the file
goes before the folder.
"""

# ruff: noqa: PTH112, PTH113

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from factcheck.cache import compiled
from factcheck.errors import ConfigError, NoClaims
from factcheck.policy import Policy
from factcheck.store.files import CONFIG_NAME, FOLDER_NAME, near
from factcheck.text.tokens import LOCALE

PYPROJECT: Final = "pyproject.toml"
NAMES: Final = (CONFIG_NAME, f".{CONFIG_NAME}", PYPROJECT)
ENVIRONMENT: Final = "FACTCHECK_CLAIMS"
_HOW: Final = (
    "name a file or folder with --claims or in FACTCHECK_CLAIMS, or set up a folder claims/ here: "
    "factcheck claims init"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set outside of the program.

    Attributes:
        claims: files and folders of claims, all of which exist.
        units: further units, in pint's definition syntax.
        locale: how numbers and dates are written.
        policy: the tolerances, with what the configuration changes of them.
        config: the file that units and policy came from, if there is one.
    """

    claims: tuple[Path, ...]
    units: tuple[str, ...] = ()
    locale: str = LOCALE
    policy: Policy = Policy()
    config: Path | None = None


class Where(NamedTuple):
    """Which settings are heeded.

    Attributes:
        config: the only configuration file; None for the nearest.
        isolated: whether none is, wherever it lies.
    """

    config: str | None = None
    isolated: bool = False


class Configuration(NamedTuple):
    """What a configuration file sets, with what it extends.

    Attributes:
        path: the file; None where there is none.
        values: the settings by their names, as plain data; paths of files as seen from here.
        told: by the name of a setting, or by those of its table and itself, where it stands.
    """

    path: Path | None = None
    values: Mapping[str, Any] = {}
    told: Mapping[str, str] = {}


def load_settings(
    start: str | os.PathLike[str],
    explicit: Sequence[str | os.PathLike[str]] = (),
    where: Where = Where(),  # noqa: B008 -- it never changes
) -> Settings:
    """Find the store and the configuration.

    Args:
        start: the file or folder from which to look upwards; usually the current directory.
        explicit: paths named outright, which go before everything else.
        where: which configuration is heeded.

    Raises:
        NoClaims: there is no store, or a path of it does not exist.
        ConfigError: faults in the configuration, all of them, with their lines.
    """
    folders = _upwards(Path(start))
    found = _configuration(folders, where)
    return Settings(
        _claims(folders, explicit, where, found),
        units=_units(found.values),
        locale=_locale(found.values),
        policy=_policy(cast("Mapping[str, object]", found.values.get("policy", {}))),
        config=found.path,
    )


def load_reading(start: str | os.PathLike[str]) -> tuple[tuple[str, ...], str]:
    """Units and locale of the nearest configuration, with or without a store beside it.

    Raises:
        ConfigError: faults in the configuration, all of them, with their lines.
    """
    found = load_configuration(start)
    return _units(found.values), _locale(found.values)


def load_configuration(
    start: str | os.PathLike[str],
    where: Where = Where(),  # noqa: B008 -- it never changes
) -> Configuration:
    """The configuration for a file or a folder.

    Raises:
        ConfigError: faults in it, all of them, with their lines.
    """
    return _configuration(_upwards(Path(start)), where)


def _configuration(folders: Sequence[Path], where: Where) -> Configuration:
    if where.isolated:
        return Configuration()
    if where.config:
        return read_configuration(Path(where.config))
    for folder in folders:
        found = _configured(folder)
        if found is not None:
            return found
    return Configuration()


def _configured(folder: Path) -> Configuration | None:
    """The configuration that stands in a folder itself."""
    for name in NAMES:
        path = folder / name
        # os.path: pathlib raises an error in a folder that cannot be looked into
        if os.path.isfile(path) and (name != PYPROJECT or _is_ours(path)):
            found = read_configuration(path)
            if found.told or name != PYPROJECT:
                return found
    return None


def _is_ours(path: Path) -> bool:
    """Whether a pyproject.toml speaks of us at all: most need not be parsed."""
    try:
        return b"factcheck" in path.read_bytes()
    except OSError:
        return False  # another program's file: whether it can be read is not our business


def read_configuration(path: Path, extended_by: tuple[Path, ...] = ()) -> Configuration:
    """What a configuration file sets, with what it extends.

    Args:
        path: the file.
        extended_by: the files that led to it.

    Raises:
        ConfigError: there is no such file, or it has faults: all of them, with their lines.
    """
    if not path.is_file():
        raise ConfigError("there is no such configuration file", where=str(path))
    found, lines = _read(path)
    told = {key: f"{near(path)}:{line}" for key, line in lines.items()}
    values: dict[str, Any] = dict(found)
    for key in _FILES & values.keys():
        value = values[key]
        values[key] = (
            [str(path.parent / one) for one in value]
            if isinstance(value, list)
            else str(path.parent / value)
        )
    if "overrides" in values:
        values["overrides"] = [
            {**one, "line": f"{near(path)}:{one['line']}"} for one in values["overrides"]
        ]
    if "extend" not in values:
        return Configuration(path, values, told)
    return _extended(Configuration(path, values, told), (*extended_by, path))


def _extended(nearer: Configuration, chain: tuple[Path, ...]) -> Configuration:
    """A configuration with what it extends: tables are merged, of all else the nearer counts."""
    further, where = Path(nearer.values["extend"]), nearer.told["extend"]
    if os.path.realpath(further) in map(os.path.realpath, chain):
        raise ConfigError("the configuration extends itself", where=where, do="end the circle")
    if not further.is_file():
        raise ConfigError(f"there is no file {near(further)} to extend", where=where)
    base = read_configuration(further, chain)
    if further.name == PYPROJECT and not base.told:
        raise ConfigError(f"{near(further)} has no table [tool.factcheck]", where=where)
    values = {**base.values, **nearer.values}
    for key in ("policy", "severity"):
        if key in values:
            values[key] = {**base.values.get(key, {}), **nearer.values.get(key, {})}
    if "overrides" in values:  # the later counts
        both = (*base.values.get("overrides", ()), *nearer.values.get("overrides", ()))
        values["overrides"] = both
    return Configuration(nearer.path, values, {**base.told, **nearer.told})


# Settings that name files, from the folder of the file where they stand.
_FILES: Final = frozenset({"claims", "extend", "baseline"})


def _units(set_here: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(cast("Sequence[str]", set_here.get("units", ())))


def _locale(set_here: Mapping[str, object]) -> str:
    return cast("str", set_here.get("locale", LOCALE))


def _upwards(start: Path) -> list[Path]:
    here = Path(os.path.abspath(start))  # noqa: PTH100 -- symbolic links stay as they are
    return [*([] if here.is_file() else [here]), *here.parents]


def _claims(
    folders: Sequence[Path],
    explicit: Sequence[str | os.PathLike[str]],
    where: Where,
    found: Configuration,
) -> tuple[Path, ...]:
    if explicit:
        return _existing([Path(path) for path in explicit], "--claims")
    named = [path for path in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if path.strip()]
    if named:
        return _existing([Path(path).expanduser() for path in named], ENVIRONMENT)
    if where.config and "claims" in found.values:
        return _listed(found)
    for folder in folders:
        here = None if where.config or where.isolated else _configured(folder)
        if here is not None and "claims" in here.values:
            return _listed(here)
        if os.path.isdir(folder / FOLDER_NAME):
            return (folder / FOLDER_NAME,)
    raise NoClaims(f"there is no store of claims in {folders[0]} or above", do=_HOW)


def _listed(found: Configuration) -> tuple[Path, ...]:
    paths = [Path(path) for path in found.values["claims"]]
    return _existing(paths, near(found.path) if found.path else "")


def _existing(paths: Sequence[Path], named_by: str) -> tuple[Path, ...]:
    missing = [near(path) for path in paths if not path.exists()]
    if missing:
        raise NoClaims(
            f"no such file or folder: {', '.join(missing)}",
            where=named_by,
            do="check the spelling, and from where a relative path counts",
        )
    return tuple(paths)


def _policy(overrides: Mapping[str, object]) -> Policy:
    values = {
        name: Fraction(value) if isinstance(value, str) else value
        for name, value in overrides.items()
    }
    return replace(Policy(), **cast("dict[str, Any]", values))


def _read(path: Path) -> tuple[Mapping[str, object], Mapping[str, int]]:
    """What a file sets, as plain data with fractions kept as text, and on which lines."""
    kind = "pyproject" if path.name == PYPROJECT else "config"
    return cast(
        "tuple[Mapping[str, object], Mapping[str, int]]",
        compiled(kind, [path], lambda: _parse(path)),
    )


def _parse(path: Path) -> tuple[dict[str, object], dict[str, int]]:
    from factcheck.config_file import parse_located  # and with it tomllib: not on a warm run

    return parse_located(Path(near(path)))
