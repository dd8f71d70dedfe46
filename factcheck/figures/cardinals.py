"""Cardinal words: "three hundred", "one hundred and five", "nineteen hundred"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.wording import tables
from factcheck.text.tokens import Tokens

ARTICLES: Final = frozenset({"a", "an"})
# From here on a magnitude closes a group of digits, and may itself be multiplied.
BIG: Final = 1000


def read_cardinal(tokens: Tokens, i: int, joined: bool) -> tuple[Fraction, int] | None:
    """The number in words that starts at token `i`: its value and the token after it.

    Args:
        tokens: the text.
        i: where it starts, an article included.
        joined: whether "and" may join its parts.
    """
    return _Reader(tokens, i, joined).read()


class _Reader:
    """A left-to-right reader of cardinal words.

    `total` holds what is closed by a magnitude, `group` the number below one thousand that is
    being read; "and" is taken back where what follows it cannot belong to the same number.
    """

    def __init__(self, tokens: Tokens, i: int, joined: bool) -> None:
        self.tokens, self.i, self.joined = tokens, i, joined
        self.total, self.group, self.limit = 0, -1, 0
        self.room = 100  # what the next small word has to stay below
        self.hundreds = False  # whether the first group of three digits holds "hundred"

    def read(self) -> tuple[Fraction, int] | None:
        """The value and the token after it."""
        lowers, start = self.tokens.lowers, self.i
        if lowers[start] in ARTICLES:
            self.group, self.room, self.i = 1, 0, start + 1
        elif lowers[start] == "hundred" and self._bare_hundred(start):
            self.group, self.room, self.i = 100, 0, start + 1
        while self.i < len(lowers) and self._step(lowers[self.i]):
            pass
        if self.i == start or (lowers[start] in ARTICLES and self.i == start + 1):
            return None
        return Fraction(self.total + max(self.group, 0)), self.i

    def _bare_hundred(self, start: int) -> bool:
        """ "Hundred thousand dollars": the one before it is left out, and no hyphen is."""
        lowers = self.tokens.lowers
        following = lowers[start + 1] if start + 1 < len(lowers) else ""
        joined = start and lowers[start - 1] == "-"
        return not joined and tables()["magnitudes"].get(following, 0) >= BIG

    def _step(self, word: str) -> bool:
        table = tables()
        small = table["small"].get(word)
        if small is not None:
            return self._small(small)
        magnitude = table["magnitudes"].get(word)
        if magnitude is not None:
            return self._magnitude(magnitude)
        if word == "and" and self.joined:
            return self._and()
        if word == "," and self.joined:
            return self._comma()
        return word == "-" and self._hyphen()

    def _small(self, value: int) -> bool:
        if value >= self.room or (value == 0 and self.group >= 0):
            return False
        self.group = max(self.group, 0) + value
        self.room = 10 if value >= 20 and value % 10 == 0 else 0
        self.i += 1
        return True

    def _magnitude(self, value: int) -> bool:
        if value == 100:
            if not 0 < self.group < 100:
                return False
            self.group *= 100
            self.room = 100
            self.hundreds = self.hundreds or not self.total
        elif self.group > 0 and (not self.limit or value < self.limit):
            self.total += self.group * value
            self.group, self.room, self.limit = -1, 100, value
        elif self.group < 0 and self.total and value > self.limit >= BIG:
            self.total *= value  # "two lakh crore", "a thousand billion"
            self.limit = value
        else:
            return False
        self.i += 1
        return True

    def _and(self) -> bool:
        """Go past "and" if the words behind it belong to this number."""
        closed = self.group < 0 and self.total
        hundreds = self.group >= 100 and self.room == 100
        if not (closed or hundreds):
            return False
        at = self.i + 1 + (self.tokens.texts[self.i + 1 : self.i + 2] == ("-",))
        following = _Reader(self.tokens, at, False)
        first = self.tokens.lowers[at] if at < len(self.tokens) else ""
        if not tables()["small"].get(first) or self._part_follows(first, at + 1):
            return False
        read = following.read()
        if read is None or (hundreds and following.hundreds):
            return False
        if closed and read[0] >= self.limit:
            return False
        self.i = at
        return True

    def _comma(self) -> bool:
        """Go past the comma of "one thousand, nine hundred", and no other."""
        if self.group >= 0 or not self.total or self.i + 1 >= len(self.tokens):
            return False
        if not tables()["small"].get(self.tokens.lowers[self.i + 1]):
            return False
        following = _Reader(self.tokens, self.i + 1, False)
        read = following.read()
        if read is None or read[0] >= self.limit or read[0] < 100:
            return False
        if self.tokens.lowers[read[1] : read[1] + 1] == (",",):
            return False  # a list
        self.i += 1
        return True

    def _part_follows(self, top: str, at: int) -> bool:
        """Whether "and" goes on with a fraction: "two million and three quarters".

        "Two hundred and one third graders" does not; of single parts only a half does.
        """
        lowers, table = self.tokens.lowers, tables()
        at += lowers[at : at + 1] == ("-",)
        word = lowers[at] if at < len(lowers) else ""
        if top == "one":
            return word == "half"
        return bool(table["small"][top] < table["fraction_plurals"].get(word, 0))

    def _hyphen(self) -> bool:
        """Go past the hyphen of "twenty-one", "three-hundred" and "one-hundred-and-five"."""
        tokens, i = self.tokens, self.i
        if not (tokens.glued(i) and tokens.glued(i + 1)) or self.group < 0 or i == 0:
            return False
        word = tokens.lowers[i + 1]
        small = tables()["small"].get(word)
        if small is not None:
            if not (self.room == 10 and 0 < small < 10):
                return False
        elif word not in tables()["magnitudes"] and word != "and":
            return False
        self.i += 1
        if self._step(word):
            return True
        self.i -= 1
        return False
