"""Whom a sentence's dates and ages are told of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.frames.model import Name, SentenceFrame

# The last words by which a person is known: "actress Moira Fenn" and "Moira Fenn" are one.
Person = tuple[str, ...]
_FULL = 2
_CORE = frozenset({"agent", "patient", "subject", "complement", ""})
_APPOSED = frozenset({",", "("})
_PRONOUN: Final = re.compile(r"(?:he|she)", re.IGNORECASE)


class Persons:
    """The people of a draft, known by their full names.

    Args:
        sentences: all that the draft tells, in text order.
    """

    def __init__(self, sentences: Sequence[SentenceFrame]) -> None:
        found: dict[str, Person] = {}
        for sentence in sentences:
            for name in sentence.names:
                if _may_be_person(name) and len(name.words) > 1:
                    found.setdefault(name.words[-1], name.words[-_FULL:])
        self._known: Mapping[str, Person] = found

    def full(self, name: Name) -> Person:
        """The person of a name; a surname alone is whoever was first told of with it."""
        return self.of_words(name.words)

    def of_words(self, words: Sequence[str]) -> Person:
        """The same for the words of a name, in lower case."""
        if len(words) >= _FULL or not words:
            return tuple(words[-_FULL:])
        return self._known.get(words[-1], tuple(words))

    def near(self, sentence: SentenceFrame, at: int, before: SentenceFrame | None) -> Person:
        """Whom something at a token is told of, () where that is not sure.

        Args:
            sentence: the sentence.
            at: the token.
            before: the sentence before it, in which a pronoun finds its name.
        """
        apposed = [n for n in sentence.names if not n.origin and n.last == at - 1]
        if apposed and sentence.lemmas[at - 1] in _APPOSED:
            return self.full(apposed[0])  # "she works with the director Aksel Ruud, 66"
        own = [n for n in sentence.names if _may_be_person(n) and not _is_thing(sentence, n)]
        leading = [n for n in own if n.last <= at] or own[:1]
        if not leading:
            return ()
        name = leading[-1]
        if not name.origin:
            return self.full(name)
        start = sentence.span.start
        word = sentence.text[
            sentence.starts[name.first] - start : sentence.ends[name.last - 1] - start
        ]
        if not _PRONOUN.fullmatch(word) or before is None:
            return ()
        # "he" is whoever the sentences before were about, if they tell of nobody else
        others = {self.full(n) for n in before.names if _may_be_person(n)}
        return self.full(name) if others <= {self.full(name)} else ()


def _is_thing(sentence: SentenceFrame, name: Name) -> bool:
    """Whether one word with an article or an owner is a thing's name: "the Men's Orchestra"."""
    led = sentence.tags[name.first - 1 : name.first]
    return len(name.words) == 1 and not name.origin and led in (("DET",), ("PART",))


def _may_be_person(name: Name) -> bool:
    return not name.type and name.role in _CORE and not name.head
