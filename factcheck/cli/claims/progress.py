"""A progress bar on standard error, where that is a terminal; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

_STEPS = 1000


@contextmanager
def shown(label: str) -> Iterator[Callable[[float], None]]:
    """A bar that is moved by calling what is given here with a share from 0 to 1.

    Args:
        label: what is being done.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    with typer.progressbar(length=_STEPS, label=label, file=sys.stderr) as bar:
        at = 0

        def move(share: float) -> None:
            nonlocal at
            steps = int(min(max(share, 0.0), 1.0) * _STEPS) - at
            if steps > 0:
                bar.update(steps)
                at += steps

        yield move
