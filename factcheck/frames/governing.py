"""The governing event of a figure: the predicate of the clause whose phrase the figure stands in.

It is what `Figure.event` says: one verb or noun of an event, as it stands in the text. The events
of a frame, which alignment compares, are a richer and looser set: all that the clause tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.figures.read import Reading
from factcheck.frames.context import Context
from factcheck.frames.cues import cues
from factcheck.frames.particles import is_particle
from factcheck.frames.set_apart import is_set_apart
from factcheck.frames.wordforms import is_past
from factcheck.model import Kind

_OF_CHANGE = frozenset({Kind.SHARE, Kind.CHANGE, Kind.MEASURE, Kind.MONEY, Kind.FACTOR})
_INSIDE = frozenset({"DET", "NUM", "ADJ", "ADV", "SYM", "PROPN"})
_HEADS = frozenset({"ADJ", "NOUN", "PROPN"})
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_BASES = frozenset({"of", "among", "for", "to"})
_RELATIVES = frozenset({"who", "that", "which", "whose"})
_PARTS = frozenset({"them", "whom", "us", "these", "those"})
_DEFINITE = frozenset({"the", "those", "these"})
_LINKING = frozenset({"to", "of", "for", "in", "on", "at", "with", "against", "from", "by"})
_AGAINST = frozenset({"against", "versus"})
_COMPARED = (("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from"))
_COMPARING = frozenset({
    "short", "shy", "fewer", "more", "less", "higher", "lower", "ahead", "below", "above", "under",
    "over",
})  # fmt: skip
_SUBJECT_REACH = 3
_WHEN = frozenset({Kind.DATE, Kind.TIME})
_INVERTED = frozenset({"has", "had", "have", "did", "does", "do"})
_FRONTED = frozenset({"only", "never", "not", "rarely", "seldom", "nowhere"})
_AMONG = (("among", "those"), ("among", "the"))
_JOINING = frozenset({"and", ",", "or", "but", "plus"})
_AIMING = frozenset({"on", "against", "at", "of"})


def governing(reading: Reading, under: Sequence[int], context: Context) -> tuple[int, int] | None:
    """The tokens of the governing event, or None where nothing is said to happen.

    It is the noun of a deed whose object the figure's phrase is ("the closure of three schools");
    else the verb of the clause that restricts its phrase ("of the 91 patients given the tablet");
    else the verb of its clause, where need be with its particle or its adjective ("went up", "were
    homeless").

    Args:
        reading: the figure.
        under: the verb of each token, from `predications`.
        context: the sentence.
    """
    start = _phrase_start(reading, context)
    end = _phrase_end(reading, context)
    noun = max(_deed(start, reading, context), _shared_deed(start, reading, context))
    if noun >= 0:
        return noun, noun + 1
    verb = _own_verb(reading, start, end, context)
    if end == reading.outer_last and verb in under[:start]:
        verb = -1  # "a dinghy built for 12 overturned"
    if verb < 0:
        verb = _verb(reading, start, under, context)
    if verb > 0 and context.words.lowers[verb] == "aged" and reading.figure.kind is Kind.AGE:
        verb = under[verb - 1]  # "who has died aged 91"
    if verb < 0 or is_set_apart(reading, start, verb, context):
        return None
    listed = _listed_state(reading, verb, context)
    if listed >= 0:
        return listed, listed + 1
    change = _change(reading, end, verb, context)
    if change >= 0:
        return change, change + 1
    subject = _is_subject(reading, verb, context)
    verb = _main(verb, context)
    state = _state(reading, verb, context)
    if state >= 0:
        return state, state + 1
    return _predicate(_matrix(_put_first(verb, context), subject, context), context)


def _main(verb: int, context: Context) -> int:
    """The verb that an auxiliary before its subject helps: "only once has the play sold out"."""
    words = context.words
    if words.lowers[verb] not in _INVERTED or words.lowers[0] not in _FRONTED:
        return verb
    at = verb + 1
    while at < len(words.tags) and words.tags[at] in (*_INSIDE, "NOUN", "PRON"):
        at += 1
    inverted = at > verb + 1 and words.tags[at : at + 1] == ("VERB",)
    return at if inverted else verb


def _state(reading: Reading, verb: int, context: Context) -> int:
    """The participle that a share tells the degree of: "is only 15% contained", or -1."""
    words, after = context.words, reading.outer_last
    if reading.figure.kind is not Kind.SHARE or words.lemmas[verb] != "be" or verb > reading.first:
        return -1
    near = all(words.tags[i] == "ADV" for i in range(verb + 1, reading.outer_first))
    participle = near and words.tags[after : after + 1] == ("VERB",)
    return after if participle and is_past(words.lowers[after]) else -1


def _listed_state(reading: Reading, verb: int, context: Context) -> int:
    """The state that a list gives behind a number, the 7 of "112 wounded, 7 missing", or -1."""
    words, after = context.words, reading.outer_last
    listed = words.numbers[verb - 1] and words.tags[after : after + 1] == ("ADJ",)
    closes = after + 1 >= len(words.tags) or words.tags[after + 1] in ("PUNCT", "CCONJ")
    return after if listed and closes and verb < reading.first else -1


def _is_subject(reading: Reading, verb: int, context: Context) -> bool:
    """Whether a figure stands in what is before a verb, and no pronoun does: "440 it means to"."""
    tags = context.words.tags
    return reading.outer_last <= verb and not any(
        tags[i] == "PRON" and context.words.lowers[i] not in _RELATIVES | _PARTS
        for i in range(reading.outer_last, verb)
    )


def _matrix(verb: int, subject: bool, context: Context) -> int:
    """The verb itself, or the one before it that tells what happens.

    That is one that refuses it ("refused to give"), and of a subject the first ("12 of the 40
    failed to finish"), but for those that only say when or how sure it is.
    """
    words, wanted = context.words, cues().governing_refusals
    group = next((g for g in context.groups if g.verb == verb), None)
    if group is None:
        return verb
    refused = next((i for i in group.matrix if words.lemmas[i] in wanted), -1)
    if refused >= 0 or not subject:
        return refused if refused >= 0 else verb
    leading = cues().governing_leading
    return next((i for i in group.matrix if words.lemmas[i] not in leading), verb)


def _verb(reading: Reading, start: int, under: Sequence[int], context: Context) -> int:
    """The verb that a figure stands under, beside the figures that it is joined to.

    "$2bn to mend roads and $1bn to feed the poor" are both under the verb before them; in "a
    cannon weighing 1.3 tonnes and eleven plates" nothing weighs eleven.
    """
    words, verb = context.words, under[reading.first]
    same = _compared(reading, start, context)
    held = words.lowers[start - 1] in _AGAINST
    if same is not None and (verb < start or (not held and _is_reduced(verb, context))):
        return under[same.first]
    resumed = _behind_names(reading, start, context)
    if resumed >= 0:
        return resumed
    start = _whole_start(start, context)
    if start < 1 or words.lowers[start - 1] not in _JOINING:
        return verb
    if _is_degree(reading, start, context):
        before = [r for r in words.readings if r.outer_last < start]
        return under[before[-1].first] if before else verb
    kind = reading.figure.kind
    alike = [r for r in words.readings if r.outer_last < start and r.figure.kind is kind]
    end = _phrase_end(reading, context)
    follows = words.lowers[end : end + 1]
    if alike and verb < start and follows and follows[0] in _LINKING:
        return _as_before(alike[-1], follows[0], verb, under, context)
    told = any(verb < r.first for r in alike)
    left = 0 < verb < start and not told and _is_reduced(verb, context)
    return under[verb - 1] if left else verb


def _behind_names(reading: Reading, start: int, context: Context) -> int:
    """The verb of a bare number that names part from it: "two, Chad and Mali, voted no", or -1."""
    lowers, tags, at = context.words.lowers, context.words.tags, reading.outer_last
    if lowers[at : at + 1] != (",",) or start < 1 or lowers[start - 1] not in _JOINING:
        return -1
    end = at + 1
    while end < len(tags) and tags[end] in ("PROPN", "CCONJ", "DET"):
        end += 1
    named = end > at + 1 and "PROPN" in tags[at:end] and lowers[end : end + 1] == (",",)
    return next((g.verb for g in context.groups if named and g.first == end + 1), -1)


def _is_degree(reading: Reading, start: int, context: Context) -> bool:
    """Whether a figure closes a sentence with an adverb alone: "…, two seriously"."""
    tags, after = context.words.tags, reading.outer_last
    alone = reading.figure.kind is Kind.COUNT and start == reading.outer_first
    closes = tags[after : after + 2] in (("ADV", "PUNCT"), ("ADV",))
    return alone and closes and context.words.lowers[after].endswith("ly")


def _compared(reading: Reading, start: int, context: Context) -> Reading | None:
    """The figure that another one is held against, in an aside of its own.

    "…, 2,500 short of the target", "…, 59% less than a year ago", "…, against 148 last summer".
    """
    lowers = context.words.lowers
    paired = lowers[max(0, start - 2) : start] in _COMPARED
    opens = start - 3 if paired else start - 1 - (start > 1 and lowers[start - 1] in _AGAINST)
    if opens < 1 or lowers[opens] != ",":
        return None
    after = lowers[reading.last : reading.outer_last + 1]
    if opens == start - 1 and _COMPARING.isdisjoint(after):
        return None
    before = [r for r in context.words.readings if r.outer_last <= opens]
    alike = [r for r in before if r.figure.kind is reading.figure.kind]
    alike = alike or [r for r in before if r.figure.kind is Kind.COUNT]
    before = [r for r in before if r.figure.kind not in _WHEN]
    told = (alike or before) if opens < start - 1 else before
    return told[-1] if told else None


def _whole_start(start: int, context: Context) -> int:
    """Where the phrase begins that a figure ends with "of": "a lump sum of €600"."""
    tags, lowers = context.words.tags, context.words.lowers
    if start < 2 or lowers[start - 1] != "of":
        return start
    at = start - 1
    while at and (tags[at - 1] in _INSIDE or tags[at - 1] == "NOUN"):
        at -= 1
    return at


def _as_before(other: Reading, link: str, verb: int, under: Sequence[int], context: Context) -> int:
    """The verb of a figure whose phrase goes on as an earlier one does, or its subject's.

    "94% of those who got two doses but 57% of those who …", "58% admitted to speeding and 9% to
    …".
    """
    lowers = context.words.lowers
    same = under[other.first]
    if same < other.first:
        end = _phrase_end(other, context)
        return same if lowers[end : end + 1] == (link,) else verb
    return same if link in lowers[same + 1 : same + 3] else verb


def _is_reduced(verb: int, context: Context) -> bool:
    """Whether a verb is a bare participle behind its noun: "4% backdated to April"."""
    tags, lowers = context.words.tags, context.words.lowers
    bare = tags[verb - 1] in ("NOUN", "NUM", "SYM") and lowers[verb] != context.words.lemmas[verb]
    return bare and not lowers[verb].endswith("s")


def _put_first(verb: int, context: Context) -> int:
    """The participle that an inverted clause opens with: "Stolen from the chapel were two cups".

    In "Among those rescued were 86 schoolchildren" it stands within the phrase that does.
    """
    words = context.words
    if words.lemmas[verb] != "be" or words.tags[verb] != "AUX":
        return verb
    at = verb - 1
    if words.lowers[max(0, at - 2) : at] in _AMONG:
        return at  # "Among those rescued were 86 schoolchildren"
    while at >= 0 and words.tags[at] in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "ADV", "NUM"):
        at -= 1
    fronted = at >= 0 and words.tags[at] == "VERB" and words.lowers[at] != words.lemmas[at]
    opens = at == 0 or (at > 0 and words.tags[at - 1] in ("PUNCT", "CCONJ", "ADV"))
    return at if fronted and opens and not words.lowers[at].endswith("s") else verb


def _phrase_start(reading: Reading, context: Context) -> int:
    """Where the noun phrase of a figure begins: "the" of "the 91 patients"."""
    tags, lowers = context.words.tags, context.words.lowers
    at = reading.outer_first
    while at and not context.words.numbers[at - 1]:
        if tags[at - 1] not in _INSIDE and lowers[at - 1] not in _OWNERS:
            break
        at -= 1
    if reading.figure.kind is Kind.AGE and at == reading.outer_first:
        at -= at > 0 and context.words.numbers[at - 1]  # "two 15-year-old boys"
    return at


def _phrase_end(reading: Reading, context: Context) -> int:
    """Behind the head noun of the phrase that a figure opens."""
    tags, lowers = context.words.tags, context.words.lowers
    at = reading.outer_last
    while at < len(tags) and (tags[at] in _HEADS or lowers[at] == "-"):
        at += 1
    if reading.figure.kind is Kind.MEASURE and lowers[at : at + 1] == ("of",):
        at += 1  # "the 11,000 tonnes of fuel spilled"
        while at < len(tags) and tags[at] in _HEADS:
            at += 1
    return at


def _deed(start: int, reading: Reading, context: Context) -> int:
    """The noun of an event whose object a figure's phrase is: "the closure of three schools"."""
    words, cue = context.words, cues()
    if start < 2:
        return -1
    preposition, noun = words.lowers[start - 1], start - 2
    if words.tags[noun] not in ("NOUN", "VERB", "PROPN") or not words.texts[noun][1:].islower():
        return -1
    name = words.lemmas[noun]
    unit = reading.figure.unit
    if name in cue.governing_sums and unit is not None and unit.dimension.startswith("money"):
        return -1
    changes = name in cue.governing_changes
    if preposition == "of" and reading.figure.kind in _OF_CHANGE and changes:
        return noun
    if preposition == "from" and changes and words.tags[noun - 1] == "DET":
        return noun  # "a decline from 91 the week before"
    if preposition == "of" and name in cue.governing_deeds:
        return noun
    if preposition == "between" and name in cue.governing_mutual:
        return noun
    return noun if preposition in _AIMING and name in cue.governing_aimed else -1


def _shared_deed(start: int, reading: Reading, context: Context) -> int:
    """The deed of a figure that "and" joins to this: "a clash between 40 fans and 60 officers"."""
    if start < 1 or context.words.lowers[start - 1] != "and":
        return -1
    before = [r for r in context.words.readings if r.outer_last < start]
    other = before[-1] if before else reading
    if other.figure.kind is not reading.figure.kind or _phrase_end(other, context) != start - 1:
        return -1
    return _deed(_phrase_start(other, context), other, context)


def _own_verb(reading: Reading, start: int, end: int, context: Context) -> int:
    """The verb of the clause that restricts a base: "of the 91 patients given the tablet", or -1.

    A restricted phrase that is itself the subject or object of a verb stands under that verb.
    """
    words = context.words
    before = words.lowers[start - 1] if start else ""
    object_of = bool(start) and words.tags[start - 1] in ("VERB", "ADP")
    definite = words.lowers[start] in _DEFINITE and object_of
    if before not in _BASES and not definite:
        return -1
    at = end
    while at < len(words.tags) and words.tags[at] == "ADV":
        at += 1
    sized = reading.figure.kind is Kind.MEASURE and words.lowers[start] not in _DEFINITE
    if sized and before == "of":
        return -1  # "a spill of 9 barrels that tainted the creek"
    having = words.lowers[at : at + 2] == ("to", "have")  # "the 31 teams to have won"
    if having or (words.lowers[at : at + 1] and words.lowers[at] in _RELATIVES):
        return _relative_verb(at, context)
    if words.lowers[at + 1 : at + 2] == ("that",):
        return -1  # "drivers who paid for 52 spaces found that 30 existed"
    if before not in _BASES and words.tags[start - 1] == "VERB":
        return -1
    for group in context.groups:
        if group.first == at and words.lowers[at] != "aged":
            form = words.lowers[at]
            changed = form != words.lemmas[at] or form in cues().verbs_unchanged
            participle = words.tags[at] == "VERB" and changed
            return at if participle and not form.endswith("s") else -1
    return -1


def _relative_verb(at: int, context: Context) -> int:
    """The verb of a relative clause, which may have a subject: "the $4,000 that he had claimed"."""
    reach = at + 1 if context.words.lowers[at] != "that" else at + _SUBJECT_REACH
    return next((g.verb for g in context.groups if at < g.first <= reach), -1)


def _change(reading: Reading, end: int, verb: int, context: Context) -> int:
    """The rise or fall that a figure stands before ("an 11% jump"), or -1."""
    words, cue = context.words, cues()
    head = end - 1
    if head <= reading.last - 1 or words.tags[head] != "NOUN":
        return -1
    name = words.lemmas[head]
    if reading.figure.kind in _OF_CHANGE and name in cue.governing_changes:
        return head
    empty = words.lemmas[verb] in cue.governing_empty_verbs
    return head if empty and name in cue.governing_deeds else -1


def _predicate(verb: int, context: Context) -> tuple[int, int]:
    """A verb with what makes one predicate with it: "went up", "were injured", "is still free"."""
    tags, end = context.words.tags, verb + 1
    if is_particle(end, verb, context):
        return verb, end + 1
    if context.words.lemmas[verb] == "be":
        at = end
        while at < len(tags) and tags[at] == "ADV":
            at += 1
        closes = at + 1 >= len(tags) or tags[at + 1] not in ("NOUN", "PROPN", "ADJ", "NUM")
        if at < len(tags) and tags[at] == "ADJ" and closes:
            return verb, at + 1
    return verb, end
