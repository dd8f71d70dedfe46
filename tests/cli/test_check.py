"""Checks from the command line: inputs, output, exit codes."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report import samples

from factcheck.cli import check, entry, opening
from factcheck.errors import ClaimFaults, ConfigError, Fault, NoClaims

SAMPLES = {
    "consistent": "300 returned to duty",
    "conflicting": "500 returned to duty",
    "disputed": "North Korea suffered 3,600 casualties",
    "novel": "Germany sent 20 tanks",
}


def standard_input(monkeypatch, data):
    class Stream:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Stream())


@pytest.mark.parametrize(
    ("level", "failing"),
    [
        ("never", set()),
        ("conflicting", {"conflicting"}),
        ("disputed", {"conflicting", "disputed"}),
        ("novel", {"conflicting", "disputed", "novel"}),
    ],
)
@pytest.mark.parametrize("name", SAMPLES)
def test_exit_codes(run, name, level, failing):
    code, _, _ = run(SAMPLES[name], "--fail-on", level)
    assert code == int(name in failing)


def test_conflicts_fail_by_default_and_one_is_enough(run):
    assert run("300 returned to duty")[0] == 0
    assert run("300 returned to duty", "500 returned to duty", "300 returned to duty")[0] == 1


def test_nothing_to_check_is_no_failure(run):
    code, out, _ = run("", "--fail-on", "novel")
    assert (code, out) == (0, "Nothing to check: the text is empty.\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Nothing to check: {} is empty."),
        (" \n\n", "Nothing to check: {} holds nothing but white space."),
        (
            "Rain fell.\n",
            "Nothing to check: no sentence of {} holds a figure (11 characters read).",
        ),
    ],
)
def test_a_draft_without_figures_says_what_was_read(run, tmp_path, text, why):
    draft = tmp_path / "draft.txt"
    draft.write_text(text, "utf-8")
    said = why.format(draft) + "\n"
    assert run(str(draft)) == (0, said, "")
    code, out, err = run(str(draft), "--format", "json")
    assert (code, err) == (0, f"factcheck: {said}")
    assert json.loads(out)["findings"] == []
    assert run(str(draft), "--format", "jsonl") == (0, "", f"factcheck: {said}")


def test_the_answer(run):
    code, out, err = run("500 returned to duty")
    assert (code, err) == (1, "")
    assert out == (Path(samples.__file__).parent / "golden/conflicting.txt").read_text("utf-8")


def test_several_answers_are_set_apart(run):
    _, out, _ = run("300 returned to duty", "Germany sent 20 tanks")
    assert out.startswith("CONSISTENT")
    assert "\n\nNOVEL" in out


def test_one_document_of_json(run):
    _, out, _ = run("500 returned to duty", "--format", "json")
    report = json.loads(out)
    assert report["schema"] == "factcheck/report/1"
    assert report["verdict"] == "conflicting"
    assert len(report["findings"]) == 1


def test_several_reports_are_one_document_too(run):
    code, out, _ = run("300 returned", "500 returned", "--format", "json")
    document = json.loads(out)
    assert code == 1
    assert document["schema"] == "factcheck/reports/1"
    assert document["verdict"] == "conflicting"
    assert [report["verdict"] for report in document["reports"]] == ["consistent", "conflicting"]


def test_json_lines(run, tmp_path):
    Path("nk.txt").write_text(samples.DRAFT, encoding="utf-8")
    code, out, _ = run("300 returned", "nk.txt", "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line["input"] for line in lines] == [1, 2, 2, 2, 2, 2]
    assert lines[0]["path"] is None
    assert [(line["line"], line["column"]) for line in lines[1:4]] == [(3, 22), (3, 53), (5, 13)]
    assert all(line["path"] == "nk.txt" for line in lines[1:])


def test_explained(run, checker):
    _, out, _ = run("500 returned to duty", "--explain")
    assert "refused" in out
    _, out, _ = run("500 returned to duty", "--explain", "--format", "json")
    assert json.loads(out)["explanations"][0]["figures"][0]["candidates"][1]["accepted"] is False
    _, out, _ = run("500 returned to duty", "--explain", "--format", "jsonl")
    assert json.loads(out)["trace"]["verdict"] == "conflicting"
    assert ("explain", "500 returned to duty") in checker.asked


# ---------------------------------------------------------------- inputs


def test_a_file_is_a_document(run, checker):
    Path("nk.md").write_text(samples.DRAFT, encoding="utf-8")
    code, out, _ = run("nk.md")
    assert checker.asked == [("document", "nk.md")]
    assert code == 1
    assert "3:53  CONFLICTING" in out


def test_text_is_forced(run, checker):
    Path("nk.md").write_text(samples.DRAFT, encoding="utf-8")
    run("--text", "nk.md", "./none.txt", "-", "extract")
    assert [kind for kind, _ in checker.asked] == ["check"] * 4


@pytest.mark.parametrize(
    "name",
    ["none.txt", "my draft.md", "none.docx", "a/b", "./none", "~/draft one", "/tmp/none x", "24/7",
     "NONE.TXT", "claims.toml"],
)  # fmt: skip
def test_a_mistyped_file_is_no_statement(run, checker, name):
    code, out, err = run(name)
    assert (code, out) == (2, "")
    assert "there is no such file" in err
    assert "--text" in err
    assert not checker.asked


@pytest.mark.parametrize(
    "text",
    ["It ran at 90 km/h for 3 hours", "3,500 and/or 4,000 men", "It fell to 5.", "v1.2", "5.5%",
     "300 left.\nSee a.txt", "Version 2.0", "cost $3.2 million", "done", "…"],
)  # fmt: skip
def test_text_with_a_dot_or_a_slash_is_text(run, checker, text):
    assert run(text)[0] == 0
    assert checker.asked == [("check", text)]


@pytest.mark.parametrize(
    ("name", "what"),
    [("https://example.org/x", "not fetched"), ("a.rst", ".rst")],
)
def test_what_cannot_be_read(run, name, what):
    Path("a.rst").write_text("300 men", encoding="utf-8")
    code, _, err = run(name)
    assert code == 2
    assert what in err


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_all_bad_inputs_are_told_at_once_and_the_others_checked(run, checker, form):
    Path("bad.txt").write_bytes(b"caf\xe9 300")
    code, out, err = run("none.txt", "500 returned", "bad.txt", "none.md", "--format", form)
    assert code == 2
    assert "500" in out
    assert [err.count(name) for name in ("none.txt", "bad.txt", "none.md")] == [1, 1, 1]
    assert "offset 3" in err
    assert checker.asked == [("check", "500 returned")]


@pytest.mark.parametrize("form", ["text", "concise", "json", "jsonl"])
def test_where_nothing_can_be_checked_nothing_is_reported(run, checker, form):
    Path("bad.txt").write_bytes(b"caf\xe9 300")
    code, out, err = run("none.txt", "bad.txt", "--format", form)
    assert (code, out) == (2, "")
    assert "none.txt" in err
    assert "offset 3" in err


def test_standard_input_of_one_line_is_a_statement(run, checker, monkeypatch):
    standard_input(monkeypatch, b"500 returned to duty\n")
    assert run("-")[0] == 1
    assert checker.asked == [("check", "500 returned to duty\n")]


def test_standard_input_of_more_lines_is_a_document(run, checker, monkeypatch):
    standard_input(monkeypatch, samples.DRAFT.encode())
    code, out, _ = run("-")
    assert checker.asked == [("document", samples.DRAFT)]
    assert code == 1
    assert "3:53  CONFLICTING" in out


@pytest.mark.parametrize("data", [b"caf\xe9 300", b"3\x000\x000\x00 \x00m\x00"])
def test_standard_input_that_is_not_utf_8(run, monkeypatch, data):
    standard_input(monkeypatch, data)
    code, _, err = run("-")
    assert code == 2
    assert "standard input: not UTF-8" in err


def test_standard_input_with_a_byte_order_mark(run, checker, monkeypatch):
    standard_input(monkeypatch, "300 returned".encode("utf-16"))
    assert run("-")[0] == 0
    assert checker.asked == [("check", "300 returned")]


def test_standard_input_is_read_once(run, monkeypatch):
    standard_input(monkeypatch, b"300")
    assert run("-", "-")[0] == 2


def test_no_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert run("-")[0] == 2


# ---------------------------------------------------------------- the store and its faults


def test_claims_are_handed_on(run, checker):
    run("300 returned", "--claims", "a", "--claims", "b")
    assert checker.claims == ("a", "b")


@pytest.mark.parametrize(
    "error",
    [
        NoClaims("there is no store of claims", do="make a folder claims/"),
        ConfigError("unknown key", where="factcheck.toml:3"),
        ClaimFaults([Fault("a.toml", 3, "no text"), Fault("a.toml", 9, "bad date")]),
    ],
)
@pytest.mark.parametrize("way", [[], ["check"]])
def test_faults_are_told_without_a_traceback(run, monkeypatch, error, way):
    def broken(_, where=None):
        raise error

    monkeypatch.setattr(opening, "open_checker", broken)
    code, out, err = run(*way, "300 returned")
    assert (code, out) == (2, "")
    assert err == f"factcheck: {error}\n"


def test_an_interrupt_is_quiet(run, checker, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(checker, "check", interrupted)
    assert run("300 returned") == (130, "", "")


def test_a_reader_that_leaves_is_no_error(run, monkeypatch):
    def gone(_):
        raise BrokenPipeError

    monkeypatch.setattr(check.terminal, "write", gone)
    monkeypatch.setattr(check.terminal, "abandon_output", lambda: None)
    assert run("300 returned") == (141, "", "")


def test_a_defect_is_not_hidden(checker, monkeypatch):
    def defective(_):
        raise ZeroDivisionError

    monkeypatch.setattr(checker, "check", defective)
    with pytest.raises(ZeroDivisionError):
        entry.main(["300 returned"])


# ---------------------------------------------------------------- the terminal


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "coloured"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_colour(run, monkeypatch, choice, terminal, environment, coloured):  # noqa: PLR0917
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    _, out, _ = run("500 returned", "--color", choice)
    assert ("\x1b[" in out) is coloured


@pytest.mark.parametrize("columns", ["", "0", "1", "70", "100000", "x", "²", "9" * 5000])
def test_any_width(run, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    _, out, _ = run("500 returned")
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_output_in_any_encoding(checker, monkeypatch, encoding, form):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, errors="strict", write_through=True)
    monkeypatch.setattr(sys, "stdout", out)
    report = samples.alone(
        samples.replace(samples.novel().findings[0], notes=("“日本” … 🎉 \udcff ≈",))
    )
    monkeypatch.setattr(checker, "check", lambda _: report)
    assert entry.main(["Germany", "--format", form]) == 0
    text = raw.getvalue().decode(encoding)
    if form != "text":
        assert json.loads(text)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200
)
@given(
    words=st.lists(
        st.text(st.characters(codec=None), max_size=20)
        | st.sampled_from(["-", "--", "--format=json", "--text", "extract", "claims", "--explain"]),
        max_size=4,
    )
)
def test_no_words_end_in_a_traceback(run, monkeypatch, words):
    standard_input(monkeypatch, b"300 \xff")
    words = [word for word in words if not os.path.isdir(word)]  # noqa: PTH112 -- "/"
    if words[:1] in (["extract"], ["claims"]):
        words = ["--text", *words]
    code, _, err = run(*words)
    assert code in (0, 1, 2)
    assert (code != 2) or err
