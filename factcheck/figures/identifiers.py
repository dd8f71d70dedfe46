"""Digits that name a thing: type designations, telephone and case numbers, addresses, co-ordinates.

Each function looks at one token and returns the token after the identifier, or 0 where a figure may
stand.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.dates import match_date
from factcheck.figures.scan import Scan
from factcheck.figures.units import match_unit_before

_STREET_WORDS: Final = 4
_ROUTE_WORDS: Final = 4  # tokens that may name a line or a train: "the 12345 Down express"
_ROUTE_DIGITS: Final = 3
# Roads are numbers in the west of America: "take the 10", "get on the 405 at Sunset".
_TAKING: Final = frozenset({"take", "takes", "taking", "took", "catch", "caught", "ride", "rode"})
_ROUTE_ENDS: Final = frozenset({"", ".", ",", ";", "!", "?", "or", "and", "to", "instead", "home"})
_LEGS: Final = frozenset({"x", "×"})
_RELAY_WORDS: Final = 6  # tokens at most up to "relay": "4x100-metre women's relay"
_PHONE_GROUP: Final = 5
_JOINTS: Final = frozenset("-‐‑–.")
_HYPHENS: Final = frozenset("-‐‑")
_TIMES: Final = frozenset({"hours", "hrs", "gmt", "utc", "cet", "est", "local"})
_ARC: Final = frozenset("°º'′’\"″”")
_COMPASS: Final = frozenset("NSEW")
_DOWNING: Final = frozenset({"10", "11"})
_SERIAL: Final = 3  # digits behind the hyphen of "case no. 22-1078"; "Nos. 3-5" are ranks
_LONGEST_ARC: Final = 6  # tokens of degrees, minutes and seconds
_EXACT_PLACES: Final = 4  # decimals of "40.7128, -74.0060"
_YEAR: Final = 4  # digits of the year of "12.03.2024"; shorter, it is a version
_ACCOUNT: Final = 4  # digits in each group of an account number
_DESIGNATION: Final = 3  # letters at most before the stop of "BA.5" and "XBB.1.5"


def identifier(scan: Scan, i: int) -> int:
    """The end of the identifier that the digits at token `i` begin or belong to, or 0."""
    return (
        _in_name(scan, i)
        or _designated(scan, i)
        or _route(scan, i)
        or _relay(scan, i)
        or _telephone(scan, i)
        or _scripture(scan, i)
        or _coordinates(scan, i)
        or _identifier(scan, i)
        or address(scan, i)
    )


def _in_name(scan: Scan, i: int) -> int:
    """A number glued to letters: "F-16", "COVID-19", "G20", "H1N1", "5G"; the run's end, or 0."""
    if not i or not scan.glued(i):
        return 0
    before = scan.text(i - 1)
    lettered = before[-1] == "." and before[:-1].isupper() and len(before) <= _DESIGNATION + 1
    if before[-1].isalpha() or before[-1] == "_" or lettered:  # "F16", "the P.1 variant"
        return _past_groups(scan, _run_end(scan, i))
    stem = scan.text(i - 2) if i > 1 and scan.glued(i - 1) else ""
    if not stem[-1:].isalpha():
        return 0
    if before in _HYPHENS or before == "−":  # "fb−1", too
        words, lower = scan.words, stem.lower()
        number = lower in words["small"] or lower in words["magnitudes"]
        unit = match_unit_before(scan.tokens, i - 2)  # "magnitude-6.8"
        if not number and lower not in words["parts_of_ten"] and unit is None:
            return _run_end(scan, i)
    if before == "." and stem.isupper() and len(stem) <= _DESIGNATION and scan.text(i - 3) != ".":
        return _run_end(scan, i)  # "Omicron BA.5"
    return i + 1 if before in "'’" else 0


def _run_end(scan: Scan, i: int) -> int:
    """The token after the letters, digits, hyphens and slashes that are glued to token `i`."""
    end = i + 1
    while end < len(scan.tokens) and scan.glued(end):
        text = scan.text(end)
        joint = (text in _HYPHENS or text == "/") and scan.glued(end + 1)
        if not (text[0].isalnum() or joint):
            break
        following = scan.text(end + 1)[:1]
        if joint and (following.islower() or (text == "/" and not following.isdecimal())):
            break
        end += 1
    return end


def _past_groups(scan: Scan, end: int) -> int:
    """Past the groups of four digits of an account number: "DE89 3704 0044 0532 0130 00"."""
    at = end
    while scan.text(at).isdecimal() and len(scan.text(at)) == _ACCOUNT:
        at += 1
    if at - end < 2:
        return end
    return at + (scan.text(at).isdecimal() and len(scan.text(at)) < _ACCOUNT)


