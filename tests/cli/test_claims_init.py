"""`factcheck claims init`: what it sets up works at once, and nothing is overwritten."""

from __future__ import annotations

import json
import shlex

import pytest
from report.test_plain import validate

from factcheck.checker import Checker
from factcheck.cli import entry, opening
from factcheck.config_file import parse
from factcheck.store.edit_starter import TRY
from factcheck.store.fields import CLAIM_KEYS
from factcheck.store.reader import lint

NAMES = ("claims/README.md", "claims/example.toml", "factcheck.toml")


@pytest.fixture(autouse=True)
def own_places(monkeypatch, tmp_path):
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))


def test_a_fresh_folder(run, tmp_path):
    code, out, err = run("claims", "init", "desk")
    assert (code, err) == (0, "")
    assert all((tmp_path / "desk" / name).is_file() for name in NAMES)
    assert lint([tmp_path / "desk" / "claims"]) == ()
    assert [line.split() for line in out.splitlines() if line.startswith("  new")] == [
        ["new", name] for name in NAMES
    ]
    assert "  cd desk\n" in out


def test_what_it_suggests_works(run, monkeypatch, tmp_path, capsys):
    opened = opening.open_checker  # the one that reads files, not the fake
    _, out, _ = run("claims", "init")
    monkeypatch.setattr(
        opening, "open_checker", lambda claims, where=None: Checker.from_path(tmp_path / "claims")
    )
    assert opened is not opening.open_checker
    suggested = [shlex.split(line) for line in out.splitlines() if line.startswith("  factcheck")]
    assert suggested == [["factcheck", TRY], ["factcheck", "claims", "add"]]
    assert entry.main([TRY]) == 1
    assert "harbour-ferries" in capsys.readouterr().out
    assert entry.main(["claims", "lint"]) == 0
    assert "5 claims in 1 file, no faults" in capsys.readouterr().out


def test_every_setting_that_is_commented_out_is_one(run, tmp_path):
    run("claims", "init")
    path = tmp_path / "factcheck.toml"
    assert parse(path) == {"claims": ["claims"]}
    lines = path.read_text().splitlines()
    shown = [
        line.removeprefix("# ") if " = " in line or "[" in line[:3] else line for line in lines
    ]
    path.write_text("\n".join(shown))
    keys = {"claims", "locale", "units", "policy", "min-level", "exclude"}
    assert set(parse(path)) == keys


def test_nothing_is_overwritten(run, tmp_path):
    (tmp_path / "factcheck.toml").write_text('locale = "de"\n')
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "own.toml").write_text('[[claim]]\nid = "a"\ntext = "There are 3."\n')
    code, out, _ = run("claims", "init")
    assert code == 0
    assert (tmp_path / "factcheck.toml").read_text() == 'locale = "de"\n'
    assert not (tmp_path / "claims" / "example.toml").exists()
    assert "left  claims/example.toml  claims/ holds claims already" in out
    assert "left  factcheck.toml       it is there already" in out
    assert TRY not in out
    code, out, _ = run("claims", "init")
    assert (code, out.splitlines()[0]) == (
        0,
        "everything is set up in this folder already; nothing was written",
    )


def test_a_dry_run(run, tmp_path):
    code, out, _ = run("claims", "init", "desk", "--dry-run")
    assert code == 0
    assert out.splitlines()[0] == "would set up a store of claims in desk; nothing was written"
    assert not (tmp_path / "desk").exists()


def test_as_json(run, tmp_path):
    (tmp_path / "factcheck.toml").write_text("")
    code, out, _ = run("claims", "init", "--format", "json")
    told = json.loads(out)
    validate(told, "init")
    assert (code, told["schema"]) == (0, "factcheck/init/1")
    assert [(file["written"], file["left"]) for file in told["files"]] == [
        (True, None),
        (True, None),
        (False, "it is there already"),
    ]


def test_a_file_in_the_way(run, tmp_path):
    (tmp_path / "desk").write_text("")
    code, _, err = run("claims", "init", "desk")
    assert (code, "this is a file, not a folder" in err) == (2, True)


def test_another_store_that_goes_before(run, monkeypatch, tmp_path):
    monkeypatch.setenv("FACTCHECK_CLAIMS", str(tmp_path))
    _, out, _ = run("claims", "init")
    assert "FACTCHECK_CLAIMS is set, and goes before this store." in out


def test_the_example_shows_every_key(run, tmp_path):
    run("claims", "init")
    example = (tmp_path / "claims" / "example.toml").read_text(encoding="utf-8")
    for key in CLAIM_KEYS:
        assert f"\n{key} = " in example or f"[[claim.{key}]]" in example, key
