"""What is wrong with a command line, in plain words.

typer's own messages differ from one version to the next, and lead with the names of its
internals ("Value error, 'x' is not one of …").
"""

from __future__ import annotations

import re
from typing import Any

from factcheck.cli.options import OPTIONS
from factcheck.errors import ConfigError
from factcheck.store.spelling import did_you_mean, nearest

_NOT_ONE_OF = re.compile(r"""(['"])(?P<given>.*)\1 is not one of """, re.DOTALL)
_QUOTED = re.compile(r"'([^']*)'")
_EXTRA = re.compile(r"unexpected extra arguments?\(?s?\)? \((.*)\)", re.DOTALL)


def in_plain_words(error: Any) -> ConfigError:
    """The error that people read for a usage error of typer's.

    Args:
        error: has a `message`, and as far as they apply `ctx`, `param` and `option_name`.
    """
    what, do = _told(error)
    path = error.ctx.command_path if error.ctx is not None else "factcheck"
    more = f"`{path} --help` shows what there is"
    return ConfigError(what, do=f"{do}\n  {more}" if do else more)


def _told(error: Any) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    name, message = type(error).__name__, str(error.message or "")
    if name == "NoSuchOption":
        return f"there is no option {error.option_name}", _near_option(error)
    if name == "BadOptionUsage":
        return _misused_option(error)
    if name == "MissingParameter":
        return f"{_shown(error.param)} is missing", ""
    given = _NOT_ONE_OF.search(message)
    if given and getattr(error, "param", None) is not None:
        choices = _choices(error.param)
        what = f"{error.param.opts[0]}: {given['given']!r} is not one of {', '.join(choices)}"
        near = nearest(given["given"], choices)
        return what, f"did you mean {near!r}?" if near else ""
    if message.startswith("No such command"):
        wrong = (_QUOTED.findall(message) or [""])[0]
        return f"there is no command {wrong!r}", did_you_mean(wrong, error.ctx.command.commands)
    extra = _EXTRA.search(message)
    if extra:
        return f"one text is enough: {extra[1]!r} is too much", "put a sentence in quotation marks"
    return message.removeprefix("Value error, ").rstrip("."), ""


def _near_option(error: Any) -> str:
    known = [flag for param in error.ctx.command.params for flag in param.opts if flag[:1] == "-"]
    near = nearest(error.option_name, known)
    return f"did you mean {near}?" if near else "text that begins with a hyphen goes behind `--`"


def _misused_option(error: Any) -> tuple[str, str]:
    """An option without its value, or with one that it does not take."""
    flag = error.option_name
    if "requires" not in str(error.message):
        return f"{flag} takes no value", ""
    choices = next((option.choices for option in OPTIONS if option.flag == flag), ())
    return f"{flag} wants a value", f"one of {', '.join(choices)}" if choices else ""


def _choices(param: Any) -> list[str]:
    """The values that an option takes; its metavar lists them."""
    return str(param.metavar or "").split("|")


def _shown(param: Any) -> str:
    name = str(param.opts[0])
    return name if name.startswith("-") else str(param.metavar or name)
