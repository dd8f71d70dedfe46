"""An index over claims that is written once and read in place.

Layout of the bytes: an 8-byte length, a marshalled head (claim count, postings, offsets), then
one pickled `AnalysedClaim` after the other. A reader unpickles only the claims it looks at.
"""

from __future__ import annotations

import marshal
import pickle
from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import log

from factcheck.candidates.analysed import AnalysedClaim, analysed, keys_of_claim
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE

_LENGTH = 8
_NUMBER = array("I").itemsize


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

    def claim(self, number: int) -> AnalysedClaim:
        """The claim with this number, as analysed."""
        return self._claim(number)

    def _load(self, number: int) -> AnalysedClaim:
        a, b = self._offsets[number], self._offsets[number + 1]
        loaded: AnalysedClaim = pickle.loads(self._body[a:b])
        return loaded

    def search(self, keys: frozenset[str], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with `keys`, rare keys counting more.

        Ties are broken by id, so that the order of claims never matters.
        """
        if self._count <= limit:
            return sorted((self.claim(n) for n in range(self._count)), key=_by_id)
        scores: defaultdict[int, float] = defaultdict(float)
        for packed, weight in self._weights(keys).items():
            for number in array("I", packed):
                scores[number] += weight
        best = sorted(scores, key=scores.__getitem__, reverse=True)[: 2 * limit]
        loaded = [(-round(scores[n], 6), (claim := self._claim(n)).claim.id, claim) for n in best]
        return [claim for _, _, claim in sorted(loaded)[:limit]]

    def _weights(self, keys: frozenset[str]) -> dict[bytes, float]:
        """What sharing keys counts, by the claims that have them.

        Keys of the very same claims are counted as one, a name and its word, an event and its
        verb: a store of recurring wording is full of them.
        """
        weights: dict[bytes, float] = {}
        for key in sorted(keys):
            packed = self._postings.get(key)
            if packed is not None:
                rarity = log(1 + self._count * _NUMBER / len(packed))
                weights[packed] = weights.get(packed, 0.0) + rarity
        return weights


def _by_id(claim: AnalysedClaim) -> str:
    return claim.claim.id
