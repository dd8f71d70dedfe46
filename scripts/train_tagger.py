"""Train the part-of-speech tagger and write the tables that factcheck ships.

    python scripts/train_tagger.py --treebank DIR --wordnet oewn.sqlite

DIR holds ewt-{train,dev,test}.jsonl.gz, a sentence a line, tokens as [form, lemma, tag, ...]
(Universal Dependencies English EWT, CC BY-SA 4.0). oewn.sqlite has the table
sense(lemma, pos, ...) (Open English WordNet, CC BY 4.0). The same inputs give the same files,
byte for byte, on every machine: one seed, integers only, no hash of a set decides anything.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import sqlite3
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from factcheck.text import buckets, features, tagger, wordclass
from factcheck.text.lemma import FILE as LEMMAS
from factcheck.text.tokens import tokenize

SEED = 20250304
EPOCHS = 14
# A feature has to occur twice to be learned from: one occurrence teaches the word, not English.
RARE = 2
# 17 lanes of one integer: 32 bits hold any weight, 64 any weight times the number of steps.
BITS, SUM_BITS = 32, 64
# Stored weights are bytes: this many steps to one unit of the perceptron's. Fewer than one row in
# 10,000 is cut off at the end of a byte, and 16 bits were no more accurate on the dev part.
SCALE, MOST = 5, 127
# Words that have one tag in 99.7% of 60 uses (20 for signs) are not worth a question.
CERTAIN, USES, USES_OF_SIGN = 0.997, 60, 20
# How often each line of the project's own news sentences is read.
NEWS_COPIES = 6
UNTAGGED = ""
SMALL_IN_TITLES = frozenset({"ADP", "DET", "CCONJ", "PART"})

Sentence = list[tuple[str, str]]
_TAG = {tag: index for index, tag in enumerate(tagger.TAGS)}
_START = len(_TAG)
_NAMES = [*tagger.TAGS, tagger.START]
_BIAS = sum(1 << BITS * lane + BITS - 1 for lane in range(len(_TAG)))
_LANES = Struct(f"<{len(_TAG)}I")
_SUM_BIAS = sum(1 << SUM_BITS * lane + SUM_BITS - 1 for lane in range(len(_TAG)))
_SUM_LANES = Struct(f"<{len(_TAG)}Q")


def read(path: Path) -> list[list[tuple[str, str, str]]]:
    """Return the sentences of a treebank file as (form, lemma, tag)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [[(form, lemma, tag) for form, lemma, tag, *_ in json.loads(line)] for line in lines]


def whole_tokens(sentence: Iterable[tuple[str, str, str]]) -> Sentence:
    """Keep the treebank's words as they are."""
    return [(form, tag) for form, _, tag in sentence]


def own_tokens(sentence: Iterable[tuple[str, str, str]]) -> Sentence:
    """Cut the treebank's words where factcheck's tokenizer cuts them ("11k", "e-mail", "9:30")."""
    cut: Sentence = []
    for form, _, tag in sentence:
        pieces = tokenize(form + " x").texts[:-1]
        if len(pieces) < 2 or form[:1] in "'\u2019`" or form.lower() in ("n't", "n\u2019t"):
            cut.append((form, tag))
            continue
        cut += ((piece, _piece_tag(piece, tag, index)) for index, piece in enumerate(pieces))
    return cut


def _piece_tag(piece: str, tag: str, index: int) -> str:
    if piece.isnumeric() or piece[0].isdigit():
        return "NUM"
    if not piece[0].isalnum():
        return "SYM" if tag == "SYM" or piece in tagger.SYMBOLS else "PUNCT"
    return "NOUN" if tag == "NUM" and index else tag  # the "k" of "11k", the "am" of "5am"


