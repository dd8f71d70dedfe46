"""Where one clause of a sentence ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.frames.clauses import PARTICIPLE_ENDS, Predicate
from factcheck.frames.cues import cues
from factcheck.frames.words import Words
from factcheck.model import Kind


def boundaries(found: Sequence[Predicate], source: frozenset[int], words: Words) -> tuple[int, ...]:
    """First token of each predicate's clause; the first clause opens the sentence.

    Where the source's own verb has taken the number ("assessments estimate 63,000 soldiers, with
    some units held back"), the first clause that is left may be a mere circumstance of it.
    """
    if not found:
        return ()
    starts = [_opening(found[0], source, words)]
    starts += [_boundary(left.last, right.first, words) for left, right in pairwise(found)]
    return tuple(starts)


def _opening(first: Predicate, source: frozenset[int], words: Words) -> int:
    """Where the clause of the first predicate begins that is not the source's own."""
    said = max((i + 1 for i in source if i < first.first), default=first.first)
    participle = first.first == first.verb and words.lowers[first.verb].endswith(PARTICIPLE_ENDS)
    commas = [i for i in range(said, first.first) if words.lowers[i] == ","]
    if not commas or not any(words.numbers[said : commas[-1]]):
        return 0
    accompanies = words.lowers[commas[-1] + 1] in ("with", "without")
    return commas[-1] if participle or accompanies else 0


def _boundary(left: int, right: int, words: Words) -> int:
    """Where, between two verb groups, the clause of the second one begins."""
    if _trails(left, right, words):
        return right - 1
    cue = cues()
    accompanying = with_phrase(left, right, words)
    joined = words.lowers[right - 1] in cue.clauses_coordinators
    if (
        accompanying >= 0
        and not joined
        and ";" not in words.lowers[accompanying:right]
        and cue.clauses_openers.isdisjoint(words.lowers[accompanying:right])
    ):
        return accompanying
    for wanted in (cue.clauses_openers, cue.clauses_coordinators, frozenset(",;:—–")):
        for step in range(right - 1, left - 1, -1):
            opens = words.lowers[step] in wanted and words.tags[step] not in ("DET", "NUM")
            if opens and not words.numbers[step] and not _governs_noun(step, words):
                return _past_list(step, right, words)
    return right


def _past_list(start: int, right: int, words: Words) -> int:
    """A comma before the subject ends what "and" only went on with, and so does a semicolon.

    In "with $37 million earned at home and $94 million elsewhere, the film took …" the second
    clause begins at the comma, and so it does in "holds 900 books and 40 maps, lends 3,000 items".
    """
    if words.lowers[start] != "and" or not words.numbers[start + 1 : right].count(True):
        return start
    stop = next((k for k in range(right - 1, start, -1) if words.lowers[k] == ";"), -1)
    if stop > 0:
        return stop
    if words.lowers[right - 1] == "," and _goes_on(right, words):
        return right - 1
    comma = next((k for k in range(right - 1, start, -1) if words.lowers[k] == ","), -1)
    subject = any(words.tags[k] in ("NOUN", "PROPN", "PRON") for k in range(comma + 1, right))
    numbered = any(words.numbers[k] for k in range(start + 1, comma))
    return comma if comma > 0 and subject and numbered else start


def with_phrase(first: int, last: int, words: Words) -> int:
    """Where, between two tokens, an accompanying circumstance begins (", with 12 injured"), or -1.

    Its figures have an event of their own, or none; the verb before the comma is not theirs.
    """
    for step in range(last - 2, first - 1, -1):
        if words.lowers[step] == "," and words.lowers[step + 1] in ("with", "without"):
            return step
    return -1


def _trails(left: int, right: int, words: Words) -> bool:
    """Whether a bare participle follows its comma: "…, citing their endurance"."""
    return (
        right - 1 > left and words.lowers[right - 1] == "," and words.lowers[right].endswith("ing")
    )


def _governs_noun(at: int, words: Words) -> bool:
    """Whether an opener opens no clause here: "since October", "after 3 May", "that of ten men"."""
    after = at + 1
    if words.lowers[at] == "that":
        return words.lowers[after] == "of"
    return any(
        r.outer_first == after and r.figure.kind in (Kind.DATE, Kind.TIME) for r in words.readings
    )


def _goes_on(at: int, words: Words) -> bool:
    """Whether a verb goes on behind a list: one in the present ("lends"), or "compared with"."""
    lower = words.lowers[at]
    if lower == "compared":
        return words.lowers[at + 1 : at + 2] in (("with",), ("to",))
    return words.tags[at] == "VERB" and (lower == words.lemmas[at] or lower.endswith("s"))
