"""The figures of `scaling.py` as tables: one column a size, one row a figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log
from typing import Any, Final, NamedTuple

Row = dict[str, Any]
NOTHING: Final = "–"  # what could not be measured
AWAITED: Final = "to measure"
_DECADE: Final = 10  # how far beyond the last point a curve is followed


class Line(NamedTuple):
    """One figure.

    Attributes:
        label: what it is, with its unit.
        path: where it stands in a row.
        shown: how it is written.
        grows: whether it can be extrapolated, by a power of the size.
    """

    label: str
    path: tuple[str, ...]
    shown: str
    grows: bool = False

    def of(self, row: Row) -> float | str | None:
        """The figure in a row; None where it was not measured."""
        found: Any = row
        for key in self.path:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def cell(self, row: Row) -> str:
        """The figure as it is written."""
        found = self.of(row)
        return NOTHING if found is None else format(found, self.shown)


def _ms(label: str, *path: str, grows: bool = False) -> Line:
    return Line(label, ("answers", "warm_ms", *path), ".2f", grows)


LINES: Final = (
    Line("store", ("answers", "store"), ""),
    Line("compile, s", ("compile", "seconds"), ",.1f", grows=True),
    Line("compile, CPU s", ("compile", "cpu"), ",.1f", grows=True),
    Line("compile, peak memory of all processes, MB", ("compile", "peak_mb"), ",.0f"),
    Line("… without mapped files, MB", ("compile", "peak_own_mb"), ",.0f"),
    Line("index, bytes a claim", ("disk", "a_claim"), ",.0f"),
    Line("… beyond the claim's text", ("disk", "beyond_text"), ",.0f"),
    Line("claims added", ("add", "claims"), ",d"),
    Line("… in a new file, s", ("add", "new_file_seconds"), ".2f"),
    Line("… at the end of the large file, s", ("add", "appended_seconds"), ".2f"),
    _ms("one statement warm, p50 ms", "whole", "p50", grows=True),
    _ms("… p90 ms", "whole", "p90", grows=True),
    _ms("… p99 ms", "whole", "p99", grows=True),
    _ms("… CPU, p50 ms", "cpu", "p50"),
    _ms("… CPU, p99 ms", "cpu", "p99"),
    _ms("of it reading, mean ms", "reading", "mean"),
    _ms("search, mean ms", "search", "mean"),
    _ms("loading candidates, mean ms", "loading", "mean"),
    _ms("alignment, mean ms", "alignment", "mean"),
    Line("whole process cold, CPU ms", ("cold", "cpu_ms"), ".0f"),
    Line("… wall ms", ("cold", "wall_ms"), ".0f"),
    Line("memory of a process that answers, MB", ("answers", "rss_mb"), ",.0f", grows=True),
    Line("… without mapped files, MB", ("answers", "own_mb"), ",.0f", grows=True),
    Line("recall@20", ("answers", "recall"), ".4f"),
    Line("… of the misspelt tenth", ("answers", "recall_misspelt"), ".4f"),
    Line("… of the very claim, not one that says the same", ("answers", "recall_same"), ".4f"),
    Line("right verdicts, own references", ("verdicts", "own"), ".1%"),
    Line("… references of all cases", ("verdicts", "together"), ".1%"),
    Line("… merged into the store", ("verdicts", "merged"), ".1%"),
)
_ENGINE: Final = (
    Line("build s", ("build_seconds",), ",.1f"),
    Line("disk MB", ("disk_mb",), ",.1f"),
    Line("warm p50 ms", ("warm_ms", "p50"), ",.2f"),
    Line("p99 ms", ("warm_ms", "p99"), ",.2f"),
    Line("recall@20", ("recall",), ".4f"),
    Line("asked", ("asked",), ",d"),
)
OURS: Final = "factcheck"


def lines(rows: Sequence[Row], awaited: Sequence[int] = ()) -> list[list[str]]:
    """The table of the store: a head, and one row a figure.

    Args:
        rows: the figures, by size.
        awaited: sizes that have a column without figures as long as they are not measured.
    """
    by_size = {row["claims"]: row for row in rows}
    sizes = sorted({*by_size, *awaited})
    body = [
        [line.label, *(line.cell(by_size[s]) if s in by_size else AWAITED for s in sizes)]
        for line in LINES
    ]
    return [["claims", *(f"{size:,}" for size in sizes)], *body]


def engine_lines(row: Row) -> list[list[str]]:
    """The engines side by side at one size: a head, and one row an engine."""
    body = [
        [name, *(line.cell(told) for line in _ENGINE)] for name, told in engines_of(row).items()
    ]
    return [["engine", *(line.label for line in _ENGINE)], *body]


def engines_of(row: Row) -> dict[str, Row]:
    """What each engine came to at one size, ours first: from the text to its candidates."""
    answers = row["answers"]
    ours = {
        "build_seconds": row["compile"]["seconds"],
        "disk_bytes": row["disk"]["bytes"],
        "warm_ms": answers["warm_ms"]["found"],
        "recall": answers["recall"],
        "asked": answers["asked"],
    }
    every = {OURS: ours, **row["engines"]}
    return {
        name: {**told, "disk_mb": told["disk_bytes"] / 1e6}
        for name, told in every.items()
        if "skipped" not in told
    }


def extrapolated(points: Sequence[tuple[float, float]], size: float) -> float | None:
    """Where a curve is going: a power of the size, by the least squares of the logarithms.

    Args:
        points: size and figure.
        size: where to; at most ten times as far as the last point.

    Returns:
        The figure there; None where there are fewer than two points, or they end too early.
    """
    if len(points) < 2 or size > _DECADE * max(x for x, _ in points):
        return None
    xs, ys = [log(x) for x, _ in points], [log(y) for _, y in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    slope /= sum((a - x) ** 2 for a in xs)
    return exp(y + slope * (log(size) - x))


def on_disk(rows: Sequence[Row], of: Callable[[Row], Any]) -> list[tuple[float, float]]:
    """The points of a curve: the stores that lie on disk, which alone say how it goes on."""
    kept = [row for row in rows if row["answers"]["store"] == "on disk"]
    return [(row["claims"], of(row)) for row in kept if of(row)]


def goes_on(rows: Sequence[Row], size: int) -> list[list[str]]:
    """What is to be expected at a size that was not measured; no rows where nobody can tell."""
    body = []
    for line in LINES:
        found = extrapolated(on_disk(rows, line.of), size) if line.grows else None
        if found is not None:
            body.append([line.label, format(found, line.shown)])
    return [["figure", f"{size:,} claims, extrapolated"], *body] if body else []


def plain(rows: Sequence[Row]) -> str:
    """All tables for a terminal."""
    told = [_aligned(lines(rows))]
    for row in rows:
        if row["engines"]:
            told.append(f"{row['claims']:,} claims\n{_aligned(engine_lines(row))}")
            skipped = [e["skipped"] for e in row["engines"].values() if "skipped" in e]
            told += [f"left out: {why}" for why in skipped]
    return "\n\n".join(told)


def markdown(table: Sequence[Sequence[str]]) -> str:
    """A table as Markdown, figures to the right."""
    head, *body = table
    marks = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, marks, *body))


def _aligned(table: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        for cells in table
    )
