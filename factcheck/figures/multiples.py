"""Multiples as they are written: "doubled", "twice as many", "tenfold", "by a factor of four"."""

from __future__ import annotations

from typing import Final

from factcheck.figures.changes import compound_noun, mover
from factcheck.figures.factors import factor
from factcheck.figures.hedges import hedging
from factcheck.figures.number import exact
from factcheck.figures.scan import Amount, Draft, Scan

_WITNESS_REACH: Final = 8  # tokens that "saw" may stand before "double"
_PHRASAL: Final = frozenset({"down", "back", "over", "up", "bass", "standard", "agent"})
_SENTENCE: Final = 25  # tokens on either side of a headline's only verb, at most
_FACTOR_REACH: Final = 6  # tokens of "factor of" and the hedge behind it
_POSSESSIVES: Final = frozenset({"its", "their", "his", "her", "our", "my", "your", "that"})
_ARTICLED: Final = frozenset({"a", "the", "another", "some"})
_REACH: Final = 14  # tokens behind "as" among which a clause has its verb


def read_factor(scan: Scan, i: int) -> Draft | None:
    """ "Doubled", "twice as many", "tenfold" at token `i`; "twice" alone is an occasion."""
    words, lower = scan.words, scan.lower(i)
    verb = words["factor_verbs"].get(lower)
    if verb is not None:
        if not _factor_verb(scan, i, lower):
            return None
        direction = 1 if exact(verb) > 1 else -1
        if lower in words["factor_adjectives"] and not _is_done(scan, i):
            direction = 0  # "double the average" is a size, "will double the number" a rise
        return factor(scan, i, i + 1, exact(verb), direction, f"factor:{lower}")
    fold = words["folds"].get(lower)
    if fold is not None:
        return factor(scan, i, i + 1, exact(fold), fold_direction(scan, i, i + 1), "factor-fold")
    adverb = words["factor_adverbs"].get(lower)
    if adverb is None or scan.hyphened(i + 1) or not compares(scan, i + 1):
        return None
    return factor(scan, i, i + 1, exact(adverb), 0, f"factor:{lower}")


def _factor_verb(scan: Scan, i: int, lower: str) -> bool:
    """Whether a word like "double" multiplies here: no room, no bed, no "doubled down"."""
    follows = scan.lower(i + 1)
    if scan.hyphened(i + 1) or scan.hyphened(i - 1) or follows in _PHRASAL:
        return False
    if follows == "as" and lower.startswith("doubl") and not _is_clause(scan, i + 2):
        return False  # "the school doubled as a shelter"
    if lower in scan.words["factor_adjectives"]:
        return compares(scan, i + 1) or (_is_done(scan, i) and not scan.noun(i + 1))
    if lower.endswith("s") and scan.tag(i) == "NOUN":
        return _is_only_verb(scan, i)
    return scan.tag(i) != "PROPN"


def _is_only_verb(scan: Scan, i: int) -> bool:
    """Whether a headline has no other verb: "Perch catch halves", "Sales to Canada double"."""
    last = scan.tag(i + 1) in {"", "PUNCT", "ADP", "ADV", "SCONJ"}
    if i == 0 or not last or scan.tag(i - 1) not in {"NOUN", "PROPN"}:
        return False
    before, behind = range(max(0, i - _SENTENCE), i), range(i + 1, i + _SENTENCE)
    # a base form needs a plural subject: "her body double" tells nothing
    agrees = scan.lower(i).endswith("s") or any(scan.plural(k) for k in before)
    return agrees and not any(scan.tag(k) in {"VERB", "AUX"} for k in (*before, *behind))


def _is_clause(scan: Scan, at: int) -> bool:
    """Whether a verb follows before the next stop: "doubled as fuel prices rose"."""
    for k in range(at, at + _REACH):
        if scan.tag(k) in {"VERB", "AUX"}:
            return True
        if scan.tag(k) in {"PUNCT", ""}:
            return False
    return False


