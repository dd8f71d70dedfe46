"""The documentation is run: what it shows is what the program says."""

import doctest
import importlib.util
import re
from pathlib import Path

import factcheck

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
COMMAND = re.compile(r"^\$ (.+)$", re.M)


def script():
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_readme_shows_what_the_program_prints(tmp_path):
    readme = script()
    text = README.read_text(encoding="utf-8")
    assert len(readme.BLOCK.findall(text)) == len(COMMAND.findall(text)) >= 3
    assert readme.refreshed(text, str(tmp_path)) == text, "make readme brings it up to date"


def test_the_readmes_library_example_works():
    failed, tried = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert tried
    assert not failed


def test_the_packages_own_example_works():
    failed, tried = doctest.testmod(factcheck)
    assert tried
    assert not failed
