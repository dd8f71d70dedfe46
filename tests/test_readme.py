"""The documentation is run: what it shows is what the program says."""

import doctest
import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import factcheck
from factcheck.cli.options import OPTIONS

ROOT = Path(__file__).parent.parent
COMMAND = re.compile(r"^\$ (.+)$", re.M)


def script():
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = {page.name: page for page in script().PAGES}
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_what_the_program_prints(name, tmp_path):
    readme = script()
    text = PAGES[name].read_text(encoding="utf-8")
    assert len(readme.BLOCK.findall(text)) == len(COMMAND.findall(text)) >= 1
    assert readme.refreshed(text, str(tmp_path)) == text, "make readme brings it up to date"


@pytest.mark.parametrize("name", ["README.md", "workflows.md"])
def test_examples_of_the_library_work(name):
    failed, tried = doctest.testfile(str(PAGES[name]), module_relative=False, encoding="utf-8")
    assert tried
    assert not failed


def test_the_commands_of_the_workflows_run_as_written(tmp_path):
    work = workplace(tmp_path)
    text = PAGES["workflows.md"].read_text(encoding="utf-8")
    commands = [line for block in SHELL.findall(text) for line in block.splitlines()]
    assert len(commands) >= 8
    for command in commands:
        done = run(command, work, tmp_path)
        assert done.returncode in (0, 1) and "Traceback" not in done.stderr, (command, done)
        assert not done.stderr or done.stderr.startswith("factcheck: "), (command, done.stderr)
    made = {path.name for path in work.iterdir() if path.is_file()}
    assert made >= {"findings.json", "baseline.json", "factcheck.sarif", "findings.html"}


def test_a_baseline_knows_what_was_there(tmp_path):
    work = workplace(tmp_path)
    run("factcheck examples --write-baseline baseline.json", work, tmp_path)
    assert run("factcheck examples --baseline baseline.json", work, tmp_path).returncode == 0
    assert run("factcheck examples", work, tmp_path).returncode == 1


def workplace(tmp_path):
    """A copy of the claims and drafts, in a repository of its own."""
    work = tmp_path / "work"
    for folder in ("claims", "examples"):
        shutil.copytree(ROOT / folder, work / folder)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    program.chmod(stat.S_IRWXU)
    named = "-c user.name=a -c user.email=a@example.org -c commit.gpgsign=false"
    run(f"git init -q && git add . && git {named} commit -qm one", work, tmp_path)
    return work


def run(command, work, tmp_path):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("FACTCHECK_")}
    return subprocess.run(
        ["bash", "-c", command],
        cwd=work,
        env={
            **kept,
            "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "FACTCHECK_CACHE": str(tmp_path / "cache"),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", PAGES)
def test_options_of_checks_exist(name):
    text = PAGES[name].read_text(encoding="utf-8")
    known = {option.flag for option in OPTIONS} | {"--help", "--older-than"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) <= known


def test_workflows_in_the_documentation_name_what_there_is():
    text = PAGES["workflows.md"].read_text(encoding="utf-8")
    github, gitlab, hook = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)^```", text, re.M | re.S))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = [s for s in github["jobs"]["factcheck"]["steps"] if "factcheck@" in s["uses"]]
    assert set(step["with"]) <= set(action["inputs"])
    assert set(re.findall(r"^\| `(.+?)` \|", text, re.M)) >= {"paths", "claims", "sarif"}
    told = {
        n for row in re.findall(r"^\| (`[a-z].*?) \|", text, re.M) for n in row.split("`")[1::2]
    }
    assert told == set(action["inputs"])
    report = gitlab["factcheck"]["artifacts"]["reports"]["codequality"]
    assert f"--output {report}" in gitlab["factcheck"]["script"][0]
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["repos"][0]["hooks"][0]["id"] in {one["id"] for one in offered}


def test_the_packages_own_example_works():
    failed, tried = doctest.testmod(factcheck)
    assert tried
    assert not failed
