"""Words that a capital inside a sentence tells to be names, whatever else they can be."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.text.tokens import Tokens

_LONG = 4  # letters of the words by which a headline is told from a sentence


def mend_capitals(tokens: Tokens, tags: list[str]) -> None:
    """Make names of verbs and of adjectives behind their noun, in place.

    "For $400,000, Redline bought the player"; "the cutter Resolute puts to sea". What somebody is
    "known as" is no clause of its own: "sold the player known as Kite to Oryx".
    """
    for at in range(1, len(tags) - 2):
        called = tokens.lowers[at : at + 2] == ("known", "as") and _is_capital(at + 2, tokens)
        if called and tags[at - 1] in ("NOUN", "PROPN"):
            tags[at] = "ADJ"
    found = [at for at in range(1, len(tags)) if _is_capital(at, tokens) and _is_odd(at, tags)]
    if found and not _is_headline(tokens):
        for at in found:
            if tokens.texts[at - 1][-1].isalnum() or tokens.texts[at - 1] == ",":
                tags[at] = "PROPN"


def _is_capital(at: int, tokens: Tokens) -> bool:
    text = tokens.texts[at]
    return text[0].isupper() and text[1:].islower()


def _is_odd(at: int, tags: Sequence[str]) -> bool:
    """Whether a word of this class has no capital where it stands."""
    return tags[at] == "VERB" or (tags[at] == "ADJ" and tags[at - 1] == "NOUN")


def _is_headline(tokens: Tokens) -> bool:
    """Whether as many of the longer words behind the first have a capital as have none."""
    longer = [text for text in tokens.texts[1:] if len(text) >= _LONG and text[0].isalpha()]
    return 2 * sum(text[0].isupper() for text in longer) >= len(longer)