def read_news(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of tagger_news.txt; most words of a sentence carry no tag."""
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            words = (word.rpartition("/") for word in line.split())
            yield [(form or tag, tag if form else UNTAGGED) for form, _, tag in words]


def titled(sentence: Sentence) -> Sentence:
    """Write A Sentence Like This."""
    return [
        (form if index and tag in SMALL_IN_TITLES else form[:1].upper() + form[1:], tag)
        for index, (form, tag) in enumerate(sentence)
    ]


def shouted(sentence: Sentence) -> Sentence:
    """WRITE A SENTENCE LIKE THIS."""
    return [(form.upper(), tag) for form, tag in sentence]


def augmented(sentences: Sequence[Sentence], chance: random.Random) -> Iterator[Sentence]:
    """Add copies in other cases: headlines, capitals, a beginning without its capital."""
    for sentence in sentences:
        yield sentence
        draw = chance.random()
        form, tag = sentence[0]
        if draw < 0.12:
            yield titled(sentence)
        elif draw < 0.16:
            yield shouted(sentence)
        elif draw < 0.30 and tag != "PROPN" and form != "I":
            yield [(form.lower(), tag), *sentence[1:]]


class Place(NamedTuple):
    """One word to be learned: the features that do not depend on the tags before it."""

    still: list[int]
    key: str
    end: str
    next_key: str
    gold: int  # -1 where no tag is given: nothing is learned there
    certain: bool


class Trainer:
    """An averaged perceptron whose 17 weights of a feature are the lanes of one integer."""

    def __init__(self, fixed: dict[str, str]) -> None:
        self.fixed = fixed
        self.ids: dict[str, int] = {}
        self.weights: list[int] = []
        self.sums: list[int] = []
        self.step = 0
        self._moving: dict[tuple[object, ...], list[int]] = {}

    def number(self, names: Iterable[str]) -> list[int]:
        """Return the numbers of features, new ones included."""
        numbers = []
        for name in names:
            number = self.ids.setdefault(name, len(self.ids))
            if number == len(self.weights):
                self.weights.append(0)
                self.sums.append(0)
            numbers.append(number)
        return numbers

    def places(self, sentence: Sentence) -> list[Place]:
        """Prepare a sentence."""
        texts = [form for form, _ in sentence]
        edge = features.EDGE
        words = [edge, edge, *map(features.word, texts), edge, edge]
        mood = features.mood(texts)
        found = []
        for index, (text, gold) in enumerate(sentence):
            far_left, left, this, right, far_right = words[index : index + 5]
            names = [
                *features.of_word(this),
                *features.of_left(left),
                *features.of_right(right),
                *features.of_far_left(far_left),
                *features.of_far_right(far_right),
                *features.of_form(this.shape, this.key, mood, tagger.is_first(texts, index)),
                *features.of_shapes(left.shape, this.shape, right.shape, mood),
                *features.of_pair(this.key, right.key),
                *features.of_pair_before(left.key, this.key),
            ]
            certain = bool(tagger.certain_tag(text, this.key)) or this.key in self.fixed
            found.append(
                Place(
                    self.number(names), this.key, this.end, right.key, _TAG.get(gold, -1), certain
                )
            )
        return found

    def moving(self, second: int, first: int, place: Place) -> list[int]:
        """Return the features that depend on the two tags before `place`."""
        key = (second, first, place.key, place.next_key)
        numbers = self._moving.get(key)
        if numbers is None:
            name = _NAMES[first]
            numbers = self._moving[key] = self.number(
                [
                    *features.of_tags(_NAMES[second], name),
                    *features.of_tag_and_word(name, place.key, place.end),
                    *features.of_tag_and_next(name, place.next_key),
                ]
            )
        return numbers

    def learn(self, sentence: Sequence[Place]) -> int:
        """Go through a sentence once and return the number of mistakes made."""
        weights, sums = self.weights, self.sums
        second = first = _START
        mistakes = 0
        for place in sentence:
            guess = place.gold
            if not place.certain or guess < 0:
                self.step += 1
                numbers = place.still + self.moving(second, first, place)
                total = _BIAS
                for number in numbers:
                    total += weights[number]
                lanes = _LANES.unpack(total.to_bytes(_LANES.size, "little"))
                guess = lanes.index(max(lanes))
                if guess != place.gold >= 0:
                    mistakes += 1
                    change = (1 << BITS * place.gold) - (1 << BITS * guess)
                    later = ((1 << SUM_BITS * place.gold) - (1 << SUM_BITS * guess)) * self.step
                    for number in numbers:
                        weights[number] += change
                        sums[number] += later
            second, first = first, guess
        return mistakes

    def rows(self) -> dict[str, list[int]]:
        """Return the averaged weights of every feature that has any, in steps of a byte."""
        found = {}
        for name, number in self.ids.items():
            weight, later = self.weights[number], self.sums[number]
            if weight or later:
                now = _LANES.unpack((weight + _BIAS).to_bytes(_LANES.size, "little"))
                sums = _SUM_LANES.unpack((later + _SUM_BIAS).to_bytes(_SUM_LANES.size, "little"))
                found[name] = [
                    _average(value - (1 << BITS - 1), total - (1 << SUM_BITS - 1), self.step)
                    for value, total in zip(now, sums, strict=True)
                ]
        return found


def _average(weight: int, later: int, steps: int) -> int:
    """Return the mean weight over all steps, scaled, rounded and cut off, without a float."""
    doubled = 2 * SCALE * (weight * steps - later)
    return max(-MOST, min(MOST, (doubled + steps) // (2 * steps)))


def certain_words(sentences: Iterable[Sentence]) -> dict[str, str]:
    """Return the words that have one tag wherever they stand."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for form, tag in sentence:
            if tag != UNTAGGED:
                counts[features.word(form).key][tag] += 1
    found = {}
    for key, tags in sorted(counts.items()):
        tag, most = tags.most_common(1)[0]
        uses = sum(tags.values())
        if uses >= (USES if key.isalpha() else USES_OF_SIGN) and most >= CERTAIN * uses:
            found[key] = tag
    return found


def train(
    sentences: Sequence[Sentence], news: list[Sentence]
) -> tuple[dict[str, str], dict[str, list[int]]]:
    """Return the words of one tag, and the weights of the features."""
    chance = random.Random(SEED)
    data = [*augmented(sentences, chance), *news * NEWS_COPIES]
    trainer = Trainer(certain_words(data))
    prepared = [trainer.places(sentence) for sentence in data]
    uses = Counter(number for sentence in prepared for place in sentence for number in place.still)
    prepared = [
        [
            place._replace(still=[number for number in place.still if uses[number] >= RARE])
            for place in sentence
        ]
        for sentence in prepared
    ]
    learned = sum(not place.certain for sentence in prepared for place in sentence)
    for epoch in range(EPOCHS):
        chance.shuffle(prepared)
        mistakes = sum(map(trainer.learn, prepared))
        print(f"epoch {epoch + 1}: {mistakes / learned:.2%} of {learned} wrong", flush=True)
    return trainer.fixed, trainer.rows()


def write_weights(path: Path, fixed: dict[str, str], rows: dict[str, list[int]]) -> None:
    """Write the table that `factcheck.text.tagger` maps."""
    listed = "\n".join(f"{key}\t{tag}" for key, tag in sorted(fixed.items())).encode()
    worth = {name: sum(map(abs, row)) for name, row in rows.items()}
    kept = {name: bytes(value + 128 for value in row) for name, row in rows.items() if worth[name]}
    table = buckets.packed(kept, tagger.WIDTH, worth)
    path.write_bytes(tagger.MAGIC + len(listed).to_bytes(4, "little") + listed + table)
    print(f"{len(kept)} features, {len(fixed)} words of one tag")


def write_classes(path: Path, wordnet: Path, irregular: Path) -> None:
    """Write the table that `factcheck.text.wordclass` maps."""
    bits = {"n": wordclass.NOUN, "v": wordclass.VERB, "r": wordclass.ADVERB}
    found: dict[str, int] = defaultdict(int)
    with sqlite3.connect(f"{wordnet.resolve().as_uri()}?mode=ro&immutable=1", uri=True) as store:
        for lemma, pos in store.execute("select distinct lemma, pos from sense"):
            if lemma.replace("'", "").isalpha():
                found[lemma] |= bits.get(pos, wordclass.ADJECTIVE)
    forms = tomllib.loads(irregular.read_text("utf-8"))
    for kind, bit in (("verbs", wordclass.PAST), ("nouns", wordclass.PLURAL)):
        for written in forms[kind].values():
            for form in written.split():
                found[form] |= bit
    entries = {lemma: bytes([value]) for lemma, value in found.items()}
    # A short word is a common one: where a bucket is full, the longest are left out.
    table = buckets.packed(entries, 1, {lemma: -len(lemma) for lemma in entries})
    path.write_bytes(wordclass.MAGIC + table)
    wordclass.classes.cache_clear()
    print(f"{len(entries)} words with classes")


def accuracy(sentences: Iterable[Sentence]) -> float:
    """Return the share of words that the shipped tagger tags as the treebank does."""
    right = total = 0
    for sentence in sentences:
        guesses = tagger.tag([form for form, _ in sentence])
        right += sum(guess == tag for guess, (_, tag) in zip(guesses, sentence, strict=True))
        total += len(sentence)
    return right / total


def report(name: str, sentences: Sequence[list[tuple[str, str, str]]]) -> None:
    """Print how well the tagger does on sentences that it was not trained on."""
    own = [own_tokens(sentence) for sentence in sentences]
    print(f"{name}, as cut by the treebank: {accuracy(map(whole_tokens, sentences)):.2%}")
    print(f"{name}, as cut by factcheck: {accuracy(own):.2%}")
    print(f"{name}, Like A Title: {accuracy(map(titled, own)):.2%}")
    print(f"{name}, IN CAPITALS: {accuracy(map(shouted, own)):.2%}", flush=True)


def main() -> None:
    """Build both tables and print how good and which they are."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--treebank", type=Path, required=True)
    options.add_argument("--wordnet", type=Path, required=True)
    chosen = options.parse_args()
    # The classes first: the tagger learns from them.
    write_classes(wordclass.FILE, chosen.wordnet, LEMMAS)
    web = read(chosen.treebank / "ewt-train.jsonl.gz")
    news = list(read_news(Path(__file__).parent / "tagger_news.txt"))
    write_weights(tagger.FILE, *train([own_tokens(sentence) for sentence in web], news))
    for name in ("dev", "test"):
        report(name, read(chosen.treebank / f"ewt-{name}.jsonl.gz"))
    for path in (wordclass.FILE, tagger.FILE):
        content = path.read_bytes()
        print(f"{hashlib.sha256(content).hexdigest()}  {path.name}  {len(content)} bytes")


if __name__ == "__main__":
    main()