def _is_done(scan: Scan, i: int) -> bool:
    """Whether a word like "double" at token `i` is a verb: "will double", "saw cases double"."""
    helped = scan.tag(i - 1) in {"AUX", "PART"} or scan.lower(i - 1) == "to"
    # "has double the number" and an opening "double the number" tell of no deed
    told = scan.tag(i) == "VERB" and i > 0 and scan.tag(i - 1) != "VERB"
    return helped or told or _is_witnessed(scan, i) or _is_only_verb(scan, i)


def _is_witnessed(scan: Scan, i: int) -> bool:
    """Whether somebody saw or made something multiply: "saw reported cases double in 2024"."""
    lowers, first = scan.tokens.lowers, max(0, i - _WITNESS_REACH)
    seen = any(lower in scan.words["factor_witnesses"] for lower in lowers[first : max(0, i - 1)])
    ends = i + 1 >= len(lowers) or lowers[i + 1] in scan.words["factor_ends"]
    return seen and ends and scan.tag(i - 1) not in {"DET", "ADJ", "ADP", "NUM"}


def compares(scan: Scan, end: int) -> bool:
    """Whether a factor that ends before token `end` is compared with something."""
    words, follows = scan.words, scan.lower(end)
    if follows == "as":
        return scan.lower(end + 1) not in {"a", "an", "the"}
    if follows == "again":
        return scan.lower(end + 1) == "as"
    if follows in words["factor_references"]:
        return True
    if follows in words["comparatives"]:
        return True
    if follows in _POSSESSIVES and scan.lower(end - 1) == "times":
        return True  # "three times its sales"
    if follows in words["factor_yardsticks"] and scan.lower(end - 1) == "times":
        return True  # "trades at 14 times earnings"
    if follows in {"last", "this"} and scan.lower(end + 2) == "'s":
        return True  # "three times last year's figure"
    if follows in {"a", "an"} and scan.lower(end + 1) in words["factor_the"]:
        return False  # "won by half a length"
    dose = follows == "the" and scan.lower(end - 1) == "times"  # "ten times the proper dose"
    dose = dose and _ends_phrase(scan, end + 1)
    if not dose and words["factor_the"].isdisjoint(scan.tokens.lowers[end + 1 : end + 4]):
        return False
    return follows in _POSSESSIVES or scan.tag(end) in {"DET", "PRON"}


def _ends_phrase(scan: Scan, at: int) -> bool:
    """Whether what a token opens is a noun phrase without a verb: not "ten times the crew came"."""
    end = at
    while scan.tag(end) in {"ADJ", "NOUN"} or (scan.tag(end) == "VERB" and end == at):
        end += 1
    return end > at and scan.noun(end - 1) and scan.tag(end) in {"PUNCT", "ADP", "CCONJ", ""}


def fold_direction(scan: Scan, first: int, end: int) -> int:
    """Direction of "a 10-fold increase" and "fell tenfold"."""
    return compound_noun(scan, end).direction or mover(scan, first)[1]


def factor_of(scan: Scan, amount: Amount) -> Draft | None:
    """ "Rose by a factor of four", "multiplied by four"; "risk factor of four" is a label."""
    i, value = amount.first, amount.value
    if value is None or value.numerator <= 0:
        return None
    if scan.lower(i - 1) == "by" and scan.lower(i - 2) in scan.words["factor_by"]:
        up = scan.words["factor_by"][scan.lower(i - 2)]
        return factor(scan, i, amount.last, value, up, *amount.rules, "factor-by")
    if "factor" not in scan.tokens.lowers[max(0, i - _FACTOR_REACH) : i]:
        return None
    at = hedging(scan, amount).first - 2
    if scan.tokens.lowers[at : at + 2] != ("factor", "of") or scan.lower(at - 1) not in _ARTICLED:
        return None
    direction = mover(scan, at - 1)[1]
    return factor(scan, i, amount.last, value, direction, *amount.rules, "factor-of")
