"""What a form of English can be, whatever the tagger took it for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factcheck.lexicon import wordnet
from factcheck.lexicon.nouns import is_known
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_RELATIVES = frozenset({"that", "who", "which"})
_ACTING = frozenset({"VERB", "AUX"})
_CACHED: Final = 1 << 14


@lru_cache(maxsize=_CACHED)
def can_be_noun(lower: str) -> bool:
    """Whether a form can be a noun."""
    noun = lemma(lower, "NOUN")
    return is_known(noun) or bool(wordnet.synsets(noun, "n"))


def can_be_verb(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word can be a verb."""
    return tokens.texts[at].islower() and is_form_of_verb(tokens.lowers[at])


@lru_cache(maxsize=_CACHED)
def is_form_of_verb(lower: str) -> bool:
    """Whether a form is one of a verb, whatever else it may be."""
    return bool(wordnet.synsets(lemma(lower, "VERB"), "v"))


@lru_cache(maxsize=_CACHED)
def is_base_of_both(lower: str) -> bool:
    """Whether a form is the base of a verb and of a noun ("offer", "cut", "forecast")."""
    return lower == lemma(lower, "VERB") and bool(wordnet.synsets(lower, "n"))


def is_past(lower: str) -> bool:
    """Whether a form is a verb's past tense or participle: "lost", "drowned"."""
    return not lower.endswith(("s", "ing")) and lemma(lower, "VERB") != lower


def has_form_of_verb(lower: str) -> bool:
    """Whether a form is a participle: "remaining", "estimated"."""
    return lower.endswith(("ed", "ing")) and lemma(lower, "VERB") != lower


def is_of_relative(start: int, at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun phrase is the object of a subject's own clause, so that a verb must follow.

    "The 38 countries that signed the treaty account for 71%".

    Args:
        start: the article of the phrase.
        at: the word behind the phrase, which may be the verb.
        tokens: the sentence.
        tags: its word classes.
    """
    opens = start > 2 and tags[start - 1] == "VERB" and tokens.lowers[start - 2] in _RELATIVES
    return opens and _ACTING.isdisjoint(tags[at + 1 :])


def is_plural_noun(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a common noun in the plural stands at a token."""
    common = tags[at : at + 1] == ["NOUN"] and tokens.texts[at].islower()
    return common and lemma(tokens.lowers[at], "NOUN") != tokens.lowers[at]
