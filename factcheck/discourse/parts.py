"""Those of whom a part is told: "Of them, 12 were children"."""

from __future__ import annotations

from factcheck.align.deciding import decisive_events
from factcheck.discourse.sorts import words
from factcheck.discourse.told import Told
from factcheck.frames.model import Event, FigureFrame, SentenceFrame, Term
from factcheck.model import Kind


def of_the_told(sentence: SentenceFrame, before: Told) -> SentenceFrame:
    """A sentence that tells a part of those whom the sentence before counted.

    What befell them is told there: of 30 people killed, "12 were children" tells that 12 children
    were killed.

    Args:
        sentence: a sentence, and
        before: the one right before it.
    """
    at = _whole_at(sentence)
    if at < 0 or not sentence.figures:
        return sentence
    source = _counting(before.sentence)
    if source is None:
        return sentence
    terms, events = [*sentence.terms], [*sentence.events]
    figures = []
    for frame in sentence.figures:
        changed = frame
        if frame.counted < 0 or terms[frame.counted].first == at:
            changed = _with_term(changed, before.sentence, source, terms, sentence)
        if not decisive_events(sentence, frame):
            for event in decisive_events(before.sentence, source)[:1]:
                events.append(_carried(event))
                changed = changed._replace(
                    events=(len(events) - 1, *frame.events), stated=len(events) - 1
                )
        figures.append(changed)
    return sentence._replace(terms=tuple(terms), events=tuple(events), figures=tuple(figures))


def _whole_at(sentence: SentenceFrame) -> int:
    """The pronoun of "of them", where it stands for those of another sentence, or -1."""
    for at, lemma in enumerate(sentence.lemmas[1:], 1):
        whole = lemma in words().wholes and sentence.lemmas[at - 1] == "of"
        leads = sentence.tags[at + 1 : at + 2] in (("NOUN",), ("PRON",), ("ADP",), ("ADJ",))
        if whole and not leads and not any(t.last < at and t.head for t in sentence.terms):
            return at
    return -1


def _counting(sentence: SentenceFrame) -> FigureFrame | None:
    """The last figure of a sentence that counts something."""
    counts = [f for f in sentence.figures if f.figure.kind is Kind.COUNT and f.counted >= 0]
    return counts[-1] if counts else None


def _with_term(
    frame: FigureFrame,
    there: SentenceFrame,
    source: FigureFrame,
    terms: list[Term],
    sentence: SentenceFrame,
) -> FigureFrame:
    """A figure with what it counts: what its own clause says they are, or those that were told."""
    clause = sentence.clauses[frame.clause]
    for index, term in enumerate(terms):
        inside = clause.first <= term.first < clause.last
        if inside and term.role == "complement" and term.head:
            return frame._replace(counted=index)
    told = there.terms[source.counted]
    first, last = frame.first, frame.last
    terms.append(told._replace(first=first, last=last, at=first, clause=frame.clause))
    return frame._replace(counted=len(terms) - 1)


def _carried(event: Event) -> Event:
    """An event that stands nowhere in the sentence."""
    return event._replace(first=0, last=0, clause=-1)
