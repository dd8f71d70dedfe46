"""Which sentences of a draft may tell of one thing: an index over its own sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.candidates.analysed import AnalysedClaim, keys_of_claim
from factcheck.candidates.index import ClaimIndex, Laid, together
from factcheck.candidates.keys import concepts_of
from factcheck.frames.model import SentenceFrame
from factcheck.model import Claim

# How many other sentences one is held against, at most: a draft says a thing two or three times,
# and the time for a book is to grow with its length and not with the square of it.
_MOST = 10


class Nearby:
    """Finds the sentences that share most with one, as references are found.

    Args:
        sentences: read in their context already, so that nothing is read again.
    """

    def __init__(self, sentences: Sequence[SentenceFrame]) -> None:
        self._sentences = sentences
        self._claims = [
            AnalysedClaim(Claim(str(number), sentence.text), (sentence,))
            for number, sentence in enumerate(sentences)
        ]
        self._index = _OwnIndex(self._claims)

    def pairs(self) -> Iterator[tuple[AnalysedClaim, AnalysedClaim]]:
        """Each two sentences that may tell of one thing, the later one second."""
        seen: set[tuple[int, int]] = set()
        for later, sentence in enumerate(self._sentences):
            for found in self._index.search(concepts_of(sentence), _MOST + 1):
                pair = (int(found.claim.id), later)
                if pair[0] == later or (low_high := (min(pair), max(pair))) in seen:
                    continue
                seen.add(low_high)
                yield self._claims[low_high[0]], self._claims[low_high[1]]


class _OwnIndex(ClaimIndex):
    """An index whose claims are at hand and need not be written and read back."""

    def __init__(self, claims: Sequence[AnalysedClaim]) -> None:
        super().__init__(together(Laid(keys_of_claim(claim), b"") for claim in claims))
        self._own = claims

    def claim(self, number: int) -> AnalysedClaim:
        """The claim with this number."""
        return self._own[number]
