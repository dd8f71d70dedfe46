"""Tests that decide whether a word like "most", "no" or "every" is a share or a zero here.

Each takes the scan and the half-open range of the phrase; shares.toml names the gate of a word.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.amounts import unit_at
from factcheck.figures.scan import Scan

_EXCEPTED: Final = 6  # tokens of "the other passengers except for"
_PAIRED: Final = 8  # tokens before the "nor" of a pair
_DEALT: Final = 4  # tokens of what is dealt out: "three qualified applicants for every place"
_DENIED: Final = 5  # tokens between "not" and what it denies


def _of(scan: Scan, _i: int, end: int) -> bool:
    return scan.lower(end) == "of" or (scan.tag(end) in {"VERB", "AUX"} and scan.lower(end) != "")


def _each(scan: Scan, i: int, end: int) -> bool:
    """ "Each of the bridges"; behind a preposition it deals out: "€50 for each of the offences"."""
    return scan.lower(end) == "of" and scan.lower(i - 1) not in {"for", "to", "in", "on", "from"}


def _most(scan: Scan, i: int, end: int) -> bool:
    if scan.lower(i - 1) in {"the", "at", "'s", "'"} or scan.tag(i - 1) in {"DET", "PRON"}:
        return False
    if scan.lower(end) == "of":
        return scan.lower(end + 1) != "all" and not _is_time(scan, end + 1)
    return scan.tag(end) in {"NOUN", "ADJ", "PROPN"} and scan.counts(end)


def _is_time(scan: Scan, at: int) -> bool:
    """Whether a stretch of time stands at token `at`: "most of the spring", "most of last year"."""
    times = scan.words["every_times"]
    return any(scan.lower(k) in times for k in range(at, at + 3))


def _all(scan: Scan, i: int, end: int) -> bool:
    follows = scan.lower(end)
    if _has_exception(scan, end):
        return False
    if scan.lower(i - 1) in scan.words["all_before"] or follows in scan.words["all_idle"]:
        return False
    if scan.lower(i - 1) == "of" or scan.hyphened(end):
        return False
    if follows == "of":
        determined = scan.tag(end + 1) in {"DET", "PRON"}
        after = scan.lower(end + 1 + determined)  # "all of its 64 jets" are 64, and no more
        counted = after[:1].isdecimal() or after in scan.words["small"]
        idle = scan.words["all_idle"]
        return not counted and after not in idle and scan.lower(end + 1) not in idle
    if scan.tag(end) == "DET" or follows in {"its", "their", "his", "her", "our"}:
        if scan.text(end + 1)[:1].isdecimal():
            return False  # "all the 64 jets"
        return scan.counts(end + 1) and scan.lower(end + 1) not in scan.words["all_idle"]
    return scan.counts(end) and scan.tag(end) in {"NOUN", "ADJ", "PROPN"}


def _every(scan: Scan, i: int, end: int) -> bool:
    follows = scan.lower(end)
    if _has_exception(scan, end):
        return False
    if follows in scan.words["ordinals"]:
        return False  # "every tenth bridge"
    if follows in scan.words["every_idle"] or scan.lower(i - 1) in {"not", "'s"}:
        return False
    if scan.lower(i - 1) == "for" and (scan.starts(i - 1) or _is_dealt(scan, i - 1)):
        return False  # "for every job created, three were lost", "three applicants for every place"
    if scan.lower(end - 1) in {"of", "everyone", "everybody"}:
        return True
    return scan.tag(end) in {"NOUN", "ADJ", "PROPN"} and not scan.hyphened(end)


def _is_dealt(scan: Scan, at: int) -> bool:
    """Whether something counted stands before "for every": so many for each."""
    k = at - 1
    while k > at - _DEALT and scan.tag(k) in {"NOUN", "ADJ"}:
        k -= 1
    return scan.tag(k) == "NUM"


def _no(scan: Scan, i: int, end: int) -> bool:
    if scan.hyphened(end) or scan.lower(i - 1) in {"yes", "or", "a", "the", "say", "said", "vote"}:
        return False
    return _noun_follows(scan, end)


def _noun_follows(scan: Scan, end: int) -> bool:
    """Whether a countable noun follows, past describing words."""
    idle = scan.words["no_uncountable"]
    for k in range(end, end + 4):
        if scan.lower(k) in idle:
            return False
        if scan.noun(k):
            head = k
            while scan.noun(head + 1) and head < k + 4:
                head += 1
            return scan.lower(head) not in idle
        if scan.tag(k) not in {"ADJ", "VERB", "ADV", "NUM"} and scan.text(k) != "-":
            return False
    return False


def _has_exception(scan: Scan, end: int) -> bool:
    """Whether a number is left out: "all the passengers but three" are not all of them."""
    for k in range(end, end + _EXCEPTED):
        if scan.lower(k) in scan.words["exceptions"]:
            at = k + 1 + (scan.lower(k + 1) == "for")
            return scan.text(at)[:1].isdecimal() or scan.lower(at) in scan.words["small"]
        if scan.tag(k) in {"VERB", "AUX", "PUNCT", ""}:
            return False
    return False


def _neither(scan: Scan, i: int, end: int) -> bool:
    """ "Neither of the pilots", "neither driver was hurt"; no pair with "nor"."""
    if "nor" in scan.tokens.lowers[end : end + _PAIRED] or scan.tag(end) == "PROPN":
        return False
    if scan.lower(end) == "of":
        return scan.lower(end + 1) != "which"
    if scan.tag(end) in {"VERB", "AUX"}:
        return scan.tag(end + 1) not in {"PRON", "DET", "PROPN"}
    return not scan.plural(end) and _noun_follows(scan, end)


def _scarce(scan: Scan, _i: int, end: int) -> bool:
    """ "Hardly any of the homes", "almost none survived"; not "hardly any wind"."""
    if scan.lower(end - 1) == "of":
        return any(scan.counts(k) for k in range(end, end + 4))
    if scan.tag(end) in {"VERB", "AUX"}:
        return True
    return scan.lower(end - 1) == "any" and scan.counts(end) and _noun_follows(scan, end)


def _zero_word(scan: Scan, i: int, end: int) -> bool:
    first = scan.lower(i)
    if _has_exception(scan, end):
        return False  # "nobody but three"
    if scan.lower(end - 1) == "soul":
        return True
    if first == "nil" and scan.text(i - 1) == ":":
        return True
    if first in {"none", "nobody"} or scan.lower(end - 1) in {"one", "single"}:
        if scan.lower(end - 1) == "single" and first != "not":
            return _noun_follows(scan, end)
        return scan.lower(end) not in {"the", "other", "too", "but"} or scan.lower(end) == "but"
    if scan.hyphened(end) or (unit_at(scan, end) is not None and not _is_time(scan, end)):
        return False
    return _noun_follows(scan, end)


def _denied(scan: Scan, i: int, end: int) -> bool:
    """ "Did not win any medals", "has never scored a single goal": denied before the verb."""
    at, verbal = i - 1, False
    while at >= 0 and i - at <= _DENIED and scan.tag(at) in {"VERB", "ADV", "ADP", "AUX"}:
        if scan.lower(at) in {"not", "n't", "never"}:
            break
        verbal = verbal or (scan.tag(at) == "VERB" and scan.lower(at) != "say")
        at -= 1
    denied = scan.lower(at) in {"not", "n't", "never"}
    if not denied or not verbal:
        return False
    return _noun_follows(scan, end) and (
        scan.lower(i) != "any" or scan.plural(end) or scan.tag(end) == "ADJ"
    )


def _paid(scan: Scan, i: int, end: int) -> bool:
    """ "Were paid nothing", "cost him nothing"; not "cost nothing less than 300"."""
    listed = scan.words["nothing_after"]
    taken = scan.lower(i - 1) in listed or (
        scan.lower(i - 2) in listed and scan.tag(i - 1) == "PRON"
    )
    return taken and scan.lower(end) not in {"less", "more", "like", "but", "other", "to"}


def _without(scan: Scan, i: int, end: int) -> bool:
    if scan.lower(end - 1) in {"any", "single"}:
        return _noun_follows(scan, end)
    events = scan.words["without_events"]
    return scan.lower(end) in events or (scan.tag(end) == "ADJ" and scan.lower(end + 1) in events)


GATES: Final = {
    "of": _of,
    "each": _each,
    "most": _most,
    "all": _all,
    "every": _every,
    "neither": _neither,
    "scarce": _scarce,
    "no": _no,
    "zero": _zero_word,
    "without": _without,
    "denied": _denied,
    "paid": _paid,
}
