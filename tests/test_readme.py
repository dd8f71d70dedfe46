"""The documentation is run: what it shows is what the program says."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CONSOLE = re.compile(r"^```console\n\$ (.+?)\n(.*?)^```$", re.M | re.S)
BLOCKS = CONSOLE.findall(README.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


def test_the_readme_shows_the_program():
    assert len(BLOCKS) >= 3


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_the_readmes_commands_print_what_it_shows(command, shown, cache):
    program, *arguments = shlex.split(command)
    assert program == "factcheck"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("FACTCHECK", "PYTHON"))}
    result = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=ROOT,
        env={**environment, "FACTCHECK_CACHE": str(cache), "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not result.stderr
    assert result.stdout.strip() == shown.strip()


def test_the_readmes_library_example_works():
    failed, tried = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert tried
    assert not failed


def test_the_packages_own_example_works():
    failed, tried = doctest.testmod(factcheck)
    assert tried
    assert not failed
