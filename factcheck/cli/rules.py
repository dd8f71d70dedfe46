"""`factcheck rules` lists the rules, `factcheck rule CODE` explains one with an example."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli import terminal
from factcheck.cli.guard import guarded
from factcheck.editorial.rules import rule_named, rules
from factcheck.errors import ConfigError

_FORMAT = typer.Option(
    "--format", metavar="text|json", help="How to answer: text for people, json for programs."
)


class Form(StrEnum):
    """How the commands answer."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the two commands to the program."""

    @app.command("rule")
    def _rule(
        name: Annotated[
            str, typer.Argument(metavar="RULE", help="A code or a name: FC101, conflicting.")
        ],
        form: Annotated[Form, _FORMAT] = Form.TEXT,
    ) -> None:
        """Explain a rule, with an example that is checked as it is shown."""
        raise typer.Exit(guarded(lambda: explain(name, form)))

    @app.command("rules")
    def _rules(form: Annotated[Form, _FORMAT] = Form.TEXT) -> None:
        """List the rules, with their codes, names and severities."""
        raise typer.Exit(guarded(lambda: listed(form)))


def explain(name: str, form: Form) -> int:
    """Explain one rule, and return the exit code.

    Raises:
        ConfigError: there is no such rule.
    """
    rule = rule_named(name)
    if rule is None:
        from factcheck.store.spelling import did_you_mean

        known = [word for rule in rules().values() for word in (rule.code, rule.name)]
        raise ConfigError(
            f"there is no rule {name!r}",
            do=f"{did_you_mean(name, known)}\n  `factcheck rules` lists them",
        )
    from factcheck.cli.rule_example import found_in

    found = found_in(rule)
    if form is Form.JSON:
        from factcheck.cli.json_output import encoded
        from factcheck.report.rules import rule_to_dict

        terminal.write(encoded(rule_to_dict(rule, found), indent=2))
        return 0
    from factcheck.report.rules import explanation

    terminal.write(
        explanation(rule, found, colour=terminal.wants_colour("auto"), width=terminal.width())
    )
    return 0


def listed(form: Form) -> int:
    """List all rules, and return the exit code."""
    every = rules().values()
    if form is Form.JSON:
        from factcheck.cli.json_output import encoded
        from factcheck.report.rules import rules_to_dict

        terminal.write(encoded(rules_to_dict(every), indent=2))
        return 0
    from factcheck.report.rules import table

    terminal.write(table(every, colour=terminal.wants_colour("auto"), width=terminal.width()))
    return 0
