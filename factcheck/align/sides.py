"""The two sides of an alignment, with their surroundings."""

from __future__ import annotations

from factcheck.align.model import Candidate
from factcheck.align.scope import Scope, scope_of
from factcheck.frames.model import FigureFrame, SentenceFrame


class Sides:
    """The statement's figure and one reference's; `frame` is None for whole sentences.

    Attributes:
        sentence, frame, scope: the statement's side.
        reference, their_frame, their_scope: the reference's side.
        candidate: the reference itself.
        on_topic: whether the reference's topic is what the statement is about.
    """

    __slots__ = (
        "candidate",
        "frame",
        "on_topic",
        "reference",
        "scope",
        "sentence",
        "their_frame",
        "their_scope",
    )

    def __init__(
        self, sentence: SentenceFrame, frame: FigureFrame | None, scope: Scope, candidate: Candidate
    ) -> None:
        self.sentence, self.frame, self.scope = sentence, frame, scope
        self.candidate = candidate
        self.reference = candidate.sentence
        self.their_frame = candidate.frame
        self.their_scope = scope_of(candidate.sentence, candidate.frame)
        self.on_topic = _on_topic(sentence, candidate.sentence.topic)


def _on_topic(sentence: SentenceFrame, topic: frozenset[str]) -> bool:
    """Whether a reference's topic is what the statement is about: it names the statement's names.

    A statement without names about a page or a headline is about its topic too, where they
    share a word ("the film").
    """
    if not topic:
        return False
    if sentence.names:
        return any(
            n.key in topic or any(w in topic and len(w) > 2 for w in n.words)
            for n in sentence.names
        )
    return not topic.isdisjoint(sentence.lemmas)
