"""Places named together that make up one: "the United States and Canada" are North America."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.frames.cues import cues
from factcheck.frames.model import Name

_JOINERS = frozenset({("and",), ("&",), ("and", "the"), ("and", "in"), ("and", "in", "the")})
_LONGEST = 3  # tokens of a joiner


def joined_places(names: Iterable[Name], lowers: Sequence[str]) -> tuple[Name, ...]:
    """The names of a sentence, with those that "and" joins to one place put together.

    Business copy divides the world so: what a film took in the two countries is its North American
    share. A place of the two alone is a part of it.

    Args:
        names: the names, in text order.
        lowers: the sentence's tokens in lower case.
    """
    found = sorted(names)
    wholes = cues().places_joined
    for one, other in pairwise(tuple(found)):
        whole = wholes.get(" + ".join(sorted((one.key, other.key))))
        near = 0 < other.first - one.last <= _LONGEST
        if whole is None or not near or tuple(lowers[one.last : other.first]) not in _JOINERS:
            continue
        words = (*one.words, *other.words)
        both = Name(one.first, other.last, whole, words, "region", one.role, other.head)
        found = [n for n in found if n not in (one, other)] + [both]
    return tuple(sorted(found))
