"""Finding the verb behind a plural subject, where the tagger saw a noun: "hauliers face tolls".

A base form behind a plural and before an object is a verb wherever its clause has no other, and
so it is behind what only says which of them: "dentists in the county take no new patients".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.wordforms import can_be_noun, can_be_verb, is_plural_noun
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_JOINERS = frozenset({"and", "but", "while", "whereas", "as", "because", "although", "though", ";"})
_OPENING = frozenset({"DET", "NUM", "ADJ", "ADV", "SYM", "PROPN"})
_INSIDE = frozenset({*_OPENING, "ADP", "NOUN", "CCONJ"})
_ACTING = frozenset({"VERB", "AUX"})
_INTERRUPTING = frozenset({*_ACTING, "PUNCT", "CCONJ", "SCONJ", "PRON"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_PARTITIVE = frozenset({"of", "out"})  # "four out of five dentists", "most of the drivers"
_CLOSING = frozenset({"after", "because", "when", "that", "which", "who", "before", "if", "to"})
# Nouns that a plural stands before as often ("sales force"), or that a list has at its end.
_NOT_ALONE = frozenset({"force", "forecast", "total", "record", "target"})
_LEADING = frozenset({"from", "at", "by", "between"})


def mend_behind_subjects(tokens: Tokens, tags: list[str]) -> None:
    """Give every clause that opens with a plural its verb, in place."""
    _mend_opening_plural(tokens, tags)
    for start in range(len(tags) - 3):
        if start and not _opens(start, tokens, tags):
            continue
        head = _plural_head(start, tokens, tags)
        at = _verb_behind(head, tokens, tags) if head >= 0 else -1
        if head > start and at < 0 and _is_bare_verb(start, head + 1, tokens, tags):
            at = head + 1
        if at >= 0:
            tags[at] = "VERB"


def _mend_opening_plural(tokens: Tokens, tags: list[str]) -> None:
    """Where a plural passes for the verb that comes later: "Police captains in Lund received a"."""
    if tags[:3] != ["NOUN", "VERB", "ADP"] or not can_be_noun(tokens.lowers[1]):
        return
    at = next((i for i in range(3, len(tags)) if tags[i] in _INTERRUPTING), len(tags))
    governs = tags[at + 1 : at + 2] in (["DET"], ["NUM"], ["SYM"], ["PRON"])
    past = tags[at : at + 1] == ["VERB"] and tokens.lowers[at].endswith("ed")
    if past and governs and tokens.lowers[1].endswith("s"):
        tags[1] = "NOUN"


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
    while at < len(tags) and (tags[at] in _OPENING or _is_partitive(at, tokens, tags)):
        at += 1
    while at + 1 < len(tags) and tags[at] == "NOUN" and not _is_plural(at, tokens, tags):
        at += 1
    return at if _is_plural(at, tokens, tags) else -1


def _is_bare_verb(start: int, at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a part of some does something without an object: "19 of the 44 lifts work, and"."""
    if tags[at : at + 1] != ["NOUN"] or tokens.lowers[at + 1 : at + 2] != (",",):
        return False
    parts = any(_is_partitive(i, tokens, tags) for i in range(start + 1, at))
    base = tokens.lowers[at] == lemma(tokens.lowers[at], "VERB") and can_be_verb(tokens, at)
    return parts and base and tokens.lowers[at + 2 : at + 3] in (("and",), ("but",), ("while",))


def _is_partitive(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a preposition ties a part to its whole: "most of the drivers", "one in six firms"."""
    between = tags[at - 1] == "NUM" and tags[at + 1 : at + 2] == ["NUM"]
    return tokens.lowers[at] in _PARTITIVE or (tokens.lowers[at] == "in" and between)


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
    if tokens.lowers[at] in _LEADING and tags[at + 1 : at + 2] in (["NUM"], ["SYM"]):
        return True  # "bids for the stadium range from $240m", "salaries for trainees start at"
    at += tags[at] == "ADJ"
    return is_plural_noun(at, tokens, tags)
