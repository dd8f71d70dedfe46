"""Ages: "a 41-year-old", "aged 41", "Meyer, 41,", "in her forties", "women over 65"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Final

from factcheck.figures.number import Number
from factcheck.figures.scan import Amount, Scan
from factcheck.figures.unit_data import named
from factcheck.model import Hedge, Unit
from factcheck.text.lemma import lemma

_OLDEST: Final = 125
_YOUNGEST: Final = 14  # whom an article calls by a trade
_GROUP_REACH: Final = 6  # tokens between a group and what is said of its age
_DESCRIBED: Final = 4  # words of "the former Labour minister"
_TENS: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "teens": 13,
}
# Hedges and articles that may stand between "aged" and the number.
_BEFORE_AGE: Final = frozenset({
    "of", "about", "around", "between", "just", "only", "over", "under", "at", "least", "from",
    "and", "the", "up", "to", "than", "more", "less", "is", "was", "be",
})  # fmt: skip
_CLOSING: Final = frozenset({",", ".", ")", "", ";", "-", "–", "—", "and", "was", "who", "of"})
_BE: Final = frozenset({"are", "were", "is", "was"})
# Adverbs between "who is" and the number.
_BESIDE_AGE: Final = frozenset({"now", "still", "only", "just", "already", "then"})
_BETWEEN: Final = _BE | {"aged", "and", "now", "all", "who", "that"}
_LEAVING: Final = frozenset(
    {"left", "leave", "leaves", "leaving", "quit", "quits", "entered", "started"}
)
_LEFT: Final = frozenset({"school", "home", "university", "college"})
_COMPARED: Final = (("younger", "than"), ("older", "than"))
_POSSESSIVES: Final = frozenset({"his", "her", "their", "my", "your", "our", "its"})


@cache
def years() -> Unit:
    """The unit of an age that names none."""
    return replace(named("year", "time"), written="")


def read_age(scan: Scan, amount: Amount) -> Amount | None:
    """`amount` as an age, in years where no unit is written, or None."""
    if amount.unit is not None:
        return _old(scan, amount) if amount.unit.dimension == "time" else None
    if amount.hyphened or amount.number.scale != 1 or amount.high > _OLDEST or amount.low < 0:
        return None
    yo = scan.lower(amount.end)
    if yo == "yo" or (yo == "y" and scan.text(amount.end + 1) == "/"):
        end = amount.end + (1 if yo == "yo" else 3)
        return replace(amount, unit=years(), end=end, rules=[*amount.rules, "age-old"])
    rule = (
        _announced(scan, amount)
        or _described(scan, amount)
        or _apposed(scan, amount)
        or _compared(scan, amount)
    )
    if not rule:
        return None
    return replace(amount, unit=years(), rules=[*amount.rules, rule])


def counts_aged(scan: Scan, amount: Amount) -> bool:
    """Whether an age of one only describes what is counted: "22,000 day-old chicks".

    Args:
        scan: the text.
        amount: a number with the unit behind it.
    """
    if amount.hyphened or amount.unit is None or amount.high <= _OLDEST:
        return False
    return scan.text(amount.end) in {"-", "‑", "‐"} and scan.lower(amount.end + 1) == "old"


def _old(scan: Scan, amount: Amount) -> Amount | None:
    """ "12-year-old", "12 years old", "12 years of age", "older than 12 years"."""
    end = amount.end
    hyphen = scan.text(end) in {"-", "‑", "‐"}
    if scan.lower(end + hyphen) in {"old", "olds"}:
        end += hyphen + 1
    elif scan.tokens.lowers[end : end + 2] == ("of", "age"):
        end += 2
    elif scan.lower(amount.first - 1) in scan.words["age_before"]:
        return replace(amount, rules=[*amount.rules, "age-aged"])  # "a toddler aged 18 months"
    elif scan.tokens.lowers[max(0, amount.first - 2) : amount.first] not in _COMPARED:
        return None
    return replace(amount, end=end, rules=[*amount.rules, "age-old"])


def _announced(scan: Scan, amount: Amount) -> str:
    if _is_said_of_somebody(scan, amount):
        return "age-is"
    words = scan.words
    lived = scan.lower(amount.first - 2) in words["age_lived"] or _leaves_school(scan, amount)
    if lived and scan.lower(amount.first - 1) == "at" and not scan.noun(amount.end):
        return "age-at"
    if (
        scan.lower(amount.first - 1) == "at"
        and scan.text(amount.end) == ","
        and amount.number.plain
    ):
        opening = scan.starts(amount.first - 1) and scan.tag(amount.end + 1) in {"PROPN", "PRON"}
        return "age-at" if opening else ""
    at = amount.start if amount.start >= 0 else amount.first
    for k in range(at - 1, max(-1, at - 5), -1):
        lower = scan.lower(k)
        if lower in words["age_before"]:
            return "age-aged"
        if lower in words["age_turned"] and k == at - 1:
            return "" if scan.noun(amount.end) else "age-turned"
        if lower not in _BEFORE_AGE:
            break
    return ""


def _described(scan: Scan, amount: Amount) -> str:
    """ "A girl of 12", "men of over 60": a person, and a number with nothing to count."""
    of = amount.first - 1
    while scan.lower(of) in _BEFORE_AGE - {"of"}:
        of -= 1
    person = lemma(scan.lower(of - 1), "NOUN")
    if scan.lower(of) != "of" or person not in scan.words["age_described"]:
        return ""
    counting = scan.noun(amount.end) or scan.tag(amount.end) in {"ADJ", "NUM"}
    return "" if counting or amount.low < 1 else "age-described"


def _leaves_school(scan: Scan, amount: Amount) -> bool:
    """ "Left school at 14", "left home at 16"."""
    left = scan.lower(amount.first - 3) in _LEAVING
    return left and scan.lower(amount.first - 2) in _LEFT


def _is_said_of_somebody(scan: Scan, amount: Amount) -> bool:
    """ "He was 38.", "Meyer, who is now 71, …", "Meyer was 88 when she died"."""
    at = amount.first - 1
    while scan.lower(at) in _BESIDE_AGE:
        at -= 1
    be = scan.lower(at) in {"is", "was", "'s"}
    spoken = be and scan.lower(at - 1) in {"he", "she", "who"}
    named = be and scan.tag(at - 1) == "PROPN" and scan.lower(amount.end) in {"when", "at"}
    return named or (spoken and scan.text(amount.end) in {".", ",", ";", ")", ""})


def _apposed(scan: Scan, amount: Amount) -> str:
    """ "Lotte Meyer, 12, has …", "his daughter, 9,", "Meyer (41)"."""
    if not amount.number.plain or scan.text(amount.end) not in _CLOSING:
        return ""
    mark, name = scan.text(amount.first - 1), amount.first - 2
    if mark == "both" and scan.text(name) == ",":
        return "age-apposition" if scan.text(amount.end) in {",", "."} else ""
    if mark == "(" and scan.text(amount.end) == ")":
        return "age-parenthesis" if scan.tag(name) == "PROPN" and amount.low >= 10 else ""
    if mark != "," or name < 0 or scan.text(name)[-1:].isdigit():
        return ""
    if scan.text(amount.end) == "and" and _are_ages(scan, amount, name):
        return "age-apposition"
    if scan.text(amount.end) == "and" or scan.text(amount.end) == "of":
        return ""
    closed = scan.text(amount.end) == "," and scan.lower(name) in {"he", "she"}  # "She, 47, was"
    if closed or scan.lower(name) in scan.words["age_persons"] or _is_parent(scan, name):
        return "age-apposition"
    if _is_described(scan, amount, name):
        return "age-apposition"
    named = scan.tag(name) == "PROPN" and scan.capital(name)
    return "age-apposition" if named and _is_person(scan, amount, name) else ""


def _are_ages(scan: Scan, amount: Amount, name: int) -> bool:
    """ "Two boys, 8 and 11, were pulled out": persons, and their ages in a row."""
    persons = lemma(scan.lower(name), "NOUN") in scan.words["age_persons"]
    closed = scan.text(amount.end + 2) in {",", ".", ""}
    return persons and closed and scan.text(amount.end + 1).isdecimal()


def _is_parent(scan: Scan, name: int) -> bool:
    """Whether "mum-of-three" or "grandfather of six" ends at token `name`."""
    joined = scan.hyphened(name - 1)
    of, person = (name - 2, name - 4) if joined else (name - 1, name - 2)
    told = scan.lower(of) == "of" and scan.lower(person) in scan.words["age_persons"]
    return told and (scan.lower(name) in scan.words["small"] or scan.text(name).isdecimal())


def _is_described(scan: Scan, amount: Amount, name: int) -> bool:
    """ "The striker, 19, joins Ajax": a single noun, its number, and what it then does."""
    at = name
    while at > 0 and scan.tag(at) in {"NOUN", "ADJ"} and name - at < _DESCRIBED:
        at -= 1
    led = scan.tag(at) == "DET" or (scan.starts(at + 1) and name - at < _DESCRIBED)
    if at == 0 and scan.tag(0) in {"NOUN", "ADJ"}:
        at, led = -1, True  # a headline: "Lotto winner, 19, blew £9m"
    if at == name or not led or scan.lower(name).endswith("s"):
        return False
    grown = _YOUNGEST <= amount.low <= amount.high
    return grown and scan.text(amount.end) == "," and scan.tag(amount.end + 1) in {"VERB", "AUX"}


def _is_person(scan: Scan, amount: Amount, name: int) -> bool:
    """A capitalised name and a number that the sentence closes in like an age."""
    if scan.text(amount.end) not in {",", ")", ".", "", ";"}:
        return False
    if scan.text(amount.end) == "," and scan.text(amount.end + 1)[:1].isdecimal():
        return False
    return scan.tag(name - 1) in {
        "PROPN",
        "NOUN",
        "ADJ",
        "DET",
        "PUNCT",
        "",
        "CCONJ",
        "ADP",
        "VERB",
    }


def _compared(scan: Scan, amount: Amount) -> str:
    """ "Women over 65", "children under five": an age where no noun follows."""
    at = amount.first - 1
    if scan.lower(at) not in scan.words["age_comparing"] or not 1 <= amount.high <= 100:
        return ""
    if not _of_people(scan, at) or scan.tag(amount.end) == "ADJ":
        return ""
    # "Voters under 30 favour the Greens": a noun with an article behind it is a verb
    # and so is one in the singular that closes the clause: "adults under 25 rent"
    closes = scan.text(amount.end + 1) in {".", ",", ";", ""} and scan.tag(at - 1) == "NOUN"
    behind = scan.tag(amount.end + 1) in {"DET", "PRON"} or (closes and amount.unit is None)
    verb = behind and not scan.plural(amount.end)
    return "" if scan.noun(amount.end) and not verb else "age-group"


def _of_people(scan: Scan, at: int) -> bool:
    """Whether people, or a share of some, stand before the "over" at token `at`."""
    k = at - 1
    while k > 0 and scan.lower(k) in _BETWEEN:
        k -= 1
    told = scan.lower(at - 1) in _BE
    share = scan.text(k) == "%" or scan.lower(k) in scan.words["age_shares"]
    small = scan.lower(k) in scan.words["small"]
    number = (small or scan.text(k).isdecimal()) and scan.text(at + 2) in {".", ",", ";", ""}
    if scan.lower(k) in scan.words["age_groups"] or (told and (share or number)):
        return True
    # "One in five coffee farmers in Kirunda is under 30"
    before = range(max(0, k - _GROUP_REACH), k)
    return told and any(scan.lower(i) in scan.words["age_groups"] for i in before)


def read_decade_of_life(scan: Scan, i: int) -> Amount | None:
    """ "In his 40s", "in their late twenties"."""
    lower = scan.lower(i)
    if scan.text(i).isdecimal() and len(lower) == 2 and lower[1] == "0":
        if scan.lower(i + 1) != "s" or not scan.glued(i + 1):
            return None
        first, last = int(lower), i + 2
    elif lower in _TENS:
        first, last = _TENS[lower], i + 1
    else:
        return None
    before = scan.lower(i - 1) if scan.text(i - 1) != "-" else scan.lower(i - 3)
    if before in {"early", "mid", "late"}:
        before = scan.lower(i - 2)
    if before not in _POSSESSIVES:
        return None
    low, high = Fraction(first), Fraction(20 if first == 13 else first + 10)
    number = Number(None, None, low, high, i, last)
    return Amount(
        number,
        None,
        low,
        high,
        None,
        i,
        last,
        last,
        years(),
        True,
        Hedge.RANGE,
        rules=["age-decade"],
    )
