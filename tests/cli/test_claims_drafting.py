"""`factcheck claims draft` and `confirm`, and drafts in a check, from end to end."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from report.test_plain import validate

from cli.claims_schema import told
from factcheck import Checker, Claim, Verdict
from factcheck.cli import entry, opening
from factcheck.cli.claims import draft_file

ARTICLE = """\
Fire at the Kessel mill

A fire at the Kessel mill injured 12 workers. It employs 900 people.

The ferries call at 22 piers.
"""
STORE = '[[claim]]\nid = "piers"\ntext = "The ferries call at 22 piers."\nsource = "x"\n'
DRAFT = [
    "claims", "draft", "kessel.txt", "--source", "Daily", "--date", "2025-05-04",
    "--url", "https://example.org/a",
]  # fmt: skip


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    """Run a command line on a real store in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    Path("claims").mkdir()
    Path("claims/a.toml").write_text(STORE, encoding="utf-8")
    Path("kessel.txt").write_text(ARTICLE, encoding="utf-8")

    def run(*words):
        code = entry.main(list(words))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_from_an_article_to_verdicts(desk):
    code, out, err = desk(*DRAFT)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "2 drafts in claims/kessel.toml"
    assert "    line 5: piers" in out
    assert desk("claims", "lint", "claims/kessel.toml", "--today", "2025-05-05") == (
        0, "2 claims in 1 file, no faults, 2 drafts among them\n", "",
    )  # fmt: skip
    code, out, err = desk("The Kessel mill employs 800 people")
    assert (code, out.split()[0]) == (0, "NOVEL")
    assert out.splitlines()[-1] == (
        "2 drafts wait for confirmation: factcheck claims list --status draft"
    )
    code, out, err = desk("claims", "confirm", "kessel-02")
    assert (code, err) == (0, "")
    assert "1 draft confirmed in claims/kessel.toml" in out
    assert "1 draft waits for confirmation" in out
    code, out, err = desk("The Kessel mill employs 800 people")
    assert (code, out.split()[0]) == (1, "CONFLICTING")
    assert desk("claims", "confirm", "--all", "claims/kessel.toml")[0] == 0
    assert "wait" not in desk("The Kessel mill employs 900 people")[1]


def test_drafts_wait_in_every_format_and_from_the_cache(desk):
    desk(*DRAFT)
    for _ in range(2):  # the second time from the cache
        code, out, err = desk("The ferries call at 22 piers", "--format", "json")
        validate(json.loads(out))
        assert (code, err, json.loads(out)["drafts"]) == (0, "", 2)
        _, out, err = desk("The ferries call at 22 piers", "--format", "jsonl")
        assert err.startswith("factcheck: 2 drafts wait")
        assert len(out.splitlines()) == 1
    _, out, _ = desk("22 piers", "20 piers", "--format", "json")
    read = json.loads(out)
    validate(read)
    assert read["drafts"] == 2
    assert "drafts" not in read["reports"][0]


def test_drafts_take_no_part_in_verdicts():
    draft = Claim(id="d", text="The Kessel mill employs 900 people.", status="draft")
    current = Claim(id="c", text="The ferries call at 22 piers.")
    newer = Claim(id="n", text="The ferries call at 25 piers.", supersedes="c", status="draft")
    checker = Checker([draft, current, newer])
    assert (len(checker), checker.drafts) == (1, 2)
    for statement in ("The Kessel mill employs 900 people.", "The Kessel mill employs 1 man."):
        assert checker.check(statement).verdict is Verdict.NOVEL
    report = checker.check("The ferries call at 22 piers.")
    assert (report.verdict, report.flags) == (Verdict.CONSISTENT, ())
    assert Checker([current]).drafts == 0


