"""Arithmetic: a share from two counts, a count from a share and its base."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.align import align
from factcheck.align.anchor import UNSHARED
from factcheck.align.deciding import decisive_events
from factcheck.align.groups import groups
from factcheck.align.heads import names_event
from factcheck.align.mention import mentioned
from factcheck.align.model import Candidate
from factcheck.findings.derivation import (
    Derivation,
    around,
    base_value,
    joint_hedge,
    number,
    percent,
    text_of,
    value_of,
)
from factcheck.frames.cues import cues
from factcheck.frames.model import FigureFrame, SentenceFrame, Term
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Kind

# What may stand between "of" and the number of a whole: "of the province's 1,200 dentists".
_INSIDE_BASE = frozenset({"DET", "ADV", "ADJ", "PROPN", "PART", "NOUN"})


_FARTHEST_BASE = 6


_PRONOUNS = frozenset({"they", "them", "those", "these", "which", "whom", "who"})


# Between "all" and the number of a whole that something befell.
_OF_THE = frozenset({"of", "the", "its", "their", "these", "those"})
_BASE_WORDS = frozenset({"of", "among", "from", "out"})


def share_of_counts(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "A tenth of the casualties died" against "400 of 4,000 casualties died"."""
    if frame.figure.kind is not Kind.SHARE or frame.counted < 0:
        return []
    base = sentence.terms[frame.counted]
    found = []
    for part in pool:
        whole = (
            _whole_itself(part, base) or whole_beside(part, base) or _whole_told(part, base, pool)
        )
        if whole is None:
            continue
        aligned = align(sentence, frame, part, any_kind=True, ignore=frozenset({"counted"}))
        if not aligned.same or aligned.part_whole:
            continue
        a, b = value_of(part), value_of(whole)
        if a is None or not b or a > b:
            continue
        hedge = joint_hedge(part, whole)
        text = f"derived: {text_of(part)} of {text_of(whole)} is {percent(a / b)}"
        operands = (part,) if whole.claim is part.claim else (part, whole)
        found.append(Derivation(a / b, around(a / b, hedge), hedge, operands, text, aligned))
    return found


def _of_others(part: Candidate, base: Term) -> bool:
    """Whether a figure counts what is no part of a base: hotels are no restaurants."""
    frame = part.frame
    if frame is None or frame.counted < 0 or frame.base:
        return False
    head = part.sentence.terms[frame.counted].head
    return bool(head) and words.nouns_related(head, base.head) == words.EXCLUSIVE


def _whole_told(part: Candidate, base: Term, pool: Sequence[Candidate]) -> Candidate | None:
    """Another figure of one source that tells of the whole, and of nothing that befell it.

    "4,000 casualties" beside "400 killed": what the noun itself names is no event of its own.
    """
    if part.frame is None or part.frame.figure.kind is not Kind.COUNT or part.frame.base:
        return None
    if _of_others(part, base):
        return None
    for other in pool:
        frame = other.frame
        if frame is None or frame.figure.kind is not Kind.COUNT or frame.counted < 0:
            continue
        if frame is part.frame or other.claim.source != part.claim.source or frame.increment:
            continue
        term = other.sentence.terms[frame.counted]
        if words.nouns_related(base.head, term.head) != words.SAME or not _only_counts(other):
            continue
        aligned = align(part.sentence, part.frame, other, ignore=_OF_THE_PART)
        if aligned.same or aligned.reason == UNSHARED:
            return other
    return None


# In what a part may differ from its whole: it is narrower, and something befell it.
_OF_THE_PART = frozenset({"counted", "event", "labels", "details", "age"})


def _only_counts(candidate: Candidate) -> bool:
    """Whether a figure's predicate says no more than that there are so many."""
    sentence, frame = candidate.sentence, candidate.frame
    if frame is None:
        return False
    at = sentence.terms[frame.counted].at
    return all(
        (e.form == "noun" and e.first <= at < e.last)
        or (e.form == "verb" and e.lemma in groups().having | groups().presence)
        for e in decisive_events(sentence, frame)
    )


