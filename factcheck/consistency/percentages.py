"""FC204: a percentage does not fit the two numbers that it is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.spread import ratio, spread, spread_beside
from factcheck.consistency.words import pattern
from factcheck.findings.derivation import base_value, number, percent
from factcheck.frames.cues import holds_against
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Hedge, Interval, Kind

LEVELS = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY, Kind.RATE, Kind.SHARE, Kind.DURATION})
_HUNDRED = 100
# What may stand between a part and the share that it makes: "720 (30%)", "300 of them, or 20%,".
SAME_AGAIN = re.compile(
    r"(?:\s+[^\W\d][\w'’-]*){0,4}?\s*(?:\(|,?\s+or\s|[–—-]\s*)\s*"
    r"(?:an?\s+|about\s+|around\s+|some\s+|roughly\s+|nearly\s+|almost\s+|just\s+\w+\s+)*",
    re.IGNORECASE,
)
_BASES = frozenset({"of", "among"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"})  # between "of" and a base
_FARTHEST_OF = 6  # tokens between the two
_FARTHEST = 90  # characters between two figures that are told of one thing


def percentages(draft: Draft) -> Iterator[Contradiction]:
    """Percentages and factors that do not fit the numbers beside them."""
    for sentence in draft.sentences:
        figures = [f for f in sentence.figures if f.figure.kind not in (Kind.DATE, Kind.AGE)]
        at = 0
        while at + 2 < len(figures):
            three = figures[at : at + 3]
            said = _said(draft, sentence, three)
            at += 1 if said is None else 3
            if said:
                yield said[0]


def _said(
    draft: Draft, sentence: SentenceFrame, three: Sequence[FigureFrame]
) -> tuple[Contradiction, ...] | None:
    """What is wrong with three neighbours; None where they are no percentage of two numbers."""
    if max(len(draft.between(a, b)) for a, b in pairwise(three)) > _FARTHEST:
        return None
    for rule in (_change, _step, _part):
        found = rule(draft, sentence, three)
        if found is not None:
            return found
    return None


def _change(
    draft: Draft, sentence: SentenceFrame, three: Sequence[FigureFrame]
) -> tuple[Contradiction, ...] | None:
    """ "Rose 40% from 200 to 250", "tripled to 90 from 45"."""
    changes = [f for f in three if f.figure.kind in (Kind.CHANGE, Kind.FACTOR)]
    levels = [f for f in three if f.figure.kind in LEVELS]
    if len(changes) != 1 or len(levels) != 2 or not _alike(*levels):
        return None
    change = changes[0]
    before = [
        f for f in levels if holds_against(sentence.lemmas, f.first) or _led(sentence, f, "from")
    ]
    if len(before) != 1 or _parted(draft, change, levels):
        return None
    after = next(f for f in levels if f is not before[0])
    points = change.figure.unit is not None and change.figure.unit.dimension == "share_point"
    a, b = levels_spread(draft, before[0], after)
    truth = _difference(a, b) if points else relative(ratio(b, a), change)
    if truth is None:
        return None
    said = spread(change.figure, draft.policy)
    if not points and not is_share(change):
        return None
    told = change.figure.direction or 1
    if change.figure.kind is Kind.CHANGE and (not change.figure.direction or _shrinks(truth, said)):
        told = -1 if (truth.high or 0) < 0 else 1
    if told < 0 and change.figure.kind is Kind.CHANGE:
        truth = _turned(truth)
    if truth.overlaps(said):
        return ()
    return (does_not_fit(draft, change, before[0], after, points=points),)


def levels_spread(draft: Draft, one: FigureFrame, other: FigureFrame) -> tuple[Interval, Interval]:
    """What two levels of one thing may stand for."""
    a, b = one.figure, other.figure
    return spread_beside(a, b, draft.policy), spread_beside(b, a, draft.policy)


def _shrinks(truth: Interval, said: Interval) -> bool:
    """Whether a change is told with its own sign ("-5%")."""
    return said.high is not None and said.high < 0


def is_share(change: FigureFrame) -> bool:
    """Whether a change is told in percent, or as a factor, and not in units."""
    unit = change.figure.unit
    return change.figure.kind is Kind.FACTOR or (unit is not None and unit.dimension == "share")


def relative(share: Interval | None, change: FigureFrame) -> Interval | None:
    """The change that two levels make: of a factor their ratio, else what is above or below one."""
    if share is None or share.low is None or share.high is None:
        return None
    if change.figure.kind is Kind.FACTOR:
        return share
    return Interval(share.low - 1, share.high - 1)


def _difference(before: Interval, after: Interval) -> Interval | None:
    ends = (before.low, before.high, after.low, after.high)
    if None in ends:
        return None
    low, high, least, most = (end or Fraction(0) for end in ends)
    return Interval(least - high, most - low)


def _turned(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return Interval(None if high is None else -high, None if low is None else -low)


def _step(
    draft: Draft, sentence: SentenceFrame, three: Sequence[FigureFrame]
) -> tuple[Contradiction, ...] | None:
    """ "Rose by $50m, or 20%, to $300m"."""
    changes = [f for f in three if f.figure.kind is Kind.CHANGE]
    levels = [f for f in three if f.figure.kind in LEVELS]
    if len(changes) != 2 or len(levels) != 1 or three[2] is not levels[0]:
        return None
    shares = [f for f in changes if is_share(f)]
    amounts = [f for f in changes if not is_share(f)]
    if len(shares) != 1 or len(amounts) != 1 or not _led(sentence, levels[0], "to"):
        return None
    amount, level, share = amounts[0], levels[0], shares[0]
    if _dimension(amount) != _dimension(level) or _dimension(amount) == "share_point":
        return None
    step, reached = spread(amount.figure, draft.policy), spread(level.figure, draft.policy)
    way = share.figure.direction or amount.figure.direction
    before = _difference(step, reached) if way > 0 else _difference(_turned(step), reached)
    truth = ratio(step, before) if before is not None and way else None
    if truth is None:
        return None
    if truth.overlaps(spread(share.figure, draft.policy)):
        return ()
    a, b = base_value(amount.figure), base_value(level.figure)
    exact = (
        percent(abs(a) / (b - way * a)) if a is not None and b is not None and b != way * a else ""
    )
    message = (
        f"{share.figure.text} is not {amount.figure.text} of what it was before: that is {exact}"
    )
    related = ((amount.figure.span, "the change"), (level.figure.span, "the level reached"))
    return (Contradiction("FC204", share.figure.span, message, related),)


def _part(
    draft: Draft, sentence: SentenceFrame, three: Sequence[FigureFrame]
) -> tuple[Contradiction, ...] | None:
    """ "Of the 80 applicants, 20 (35%) were hired"."""
    shares = [f for f in three if f.figure.kind is Kind.SHARE]
    counts = [f for f in three if f.figure.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE)]
    if len(shares) != 1 or len(counts) != 2 or not _alike(*counts):
        return None
    share = shares[0]
    bases = [f for f in counts if f.base or _is_base(sentence, f)]
    if len(bases) != 1 or share.figure.hedge is Hedge.VAGUE:
        return None
    base = bases[0]
    part = next(f for f in counts if f is not base)
    if not _told_again(draft, part, share, base):
        return None
    found = share_of(draft, part, share, base)
    return () if found is None else (found,)


def share_of(
    draft: Draft, part: FigureFrame, share: FigureFrame, base: FigureFrame
) -> Contradiction | None:
    """What is wrong with the share that a part is said to make of a base, if anything."""
    truth = ratio(spread(part.figure, draft.policy), spread(base.figure, draft.policy))
    if truth is None or truth.overlaps(spread(share.figure, draft.policy)):
        return None
    a, b = base_value(part.figure), base_value(base.figure)
    exact = f": that is {percent(a / b)}" if a is not None and b else ""
    message = f"{share.figure.text} is not {part.figure.text} of {base.figure.text}{exact}"
    related = ((part.figure.span, "the part"), (base.figure.span, "the whole"))
    return Contradiction("FC204", share.figure.span, message, related)


def _told_again(draft: Draft, part: FigureFrame, share: FigureFrame, base: FigureFrame) -> bool:
    """Whether a share only says once more what a part makes of its base."""
    first, second = sorted((part, share), key=lambda f: f.first)
    gap = draft.between(first, second)
    if first.first < base.first < second.first:
        head, _, tail = gap.partition(base.figure.text)
        linked = re.fullmatch(r"(?:\s+[^\W\d][\w'’-]*){0,4}\s*", head) is not None
        return linked and SAME_AGAIN.fullmatch(tail) is not None
    return SAME_AGAIN.fullmatch(gap) is not None


def _is_base(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure says of how many: "of the district's 24 bridges"."""
    for at in range(frame.first - 1, max(frame.first - _FARTHEST_OF, -1), -1):
        if sentence.lemmas[at] in _BASES:
            return True
        if sentence.tags[at] not in _INSIDE:
            return False
    return False


