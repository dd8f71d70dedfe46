"""Rise and fall: whether an amount is how much something changed, or the level it reached."""

from __future__ import annotations

from typing import Final, NamedTuple

from factcheck.figures.amounts import SHARES, read_amount
from factcheck.figures.factors import factor
from factcheck.figures.hedges import hedging
from factcheck.figures.number import exact
from factcheck.figures.scan import Amount, Draft, Scan

_REACH: Final = 14  # tokens that a verb may stand before "by", "to" or "from"
_STOPS: Final = frozenset(".;?!:")
_NOUN_REACH: Final = 6  # tokens of "an increase in sales of"
_REFERENCE_REACH: Final = 6  # tokens of "the long-term average" and of "sea level rise"
_TEMPERATURES: Final = frozenset({"temperature", "degree"})
_WITNESS_REACH: Final = 8  # tokens that "saw" may stand before "double"
# Behind the points of an index, and hardly of a game or a licence: "shed 412 points to end at".
_OF_INDEX: Final = frozenset({"to", ",", "or"})
_LINKS: Final = frozenset({"in", "for", "on", "to", "at", "among"})
_BE: Final = frozenset(["is", "was", "were", "are", "be", "been", "being", "'s"])
_PHRASAL: Final = frozenset({"down", "back", "over", "up", "bass", "standard", "agent"})


_SENTENCE: Final = 25  # tokens on either side of a headline's only verb, at most
_FACTOR_REACH: Final = 6  # tokens of "factor of" and the hedge behind it
# Behind a verb of change these lead to the level that was passed.
_PAST: Final = frozenset({"below", "above", "past", "beyond", "beneath"})
_BESIDE: Final = {"above": 1, "below": -1}  # "20% above the minimum wage"
_POSSESSIVES: Final = frozenset({"its", "their", "his", "her", "our", "my", "your", "that"})
_ARTICLED: Final = frozenset({"a", "the", "another", "some"})


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
        direction = _mover(scan, first)[1]  # "slid below $1.20": a level
        if passed != "under" or direction < 0:  # "rose under 2%" tells how far
            return Change(False, direction, "level-past" if direction else "")
    if word in {"by", "to", "from"}:
        found = _after_preposition(scan, amount, at, word)
        if found is not None:
            return found
    elif word == "of":
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
    manner, direction = _mover(scan, at)
    if not manner:
        return None
    if word != "by":
        return Change(False, direction, f"level-{word}")
    if manner in {"losing", "moving"}:
        return None
    counted = amount.unit is None and not amount.number.fraction and scan.counts(amount.end)
    if manner in {"motion", "strict"} and scan.lower(at - 2) in _BE and counted:
        return None  # "was climbed by 17 teams"
    if manner == "causing" and direction > 0 and amount.unit is None and not amount.number.fraction:
        return None  # "raised by 12 teachers"
    return Change(True, direction, "change-by")


def _mover(scan: Scan, at: int) -> tuple[str, int]:
    """The manner and direction of the nearest word of change before token `at`."""
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
        if lower in words["change_adverbs"] and lower != "off":
            return "motion", words["change_adverbs"][lower]
    return "", 0


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
    relative = _is_relative(amount)
    money = amount.unit is not None and amount.unit.dimension.startswith("money")
    verb = words["change_verbs"].get(word)
    if verb is not None and scan.tag(k) not in {"NOUN", "PROPN", "ADJ"}:
        direction, manner = verb
        if relative and manner != "moving":
            return Change(True, direction, "change-verb") if scan.lower(last) != "of" else None
        if manner in {"motion", "strict"} and money and scan.lower(last) != "into":
            return Change(True, direction, "change-verb")  # but "sinks $40m into a mine"
        if manner != "moving" and _level_behind(scan, amount, last, bare=manner == "motion"):
            return Change(True, direction, "change-verb")
        points = scan.lower(last) in words["points"] and scan.lower(last + 1) in _OF_INDEX
        if points and manner != "moving" and amount.unit is None:
            return Change(True, direction, "change-verb")
        points = scan.lower(last) in words["points"]
        if manner == "strict" and (amount.unit is not None or points or not scan.counts(last)):
            return Change(True, direction, "change-verb")
        return None
    direction = words["change_adverbs"].get(word, 0)
    if not direction or scan.lower(k - 1) in words["phrasal_verbs"]:
        return None
    if relative or money or scan.lower(k - 1) in _BE or scan.text(k - 1) in {",", "(", "—", "–"}:
        return Change(True, direction, "change-adverb")
    return None


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
    if word in words["off_verbs"] and scan.lower(last + 1) == "off":
        return Change(True, -1, "change-taken-off")
    if amount.unit is None and not relative:
        return NONE
    aside = _from_reference(scan, last) or _of_noun(scan, amount, last)
    if aside:
        return Change(True, aside, "change-from-reference")
    if word in words["change_adverbs"] and scan.lower(last + 1) not in {"to", "by"}:
        if not (relative or (word == "off" and _is_money(amount))):
            return NONE
        return Change(True, words["change_adverbs"][word], "change-adverb")
    return _compound_noun(scan, last)


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


