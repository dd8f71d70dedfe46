"""The words of one sentence, as every reader of this room sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.figures.read import Reading
from factcheck.text.tokens import Tokens


class Words(NamedTuple):
    """Parallel sequences, one entry a token.

    Attributes:
        tokens: the tokens with their offsets.
        texts: as written.
        lowers: in lower case.
        lemmas: folded lemmas.
        tags: universal part-of-speech tags.
        numbers: whether the token belongs to a figure's own text.
        readings: the figures.
    """

    tokens: Tokens
    texts: Sequence[str]
    lowers: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    numbers: Sequence[bool]
    readings: Sequence[Reading]

    @classmethod
    def of(
        cls,
        tokens: Tokens,
        tags: Sequence[str],
        lemmas: Sequence[str],
        readings: Sequence[Reading],
    ) -> Words:
        """Put the layers of a sentence side by side."""
        numbers = [False] * len(tokens)
        for reading in readings:
            for at in range(reading.first, reading.last):
                numbers[at] = True
        return cls(tokens, tokens.texts, tokens.lowers, lemmas, tags, numbers, readings)
