"""Universal part-of-speech tags, by an averaged perceptron that goes from left to right.

After Collins (2002), "Discriminative training methods for hidden Markov models", trained by
scripts/train_tagger.py on UD English EWT. The weights (data/tagger.bin, CC BY-SA 4.0, see
data/tagger.LICENSE.md) are memory-mapped: for every feature one byte per tag. A row of weights
is read into one large integer with 16 bits for every tag, so that adding two integers adds the
scores of all tags at once; bytes are stored with 128 added, which shifts all tags alike.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from struct import Struct
from typing import Final, NamedTuple, overload

from factcheck.text import features as f
from factcheck.text.buckets import BUCKETS, MARKS, SLOTS, mapped, slot

FILE: Final = Path(__file__).parent.parent / "data" / "tagger.bin"
MAGIC: Final = b"FCPT0001"
TAGS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
WIDTH: Final = len(TAGS)
START: Final = "^"
# Signs that are never anything else; "-", "/" and "&" depend on the sentence.
SYMBOLS: Final = frozenset("$£€¥₹₽₩₺₴¢%‰°+=±×÷~©®™^|§√∞≈≤≥→←")
# Number words that are nothing else; "one" is a pronoun as well, "second" and "dozen" are none.
_NUMBERS: Final = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
    "million", "billion", "trillion",
))  # fmt: skip
_OPENERS: Final = frozenset("\"'([{\u201c\u2018\u00ab:*-\u2013\u2014")

_WORDS_CACHED: Final = 1 << 14
_PAIRS_CACHED: Final = 1 << 16
_SCORES: Final = Struct(f"<{WIDTH}H").unpack
_SCORE_BYTES: Final = 2 * WIDTH


class _Model:
    """The mapped file, and the words that have one tag wherever they stand."""

    def __init__(self, path: Path) -> None:
        data = mapped(path, MAGIC)
        at = len(MAGIC)
        length = int.from_bytes(data[at : at + 4], "little")
        self.data: mmap.mmap = data
        self.marks: int = at + 4 + length
        self.rows: int = self.marks + MARKS
        listed = data[at + 4 : self.marks].decode().split("\n")
        self.fixed: dict[str, str] = dict(line.split("\t") for line in listed if line)
        if len(data) != self.rows + BUCKETS * SLOTS * WIDTH:
            raise ValueError(f"{path} is damaged; install factcheck again")


@cache
def _model() -> _Model:
    return _Model(FILE)


def _score(names: Iterable[str]) -> int:
    """Return the sum of the rows of the features called `names`, 16 bits for every tag."""
    model = _model()
    total = 0
    for name in names:
        number = slot(model.data, model.marks, name)
        if number >= 0:
            at = model.rows + number * WIDTH
            spread = bytearray(_SCORE_BYTES)
            spread[::2] = model.data[at : at + WIDTH]
            total += int.from_bytes(spread, "little")
    return total


class _Known(NamedTuple):
    """A word with all that can be said of it whatever sentence it stands in.

    Attributes:
        word: the word as the features see it.
        certain: its only tag, or "".
        own, left, right, far_left, far_right: what it adds to the scores of itself, of the word
            after it (whose left neighbour it is), of the word before it, and of those beyond.
    """

    word: f.Word
    certain: str
    own: int
    left: int
    right: int
    far_left: int
    far_right: int


def _around(word: f.Word, certain: str, own: int) -> _Known:
    return _Known(
        word,
        certain,
        own,
        _score(f.of_left(word)),
        _score(f.of_right(word)),
        _score(f.of_far_left(word)),
        _score(f.of_far_right(word)),
    )


@lru_cache(maxsize=_WORDS_CACHED)
def _known(text: str) -> _Known:
    text = text.replace("’", "'")  # as the training text has it
    word = f.word(text)
    certain = certain_tag(text, word.key) or _model().fixed.get(word.key, "")
    return _around(word, certain, 0 if certain else _score(f.of_word(word)))


@cache
def _edge() -> _Known:
    return _around(f.EDGE, "", 0)


@lru_cache(maxsize=_WORDS_CACHED)
def _form(shape: str, key: str, mood: str, first: bool) -> int:
    return _score(f.of_form(shape, key, mood, first))


@lru_cache(maxsize=_WORDS_CACHED)
def _shapes(left: str, this: str, right: str, mood: str) -> int:
    return _score(f.of_shapes(left, this, right, mood))


@lru_cache(maxsize=_PAIRS_CACHED)
def _pair(left: str, right: str) -> tuple[int, int]:
    """Return what two words side by side add to the scores of the left and of the right one."""
    return _score(f.of_pair(left, right)), _score(f.of_pair_before(left, right))


@lru_cache(maxsize=_WORDS_CACHED)
def _tags(second: str, first: str) -> int:
    return _score(f.of_tags(second, first))


@lru_cache(maxsize=_PAIRS_CACHED)
def _tag_and_word(tag: str, key: str, end: str) -> int:
    return _score(f.of_tag_and_word(tag, key, end))


@lru_cache(maxsize=_PAIRS_CACHED)
def _tag_and_next(tag: str, key: str) -> int:
    return _score(f.of_tag_and_next(tag, key))


def certain_tag(text: str, key: str) -> str:
    """Return the tag that `text` has by its very characters (figures, signs), or ""."""
    if key[:1] == "#" and key != text:
        return "NUM"
    if key in _NUMBERS:
        return "NUM"
    if text in SYMBOLS:
        return "SYM"
    return "NUM" if text.isnumeric() else ""


def is_first(texts: Sequence[str], index: int) -> bool:
    """Return whether a word begins a sentence, a quotation or an aside: capitals mean little."""
    return index == 0 or texts[index - 1] in _OPENERS


_STOPS: Final = frozenset(".!?…:;)\"”’'")


def _with_edge(texts: Sequence[str]) -> list[_Known]:
    """What is known of each word, and of the two behind the last."""
    words, edge = [_known(text) for text in texts], _edge()
    # a headline without its stop is read as the sentence that it is
    closed = not texts or texts[-1] in _STOPS
    return words + ([edge, edge] if closed else [_known("."), edge])


def tag(texts: Sequence[str]) -> list[str]:
    """Tag the words of one sentence with the universal parts of speech.

    Args:
        texts: the tokens as written, cut as `factcheck.text.tokens` does.

    Returns:
        As many tags as texts, each of TAGS. Safe to call from many threads.
    """
    words, edge = _with_edge(texts), _edge()
    mood = f.mood(texts)
    second = first = START
    before = far_before = edge
    pair: tuple[int, int] | None = None  # of the word before and this one, where it is known
    tags = []
    for index in range(len(texts)):
        this, after = words[index], words[index + 1]
        chosen = this.certain
        if chosen:
            pair = None
        else:
            word, key = this.word, this.word.key
            left = pair or _pair(before.word.key, key)
            pair = _pair(key, after.word.key)
            total = (
                this.own
                + before.left
                + after.right
                + far_before.far_left
                + words[index + 2].far_right
                + _form(word.shape, key, mood, is_first(texts, index))
                + _shapes(before.word.shape, word.shape, after.word.shape, mood)
                + pair[0]
                + left[1]
                + _tags(second, first)
                + _tag_and_word(first, key, word.end)
                + _tag_and_next(first, after.word.key)
            )
            scores = _SCORES(total.to_bytes(_SCORE_BYTES, "little"))
            chosen = TAGS[scores.index(max(scores))]
        tags.append(chosen)
        far_before, before = before, this
        second, first = first, chosen
    return tags


class LazyTags(Sequence[str]):
    """The tags of one sentence, found when the first of them is asked for.

    Most sentences hold nothing that looks like a figure, and are read without any.
    """

    __slots__ = ("_found", "_texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._found: list[str] | None = None

    def _tags(self) -> list[str]:
        if self._found is None:
            self._found = tag(self._texts)
        return self._found

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        return self._tags()[index]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tags())

    def __len__(self) -> int:
        return len(self._texts)
