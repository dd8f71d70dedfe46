"""What each room may know, and what a check may load.

The import contract in pyproject.toml keeps modules apart (`lint-imports`); here is what it
cannot see: names taken from `factcheck.model`, and what a running check has loaded.
"""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"
HEAVY = frozenset((
    "asyncio", "click", "concurrent", "email", "http", "jinja2", "json", "logging",
    "multiprocessing", "numpy", "pint", "pydantic", "rich", "socket", "sqlite3", "ssl",
    "subprocess", "tempfile", "tomllib", "typer", "unittest", "urllib",
))  # fmt: skip
CLAIM = """
[[claim]]
id = "duty"
text = "Of the wounded, 300 soldiers have returned to active duty."
source = "The ministry"
date = 2025-03-04
"""


def imported(path):
    """Every (module, name) that a file imports, at any depth; name is None for `import x`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)


def modules(*rooms):
    return [
        pytest.param(path, id=str(path.relative_to(PACKAGE)))
        for room in rooms
        for path in sorted((PACKAGE / room).rglob("*.py"))
    ]


@pytest.mark.parametrize("path", modules("text", "figures", "lexicon", "document"))
def test_reading_never_sees_a_claim(path):
    seen = {name for module, name in imported(path) if module.startswith("factcheck.model")}
    assert not seen & {"Claim", "StatedFigure", "Citation", "Finding", "Report", "Verdict"}


@pytest.mark.parametrize("path", modules("compare"))
def test_comparing_never_sees_text(path):
    seen = {name for module, name in imported(path) if module.startswith("factcheck.model")}
    assert not seen & {"Span", "Claim", "Statement", "Citation", "Finding", "Report"}
    assert "re" not in {module for module, _ in imported(path)}


@pytest.mark.parametrize("path", modules("."))
def test_nothing_reaches_for_the_network(path):
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx"}
    assert not {module.partition(".")[0] for module, _ in imported(path)} & network


@pytest.mark.parametrize("path", modules("."))
def test_warnings_and_logs_are_not_set_up_by_a_library(path):
    if path.name == "sheets.py":
        return  # it keeps openpyxl's own, of what is not read, from people
    assert not {"logging", "warnings"} & {module for module, _ in imported(path)}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A function that runs code in a fresh process with a warm cache; gives what it loaded."""
    home = tmp_path_factory.mktemp("warm")
    (home / "claims").mkdir()
    (home / "claims" / "duty.toml").write_text(CLAIM, encoding="utf-8")
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("FACTCHECK", "COV", "PYTHON"))},
        "FACTCHECK_CACHE": str(home / "cache"),
    }

    def run(code):
        report = "import sys, json; print(json.dumps([before, after]))"
        whole = f"import sys; before = sorted(sys.modules)\n{code}\nafter = sorted(sys.modules)"
        for _ in range(2):  # the first run fills the cache
            result = subprocess.run(
                [sys.executable, "-W", "error", "-c", f"{whole}\n{report}"],
                cwd=home, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert result.returncode == 0, result.stderr
        before, after = json.loads(result.stdout.splitlines()[-1])
        return set(after) - set(before)

    return run


def test_importing_the_package_imports_nothing_else(loaded):
    ours = {name for name in loaded("import factcheck") if name.partition(".")[0] == "factcheck"}
    assert ours == {"factcheck"}


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(
            "from factcheck import Checker, Verdict\n"
            "report = Checker.from_path('claims').check('500 returned to duty')\n"
            "assert report.verdict is Verdict.CONFLICTING, report",
            id="library",
        ),
        pytest.param(
            "import io\n"
            "from factcheck.cli.entry import main\n"
            "sys.argv, shown, sys.stdout = ['factcheck', '300 returned to duty'], sys.stdout, "
            "io.StringIO()\n"
            "try:\n    status = main()\n"
            "except SystemExit as end:\n    status = end.code\n"
            "finally:\n    sys.stdout = shown\n"
            "assert not status, status",
            id="command line",
        ),
    ],
)
def test_a_check_on_a_warm_cache_loads_nothing_heavy(loaded, code):
    assert sorted(HEAVY & {name.partition(".")[0] for name in loaded(code)}) == []
