"""The two sides of an alignment, with what follows from either alone."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from factcheck.align.memo import remembered
from factcheck.align.model import Candidate
from factcheck.align.quantity import is_told_of_a_part
from factcheck.align.scope import Scope, scope_of
from factcheck.align.undone import undone
from factcheck.frames.model import FigureFrame, SentenceFrame, Time
from factcheck.model import PartialDate

_SUBJECT_ROLES = frozenset({"agent", "poss", "free", "complement"})


class When(NamedTuple):
    """What a time expression says, wherever it stands: its date, and how it delimits."""

    date: PartialDate
    relation: str

    @classmethod
    def of(cls, time: Time) -> When:
        """What one of a sentence's time expressions says."""
        return cls(time.date, time.relation)


class Side:
    """A figure in its sentence, or a whole sentence, where `frame` is None.

    What follows from it alone is found out when it is first asked for: most references are
    refused before that.
    """

    def __init__(self, sentence: SentenceFrame, frame: FigureFrame | None) -> None:
        self.sentence, self.frame = sentence, frame

    @cached_property
    def scope(self) -> Scope:
        """What surrounds the figure."""
        return scope_of(self.sentence, self.frame)

    @cached_property
    def dates(self) -> tuple[When, ...]:
        """The dates that delimit the figure."""
        times = self.frame.times if self.frame is not None else ()
        return tuple(When.of(self.sentence.times[i]) for i in times)

    @cached_property
    def told_of_a_part(self) -> bool:
        """Whether the figure only tells of a part ("41% of which")."""
        return self.frame is not None and is_told_of_a_part(self.sentence, self.frame)


@remembered
def side_of(sentence: SentenceFrame, frame: FigureFrame | None) -> Side:
    """A figure's side, which is one and the same in all alignments."""
    return Side(sentence, frame)


class Sides:
    """The statement's figure and one reference's; `frame` is None for whole sentences.

    Attributes:
        ours, sentence, frame: the statement's side.
        theirs, reference, their_frame: the reference's side.
        candidate: the reference itself.
    """

    def __init__(self, ours: Side, candidate: Candidate) -> None:
        self.ours = ours
        self.sentence, self.frame = ours.sentence, ours.frame
        self.candidate = candidate
        self.reference, self.their_frame = candidate.sentence, candidate.frame
        self.theirs = side_of(candidate.sentence, candidate.frame)

    @property
    def scope(self) -> Scope:
        """The statement's surroundings."""
        return self.ours.scope

    @property
    def their_scope(self) -> Scope:
        """The reference's surroundings."""
        return self.theirs.scope

    @cached_property
    def undone(self) -> tuple[str, ...]:
        """The words where one side says "un-X" of what the other calls X, or nothing."""
        if self.frame is None or self.their_frame is None:
            return ()
        return undone(self.sentence, self.frame, self.reference, self.their_frame)

    @cached_property
    def on_topic(self) -> bool:
        """Whether the reference's topic is what the statement is about."""
        return _on_topic(self.sentence, self.reference)


@remembered
def _on_topic(sentence: SentenceFrame, reference: SentenceFrame) -> bool:
    """Whether the reference needs its topic to be understood, and the statement is about that.

    "The film grossed $54 million" under the title of the film is about whatever names the
    film. A reference that names its own subject needs no such help.
    """
    topic = reference.topic
    if not topic:
        return False
    told = {n.key for n in reference.names if n.type and n.key in topic}
    if told and told.isdisjoint(n.key for n in sentence.names):
        return False  # of all that the topic names, it is about something else
    own = {word for name in reference.names for word in name.words}
    subjects = [n for n in sentence.names if n.role in _SUBJECT_ROLES] or sentence.names
    if subjects:
        named = any(
            n.key in topic or any(w in topic and len(w) > 2 for w in n.words) for n in subjects
        )
        return named and all(own.isdisjoint(n.words) for n in subjects)
    return any(lemma in topic and lemma not in reference.lemmas for lemma in sentence.lemmas)
