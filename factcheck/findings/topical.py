"""Which references are of the document's topic, where several fit a short statement alike."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.memo import remembered
from factcheck.findings.judged import Judged
from factcheck.findings.stories import is_one_story
from factcheck.frames.model import SentenceFrame

# Word classes of a headline's words that tell its topic; "in", "the" are in every claim.
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})


def of_the_topic(
    sentence: SentenceFrame, judged: Sequence[Judged]
) -> tuple[list[Judged], list[Judged]]:
    """The references of the document's topic, and their rivals.

    "41 children were taken to hospital" under "Measles outbreak at a school" is not about the
    bus crash. A reference gives way to one of another story that shares with the headline all
    that it shares itself, and more.

    Args:
        sentence: the statement's sentence, which knows its headline.
        judged: references that fit it alike.
    """
    if not sentence.topic or len(judged) < 2:
        return list(judged), []
    shared = [sentence.topic & _told(j.aligned.candidate.sentence) for j in judged]
    rivals = [
        j
        for j, own in zip(judged, shared, strict=True)
        if any(
            own < other and not is_one_story(j.claim, k.claim)
            for k, other in zip(judged, shared, strict=True)
        )
    ]
    return [j for j in judged if j not in rivals], rivals


@remembered
def _told(reference: SentenceFrame) -> frozenset[str]:
    """The words of a reference and of its topic."""
    said = {
        lemma
        for lemma, tag in zip(reference.lemmas, reference.tags, strict=True)
        if tag in _TELLING
    }
    return reference.topic.union(said, (n.key for n in reference.names))
