"""What the tagger looks at: the same names of features in training and at run time.

A feature is a short string. Those of single words are kept apart by the place the word stands
in, so that the tagger can add up and remember the weights of all features of one word at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.text.wordclass import ADJECTIVE, NOUN, VERB, classes

_STRAIGHT = str.maketrans(
    "\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u02bc\u2013\u2014", '"""""\'\'\'--'
)
_CACHED = 1 << 14
# A sentence is a headline where 7 in 10 of its words of four letters and more begin with a
# capital; below three such words there is no telling.
_LONG, _TOO_FEW, _SHARE = 4, 3, 0.7


class Word(NamedTuple):
    """A word as the features see it.

    Attributes:
        key: lower case, straight quotation marks, figures replaced by their kind.
        end: the last three characters of the key.
        shape: the kinds of its characters, runs shortened to one ("Xx", "X", "x", "d").
    """

    key: str
    end: str
    shape: str


EDGE = Word("<s>", "<s>", "<")


@lru_cache(maxsize=_CACHED)
def word(text: str) -> Word:
    """Return `text` as the features see it."""
    key = text.translate(_STRAIGHT).lower()
    if key[:1].isdigit() and not any(map(str.isalpha, key)):
        # Four digits with a century that people write about are mostly a year.
        year = len(key) == 4 and key[:2] in ("18", "19", "20")
        key = "#year" if year else "#0" if key.isdigit() else "#.#"
    return Word(key, key[-3:], _shape(text))


def _shape(text: str) -> str:
    shape = ""
    for char in text[:20]:
        kind = (
            ("X" if char.isupper() else "x")
            if char.isalpha()
            else ("d" if char.isdigit() else char)
        )
        if kind != shape[-1:]:
            shape += kind
    return shape[:6]


def mood(texts: Sequence[str]) -> str:
    """Return how a sentence is written: "n" as usual, "t" Like a Title, "u" ALL CAPITALS."""
    long = [text for text in texts if len(text) >= _LONG and text[0].isalpha()]
    capitals = sum(text[0].isupper() for text in long)
    if len(long) < _TOO_FEW or capitals < _SHARE * len(long):
        return "n"
    return "u" if sum(map(str.isupper, long)) > len(long) // 2 else "t"


def of_word(this: Word) -> list[str]:
    """Return the features of the word to be tagged that need nothing but the word."""
    key = this.key
    found = ["w=" + key]
    found += [f"s{n}={key[-n:]}" for n in (1, 2, 3, 4, 5) if len(key) > n]
    found += [f"p{n}={key[:n]}" for n in (1, 2, 3) if len(key) > n]
    known = f"x={classes(key)}"
    inflected = _inflected(key) + known
    return [*found, known, inflected, f"c={this.shape[:2]}{inflected}"]


def _inflected(key: str) -> str:
    """Return what the base forms that `key` may belong to can be, with its ending."""
    if key.endswith("s") and len(key) > 3:
        bases = [key[:-1]]
        if key.endswith("es"):
            bases += [key[:-2], key[:-3] + ("y" if key.endswith("ies") else "")]
        return f"xs={_any(bases) & (NOUN | VERB)}"
    if key.endswith("ed") and len(key) > 4:
        return f"xd={_any([key[:-1], *_stems(key[:-2])]) & VERB}"
    if key.endswith("ing") and len(key) > 5:
        return f"xg={_any([key[:-3] + 'e', *_stems(key[:-3])]) & VERB}"
    if key.endswith(("er", "est")) and len(key) > 4:
        cut = 2 if key.endswith("er") else 3
        return f"xr={cut}{_any([key[:-cut] + 'e', *_stems(key[:-cut])]) & ADJECTIVE}"
    return ""


def _stems(stem: str) -> list[str]:
    """Return `stem` ("plann", "tri", "happi") and what it may have been without its ending."""
    stems = [stem]
    if stem[-1:] == stem[-2:-1]:
        stems.append(stem[:-1])
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    return stems


def _any(bases: list[str]) -> int:
    found = 0
    for base in bases:
        found |= classes(base)
    return found


def of_left(word: Word) -> list[str]:
    """Return the features of the word before the one to be tagged."""
    return ["-w=" + word.key, "-s=" + word.end, f"-c={word.shape[:1]}{word.key[-2:]}"]


def of_right(word: Word) -> list[str]:
    """Return the features of the word after the one to be tagged."""
    return ["+w=" + word.key, "+s=" + word.end, f"+c={word.shape[:1]}{word.key[-2:]}"]


def of_far_left(word: Word) -> list[str]:
    """Return the features of the word two before the one to be tagged."""
    return ["-2=" + word.key]


def of_far_right(word: Word) -> list[str]:
    """Return the features of the word two after the one to be tagged."""
    return ["+2=" + word.key]


def of_form(shape: str, key: str, mood: str, first: bool) -> list[str]:
    """Return the features of how the word is written, as against the rest of its sentence."""
    return [f"f={shape}{mood}{first}", f"fw={shape[:2]}{mood}{key}"]


def of_shapes(left: str, this: str, right: str, mood: str) -> list[str]:
    """Return the feature of how the word and its neighbours are written."""
    return [f"fff={left[:2]}|{this[:2]}|{right[:2]}|{mood}"]


def of_pair(left: str, right: str) -> list[str]:
    """Return the features of two words side by side, the left one being the one to be tagged."""
    return [f"w+={left}|{right}"]


def of_pair_before(left: str, right: str) -> list[str]:
    """Return the features of two words side by side, the right one being the one to be tagged."""
    return [f"-w={left}|{right}"]


def of_tags(second: str, first: str) -> list[str]:
    """Return the features of the two tags before."""
    return ["t=" + first, f"tt={second}|{first}"]


def of_tag_and_word(tag: str, key: str, end: str) -> list[str]:
    """Return the features of the tag before and the word to be tagged."""
    return [f"tw={tag}|{key}", f"ts={tag}|{end}"]


def of_tag_and_next(tag: str, key: str) -> list[str]:
    """Return the feature of the tag before and the word after."""
    return [f"tq={tag}|{key}"]
