"""What a fact-check's rating makes of a claim.

A reference is what somebody vouches for. So a claim that its review rates true is current, one that
it rates false is debunked, and everything in between is a draft that a person has to look at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from factcheck.model import ClaimStatus
from factcheck.report.words import exact
from factcheck.store.values import WrongValue, number

# On a scale from 0 (the worst rating) to 1 (the best), as schema.org's own five steps have it:
# false 0, mostly false 1/4, half true 1/2, mostly true 3/4, true 1.
_FALSE_BELOW: Final = Fraction(1, 2)
_TRUE_FROM: Final = Fraction(3, 4)
# schema.org's defaults, for a rating that does not give its scale.
_WORST, _BEST = "1", "5"

# Ratings in words, folded by `_folded`. What one begins with, up to a colon, dash or comma,
# may make it false, and never true.
FALSE: Final = frozenset({
    "false", "mostly false", "completely false", "totally false", "barely true", "pants on fire",
    "four pinocchios", "three pinocchios", "4 pinocchios", "3 pinocchios", "bottomless pinocchio",
    "incorrect", "mostly incorrect", "inaccurate", "wrong", "not true", "untrue", "fake",
    "fake news", "hoax", "fabricated", "misleading", "mostly misleading", "manipulated", "altered",
    "doctored", "miscaptioned", "misattributed", "out of context", "scam", "distorts the facts",
    # French, German, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Turkish
    "faux", "trompeur", "plutot faux", "falsch", "grosstenteils falsch", "irrefuhrend", "falso",
    "falsa", "enganoso", "enganosa", "bulo", "bufala", "onwaar", "misleidend", "falsk", "feil",
    "usant", "falsz", "nieprawda", "yanlis",
})  # fmt: skip
TRUE: Final = frozenset({
    "true", "mostly true", "completely true", "correct", "mostly correct", "accurate",
    "mostly accurate", "correct attribution", "one pinocchio", "1 pinocchio",
    "geppetto checkmark", "verified", "vrai", "plutot vrai", "wahr", "grosstenteils wahr",
    "richtig", "verdadero", "verdadera", "verdadeiro", "vero", "waar", "grotendeels waar", "sant",
    "sann", "prawda", "dogru",
})  # fmt: skip
BETWEEN: Final = frozenset({
    "half true", "mixture", "mixed", "partly true", "partly false", "partially true",
    "partially false", "two pinocchios", "2 pinocchios", "unproven", "unsupported", "unverified",
    "no evidence", "lacks evidence", "disputed", "exaggerated", "missing context",
    "lacks context", "needs context", "cherry picks", "spins the facts", "outdated", "satire",
    "labeled satire", "research in progress", "unrated", "not rated", "plutot vrai plutot faux",
    "teilweise wahr", "teilweise falsch", "unbelegt", "deels waar", "ongegrond",
})  # fmt: skip
_OF_WORDS: Final[Mapping[str, ClaimStatus]] = {
    **dict.fromkeys(FALSE, ClaimStatus.DEBUNKED),
    **dict.fromkeys(TRUE, ClaimStatus.CURRENT),
    **dict.fromkeys(BETWEEN, ClaimStatus.DRAFT),
}
# No person would let a number alone stand against one of these.
_DOUBT = re.compile(f" (?:{'|'.join(sorted(FALSE | BETWEEN | {'not', 'no', 'lacks', 'needs'}))}) ")
_LETTERS: Final = str.maketrans(
    "àáâäãçčéèêëíìîïñóòôöõúùûüışşßłğź", "aaaaacceeeeiiiinooooouuuuissslgz"
)
_CUT = re.compile(
    r"[:,;.!(–—|]| - | (?:but|though|although|yet|however"
    r"|mais|aber|pero|però|ma|mas|maar|men|ale)\b",
    re.IGNORECASE,
)
# How a note tells a rating; what an import writes, an export reads again.
_TOLD = re.compile(
    r"rated (?:“(?P<name>[^”]*)”(?: \((?P<scale>\S+, from \S+ to [^\s)]+)\))?"
    r"|(?P<bare>\S+, from \S+ to [^\s;)]+))"
)


class Rating(NamedTuple):
    """A review's rating, as it gives it; empty where it does not.

    Attributes:
        name: in words.
        value, worst, best: as a number, and the ends of its scale.
    """

    name: str = ""
    value: str = ""
    worst: str = ""
    best: str = ""

    def __str__(self) -> str:
        scale = f"{self.value}, from {self.worst} to {self.best}" if self.value else ""
        if not self.name:
            return f"rated {scale}" if scale else ""
        return f"rated “{self.name}” ({scale})" if scale else f"rated “{self.name}”"


class Judged(NamedTuple):
    """What a rating makes of a claim, and why where a person has to look at it."""

    status: ClaimStatus
    why: str = ""


def judged(rating: Rating) -> Judged:
    """The status of a claim that was rated so."""
    by_number, by_words = _by_number(rating), _by_words(rating.name)
    if by_number is None and by_words is None:
        if not rating.name and not rating.value:
            return Judged(ClaimStatus.DRAFT, "a draft: its review gives no rating")
        return Judged(ClaimStatus.DRAFT, f"a draft: {_shown(rating)} is not understood")
    if by_number is not None and by_words is not None and by_number != by_words:
        return Judged(ClaimStatus.DRAFT, f"a draft: number and words of {_shown(rating)} disagree")
    status = by_number or by_words or ClaimStatus.DRAFT
    if status is ClaimStatus.CURRENT and by_words is None and _doubts(rating.name):
        return Judged(ClaimStatus.DRAFT, f"a draft: the words of {_shown(rating)} are in doubt")
    if status is ClaimStatus.DRAFT:
        return Judged(status, f"a draft: {_shown(rating)} is neither true nor false")
    return Judged(status)


def scaled(value: object, worst: object, best: object, name: object) -> Rating:
    """A rating from what a file gives, numbers in a plain form where they are some."""
    given = _plain(value)
    if not given:
        return Rating(_words(name))
    return Rating(_words(name), given, _plain(worst) or _WORST, _plain(best) or _BEST)


def told(note: str | None) -> Rating | None:
    """The rating that a note tells as an import wrote it; None where it tells none."""
    found = _TOLD.search(note or "")
    if found is None:
        return None
    scale = found["scale"] or found["bare"] or ""
    value, _, ends = scale.partition(", from ")
    worst, _, best = ends.partition(" to ")
    return Rating(found["name"] or "", value, worst, best)


def _shown(rating: Rating) -> str:
    return str(rating).removeprefix("rated ") if rating.name else f"the rating {rating.value}"


def _by_number(rating: Rating) -> ClaimStatus | None:
    try:
        value, worst, best = (number(part) for part in rating[1:])
    except WrongValue:
        return None
    if worst == best:
        return None
    share = (value - worst) / (best - worst)
    if not 0 <= share <= 1:  # -1 and 0 are common for "not rated"
        return None
    if share < _FALSE_BELOW:
        return ClaimStatus.DEBUNKED
    return ClaimStatus.CURRENT if share >= _TRUE_FROM else ClaimStatus.DRAFT


def _by_words(name: str) -> ClaimStatus | None:
    whole = _OF_WORDS.get(_folded(name))
    if whole is not None:
        return whole
    begun = _OF_WORDS.get(_folded(_CUT.split(name, maxsplit=1)[0]))
    # What follows may take a "true" back: "True, but misleading".
    return ClaimStatus.DRAFT if begun is ClaimStatus.CURRENT else begun


def _doubts(name: str) -> bool:
    """Whether words that are no rating hold one that is not "true": "Technically misleading"."""
    return _DOUBT.search(f" {_folded(name)} ") is not None


def _folded(words: str) -> str:
    letters = words.casefold().translate(_LETTERS)
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def _plain(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    text = str(value).strip()
    try:
        return exact(number(text))
    except WrongValue:
        return ""


def _words(name: object) -> str:
    """A name that a note can hold: on one line, without the marks around it."""
    if not isinstance(name, str):
        return ""
    return " ".join(name.split()).replace("“", "'").replace("”", "'")
