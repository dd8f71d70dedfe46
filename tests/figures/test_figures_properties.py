"""What holds for any text whatever."""

from __future__ import annotations

from fractions import Fraction

from figure_lines import readings
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.figures import read
from factcheck.figures.wording import tables
from factcheck.model import Hedge, Kind
from factcheck.policy import Policy
from factcheck.text.tokens import tokenize

TAGS = ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "NUM", "DET", "PUNCT", "PRON", "X")
PIECES = [
    *sorted(tables()["openings"]),
    *("3", "3,500", "1.5", "2019", "km", "%", "percent", "$", "£", "-", "–", "/", "+", "±", "."),
    *("to", "and", "between", "from", "of", "or", "per", "a", "by", "rose", "fell", "more", "than"),
    *("Boeing", "Paris", "men", "No.", "#", "½", "²", "10^6", "°C", "year", "old", ",", "(", ")"),
]


def check(text: str, tags: list[str] | None = None) -> None:
    tokens = tokenize(text)
    found = readings(text) if tags is None else read(tokens, tags)
    at = 0
    for reading in found:
        figure = reading.figure
        assert figure.text == figure.span.cut(text)
        assert figure.text
        assert at <= reading.outer_first <= reading.first < reading.last <= reading.outer_last
        at = reading.outer_last
        assert figure.rules
        assert (figure.kind is Kind.DATE) == (figure.date is not None)
        low, high = figure.interval.low, figure.interval.high
        assert low is None or high is None or low <= high
        if figure.hedge is Hedge.PLAIN and figure.value is not None and figure.kind is Kind.COUNT:
            assert figure.interval.contains(figure.value)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.booleans())
@settings(max_examples=400)
def test_any_words(pieces: list[str], spaced: bool) -> None:
    check((" " if spaced else "").join(pieces))


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(TAGS)), max_size=12))
@settings(max_examples=400)
def test_any_tags(pairs: list[tuple[str, str]]) -> None:
    text = " ".join(piece for piece, _ in pairs)
    count = len(tokenize(text))
    check(text, [pairs[k % len(pairs)][1] for k in range(count)])


@given(st.integers(0, 10**12))
def test_any_integer(number: int) -> None:
    for written in (f"{number} soldiers", f"{number:,} soldiers"):
        values = [r.figure.value for r in readings(f"There were {written}.")]
        year = 1000 <= number <= 2100 and "," not in written
        assert year or values == [Fraction(number)]


def test_awkward_texts() -> None:
    for text in ("", "\0", "\ud800 5 men", "5" * 5000, "5-" * 500, "a " * 500, "1 000 " * 300):
        check(text)


def test_wider_tolerance_widens() -> None:
    tokens = tokenize("about 300 men, nearly 500, a third of them")
    tags = ["ADV", "NUM", "NOUN", "PUNCT", "ADV", "NUM", "PUNCT", "DET", "ADJ", "ADP", "PRON"]
    wide = Policy(
        hedge_width=Fraction(1, 2), near_width=Fraction(1, 2), share_word_width=Fraction(1, 2)
    )
    for narrow, wider in zip(read(tokens, tags), read(tokens, tags, wide), strict=True):
        assert wider.figure.low is not None
        assert narrow.figure.low is not None
        assert wider.figure.low < narrow.figure.low
