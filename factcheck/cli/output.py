"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from factcheck.cli import terminal
from factcheck.cli.options import Request

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.report.formats import Run
    from factcheck.report.formats.tally import Tally

Sink = Callable[[str | bytes], None]
_FOR_PEOPLE = ("text", "full", "grouped", "concise")
_COUNTING = ("text", "full", "grouped", "json", "summary")  # they have a place for statistics


@contextmanager
def sink(request: Request, inputs: Iterable[str | None] = ()) -> Iterator[Sink]:
    """What takes the pieces of a report.

    Args:
        request: what was asked for.
        inputs: the files that are checked, none of which a report may replace.

    Raises:
        ConfigError: the report would replace a draft, or fill a terminal with bytes.
        OutputError: it cannot be written.
    """
    if not request.output:
        people = request.format in _FOR_PEOPLE
        yield _to_people if people else _to_standard_output
        return
    from pathlib import Path

    path = Path(request.output)
    _refuse_inputs(path, inputs)
    with _opened(path) as file:
        yield lambda piece: _put(file.write, piece)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` at the end; a device or a pipe is written to as it is.

    Raises:
        OutputError: it cannot be written.
    """
    from factcheck.errors import OutputError
    from factcheck.exchange.saving import replacing

    if not path.exists() or path.is_file():
        with replacing(path) as temporary, temporary.open("wb") as file:
            yield file
        return
    try:
        with path.open("wb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"the report cannot be written: {error.strerror}", where=str(path)
        ) from error


def encoding_of(request: Request) -> str:
    """The encoding of what a report is written to."""
    if request.output:
        return "utf-8"
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def summarise(request: Request, tally: Tally, how: Run) -> None:
    """Tell on standard error what the report itself has no place for.

    Where the report goes to a file, that is the coverage of the run in any case: whoever waits at
    the terminal would see nothing at all.
    """
    from factcheck.report.formats import TELLING
    from factcheck.report.formats.tally import coverage_words, statistics_lines

    if request.statistics and request.format not in _COUNTING:
        for line in statistics_lines(tally):
            terminal.complain(line)
    told = not request.output and request.format in TELLING
    if not (how.quiet or told) and (tally.totals.figures or tally.shown or request.output):
        terminal.complain(coverage_words(tally.totals))


def _to_people(piece: str | bytes) -> None:
    _to_standard_output(terminal.tame(piece) if isinstance(piece, str) else piece)


def _to_standard_output(piece: str | bytes) -> None:
    if isinstance(piece, str):
        terminal.write(piece)
        return
    if sys.stdout.isatty():
        from factcheck.errors import ConfigError

        raise ConfigError("this format is no text", do="give --output FILE, or send it to a file")
    terminal.write_bytes(piece)


def _put(write: Callable[[bytes], object], piece: str | bytes) -> None:
    write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace"))


def _refuse_inputs(path: Path, inputs: Iterable[str | None]) -> None:
    from factcheck.errors import ConfigError

    real = path.resolve()
    for given in inputs:
        if given is not None and type(path)(given).resolve() == real:
            raise ConfigError(
                "the report would replace a draft that is checked",
                where=f"--output {path}",
                do="name another file",
            )
    if path.is_dir():
        raise ConfigError("this is a folder", where=f"--output {path}", do="name a file in it")
