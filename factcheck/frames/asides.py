"""Asides between two commas that only describe the subject before its verb."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.clauses import Predicate
from factcheck.frames.words import Words
from factcheck.model import Kind

_RELATIVES = frozenset({"who", "which", "that"})


def without_asides(found: Sequence[Predicate], words: Words) -> tuple[Predicate, ...]:
    """The predicates without those of asides.

    In "the minister, who visited the town on Tuesday, said …" and "the epidemic, described as the
    worst, has cost …" the verb behind the second comma is the sentence's. An aside that holds a
    figure keeps its predicate.
    """
    kept = []
    for number, group in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if following is None or not _is_aside(group, following, words):
            kept.append(group)
    return tuple(kept)


def _is_aside(group: Predicate, following: Predicate, words: Words) -> bool:
    lowers = words.lowers
    comma = group.first - 1
    if comma > 0 and lowers[comma] in _RELATIVES:
        comma -= 1
    elif lowers[group.verb] == words.lemmas[group.verb] or group.first != group.verb:
        return False  # no bare participle
    if comma < 1 or lowers[comma] != "," or lowers[following.first - 1] != ",":
        return False
    figures = any(
        comma < r.first < following.first and r.figure.kind not in (Kind.DATE, Kind.TIME)
        for r in words.readings
    )
    several = "," in lowers[group.last : following.first - 1]
    return not several and not figures and not lowers[following.first].endswith("ing")
