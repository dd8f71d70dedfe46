"""Reports in files, what is shown, what makes the exit code, and what ends every run."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from report import samples

from factcheck.cli import terminal
from factcheck.cli.levels import report_fails, review_fails
from factcheck.cli.options import FAIL_ON
from factcheck.document.base import Document
from factcheck.document.origin import Origin
from factcheck.editorial.review import Review
from factcheck.model import Flag, Report, Span
from factcheck.model.diagnostic import Diagnostic, Severity, Silence, Suppression
from factcheck.model.place import Place

COVERAGE = "5 figures, the store covers 3: 1 conflicting, 1 disputed, 0 stale, 0 doubtful"


@pytest.fixture
def draft(run):
    Path("nk.md").write_text(samples.DRAFT, encoding="utf-8")
    return "nk.md"


@pytest.mark.parametrize("name", ["text", "concise", "sarif", "json", "csv", "junit"])
def test_a_report_in_a_file_is_the_report(run, draft, name):
    code, shown, _ = run(draft, "--format", name)
    written, out, err = run(draft, "--format", name, "--output", "report")
    assert (code, written, out) == (1, 1, "")
    assert Path("report").read_bytes().decode() == shown
    assert err == f"factcheck: {COVERAGE}\n"
    assert sorted(path.name for path in Path().iterdir()) == ["nk.md", "report"]


def test_quiet_leaves_the_terminal_alone(run, draft):
    assert run(draft, "--output", "report", "--quiet")[1:] == ("", "")


def test_a_statement_goes_to_a_file_too(run):
    assert run("500 returned to duty", "--output", "answer.txt", "--color", "auto")[:2] == (1, "")
    assert Path("answer.txt").read_text("utf-8").startswith("CONFLICTING\n")


def test_a_file_is_coloured_only_on_request(run, draft):
    run(draft, "--output", "plain")
    run(draft, "--output", "bright", "--color", "always")
    assert b"\x1b" not in Path("plain").read_bytes()
    assert b"\x1b" in Path("bright").read_bytes()


@pytest.mark.parametrize("target", ["nk.md", "./nk.md", ".", "none/report"])
def test_a_file_that_is_no_place_for_a_report(run, draft, target):
    code, out, err = run(draft, "--output", target)
    assert (code, out) == (2, "")
    assert err.startswith("factcheck: ")
    assert Path("nk.md").read_text("utf-8") == samples.DRAFT


def test_a_device_is_no_file_to_replace(run, draft):
    assert run(draft, "--output", os.devnull)[0] == 1
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_gets_the_report(run, draft):
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(draft, "--output", "pipe", "--format", "concise")[0] == 1
        assert b"FC101" in os.read(reader, 10_000)
    finally:
        os.close(reader)
    assert Path("pipe").is_fifo()


def test_a_link_stays_one(run, draft):
    Path("real").write_text("before", encoding="utf-8")
    Path("link").symlink_to("real")
    run(draft, "--output", "link")
    assert Path("link").is_symlink()
    assert "CONFLICTING" in Path("real").read_text("utf-8")


def test_what_was_there_stays_where_the_check_fails(run, draft, checker, monkeypatch):
    Path("report").write_text("before", encoding="utf-8")

    def interrupted(document, settings=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(checker, "reviewed", interrupted)
    assert run(draft, "--output", "report")[0] == 130
    assert Path("report").read_text("utf-8") == "before"
    assert sorted(path.name for path in Path().iterdir()) == ["nk.md", "report"]


@pytest.mark.parametrize("name", ["concise", "csv", "gitlab", "rdjson", "junit", "jsonl"])
def test_coverage_is_told_where_the_format_has_no_place_for_it(run, draft, name):
    assert run(draft, "--format", name)[2] == f"factcheck: {COVERAGE}\n"
    assert run(draft, "--format", name, "--quiet")[2] == ""


def test_statistics_are_told_too(run, draft):
    _, out, err = run(draft, "--format", "concise", "--statistics")
    assert "FC101" in out
    assert "factcheck: 1  FC101  conflicting\n" in err


def test_the_least_severity(run, draft):
    _, out, _ = run(draft, "--format", "concise", "--min-level", "warning")
    assert [line.split(": ")[1][:5] for line in out.splitlines()] == ["FC101", "FC103"]
    _, out, _ = run(draft, "--min-level", "error")
    assert "disputed  " not in out and "novel" not in out and "CONFLICTING" in out


def test_exit_zero(run, draft):
    assert run(draft, "--exit-zero")[0] == 0
    assert run("500 returned to duty", "--exit-zero")[0] == 0
    assert run("none.md", "--exit-zero")[0] == 2  # a mistake is none of the findings


def test_several_drafts_are_one_document(run, draft):
    Path("calm.txt").write_text("It rained.\n", encoding="utf-8")
    _, out, _ = run(draft, "calm.txt", "--format", "json", "--statistics")
    told = json.loads(out)
    assert told["totals"]["drafts"] == 2
    assert [report["path"] for report in told["reports"]] == ["nk.md", "calm.txt"]


def one(code, severity, suppression=None):
    return Diagnostic(*(code, severity, "", "", Span(0, 0), Place(1, 1)), suppression=suppression)


E, W, S = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


@pytest.mark.parametrize(
    ("diagnostic", "level"),
    [
        (one("FC101", E), "conflicting"),
        (one("FC102", E), "conflicting"),
        (one("FC201", E), "conflicting"),
        (one("FC106", E), "conflicting"),
        (one("FC103", W), "disputed"),
        (one("FC104", W), "warning"),
        (one("FC901", W), "warning"),
        (one("FC106", W), "warning"),
        (one("FC106", S), "novel"),
        (one("FC103", S), "suggestion"),
        (one("FC105", S), "suggestion"),
        (one("FC101", E, Suppression(Silence.BASELINE)), None),
    ],
)
def test_the_scale_for_drafts(diagnostic, level):
    review = Review(Document("", (), Origin("")), Report(), (diagnostic,))
    first = FAIL_ON.index(level) if level else len(FAIL_ON)
    assert [review_fails(review, word) for word in FAIL_ON] == [
        number >= first for number in range(len(FAIL_ON))
    ]


def flagged(flag):
    (finding,) = samples.novel().findings
    return samples.alone(samples.replace(finding, flags=(flag,)))


def noted():
    (finding,) = samples.consistent().findings
    return samples.alone(samples.replace(finding, notes=("not checked: “Sunday”",)))


@pytest.mark.parametrize(
    ("report", "level"),
    [
        (samples.conflicting(), "conflicting"),
        (samples.whole(), "conflicting"),
        (flagged(Flag.DEBUNKED), "error"),
        (samples.disputed(), "disputed"),
        (flagged(Flag.SUPERSEDED), "warning"),
        (samples.novel(), "novel"),
        (noted(), "suggestion"),
        (samples.consistent(), None),
        (Report(), None),
    ],
)
def test_the_scale_for_statements(report, level):
    first = FAIL_ON.index(level) if level else len(FAIL_ON)
    assert [report_fails(report, word) for word in FAIL_ON] == [
        number >= first for number in range(len(FAIL_ON))
    ]


@pytest.mark.parametrize(
    "words",
    ["::add-mask::65", "  ::error::x", "a\n\x1b[1m::error::x", "a ##[error]x", ":: x"],
)
def test_what_people_read_is_no_command_of_a_workflow(words):
    """GitHub's runner obeys what a line of the log begins with."""
    told = terminal.tame(words)
    assert not any(
        re.sub(r"\x1b\[\d*m", "", line).strip().startswith("::") for line in told.split("\n")
    )
    assert "##[" not in told


def test_ordinary_text_is_left_as_it_is():
    for words in ("a :: b", "std::vector", "10:30: it rained", "## [a]", ": :"):
        assert terminal.tame(words) == words


def test_a_file_whose_name_is_a_command(run, draft):
    Path("::error::x.md").write_text(samples.DRAFT, encoding="utf-8")
    for form in ("concise", "grouped", "full"):
        _, out, err = run("::error::x.md", "::stop-commands::y.md", "--format", form)
        assert "error::x.md" in out
        assert not any(line.lstrip().startswith("::") for line in (out + err).splitlines())
