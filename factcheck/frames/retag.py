"""Mending the tagger's word classes where the figures or the lexicon show it wrong."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from factcheck.figures.read import Reading
from factcheck.frames.clauses import is_pending
from factcheck.frames.cues import cues
from factcheck.frames.quoted import mend_quoted
from factcheck.frames.retag_capitals import mend_capitals
from factcheck.frames.retag_compounds import mend_compounds, mend_repeated
from factcheck.frames.retag_figures import mend_beside_figures
from factcheck.frames.retag_forms import is_activity, mend_forms
from factcheck.frames.retag_function import mend_beside_function_words
from factcheck.frames.retag_gapped import mend_gapped
from factcheck.frames.retag_headlines import mend_headline
from factcheck.frames.retag_missing import mend_missing
from factcheck.frames.retag_neighbours import mend_neighbours
from factcheck.frames.retag_subjects import mend_behind_subjects
from factcheck.frames.wordforms import can_be_noun, can_be_verb, is_base_of_both, is_of_relative
from factcheck.lexicon import wordnet
from factcheck.lexicon.events import is_reporting
from factcheck.lexicon.names import match_name
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_STATES = frozenset({"missing", "outstanding", "pending", "lacking"})  # behind "be"
_NOMINAL_OPENING = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ"})
_PARTICIPIAL = frozenset({"including", "excluding"})  # prepositions by now
_WAYS = frozenset({"up", "down", "back"})
_PARTICLES = frozenset({"up", "off", "out", "down", "away", "over", "back"})
_OF_LEVELS = frozenset({"by", "to", "from"})
_ARTICLES = frozenset({"a", "an", "the", "every"})
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_COINED = frozenset({"NOUN", "VERB"})  # classes to which any word may belong
_HAVING = frozenset({"had", "has", "have"})
_DESCRIBED = frozenset({"DET", "NUM", "ADJ", "ADP"})
_BEFORE_VERB = frozenset({"NOUN", "PROPN", "PRON", "ADV"})
_AFTER_VERB = frozenset({"ADP", "DET", "NUM", "ADV", "SCONJ", "PRON"})


def retagged(tokens: Tokens, tags: Sequence[str], readings: Sequence[Reading]) -> tuple[str, ...]:
    """The tags, with the frequent slips of a tagger trained on web text mended.

    A noun right before a quantity is its verb ("the asteroid measures 120 metres"), and so is the
    one noun that can be one where there is none ("2,600 staff work at the yard"). A lower-case word
    is no name; a sentence's first word is one only where it is no common noun.
    """
    pairs = zip(tags, tokens.texts, strict=True)
    mended = [tag if tag in _COINED else _of_class(tag, text) for tag, text in pairs]
    mend_capitals(tokens, mended)
    mend_beside_figures(tokens, mended, readings)
    mend_quoted(tokens.texts, mended)
    _mend_verbs(tokens, mended)
    _mend_participles(tokens, mended)
    _mend_helpers(tokens, mended)
    mend_compounds(tokens, mended)
    _mend_openings(tokens, mended)
    _mend_following(tokens, mended)
    mend_repeated(tokens, mended)
    mend_beside_function_words(tokens, mended)
    mend_forms(tokens, mended)
    mend_neighbours(tokens, mended)
    mend_missing(tokens, mended)
    mend_behind_subjects(tokens, mended)
    mend_gapped(tokens, mended, readings)
    mend_headline(tokens, mended, readings)
    if "VERB" not in mended and "AUX" not in mended:
        _find_verb(tokens, mended)
        if "VERB" not in mended and mended and tokens.texts[-1] == ".":
            _find_bare_verb(tokens, mended)
    for at, tag in enumerate(mended):
        if tokens.lowers[at] in _ARTICLES and (tag == "AUX" or _opens_anew(at, tag, tokens)):
            mended[at] = "DET"
        elif tag == "PROPN" and tokens.texts[at] in cues().headlines_roles:
            mended[at] = "NOUN"
        elif tag in ("PRON", "AUX") and _names_somebody(at, tag, tokens):
            mended[at] = "PROPN"
        elif tag == "AUX" and _is_no_auxiliary(at, tokens):
            mended[at] = "NOUN" if can_be_noun(tokens.lowers[at]) else "VERB"
    if mended and mended[0] == "PROPN" and _common(tokens, mended):
        mended[0] = "NOUN"
    elif mended and mended[0] not in ("DET", "PRON", "AUX") and _strange(tokens):
        mended[0] = "PROPN"
    return tuple(mended)


def _of_class(tag: str, text: str) -> str:
    """The class of a word that its own form forbids the tagger's: no new pronoun is ever coined."""
    if not text.islower():
        return tag
    if tag == "SCONJ" and text == "of":
        return "ADP"
    fish = tag == "ADJ" and text in cues().bare_fishes  # "cod stocks"
    closed = _closed().get(tag)
    unheard = closed is not None and text not in closed and len(text) > 2 and text.isalpha()
    return "NOUN" if tag == "PROPN" or unheard or fish else tag


