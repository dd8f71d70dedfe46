"""The rules, each under a code that never changes its meaning; `data/rules.toml` has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, cast

from factcheck.cache import compiled, load_toml
from factcheck.model.diagnostic import Severity

_SOURCE: Final = Path(__file__).parents[1] / "data" / "rules.toml"


class Rule(NamedTuple):
    """What a diagnostic can say.

    Attributes:
        code: "FC101".
        name: the same in a word: "conflicting".
        severity: how urgent it is without settings.
        summary: what it says, in one line.
        why: what it means, and what to do.
        example: what an example of it is made of, as `data/rules.toml` has it.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    example: Mapping[str, str]


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by their codes, in the order of the codes."""
    told = cast(
        "Mapping[str, Mapping[str, str]]", compiled("rules", [_SOURCE], lambda: load_toml(_SOURCE))
    )
    return {code: _rule(code, dict(entry)) for code, entry in sorted(told.items())}


def _rule(code: str, entry: dict[str, str]) -> Rule:
    own = {key: entry.pop(key) for key in ("name", "severity", "summary", "why")}
    return Rule(
        *(code, own["name"], Severity(own["severity"]), own["summary"], own["why"].strip()),
        example=entry,
    )


def rule_named(text: str) -> Rule | None:
    """The rule of a code or a name, however it is written: "FC101", "fc101", "conflicting"."""
    known = rules()
    return known.get(text.upper()) or next(
        (rule for rule in known.values() if rule.name == text.lower()), None
    )
