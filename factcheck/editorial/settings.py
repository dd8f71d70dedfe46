"""Everything that changes which diagnostics a draft gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from factcheck.editorial.rules import rules
from factcheck.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """What is asked of a draft.

    Attributes:
        within: whether it is held against itself (`--self`).
        least: the least urgent diagnostics that are shown of it; None where the run decides.
        severities: by rule code, what it is instead of what it comes as; None switches it off.
    """

    within: bool = True
    least: Severity | None = None
    severities: Mapping[str, Severity | None] = field(default_factory=dict)

    def severity(self, code: str) -> Severity | None:
        """How urgent a rule is here; None where it is switched off."""
        return self.severities.get(code, rules()[code].severity)

    def with_all_rules(self) -> ReviewSettings:
        """The same with the rules on that are switched off."""
        on = {code: level for code, level in self.severities.items() if level is not None}
        return replace(self, severities=on)
