"""What is exported and imported again is the same."""

from __future__ import annotations

import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exchange.helpers import claims_of
from factcheck import Claim
from factcheck.exchange.formats import writer
from factcheck.model import ClaimStatus, StatedFigure

# What a claim file may hold: no control characters but tab and line ends, no lone surrogates.
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r")
WORDS = st.text(LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
TRICKY = st.sampled_from(
    [
        "=1+1", "'=x", "-5", "@a", "+1", "_x000D_", "_x005F_x0041_", "a\rb", "a\r\nb", "a\nb",
        '"', "'", "1", "1.0", "TRUE", "2024-03-12", "12/03/2024", "[]", '["a"]', "a;b", "a,b", ";",
        "nan", "null", "#N/A", "<b>&amp;", "x\u2028y", "\ufeffx", "𝄞", "̈a",
    ]
)  # fmt: skip
TEXT = WORDS | TRICKY
MAYBE = st.none() | TEXT
DATES = (
    st.none()
    | st.dates(min_value=date(1000, 1, 1))
    | st.integers(1000, 9999).map(str)
    | st.tuples(st.integers(1000, 9999), st.integers(1, 12)).map(lambda d: f"{d[0]}-{d[1]:02}")
)
NUMBERS = st.fractions(max_denominator=1000).filter(lambda f: abs(f.numerator) < 10**40)


@st.composite
def claims(draw):
    figures = ()
    text = draw(TEXT)
    if draw(st.booleans()):
        value = draw(NUMBERS)
        text = f"{text} 300 ."
        counted = draw(st.sampled_from([None, "people", "=x"]))
        figures = (StatedFigure("300", value=value, counted=counted),)
    return Claim(
        draw(TEXT),
        text,
        *(draw(MAYBE), draw(DATES)),
        status=draw(st.sampled_from(ClaimStatus)),
        topic=draw(MAYBE),
        url=draw(st.none() | st.sampled_from(["https://example.org/a?b=c,d;e", "mailto:a@b"])),
        as_of=draw(DATES),
        speaker=draw(MAYBE),
        tags=tuple(draw(st.lists(TEXT, max_size=3, unique=True))),
        note=draw(MAYBE),
        figures=figures,
    )


@pytest.mark.parametrize("kind", ["jsonl", "json", "csv", "xlsx"])
@settings(max_examples=150, deadline=None)
@given(some=st.lists(claims(), min_size=1, max_size=4, unique_by=lambda claim: claim.id))
@example(some=[Claim("a", "x", tags=("1", "a; b"), date="1000", as_of=date(1900, 2, 28))])
@example(some=[Claim("a", "x 300 .", figures=(StatedFigure("300", value=Fraction(1, 3)),))])
def test_export_then_import(kind, some):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"claims.{kind}"
        list(writer(kind)(some, path))
        found, refused = claims_of(path, kind=kind)
    assert refused == []
    assert found == some
