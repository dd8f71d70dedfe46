"""Where the program starts.

A plain check goes straight to its work; everything else is handed to typer, whose import
alone costs more than a check.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from factcheck.cli.guard import guarded
from factcheck.cli.parser import parse

_COMPLETION = "_FACTCHECK_COMPLETE"  # set by the shell that asks for completions


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0, 1 or 2, as `factcheck --help` says.

    Args:
        arguments: the command line without the program's name; `sys.argv` by default.
    """
    if arguments is None:  # a process of our own
        # Collecting garbage while modules and claims are loaded finds none, and takes 6% of
        # the time of a check. A document has it switched on again.
        gc.disable()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        return guarded(_print_version)
    request = None if _COMPLETION in os.environ else parse(words)
    if request is None:
        from factcheck.cli.app import run

        return guarded(lambda: run(words))
    from factcheck.cli.check import run as check

    return guarded(lambda: check(request))


def _print_version() -> int:
    from factcheck import __version__
    from factcheck.cli import terminal

    terminal.write(f"factcheck {__version__}\n")
    return 0
