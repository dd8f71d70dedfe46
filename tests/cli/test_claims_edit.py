"""`factcheck claims add, edit, supersede, retract`, on files of claims."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import typer
from report.test_plain import validate

from factcheck.cli.claims import edit_ask
from factcheck.store.reader import lint, read_claims

STORE = """\
# The harbour

[[claim]]
id = "piers"
text = "The harbour ferries call at 22 piers."
source = "Harbour company"
topic = "Ferries"
tags = ["harbour"]

# Crew
[[claim]]
id = "crew"
text = "A ferry has a crew of 5."
note = "By day."
"""
PRESS = """
import os, pty, sys
typed = sys.stdin.buffer.read()
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.executable, [sys.executable, "-m", "factcheck", *sys.argv[1:]])
os.write(terminal, typed)
shown = b""
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    shown += piece
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.fixture(autouse=True)
def own_places(monkeypatch, tmp_path):
    monkeypatch.delenv("FACTCHECK_CLAIMS", raising=False)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def path(tmp_path):
    (tmp_path / "claims").mkdir()
    found = tmp_path / "claims" / "harbour.toml"
    found.write_text(STORE, encoding="utf-8")
    return found


@pytest.fixture
def fc(run, path):
    return lambda *words: run("claims", *words)


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """A person at a terminal, whose editor changes the text; the answers to questions."""
    monkeypatch.setattr(edit_ask, "on_terminal", lambda: True)
    script = tmp_path / "editor.py"

    def install(code, *answers):
        script.write_text(f"import sys\npath = sys.argv[-1]\n{code}\n", encoding="utf-8")
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
        said = iter(answers)
        monkeypatch.setattr(typer, "confirm", lambda *args, **named: next(said))

    return install


def exchange(old, new):
    return f"t = open(path).read()\nopen(path, 'w').write(t.replace({old!r}, {new!r}))"


