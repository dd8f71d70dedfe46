"""Rise and fall: whether an amount is how much something changed, or the level it reached."""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.figures.amounts import SHARES, read_amount
from factcheck.figures.number import exact
from factcheck.figures.scan import Amount, Scan

_REACH: Final = 14  # tokens that a verb may stand before "by", "to" or "from"
_STOPS: Final = frozenset(".;?!:")
_NOUN_REACH: Final = 6  # tokens of "an increase in sales of"
_VERB_REACH: Final = 4  # tokens of "written as much as"
_REFERENCE_REACH: Final = 6  # tokens of "the long-term average" and of "sea level rise"
_TEMPERATURES: Final = frozenset({"temperature", "degree"})
# Behind the points of an index, and hardly of a game or a licence: "shed 412 points to end at".
_OF_INDEX: Final = frozenset({"to", ",", "or"})
_LINKS: Final = frozenset({"in", "for", "on", "to", "at", "among"})
_REACHED: Final = frozenset({
    "high", "low", "peak", "record", "trough", "maximum", "minimum", "level", "total", "figure",
})  # fmt: skip
_SIZES: Final = frozenset({"deep", "high", "long", "wide", "tall", "thick"})
_BE: Final = frozenset(["is", "was", "were", "are", "be", "been", "being", "'s"])
# Behind a verb of change these lead to the level that was passed.
_PAST: Final = frozenset({"below", "above", "past", "beyond", "beneath"})
_BESIDE: Final = {"above": 1, "below": -1}  # "20% above the minimum wage"


class Change(NamedTuple):
    """How an amount takes part in a change.

    Attributes:
        by: whether it is the amount of the change; else it is a level, or nothing is said.
        direction: +1 up, -1 down, 0 unknown.
        rule: what read it, "" where no change is spoken of.
    """

    by: bool
    direction: int
    rule: str


NONE: Final = Change(False, 0, "")


def change_of(scan: Scan, amount: Amount, first: int, last: int) -> Change:
    """The part that an amount plays in a change.

    Args:
        scan: the text.
        amount: the amount.
        first: its first token, hedges included.
        last: the token after it, with unit words and hedges.
    """
    at = _before_fillers(scan, first)
    word = scan.lower(at)
    passed = scan.lower(amount.first - 1)
    if first < amount.first and (passed in _PAST or passed == "under"):
        direction = mover(scan, first)[1]  # "slid below $1.20": a level
        if passed != "under" or direction < 0:  # "rose under 2%" tells how far
            return Change(False, direction, "level-past" if direction else "")
    if word in {"by", "to", "from"}:
        found = _after_preposition(scan, amount, at, word)
        if found is not None:
            return found
    elif word == "of":
        reached = _reached(scan, at)
        if reached >= 0:
            return Change(False, mover(scan, reached)[1], "level-to")
        direction = _noun_before(scan, at)
        if direction:
            return Change(True, direction, "change-of")
    else:
        found = _after_verb(scan, amount, at, last)
        if found is not None:
            return found
    return _from_behind(scan, amount, last)


def _before_fillers(scan: Scan, first: int) -> int:
    """The token before `first`, past "another", "a further" and their like."""
    at = first - 1
    between, articled = scan.words["hedge_between"], scan.words["hedge_articled"]
    if scan.lower(at) in articled and scan.lower(at - 1) in {"a", "an"}:
        return at - 2
    return at - 1 if scan.lower(at) in between else at


def _after_preposition(scan: Scan, amount: Amount, at: int, word: str) -> Change | None:
    manner, direction = mover(scan, at)
    if not manner:
        return None
    if word != "by":
        return Change(False, direction, f"level-{word}")
    if manner in {"losing", "moving"}:
        return None
    counted = amount.unit is None and not amount.number.fraction and scan.counts(amount.end)
    if manner in {"motion", "strict"} and scan.lower(at - 2) in _BE and counted:
        return None  # "was climbed by 17 teams"
    if (counted or scan.lower(amount.end) == "of") and _is_phrasal(scan, at):
        return None  # "was held up by 12 tractors", "was cut off by 60 cm of snow"
    if manner == "causing" and direction > 0 and amount.unit is None and not amount.number.fraction:
        return None  # "raised by 12 teachers"
    return Change(True, direction, "change-by")


def _is_phrasal(scan: Scan, at: int) -> bool:
    """Whether the word before "by" makes another verb of the one before it, of no change."""
    particle, verb = scan.lower(at - 1), at - 2
    if scan.tag(verb) != "VERB" or particle not in scan.words["change_adverbs"]:
        return False
    return particle == "off" or scan.lower(verb) not in scan.words["change_verbs"]


