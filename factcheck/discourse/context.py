"""What a sentence takes up from the text before it, put together."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.discourse.nouns import taken_up
from factcheck.discourse.parts import of_the_told
from factcheck.discourse.pronouns import pronouns
from factcheck.discourse.scene import scene
from factcheck.discourse.times import at_its_time, dated
from factcheck.discourse.told import Told
from factcheck.frames.model import Name, SentenceFrame, Term


def in_context(
    sentence: SentenceFrame, before: Sequence[Told], opening: Sequence[Told], *, follows: bool
) -> SentenceFrame:
    """A sentence with its dates, nouns, pronouns and place filled in.

    Args:
        sentence: the sentence as it was read.
        before: what was told, the latest first, and the headline last.
        opening: the headline, the dateline and the first sentence.
        follows: whether another sentence stands before it, and no headline alone.
    """
    sentence = at_its_time(dated(sentence, before, opening), before)
    if follows and before:
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
