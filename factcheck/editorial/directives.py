"""Comments of a draft that speak to this program, understood: `ignore-next FC101: by phone`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple, TypedDict, cast

from factcheck.cache import compiled, load_toml
from factcheck.document.base import Mark
from factcheck.editorial.rules import rule_named, rules

_SOURCE: Final = Path(__file__).parents[1] / "data" / "directives.toml"
_DIRECTIVE = re.compile(
    r"factcheck\b\s*:?\s*(?P<verb>[^\s:,]*)(?P<rules>[^:]*)(?::(?P<reason>.*))?", re.I | re.S
)
_BETWEEN = re.compile(r"[\s,;]+")
_OF_THE_CHECK: Final = "FC9"
_LONGEST: Final = 40  # characters of somebody's words that a message repeats


class Verb(StrEnum):
    """What a directive does; `data/directives.toml` says more of each."""

    OFF = "off"
    ON = "on"
    NEXT = "ignore-next"
    HERE = "ignore"
    FILE = "ignore-file"


class Directive(NamedTuple):
    """A comment, understood.

    Attributes:
        verb: what it does.
        rules: the codes that it names; all that can be suppressed where it names none.
        blanket: whether it names none.
        reason: why, in the words of whoever wrote it.
        mark: the comment.
    """

    verb: Verb
    rules: tuple[str, ...]
    blanket: bool
    reason: str
    mark: Mark


class _Told(TypedDict):
    does: str
    where: str
    also: Sequence[str]


@cache
def verbs() -> Mapping[str, _Told]:
    """What each directive does, by its verb."""
    return cast(
        "Mapping[str, _Told]", compiled("directives", [_SOURCE], lambda: load_toml(_SOURCE))
    )


@cache
def suppressible() -> tuple[str, ...]:
    """The codes of the rules that a comment can suppress.

    Those about the check itself are not among them: a comment could hide that it is of no use.
    """
    return tuple(code for code in rules() if not code.startswith(_OF_THE_CHECK))


def understood(mark: Mark) -> tuple[Directive | None, str]:
    """What a comment says, and what of it is not understood.

    Rules that are known count even beside a word that is none, which is told of.

    Returns:
        The directive, None where there is none; one sentence without its stop, "" without fault.
    """
    found = _DIRECTIVE.fullmatch(mark.words.strip())
    if found is None:
        return None, f"“{_short(mark.words)}” is no directive; {_known_verbs()}"
    told = found["verb"].lower()
    if told not in verbs():
        return None, _no_verb(found["verb"])
    named, fault = _rules(found["rules"])
    blanket = not named and not fault
    codes = suppressible() if blanket else named
    directive = Directive(Verb(told), codes, blanket, (found["reason"] or "").strip(), mark)
    return (directive if codes else None), fault


def _rules(told: str) -> tuple[tuple[str, ...], str]:
    """The codes of rules that are named, and the first that names none."""
    codes: set[str] = set()
    fault = ""
    for word in filter(None, _BETWEEN.split(told)):
        rule = rule_named(word)
        if rule is None:
            fault = fault or _no_rule(word)
        elif rule.code.startswith(_OF_THE_CHECK):
            fault = fault or (
                f"{rule.code} is about the check itself, and no comment suppresses it; "
                "the settings can switch it off"
            )
        else:
            codes.add(rule.code)
    return tuple(sorted(codes)), fault


def _no_verb(word: str) -> str:
    from factcheck.store.spelling import nearest

    if not word:
        return f"the comment says nothing behind “factcheck”; {_known_verbs()}"
    meant = {also: verb for verb, told in verbs().items() for also in (verb, *told["also"])}
    near = nearest(word, meant)
    if near is None:
        return f"“{_short(word)}” is no directive; {_known_verbs()}"
    verb = meant[near]
    return (
        f"“{_short(word)}” is no directive; did you mean “{verb}”, which {verbs()[verb]['does']}?"
    )


def _no_rule(word: str) -> str:
    from factcheck.store.spelling import nearest

    known = {name: rule.code for rule in rules().values() for name in (rule.code, rule.name)}
    near = nearest(word, known)
    if near is None:
        return f"“{_short(word)}” names no rule; a reason stands behind a colon"
    return f"“{_short(word)}” names no rule; did you mean “{near}”?"


def _known_verbs() -> str:
    return f"there are {', '.join(verbs())}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
