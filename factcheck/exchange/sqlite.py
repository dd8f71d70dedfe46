"""Claims as an SQLite file that Datasette opens as it is: linked tables, indexes, full text."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from factcheck.exchange.base import Left
from factcheck.exchange.plain import plain
from factcheck.model import Claim

# Figures as read in a text, as plain data: the keys of a figure in the JSON of a report.
ReadFigures = Callable[[str], Iterable[Mapping[str, Any]]]

_SCHEMA: Final = """
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE claims (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, source INTEGER REFERENCES sources(id), speaker TEXT,
    date TEXT, as_of TEXT, url TEXT, topic TEXT, status TEXT NOT NULL,
    supersedes TEXT REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
    tags TEXT, note TEXT, figure TEXT);
CREATE TABLE tags (
    claim TEXT NOT NULL REFERENCES claims(id), tag TEXT NOT NULL, PRIMARY KEY (claim, tag));
CREATE TABLE figures (
    id INTEGER PRIMARY KEY, claim TEXT NOT NULL REFERENCES claims(id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
    value TEXT, low TEXT, high TEXT, number REAL, hedge TEXT NOT NULL, unit TEXT, date TEXT,
    counted TEXT, event TEXT);
"""
# Made when the rows are there, which is faster than keeping them up to date.
_INDEXES: Final = """
CREATE INDEX claims_source ON claims(source);
CREATE INDEX claims_status ON claims(status);
CREATE INDEX claims_date ON claims(date);
CREATE INDEX claims_topic ON claims(topic);
CREATE INDEX claims_supersedes ON claims(supersedes);
CREATE INDEX tags_tag ON tags(tag);
CREATE INDEX figures_claim ON figures(claim);
CREATE INDEX figures_kind_number ON figures(kind, number);
CREATE VIRTUAL TABLE claims_fts USING fts5(
    text, topic, speaker, note, content='claims', tokenize='porter unicode61');
INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');
ANALYZE;
"""
_CLAIM: Final = (
    "INSERT INTO claims VALUES (:id, :text, :source, :speaker, :date, :as_of, :url, :topic, "
    ":status, :supersedes, :tags, :note, :figure)"
)
_FIGURE: Final = (
    "INSERT INTO figures VALUES (NULL, :claim, :start, :end, :text, :kind, :value, :low, :high, "
    ":number, :hedge, :unit, :date, :counted, :event)"
)
_ABOUT: Final = {
    "claims": "One row a claim, as its keeper wrote it.",
    "figures": "Every figure that factcheck reads in a claim's text. `value`, `low` and `high` "
    "are exact, as text; `number` is the value for sorting and charts.",
    "sources": "Who says so.",
    "tags": "The keepers' labels.",
}


def write(claims: Iterable[Claim], path: Path, read: ReadFigures | None = None) -> Iterator[Left]:
    """Write an SQLite file; where `read` is not given its table of figures stays empty."""
    with closing(sqlite3.connect(path)) as base:
        base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        sources: dict[str, int] = {}
        for claim in claims:
            row: dict[str, object] = dict.fromkeys((*Claim.__dataclass_fields__, "figure"))
            row |= plain(claim) | {"status": str(claim.status), "source": None}
            if claim.source:
                row["source"] = sources.setdefault(claim.source, len(sources) + 1)
            for key in ("tags", "figure"):
                row[key] = json.dumps(row[key], ensure_ascii=False) if row[key] else None
            base.execute(_CLAIM, row)
            base.executemany(
                "INSERT OR IGNORE INTO tags VALUES (?, ?)", [(claim.id, tag) for tag in claim.tags]
            )
            if read is not None:
                base.executemany(_FIGURE, [_figure(one, claim) for one in read(claim.text)])
        named = ((number, name) for name, number in sources.items())
        base.executemany("INSERT INTO sources VALUES (?, ?)", named)
        base.commit()
        base.executescript(_INDEXES)
    yield from ()


def _figure(figure: Mapping[str, Any], claim: Claim) -> dict[str, object]:
    start, end = figure["span"]
    unit, value = figure["unit"], figure["value"]
    names = ("text", "kind", "low", "high", "hedge", "date", "counted", "event")
    return {
        **{name: figure[name] or None for name in names},
        "claim": claim.id,
        "start": start,
        "end": end,
        "value": value,
        "number": _number(value),
        "unit": unit["written"] if unit else None,
    }


def _number(exact: str | None) -> float | None:
    """A value for sorting; None for what no float holds."""
    if exact is None:
        return None
    above, _, below = exact.partition("/")
    number = float(above) / float(below or 1)
    return number if math.isfinite(number) else None


def metadata(title: str) -> str:
    """Datasette's metadata for such a file, as JSON: what the tables hold, facets, full text."""
    tables: dict[str, dict[str, object]] = {
        name: {"description": about} for name, about in _ABOUT.items()
    }
    tables["claims"] |= {
        "facets": ["status", "source", "topic"],
        "sort_desc": "date",
        "label_column": "text",
        "fts_table": "claims_fts",
        "fts_pk": "rowid",
        "searchmode": "raw",
    }
    tables["figures"] |= {"facets": ["kind", "hedge"]}
    tables["sources"] |= {"label_column": "name"}
    about = {"title": title, "databases": {title: {"tables": tables}}}
    return json.dumps(about, ensure_ascii=False, indent=2) + "\n"
