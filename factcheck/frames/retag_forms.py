"""Mending verbs and nouns that the tagger confuses, where the form of a word decides.

English verbs agree: a base form is no predicate of a singular noun ("the north face"), and a past
form that is no noun is a verb wherever it stands ("winds tore roofs off").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.cues import cues
from factcheck.frames.wordforms import can_be_noun, can_be_verb, is_of_relative
from factcheck.lexicon import wordnet
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens

_HAVING = frozenset({"have", "has", "had"})
_MISTAKEN = frozenset({"NOUN", "AUX", "X", "ADP"})  # what a verb passes for
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADV"})
_IN_PHRASE = frozenset({"NOUN", "ADJ", "NUM", "SYM", "PROPN"})
_OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your", "'s"})
# Past forms that are nouns as well.
_NOUNS_TOO = frozenset({
    "rose", "saw", "left", "thought", "found", "felt", "drove", "shook", "bent", "ground", "wound",
    "dove", "lay", "spoke", "bit", "fed", "led", "lent", "sent", "bore",
})  # fmt: skip
_THEY = frozenset({"they", "we", "you", "i"})
_HE = frozenset({"he", "she", "it"})
_UP = (("up",), ("off",), ("out",), ("down",), ("away",))
# Prepositions in -s.
_IN_S = frozenset({"across", "besides", "towards", "minus", "plus", "versus", "less", "times"})
_PARTICLES = frozenset({"up", "off", "out", "down", "aside", "back"})
# Singular nouns that take a plural verb.
_PLURAL = frozenset({
    "police", "staff", "people", "majority", "minority", "number", "half", "third", "quarter",
    "percent", "rest", "couple", "dozen", "team", "crew", "family", "government", "cattle",
})  # fmt: skip
# Behind these a base form follows its subject.
_CAUSING = frozenset({"let", "make", "see", "help", "watch", "have", "hear", "feel", "do"})
# Nouns that one takes without an article: what is taken for "to effect" and "to place" is none.
_TAKEN = frozenset({
    "aim", "charge", "control", "cover", "effect", "exception", "flight", "heart", "hold",
    "hostage", "issue", "note", "offence", "office", "part", "place", "power", "pride", "refuge",
    "root", "shape", "shelter", "stock", "time",
})  # fmt: skip
# What people are taken or held as; it is no head of "took 12 guards hostage".
_HELD = frozenset({"hostage", "prisoner", "captive"})
_HOLDING = frozenset({"take", "hold", "seize", "keep"})
_HELD_REACH = 7  # tokens between the verb and "hostage"
_TAKING = frozenset({"take", "takes", "took", "taking"})
_TO_SIZES = (("by",), ("to",), ("from",))
# Past forms that have become prepositions.
_PARTICIPIAL = frozenset({"given", "past", "granted", "provided", "based", "gone", "bar", "set"})
_WATCHING = frozenset({"let", "see", "help", "watch", "hear"})
_BY = (("with",), ("by",))
_OWN = (("its",), ("his",), ("her",), ("their",), ("the",), ("a",), ("an",), ("them",), ("it",))
_WITH = frozenset({"with", "without"})
# Verbs of being or becoming, in the form that passes for a plural: "the road remains closed" …
_LINKING = frozenset({
    "remains", "stays", "appears", "seems", "looks", "feels", "becomes", "goes", "gets", "lies",
    "stands", "sits", "turns", "falls", "proves",
})  # fmt: skip
# Verbs of saying that pass for plurals before "that".
_REPORTING = frozenset({
    "projects", "forecasts", "estimates", "claims", "reports", "plans", "fears", "hopes", "warns",
    "guesses", "notes", "states", "shows", "finds", "vows", "pledges", "promises", "calculates",
})  # fmt: skip
# … but not where it is done to what is left of somebody: "horse remains found in a cave".
_DONE_TO_REMAINS = frozenset({
    "find", "discover", "bury", "recover", "identify", "exhume", "return", "unearth", "dig",
    "uncover", "locate", "excavate", "inter", "cremate", "examine", "test", "date", "repatriate",
})  # fmt: skip
_PERCENT = (("%",), ("percent",), ("pc",), ("per",))
_CURRENCIES = frozenset("$£€¥")
_MOST_CAPITALS = 0.5  # of a sentence's words: beyond it, it is a headline in capitals


def mend_forms(tokens: Tokens, tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    _mend_headline(tokens, tags)
    _mend_held(tokens, tags)
    for at in range(1, len(tags)):
        tag = tags[at]
        if tag == "VERB":
            if _names_somebody(at, tokens, tags) and not _is_title(tokens):
                tags[at] = "PROPN"
            elif (
                is_activity(at, tokens, tags)
                or _is_counted(at, tokens, tags)
                or _disagrees(at, tokens, tags)
            ):
                tags[at] = "NOUN"
            elif _left_as(at, tokens, tags):
                tags[at] = "ADJ"
            elif tokens.lowers[at] in _TAKEN and tokens.lowers[at - 1] in _TAKING:
                tags[at - 1 : at + 1] = ["VERB", "NOUN"]  # "the rule takes effect"
        elif tag == "ADJ" and _is_equipped(at, tokens, tags):
            tags[at] = "VERB"
        elif tag in _MISTAKEN and _is_verb(at, tokens, tags):
            tags[at] = "VERB"
            if tokens.lowers[at - 1] in _HAVING:
                tags[at - 1] = "AUX"


def is_activity(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an "-ing" is what rose or fell: "Paris cycling down 4%", "UK borrowing up £2bn".

    So is a plural that passes for a verb, of which a share is told: "Kessia exports down 4%".
    """
    lower, share = tokens.lowers[at], tokens.lowers[at + 3 : at + 4] in _PERCENT
    several = share and lower.endswith("s") and can_be_noun(lower)
    activity = several or lower.endswith("ing")
    if not activity or tags[at - 1] not in ("NOUN", "PROPN", "ADJ"):
        return False
    way, amount = tokens.lowers[at + 1 : at + 2], tokens.texts[at + 2 : at + 3]
    told = bool(amount) and (amount[0][0].isdigit() or amount[0] in _CURRENCIES)
    return way in (("up",), ("down",), ("flat",)) and told


