"""Aligning a statement without figures with a reference sentence as a whole."""

from __future__ import annotations

from itertools import product

from factcheck.align import words
from factcheck.align.contest import result_turned
from factcheck.align.denial import Reading, denying_verbs, readings
from factcheck.align.details import details
from factcheck.align.labels import same_mood
from factcheck.align.mention import mentioned
from factcheck.align.model import Aligned, Candidate
from factcheck.align.naming import names
from factcheck.align.narrowing import modifiers_compared, phrase
from factcheck.align.numbered import numbers
from factcheck.align.roles import is_converse
from factcheck.align.shared import CORE
from factcheck.align.side import side_of
from factcheck.align.sides import Sides
from factcheck.align.states import compared_states
from factcheck.align.told import Told, events
from factcheck.align.when import other_times
from factcheck.align.without import with_and_without
from factcheck.frames.model import Clause, SentenceFrame
from factcheck.lexicon.nouns import is_generic
from factcheck.model import Detail, SlotState

_APART = frozenset({SlotState.DIFFERING, SlotState.ADDED, SlotState.NARROWER})


def align_whole(sentence: SentenceFrame, candidate: Candidate) -> Aligned:
    """Compare two sentences: same subject matter, then same or opposite assertion.

    Every name, term and event of the statement must be in the reference; what the reference
    adds is an omission. A denial on one side, an antonym as the main verb, an opposite state or
    a result with its sides exchanged turns it round.
    """
    first: Aligned | None = None
    for ours, theirs in product(readings(sentence), readings(candidate.sentence)):
        aligned = _aligned(ours, theirs, candidate)
        if aligned.same:
            return aligned
        first = first or aligned
    if first is None:
        raise ValueError("every sentence has a reading")
    return first


def _aligned(ours: Reading, theirs: Reading, candidate: Candidate) -> Aligned:
    """Compare one reading of each side."""
    sentence = ours.sentence
    other = candidate._replace(sentence=theirs.sentence)
    sides = Sides(side_of(sentence, None), other)
    found, told = _compared(sides)
    mood, their_mood = _main(sentence).modality, _main(theirs.sentence).modality
    if not same_mood(mood, their_mood):
        found.append(Detail("modality", SlotState.DIFFERING, mood, their_mood))
    negated = ours.denied != theirs.denied
    if ours.denied and theirs.denied:
        found += _manner(sentence, theirs.sentence)
    if told and theirs.denied and not ours.denied and not _complete(sides):
        found.append(Detail("event", SlotState.ADDED, told, ""))
    apart = next((d for d in found if d.state in _APART), None)
    matched = sum(d.state is SlotState.MATCHED for d in found)
    omitted = sum(d.state is SlotState.OMITTED for d in found)
    return Aligned(
        candidate,
        apart is None and matched > 0,
        "",
        bool(told) != negated,
        tuple(found),
        (),
        (matched, -omitted),
        "" if apart else told or ("one denies what the other asserts" if negated else ""),
    )


def _manner(sentence: SentenceFrame, reference: SentenceFrame) -> list[Detail]:
    """How the statement says that it did not happen: who did not resign has not yet refused to."""
    added = denying_verbs(sentence) - denying_verbs(reference)
    return [Detail("event", SlotState.ADDED, verb, "") for verb in sorted(added)]


def _complete(sides: Sides) -> bool:
    """Whether one of two opposites holds: what is not open is closed.

    What did not rise may have stayed as it was.
    """
    return compared_states(sides.sentence, sides.reference) is not None


