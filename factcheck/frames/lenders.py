"""Figures that are told beside an earlier one, and measure what that one measures.

"Rose to 71%, up from 58%", "nine hours of sun, against 26 last year", "a fifth of the crop, or some
900 tonnes", "189,000 arrivals, of which Americans made up 17%", "wider than the €42 million
expected", "by 38% in infants and by 29% in toddlers". Only the public figure is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.context import Context
from factcheck.frames.model import FigureFrame
from factcheck.frames.subjects import subject_of
from factcheck.model import Kind

_AGAINST = frozenset({"against", "versus"})
_COMPARED = frozenset({
    ("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"), (",", "from"),
    (",", "or"), ("decline", "from"), ("drop", "from"), ("rise", "from"), ("fall", "from"),
})  # fmt: skip
_PARTS = frozenset({Kind.SHARE, Kind.COUNT})
_OF_WHICH = frozenset({("of", "which"), ("of", "whom")})
_THAN = frozenset({
    "than", "below", "above", "beyond", "topping", "beating", "missing", "exceeding",
})  # fmt: skip
_OWNERS = frozenset({"the", "its", "their", "his", "her"})
_TIMES = frozenset({"double", "twice", "triple", "half", "treble", "times"})
_MORE = frozenset({
    "more", "fewer", "less", "higher", "lower", "short", "shy", "above", "below", "up", "down",
})  # fmt: skip
_COMPARING = frozenset({Kind.CHANGE, Kind.FACTOR, Kind.COUNT, Kind.SHARE})
_PREPOSITIONS = frozenset({"by", "on", "at", "to", "for", "in", "from"})
_OF_THAT = (("of", "that"), ("of", "it"), ("of", "this"))
_AMOUNTS = frozenset({Kind.MONEY, Kind.MEASURE})
_REMAINING = (("the", "other"), ("the", "remaining"))
_ACTING = frozenset({"VERB", "AUX"})
_NUMBERS = (("number",), ("figure",), ("total",), ("amount",), ("rate",), ("level",))
_JOINERS = frozenset({"and", "but", ",", "or"})
_WITH = ((",", "with"),)
_WHOLES = frozenset({Kind.MONEY, Kind.MEASURE, Kind.COUNT, Kind.RATE})
# Verbs of having a share of what was told before.
_HOLDING = frozenset({
    "buy", "take", "account", "make", "supply", "provide", "contribute", "absorb", "ship", "send",
    "import", "export", "produce", "grow", "mine", "receive", "sell", "represent", "generate",
})  # fmt: skip
# What was named before, and is taken up by a word for any number: "but the figure sank to 8%".
_TAKEN_UP = frozenset({"figure", "proportion", "percentage", "number", "total", "share"})


def lender(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The earlier figure whose noun a figure shares, or None where it has one of its own.

    Args:
        frame: the figure.
        before: the frames of the figures before it.
        context: the sentence.
    """
    if not before or _has_noun(frame, context):
        return None
    before = [f for f in before if f.figure.kind is not Kind.ORDINAL] or before
    last, lowers = before[-1], context.words.lowers
    opening = lowers[max(0, frame.first - 2) : frame.first]
    if lowers[frame.first - 1] in _AGAINST or opening in _COMPARED:
        alike = last.figure.kind is frame.figure.kind or opening == (",", "or")
        return last if alike else _past_ages(frame, before)
    ways = (_beside, _level, _added_to, _of_that, _alike, _whole, _held)
    found = (way(frame, before, context) for way in ways)
    return next((lent for lent in found if lent is not None), None)


def _past_ages(frame: FigureFrame, before: Sequence[FigureFrame]) -> FigureFrame | None:
    """The last figure of a kind before ages: "80% of children by the age of 7, against 62% now"."""
    told = [f for f in before if f.figure.kind not in (Kind.AGE, Kind.DURATION)]
    return told[-1] if told and told[-1].figure.kind is frame.figure.kind else None


