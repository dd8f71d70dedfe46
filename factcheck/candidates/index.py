"""An index over claims that is written once and read in place.

Layout of the bytes: an 8-byte length, a marshalled head (claim count, drafts left out, postings,
offsets), then one pickled `AnalysedClaim` after the other. A reader unpickles only the claims it
looks at.
"""

from __future__ import annotations

import marshal
import pickle
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log
from typing import NamedTuple

from factcheck.candidates.analysed import AnalysedClaim, analysed, keys_of_claim
from factcheck.candidates.keys import SPARE, Concept, is_year
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE

_LENGTH = 8
# Lists of claims up to this length are added up faster than the best of what is there are found.
_LONG = 10_000
# Claims that share less than this part of what the best one shares are about something else. On
# the cases of one writer, merged into one store of 4,900 claims, a third leaves 6 of 20 to be
# aligned and mends 5 verdicts of 1,910; on the development cases it changes none. A half mends
# more and starts to lose references.
_LEAST = 1 / 3
# In a smaller store all years of a story are among the candidates; to ask for them would only bring
# claims of other stories of that year, and they take long to tell apart.
_FEW = 5000


def build(claims: Iterable[Claim], units: UnitTable | None = None, locale: str = LOCALE) -> bytes:
    """Read all claims that are not drafts and lay them out as an index.

    Args:
        claims: in the order of their ids.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    blobs: list[bytes] = []
    drafts = 0
    for claim in claims:
        if claim.status == ClaimStatus.DRAFT:
            drafts += 1
            continue
        read = analysed(claim, units, locale)
        for key in keys_of_claim(read):
            postings[key].append(len(blobs))
        blobs.append(pickle.dumps(read, protocol=5))
    offsets, at = array("Q"), 0
    for blob in blobs:
        offsets.append(at)
        at += len(blob)
    offsets.append(at)
    packed = {key: array("I", numbers).tobytes() for key, numbers in sorted(postings.items())}
    head = marshal.dumps((len(blobs), drafts, packed, offsets.tobytes()))
    return len(head).to_bytes(_LENGTH, "little") + head + b"".join(blobs)


class ClaimIndex:
    """Finds the claims that share most, and rarest, words with a statement.

    Args:
        data: the bytes that `build` made, or a view of them.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        view = memoryview(data)
        size = int.from_bytes(view[:_LENGTH], "little")
        head = marshal.loads(view[_LENGTH : _LENGTH + size])
        self._count, self._drafts, self._postings, offsets = head
        self._offsets = array("Q", offsets)
        self._body = view[_LENGTH + size :]
        self._claim = lru_cache(maxsize=4096)(self._load)

    def __len__(self) -> int:
        return int(self._count)

    @property
    def drafts(self) -> int:
        """How many drafts were left out."""
        return int(self._drafts)

    def numbers(self, key: str) -> Sequence[int]:
        """The claims that have a key, by their numbers, in order."""
        return memoryview(self._postings.get(key, b"")).cast("I")

    def claim(self, number: int) -> AnalysedClaim:
        """The claim with this number, as analysed."""
        return self._claim(number)

    def _load(self, number: int) -> AnalysedClaim:
        a, b = self._offsets[number], self._offsets[number + 1]
        loaded: AnalysedClaim = pickle.loads(self._body[a:b])
        return loaded

    def search(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with a statement, rare concepts counting more.

        Left out are those that share far less than the best (`_LEAST`).

        The very word or name weighs by the claims that have it, another word for it by all that
        have any of its keys at most: one that may mean many things weighs little. Ties are broken
        by the order of ids, so that the order of claims never matters.

        Args:
            concepts: what the statement asks for, from `factcheck.candidates.keys`.
            limit: how many claims are wanted at most.
        """
        if self._count <= limit:
            return sorted((self.claim(n) for n in range(self._count)), key=_by_id)
        scores = _scores(self._asked(concepts), limit)
        floor = _floor(scores, limit)  # to order all of them in pairs would take twice as long
        best = sorted((-score, number) for number, score in scores.items() if score >= floor)
        return [self.claim(number) for _, number in best[:limit]]

    def _asked(self, concepts: Iterable[Concept]) -> list[_Asked]:
        """The concepts that any claim has, the rarest first."""
        found = []
        for concept in concepts:
            if self._count < _FEW and is_year(concept):
                continue
            own = self._lists(concept.own)
            akin = self._lists(key for key in concept.akin if not key.startswith(SPARE))
            if not own and not akin:
                akin = self._lists(concept.akin)
            if own or akin:
                found.append((sorted(concept.own), self._weighed(own, akin)))
        found.sort(key=lambda item: (-item[1].weight, item[0]))
        return [asked for _, asked in found]

    def _weighed(self, own: list[Sequence[int]], akin: list[Sequence[int]]) -> _Asked:
        size = max(map(len, (*own, *akin)))
        less = log(1 + self._count / size)
        weight = log(1 + self._count / max(map(len, own))) if own else less
        return _Asked(weight, less, own, akin)

    def _lists(self, keys: Iterable[str]) -> list[Sequence[int]]:
        return [numbers for key in keys if (numbers := self.numbers(key))]


class _Asked(NamedTuple):
    """A concept as it is looked up.

    Attributes:
        weight: what a claim scores that has the very word.
        less: what one scores that only has another word for it.
        own, akin: the claims that have the one and the other, in a list for each key.
    """

    weight: float
    less: float
    own: list[Sequence[int]]
    akin: list[Sequence[int]]

    @property
    def size(self) -> int:
        """How many claims have to be looked at, at most."""
        return sum(map(len, (*self.own, *self.akin)))


def _scores(asked: Sequence[_Asked], limit: int) -> dict[int, float]:
    """What the claims that may be among the first `limit` score.

    Once all the concepts that are left together weigh less than what a claim has to score, no
    further claim can come among the first: from then on the long lists are only asked for the few
    that may still win.
    """
    left = [sum(one.weight for one in asked[at:]) for at in range(len(asked))]
    scores: dict[int, float] = {}
    for at, one in enumerate(asked):
        if one.size > _LONG:
            floor = _floor(scores, limit)
            if floor > left[at]:
                return _completed(scores, floor - left[at], asked[at:])
        own = set().union(*one.own)
        for number in own:
            scores[number] = scores.get(number, 0.0) + one.weight
        for number in set().union(*one.akin).difference(own):
            scores[number] = scores.get(number, 0.0) + one.less
    return scores


def _floor(scores: dict[int, float], limit: int) -> float:
    """What a claim has to score at least to be among the `limit` that are looked at."""
    best = nlargest(limit, scores.values())
    if not best:
        return 0.0
    return max(_LEAST * best[0], best[-1] if len(best) == limit else 0.0)


def _completed(scores: dict[int, float], least: float, asked: Sequence[_Asked]) -> dict[int, float]:
    """The scores from `least` up, with what is still asked for added."""
    kept = {number: score for number, score in scores.items() if score >= least}
    for one in asked:
        for number in kept:
            if _holds(one.own, number):
                kept[number] += one.weight
            elif _holds(one.akin, number):
                kept[number] += one.less
    return kept


def _holds(lists: Iterable[Sequence[int]], number: int) -> bool:
    """Whether a number is in any of some sorted lists."""
    for numbers in lists:
        at = bisect_left(numbers, number)
        if at < len(numbers) and numbers[at] == number:
            return True
    return False


def _by_id(claim: AnalysedClaim) -> str:
    return claim.claim.id
