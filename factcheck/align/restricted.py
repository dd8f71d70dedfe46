"""The slots "age" and "each": of which ages people are counted, and whether in each of several."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.ordered import names_which
from factcheck.align.rating import is_denominator, spans_each
from factcheck.align.sides import Sides
from factcheck.frames.ages import RESTRICTED, leads_to_age, said_of_subject
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Detail, Kind, SlotState

_BASES = frozenset({"of", "among", "amongst"})
_PLAIN = frozenset({Kind.COUNT, Kind.MEASURE, Kind.MONEY})
_EACH_REACH = 8  # tokens behind the number in which "in each van" may stand


def age(sides: Sides) -> list[Detail]:
    """ "A third of the residents over 70" are a part of the residents, and not those over 65."""
    ours = _age_of(sides.sentence, sides.frame)
    theirs = _age_of(sides.reference, sides.their_frame)
    if ours is None and theirs is None:
        return _bound(sides)
    a, b = (f.figure.text if f is not None else "" for f in (ours, theirs))
    if ours is None or theirs is None:
        return [Detail("age", SlotState.NARROWER if ours else SlotState.WIDER, a, b)]
    same = ours.figure.interval == theirs.figure.interval
    return [Detail("age", SlotState.MATCHED if same else SlotState.DIFFERING, a, b)]


def _bound(sides: Sides) -> list[Detail]:
    """The age itself: "65" of "residents over 65" is no number of residents."""
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or Kind.AGE not in (ours.figure.kind, theirs.figure.kind):
        return []
    restricting = _restricts(sides.sentence, ours) or _restricts(sides.reference, theirs)
    if not (restricting or _counts(sides.sentence, ours) or _counts(sides.reference, theirs)):
        return []
    same = ours.figure.interval == theirs.figure.interval
    same = same and ours.figure.kind is theirs.figure.kind
    state = SlotState.MATCHED if same else SlotState.DIFFERING
    return [Detail("age", state, ours.figure.text, theirs.figure.text)]


def _counts(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a number has what it counts behind it: "31 canvases" are nobody's age."""
    if frame.figure.kind is not Kind.COUNT or frame.counted < 0:
        return False
    term = sentence.terms[frame.counted]
    return bool(term.head) and term.at >= frame.last


@remembered
def _age_of(sentence: SentenceFrame, frame: FigureFrame | None) -> FigureFrame | None:
    """The figure that says of what age those are whom a figure counts."""
    if frame is None or frame.figure.kind not in RESTRICTED:
        return None
    behind = next((f for f in sentence.figures if f.first >= frame.last), None)
    if behind is None or behind.figure.kind is not Kind.AGE:
        return None
    lemmas, first = sentence.lemmas, behind.first
    found = leads_to_age(lemmas, sentence.terms, frame.counted, frame.last, first) or (
        said_of_subject(lemmas, sentence.clauses[frame.clause], frame.last, first)
    )
    return behind if found else None


