"""The bench of large stores runs, on a small one, and its figures are drawn.

What it measures is no matter of a test; that every figure is there and may be true is.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "bench"))

import plots  # noqa: E402
import questions  # noqa: E402
import scaling  # noqa: E402
import svg  # noqa: E402
import tables  # noqa: E402
from claims_generator import facts  # noqa: E402

COUNT = 300
ASKED = 40
CASES = 5
WHITE, DARK = "#ffffff", "#0d1117"  # pages of the code hosts
LEGIBLE = 3.0  # contrast of graphics and large text, by WCAG 2.1


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The figures of a run of the program; what it left in its folder is under "left"."""
    folder = tmp_path_factory.mktemp("scaling")
    cases = folder / "cases.jsonl"
    told = (ROOT / "tests/cases/fresh_a.jsonl").read_text(encoding="utf-8").splitlines()
    cases.write_text("\n".join(told[:CASES]), encoding="utf-8")
    options = {
        "--sizes": COUNT, "--questions": ASKED, "--added": 20, "--runs": 2, "--cases": cases,
        "--folder": folder / "kept", "--json": folder / "figures.json",
    }  # fmt: skip
    words = [str(word) for pair in options.items() for word in pair]
    command = [sys.executable, str(ROOT / "bench/scaling.py"), *words]
    engines = ["--engines", "fts5-rarest", "bm25s"]
    done = subprocess.run([*command, *engines], check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    claims = folder / "kept" / str(COUNT) / "claims"
    figures["left"] = {path.name: len(path.read_text().splitlines()) for path in claims.iterdir()}
    figures["printed"] = done.stdout
    return figures


def test_every_figure_is_there(measured: dict[str, Any]) -> None:
    (row,) = measured["sizes"]
    assert row["claims"] == COUNT
    assert row["answers"]["store"] == "one piece"
    memory = {"compile, peak memory of all processes, MB", "memory of a process that answers, MB"}
    for line in tables.LINES:
        found = line.of(row)
        if line.label not in memory and "mapped files" not in line.label:  # need /proc
            assert found is not None, line.label
        if isinstance(found, float | int):
            assert found >= 0, line.label
    assert row["answers"]["asked"] == ASKED
    assert row["verdicts"]["cases"] == CASES


def test_parts_of_a_check_add_up(measured: dict[str, Any]) -> None:
    warm = measured["sizes"][0]["answers"]["warm_ms"]
    parts = sum(warm[part]["mean"] for part in ("reading", "search", "loading", "alignment"))
    assert parts == pytest.approx(warm["whole"]["mean"])
    for found in warm.values():
        assert 0 <= found["p50"] <= found["p90"] <= found["p99"]


def test_claims_are_found_among_three_hundred(measured: dict[str, Any]) -> None:
    (row,) = measured["sizes"]
    assert row["answers"]["recall"] >= 0.95
    assert row["answers"]["recall_same"] <= row["answers"]["recall"]
    assert row["engines"]["fts5-rarest"]["recall"] >= 0.8


def test_an_engine_that_is_absent_is_named(measured: dict[str, Any]) -> None:
    told = measured["sizes"][0]["engines"]["bm25s"]
    if "skipped" in told:
        assert "pip install bm25s" in told["skipped"]
        assert told["skipped"] in measured["printed"]
    else:
        assert told["asked"] == ASKED


def test_claims_stand_as_they_stood(measured: dict[str, Any]) -> None:
    assert measured["left"] == {"large.jsonl": COUNT}


def test_what_was_made_is_kept(tmp_path: Path) -> None:
    given = argparse.Namespace(size=COUNT, seed=1, questions=ASKED)
    place = scaling.Place(tmp_path, COUNT)
    made, claims = scaling.make(place, given), place.large.read_bytes()
    with place.large.open("a", encoding="utf-8") as file:
        file.write("{}\n")  # as a run that was stopped leaves it
    place.compiled.write_text("{}")
    given.questions = ASKED // 2
    assert scaling.make(place, given) == {**made, "questions": ASKED // 2}
    assert place.large.read_bytes() == claims
    assert place.compiled.exists()
    assert len(questions.read(place.questions)) == ASKED // 2
    given.seed = 2
    scaling.make(place, given)
    assert place.large.read_bytes() != claims
    assert not place.compiled.exists()


def test_curves_are_drawn_the_same_twice_and_told(measured: dict[str, Any]) -> None:
    rows = rows_of(measured["sizes"][0])
    drawn = plots.curves(rows)
    assert drawn == plots.curves(json.loads(json.dumps(rows)))
    for name, text in drawn.items():
        root = ElementTree.fromstring(text)
        space = "{http://www.w3.org/2000/svg}"
        title, told = root.findtext(f"{space}title"), root.findtext(f"{space}desc")
        assert title, name
        assert told, name
        assert "10 M" in told or "scaling-compile" not in name
        assert "nan" not in text
        inside = [float(x) for x in re.findall(r' cx="([\d.-]+)"', text)]
        assert inside, name
        assert all(0 <= x <= 760 for x in inside)


def test_the_page_has_a_column_for_what_is_not_measured(measured: dict[str, Any]) -> None:
    text = (ROOT / "docs/scaling.md").read_text(encoding="utf-8")
    page = plots.page(text, rows_of(measured["sizes"][0]))
    assert plots.page(page, rows_of(measured["sizes"][0])) == page
    head = next(line for line in page.splitlines() if line.startswith("| claims |"))
    assert "1,000,000" in head
    assert "5,000,000" in head
    assert tables.AWAITED in page


def test_a_curve_is_followed_one_decade_and_no_further() -> None:
    points = [(1e4, 10.0), (1e5, 100.0), (1e6, 1000.0)]
    assert tables.extrapolated(points, 1e7) == pytest.approx(10_000)
    assert tables.extrapolated(points, 2e7) is None
    assert tables.extrapolated(points[:1], 1e4) is None


@pytest.mark.parametrize("colour", [*svg.COLOURS, svg.INK])
@pytest.mark.parametrize("page", [WHITE, DARK])
def test_colours_are_legible(colour: str, page: str) -> None:
    one, other = sorted((light(colour), light(page)))
    assert (other + 0.05) / (one + 0.05) >= LEGIBLE


def test_questions_keep_what_they_are_about_and_change_the_figures() -> None:
    gathering = questions.Gathering(COUNT, ASKED, seed=4)
    told = list(gathering.passing(facts(COUNT, seed=4)))
    asked = gathering.questions()
    assert len(asked) == ASKED
    assert sum(question.misspelt for question in asked) == ASKED // 10
    for question in asked:
        fact = told[question.number]
        assert question.number in question.right
        assert question.text != fact.text(1)
        if fact.filled.get("year") and not question.misspelt:
            assert fact.filled["year"] in question.text


@pytest.mark.parametrize("text", ["Floods hit Brackwater.", "Rome", "It fell."])
def test_one_letter_is_wrong(text: str) -> None:
    for seed in range(50):
        found = questions.misspelled(text, Random(seed))
        long = re.search(r"[A-Za-z]{5}", text)
        assert (found != text) == bool(long)
        assert abs(len(found) - len(text)) <= 1


def test_figures_are_changed_in_their_own_form() -> None:
    for seed in range(50):
        found = questions.changed("12,300", Random(seed))
        assert re.fullmatch(r"[2-9]\d,\d{3}", found)
        assert questions.changed("three", Random(seed)) not in ("three", "")


def rows_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of two larger stores on disk, with the figures of a small one."""
    answers = {**row["answers"], "store": "on disk"}
    return [{**row, "claims": size, "answers": answers} for size in (100_000, 1_000_000)]


def light(colour: str) -> float:
    """The relative luminance of a colour, by WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(c * share for c, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
