"""`factcheck claims list`, `show`, `stats` and `stale`, on a store on disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from report.test_plain import validate

from cli.claims_schema import told

TOML = """\
[defaults]
source = "Harbour company, annual report"
topic = "Ferries"

[[claim]]
id = "passengers"
text = "The ferries carried 1.2 million passengers in 2024."
date = 2025-03-01
supersedes = "estimate"

[[claim]]
id = "estimate"
text = "The ferries carried about 1 million passengers in 2024."
date = "2024-12"

[[claim]]
id = "crowd"
text = "Police put the crowd at 45,000."
source = "Police"
as_of = "2023"
tags = ["Fest"]

[[claim.figure]]
text = "45,000"
counted = "people"

[[claim]]
id = "piers"
text = "The ferries call at 22 piers, Müller said."
source = ""
topic = ""

[[claim]]
id = "new-draft"
text = "The ferries carried 1.4 million passengers in 2025."
date = 2026-01-10
status = "draft"
"""


@pytest.fixture(autouse=True)
def store(run, monkeypatch):
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    Path("claims").mkdir()
    Path("claims/ferries.toml").write_text(TOML, encoding="utf-8")


def listed(run, *words):
    code, out, err = run("claims", "list", *words, "--format", "json")
    assert (code, err) == (0, "")
    return [claim["id"] for claim in told(out)["claims"]]


def test_a_list_fits_and_counts(run):
    code, out, err = run("claims", "list")
    assert (code, err) == (0, "")
    head, *rows = out.splitlines()
    assert head.split() == ["id", "date", "status", "source", "text"]
    assert [row.split()[0] for row in rows[:5]] == [
        "crowd", "estimate", "new-draft", "passengers", "piers",
    ]  # fmt: skip
    assert rows[5:] == ["", "5 of 5 claims"]
    assert max(map(len, rows)) <= 80
    assert "superseded" in rows[1]


def test_a_request_that_nothing_can_be_is_an_error(run):
    code, out, err = run("claims", "list", "--file", "nope")
    assert (code, out) == (2, "")
    assert "--file: no file of the store has 'nope' in its path" in err
    assert "claims/ferries.toml" in err
    code, out, err = run("claims", "list", "--since", "2025", "--until", "2024")
    assert (code, out) == (2, "")
    assert "--since, --until: there is no day from 2025 until 2024" in err
    assert run("claims", "list", "--since", "2025-03-02", "--until", "2025")[0] == 0


def test_what_is_listed(run):
    assert listed(run, "--text", "muller PIERS") == ["piers"]
    assert listed(run, "--topic", "ferr", "--status", "current", "--status", "draft") == [
        "crowd", "new-draft", "passengers",
    ]  # fmt: skip
    assert listed(run, "--tag", "fest") == ["crowd"]
    assert listed(run, "--source", "police") == ["crowd"]
    assert listed(run, "--file", "ferries") == listed(run)
    assert listed(run, "--sort", "date") == [
        "crowd", "estimate", "passengers", "new-draft", "piers",
    ]  # fmt: skip
    assert listed(run, "--since", "2025", "--until", "2025-12-31") == ["passengers"]


def test_those_without_a_date_are_said(run):
    _, out, _ = run("claims", "list", "--since", "2020")
    assert out.endswith("4 of 5 claims (1 other left out, without a date)\n")
    assert run("claims", "list", "--text", "nothing")[1] == "0 of 5 claims\n"


def test_a_list_for_programs_has_places(run):
    read = told(run("claims", "list", "--tag", "Fest", "--format", "json")[1])
    assert (read["schema"], read["of"], read["undated"]) == ("factcheck/claims/1", 5, 0)
    (claim,) = read["claims"]
    assert claim["line"] == 16
    assert Path(claim["file"]).samefile("claims/ferries.toml")
    assert (claim["as_of"], claim["date"], claim["tags"]) == ("2023", None, ["Fest"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "--status", "drft"], "did you mean 'draft'?"),
        (["list", "--since", "12/2024"], "--since: '12/2024' is no date"),
        (["list", "--sort", "topic"], "--sort: 'topic' is not one of id, date"),
        (["list", "--claims", "none"], "none"),
        (["show", "passenger"], "did you mean 'passengers'?"),
        (["show"], "ID is missing"),
        (["stale", "--older-than", "long"], "write a number and a letter"),
        (["stale", "--today", "2024-02"], "no whole day"),
        (["stats", "--format", "xml"], "text, json"),
    ],
)
def test_mistakes(run, words, said):
    code, out, err = run("claims", *words)
    assert (code, out) == (2, "")
    assert err.startswith("factcheck: ")
    assert said in err


@pytest.mark.parametrize("command", ["list", "show", "stats", "stale", "lint", "draft", "confirm"])
def test_every_command_helps_with_examples(run, command):
    code, out, _ = run("claims", command, "--help")
    assert code == 0
    assert f"    factcheck claims {command}" in out
    assert "--format" in out


def test_a_claim_is_shown_whole(run):
    code, out, err = run("claims", "show", "passengers")
    assert (code, err) == (0, "")
    for words in (
        "source      Harbour company, annual report", "date        1 March 2025",
        "file        claims/ferries.toml:5", "1,200,000", "history, the oldest first",
        "> 2025-03-01  passengers  current", "2024-12     estimate    superseded",
    ):  # fmt: skip
        assert words in out
    assert "history" not in run("claims", "show", "piers")[1]


def test_a_claim_for_programs(run):
    read = told(run("claims", "show", "crowd", "--format", "json")[1])
    assert read["schema"] == "factcheck/claim/1"
    assert read["stated"][0]["counted"] == read["figures"][0]["counted"] == "people"
    validate(read["figures"][0], "figure")
    assert [one["id"] for one in read["history"]] == ["crowd"]
    read = told(run("claims", "show", "estimate", "--format", "json")[1])
    assert [(one["id"], one["status"]) for one in read["history"]] == [
        ("estimate", "superseded"), ("passengers", "current"),
    ]  # fmt: skip


def test_statistics(run):
    code, out, err = run("claims", "stats")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "5 claims in 1 file: 1 draft, 3 current, 1 superseded"
    assert lines[1] == "5 figures · 2 sources · 1 topic"
    assert [line for line in lines if line.startswith("by ")] == [
        "by source",
        "by topic",
        "by year",
    ]
    assert f"  (no topic)  1  {'█' * 10}" in lines
    assert max(map(len, lines)) <= 80


def test_a_terminal_without_blocks_gets_plain_bars(run, capsys, monkeypatch):
    import io

    plain = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", plain)
    assert run("claims", "stats")[0] == 0
    plain.seek(0)
    assert "  (no topic)  1  ##########\n" in plain.read()


def test_statistics_for_programs(run):
    read = told(run("claims", "stats", "--format", "json")[1])
    assert (read["claims"], read["files"], read["figures"]) == (5, 1, 5)
    assert read["statuses"] == {"draft": 1, "current": 3, "superseded": 1}
    assert read["sources"][-1] == {"name": None, "claims": 1}
    assert [year["name"] for year in read["years"]] == ["2023", "2024", "2025", "2026", None]


def test_the_figures_of_a_large_store_are_counted_when_asked_for(run, monkeypatch):
    from factcheck.cli.claims import counting

    monkeypatch.setattr(counting, "_COUNTED", 4)
    assert "figures not counted (--figures does)" in run("claims", "stats")[1]
    assert told(run("claims", "stats", "--format", "json")[1])["figures"] is None
    assert "5 figures" in run("claims", "stats", "--figures")[1]


def test_stale_claims(run):
    words = ["claims", "stale", "--today", "2026-02-01"]
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    head, first, *_ = out.splitlines()
    assert head.split() == ["id", "date", "age", "source", "text"]
    assert first.split()[:4] == ["crowd", "2023", "2y", "1m"]
    assert "1 of 3 current claims older than 1 year (before 2025-02-01)" in out
    assert "1 without a date" in out
    assert run(*words, "--fail")[0] == 1
    assert run(*words, "--older-than", "3y", "--fail")[0] == 0


def test_stale_claims_for_programs(run):
    words = ["claims", "stale", "--today", "2026-02-01", "--older-than", "11m", "--format", "json"]
    read = told(run(*words)[1])
    assert [claim["id"] for claim in read["claims"]] == ["crowd"]
    assert (read["before"], read["of"], read["undated"]) == ("2025-03-01", 3, 1)
    read = told(run(*words[:5], "46w", *words[6:])[1])
    assert [claim["id"] for claim in read["claims"]] == ["crowd", "passengers"]


def test_an_empty_store_has_nothing_to_show(run):
    Path("claims/ferries.toml").write_text("# soon\n", encoding="utf-8")
    assert run("claims", "list") == (0, "0 of 0 claims\n", "")
    code, out, _ = run("claims", "stats")
    assert (code, out) == (0, "0 claims in 1 file\n0 figures · 0 sources · 0 topics\n")
    assert told(run("claims", "stale", "--format", "json")[1])["claims"] == []