def _whole_itself(part: Candidate, base: Term) -> Candidate | None:
    """The part, where it is said to be the whole: "all 88 passengers", "all of the 88"."""
    frame = part.frame
    if frame is None or frame.figure.kind is not Kind.COUNT or frame.counted < 0 or frame.base:
        return None
    lemmas, at = part.sentence.lemmas, frame.first - 1
    while at > 0 and lemmas[at] in _OF_THE:
        at -= 1
    alike = words.nouns_related(base.head, part.sentence.terms[frame.counted].head) == words.SAME
    excepted = at > 0 and lemmas[at - 1] in cues().negation_words
    return part if at >= 0 and lemmas[at] == "all" and alike and not excepted else None


def whole_beside(part: Candidate, base: Term) -> Candidate | None:
    """The figure of the same sentence that gives the whole: "20 of the 80 wells", or None.

    Args:
        part: the figure of the part.
        base: what the statement takes its figure of.
    """
    if part.frame is None or part.frame.figure.kind is not Kind.COUNT:
        return None
    for other in part.sentence.figures:
        if other is part.frame or other.figure.kind is not Kind.COUNT or other.counted < 0:
            continue
        if not is_base(part.sentence, other):
            continue
        term = part.sentence.terms[other.counted]
        if words.nouns_related(base.head, term.head) in (words.SAME, words.WIDER):
            return part._replace(frame=other)
    return None


def is_base(sentence: SentenceFrame, other: FigureFrame) -> bool:
    """Whether a preposition makes a figure the base that another one is taken of.

    Args:
        sentence: the sentence.
        other: the figure that may be the base.
    """
    at = other.first - 1
    while at >= 0 and other.first - at < _FARTHEST_BASE and sentence.tags[at] in _INSIDE_BASE:
        at -= 1
    return at >= 0 and sentence.lemmas[at] in _BASE_WORDS


def _is_of_them(share: Candidate, whole: FigureFrame) -> bool:
    """Whether a share is of those whom a figure before it counts: "900 residents, 30% of them"."""
    frame, lemmas = share.frame, share.sentence.lemmas
    if frame is None or frame.first < whole.last or frame.counted != whole.counted or whole.base:
        return False
    return lemmas[frame.last : frame.last + 1] == ("of",) and not _PRONOUNS.isdisjoint(
        lemmas[frame.last + 1 : frame.last + 2]
    )


def count_of_share(
    sentence: SentenceFrame, frame: FigureFrame, pool: Sequence[Candidate]
) -> list[Derivation]:
    """ "700 respondents" against "among the 2,000 people polled, 35%"."""
    if frame.figure.kind is not Kind.COUNT:
        return []
    found = []
    for share in pool:
        if share.frame is None or share.frame.figure.kind is not Kind.SHARE:
            continue
        if share.sentence.lemmas[share.frame.first] in cues().each_words:
            continue  # "each of two ferries" is no share of them
        for other in share.sentence.figures:
            if other.figure.kind is not Kind.COUNT or not (
                is_base(share.sentence, other) or _is_of_them(share, other)
            ):
                continue
            if not _among(sentence, frame, share.sentence, other):
                continue
            aligned = align(sentence, frame, share, any_kind=True, ignore=frozenset({"counted"}))
            a, b = base_value(share.frame.figure), other.figure.value
            apart = not aligned.same or aligned.part_whole or aligned.weak
            if apart or a is None or b is None:
                continue
            whole = share._replace(frame=other)
            hedge = joint_hedge(share, whole)
            text = f"derived: {text_of(share)} of {text_of(whole)} is {number(a * b)}"
            found.append(Derivation(a * b, around(a * b, hedge), hedge, (share,), text, aligned))
    return found


def _among(
    sentence: SentenceFrame, frame: FigureFrame, reference: SentenceFrame, base: FigureFrame
) -> bool:
    """Whether what the statement counts can be members of the base, or their deaths and the like.

    Ours: "four dogs died" says nothing of a tenth of the casualties.
    """
    if frame.counted < 0 or base.counted < 0:
        return True
    ours, whole = sentence.terms[frame.counted], reference.terms[base.counted]
    somebody = words.nouns_related(ours.head, "person") == words.NARROWER
    if is_generic(ours.head) or (names_event(ours, sentence) and not somebody):
        return True
    relation = words.nouns_related(ours.head, whole.head)
    return relation in words.RELATED or mentioned(ours.head, reference)
