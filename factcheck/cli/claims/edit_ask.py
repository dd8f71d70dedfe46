"""What an editing command asks a person: the parts of a claim, or a claim in their own editor."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

import typer

from factcheck.cli import terminal
from factcheck.errors import ClaimError, ConfigError, FactcheckError

_QUESTIONS: Final = (
    ("text", "The claim, as one sentence", True),
    ("source", "Who says so", False),
    ("date", "When (2025-03-01, 1 March 2025, 2025-03 or 2025)", False),
    ("url", "Where it can be read (https://…)", False),
)


_T = TypeVar("_T")


def on_terminal() -> bool:
    """Whether there is a person to ask."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(given: Mapping[str, object]) -> dict[str, object]:
    """`given`, and the answers to what it leaves open; an empty answer leaves a key out.

    Raises:
        ConfigError: there is nobody to ask.
    """
    if not on_terminal():
        raise ConfigError(
            "--text is missing, and there is no terminal to ask on",
            do='factcheck claims add --text "The harbour company runs 14 ferries." --source …',
        )
    answers = dict(given)
    _tell("An empty answer leaves a part out; Ctrl+C leaves everything as it is.")
    for key, question, needed in _QUESTIONS:
        if key not in given:
            answers[key] = _answer(key, question, needed)
    return answers


def _answer(key: str, question: str, needed: bool) -> str:
    from factcheck.store.edit_values import accepted

    while True:
        said: str = typer.prompt(question, default="", show_default=False, err=True)
        if needed and not said.strip():
            _tell("  it is needed")
            continue
        try:
            accepted({key: said})
        except ClaimError as error:
            _tell(f"  {error}")
        else:
            return said


def in_editor(section: str, suffix: str, use: Callable[[str], _T]) -> _T | None:
    """A claim in the person's editor, until it is accepted or given up; None where unchanged.

    What was typed is kept in its file until it is in the store.

    Args:
        section: the claim as it is written.
        suffix: of the file, for the editor's colours.
        use: does what is to be done with it, or raises what is wrong.

    Raises:
        ClaimError: it was given up, or there is no editor; the message says where the text is.
    """
    import shutil

    folder = _scratch()
    path = folder / f"claim{suffix}"
    path.write_text(section, encoding="utf-8", newline="")
    try:
        return _until_accepted(path, section, use)
    except (KeyboardInterrupt, typer.Abort):
        _tell(f"\nwhat you wrote is kept in {path}")
        raise
    finally:
        if not path.exists():
            shutil.rmtree(folder, ignore_errors=True)


def _until_accepted(path: Path, section: str, use: Callable[[str], _T]) -> _T | None:
    while True:
        try:
            _open(path)
            typed = _typed(path)
            result = None if _same(typed, section) else use(typed)
        except FactcheckError as error:
            if _untouched(path, section):
                path.unlink()
                raise
            terminal.complain(error)
        else:
            path.unlink(missing_ok=True)
            return result
        if not typer.confirm("Open it again?", default=True, err=True):
            raise ClaimError("nothing was changed", do=f"what you wrote is kept in {path}")


def _scratch() -> Path:
    import tempfile

    try:
        return Path(tempfile.mkdtemp(prefix="factcheck-"))
    except OSError as error:
        raise ConfigError(
            f"there is no place for a temporary file: {error.strerror}", do="name one in TMPDIR"
        ) from error


def _untouched(path: Path, section: str) -> bool:
    try:
        return path.read_bytes() == section.encode("utf-8")
    except OSError:
        return False


def _typed(path: Path) -> str:
    from factcheck.document.encoding import decode

    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise ClaimError(f"the file cannot be read: {error.strerror}", where=str(path)) from error


def _tell(line: str) -> None:
    typer.echo(line, err=True)


def _same(typed: str, section: str) -> bool:
    def lines(text: str) -> list[str]:
        """Without what editors add or drop by themselves: white space at ends, a last line end."""
        return [line.rstrip() for line in text.strip().split("\n")]

    return lines(typed) == lines(section)


def _open(path: Path) -> None:
    """Open the editor of VISUAL or EDITOR on a file, and wait until it is closed."""
    import subprocess

    usual = "notepad" if sys.platform == "win32" else "vi"
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    remedy = "name an editor in VISUAL or EDITOR, one that waits: nano, vim, 'code --wait'"
    try:
        words = shlex.split(named, posix=sys.platform != "win32")
        ended = subprocess.run([*words, str(path)], check=False).returncode
    except (OSError, ValueError) as error:
        raise ConfigError(f"the editor {named!r} cannot be started: {error}", do=remedy) from error
    if ended:
        raise ConfigError(f"the editor {named!r} ended with the code {ended}", do=remedy)
