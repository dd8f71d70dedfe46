"""The hook for pre-commit asks for a check that the command line understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from report import samples

from factcheck.cli.parser import parse
from factcheck.document.read import READERS

ROOT = Path(__file__).parents[2]
_ENTRY = re.compile(r"^(?:- |  )(\w+): (.*?)(?:  #.*)?$", re.MULTILINE)


@pytest.fixture(scope="module")
def hook():
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert text.count("\n- ") == 1
    return dict(_ENTRY.findall(text))


def test_its_fields_are_those_that_pre_commit_knows(hook):
    assert hook.keys() == {
        "id", "name", "description", "entry", "language", "files", "require_serial"
    }  # fmt: skip
    assert hook["language"] == "python"


@pytest.mark.parametrize("ending", READERS)
def test_drafts_of_every_format_are_taken(hook, ending):
    assert re.search(hook["files"], f"news/a b{ending}")
    assert re.search(hook["files"], f"A{ending.upper()}")


@pytest.mark.parametrize("name", ["a.py", "claims/a.toml", "a.md.py", "md", "notes.csv"])
def test_other_files_are_not(hook, name):
    assert not re.search(hook["files"], name)


def test_its_command_is_a_check(hook, run, checker):
    program, *words = shlex.split(hook["entry"])
    assert program == "factcheck"
    assert parse([*words, "a.md"]).force_exclude
    for name in ("a.md", "claims/README.md", "old/b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(samples.DRAFT, "utf-8")
    Path("factcheck.toml").write_text('exclude = ["old/"]\n')
    code, out, _ = run(*words, "a.md", "claims/README.md", "old/b.md")
    assert code == 1
    assert checker.asked == [("document", "a.md")]
    assert "CONFLICTING" in out
    assert run(*words, "old/b.md")[0] == 0


def test_the_documentation_shows_it(hook):
    text = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    assert f"- id: {hook['id']}" in text
    assert hook["entry"].removeprefix("factcheck check ") in text
