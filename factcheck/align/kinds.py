"""Whether two figures are of one kind, so that their values can be compared at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from factcheck.align.side import Side
from factcheck.align.words import names_people
from factcheck.figures.money import same_currency
from factcheck.figures.read import LOST_SIGN
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame
from factcheck.model import Detail, Figure, Kind, SlotState
from factcheck.text.lemma import lemma

_LEAST_MARK, _FULL_MARKS = 10, 100  # up to ten, a mark beside a share may be out of ten or five
_LEAST_SUM = 1000  # smaller ones are mostly things: "earned 12 caps"
_AGEING: Final = frozenset({"be", "live", "reach", "turn", "survive"})
_DAY = 24 * 60 * 60  # seconds


def kind_detail(ours: Side, theirs: Side) -> Detail:
    """The slot "kind" of two figures: matched, or differing with both sides in words."""
    if ours.frame is None or theirs.frame is None:
        raise ValueError("a kind is a figure's")
    a, b = ours.frame.figure, theirs.frame.figure
    if _are_of_one_kind(a, b):
        return _matched(ours.kind, theirs.kind)
    why = _difference(ours.frame, theirs.frame)
    if why:
        return Detail("kind", SlotState.DIFFERING, ours.kind, theirs.kind, why)
    scaled = a.kind is not b.kind and (
        _is_rating(a) or _is_rating(b) or Kind.SHARE in (a.kind, b.kind)
    )
    remark = "a mark and a share of its scale" if scaled else ""
    if {a.kind, b.kind} == {Kind.COUNT, Kind.MONEY}:
        remark = "one does not say the currency"
    return Detail("kind", SlotState.MATCHED, ours.kind, theirs.kind, remark)


def _are_of_one_kind(a: Figure, b: Figure) -> bool:
    """Whether the kinds agree in every respect, as they do in most pairs."""
    if a.kind is not b.kind:
        return False
    if a.unit is None or b.unit is None:
        return a.unit is b.unit
    return a.unit.dimension == b.unit.dimension and a.unit.per == b.unit.per


@cache
def _matched(ours: str, theirs: str) -> Detail:
    """The slot of two kinds that are one, in the words of either side."""
    return Detail("kind", SlotState.MATCHED, ours, theirs)


def _difference(ours: FigureFrame, theirs: FigureFrame) -> str:
    a, b = ours.figure, theirs.figure
    if a.kind is not b.kind and not _interchangeable(ours, theirs):
        none = _is_none_of_it(a, b) or _is_none_of_it(b, a)
        return (
            "" if none else f"{_with_article(a.kind)} is not {_with_article(b.kind)}"
        )  # "none leaked", "leaked 200 tonnes"
    if Kind.COUNT in (a.kind, b.kind) and _is_mark_beside(ours, theirs):
        return ""
    if (a.unit is None) != (b.unit is None):
        sums = {a.kind, b.kind} == {Kind.COUNT, Kind.MONEY}
        return "" if sums or (_unitless(a) and _unitless(b)) else "another unit"
    if a.unit is None or b.unit is None:
        return ""
    if {a.kind, b.kind} == {Kind.SHARE, Kind.MEASURE}:
        return ""  # 57% and 57 out of 100
    if a.unit.per != b.unit.per:
        return f"per {a.unit.per or 'nothing'} is not per {b.unit.per or 'nothing'}"
    if a.unit.dimension.startswith("money:") and b.unit.dimension.startswith("money:"):
        return "" if same_currency(a.unit, b.unit) else "another currency"
    if a.unit.dimension != b.unit.dimension:
        return f"{a.unit.symbol} is not {b.unit.symbol}"
    return ""


def _with_article(kind: Kind) -> str:
    return f"an {kind}" if kind in (Kind.AGE, Kind.ORDINAL) else f"a {kind}"


def _unitless(figure: Figure) -> bool:
    """Shares in words ("a third") carry no unit, yet compare with percentages."""
    return figure.kind in (Kind.SHARE, Kind.COUNT, Kind.AGE, Kind.FACTOR) and (
        figure.unit is None or figure.unit.dimension in ("share", "count", "time")
    )


def _is_none_of_it(none: Figure, other: Figure) -> bool:
    """Whether a figure says that there was nothing of what the other measures."""
    measured = other.kind in (Kind.MEASURE, Kind.MONEY, Kind.SHARE)
    return measured and none.kind is Kind.COUNT and none.unit is None and none.value == 0


def _is_rating(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.dimension == "rating"


def _is_mark_beside(ours: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether one is a mark whose scale is not said ("a score of 53") and the other has one.

    Beside a share such marks are out of a hundred. Beside a mark with its scale they are on that
    scale where they lie on it ("a rating above 7" beside 7.2/10).
    """
    mark, other = (ours, theirs) if ours.figure.kind is Kind.COUNT else (theirs, ours)
    if not (other.figure.kind is Kind.SHARE or _is_rating(other.figure)):
        return False
    value = mark.figure.value
    if mark.figure.unit is not None or value is None or value > _FULL_MARKS:
        return False
    noun = (mark.figure.counted or "").lower().split()[-2:]  # "a rating average"
    verb = (mark.figure.event or "").lower().split()[-1:]
    named = mark.figure.counted is None or mark.figure.counted[:1].isupper()
    verb = verb if named else []  # "averaged 7/10 from 34 critics": 34 are critics
    marked = not cues().marks_nouns.isdisjoint(noun)
    if not marked and not (verb and lemma(verb[0], "VERB") in cues().marks_verbs):
        return False
    return _is_rating(other.figure) or value > _LEAST_MARK