def _compound_noun(scan: Scan, last: int) -> Change:
    """ "A 5% rise", "a 20-point drop", "the 3 percent annual pay increase"."""
    nouns = scan.words["change_nouns"]
    if nouns.keys().isdisjoint(scan.tokens.lowers[last : last + 4]):
        return NONE
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


# ---------------------------------------------------------------- factors
def read_factor(scan: Scan, i: int) -> Draft | None:
    """ "Doubled", "twice as many", "tenfold" at token `i`; "twice" alone is an occasion."""
    words, lower = scan.words, scan.lower(i)
    verb = words["factor_verbs"].get(lower)
    if verb is not None:
        if not _factor_verb(scan, i, lower):
            return None
        direction = 1 if exact(verb) > 1 else -1
        if lower in words["factor_adjectives"] and not _is_done(scan, i):
            direction = 0  # "double the average" is a size, "will double the number" a rise
        return factor(scan, i, i + 1, exact(verb), direction, f"factor:{lower}")
    fold = words["folds"].get(lower)
    if fold is not None:
        return factor(scan, i, i + 1, exact(fold), fold_direction(scan, i, i + 1), "factor-fold")
    adverb = words["factor_adverbs"].get(lower)
    if adverb is None or scan.hyphened(i + 1) or not compares(scan, i + 1):
        return None
    return factor(scan, i, i + 1, exact(adverb), 0, f"factor:{lower}")


def _factor_verb(scan: Scan, i: int, lower: str) -> bool:
    """Whether a word like "double" multiplies here: no room, no bed, no "doubled down"."""
    follows = scan.lower(i + 1)
    if scan.hyphened(i + 1) or scan.hyphened(i - 1) or follows in _PHRASAL:
        return False
    if follows == "as" and lower.startswith("doubl") and not _is_clause(scan, i + 2):
        return False  # "the school doubled as a shelter"
    if lower in scan.words["factor_adjectives"]:
        return compares(scan, i + 1) or (_is_done(scan, i) and not scan.noun(i + 1))
    if lower.endswith("s") and scan.tag(i) == "NOUN":
        return _is_only_verb(scan, i)
    return scan.tag(i) != "PROPN"


def _is_only_verb(scan: Scan, i: int) -> bool:
    """Whether a headline has no other verb: "Perch catch halves", "Sales to Canada double"."""
    last = scan.tag(i + 1) in {"", "PUNCT", "ADP", "ADV", "SCONJ"}
    if i == 0 or not last or scan.tag(i - 1) not in {"NOUN", "PROPN"}:
        return False
    before, behind = range(max(0, i - _SENTENCE), i), range(i + 1, i + _SENTENCE)
    # a base form needs a plural subject: "her body double" tells nothing
    agrees = scan.lower(i).endswith("s") or any(scan.plural(k) for k in before)
    return agrees and not any(scan.tag(k) in {"VERB", "AUX"} for k in (*before, *behind))


def _is_clause(scan: Scan, at: int) -> bool:
    """Whether a verb follows before the next stop: "doubled as fuel prices rose"."""
    for k in range(at, at + _REACH):
        if scan.tag(k) in {"VERB", "AUX"}:
            return True
        if scan.tag(k) in {"PUNCT", ""}:
            return False
    return False


