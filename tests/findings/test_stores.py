"""Which reference decides: small stores, as data."""

from __future__ import annotations

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck import Checker, Claim, Finding

DATA = [Path(__file__).with_name(name) for name in ("stores.toml", "wire.toml")]
CASES: list[dict[str, Any]] = [
    case for path in DATA for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
_CLAIM = re.compile(r"(?P<head>[^:]*): (?P<text>.+)")
_KEYS = {
    "rule",
    "claims",
    "statement",
    "verdict",
    "cites",
    "figure",
    "topic",
    "support",
    "flags",
    "with",
    "gap",
}
MOST_GAPS = 12  # only ever falls


def claim(line: str, topic: str | None = None) -> Claim:
    found = _CLAIM.fullmatch(line)
    assert found, line
    name, source, date, status = [*map(str.strip, found["head"].split(";")), "", "", ""][:4]

    full = len(date) == 10
    when = datetime.date.fromisoformat(date) if full else date or None
    return Claim(name, found["text"], source or None, when, status=status or "current", topic=topic)


def first(case: dict[str, Any]) -> Finding:
    claims = [claim(line, case.get("topic")) for line in case["claims"]]
    return Checker(claims).check(case["statement"]).findings[0]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["rule"],
            marks=[pytest.mark.xfail(strict=False, reason=case["gap"])] if "gap" in case else [],
        )
        for case in CASES
    ],
)
def test_store(case: dict[str, Any]) -> None:
    found = first(case)
    assert found.verdict == case["verdict"], found.notes
    cited = found.citation.claim.id if found.citation else None
    if found.verdict == "novel":
        assert cited is None
    assert cited == case.get("cites", cited)
    if "figure" in case:
        assert found.citation and found.citation.figure
        assert found.citation.figure.text == case["figure"]
    if "support" in case:
        assert found.support == case["support"]
    if "flags" in case:
        assert list(found.flags) == case["flags"]
    beside = {citation.claim.id for citation in (*found.operands, *found.others)}
    assert beside | {cited} >= set(case.get("with", ()))


def test_the_data() -> None:
    rules = [case["rule"] for case in CASES]
    assert len(set(rules)) == len(rules) >= 40
    assert all(set(case) <= _KEYS for case in CASES)
    assert sum("gap" in case for case in CASES) <= MOST_GAPS
