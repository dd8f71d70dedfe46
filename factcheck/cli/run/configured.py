"""The settings of a run and of each draft: command line, configuration files, defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from factcheck.cli.options import OPTIONS, Request
from factcheck.config import Configuration, Where, load_configuration
from factcheck.editorial.settings import ReviewSettings
from factcheck.errors import ConfigError
from factcheck.model.diagnostic import Severity
from factcheck.store.spelling import nearest

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Settings of a whole run: by their names in a file, the option that they stand for.
RUN: Final[Mapping[str, str]] = {
    "min-level": "min_level", "fail-on": "fail_on", "format": "format", "baseline": "baseline",
}  # fmt: skip
_DEFAULT, _OFF = "default", "off"


class DraftSettings(NamedTuple):
    """What is asked of one draft.

    Attributes:
        review: which rules count, and how much.
        date: the draft's date, where it tells none itself.
        encoding: the name of its encoding, if it is text; "" to find it out.
    """

    review: ReviewSettings = ReviewSettings()
    date: Date | None = None
    encoding: str = ""


class Told(NamedTuple):
    """A setting, and who says so: "factcheck.toml:3", "--self", "default"."""

    value: Any
    by: str


class Configured:
    """Finds the settings.

    Args:
        request: what the command line says.

    Attributes:
        request: the same, with what the settings of the working folder say of all else.
        here: the configuration of the working folder.
        where: which configuration is heeded.

    Raises:
        ConfigError: faults in the configuration of the working folder, or an option that
            means nothing.
    """

    def __init__(self, request: Request) -> None:
        if request.config and request.isolated:
            raise ConfigError(
                "--config and --isolated exclude each other", do="leave out one of them"
            )
        self.where = Where(request.config or None, request.isolated)
        self._date = _day(request.date) if request.date else None
        self._found: dict[str, Configuration] = {}
        self._specs: dict[tuple[str, ...], GitIgnoreSpec] = {}
        self._asked = request
        self.here = self.configuration(os.curdir)
        self.request = self._settled(request)

    def configuration(self, folder: str) -> Configuration:
        """The configuration for the files of a folder, its path as people name it from here.

        Raises:
            ConfigError: faults in it, all of them, with their lines.
        """
        whole = os.path.abspath(folder)  # noqa: PTH100 -- symbolic links stay as they are
        if whole not in self._found:
            self._found[whole] = load_configuration(whole, self.where)
        return self._found[whole]

    def states(self, option: str) -> bool:
        """Whether the command line gives an option."""
        return self._asked.states(option)

    def of(self, path: str | None) -> DraftSettings:
        """The settings of a draft.

        Args:
            path: where it lies, or would lie; None for the working folder.

        Raises:
            ConfigError: faults in the configuration nearest to it, all of them.
        """
        told = self.told(path)
        severities = {
            key.partition(".")[2]: None if one.value == _OFF else Severity(one.value)
            for key, one in told.items()
            if key.startswith("severity.")
        }
        least = Severity(told["min-level"].value)
        day = told["date"].value
        review = ReviewSettings(within=told["self"].value, severities=severities, least=least)
        date = Date.fromisoformat(day) if day else None
        return DraftSettings(review, date, told["encoding"].value)

    def of_statement(self) -> DraftSettings:
        """The settings of a typed statement.

        It is held against itself where that is asked for: it has mostly nothing to be held
        against but what it is meant to be held against.
        """
        found = self.of(None)
        within = self._asked.within and not self._asked.no_within
        return found._replace(review=replace(found.review, within=within))

    def told(self, path: str | None) -> dict[str, Told]:
        """Each setting of a draft, and where it comes from; of severities those that are set."""
        found = self.configuration(os.path.dirname(path) if path else os.curdir)  # noqa: PTH120
        told = {
            "self": Told(True, _DEFAULT),
            "min-level": Told(Request._field_defaults["min_level"], _DEFAULT),
            "date": Told("", _DEFAULT),
            "encoding": Told("", _DEFAULT),
        }
        told |= _values(found.values, found.told)
        for one in found.values.get("overrides", ()):
            if path and self._fits(one["paths"], self._base(found), path):
                told |= _values(one, {}, one["line"])
        request = self._asked
        if request.no_within or request.within:
            told["self"] = Told(
                not request.no_within, "--no-self" if request.no_within else "--self"
            )
        if request.states("min_level"):
            told["min-level"] = Told(request.min_level, "--min-level")
        if self._date:
            told["date"] = Told(self._date, "--date")
        if request.encoding:
            told["encoding"] = Told(request.encoding, "--encoding")
        return told

    def leaves_out(self, path: Path, is_folder: bool) -> bool:
        """Whether `include` and `exclude` of the configuration leave out a file or a folder."""
        found = self.configuration(str(path.parent))
        base = self._base(found)
        excluded, included = found.values.get("exclude"), found.values.get("include")
        if excluded and self._fits(excluded, base, str(path), is_folder=is_folder):
            return True
        if included is None or is_folder:
            return False
        return not self._fits(included, base, str(path))

    def _base(self, found: Configuration) -> Path:
        """From where the patterns of a configuration count.

        A file that is given with --config may lie anywhere: its patterns count from here.
        """
        if self.where.config or found.path is None:
            return Path.cwd()
        return found.path.parent

    def _fits(
        self, patterns: Sequence[str], base: Path, path: str, *, is_folder: bool = False
    ) -> bool:
        whole = Path(os.path.abspath(path))  # noqa: PTH100 -- symbolic links stay as they are
        if not whole.is_relative_to(base):
            return False
        key = tuple(patterns)
        if key not in self._specs:
            from pathspec import GitIgnoreSpec

            self._specs[key] = GitIgnoreSpec.from_lines(key)
        name = whole.relative_to(base).as_posix()
        return bool(self._specs[key].match_file(f"{name}/" if is_folder else name))

    def _settled(self, request: Request) -> Request:
        """The request, with what the configuration says where the command line says nothing."""
        values: dict[str, Any] = {}
        for key, field in RUN.items():
            value = self.here.values.get(key)
            if value is not None and not request.states(field):
                values[field] = _offered(field, value, self.here.told[key])
        return request._replace(**values)


def _values(values: Mapping[str, Any], told: Mapping[str, str], by: str = "") -> dict[str, Told]:
    found = {
        key: Told(values[key], told.get(key, by))
        for key in ("self", "min-level", "date", "encoding")
        if key in values
    }
    for code, level in values.get("severity", {}).items():
        found[f"severity.{code}"] = Told(level, told.get(f"severity.{code}", by))
    return found


def _offered(field: str, value: str, where: str) -> str:
    """A value that the option of that field takes.

    Raises:
        ConfigError: it takes another one.
    """
    option = next(one for one in OPTIONS if one.name == field)
    if option.choices and value not in option.choices:
        near = nearest(value, option.choices)
        raise ConfigError(
            f"{option.flag[2:]}: {value!r} is not one of {', '.join(option.choices)}",
            where=where,
            do=f"did you mean {near!r}?" if near else "",
        )
    return value


def _day(given: str) -> str:
    from factcheck.config_drafts import day
    from factcheck.store.values import WrongValue

    try:
        return day(given)
    except WrongValue as wrong:
        raise ConfigError(wrong.what, where="--date", do=wrong.do) from None
