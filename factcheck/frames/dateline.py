"""The dateline of wire copy: where a report was filed, when and by whom, before it begins.

"PARIS, March 12 (Reuters) - ", "Washington ( CNN ) -- ", "(AP) ": none of that is a part of the
first sentence, and the agency acts in it no more than the city does.
"""

from __future__ import annotations

from typing import Final

from factcheck.frames.cues import cues
from factcheck.frames.words import Words

_DASHES: Final = frozenset({"-", "--", "–", "—", "_"})
# Town, state, country, day and agency: no dateline is longer.
_LONGEST: Final = 14
_LEAST_CAPITALS: Final = 3


def dateline(words: Words) -> frozenset[int]:
    """The tokens of a sentence's dateline, with its dash; none where it has no dateline.

    A bracket with an agency in it makes any place before it one; without an agency the place has
    to stand in capitals, and a dash behind it.

    Args:
        words: the sentence.
    """
    start = _place_end(words)
    end = _behind_agency(start, words)
    if end < 0:
        shouted = start > 0 and _is_shouted(start, words)
        if not shouted or words.lowers[start : start + 1] not in (("-",), ("--",), ("–",), ("—",)):
            return frozenset()
        end = start
    if end < len(words.lowers) and words.lowers[end] in _DASHES:
        end += 1
    return frozenset(range(end)) if end < len(words.lowers) else frozenset()


def _place_end(words: Words) -> int:
    """The first token that cannot belong to the place and the day before an agency."""
    at = 0
    while at < min(_LONGEST, len(words.texts)):
        text = words.texts[at]
        if not (text[:1].isupper() or text in (",", ".", "/") or text.isdigit()):
            break
        at += 1
    return at


def _behind_agency(at: int, words: Words) -> int:
    """The token behind a bracket that opens at a token and holds an agency's name, or -1."""
    if words.lowers[at : at + 1] not in (("(",), ("[",)):
        return -1
    for end in range(at + 2, min(at + 6, len(words.lowers))):
        if words.lowers[end] in (")", "]"):
            inside = " ".join(words.lowers[at + 1 : end])
            return end + 1 if inside in cues().dateline_agencies else -1
    return -1


def _is_shouted(end: int, words: Words) -> bool:
    """Whether the first word before a token is a name in capitals ("LONDON", "LOS ANGELES")."""
    first = words.texts[0]
    return first.isupper() and first.isalpha() and len(first) >= _LEAST_CAPITALS and end > 0
