"""Drafts as a newsroom writes them, each with a few claims on file: what an editor is told.

`expected.toml` says what a careful copy editor would want. The floors only rise;
`pytest tests/drafts -s` shows what is missed, and what is told for nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.model.diagnostic import Severity

HERE = Path(__file__).parent
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))
DRAFTS = {path.stem: path for path in HERE.iterdir() if path.suffix in (".md", ".txt", ".html")}
# How cells, blanks and emphasis are set is no matter here.
LEFT_OUT = re.compile(r"<[^>]*>|&#?\w+;|[\s|*-]")
CONFLICTS = ("FC101", "FC102", "FC103", "FC104")
# In percent: how many of the planted conflicts are told as errors or warnings (45 of 57), how many
# sound figures are read and cause neither alarm nor "novel" (87 of 111), how many that nothing on
# file measures are called novel (70 of 80); and how many errors and warnings of all are false.
CONFLICT_FLOOR, SOUND_FLOOR, NOVEL_FLOOR, FALSE_CEILING = 78, 78, 87, 13


def packed(text):
    """The letters of a text without blanks and tags, and where each stands in it."""
    gaps = {at for gap in LEFT_OUT.finditer(text) for at in range(*gap.span())}
    kept = [at for at in range(len(text)) if at not in gaps]
    return "".join(text[at] for at in kept), kept


def place(text, marked):
    """Where in the original a piece of it stands, the last of its kind: what its brackets hold."""
    before, _, rest = marked.partition("[")
    figure, _, after = rest.partition("]")
    whole, at = packed(text)
    before, figure, after = (packed(piece)[0] for piece in (before, figure, after))
    found = whole.rfind(before + figure + after)  # a title of HTML says the headline before it
    assert found >= 0, marked
    start = found + len(before)
    return at[start], at[start + len(figure) - 1] + 1


def touches(span, start, end):
    return span.start < end and start < span.end


def judged(name):
    """What a draft's check says of every place that is expected, and of every other."""
    review = Checker.from_path(HERE / f"{name}.toml").review(DRAFTS[name])
    text, origin = review.document.origin.original, review.document.origin
    counted, told = Counter(), []
    urgent = [d for d in review.shown if d.severity is not Severity.SUGGESTION]
    figures = [one.figure.span for one in review.report.findings if one.figure]
    wanted = []
    for sort, places in EXPECTED[name].items():
        for marked in places:
            spot = place(text, marked)
            codes = {d.code for d in review.shown if touches(origin.span(d.span), *spot)}
            read = any(touches(origin.span(span), *spot) for span in figures)
            right = {
                "conflict": bool(codes & {*CONFLICTS}),
                "within": any(code.startswith("FC2") for code in codes),
                "sound": read and not codes - {"FC105"},
                "novel": "FC106" in codes,
            }[sort]
            counted[sort, right] += 1
            if sort in ("conflict", "within"):
                wanted.append(spot)
            if not right:
                told.append(f"{name}: {sort} {marked}: {', '.join(sorted(codes)) or 'nothing'}")
    for one in urgent:
        if not any(touches(origin.span(one.span), *spot) for spot in wanted):
            counted["false", True] += 1
            told.append(f"{name}: false {one.place} {one.code} {one.message}")
    return counted, told


@pytest.fixture(scope="module")
def outcome():
    counted, told = Counter(), []
    for name in sorted(EXPECTED):
        more, words = judged(name)
        counted += more
        told += words
    print(*told, counted, sep="\n")
    return counted


def share(counted, sort):
    return 100 * counted[sort, True] / (counted[sort, True] + counted[sort, False])


def test_each_draft_is_of_a_newsrooms_size_and_has_its_claims():
    assert (
        set(DRAFTS) == set(EXPECTED) == {path.stem for path in HERE.glob("*.toml")} - {"expected"}
    )
    assert len(DRAFTS) >= 20
    for path in DRAFTS.values():
        assert 230 <= len(path.read_text(encoding="utf-8").split()) <= 800, path.name


def test_conflicts_are_found(outcome):
    assert share(outcome, "conflict") >= CONFLICT_FLOOR


def test_sound_figures_find_their_claim(outcome):
    assert share(outcome, "sound") >= SOUND_FLOOR


def test_what_is_not_on_file_is_novel(outcome):
    assert share(outcome, "novel") >= NOVEL_FLOOR


def test_false_alarms_are_few(outcome):
    assert outcome["false", True] <= FALSE_CEILING
