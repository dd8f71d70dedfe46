"""The bearer of a quantity: whose size a measure, a sum or a share is where no noun stands with it.

"The tunnel runs for 3.2 kilometres", "shares fell 17 percent to 83 cents", "a cross valued at
£5,000": the figure counts nothing, but it measures something, and an editor is told what. Only
the public figure is told: alignment compares subjects by their roles, where they differ.
"""

from __future__ import annotations

from typing import Final

from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.links import linked_term
from factcheck.frames.measured import is_bare_statistic
from factcheck.frames.model import FigureFrame, Term
from factcheck.frames.sized import before_figure, sized
from factcheck.frames.words import Words
from factcheck.model import Kind

_BARE: Final = frozenset({Kind.DATE, Kind.TIME, Kind.SCORE, Kind.ORDINAL, Kind.COUNT, Kind.FACTOR})
_HEDGING: Final = frozenset({"ADV", "ADJ", "DET", "SYM", "ADP"})
_ASIDE_ENDS: Final = frozenset({",", ")", ";", ".", "—", "–"})
_IN: Final = (("in",), ("out",))
_NO_NOUNS: Final = frozenset(
    {"per", "cent", "percent", "points", "thirds", "quarters", "fifths", "tenths", "halves"}
)
_DEGREES: Final = frozenset(
    {"less", "more", "fewer", "few", "much", "high", "low", "short", "double", "twice", "half"}
)
_APART: Final = frozenset({"ahead", "behind", "clear", "short", "outside", "inside"})
_OWNERS: Final = frozenset({"its", "his", "her", "their", "the"})
_TO_WHOLE: Final = 3
_DEEDS: Final = frozenset({Kind.MONEY, Kind.CHANGE, Kind.DURATION})
_MULTIPLIED: Final = frozenset({"square", "cubic"})
_CONSUMED: Final = frozenset({"area", "volume"})
_OBJECTS: Final = frozenset({"patient", "complement", "free"})
_AROUND: Final = frozenset({"of", "in", "at", "on", "since", "after", "before", "during"})


def bearer(frame: FigureFrame, context: Context) -> range | None:
    """The tokens that name what a figure without a counted noun measures, or None.

    Args:
        frame: the figure's frame.
        context: the sentence.
    """
    named = _named(frame, context)
    if named is not None:
        return range(named.first, named.last)
    words = context.words
    at = noun_inside(frame, context)
    if at >= 0:
        return range(at, at + 1)
    index = _accompanied(frame, context)
    if index < 0:
        index = _described(frame, context)
    named_size = not cues().attributes.keys().isdisjoint(words.lowers[frame.first : frame.last + 1])
    attributed = frame.counted >= 0 and frame.figure.kind not in _DEEDS
    if index < 0 and (named_size or attributed):
        index = _ending_near(frame.first, context)  # "a silo 40 metres tall"
    if index < 0 and frame.figure.kind not in _BARE:
        index = sized(frame, context)
    return _tokens(index, context) if index >= 0 else _unit_itself(frame, context)


def noun_inside(frame: FigureFrame, context: Context) -> int:
    """The token of the noun within a figure: "by 61 votes to 38", "one school in seven"; or -1.

    Args:
        frame: the figure's frame.
        context: the sentence.
    """
    if frame.figure.kind not in (Kind.SCORE, Kind.SHARE):
        return -1
    words, inside = context.words, range(frame.first, frame.last)
    return next((i for i in inside if words.tags[i] == "NOUN" and _is_word(i, words)), -1)


def _is_word(at: int, words: Words) -> bool:
    """Whether a noun inside a figure is what it counts, and no unit ("per cent", "points")."""
    share = words.lowers[at + 1 : at + 2] in _IN
    several = share or words.lowers[at] != words.lemmas[at]
    return words.lowers[at] not in _NO_NOUNS and several


def _named(frame: FigureFrame, context: Context) -> Term | None:
    """The quantity that "of" ties to its value: "its estimate of €1.6 million"."""
    words = context.words
    if frame.counted >= 0 or frame.figure.kind in (Kind.COUNT, Kind.AGE):
        return None
    named = linked_term(frame.first, context.terms, words.lemmas, words.tags)
    if named is None or named.head in cues().increment_total_nouns or is_bare_statistic(named):
        return None
    return named


def is_attribute(frame: FigureFrame, context: Context) -> bool:
    """Whether a figure's phrase only says which size it is: "640 metres long", "$2 less"."""
    term = context.terms[frame.counted]
    if (is_bare_statistic(term) and term.last <= frame.first) or term.head in _DEGREES:
        return True
    words = context.words
    summed = frame.figure.kind in (Kind.MONEY, Kind.MEASURE, Kind.FACTOR)
    if summed and words.tags[term.at] == "ADJ" and True in words.numbers[frame.last : term.last]:
        return True  # "$13m of the missing $20m"
    if term.head:
        return term.head in cues().attributes and term.first <= frame.last <= term.last
    return not any(term.first <= n.first < term.last for n in context.names)


