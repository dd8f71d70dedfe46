"""The sentences of an article that hold figures, as drafts of claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining, normalize

from factcheck import pipeline
from factcheck.document.base import Document
from factcheck.document.passage import Passage
from factcheck.document.read import READERS, read_document
from factcheck.drafting.fragments import is_fragment
from factcheck.drafting.leaning import leanings
from factcheck.errors import InputError
from factcheck.figures.unit_data import UnitTable
from factcheck.frames.model import SentenceFrame
from factcheck.model import Figure
from factcheck.report.layout import clean
from factcheck.store.repeats import same

_LONGEST_NAME = 40


class Draft(NamedTuple):
    """A sentence that may become a claim.

    Attributes:
        id: made of the article's name and a number.
        text: the sentence.
        line: where it stands in the article.
        topic: the heading that it stands under; None where that is the headline of all.
        figures: as read, in the context of the article.
        leanings: what it takes up from elsewhere, so that it stands badly alone.
    """

    id: str
    text: str
    line: int
    topic: str | None
    figures: tuple[Figure, ...]
    leanings: tuple[str, ...]


class Drafted(NamedTuple):
    """What an article came to.

    Attributes:
        drafts: in the order of the article.
        headline: what it is about; None where it says so nowhere.
        known: sentences left out: line, and the id of the claim that has the same text.
        fragments: lines of what was left out since it is no sentence.
        sentences: how many sentences with figures were read.
    """

    drafts: tuple[Draft, ...]
    headline: str | None
    known: tuple[tuple[int, str], ...]
    fragments: tuple[int, ...]
    sentences: int


def drafted(
    article: Path,
    known: Mapping[str, str],
    taken: Collection[str],
    *,
    units: UnitTable | None = None,
    locale: str = "en-GB",
) -> Drafted:
    """One draft for every sentence of an article that holds a figure.

    Args:
        article: a file in one of the formats of drafts.
        known: the id of the claim that has a text already, by `factcheck.store.repeats.same`.
        taken: ids that are in use.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how it writes numbers and dates.

    Raises:
        InputError: it cannot be read, or is of another format.
    """
    document = _read(article)
    text, passages = document.text, document.passages
    headline = next((p.span.cut(text) for p in passages if p.heading), None)
    names, seen = _Names(article.stem, taken), dict(known)
    drafts: list[Draft] = []
    left_out: list[tuple[int, str]] = []
    fragments: list[int] = []
    read = list(pipeline.figured(text, passages, units, locale))
    for sentence in read:
        place = document.origin.place(sentence.span)
        line = place.line or place.paragraph or 1
        passage = _passage(sentence, passages)
        said = clean(" ".join(sentence.span.cut(text).split()))
        if is_fragment(sentence, text, passage):
            fragments.append(line)
        elif (other := seen.get(same(said))) is not None:
            left_out.append((line, other))
        else:
            name = seen[same(said)] = names.next()
            drafts.append(_draft(sentence, name, said, line, _heading(passage, headline)))
    return Drafted(tuple(drafts), headline, tuple(left_out), tuple(fragments), len(read))


def _draft(sentence: SentenceFrame, name: str, said: str, line: int, topic: str | None) -> Draft:
    figures = tuple(frame.figure for frame in sentence.figures)
    return Draft(name, said, line, topic, figures, tuple(leanings(sentence)))


def _heading(passage: Passage | None, headline: str | None) -> str | None:
    return passage.topic if passage is not None and passage.topic != headline else None


def _read(article: Path) -> Document:
    if article.suffix and article.suffix.lower() not in READERS:
        raise InputError(
            f"articles of the format {article.suffix!r} are not read",
            where=str(article),
            do=f"save it as one of {', '.join(READERS)}",
        )
    return read_document(article)


def _passage(sentence: SentenceFrame, passages: Sequence[Passage]) -> Passage | None:
    within = (p for p in passages if p.span.start <= sentence.span.start < p.span.end)
    return next(within, None)


class _Names:
    """Readable ids, one after the other."""

    def __init__(self, stem: str, taken: Collection[str]) -> None:
        self._stem = slug(stem) or "draft"
        self._taken = taken
        self._number = 0

    def next(self) -> str:
        """The next id that is not in use."""
        while True:
            self._number += 1
            name = f"{self._stem}-{self._number:02}"
            if name not in self._taken:
                return name


def slug(name: str) -> str:
    """A name as part of an id: lower-case letters and digits of any script, and hyphens."""
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))
    words = "-".join(re.findall(r"[^\W_]+", plain))
    return (
        words
        if len(words) <= _LONGEST_NAME
        else words[:_LONGEST_NAME].rpartition("-")[0] or words[:_LONGEST_NAME]
    )