def test_add(fc, path):
    code, out, err = fc(
        "add", "--text", "The harbour company runs 14 ferries.", "--source", "Harbour company",
        "--date", "2025-03-01", "--url", "https://example.org/a", "--tag", "x", "--tag", "y",
        "--as-of", "2024", "--speaker", "Ann", "--topic", "Boats", "--note", "N.",
        "--status", "draft",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert path.read_text().startswith(STORE)
    assert path.read_text()[len(STORE) :] == (
        '\n[[claim]]\nid = "harbour-company-runs-ferries"\n'
        'text = "The harbour company runs 14 ferries."\nsource = "Harbour company"\n'
        'speaker = "Ann"\ndate = 2025-03-01\nas_of = "2024"\nurl = "https://example.org/a"\n'
        'topic = "Boats"\nstatus = "draft"\ntags = ["x", "y"]\nnote = "N."\n'
    )
    assert out.startswith("added harbour-company-runs-ferries  claims/harbour.toml:17\n")
    assert '  speaker = "Ann"\n' in out
    assert "14      count  14     ferries  runs" in out  # how its figure is read


def test_what_the_store_says_of_a_new_claim(fc, path):
    code, out, _ = fc("add", "--text", "The harbour ferries call at 24 piers.", "--id", "new")
    assert code == 0
    assert "CONFLICTING" in out
    assert "Harbour company · [piers]" in out
    assert "  factcheck claims edit new --supersedes piers\n" in out
    assert "Nobody is named as its source:" in out
    assert 'id = "new"' in path.read_text()
    code, out, _ = fc("add", "--text", "Harbour ferries call at 24 piers.", "--no-check")
    assert "CONFLICTING" not in out


def test_add_as_json(fc, path):
    text = "The harbour ferries call at 24 piers."
    code, out, _ = fc("add", "--text", text, "--format", "json", "--dry-run")
    told = json.loads(out)
    validate(told, "edit")
    assert (code, told["schema"], told["action"]) == (0, "factcheck/edit/1", "added")
    assert (told["written"], told["line"], told["claim"]["text"]) == (False, 17, text)
    assert told["store"]["findings"][0]["citation"]["claim"]["id"] == "piers"
    assert [figure["text"] for figure in told["figures"]] == ["24"]
    assert told["diff"].startswith("--- claims/harbour.toml\n+++ claims/harbour.toml\n@@ -12,")
    assert path.read_text() == STORE


@pytest.mark.parametrize(
    "words",
    [
        ("add", "--text", "There are 3 cranes."),
        ("edit", "crew", "--text", "A ferry has a crew of 6."),
        ("supersede", "crew", "--text", "A ferry has a crew of 6."),
        ("retract", "crew", "--reason", "Miscounted.", "--date", "2025-03-04"),
    ],
)
def test_a_dry_run_shows_what_the_edit_does(fc, path, tmp_path, words):
    code, out, err = fc(*words, "--dry-run")
    assert (code, err) == (0, "")
    assert "nothing was written" in out.splitlines()[0]
    assert path.read_text() == STORE
    patch = out[out.index("--- claims") :].partition("\n\nwhere")[0] + "\n"
    assert patch.count("\n@@") == 1
    code, _, _ = fc(*words)
    assert code == 0
    after = path.read_text()
    path.write_text(STORE)
    subprocess.run(["patch", "-p0"], input=patch, text=True, check=True, cwd=tmp_path)
    assert path.read_text() == after


def test_without_a_text_and_without_a_terminal(fc, path):
    code, out, err = fc("add", "--source", "Me")
    assert (code, out) == (2, "")
    assert "--text is missing, and there is no terminal" in err
    assert path.read_text() == STORE


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_add_asks_on_a_terminal(path, tmp_path):
    answers = "\nThe harbour has 3 cranes.\nAnn\nlast year\n2024\nhttps://example.org/c\n"
    here = str(Path(__file__).parents[2])
    ended = subprocess.run(
        [sys.executable, "-c", PRESS, "claims", "add"], input=answers.encode(), check=False,
        capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": here},
    )  # fmt: skip
    shown = ended.stdout.decode()
    assert ended.returncode == 0, shown
    assert "it is needed" in shown
    assert "'last year' is no date" in shown
    assert path.read_text()[len(STORE) :] == (
        '\n[[claim]]\nid = "harbour-cranes"\ntext = "The harbour has 3 cranes."\n'
        'source = "Ann"\ndate = "2024"\nurl = "https://example.org/c"\n'
    )


def test_wrong_values_are_told_together(fc, path):
    code, _, err = fc("add", "--text", "3 cranes.", "--date", "soon", "--url", "there")
    assert code == 2
    assert "date: 'soon' is no date" in err
    assert "url: 'there' is no web address" in err
    code, _, err = fc("add", "--text", "3 cranes.", "--status", "curent")
    assert code == 2
    assert "did you mean 'current'?" in err
    assert path.read_text() == STORE


def test_no_store(run):
    code, _, err = run("claims", "add", "--text", "3 cranes.")
    assert code == 2
    assert "factcheck claims init" in err


def test_an_empty_store_gets_its_first_claim(run, tmp_path):
    (tmp_path / "claims").mkdir()
    code, out, err = run("claims", "add", "--text", "There are 3 cranes.", "--source", "Ann")
    assert (code, err) == (0, "")
    assert out.startswith("added cranes  claims/claims.toml:2\n")
    assert len(read_claims([tmp_path / "claims"])) == 1


def test_defaults_are_told(fc, path):
    path.with_name("d.toml").write_text('[defaults]\nsource = "Ann"\ndate = 2024-01-01\n')
    code, out, _ = fc("add", "--text", "There are 3 cranes.", "--source", "Ann")
    assert code == 0
    assert "from the file's [defaults]: source, date" in out
    assert path.with_name("d.toml").read_text().endswith('text = "There are 3 cranes."\n')


def test_edit(fc, path):
    code, out, err = fc("edit", "crew", "--text", "A ferry has a crew of 6.", "--unset", "note")
    assert (code, err) == (0, "")
    assert path.read_text() == STORE.replace("of 5", "of 6").replace('note = "By day."\n', "")
    assert out.startswith("changed crew  claims/harbour.toml:12\n")
    assert '  -text = "A ferry has a crew of 5."\n' in out
    assert '  +text = "A ferry has a crew of 6."\n' in out
    assert "6       count  6" in out
    code, out, _ = fc("edit", "crew", "--note", "")
    assert (code, out) == (
        0,
        "nothing to change: crew says so already, in claims/harbour.toml:12\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "crew"), "no terminal to open an editor on"),
        (("edit", "crow", "--note", "x"), "did you mean 'crew'?"),
        (("edit", "crew", "--unset", "id"), "opens the claim in an editor"),
        (("edit", "crew", "--text", ""), "cannot do without its text"),
        (("edit", "crew", "--unset", "topics"), "did you mean 'topic'?"),
        (("edit", "crew", "--note", "x", "--unset", "note"), "both set and taken out"),
        (("edit", "crew", "--supersedes", "crew"), "supersedes itself"),
        (("supersede", "crew"), "--text is missing"),
        (("supersede", "crew", "--text", " "), "text: is empty"),
        (("retract", "crew"), "--reason is missing"),
        (("retract", "crew", "--reason", " "), "--reason is empty"),
        (("retract", "crew", "--reason", "x", "--date", "2025"), "is no day"),
        (("add", "--text", "3 cranes.", "--file", "notes.md"), "no file that the store reads"),
        (("add", "--text", "3 cranes.", "--id", "crew"), "is used twice"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(fc, path, words, said):
    code, out, err = fc(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert path.read_text() == STORE


def test_edit_in_an_editor(fc, path, editor, tmp_path):
    editor(exchange("of 5", "of 7"))
    code, out, err = fc("edit", "crew")
    assert (code, err) == (0, "")
    assert path.read_text() == STORE.replace("of 5", "of 7")
    assert "of 7" in out
    assert not list(tmp_path.glob("factcheck-*"))


def test_an_editor_that_changes_nothing(fc, path, editor):
    editor("pass")
    code, out, _ = fc("edit", "crew")
    assert (code, out.startswith("nothing to change")) == (0, True)
    assert path.read_text() == STORE


def test_a_claim_with_a_fault_is_opened_again(fc, path, editor):
    # the first time a quotation mark is lost, the second time it is put back
    editor(
        "t = open(path).read()\n"
        "lost = 'of 5.\\n' in t\n"
        "t = t.replace('of 5.\\n', 'of 8.\"\\n') if lost else t.replace('of 5.\"', 'of 5.')\n"
        "open(path, 'w').write(t)",
        True,
    )
    code, _, err = fc("edit", "crew")
    assert code == 0
    assert "harbour.toml:13: not TOML" in err
    assert path.read_text() == STORE.replace("of 5", "of 8")


def test_a_claim_that_is_given_up_is_kept(fc, path, editor):
    editor(exchange('"crew"', '"piers"'), False)
    code, out, err = fc("edit", "crew")
    assert (code, out) == (2, "")
    assert "'piers' is used twice" in err
    kept = Path(err.rpartition("is kept in ")[2].strip())
    assert 'id = "piers"\ntext = "A ferry has a crew of 5."' in kept.read_text()
    assert path.read_text() == STORE


def test_an_interrupt_keeps_what_was_typed(fc, path, editor, monkeypatch):
    editor(exchange('"crew"', '"piers"'))

    def interrupt(*given, **named):
        raise typer.Abort

    monkeypatch.setattr(typer, "confirm", interrupt)
    code, out, err = fc("edit", "crew")
    assert (code, out) == (130, "")
    kept = Path(err.rpartition("is kept in ")[2].strip())
    assert 'id = "piers"\ntext = "A ferry has a crew of 5."' in kept.read_text()


def test_others_may_edit_other_claims_meanwhile(fc, path, editor):
    editor(
        exchange("of 5", "of 9")
        + f"\nt = open({str(path)!r}).read()\n"
        + f"open({str(path)!r}, 'w').write(t.replace('22 piers', '23 piers'))"
    )
    assert fc("edit", "crew")[0] == 0
    assert path.read_text() == STORE.replace("of 5", "of 9").replace("22 piers", "23 piers")


def test_others_may_not_edit_the_same_claim_meanwhile(fc, path, editor):
    editor(
        exchange("of 5", "of 9")
        + f"\nt = open({str(path)!r}).read()\n"
        + f"open({str(path)!r}, 'w').write(t.replace('By day', 'By night'))",
        False,
    )
    code, _, err = fc("edit", "crew")
    assert code == 2
    assert "somebody else has changed this claim" in err
    assert "is kept in" in err
    assert path.read_text() == STORE.replace("By day", "By night")


def test_an_editor_that_is_not_there(fc, path, monkeypatch):
    monkeypatch.setattr(edit_ask, "on_terminal", lambda: True)
    monkeypatch.setenv("VISUAL", "/nowhere/edit --wait")
    code, _, err = fc("edit", "crew")
    assert code == 2
    assert "the editor '/nowhere/edit --wait' cannot be started" in err
    assert "VISUAL or EDITOR" in err


def test_supersede(fc, path):
    code, out, err = fc(
        "supersede", "piers", "--text", "The harbour ferries call at 24 piers.",
        "--source", "Harbour company", "--date", "2026",
    )  # fmt: skip
    assert (code, err) == (0, "")
    new = (
        'status = "superseded"\n\n[[claim]]\nid = "harbour-ferries-call-piers"\n'
        'text = "The harbour ferries call at 24 piers."\nsource = "Harbour company"\n'
        'date = "2026"\ntopic = "Ferries"\nsupersedes = "piers"\ntags = ["harbour"]\n'
    )
    assert path.read_text() == STORE.replace('tags = ["harbour"]\n', f'tags = ["harbour"]\n{new}')
    assert out.startswith("superseded piers by harbour-ferries-call-piers  claims/harbour.toml:12")
    assert "CONFLICTING" not in out  # that the old figure is another is the very point
    code, _, err = fc("supersede", "piers", "--text", "The harbour ferries call at 25 piers.")
    assert code == 2
    assert "supersede harbour-ferries-call-piers --text" in err


def test_retract(fc, path):
    fc("supersede", "crew", "--text", "A ferry has a crew of 6.", "--id", "crew-2")
    code, out, _ = fc("retract", "crew-2", "--reason", "Miscounted.", "--date", "2025-03-04")
    assert code == 0
    assert 'note = "Retracted 2025-03-04: Miscounted."' in path.read_text()
    assert "It had replaced crew" in out
    assert "  factcheck claims edit crew --status current\n" in out
    code, _, err = fc("retract", "crew-2", "--reason", "Again.")
    assert code == 2
    assert "retracted already" in err


def test_a_claim_that_is_superseded_all_the_same(fc, path):
    fc("supersede", "crew", "--text", "A ferry has a crew of 6.", "--id", "crew-2")
    code, out, _ = fc("edit", "crew", "--status", "current")
    assert code == 0
    assert "counts as superseded all the same, since crew-2 names it" in out
    assert "  factcheck claims edit crew-2 --unset supersedes\n" in out
    assert fc("edit", "crew-2", "--unset", "supersedes")[0] == 0
    assert {claim.id: claim.status for claim in read_claims([path])}["crew"] == "current"


def test_older_faults_are_told(fc, path):
    path.with_name("b.toml").write_text('[[claim]]\nid = "b"\n')
    code, _, err = fc("edit", "crew", "--note", "By night.")
    assert code == 0
    assert "the store has 1 older fault still" in err
    assert "By night" in path.read_text()


@pytest.mark.parametrize(
    "words",
    [
        ("edit", "crew", "--note", "By day."),
        ("edit", "crew", "--text", "A ferry has a crew of 6."),
        ("supersede", "crew", "--text", "A ferry has a crew of 6."),
        ("retract", "crew", "--reason", "Miscounted."),
    ],
)
def test_every_command_as_json(fc, path, words):
    code, out, _ = fc(*words, "--format", "json")
    told = json.loads(out)
    validate(told, "edit")
    assert code == 0
    assert told["written"] == (path.read_text() != STORE) == bool(told["diff"])
    assert told["old"] == ("crew" if words[0] == "supersede" else None)


def test_a_named_store(fc, path, tmp_path):
    other = tmp_path / "other.jsonl"
    other.write_text('{"id": "a", "text": "There are 3 cranes."}\n')
    code, out, _ = fc("edit", "a", "--note", "N.", "--claims", str(other), "--color", "always")
    assert (code, "\x1b[1;32m+" in out) == (0, True)
    assert json.loads(other.read_text()) == {
        "id": "a",
        "text": "There are 3 cranes.",
        "note": "N.",
    }
    assert lint([path.parent, other]) == ()


@pytest.mark.parametrize("command", ["add", "edit", "supersede", "retract", "init"])
def test_help_has_examples(run, command):
    code, out, _ = run("claims", command, "--help")
    assert code == 0
    assert f"\n    factcheck claims {command}" in out.partition("Examples:")[2]
    assert "--dry-run" in out
