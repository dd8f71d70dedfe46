"""Where a number that stands alone finds its noun in the words around it.

Each way looks for one construction, and says -1 where it does not stand there.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.model import Term
from factcheck.frames.subjects import subject_of

PRONOUNS: Final = frozenset({"them", "those", "these", "whom", "which", "that"})
_OPENERS: Final = frozenset({",", ";", ":", "and", "but", "while"})


OF_WHICH: Final = (("of", "which"), ("of", "whom"))
JOINERS: Final = frozenset({"and", ",", "but", "while", "of", "whom", "which", "including", ";"})


def one_of(reading: Reading, context: Context) -> int:
    """What "the satellite, one of 48 launched" is one of: more satellites."""
    lowers, at = context.words.lowers, reading.outer_first
    while at > 2 and lowers[at - 1] in ("only", "the", "just"):
        at -= 1
    if at < 3 or lowers[at - 2] != "one" or lowers[at - 1] != "of" or lowers[at - 3] != ",":
        return -1
    return context.term_ending(at - 3)


def before_comma(reading: Reading, context: Context) -> int:
    """The plural that "the toys, 12,000 of which were sold" is about."""
    words, at = context.words, reading.outer_first - 1
    closing = words.lowers[reading.outer_last : reading.outer_last + 2]
    if closing not in (*OF_WHICH, ("of", "them")) or at < 1 or words.lowers[at] != ",":
        return -1
    index = _nearest_plural(at, context)
    return index if index >= 0 and context.terms[index].last == at else -1


def in_which(reading: Reading, context: Context) -> int:
    """The people of "people linked with the hall, among whom 33 tested positive"."""
    words, at = context.words, reading.outer_first - 2
    if at < 0 or words.lowers[at + 1] not in ("which", "whom") or words.lowers[at] == "of":
        return -1
    if words.tags[at] != "ADP":
        return -1
    return _nearest_plural(at, context)


def of_them(reading: Reading, context: Context) -> int:
    """The plural that "13% of them" is of, where no figure has counted it: the nearest."""
    after, words = reading.outer_last, context.words
    if after + 1 >= len(words.lowers) or words.lowers[after] != "of":
        return -1
    if words.lowers[after + 1] not in PRONOUNS:
        return -1
    governed = words.tags[reading.outer_first - 1] == "ADP"  # not the tests of "tests on 60"
    return _nearest_plural(reading.outer_first - 2 * governed, context)


def of_clause_before(reading: Reading, context: Context) -> int:
    """The subject of the clause before, where a bare number is that of its own.

    "Patients waited for 14 weeks, and 6,700 had been on the list for a year."
    """
    after, lowers = reading.outer_last, context.words.lowers
    number = context.clause_at(reading.first)
    if not number or after >= len(lowers) or context.words.tags[after] not in ("AUX", "VERB"):
        return -1
    subject = subject_of(number - 1, context)
    plural = subject >= 0 and context.is_plural(subject)
    return subject if plural and lowers[reading.outer_first - 1] in JOINERS else -1


def opening_whole(reading: Reading, context: Context) -> int:
    """ "Of the doses delivered, 4.4 million have been used": the whole that opens the clause."""
    whole = -1
    for index, term in enumerate(context.terms):
        if term.first >= reading.first:
            break
        if term.head and term.role in ("of", "among") and _opens(term, context):
            whole = index
    return whole


def _opens(term: Term, context: Context) -> bool:
    """Whether the preposition of a phrase opens the sentence or a clause of it."""
    lowers = context.words.lowers
    places = [i for i in range(term.first) if lowers[i] in ("of", "among")]
    at = places[-1] if places else -1
    if at > 0 and lowers[0] in ("of", "among") and context.words.numbers[1:at].count(True):
        return True  # "of every 100 tonnes of plastic"
    return at == 0 or (at > 0 and lowers[at - 1] in _OPENERS)


def _nearest_plural(end: int, context: Context) -> int:
    """The last plural that ends at a token or before it, or -1."""
    found = -1
    for index, term in enumerate(context.terms):
        if term.last <= end and term.head and context.is_plural(index):
            found = index
    return found