def _mend_held(tokens: Tokens, tags: list[str]) -> None:
    for at in range(1, len(tags)):
        if tags[at] == "NOUN" and _is_held(at, tokens, tags):
            tags[at] = "ADV"


def _is_held(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun says as what somebody is held: "took 12 aid workers hostage"."""
    if tokens.lowers[at] not in _HELD or tags[at - 1] != "NOUN":
        return False
    if not (
        tokens.lowers[at - 1].endswith("s")
        or tokens.lowers[at - 1] in ("people", "men", "women", "children")
    ):
        return False
    before = range(max(0, at - _HELD_REACH), at - 1)
    return any(tags[i] == "VERB" and lemma(tokens.lowers[i], "VERB") in _HOLDING for i in before)


def _is_witnessed(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a noun is what somebody sees happen: "had seen their pay shrink by 9%"."""
    if tokens.lowers[at + 1 : at + 2] not in _TO_SIZES or "NUM" not in tags[at + 2 : at + 5]:
        return False
    if tokens.lowers[at] not in cues().measure_verbs or tags[at - 1] != "NOUN":
        return False
    start = at - 1
    while start > 0 and tags[start] in ("NOUN", "ADJ", "DET", "PRON", "PROPN"):
        start -= 1
    return tags[start] == "VERB" and lemma(tokens.lowers[start], "VERB") in _WATCHING


def _is_equipped(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a participle that looks like an adjective governs: "and armed with 92 teeth"."""
    lower = tokens.lowers[at]
    beside = tags[at - 1] in ("CCONJ", "PUNCT", "NOUN") and tokens.lowers[at + 1 : at + 2] in _BY
    return lower.endswith("ed") and beside and can_be_verb(tokens, at)


def _is_no_preposition(at: int, tokens: Tokens) -> bool:
    """Whether a word in -s only passes for a preposition: "as the deficit tops £1bn"."""
    lower = tokens.lowers[at]
    return len(lower) > 3 and lower.endswith("s") and lower not in _IN_S and can_be_verb(tokens, at)


def _is_verb(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether something else than a verb in the tagger's eyes is one."""
    if tags[at] == "ADP":
        lower = tokens.lowers[at]
        past = lower not in _PARTICIPIAL and _is_past(at, tokens, tags)
        return past or _is_no_preposition(at, tokens)  # "overpaid builders by £3m"
    if tags[at] == "AUX":
        return _has_subject(at, tokens, tags)
    if _is_past(at, tokens, tags) or _is_aside(at, tokens, tags):
        return True
    if _links(at, tokens, tags):
        return True
    return tags[at] == "NOUN" and (
        _has_subject(at, tokens, tags)
        or _accompanies(at, tokens, tags)
        or _is_witnessed(at, tokens, tags)
    )


def _links(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a verb in -s leads from its subject to a state: "one sailor remains hospitalized"."""
    if tokens.lowers[at] == "says" and tags[at] == "NOUN":
        return True  # "lighthouse keeper says visits down"
    if tokens.lowers[at] in _REPORTING and tokens.lowers[at + 1 : at + 2] == ("that",):
        return tags[at] == "NOUN" and tags[at - 1] in ("NOUN", "PROPN")  # "the bank projects that"
    if tokens.lowers[at] not in _LINKING or at + 1 >= len(tags) or tags[at] != "NOUN":
        return False
    state = tokens.lowers[at + 1]
    told = tags[at + 1] == "ADJ" or (tags[at + 1] == "VERB" and state.endswith(("ed", "ut", "en")))
    ends = at + 2 >= len(tags) or tags[at + 2] not in ("NOUN", "ADJ", "PROPN")
    done = lemma(state, "VERB") in _DONE_TO_REMAINS
    return told and ends and not done and tags[at - 1] in ("NOUN", "PROPN")


def _mend_headline(tokens: Tokens, tags: list[str]) -> None:
    """A headline's first two words: "Fed lifts rates by 25 basis points"."""
    if len(tags) < 4 or tags[0] not in ("VERB", "NOUN", "PROPN", "ADJ") or tags[1] != "NOUN":
        return
    verb = tokens.lowers[1]
    finite = verb.endswith("s") and bool(wordnet.synsets(lemma(verb, "VERB"), "v"))
    stop = next((i for i, t in enumerate(tokens.lowers) if t in (";", ":", ",")), len(tags))
    alone = not {"VERB", "AUX"}.intersection(tags[1:stop])
    if finite and alone and tags[2] in ("NOUN", "NUM", "DET", "ADJ", "SYM"):
        tags[0] = "PROPN" if tags[0] == "VERB" else tags[0]
        tags[1] = "VERB"


def _is_counted(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a number above one wants a word in -s for its noun: "48 wolf cubs"."""
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    if not lower.endswith("s") or at < 2 or tags[at - 2 : at] != ["NUM", "NOUN"]:
        return False
    several = before != lemma(before, "NOUN") and not before.endswith("ing")  # "parking meters"
    single = tokens.lowers[at - 2] in ("one", "1") or several
    return not single and can_be_noun(lower)


def _has_subject(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a pronoun or a plural is the subject of what looks like a noun.

    "They control", "it shows", "speeds average just 18 Mbps", ", ends up".
    """
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    base = lemma(lower, "VERB")
    auxiliary = lower in cues().openings_auxiliaries
    if auxiliary or not tokens.texts[at].islower() or not wordnet.synsets(base, "v"):
        return False
    after = tags[at + 1 : at + 2]
    if before in (_THEY if lower == base else _HE):
        return True
    if before == "one" and lower.endswith("s") and after in (["ADV"], ["NUM"], ["DET"]):
        return True  # "the new one needs just eight"
    if lower != base:
        return before == "," and lower.endswith("s") and tokens.lowers[at + 1 : at + 2] in _UP
    if tags[at - 1] == "PROPN" and at > 1 and after == ["ADP"]:
        return lemma(tokens.lowers[at - 2], "VERB") in _WATCHING  # "saw Ireland run in six tries"
    plural = tags[at - 1] == "NOUN" and before.endswith("s") and before != lemma(before, "NOUN")
    return plural and after == ["ADV"] and tags[at + 2 : at + 3] == ["NUM"]


def _is_aside(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a participle behind a comma looks like a noun: "the trust, set up in 1990, …"."""
    lower, after = tokens.lowers[at], tokens.lowers[at + 1 : at + 2]
    beside = tokens.lowers[at - 1] == "," and lower in cues().verbs_unchanged
    return beside and ((after[:1] and after[0] in _PARTICLES) or tags[at + 1 : at + 2] == ["ADP"])


def _left_as(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word says in what state something is: "with 12 acres still bare"."""
    if tokens.lowers[at] != lemma(tokens.lowers[at], "VERB"):
        return False
    opens = _phrase_opener(at, tokens, tags)
    ends = at + 1 >= len(tags) or tags[at + 1] in ("PUNCT", "ADP", "CCONJ")
    return opens in _WITH and ends and bool(wordnet.synsets(tokens.lowers[at], "a"))


def _phrase_opener(at: int, tokens: Tokens, tags: Sequence[str]) -> str:
    """The word before the noun phrase that ends before a token."""
    first = at
    while first and tags[first - 1] in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "SYM", "ADV"):
        first -= 1
    return tokens.lowers[first - 1] if 0 < first < at else ""


def _is_title(tokens: Tokens) -> bool:
    words = [text for text in tokens.texts if text[:1].isalpha()]
    return sum(text[:1].isupper() for text in words) > _MOST_CAPITALS * len(words)


def _names_somebody(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a capital inside a sentence makes a verb a name: "and Brook an unbeaten 87"."""
    text = tokens.texts[at]
    return text.istitle() and text.isalpha() and tags[at - 1] in ("CCONJ", "ADP", "PROPN", "DET")


def _is_past(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a word is the past of a verb and no noun at all ("tore", "fell")."""
    lower = tokens.lowers[at]
    before = tags[at - 1] in _NOMINAL or tokens.lowers[at - 1] in _HAVING
    before = before or (tokens.lowers[at - 1] == "," and tokens.lowers[at + 1 : at + 2] == ("by",))
    # "and underspent its budget"
    before = before or (tags[at - 1] == "CCONJ" and tokens.lowers[at + 1 : at + 2] in _OWN)
    if not before or lower.endswith(("s", "ing")) or not lower.isalpha():
        return False
    base = lemma(lower, "VERB")
    past = base != lower and tokens.texts[at].islower() and bool(wordnet.synsets(base, "v"))
    irregular = (
        not lower.endswith("ed") and lower not in _NOUNS_TOO and base not in cues().verbs_unchanged
    )
    return past and (irregular or not wordnet.synsets(lower, "n"))


def _disagrees(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether a base form cannot be the predicate of the singular before it: "the north face"."""
    lower, before = tokens.lowers[at], tokens.lowers[at - 1]
    if lower != lemma(lower, "VERB"):
        return _is_object(at, tokens, tags)
    if (
        lower in _HAVING
        or lower in cues().verbs_unchanged
        or not tokens.texts[at].islower()
        or not can_be_noun(lower)
    ):
        return False
    if tags[at - 1] != "NOUN" or before != lemma(before, "NOUN") or before in _PLURAL:
        return False
    first = at
    while first and (tags[first - 1] in _IN_PHRASE or tokens.lowers[first - 1] == "-"):
        first -= 1
    if not first or (tags[first - 1] != "DET" and tokens.lowers[first - 1] not in _OWNERS):
        return False
    if is_of_relative(first - 1, at, tokens, tags):
        return False
    caused = first > 1 and lemma(tokens.lowers[first - 2], "VERB") in _CAUSING
    return not caused and not _asked(first, tokens, tags)


def _is_object(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form is what the verb before it acts on: "pushing borrowing up"."""
    lower = tokens.lowers[at]
    if not lower.endswith("ing") or tags[at - 1] != "VERB" or not wordnet.synsets(lower, "n"):
        return False
    governing = lemma(tokens.lowers[at - 1], "VERB")
    if tokens.lowers[at - 2 : at - 1] == ("to",) and tags[at + 1 : at + 2] == ["NOUN"]:
        return governing in cues().headlines_handling  # "to cut voting age to 16"
    governs = governing in cues().clauses_gerund_verbs
    return not governs and tokens.lowers[at + 1 : at + 2] in _UP


def _asked(first: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an auxiliary stands before a noun phrase, whose verb is a base form behind it."""
    return any(tags[i] == "AUX" for i in range(max(0, first - 3), first))


def _accompanies(at: int, tokens: Tokens, tags: Sequence[str]) -> bool:
    """Whether an -ing form tells of those behind "with": "with Italy accounting for 38 million"."""
    gerund = tokens.lowers[at].endswith("ing")
    if not gerund or tags[at - 1] not in ("NOUN", "PROPN") or at + 1 >= len(tags):
        return False
    opens = _phrase_opener(at, tokens, tags) in _WITH
    return opens and tags[at + 1] in ("ADP", "DET", "NUM", "ADV")
