"""What a sentence takes up from elsewhere in its text: "it", "the company", "that year"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discourse.sorts import words
from factcheck.frames.model import SentenceFrame

_SUBJECT_TAGS = ("PRON", "DET")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def leanings(sentence: SentenceFrame) -> Iterator[str]:
    """Each of them once, in words, with what it was taken to mean where that is known.

    Args:
        sentence: a sentence in the context of those before it.
    """
    taken = dict(_taken_up(sentence))
    yield from taken.values()
    for first, last in _open(sentence):
        if not any(a < last and first < b for a, b in taken):
            yield f"nobody is named before “{_said(sentence, first, last)}”"


def _taken_up(sentence: SentenceFrame) -> Iterator[tuple[tuple[int, int], str]]:
    """What was found for a pronoun or a noun, by the tokens where it stands."""
    for name in sentence.names:
        if name.origin:
            meant = " ".join((*name.words, *([name.head] if name.head else []))).title()
            yield _meaning(sentence, name.first, name.last, meant, name.origin)
    for term in sentence.terms:
        if term.origin:
            meant = term.said or term.head
            yield _meaning(sentence, term.first, term.last, f"the {meant}", term.origin)
    for time in sentence.times:
        if time.origin and time.first < time.last:  # else it has no words here that need mending
            yield _meaning(sentence, time.first, time.last, str(time.date), time.origin)


def _meaning(
    sentence: SentenceFrame, first: int, last: int, meant: str, origin: str
) -> tuple[tuple[int, int], str]:
    if sentence.tags[first] == "DET":  # the words that take up a name may be kept by their first
        while last < len(sentence.tags) and sentence.tags[last - 1] != "NOUN":
            last += 1
    said = _said(sentence, first, last)
    return (first, last), f"“{said}” takes up {meant}, from {origin}"


def _open(sentence: SentenceFrame) -> Iterator[tuple[int, int]]:
    """Pronouns and words such as "the company" before which the sentence has named nobody."""
    lists = words()
    pronouns = lists.person | lists.one | lists.several
    nouns = frozenset(noun for sort in lists.sorts for noun in sort.any if sort.kind == "body")
    named = min((name.first for name in sentence.names if not name.origin), default=None)
    for at, tag in enumerate(sentence.tags):
        if named is not None and named <= at:
            return
        word = _said(sentence, at, at + 1).lower()
        if tag in _SUBJECT_TAGS and word in pronouns and not _is_empty(sentence, at):
            yield at, at + 1
        elif (
            sentence.lemmas[at] in nouns and at and _said(sentence, at - 1, at).lower() in _DEFINITE
        ):
            yield at - 1, at + 1


def _is_empty(sentence: SentenceFrame, at: int) -> bool:
    """Whether an "it" only opens the sentence: "it is the first time", "it is not"."""
    behind = sentence.lemmas[at + 1 : at + 3]
    return sentence.lemmas[at] == "it" and behind in (("be", "the"), ("be", "a"), ("be", "not"))


def _said(sentence: SentenceFrame, first: int, last: int) -> str:
    """The words of some tokens, as written."""
    start = sentence.spans[first].start - sentence.span.start
    end = sentence.spans[max(last, first + 1) - 1].end - sentence.span.start
    return sentence.text[start:end]
