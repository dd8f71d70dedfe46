"""What a statement asks of a store, and how much each of it counts: one rule for every store.

A claim scores the weight of every concept of the statement that it has. Weights are rounded so that
sums of them are exact in 32 bits as in 64: every store orders the same claims the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from math import log
from typing import Final, NamedTuple

from factcheck.candidates.keys import SLIP, Concept, is_year

# Claims that share less than this part of what the best one shares are about something else. On
# the cases of one writer, merged into one store of 4,900 claims, a third leaves 6 of 20 to be
# aligned and mends 5 verdicts of 1,910; on the development cases it changes none. A half mends
# more and starts to lose references.
LEAST: Final = 1 / 3
# In a smaller store all years of a story are among the candidates; to ask for them would only bring
# claims of other stories of that year, and they take long to tell apart.
_FEW: Final = 5000
# In a larger store, words that more than one claim in so many has tell little and cost most: they
# are not asked for, up to this part of the weight of all. That spares a sixth of the time of a
# search and loses no reference among 100,000 claims; a quarter of the weight loses one of 406.
_COMMON: Final = 16
_UNASKED: Final = 1 / 8
# A year counts twice, as a name does by its words and as a whole: a story that is told every year
# in the same words has more claims than there are candidates, and nothing but the year tells the
# right one from them. Among a million claims that finds 14 of 1,000 more.
_YEAR: Final = 2
_TURN: Final = 6  # bytes: among ten million claims two of one turn are one in six millions
_STEPS: Final = 256  # to which a weight is rounded; a binary fraction


class Asked(NamedTuple):
    """A concept as it is looked up.

    Attributes:
        weight: what a claim scores that has the very word.
        less: what one scores that only has another word for it.
        own, akin: the keys of the one and the other that any claim has.
        size: how many claims have to be looked at, at most.
    """

    weight: float
    less: float
    own: tuple[str, ...]
    akin: tuple[str, ...]
    size: int


def turn(claim_id: str) -> int:
    """Which of many claims that score the same are looked at: those whose turn comes first.

    A digest of the id: it depends on nothing else, fits into few bytes, and favours nobody.
    """
    return int.from_bytes(
        blake2b(claim_id.encode(errors="surrogatepass"), digest_size=_TURN).digest()
    )


def asked(concepts: Iterable[Concept], count: int, frequency: Callable[[str], int]) -> list[Asked]:
    """The concepts that any claim has, the rarest first.

    The very word or name weighs by the claims that have it, another word for it by all that have
    any of its keys at most: one that may mean many things weighs little.

    Args:
        concepts: what the statement asks for, from `factcheck.candidates.keys`.
        count: how many claims there are.
        frequency: how many of them have a key.
    """
    found = []
    for concept in concepts:
        if count < _FEW and is_year(concept):
            continue
        own = _held(concept.own, frequency)
        akin = _held((key for key in concept.akin if not key.startswith(SLIP)), frequency)
        if not own and not akin:
            akin = _held((key for key in concept.akin if key.startswith(SLIP)), frequency)
        if own or akin:
            times = _YEAR if is_year(concept) else 1
            found.append((sorted(concept.own), _weighed(own, akin, count, times)))
    found.sort(key=lambda item: (-item[1].weight, item[0]))
    ordered = [one for _, one in found]
    return ordered if count < _FEW else _without_commonest(ordered, count)


def _without_commonest(ordered: list[Asked], count: int) -> list[Asked]:
    """The concepts without the commonest of the common ones."""
    left = _UNASKED * sum(one.weight for one in ordered)
    kept = len(ordered)
    while kept and ordered[kept - 1].size * _COMMON > count and ordered[kept - 1].weight <= left:
        kept -= 1
        left -= ordered[kept].weight
    return ordered[:kept]


def _held(keys: Iterable[str], frequency: Callable[[str], int]) -> dict[str, int]:
    """The keys that any claim has, with how many have each, in an order that nothing decides."""
    return {key: held for key in sorted(keys) if (held := frequency(key))}


def _weighed(own: dict[str, int], akin: dict[str, int], count: int, times: int) -> Asked:
    less = times * _weight(count, max((*own.values(), *akin.values())))
    weight = times * _weight(count, max(own.values())) if own else less
    size = sum((*own.values(), *akin.values()))
    return Asked(weight, less, tuple(own), tuple(akin), size)


def _weight(count: int, held: int) -> float:
    return round(_STEPS * log(1 + count / held)) / _STEPS
