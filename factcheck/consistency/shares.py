"""FC203: shares of one whole come to more or less than 100%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.consistency.adjoining import before
from factcheck.consistency.contradiction import Contradiction
from factcheck.consistency.draft import Draft
from factcheck.consistency.spread import spread, summed
from factcheck.consistency.words import pattern
from factcheck.findings.derivation import base_value, percent
from factcheck.frames.cues import holds_against
from factcheck.frames.model import FigureFrame, SentenceFrame
from factcheck.model import Hedge, Kind

# Answers that may be given side by side come to far more than 100%; a slip comes to a little more.
# Three shares in a list that nothing closes, two of which the second is "against", and longer lists
# that an answer such as "undecided" closes.
_MOST_UNCLOSED = Fraction(112, 100)
_MOST_OF_TWO = Fraction(112, 100)
_MOST_CLOSED = Fraction(135, 100)
_SENTENCES_BACK = 4
_TWO = 2


def shares(draft: Draft) -> Iterator[Contradiction]:
    """Lists of shares that are told as one whole, and are not."""
    for number, sentence in enumerate(draft.sentences):
        own = _listed(sentence)
        if len(own) == 1:
            own = [*_told_before(draft, number, own[0]), *own]
        if 0 < len(own) <= _TWO:
            own = [*_answers_before(draft, number), *own]
        if len(own) > 1:
            found = _wrong(draft, sentence, own)
            if found:
                yield found


def _listed(sentence: SentenceFrame) -> list[FigureFrame]:
    """The percentages of a sentence that are parts of something."""
    told = [
        frame
        for frame in sentence.figures
        if frame.figure.kind is Kind.SHARE
        and frame.figure.unit is not None
        and frame.figure.unit.symbol == "percent"
        and frame.figure.hedge in (Hedge.PLAIN, Hedge.ABOUT, Hedge.NEARLY, Hedge.JUST_OVER)
    ]
    # "51% of the votes against 42% and 7%" is a vote, "51% against 42%" may be a comparison
    return [
        frame
        for frame in told
        if not holds_against(sentence.lemmas, frame.first)
        or (len(told) > _TWO and sentence.lemmas[frame.first - 1] == "against")
    ]


def _told_before(draft: Draft, number: int, last: FigureFrame) -> list[FigureFrame]:
    """The shares of the sentences before, where one closes them: "The remaining 26% …"."""
    sentence = draft.sentences[number]
    if not _closes(draft, sentence, last):
        return []
    passage = draft.passage(sentence.span.start)
    found: list[FigureFrame] = []
    for other in reversed(draft.sentences[max(0, number - _SENTENCES_BACK) : number]):
        listed = _listed(other)
        if draft.passage(other.span.start) is not passage or not listed:
            break
        if pattern("shares", "overlapping").search(other.text):
            return []
        found[:0] = listed
    return found


def _answers_before(draft: Draft, number: int) -> list[FigureFrame]:
    """The answers of the sentence before, where an answer such as "undecided" closes them."""
    sentence, lead = draft.sentences[number], before(draft, number)
    if lead is None or pattern("shares", "closing").search(sentence.text) is None:
        return []
    overlapping = pattern("shares", "overlapping")
    if overlapping.search(lead.text) or pattern("shares", "closing").search(lead.text):
        return []
    others = [f for s in (lead, sentence) for f in s.figures if f.figure.kind is Kind.CHANGE]
    return [] if others else _listed(lead)


def _closes(draft: Draft, sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a share is all that is left: "the remaining 26%", "the rest (26%)"."""
    lead = draft.before(sentence, frame)[-24:]
    return pattern("shares", "remaining").search(lead) is not None


def _wrong(
    draft: Draft, sentence: SentenceFrame, listed: Sequence[FigureFrame]
) -> Contradiction | None:
    """What is wrong with a list of shares, if anything."""
    told = pattern("shares", "of_all").sub("", sentence.text, count=1)
    if pattern("shares", "overlapping").search(told):
        return None
    total = summed([spread(frame.figure, draft.policy) for frame in listed])
    exact = sum((base_value(f.figure) or Fraction(0) for f in listed), Fraction(0))
    exceeds = total.low is not None and total.low > 1 and exact <= _most(draft, sentence, listed)
    misses = total.high is not None and total.high < 1 and _is_whole(draft, sentence, listed)
    if not exceeds and not misses:
        return None
    told = " + ".join(frame.figure.text for frame in listed)
    message = f"the shares come to {percent(exact)}, not to 100%: {told}"
    *others, last = listed
    return Contradiction(
        "FC203", last.figure.span, message, tuple((f.figure.span, "a share") for f in others)
    )


def _most(draft: Draft, sentence: SentenceFrame, listed: Sequence[FigureFrame]) -> Fraction:
    """How much a list of shares may come to and still be meant as one whole, 0 for none."""
    if _is_whole(draft, sentence, listed):
        return Fraction(2)
    closed = pattern("shares", "closing").search(sentence.text) is not None
    if closed:
        return _MOST_CLOSED if len(listed) > 2 else _MOST_OF_TWO
    return _MOST_UNCLOSED if len(listed) > 2 else Fraction(0)


def _is_whole(draft: Draft, sentence: SentenceFrame, listed: Sequence[FigureFrame]) -> bool:
    """Whether the text says that the shares are all there are."""
    if _closes(draft, sentence, listed[-1]):
        return True
    start = max(listed[0].figure.span.start - sentence.span.start, 0)
    made_of = pattern("shares", "whole").search(sentence.text[:start]) is not None
    return made_of and not pattern("sum", "incomplete").search(sentence.text[start:])