@cache
def _closed() -> dict[str, frozenset[str]]:
    """The words of the classes that have no others."""
    cue = cues()
    joining = dict.fromkeys(("CCONJ", "SCONJ", "PART"), cue.closed_joining)
    return {"PRON": cue.closed_pronouns, "DET": cue.closed_pronouns, **joining}


def _mend_verbs(tokens: Tokens, tags: list[str]) -> None:
    """Participles that are prepositions, nouns, adverbs or adjectives where they stand."""
    for at in range(1, len(tags)):
        lower = tokens.lowers[at]
        if lower in _PARTICIPIAL and tags[at - 1] != "AUX":
            tags[at] = "ADP"
        if lower in _WAYS and tags[at] == "NOUN" == tags[at - 1] and _leads_on(at, tokens, tags):
            tags[at] = "ADV"  # "put its key rate up by half a point"
        if tags[at] == "VERB" and at + 1 < len(tags):
            if lower in cues().prepositions_participles and _governs(at, tags):
                tags[at] = "ADP"
            elif lower.endswith("ing") and _is_gerund(at, tokens, tags):
                tags[at] = "NOUN"
        if tags[at] == "VERB" and _is_noun(at, tokens, tags):
            tags[at] = "NOUN"
        if tags[at] == "VERB" and _has_verb_behind(at, tokens, tags):
            tags[at], tags[at + 1] = "NOUN", "VERB"
        if tags[at] == "VERB" and _sums_up(at, tokens, tags):
            tags[at] = "ADV"


