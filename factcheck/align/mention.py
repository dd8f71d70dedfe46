"""Whether a sentence says a word anywhere, in any form."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.memo import remembered
from factcheck.frames.model import SentenceFrame

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


def mentioned(lemma: str, sentence: SentenceFrame) -> bool:
    """Whether a sentence, or its topic, has this lemma or a word derived from it."""
    said = lemma in sentence.lemmas or lemma in sentence.topic
    return said or _has_derived(sentence, lemma)


@remembered
def _has_derived(sentence: SentenceFrame, lemma: str) -> bool:
    start = lemma[:2]
    return any(
        other[:2] == start and tag in _CONTENT and words.words_alike(lemma, other)
        for other, tag in zip(sentence.lemmas, sentence.tags, strict=True)
    )
