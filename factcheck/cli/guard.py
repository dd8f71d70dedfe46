"""What a user's mistake, an interrupt and a closed pipe look like: never like a traceback."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.cli import terminal
from factcheck.errors import FactcheckError

# As a shell reports a program that a signal ended: SIGINT and SIGPIPE.
INTERRUPTED, PIPE_BROKEN = 130, 141
MISUSED = 2


def guarded(work: Callable[[], int]) -> int:
    """The exit code of `work`, with everything that is not a defect told in words.

    Args:
        work: does something and returns an exit code.
    """
    try:
        return work()
    except FactcheckError as error:
        terminal.complain(error)
        return MISUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        terminal.abandon_output()
        return PIPE_BROKEN
