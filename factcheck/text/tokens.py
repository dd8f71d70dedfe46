"""Cutting a text into tokens without changing a character of it.

Words follow the Universal Dependencies convention that the tagger was trained on: "can't" is
"ca" + "n't", "Yu's" is "Yu" + "'s", hyphens stand alone ("25-year-old" is five tokens).
Digits are kept apart from letters ("11k" is "11" + "k", "2½m" is "2" + "½" + "m"), so that every
reader sees the number and what is written on to it; "CO2" alone is one word. A run of one sign
("...", "--", "___") is one token. The stop of an abbreviation belongs to it ("Gen.", "No." before
a number, "U.S."), that of a sentence stands alone. Offsets are code points of the original text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.text.abbreviations import keeps_stop

LOCALE = "en-GB"  # of a text of which nothing else is said

_TOKEN = re.compile(
    r"""
    (?= \S ) (?:                                       # white space is told by one look
    (?P<plain> CO2 (?! \w ) | [a-zA-Z]{2,} (?! [^\W\d_] | [\u0300-\u036f] ) )  # most, told fastest
  | (?P<abbr> (?:[^\W\d_]\.){2,}                        # U.S.  a.m.  e.g.
            | [^\W\d_]\.[^\W\d_] (?! \w ) )            # p.m  U.S
  | (?P<num>  [0-9]+ (?: [.,] [0-9]+ )* )              # 3,500  2.5  06  1.234,5
  | (?P<part> [¼-¾⅐-⅞] )                               # ½, ⅔: letters to a pattern, else
  | (?P<word> [^\W\d_¼-¾⅐-⅞]+ (?: [\u0300-\u036f]+ [^\W\d_]* )* )
  | (?P<digit> \d )                                    # a digit of another script
  | (?P<run>  \.{2,} | -{2,} | _{2,} | ={2,} | \*{2,} | ~{2,} )
  | (?P<sym>  \S )
    )
    """,
    re.VERBOSE,
)
_WORDS = frozenset({"plain", "word"})
_APOSTROPHES = frozenset("'\u2019\u02bc")
_CLITICS = frozenset({"s", "m", "d", "re", "ve", "ll"})
_CONTRACTED = frozenset((
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "wo", "would", "could",
    "should", "ca", "might", "must", "need", "ai", "sha",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, as parallel tuples.

    Attributes:
        source: the original text that the offsets point into.
        texts: each token as written.
        lowers: the same in lower case, with curly apostrophes made straight.
        starts, ends: half-open code-point offsets into `source`.
        locale: where the text was written, as a language tag: how its numbers and dates are read.
    """

    source: str
    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    locale: str = LOCALE

    def __len__(self) -> int:
        return len(self.texts)

    def glued(self, index: int) -> bool:
        """Whether token `index` follows its predecessor without white space."""
        starts = self.starts
        return 0 < index < len(starts) and starts[index] == self.ends[index - 1]

    def cut(self, first: int, last: int) -> str:
        """The original text from token `first` up to, not including, token `last`."""
        return self.source[self.starts[first] : self.ends[last - 1]] if last > first else ""


def tokenize(text: str, start: int = 0, end: int | None = None, locale: str = LOCALE) -> Tokens:
    """Cut `text[start:end]` into tokens; offsets count from the start of `text` itself."""
    pieces = _pieces(text, start, len(text) if end is None else end)
    if not pieces:
        return Tokens(text, (), (), (), (), locale)
    texts = tuple([text[a:b] for a, b in pieces])
    # no token holds a line break, and none changes the small letters of its neighbours over one
    lowers = "\n".join(texts).lower().replace("\u2019", "'").split("\n")
    starts, ends = zip(*pieces, strict=True)
    return Tokens(text, texts, tuple(lowers), starts, ends, locale)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text, start, end):
        a, b = match.span()
        if found and found[-1][1] == a:
            if match.lastgroup in _WORDS and _joins_clitic(text, found, a, b):
                continue
            if match.lastgroup == "sym" and text[a] == "." and _stop_joins(text, found, b, end):
                found[-1] = (found[-1][0], b)
                continue
        found.append((a, b))
    return found


def _stop_joins(text: str, found: list[tuple[int, int]], at: int, end: int) -> bool:
    """Whether the full stop that ends at `at` belongs to the word before it."""
    c, d = found[-1]
    before = text[found[-2][0] : found[-2][1]] if len(found) > 1 else ""
    return keeps_stop(text[c:d], before, text, at, end)


def _joins_clitic(text: str, found: list[tuple[int, int]], a: int, b: int) -> bool:
    """Merge the apostrophe before `text[a:b]` with it, for 's, 'll, n't and their like."""
    c, d = found[-1]
    if text[c:d] not in _APOSTROPHES:
        return False
    word = text[a:b].lower()
    before = found[-2] if len(found) > 1 and found[-2][1] == c else None
    if word == "t" and before is not None and text[before[1] - 1 : before[1]].lower() == "n":
        stem = text[before[0] : before[1] - 1]
        if stem.lower() in _CONTRACTED:
            found[-2:] = [(before[0], before[1] - 1), (before[1] - 1, b)]
            return True
    alone = c > 0 and text[c - 1] == " " and not text[b : b + 1].isalnum()  # "the world 's"
    if word in _CLITICS and (before is not None or (alone and len(found) > 1)):
        found[-1] = (c, b)
        return True
    return False