def test_nothing_is_overwritten(desk):
    assert desk(*DRAFT)[0] == 0
    before = Path("claims/kessel.toml").read_bytes()
    code, out, err = desk(*DRAFT)
    assert (code, out) == (2, "")
    assert "claims/kessel.toml: the file is there already" in err
    Path("claims/kessel.toml").write_bytes(before + b"# mine\n")
    assert desk(*DRAFT, "--force")[0] == 0
    assert Path("claims/kessel.toml").read_bytes() == before
    desk("claims", "confirm", "kessel-01")
    code, _, err = desk(*DRAFT, "--force")
    assert code == 2
    assert "1 claim of the file would be lost" in err


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_somebody_else_writes_meanwhile_is_kept(desk, monkeypatch, force):
    """Another process writes the file, or confirms its drafts, while the article is read."""
    out, theirs = Path("claims/kessel.toml"), STORE.replace("piers", "theirs")
    if force:
        desk(*DRAFT)
    make = draft_file.drafted

    def slow(*given, **more):
        made = make(*given, **more)
        out.write_text(theirs, encoding="utf-8")
        return made

    monkeypatch.setattr(draft_file, "drafted", slow)
    code, _, err = desk(*DRAFT, *force)
    assert (code, out.read_text(encoding="utf-8")) == (2, theirs)
    assert "somebody else has changed the file" in err


def test_what_is_there_already_is_left_out(desk):
    desk(*DRAFT)
    code, out, _ = desk(*DRAFT, "--out", "more.toml", "--format", "json")
    read = told(out)
    assert (code, read["file"], read["drafts"]) == (0, None, [])
    assert [one["id"] for one in read["known"]] == ["kessel-01", "kessel-02", "piers"]
    assert not Path("more.toml").exists()
    assert desk(*DRAFT, "--out", "more.toml")[1].startswith("Nothing was written")


def test_drafts_for_programs(desk):
    read = told(desk(*DRAFT, "--format", "json")[1])
    assert (read["schema"], read["file"]) == ("factcheck/drafts/1", "claims/kessel.toml")
    assert read["headline"] == "Fire at the Kessel mill"
    assert [(one["id"], one["line"]) for one in read["drafts"]] == [
        ("kessel-01", 3), ("kessel-02", 3),
    ]  # fmt: skip
    assert read["drafts"][1]["figures"] == ["900: 900 · counts people · event employs"]
    assert read["drafts"][1]["leanings"]


def test_no_remedy_is_named_that_does_not_work(desk):
    Path("p.epub").write_text("Some 20 came.", encoding="utf-8")
    _, _, err = desk("claims", "draft", "p.epub", "--source", "x")
    assert "articles of the format '.epub' are not read" in err
    assert "standard input" not in err
    out = "claims/two words.toml"
    assert f"confirm --all '{out}'" in desk(*DRAFT, "--out", out)[1]
    assert f"confirm --all '{out}'\n" in Path(out).read_text(encoding="utf-8")


def test_standard_output(desk):
    code, out, err = desk(*DRAFT, "--out", "-")
    assert code == 0
    assert out.startswith("# Drafts from kessel.txt")
    assert "line 5: piers" in err
    assert not Path("claims/kessel.toml").exists()


def test_without_a_store_drafts_go_here(desk):
    Path("claims/a.toml").unlink()
    Path("claims").rmdir()
    assert desk(*DRAFT)[0] == 0
    assert Path("kessel.toml").is_file()
    code, out, _ = desk("claims", "confirm", "--all", "kessel.toml", "--format", "json")
    read = told(out)
    assert (code, read["confirmed"]) == (0, ["kessel-01", "kessel-03"])
    assert (read["unclear"], read["drafts"]) == (["kessel-02"], 1)
    _, out, _ = desk("claims", "confirm", "--all", "kessel.toml")
    assert "Nothing to confirm" in out
    command = out.splitlines()[4]
    assert command == "  factcheck claims confirm kessel-02 --claims kessel.toml"
    assert desk(*command.split()[1:])[0] == 0


def test_drafts_that_stand_badly_alone_wait_for_a_persons_own_yes(desk):
    desk(*DRAFT)
    path = Path("claims/kessel.toml")
    before = path.read_text(encoding="utf-8")
    code, out, _ = desk("claims", "confirm", "--all", "claims/kessel.toml")
    assert code == 0
    assert "1 draft confirmed in claims/kessel.toml" in out
    assert "1 draft left out that stands badly alone; the comments say why:" in out
    assert "\n  kessel-02  It employs 900 people.\n" in out
    assert "\n  factcheck claims confirm kessel-02\n" in out
    path.write_text(before, encoding="utf-8")
    words = ("claims", "confirm", "--all", "claims/kessel.toml", "--format", "json")
    read = told(desk(*words, "--even-unclear")[1])
    assert (read["confirmed"], read["unclear"]) == (["kessel-01", "kessel-02"], [])
    path.write_text(before, encoding="utf-8")
    read = told(desk(*words, "kessel-02")[1])
    assert (sorted(read["confirmed"]), read["unclear"]) == (["kessel-01", "kessel-02"], [])
    lines = (line for line in before.split("\n") if "badly alone:" not in line)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert told(desk(*words)[1])["unclear"] == []


