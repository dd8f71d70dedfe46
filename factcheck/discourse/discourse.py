"""The memory of a text: what was told, and each sentence in its context.

headline, dateline, earlier sentences → what "the bank", "it", "that year" and a bare sentence mean
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.discourse.mentions import Mention, dateline_names, mentions
from factcheck.discourse.sorts import PLACE
from factcheck.discourse.told import Told, told
from factcheck.frames.model import SentenceFrame

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
        self._where: list[Told] = []
        self._known: dict[str, Mention] = {}

    def head(self, read: Read) -> None:
        """Hear a headline, or the heading of a section in the place of the one before."""
        first = not self._heads
        origin = "the headline" if first else "the heading"
        self._heads[1:] = [told(read(), origin, self._known)]

    def where(self, sentence: SentenceFrame, origin: str) -> None:
        """Hear a topic of which nothing is taken up: it only says where all of it happens.

        It says so with a preposition: "London Has Fallen" is a film.
        """
        from factcheck.discourse.scene import says_where

        places = tuple(m for m in mentions(sentence) if m.name.type and says_where(m))
        if places:
            self._where.append(Told(origin + self._suffix, sentence, places))

    def pass_over(self, read: Read) -> None:
        """Remember a sentence that nobody asks about, to be read when it is needed."""
        self._sentences.append(read)

    def tell(self, sentence: SentenceFrame) -> SentenceFrame:
        """The next sentence with what it takes up from those before; it is remembered, too."""
        if not self._sentences:
            self._set_dateline(sentence)
        sentence = self.aside(sentence)
        self._sentences.append(lambda: sentence)
        return sentence

    def aside(self, sentence: SentenceFrame) -> SentenceFrame:
        """The same for one that no later one takes up: a table's row says nothing of the next."""
        before = [*self._before()]
        if before or self._where:
            from factcheck.discourse.context import in_context  # most statements are one sentence

            follows = bool(self._sentences)
            sentence = in_context(sentence, before, self._opening(), follows=follows)
        return sentence

    def _origin(self, number: int) -> str:
        return f"sentence {number + 1}{self._suffix}"

    def _set_dateline(self, sentence: SentenceFrame) -> None:
        names = tuple(Mention(n, frozenset(), PLACE) for n in dateline_names(sentence))
        if names:
            self._where.append(Told("the dateline" + self._suffix, sentence, names))

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
        return [*self._heads, *self._where, *lead]
