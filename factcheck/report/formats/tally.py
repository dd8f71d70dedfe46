"""What a run comes to, counted while its reviews pass by, so that none has to be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.editorial.review import Review, Totals, totals_of
from factcheck.editorial.rules import rules
from factcheck.model import Verdict
from factcheck.report.formats import Run


class Tally:
    """Counts reviews.

    Attributes:
        totals: how much was seen, and how much of it the store speaks about.
        worst: the worst verdict; novel where nothing was found to judge.
        shown: by rule, how many diagnostics are shown.
        suppressed: by rule, how many are suppressed.
    """

    def __init__(self, run: Run) -> None:
        self._run = run
        self.totals = Totals()
        self.worst: Verdict | None = None
        self.shown: Counter[str] = Counter()
        self.suppressed: Counter[str] = Counter()

    def over(self, reviews: Iterable[Review]) -> Iterator[Review]:
        """The same reviews, each counted before it is handed on."""
        for review in reviews:
            self.add(review)
            yield review

    def add(self, review: Review) -> None:
        """Count one review."""
        self.totals += totals_of(review)
        verdict = review.report.verdict
        if self.worst is None or verdict.severity > self.worst.severity:
            self.worst = verdict
        for one in self._run.wanted(review):
            (self.shown if one.suppression is None else self.suppressed)[one.code] += 1

    @property
    def by_rule(self) -> list[dict[str, object]]:
        """Of each rule that something breaks its code and name, and how often."""
        return [
            {
                "code": code,
                "name": rule.name,
                "shown": self.shown[code],
                "suppressed": self.suppressed[code],
            }
            for code, rule in rules().items()
            if self.shown[code] or self.suppressed[code]
        ]


def coverage_words(totals: Totals) -> str:
    """What a run comes to, in one line: "5 figures, the store covers 3: 1 conflicting, …"."""
    drafts = f" in {totals.drafts:,} drafts" if totals.drafts != 1 else ""
    told = [
        f"{_counted(totals.figures, 'figure')}{drafts}, the store covers {totals.covered:,}: "
        f"{totals.conflicting:,} conflicting",
        f"{totals.disputed:,} disputed",
        f"{totals.stale:,} stale",
        f"{totals.doubtful:,} doubtful",
    ]
    if totals.debunked:
        told.append(f"{totals.debunked:,} debunked")
    line = ", ".join(told)
    if totals.within:
        line += f"; {_counted(totals.within, 'contradiction')} within"
    return f"{line}; {totals.suppressed:,} suppressed" if totals.suppressed else line


def statistics_lines(tally: Tally) -> Iterator[str]:
    """How often each rule is broken, the most frequent first: "  12  FC106  novel"."""
    rows = sorted(tally.by_rule, key=lambda row: (-_number(row["shown"]), str(row["code"])))
    across = max((len(f"{row['shown']:,}") for row in rows), default=0)
    for row in rows:
        silent = f"  ({row['suppressed']:,} suppressed)" if row["suppressed"] else ""
        yield f"{row['shown']:>{across},}  {row['code']}  {row['name']}{silent}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
