"""An index over claims that is written once and read in place.

Layout of the bytes: an 8-byte length, a marshalled head (claim count, postings, offsets), then
one pickled `AnalysedClaim` after the other. A reader unpickles only the claims it looks at.
"""

from __future__ import annotations

import marshal
import pickle
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest, nsmallest
from math import log
from typing import NamedTuple

from factcheck.candidates.analysed import AnalysedClaim, analysed, keys_of_claim
from factcheck.candidates.keys import SPARE, Concept
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE

_LENGTH = 8
# Lists of claims up to this length are added up faster than the best of what is there are found.
_LONG = 500


def build(claims: Iterable[Claim], units: UnitTable | None = None, locale: str = LOCALE) -> bytes:
    """Read all claims that are not drafts and lay them out as an index.

    Args:
        claims: in the order of their ids.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    blobs: list[bytes] = []
    for claim in claims:
        if claim.status == ClaimStatus.DRAFT:
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
    head = marshal.dumps((len(blobs), packed, offsets.tobytes()))
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
        self._count, self._postings, offsets = head
        self._offsets = array("Q", offsets)
        self._body = view[_LENGTH + size :]
        self._claim = lru_cache(maxsize=4096)(self._load)

    def __len__(self) -> int:
        return int(self._count)

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

        A concept weighs as much as its commonest key tells: one that may mean many things weighs
        little. Ties are broken by the order of ids, so that the order of claims never matters.

        Args:
            concepts: what the statement asks for, from `factcheck.candidates.keys`.
            limit: how many claims are wanted at most.
        """
        if self._count <= limit:
            return sorted((self.claim(n) for n in range(self._count)), key=_by_id)
        scores = _scores(self._asked(concepts), self._count, limit)
        best = nsmallest(limit, ((-score, number) for number, score in scores.items()))
        return [self.claim(number) for _, number in best]

    def _asked(self, concepts: Iterable[Concept]) -> list[_Asked]:
        """The concepts that any claim has, the rarest first."""
        found = []
        for concept in concepts:
            plain = sorted(key for key in concept if not key.startswith(SPARE))
            spare = sorted(key for key in concept if key.startswith(SPARE))
            lists = self._lists(plain) or self._lists(spare)
            if lists:
                found.append((max(map(len, lists)), plain, lists))
        return [_Asked(size, lists) for size, _, lists in sorted(found, key=lambda f: f[:2])]

    def _lists(self, keys: Iterable[str]) -> list[Sequence[int]]:
        return [numbers for key in keys if (numbers := self.numbers(key))]


class _Asked(NamedTuple):
    """A concept as it is looked up: how many claims have its commonest key, and who has which."""

    size: int
    lists: list[Sequence[int]]


def _scores(asked: Sequence[_Asked], count: int, limit: int) -> dict[int, float]:
    """What the claims that may be among the first `limit` score.

    Once all the concepts that are left together weigh no more than what the `limit`th claim has
    already, no further claim can come among the first: from then on the long lists are only asked
    for the few that may still win.
    """
    weights = [log(1 + count / one.size) for one in asked]
    scores: dict[int, float] = {}
    for at, (size, lists) in enumerate(asked):
        left = sum(weights[at:])
        if size > _LONG and len(scores) >= limit:
            floor = nlargest(limit, scores.values())[-1]
            if floor > left:
                return _completed(scores, floor - left, asked[at:], weights[at:])
        for number in lists[0] if len(lists) == 1 else set().union(*lists):
            scores[number] = scores.get(number, 0.0) + weights[at]
    return scores


def _completed(
    scores: dict[int, float], least: float, asked: Sequence[_Asked], weights: Sequence[float]
) -> dict[int, float]:
    """The scores from `least` up, with what is still asked for added."""
    kept = {number: score for number, score in scores.items() if score >= least}
    for (_, lists), weight in zip(asked, weights, strict=True):
        for number in kept:
            if any(_holds(numbers, number) for numbers in lists):
                kept[number] += weight
    return kept


def _holds(numbers: Sequence[int], number: int) -> bool:
    """Whether a number is in a sorted list."""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def _by_id(claim: AnalysedClaim) -> str:
    return claim.claim.id