def _is_done(scan: Scan, i: int) -> bool:
    """Whether a word like "double" at token `i` is a verb: "will double", "saw cases double"."""
    helped = scan.tag(i - 1) in {"AUX", "PART"} or scan.lower(i - 1) == "to"
    # "has double the number" and an opening "double the number" tell of no deed
    told = scan.tag(i) == "VERB" and i > 0 and scan.tag(i - 1) != "VERB"
    return helped or told or _is_witnessed(scan, i) or _is_only_verb(scan, i)


def _is_witnessed(scan: Scan, i: int) -> bool:
    """Whether somebody saw or made something multiply: "saw reported cases double in 2024"."""
    lowers, first = scan.tokens.lowers, max(0, i - _WITNESS_REACH)
    seen = any(lower in scan.words["factor_witnesses"] for lower in lowers[first : max(0, i - 1)])
    ends = i + 1 >= len(lowers) or lowers[i + 1] in scan.words["factor_ends"]
    return seen and ends and scan.tag(i - 1) not in {"DET", "ADJ", "ADP", "NUM"}


def compares(scan: Scan, end: int) -> bool:
    """Whether a factor that ends before token `end` is compared with something."""
    words, follows = scan.words, scan.lower(end)
    if follows == "as":
        return scan.lower(end + 1) not in {"a", "an", "the"}
    if follows == "again":
        return scan.lower(end + 1) == "as"
    if follows in words["factor_references"]:
        return True
    if follows in words["comparatives"]:
        return True
    if follows in _POSSESSIVES and scan.lower(end - 1) == "times":
        return True  # "three times its sales"
    if follows in words["factor_yardsticks"] and scan.lower(end - 1) == "times":
        return True  # "trades at 14 times earnings"
    if follows in {"last", "this"} and scan.lower(end + 2) == "'s":
        return True  # "three times last year's figure"
    if follows in {"a", "an"} and scan.lower(end + 1) in words["factor_the"]:
        return False  # "won by half a length"
    dose = follows == "the" and scan.lower(end - 1) == "times"  # "ten times the proper dose"
    dose = dose and _ends_phrase(scan, end + 1)
    if not dose and words["factor_the"].isdisjoint(scan.tokens.lowers[end + 1 : end + 4]):
        return False
    return follows in _POSSESSIVES or scan.tag(end) in {"DET", "PRON"}


def _ends_phrase(scan: Scan, at: int) -> bool:
    """Whether what a token opens is a noun phrase without a verb: not "ten times the crew came"."""
    end = at
    while scan.tag(end) in {"ADJ", "NOUN"} or (scan.tag(end) == "VERB" and end == at):
        end += 1
    return end > at and scan.noun(end - 1) and scan.tag(end) in {"PUNCT", "ADP", "CCONJ", ""}


def fold_direction(scan: Scan, first: int, end: int) -> int:
    """Direction of "a 10-fold increase" and "fell tenfold"."""
    return _compound_noun(scan, end).direction or _mover(scan, first)[1]


def factor_of(scan: Scan, amount: Amount) -> Draft | None:
    """ "Rose by a factor of four", "multiplied by four"; "risk factor of four" is a label."""
    i, value = amount.first, amount.value
    if value is None or value.numerator <= 0:
        return None
    if scan.lower(i - 1) == "by" and scan.lower(i - 2) in scan.words["factor_by"]:
        up = scan.words["factor_by"][scan.lower(i - 2)]
        return factor(scan, i, amount.last, value, up, *amount.rules, "factor-by")
    if "factor" not in scan.tokens.lowers[max(0, i - _FACTOR_REACH) : i]:
        return None
    at = hedging(scan, amount).first - 2
    if scan.tokens.lowers[at : at + 2] != ("factor", "of") or scan.lower(at - 1) not in _ARTICLED:
        return None
    direction = _mover(scan, at - 1)[1]
    return factor(scan, i, amount.last, value, direction, *amount.rules, "factor-of")
