"""Ordinals: "the third woman", "came fourth", "the 25th victim", "No. 13", "#1"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from factcheck.figures.cardinals import read_cardinal
from factcheck.figures.number import exact
from factcheck.figures.scan import Draft, Scan
from factcheck.model import Hedge, Interval, Kind
from factcheck.text.lemma import lemma

_SUFFIXES: Final = {"st": "1", "nd": "2", "rd": "3", "th": "0456789123"}
_LOOK_AHEAD: Final = 4
_SUBJECT_REACH: Final = 20  # tokens that the plural may stand before the verb that it governs
_LONGEST: Final = 8  # tokens of an ordinal in words
_HUNDRED: Final = Fraction(100)


def read_ordinal(scan: Scan, i: int) -> Draft | None:
    """The ordinal at token `i`, unless it names a period, a phase or a set phrase."""
    numbered = _numbered(scan, i) or _in_a_ranking(scan, i)
    if numbered is not None:
        return _bounded(scan, numbered)
    found = _value(scan, i)
    if found is None:
        return None
    value, last = found
    bounded = _bounded(scan, _draft(scan, i, last, value, "ordinal"))
    if bounded.hedge is Hedge.PLAIN and not _stands(scan, i, last, value):
        return None
    return bounded


def _bounded(scan: Scan, draft: Draft) -> Draft:
    """The rank with the bound before it: "ranked above the 150th"."""
    first = draft.first - (scan.lower(draft.first - 1) == "the")
    for phrase, name in scan.words["ordinal_bounds"]:
        start = first - len(phrase)
        if start < 0 or scan.tokens.lowers[start:first] != phrase or draft.value is None:
            continue
        if not scan.words["rank_verbs"].intersection(scan.tokens.lowers[max(0, start - 2) : start]):
            continue
        below = Hedge(name) is Hedge.LESS_THAN
        interval = (
            Interval(Fraction(0), draft.value, high_open=True)
            if below
            else Interval(draft.value, None, low_open=True)
        )
        return replace(draft, hedge=Hedge(name), interval=interval, outer_first=start)
    return draft


def _draft(scan: Scan, first: int, last: int, value: Fraction, rule: str) -> Draft:
    return Draft(
        Kind.ORDINAL,
        first,
        last,
        first,
        last,
        Interval.point(value),
        value,
        exact(1),
        rules=(rule,),
    )


def _numbered(scan: Scan, i: int) -> Draft | None:
    """ "No. 13", "number 13", "#1"."""
    word, at = scan.lower(i), i + 1
    if word != "#" and word not in scan.words["number_words"]:
        return None
    if word == "no":
        if scan.text(at) == "." and scan.glued(at):
            at += 1
        elif scan.text(i) != "No" or scan.starts(i):
            return None
    digits = scan.text(at)
    small = scan.words["small"].get(scan.lower(at)) if word == "number" else None
    if small is None and not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
        return None
    if scan.glued(at + 1) and scan.text(at + 1)[:1].isalnum():
        return None
    if word == "number" and (_is_verb(scan, i) or scan.plural(at + 1) or scan.lower(i + 1) == "of"):
        return None
    value = Fraction(small) if small is not None else Fraction(int(digits))
    return _draft(scan, i, at + 1, value, "ordinal-number")


def _in_a_ranking(scan: Scan, i: int) -> Draft | None:
    """ "Ranked 312 in the world", "finished in position 14": a bare number that is a place."""
    words, digits = scan.words, scan.text(i)
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 5):
        return None
    before = scan.lower(i - 1)
    named = before in words["rank_nouns"] and scan.lower(i - 2) in words["rank_leading"]
    ranked = before in words["ranking_verbs"] and scan.tag(i + 1) in {"PUNCT", "ADP", "ADV", ""}
    if not (named or ranked) or scan.noun(i + 1) or scan.hyphened(i + 1):
        return None
    return _draft(scan, i, i + 1, Fraction(int(digits)), "ordinal-rank")


def _is_verb(scan: Scan, i: int) -> bool:
    """ "Casualties number 45": they amount to it."""
    if scan.tag(i) in {"VERB", "AUX"}:
        return True
    # "Casualties from the bomb number 45": a plural subject, and no other verb
    verbless = scan.first_tagged("VERB") == scan.first_tagged("AUX") == scan.count
    lone = verbless and any(scan.plural(k) for k in range(max(0, i - _SUBJECT_REACH), i))
    return lone or scan.plural(i - 1) or scan.tag(i - 1) == "ADV"


def _value(scan: Scan, i: int) -> tuple[Fraction, int] | None:
    """The value of an ordinal word or of digits with their suffix, and the token after it."""
    text = scan.text(i)
    if text[0].isdecimal():
        suffix = scan.lower(i + 1)
        if suffix not in _SUFFIXES or not scan.glued(i + 1):
            return None
        whole = text.replace(",", "")
        fits = whole.isascii() and whole.isdecimal()
        if not fits or whole[-1] not in _SUFFIXES[suffix] or len(whole) > 9:
            return None
        return Fraction(int(whole)), i + 2
    ordinals, lower = scan.words["ordinals"], scan.lower(i)
    value = ordinals.get(lower)
    if value is not None:
        return exact(value), i + 1
    begins = lower in scan.words["small"] or lower in {"a", "hundred"}
    return _compound(scan, i) if begins else None


def _compound(scan: Scan, i: int) -> tuple[Fraction, int] | None:
    """ "Twenty-first", "one hundred and fifth", "two-hundredth", "fifty thousandth"."""
    ordinals, lowers = scan.words["ordinals"], scan.tokens.lowers
    at = next((k for k in range(i + 1, i + _LONGEST) if scan.lower(k) in ordinals), 0)
    read = read_cardinal(scan.tokens, i, True) if at else None
    if scan.lower(i) == "hundred" and at == i + 2 and scan.lower(i + 1) == "and":
        read = (_HUNDRED, i + 1)  # "the hundred and first"
    if read is None or read[1] not in {at, at - 1}:
        return None
    (value, end), last = read, ordinals[lowers[at]]
    joint = lowers[end] if end < at else ""
    if joint not in {"", "-", "and"} or (joint == "-" and not scan.hyphened(end)):
        return None
    if last >= _HUNDRED:
        return (value * last, at + 1) if joint != "and" and value < last else None
    tens = value % _HUNDRED >= 20 and value % 10 == 0 and last < 10 and joint != "and"
    if not tens and (value % _HUNDRED or joint == "-"):
        return None
    if last == 2 and not joint:
        return None  # "a twenty second delay"
    return value + last, at + 1


def _stands(scan: Scan, i: int, last: int, value: Fraction) -> bool:
    """Whether the ordinal counts something that is asserted."""
    words = scan.words
    hyphen = scan.hyphened(last)
    follows = scan.lower(last + hyphen)
    if hyphen and follows in words["ordinal_hyphen"]:
        return False
    head = _head(scan, last + hyphen)
    half_race = follows == "half" and head != "half" and scan.text(i)[0].isdecimal()
    if head in words["ordinal_veto"] or (follows in words["ordinal_veto"] and not half_race):
        return False
    if _names_a_ruler(scan, i) or (value == 2 and follows == "best" and not head):
        return False  # "came off second best"
    if _delimits(scan, i, head):
        return False
    if value == 1:
        return _first(scan, i, last, head, hyphen)
    if value == 2 and not hyphen and scan.tag(i) in {"VERB", "ADV"}:
        return scan.lower(i - 1) in words["rank_verbs"]
    if scan.lower(i - 1) in words["rank_verbs"] or _is_reached(scan, i, last):
        return True
    return bool(head) or _pronoun(scan, i, last) or _placed(scan, i, last, value)


def _is_reached(scan: Scan, i: int, last: int) -> bool:
    """Whether somebody moves to a rank: "slipped to seventh overall"."""
    if scan.lower(i - 1) != "to" or scan.noun(last):
        return False
    return lemma(scan.lower(i - 2), "VERB") in scan.words["rank_moves"]


def _head(scan: Scan, at: int) -> str:
    """The noun that the ordinal belongs to, "" where none follows."""
    head = ""
    for k in range(at, at + _LOOK_AHEAD + 2):
        if scan.noun(k):
            head = scan.lower(k)
            if not scan.noun(k + 1):
                break
        elif (scan.tag(k) not in {"ADJ", "ADV", "NUM", "VERB"} and not scan.hyphened(k)) or head:
            break
    return head


def _names_a_ruler(scan: Scan, i: int) -> bool:
    """ "Charles the Third"."""
    return scan.capital(i) and scan.lower(i - 1) == "the" and scan.capital(i - 2)


def _delimits(scan: Scan, i: int, head: str) -> bool:
    """ "In its third week": a period that another figure falls into.

    "Now in its third week" and "is in its third week" tell how long something has gone on.
    """
    if head not in scan.words["ordinal_periods"]:
        return False
    if scan.lower(i - 2) == "in" and scan.lower(i - 3) in scan.words["ordinal_going"]:
        return False
    while scan.lower(i - 1) in {"and", "or"} and scan.lower(i - 2) in scan.words["ordinals"]:
        i -= 2  # "on its first and second day"
    return any(scan.lower(k) in scan.words["ordinal_delimiters"] for k in (i - 1, i - 2))


def _first(scan: Scan, i: int, last: int, head: str, hyphen: bool) -> bool:
    """ "First" is mostly an adverb: it counts only before a noun and behind a determiner."""
    words = scan.words
    if head in words["first_veto"] or scan.lower(last + hyphen) in words["first_veto"]:
        return False
    before = scan.lower(i - 1)
    if not head:
        return before in words["rank_verbs"] - {"was", "were", "is", "are", "been"} and (
            scan.lower(last) in {"in", "at", "on", "among", "of", "for", ",", ".", "", "with"}
        )
    if scan.plural(last) or scan.tag(last) in {"NUM", "VERB", "AUX"}:
        return False
    return before in words["rank_before"] or before in words["rank_verbs"]


def _placed(scan: Scan, i: int, last: int, value: Fraction) -> bool:
    """ "Climbed to fourth", "25th in the Guardian's list and 32nd in another"."""
    follows = scan.tag(last)
    ends = follows in {"PUNCT", ""} or scan.lower(last) in scan.words["rank_behind"]
    finished = {scan.lower(k) for k in range(max(0, i - _LOOK_AHEAD - 1), i)}
    if ends and scan.noun(i - 1) and finished & scan.words["rank_ends"]:
        return True  # "finished his first season third, behind …"
    if scan.lower(i - 1) == "to":
        return follows in {"PUNCT", "ADP", "SCONJ", ""}
    leading = scan.lower(i - 1) == "at" and scan.lower(i - 2) in scan.words["rank_verbs"]
    if scan.lower(i - 1) == "of" and scan.lower(i - 2) in scan.words["rank_peaks"]:
        leading = True  # "a peak position of fifth"
    if leading or (scan.lower(i - 1) in {"in", "into"} and value > 1):  # "came in fifth"
        return follows in {"PUNCT", ""} or scan.lower(last) in scan.words["rank_behind"]
    return scan.text(i)[0].isdecimal() and scan.lower(last) in {"in", "among", "on", "out"}


def _pronoun(scan: Scan, i: int, last: int) -> bool:
    """ "A third was hurt", "the second in a month", "the fifth this year"."""
    determined = scan.lower(i - 1) in scan.words["rank_before"]
    if determined and scan.lower(last) in {"this", "so", "ever", "yet"}:
        return True
    return determined and scan.tag(last) in {"VERB", "AUX", "ADP", "PUNCT", "", "SCONJ", "CCONJ"}
