"""The two sides of an alignment, with what follows from both."""

from __future__ import annotations

from functools import cached_property

from factcheck.align.memo import remembered
from factcheck.align.model import Candidate
from factcheck.align.scope import Scope
from factcheck.align.side import Side
from factcheck.align.undone import undone
from factcheck.frames.model import SentenceFrame

_SUBJECT_ROLES = frozenset({"agent", "poss", "free", "complement"})


class Sides:
    """The statement's figure and one reference's; `frame` is None for whole sentences.

    Attributes:
        ours, sentence, frame, scope: the statement's side.
        theirs, reference, their_frame: the reference's side.
        candidate: the reference itself.
    """

    def __init__(self, ours: Side, candidate: Candidate) -> None:
        self.ours = ours
        self.sentence, self.frame = ours.sentence, ours.frame
        self.candidate = candidate
        self.reference, self.their_frame = candidate.sentence, candidate.frame
        self.theirs = candidate.side
        self.scope = ours.scope

    @cached_property
    def their_scope(self) -> Scope:
        """The reference's surroundings; most are refused before anybody asks."""
        return self.theirs.scope

    @cached_property
    def undone(self) -> tuple[str, ...]:
        """The words where one side says "un-X" of what the other calls X, or nothing."""
        if self.frame is None or self.their_frame is None:
            return ()
        if not (self.ours.denying or self.theirs.denying):
            return ()
        return undone(self.sentence, self.frame, self.reference, self.their_frame)

    @cached_property
    def on_topic(self) -> bool:
        """Whether the reference's topic is what the statement is about."""
        return bool(self.reference.topic) and _on_topic(self.sentence, self.reference)


@remembered
def _on_topic(sentence: SentenceFrame, reference: SentenceFrame) -> bool:
    """Whether the reference needs its topic to be understood, and the statement is about that.

    "The film grossed $54 million" under the title of the film is about whatever names the
    film. A reference that names its own subject needs no such help.
    """
    topic = reference.topic
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