@remembered
def _restricts(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is the age of those whom another one counts."""
    ages = (_age_of(sentence, other) for other in sentence.figures)
    return any(age is not None and age.first == frame.first for age in ages)


def maturity(sides: Sides) -> list[Detail]:
    """Which bond, rate or average it is: the ten-year yield is not the two-year yield."""
    ours, theirs = (_matures(side) for side in (sides.sentence, sides.reference))
    if ours is None or theirs is None:
        return []
    a, b = ours.figure, theirs.figure
    same = a.base_interval == b.base_interval
    return [Detail("term", SlotState.MATCHED if same else SlotState.DIFFERING, a.text, b.text)]


@remembered
def _matures(sentence: SentenceFrame) -> FigureFrame | None:
    """The one duration of a sentence that is a term."""
    found = [f for f in sentence.figures if _is_maturity(sentence, f)]
    return found[0] if len(found) == 1 else None


def judged(sentence: SentenceFrame) -> Sequence[FigureFrame]:
    """The figures that get a verdict of their own.

    The age that says whom another figure counts ("12% of women over 65"), the term that says
    which bond or rate it is about ("the ten-year yield rose to 4%") and the ordinal that says which
    of several ("40 seats in the second round") are details of that figure.

    Args:
        sentence: the statement's sentence.
    """
    figures = sentence.figures
    if len(figures) < 2:
        return figures
    kept = [f for f in figures if not _is_detail(sentence, f)]
    return kept or figures


def _is_detail(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure only says what another one is about."""
    return (
        _is_age_of_base(sentence, frame)
        or _is_maturity(sentence, frame)
        or names_which(sentence, frame)
        or is_denominator(sentence, frame)
    )


def _is_age_of_base(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure is the age of the base of a share, before it or behind it."""
    if frame.figure.kind is not Kind.AGE or frame.counted < 0:
        return False
    if _restricts(sentence, frame):
        return True
    return any(
        other.figure.kind in RESTRICTED and other.counted == frame.counted
        for other in sentence.figures
        if other is not frame and sentence.terms[frame.counted].role in _BASES
    )


def _is_maturity(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a duration is the term of a bond, a rate or an average: it names which one."""
    if frame.figure.kind is not Kind.DURATION or frame.counted < 0:
        return False
    term = sentence.terms[frame.counted]
    dashed = (
        sentence.lemmas[frame.last : frame.last + 1] == ("-",)
        or "-" in sentence.lemmas[frame.first : term.at]
    )
    inside = term.first <= frame.first < term.at
    return dashed and inside and term.head in groups().maturing


def each(sides: Sides) -> list[Detail]:
    """ "25 prisoners in each of two vans" are not the prisoners of both."""
    ours = _told_of_each(sides.sentence, sides.frame)
    theirs = _told_of_each(sides.reference, sides.their_frame)
    if ours != theirs:
        a, b = ("each" if told else "all" for told in (ours, theirs))
        return [Detail("each", SlotState.DIFFERING, a, b, f"told of {a}, not of {b}")]
    here = _over_each(sides.sentence, sides.frame)
    if not here:
        return []  # left out, it is no difference
    over = here, _over_each(sides.reference, sides.their_frame)
    if over[0] == over[1] or over[1] is None:
        return []
    if not over[1] and _is_habit(sides.reference, sides.their_frame):
        return []  # "delivers to 112 schools" is so every day
    a, b = (f"each {span}" if span else "once" for span in over)
    return [Detail("each", SlotState.DIFFERING, a, b, f"told of {a}, not of {b}")]


def _over_each(sentence: SentenceFrame, frame: FigureFrame | None) -> str | None:
    """The span over each of which a figure is told, "every hour it makes 600 litres"; "" for none.

    None for rates and the like, which are compared by what they are taken over.
    """
    if frame is None or frame.figure.kind not in _PLAIN:
        return None
    return next(iter(spans_each(sentence)), "")


def _is_habit(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a count is told in the present: "the van visits 12 villages", "trains call at 9"."""
    if frame is None or frame.figure.kind is not Kind.COUNT:
        return False
    verb = sentence.clauses[frame.clause].verb
    if verb < 0 or sentence.tags[verb] != "VERB" or "AUX" in sentence.tags[max(0, verb - 2) : verb]:
        return False
    span, start = sentence.spans[verb], sentence.span.start
    written = sentence.text[span.start - start : span.end - start].lower()
    return written in (
        sentence.lemmas[verb],
        f"{sentence.lemmas[verb]}s",
        f"{sentence.lemmas[verb]}es",
    )


@remembered
def _numbers(sentence: SentenceFrame) -> frozenset[int]:
    """Where the sentence's figures begin."""
    return frozenset(f.first for f in sentence.figures)


@remembered
def _told_of_each(sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a count is of each of several: behind its number, or as the clause's subject."""
    if frame is None or frame.figure.kind is not Kind.COUNT:
        return False
    lemmas, tags = sentence.lemmas, sentence.tags
    for at in range(frame.last, min(frame.last + _EACH_REACH, len(lemmas))):
        number = tags[at] == "NUM" and at in _numbers(sentence)
        if number or lemmas[at] in (",", ";", "and", "but", "while"):
            break
        placed = tags[at - 1] == "ADP" or tags[at - 1] in ("NOUN", "PROPN")
        if lemmas[at] in cues().each_words and placed:
            return not (_is_time(sentence, at + 1) or _is_per(sentence, at + 1))
    clause = sentence.clauses[frame.clause]
    end = max(clause.first, min(clause.verb, frame.first))
    opens, closes = lemmas[clause.first : clause.first + 1], lemmas[end - 1 : end]
    if end > clause.first and not cues().each_words.isdisjoint(closes):
        return True  # "Mali and Niger each freed 16"
    return not cues().each_words.isdisjoint(opens) and not _is_time(sentence, clause.first + 1)


def _is_per(sentence: SentenceFrame, at: int) -> bool:
    """Whether a denominator follows: "72 cars for every 100 households"."""
    return any(f.first == at and is_denominator(sentence, f) for f in sentence.figures)


def _is_time(sentence: SentenceFrame, at: int) -> bool:
    """Whether a period follows: so many "each year" are a rate."""
    return not cues().each_periods.isdisjoint(sentence.lemmas[at : at + 1])