def _designated(scan: Scan, i: int) -> int:
    """ "Boeing 747-8": a maker, and a number that goes on behind a hyphen."""
    joined = scan.text(i + 1) in _HYPHENS and scan.glued(i + 1) and scan.glued(i + 2)
    if not joined or not scan.text(i + 2)[:1].isdecimal():
        return 0
    maker = scan.lower(i - 1) in scan.words["brands"] and scan.capital(i - 1)
    return _run_end(scan, i) if maker else 0


def _route(scan: Scan, i: int) -> int:
    """ "The 501 bus", "the 12345 Down express", "take the 10", "on 97.7 FM": lines and stations."""
    text, follows = scan.text(i), scan.lower(i + 1)
    if follows in scan.words["wavebands"]:
        return i + 2
    written_on = scan.glued(i + 1) and follows[0].isalnum()
    if scan.lower(i - 1) != "the" or not text.replace(".", "").isdecimal() or written_on:
        return 0
    for k in range(i + 1, i + _ROUTE_WORDS):
        if scan.lower(k) in scan.words["vehicles"]:
            return 0 if scan.counts(k) else k
        if not scan.capital(k):
            break
    taken = scan.lower(i - 2) in _TAKING and scan.text(i + 1) in _ROUTE_ENDS
    return i + 1 if taken and len(text) <= _ROUTE_DIGITS else 0


def _relay(scan: Scan, i: int) -> int:
    """The legs of a relay, which name it: "the 4x100-metre relay", "4 × 400 m mixed relay"."""
    if scan.lower(i + 1) not in _LEGS or not scan.text(i + 2).isdecimal():
        return 0
    behind = [scan.lower(at) for at in range(i + 3, i + 3 + _RELAY_WORDS)]
    at = next((n for n, word in enumerate(behind) if word in ("relay", "relays", "medley")), -1)
    return 0 if at < 0 else i + 3 + at


def _telephone(scan: Scan, i: int) -> int:
    """ "0800 555 111", "(212) 555-0199", "text HELP to 85258"."""
    text = scan.text(i)
    if scan.text(i - 1) == "(" and scan.text(i + 1) == ")" and len(text) == 3:
        follows = scan.text(i + 2)
        if len(follows) == 3 and follows.isdecimal() and scan.text(i + 3) in "-–.":
            return i + 5
    if scan.lower(i + 1) in scan.words["reporters"] and scan.text(i + 2).isdecimal():
        return i + 3  # "347 U.S. 483"
    sent = scan.lower(i - 1) == "to" and scan.lower(i - 3) in {"text", "texting"}
    if sent and scan.text(i - 2).isupper():
        return i + 1
    if text[0] != "0" or not text.isdecimal() or not (len(text) > 2 or _in_twos(scan, i)):
        return 0
    if scan.lower(i + 1) in _TIMES or (len(text) == 4 and _is_date(scan, i)):
        return 0  # "at 0900 GMT"
    end = i + 1
    while scan.text(end).isdecimal() or (scan.text(end) == "-" and scan.text(end + 1).isdecimal()):
        end += 1
    return end


def _in_twos(scan: Scan, i: int) -> bool:
    """ "01 40 20 53 17": French numbers are written in pairs of digits."""
    return all(len(scan.text(k)) == 2 and scan.text(k).isdecimal() for k in range(i, i + 4))


def _scripture(scan: Scan, i: int) -> int:
    """ "1 Corinthians 13", the number of a book, and "Romans 8:28-30", chapter and verses."""
    counted = scan.capital(i + 1) and scan.lower(i + 1) in scan.words["scripture_counted"]
    if counted and scan.text(i + 2)[:1].isdecimal():
        return i + 1
    book = scan.capital(i - 1) and scan.lower(i - 1) in scan.words["scripture"]
    if not book or scan.text(i + 1) != ":" or not scan.glued(i + 2):
        return 0
    verses = scan.text(i + 3) in {"-", "–"} and scan.text(i + 4).isdecimal()
    return i + 5 if verses else i + 3


def _coordinates(scan: Scan, i: int) -> int:
    """ "51°30′N", "51.5° N" and "40.7128, -74.0060"."""
    if scan.text(i + 1) in _ARC:
        end = i + 1
        while scan.text(end) in _ARC or (scan.glued(end) and scan.text(end)[:1].isdecimal()):
            end += 1
            if end > i + _LONGEST_ARC:
                return 0
        return end + 1 if scan.text(end) in _COMPASS else 0
    if scan.text(i + 1) != "," or not _is_exact(scan, i):
        return 0
    second = i + 2 + (scan.text(i + 2) in {"-", "−"})
    return second + 1 if _is_exact(scan, second) else 0


