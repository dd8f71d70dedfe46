"""--diff: what stands on changed lines alone."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from factcheck.cli import entry
from factcheck.cli.changed import Changed, Lines
from factcheck.consistency.contradiction import Contradiction
from factcheck.document.base import Document
from factcheck.document.origin import Origin, Piece
from factcheck.document.passage import Passage
from factcheck.editorial.diagnose import diagnostics
from factcheck.editorial.review import Review
from factcheck.editorial.settings import ReviewSettings
from factcheck.model import Report, Span
from factcheck.model.place import Place

CLAIM = """
[[claim]]
id = "ferry"
text = "The ferry carried 72 passengers."
source = "Harbour office"
"""
FERRY = "The ferry carried {} passengers."


def git(*words):
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], check=True, capture_output=True)


def commit():
    git("add", "--all")
    git("commit", "--quiet", "--message", "all")


def draft(*numbers):
    return "".join(f"{FERRY.format(number)}\n\n" for number in numbers)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with one draft, in which the command line runs."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(("GIT_", "FACTCHECK_CLAIMS")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    git("init", "--quiet")
    Path("claims").mkdir()
    Path("claims/ferry.toml").write_text(CLAIM)
    Path("a.md").write_text(draft(60, 61, 62))
    commit()
    return tmp_path


@pytest.fixture
def run(repository, capsys):
    """Run a command line with --diff HEAD: exit code, "draft:line" of what is shown, errors."""

    def run(*words, since="HEAD"):
        code = entry.main([*words, "--format", "concise", "--no-self", "--diff", since])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, [":".join(line.split(":")[:2]) for line in out.splitlines()], err

    return run


def test_nothing_changed_is_nothing_shown(run):
    code, shown, err = run("a.md")
    assert (code, shown) == (0, [])
    assert "nothing to check stands on a line that changed since HEAD" in err


def test_only_changed_lines_are_shown(run):
    Path("a.md").write_text("It rained.\n\n" + draft(60, 64, 62))
    assert run("a.md")[:2] == (1, ["a.md:5"])


def test_a_line_that_went_changes_none_of_its_neighbours(run):
    Path("a.md").write_text(draft(60, 62))
    assert run("a.md")[:2] == (0, [])


def test_what_is_staged_counts_as_changed(run):
    Path("a.md").write_text(draft(60, 61, 62, 63))
    git("add", "--all")
    assert run("a.md")[1] == ["a.md:7"]


def test_a_wrapped_sentence_changes_as_a_whole(run):
    text = "The ferry carried 65 passengers\non {}. The ferry carried 66 passengers.\n"
    Path("a.md").write_text(text.format("Sunday"))
    commit()
    Path("a.md").write_text(text.format("Monday"))
    assert run("a.md")[1] == ["a.md:1", "a.md:2"]


def test_an_earlier_revision_a_tag_and_a_branch(run):
    git("tag", "first")
    git("branch", "desk")
    Path("a.md").write_text(draft(60, 61, 62, 63))
    commit()
    assert run("a.md")[1] == []
    for since in ("HEAD~1", "first", "desk"):
        assert run("a.md", since=since)[1] == ["a.md:7"]


@pytest.mark.parametrize("ignored", ["", "b.md\n"])
def test_what_git_does_not_track_is_changed_whole(run, ignored):
    Path(".gitignore").write_text(ignored)
    Path("b.md").write_text(draft(60))
    assert run("b.md")[1] == ["b.md:1"]


@pytest.mark.parametrize("name", ["a b.md", "ü“.md", ":(top)x.md", "*.md", "-x.md", 'q"\t.md'])
def test_any_name_is_found(run, name):
    try:
        Path(name).write_text(draft(60, 61))
    except OSError:
        pytest.skip("this disk does not take the name")
    commit()
    Path(name).write_text(draft(60, 65))
    assert run(f"./{name}")[0] == 1
    assert len(run(f"./{name}")[1]) == 1


def test_drafts_in_folders_and_from_folders(run, monkeypatch):
    Path("sub").mkdir()
    Path("sub/b.md").write_text(draft(60))
    commit()
    Path("sub/b.md").write_text(draft(60, 61))
    assert run("sub/b.md", "a.md")[1] == ["sub/b.md:3"]
    monkeypatch.chdir("sub")
    assert run("b.md", "../a.md", "--claims", "../claims")[1] == ["b.md:3"]


def test_settings_of_git_change_nothing(run, monkeypatch):
    for key, value in {
        "color.ui": "always", "diff.external": "false", "diff.noprefix": "true",
        "diff.context": "9", "diff.interHunkContext": "99", "core.fsmonitor": "false-program",
        "diff.renames": "copies", "core.quotepath": "true", "core.pager": "false",
    }.items():  # fmt: skip
        git("config", key, value)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    Path("a.md").write_text(draft(50, 61, 62, 63))
    assert run("a.md")[1] == ["a.md:1", "a.md:7"]


def test_rights_that_change_are_no_change(run):
    Path("a.md").chmod(0o755)
    assert run("a.md")[1] == []


def test_statements_and_standard_input_are_changed_whole(run):
    assert run(FERRY.format(65))[0] == 1


def test_what_is_left_out_is_not_stale(run):
    entry.main(["a.md", "--no-self", "--write-baseline", "b.json"])
    assert "of no use" not in run("a.md", "--baseline", "b.json")[2]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:a.md", "HEAD..HEAD", "a\0b"])
def test_an_unknown_revision_is_told_of(run, revision):
    code, shown, err = run("a.md", since=revision)
    assert (code, shown) == (2, [])
    assert "git knows no revision" in err
    assert not Path("x").exists()


def test_a_folder_that_is_in_no_repository_is_told_of(run, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "b.md").write_text(draft(60))
    code, _, err = run(str(outside / "b.md"))
    assert code == 2
    assert "git finds none here: not a git repository" in err


def test_without_git_there_is_a_word(run, monkeypatch):
    monkeypatch.setenv("PATH", "")
    code, _, err = run("a.md")
    assert code == 2
    assert "--diff needs git, which cannot be run" in err


def review_of(document, *told):
    found = diagnostics(document, Report(), told, ReviewSettings())
    return Review(document, Report(), found)


@pytest.mark.parametrize(("changed", "count"), [(1, 1), (3, 1), (2, 0)])
def test_a_contradiction_counts_where_either_place_changed(repository, changed, count):
    Path("a.md").write_text("65 came.\n\n72 came.\n")
    commit()
    lines = Path("a.md").read_text().splitlines(keepends=True)
    lines[changed - 1] = f" {lines[changed - 1]}"
    text = "".join(lines)
    Path("a.md").write_text(text)
    first, second = (Span(text.index(n), text.index(n) + 2) for n in ("65", "72"))
    document = Document(text, (Passage(Span(0, len(text))),), Origin(text), name="a.md")
    review = review_of(document, Contradiction("FC201", second, "no", ((first, "the first"),)))
    left = Changed("HEAD").left(review)
    assert (len(left.diagnostics) if left else 0) == count


@pytest.mark.parametrize("change", [False, True])
def test_a_format_without_lines_is_changed_whole(repository, change):
    Path("a.docx").write_bytes(b"PK\0\1")
    commit()
    if change:
        Path("a.docx").write_bytes(b"PK\0\2")
    origin = Origin(None, [Piece(0, 8, 0, 8)], [Place(paragraph=1)])
    document = Document("65 came.", (Passage(Span(0, 8)),), origin, name="a.docx")
    review = review_of(document, Contradiction("FC202", Span(0, 2), "no"))
    assert (Changed("HEAD").left(review) is not None) == change


def test_text_that_is_not_on_disk_is_changed_whole(repository):
    text = draft(60)
    document = Document(text, (Passage(Span(0, len(text))),), Origin(text), name="a.md")
    review = review_of(document, Contradiction("FC202", Span(18, 20), "no"))
    assert Changed("HEAD", ["a.md"]).left(review) == review
    assert Changed("HEAD").left(review) is None


def test_lines():
    lines = Lines(((2, 4), (7, 7), (9, 10)))
    touched = [n for n in range(1, 12) if lines.touch(n, n)]
    assert touched == [2, 3, 9]
    assert lines.touch(6, 8)  # a line went between the two
    assert Lines(None).touch(5, 5)
    assert not Lines(()).touch(1, 99)


def test_the_report_is_of_the_changed_lines(run, capsys):
    Path("b.md").write_text(draft(60))
    commit()
    Path("a.md").write_text(draft(60, 72, 62))
    assert entry.main(["a.md", "b.md", "--diff", "HEAD", "--no-self", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["figure"]["text"] for one in told["findings"]] == ["72"]
    assert told["path"] == "a.md"


def test_nothing_changed_is_a_report_of_nothing(run, capsys):
    for name in ("full", "json", "jsonl", "sarif", "junit", "csv", "grouped"):
        assert entry.main(["a.md", "--diff", "HEAD", "--no-self", "--format", name]) == 0
        out, err = capsys.readouterr()
        assert "60" not in out + err
        if name in ("json", "sarif"):
            json.loads(out)
