"""Other ways to find a claim, side by side: rapidfuzz, SQLite's FTS5, bm25s.

Each is given the texts and the questions with their figures masked, so that no digit is a word. An
engine is built in a folder, opened from it, and asked until all questions or the seconds are up;
the questions come in a random order, so that the first of them stand for all.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from answering import recall
from checking import FIRST, quantile
from questions import Question

_FIGURE = re.compile(r"\d[\d,.]*")
_TERM = re.compile(r"[^\W\d_]+")
_RAREST = 8
_PERCENTS = (50, 99)


class Engine(Protocol):
    """Finds texts by their places in a list."""

    def build(self, texts: Sequence[str], folder: Path) -> None:
        """Lay out what is needed in an empty folder."""
        ...

    def open(self, folder: Path) -> Callable[[str], Sequence[int]]:
        """What gives the places of the first texts for a question."""
        ...


class RapidFuzz:
    """Compares the question with every text; nothing is built, the texts are held in memory."""

    def build(self, texts: Sequence[str], folder: Path) -> None:
        self._texts = texts

    def open(self, folder: Path) -> Callable[[str], Sequence[int]]:
        from rapidfuzz import fuzz, process

        def find(text: str) -> list[int]:
            scorer = fuzz.token_set_ratio
            best = process.extract(text, self._texts, scorer=scorer, limit=FIRST)
            return [number for _, _, number in best]

        return find


class FullText:
    """SQLite's FTS5, ranked by its bm25, words cut down by its Porter stemmer.

    Args:
        rarest: ask for so many of the question's rarest words; 0 for all.
    """

    def __init__(self, rarest: int) -> None:
        self._rarest = rarest

    def build(self, texts: Sequence[str], folder: Path) -> None:
        with sqlite3.connect(folder / "texts.db") as database:
            make = "CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='porter')"
            database.execute(make)
            database.execute("CREATE TABLE words (word TEXT PRIMARY KEY, held INT) WITHOUT ROWID")
            rows = enumerate(texts)
            database.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", rows)
            held = Counter(word for text in texts for word in set(_terms(text)))
            database.executemany("INSERT INTO words VALUES (?, ?)", held.items())
        database.close()

    def open(self, folder: Path) -> Callable[[str], Sequence[int]]:
        database = sqlite3.connect(folder / "texts.db")
        ask = f"SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT {FIRST}"

        def find(text: str) -> list[int]:
            words = sorted(set(_terms(text)))
            if self._rarest:
                words = self._rare(words, database)
            wanted = " OR ".join(f'"{word}"' for word in words)
            return [number for (number,) in database.execute(ask, (wanted,))] if wanted else []

        return find

    def _rare(self, words: Sequence[str], database: sqlite3.Connection) -> list[str]:
        marks = ",".join("?" * len(words))
        ask = f"SELECT word FROM words WHERE word IN ({marks}) ORDER BY held, word LIMIT ?"
        return [word for (word,) in database.execute(ask, (*words, self._rarest))]


class Bm25s:
    """bm25s over all words but its English stop words, its arrays mapped from disk."""

    def build(self, texts: Sequence[str], folder: Path) -> None:
        import bm25s

        engine = bm25s.BM25()
        engine.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)
        engine.save(str(folder))

    def open(self, folder: Path) -> Callable[[str], Sequence[int]]:
        import bm25s

        engine = bm25s.BM25.load(str(folder), mmap=True)

        def find(text: str) -> list[int]:
            tokens = bm25s.tokenize([text], show_progress=False)
            found, _ = engine.retrieve(tokens, k=FIRST, show_progress=False)
            return [int(number) for number in found[0]]

        return find


ENGINES: dict[str, tuple[str, Callable[[], Engine]]] = {  # with the module that each needs
    "rapidfuzz": ("rapidfuzz", RapidFuzz),
    "fts5-rarest": ("sqlite3", lambda: FullText(_RAREST)),
    "fts5-all": ("sqlite3", lambda: FullText(0)),
    "bm25s": ("bm25s", Bm25s),
}


def missing(name: str) -> str:
    """What to do where an engine is not installed; "" where it is."""
    module, _ = ENGINES[name]
    return "" if find_spec(module) else f"{module} is not installed: pip install {module}"


def measure(
    name: str, claims: Path, questions: Sequence[Question], folder: Path, seconds: float
) -> dict[str, Any]:
    """Build an engine, ask it, and take it away again.

    Args:
        name: of `ENGINES`.
        claims: a file of claims, one a line, in the order of the stream.
        questions: what is asked.
        folder: for what it builds; removed at the end.
        seconds: after which no further question is asked.
    """
    texts = [masked(text) for text in _texts(claims)]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        engine = ENGINES[name][1]()
        start = time.perf_counter()
        engine.build(texts, folder)
        built = time.perf_counter() - start
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        told = _ask(engine.open(folder), questions, seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return {"build_seconds": built, "disk_bytes": size, **told}


def masked(text: str) -> str:
    """The text with one sign for every figure written in digits."""
    return _FIGURE.sub("#", text)


def _ask(
    find: Callable[[str], Sequence[int]], questions: Sequence[Question], seconds: float
) -> dict[str, Any]:
    find(masked(questions[0].text))  # what is read from disk once does not count
    laps: list[float] = []
    answers: dict[str, Sequence[int]] = {}
    until = time.perf_counter() + seconds
    for question in questions:
        start = time.perf_counter()
        answers[question.text] = find(masked(question.text))
        laps.append(time.perf_counter() - start)
        if time.perf_counter() > until:
            break
    asked = questions[: len(laps)]
    spread = {f"p{p}": quantile(laps, p) for p in _PERCENTS}
    return {"warm_ms": spread, **recall(answers.__getitem__, asked)}


def _terms(text: str) -> list[str]:
    return _TERM.findall(text.lower())


def _texts(claims: Path) -> Iterator[str]:
    with claims.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]
