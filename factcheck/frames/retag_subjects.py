"""Finding the verb behind a plural subject, where the tagger saw a noun: "hauliers face tolls".

A base form behind a plural and before an object is a verb wherever its clause has no other, and
so it is behind what only says which of them: "dentists in the county take no new patients".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.wordforms import can_be_verb, is_plural_noun
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_JOINERS = frozenset({"and", "but", "while", "whereas", "as", "because", "although", "though", ";"})
_OPENING = frozenset({"DET", "NUM", "ADJ", "ADV", "SYM", "PROPN"})
_INSIDE = frozenset({*_OPENING, "ADP", "NOUN", "CCONJ"})
_ACTING = frozenset({"VERB", "AUX"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_PARTITIVE = frozenset({"of", "out"})  # "four out of five dentists", "most of the drivers"
_CLOSING = frozenset({"after", "because", "when", "that", "which", "who", "before", "if", "to"})
# Nouns that a plural stands before as often ("sales force"), or that a list has at its end.
_NOT_ALONE = frozenset({"force", "forecast", "total", "record", "target", "range"})


def mend_behind_subjects(tokens: Tokens, tags: list[str]) -> None:
    """Give every clause that opens with a plural its verb, in place."""
    for start in range(len(tags) - 3):
        if start and not _opens(start, tokens, tags):
            continue
        head = _plural_head(start, tokens, tags)
        at = _verb_behind(head, tokens, tags) if head >= 0 else -1
        if at >= 0:
            tags[at] = "VERB"


def _opens(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a clause may open at a token."""
    before = tokens.lowers[at - 1]
    if before not in _JOINERS:
        return False
    comma = at > 1 and tokens.lowers[at - 2] == ","
    return comma or before not in ("and", "as")


def _plural_head(start: int, tokens: Tokens, tags: Sequence[str]) -> int:
    """The plural that a noun phrase opens with, or -1."""
    at = start
    while at < len(tags) and (tags[at] in _OPENING or tokens.lowers[at] in _PARTITIVE):
        at += 1
    while at + 1 < len(tags) and tags[at] == "NOUN" and not _is_plural(at, tokens, tags):
        at += 1
    return at if _is_plural(at, tokens, tags) else -1


def _is_plural(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a plural common noun stands at a token, which may open the sentence."""
    if at:
        return is_plural_noun(at, tokens, tags)
    lower = tokens.lowers[0]
    return tags[0] in ("NOUN", "PROPN") and lower != lemma(lower, "NOUN") and lower.endswith("s")


def _verb_behind(head: int, tokens: Tokens, tags: Sequence[str]) -> int:
    """The base form behind a plural, or behind what is said of it, that has an object; or -1."""
    found = -1
    for at in range(head + 1, len(tags) - 1):
        if tags[at] in _ACTING:
            return -1
        if tokens.lowers[at] in _CLOSING or (tags[at] not in _INSIDE and found < 0):
            return found
        if tags[at] == "PUNCT" and tokens.lowers[at + 1] in _JOINERS:
            return found
        if found < 0 and _may_be(at, head, tokens, tags):
            found = at
    return found


def _may_be(at: int, head: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun has the form, the neighbours and the object of a plural's verb."""
    lower = tokens.lowers[at]
    base = tags[at] == "NOUN" and lower == lemma(lower, "VERB") and lower not in _NOT_ALONE
    if not base or not can_be_verb(tokens, at):
        return False
    beside = at == head + 1 or tags[at - 1] in ("NOUN", "PROPN", "NUM")
    return beside and _has_object(at + 1, tokens, tags)


def _has_object(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether the noun phrase of an object opens at a token."""
    if tags[at] in ("DET", "NUM", "SYM") or tokens.lowers[at] in _OWNERS:
        return True
    at += tags[at] == "ADJ"
    return is_plural_noun(at, tokens, tags)
