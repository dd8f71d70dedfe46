"""The example of a rule, checked as a draft of a user's would be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.checker import Checker
from factcheck.document.markdown import read
from factcheck.editorial.rules import Rule
from factcheck.model import Claim, ClaimStatus
from factcheck.model.diagnostic import Diagnostic

_SOURCE = "Harbour office"  # of references whose source does not matter


def found_in(rule: Rule) -> tuple[Diagnostic, ...]:
    """What breaks a rule in its own example; nothing where it has none."""
    draft = rule.example.get("draft")
    if draft is None:
        return ()
    checker = Checker(claims_of(rule.example))
    review = checker.reviewed(read(draft.encode(), "example.md"))
    return tuple(one for one in review.diagnostics if one.code == rule.code)


def claims_of(example: Mapping[str, str]) -> Iterator[Claim]:
    """The references of an example of `data/rules.toml`."""
    for name, day, status in (
        ("reference", "2025-03", example.get("reference_status", ClaimStatus.CURRENT)),
        ("rival", "2025-03", ClaimStatus.CURRENT),
        ("superseded", "2024-03", ClaimStatus.SUPERSEDED),
    ):
        if name in example:
            source = example.get(f"{name}_source", _SOURCE)
            yield Claim(name, example[name], source, date=day, status=status)
