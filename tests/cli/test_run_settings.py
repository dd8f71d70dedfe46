"""Which settings count for a run and for each draft of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from report import samples

from cli.test_check import standard_input
from factcheck.cli.options import Request
from factcheck.cli.run.configured import Configured
from factcheck.config import NAMES, Where, load_configuration, load_settings
from factcheck.config_drafts import KEYS
from factcheck.errors import ConfigError
from factcheck.model.diagnostic import Severity


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Make files below the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / ".cache"))

    def make(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return tmp_path

    return make


def least(path, **options):
    return Configured(Request((), **options)).of(path).review.least


WARNING = 'min-level = "warning"\n'
ERROR = 'min-level = "error"\n'


# ---------------------------------------------------------------- which file


def test_the_nearest_file_to_each_draft_counts_alone(tree):
    tree(
        {
            "factcheck.toml": WARNING + 'self = false\n[severity]\nFC106 = "off"\n',
            "news/factcheck.toml": ERROR,
        }
    )
    settings = Configured(Request(()))
    assert settings.of("a.md").review.least is Severity.WARNING
    assert settings.of("a.md").review.severity("FC106") is None
    for path in ("news/a.md", "news/x/y.md", str(Path.cwd() / "news/a.md")):
        review = settings.of(path).review
        assert (review.least, review.within) == (Severity.ERROR, True)
        assert review.severity("FC106") is Severity.SUGGESTION
    assert settings.of(None).review.least is Severity.WARNING


def test_the_order_of_the_names(tree):
    root = tree({"factcheck.toml": WARNING, ".factcheck.toml": ERROR, "pyproject.toml": ""})
    (root / "pyproject.toml").write_text(f"[tool.factcheck]\n{ERROR}")
    for name in NAMES:
        assert load_configuration(root).path == root / name
        (root / name).unlink()
    assert load_configuration(root).path is None


def test_a_pyproject_of_others_is_passed_over(tree):
    tree({"factcheck.toml": WARNING, "a/pyproject.toml": "[project]\nname = 'x'\n",
          "b/pyproject.toml": "[project]\ndependencies = ['factcheck']\n",
          "c/pyproject.toml": f"[tool.factcheck]\n{ERROR}",
          "d/pyproject.toml": "not toml"})  # fmt: skip
    settings = Configured(Request(()))
    found = {name: settings.of(f"{name}/x.md").review.least for name in "abcd"}
    assert found == dict.fromkeys("abd", Severity.WARNING) | {"c": Severity.ERROR}


def test_a_pyproject_holds_all_that_a_file_of_its_own_does(tree):
    root = tree(
        {
            "pyproject.toml": "[tool.factcheck]\nclaims = ['desk']\nlocale = 'de'\n"
            "[tool.factcheck.policy]\ncandidates = 3\n[tool.factcheck.severity]\nnovel = 'off'\n"
            "[[tool.factcheck.overrides]]\npaths = ['x/**']\nself = false\n",
            "desk/a.toml": "",
        }
    )
    found = load_settings(root)
    assert (found.claims, found.locale, found.policy.candidates) == ((root / "desk",), "de", 3)
    review = Configured(Request(())).of("x/a.md").review
    assert (review.within, review.severity("FC106")) == (False, None)


def test_a_file_that_is_named_counts_alone(tree):
    root = tree(
        {
            "factcheck.toml": WARNING,
            "news/factcheck.toml": WARNING,
            "ci/strict.toml": ERROR + "[[overrides]]\npaths = ['soft/**']\n" + WARNING,
        }
    )
    for path in ("a.md", "news/a.md"):
        assert least(path, config="ci/strict.toml") is Severity.ERROR
        assert least(path, isolated=True) is Severity.SUGGESTION
    assert least("soft/a.md", config="ci/strict.toml") is Severity.WARNING  # counted from here
    with pytest.raises(ConfigError, match="no such configuration file"):
        load_configuration(root, Where("none.toml"))
    with pytest.raises(ConfigError, match="--isolated"):
        least("a.md", config="ci/strict.toml", isolated=True)


def test_claims_with_a_file_that_is_named_and_with_none(tree):
    root = tree(
        {
            "factcheck.toml": 'claims = ["own"]\n',
            "own/a.toml": "",
            "claims/a.toml": "",
            "ci/x.toml": 'claims = ["../other"]\n',
            "ci/y.toml": "",
            "other/a.toml": "",
        }
    )
    named = {where: load_settings(root, (), where).claims[0].resolve().name for where in
             (Where(), Where("ci/x.toml"), Where("ci/y.toml"), Where(isolated=True))}  # fmt: skip
    assert list(named.values()) == ["own", "other", "claims", "claims"]


# ---------------------------------------------------------------- extend and overrides


def test_extending(tree):
    root = tree(
        {
            "house/base.toml": WARNING + 'baseline = "known.json"\nexclude = ["old/**"]\n'
            'claims = ["store"]\n[severity]\nFC105 = "off"\nFC106 = "off"\n'
            '[policy]\ncandidates = 3\nhedge_width = "20%"\n'
            "[[overrides]]\npaths = ['sports/**']\nself = false\nmin-level = 'error'\n",
            "house/store/a.toml": "",
            "desk/factcheck.toml": 'extend = "../house/base.toml"\ninclude = ["**/*.md"]\n'
            '[severity]\nnovel = "warning"\n[policy]\ncandidates = 9\n'
            '[[overrides]]\npaths = ["sports/live/*"]\nself = true\n',
        }
    )
    settings = Configured(Request(()))
    found = settings.configuration("desk")
    assert Path(found.values["baseline"]) == root / "desk/../house/known.json"
    assert found.values["exclude"] == ["old/**"]
    assert found.values["policy"] == {"candidates": 9, "hedge_width": "1/5"}
    review = settings.of("desk/a.md").review
    assert review.severities == {"FC105": None, "FC106": Severity.WARNING}
    assert [settings.of(f"desk/sports/{name}").review.within for name in ("a.md", "live/a.md")] == [
        False,
        True,
    ]
    assert load_settings(root / "desk").claims[0].resolve() == root / "house/store"
    assert settings.leaves_out(root / "desk/old/a.md", False)
    told = settings.told("desk/sports/a.md")
    assert told["min-level"].by.endswith("house/base.toml:11")
    assert told["severity.FC106"].by.endswith("desk/factcheck.toml:4")


@pytest.mark.parametrize(
    ("files", "where", "what"),
    [
        ({"factcheck.toml": 'self = true\nextend = "none.toml"\n'}, "factcheck.toml:2", "no file"),
        ({"factcheck.toml": 'extend = "factcheck.toml"\n'}, "factcheck.toml:1", "itself"),
        (
            {"factcheck.toml": 'extend = "b.toml"\n', "b.toml": 'extend = "./factcheck.toml"\n'},
            "b.toml:1",
            "itself",
        ),
        (
            {"factcheck.toml": 'extend = "pyproject.toml"\n', "pyproject.toml": "[project]\n"},
            "factcheck.toml:1",
            "no table",
        ),
    ],
)
def test_what_cannot_be_extended(tree, files, where, what):
    tree(files)
    with pytest.raises(ConfigError, match=what) as caught:
        Configured(Request(()))
    assert caught.value.where.endswith(where)


def test_the_last_override_that_fits_counts(tree):
    tree(
        {
            "factcheck.toml": WARNING + "[[overrides]]\npaths = ['news/**', '!news/x.md']\n"
            "min-level = 'error'\ndate = 2024-05-03\n"
            "[overrides.severity]\nFC101 = 'warning'\n"
            "[[overrides]]\npaths = ['*.txt']\nmin-level = 'suggestion'\nself = false\n"
        }
    )
    settings = Configured(Request(()))
    assert settings.of("news/a.md").review.least is Severity.ERROR
    assert settings.of("news/a.md").date == date(2024, 5, 3)
    assert settings.of("news/a.md").review.severity("FC101") is Severity.WARNING
    assert settings.of("news/x.md").review.least is Severity.WARNING
    both = settings.of("news/deep/a.txt")
    assert (both.review.least, both.review.within) == (Severity.SUGGESTION, False)
    assert both.date == date(2024, 5, 3)
    assert settings.of("../elsewhere/news/a.md").review.least is not Severity.ERROR


# ---------------------------------------------------------------- the command line


def test_the_command_line_goes_before_settings(tree):
    tree(
        {
            "factcheck.toml": ERROR + "self = false\ndate = 2024-05-03\nfail-on = 'novel'\n"
            "format = 'concise'\nbaseline = 'known.json'\n"
        }
    )
    request = Configured(Request(())).request
    assert (request.min_level, request.fail_on, request.format) == ("error", "novel", "concise")
    assert request.baseline.endswith("/known.json")
    stated = Request(
        (), min_level="suggestion", format="text", fail_on="never", date="3 June 2024", within=True,
        baseline="b.json", given=frozenset({"min_level", "format", "fail_on", "baseline"}),
    )  # fmt: skip
    configured = Configured(stated)
    assert configured.request == stated
    settings = configured.of("a.md")
    assert (settings.review.least, settings.review.within) == (Severity.SUGGESTION, True)
    assert settings.date == date(2024, 6, 3)
    assert Configured(Request((), no_within=True)).of("a.md").review.within is False


def test_settings_reach_the_report(tree, run):
    root = tree({"factcheck.toml": 'format = "concise"\n' + WARNING, "a.md": samples.DRAFT})
    code, out, _ = run("a.md")
    assert code == 1
    assert {line.split(": ")[1].split()[0] for line in out.splitlines()} >= {"FC101"}
    assert "FC106" not in out
    assert "FC106" in run("a.md", "--min-level", "suggestion")[1]
    (root / "factcheck.toml").write_text('fail-on = "never"\n')
    assert run("a.md")[0] == 0
    assert run("a.md", "--fail-on", "conflicting")[0] == 1


def test_the_encoding_of_an_archive(tree, run, checker, monkeypatch):
    root = tree({"factcheck.toml": "[[overrides]]\npaths = ['old/*']\nencoding = 'cp1252'\n"})
    for name in ("old/a.txt", "new.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes("300 cafés\n\nare open".encode("cp1252"))
    code, _, err = run("old", "new.txt", "--format", "concise")
    assert code == 2
    assert "new.txt: not UTF-8" in err
    assert checker.asked == [("document", "old/a.txt")]
    run("new.txt", "--encoding", "cp1252")
    standard_input(monkeypatch, (root / "new.txt").read_bytes())
    run("-", "--encoding", "cp1252")
    assert checker.asked[1:] == [("document", "new.txt"), ("document", "300 cafés\n\nare open")]


def test_a_statement_is_shown_as_ever(tree, run):
    tree({"factcheck.toml": 'format = "concise"\nfail-on = "never"\n'})
    code, out, _ = run("500 returned to duty")
    assert code == 1
    assert out.startswith("CONFLICTING")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--date", "yesterday"], "--date: the text 'yesterday' is no date"),
        (["--date", "2024"], "is no whole day"),
        (["--jobs", "x"], "--jobs: 'x' is no number from 1 to 64"),
        (["--jobs", "0"], "--jobs: '0'"),
        (["--config", "none.toml"], "none.toml: there is no such configuration file"),
    ],
)
def test_options_that_mean_nothing(tree, run, words, what):
    tree({"a.md": samples.DRAFT})
    code, out, err = run("a.md", *words)
    assert (code, out) == (2, "")
    assert what.replace("the text ", "") in err.replace("the text ", "")


# ---------------------------------------------------------------- faults

FAULTS = [
    ('»min-levle = "error"\n', "unknown setting 'min-levle'", "'min-level'"),
    ('»min_level = "error"\n', "unknown setting 'min_level'", "'min-level'"),
    ('»min-level = "fatal"\n', "no severity", "error, warning, suggestion"),
    ('»self = "yes"\n', "expected true or false", "self = false"),
    ("self = true\n»date = 2024\n", "expected text", ""),
    ('»date = "03/04/2024"\n', "no clear date", "2024-03-12"),
    ("»date = 2024-05-03T10:00:00\n", "expected text", ""),
    ('»include = "a"\n', "expected a list", "write"),
    ('»exclude = ["!"]\n', "no pattern", 'exclude = ["archive/**"]'),
    ('»encoding = "utf-99"\n', "no encoding 'utf-99' is known", 'encoding = "windows-1252"'),
    ("»severity = 3\n", "severity must be a table", "[severity]"),
    ('[severity]\n»FC999 = "off"\n', "there is no rule 'FC999'", ""),
    ('[severity]\n»conflictng = "off"\n', "there is no rule", "'conflicting'"),
    ('[severity]\nFC101 = "error"\n»FC106 = "of"\n', "no severity", "off"),
    ("»overrides = 3\n", "tables of their own", "[[overrides]]"),
    ("»[[overrides]]\nself = false\n", "name no paths", "paths = ["),
    ("[[overrides]]\npaths = []\n»fail-on = 'novel'\n", "a whole run", "above"),
    ("[[overrides]]\npaths = []\n[[overrides]]\npaths = []\n»slef = true\n", "'slef'", "'self'"),
    ("[[overrides]]\npaths = []\n[overrides.severity]\n»FC1 = 'off'\n", "no rule 'FC1'", ""),
    ("»extend = 3\n", "expected text", ""),
    ('»format = "sarf"\n', "'sarf' is not one of", "'sarif'"),
    ('self = true\n»fail-on = "always"\n', "'always' is not one of", ""),
]


@pytest.mark.parametrize(("sample", "what", "do"), FAULTS)
@pytest.mark.parametrize("name", NAMES)
def test_fault(tree, name, sample, what, do):
    head = "[tool.factcheck]\n" if name == "pyproject.toml" else ""
    if head:
        sample = sample.replace("[[over", "[[tool.factcheck.over").replace(
            "[over", "[tool.factcheck.over"
        )
        sample = sample.replace("[[tool.factcheck.[tool.factcheck.over", "[[tool.factcheck.over")
        sample = sample.replace("[severity]", "[tool.factcheck.severity]")
    whole = head + sample
    (line,) = (n for n, text in enumerate(whole.split("\n"), 1) if "»" in text)
    tree({name: whole.replace("»", "")})
    for _ in range(2):  # a fault is never cached
        with pytest.raises(ConfigError) as caught:
            Configured(Request(()))
        assert caught.value.where.endswith(f"{name}:{line}")
        assert what in caught.value.what
        assert do in caught.value.do


def test_all_faults_come_at_once(tree):
    tree({"factcheck.toml": "slef = 1\n[severity]\nx = 1\n[[overrides]]\npaths = 3\nformat = 1\n"})
    with pytest.raises(ConfigError, match="4 faults") as caught:
        Configured(Request(()))
    assert [f"factcheck.toml:{line}: " in str(caught.value) for line in (1, 3, 5, 6)] == [True] * 4


def test_a_fault_in_the_settings_of_a_draft_is_told(tree, run, checker):
    tree({"a.md": samples.DRAFT, "news/factcheck.toml": "slef = 1\n", "news/a.md": samples.DRAFT})
    code, out, err = run(".")
    assert (code, out) == (2, "")
    assert "factcheck.toml:1: unknown setting 'slef'" in err
    assert not checker.asked


# ---------------------------------------------------------------- showing them


def test_settings_are_shown_with_where_they_come_from(tree, run):
    tree(
        {
            "factcheck.toml": WARNING + 'locale = "de"\n[severity]\nFC106 = "off"\n'
            "[[overrides]]\npaths = ['news/**']\nself = false\n",
            "a.md": samples.DRAFT,
            "b.md": samples.DRAFT,
            "news/c.md": samples.DRAFT,
        }
    )
    code, out, err = run(".", "--show-settings", "--fail-on", "conflicting", "--date", "2024-05-03")
    assert (code, err) == (0, "")
    rows = [tuple(part.strip() for part in line.split("  # ")) for line in out.splitlines()]
    for row in (
        ('locale = "de"', "factcheck.toml:2"),
        ('fail-on = "conflicting"', "--fail-on"),
        ('format = "text"', "default"),
        ("claims = []", "there is no store"),
        ("# a.md and 1 more",),
        ('min-level = "warning"', "factcheck.toml:1"),
        ('severity.FC106 = "off"', "factcheck.toml:4"),
        ('date = "2024-05-03"', "--date"),
        ("# news/c.md",),
        ("self = false", "factcheck.toml:5"),
    ):
        assert row in rows


def test_every_setting_of_drafts_is_shown(tree, run):
    tree({"factcheck.toml": 'include = ["*"]\nexclude = ["x"]\n', "a.md": samples.DRAFT})
    out = run("a.md", "--show-settings")[1]
    shown = {line.lstrip("# ").split(" ")[0] for line in out.splitlines()}
    assert KEYS.keys() - {"extend", "severity"} <= shown


def test_what_settings_leave_out(tree, run):
    tree(
        {
            "factcheck.toml": 'exclude = ["archive/", "*.draft.md"]\n',
            "news/factcheck.toml": 'include = ["live/**", "/top.md"]\n',
            **dict.fromkeys(
                ("a.md", "a.draft.md", "archive/b.md", "x/archive/c.md", "news/d.md",
                 "news/live/e.md", "news/top.md", "news/x/top.md", "news/live/f.draft.md"),
                samples.DRAFT,
            ),
        }
    )  # fmt: skip
    shown = run(".", "--show-files")[1].splitlines()
    assert shown == ["a.md", "news/top.md", "news/live/e.md", "news/live/f.draft.md"]
    assert run("a.draft.md", "--show-files")[1] == "a.draft.md\n"  # it was named
    named = ["a.draft.md", "archive/b.md", "news/d.md", "news/top.md"]
    assert run(*named, "--show-files", "--force-exclude")[1] == "news/top.md\n"