def test_what_is_no_sentence_is_left_out_and_told(desk):
    table = "| year | staff |\n| --- | --- |\n| 2020 | 1,500 |\n"
    Path("kessel.md").write_text(f"Staff 2020: 1,500\n\nSome 20 came.\n\n{table}", encoding="utf-8")
    words = ("claims", "draft", "kessel.md", "--source", "x")
    read = told(desk(*words, "--format", "json")[1])
    assert [one["text"] for one in read["drafts"]] == ["Some 20 came."]
    assert read["fragments"] == [1, 7]
    assert "2 pieces left out" in desk(*words, "--out", "b.toml")[1]


def test_an_article_without_figures(desk):
    Path("kessel.txt").write_text("Parliament approved the budget.\n", encoding="utf-8")
    code, out, _ = desk(*DRAFT)
    assert (code, out) == (0, "No sentence of kessel.txt holds a figure; nothing was written.\n")
    assert not Path("claims/kessel.toml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["claims", "draft", "kessel.txt"], "--source is missing"),
        (["claims", "draft", "none.md", "--source", "x"], "none.md: the file cannot be read"),
        (["claims", "draft", "notes.epub", "--source", "x"], "'.epub' are not read"),
        ([*DRAFT, "--url", "example.org"], "--url: 'example.org' is no web address"),
        ([*DRAFT, "--date", "4.5.2025"], "--date: '4.5.2025' is no clear date"),
        ([*DRAFT, "--source", " "], "--source: is empty"),
        ([*DRAFT, "--out", "a.json"], "--out: 'a.json' is no .toml file"),
        ([*DRAFT, "--out", "-", "--format", "json"], "drafts on standard output are TOML"),
        ([*DRAFT, "--claims", "none"], "none"),
        (["claims", "confirm"], "nothing to confirm was named"),
        (["claims", "confirm", "peirs"], "there is no claim 'peirs', maybe 'piers'"),
        (["claims", "confirm", "--all", "none.toml"], "none.toml: there is no such file"),
    ],
)
def test_mistakes(desk, words, said):
    code, out, err = desk(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.startswith("factcheck: ")
    assert sorted(path.name for path in Path("claims").iterdir()) == ["a.toml"]


def test_confirming_what_is_confirmed_changes_nothing(desk):
    before = Path("claims/a.toml").read_bytes()
    code, out, _ = desk("claims", "confirm", "piers")
    assert (code, out) == (0, "Nothing to confirm: no draft is among them.\n")
    assert Path("claims/a.toml").read_bytes() == before


def test_a_confirmed_draft_takes_the_place_of_an_older_claim(desk):
    Path("claims/b.jsonl").write_text(
        '{"id": "more-piers", "text": "The ferries call at 25 piers.", "status": "draft", '
        '"supersedes": "piers"}\n',
        encoding="utf-8",
    )
    _, out, _ = desk("claims", "confirm", "more-piers")
    assert "in the place of piers" in out
    assert "superseded" in desk("claims", "list")[1]


def test_the_fake_of_other_tests_has_what_the_program_asks_for(checker):
    assert opening.open_checker(()).drafts == checker.drafts == 0


COMMAND = re.compile(r"^factcheck (claims .+)$", re.M)
COMMANDS = {"list", "show", "stats", "stale", "draft", "lint", "confirm"}
PAGE = Path(__file__).parents[2] / "docs" / "claims.md"


def test_the_documented_commands_run(desk):
    Path("claims/b.toml").write_text(
        STORE.replace('"piers"', '"ferry-piers"').replace("22", "23") + "date = 2025-01-02\n"
    )
    Path("kessel.md").write_text(ARTICLE + "\nSome 20 came.\n", encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    commands = [command for block in blocks for command in COMMAND.findall(block)]
    commands = [command for command in commands if command.split()[1] in COMMANDS]
    assert {command.split()[1] for command in commands} == COMMANDS
    for command in commands:
        code, _, err = desk(*shlex.split(command))
        assert (code, err) == (0, ""), command
