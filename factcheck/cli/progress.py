"""How far a long piece of work is, on standard error, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from factcheck.cli import terminal

_STEPS: Final = 1000


@contextmanager
def shown(label: str, *, counted: bool = True) -> Iterator[Callable[[int, int], None]]:
    """A bar that is moved by calling what is given here with how much of how much is done.

    Args:
        label: what is being done.
        counted: whether the two numbers are shown, and not only what share they are.
    """
    if not _watched():
        yield lambda done, total: None
        return
    bar: Any = None  # the library that draws it takes as long to load as a check

    def told(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            import typer

            bar = typer.progressbar(length=total, label=label, show_pos=counted, file=sys.stderr)
            bar.__enter__()
        if done - bar.pos >= total / _STEPS or done >= total:  # drawing it takes its time
            bar.update(done - bar.pos)

    try:
        yield told
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)


def tell_waiting() -> None:
    """Say why nothing moves: another process compiles the same claims."""
    if _watched():
        terminal.complain("waiting for another factcheck that compiles these claims …")


def _watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
