"""Which sentences of a draft may tell of one thing: an index over its own sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest

from factcheck.candidates.analysed import AnalysedClaim, keys_of_claim
from factcheck.candidates.asking import asked
from factcheck.candidates.index import ClaimIndex, Laid, together
from factcheck.candidates.keys import concepts_of
from factcheck.frames.model import SentenceFrame
from factcheck.model import Claim

# How many other sentences one is held against, at most: a draft says a thing two or three times,
# and the time for a book is to grow with its length and not with the square of it.
_MOST = 8
# Of its words the rarest are asked for: the common ones cost most, and tell least.
_RAREST = 14
# What more sentences of a draft share tells no two of them apart, and a book would be compared with
# itself: 90,000 words took 18 s, and take 4 s.
_COMMON = 200
# What another sentence has to share of what one says, by the weight of its words. Either of two may
# ask for the other: a headline has few words, and shares most of them.
_LEAST = 0.3


class Nearby:
    """Finds the sentences that share most with one, as references are found.

    Args:
        sentences: read in their context already, so that nothing is read again.
    """

    def __init__(self, sentences: Sequence[SentenceFrame]) -> None:
        self._claims = [
            AnalysedClaim(Claim(str(number), sentence.text), (sentence,))
            for number, sentence in enumerate(sentences)
        ]
        self._index = _OwnIndex(self._claims)

    def pairs(self) -> Iterator[tuple[AnalysedClaim, AnalysedClaim]]:
        """Each two sentences that may tell of one thing, the later one second."""
        seen: set[tuple[int, int]] = set()
        for one in range(len(self._claims)):
            for other in self._index.like(one):
                pair = (min(one, other), max(one, other))
                if pair not in seen:
                    seen.add(pair)
                    yield self._claims[pair[0]], self._claims[pair[1]]


class _OwnIndex(ClaimIndex):
    """An index whose claims are at hand and need not be written and read back."""

    def __init__(self, claims: Sequence[AnalysedClaim]) -> None:
        # the nearest ones are picked here, with their places in the text as their turns
        laid = (Laid(turn, keys_of_claim(one), b"") for turn, one in enumerate(claims))
        super().__init__(together(laid))
        self._own = claims

    def claim(self, number: int) -> AnalysedClaim:
        """The claim with this number."""
        return self._own[number]

    def like(self, number: int) -> list[int]:
        """The sentences that share most with one, by their rarest words."""
        told = concepts_of(self._own[number].sentences[0])
        wanted = asked(told, len(self), self.frequency)[:_RAREST]
        scores: Counter[int] = Counter()
        for one in wanted:
            if one.size > _COMMON:
                break  # the others are commoner still
            own = set().union(*map(self.numbers, one.own))
            scores.update(dict.fromkeys(own, one.weight))
            akin = set().union(*map(self.numbers, one.akin)) - own
            scores.update(dict.fromkeys(akin, one.less))
        least = _LEAST * scores.pop(number, 0)
        best = nlargest(
            _MOST, ((score, -other) for other, score in scores.items() if score >= least)
        )
        return [-other for _, other in best]
