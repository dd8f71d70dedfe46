"""Where, between two verb groups of a row, what the second one governs begins."""

from __future__ import annotations

from functools import cache

from factcheck.frames.clauses import Predicate
from factcheck.frames.cues import cues
from factcheck.frames.words import Words
from factcheck.lexicon.events import is_reporting

RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where", "when"})
STOPS = frozenset({";", ":", "—", "–", "("})
COMMAS = frozenset({",", ")"})
OPENING = frozenset({",", "("})
JOINING = frozenset({"and", "but", "or", "nor", "yet", "plus"})
ACCOMPANYING = frozenset({"with", "without"})
NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "SYM", "PRON", "PART"})
_ASKING = frozenset({"what", "how", "why"})
_PERSONS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_TOLD_OF = frozenset({"for", "of", "about", "against"})
# What describes the noun before a comma opens with these, or with a number.
_DESCRIBING = frozenset({
    "including", "among", "aged", "or", "some", "about", "a", "an", "all", "most", "many", "mostly",
})  # fmt: skip
_BEFORE_PART = COMMAS | STOPS | {"and", "but", "while"}
_PARTITIVE = NOMINAL - {"PROPN", "PART"} | {"ADV", "ADP"}


def boundary(left: Predicate, right: Predicate, first: int, edge: int, words: Words) -> int:
    """Where, between two verb groups of one row, what the second one governs begins.

    Args:
        left: the first verb group.
        right: the second one.
        first: where the clause of the first one begins.
        edge: the second one's first token, or that of a clause inside its subject.
        words: the sentence.
    """
    low, high, lowers = left.last, edge, words.lowers
    closes = edge < right.first
    if closes and lowers[edge - 1] in OPENING:
        high -= 1
    if high <= low or _is_subject(left, right, first, words):
        return high
    accompanied = _accompanied(low, right, words)
    if accompanied >= 0:
        return accompanied
    opens = before_adverbs(high, words)
    if not closes and (lowers[opens] in COMMAS or lowers[opens] in JOINING):
        stop = _resuming_stop(right, low, opens, words)
        return stop if stop >= 0 else _before_aside(left, low, opens, words)
    if lowers[right.first - 1] == "to":
        return right.first - 1
    opener = _opener(low, high, words)
    if opener >= 0:
        return with_preposition(opener, low, words)
    if lowers[high] == "being":
        return _subject(low, high, words)  # "resulted in 14 wolves being released"
    if lowers[right.first].endswith("ing"):
        return _parallel(left, low, high, words) or _absolute(low, high, words)
    stop = _last(low, high, STOPS, words)
    if stop >= 0:
        return stop
    of_noun = right.first != right.verb or _last(low, high, COMMAS, words) >= 0
    told = not (of_noun and is_reduced(right, words)) and _tells(left, high, words)
    return low if told else _joined(left, right, first, high, words)


_RESUMING = ((",", "and"), (",", "but"), (",", "while"))


def _resuming_stop(right: Predicate, low: int, comma: int, words: Words) -> int:
    """The stop behind which a subject has an aside: "…; the other two, both over 70, drowned"."""
    if words.lowers[comma] != "," or not is_finite(right, words):
        return -1
    stop = _last(low, comma, STOPS, words)
    if stop >= 0:
        return stop
    pairs = range(comma - 2, low - 1, -1)  # "…, and its shares, down 40% since May, fell"
    return next((i for i in pairs if words.lowers[i : i + 2] in _RESUMING), -1)


@cache
def openers() -> frozenset[str]:
    """Words that open a clause when a later verb follows them, those of questions included."""
    return cues().clauses_openers | _ASKING


def _is_subject(left: Predicate, right: Predicate, first: int, words: Words) -> bool:
    """Whether what a gerund opens is the subject of a verb: "mending the 118 piles will take"."""
    gerund = words.lowers[left.first].endswith("ing") and left.first == first == 0
    between = words.lowers[left.last : right.first]
    alone = COMMAS.isdisjoint(between) and openers().isdisjoint(between)
    return gerund and alone and is_finite(right, words)


def _opener(low: int, high: int, words: Words) -> int:
    """The last word between two verbs that opens the clause of the second one, or -1.

    In "after 16 years aloft, four more than planned" that is "than", not "after".
    """
    than = next(
        (i for i in range(high - 1, low, -1) if words.lowers[i] == "than" and _compares(i, words)),
        -1,
    )
    return max(than, _last(low, high, openers(), words))


