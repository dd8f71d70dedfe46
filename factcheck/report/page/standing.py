"""How a figure of a draft stands, in one word and one letter for whoever reads the page."""

from __future__ import annotations

from enum import Enum

from factcheck.editorial.codes import code_of
from factcheck.model import Finding, Verdict


class Standing(Enum):
    """How a figure stands, the most urgent first.

    Attributes:
        letter: what marks it where colour does not.
        label: what it is called.
        meaning: the same in a few words, for the legend.
        urgent: whether its whole card is printed, and not only its line.
    """

    letter: str
    label: str
    meaning: str
    urgent: bool

    CONFLICTING = ("C", "conflicting", "a reference excludes it", True)
    WITHIN = ("W", "contradicts the draft", "another place of the draft excludes it", True)
    DEBUNKED = ("B", "debunked", "a fact-check found it wrong", True)
    DISPUTED = ("D", "disputed", "sources disagree", True)
    SUPERSEDED = ("O", "outdated", "a newer reference replaced it", True)
    DOUBTFUL = ("?", "partly checked", "consistent, with something that was not checked", True)
    NOVEL = ("N", "novel", "no reference measures it", False)
    CONSISTENT = ("✓", "consistent", "a reference supports it", False)
    CHECK = ("i", "about the check", "how the draft was read", True)

    def __init__(self, letter: str, label: str, meaning: str, urgent: bool) -> None:
        self.letter, self.label, self.meaning, self.urgent = letter, label, meaning, urgent

    @property
    def key(self) -> str:
        """Its name in style sheets and scripts."""
        return self.name.lower()

    @property
    def rank(self) -> int:
        """0 for the most urgent."""
        return tuple(Standing).index(self)


_CODES = {
    "FC101": Standing.CONFLICTING,
    "FC102": Standing.DEBUNKED,
    "FC103": Standing.DISPUTED,
    "FC104": Standing.SUPERSEDED,
    "FC105": Standing.DOUBTFUL,
    "FC106": Standing.NOVEL,
    "FC107": Standing.DOUBTFUL,
}
_VERDICTS = {
    Verdict.CONFLICTING: Standing.CONFLICTING,
    Verdict.NOVEL: Standing.NOVEL,
    Verdict.CONSISTENT: Standing.CONSISTENT,
}


def standing_of_rule(code: str) -> Standing:
    """What a diagnostic of a rule says of its figure."""
    if code.startswith("FC2"):
        return Standing.WITHIN
    return _CODES.get(code, Standing.CHECK)


def standing_of_finding(finding: Finding) -> Standing:
    """What a finding says of its figure, or of its statement where that has none."""
    code = code_of(finding)
    return _CODES[code] if code in _CODES else _VERDICTS[finding.verdict]