def _is_exact(scan: Scan, i: int) -> bool:
    return len(scan.text(i).partition(".")[2]) >= _EXACT_PLACES


def _identifier(scan: Scan, i: int) -> int:
    """Telephone numbers, versions, network addresses, book numbers."""
    text = scan.text(i)
    if text.count(".") > 1 and not _groups_of_three(text):
        year = text.count(".") == 2 and len(text.rpartition(".")[2]) == _YEAR
        return 0 if year and _is_date(scan, i) else _run_end(scan, i)  # "12.03.2024"
    end, groups = i + 1, 1
    while scan.text(end) in _JOINTS and scan.glued(end) and scan.glued(end + 1):
        if not scan.text(end + 1)[:1].isdecimal():
            break
        end, groups = end + 2, groups + 1
    if groups > 1 and _is_date(scan, i):
        return 0
    before = scan.lower(i - 1) if scan.text(i - 1) not in {":", ".", ","} else scan.lower(i - 2)
    if groups > 2 or (groups == 2 and scan.text(end - 1)[0] == "0" and len(text) > 2):
        return end
    if groups == 2 and before in scan.words["phone_words"] and len(text) == 3:
        return end
    if before not in scan.words["identifiers"] or scan.text(i + 1) in {"%", "per", "percent"}:
        return 0
    named = scan.text(i - 1) != "," and scan.tag(i - 1) != "VERB"  # "plans to build 40"
    return _run_end(scan, i) if named else 0


def _is_date(scan: Scan, i: int) -> bool:
    date = match_date(scan.tokens, i)
    return date is not None and date.rule != "bare-year"


def _groups_of_three(text: str) -> bool:
    head, *groups = text.split(".")
    return 0 < len(head) <= 3 and all(len(group) == 3 for group in groups)


def international(scan: Scan, i: int) -> int:
    """ "+44 20 7946 0958": a plus sign at token `i` and at least three groups."""
    end, groups = i + 1, 0
    while scan.text(end).isdecimal() and groups < 7:
        end, groups = end + 1, groups + 1
        end += scan.text(end) in {"-", ".", "/"} and scan.text(end + 1).isdecimal()
    return end if groups > 2 and scan.glued(i + 1) else 0


def address(scan: Scan, i: int) -> int:
    """ "221B Baker Street": a house number before capitalised words and a kind of street."""
    if not scan.text(i).isdecimal() or len(scan.text(i)) > _PHONE_GROUP:
        return 0
    at = i + 1
    if scan.glued(at) and len(scan.text(at)) == 1 and scan.text(at).isalpha():
        at += 1
    if scan.lower(at) in scan.words["streets_leading"] and scan.capital(at + 1):
        return at + 2
    for k in range(at, at + _STREET_WORDS):
        if not scan.capital(k):
            return 0
        if k > at and scan.lower(k) in scan.words["streets"]:
            return 0 if scan.plural(k + 1) else k + 1
    return 0


def _is_house(scan: Scan, i: int, end: int) -> bool:
    """Whether "No. 10" is the prime minister's, which speaks and owns, and no rank."""
    if scan.lower(end) in {"source", "sources", "spokesman", "spokeswoman", "insider", "insiders"}:
        return True
    opens = scan.tag(i - 1) in {"", "PUNCT", "ADP", "SCONJ", "CCONJ"}
    return opens and (scan.tag(end) in {"VERB", "AUX"} or scan.lower(end) == "'s")


def numbered(scan: Scan, i: int) -> int:
    """ "The number 73 bus", "his No 7 shirt", "Symphony No. 5", "account number 12345678".

    Args:
        scan: the text.
        i: the token of "number" or "No".
    """
    stop = scan.lower(i) == "no" and scan.text(i + 1) == "." and scan.glued(i + 1)
    at = i + 1 + stop
    if not scan.text(at)[:1].isdecimal() or (scan.lower(i) == "no" and not scan.capital(i)):
        return 0
    end = at + 1
    while scan.text(end) in _HYPHENS and scan.glued(end) and scan.text(end + 1)[:1].isalnum():
        end += 2
    if scan.text(at) in _DOWNING and _is_house(scan, i, end):
        return end
    behind = scan.lower(end) in scan.words["numbered_behind"]
    determined = scan.tag(i - 1) in {"DET", "PRON"}  # "she wears the No. 10"
    before = scan.lower(i - 1 - determined) in scan.words["numbered_before"]
    serial = end > at + 1 and len(scan.text(end - 1)) >= _SERIAL
    return end if behind or before or serial else address(scan, at)
