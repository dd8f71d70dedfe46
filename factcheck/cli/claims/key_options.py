"""The options that set the keys of a claim, in one table.

`add`, `edit` and `supersede` take them, and typer reads a command's options from its signature: it
is made from the table. Adding an option is an entry here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any, Final, NamedTuple

import typer

from factcheck.model import ClaimStatus


class KeyOption(NamedTuple):
    """The option of one key.

    Attributes:
        key: as a claim file has it.
        flag: as written on the command line.
        metavar: what stands for its value in the help.
        help: one sentence for `--help`.
        type: of its value.
        needed: whether it has to be given.
    """

    key: str
    flag: str
    metavar: str
    help: str
    type: Any = str
    needed: bool = False

    @property
    def parameter(self) -> Parameter:
        """What typer reads."""
        about = typer.Option(self.flag, metavar=self.metavar, help=self.help)
        kind = self.type if self.needed else self.type | None
        default = Parameter.empty if self.needed else None
        return Parameter(
            self.key, Parameter.KEYWORD_ONLY, annotation=Annotated[kind, about], default=default
        )


_OPTIONS: Final = (
    KeyOption("text", "--text", "TEXT", "The claim, a sentence."),
    KeyOption("source", "--source", "NAME", "Who says so."),
    KeyOption(
        "date", "--date", "DATE", "When it was said: 2025-03-01, 1 March 2025, 2025-03, 2025."
    ),
    KeyOption("url", "--url", "URL", "Where it can be read."),
    KeyOption("speaker", "--speaker", "NAME", "Whose words they are, if not the source's."),
    KeyOption("as_of", "--as-of", "DATE", "When it held, if not on the date."),
    KeyOption("topic", "--topic", "TEXT", "What it is about, if the text does not say so."),
    KeyOption("tags", "--tag", "TAG", "A label; may be repeated.", list[str]),
    KeyOption("note", "--note", "TEXT", "A remark, shown with a citation."),
    KeyOption("status", "--status", "|".join(ClaimStatus), "Current by default.", ClaimStatus),
    KeyOption("supersedes", "--supersedes", "ID", "The claim that this one replaces."),
    KeyOption("id", "--id", "ID", "Its id; made from the text by default."),
)
NEW: Final[Mapping[str, KeyOption]] = {option.key: option for option in _OPTIONS}
EDITED: Final = {key: option for key, option in NEW.items() if key != "id"}
NEWER: Final = {  # what it supersedes is known, and it holds
    key: option for key, option in NEW.items() if key not in ("status", "supersedes")
} | {"text": NEW["text"]._replace(help="The claim that holds now.", needed=True)}


def with_keys(
    options: Mapping[str, KeyOption],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of some keys; it gets what was given, by key, as `given`."""

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**values: Any) -> None:
            """The command, with the keys that were given."""
            taken = {key: values.pop(key) for key in options}
            # an option that may be repeated is an empty list where it is not given
            given = {key: value for key, value in taken.items() if value not in (None, [])}
            if "status" in given:
                given["status"] = str(given["status"])
            command(**values, given=given)

        own = signature(command, eval_str=True)
        others = [one for one in own.parameters.values() if one.name != "given"]
        first = [one for one in others if one.kind is not Parameter.KEYWORD_ONLY]
        rest = others[len(first) :]
        keys = [option.parameter for option in options.values()]
        run.__signature__ = own.replace(parameters=[*first, *keys, *rest])  # type: ignore[attr-defined]
        run.__annotations__ = {}
        return run

    return decorated
