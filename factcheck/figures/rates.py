"""Denominators of rates: "per 100,000 residents", "a week", "an hour", "/day"."""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.figures.amounts import unit_at
from factcheck.figures.hedges import past_hedge
from factcheck.figures.numerals import read_number
from factcheck.figures.scan import Amount, Scan
from factcheck.text.lemma import lemma

_GAP: Final = 4  # tokens of the counted noun that may stand between number and denominator
_PHRASE: Final = 4
_FILLING: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_FAR: Final = (
    8  # tokens of a phrase behind the noun: "nine infections after heart surgery per 1,000"
)
_TELLING: Final = frozenset({"AUX", "VERB"})
_SAYING_WHICH: Final = _FILLING | _TELLING | {"ADP", "DET"}


class Per(NamedTuple):
    """A denominator: its canonical name, its tokens, and the rule that read it."""

    name: str
    first: int
    last: int
    rule: str


def read_per(scan: Scan, amount: Amount) -> Per | None:
    """The denominator behind an amount and the noun that it counts, or None."""
    limit = amount.end + (_GAP if amount.unit is None else 1)
    if amount.unit is not None and scan.lower(amount.end) == "of":
        limit += 2  # "40 litres of water a second"
    start = past_hedge(scan, amount.end)
    openings = scan.words["per_openings"]
    for k in range(start, limit + start - amount.end + 1):
        found = _at(scan, k, amount) if scan.lower(k) in openings else None
        if found is not None:
            counted = all(_is_counted(scan, at, start, amount) for at in range(start, k))
            if counted:
                return _chained(scan, found)
            break
    return _far(scan, start) if amount.unit is None else None


def _far(scan: Scan, start: int) -> Per | None:
    """ "14 deaths on the roads per million people": a phrase says which of them are counted.

    Over a number it may be told behind the verb: "nine cases were recorded per 1,000 homes".
    """
    told = False
    for k in range(start, min(start + _FAR, len(scan.tokens))):
        if k > start and scan.lower(k) == "per":
            found = per_at(scan, k)
            return found if not told or (found is not None and found.rule == "per-number") else None
        told = told or (k > start and scan.tag(k) in _TELLING)
        if scan.tag(k) not in (_SAYING_WHICH if k > start else _FILLING):
            return None
    return None


def _is_counted(scan: Scan, k: int, start: int, amount: Amount) -> bool:
    """Whether a token behind an amount may belong to the noun that it counts."""
    of = k == amount.end and amount.unit is not None and scan.lower(k) == "of"
    if of or scan.lower(k) == "such" or scan.hyphened(k):  # "three such cases a year"
        return True
    return scan.tag(k) in _FILLING or (k == start and scan.like_plural(k))


def _chained(scan: Scan, first: Per) -> Per:
    """ "50 litres per person per day": both denominators as one."""
    second = per_at(scan, first.last) if scan.lower(first.last) == "per" else None
    if second is None:
        return first
    return Per(f"{first.name} per {second.name}", first.first, second.last, first.rule)


def _at(scan: Scan, k: int, amount: Amount) -> Per | None:
    word, words = scan.lower(k), scan.words
    if word == "per":
        return per_at(scan, k)
    if word == "/":
        return _slashed(scan, k, amount)
    if word in {"a", "an", "each", "every"}:
        return _each(scan, k, amount, word)
    if word == "for" and scan.lower(k + 1) == "every" and _grouped(scan, k + 2):
        return per_at(scan, k + 1)
    if word == "to" and scan.lower(k + 1) == "the" and _traded(scan, k, amount):
        unit = unit_at(scan, k + 2)
        name = unit[0].symbol if unit is not None else scan.lower(k + 2)
        return Per(_canonical(scan, name), k, k + 3, "per-to-the")
    short = words["per_short"].get(word.removesuffix("."))
    if short is not None and amount.unit is not None and amount.unit.dimension[:5] == "money":
        return Per(short, k, k + 1, "per-short")
    adverb = words["per_adverbs"].get(word)
    if adverb is None or scan.noun(k + 1) or (amount.unit is None and k == amount.end):
        return None  # "70 daily flights", "three daily newspapers"
    return Per(adverb, k, k + 1, "per-adverb")


