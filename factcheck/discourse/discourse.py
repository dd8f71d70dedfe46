"""The memory of a text: what was told, and each sentence in its context.

headline, dateline, earlier sentences → what "the bank", "it", "that year" and a bare sentence mean
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.discourse.mentions import Mention, dateline_names
from factcheck.discourse.nouns import taken_up
from factcheck.discourse.parts import of_the_told
from factcheck.discourse.pronouns import pronouns
from factcheck.discourse.scene import scene
from factcheck.discourse.sorts import PLACE
from factcheck.discourse.times import at_its_time, dated
from factcheck.discourse.told import Told, told
from factcheck.frames.model import Name, SentenceFrame, Term

# So many sentences back a name, a date or a place is looked for, besides the opening.
_REACH = 5

Read = Callable[[], SentenceFrame]


class Discourse:
    """What a text has told so far.

    Args:
        suffix: what follows the number of a sentence in its origin, " of the reference".
    """

    def __init__(self, suffix: str = "") -> None:
        self._suffix = suffix
        self._heads: list[Told] = []
        self._sentences: list[Told | Read] = []
        self._dateline: list[Told] = []
        self._known: dict[str, Mention] = {}

    def head(self, read: Read) -> None:
        """Hear a headline, or the heading of a section in the place of the one before."""
        first = not self._heads
        origin = "the headline" if first else "the heading"
        self._heads[1:] = [told(read(), origin, self._known)]

    def pass_over(self, read: Read) -> None:
        """Remember a sentence that nobody asks about, to be read when it is needed."""
        self._sentences.append(read)

    def tell(self, sentence: SentenceFrame) -> SentenceFrame:
        """The next sentence with what it takes up from those before; it is remembered, too."""
        if not self._sentences:
            self._set_dateline(sentence)
        before = [*self._before()]
        if before or self._dateline:
            sentence = self._in_context(sentence, before)
        self._sentences.append(lambda: sentence)
        return sentence

    def _origin(self, number: int) -> str:
        return f"sentence {number + 1}{self._suffix}"

    def _set_dateline(self, sentence: SentenceFrame) -> None:
        names = tuple(Mention(n, frozenset(), PLACE) for n in dateline_names(sentence))
        if names:
            self._dateline = [Told("the dateline", sentence, names)]

    def _before(self) -> Iterator[Told]:
        """What was told, the latest first, and the headline last."""
        size = len(self._sentences)
        for number in range(size - 1, max(-1, size - 1 - _REACH), -1):
            yield self._told(number)
        yield from reversed(self._heads)

    def _told(self, number: int) -> Told:
        found = self._sentences[number]
        if isinstance(found, Told):
            return found
        read = told(found(), self._origin(number), self._known)
        self._sentences[number] = read
        return read

    def _opening(self) -> Sequence[Told]:
        lead = [self._told(0)] if self._sentences else []
        return [*self._heads, *self._dateline, *lead]

    def _in_context(self, sentence: SentenceFrame, before: Sequence[Told]) -> SentenceFrame:
        opening = self._opening()
        sentence = at_its_time(dated(sentence, before, opening), before)
        if self._sentences and before:
            sentence = of_the_told(sentence, before[0])
        sentence = _resolved(sentence, before)
        carried = scene(sentence, before, opening)
        return sentence._replace(carried=carried) if carried else sentence


def _resolved(sentence: SentenceFrame, before: Sequence[Told]) -> SentenceFrame:
    """A sentence with the names for its definite nouns and pronouns."""
    names: list[Name] = []
    terms = [*sentence.terms]
    for taken in taken_up(sentence, before):
        names += taken.names
        if taken.whole:
            terms[taken.number] = terms[taken.number]._replace(head="", modifiers=(), adjectives=())
    for meant in pronouns(sentence, before):
        names += meant.names
        terms = _without_owners(terms, {n.first for n in meant.names if n.role == "poss"})
        if meant.term is not None:
            terms.append(meant.term)
    if not names and len(terms) == len(sentence.terms):
        return sentence
    own = {n.key for n in sentence.names}
    added = {n.key: n for n in reversed(names) if n.key not in own}
    return sentence._replace(
        names=tuple(sorted((*sentence.names, *added.values()))), terms=tuple(terms)
    )


def _without_owners(terms: list[Term], owners: set[int]) -> list[Term]:
    """Noun phrases without the pronoun that says whose they are, which a name has replaced."""
    return [
        t._replace(first=t.first + 1) if t.first in owners and t.first < t.at else t for t in terms
    ]
