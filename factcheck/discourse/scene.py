"""Where it all happens and whom it is about: what a whole text carries from its opening on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.align.groups import groups
from factcheck.align.words import PLACE_TYPES
from factcheck.discourse.mentions import SUBJECTS, Mention, mentions
from factcheck.discourse.sorts import PLACE, kinds_of, words
from factcheck.discourse.told import Told
from factcheck.frames.model import Name, SentenceFrame


def scene(
    sentence: SentenceFrame, before: Sequence[Told], opening: Sequence[Told]
) -> tuple[Name, ...]:
    """The names that were told before and hold of a sentence that has none of their sort.

    Args:
        sentence: a later sentence.
        before: what was told, the latest first.
        opening: the headline, the dateline and the first sentence.
    """
    own = mentions(sentence)
    found: list[Name] = []
    if not any(_is_place(m) for m in own) and not _opens(sentence, PLACE):
        found += _places(before, opening)
    if not any(_takes_part(m) for m in own) and not _opens(sentence, "body"):
        found += _bodies(before, opening)
    return tuple(dict.fromkeys(found))


def _places(before: Sequence[Told], opening: Sequence[Told]) -> Iterator[Name]:
    for told in (*before[:1], *opening):
        for mention in told.mentions:
            if _is_place(mention):
                yield _nowhere(told, mention, "in")


def _bodies(before: Sequence[Told], opening: Sequence[Told]) -> Iterator[Name]:
    """The bodies that the text is about, and all others named since, any of which may be meant."""
    about = [t for t in opening if any(_is_subject(m) for m in t.mentions)]
    for told in (*before, *about) if about else ():
        for mention in told.mentions:
            if _is_subject(mention) or (told not in about and _takes_part(mention)):
                yield _nowhere(told, mention, "agent")


def _is_subject(mention: Mention) -> bool:
    """Whether a name is that of a body that acts."""
    name = mention.name
    return mention.kind == "body" and name.role in SUBJECTS and not name.head


def _nowhere(told: Told, mention: Mention, role: str) -> Name:
    return told.named(mention.name, first=0, last=0, role=role, head="")


def _is_place(mention: Mention) -> bool:
    """Whether a name says where: "in Varna", "Lyon fire", "Chad"."""
    name = mention.name
    if name.type in PLACE_TYPES:
        return True
    return mention.kind == PLACE and (not name.head or name.head in mention.told)


def _takes_part(mention: Mention) -> bool:
    """Whether a name is somebody or something that a sentence is about."""
    return mention.kind != PLACE or mention.name.role not in groups().places


def _opens(sentence: SentenceFrame, kind: str) -> bool:
    """Whether a sentence opens something new of a kind: "a rival bank", "another town"."""
    return any(
        kind in kinds_of(term.head) and sentence.lemmas[term.first] in words().apart
        for term in sentence.terms
        if term.head
    )
