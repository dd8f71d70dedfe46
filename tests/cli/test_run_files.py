"""Which drafts a run is over: files, folders, patterns, and what is left out of them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.test_check import standard_input

DRAFT = "Rain fell on 300 days.\n\nIt stopped.\n"


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Make files below the working folder; a name that ends in / is a folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE", "")

    def make(*names, **contents):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith("/"):
                path.mkdir(exist_ok=True)
            else:
                path.write_text(DRAFT, encoding="utf-8")
        for name, content in contents.items():
            (tmp_path / name.replace("__", ".")).write_text(content, encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture
def shown(run):
    """The drafts that a command line would check."""

    def show(*words, code=0):
        got, out, _ = run(*words, "--show-files")
        assert got == code
        return out.splitlines()

    return show


def test_a_folder_is_its_drafts_in_order(tree, shown):
    tree("b.md", "a.txt", "sub/c.markdown", "aa/z.md", "LICENSE", "data.csv", "x.toml", "b/")
    assert shown(".") == ["a.txt", "b.md", "aa/z.md", "sub/c.markdown"]
    assert shown("sub", "a.txt") == ["sub/c.markdown", "a.txt"]
    assert shown("./sub/..") == [f"sub/../{name}" for name in shown(".")]


def test_each_draft_is_checked_once(tree, run, checker):
    root = tree("a.md", "sub/b.md")
    run("a.md", ".", "sub/b.md", str(root / "a.md"), "--format", "concise")
    assert checker.asked == [("document", "a.md"), ("document", "sub/b.md")]


def test_what_nobody_edits_is_left_out(tree, shown):
    tree("a.md", ".drafts/b.md", ".c.md", "node_modules/p/README.md", "env/pyvenv.cfg", "env/d.md")
    assert shown(".") == ["a.md"]
    assert shown(".drafts", ".c.md", "env/d.md") == [".drafts/b.md", ".c.md", "env/d.md"]


def test_the_claims_are_no_drafts(tree, shown):
    tree("a.md", "claims/README.md", "claims/notes/b.md", "desk/c.md", "desk/more/d.md")
    assert shown(".", "--claims", "desk/more") == ["a.md", "claims/README.md", "claims/notes/b.md",
                                                   "desk/c.md"]  # fmt: skip
    assert shown(".") == ["a.md", "desk/c.md", "desk/more/d.md"]
    assert shown("claims/notes", "claims/README.md") == ["claims/notes/b.md", "claims/README.md"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.md", ["a.md", "b.md"]),
        ("news/*.md", ["news/c.md"]),
        ("news/**/*.md", ["news/c.md", "news/x/d.md", "news/x/y/e.md"]),
        ("**/d.md", ["news/x/d.md"]),
        ("news/*", ["news/c.md", "news/x/d.md", "news/x/y/e.md"]),
        ("n*/x/[a-d].md", ["news/x/d.md"]),
        ("./news/?.md", ["news/c.md"]),
        ("a*", ["a.md"]),
    ],
)
def test_patterns(tree, shown, pattern, expected):
    tree("a.md", "b.md", "news/c.md", "news/x/d.md", "news/x/y/e.md", "news/f.csv", "ignored.txt")
    assert [os.path.normpath(path) for path in shown(pattern)] == expected


def test_an_absolute_pattern(tree, shown):
    root = tree("news/c.md", "b.md")
    assert shown(f"{root}/news/*.md") == [f"{root}/news/c.md"]


def test_a_pattern_that_nothing_fits_is_an_error(tree, run):
    tree("a.md", "news/f.csv")
    for pattern in ("news/*.md", "*.txt", "none/**/*.md", "news/*.csv"):
        code, out, err = run(pattern, "a.md", "--show-files")
        assert (code, out) == (2, "a.md\n")
        assert f"{pattern}: no draft fits this pattern" in err


@pytest.mark.parametrize("text", ["Is 5 * 3 15?", "5*3=15", "Why [sic] 300?", "What?", "*"])
def test_a_sentence_is_no_pattern(run, checker, text):
    assert run(text)[0] == 0
    assert checker.asked == [("check", text)]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tree, shown):
    tree("[sic].md", "s.md")
    assert shown("[sic].md") == ["[sic].md"]


def test_a_folder_without_drafts_is_told(tree, run, checker):
    tree("empty/", "other/a.csv")
    for name in ("empty", "other"):
        code, out, err = run(name)
        assert (code, out) == (0, "")
        assert f"{name}: there are no drafts in this folder" in err
    assert run("empty", "--format", "json")[1].startswith("{")
    assert not checker.asked


def test_an_unknown_format_is_refused_where_it_is_named(tree, run, checker):
    tree("a.md", "b.csv")
    code, _, err = run("a.md", "b.csv", "--format", "concise")
    assert code == 2
    assert "b.csv: drafts of the format '.csv' are not read" in err
    assert checker.asked == [("document", "a.md")]


# ---------------------------------------------------------------- links, and files that are none


def test_links_are_not_followed(tree, shown, tmp_path_factory):
    root = tree("in/a.md", "in/sub/b.md")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text(DRAFT)
    for link, target in (("loop", root / "in"), ("out", outside), ("again.md", root / "in/a.md"),
                         ("secret.md", outside / "secret.md"), ("gone.md", root / "gone.md"),
                         ("self.md", root / "in/self.md")):  # fmt: skip
        (root / "in" / link).symlink_to(target)
    assert shown("in") == ["in/a.md", "in/sub/b.md"]
    assert shown("in/**/*.md") == ["in/a.md", "in/sub/b.md"]
    assert shown("in/secret.md", "in/out") == ["in/secret.md"]  # the same file, and named


def test_a_link_that_leads_to_itself_is_an_error(tree, run):
    root = tree("a.md")
    (root / "self.md").symlink_to(root / "self.md")
    code, _, err = run("self.md", "--show-files")
    assert code == 2
    assert "self.md: there is no such file" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_a_folder_is_no_draft(tree, shown, run):
    root = tree("a.md")
    os.mkfifo(root / "b.md")
    assert shown(".") == ["a.md"]
    code, _, err = run("b.md", "--show-files")
    assert code == 2
    assert "no file that can be read" in err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_cannot_be_read_is_told(tree, run):
    root = tree("a.md", "locked/b.md")
    (root / "locked").chmod(0)
    code, out, err = run(".", "--show-files")
    (root / "locked").chmod(0o700)
    assert (code, out) == (2, "a.md\n")
    assert "locked: cannot be read" in err


# ---------------------------------------------------------------- .gitignore

IGNORES = {
    ".gitignore": "build/\n*.tmp.md\n/top.md\n!keep.tmp.md\n# no\ndocs/**/gen\n"
    "\\!x.md\na b.md\n[\n",
    "sub/.gitignore": "!special.tmp.md\nlocal.md\n/top.md\n*.txt\n",
    "sub/deep/.gitignore": "!local.md\n",
}
NAMES = (
    "a.md", "top.md", "x.tmp.md", "keep.tmp.md", "build/b.md", "!x.md", "a b.md",
    "sub/top.md", "sub/special.tmp.md", "sub/y.tmp.md", "sub/local.md", "sub/z.txt",
    "sub/deep/local.md", "sub/deep/top.md", "sub/build/c.md", "sub/deep/q.txt",
    "docs/gen/d.md", "docs/x/gen/e.md", "docs/x/f.md", "other/top.md", "other/local.md",
)  # fmt: skip


def repository(tree):
    root = tree(*NAMES, ".git/")
    for name, text in IGNORES.items():
        (root / name).write_text(text)
    return root


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("folder", [".", "sub", "sub/deep", "docs", "other"])
def test_the_same_is_left_out_as_by_git(tree, shown, monkeypatch, folder):
    root = repository(tree)
    shutil.rmtree(root / ".git")
    alone = {"PATH": os.environ["PATH"], "HOME": str(root / ".home"), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "init", "-q", "."], check=True, env=alone, timeout=60)
    listed = subprocess.run(
        ["git", "-c", "core.quotePath=off", "ls-files", "-o", "--exclude-standard", folder],
        check=True, env=alone, capture_output=True, text=True, timeout=60,
    ).stdout.splitlines()  # fmt: skip
    expected = sorted(name for name in listed if not name.endswith(".gitignore"))
    assert sorted(shown(folder)) == expected
    assert 0 < len(expected) < len(NAMES)


def test_gitignore_is_switched_off(tree, shown):
    repository(tree)
    assert sorted(shown(".", "--no-ignore")) == sorted(NAMES)


def test_a_folder_that_is_left_out_is_checked_where_it_is_named(tree, shown):
    repository(tree)
    assert shown("build") == ["build/b.md"]
    assert shown("build/b.md", "x.tmp.md") == ["build/b.md", "x.tmp.md"]
    assert shown("build/b.md", "x.tmp.md", "a.md", "sub/local.md", "--force-exclude") == ["a.md"]


def test_above_the_repository_nothing_counts(tree, shown):
    root = tree("repo/a.md", "repo/.git/", "loose/a.md", __gitignore="a.md\n")
    assert shown("repo", "loose") == ["repo/a.md", "loose/a.md"]
    assert root.joinpath(".gitignore").exists()
    assert shown(".") == []  # where it stands in the folder itself it does


# ---------------------------------------------------------------- standard input


@pytest.mark.parametrize("name", ["news/today.md", "today"])
def test_standard_input_has_a_name(tree, run, checker, monkeypatch, name):
    standard_input(monkeypatch, b"# Rain\n\n300 days of `500` rain.")
    code, out, _ = run("-", "--stdin-filename", name, "--format", "concise")
    assert checker.asked == [("document", name)]
    assert out.startswith(f"{name}:")
    assert code == 1


def test_a_named_standard_input_of_one_line_is_a_draft(run, checker, monkeypatch):
    standard_input(monkeypatch, b"500 returned")
    run("-", "--stdin-filename", "x.txt")
    assert checker.asked == [("document", "x.txt")]


def test_standard_input_of_an_unknown_format(run, monkeypatch):
    standard_input(monkeypatch, b"500 returned")
    code, _, err = run("-", "--stdin-filename", "x.exe")
    assert code == 2
    assert "'.exe'" in err


def test_a_statement_beside_drafts(tree, run, checker):
    tree("a.md")
    run("300 returned", "a.md")
    assert checker.asked == [("check", "300 returned"), ("document", "a.md")]


def test_nothing_outside_the_named_paths_is_read(tree, run, monkeypatch):
    """Only drafts that were named or found are opened, beside settings and lists of exceptions."""
    tree(".git/", "in/a.md", "in/skipped/b.md", "out/c.md", __gitignore="skipped/\n")
    opened = []
    real = os.open

    def noted(path, *how, **more):
        opened.append(Path(path).name)
        return real(path, *how, **more)

    monkeypatch.setattr(os, "open", noted)  # which is how drafts are opened
    run("in", "--format", "concise")
    assert [name for name in opened if name.endswith(".md")] == ["a.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_folder_that_can_be_listed_but_not_looked_into_is_told(tree, run):
    root = tree("a.md", "listed/b.md", "listed/sub/c.md")
    (root / "listed").chmod(0o444)
    code, out, _ = run(".", "--show-files")
    (root / "listed").chmod(0o700)
    assert (code, out.splitlines()[0]) == (2, "a.md")