def _beside(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The figure right before it, where the words between them tie the two together."""
    last, same = before[-1], before[-1].figure.kind is frame.figure.kind
    ways = (_is_joined, _is_of_those, _is_ranging, _is_listed, _goes_on)
    if any(way(frame, last, context) for way in ways):
        return last
    if same and context.words.lowers[frame.first - 2 : frame.first] in _REMAINING:
        return last  # "own 62% of the land, and smallholders share the other 38%"
    followed = "followed" in context.words.lowers[last.last : frame.first]
    if same and frame.figure.kind is Kind.SHARE and followed:
        return last  # "44%, followed by Telugu at 21%"
    if _is_difference(frame, context) and last.last < frame.first:
        return last
    return last if same and _takes_up(frame, context) else None


def _level(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The level that something came to, of one that it came from: "to 4.9% in May from 4.6%"."""
    last, lowers = before[-1], context.words.lowers
    if lowers[frame.first - 1] != "from" or lowers[last.first - 1] not in ("to", "at"):
        return None
    alike = last.figure.kind is frame.figure.kind and last.clause == frame.clause
    return last if alike and frame.counted < 0 else None


def _held(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """What somebody has a share of: "exports fell to 9,000 tonnes, with Iraq buying 15%"."""
    words, clause = context.words, context.clauses[frame.clause]
    if frame.figure.kind is not Kind.SHARE or clause.verb < 1 or frame.counted >= 0:
        return None
    gerund = words.lowers[clause.verb].endswith("ing") and clause.verb < frame.first
    accompanied = words.lowers[clause.first : clause.first + 2] in _WITH
    if not (gerund and accompanied) or words.lemmas[clause.verb] not in _HOLDING:
        return None
    if words.lowers[frame.last : frame.last + 1] == ("of",):
        return None
    wholes = [f for f in before if f.clause < frame.clause and f.figure.counted is not None]
    told = [f for f in wholes if f.figure.kind in _WHOLES]
    return told[-1] if told and told[-1] is wholes[-1] else None


def _added_to(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The measure that another one adds to: "26 inches of snow fell, and 10 more are due"."""
    if frame.increment != "additional" or frame.figure.kind is not Kind.MEASURE:
        return None
    dimension = frame.figure.unit.dimension if frame.figure.unit else ""
    units = ((f, f.figure.unit) for f in reversed(before))
    return next((f for f, u in units if u is not None and u.dimension == dimension), None)


def _of_that(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The amount that "a quarter of that" is of."""
    if context.words.lowers[frame.last : frame.last + 2] not in _OF_THAT:
        return None
    amounts = (f for f in reversed(before) if f.figure.kind in _AMOUNTS)
    return next((f for f in amounts if f.figure.counted is not None), None)


def _alike(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The last figure of its kind, where it is held against that or joined to it."""
    if not (_is_expected(frame, context) or _is_parallel(frame, before[-1], context)):
        return None
    return next((f for f in reversed(before) if f.figure.kind is frame.figure.kind), None)


def _whole(
    frame: FigureFrame, before: Sequence[FigureFrame], context: Context
) -> FigureFrame | None:
    """The figure of what a part is of: "189,000 arrivals, of which Americans made up 17%"."""
    found = frame.figure.kind is Kind.COUNT and frame.counted >= 0  # by factcheck.frames.elided
    if found or frame.figure.kind not in _PARTS:
        return None
    lowers = context.words.lowers
    for at in range(frame.first - 2, before[0].last, -1):
        if lowers[at : at + 2] in _OF_WHICH and lowers[at - 1] == ",":
            return next((f for f in reversed(before) if f.last < at), None)
        if lowers[at] == ";":
            break
    return None


def _has_noun(frame: FigureFrame, context: Context) -> bool:
    """Whether what a figure counts stands with it or behind it."""
    return frame.counted >= 0 and context.terms[frame.counted].last > frame.first


def _is_expected(frame: FigureFrame, context: Context) -> bool:
    """Whether a sum is held against another one: "than the €42m expected", "double the £9m"."""
    lowers = context.words.lowers
    if frame.figure.kind not in (Kind.MONEY, Kind.MEASURE, Kind.SHARE):
        return False
    if context.words.tags[frame.last : frame.last + 1] == ("PRON",):
        return False  # "cost £9m, more than the £5m they received"
    return any(
        (lowers[at] in _THAN or lowers[at] in _TIMES) and lowers[at + 1] in _OWNERS
        for at in range(max(0, frame.first - 2), frame.last - 1)
    )


def _is_parallel(frame: FigureFrame, last: FigureFrame, context: Context) -> bool:
    """Whether a figure is joined to one by its preposition: "by 9% in May and by 4% in June"."""
    lowers, first = context.words.lowers, frame.first
    if lowers[frame.last : frame.last + 1] == ("of",):
        return False
    lead = lowers[first - 1]
    if lead not in _PREPOSITIONS or lowers[last.first - 1] != lead:
        return False
    alike = last.figure.kind is frame.figure.kind or frame.figure.kind is Kind.CHANGE
    if not alike or lowers[first - 2] not in _JOINERS:
        return False
    finite = (g for g in context.groups if last.last <= g.verb < first)
    return all(g.first == g.last - 1 and not g.passive for g in finite) or lead == "by"


def _is_listed(frame: FigureFrame, last: FigureFrame, context: Context) -> bool:
    """Whether a figure is joined to one before the same preposition: "£9 by rail, £4 by coach"."""
    lowers, tags = context.words.lowers, context.words.tags
    behind = lowers[frame.last : frame.last + 1]
    if not behind or tags[frame.last] != "ADP" or behind == ("of",):
        return False
    if lowers[last.last : last.last + 1] != behind or lowers[frame.first - 1] not in _JOINERS:
        return False
    between = tags[last.last : frame.first]
    percents = {last.figure.kind, frame.figure.kind} == {Kind.CHANGE, Kind.SHARE}
    alike = percents or frame.figure.kind in (last.figure.kind, Kind.COUNT)
    return "VERB" not in between and "AUX" not in between and alike


def _is_joined(frame: FigureFrame, last: FigureFrame, context: Context) -> bool:
    """Whether only "and" stands between two figures of a kind: "bids of £640m and £655m"."""
    between = context.words.lowers[last.last : frame.first]
    return len(between) == 1 and between[0] in _JOINERS and frame.figure.kind is last.figure.kind


def _is_of_those(frame: FigureFrame, last: FigureFrame, context: Context) -> bool:
    """Whether "those" stands for what was named before: "and those from shipping rose 2%"."""
    lowers, tags = context.words.lowers, context.words.tags
    if frame.figure.kind is not last.figure.kind:
        return False
    clause = context.clauses[frame.clause]
    # "make up 42% of the total, and those to America 21%"
    gapped = _ACTING.isdisjoint(tags[last.last : frame.first])
    end = frame.first - 1 if gapped else clause.verb
    return any(
        lowers[at] in ("those", "that") and tags[at + 1] in ("ADP", "SCONJ")
        for at in range(max(clause.first, last.last), end)
    )


def _is_ranging(frame: FigureFrame, last: FigureFrame, context: Context) -> bool:
    """Whether a bare number is the level behind a change: "had grown by 60 animals to 410"."""
    lowers, tags = context.words.lowers, context.words.tags
    if frame.figure.kind is not Kind.COUNT or lowers[frame.first - 1] not in ("to", "from"):
        return False
    between = tags[last.last : frame.first - 1]
    led = lowers[last.first - 1] in ("by", "to", "from")
    return led and set(between) <= {"NOUN", "ADJ"} and last.figure.kind in (Kind.CHANGE, Kind.COUNT)


def _goes_on(frame: FigureFrame, last: FigureFrame, context: Context) -> bool:
    """Whether a share goes on with one before: "44% of the vote in Izmir but 17% in Konya"."""
    if frame.figure.kind is not Kind.SHARE or last.figure.kind is not Kind.SHARE:
        return False
    tags, lowers, at = context.words.tags, context.words.lowers, frame.first
    while at > last.last and tags[at - 1] in ("DET", "ADJ", "ADV"):
        at -= 1
    behind = lowers[frame.last : frame.last + 1]
    leads = behind == ("who",) or (behind and tags[frame.last] == "ADP" and behind != ("of",))
    return bool(leads) and lowers[at - 1] in _JOINERS and "VERB" not in tags[last.last : at - 1]


def _is_difference(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure, set apart, says how far off another one is: "…, 41 more than last year"."""
    lowers = context.words.lowers
    if frame.figure.kind not in _COMPARING or not frame.first or lowers[frame.first - 1] != ",":
        return False
    if frame.figure.kind is Kind.FACTOR and lowers[frame.last + 1 : frame.last + 2] in _NUMBERS:
        return True  # "240 inspectors, half the number it had in 2010"
    behind = lowers[frame.last - 1 : frame.last + 1]
    return not _MORE.isdisjoint(behind) or behind[-1:] == ("as",)


def _takes_up(frame: FigureFrame, context: Context) -> bool:
    """Whether the subject of a figure's clause is a word for the number told before."""
    subject = subject_of(frame.clause, context)
    if subject < 0 or frame.counted not in (-1, subject):
        return False
    term = context.terms[subject]
    definite = context.words.lowers[term.first] in ("the", "that", "this")
    return term.head in _TAKEN_UP and definite and not term.modifiers
