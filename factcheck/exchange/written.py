"""Claims as JSON and JSONL, in the keys of the store: what is exported can be a store again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.exchange.base import Left
from factcheck.exchange.plain import line, plain
from factcheck.model import Claim


def write_lines(claims: Iterable[Claim], path: Path) -> Iterator[Left]:
    """Write one object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line(claim) for claim in claims)
    yield from ()


def write_document(claims: Iterable[Claim], path: Path) -> Iterator[Left]:
    """Write one document, an object with a list of `claims`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        between = "\n"
        file.write('{"claims": [')
        for claim in claims:
            file.write(between + json.dumps(plain(claim), ensure_ascii=False))
            between = ",\n"
        file.write("\n]}\n")
    yield from ()
