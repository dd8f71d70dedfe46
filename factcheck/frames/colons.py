"""Sources that headlines set apart: "Police: 12 held in raid", "12 held in raid – police"."""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.frames.cues import cues
from factcheck.frames.words import Words
from factcheck.lexicon.names import match_name

_DASHES: Final = frozenset({"--", "–", "—", "-"})
_IN_PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "PUNCT"})
PLACES: Final = frozenset({"country", "region", "city"})
# No source is longer in front of its colon, or behind its dash.
_LONGEST, _LONGEST_BEHIND = 7, 4


def by_colon(words: Words) -> set[int]:
    """The tokens of a source before an opening colon, or behind the last dash or colon.

    It has to be somebody who speaks or something that says: a place in front of a colon is where
    it happens, and any other noun is what is counted ("Homes lost: 300").

    Args:
        words: the sentence.
    """
    size = len(words.lowers)
    colon = next((i for i in range(min(size, _LONGEST + 1)) if words.lowers[i] == ":"), -1)
    if colon > 0 and _says(range(colon), words) and _tells_more(range(colon + 1, size), words):
        return set(range(colon + 1))
    end = size - (words.lowers[-1:] == (".",))
    for at in range(max(1, end - _LONGEST_BEHIND - 1), end - 1):
        parted = words.lowers[at] == ":" or (words.lowers[at] in _DASHES and _spaced(at, words))
        if parted and _says(range(at + 1, end), words) and _tells_more(range(at), words):
            return set(range(at, end))
    return set()


def _spaced(at: int, words: Words) -> bool:
    """Whether a dash stands between spaces, and joins no compound."""
    return not words.tokens.glued(at)


def _says(phrase: range, words: Words) -> bool:
    """Whether a phrase names somebody who speaks, or a text."""
    if not all(words.tags[i] in _IN_PHRASE and not words.numbers[i] for i in phrase):
        return False
    named = [i for i in phrase if words.tags[i] == "PROPN"]
    place = named and match_name(words.lowers, named[0])
    if any(words.lemmas[i] in _speakers() for i in phrase):
        return True
    person = bool(named) and all(words.tags[i] == "PROPN" for i in phrase)
    return person and not (place and place.type in PLACES)


@cache
def _speakers() -> frozenset[str]:
    cue = cues()
    return cue.attribution_source_nouns | cue.attribution_texts


def _tells_more(rest: range, words: Words) -> bool:
    """Whether what is left tells more than a number: it has a verb, or a noun with its number."""
    tags = {words.tags[i] for i in rest}
    return bool(tags & {"VERB", "AUX"}) or ("NOUN" in tags and any(words.numbers[i] for i in rest))
