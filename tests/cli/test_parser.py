"""The quick parser and typer understand the same words alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli import app, check
from factcheck.cli.options import COMMANDS, FAIL_ON, OPTIONS, PROGRAM_OPTIONS, Request
from factcheck.cli.parser import parse

PLAIN = [
    (["300 returned"], Request(("300 returned",))),
    (["check", "300 returned"], Request(("300 returned",))),
    (["check", "check"], Request(("check",))),
    (["a", "b", "-"], Request(("a", "b", "-"))),
    ([""], Request(("",))),
    (["--text", "extract"], Request(("extract",), text=True)),
    (["--", "extract"], Request(("extract",))),
    (["--", "-5 °C", "--text"], Request(("-5 °C", "--text"))),
    (["a", "--", "--claims"], Request(("a", "--claims"))),
    (["a", "--claims", "x", "--claims=y"], Request(("a",), claims=("x", "y"))),
    (["--claims", "x", "a"], Request(("a",), claims=("x",))),
    (["a", "--claims", "--"], Request(("a",), claims=("--",))),
    (["a", "--claims", "--text"], Request(("a",), claims=("--text",))),
    (["a", "--claims="], Request(("a",), claims=("",))),
    (["a", "--claims=x=y"], Request(("a",), claims=("x=y",))),
    (["a", "--format", "json", "--format=jsonl"], Request(("a",), format="jsonl")),
    (["a", "--explain", "--text", "--text"], Request(("a",), text=True, explain=True)),
    (["a", "--fail-on", "never"], Request(("a",), fail_on="never")),
    (["a", "--color=always"], Request(("a",), color="always")),
    (["a", "extract"], Request(("a", "extract"))),
    (["a", "help"], Request(("a", "help"))),
    (["\udcff 300"], Request(("\udcff 300",))),
    (["٣٠٠ عادوا"], Request(("٣٠٠ عادوا",))),
]
LEFT_TO_TYPER = [
    [],
    ["check"],
    ["--text"],
    ["--claims", "x"],
    ["a", "--claims"],
    ["a", "--format"],
    ["a", "--format", "xml"],
    ["a", "--format="],
    ["a", "--format", "JSON"],
    ["a", "--fail-on", "always"],
    ["a", "--bogus"],
    ["a", "--tex"],
    ["a", "--text=yes"],
    ["a", "--no-text"],
    ["-5 °C in Oslo"],
    ["a", "-x"],
    ["a", "-h"],
    ["a", "--help"],
    ["--help"],
    ["-h"],
    ["a", "--version"],
    ["extract", "a"],
    ["claims", "lint"],
    ["claims"],
]


@pytest.fixture
def by_typer(monkeypatch):
    """What typer makes of a command line: a request, or an exit code."""

    def understand(words):
        caught = []
        monkeypatch.setattr(check, "run", lambda request: caught.append(request) or 0)
        code = app.run(words)
        return caught[0] if caught else code

    return understand


@pytest.mark.parametrize(("words", "request_"), PLAIN)
def test_both_understand(words, request_, by_typer):
    understood = parse(words)
    assert understood._replace(given=frozenset()) == request_
    assert by_typer(words) == understood


def test_an_option_that_is_given_with_its_default_is_given(by_typer):
    for words in (["a", "--format", "text", "--text"], ["--format=text", "a", "--text"]):
        assert parse(words).given == {"format", "text"} == by_typer(words).given
        assert parse(words).states("format")
    assert not parse(["a"]).states("format")


@pytest.mark.parametrize("words", LEFT_TO_TYPER, ids=" ".join)
def test_what_is_left_to_typer_is_no_check_for_it_either(words, by_typer, capsys, monkeypatch):
    assert parse(words) is None
    if words[:1] not in (["extract"], ["claims"]):
        assert isinstance(by_typer(words), int)
        captured = capsys.readouterr()
        assert captured.out or captured.err


_WORD = st.one_of(
    st.sampled_from(
        [*(option.flag for option in OPTIONS), *PROGRAM_OPTIONS[:3], *COMMANDS[:1], "--", "-", "",
         "x", "json", "never", "--format=json", "--claims=a", "--text=1", "--fail-on=novel", "-x"]
    ),
    st.text(max_size=5).filter(lambda word: "\0" not in word),
)  # fmt: skip


@settings(deadline=None)
@given(words=st.lists(_WORD, max_size=6))
def test_both_agree_on_any_words(words):
    """Whatever the quick parser takes for a check, typer takes for the same check.

    It may give up where typer would not, on a bad value that a later one replaces.
    """
    caught = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "run", lambda request: caught.append(request) or 0)
        if words and words[0] in ("extract", "claims"):
            return
        app.run(words)
    understood = parse(words)
    assert understood is None or understood == caught[0]


def test_the_table_and_the_request_have_the_same_fields():
    assert Request._fields == ("inputs", *(option.name for option in OPTIONS), "given")
    for option in OPTIONS:
        default = Request._field_defaults[option.name]
        if option.is_switch:
            assert default is False
        else:
            assert default == (() if option.repeatable else option.default)
            assert option.repeatable or default in option.choices or not option.choices


def test_every_command_is_known_to_the_quick_parser():
    names = {command.name or command.callback.__name__ for command in app.app.registered_commands}
    names |= {group.name for group in app.app.registered_groups}
    assert names == set(COMMANDS)


def test_every_level_of_failing_is_offered():
    (option,) = (option for option in OPTIONS if option.name == "fail_on")
    assert option.choices == FAIL_ON


def test_every_option_is_in_the_help(capsys):
    assert app.run(["check", "--help"]) == 0
    shown = capsys.readouterr().out
    for option in OPTIONS:
        assert option.flag in shown
        assert all(choice in shown for choice in option.choices)
