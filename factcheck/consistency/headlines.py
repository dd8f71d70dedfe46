"""FC201 for headlines, captions and "the 27 injured": a figure that the text nowhere confirms.

A headline has its own words: what it calls hurt was "taken to hospital" below. So less has to be
shared than between two sentences; instead nothing in the text may support the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from factcheck.align.model import Candidate
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.contrast import is_contrasted, is_near
from factcheck.consistency.draft import Draft
from factcheck.consistency.elided import sort_of
from factcheck.consistency.spread import spread
from factcheck.consistency.words import words
from factcheck.document.passage import Sort
from factcheck.findings.derivation import base_value
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Claim, Figure, Hedge, Kind

_HELD: Final = frozenset({Kind.COUNT, Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.RATE})
_EXACT: Final = frozenset({Hedge.PLAIN, Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER})
_FARTHEST = 2  # times; a headline's figure that went wrong is seldom farther off
_LEADING = 8  # sentences in which a text says what its headline does
_SUPPORTING = 60  # sentences that are looked through for a figure that confirms it
_FOLLOWING = 250  # characters behind a figure in which single cases are told
_SINGLE = 3
_ONE_MORE: Final = re.compile(
    r"\b(?:an?|another|one|the\s+(?:third|fourth|fifth|sixth))\s+(?:[\w-]+\s+){1,4}(?:was|is|has|were|died)\b",
    re.IGNORECASE,
)
_WORDS = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_ADDENDS = 8  # figures of a sentence that may be added up
_FEWEST = 2  # words that two sentences share where they are of one thing


def headlines(draft: Draft) -> Iterator[Contradiction]:
    """Figures of the headline and the like that the text contradicts and never confirms."""
    for number, sentence in enumerate(draft.sentences):
        headed = number == draft.headline or _is_caption(draft, sentence)
        if not headed and (draft.in_table(sentence) or draft.is_heading(sentence)):
            continue
        held = [f for f in sentence.figures if headed or _refers_back(sentence, f)]
        if not held:
            continue
        others = draft.sentences if headed else draft.sentences[:number]
        text = [s for s in others if s is not sentence and not draft.is_heading(s)]
        for frame in held:
            if _is_held(frame) and not _is_confirmed(frame, text[:_SUPPORTING]):
                found = _rival(draft, sentence, frame, text)
                if found:
                    yield _contradiction(draft, (sentence, frame), found)


def _is_caption(draft: Draft, sentence: SentenceFrame) -> bool:
    passage = draft.passage(sentence.span.start)
    return passage is not None and passage.sort is Sort.CAPTION


def _refers_back(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a count is told as known: "the 27 injured people were taken to hospitals"."""
    known = sentence.lemmas[frame.first - 1 : frame.first] in (("the",), ("all",))
    return known and frame.figure.kind is Kind.COUNT and bool(_fate(sentence, frame))


def _is_held(frame: FigureFrame) -> bool:
    figure = frame.figure
    return figure.kind in _HELD and figure.hedge in _EXACT and bool(figure.value) and not frame.base


def _is_confirmed(frame: FigureFrame, text: Sequence[SentenceFrame]) -> bool:
    """Whether the text has the figure too, or figures that come to it."""
    figure, own = frame.figure, base_value(frame.figure)
    every: list[Fraction] = []
    for sentence in text:
        alike = [
            f.figure
            for f in sentence.figures
            if f.figure.value is not None and sort_of(f.figure) == sort_of(figure)
        ]
        if any(_is_same(figure, one) for one in alike):
            return True
        same = any(f.figure.value == figure.value for f in sentence.figures)
        if same and figure.kind is Kind.COUNT:
            return True  # "a 12-year-old", "the 40th": of another kind, but the same number
        values = [base_value(one) or Fraction(0) for one in alike][:_ADDENDS]
        sums = (sum(some) for size in (2, 3) for some in combinations(values, size))
        if own in (*sums, *(abs(a - b) for a, b in combinations(values, 2))):
            return True
        every += filter(None, values)
    # parts may be told over several sentences
    return any(sum(two) == own for two in combinations(every[: 2 * _ADDENDS], 2))


def _is_same(figure: Figure, other: Figure) -> bool:
    return is_near(figure, other) or other.base_interval.overlaps(figure.base_interval)