def _compared(sides: Sides) -> tuple[list[Detail], str]:
    """All details of two sentences, and why one is the other turned round, "" where it is not."""
    exchanged = result_turned(sides.sentence, sides.reference)
    states = compared_states(sides.sentence, sides.reference)
    told = events(sides, states.ours if states else -1, exchanged)
    parties, rest = names(sides), details(sides)
    found = [
        *told.details,
        *_objects(sides, told),
        *_narrowed(sides, told),
        *_labels(sides),
        *other_times(sides),
    ]
    if exchanged is not None:
        parties = [d for d in parties if d.slot != "roles"]
    else:
        found += _changed_places(sides)
    if states:
        said = {phrase(t) for t in sides.sentence.terms if t.at == states.ours}
        rest = [d for d in rest if d.statement not in said]
        pair = (sides.sentence.lemmas[states.ours], sides.reference.lemmas[states.theirs])
        state = SlotState.TURNED if states.opposite else SlotState.MATCHED
        found.append(Detail("event", state, *pair))
    states_met = _states(sides.sentence, told)
    lacked = with_and_without(sides)
    rest = [d for d in rest if not any(t.statement.endswith(d.statement) for t in lacked)]
    found += [*parties, *lacked, *(d for d in rest if d.statement not in states_met)]
    if exchanged:
        return found, "the result is turned round"
    turned = next((d for d in found if d.state is SlotState.TURNED), None)
    return found, f"“{turned.statement}” is the opposite of “{turned.reference}”" if turned else ""


def _states(sentence: SentenceFrame, told: Told) -> set[str]:
    """The states among the events that both tell: they are no details besides ("is open")."""
    at = {e.first for e, _ in told.pairs if sentence.tags[e.first] == "ADJ"}
    return {phrase(t) for t in sentence.terms if t.at in at}


def _labels(sides: Sides) -> list[Detail]:
    """Numbers that are no figures but parts of labels: what is in phase 2 is not in phase 3."""
    ours, theirs = (
        {side.lemmas[at] for at in numbers(side)} for side in (sides.sentence, sides.reference)
    )
    return [Detail("label", SlotState.DIFFERING, number, "") for number in sorted(ours - theirs)]


def _changed_places(sides: Sides) -> list[Detail]:
    """Two nouns of which each does to the other here what it suffers there."""
    does, suffers = (_heads(sides.sentence, role) for role in ("agent", "patient"))
    did, suffered = (_heads(sides.reference, role) for role in ("agent", "patient"))
    a, b = does & suffered - did, suffers & did - suffered
    if not a or not b or is_converse(sides):
        return []
    text = " and ".join(sorted(a | b))
    return [Detail("roles", SlotState.DIFFERING, text, text, f"{text} have changed places")]


def _heads(sentence: SentenceFrame, role: str) -> set[str]:
    return {t.head for t in sentence.terms if t.role == role and t.head}


def _objects(sides: Sides, told: Told) -> list[Detail]:
    """What the verb of a phrase is done to, where the phrase holds its object ("approve a treaty").

    The same verb with another object is another thing: nobody thereby approved the budget.
    """
    found = []
    for event, other in told.pairs:
        if event.form != "phrase" or not words.words_alike(event.lemma, other.lemma):
            continue
        inside = [
            t
            for t in sides.sentence.terms
            if event.first < t.at < event.last and t.role in CORE and _open(t.head, sides.reference)
        ]
        rivals = [
            t
            for t in sides.reference.terms
            if t.role in CORE and t.first >= other.last and _open(t.head, sides.sentence)
        ]
        found += [
            Detail("detail", SlotState.DIFFERING, phrase(term), phrase(rival))
            for term, rival in zip(inside, rivals, strict=False)
        ]
    return found


def _narrowed(sides: Sides, told: Told) -> list[Detail]:
    """What narrows the nouns that name one event: a coal mine is not a copper mine."""
    found: list[Detail] = []
    for event, other in told.pairs:
        ours = next((t for t in sides.sentence.terms if event.first <= t.at < event.last), None)
        theirs = next((t for t in sides.reference.terms if other.first <= t.at < other.last), None)
        if ours is not None and theirs is not None and ours.head == theirs.head:
            apart = modifiers_compared(ours, theirs)
            found += [d for d in apart if d.state is SlotState.DIFFERING]
    return found


def _open(noun: str, other: SentenceFrame) -> bool:
    """Whether a noun says something that the other sentence does not say."""
    return bool(noun) and not is_generic(noun) and not mentioned(noun, other)


def _main(sentence: SentenceFrame) -> Clause:
    """The clause of the sentence's main assertion: the first that is not a relative one."""
    return sentence.clauses[0]
