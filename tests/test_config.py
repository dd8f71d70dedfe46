"""Finding the store, and reading factcheck.toml."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck import config
from factcheck.config import load_settings
from factcheck.errors import ConfigError, FactcheckError, InputError, NoClaims
from factcheck.policy import Policy


@pytest.fixture(autouse=True)
def _apart(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / ".cache"))
    monkeypatch.delenv(config.ENVIRONMENT, raising=False)


@pytest.fixture
def tree(tmp_path):
    """Make files below a folder; a name that ends in / is a folder."""

    def make(files):
        root = tmp_path / "root"
        for name, content in files.items():
            path = root / name
            if name.endswith("/"):
                path.mkdir(parents=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
        return root

    return make


OWN = 'claims = ["own.toml"]\n'


@pytest.mark.parametrize(
    ("files", "start", "expected"),
    [
        ({"claims/": ""}, ".", ["claims"]),
        ({"claims/": "", "a/b/c/": ""}, "a/b/c", ["claims"]),
        ({"claims/": "", "a/claims/": ""}, "a", ["a/claims"]),
        ({"claims/": "", "draft.md": "x"}, "draft.md", ["claims"]),
        ({"factcheck.toml": OWN, "own.toml": ""}, ".", ["own.toml"]),
        ({"factcheck.toml": OWN, "own.toml": "", "claims/": ""}, ".", ["own.toml"]),
        ({"factcheck.toml": OWN, "own.toml": "", "a/claims/": ""}, "a", ["a/claims"]),
        ({"claims/": "", "a/factcheck.toml": OWN, "a/own.toml": ""}, "a", ["a/own.toml"]),
        ({"claims/": "", "a/factcheck.toml": "", "a/b/": ""}, "a/b", ["claims"]),
        ({"claims/": "", "factcheck.toml": "units = []"}, ".", ["claims"]),
        (
            {"a/factcheck.toml": 'claims = ["../x", "y/z.toml"]', "x/": "", "a/y/z.toml": ""},
            "a",
            ["a/../x", "a/y/z.toml"],
        ),
        ({"claims": "a file", "a/claims/": ""}, "a", ["a/claims"]),
    ],
)
def test_the_store_is_found_upwards(tree, files, start, expected):
    root = tree(files)
    assert load_settings(root / start).claims == tuple(root / path for path in expected)


def test_who_goes_before_whom(tree, monkeypatch):
    root = tree({"claims/": "", "named/": "", "other/": "", "explicit/": ""})
    both = os.pathsep.join(["", str(root / "named"), str(root / "other"), ""])
    monkeypatch.setenv(config.ENVIRONMENT, both)
    assert load_settings(root).claims == (root / "named", root / "other")
    assert load_settings(root, [root / "explicit"]).claims == (root / "explicit",)
    monkeypatch.setenv(config.ENVIRONMENT, "")
    assert load_settings(root).claims == (root / "claims",)


def test_units_and_policy_come_from_the_nearest_file_whoever_names_the_claims(tree):
    root = tree(
        {
            "factcheck.toml": "[policy]\ncandidates = 3\n",
            "a/factcheck.toml": "units = ['smoot = 1.7018 * meter']\n",
            "a/b/": "",
            "claims/": "",
        }
    )
    found = load_settings(root / "a" / "b", [root / "claims"])
    assert found.units == ("smoot = 1.7018 * meter",)
    assert found.policy == Policy()
    assert found.config == root / "a" / "factcheck.toml"


def test_no_configuration(tree):
    found = load_settings(tree({"claims/": ""}))
    assert (found.units, found.policy, found.config) == ((), Policy(), None)
    assert found.locale == "en-GB"


def test_locale(tree):
    root = tree({"claims/": "", "factcheck.toml": 'locale = "de"\n'})
    for _ in range(2):  # parsed, then from the cache
        assert load_settings(root).locale == "de"
    assert config.load_reading(root) == ((), "de")


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("hedge_width = 0.2", "hedge_width", Fraction(1, 5)),
        ('hedge_width = "20%"', "hedge_width", Fraction(1, 5)),
        ('hedge_width = "12.5 %"', "hedge_width", Fraction(1, 8)),
        ('bound_reach = "1/3"', "bound_reach", Fraction(1, 3)),
        ("hedge_width = 0", "hedge_width", Fraction(0)),
        ("hedge_degrees = 3", "hedge_degrees", Fraction(3)),
        ("rounding_count_floor = 1_000", "rounding_count_floor", Fraction(1000)),
        ("doubtful_conflicts = false", "doubtful_conflicts", False),
        ("candidates = 50", "candidates", 50),
    ],
)
def test_policy(tree, written, field, value):
    root = tree({"claims/": "", "factcheck.toml": f"[policy]\n{written}\n"})
    for _ in range(2):  # parsed, then from the cache
        found = getattr(load_settings(root).policy, field)
        assert found == value
        assert type(found) is type(value)


FAULTS = [
    ('»clams = ["x"]\n', "unknown setting 'clams'", "'claims'"),
    ("units = []\n»[polcy]\nx = 1\n", "unknown setting 'polcy'", "'policy'"),
    ('»claims = "x"\n', "expected a list", 'claims = ["'),
    ('units = [\n]\n»claims = ["x", 3]\n', "the number 3", 'claims = ["'),
    ("»units = 3\n", "expected a list", "units = ["),
    ('»locale = "German"\n', "no language tag", 'locale = "de"'),
    ("»locale = 3\n", "no language tag", 'locale = "de"'),
    ("»policy = 3\n", "must be a table", "[policy]"),
    ("[policy]\n»hedge_widht = 0.1\n", "unknown setting 'hedge_widht'", "'hedge_width'"),
    ("[policy]\n»hedge-width = 0.1\n", "unknown setting 'hedge-width'", "'hedge_width'"),
    ("[policy]\n»hedge_width = 10\n", "out of range", '"10%"'),
    ("[policy]\n»hedge_width = -0.1\n", "out of range", ""),
    ('[policy]\n»hedge_width = "a lot"\n', "expected a number", ""),
    ("[policy]\n»hedge_width = inf\n", "expected a number", ""),
    ("[policy]\n»hedge_width = true\n", "expected a number", ""),
    ("[policy]\n»doubtful_conflicts = 1\n", "expected true or false", ""),
    ("[policy]\n»candidates = 0\n", "whole number from 1", ""),
    ("[policy]\n»candidates = 2.5\n", "whole number from 1", ""),
    ("»claims = [\n", "not TOML", ""),
    ("[policy]\n»candidates 3\n", "not TOML", 'key = "value"'),
]


@pytest.mark.parametrize(("sample", "what", "do"), FAULTS)
def test_fault(tree, sample, what, do):
    root = tree({"claims/": "", "factcheck.toml": sample.replace("»", "")})
    (line,) = (n for n, text in enumerate(sample.split("\n"), 1) if "»" in text)
    for _ in range(2):  # a fault is never cached
        with pytest.raises(ConfigError) as caught:
            load_settings(root)
        assert caught.value.where == f"{root / 'factcheck.toml'}:{line}"
        assert what in caught.value.what
        assert do in caught.value.do


def test_paths_are_told_from_the_working_folder(tree, monkeypatch):
    root = tree({"factcheck.toml": "claims = 3\n", "a/b/": ""})
    monkeypatch.chdir(root)
    with pytest.raises(ConfigError, match=r"\Afactcheck.toml:1: "):
        load_settings(".")
    (root / "factcheck.toml").write_text('claims = ["x.toml"]\n')
    with pytest.raises(NoClaims, match=r"\Afactcheck.toml: no such file or folder: x.toml\n"):
        load_settings(".")
    monkeypatch.chdir(root / "a")
    whole = str(root / "factcheck.toml")  # it lies above
    with pytest.raises(NoClaims) as caught:
        load_settings("b")
    assert caught.value.where == whole


def test_all_faults_come_at_once(tree):
    root = tree({"factcheck.toml": 'clams = 1\nunits = 2\n[policy]\nx = 1\ncandidates = "a"\n'})
    with pytest.raises(ConfigError, match="4 faults") as caught:
        load_settings(root)
    for line in (1, 2, 4, 5):
        assert f"factcheck.toml:{line}: " in str(caught.value)


def test_a_configuration_that_is_not_utf8(tree):
    root = tree({"factcheck.toml": ""})
    (root / "factcheck.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(InputError, match="offset 5"):
        load_settings(root)


def test_a_changed_configuration_is_read_again(tree):
    root = tree({"claims/": "", "factcheck.toml": "[policy]\ncandidates = 3\n"})
    assert load_settings(root).policy.candidates == 3
    (root / "factcheck.toml").write_text("[policy]\ncandidates = 4\n")
    assert load_settings(root).policy.candidates == 4


@pytest.mark.parametrize(
    ("files", "explicit", "where"),
    [
        ({"x/": ""}, [], ""),
        ({"claims/": ""}, ["missing"], "--claims"),
        ({"factcheck.toml": OWN}, [], "factcheck.toml"),
    ],
)
def test_no_store(tree, files, explicit, where):
    root = tree(files)
    with pytest.raises(NoClaims) as caught:
        load_settings(root, [root / path for path in explicit])
    assert caught.value.where.endswith(where)
    assert caught.value.do


def test_a_variable_that_names_nothing(tree, monkeypatch):
    root = tree({"claims/": ""})
    monkeypatch.setenv(config.ENVIRONMENT, str(root / "missing"))
    with pytest.raises(NoClaims, match=config.ENVIRONMENT):
        load_settings(root)


def test_no_store_says_what_to_do(tmp_path):
    with pytest.raises(FactcheckError, match=r"(?s)no store of claims.*--claims.*FACTCHECK_CLAIMS"):
        load_settings(tmp_path)


def test_a_warm_run_parses_nothing(tree):
    root = tree({"claims/": "", "factcheck.toml": "[policy]\nhedge_width = 0.2\n"})
    load_settings(root)
    code = (
        "import sys; from factcheck.config import load_settings; "
        "print(load_settings(sys.argv[1]).policy.hedge_width); "
        "print(*{'tomllib', 'json', 'rapidfuzz', 'factcheck.config_file'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root)],
        cwd=Path(config.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["1/5"]
