"""Units that a newsroom defines for itself, from their definition to the verdict."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck import Checker, Claim, Support, Verdict, extract
from factcheck.errors import UnitError

SMOOT = "smoot = 1.7018 metre = smt"
CLAIM = Claim(id="r1", text="The Harvard Bridge is 620 metres long.")
STATEMENT = "The Harvard Bridge is 364 smoots long."


def test_a_unit_of_the_users_own_is_compared() -> None:
    report = Checker([CLAIM], units=[SMOOT]).check(STATEMENT)
    assert (report.verdict, report.support) == (Verdict.CONSISTENT, Support.ROUNDED)
    wrong = Checker([CLAIM], units=[SMOOT]).check("The Harvard Bridge is 264 smoots long.")
    assert wrong.verdict is Verdict.CONFLICTING


def test_a_claim_may_use_it_too() -> None:
    claim = Claim(id="r1", text="The Harvard Bridge is 364 smt long.")
    report = Checker([claim], units=[SMOOT]).check("The Harvard Bridge is about 620 metres long.")
    assert report.verdict is Verdict.CONSISTENT


def test_without_its_definition_it_is_a_thing_that_is_counted() -> None:
    assert Checker([CLAIM]).check(STATEMENT).verdict is not Verdict.CONSISTENT


def test_four_digits_before_it_are_no_year() -> None:
    (figure,) = extract("In all it ran 1998 smoots.", units=[SMOOT])
    assert figure.unit is not None
    assert (figure.unit.dimension, figure.unit.symbol) == ("length", "smoot")
    assert all(f.unit is None for f in extract("In all it ran 1998 smoots."))


def test_the_explanation_reads_it_too() -> None:
    (trace,) = Checker([CLAIM], units=[SMOOT]).explain(STATEMENT).figures
    assert trace.figure is not None
    assert trace.figure.unit is not None


def test_an_index_belongs_to_its_units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", str(tmp_path / "cache"))
    store = tmp_path / "claims.toml"
    store.write_text(
        '[[claim]]\nid = "r1"\ntext = "The Harvard Bridge is 364 smoots long."\n', "utf-8"
    )
    statement = "The Harvard Bridge is about 620 metres long."
    assert Checker.from_path(store).check(statement).verdict is not Verdict.CONSISTENT
    for _ in range(2):  # built, then from the cache
        checker = Checker.from_path(store, units=[SMOOT])
        assert checker.check(statement).verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It is 3 smoots 2 inches long.", "smoot", 3 + Fraction("0.0508") / Fraction("1.7018")),
        ("It is 3 smoots and 2 ears long.", "smoot", Fraction(32, 10)),
        ("It is 3 smoots, 2 ears and 1 inch long.", "smoot", 3.2 + 0.0254 / 1.7018),
        ("It is 1 mile 3 smoots long.", "mile", 1 + 3 * 1.7018 / 1609.344),
        ("It is three smoots and a half long.", "smoot", Fraction(7, 2)),
        ("It lasted 2 shifts 30 minutes.", "shift", 2 + Fraction(1, 16)),
        ("It lasted a shift and a half.", "shift", Fraction(3, 2)),
        ("It stood 5 ft 11 in.", "foot", 5 + Fraction(11, 12)),  # as without them
    ],
)
def test_a_measure_in_two_units(text: str, unit: str, value: Fraction | float) -> None:
    own = [SMOOT, "ear = 0.17018 metre", "shift = 8 hour"]
    (figure,) = extract(text, units=own)
    assert figure.unit is not None
    assert figure.unit.symbol == unit
    assert figure.value is not None
    assert float(figure.value) == pytest.approx(float(value), rel=1e-9)


@pytest.mark.parametrize(
    "text",
    [
        "It is 3 smoots and 40 kg.",  # two measures
        "It is 3 smoots and 9 miles.",  # what follows is the larger
        "It is 3 smoots, 2 soldiers.",
        "It is 3 metres and a half, or 2 men.",  # as without them
        "It is 3 metres and 2 inches.",  # no two units that are used together
    ],
)
def test_what_is_no_measure_in_two_units(text: str) -> None:
    assert len(extract(text, units=[SMOOT])) == 2


def test_a_definition_that_is_not_understood() -> None:
    with pytest.raises(UnitError, match="smoot"):
        Checker([CLAIM], units=["smoot 1.7018 metre"])


def test_pint_is_loaded_for_new_definitions_only(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom factcheck import extract\n"
        f"extract('364 smoots', units=[{SMOOT!r}])\nprint('pint' in sys.modules)\n"
    )
    plain = program.replace(f", units=[{SMOOT!r}]", "")
    loaded = [_printed(source, tmp_path) for source in (plain, program, program)]
    assert loaded == ["False", "True", "False"]


def _printed(program: str, cache: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"FACTCHECK_CACHE": str(cache), "PYTHONUTF8": "1"},
    )
    return done.stdout.strip()


def test_the_command_that_lists_figures_reads_them_too(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('units = ["smoot = 1.7018 * metre"]\n', "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "factcheck", "extract", "It is 5 smoots long."],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "measure" in ended.stdout


def test_a_stated_figure_may_have_one(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('units = ["smoot = 1.7018 * metre"]\n', "utf-8")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.toml").write_text(
        '[[claim]]\nid = "r1"\ntext = "The Harvard Bridge is 364 long."\n'
        '[[claim.figure]]\ntext = "364"\nunit = "smoots"\n',
        "utf-8",
    )
    for words in (["claims", "lint"], ["The Harvard Bridge is about 620 metres long."]):
        ended = subprocess.run(
            [sys.executable, "-m", "factcheck", *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr
    (tmp_path / "factcheck.toml").write_text("", "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "factcheck", "claims", "lint"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert "a.toml:6: unit: 'smoots' is no known unit" in ended.stderr