def _traded(scan: Scan, k: int, amount: Amount) -> bool:
    """ "Past 83 to the dollar", "40 miles to the gallon"; "fell 2% to the dollar" is no rate."""
    share = amount.unit is not None and amount.unit.dimension == "share"
    return not share and scan.lower(k + 2) in scan.words["per_traded"]


def _slashed(scan: Scan, k: int, amount: Amount) -> Per | None:
    """ "$15/hour", "$900/t", "30/100,000 people"."""
    following = scan.lower(k + 1)
    if following in scan.words["per_words"] or _grouped(scan, k + 1):
        return per_at(scan, k)
    if following in scan.words["per_slash"] and scan.glued(k + 1):
        return Per(_canonical(scan, following), k, k + 2, "per-unit")
    if amount.unit is None and not (len(following) > 1 and following[0].isalpha()):
        return None
    at = k + 1 + following[:1].isdecimal()  # "10 l/km", "80 mg/100 ml"
    return per_at(scan, k) if scan.glued(k) and unit_at(scan, at) is not None else None


def _each(scan: Scan, k: int, amount: Amount, word: str) -> Per | None:
    """ "A week", "each year", "an ounce", "a metric ton"; the hyphens of "$50-a-night rooms"."""
    words = scan.words
    joined = scan.hyphened(k + 1)
    at = k + 1 + joined
    noun, after = scan.lower(at), scan.lower(at + 1)
    rule = f"per-{'a' if word == 'an' else word}"
    if after in {"and", "or"} and scan.lower(at + 2) in {"a", "two", "more"}:
        return None  # "a day and a half", "a day or two later"
    if amount.unit is not None and word in {"a", "an"}:
        unit = unit_at(scan, at, plural_ok=False)
        if unit is not None and unit[0].dimension != "time":
            return Per(_canonical(scan, unit[0].symbol), k, unit[1], rule)
    listed = words["per_words"] if word in {"a", "an"} else words["per_time"]
    dated = after in words["per_not_after"] or (after == "from" and scan.lower(at + 2) == "now")
    if after == "since" and scan.text(at + 2).isdecimal():
        dated = False  # "12% a year since 2019"
    if noun not in listed or (dated and not scan.hyphened(at + 1)):
        return None
    if scan.noun(at + 1) and not joined:
        return None
    return Per(_canonical(scan, noun), k, at + 1, rule)


def _grouped(scan: Scan, i: int) -> bool:
    text = scan.text(i)
    return text[:1].isdecimal() and len(text) > 3


def per_at(scan: Scan, k: int) -> Per | None:
    """The denominator behind the "per" or the slash at token `k`."""
    if scan.lower(k + 1) in {"cent", "cents", "mille", "mil", "se"}:
        return None
    at = k + 1
    if at >= len(scan.tokens):
        return None
    number = read_number(scan.tokens, at)
    if number is not None and number.value is not None and number.value.denominator == 1:
        measured = unit_at(scan, number.last)
        if measured is not None:
            return Per(f"{number.value} {measured[0].symbol}", k, measured[1], "per-number")
        name, last = _noun_phrase(scan, number.last)
        return Per(f"{number.value} {name or 'person'}", k, max(last, number.last), "per-number")
    if scan.lower(at) in scan.words["per_time"]:  # a night is no day here
        return Per(_canonical(scan, scan.lower(at)), k, at + 1, "per-unit")
    unit = unit_at(scan, at)
    if unit is not None:
        return Per(_canonical(scan, unit[0].symbol), k, unit[1], "per-unit")
    name, last = _noun_phrase(scan, at)
    return Per(name, k, last, "per") if name else None


def _noun_phrase(scan: Scan, at: int) -> tuple[str, int]:
    """The lemmas of the nouns and adjectives from token `at` on, and the token after them."""
    pieces: list[str] = []
    k = at
    while k < min(at + _PHRASE, len(scan.tokens)) and (scan.tag(k) in _FILLING or k == at):
        if not scan.text(k)[0].isalpha():
            break
        pieces.append(scan.lower(k))
        k += 1
        if scan.tag(k - 1) == "NOUN" and scan.lower(k - 1) in scan.words["per_same"]:
            break
    if not pieces:
        return "", at
    pieces[-1] = _canonical(scan, lemma(pieces[-1], "NOUN"))
    return " ".join(pieces), k


def _canonical(scan: Scan, word: str) -> str:
    same: str = scan.words["per_same"].get(word, word)
    return same
