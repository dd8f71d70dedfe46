"""What a text has told so far, the latest first."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.discourse.mentions import PERSON, Mention, mentions
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


def told(sentence: SentenceFrame, origin: str, known: dict[str, Mention]) -> Told:
    """A sentence with its names.

    Args:
        sentence: what was read in it.
        origin: what it is called in notes.
        known: what the text has said before of its names, by their keys and by the surnames of
            those who may be persons; this sentence adds to it.
    """
    found = tuple(_as_known(m, known.get(m.name.key)) for m in mentions(sentence))
    for mention in found:
        known[mention.name.key] = mention
        if _may_be_full(mention):
            known.setdefault(mention.name.words[-1], mention._replace(kind=PERSON))
    return Told(origin, sentence, found)


def _as_known(mention: Mention, earlier: Mention | None) -> Mention:
    """A mention with what was said of its name before."""
    if earlier is None:
        return mention
    nouns = mention.told | earlier.told
    return mention._replace(told=nouns, kind=earlier.kind or mention.kind)


def _may_be_full(mention: Mention) -> bool:
    """Whether a name may be that of a person, whom the surname alone takes up."""
    bare = not (mention.told or mention.name.type or mention.name.head)
    return bare and len(mention.name.words) > 1 and mention.kind in ("", PERSON)
