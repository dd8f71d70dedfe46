"""All formats, side by side: golden files, and what must hold of any of them.

Run with FACTCHECK_REGENERATE=1 to write the golden files anew, then read the diff.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli.options import FORMATS as OFFERED
from factcheck.editorial.review import totals
from factcheck.model.diagnostic import Severity
from factcheck.report.formats import FORMATS, Run, writer_of
from factcheck.report.layout import columns
from report.formats.reviews import HOSTILE, RUNS, draft, review_with

GOLDEN = Path(__file__).parent / "golden"
# `text` is another name of `full`; the others that are not here make files of their own kind.
NAMES = sorted(set(FORMATS) - {"text", "html", "docx"})
ENDINGS = {
    "json": "json", "jsonl": "jsonl", "sarif": "json", "gitlab": "json", "rdjson": "json",
    "csv": "csv", "junit": "xml",
}  # fmt: skip


def written(name, run_name, **how):
    return "".join(writer_of(name)(iter(RUNS[run_name]()), Run(**how)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("run_name", ["draft", "several", "clean", "hostile"])
def test_golden(name, run_name):
    shown = written(name, run_name, version="1.2.3")
    if name == "sarif":  # the rules' own words are no matter of the format
        before, _, rest = shown.partition('"rules": [')
        shown = before + '"rules": […' + rest.partition("\n    ]")[2]
    path = GOLDEN / f"{name}_{run_name}.{ENDINGS.get(name, 'txt')}"
    if os.environ.get("FACTCHECK_REGENERATE"):
        path.write_bytes(shown.encode())
    assert shown == path.read_bytes().decode()


def test_what_is_offered_is_written():
    assert set(FORMATS) <= set(OFFERED)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("run_name", RUNS)
def test_any_run_is_written_in_full_and_alike(name, run_name):
    first = written(name, run_name, statistics=True)
    assert first == written(name, run_name, statistics=True)
    first.encode("utf-8")  # no half of a letter is left


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_machines_get_what_any_encoding_holds(name, encoding):
    if name not in ENDINGS or name == "csv":
        return  # text for people is made plainer by the terminal
    for run_name in ("draft", "hostile"):
        written(name, run_name, encoding=encoding).encode(encoding)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_draft_commands_a_terminal(name):
    assert not UNSAFE.search(written(name, "hostile"))


def test_a_draft_writes_no_command_of_a_workflow():
    lines = written("github", "hostile").split("\n")
    assert [line[:9] for line in lines] == ["::error f", "::notice ", ""]
    assert "%250A" in lines[0]  # the name's own %0A stays words


def test_cells_are_no_formulas():
    rows = list(csv.reader(io.StringIO(written("csv", "hostile"))))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows[1:] for cell in row):
        assert not cell.startswith(("=", "+", "-", "@"))
    assert dict(zip(rows[0], rows[1], strict=True))["source"] == "'+SUM(A1)  ::warning::y"


@pytest.mark.parametrize("name", NAMES)
def test_the_least_severity_is_heeded(name):
    shown = written(name, "draft", least=Severity.ERROR)
    if name not in ("junit", "sarif"):  # tests and rules are told in full
        assert "FC106" not in shown and "FC103" not in shown and "FC901" not in shown
    assert "FC101" in shown and "FC201" in shown


def test_suppressed_diagnostics_are_marked_or_counted_and_never_lost():
    assert "1 suppressed" in written("full", "draft")
    assert "1 suppressed" in written("grouped", "draft")
    (report,) = [json.loads(written("json", "draft"))]
    (silent,) = [one for one in report["diagnostics"] if one["suppression"]]
    assert silent["suppression"] == {"by": "directive", "reason": "the ministry <told> us"}
    for name in ("concise", "github", "gitlab", "rdjson"):
        assert "tanks" not in written(name, "draft")


def test_every_figure_has_its_place_in_the_full_report():
    shown = written("full", "draft")
    figures = [finding.figure.text for finding in draft().report.findings]
    assert figures == ["11,000", "500", "3,600", "20", "1,000"]
    for place, figure in (
        ("3:22", "11,000"),
        ("3:53", "500"),
        ("5:13", "3,600"),
        ("5:78", "1,000"),
    ):
        assert re.search(rf" {place} .*{figure}", shown)
    assert "5:50" not in shown  # it is suppressed, and counted


@pytest.mark.parametrize("width", [60, 72, 100])
def test_lines_fit(width):
    for run_name in RUNS:
        for line in written("full", run_name, width=width).splitlines():
            if not line.startswith(("a,b", "Nothing")):  # a path is never broken
                assert columns(line) <= width, line


def test_colour_changes_nothing_but_colour():
    coloured = written("full", "draft", colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written("full", "draft")


@pytest.mark.parametrize("run_name", ["draft", "several", "clean"])
def test_coverage_closes_the_report(run_name):
    seen = totals(RUNS[run_name]())
    number = f"{seen.figures} figure"
    for name in ("full", "grouped", "github"):
        last = " ".join(written(name, run_name).rstrip().splitlines()[-2:])
        assert number in last
    assert json.loads(written("json", run_name))["totals"]["figures"] == seen.figures


def test_a_near_miss_of_the_same_number_has_its_line():
    """Any other is told among those that no reference measures."""
    review = draft()
    (near,) = [one for one in review.diagnostics if one.text == "20"]
    (other,) = near.finding.others
    shown = replace(near, suppression=None)
    same = replace(other, figure=replace(other.figure, value=near.finding.figure.value))
    close = replace(shown, finding=replace(near.finding, others=(same,)))
    for one, alone in ((shown, False), (close, True)):
        found = replace(review, diagnostics=(one,))
        text = "".join(writer_of("full")([found], Run()))
        assert (re.search(r"5:50  novel +20  ", text) is not None) == alone
        assert ("No reference measures 1 figure:\n    5:50 20 tanks\n" in text) != alone


def test_quiet_leaves_diagnostics_alone():
    shown = written("full", "draft", quiet=True)
    assert "consistent" not in shown and "store covers" not in shown
    assert written("full", "clean", quiet=True) == ""
    assert written("full", "empty", quiet=True) == ""


def test_statistics_count_by_rule():
    shown = written("full", "draft", statistics=True)
    assert "1  FC101  conflicting\n" in shown
    assert "FC106  novel  (1 suppressed)\n" in shown
    told = json.loads(written("json", "draft", statistics=True))["statistics"]
    assert {"code": "FC106", "name": "novel", "shown": 1, "suppressed": 1} in told


@pytest.mark.parametrize("name", ["concise", "sarif", "json", "jsonl", "csv", "junit", "full"])
def test_reports_come_piece_by_piece(name):
    """What is written of the first drafts does not wait for the last."""
    handed = []

    def reviews():
        for number in range(5):
            handed.append(number)
            yield draft(f"{number}.txt")

    pieces = writer_of(name)(reviews(), Run())
    text = ""
    while "0.txt" not in text:
        text += next(pieces)
    assert len(handed) <= 2
    pieces.close()


def test_the_words_of_a_draft_are_data():
    assert HOSTILE not in written("full", "hostile")
    assert json.loads(written("json", "hostile"))["findings"][0]["statement"] == HOSTILE


UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
READERS = {
    "json": json.loads,
    "sarif": json.loads,
    "gitlab": json.loads,
    "rdjson": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "junit": ElementTree.fromstring,
    "csv": lambda text: list(csv.reader(io.StringIO(text), strict=True)),
}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=12))
def test_any_words_are_written_safely_and_read_back(words, name):
    review = review_with(words, name)
    for form in NAMES:
        text = "".join(writer_of(form)([review], Run()))
        text.encode("utf-8")
        assert not UNSAFE.search(text), form
        READERS.get(form, str)(text)
