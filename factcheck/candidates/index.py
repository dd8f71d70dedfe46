"""An index over claims that is written once and read in place.

Layout of the bytes: an 8-byte length, a marshalled head (claim count, drafts left out, postings,
offsets, turns), then one `AnalysedClaim` after the other as `written` lays it out. A reader reads
only the claims it looks at.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest, nsmallest
from typing import NamedTuple

from factcheck.candidates import slips
from factcheck.candidates.analysed import AnalysedClaim, analysed, keys_of_claim
from factcheck.candidates.asking import LEAST, Asked, asked, turn
from factcheck.candidates.keys import SLIP, Concept
from factcheck.candidates.written import read_claim, written
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE

_LENGTH = 8
_NUMBER = array("I").itemsize
# Lists of claims up to this length are added up faster than the best of what is there are found.
_LONG = 10_000


class Laid(NamedTuple):
    """A claim as it is laid out: its turn, what it is found by, and itself, written."""

    turn: int
    keys: frozenset[str]
    body: bytes


def laid(claim: Claim, units: UnitTable | None = None, locale: str = LOCALE) -> Laid:
    """Read a claim and lay it out.

    Args:
        claim: the claim, no draft.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.
    """
    read = analysed(claim, units, locale)
    return Laid(turn(claim.id), keys_of_claim(read), written(read))


def build(claims: Iterable[Claim], units: UnitTable | None = None, locale: str = LOCALE) -> bytes:
    """Read all claims that are not drafts and lay them out as an index.

    Args:
        claims: in the order of their ids.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.
    """
    everything = tuple(claims)
    read = [claim for claim in everything if claim.status != ClaimStatus.DRAFT]
    return together((laid(c, units, locale) for c in read), len(everything) - len(read))


def together(claims: Iterable[Laid], drafts: int = 0) -> bytes:
    """One index of claims that are laid out.

    Args:
        claims: in the order of their ids.
        drafts: how many were left out.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    offsets, turns, at = array("Q"), array("Q"), 0
    bodies: list[bytes] = []
    for number, one in enumerate(claims):
        for key in one.keys:
            postings[key].append(number)
        bodies.append(one.body)
        turns.append(one.turn)
        offsets.append(at)
        at += len(one.body)
    offsets.append(at)
    packed = {key: array("I", numbers).tobytes() for key, numbers in sorted(postings.items())}
    head = marshal.dumps((len(bodies), drafts, packed, offsets.tobytes(), turns.tobytes()))
    return len(head).to_bytes(_LENGTH, "little") + head + b"".join(bodies)


