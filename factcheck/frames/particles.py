"""Small words behind a verb that make it another one ("went up"), and those that do not.

"Up" opens a hedge in "killed up to 30", and "off" tells a place in "drowned off Lampedusa".
"""

from __future__ import annotations

from factcheck.frames.context import Context
from factcheck.frames.cues import cues

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN"})


def is_particle(at: int, verb: int, context: Context) -> bool:
    """Whether the token behind a verb is its particle.

    Args:
        at: the token behind the verb.
        verb: the verb.
        context: the sentence.
    """
    lowers = context.words.lowers
    if at >= len(lowers) or lowers[at] not in cues().governing_particles:
        return False
    if any(r.outer_first <= at < r.outer_last for r in context.words.readings):
        return False  # "cut up to 200 jobs"
    if lowers[at] == "up" and lowers[at + 1 : at + 2] == ("to",):
        return not _tells_until(at + 2, context)
    return lowers[at] != "off" or _severs(verb, context) or not _tells_place(at + 1, context)


def _tells_until(at: int, context: Context) -> bool:
    """Whether a date or "now" stands at a token: "killed up to Friday"."""
    dated = any(r.outer_first <= at < r.outer_last for r in context.words.readings)
    lowers = context.words.lowers
    return dated or any(lower in cues().governing_until for lower in lowers[at : at + 2])


def _severs(verb: int, context: Context) -> bool:
    """Whether a verb has an object behind "off": "cut off Gaza", but not "was seized off Gaza"."""
    passive = any(g.verb == verb and g.passive for g in context.groups)
    return not passive and context.words.lemmas[verb] in cues().governing_severing


def _tells_place(at: int, context: Context) -> bool:
    """Whether a name or a stretch of coast opens at a token: "off Yemen", "off the coast"."""
    words = context.words
    if words.tags[at : at + 1] == ("PROPN",):
        return True
    while at < len(words.tags) and words.tags[at] in _INSIDE:
        if words.lemmas[at] in cues().governing_shores:
            return True
        at += 1
    return False