def _tokens(index: int, context: Context) -> range:
    term = context.terms[index]
    return range(term.first, term.last)


def _accompanied(frame: FigureFrame, context: Context) -> int:
    """The noun of "with inflation at 24%", "with bids above £3m", or -1."""
    at = before_figure(frame, context)
    index = context.term_ending(at)
    if index < 0 or context.words.tags[at] not in ("ADP", "ADV", "ADJ"):
        return -1
    term = context.terms[index]
    return index if term.first and context.words.lowers[term.first - 1] == "with" else -1


def _described(frame: FigureFrame, context: Context) -> int:
    """The noun that a figure set apart describes: "Kim, 24, …", "the bar (180 m)"."""
    lowers, tags = context.words.lowers, context.words.tags
    at = frame.first - 1
    if frame.figure.kind is Kind.DURATION and lowers[at] == "for":
        return -1  # "interest-free, for five years"
    if lowers[frame.last : frame.last + 1] and lowers[frame.last] in _APART:
        return -1  # "won gold, 12 centimetres ahead of the Cuban"
    while at > 0 and tags[at] in _HEDGING and lowers[at] not in _ASIDE_ENDS:
        if lowers[at] == "with":
            return -1  # "three points behind the union, with 8% undecided"
        at -= 1
    if at < 1 or lowers[at] not in (",", "(", "—", "–"):
        return -1
    end = frame.last
    while end < len(lowers) and lowers[end] not in _ASIDE_ENDS:
        if tags[end] in ("VERB", "AUX", "NUM"):
            return -1
        end += 1
    if frame.figure.kind is Kind.MEASURE and "from" in lowers[frame.last : end]:
        return context.term_ending(at)  # "reserves at the mine, 640 km from the railway"
    return _head_of_chain(at, context)


def _ending_near(at: int, context: Context) -> int:
    """The noun phrase right before a quantity or its hedge, or -1."""
    lowers, tags = context.words.lowers, context.words.tags
    while at > 0 and (lowers[at - 1] in (",", "to", "each", "some") or tags[at - 1] == "ADV"):
        at -= 1
    while at > 0 and tags[at - 1] in ("ADP", "ADV"):
        at -= 1
    aside = at < len(lowers) and lowers[at] == ","  # "and, in places, 400 metres wide"
    found = (
        i for i, t in enumerate(context.terms) if t.last == at and not (aside and t.role == "in")
    )
    return next(found, -1)


def _head_of_chain(end: int, context: Context) -> int:
    """The head of the phrase that ends before a token: "the speed of the car" is a speed."""
    index = context.term_ending(end)
    while index > 0 and _hangs_on(context.terms[index - 1], context.terms[index], context):
        index -= 1
    return index if index >= 0 and context.terms[index].role not in _AROUND else -1


def _hangs_on(left: Term, right: Term, context: Context) -> bool:
    """Whether only a preposition stands between two phrases."""
    between = context.words.tags[left.last : right.first]
    return len(between) == 1 and between[0] == "ADP" and right.role not in _OBJECTS


def _unit_itself(frame: FigureFrame, context: Context) -> range | None:
    """The noun of a unit that is itself what is counted: "ate two acres of it", "four pints"."""
    part = _of_units(frame, context) if frame.figure.kind is Kind.COUNT else None
    if part is not None:
        return part
    if frame.figure.kind is not Kind.MEASURE:
        return None
    at, verb = before_figure(frame, context), context.clauses[frame.clause].verb
    noun, unit = frame.last - 1, frame.figure.unit
    if context.clauses[frame.clause].passive or unit is None or unit.dimension not in _CONSUMED:
        return None
    at -= context.words.tags[at] == "VERB" and at != verb  # "12 of the planned 90 hectares"
    part_of = context.words.lowers[at] in _OWNERS and context.words.numbers[at - 2]
    told = at == verb >= 0 or context.words.lowers[at] == "with" or part_of
    told = told and context.words.lowers[noun - 1] not in _MULTIPLIED
    return range(noun, noun + 1) if told and context.words.tags[noun] == "NOUN" else None


def _of_units(frame: FigureFrame, context: Context) -> range | None:
    """The unit's noun that a bare number takes a part of: "lost 70 of its 110 hectares"."""
    lowers, tags = context.words.lowers, context.words.tags
    if lowers[frame.last : frame.last + 1] != ("of",):
        return None
    whole = (r for r in context.words.readings if 0 < r.outer_first - frame.last <= _TO_WHOLE)
    reading = next((r for r in whole if r.figure.kind is Kind.MEASURE), None)
    noun = reading.outer_last - 1 if reading is not None else -1
    return range(noun, noun + 1) if noun >= 0 and tags[noun] == "NOUN" else None
