"""Aligning a statement without figures with a reference sentence as a whole."""

from __future__ import annotations

from factcheck.align import words
from factcheck.align.details import details
from factcheck.align.labels import same_mood
from factcheck.align.model import Aligned, Candidate
from factcheck.align.naming import names
from factcheck.align.scope import scope_of
from factcheck.align.shared import CORE
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import Clause, Event, SentenceFrame
from factcheck.model import Detail, SlotState

_APART = frozenset({SlotState.DIFFERING, SlotState.ADDED, SlotState.NARROWER})


def align_whole(sentence: SentenceFrame, candidate: Candidate) -> Aligned:
    """Compare two sentences: same subject matter, then same or opposite assertion.

    Every name, term and event of the statement must be in the reference; what the reference
    adds is an omission. A denial on one side, or an antonym as the main verb, turns it round.
    """
    sides = Sides(sentence, None, scope_of(sentence, None), candidate)
    events, turned = _events(sides)
    found = [*events, *names(sides), *details(sides)]
    ours, theirs = _main(sentence), _main(candidate.sentence)
    if not same_mood(ours.modality, theirs.modality):
        found.append(Detail("modality", SlotState.DIFFERING, ours.modality, theirs.modality))
    apart = next((d for d in found if d.state in _APART), None)
    empty = not any(d.state is SlotState.MATCHED for d in found)
    # "has not approved" against "has approved": the antonym holds the denial already
    told = turned is not None and _holds_denial(turned, sentence, candidate.sentence)
    negated = ours.negated != theirs.negated and not told
    matched = sum(d.state is SlotState.MATCHED for d in found)
    omitted = sum(d.state is SlotState.OMITTED for d in found)
    reason = ""
    if apart is None and turned:
        reason = f"“{turned[0]}” is the opposite of “{turned[1]}”"
    elif apart is None and negated:
        reason = "one denies what the other asserts"
    return Aligned(
        candidate,
        apart is None and not empty,
        "",
        bool(turned) != negated,
        tuple(found),
        (),
        (matched, -omitted),
        reason,
    )


def _holds_denial(pair: tuple[str, str], *sentences: SentenceFrame) -> bool:
    """Whether one of two antonyms is only the other with its "not"."""
    denials = cues().negation_words
    return any(
        e.lemma in pair and denials.intersection(sentence.lemmas[e.first : e.last])
        for sentence in sentences
        for e in sentence.events
    )


def _main(sentence: SentenceFrame) -> Clause:
    """The clause of the sentence's main assertion: the first that is not a relative one."""
    return sentence.clauses[0]


def _events(sides: Sides) -> tuple[list[Detail], tuple[str, str] | None]:
    """Every event of the statement, matched in the reference; and a pair of antonyms, if any."""
    theirs = [e for e in sides.reference.events if not e.light]
    found: list[Detail] = []
    turned: tuple[str, str] | None = None
    for event in sides.sentence.events:
        if event.light or event.form == "adjective":
            continue
        relations = {
            words.events_related(event, other): other
            for other in theirs
            if not (words.are_converse(event, other) and _same_doer(sides))
        }
        if words.SAME in relations or "converse" in relations:
            other = relations.get(words.SAME) or relations["converse"]
            found.append(Detail("event", SlotState.MATCHED, event.lemma, other.lemma))
        elif (
            "antonym" in relations
            and _governs(event, sides.sentence)
            and _asserted(relations["antonym"], sides.reference)
        ):
            turned = (event.lemma, relations["antonym"].lemma)
            found.append(Detail("event", SlotState.TURNED, *turned))
        else:
            found.append(Detail("event", SlotState.ADDED, event.lemma, ""))
    return found, turned


def _same_doer(sides: Sides) -> bool:
    """Whether one and the same does both: who bought a thing has not sold it."""
    return not _doers(sides.sentence).isdisjoint(_doers(sides.reference))


def _doers(sentence: SentenceFrame) -> set[str]:
    names = {name.key for name in sentence.names if name.role == "agent"}
    return names | {term.head for term in sentence.terms if term.role == "agent" and term.head}


def _asserted(event: Event, sentence: SentenceFrame) -> bool:
    """Whether a sentence says that an event happens, and not of what ("of a deployment")."""
    return _governs(event, sentence) or any(
        event.first <= term.at < event.last and term.role in CORE for term in sentence.terms
    )


def _governs(event: Event, sentence: SentenceFrame) -> bool:
    return any(event.first <= clause.verb < event.last for clause in sentence.clauses)
