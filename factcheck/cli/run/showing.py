"""What a run would check and with which settings, for `--show-files` and `--show-settings`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.cli import terminal
from factcheck.cli.guard import MISUSED
from factcheck.cli.inputs import together
from factcheck.cli.options import Request
from factcheck.cli.run.configured import RUN, Configured, Told
from factcheck.cli.run.targets import STDIN_NAME, Found, Target, found
from factcheck.config import ENVIRONMENT, load_settings
from factcheck.errors import NoClaims
from factcheck.report.layout import clean
from factcheck.store.files import near


def show(request: Request, given: bytes | None, configured: Configured) -> int:
    """Show what the request asks to see, and return the exit code.

    Args:
        request: what was asked for.
        given: what is on standard input.
        configured: the settings.

    Raises:
        ConfigError: the configuration of a draft cannot be used.
    """
    inputs = found(request, given, configured)
    lines = _settings(configured, inputs) if request.show_settings else _files(inputs)
    for line in lines:
        terminal.write(line + "\n")
    for remark in inputs.remarks:
        terminal.complain(remark)
    if inputs.faults:
        terminal.complain(together(inputs.faults))
    return MISUSED if inputs.faults else 0


def _files(inputs: Found) -> Iterator[str]:
    for target in inputs.targets:
        if target.text is None:
            yield _name(target)


def _settings(configured: Configured, inputs: Found) -> Iterator[str]:
    """The settings of the run, and those of the drafts: once for all that have the same."""
    yield "# the run"
    yield from _rows(_of_run(configured))
    groups: dict[tuple[tuple[str, Told], ...], list[Target]] = {}
    for target in inputs.targets:
        settings = tuple(configured.told(target.path).items())
        groups.setdefault(settings, []).append(target)
    for settings, targets in groups.items():
        more = f" and {len(targets) - 1:,} more" if len(targets) > 1 else ""
        yield ""
        yield f"# {_name(targets[0])}{more}"
        yield from _rows(dict(settings))


def _name(target: Target) -> str:
    if target.text is not None:
        return "a statement"
    return clean(target.path) if target.path else STDIN_NAME


def _rows(told: Mapping[str, Told]) -> list[str]:
    """Lines as a configuration file has them, each with where it comes from behind it."""
    written = [
        (f"{key} = {_written(one.value)}", one.by) for key, one in told.items() if one.value != ""
    ]
    width = max(len(left) for left, _ in written)
    unset = [f"# {key} is not set" for key, one in told.items() if one.value == ""]
    return [*(f"{left:<{width}}  # {by}" for left, by in written), *unset]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    return f'"{value}"'


def _of_run(configured: Configured) -> dict[str, Told]:
    request, here = configured.request, configured.here
    told = {"claims": _claims(configured), "units": _from(configured, "units", [])}
    told["locale"] = _from(configured, "locale", "en-GB")
    for key, value in here.values.get("policy", {}).items():
        told[f"policy.{key}"] = Told(value, here.told[f"policy.{key}"])
    for key, field in RUN.items():
        if key == "min-level":
            continue  # every draft has its own
        by = here.told.get(key, "default")
        told[key] = Told(getattr(request, field), f"--{key}" if configured.states(field) else by)
    for key in ("include", "exclude"):
        if key in here.values:
            told[key] = _from(configured, key, [])
    return told


def _from(configured: Configured, key: str, default: object) -> Told:
    here = configured.here
    return Told(here.values.get(key, default), here.told.get(key, "default"))


def _claims(configured: Configured) -> Told:
    request = configured.request
    try:
        settings = load_settings(Path.cwd(), request.claims, configured.where)
    except NoClaims:
        return Told([], "there is no store")
    shown = [near(path) for path in settings.claims]
    if request.claims:
        return Told(shown, "--claims")
    if os.environ.get(ENVIRONMENT, "").strip():
        return Told(shown, ENVIRONMENT)
    by = configured.here.told.get("claims", "the nearest folder")
    return Told(shown, by)
