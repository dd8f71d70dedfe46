"""Mending the tagger's word classes where the figures show it wrong."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.lexicon import wordnet
from factcheck.lexicon.names import match_name
from factcheck.model import Kind
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens


_OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "X"})


def retagged(tokens: Tokens, tags: Sequence[str], readings: Sequence[Reading]) -> tuple[str, ...]:
    """The tags, with two frequent slips of a tagger trained on web text mended.

    A noun right before a quantity is its verb ("the asteroid measures 120 metres"); the first
    word of a sentence is no name when it is a common noun ("Hailstones damaged …").
    """
    mended = list(tags)
    for reading in readings:
        at = reading.outer_first - 1
        if at < 1 or reading.figure.kind in (Kind.DATE, Kind.ORDINAL):
            continue
        if (
            tags[at] in ("NOUN", "PROPN")
            and tokens.texts[at].islower()
            and tags[at - 1] in ("NOUN", "PROPN", "PRON", "ADV")
            and _verbal(tokens.lowers[at])
        ):
            mended[at] = "VERB"
    if mended and mended[0] == "PROPN" and _common(tokens, tags):
        mended[0] = "NOUN"
    elif mended and mended[0] in _OPEN and _strange(tokens):
        mended[0] = "PROPN"
    return tuple(mended)


def _strange(tokens: Tokens) -> bool:
    """Whether the capitalised first word is no word of English, and so must be a name."""
    first, lower = tokens.texts[0], tokens.lowers[0]
    return (
        first.istitle()
        and first.isalpha()
        and len(first) > 2
        and not any(wordnet.known(lemma(lower, tag)) for tag in ("NOUN", "VERB", "ADJ"))
    )


def _verbal(lower: str) -> bool:
    return bool(wordnet.synsets(lemma(lower, "VERB"), "v"))


def _common(tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether the first word is a common noun that stands alone."""
    if len(tags) > 1 and tags[1] == "PROPN":
        return False
    if match_name(tokens.lowers, 0) is not None:
        return False
    return bool(wordnet.synsets(lemma(tokens.lowers[0], "NOUN"), "n"))
