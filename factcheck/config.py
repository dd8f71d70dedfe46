"""Finding the store of claims, and reading factcheck.toml.

The claims: those named on the command line, else those in FACTCHECK_CLAIMS, else the nearest
upwards from where the work is done: a factcheck.toml that sets `claims`, or a folder `claims/`.
In one directory factcheck.toml goes before the folder. Units and policy always come from the
nearest factcheck.toml upwards, whoever names the claims.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, cast

from factcheck.cache import compiled
from factcheck.errors import NoClaims
from factcheck.policy import Policy
from factcheck.store.files import CONFIG_NAME, FOLDER_NAME, near
from factcheck.text.tokens import LOCALE

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
        policy: the tolerances, with the overrides of factcheck.toml.
        config: the factcheck.toml that units and policy came from, if there is one.
    """

    claims: tuple[Path, ...]
    units: tuple[str, ...] = ()
    locale: str = LOCALE
    policy: Policy = Policy()
    config: Path | None = None


def load_settings(
    start: str | os.PathLike[str], explicit: Sequence[str | os.PathLike[str]] = ()
) -> Settings:
    """Find the store and the configuration.

    Args:
        start: the file or folder from which to look upwards; usually the current directory.
        explicit: paths named outright, which go before everything else.

    Raises:
        NoClaims: there is no store, or a path of it does not exist.
        ConfigError: faults in factcheck.toml, all of them, with their lines.
    """
    folders = _upwards(Path(start))
    config, set_here = _nearest(folders)
    return Settings(
        _claims(folders, explicit),
        units=_units(set_here),
        locale=_locale(set_here),
        policy=_policy(cast("Mapping[str, object]", set_here.get("policy", {}))),
        config=config,
    )


def load_reading(start: str | os.PathLike[str]) -> tuple[tuple[str, ...], str]:
    """Units and locale of the nearest factcheck.toml, with or without a store beside it.

    Raises:
        ConfigError: faults in factcheck.toml, all of them, with their lines.
    """
    _, set_here = _nearest(_upwards(Path(start)))
    return _units(set_here), _locale(set_here)


def _nearest(folders: Sequence[Path]) -> tuple[Path | None, Mapping[str, object]]:
    config = next((path for path in _configs(folders)), None)
    return config, _read(config) if config else {}


def _units(set_here: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(cast("Sequence[str]", set_here.get("units", ())))


def _locale(set_here: Mapping[str, object]) -> str:
    return cast("str", set_here.get("locale", LOCALE))


def _upwards(start: Path) -> list[Path]:
    here = Path(os.path.abspath(start))  # noqa: PTH100 -- symbolic links stay as they are
    return [*([] if here.is_file() else [here]), *here.parents]


def _configs(folders: Sequence[Path]) -> Sequence[Path]:
    return [folder / CONFIG_NAME for folder in folders if (folder / CONFIG_NAME).is_file()]


def _claims(
    folders: Sequence[Path], explicit: Sequence[str | os.PathLike[str]]
) -> tuple[Path, ...]:
    if explicit:
        return _existing([Path(path) for path in explicit], "--claims")
    named = [path for path in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if path.strip()]
    if named:
        return _existing([Path(path).expanduser() for path in named], ENVIRONMENT)
    for folder in folders:
        config = folder / CONFIG_NAME
        listed = _read(config).get("claims") if config.is_file() else None
        if listed is not None:
            paths = [folder / path for path in cast("Sequence[str]", listed)]
            return _existing(paths, near(config))
        if (folder / FOLDER_NAME).is_dir():
            return (folder / FOLDER_NAME,)
    raise NoClaims(f"there is no store of claims in {folders[0]} or above", do=_HOW)


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


def _read(path: Path) -> Mapping[str, object]:
    """What a factcheck.toml sets, as plain data; fractions are kept as text."""
    return cast("Mapping[str, object]", compiled("config", [path], lambda: _parse(path)))


def _parse(path: Path) -> Mapping[str, object]:
    from factcheck.config_file import parse  # and with it tomllib: not on a warm run

    return parse(Path(near(path)))
