"""Other projects' specs: what of them is our job is read as they read it.

The floors only rise: who reads more raises them, to a hundredth below what was measured.
"""

from __future__ import annotations

import pytest
from figure_lines import readings
from specs import FIGURES, Outcome, Spec, aside, outcomes, rows, rules, specs

FILES = rules()["file"]
ASIDE = rules()["aside"]
pytestmark = pytest.mark.skipif(not FIGURES.exists(), reason="the shared specs are not here")


def judged(name: str) -> list[Spec]:
    """The specs of a file that are our job."""
    left = {spec for listed in aside(name).values() for spec in listed}
    return [spec for spec in specs(name) if spec not in left]


def scores(found: list[Outcome]) -> tuple[float, float]:
    """The shares of values, and of values with their unit or kind, that were read."""
    return (
        sum(one.value for one in found) / len(found),
        sum(one.value and one.unit for one in found) / len(found),
    )


def report(found: list[Outcome]) -> str:
    """The scores and what was missed, to be shown where a floor is not reached."""
    value, unit = scores(found)
    lines = [f"{value:.3f} of values, {unit:.3f} of values with unit, of {len(found)}"]
    lines += [f"{one.spec.line!r} in {one.spec.text!r}" for one in found if not one.unit]
    return "\n".join(lines)


@pytest.mark.parametrize("name", FILES)
def test_file(name: str) -> None:
    found = outcomes(name, judged(name))
    value, unit = scores(found)
    print(name, report(found).partition("\n")[0])
    assert value >= FILES[name]["values"], report(found)
    assert unit >= FILES[name]["units"], report(found)


@pytest.mark.parametrize("family", sorted({entry["family"] for entry in FILES.values()}))
def test_family(family: str) -> None:
    names = [name for name, entry in FILES.items() if entry["family"] == family]
    found = [one for name in names for one in outcomes(name, judged(name))]
    value, unit = scores(found)
    assert value >= rules()["least"]["values"], report(found)
    assert unit >= rules()["least"]["units"], report(found)


@pytest.mark.parametrize("name", FILES)
def test_every_class_set_aside_is_there_once(name: str) -> None:
    listed = aside(name)
    counts = {entry["reason"]: entry["count"] for entry in ASIDE if entry["file"] == name}
    assert {reason: len(found) for reason, found in listed.items()} == counts
    every = [(spec.line, spec.span) for found in listed.values() for spec in found]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", [name for name in FILES if "kinds" in FILES[name]])
def test_nothing_is_read_where_nothing_is(name: str) -> None:
    """Texts in which the file's kind of quantity does not occur hold none for us."""
    kinds, left = set(FILES[name]["kinds"]), FILES[name]["read_all_the_same"]
    for index, row in enumerate(rows(name)):
        found = {one.figure.kind.value for one in readings(row["text"])}
        if not row["quantities"] and index not in left:
            assert not found & kinds, row["text"]
