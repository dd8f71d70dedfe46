"""ClaimReview, SQLite and CSV as other programs want them."""

from __future__ import annotations

import csv
import json
import sqlite3
import tracemalloc
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from exchange.helpers import claims_of
from factcheck import Claim
from factcheck.cli.claims.exporting import _reader
from factcheck.config import Settings
from factcheck.errors import ConfigError, OutputError
from factcheck.exchange import exporting, sqlite
from factcheck.exchange.formats import for_ending, writer
from factcheck.model import StatedFigure

SCHEMA = json.loads(Path(__file__).with_name("claimreview.schema.json").read_text("utf-8"))
NOTE = "rated “Pants on Fire” (1, from 1 to 6); reviewed on 2024-06-22; seen at https://a.b/1"
DEBUNKED = Claim(
    *("flat", "The world has 3 edges.", "Checkers", "2024"),
    status="debunked",
    url="https://checkers.example/1",
    speaker="A. Square",
    note=f"{NOTE}, https://a.b/2",
)
CLAIMS = (
    DEBUNKED,
    Claim("half", "It fell 5%.", "C", url="https://c.d", status="draft", note="rated “Half true”"),
    Claim("plain", "300 people came.", "City", "2024-03-12", tags=("a", "b"), topic="March"),
    Claim("simply", "9 of 10 cats.", status="debunked", url="https://c.d/2"),
    Claim("old", "200 came.", "City", status="superseded", url="mailto:a@b"),
    Claim("=new", "-5 came.", "City", supersedes="old", figures=(StatedFigure("5", counted="x"),)),
)


def written(kind, folder, claims=CLAIMS):
    path = folder / "out"
    left = list(writer(kind)(claims, path))
    return path, [(one.id, one.what) for one in left]


def test_claim_reviews_are_as_google_documents_them(tmp_path):
    path, left = written("claimreview", tmp_path)
    document = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document)
    graph = document["@graph"]
    assert [node["@type"] for node in graph] == [
        "ClaimReview", "ClaimReview", "Claim", "ClaimReview", "Claim", "Claim",
    ]  # fmt: skip
    first = graph[0]
    assert first["reviewRating"] == {
        "@type": "Rating", "alternateName": "Pants on Fire",
        "ratingValue": 1, "worstRating": 1, "bestRating": 6,
    }  # fmt: skip
    assert first["datePublished"] == "2024-06-22"
    assert [work["url"] for work in first["itemReviewed"]["appearance"]] == [
        "https://a.b/1",
        "https://a.b/2",
    ]
    assert graph[3]["reviewRating"] == {"@type": "Rating", "alternateName": "False"}
    assert left == [
        ("plain", "written as a Claim: it has no rating"),
        ("plain", "left out: topic"),
        ("plain", "left out: tags"),
        ("old", "written as a Claim: it has no rating"),
        ("old", "left out: that it is superseded"),
        ("=new", "written as a Claim: it has no rating"),
        ("=new", "left out: supersedes"),
        ("=new", "left out: figures"),
    ]


@pytest.mark.parametrize("url", [None, "mailto:a@b"])
def test_a_debunked_claim_is_never_spread_as_a_mere_claim(tmp_path, url):
    bare = Claim("flat", "The world has 3 edges.", status="debunked", url=url)
    path, left = written("claimreview", tmp_path, [bare, DEBUNKED])
    (node,) = json.loads(path.read_text("utf-8"))["@graph"]
    assert node["url"] == DEBUNKED.url
    assert left == [("flat", "left out: it is debunked, and its review has no web address")]


@pytest.mark.parametrize("kind", ["csv", "json", "jsonl", "claimreview"])
def test_claims_are_let_go_of_as_they_are_written(tmp_path, kind):
    def peak(count):
        many = (
            Claim(
                f"c{n}", f"Town {n} has {n} cats.", "City", url="https://e.org", note="rated “True”"
            )
            for n in range(count)
        )
        tracemalloc.start()
        exporting.run(many, exporting.Wanted(tmp_path / "out", kind), lambda _: ())
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)  # what is loaded once
    assert peak(2_000) - peak(200) < 100_000


