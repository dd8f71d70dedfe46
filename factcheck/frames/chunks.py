"""Noun phrases: where they stand, what heads them, and which of their words are names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.figures.date_data import numbers as months
from factcheck.frames.colons import PLACES
from factcheck.frames.cues import cues
from factcheck.frames.quoted import LONGEST, MARKS, quoted_attributes
from factcheck.frames.words import Words
from factcheck.lexicon import wordnet
from factcheck.lexicon.names import NameMatch, is_title, match_name
from factcheck.lexicon.nouns import noun_relation

_INSIDE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM", "X"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your", "those", "these"})
_HYPHENS = frozenset("-‐‑–")
_JOINING = _HYPHENS | frozenset("&%$€£")
_OPENING = frozenset({"--", "—", "–", ":", '"', "``", "''", "“", "‘", "...", "…", "•", "*"})
# What joins the parts of a name, and how many tokens of it may stand before.
_LINKING = frozenset({"ADP", "PART"})
_REACH = 3
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM", "VERB"})


class Chunk(NamedTuple):
    """A base noun phrase.

    Attributes:
        first, last: token range.
        head: its head noun, -1 where a name or nothing heads it.
        names: token ranges of the names in it.
        possessor: whether it owns the next phrase ("Yu's view").
    """

    first: int
    last: int
    head: int
    names: tuple[tuple[int, int], ...]
    possessor: bool


def chunks(words: Words, blocked: Sequence[bool]) -> tuple[Chunk, ...]:
    """All noun phrases of a sentence, in order.

    Args:
        words: the sentence.
        blocked: tokens of verb groups, which end a phrase.
    """
    found, start, size = [], -1, len(words.tags)
    held = {i for a, b in quoted_attributes(words.texts, words.tags) for i in range(a, b)}
    held |= _linked(words)
    for at in range(size + 1):
        inside = at < size and not blocked[at] and (at in held or _inside(at, words))
        if inside and 0 <= start < at and _opens_phrase(at, words):
            found.append(_chunk(start, at, words, possessor=False))
            start = at
        elif inside and start < 0:
            start = at
        elif not inside and start >= 0:
            owns = at < size and words.lowers[at] in ("'s", "'") and words.tags[at] == "PART"
            subject = _subject_behind(start, at, words) if at < size and blocked[at] else -1
            if subject >= 0:
                found.append(_chunk(start, subject, words, possessor=False))
                start = subject
            found.append(_chunk(start, at, words, possessor=owns))
            start = -1
    return tuple(found)


def narrowing(inside: Sequence[int], words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What narrows the head of a phrase: its other nouns, and its adjectives.

    Some compounds mean other than their parts: a second-hand car is no second one.

    Args:
        inside: the tokens of the phrase but its head.
        words: the sentence.
    """
    nouns, adjectives = [], []
    joined = {at for at in inside if at + 2 in inside and _is_compound(at, words)}
    for at in inside:
        if at in joined:
            adjectives.append(f"{words.lowers[at]}-{words.lowers[at + 2]}")
        elif at - 2 in joined:
            continue
        elif words.tags[at] in ("NOUN", "PROPN", "X"):
            nouns.append(words.lemmas[at])
        elif words.tags[at] in ("ADJ", "VERB"):
            adjectives.append(words.lemmas[at])
    return tuple(nouns), tuple(adjectives)


def whole_head(head: int, words: Words) -> str:
    """The lemma of a head, with the "non-" that makes another thing of it: "non-members".

    Args:
        head: its token.
        words: the sentence.
    """
    denied = words.lowers[max(0, head - 2) : head] in (("non", "-"), ("non", "‑"))
    return (
        f"non-{words.lemmas[head]}" if denied and words.tokens.glued(head) else words.lemmas[head]
    )


def _is_compound(at: int, words: Words) -> bool:
    """Whether a word and the one behind its hyphen are one adjective: "second-hand"."""
    if words.lowers[at + 1] not in _HYPHENS or not words.tokens.glued(at + 1):
        return False
    cue = cues()
    if words.lowers[at] in cue.compounds_prefixes:
        return True
    return f"{words.lowers[at]}-{words.lowers[at + 2]}" in cue.compounds_whole


