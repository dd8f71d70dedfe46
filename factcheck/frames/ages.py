"""Ages that say which of those a figure counts: "30% of them over 65"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.model import Clause, Term
from factcheck.model import Kind

# What may stand between those who are counted and their age ("30% of them are aged over 65").
_BEFORE_AGE = frozenset({
    "be", "of", "they", "them", "those", "these", "whom", "who", "that", "aged", "age", "the",
    "all", "both", "each", "most", ",",
})  # fmt: skip
# Adverbs between "are" and the age.
_STILL = frozenset({"now", "still", "already", "currently", "themselves"})
RESTRICTED = frozenset({Kind.COUNT, Kind.SHARE})


def leads_to_age(
    lemmas: Sequence[str], terms: Sequence[Term], counted: int, behind: int, age: int
) -> bool:
    """Whether an age is that of those whom a figure before it counts.

    Args:
        lemmas: the lemmas of the sentence.
        terms: its noun phrases.
        counted: index of the term that the figure counts, or -1.
        behind: the token after the figure.
        age: the first token of the age.
    """
    term = terms[counted] if counted >= 0 else None
    own = range(term.first, term.last) if term is not None else range(0)
    return all(lemmas[i] in _BEFORE_AGE for i in range(behind, age) if i not in own)


def said_of_subject(lemmas: Sequence[str], clause: Clause, behind: int, age: int) -> bool:
    """Whether an age behind "are" is that of the clause's subject: "40% of the nurses are over 50".

    Args:
        lemmas: the lemmas of the sentence.
        clause: the clause of the figure that counts the subject.
        behind: the token after that figure.
        age: the first token of the age.
    """
    verb = clause.verb
    if not behind <= verb < age or lemmas[verb] != "be":
        return False
    return all(lemmas[i] in _BEFORE_AGE or lemmas[i] in _STILL for i in range(verb + 1, age))
