"""A bar that shows how far compiling is, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def progress(label: str) -> Callable[[int, int], None] | None:
    """What to call with how much of how much is done; None where nobody watches.

    Args:
        label: what is being done.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    bar: Any = None  # the library that draws it takes as long to load as a check

    def told(done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            import typer

            bar = typer.progressbar(length=total, label=label, show_pos=True, file=sys.stderr)
            bar.__enter__()
        bar.update(done - bar.pos)
        if done >= total:
            bar.__exit__(None, None, None)

    return told