def mover(scan: Scan, at: int) -> tuple[str, int]:
    """The manner and direction of the nearest word of change before token `at`.

    Args:
        scan: the text.
        at: the token behind it, or a later one.

    Returns:
        "" and 0 where no such word stands there.
    """
    words = scan.words
    for k in range(at - 1, max(-1, at - 1 - _REACH), -1):
        lower = scan.lower(k)
        if lower in _STOPS:
            break
        verb = words["change_verbs"].get(lower)
        if verb is not None and scan.tag(k) not in {"ADP", "PROPN"}:
            direction, manner = verb
            if manner == "moving":
                return manner, words["change_adverbs"].get(scan.lower(k + 1), 0)
            return manner, direction
        if lower in words["change_nouns"] and scan.tag(k) == "NOUN":
            return "motion", words["change_nouns"][lower]
        if lower in words["factor_verbs"]:
            return "motion", 1 if exact(words["factor_verbs"][lower]) > 1 else -1
        if lower in words["change_adverbs"] and lower != "off" and not _beats(scan, k):
            return "motion", words["change_adverbs"][lower]
    return "", 0


def _beats(scan: Scan, k: int) -> bool:
    """Whether "down" is what one side does to another: "Kent down Surrey by 5 wickets"."""
    return scan.tag(k + 1) == "PROPN" and scan.lower(k + 1) not in scan.words["date_words"]


def _reached(scan: Scan, at: int) -> int:
    """The "to" of "rise to a record high of 54,000", whose "of" stands at a token, or -1."""
    if scan.lower(at - 1) not in _REACHED:
        return -1
    behind = range(at - 2, max(0, at - 1 - _NOUN_REACH), -1)
    to = next((k for k in behind if scan.lower(k) == "to"), -1)
    return to if to > 0 and mover(scan, to)[0] in {"motion", "strict"} else -1


def _noun_before(scan: Scan, at: int) -> int:
    """Direction of the change noun that "of" at token `at` belongs to, 0 where there is none."""
    nouns = scan.words["change_nouns"]
    word = scan.lower(at - 1)
    if word in nouns:
        return int(nouns[word])
    if nouns.keys().isdisjoint(scan.tokens.lowers[max(0, at - _NOUN_REACH) : max(0, at - 1)]):
        return 0
    for k in range(at - 2, max(-1, at - 1 - _NOUN_REACH), -1):
        if scan.lower(k) in nouns and scan.lower(k + 1) in _LINKS:
            return int(nouns[scan.lower(k)])
        if scan.tag(k) in {"VERB", "AUX", "PUNCT"}:
            break
    return 0


def _after_verb(scan: Scan, amount: Amount, at: int, last: int) -> Change | None:
    """ "Rose 5%", "was up 3 percent", "gained 2 points"."""
    words = scan.words
    k = at - 1 if scan.lower(at).endswith("ly") and scan.tag(at) == "ADV" else at
    word = scan.lower(k)
    verb = words["change_verbs"].get(word)
    if verb is not None and scan.tag(k) not in {"NOUN", "PROPN", "ADJ"}:
        direction, manner = verb
        moved = manner != "moving" and _is_moved(scan, amount, last, manner)
        return Change(True, direction, "change-verb") if moved else None
    direction = words["change_adverbs"].get(word, 0)
    if not direction or scan.lower(k - 1) in words["phrasal_verbs"]:
        return None
    amounts = _is_relative(amount) or _is_money(amount)
    if amounts or scan.lower(k - 1) in _BE or scan.text(k - 1) in {",", "(", "—", "–"}:
        return Change(True, direction, "change-adverb")
    return None


def _is_moved(scan: Scan, amount: Amount, last: int, manner: str) -> bool:
    """Whether an amount behind a verb of change is how far something went, and no object."""
    if _of_level(scan, amount, last):
        return True
    if _is_relative(amount):
        return scan.lower(last) != "of"
    bare = manner in {"motion", "strict"}
    if bare and _is_object(scan, amount, last):
        return False
    if (bare and _is_money(amount)) or _level_behind(scan, amount, last, bare=manner == "motion"):
        return True
    points = scan.lower(last) in scan.words["points"]
    if points and scan.lower(last + 1) in _OF_INDEX and amount.unit is None:
        return True
    counts = scan.counts(last) and not points
    return manner == "strict" and (amount.unit is not None or not counts)


def _of_level(scan: Scan, amount: Amount, last: int) -> bool:
    """Whether the level of something follows: "lost 300 metres of height", "14% of its value"."""
    if amount.unit is None and not amount.number.fraction:
        return False
    if scan.lower(last) not in {"of", "in"}:
        return False
    for k in range(last + 1, last + _REFERENCE_REACH):
        if scan.lower(k) in scan.words["levels"]:
            return True
        if scan.tag(k) not in {"DET", "PRON", "ADJ", "NOUN", "PROPN", "PART"}:
            break
    return False


def _is_object(scan: Scan, amount: Amount, last: int) -> bool:
    """Whether the verb is done to what the amount measures.

    "Sinks $40m into a mine", "drops its €16bn hostile bid", "dropped 16 tonnes of rice".
    """
    if amount.unit is None or _is_relative(amount):
        return False
    if not _is_money(amount):
        return scan.lower(last) == "of"
    end = last
    while scan.tag(end) == "ADJ" or scan.text(end) in {"-", "‑"}:
        end += 1
    noun = scan.tag(end) == "NOUN" and scan.lower(end) not in scan.words["date_words"]
    return noun or scan.lower(last) == "into"


