"""Reading the figures of a sentence: one pass from left to right.

At each token the readers are asked in a fixed order, the narrow before the wide: what is no
figure, dates, scores, factors, share words, ordinals, numbers. Whatever reads something takes
its tokens, and its name stays with the figure.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from factcheck.figures.calendar import read_date
from factcheck.figures.cardinals import ARTICLES
from factcheck.figures.dates import may_open
from factcheck.figures.hedges import BOUNDS, bound_at
from factcheck.figures.listed import carry, elide
from factcheck.figures.money_data import before
from factcheck.figures.multiples import read_factor
from factcheck.figures.ordinals import read_ordinal
from factcheck.figures.pairs import read_pair
from factcheck.figures.quantities import read_quantity
from factcheck.figures.scan import Draft, Scan
from factcheck.figures.scores import read_score
from factcheck.figures.shares import read_word
from factcheck.figures.top_ranks import read_top
from factcheck.figures.unit_data import UnitTable
from factcheck.figures.units import match_unit
from factcheck.figures.vetoes import masked, veto
from factcheck.model import Figure, Hedge, Kind, Span
from factcheck.policy import Policy
from factcheck.text.tokens import Tokens

_NOUN_AND_OR: Final = 2  # tokens of "people or"
_SIGNS: Final = frozenset("-−–+#")
_POINTS: Final = frozenset(".'")  # of ".08" and "'90s"

_AMOUNT_SIGNS: Final = frozenset("-−–+$£€")  # what they open is an amount or nothing
_DIGITS: Final = frozenset("0123456789")
_APOSTROPHES: Final = frozenset("'’")
# Signs at which nothing begins, which most sentences hold.
_IDLE: Final = frozenset(',;:!?()[]"“”‘')
_RESTATING: Final = frozenset({Kind.SHARE, Kind.MONEY, Kind.MEASURE, Kind.DURATION})
# What may stand between a currency in letters and its number ("Rs.500", "US$5").
_MARKS: Final = frozenset("$£€.-−")

# The rule of a number before which a sign cannot be read any more.
LOST_SIGN: Final = "sign lost"


class Reading(NamedTuple):
    """A figure and where it stands among the tokens.

    Attributes:
        figure: what was read; `counted`, `event` and `qualifiers` are left for later.
        first, last: tokens of `figure.text`, half-open.
        outer_first, outer_last: the same with hedge words, unit words, "per week", "-year-old".
    """

    figure: Figure
    first: int
    last: int
    outer_first: int
    outer_last: int


def read(
    tokens: Tokens,
    tags: Sequence[str],
    policy: Policy | None = None,
    units: UnitTable | None = None,
) -> tuple[Reading, ...]:
    """All figures of a text, in text order and without overlaps.

    Args:
        tokens: the text.
        tags: the universal word class of each token, as `factcheck.text.tagger.tag` gives it.
        policy: widths of the intervals; the contract's where none is given.
        units: the user's own units, from `factcheck.figures.units.user_units`.
    """
    scan = Scan(tokens, tags, policy or _contract(), blocked=masked(tokens), units=units)
    drafts: list[Draft] = []
    at = 0
    for i in _openings(scan):
        if i >= at:
            at = _step(scan, i, drafts)
    return tuple([_freeze(tokens, draft) for draft in _apart(scan, drafts)])


@cache
def _contract() -> Policy:
    return Policy()


def _openings(scan: Scan) -> list[int]:
    """The tokens at which something may begin, as far as they themselves can tell."""
    opening, currencies = scan.words["openings"], before()
    return [
        i
        for i, lower in enumerate(scan.tokens.lowers)
        if lower in opening or lower in currencies or not (lower[0].isalpha() or lower in _IDLE)
    ]


def _step(scan: Scan, i: int, drafts: list[Draft]) -> int:
    """Read at token `i`; return the token to go on at."""
    top = read_top(scan, i)
    if top is not None:
        drafts.append(top)
        return top.last
    if i in scan.blocked or not _may_begin(scan, i):
        return i + 1
    end = veto(scan, i)
    if end > i:
        return end
    found, end = _read_at(scan, i)
    for draft in found:
        drafts.append(draft)
        end = max(end, draft.last, draft.outer_last)
    return max(i + 1, end)


def _may_begin(scan: Scan, i: int) -> bool:
    """Whether something may begin at a token of `_openings`, by what follows it."""
    lower, words = scan.tokens.lowers[i], scan.words
    character, follows = lower[0], scan.text(i + 1)[:1]
    if character.isnumeric():
        return True
    if lower in words["idle_openings"] and lower not in before():
        return scan.lower(i + 1) in words["idle_openings"][lower]
    if lower == "the":
        following = scan.lower(i + 1)
        dated = follows.isdecimal() or following in words["date_words"]
        return dated or following in words["the_words"]
    if lower in ARTICLES:
        return _article_begins(scan, i, follows)
    if character in _POINTS:
        return follows.isdigit()
    if lower in words["openings"] or character in _SIGNS:
        return True
    marked = follows.isdecimal() or follows in _MARKS or not character.isalpha()
    return marked and lower in before()


def _article_begins(scan: Scan, i: int, follows: str) -> bool:
    """Whether "a" may be a one, or part of a phrase: "a third", "a few", "a day and a half"."""
    if scan.lower(i + 1) in scan.words["article_words"] or follows in _MARKS:
        return True
    return match_unit(scan.tokens, i + 1, extra=scan.units) is not None


def _read_at(scan: Scan, i: int) -> tuple[list[Draft], int]:
    """What starts at token `i`, and the token to go on at."""
    if scan.tokens.texts[i] in _AMOUNT_SIGNS:
        return read_quantity(scan, i)
    pair = read_pair(scan, i)
    if pair is not None:
        return [pair], pair.last
    lower = scan.tokens.lowers[i]
    the = lower == "the"
    if _may_be_date(scan, i, the):
        date = read_date(scan, i)
        if date is not None:
            return [date], date.last
    if the:
        share = read_word(scan, i)
        return ([], i + 1) if share is None else ([share], share.last)
    if lower[0].isalpha() and lower not in scan.words["figure_words"] and lower not in before():
        return [], i + 1
    for reader in (read_score, read_factor, read_word):
        found = reader(scan, i)
        if found is not None:
            return [found], found.last
    ordinal = read_ordinal(scan, i)
    return ([ordinal], ordinal.last) if ordinal is not None else read_quantity(scan, i)


def _may_be_date(scan: Scan, i: int, the: bool) -> bool:
    """Whether a date or time can start here; a number word needs "ago" or the like behind it."""
    character = scan.text(i + the)[:1]
    if character in _DIGITS:
        return may_open(scan.tokens, i + the)
    if the or character in _APOSTROPHES:
        return True
    lower, words = scan.tokens.lowers[i], scan.words
    if lower in words["date_counted"]:
        closers = words["date_closers"]
        return any(word in closers for word in scan.tokens.lowers[i + 1 : i + 7])
    return lower in words["date_words"]


def _apart(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts with outer tokens cut back where two neighbours claim the same."""
    for left, right in itertools.pairwise(drafts):
        right.outer_first = max(right.outer_first, left.last)
        left.outer_last = max(left.last, min(left.outer_last, right.outer_first))
        _restate(scan, left, right)
        _share_bound(scan, left, right)
        carry(scan, left, right)
    elide(scan, drafts)
    return drafts


