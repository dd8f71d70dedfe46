"""Whose words a quotation is, where another sentence says so.

"“We lost 40 men,” Ann Dole said" tells it itself. In "Ann Dole spoke on Monday. “We lost 40 men.”"
the sentence before tells it, or the one behind; under a block quotation it is a line "— Ann Dole".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from factcheck.document.passage import Passage, Sort
from factcheck.frames.content import topic_words
from factcheck.frames.cues import cues
from factcheck.frames.model import SentenceFrame
from factcheck.model import Span

_OPENING: Final = "“„«"
_CLOSING: Final = "”»"
_DASHES: Final = ("—", "–", "-", "―")
_LONGEST: Final = 15  # words of a line that names a speaker
_LONGEST_LINE: Final = 120
_REACH: Final = 5  # sentences of one quotation that are looked over

Read = Callable[[Span], SentenceFrame]


def spoken(
    sentence: SentenceFrame, spans: Sequence[Span], passage: Passage, text: str, read: Read
) -> SentenceFrame:
    """A sentence with whom it is attributed to, where it is a quotation that does not say so.

    Args:
        sentence: as it was read.
        spans: the sentences of its passage, itself among them.
        passage: the passage.
        text: the whole text.
        read: reads another sentence of the passage.
    """
    at = spans.index(sentence.span)
    if sentence.attribution - cues().attribution_verbs:
        return sentence
    is_block = passage.sort is Sort.QUOTE
    if not (is_block or sentence.attribution or is_quoted(spans[at], passage, text)):
        return sentence
    by_pronoun = not {"he", "she"}.isdisjoint(sentence.lemmas) and bool(sentence.attribution)
    found = (is_block and _signature(text, passage)) or _beside(
        at, spans, passage, text, read, by_pronoun=by_pronoun
    )
    return sentence._replace(attribution=sentence.attribution | found) if found else sentence


def is_quoted(span: Span, passage: Passage, text: str) -> bool:
    """Whether all of a sentence stands inside quotation marks."""
    said = span.cut(text)
    before = text[passage.span.start : span.start]
    opened = sum(map(before.count, _OPENING)) > sum(map(before.count, _CLOSING))
    opened = opened or before.count('"') % 2 == 1
    bare = said.lstrip(_OPENING + '"')
    if not opened and bare == said:
        return False
    return not any(mark in bare.rstrip(_CLOSING + '"') for mark in _CLOSING + '"')


def _signature(text: str, passage: Passage) -> frozenset[str]:
    """Whom the last line of a block quotation names, or the one behind it."""
    last = passage.span.cut(text).rpartition("\n")[2]
    behind = text[passage.span.end : passage.span.end + _LONGEST_LINE].strip().partition("\n")[0]
    return _signed(last.strip()) or _signed(behind)


def _signed(line: str) -> frozenset[str]:
    """Whom a line "— Ann Dole, mayor" names."""
    if not line.startswith(_DASHES) or len(line.split()) > _LONGEST:
        return frozenset()
    return topic_words(line.lstrip("".join(_DASHES)).strip())


def _beside(
    at: int, spans: Sequence[Span], passage: Passage, text: str, read: Read, *, by_pronoun: bool
) -> frozenset[str]:
    """Who speaks in the sentence behind the quotation, or in the one before it.

    "…, he said" is whoever acted before, whatever it was.
    """
    for step in (-1,) if by_pronoun else (1, -1):
        for other in range(at + step, at + step * (_REACH + 1), step):
            if not 0 <= other < len(spans):
                break
            if not is_quoted(spans[other], passage, text):
                if found := _speaker(read(spans[other]), anyhow=by_pronoun):
                    return found
                break
    return frozenset()


def _speaker(sentence: SentenceFrame, *, anyhow: bool) -> frozenset[str]:
    """Whom a sentence attributes itself to, or who speaks in it."""
    verbs = cues().attribution_verbs
    told = sentence.attribution - verbs
    if told:
        return told
    if not anyhow and verbs.isdisjoint(sentence.lemmas):
        return frozenset()
    return frozenset(
        word
        for name in sentence.names
        if name.role in ("agent", "subject") and not name.type  # no known place or body
        for word in (name.key, *name.words)
    )
