"""Sentences that assert nothing: questions, and calls to the reader ("Call 555-0134")."""

from __future__ import annotations

from factcheck.frames.cues import cues
from factcheck.frames.model import SentenceFrame


def asserts_nothing(sentence: SentenceFrame) -> bool:
    """Whether a sentence without figures only asks, or asks for something to be done.

    Args:
        sentence: the sentence.
    """
    if sentence.figures or not sentence.lemmas:
        return False
    text = sentence.text.rstrip("\"'”’) ")
    if text.endswith("?"):
        return True
    # "Call the tip line", but not "Call centres closed"
    opens = sentence.lemmas[0] in cues().closed_calls and sentence.tags[0] in ("VERB", "NOUN")
    others = any(c.verb > 0 for c in sentence.clauses)
    return opens and not others