def _level_behind(scan: Scan, amount: Amount, last: int, *, bare: bool) -> bool:
    """Whether a level of the same sort follows: "gained 12 cents to $4.10", "grew 12 to 340"."""
    if scan.lower(last) != "to" or last + 1 >= len(scan.tokens):
        return False
    level = read_amount(scan, last + 1)
    if level is None:
        return False
    return (_is_money(amount) and _is_money(level)) or (bare and amount.unit is level.unit is None)


def _is_relative(amount: Amount) -> bool:
    """Whether the amount is a share or a number of points, which verbs of change measure."""
    if amount.unit is None:
        return amount.number.fraction
    return amount.unit.dimension in SHARES


def _from_behind(scan: Scan, amount: Amount, last: int) -> Change:
    """ "5% higher", "a 5% pay rise", "20 crowns taken off", "5% up on last year"."""
    words = scan.words
    word = scan.lower(last)
    relative = _is_relative(amount)
    direction = words["comparatives"].get(word, 0)
    if relative and word in _BESIDE and scan.tag(last + 1) in {"DET", "PRON"}:
        return Change(True, _BESIDE[word], "change-comparative")
    than = "than" in {scan.lower(last + 1), scan.lower(last + 2)}
    degrees = amount.unit is not None and amount.unit.dimension in _TEMPERATURES
    if direction and (than or ((relative or degrees) and scan.lower(last + 1) != "of")):
        return Change(True, direction, "change-comparative")
    quake = amount.unit is not None and amount.unit.dimension == "magnitude"  # "struck off Java"
    if word in words["off_verbs"] and scan.lower(last + 1) == "off" and not quake:
        return Change(True, -1, "change-taken-off")
    if amount.unit is None and not relative:
        return NONE
    aside = _from_reference(scan, last) or _of_noun(scan, amount, last)
    if aside:
        return Change(True, aside, "change-from-reference")
    if word in words["change_adverbs"] and scan.lower(last + 1) not in {"to", "by"}:
        if not (relative or (word == "off" and _is_money(amount))) or _is_written_off(
            scan, amount, last
        ):
            return NONE
        return Change(True, words["change_adverbs"][word], "change-adverb")
    return compound_noun(scan, last)


def _is_written_off(scan: Scan, amount: Amount, last: int) -> bool:
    """Whether the "off" behind a sum is a verb's: "wrote €40 million off its loans"."""
    before = {scan.lower(k) for k in range(amount.first - _VERB_REACH, amount.first)}
    return scan.lower(last) == "off" and not before.isdisjoint(scan.words["off_phrasal"])


def _from_reference(scan: Scan, last: int) -> int:
    """Direction of "1.5 °C above pre-industrial levels", "20% below the average"; 0 elsewhere."""
    direction = int(scan.words["reference_sides"].get(scan.lower(last), 0))
    if not direction:
        return 0
    for k in range(last + 1, last + _REFERENCE_REACH):
        if scan.lower(k) in scan.words["references"]:
            return direction
        joined = scan.hyphened(k)  # "the long-term average"
        if scan.tag(k) not in {"DET", "ADJ", "NOUN", "PRON", "PROPN", "PART"} and not joined:
            break
    return 0


def _of_noun(scan: Scan, amount: Amount, last: int) -> int:
    """Direction of "1.5 °C of warming" and "three metres of sea level rise"; 0 elsewhere."""
    if scan.lower(last) != "of" or _is_relative(amount) or _is_money(amount):
        return 0
    reach = scan.tokens.lowers[last : last + _REFERENCE_REACH]
    if scan.words["change_nouns"].keys().isdisjoint(reach):
        return 0
    end = last + 1
    while scan.tag(end) in {"NOUN", "ADJ"} and end < last + _REFERENCE_REACH:
        end += 1
    return int(scan.words["change_nouns"].get(scan.lower(end - 1), 0))


def _is_money(amount: Amount) -> bool:
    return amount.unit is not None and amount.unit.dimension.startswith("money")


def compound_noun(scan: Scan, last: int) -> Change:
    """ "A 5% rise", "a 20-point drop", "the 3 percent annual pay increase".

    Args:
        scan: the text.
        last: the token behind the amount.
    """
    nouns = scan.words["change_nouns"]
    if nouns.keys().isdisjoint(scan.tokens.lowers[last : last + 4]) or scan.lower(last) in _SIZES:
        return NONE  # "snow 70 cm deep cut off the village"
    for k in range(last, last + 4):
        lower = scan.lower(k)
        if lower in nouns and scan.tag(k) in {"NOUN", "VERB", "PROPN", "ADJ"}:
            return Change(True, int(nouns[lower]), "change-noun")
        verb = k == last and scan.tag(k) == "VERB"  # "pay" of "a 5% pay rise"
        if not verb and scan.tag(k) not in {"ADJ", "NOUN"} and scan.text(k) not in {"-", "‑"}:
            break
    return NONE


def is_lead(scan: Scan, amount: Amount) -> bool:
    """Whether a number of points is how far somebody is ahead, and no change."""
    leads = scan.words["lead_words"]
    around = (*range(amount.first - 6, amount.first), *range(amount.end, amount.end + 4))
    return any(scan.lower(k) in leads for k in around)
