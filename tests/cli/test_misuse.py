"""A command line that is not understood is told what is wrong with it, in plain words."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "what", "do"),
    [
        (
            ["x", "--format", "jsn"],
            "--format: 'jsn' is not one of text, full, json, jsonl",
            "did you mean 'json'?",
        ),
        (["x", "--format", ""], "--format: '' is not one of text, full, json, jsonl", ""),
        (
            ["x", "--fail-on", "confict"],
            "--fail-on: 'confict' is not one of never, conflicting, error, disputed, warning",
            "did you mean 'conflicting'?",
        ),
        (["x", "--color", "zzz"], "--color: 'zzz' is not one of auto, always, never", ""),
        (["x", "--format", "it's"], '--format: "it\'s" is not one of text, full, json, jsonl', ""),
        (["extract", "x", "--format", "jsonl"], "is not one of text, json", "did you mean 'json'?"),
        (["x", "--colour", "never"], "there is no option --colour", "did you mean --color?"),
        (["x", "--bogus"], "there is no option --bogus", "goes behind `--`"),
        (["x", "--claims"], "--claims wants a value", ""),
        (["x", "--format"], "--format wants a value", "one of text, full, json, jsonl"),
        (["x", "--text=1"], "--text takes no value", ""),
        (["check"], "STATEMENT|PATH|- is missing", "`factcheck check --help`"),
        (["extract", "a", "b c"], "'b c' is too much", "quotation marks"),
        (["claims", "lnt"], "there is no command 'lnt'", "did you mean 'lint'?"),
        (["claims", "zzz"], "there is no command 'zzz'", "known are "),
    ],
)
def test_misuse(run, words, what, do):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    first, *more = err.splitlines()
    assert first.startswith("factcheck: ")
    assert what in first
    assert do in "\n".join(more)
    assert "Value error" not in err
    assert "--help` shows what there is" in more[-1]