def _compares(at: int, words: Words) -> bool:
    """Whether "than" at a token leads to no number, as it does in "more than 30"."""
    return not any(words.numbers[at + 1 : at + 3])


def _before_aside(left: Predicate, low: int, comma: int, words: Words) -> int:
    """Where a clause begins whose subject an aside parts from its verb, or the comma before that.

    "The inquest heard that the climber, 29, fell", "said 79 migrants, including 17 children, were
    saved".
    """
    lowers = words.lowers
    opens = next((i for i in range(comma - 1, low, -1) if lowers[i] == ","), -1)
    if lowers[comma] != "," or opens < 0 or not _describes(opens + 1, words):
        return comma
    opener = max(_last(low, opens, openers(), words), _last(low, opens, STOPS, words))
    if opener >= 0:
        return with_preposition(opener, low, words)
    return low if _tells(left, opens, words) else comma


def _describes(at: int, words: Words) -> bool:
    """Whether what a token opens describes the noun before the comma: "29", "a man of 28"."""
    return words.lowers[at] in _DESCRIBING or words.numbers[at]


def _tells(left: Predicate, high: int, words: Words) -> bool:
    """Whether a clause is what a verb says: "said profits had risen".

    Not so in "claimed the prize, but others won more".
    """
    if left.passive or not is_reporting(words.lemmas[left.verb]):
        return False
    if words.lowers[left.last] in _TOLD_OF:
        return False  # "asked for terms of nine years for the men accused"
    between = zip(words.lowers[left.last : high], words.lowers[left.last + 1 : high], strict=False)
    return not any(one == "," and other in JOINING for one, other in between)


def _accompanied(low: int, right: Predicate, words: Words) -> int:
    """Where a circumstance opens ("…, with 12 injured", "ended with 20 agreeing"), or -1."""
    lowers, high = words.lowers, right.first
    finite = is_finite(right, words)
    if lowers[low] in ACCOMPANYING and not finite:
        return low
    if finite and lowers[before_adverbs(high, words)] in COMMAS:
        return -1
    for at in range(low, high - 1):
        if lowers[at] in COMMAS and lowers[at + 1] in ACCOMPANYING:
            return at
        behind_figure = lowers[at] in ACCOMPANYING and words.numbers[at - 1]
        if behind_figure and NOMINAL.issuperset(words.tags[at + 1 : high]):
            return at  # "has risen to 2,300 with 10,000 injured"
    return -1


def _parallel(left: Predicate, low: int, high: int, words: Words) -> int:
    """Where the subject of a second participle begins, or 0.

    "Perera making 71 and the last four wickets falling for nine runs".
    """
    start = _subject(low, high, words)
    led = low < start < high and words.lowers[start - 1] == "and"
    return start - 1 if led and words.lowers[left.first].endswith("ing") else 0


def _absolute(low: int, high: int, words: Words) -> int:
    """Where a participle's own subject begins: ", two of them fighting", "and 20 pledging aid"."""
    comma = _last(low, high, COMMAS, words)
    partitive = {"of", "each", "both", "all"}.intersection(words.lowers[comma + 1 : high])
    if comma >= 0 and partitive:
        return comma
    named = low < high - 2 and words.lowers[high - 2] in ("and", ",")
    return high - 2 if named and words.tags[high - 1] in ("NUM", "PROPN") else high


def _last(low: int, high: int, wanted: frozenset[str], words: Words) -> int:
    """The last opener between two verbs that governs no mere noun phrase, or -1."""
    for at in range(high - 1, low - 1, -1):
        if words.lowers[at] in wanted and words.tags[at] not in ("DET", "NUM"):
            if words.lowers[at] == "that" and words.lowers[at + 1] == "of":
                continue
            return at
    return -1


