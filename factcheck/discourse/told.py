"""What a text has told so far, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.discourse.mentions import Mention, mentions
from factcheck.frames.model import Name, SentenceFrame


class Told(NamedTuple):
    """A sentence that was told, or the headline.

    Attributes:
        origin: what it is called in notes ("the headline", "sentence 1").
        sentence: what was read in it, with what it takes up itself.
        mentions: its names.
    """

    origin: str
    sentence: SentenceFrame
    mentions: tuple[Mention, ...]

    def named(self, name: Name, **changes: object) -> Name:
        """A name of it as another sentence takes it up; the first origin stays."""
        return name._replace(origin=name.origin or self.origin, **changes)  # type: ignore[arg-type]


def told(sentence: SentenceFrame, origin: str, before: Sequence[Told]) -> Told:
    """A sentence with its names, of which the text may have said before what they are."""
    known = {m.name.key: m for t in reversed(before) for m in t.mentions}
    found = []
    for mention in mentions(sentence):
        earlier = known.get(mention.name.key)
        if earlier is not None:
            nouns = mention.told | earlier.told
            mention = mention._replace(told=nouns, kind=earlier.kind or mention.kind)
        found.append(mention)
    return Told(origin, sentence, tuple(found))
