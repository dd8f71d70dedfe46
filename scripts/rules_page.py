"""Write docs/rules.md from factcheck/data/rules.toml: the rules, each with its example.

Usage:

    python scripts/rules_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.editorial.rules import Rule, rules
from factcheck.report.rules import example_lines

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
_HEAD = """# Rules

What a diagnostic can say. A code never changes its meaning. `factcheck rules` lists them;
`factcheck rule FC101` or `factcheck rule conflicting` explains one, with its example checked on
the spot.

| codes | hold |
| --- | --- |
| FC1xx | a draft against references |
| FC2xx | a draft against itself |
| FC9xx | the check itself |

An `error` should not be published as it stands, a `warning` wants a decision, a `suggestion` is
worth knowing. `--min-level` says what is shown, `--fail-on` what makes the exit code 1
([formats.md](formats.md)).

<!-- made from factcheck/data/rules.toml by scripts/rules_page.py: change it there -->
"""
_INDEX = ("| code | name | severity | what it says |", "| --- | --- | --- | --- |")


def page() -> str:
    """The whole page."""
    every = rules().values()
    index = (
        f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity} "
        f"| {rule.summary} |"
        for rule in every
    )
    parts = [_HEAD, "\n".join([*_INDEX, *index]) + "\n", *("\n".join(_rule(r)) for r in every)]
    return "\n".join(parts)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code} {rule.name}"
    yield ""
    yield f"*{rule.severity}.* {rule.summary[0].upper()}{rule.summary[1:]}."
    yield ""
    yield " ".join(rule.why.split())
    yield ""
    example = list(example_lines(rule))
    if example:
        yield "```text"
        yield from (f"{label:<12}{text}".rstrip() for label, text in example)
        yield "```"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
