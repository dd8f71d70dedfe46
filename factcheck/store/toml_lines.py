"""On which line a table or a key of a TOML file stands.

tomllib tells nobody, so the text is scanned once more, and only where a fault has to be
reported. The scan trusts that tomllib has accepted the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# Strings first, so that nothing inside them is taken for structure.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|\n"
    r"|[\[\]{}=]"
    r"|[^\"'\#\n\[\]{}=]++"
    r"|.",  # a stray quotation mark
    re.DOTALL,
)
_KEY_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^\s."']+))\s*(?:\.|\Z)""")


@dataclass(frozen=True, slots=True)
class Table:
    """One table header, or the top of the file.

    Attributes:
        path: the header's keys (("claim", "figure")); empty for the top of the file.
        line: where the header stands, from 1.
        keys: the line of each key of the table; of a dotted key, the first part.
    """

    path: tuple[str, ...]
    line: int
    keys: dict[str, int] = field(default_factory=dict)


def tables(text: str) -> tuple[Table, ...]:
    """The tables of a TOML text in their order, the top of the file first."""
    found = [Table((), 1)]
    line = 1
    statement: list[str] = []  # the tokens of a statement before its "="
    started = 1
    depth = 0
    in_value = False
    for token in _tokens(text):
        if token == "\n" and depth == 0:
            _close(found, statement, started, in_value)
            statement, in_value = [], False
        elif in_value:
            depth += (token in "[{") - (token in "]}") if len(token) == 1 else 0
        elif token == "=":
            in_value = True
        elif not token.startswith("#") and (statement or token.strip()):
            if not statement:
                started = line
            statement.append(token)
        line += token.count("\n")
    _close(found, statement, started, in_value)
    return tuple(found)


def _tokens(text: str) -> Iterator[str]:
    return (match.group() for match in _TOKEN.finditer(text))


def _close(found: list[Table], statement: list[str], line: int, is_pair: bool) -> None:
    written = "".join(statement).strip()
    if is_pair:
        parts = _parts(written)
        if parts:
            found[-1].keys.setdefault(parts[0], line)
    elif written.startswith("["):
        found.append(Table(_parts(written.strip("[] \t\r")), line))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _KEY_PART.findall(dotted))
