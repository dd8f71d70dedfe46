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
    """A check that somebody asked for.

    The fields are the inputs, those of the table, and `given`: the names of the options that the
    command line gives, be it with their defaults. Settings count for all others.
    """

    inputs: tuple[str, ...]
    claims: tuple[str, ...] = ()
    text: bool = False
    format: str = "text"
    explain: bool = False
    fail_on: str = "conflicting"
    color: str = "auto"
    output: str = ""
    min_level: str = "suggestion"
    exit_zero: bool = False
    within: bool = False
    no_within: bool = False
    stdin_filename: str = ""
    encoding: str = ""
    date: str = ""
    config: str = ""
    isolated: bool = False
    show_settings: bool = False
    show_files: bool = False
    baseline: str = ""
    write_baseline: str = ""
    diff: str = ""
    watch: bool = False
    statistics: bool = False
    quiet: bool = False
    jobs: str = ""
    no_ignore: bool = False
    force_exclude: bool = False
    given: frozenset[str] = frozenset()

    def states(self, name: str) -> bool:
        """Whether an option was given, so that no setting counts for it."""
        return name in self.given or getattr(self, name) != self._field_defaults[name]


# "text" is the former name of "full"; a statement alone is written in one of the first four.
STATEMENT_FORMATS = ("text", "full", "json", "jsonl")
FORMATS = (
    *STATEMENT_FORMATS, "concise", "grouped", "junit", "github", "gitlab", "rdjson", "sarif",
    "html", "docx", "csv", "summary",
)  # fmt: skip
SEVERITIES = ("error", "warning", "suggestion")
# From the most lenient to the strictest; each fails on what the one before it fails on, too
# (`factcheck.cli.levels`).
FAIL_ON = ("never", "conflicting", "error", "disputed", "warning", "novel", "suggestion")

FORMAT = Option(
    "format",
    "--format",
    "How to report. For people: text (or full), concise, grouped, html (a page), docx (a copy of "
    "a Word draft, with comments). For programs: json, jsonl, csv, and junit, github, gitlab, "
    "rdjson, sarif, summary, which other tools read.",
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
        "conflicting (in a draft every error), error (debunked too), disputed, warning, novel, "
        "suggestion.",
        "LEVEL",
        FAIL_ON,
        "conflicting",
    ),
    COLOR,
    Option("output", "--output", "Write the report to a file instead.", "FILE", default=""),
    Option(
        "min_level",
        "--min-level",
        "The least urgent diagnostics of a draft that are shown.",
        "LEVEL",
        SEVERITIES,
        "suggestion",
    ),
    Option("exit_zero", "--exit-zero", "Exit with 0 whatever is found."),
    Option("within", "--self", "Hold a statement against itself, too, as drafts are."),
    Option("no_within", "--no-self", "Do not hold drafts against themselves."),
    Option(
        "stdin_filename",
        "--stdin-filename",
        "The name, and so the format, of the draft on standard input.",
        "NAME",
        default="",
    ),
    Option(
        "encoding",
        "--encoding",
        "The encoding of drafts that are text, where it is not UTF-8.",
        "NAME",
        default="",
    ),
    Option(
        "date",
        "--date",
        'The date of drafts that tell none: what "last month" means.',
        "DATE",
        default="",
    ),
    Option(
        "config",
        "--config",
        "A configuration file that counts instead of the nearest ones.",
        "FILE",
        default="",
    ),
    Option("isolated", "--isolated", "Heed no configuration file."),
    Option("show_settings", "--show-settings", "Show the settings of the drafts, and stop."),
    Option("show_files", "--show-files", "Show which drafts would be checked, and stop."),
    Option(
        "baseline",
        "--baseline",
        "A file of diagnostics that are known: they are suppressed.",
        "FILE",
        default="",
    ),
    Option(
        "write_baseline",
        "--write-baseline",
        "Write what is found to a baseline, and exit with 0.",
        "FILE",
        default="",
    ),
    Option("diff", "--diff", "Only lines changed since a revision of git.", "REV", default=""),
    Option("watch", "--watch", "Check again whenever a draft or a claim changes."),
    Option("statistics", "--statistics", "Count the diagnostics by rule at the end."),
    Option("quiet", "--quiet", "Show diagnostics alone."),
    Option(
        "jobs",
        "--jobs",
        "How many drafts to check at once; without it as many as there are processors.",
        "N",
        default="",
    ),
    Option("no_ignore", "--no-ignore", "Check files that .gitignore leaves out, too."),
    Option(
        "force_exclude",
        "--force-exclude",
        "Leave out what .gitignore and the settings exclude even where it is named.",
    ),
)

# The first word of a command line that asks for something other than a check.
COMMANDS = ("check", "extract", "claims", "rule", "rules")
# The same for options of the program rather than of a check.
PROGRAM_OPTIONS = ("--help", "-h", "--version", "--install-completion", "--show-completion")
