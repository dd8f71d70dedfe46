"""Pinned floors of quality, which only rise.

A change that lowers a figure below its floor is a regression, whatever else it mends. Who
raises a figure raises its floor, to two points below what was measured.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from scoring import Score, rows, score_cases, score_pairs

HERE = Path(__file__).parent
OWN = HERE / "cases"
SHARED = HERE.parents[1] / "shared"

# file of our own cases: least accuracy, most false alarms
FLOORS = {
    "fresh_a.jsonl": (0.92, 0.03),
    "fresh_b.jsonl": (0.92, 0.02),
    "fresh_c.jsonl": (0.89, 0.02),
    "fresh_d.jsonl": (0.88, 0.03),
    "fresh_e.jsonl": (0.95, 0.02),
    "fresh_f.jsonl": (0.92, 0.03),
    "fresh_g.jsonl": (0.83, 0.03),
    "fresh_h.jsonl": (0.84, 0.04),
    "fresh_i.jsonl": (0.9, 0.02),
    "fresh_j.jsonl": (0.94, 0.03),
    "fresh_k.jsonl": (0.91, 0.04),
    "fresh_l.jsonl": (0.83, 0.04),
    "fresh_m.jsonl": (0.91, 0.02),
    "fresh_n.jsonl": (0.84, 0.03),
    "fresh_o.jsonl": (0.96, 0.02),
    "fresh_p.jsonl": (0.94, 0.03),
    "fresh_q.jsonl": (0.88, 0.03),
    "fresh_r.jsonl": (0.92, 0.02),
    "fresh_s.jsonl": (0.84, 0.05),
    "fresh_t.jsonl": (0.8, 0.04),
    "headlines_a.jsonl": (0.89, 0.03),
    "headlines_b.jsonl": (0.83, 0.02),
    "headlines_c.jsonl": (0.9, 0.02),
    "headlines_d.jsonl": (0.91, 0.02),
}
DEV = (0.97, 0.03)
PAIRS = 1000
PAIRS_ACCURACY = 0.90


def _holds(score: Score, accuracy: float, false_alarms: float) -> None:
    assert score.accuracy >= accuracy, score.confusion
    assert score.false_alarms <= false_alarms, score.confusion


@pytest.mark.parametrize("name", sorted(path.name for path in OWN.glob("*.jsonl")))
def test_own_cases(name: str) -> None:
    assert name in FLOORS, f"pin a floor for {name}"
    _holds(score_cases(rows(OWN / name)), *FLOORS[name])


def test_no_floor_without_its_cases() -> None:
    assert {path.name for path in OWN.glob("*.jsonl")} >= set(FLOORS)


def test_shared_cases() -> None:
    path = SHARED / "cases" / "dev.jsonl"
    if not path.exists():
        pytest.skip("the shared cases are not here")
    _holds(score_cases(rows(path)), *DEV)


def test_shared_pairs() -> None:
    path = SHARED / "data" / "vitaminc_dev.jsonl"
    if not path.exists():
        pytest.skip("the shared pairs are not here")
    score = score_pairs(rows(path, PAIRS))
    assert score.cases >= PAIRS
    assert score.accuracy >= PAIRS_ACCURACY, score.confusion
