"""`factcheck claims import` and `export`, on real files and a real store."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.report.text import render

CSV = """Claim;Outlet;Published on;Link;Rank
The ferries carried 300 people.;Harbour company;12 March 2024;https://example.org/a;1
The town has 20 buses.;City;12/03/2024;https://example.org/b;2
;City;2024;https://example.org/c;3
"""


@pytest.fixture(autouse=True)
def no_store(monkeypatch):
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)


@pytest.fixture
def facts(run):
    path = Path("facts.csv")
    path.write_text(CSV, encoding="utf-8")
    return path


def test_an_import_makes_a_store(run, facts):
    code, out, err = run("claims", "import", "facts.csv", "--dayfirst")
    assert (code, err) == (1, "")
    assert (
        out
        == """facts.csv  CSV, delimiter semicolon, encoding UTF-8
  text        Claim
  source      Outlet
  date        Published on
  url         Link
  not taken   Rank

  refused     facts.csv:4: there is no text (fill it in, or take the record out)

claims/facts.jsonl
  new         2
  updated     0
  unchanged   0
  refused     1
"""
    )
    assert Checker.from_path("claims").check("The town has 20 buses.").verdict == "consistent"
    assert run("claims", "lint")[1] == "2 claims in 1 file, no faults\n"


def test_dates_are_never_guessed(run, facts):
    code, out, _ = run("claims", "import", "facts.csv")
    assert code == 1
    assert re.search(r"facts.csv:3: date: '12/03/2024' may be two days", out)
    assert "--dayfirst" in out
    for order, day in (("--dayfirst", "2024-03-12"), ("--monthfirst", "2024-12-03")):
        Path("claims/facts.jsonl").unlink(missing_ok=True)
        run("claims", "import", "facts.csv", order)
        assert f'"date": "{day}"' in Path("claims/facts.jsonl").read_text("utf-8").splitlines()[1]


def test_a_dry_run(run, facts):
    code, out, _ = run("claims", "import", "facts.csv", "--dry-run", "--dayfirst")
    assert code == 1
    assert "claims/facts.jsonl  a dry run: nothing was written" in out
    assert not Path("claims").exists()


def test_again_and_with_another_text(run, facts):
    run("claims", "import", "facts.csv", "--dayfirst")
    assert "nothing to change" in run("claims", "import", "facts.csv", "--dayfirst")[1]
    facts.write_text(CSV.replace("300 people", "310 people"), encoding="utf-8")
    _, out, _ = run("claims", "import", "facts.csv", "--dayfirst")
    assert re.search(r"updated     facts\.csv:2: text \[harbour-company-[0-9a-f]{10}\]", out)


def test_the_report_for_programs(run, facts):
    words = ("claims", "import", "facts.csv", "--format", "json", "--report", "report.json")
    code, out, _ = run(*words, "--dayfirst")
    assert code == 1
    report = json.loads(out)
    assert json.loads(Path("report.json").read_text("utf-8")) == report
    assert (report["schema"], report["dry_run"]) == ("factcheck/import/1", False)
    (done,) = report["imports"]
    assert (done["into"], done["written"]) == ("claims/facts.jsonl", True)
    assert done["counts"] == {
        "new": 2, "updated": 0, "unchanged": 0, "skipped": 0, "refused": 1, "kept": 0,
        "removed": 0, "draft": 0,
    }  # fmt: skip
    (file,) = done["files"]
    assert file["mapping"]["date"] == "Published on"
    assert file["not_taken"] == ["Rank"]
    assert done["records"] == [
        {"outcome": "refused", "path": "facts.csv", "line": 4, "inside": None, "id": None,
         "what": "there is no text", "do": "fill it in, or take the record out"},
    ]  # fmt: skip


def test_a_long_report_is_cut_short_for_people_alone(run):
    Path("a.jsonl").write_text("not\n" * 30, encoding="utf-8")
    _, out, _ = run("claims", "import", "a.jsonl", "--report", "r.json")
    assert out.count("refused     a.jsonl:") == 20
    assert "… and 10 more: --report FILE has them all" in out
    assert len(json.loads(Path("r.json").read_text("utf-8"))["imports"][0]["records"]) == 30


def test_several_files(run):
    Path("a.jsonl").write_text('{"id": "x", "text": "300 came."}\n', encoding="utf-8")
    Path("b.jsonl").write_text('{"id": "x", "text": "300 left."}\n', encoding="utf-8")
    code, out, _ = run("claims", "import", "a.jsonl", "b.jsonl")
    assert code == 0
    assert "skipped     b.jsonl:1: the claim 'x' is kept in claims/a.jsonl" in out
    assert sorted(p.name for p in Path("claims").glob("*.jsonl")) == ["a.jsonl"]
    code, out, _ = run("claims", "import", "a.jsonl", "b.jsonl", "--into", "both.jsonl")
    assert code == 1
    assert "refused     b.jsonl:1: the id 'x' stands at a.jsonl:1 too" in out


def test_the_same_source_under_two_names(run, facts):
    Path("copy.csv").write_text(CSV, encoding="utf-8")
    _, out, _ = run("claims", "import", "facts.csv", "copy.csv", "--dayfirst")
    assert " ".join(out.split()).count("unchanged 2") == 1
    Path("copy.csv").write_text(CSV.replace("carried", "took"), encoding="utf-8")
    _, out, _ = run("claims", "import", "facts.csv", "copy.csv", "--dayfirst", "--dry-run")
    assert "(name that file with --into to update it there)" in " ".join(out.split())
    Path("copy.csv").write_text(CSV, encoding="utf-8")
    assert not Path("claims/copy.jsonl").exists()
    _, out, _ = run("claims", "import", "copy.csv", "--dayfirst")
    assert "unchanged 2" in " ".join(out.split())
    assert not Path("claims/copy.jsonl").exists()


def test_a_file_that_no_check_reads(run, facts):
    code, _, err = run("claims", "import", "facts.csv", "--into", "other/facts.jsonl")
    assert code == 1
    assert err.startswith("factcheck: other/facts.jsonl is no part of the store\n")
    Path("factcheck.toml").write_text('claims = ["other/facts.jsonl"]\n', encoding="utf-8")
    assert run("claims", "import", "facts.csv", "--into", "other/facts.jsonl")[2] == ""
    assert "is no part" in run("claims", "import", "facts.csv", "--into", "b.jsonl")[2]
    Path("factcheck.toml").write_text('claims = ["other"]\n', encoding="utf-8")
    assert run("claims", "import", "facts.csv")[1:] == run("claims", "import", "facts.csv")[1:]
    assert Path("other/facts.jsonl").exists()


def test_nothing_is_written_where_one_file_cannot_be_read(run, facts):
    Path("b.json").write_text("[", encoding="utf-8")
    code, _, err = run("claims", "import", "facts.csv", "b.json")
    assert code == 2
    assert err.startswith("factcheck: b.json:1: not JSON, column 2: ")
    assert not Path("claims").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.csv"], "none.csv: the file cannot be read: No such file or directory"),
        (["facts.csv", "--map", "txt=Claim"], "--map: claims have no field 'txt'"),
        (["facts.csv", "--map", "text=Clam"], "there is no column 'Clam'"),
        (["facts.csv", "--set", "source"], "--set: 'source' is no pair"),
        (["facts.csv", "--dayfirst", "--monthfirst"], "exclude each other"),
        (["facts.csv", "--encoding", "klingon"], "there is no encoding 'klingon'"),
        (["facts.csv", "--into", "claims/a.toml"], "imported into a .jsonl file"),
        (["facts.csv", "--from", "xlsx"], "the workbook cannot be read"),
        (["facts.csv", "--from", "excel"], "'excel' is not one of csv, xlsx"),
        (["facts.csv", "--claims", "none"], "no such file or folder: none"),
        (["facts.csv", "--sheet", "Facts"], "--sheet: the option is for XLSX"),
        (["facts.csv", "--report", "facts.csv"], "would overwrite what is to be imported"),
        (["more.jsonl", "--map", "text=txt"], "there is no key 'txt'"),
        (["facts.csv", "--report", "none/r.json"], "--report: there is no folder 'none'"),
        ([], "FILE... is missing"),
    ],
)
def test_mistakes(run, facts, words, message):
    Path("more.jsonl").write_text('{"text": "a"}\n', encoding="utf-8")
    code, out, err = run("claims", "import", *words)
    assert (code, out) == (2, "")
    assert message in " ".join(err.split())


def test_columns_by_hand(run, facts):
    words = ("claims", "import", "facts.csv", "--map", "note=Rank", "--map", "date=")
    run(*words, "--set", "source=The desk")
    first = json.loads(Path("claims/facts.jsonl").read_text("utf-8").splitlines()[0])
    assert (first["note"], first["source"]) == ("1", "The desk")
    assert "date" not in first


def test_a_debunked_claim_is_told_to_whoever_repeats_it(run, monkeypatch):
    review = {
        "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://c.example/1",
        "claimReviewed": "The vaccine killed 900 people.", "author": {"name": "Checkers"},
        "reviewRating": {"alternateName": "False"},
    }  # fmt: skip
    page = f'<html><script type="application/ld+json">{json.dumps(review)}</script></html>'
    Path("page.html").write_text(page, encoding="utf-8")
    assert run("claims", "import", "page.html")[0] == 0
    (found,) = Checker.from_path("claims").check("The vaccine killed 900 people.").findings
    assert (found.verdict, found.flags) == ("novel", ("debunked",))
    assert found.others[0].claim.url == "https://c.example/1"
    text = render(
        Checker.from_path("claims").check("The vaccine killed 900 people."), colour=False, width=80
    )
    assert "review: rated “False”" in " ".join(text.split())
    assert "keeper" not in text


@pytest.fixture
def store(run):
    Path("claims").mkdir()
    Path("claims/a.toml").write_text(
        '[[claim]]\nid = "a"\ntext = "300 people came."\nsource = "City"\n\n'
        '[[claim]]\nid = "b"\ntext = "9 dogs barked."\nstatus = "debunked"\n'
        'url = "https://c.example/1"\n\n'
        '[[claim]]\nid = "c"\ntext = "5 cats."\nstatus = "draft"\n',
        encoding="utf-8",
    )


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "jsonl"])
def test_export_and_back(run, store, ending):
    code, out, _ = run("claims", "export", f"out.{ending}")
    assert (code, out) == (0, f"out.{ending}  {ending.upper()}, 3 claims\n")
    Path("claims/a.toml").rename("a.toml")
    assert run("claims", "import", f"out.{ending}")[0] == 0
    rows = [json.loads(row) for row in Path("claims/out.jsonl").read_text("utf-8").splitlines()]
    assert [(row["id"], row.get("status")) for row in rows] == [
        ("a", None), ("b", "debunked"), ("c", "draft"),
    ]  # fmt: skip


def test_datasette(run, store):
    assert run("claims", "export", "out.db", "--metadata")[0] == 0
    with closing(sqlite3.connect("out.db")) as base:
        counted = "SELECT claim, text, counted FROM figures ORDER BY claim"
        assert base.execute(counted).fetchall() == [
            ("a", "300", "people"), ("b", "9", "dogs"), ("c", "5", "cats"),
        ]  # fmt: skip
    assert "out" in json.loads(Path("metadata.json").read_text("utf-8"))["databases"]


def test_what_a_format_cannot_say_is_told(run, store):
    code, out, _ = run("claims", "export", "out.jsonld")
    assert code == 1
    assert "  written as a Claim: it has no rating  [a]\n" in out
    code, out, _ = run("claims", "export", "out.jsonld", "--force", "--format", "json")
    report = json.loads(out)
    assert (code, report["schema"], report["claims"]) == (1, "factcheck/export/1", 2)
    code, out, _ = run(
        *("claims", "export", "out.jsonld", "--force", "--format", "json", "--status", "draft")
    )
    report = json.loads(out)
    assert report["claims"] == 1
    assert {"id": "c", "what": "left out: that it is a draft"} in report["left_out"]
    code, out, _ = run("claims", "export", "out.jsonld", "--force", "--status", "debunked")
    assert (code, out) == (0, "out.jsonld  ClaimReview JSON-LD, 1 claim\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["out.doc"], "the ending '.doc' tells no format"),
        (["out"], "the file has no ending"),
        (["none/out.csv"], "none/out.csv: the file cannot be written: No such file"),
        (["out.csv", "--metadata"], "--metadata is for Datasette"),
        (["claims/a.toml", "--to", "jsonl", "--force"], "claims/a.toml: the file is part of the"),
        (["claims/new/b.JSONL", "--force"], "or would be read as part of it; nothing was written"),
        (["link.jsonl", "--force"], "link.jsonl: the file is part of the store"),
        (["there.csv"], "there.csv: the file exists; nothing was written"),
        (["new.db", "--metadata"], "metadata.json: the file exists; nothing was written"),
        (["-"], "the file has no ending"),
        (["-", "--to", "xlsx"], "XLSX is no text for standard output"),
        (["-", "--to", "sqlite"], "SQLite is no text for standard output"),
        (["out.csv", "--to", "xml"], "'xml' is not one of csv"),
        (["out.csv", "--claims", "none"], "no such file or folder"),
    ],
)
def test_mistakes_of_an_export(run, store, words, message):
    before = Path("claims/a.toml").read_bytes()
    Path("there.csv").write_text("before", encoding="utf-8")
    Path("metadata.json").write_text("before", encoding="utf-8")
    Path("link.jsonl").symlink_to("claims/a.toml")
    code, out, err = run("claims", "export", *words)
    assert (code, out) == (2, "")
    assert message in " ".join(err.split())
    assert Path("claims/a.toml").read_bytes() == before
    assert {Path(name).read_text("utf-8") for name in ("there.csv", "metadata.json")} == {"before"}


def test_a_file_that_is_there_is_replaced_by_force(run, store):
    Path("out.csv").write_text("before", encoding="utf-8")
    assert run("claims", "export", "out.csv", "--force")[0] == 0
    assert "300 people came." in Path("out.csv").read_text("utf-8")
    assert run("claims", "export", "claims/out.csv")[0] == 0  # no check reads it


def test_a_claim_that_is_left_out_is_not_counted(run, store):
    bare = '[[claim]]\nid = "d"\ntext = "9 dogs."\nstatus = "debunked"\n'
    Path("claims/b.toml").write_text(bare, encoding="utf-8")
    code, out, _ = run("claims", "export", "out.jsonld", "--status", "debunked")
    assert (code, out) == (
        1,
        "out.jsonld  ClaimReview JSON-LD, 1 claim\n"
        "  left out: it is debunked, and its review has no web address  [d]\n",
    )


@pytest.mark.parametrize("chosen", ["csv", "json", "jsonl", "claimreview"])
def test_export_to_standard_output(run, store, chosen):
    words = ("--status", "debunked", "--to", chosen)
    run("claims", "export", "out.txt", *words)
    code, out, err = run("claims", "export", "-", *words)
    assert (code, out) == (0, Path("out.txt").read_bytes().decode())
    assert err.startswith("factcheck: -  ")
    assert not Path("-").exists()


def test_an_export_of_drafts_alone(run, store):
    Path("claims/a.toml").write_text(
        '[[claim]]\nid = "c"\ntext = "5 cats."\nstatus = "draft"\n', encoding="utf-8"
    )
    assert run("claims", "export", "out.csv")[:2] == (0, "out.csv  CSV, 1 claim\n")
    Path("claims/a.toml").write_text("", encoding="utf-8")
    code, _, err = run("claims", "export", "none.csv")
    assert (code, "there are no claims" in err) == (2, True)


def test_a_failed_export_leaves_what_was_there(run, store):
    Path("out.csv").write_text("before", encoding="utf-8")
    Path("out.csv").chmod(0o444)
    code, _, err = run("claims", "export", "out.csv", "--force")
    if code:  # an administrator may write to anything
        assert (code, "read-only" in err) == (2, True)
        assert Path("out.csv").read_text() == "before"


def test_the_help_shows_examples(run):
    for name in ("import", "export"):
        code, out, _ = run("claims", name, "--help")
        assert code == 0
        assert out.count(f"factcheck claims {name} ") >= 4
        assert "Exit codes:" in out


def test_a_bar_on_a_terminal(run, facts, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    _, _, err = run("claims", "import", "facts.csv", "--dayfirst")
    assert "facts.csv" in err
    assert "100%" in err


def test_a_dry_run_of_an_export(run, store):
    code, out, _ = run("claims", "export", "o.jsonld", "--dry-run")
    assert (code, "a dry run: nothing was written" in out, "written as a Claim" in out) == (
        1,
        True,
        True,
    )
    assert not Path("o.jsonld").exists()


@pytest.mark.parametrize("name", ["claims/a.toml", "claims/new.jsonl", "claims"])
def test_a_report_takes_the_place_of_no_claims(run, store, facts, name):
    before = sorted((path, path.read_bytes()) for path in Path("claims").iterdir())
    code, _, err = run("claims", "import", "facts.csv", "--dayfirst", "--report", name)
    assert (code, "--report" in err) == (2, True)
    assert sorted((path, path.read_bytes()) for path in Path("claims").iterdir()) == before


def test_a_report_does_not_take_the_place_of_a_new_store(run, facts):
    code, _, err = run(
        "claims", "import", "facts.csv", "--dayfirst", "--report", "claims/facts.jsonl"
    )
    assert (code, "--report" in err) == (2, True)
