"""The curves of `scaling.py` as SVG files, and its tables in docs/scaling.md.

    python bench/plots.py docs/scaling.json [--folder docs/img] [--page docs/scaling.md]

The page has a pair of comments around each table (`<!-- figures: sizes -->` … `<!-- end -->`),
between which it is written anew. The same figures give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tables
from svg import Panel, Series, drawn

Row = dict[str, Any]
_DOCS = Path(__file__).resolve().parent.parent / "docs"
_BLOCK = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_AWAITED = (1000, 10_000, 100_000, 1_000_000, 5_000_000)  # sizes with a column in any case
_BEYOND = 10_000_000
_CLAIMS = "claims in the store"


def curves(rows: Sequence[Row]) -> dict[str, str]:
    """The SVG files by their names.

    Args:
        rows: the figures, by size.
    """
    return {
        "scaling-compile.svg": drawn([_compiling(rows)], "Time to compile a store of claims"),
        "scaling-latency.svg": drawn([_latency(rows)], "Time to check one statement"),
        "scaling-recall.svg": drawn([_recall(rows)], "Right claims among the first 20"),
        "scaling-disk.svg": drawn([_disk(rows)], "Disk that a compiled claim takes"),
        "scaling-engines.svg": drawn(_engines(rows), "Engines side by side"),
    }


def page(text: str, rows: Sequence[Row]) -> str:
    """The page with its tables written anew.

    Raises:
        KeyError: it asks for a table that is not known.
    """
    tables_of = {
        "machine": lambda: _machines(rows),
        "sizes": lambda: tables.markdown(tables.lines(rows, _AWAITED)),
        "engines": lambda: _side_by_side(rows),
        "beyond": lambda: _beyond(rows),
    }
    return _BLOCK.sub(lambda m: f"{m[1]}\n{tables_of[m[2]]()}\n\n{m[3]}", text)


def _compiling(rows: Sequence[Row]) -> Panel:
    told = [
        _series("seconds", rows, lambda row: row["compile"]["seconds"]),
        _series("CPU seconds", rows, lambda row: row["compile"]["cpu"]),
    ]
    return Panel("Compiling all claims", _CLAIMS, "seconds", told)


def _latency(rows: Sequence[Row]) -> Panel:
    told = [_series(f"warm {p}", rows, lambda row, p=p: _warm(row)[p]) for p in ("p99", "p50")]
    told.append(_series("whole process, cold", rows, lambda row: row["cold"]["wall_ms"]))
    return Panel("One statement", _CLAIMS, "milliseconds", told)


def _recall(rows: Sequence[Row]) -> Panel:
    names = {"all questions": "recall", "misspelt ones": "recall_misspelt"}
    names["the very claim"] = "recall_same"
    told = [
        Series(name, _points(rows, lambda row, key=key: row["answers"][key]))
        for name, key in names.items()
    ]
    return _share(told)


def _disk(rows: Sequence[Row]) -> Panel:
    told = [
        Series("all of it", _points(rows, lambda row: row["disk"]["a_claim"])),
        Series("beyond the claim's text", _points(rows, lambda row: row["disk"]["beyond_text"])),
    ]
    return Panel("The index on disk", _CLAIMS, "bytes a claim", told, logarithmic=False)


def _engines(rows: Sequence[Row]) -> list[Panel]:
    every = [(row["claims"], tables.engines_of(row)) for row in rows]
    names = [tables.OURS, *sorted({name for _, told in every for name in told} - {tables.OURS})]

    def points(name: str, figure: Callable[[Row], float]) -> list[tuple[float, float]]:
        return [(size, figure(told[name])) for size, told in every if name in told]

    asked = [Series(name, points(name, lambda told: told["warm_ms"]["p50"])) for name in names]
    found = [Series(name, points(name, lambda told: told["recall"])) for name in names]
    upwards = "milliseconds, p50 of one question"
    return [Panel("From a text to its candidates", _CLAIMS, upwards, asked), _share(found)]


def _share(told: Sequence[Series]) -> Panel:
    """Shares near 1, from the twentieth below the least."""
    least = min((y for one in told for _, y in one.points), default=0.95)
    low = min(int(least * 20), 19) / 20
    title = "Right claims among the first 20"
    return Panel(title, _CLAIMS, "recall@20", told, logarithmic=False, low=low, high=1.0)


def _series(name: str, rows: Sequence[Row], of: Callable[[Row], float]) -> Series:
    """A curve, with where it goes from the largest store on."""
    points = _points(rows, of)
    if points and points[-1][0] >= _BEYOND:
        return Series(name, points)
    found = tables.extrapolated(tables.on_disk(rows, of), _BEYOND)
    return Series(name, points, (_BEYOND, found) if found else None)


def _points(rows: Sequence[Row], of: Callable[[Row], float | None]) -> list[tuple[float, float]]:
    return [(row["claims"], found) for row in rows if (found := of(row)) is not None]


def _warm(row: Row) -> dict[str, float]:
    return row["answers"]["warm_ms"]["whole"]


def _machines(rows: Sequence[Row]) -> str:
    return "\n".join(
        f"- {row['claims']:,} claims: {row['machine']}, on {row['measured']}" for row in rows
    )


def _side_by_side(rows: Sequence[Row]) -> str:
    told = [
        f"{row['claims']:,} claims:\n\n{tables.markdown(tables.engine_lines(row))}"
        for row in rows
        if row["engines"]
    ]
    sizes = {row["claims"] for row in rows if row["engines"]}
    told += [f"{size:,} claims: {tables.AWAITED}" for size in _AWAITED if size not in sizes]
    return "\n\n".join(told)


def _beyond(rows: Sequence[Row]) -> str:
    table = tables.goes_on(rows, _BEYOND)
    return tables.markdown(table) if table else f"{_BEYOND:,} claims: {tables.AWAITED}"


def main() -> int:
    """Draw, and write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("figures", type=Path, help="what scaling.py --json wrote")
    parser.add_argument("--folder", type=Path, default=_DOCS / "img")
    parser.add_argument("--page", type=Path, default=_DOCS / "scaling.md")
    given = parser.parse_args()
    rows = json.loads(given.figures.read_text(encoding="utf-8"))["sizes"]
    given.folder.mkdir(parents=True, exist_ok=True)
    for name, text in curves(rows).items():
        (given.folder / name).write_text(text, encoding="utf-8")
    told = given.page.read_text(encoding="utf-8")
    given.page.write_text(page(told, rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
