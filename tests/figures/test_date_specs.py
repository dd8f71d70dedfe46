"""The date specs of Recognizers-Text: what of them is our job is read as it is meant.

The floors only rise, and no class below the mark of its own: who reads more raises them.
"""

from __future__ import annotations

import pytest
from date_specs import FIGURES, Outcome, aside, judged, outcomes, rows, rules, specs
from figure_lines import readings

from factcheck.model import Kind

pytestmark = pytest.mark.skipif(not FIGURES.exists(), reason="the shared specs are not here")


def report(found: list[Outcome]) -> str:
    """The scores, and what was missed."""
    values = sum(one.value for one in found) / len(found)
    precise = sum(one.precise for one in found) / len(found)
    missed = [f"{one.spec.words!r} in {one.spec.text!r}" for one in found if not one.precise]
    head = f"{values:.3f} of values, {precise:.3f} of values as precise, of {len(found)}"
    return "\n".join([head, *missed])


def test_what_is_our_job_is_read() -> None:
    found = outcomes(judged())
    for kind in sorted({one.spec.kind for one in found}):
        listed = [one for one in found if one.spec.kind == kind]
        print(f"{kind or 'unnamed'}: {report(listed).partition(chr(10))[0]}")
    assert sum(one.value for one in found) / len(found) >= rules()["least"]["values"], report(found)
    assert sum(one.precise for one in found) / len(found) >= rules()["least"]["precise"], report(
        found
    )


def test_every_class_set_aside_holds_what_it_says() -> None:
    listed = {reason: len(found) for reason, found in aside().items()}
    assert listed == {entry["reason"]: entry["count"] for entry in rules()["aside"]}
    assert sum(listed.values()) + len(judged()) == len(specs())


def test_no_date_is_read_where_none_is() -> None:
    for row in rows():
        if not row["quantities"] and row["text"] not in rules()["read_all_the_same"]:
            kinds = {reading.figure.kind for reading in readings(row["text"])}
            assert not kinds & {Kind.DATE, Kind.TIME}, row["text"]