def _alike(one: FigureFrame, other: FigureFrame) -> bool:
    return one.figure.kind is other.figure.kind and _dimension(one) == _dimension(other)


def _dimension(frame: FigureFrame) -> str:
    unit = frame.figure.unit
    return f"{unit.dimension} {unit.per or ''}" if unit is not None else ""


def _led(sentence: SentenceFrame, frame: FigureFrame, word: str) -> bool:
    """Whether a word stands right before a figure."""
    return sentence.lemmas[frame.first - 1 : frame.first] == (word,)


def _parted(draft: Draft, change: FigureFrame, levels: Sequence[FigureFrame]) -> bool:
    """Whether another thing begins between a change and its levels."""
    near = levels[0] if change.first < levels[0].first else levels[-1]
    if levels[0].first < change.first < levels[-1].first:
        near = levels[-1]
    first, second = sorted((change, near), key=lambda f: f.first)
    return pattern("percentage", "parting").search(draft.between(first, second)) is not None


def does_not_fit(
    draft: Draft, change: FigureFrame, before: FigureFrame, after: FigureFrame, *, points: bool
) -> Contradiction:
    """What is wrong with a change from one level to another.

    Args:
        draft: the draft.
        change: the change that is told.
        before: the level before, and
        after: the level reached.
        points: whether the change is told in percentage points.
    """
    a, b = base_value(before.figure), base_value(after.figure)
    exact = ""
    if a and b is not None:
        if points:
            exact = f": that is {number(abs(b - a) * _HUNDRED)} points"
        elif change.figure.kind is Kind.FACTOR:
            exact = f": that is {number(b / a)} times as much"
        else:
            way = "up" if b > a else "down"
            exact = f": that is {way} {percent(abs(b / a - 1))}"
    told = f"from {before.figure.text} to {after.figure.text}"
    related = ((before.figure.span, "the level before"), (after.figure.span, "the level reached"))
    message = f"{change.figure.text} does not fit {told}{exact}"
    return Contradiction("FC204", change.figure.span, message, related)
