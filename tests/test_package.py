"""What the package promises: names, version, licences, documentation, and its own house rules."""

import ast
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
PUBLIC = [
    "Checker", "Citation", "Claim", "Figure", "Finding", "Flag", "Kind", "Policy", "Report",
    "Support", "Verdict", "extract",
]  # fmt: skip
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("name", PUBLIC)
def test_the_public_names_are_promised(name):
    assert name in factcheck.__all__


@pytest.mark.parametrize("name", factcheck.__all__)
def test_every_public_name_exists_and_is_documented(name):
    assert getattr(factcheck, name).__doc__
    assert name in dir(factcheck)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="Chequer"):
        factcheck.Chequer  # noqa: B018


def test_one_version_everywhere():
    assert factcheck.__version__ == project()["version"] == metadata.version("factcheck-cli")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{factcheck.__version__}]" in changes


def test_the_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").is_file()


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert len(text) > 11_000


def test_every_work_of_others_is_named_in_the_notice():
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for words in ("English Web Treebank", "CC BY-SA 4.0", "Open English WordNet", "CC BY 4.0"):
        assert words in notice
    assert "Princeton University" in notice
    assert {"Apache-2.0", "CC-BY-SA-4.0", "CC-BY-4.0"} == set(project()["license"].split(" AND "))


def test_dependencies_are_pinned_from_below():
    extras = project()["optional-dependencies"]
    for requirement in (
        *project()["dependencies"],
        *(r for group in extras.values() for r in group),
    ):
        assert re.fullmatch(r"[A-Za-z0-9_.-]+>=[0-9.]+", requirement), requirement


def test_continuous_integration_runs_what_a_developer_runs():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    commands = script.read_text(encoding="utf-8").rstrip().splitlines()
    assert commands[-2:] == ["make test", "exec make test-browser"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_readable(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docs = node.body[0] if ast.get_docstring(node) is not None else None
            described = docs.end_lineno - docs.lineno + 1 if docs else 0
            assert node.end_lineno - node.lineno + 1 - described <= 40, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_works_at_import(path):
    """Module level holds imports, definitions and constants, not loops or calls for effect."""
    if path.relative_to(PACKAGE).as_posix() == "cli/app.py":
        return  # typer's way: commands are registered as they are defined
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(node, ast.For | ast.While | ast.With), node.lineno
        if isinstance(node, ast.Expr):
            assert isinstance(node.value, ast.Constant), node.lineno


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_only_what_exists(path):
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert not [link for link in links if not (path.parent / link).exists()]
    # a schema's name ends in its number: `factcheck/report/1`
    named = re.findall(r"`((?:factcheck|tests|docs|bench|scripts|claims)/[\w./-]*[^\d`])`", text)
    assert not [name for name in named if not (ROOT / name).exists()]


def test_the_documents_name_every_tolerance():
    text = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
    for name in factcheck.Policy.__dataclass_fields__:
        assert f"`{name}`" in text, name