def _linked(words: Words) -> set[int]:
    """Tokens of known names that a preposition or an owner joins: "the Bank of England"."""
    found: set[int] = set()
    for at in range(1, len(words.tags) - 1):
        if words.lowers[at] in ("'s", "'", "’s", "’") and _says_for_whom(at, words):
            found.add(at)
        if words.tags[at] not in _LINKING or words.texts[at - 1][:1].islower():
            continue
        if words.tags[at] == "PART" and known_name(at - 1, words) is not None:
            continue  # "Russia's Far East" names both
        for first in range(max(0, at - _REACH), at):
            known = known_name(first, words) if words.texts[first][:1].isupper() else None
            if known is not None and known.end > at + 1 and words.texts[at + 1][:1].isupper():
                found.update(range(first, known.end))
    return found


def _says_for_whom(at: int, words: Words) -> bool:
    """Whether a genitive narrows what is counted: "3,000 children's books" are books."""
    counted = words.numbers[at - 2] or words.tags[at - 2] == "NUM"
    meant = at > 1 and counted and words.lemmas[at - 1] in cues().bare_meant
    return meant and words.tags[at + 1] == "NOUN" and words.lemmas[at + 1] not in cues().bare_owned


def _subject_behind(first: int, last: int, words: Words) -> int:
    """Where the subject begins that follows an opening phrase without a comma, or -1.

    "In the by-election Labour won", "in the run-off for mayor Karel Dusek beat …": the verb behind
    the name says that it is no part of the last of the phrases of circumstance.
    """
    if first == 0 or words.tags[first - 1] != "ADP":
        return -1
    opening = first == 1 or words.lowers[first - 2] in (",", ";")
    before = range(first)
    told = any(words.numbers[i] or words.lowers[i] == "," for i in before)
    if not opening and (words.tags[0] != "ADP" or told):
        return -1
    names = _names(first, last, words)
    at = names[-1][0] if names and names[-1][1] == last else first
    behind_noun = at > first and words.tags[at - 1] == "NOUN" and words.texts[at - 1].islower()
    return at if behind_noun else -1


def _opens_phrase(at: int, words: Words) -> bool:
    """Whether a number behind a noun, a determiner or an owner begins another phrase."""
    if words.tags[at] == "DET" or words.lowers[at] in _OWNERS:
        return True
    if not words.numbers[at] or words.numbers[at - 1]:
        return False
    final = words.tags[at - 1] == "ADJ" and words.tags[at - 2] == "NOUN" and at > 1
    return final or words.tags[at - 1] in ("NOUN", "PROPN")  # "after the cup final 12 fans"


def _inside(at: int, words: Words) -> bool:
    if words.numbers[at] or words.tags[at] in _INSIDE or words.tags[at] == "VERB":
        return True  # a verb outside every verb group is an adjectival participle
    if words.lowers[at] in _JOINING:
        tokens = words.tokens
        return 0 < at < len(words.tags) - 1 and tokens.glued(at) and tokens.glued(at + 1)
    return words.tags[at] == "PRON" and words.lowers[at] in _OWNERS


def _chunk(first: int, last: int, words: Words, *, possessor: bool) -> Chunk:
    names = tuple(_names(first, last, words))
    named = {i for a, b in names for i in range(a, b)}
    free = [i for i in range(last - 1, first - 1, -1) if i not in named and not words.numbers[i]]
    head = -1
    for i in free:
        if _is_noun(i, words):
            head = i
            break
    if head < 0 and not names:  # "the wounded", "the dead", "Russian ones"
        told = [i for i in free if words.tags[i] in ("ADJ", "VERB")]
        # "31 civilian dead" are civilians
        people = [i for i in told[1:2] if noun_relation(words.lemmas[i], "person") == "narrower"]
        head = next(iter((*people, *told)), -1)
    return Chunk(first, last, head, names, possessor)


def _is_noun(at: int, words: Words) -> bool:
    return words.tags[at] == "NOUN" or (words.tags[at] == "PROPN" and words.texts[at].islower())


def _names(first: int, last: int, words: Words) -> list[tuple[int, int]]:
    """Runs of capitalised words and known names inside a phrase."""
    found, at = [], first
    while at < last:
        capital = words.texts[at][:1].isupper() and not words.numbers[at]
        known = known_name(at, words) if capital else None
        if known is not None and known.end <= last:
            end = known.end
            if _is_month_of(known, words):
                found.append((at, end))
                at = end + 1
                continue
            if known.form == "name" and not _joins_places(known, last, words):
                end = _run_of_capitals(end, last, words)
        elif capital and _starts_name(at, words):
            end = _run_of_capitals(at + 1, last, words)
        else:
            at += 1
            continue
        found.append((at, end))
        at = end
    return found


