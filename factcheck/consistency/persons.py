"""Whom a sentence's dates and ages are told of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.frames.model import Name, SentenceFrame

# The last words by which a person is known: "actress Moira Fenn" and "Moira Fenn" are one.
Person = tuple[str, ...]
_FULL = 2
_CORE = frozenset({"agent", "patient", "subject", "complement", ""})
_PRONOUN: Final = re.compile(r"(?:he|she)", re.IGNORECASE)


class Persons:
    """The people of a draft, known by their full names.

    Args:
        sentences: all that the draft tells, in text order.
    """

    def __init__(self, sentences: Sequence[SentenceFrame]) -> None:
        found: defaultdict[str, set[Person]] = defaultdict(set)
        for sentence in sentences:
            for name in sentence.names:
                if _may_be_person(name) and len(name.words) > 1:
                    found[name.words[-1]].add(name.words[-_FULL:])
        self._known: Mapping[str, set[Person]] = found

    def full(self, name: Name) -> Person:
        """The person of a name; one that may be two people is nobody, ()."""
        if len(name.words) >= _FULL:
            return name.words[-_FULL:]
        bearers = self._known.get(name.words[-1], set()) if name.words else set()
        if len(bearers) > 1:
            return ()
        return next(iter(bearers), name.words)

    def near(self, sentence: SentenceFrame, at: int, before: SentenceFrame | None) -> Person:
        """Whom something at a token is told of, () where that is not sure.

        Args:
            sentence: the sentence.
            at: the token.
            before: the sentence before it, in which a pronoun finds its name.
        """
        own = [n for n in sentence.names if _may_be_person(n)]
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


def _may_be_person(name: Name) -> bool:
    return not name.type and name.role in _CORE and not name.head
