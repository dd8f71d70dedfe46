"""Making an id from a claim's text: readable, short, and nobody else's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date as Date
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"(19|20)\d\d\Z")
_WORDS: Final = 5  # enough to tell claims of one story apart
_LONGEST: Final = 40  # characters, so that it can be typed, and fits a line of a list
# Words that tell nothing of what a claim is about. Figures are left out too: an id outlives them.
_EMPTY: Final = frozenset((
    "a", "about", "also", "an", "and", "approximately", "are", "as", "at", "be", "been",
    "billion", "but", "by", "did", "do", "does", "for", "from", "had", "has", "have", "her",
    "his", "hundred", "in", "into", "is", "it", "its", "least", "less", "million", "more",
    "most", "nearly", "of", "on", "or", "over", "out", "per", "percent", "s", "said", "says",
    "since", "some", "than", "that", "the", "their", "them", "there", "they", "this", "those",
    "thousand", "to", "up", "was", "were", "which", "who", "will", "with",
))  # fmt: skip


def new_id(
    text: str, taken: Callable[[str], Collection[str]], date: Date | str | None = None
) -> str:
    """An id for a claim.

    Args:
        text: the claim's.
        taken: the ids in use that begin in some way.
        date: the claim's; its year tells it from an earlier claim in the same words.
    """
    words = _telling(text)
    base = words[0][:_LONGEST] if words else "claim"
    for word in words[1:_WORDS]:
        if len(base) + len(word) >= _LONGEST:
            break
        base += f"-{word}"
    used = taken(base)
    if base not in used:
        return base
    dated = f"{base}-{str(date)[:4]}"
    if date is not None and not base.endswith(dated[-5:]) and dated not in used:
        return dated
    return next(name for n in range(2, len(used) + 3) if (name := f"{base}-{n}") not in used)


def _telling(text: str) -> list[str]:
    found = [word for word in _WORD.findall(_folded(text)) if word not in _EMPTY]
    return [word for word in found if not word[0].isdigit() or _YEAR.match(word)]


def _folded(text: str) -> str:
    """Lower case, without the accents of Latin letters; other scripts stay as they are."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in split if not unicodedata.combining(char))
    return bare if bare.isascii() else unicodedata.normalize("NFC", split)
