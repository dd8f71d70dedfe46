"""How reviews of drafts are written: one module a format, behind one contract.

A format is a module here with a function `write(reviews, run)`, which yields the report piece by
piece, as text or (of a format that is no text) as bytes. Adding one is its entry in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Final, NamedTuple, cast

from factcheck.editorial.review import Review
from factcheck.model.diagnostic import Diagnostic, Severity
from factcheck.model.trace import Explanation


class Run(NamedTuple):
    """What a format may want to know of the run.

    Attributes:
        least: the least urgent diagnostics that are shown.
        colour: whether to use ANSI colours.
        width: columns to write in.
        waiting: how many claims of the store are drafts.
        statistics: whether to count the diagnostics by rule at the end.
        quiet: whether to write diagnostics alone.
        encoding: of whatever the report is written to; letters that it lacks are escaped as the
            format escapes them.
        version: of the program.
        explain: gives the traces of a review's sentences, where they are asked for; only for the
            formats of `EXPLAINING`.
    """

    least: Severity = Severity.SUGGESTION
    colour: bool = False
    width: int = 80
    waiting: int = 0
    statistics: bool = False
    quiet: bool = False
    encoding: str = "utf-8"
    version: str = ""
    explain: Callable[[Review], Sequence[Explanation]] | None = None

    def wanted(self, review: Review) -> tuple[Diagnostic, ...]:
        """The diagnostics of a review that are as urgent as is wanted, suppressed ones too."""
        least = (review.least or self.least).rank
        return tuple(d for d in review.diagnostics if d.severity.rank >= least)

    def shown(self, review: Review) -> tuple[Diagnostic, ...]:
        """The same without those that something suppresses."""
        return tuple(d for d in self.wanted(review) if d.suppression is None)


Writer = Callable[[Iterable[Review], Run], Iterator[str | bytes]]
# Name on the command line = module here.
FORMATS: Final[Mapping[str, str]] = {
    "docx": "docx",
    "text": "full",
    "full": "full",
    "json": "json_document",
    "jsonl": "json_lines",
    "concise": "concise",
    "grouped": "grouped",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "rdjson": "rdjson",
    "sarif": "sarif",
    "csv": "csv_rows",
    "summary": "summary",
    "html": "html",
}
# Those whose report tells the coverage of the run itself; beside the others it is told on
# standard error.
TELLING: Final = frozenset({
    "text", "full", "grouped", "json", "github", "sarif", "summary", "html",
})  # fmt: skip

# Those that have a place for how each figure was read and why each reference was refused.
EXPLAINING: Final = frozenset({"text", "full", "json", "jsonl"})


def writer_of(name: str) -> Writer:
    """The function that writes a format of `FORMATS`."""
    return cast("Writer", import_module(f"factcheck.report.formats.{FORMATS[name]}").write)
