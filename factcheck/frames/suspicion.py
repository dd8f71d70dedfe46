"""What somebody is only suspected or believed to be, or to have done."""

from __future__ import annotations

from factcheck.frames.cues import cues
from factcheck.frames.words import Words

_ACCUSED = 5  # tokens between "accuse" and "of"


def is_accused(inside: range, words: Words) -> bool:
    """Whether a gerund is what somebody is accused of: "accuse the mayor of taking €20,000".

    Args:
        inside: the tokens of the verb group.
        words: the sentence.
    """
    at = inside.start - 1
    if at < 1 or words.lowers[at] != "of" or not words.lowers[inside.start].endswith("ing"):
        return False
    before = words.lemmas[max(0, at - _ACCUSED) : at]
    return not cues().modality_alleged_verbs.isdisjoint(before)


def is_believed(inside: range, verb: int, words: Words) -> bool:
    """Whether a verb of belief is of a state alone: "are presumed dead", "believed drowned".

    Args:
        inside: the tokens of the verb group.
        verb: its main verb.
        words: the sentence.
    """
    before, after = verb - 1, inside.stop
    if before >= inside.start and words.lemmas[before] in cues().modality_believed_verbs:
        return words.tags[before] == "VERB"
    participle = words.lowers[verb].endswith(("ed", "ought"))
    behind = words.tags[after] if after < len(words.tags) else ""
    return words.lemmas[verb] in cues().modality_believed_verbs and participle and behind == "ADJ"
