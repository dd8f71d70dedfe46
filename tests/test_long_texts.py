"""Long texts of one sign, or one chain of words: time grows with the text, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from factcheck import extract
from factcheck.figures.read import read
from factcheck.text.tagger import LazyTags
from factcheck.text.tokens import tokenize

SIGNS = (
    "5", "(", ")", "[", ",", "-", "'", '"', "“", " ", "\n", ".", "@", "1,", "1.", "-5", "5-",
    "and ", "of ", "the ",
)  # fmt: skip
# Each of these is read as something, or nearly: fewer of them do.
CHAINS = (
    "$", "5/", "5:", "(5) ", "a ", "½", "'90s", "five and ", "hundred ", "number 5 ", "a third of ",
    "in 2024 ", "12 March, ",
)  # fmt: skip
TEXTS = [pytest.param(piece, 200_000, id=piece) for piece in SIGNS]
TEXTS += [pytest.param(piece, 8_000, id=piece) for piece in CHAINS]


def read_in_one(text: str) -> None:
    """Read the text as one sentence, however long it is."""
    tokens = tokenize(text)
    read(tokens, LazyTags(tokens.texts))


def seconds(reader: Callable[[str], object], text: str) -> float:
    """CPU seconds of one reading."""
    began = time.process_time()
    reader(text)
    return time.process_time() - began


@pytest.mark.parametrize("reader", [read_in_one, extract])
@pytest.mark.parametrize(("piece", "length"), TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(
    reader: Callable[[str], object], piece: str, length: int
) -> None:
    """Sixteen times would be the square; ten and a second leave room for a busy machine."""
    text = piece * (length // len(piece))
    reader(piece)
    short = seconds(reader, text[: length // 4])
    assert seconds(reader, text) < 10 * short + 1
