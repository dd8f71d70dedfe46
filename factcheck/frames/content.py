"""What a topic, a source or an attribution is about: its content words."""

from __future__ import annotations

from functools import lru_cache

from factcheck.frames.words import Words
from factcheck.lexicon.names import match_name, without_accents
from factcheck.text.lemma import fold, lemma
from factcheck.text.tagger import tag
from factcheck.text.tokens import tokenize

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})


@lru_cache(maxsize=1024)
def topic_words(topic: str | None) -> frozenset[str]:
    """The content words of a topic or source: lemmas, the words themselves, ids of names.

    They are kept: all sentences of a passage have one topic, and many claims one source.
    """
    if not topic:
        return frozenset()
    tokens = tokenize(topic)
    # a name alone ("Veep") may look like a cry or a foreign word
    tags = tuple("PROPN" if kind in ("INTJ", "X") else kind for kind in tag(tokens.texts))
    lemmas = tuple(map(lemma, tokens.lowers, tags))
    return content(range(len(tokens)), Words.of(tokens, tags, tuple(map(fold, lemmas)), ()))


def content(indices: frozenset[int] | range, words: Words) -> frozenset[str]:
    """The content words at some tokens: lemmas, the words themselves, ids of names.

    Args:
        indices: the tokens.
        words: the sentence.
    """
    found: set[str] = set()
    for at in sorted(indices):
        if words.tags[at] in _CONTENT:
            lower = words.lowers[at]
            found.update((words.lemmas[at], lower, lower.rstrip("."), without_accents(lower)))
        known = match_name(words.lowers, at) if words.texts[at][:1].isupper() else None
        if known is not None:
            found.add(known.id)
    return frozenset(found)
