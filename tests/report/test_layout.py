"""Wrapping, clipping and positions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.positions import Positions
from factcheck.report.layout import END, START, Painter, clean, clip, columns, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 20, ["one two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("日本語 日本", 6, ["日本語", "日本"]),
        (f"a {START}b{END} c", 3, [f"a {START}b{END}", "c"]),
    ],
)
def test_wrap(text, width, lines):
    assert wrap(text, width) == lines


@given(st.text(), st.integers(2, 60))
def test_wrap_fits_and_keeps_every_word(text, width):
    text = clean(text)
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text())
def test_clean_keeps_offsets(text):
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", cleaned)


@given(st.text(), st.data(), st.integers(1, 80))
def test_clip_holds_the_piece(text, data, limit):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    excerpt, first, last = clip(text, start, end, limit)
    assert 0 <= first <= last <= len(excerpt)
    if end - start <= limit:
        assert excerpt[first:last] == text[start:end]
    assert len(excerpt) <= max(len(text[start:end]), limit) + 4


def test_highlight_goes_on_over_lines():
    painter = Painter(colour=True)
    first, second, third = painter.lines([f"a {START}b", "c", f"d{END} e"])
    assert first == "a \x1b[1mb\x1b[0m"
    assert second == "\x1b[1mc\x1b[0m"
    assert third == "\x1b[1md\x1b[0m e"
    assert Painter(colour=False).lines([f"{START}b{END}"]) == ["b"]


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nbc", 2, (2, 1)),
        ("a\r\nbc", 4, (2, 2)),
        ("a\rbc", 2, (2, 1)),
        ("\n\n\n", 2, (3, 1)),
        ("é😀\n😀x", 4, (2, 2)),
    ],
)
def test_positions(text, offset, place):
    assert Positions(text).at(offset) == place


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_positions_point_back(text):
    positions = Positions(text)
    lines = re.split("\r\n|\r|\n", text)
    for offset, char in enumerate(text):
        line, column = positions.at(offset)
        if char not in "\r\n":
            assert lines[line - 1][column - 1] == char