def _restate(scan: Scan, left: Draft, right: Draft) -> None:
    """ "Fell 300 points, or 1.2%": the second says again what the first said."""
    between = scan.tokens.lowers[left.outer_last : right.outer_first]
    again = between in {(",", "or"), ("or",), ("(",), ("-", "or"), ("–", "or"), ("(", "or")}
    if again and left.kind is Kind.CHANGE and right.kind in _RESTATING:
        right.kind, right.direction = Kind.CHANGE, left.direction
        right.rules = (*right.rules, "restated")


def _share_bound(scan: Scan, left: Draft, right: Draft) -> None:
    """ "A maximum of €20,000 or 4% of turnover": the bound holds of both alternatives."""
    if right.hedge is not Hedge.PLAIN or right.value is None or left.hedge not in BOUNDS:
        return
    between = scan.tokens.lowers[left.outer_last : right.outer_first]
    noun = len(between) == _NOUN_AND_OR and scan.noun(left.outer_last)
    alternatives = between == ("or",) or (noun and between[-1] == "or")
    if alternatives and left.unit != right.unit and right.interval.is_point:
        right.hedge = left.hedge
        right.interval = bound_at(right.value, right.unit, left.hedge)
        right.rules = (*right.rules, "shared-bound")


def _freeze(tokens: Tokens, draft: Draft) -> Reading:
    span = Span(tokens.starts[draft.first], tokens.ends[draft.last - 1])
    figure = Figure(
        tokens.cut(draft.first, draft.last),
        span,
        draft.kind,
        draft.interval,
        draft.value,
        draft.precision,
        draft.hedge,
        draft.unit,
        draft.parts,
        draft.date,
        draft.direction,
        rules=(*draft.rules, LOST_SIGN) if _has_lost_sign(tokens, draft) else draft.rules,
    )
    return Reading(figure, draft.first, draft.last, draft.outer_first, draft.outer_last)


def _has_lost_sign(tokens: Tokens, draft: Draft) -> bool:
    """Whether a currency's sign before a number was lost in a conversion."""
    at = draft.first - 1
    return at >= 0 and tokens.texts[at] == "\ufffd" and tokens.glued(draft.first)
