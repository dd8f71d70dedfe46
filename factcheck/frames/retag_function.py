"""Mending word classes beside function words, which say what can stand there.

Auxiliaries, relative pronouns, "them" and "each" are few and are never mistaken themselves: in "did
not own" and "two of them hold falcons" only a verb can follow.
"""

from __future__ import annotations

from factcheck.frames.cues import cues
from factcheck.frames.wordforms import can_be_noun, can_be_verb, is_base_of_both
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_HAVING = frozenset({"have", "has", "had", "having"})
_EN = frozenset({"route", "masse", "bloc", "suite"})
_MODALS = frozenset({"will", "would", "can", "could", "shall", "should", "may", "might", "must"})
_PLACING = frozenset({"in", "on", "at"})
_IN_PHRASE = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "DET"})
_DOING = frozenset({"do", "does", "did"})
_QUANTIFIERS = frozenset({"each", "all", "both"})
_THEM = frozenset({"them", "us", "you", "whom", "which", "these", "those"})
_WHERE = frozenset({"where", "when"})
_WITH = frozenset({"with", "without"})
_JOINING = frozenset({"CCONJ", "SCONJ"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "the"})
_NO_VERB = frozenset({"NOUN", "ADJ", "ADV", "PROPN"})
# What follows a verb that has no auxiliary.
_BEHIND_VERB = frozenset(
    {"ADP", "DET", "NUM", "ADV", "SYM", "PUNCT", "PRON", "ADJ", "NOUN", "VERB"}
)


_FARTHEST = 20
_SMALL = frozenset({"en", "to", "'"})
_LONG = 3  # letters of a word that a headline in capitals does not leave small
_LEADS = frozenset({"to", "by", "from", "below", "above", "down", "up"})