def _joined(left: Predicate, right: Predicate, first: int, high: int, words: Words) -> int:
    """The same where only "and", a comma or nothing stands between: where the subject begins."""
    lowers = words.lowers
    commas = [i for i in range(left.last, high) if lowers[i] in COMMAS]
    joins = [i for i in range(left.last, high) if _joins(i, words)]
    strong = [i for i in joins if i - 1 in commas or lowers[i] in ("but", "yet")]
    named = contact(left.last, high, words)
    if named >= 0:
        return named
    if commas and joins and commas[-1] > joins[-1] and is_reporting(words.lemmas[right.verb]):
        return commas[-1]  # "…, or 0.6% of output, the report says"
    last = max((*commas, *joins), default=high)
    if is_reduced(right, words) and last + 1 < high and _governs(last + 1, words):
        return right.first  # "by 38% in infants and by 29% in those aged two"
    if strong:
        return strong[-1]
    fronted = lowers[first] in cues().clauses_openers or words.tags[first] == "ADP"
    if commas and (fronted or not joins):
        return commas[-1]
    if joins:
        return joins[-1]
    subject = _subject(left.last, high, words)
    own = subject > left.last and words.tags[subject - 1] in ("NOUN", "NUM", "PROPN", "SYM")
    return right.first if is_reduced(right, words) and not own else subject


def _joins(at: int, words: Words) -> bool:
    """Whether a conjunction joins clauses or nouns, and no number: "one hundred and five"."""
    return words.lowers[at] in JOINING and words.tags[at] == "CCONJ" and not words.numbers[at]


def _governs(at: int, words: Words) -> bool:
    """Whether a preposition opens at a token, and no hedge: "up to 50", "at least 12"."""
    hedges = any(r.outer_first <= at < r.first for r in words.readings)
    return words.tags[at] == "ADP" and not hedges


def contact(low: int, high: int, words: Words) -> int:
    """Where the noun phrase begins that a clause without pronoun is of, or -1.

    "More than double the $420m it had put aside".
    """
    at = before_adverbs(high, words)
    if at - 1 <= low or words.lowers[at] not in _PERSONS:
        return -1
    if words.tags[at - 1] not in ("NOUN", "NUM", "SYM"):
        return -1
    while at > low and words.tags[at - 1] in NOMINAL:
        at -= 1
        if words.tags[at] == "DET":
            break
    return at


def _subject(low: int, high: int, words: Words) -> int:
    """Where the noun phrase right before a verb begins: "the £155m they received"."""
    at = high
    while at > low and words.tags[at - 1] == "ADV":
        at -= 1
    if at > low and words.tags[at - 1] in ("PRON", "PROPN"):
        return at - 1
    step = at
    while step > low and words.tags[step - 1] in NOMINAL:
        step -= 1
        if words.tags[step] == "DET":
            break
    return step


def before_adverbs(at: int, words: Words) -> int:
    """The last token before a verb group that is no adverb, or 0."""
    at -= 1
    while at > 0 and words.tags[at] == "ADV" and words.lowers[at] not in RELATIVES:
        at -= 1
    return max(at, 0)


def is_finite(group: Predicate, words: Words) -> bool:
    """Whether a verb group may be the predicate of a sentence: no bare participle or infinitive."""
    infinitive = group.first > 0 and words.lowers[group.first - 1] == "to"
    if words.lowers[group.first] in cues().verbs_participles:
        return False
    return not infinitive and not words.lowers[group.first].endswith("ing")


def is_reduced(group: Predicate, words: Words) -> bool:
    """Whether a participle opens a verb group: "aged two", "said to run the ring"."""
    opens = group.first == group.verb or group.matrix[:1] == (group.first,)
    return opens and is_participle(group, words)


def is_participle(group: Predicate, words: Words) -> bool:
    """Whether a verb group may be a bare participle ("polled", "lying", "given")."""
    first = words.lowers[group.first]
    if words.tags[group.first] == "AUX":
        return first.endswith("ing")
    if first in cues().verbs_pasts:
        return False
    if first in cues().verbs_unchanged:
        return group.first == group.verb
    return first != words.lemmas[group.first] and not first.endswith("s")


def with_preposition(at: int, first: int, words: Words) -> int:
    """Where "40 of which", "in which" and "most of whom" begin."""
    if at > first and words.lowers[at - 1] == "of":
        step = at - 1
        while step > first and words.lowers[step - 1] not in _BEFORE_PART:
            if words.tags[step - 1] not in _PARTITIVE:
                return at
            step -= 1
        return step
    return at - 1 if at > first and words.tags[at - 1] == "ADP" else at
