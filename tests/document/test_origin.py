"""The way from the text that was read back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.origin import Origin, Piece
from factcheck.model import Span
from factcheck.model.place import Place

#          0         1         2         3
#          0123456789012345678901234567890123456
ORIGINAL = "<p>We saw 1&nbsp;<b>5</b>00 men.</p>\n"
TEXT = "We saw 1\u00a0500 men."
PIECES = [
    Piece(0, 8, 3, 8),  # We saw 1
    Piece(8, 1, 11, 6),  # the entity
    Piece(9, 1, 20, 1),  # 5
    Piece(10, 7, 25, 7),  # 00 men.
]


def cut(start: int, end: int) -> str:
    return Origin(ORIGINAL, PIECES).span(Span(start, end)).cut(ORIGINAL)


def test_the_text_is_made_of_its_pieces() -> None:
    assert (
        "".join(
            ORIGINAL[p.source : p.source + p.source_length].replace("&nbsp;", "\u00a0")
            for p in PIECES
        )
        == TEXT
    )


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (7, 12, "1&nbsp;<b>5</b>00"),
        (0, 2, "We"),
        (9, 10, "5"),
        (8, 9, "&nbsp;"),
        (13, 16, "men"),
    ],
)
def test_a_span_is_found_in_the_original(start: int, end: int, wanted: str) -> None:
    assert cut(start, end) == wanted


def test_lines_and_columns_are_those_of_the_original() -> None:
    place = Origin("\n\n" + ORIGINAL, [p._replace(source=p.source + 2) for p in PIECES]).place(
        Span(7, 12)
    )
    assert place == Place(3, 11, 3, 28, (12, 29))
    assert str(place) == "3:11"


def test_text_that_is_the_original_needs_no_pieces() -> None:
    origin = Origin("a\r\n12 men")
    assert origin.span(Span(3, 5)) == Span(3, 5)
    assert origin.place(Span(3, 5)) == Place(2, 1, 2, 3, (3, 5))


def test_a_format_without_text_has_holders() -> None:
    holders = [Place(paragraph=1, run=1), Place(paragraph=2, run=1, part="footnotes")]
    origin = Origin(None, [Piece(0, 5, 0, 5, 0), Piece(6, 5, 0, 5, 1)], holders)
    assert origin.place(Span(2, 4)) == holders[0]
    assert origin.place(Span(7, 9)) == holders[1]
    assert origin.span(Span(7, 9)) == Span(1, 3)
    assert str(holders[1]) == "footnotes, paragraph 2, run 1"


def test_what_the_reader_put_between_stands_where_the_next_piece_begins() -> None:
    origin = Origin("ab\tcd", [Piece(0, 2, 0, 2), Piece(4, 2, 3, 2)])  # "ab, cd"
    assert origin.span(Span(2, 4)).start in (2, 3)
    assert origin.place(Span(4, 6)).span == (3, 5)


@given(st.lists(st.sampled_from(["a", "12", " ", "&nbsp;", "<b>", "\U0001f600"]), min_size=1))
def test_every_span_comes_back_in_order_and_within(parts: list[str]) -> None:
    text, original, pieces = "", "", []
    for part in parts:
        read = {"&nbsp;": "\u00a0", "<b>": ""}.get(part, part)
        if read:
            pieces.append(Piece(len(text), len(read), len(original), len(part)))
        text, original = text + read, original + part
    origin = Origin(original, pieces)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            there = origin.span(Span(start, end))
            assert 0 <= there.start < there.end <= len(original)
            said = there.cut(original).replace("<b>", "").replace("&nbsp;", "\u00a0")
            assert said == text[start:end]
