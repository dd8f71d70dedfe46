"""Numbers listed behind a plural label: "Articles 50 and 51", "Rooms 4, 5 and 12", "verses 3–7".

The whole list is passed over at its first number. A lone number behind a plural is left to
`vetoes.names`: "In all flights 45 people died".
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.scan import Scan
from factcheck.figures.units import match_unit

_JOINTS: Final = frozenset({"and", "or", "&", "to", "through", "-", "–", "/", ","})
_LONGEST: Final = 4  # digits of a label: "Regulations 1907 and 1908"
_COUNTING: Final = frozenset({"NUM", "VERB", "AUX"})


def listed_labels(scan: Scan, i: int) -> int:
    """The token after a list of labels whose first number is token `i`, or 0.

    Args:
        scan: the text.
        i: a token of digits, or a number word; of "BA123" the digits.
    """
    coded = scan.glued(i) and scan.text(i - 1).isupper()
    label = i - 1 - coded
    word = scan.lower(label)
    if scan.glued(i) and not coded:
        return 0
    if word not in scan.words["plural_labels"] and not _asks_for_calls(scan, label):
        return 0
    if _falls(scan, i):
        return 0  # "House backs waste rules 426-125"
    end, following = _member(scan, i), 0
    while end:
        following = end
        end = _next_member(scan, following)
    if following <= i + 1 or match_unit(scan.tokens, following, extra=scan.units) is not None:
        return 0  # "lines 12 and 15 km long"
    return following if _labels(scan, label, following) else 0


def _falls(scan: Scan, i: int) -> bool:
    """Whether the second of two numbers joined by a hyphen is the smaller: no list does so."""
    one, two = scan.text(i), scan.text(i + 2)
    joined = scan.text(i + 1) in {"-", "–"} and one.isdecimal() and two.isdecimal()
    return joined and int(one) > int(two)


def _asks_for_calls(scan: Scan, i: int) -> bool:
    """ "Dial 112 or 999"."""
    return scan.lower(i) in scan.words["dialling"] and scan.tag(i) != "NOUN"


def _next_member(scan: Scan, at: int) -> int:
    """The token after the next number of a list that has come to token `at`; 0 at its end."""
    if scan.lower(at) not in _JOINTS:
        return 0
    joined = scan.text(at) == "," and scan.lower(at + 1) in {"and", "or"}
    return _member(scan, at + 1 + joined)


def _member(scan: Scan, i: int) -> int:
    """The token after one label: "50", "12A", "four", "BA123"; 0 where there is none."""
    if scan.text(i).isalpha() and scan.text(i).isupper() and scan.glued(i + 1):
        i += 1
    text = scan.text(i)
    if scan.lower(i) in scan.words["small"]:
        return i + 1
    if not text.isdecimal() or len(text) > _LONGEST:
        return 0
    lettered = scan.glued(i + 1) and len(scan.text(i + 1)) == 1 and scan.text(i + 1).isalpha()
    return i + 1 + lettered


def _labels(scan: Scan, label: int, end: int) -> bool:
    """Whether the plural before a list names its members, which count nothing behind them."""
    named = scan.capital(label) and not scan.starts(label)
    if scan.tag(label - 1) in _COUNTING and scan.lower(label - 1) in scan.words["small"]:
        return False  # "in the two rooms 4 and 5 were hurt"
    word = scan.lower(label)
    acts = word in scan.words["verbal_labels"] and scan.tag(label) == "VERB"
    if not named and acts and not scan.starts(label):
        return False  # "the car seats 4 or 5"
    return named or word in scan.words["typed_labels"] or not scan.counts(end)