def _is_noun(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether what passes for a verb is a noun by what stands around it."""
    if tags[at - 1] == "DET":
        bare = tokens.lowers[at - 1] in _ARTICLES and is_base_of_both(tokens.lowers[at])
        if bare or _opens_compound(at, tokens, tags):
            return True
    return _ends_subject(at, tokens, tags) or _ends_object(at, tokens, tags)


def _mend_helpers(tokens: Tokens, tags: list[str]) -> None:
    """ "Has yet to be built" and "having built" are one verb group; "yet" joins nothing there."""
    pending = cues().negation_pending
    for at in range(1, len(tags) - 1):
        waits = tokens.lowers[at] in pending and is_pending(tokens.lowers, at)
        if tokens.lowers[at - 1] == "having" and tags[at] == "VERB":
            tags[at - 1] = "AUX"  # "denied having hidden"
        if waits and lemma(tokens.lowers[at - 1], "VERB") in ("have", "be"):
            tags[at - 1 : at + 2] = ["AUX", "ADV", "PART"]


def _leads_on(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a number, or a preposition of one, stands behind a token."""
    return at + 1 < len(tags) and (tokens.lowers[at + 1] in _OF_LEVELS or tags[at + 1] == "NUM")


def _is_gerund(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form is a noun: "cases of shoplifting", "in driving tests"."""
    before, after = tags[at - 1], tags[at + 1]
    if before == "NOUN" and lemma(tokens.lowers[at], "NOUN") in cues().nouns_in_ing:
        return after in ("ADP", "PUNCT", "AUX", "CCONJ")
    governs = tokens.lowers[at + 1] in _PARTICLES and tags[at + 2 : at + 3] != ["PUNCT"]
    if tokens.lowers[at - 1] == "of" and not governs:  # not "of blowing up five cars"
        return after in ("ADP", "PUNCT", "AUX", "VERB", "CCONJ")
    if tokens.lowers[at - 1] == "on" and not governs and after in ("ADP", "PUNCT"):
        return True  # "spent $2m on marketing in 2023"
    # "in driving tests", "fishing permits": the first part of a compound
    if before == "NUM" and after == "NOUN":  # "40 sewing machines", "seven generating units broke"
        if tags[at + 2 : at + 3] in (["VERB"], ["AUX"]):
            return True
        return _is_compound(at, tokens)
    if before in ("NOUN", "PROPN") and after == "NOUN" and _is_compound(at, tokens):
        return True  # "hospital waiting lists"
    return before in ("ADP", "SCONJ", "DET", "ADJ") and after == "NOUN"


def _is_compound(at: int, tokens: Tokens) -> bool:
    """Whether a word and the next are one in WordNet: "sewing machine"."""
    compound = f"{tokens.lowers[at]} {lemma(tokens.lowers[at + 1], 'NOUN')}"
    return bool(wordnet.synsets(compound, "n"))


def _mend_participles(tokens: Tokens, tags: list[str]) -> None:
    """Participles behind an auxiliary, which may look like something else.

    "Is broadcast on" has no article, so no noun; "12 are missing" tells a state; what stands
    before "sold" in "had sold" is an auxiliary.
    """
    for at in range(1, len(tags)):
        lower, before = tokens.lowers[at], tags[at - 1]
        if lower in _STATES and before in ("AUX", "ADV"):
            tags[at] = "ADJ"
        elif before == "VERB" and tags[at] == "VERB" and tokens.lowers[at - 1] in _HAVING:
            if not lower.endswith("ing"):
                tags[at - 1] = "AUX"
        elif tags[at] == "NOUN" and before in ("AUX", "ADV"):
            after = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
            if lower in cues().nouns_or_participles and after in ("ADP", "PUNCT", "ADV", "PART"):
                tags[at] = "VERB"
        if lower == "used" and tags[at + 1 : at + 2] == ["NOUN"] and tags[at - 1] in _DESCRIBED:
            tags[at] = "ADJ"  # "14 used cars"


def _ends_subject(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form between a name and its verb is a noun ("Mopara camp stood at 340")."""
    lower = tokens.lowers[at]
    if lower in cues().openings_auxiliaries:
        return False  # "soldiers have lost their lives"
    before_verb = at + 1 < len(tags) and (
        tags[at + 1] == "AUX"
        or (tags[at + 1] == "VERB" and not tokens.lowers[at + 1].endswith("ing"))
    )
    form = lower == lemma(lower, "VERB") or (lower.endswith("s") and _moves(at + 1, tokens, tags))
    base = form and tags[at - 1] in ("PROPN", "NOUN")
    return before_verb and base and bool(wordnet.synsets(lemma(lower, "NOUN"), "n"))


def _has_verb_behind(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a plural and its verb are taken one for the other: "herring gulls nest on"."""
    lower = tokens.lowers[at]
    plural = lower.endswith("s") and tags[at - 1] in ("NOUN", "ADJ", "NUM") and can_be_noun(lower)
    behind = plural and tags[at + 1 : at + 3] == ["NOUN", "ADP"]
    return behind and can_be_verb(tokens, at + 1) and is_base_of_both(tokens.lowers[at + 1])


def _ends_object(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form ends what a verb is about: "lifted its profit forecast by 9%"."""
    if (
        tags[at - 1] != "NOUN"
        or tags[at + 1 : at + 2] != ["ADP"]
        or not is_base_of_both(tokens.lowers[at])
    ):
        return False
    start = at - 1
    while start > 0 and (tags[start] in ("NOUN", "ADJ") or tokens.lowers[start] == "-"):
        start -= 1
    if tags[start] == "VERB" and _is_past(tokens.lowers[start]) and "NUM" in tags[at + 2 : at + 5]:
        return not is_reporting(lemma(tokens.lowers[start], "VERB"))  # "pushed gas demand to 90"
    opens = tags[start] == "DET" or tokens.lowers[start] in _OWNERS
    governed = start > 0 and tags[start - 1] == "VERB"
    if is_of_relative(start, at, tokens, tags):
        return False
    return opens and governed and not is_reporting(lemma(tokens.lowers[start - 1], "VERB"))


def _moves(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a verb has no object behind it ("ferry fares rose by 12%", not "sells used cars")."""
    behind = tags[at + 1 : at + 2]
    return behind not in (("NOUN",), ("ADJ",), ("PROPN",), ["NOUN"], ["ADJ"], ["PROPN"])


def _opens_compound(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form behind an article is a noun before its noun ("a pay rise")."""
    lower = tokens.lowers[at]
    before_noun = at + 1 < len(tags) and tags[at + 1] == "NOUN"
    base = lower == lemma(lower, "VERB")
    return before_noun and base and bool(wordnet.synsets(lemma(lower, "NOUN"), "n"))


def _governs(at: int, tags: Sequence[str]) -> bool:
    """Whether a participle behind a noun governs the next one ("talks concerning the dead")."""
    nominal = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADV")
    return (
        tags[at] == "VERB"
        and tags[at - 1] in ("NOUN", "PROPN", "PUNCT")
        and tags[at + 1] in nominal
    )


def _sums_up(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a participle behind its noun says that a figure is a sum ("900 men combined")."""
    behind = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
    return (
        tokens.lowers[at] in cues().increment_total
        and tokens.lowers[at].endswith("ed")
        and tags[at - 1] in ("NOUN", "PROPN")
        and behind in ("ADP", "PUNCT", "CCONJ", "AUX")
    )


def _mend_following(tokens: Tokens, tags: list[str]) -> None:
    """ "Following the sale of its star, the club was …": a preposition if a verb comes later."""
    if tokens.lowers[:1] != ("following",) or _NOMINAL_OPENING.isdisjoint(tags[1:2]):
        return
    if "VERB" in tags[2:] or "AUX" in tags[2:]:
        tags[0] = "ADP"


def _mend_openings(tokens: Tokens, tags: list[str]) -> None:
    """A base form that opens a sentence or follows its first comma is a noun in news copy.

    "Wind farms fed …" and "In 2010, ash from … shut …" are no commands: a later verb is the verb.
    """
    for at in range(len(tags) - 1):
        if at and tokens.lowers[at - 1] not in (",", ";", ":"):
            continue
        lower = tokens.lowers[at]
        if tags[at] == "VERB" and lower.endswith("ing") and not at and tags[1:2] == ["VERB"]:
            tags[at] = "NOUN"  # "Borrowing came in at £15.2bn"
        if tags[at] != "VERB" or lower.endswith(("ed", "ing")):
            continue
        noun = bool(wordnet.synsets(lemma(lower, "NOUN"), "n"))
        finite = tags[at + 1] == "AUX" or _is_past(tokens.lowers[at + 1])
        beside = tags[at + 1] in ("VERB", "AUX") and (at > 0 or lower.endswith("s") or finite)
        before = tags[at + 1] in ("NOUN", "ADP")
        later = any(tag in ("VERB", "AUX") for tag in tags[at + 2 :])
        if noun and (beside or (before and later)):
            tags[at] = "NOUN"


def _is_past(verb: str) -> bool:
    """Whether a form of a verb is not its base, as it would be behind a command ("help build")."""
    return not verb.endswith("ing") and lemma(verb, "VERB") != verb


def _find_verb(tokens: Tokens, tags: list[str]) -> None:
    for at in range(1, len(tags) - 1):
        between = tags[at - 1] in _BEFORE_VERB and tags[at + 1] in _AFTER_VERB
        between = between and not is_activity(at, tokens, tags)
        if tags[at] == "NOUN" and between and can_be_verb(tokens, at):
            tags[at] = "VERB"
            return


def _find_bare_verb(tokens: Tokens, tags: list[str]) -> None:
    """The same where an object follows, or nothing: "tenants support reform", "women smoke."."""
    for at in range(len(tags) - 2, 0, -1):
        before, after = tags[at - 1], tags[at + 1]
        nominal = before in ("NOUN", "PROPN") and after in ("NOUN", "ADJ", "PROPN")
        plural = before == "NOUN" and lemma(tokens.lowers[at - 1], "NOUN") != tokens.lowers[at - 1]
        closes = plural and tokens.texts[at + 1] == "."
        if tags[at] == "NOUN" and (nominal or closes) and can_be_verb(tokens, at):
            tags[at] = "VERB"
            return


def _strange(tokens: Tokens) -> bool:
    """Whether the capitalised first word is no word of English, and so must be a name."""
    first, lower = tokens.texts[0], tokens.lowers[0]
    return (
        first.istitle()
        and first.isalpha()
        and len(first) > 2
        and lower not in cues().openings_closed
        and not can_be_noun(lower)
        and not any(wordnet.known(lemma(lower, tag)) for tag in ("VERB", "ADJ"))
    )


def _opens_anew(at: int, tag: str, tokens: Tokens) -> bool:
    """Whether an article with a capital stands behind a dash or a colon: "(AP) -- A fire"."""
    behind = tokens.texts[at + 1 : at + 2]
    opened = at == 0 or not tokens.lowers[at - 1][-1].isalnum()
    return tag in ("NUM", "PROPN", "NOUN") and opened and bool(behind) and behind[0].islower()


def _names_somebody(at: int, tag: str, tokens: Tokens) -> bool:
    """Whether what passes for a pronoun or an auxiliary is a name: "Ukraine", "Hull".

    There are few auxiliaries, and all are listed; pronouns are not, so that the name has to be.
    """
    if not tokens.texts[at].istitle() or not tokens.texts[at].isalpha():
        return False
    if tag == "AUX":
        return tokens.lowers[at] not in cues().openings_auxiliaries
    match = match_name(tokens.lowers, at)
    return match is not None and not match.caution


def _is_no_auxiliary(at: int, tokens: Tokens) -> bool:
    """Whether an unknown word only passes for an auxiliary: "the metro opened"."""
    lower = tokens.lowers[at]
    return (
        len(lower) > 3
        and tokens.texts[at].islower()
        and lower.isalpha()
        and lower not in cues().openings_auxiliaries
        and (can_be_noun(lower) or bool(wordnet.synsets(lemma(lower, "VERB"), "v")))
    )


def _common(tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether the first word is a common noun that stands alone."""
    if len(tags) > 1 and tokens.texts[1][:1].isupper():
        return False
    if match_name(tokens.lowers, 0) is not None:
        return False
    return can_be_noun(tokens.lowers[0])