def _joins_places(known: NameMatch, last: int, words: Words) -> bool:
    """Whether a hyphen leads from one place to another: "the Lyon-Turin line"."""
    other = known.end + 1
    if other >= last or words.texts[known.end] not in _HYPHENS or known.type not in PLACES:
        return False
    behind = known_name(other, words)
    return behind is not None and behind.type in PLACES and behind.form in ("name", "capital")


def _is_month_of(known: NameMatch, words: Words) -> bool:
    """Whether a month says of when a place's figure is: "Brazil March exports"."""
    behind = words.lowers[known.end : known.end + 1]
    lower_next = words.texts[known.end + 1 : known.end + 2]
    monthly = bool(behind) and behind[0] in months("months") and known.type in ("country", "region")
    return monthly and bool(lower_next) and lower_next[0].islower()


def known_name(at: int, words: Words) -> NameMatch | None:
    """The known name at token `at`, where its capitals are no accident."""
    match = match_name(words.lowers, at)
    if match is None:
        return None
    following = words.tags[match.end : match.end + 1]
    of_people = match.form == "adjective" and following == ("NOUN",)  # "Polish exports"
    if match.caution == "ordinary" and at == 0 and following != ("VERB",) and not of_people:
        return None  # "labour is dear", but "Labour won"
    shouted = all(words.texts[i].isupper() for i in range(at, match.end))
    return None if match.caution == "capitals" and not shouted else match


def _starts_name(at: int, words: Words) -> bool:
    lower = words.lowers[at]
    if is_title(lower) or lower in cues().marks_coined or lower in cues().names_never:
        return False  # "a Metascore of 41"
    if _is_quoted_attribute(at, words):
        return False  # a "Certified Fresh" rating
    if words.tags[at] == "PROPN":
        return True
    # the capital of a sentence's first word says nothing, unless a name goes on behind it
    if at == 0:
        return _opens_title(words)
    if words.tags[at] not in _NAME_TAGS or len(words.texts[at]) < 2:
        return False
    return not _begins_anew(at, words)


def _is_quoted_attribute(at: int, words: Words) -> bool:
    if MARKS.isdisjoint(words.texts[max(0, at - LONGEST) : at]):
        return False
    return any(a <= at < b for a, b in quoted_attributes(words.texts, words.tags))


def _opens_title(words: Words) -> bool:
    """Whether a sentence opens with a name of several words: "Night Ferry cost $16 million".

    What goes on in capitals throughout is a headline, whose first word may be any.
    """
    if words.tags[0] != "NOUN" or words.tags[1:2] not in (("NOUN",), ("PROPN",)):
        return False
    if len(words.texts[1]) < 2:
        return False  # "Proposal B won"
    end = 1
    while end < len(words.texts) and words.texts[end][:1].isupper() and not words.numbers[end]:
        end += 1
    rest = [text for text in words.texts[end:] if text.isalpha()]
    return end > 1 and bool(rest) and all(text.islower() for text in rest[:2])


def _begins_anew(at: int, words: Words) -> bool:
    """Whether a capital only opens what stands behind a dash, a colon or a quotation mark.

    "40,000 -- Number of people who applied", "By the numbers: Ships lost".
    """
    alone = not words.texts[at + 1 : at + 2] or not words.texts[at + 1][:1].isupper()
    opened = words.texts[at - 1] in _OPENING and words.tags[at] in ("NOUN", "VERB", "ADJ")
    return opened and alone and wordnet.known(words.lemmas[at])


def _run_of_capitals(at: int, last: int, words: Words) -> int:
    """End of a name that goes on from token `at`: further capitals, hyphens and name numbers."""
    texts = words.texts
    while at < last and not words.numbers[at]:
        joined = texts[at] in _HYPHENS or texts[at] == "&"
        if joined and at + 1 < last and (texts[at + 1][:1].isupper() or texts[at + 1].isdigit()):
            at += 2
        elif (texts[at][:1].isupper() and words.tags[at] != "DET") or texts[at].isdigit():
            at += 1
        else:
            break
    return at
