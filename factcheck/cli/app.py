"""The whole command line, in typer.

The check's parameters are not written here: they come from the table in
`factcheck.cli.options`, from which the parser of the plain statement is made as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from inspect import Parameter, Signature
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from factcheck.cli import check as checking
from factcheck.cli import commands, rules
from factcheck.cli.claims import (
    compiling,
    drafting,
    editing,
    exchange,
    linting,
    showing,
    starting,
)
from factcheck.cli.guard import INTERRUPTED, MISUSED, guarded
from factcheck.cli.misuse import in_plain_words
from factcheck.cli.options import (
    COLOR,
    FORMAT,
    OPTIONS,
    PROGRAM_OPTIONS,
    TEXT,
    Option,
    Request,
)
from factcheck.cli.terminal import complain
from factcheck.document.read import READERS

_ABOUT = """Check the figures of drafts and statements against a store of reference claims.

Each figure is consistent with a reference, in conflict with one, or novel: no reference
measures it. A verdict is about the store, never about the truth. A draft is held against
itself, too.

\b
Examples:
  factcheck "300 returned to duty"
  factcheck draft.docx notes.txt --claims ~/desk/claims
  factcheck drafts/ "news/**/*.html" --format concise
  pbpaste | factcheck -
  factcheck "500 returned to duty" --explain
  factcheck draft.md --format html --output report.html
  factcheck extract "About 1,500 troops reached the front."
  factcheck claims lint
  factcheck rule FC101

An argument that names a file is checked as a draft, a folder or a pattern stands for the drafts
in it, `-` is standard input, anything else is a statement. A statement that is spelt like a
command or a file needs --text, one that begins with a hyphen goes behind `--`.

\b
Drafts are read in these formats:
  {formats}

\b
Exit codes:
  0  nothing conflicts, and no draft has an error (--fail-on moves the bar)
  1  something does
  2  an argument, the claims or the configuration cannot be used

`factcheck check --help` lists the options of a check.
""".replace("{formats}", " ".join(READERS))


class _ChecksByDefault(TyperGroup):
    """A group whose command need not be named: what names none is a check."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command's name in front of a command line that begins without one."""
        if args and args[0].partition("=")[0] not in {*self.commands, *PROGRAM_OPTIONS}:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Offer the options of a check beside the program's own."""
        found = super().shell_complete(ctx, incomplete)
        if incomplete.startswith("-"):
            check = self.commands["check"]
            with check.make_context("check", [], parent=ctx, resilient_parsing=True) as inner:
                found += check.shell_complete(inner, incomplete)
        return found


app = typer.Typer(
    name="factcheck",
    cls=_ChecksByDefault,
    help=_ABOUT,
    no_args_is_help=True,
    subcommand_metavar="{STATEMENT|PATH|-}... | COMMAND ...",
    context_settings={"help_option_names": ["-h", "--help"]},
    # Plain help looks the same whatever else is installed, and can be copied from.
    rich_markup_mode=None,
    # A defect should show Python's own traceback, without the contents of variables.
    pretty_exceptions_enable=False,
)
claims_app = typer.Typer(help="Look after a store of claims.", no_args_is_help=True)
for group in (starting, editing, showing, drafting, linting, exchange, compiling):
    group.register(claims_app)
app.add_typer(claims_app, name="claims")
rules.register(app)


def _annotation(option: Option) -> Any:
    """The type that typer reads a parameter from."""
    about = typer.Option(option.flag, help=option.help, metavar=_metavar(option))
    if option.is_switch:
        return Annotated[bool, about]
    if option.repeatable:
        return Annotated[list[str], about]
    if not option.choices:
        return Annotated[str, about]
    functional: Any = StrEnum  # mypy knows only enums whose members are spelt out
    return Annotated[functional(option.name, {c: c for c in option.choices}), about]


def _metavar(option: Option) -> str | None:
    return "|".join(option.choices) or option.metavar or None


def _default(option: Option) -> Any:
    if option.is_switch:
        return False
    return [] if option.repeatable else option.default


def _check(context: typer.Context, **given: Any) -> None:
    """Check statements and drafts against the claims.

    The word `check` may be left out.
    """
    values: dict[str, Any] = {}
    for option in OPTIONS:
        value = given[option.name]
        values[option.name] = tuple(value) if option.repeatable else value
        if option.choices:
            values[option.name] = str(value)
    sources = {name: context.get_parameter_source(name) for name in values}
    stated = frozenset(name for name, it in sources.items() if it and it.name == "COMMANDLINE")
    request = Request(tuple(given["inputs"]), **values, given=stated)
    raise typer.Exit(guarded(lambda: checking.run(request)))


_INPUTS = Annotated[
    list[str],
    typer.Argument(
        metavar="STATEMENT|PATH|-",
        help="What to check: text, drafts, folders of them, patterns, or - for standard input.",
        show_default=False,
    ),
]
# typer reads a command's parameters from its signature, which is made from the table.
_check.__signature__ = Signature(  # type: ignore[attr-defined]
    [
        Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        Parameter("inputs", Parameter.KEYWORD_ONLY, annotation=_INPUTS),
        *(
            Parameter(
                option.name,
                Parameter.KEYWORD_ONLY,
                annotation=_annotation(option),
                default=_default(option),
            )
            for option in OPTIONS
        ),
    ]
)
_check.__annotations__ = {}
app.command("check")(_check)

_FIGURE_FORMAT = FORMAT._replace(
    choices=("text", "json"), help="How to report: text for people, json for programs."
)


@app.command("extract")
def _extract(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE|-", help="What to read.")],
    force_text: Annotated[
        bool, typer.Option(TEXT.flag, help="Take TEXT as text, even if it names a file.")
    ] = False,
    output: _annotation(_FIGURE_FORMAT) = "text",  # type: ignore[valid-type]
    color: _annotation(COLOR) = "auto",  # type: ignore[valid-type]
    explain: Annotated[
        bool, typer.Option("--explain", help="Show all that was read about each figure, and why.")
    ] = False,
) -> None:
    """List the figures that are read in a text."""
    wanted = commands.Extraction(text, force_text, str(output), str(color), explain)
    raise typer.Exit(guarded(lambda: commands.extract(wanted)))


def _version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    pass


def run(words: Sequence[str]) -> int:
    """Run the command line with typer and return the exit code.

    Args:
        words: the command line without the program's name.
    """
    try:
        ended = app(args=list(words), prog_name="factcheck", standalone_mode=False)
    except typer.Abort:
        return INTERRUPTED
    except _USAGE as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the message is the help itself
            typer.echo(error.format_message(), err=True)
            return MISUSED
        complain(in_plain_words(error))
        return MISUSED
    return ended if isinstance(ended, int) else 0


# The base of all errors of usage, which typer does not name: it may or may not be click's.
_USAGE: Any = typer.BadParameter.__base__
