"""The options of a check, in one table.

Importing typer costs more CPU time than a whole check is allowed, so the plain statement has
a parser of its own (`factcheck.cli.parser`). Both that parser and the typer command
(`factcheck.cli.app`) are built from `OPTIONS`; neither knows an option by name, and a test
holds them equal. Adding an option is: an entry here, a field of `Request`, and its use.
"""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """One option of a check.

    Attributes:
        name: field of `Request` that it sets.
        flag: as written on the command line.
        help: one sentence for `--help`.
        metavar: what stands for its value in the help; "" for a switch without one.
        choices: the values it takes; empty for any.
        default: its value where it is not given; None for a repeatable one, which is ().
        repeatable: whether it may be given more than once, each adding a value. Of any
            other option the last one counts.
    """

    name: str
    flag: str
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    default: str | None = None
    repeatable: bool = False

    @property
    def is_switch(self) -> bool:
        """Whether it takes no value."""
        return not self.metavar


class Request(NamedTuple):
    """A check that somebody asked for; the fields are the table's, after the inputs."""

    inputs: tuple[str, ...]
    claims: tuple[str, ...] = ()
    text: bool = False
    format: str = "text"
    explain: bool = False
    fail_on: str = "conflicting"
    color: str = "auto"


FORMATS = ("text", "json", "jsonl")
# From the most lenient to the strictest; each fails on what the one before it fails on, too.
FAIL_ON = ("never", "conflicting", "disputed", "novel")

FORMAT = Option(
    "format",
    "--format",
    "How to report: text for people, json as one document, jsonl with one finding a line.",
    "FORMAT",
    FORMATS,
    "text",
)
TEXT = Option("text", "--text", "Take every argument as text, even one that names a file.")
CLAIMS = Option(
    "claims",
    "--claims",
    "A file or folder of reference claims; may be repeated. Without it: FACTCHECK_CLAIMS, "
    "else the nearest claims/ folder or factcheck.toml upwards from here.",
    "PATH",
    repeatable=True,
)
COLOR = Option(
    "color",
    "--color",
    "When to colour: auto is on a terminal, unless NO_COLOR is set.",
    "WHEN",
    ("auto", "always", "never"),
    "auto",
)
OPTIONS: tuple[Option, ...] = (
    CLAIMS,
    TEXT,
    FORMAT,
    Option(
        "explain",
        "--explain",
        "Show how each figure was read and why each reference was accepted or refused.",
    ),
    Option(
        "fail_on",
        "--fail-on",
        "What makes the exit code 1. Each level includes the ones before it: never, "
        "conflicting, disputed (debunked too), novel.",
        "LEVEL",
        FAIL_ON,
        "conflicting",
    ),
    COLOR,
)

# The first word of a command line that asks for something other than a check.
COMMANDS = ("check", "extract", "claims")
# The same for options of the program rather than of a check.
PROGRAM_OPTIONS = ("--help", "-h", "--version", "--install-completion", "--show-completion")