def _rival(
    draft: Draft, sentence: SentenceFrame, frame: FigureFrame, text: Sequence[SentenceFrame]
) -> tuple[SentenceFrame, FigureFrame] | None:
    """The first figure of the text that is told of the same thing and is another."""
    prose = [s for s in text if not draft.in_table(s) and not _is_caption(draft, s)]
    for other in prose[:_LEADING]:
        for theirs in other.figures:
            if not _is_held(theirs) or sort_of(theirs.figure) != sort_of(frame.figure):
                continue
            if theirs.increment not in ("", "total") or theirs.statistic != frame.statistic:
                continue
            if not _is_close(frame, theirs) or not _of_one_thing(sentence, frame, other, theirs):
                continue
            if _of_another_time(draft, other) or _goes_on(draft, frame, theirs):
                continue
            candidate = Candidate(Claim("text", other.text), other, theirs)
            if is_contrasted(draft, sentence, frame, candidate):
                continue
            if not spread(theirs.figure, draft.policy).overlaps(spread(frame.figure, draft.policy)):
                return other, theirs
    return None


def _of_another_time(draft: Draft, sentence: SentenceFrame) -> bool:
    """Whether a sentence tells of a year that is not the text's own."""
    day = draft.document.date
    years = {time.date.year for time in sentence.times if not time.origin} - {None}
    return bool(years) and (day is None or day.year not in years)


def _goes_on(draft: Draft, frame: FigureFrame, theirs: FigureFrame) -> bool:
    """Whether single cases follow that no figure counts: "A woman was hurt, too"."""
    short = (frame.figure.value or 0) - (theirs.figure.value or 0)
    behind = draft.text[theirs.figure.span.end :][:_FOLLOWING]
    return 0 < short <= _SINGLE and _ONE_MORE.search(behind) is not None


def _is_close(frame: FigureFrame, theirs: FigureFrame) -> bool:
    a, b = base_value(frame.figure), base_value(theirs.figure)
    return bool(a) and bool(b) and max(a or 0, b or 0) <= _FARTHEST * min(a or 0, b or 0)


def _of_one_thing(
    sentence: SentenceFrame, frame: FigureFrame, other: SentenceFrame, theirs: FigureFrame
) -> bool:
    """Whether two figures are told of one thing, in whatever words."""
    same = _fate(sentence, frame) & _fate(other, theirs)
    if frame.figure.kind is Kind.COUNT:
        heads = {_counted(sentence, frame), _counted(other, theirs)}
        if same:
            return "" in heads or len(heads) == 1 or heads <= words("headline", "people")
        return len(heads) == 1 and "" not in heads and len(_shared(sentence, other)) >= _FEWEST
    events = _events(sentence, frame) & _events(other, theirs)
    return len(_shared(sentence, other)) + bool(events) > _FEWEST


def _counted(sentence: SentenceFrame, frame: FigureFrame) -> str:
    return sentence.terms[frame.counted].head if frame.counted >= 0 else ""


def _events(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    return frozenset(name for at in frame.events for name in sentence.events[at].classes)


def _fate(sentence: SentenceFrame, frame: FigureFrame) -> frozenset[str]:
    """What befell those that are counted: "hurt" and "taken to hospital" are one."""
    own = _events(sentence, frame)
    fates = ("hurt", "dead", "missing", "arrested", "rescued")
    return frozenset(name for name in fates if own & words("headline", name))


def _shared(sentence: SentenceFrame, other: SentenceFrame) -> frozenset[str]:
    """The words of content that two sentences share."""
    return _content(sentence) & _content(other)


def _content(sentence: SentenceFrame) -> frozenset[str]:
    numbers = {at for f in sentence.figures for at in range(f.first, f.last)}
    return frozenset(
        lemma
        for at, (lemma, tag) in enumerate(zip(sentence.lemmas, sentence.tags, strict=True))
        if tag in _WORDS and at not in numbers and lemma not in ("be", "have", "say")
    )


def _contradiction(
    draft: Draft,
    ours: tuple[SentenceFrame, FigureFrame],
    theirs: tuple[SentenceFrame, FigureFrame],
) -> Contradiction:
    span, other = ours[1].figure.span, theirs[1].figure.span
    where = draft.named(theirs[0])
    message = (
        f"{draft.words(span)} stands nowhere else; {where} has {draft.words(other)} for what seems"
        " the same thing"
    )
    return Contradiction("FC201", span, message, ((other, where),))
