"""Questions whose right answer is known: what a reporter writes about a fact that is in the store.

A question is another wording of a claim of `claims_generator.py`: the story's next one, so that it
has other words for the same ("arrested", "took into custody"); every figure has other digits; the
first word that `questions.toml` knows has another tense or number; and in every tenth a letter is
dropped, doubled, exchanged or swapped with the next, inside a name or another long word.

With its figures changed a question may be about several claims: all that differ in nothing else.
Any of them is a right answer; how often the very one that was put into other words is found is
counted as well.
"""

from __future__ import annotations

import json
import re
import tomllib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import NamedTuple

from claims_generator import NUMBERS, Fact
from claims_words import Slot

_INFLECTED = Path(__file__).with_name("questions.toml")
_MISSPELT = 10  # one question in so many
_LONG = 5  # letters of a word that is misspelt
_BYTES = 8  # of a digest of a fact
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?|\b(?:" + "|".join(_SMALL) + r")\b")
_WORD = re.compile(r"[a-z]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Question(NamedTuple):
    """One question.

    Attributes:
        text: its wording.
        number: the place of its claim in the stream.
        right: the places of all claims that say the same but for figures.
        misspelt: whether a letter is wrong.
    """

    text: str
    number: int
    right: tuple[int, ...]
    misspelt: bool


class Gathering:
    """Picks questions from a stream of facts that passes by.

    Args:
        count: how many facts there will be.
        wanted: how many questions are wanted.
        seed: of all chance.
    """

    def __init__(self, count: int, wanted: int, seed: int) -> None:
        self._step, self._wanted = max(1, count // wanted), wanted
        self._random = Random(f"questions {seed}")
        self._said = array("Q")
        self._picked: list[Fact] = []

    def passing(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """The same facts, looked at on their way."""
        for fact in facts:
            self._said.append(_said(fact))
            if fact.number % self._step == 0 and len(self._picked) < self._wanted:
                self._picked.append(fact)
            yield fact

    def questions(self) -> list[Question]:
        """The questions about what has passed, in an order that nothing decides."""
        asked = {self._said[fact.number] for fact in self._picked}
        same: defaultdict[int, list[int]] = defaultdict(list)
        for number, said in enumerate(self._said):
            if said in asked:
                same[said].append(number)
        inflected = tomllib.loads(_INFLECTED.read_text(encoding="utf-8"))["inflected"]
        self._random.shuffle(self._picked)
        found = []
        for at, fact in enumerate(self._picked):
            text = _inflected(_refigured(fact, self._random).text(1), inflected)
            misspelt = misspelled(text, self._random) if at % _MISSPELT == 0 else text
            right = tuple(same[self._said[fact.number]])
            found.append(Question(misspelt, fact.number, right, misspelt != text))
        return found


def write(questions: Sequence[Question], path: Path) -> None:
    """Keep questions in a file."""
    path.write_text(json.dumps(questions), encoding="utf-8")


def read(path: Path) -> list[Question]:
    """The questions that were kept."""
    told = json.loads(path.read_text(encoding="utf-8"))
    return [Question(text, number, tuple(right), bad) for text, number, right, bad in told]


def misspelled(text: str, random: Random) -> str:
    """The text with one wrong letter inside a name, or inside a long word where it has none."""
    words = [m for m in re.finditer(r"[A-Za-z]+", text) if len(m.group()) >= _LONG]
    names = [m for m in words if m.start() and m.group()[0].isupper()]
    if not words:
        return text
    word = random.choice(names or words)
    at = random.randrange(word.start() + 1, word.end() - 1)
    letter, after = text[at], text[at + 1]
    other = random.choice([one for one in _LETTERS if one != letter])
    ways = [letter + letter + after, after, other + after]
    if letter != after:
        ways.append(after + letter)
    return text[:at] + random.choice(ways) + text[at + 2 :]


def changed(figure: str, random: Random) -> str:
    """A figure with other digits, or another of the small numbers in words."""
    if figure in _SMALL:
        return random.choice([word for word in _SMALL if word != figure])
    first = random.choice([digit for digit in "123456789" if digit != figure[0]])
    rest = (random.choice("0123456789") if c.isdigit() else c for c in figure[1:])
    return first + "".join(rest)


def _refigured(fact: Fact, random: Random) -> Fact:
    """The fact with other figures; dates are no figures, they say which fact it is."""
    filled = dict(fact.filled)
    for name, slot in fact.story.slots.items():
        if slot.sort in NUMBERS:
            filled[name] = _FIGURE.sub(lambda m: changed(m.group(), random), filled[name])
    return fact._replace(filled=filled)


def _inflected(text: str, inflected: dict[str, str]) -> str:
    for match in _WORD.finditer(text):
        if match.group() in inflected:
            return text[: match.start()] + inflected[match.group()] + text[match.end() :]
    return text


def _said(fact: Fact) -> int:
    """A digest of all that a fact says but for its figures; who tells it is no part of that."""
    parts = fact.story.wordings[0]
    told = [p if isinstance(p, str) else fact.filled[p.name] for p in parts if not _is_figure(p)]
    whole = "\0".join(told).encode()
    return int.from_bytes(blake2b(whole, digest_size=_BYTES).digest(), "little")


def _is_figure(part: str | Slot) -> bool:
    return isinstance(part, Slot) and part.sort in NUMBERS