def test_a_review_comes_back(tmp_path):
    path, _ = written("claimreview", tmp_path, [DEBUNKED])
    (claim,), _ = claims_of(path, kind="jsonld")
    for name in ("text", "source", "date", "status", "url", "speaker", "note"):
        assert getattr(claim, name) == getattr(DEBUNKED, name)


@pytest.fixture
def base(tmp_path):
    path = tmp_path / "claims.db"
    list(sqlite.write(CLAIMS, path, _reader(Settings(()))))
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def rows(base, query):
    return base.execute(query).fetchall()


def test_tables_are_linked(base):
    assert rows(base, "PRAGMA foreign_key_check") == []
    assert rows(base, "PRAGMA integrity_check") == [("ok",)]
    links = {
        (table, row[2], row[3])
        for table in ("claims", "tags", "figures")
        for row in rows(base, f"PRAGMA foreign_key_list({table})")
    }
    assert links == {
        ("claims", "sources", "source"), ("claims", "claims", "supersedes"),
        ("tags", "claims", "claim"), ("figures", "claims", "claim"),
    }  # fmt: skip
    joined = "SELECT claims.id FROM claims JOIN sources ON source = sources.id WHERE name = 'City'"
    assert {name for (name,) in rows(base, joined)} == {"plain", "old", "=new"}


def test_claims_lose_nothing(base):
    (row,) = rows(base, "SELECT status, supersedes, figure, tags FROM claims WHERE id = '=new'")
    assert row == ("current", "old", '[{"text": "5", "counted": "x"}]', None)
    assert rows(base, "SELECT tag FROM tags WHERE claim = 'plain' ORDER BY tag") == [("a",), ("b",)]


def test_figures_are_as_read(base):
    (row,) = rows(base, "SELECT text, kind, value, number, unit, start, \"end\" FROM figures "
                        "WHERE claim = 'half'")  # fmt: skip
    assert row == ("5%", "change", "5", 5.0, "%", 8, 10)


def test_full_text(base):
    found = "SELECT text FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts "
    assert rows(base, f"{found} MATCH 'edge')") == [(DEBUNKED.text,)]


def test_datasette_is_told_what_there_is(base):
    about = json.loads(sqlite.metadata("claims"))["databases"]["claims"]["tables"]
    tables = {name for (name,) in rows(base, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(about) <= tables
    named = {column[1] for column in rows(base, "PRAGMA table_info(claims)")}
    assert {*about["claims"]["facets"], about["claims"]["sort_desc"]} <= named
    assert about["claims"]["fts_table"] in tables


@pytest.mark.parametrize(("value", "number"), [(None, None), ("1/4", 0.25), ("9" * 400, None)])
def test_a_number_for_sorting(value, number):
    assert sqlite._number(value) == number


def test_csv_runs_nothing(tmp_path):
    path, left = written("csv", tmp_path)
    with path.open(encoding="utf-8", newline="") as file:
        last = list(csv.DictReader(file))[-1]
    assert (last["id"], last["text"]) == ("'=new", "'-5 came.")
    assert [name for name, _ in left] == ["=new"]


def test_xlsx_runs_nothing(tmp_path):
    path, _ = written("xlsx", tmp_path)
    sheet = openpyxl.load_workbook(path.rename(tmp_path / "out.xlsx")).active
    cell = sheet.cell(len(CLAIMS) + 1, 1)
    assert (cell.value, cell.data_type) == ("=new", "s")
    assert sheet.freeze_panes == "A2"


def test_a_cell_holds_only_so_much(tmp_path):
    with pytest.raises(OutputError, match="32,767 characters"):
        written("xlsx", tmp_path, [Claim("a", "x" * 32_768)])


def test_endings():
    assert [for_ending(Path(f"a.{e}")) for e in ("CSV", "db", "jsonld")] == [
        "csv", "sqlite", "claimreview",
    ]  # fmt: skip
    for name in ("a.doc", "a"):
        with pytest.raises(ConfigError, match=r"ending"):
            for_ending(Path(name))