def mend_beside_function_words(tokens: Tokens, tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    lowers = tokens.lowers
    for at in range(len(tags) - 1):
        lower = lowers[at]
        if lower in _HAVING:
            _mend_having(at, tokens, tags)
        elif lower in _DOING:
            _mend_doing(at, tokens, tags)
        elif lower in _MODALS and tags[at + 1 : at + 3] in (["ADV", "DET"], ["ADV", "NUM"]):
            tags[at + 1] = "VERB"  # "will backfill 11 shafts": no number follows without a verb
        elif lower in _QUANTIFIERS or lower in _SMALL or lower in _PLACING:
            _mend_small(at, tokens, tags)
        elif lower in _OWNERS and tags[at + 1 : at + 3] == ["VERB", "NUM"]:
            tags[at + 1] = "ADJ"  # "their opening six matches"
        elif tags[at] in _JOINING:
            _mend_joining(at, tokens, tags)
        if lower in _THEM and at and lowers[at - 1] == "of":
            _mend_predicate(at + 1, tokens, tags)
        elif lower in _WHERE or (lower == "which" and at and tags[at - 1] == "ADP"):
            _mend_subject(at + 1, tokens, tags)


def _leads_to_name(at: int, tokens: Tokens) -> bool:
    """Whether two capitals behind "to" are a name, in a text that has small letters elsewhere."""
    name = tokens.texts[at + 1 : at + 3]
    if len(name) < 2 or not all(text[:1].isupper() and text[1:].islower() for text in name):
        return False
    long = [t for t in tokens.texts if t.isalpha() and len(t) > _LONG]
    return sum(t.islower() for t in long) > 1 and tokens.texts[at] == "to"


def _owns(at: int, tokens: Tokens, tags: list[str]) -> bool:
    """Whether an apostrophe behind a plural says whose the next noun is: "the students' union"."""
    if not at or tags[at - 1] != "NOUN" or not tokens.lowers[at - 1].endswith("s"):
        return False
    quoted = "'" in tokens.lowers[:at]
    return tags[at + 1] in ("NOUN", "ADJ") and tokens.glued(at) and not quoted


def _mend_small(at: int, tokens: Tokens, tags: list[str]) -> None:
    """ "Were each ordered to pay", "en route to Santos", "enrolled in nursing courses"."""
    if tokens.lowers[at] == "'":
        if _owns(at, tokens, tags):
            tags[at] = "PART"
    elif tokens.lowers[at] in _PLACING:
        if tags[at] == "SCONJ" and tags[at + 1] in _IN_PHRASE:
            tags[at] = "ADP"
    elif tokens.lowers[at] == "to":
        if _leads_to_name(at, tokens):
            tags[at : at + 2] = ["ADP", "PROPN"]  # "sold him to Hull City", though ships have hulls
    elif tokens.lowers[at] == "en":
        if tokens.lowers[at + 1] in _EN:
            tags[at : at + 2] = ["ADV", "ADV"]
    elif at and tags[at - 1] == "AUX" and tags[at + 1] == "VERB":
        tags[at] = "ADV"


def _mend_having(at: int, tokens: Tokens, tags: list[str]) -> None:
    """ "Have" is never a noun, and helps no form in -ing and no base: "have running water"."""
    if tags[at] == "NOUN":
        tags[at] = "VERB"
    gerund = tags[at + 1] == "VERB" and tokens.lowers[at + 1].endswith("ing")
    if gerund and tags[at + 2 : at + 3] == ["NOUN"]:
        tags[at : at + 2] = ["VERB", "ADJ"]
    elif tags[at + 1] == "VERB" and _is_had(tokens.lowers[at + 1]):
        tags[at : at + 2] = ["VERB", "NOUN"]


def _is_had(lower: str) -> bool:
    """Whether a base form is what somebody has, and no participle: "had lead in their blood"."""
    base = lower == lemma(lower, "VERB") and lower not in cues().verbs_unchanged
    return base and can_be_noun(lower)


def _mend_doing(at: int, tokens: Tokens, tags: list[str]) -> None:
    """The base form behind "did not": "a hillside he did not own"."""
    at += 1
    if tokens.lowers[at] not in ("not", "n't", "never") or at + 1 >= len(tags):
        return
    lower = tokens.lowers[at + 1]
    base = lower == lemma(lower, "VERB") and can_be_verb(tokens, at + 1)
    if base and tags[at + 1] in _NO_VERB and "VERB" not in tags[at + 2 : at + 3]:
        tags[at + 1] = "VERB"


def _mend_joining(at: int, tokens: Tokens, tags: list[str]) -> None:
    """ "With" joins no clauses ("With a population of 300, it covers …"); "and" may join verbs."""
    if tokens.lowers[at] in _WITH:
        tags[at] = "ADP"
    elif tags[at : at + 3] == ["CCONJ", "NOUN", "NOUN"]:
        _mend_joined(at + 1, tokens, tags)


def _mend_joined(at: int, tokens: Tokens, tags: list[str]) -> None:
    """A base form that is joined to an infinitive: "could bring rain and push levels up to 9"."""
    lowers, after = tokens.lowers, at + 2
    plural = lowers[at + 1] != lemma(lowers[at + 1], "NOUN")
    leads = lowers[after : after + 1] and lowers[after] in _LEADS
    helped = any(
        tags[i] == "VERB" and (tags[i - 1] == "AUX" or lowers[i - 1] == "to")
        for i in range(max(1, at - _FARTHEST), at)
    )
    if (
        plural
        and leads
        and helped
        and is_base_of_both(lowers[at])
        and "NUM" in tags[after : after + 3]
    ):
        tags[at] = "VERB"


def _mend_predicate(at: int, tokens: Tokens, tags: list[str]) -> None:
    """The verb of some of them: "two of them hold falcons", "17 of which date from 1900"."""
    lower = tokens.lowers[at]
    base = lower == lemma(lower, "VERB") and can_be_verb(tokens, at)
    follows = tags[at + 1 : at + 2]
    mistaken = tags[at] == "NOUN" or (
        tags[at] == "AUX" and lower not in cues().openings_auxiliaries
    )
    if mistaken and base and follows and follows[0] in _BEHIND_VERB:
        tags[at] = "VERB"


def _mend_subject(at: int, tokens: Tokens, tags: list[str]) -> None:
    """A plural that passes for a verb where a subject has to stand: "where stones fell"."""
    lower = tokens.lowers[at]
    plural = lower.endswith("s") and lemma(lower, "NOUN") != lower and can_be_noun(lower)
    if tags[at] == "VERB" and plural:
        tags[at] = "NOUN"