def _is_rank(bare: FigureFrame) -> bool:
    """Whether a bare number is a place in an order: "peaked at 5 in Loria"."""
    counted, verb = bare.figure.counted, (bare.figure.event or "").lower().split()[-1:]
    named = counted is None or counted[:1].isupper()
    told = bool(verb) and lemma(verb[0], "VERB") in cues().ranks_verbs
    return bare.figure.unit is None and named and told


def _is_sum(bare: FigureFrame) -> bool:
    """Whether a bare number is a sum whose currency is not said: "grossed 101 million"."""
    value, counted = bare.figure.value, bare.figure.counted or ""
    if LOST_SIGN in bare.figure.rules:
        return True
    if bare.figure.unit is not None or value is None or value < _LEAST_SUM:
        return False
    verb = (bare.figure.event or "").lower().split()[-1:]
    named = not counted or counted[:1].isupper()  # "made 30 million bricks" counts bricks
    if named and verb and lemma(verb[0], "VERB") in cues().sums_verbs:
        return True
    noun = counted.lower().split()[-1:]
    return bool(noun) and (
        noun[0] in cues().sums_nouns or lemma(noun[0], "NOUN") in cues().sums_nouns
    )


def _bare(ours: FigureFrame, theirs: FigureFrame) -> FigureFrame:
    """The one of two figures that is a count."""
    return ours if ours.figure.kind is Kind.COUNT else theirs


def _are_on_one_scale(ours: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether a share stands beside a mark with its scale: 57%, 57 out of 100, 5.7/10."""
    return _is_rating(ours.figure) or _is_rating(theirs.figure)


def _may_be_age(bare: FigureFrame) -> bool:
    """Whether a bare number may be an age: it counts nothing, or nothing of a group."""
    return bare.counted < 0 or (bare.figure.unit is None and bare.group < 0)


def _have_units(ours: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether both figures have a unit."""
    return ours.figure.unit is not None and theirs.figure.unit is not None


def _lasts_as_long(ours: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether a duration may be an age: "stood for 300 years", and not "took four hours".

    That of a thing, or of who lives so long: a treasurer of 17 has not held office for as long.
    """
    aged, other = (ours, theirs) if ours.figure.kind is Kind.AGE else (theirs, ours)
    noun = (aged.figure.counted or "person").lower().split()[-1]
    verb = (other.figure.event or "be").lower().split()[-1]
    if names_people(lemma(noun, "NOUN")) and lemma(verb, "VERB") not in _AGEING:
        return False
    units = (ours.figure.unit, theirs.figure.unit)
    return all(unit is not None and unit.factor >= _DAY for unit in units)


# When figures of two kinds say one thing: an age and a bare number, a duration and a measure of
# time. Other kinds never do, but for marks.
_INTERCHANGED: Final[Mapping[frozenset[Kind], Callable[[FigureFrame, FigureFrame], bool]]] = {
    frozenset({Kind.COUNT, Kind.MONEY}): lambda a, b: _is_sum(_bare(a, b)),
    frozenset({Kind.COUNT, Kind.ORDINAL}): lambda a, b: _is_rank(_bare(a, b)),
    frozenset({Kind.COUNT, Kind.AGE}): lambda a, b: _may_be_age(_bare(a, b)),
    frozenset({Kind.AGE, Kind.DURATION}): _lasts_as_long,
    frozenset({Kind.SHARE, Kind.MEASURE}): _are_on_one_scale,
    frozenset({Kind.DURATION, Kind.MEASURE}): _have_units,
}


def _interchangeable(ours: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether figures of two kinds say one thing."""
    kinds = ours.figure.kind, theirs.figure.kind
    if Kind.COUNT in kinds and _is_mark_beside(ours, theirs):
        return True
    way = _INTERCHANGED.get(frozenset(kinds))
    return way is not None and way(ours, theirs)
