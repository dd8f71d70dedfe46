"""Tables, charts and cards of claims: they fit the width, and lose nothing that matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Claim
from factcheck.candidates.analysed import analysed
from factcheck.model import StatedFigure
from factcheck.report.bars import chart
from factcheck.report.claim_card import Known, render, values
from factcheck.report.claim_table import ClaimRow, cut, table
from factcheck.report.layout import columns

ROWS = [
    ClaimRow("piers", "2024", "current", "Harbour company, annual report", "The ferries call."),
    ClaimRow("crew", "", "draft", "", "A ferry has a crew of 5, said the captain of the Müller."),
]


def known(text, name="a", **keys):
    claim = Claim(id=name, text=text, **keys)
    figures = [f.figure for s in analysed(claim).sentences for f in s.figures]
    return Known(claim, tuple(figures))


def test_a_wide_table_has_one_line_a_claim():
    head, *rows = table(ROWS, colour=False, width=80)
    assert head.split() == ["id", "date", "status", "source", "text"]
    assert [row.split()[0] for row in rows] == ["piers", "crew"]
    assert "Harbour company, a…" in rows[0]
    assert rows[1].index("A ferry") == rows[0].index("The ferries") == head.index("text")


def test_a_narrow_one_gives_the_text_a_line_of_its_own():
    rows = [row._replace(id="a-rather-long-id-" + row.id[:2]) for row in ROWS]
    lines = list(table(rows, colour=False, width=60))
    assert lines[1] == "    text"
    assert lines[3] == "    The ferries call."
    assert "Harbour" in lines[2]


def test_a_long_id_is_never_cut():
    long = "ferry-passengers-of-the-year-2025-and-what-else-was-told-of-them-by-the-harbour-company"
    lines = list(table([*ROWS, ROWS[0]._replace(id=long)], colour=False, width=60))
    assert long in lines
    assert all(columns(line) <= 60 for line in lines if line != long)


def test_nothing_to_show_is_no_table():
    assert list(table([], colour=True, width=80)) == []


def test_colour_marks_the_status_alone():
    plain = list(table(ROWS, colour=False, width=80))
    _, *painted = table(ROWS, colour=True, width=80)
    assert "\x1b[1;33mdraft" in painted[1]
    assert painted[0] == plain[1]


@given(
    st.lists(st.builds(ClaimRow, *[st.text(max_size=30)] * 5), min_size=1, max_size=4),
    st.integers(60, 100),
)
def test_tables_fit(rows, width):
    lines = list(table([row._replace(date="2024", status="draft") for row in rows],
                       colour=False, width=width))  # fmt: skip
    assert all(columns(line) <= width for line in lines)


@given(st.text(), st.integers(1, 40))
def test_cutting(text, width):
    shown = cut(text, width)
    assert columns(shown) <= max(width, 1)
    assert shown == text or (shown[-1] == "…" and text.startswith(shown[:-1]))


def test_bars_are_as_long_as_their_counts():
    counts = {"Police": 40, "Harbour company": 10, "Ann": 1, None: 2}
    lines = list(chart(counts, most=10, width=80, bar="#", nameless="(no source)"))
    assert [line.count("#") for line in lines] == [40, 10, 1, 2]
    assert lines[3].split()[:2] == ["(no", "source)"]
    assert len({line.index("#") for line in lines}) == 1


def test_what_is_too_much_is_drawn_together_and_the_nameless_stay():
    counts = {f"s{n}": 20 - n for n in range(15)} | {None: 3}
    lines = list(chart(counts, most=5, width=60, bar="#", nameless="(none)"))
    assert [line.split()[0] for line in lines] == ["s0", "s1", "s2", "s3", "(none)", "11"]
    assert lines[-1].split() == ["11", "more", str(sum(20 - n for n in range(4, 15)))]


@given(st.dictionaries(st.text(max_size=60), st.integers(1, 10**7), min_size=1, max_size=5),
       st.integers(60, 100))  # fmt: skip
def test_charts_fit(counts, width):
    for line in chart(counts, most=3, width=width, bar="#", nameless="x"):
        assert columns(line) <= width


def test_a_card_has_every_key():
    one = known(
        "The ferries carried 1.2 million passengers in 2024.",
        source="Harbour company", speaker="Ann", date="2025-03", as_of="2024", topic="Harbour",
        url="https://example.org", tags=("a", "b"), note="Without nights.", supersedes="z",
    )  # fmt: skip
    text = render(one, "claims/a.toml:7", [one], colour=False, width=80)
    for words in (
        "source      Harbour company", "speaker     Ann", "date        March 2025",
        "as of       2024", "url         https://example.org", "topic       Harbour",
        "tags        a, b", "note        Without nights.", "supersedes  z",
        "file        claims/a.toml:7", "1,200,000", "passengers", "carried",
    ):  # fmt: skip
        assert words in text
    assert "history" not in text
    assert "stated outright" not in text


def test_a_card_says_what_a_stated_figure_overrides():
    text = "Police counted 45,000 at half a stadium."
    stated = (
        StatedFigure("45,000", counted="people", hedge="about"),
        StatedFigure("half a stadium", low=18000, high=22000),
    )
    one = known(text, figures=stated)._replace(unstated=known(text).figures)
    shown = render(one, "a", [one], colour=False, width=100)
    assert "“45,000”: counts people · hedge about\n    instead of 45,000" in shown
    assert "“half a stadium”: 18,000 … 22,000\n    no figure is read there by itself" in shown


def test_a_claim_without_figures_says_so():
    one = known("Parliament approved the budget.")
    assert "none: it decides" in render(one, "a", [one], colour=False, width=80)
    assert values(one.figures) == "no figure"


@pytest.mark.parametrize(("width", "lines"), [(100, 3), (60, 6)])
def test_the_history_marks_the_claim_and_names_branches(width, lines):
    chain = [
        known("About 1 million passengers came.", "ferry-passengers-old", status="superseded"),
        known("1.2 million passengers came.", "ferry-passengers-new",
              supersedes="ferry-passengers-old", date="2025"),
        known("1.3 million passengers came.", "ferry-passengers-too",
              supersedes="ferry-passengers-old", status="draft"),
    ]  # fmt: skip
    text = render(chain[1], "a", chain, colour=False, width=width)
    history = text.partition("history, the oldest first\n")[2].splitlines()
    assert len(history) == lines
    assert next(line for line in history if line.startswith(">")).split()[1:3] == [
        "2025", "ferry-passengers-new",
    ]  # fmt: skip
    assert "(replaces ferry-passengers-old)" in history[-1]
    assert "1,200,000 passengers" in "\n".join(history)
