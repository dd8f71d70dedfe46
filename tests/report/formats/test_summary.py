"""The page of a CI service: worst first, folded, bounded, and free of other people's markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.report.formats import Run, summary
from report.formats.reviews import draft, review_with


def page(*reviews, **how):
    return "".join(summary.write(reviews, Run(**how)))


def test_the_worst_comes_first_and_suggestions_are_folded():
    shown = page(draft())
    levels = re.findall(r"^\| (error|warning|suggestion) \|", shown, re.M)
    assert levels == ["error", "error", "warning", "warning", "suggestion", "suggestion"]
    table, folded = shown.split("<details>")
    assert "suggestion |" not in table
    assert "error |" not in folded and folded.endswith("</details>\n")


def test_a_long_list_ends_and_says_so(monkeypatch):
    monkeypatch.setattr(summary, "_ROWS", 3)
    shown = page(*(draft(f"{number}.txt") for number in range(5)))
    assert "**10 errors, 10 warnings, 10 suggestions**" in shown
    assert len(re.findall(r"^\| (?:error|warning) ", shown, re.M)) == 6
    assert "\nand 14 more.\n" in shown and "\nand 7 more.\n" in shown


def test_a_table_stays_a_table():
    review = review_with("a | b `c` *d* <script> [e](f) :tada: @g www.h.i", "x|y.md")
    (one, *_) = review.diagnostics
    odd = replace(one, text="| `65` |", message="see [this](https://x.y) @all :100: <b>&amp;\n# z")
    shown = page(replace(review, diagnostics=(odd,)))
    (row,) = [line for line in shown.splitlines() if line.startswith("| error")]
    assert row.count("|") == 6
    assert not re.search(r"[`*<>\[\]@\\]|:\S*:|://", row)


@pytest.mark.parametrize("quiet", [True, False])
def test_nothing_to_look_at_is_said(quiet):
    shown = page(replace(draft(), diagnostics=()), quiet=quiet)
    assert "**Nothing to look at**" in shown
    assert ("the store covers" in shown) is not quiet