class ClaimIndex:
    """A `Snapshot` of claims: finds the claims that share most, and rarest, words with a statement.

    Args:
        data: the bytes that `build` made, or a view of them.
    """

    def __init__(self, data: bytes | memoryview) -> None:
        view = memoryview(data)
        size = int.from_bytes(view[:_LENGTH], "little")
        head = marshal.loads(view[_LENGTH : _LENGTH + size])
        self._count, self._drafts, self._postings, offsets, turns = head
        self._offsets, self._turns = array("Q", offsets), array("Q", turns)
        self._body = view[_LENGTH + size :]
        self._claim = lru_cache(maxsize=4096)(self._load)
        self._slips = lru_cache(maxsize=4096)(self._slipped)

    def __len__(self) -> int:
        return int(self._count)

    @property
    def drafts(self) -> int:
        """How many drafts were left out."""
        return int(self._drafts)

    def claim(self, number: int) -> AnalysedClaim:
        """The claim with this number, as analysed."""
        return self._claim(number)

    def _load(self, number: int) -> AnalysedClaim:
        a, b = self._offsets[number], self._offsets[number + 1]
        return read_claim(self._body[a:b])

    def with_keys(self, keys: Iterable[str], limit: int) -> list[AnalysedClaim]:
        """`limit` claims that have any of some keys; see `Snapshot`."""
        numbers = {number for key in keys for number in self.numbers(key)}
        first = nsmallest(limit, numbers, self._turns.__getitem__)
        return [self.claim(number) for number in sorted(first)]

    def get(self, claim_id: str) -> Claim | None:
        """The claim of an id, drafts excepted, or None."""
        at = bisect_left(range(self._count), claim_id, key=lambda n: self.claim(n).claim.id)
        claim = self.claim(at).claim if at < self._count else None
        return claim if claim is not None and claim.id == claim_id else None

    def search(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with a statement, rare concepts counting more.

        Left out are those that share far less than the best (`factcheck.candidates.asking`). Ties
        are broken by what the ids are, so that the order of claims never matters.

        Args:
            concepts: what the statement asks for, from `factcheck.candidates.keys`.
            limit: how many claims are wanted at most.
        """
        if self._count <= limit:
            return [self.claim(n) for n in range(self._count)]
        scores = self._scores(asked(concepts, self._count, self.frequency), limit)
        floor = _floor(scores, limit)  # to order all of them in pairs would take twice as long
        best = [(-score, self._turns[n], n) for n, score in scores.items() if score >= floor]
        found = sorted((score, number) for score, _, number in nsmallest(limit, best))
        return [self.claim(number) for _, number in found]

    def frequency(self, key: str) -> int:
        """How many claims have a key, or one that is a letter away from it."""
        return len(self.numbers(key))

    def numbers(self, key: str) -> Sequence[int]:
        """The claims that have a key, or one that is a letter away, by their numbers, in order."""
        if key.startswith(SLIP):
            return self._slips(key.removeprefix(SLIP))
        return memoryview(self._postings.get(key, b"")).cast("I")

    def _slipped(self, key: str) -> Sequence[int]:
        """The claims that have a key which one letter makes of this one."""
        near = slips.among(key, self._postings)
        return array("I", sorted({number for one in near for number in self.numbers(one)}))

    def _scores(self, wanted: Sequence[Asked], limit: int) -> dict[int, float]:
        """What the claims that may be among the first `limit` score.

        Once all the concepts that are left together weigh less than what a claim has to score, no
        further claim can come among the first: from then on the long lists are only asked for the
        few that may still win.
        """
        left = [sum(one.weight for one in wanted[at:]) for at in range(len(wanted))]
        scores: dict[int, float] = {}
        for at, one in enumerate(wanted):
            if one.size > _LONG:
                floor = _floor(scores, limit)
                if floor > left[at]:
                    return self._completed(scores, floor - left[at], wanted[at:])
            own = set().union(*map(self.numbers, one.own))
            for number in own:
                scores[number] = scores.get(number, 0.0) + one.weight
            for number in set().union(*map(self.numbers, one.akin)).difference(own):
                scores[number] = scores.get(number, 0.0) + one.less
        return scores

    def _completed(
        self, scores: dict[int, float], least: float, wanted: Sequence[Asked]
    ) -> dict[int, float]:
        """The scores from `least` up, with what is still asked for added."""
        kept = {number: score for number, score in scores.items() if score >= least}
        for one in wanted:
            own, akin = ([*map(self.numbers, keys)] for keys in (one.own, one.akin))
            for number in kept:
                if _holds(own, number):
                    kept[number] += one.weight
                elif _holds(akin, number):
                    kept[number] += one.less
        return kept


def _floor(scores: dict[int, float], limit: int) -> float:
    """What a claim has to score at least to be among the `limit` that are looked at."""
    best = nlargest(limit, scores.values())
    if not best:
        return 0.0
    return max(LEAST * best[0], best[-1] if len(best) == limit else 0.0)


def _holds(lists: Iterable[Sequence[int]], number: int) -> bool:
    """Whether a number is in any of some sorted lists."""
    for numbers in lists:
        at = bisect_left(numbers, number)
        if at < len(numbers) and numbers[at] == number:
            return True
    return False
