"""What every reader of figures looks at: the tokens, their classes and the word tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

from factcheck.figures.number import Number
from factcheck.figures.unit_data import UnitTable
from factcheck.figures.wording import tables
from factcheck.model import Hedge, Interval, Kind, PartialDate, Unit
from factcheck.policy import Policy
from factcheck.text.tokens import Tokens

_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_STARTERS: Final = frozenset(".:;!?\"“”‘'`(-–—•*[/")


@dataclass(slots=True)
class Scan:
    """One text under reading.

    Attributes:
        tokens: its tokens.
        tags: their universal classes, as many as there are tokens.
        policy: widths of the intervals.
        words: the tables of `wording.build`.
        blocked: tokens inside addresses and the like, which are never read.
        units: forms of the user's own units, from `units.user_units`.
        count: how many tokens there are.
        headline: whether `titled`; found when first asked for.
        found: the tags as a list, which is looked up fastest; made when first asked for.
        sport: whether a contest is spoken of; found when first asked for.
        firsts: the first token of each word class; found when first asked for.
    """

    tokens: Tokens
    tags: Sequence[str]
    policy: Policy
    words: Mapping[str, Any] = field(default_factory=tables)
    blocked: frozenset[int] = frozenset()
    units: UnitTable | None = None
    sport: bool | None = None
    firsts: Mapping[str, int] | None = None
    count: int = 0
    headline: bool | None = None
    found: list[str] | None = None

    def __post_init__(self) -> None:
        self.count = len(self.tokens.texts)

    @property
    def titled(self) -> bool:
        """Whether the text is set in title case, where capitals say nothing."""
        if self.headline is None:
            self.headline = _is_titled(self.tokens)
        return self.headline

    def lower(self, i: int) -> str:
        """Token `i` in lower case, "" outside the text."""
        return self.tokens.lowers[i] if 0 <= i < self.count else ""

    def text(self, i: int) -> str:
        """Token `i` as written, "" outside the text."""
        return self.tokens.texts[i] if 0 <= i < self.count else ""

    def tag(self, i: int) -> str:
        """The word class of token `i`, "" outside the text."""
        if self.found is None:
            self.found = list(self.tags)
        return self.found[i] if 0 <= i < self.count else ""

    def glued(self, i: int) -> bool:
        """Whether token `i` touches its predecessor."""
        tokens = self.tokens
        return 0 < i < self.count and tokens.starts[i] == tokens.ends[i - 1]

    def hyphened(self, i: int) -> bool:
        """Whether token `i` is a hyphen between two words."""
        tokens = self.tokens
        return (
            0 < i < self.count - 1
            and tokens.texts[i] in "-‐‑"
            and tokens.glued(i)
            and tokens.glued(i + 1)
        )

    def starts(self, i: int) -> bool:
        """Whether token `i` begins the text, a sentence or a quotation."""
        if i <= 0:
            return True
        before = self.tokens.texts[i - 1]  # also "--", "''" and "..."
        return before[0] in _STARTERS and not before[-1].isalnum()

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return self.text(i)[:1].isupper()

    def noun(self, i: int) -> bool:
        """Whether token `i` is tagged a noun or a name."""
        return self.tag(i) in _NOUNS

    def plural(self, i: int) -> bool:
        """Whether token `i` looks like a plural noun, which a number can count."""
        word = self.lower(i)
        if word in self.words["plurals"] or self._types(i):
            return True
        return len(word) > 3 and word[-1] == "s" and word[-2] not in "s'u" and self.noun(i)

    def like_plural(self, i: int) -> bool:
        """Whether a plural behind a number may be tagged a verb: "40 trucks a day"."""
        return self.tag(i) == "VERB" and self.lower(i)[-1:] == "s"

    def _types(self, i: int) -> bool:
        """Whether the plural of a type stands at token `i`: "F-16s", "C-130s"."""
        letter = self.text(i)
        joined = len(letter) == 1 and letter.isupper() and self.hyphened(i + 1)
        number = joined and self.text(i + 2)[:1].isdecimal()
        return number and (self.text(i + 2)[-1:] == "s" or self.text(i + 3) == "s")

    def counts(self, i: int) -> bool:
        """Whether a plural noun follows from token `i` on, past at most three describing words."""
        for k in range(i, i + 4):
            if self.plural(k):
                return True
            if self.tag(k) not in {"ADJ", "NOUN", "PROPN", "ADV"} and not self.hyphened(k):
                return False
        return False

    def first_tagged(self, tag: str) -> int:
        """The first token of a word class; `count` where there is none."""
        if self.firsts is None:
            self.firsts = {tag: i for i, tag in reversed(list(enumerate(self.tags)))}
        return self.firsts.get(tag, self.count)

    def in_contest(self) -> bool:
        """Whether a word of contests stands anywhere in the text."""
        if self.sport is None:
            listed = self.words["score_words"]
            self.sport = any(lower in listed for lower in self.tokens.lowers)
        return self.sport


def _is_titled(tokens: Tokens) -> bool:
    """Whether nearly all longer words are capitalised, as in a headline."""
    capitals = longer = 0
    for text in tokens.texts[:60]:
        if len(text) > 3 and text[0].isalpha():
            longer += 1
            capitals += text[0].isupper()
    if longer < 4:
        return longer > 1 and capitals == longer
    return capitals * 10 >= longer * 8


@dataclass(slots=True)
class Amount:
    """A number with its sign, currency or unit, or a range of two of them.

    Attributes:
        number: the number as written; of a range, its first.
        value: nominal value with its sign; None for ranges and vague words.
        low, high, low_open, high_open: what the words themselves allow.
        precision: place of the last significant digit.
        first, last: tokens of the figure's text.
        end: the token after the unit's words.
        unit: the unit, None for a bare count.
        hedge: RANGE or MARGIN where those were read, else PLAIN.
        hyphened: joined to its unit or noun by a hyphen.
        sign: whether a sign was written ("+3%", "−3%").
        start: the first token, "between" included.
        rules: names of the readers.
    """

    number: Number
    value: Fraction | None
    low: Fraction
    high: Fraction
    precision: Fraction | None
    first: int
    last: int
    end: int
    unit: Unit | None = None
    high_open: bool = False
    hedge: Hedge = Hedge.PLAIN
    hyphened: bool = False
    sign: bool = False
    start: int = -1
    parts: tuple[Fraction, ...] = ()
    rules: list[str] = field(default_factory=list)
    low_open: bool = False


@dataclass(slots=True)
class Draft:
    """A figure before it is frozen; the fields are those of `Figure` and `Reading`."""

    kind: Kind
    first: int
    last: int
    outer_first: int
    outer_last: int
    interval: Interval
    value: Fraction | None
    precision: Fraction | None = None
    hedge: Hedge = Hedge.PLAIN
    unit: Unit | None = None
    parts: tuple[Fraction, ...] = ()
    date: PartialDate | None = None
    direction: int = 0
    rules: tuple[str, ...] = ()
