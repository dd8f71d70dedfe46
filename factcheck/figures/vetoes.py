"""Numbers that are no figures: parts of names, labels, addresses and set phrases.

`masked` finds the tokens of web addresses and the like once for a text; `veto` looks at one
place before anything is read there; `names` judges a bare number after it was read.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from factcheck.figures.codes import COPULAS, TOLD, circle, code
from factcheck.figures.dates import match_date, match_time
from factcheck.figures.identifiers import identifier, international, numbered
from factcheck.figures.label_lists import listed_labels
from factcheck.figures.phrases import phrases_at
from factcheck.figures.scan import Amount, Scan
from factcheck.figures.wording import tables
from factcheck.text.lemma import lemma
from factcheck.text.tokens import Tokens
from factcheck.text.wordclass import NOUN, classes

_ONCE: Final = frozenset({"one day", "one night", "one morning", "one evening", "one afternoon"})
_LASTING: Final = frozenset({"for", "within", "after", "than", "just", "only", "every"})
_LONGEST_LABEL: Final = 10_000
_HIGHEST_LEVEL: Final = 12  # "was raised to level 4"; "hopes to stage 40" is a verb
_MODALS: Final = frozenset(
    {"can", "could", "will", "would", "may", "might", "must", "should", "to"}
)
_COUNTED_WORDS: Final = 8  # of the noun that a number counts, with what belongs to it
_BEFORE_MODELS: Final = frozenset({"the", "of", "all", "its", "their", "old", "new"})
_STOPS: Final = frozenset(".!?")
_POSTCODE: Final = 5  # digits; four of the smaller countries open a line
_ADDRESS_MARK: Final = re.compile(
    r"[@#\\_]|://|www\.|\.(?:com|org|co\.|net|gov|edu|int|eu/)|::|/(?:var|usr|home|etc)/"
)


def masked(tokens: Tokens) -> frozenset[int]:
    """Tokens inside web addresses, e-mail addresses, hashtags, handles and file paths."""
    if not len(tokens):
        return frozenset()
    source = tokens.source[tokens.starts[0] : tokens.ends[-1]]
    if _ADDRESS_MARK.search(source) is None:
        return frozenset()
    blocked: set[int] = set()
    first = 0
    for i in range(1, len(tokens) + 1):
        if i < len(tokens) and tokens.glued(i):
            continue
        if _is_address(tokens, first, i):
            blocked.update(range(first, i))
        first = i
    return frozenset(blocked)


def _is_address(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the glued run of tokens is one address or tag."""
    if last - first < 2:
        return False
    texts = tokens.texts[first:last]
    if "@" in texts or "_" in texts or "\\" in texts:
        return True
    head = 1 if texts[0] in "(\"'“" and len(texts) > 2 else 0
    if texts[head] == "#":
        return any(text[0].isalpha() for text in texts[head + 1 :])
    lowers = tokens.lowers[first:last]
    if texts[0] == "/" or any(pair == (":", ":") for pair in pairwise(texts)):
        return True  # "/var/log/1234", "2001:db8::1"
    if "www" in lowers or ("/" in texts and ":" in texts and lowers[head].isalpha()):
        return "www" in lowers or tokens.cut(first, last).find("://") > 0
    hosts = tables()["hosts"]
    return any(
        mark[-1] == "." and lowers[k + 1] in hosts and k > 0 for k, mark in enumerate(texts[:-1])
    )


def veto(scan: Scan, i: int) -> int:
    """The token after a phrase or name at `i` that holds no figure, or 0."""
    end = _phrase(scan, i)
    if end:
        return end
    first = scan.text(i)[:1]
    if first.isdecimal():
        if not may_be_named(scan, i):
            return 0
        return listed_labels(scan, i) or code(scan, i) or identifier(scan, i)
    if first == "+" and not scan.glued(i):
        return international(scan, i)
    if scan.lower(i) in scan.words["number_words"]:
        return numbered(scan, i)
    if scan.lower(i) in scan.words["small"]:
        end = listed_labels(scan, i) or circle(scan, i)
    return end or _capital_word(scan, i)


def may_be_named(scan: Scan, i: int) -> bool:
    """Whether the digits at token `i` can be part of a name or label, by their neighbours.

    Most stand between two words in small letters of which no rule of names knows anything.
    """
    text, before, behind = scan.text(i), scan.text(i - 1), scan.text(i + 1)
    if text[0] == "0" or text.count(".") > 1 or scan.glued(i):
        return True
    if before and not (before.islower() and before.isalpha() and before not in _naming_before()):
        return True
    if behind == "%" or not behind or (behind in _STOPS and not scan.text(i + 2)):
        return False
    ordinary = behind.islower() and behind.isalpha() and behind not in _naming_behind()
    return not ordinary or scan.glued(i + 1)


@cache
def _naming_before() -> frozenset[str]:
    """The words in small letters before digits by which one of the rules names something."""
    words = tables()
    listed = (words[name] for name in ("plural_labels", "dialling", "identifiers"))
    return TOLD.union(COPULAS, {"a", "the", "of", "to"}, *listed)


@cache
def _naming_behind() -> frozenset[str]:
    """The same behind digits."""
    return frozenset().union(*(tables()[name] for name in ("wavebands", "streets_leading")))


def _phrase(scan: Scan, i: int) -> int:
    for phrase, key in phrases_at(scan.words["veto_phrases"], scan.tokens.lowers, i):
        end = i + len(phrase)
        if key in scan.words["veto_unless_hedged"] and _hedged(scan, i):
            return 0
        if key in _ONCE and scan.lower(i - 1) in _LASTING:
            return 0  # "closed for one day"
        if key in scan.words["veto_unless_dated"] and _dated(scan, i):
            return 0
        return end
    return 0


def _dated(scan: Scan, i: int) -> bool:
    """Whether a date or a time of day begins at token `i`."""
    return match_date(scan.tokens, i) is not None or match_time(scan.tokens, i) is not None


def _hedged(scan: Scan, i: int) -> bool:
    """Whether a bound or "only" stands before token `i`."""
    before = scan.lower(i - 1)
    return before in {"only", "just"} or before in {"least", "than", "most", "exactly"}


def _capital_word(scan: Scan, i: int) -> int:
    """A capitalised number word inside a sentence is a name: "Formula One", "the Big Four"."""
    words = scan.words
    lower = scan.lower(i)
    if not scan.capital(i) or not (lower in words["small"] or lower in words["ordinals"]):
        return 0
    if scan.starts(i):
        return _family_name(scan, i)
    if scan.titled or scan.text(i).isupper():
        return 0
    return i + 1


def _family_name(scan: Scan, i: int) -> int:
    """ "Ten Cate, who was …" at the start of a sentence: a name in the singular and no count."""
    name = scan.lower(i + 1)
    follows = scan.text(i + 2)
    if scan.titled or scan.tag(i + 1) != "PROPN" or not scan.capital(i + 1):
        return 0
    if name.endswith(("s", "ese", "ish", "sh", "ch", "an", "li", "qi")) or not follows:
        return 0
    return i + 2 if follows in {",", "'s"} or scan.tag(i + 2) in {"AUX"} else 0


def names(scan: Scan, amount: Amount) -> bool:
    """Whether a number without a unit is part of the name or label before it."""
    i, number = amount.first, amount.number
    words = scan.words
    before = scan.lower(i - 1)
    if before[-1:] == "." and before[:-1] in words["labels"]:
        before = before[:-1]
    if opens_title(scan, amount) or _is_scale(scan, amount):
        return True
    if not before or amount.unit is not None or number.scale != 1 or amount.sign:
        return False
    if before in {"to", "for"} and scan.lower(i) in {"naught", "nought"}:
        return True  # "came to naught"
    if before == "." and scan.lower(i - 2) in words["labels"]:  # "Vol . 2" of cut-up text
        return number.plain and not scan.glued(i - 1)
    acts = not scan.capital(i - 1) and scan.lower(i - 2) in _MODALS  # "room to hang 60"
    if before in words["limits"] and not acts and number.value is not None and number.value <= 1000:
        return not (before in {"big", "final", "best"} and scan.plural(amount.end))
    if number.value is None or number.value >= _LONGEST_LABEL:
        return _postcode(scan, amount)
    small = number.plain or (not number.spelled and number.rules[:1] == ("decimal",))
    one_word = number.spelled and number.last == number.first + 1
    if not (small or one_word) or scan.tokens.ends[i - 1] == scan.tokens.starts[i]:
        return False
    label = before in words["labels"]
    if label and (before not in words["capital_labels"] or _is_own_label(scan, amount)):
        return _labelled(scan, amount, before)
    return _named(scan, amount, before)


def opens_title(scan: Scan, amount: Amount) -> bool:
    """Whether a number opens the title of a work: "127 Hours", "the show 20 Kids and Counting".

    What is counted is written small; a common noun with a capital behind a number is a name,
    but for the members of parties and faiths and for prizes, which have capitals anyway.
    """
    number = amount.number
    at = number.last
    word = scan.text(at)
    if not word.istitle() or number.scale != 1 or amount.sign or scan.titled or scan.glued(at):
        return False
    if not number.plain and not scan.capital(number.first):
        return False
    lower = word.lower()
    if lower in scan.words["capitals_counted"] or lower.endswith(("ans", "ese", "ish", "is")):
        return False
    if amount.unit is not None and amount.unit.dimension != "time":
        return False  # "100 Euros", "20 Celsius"
    dam = number.spelled and scan.starts(number.first)  # "Three Gorges Dam"
    return _is_common_noun(lower) and (dam or not scan.capital(at + 1))


def _is_scale(scan: Scan, amount: Amount) -> bool:
    """Whether a number only says how high a mark can be: "a rating out of 100"."""
    i = amount.first
    behind = scan.lower(i - 1) == "of" and scan.lower(i - 2) == "out"
    return behind and scan.lower(i - 3) in scan.words["rating_words"]


def _is_common_noun(word: str) -> bool:
    """Whether a plural in lower case is a noun of the dictionary."""
    single = lemma(word, "NOUN")
    return single != word and bool(classes(single) & NOUN)


def labelled(scan: Scan, amount: Amount) -> bool:
    """Whether a range numbers or names parts ("pages 10-15", "the 18-49 demographic")."""
    before = scan.lower(amount.first - 1).removesuffix(".")
    if amount.unit is None and scan.lower(amount.end) in scan.words["age_bands"]:
        return True  # "in the 18-49 demographic"
    if amount.unit is not None or before not in scan.words["labels"]:
        return False
    return before not in scan.words["capital_labels"] or scan.capital(amount.first - 1)


def _is_own_label(scan: Scan, amount: Amount) -> bool:
    """Whether a word that also counts or is counted labels here: "Season 2", "in season 2,"."""
    i = amount.first
    if scan.capital(i - 1):
        return True
    if scan.lower(i - 1) not in scan.words["bare_labels"] or scan.tag(i - 2) == "DET":
        return False
    return amount.number.plain and not scan.noun(amount.end) and scan.tag(amount.end) != "ADJ"


def _postcode(scan: Scan, amount: Amount) -> bool:
    """ "Springfield, IL 62704", "Beverly Hills 90210", "rue de Seine, 75006 Paris"."""
    state, number = scan.text(amount.first - 1), amount.number
    if not number.plain:
        return False
    if len(state) == 2 and state.isupper() and state != "US":
        return True
    if len(scan.text(number.first)) != _POSTCODE:
        return False
    if scan.tag(amount.end) == "PROPN":  # before a town
        ends = scan.tag(amount.end + 1) in {"PUNCT", ""}
        return ends and state in {",", "in", "at"} and not scan.lower(amount.end).endswith("ans")
    named = scan.tag(amount.first - 1) == "PROPN" and scan.tag(amount.first - 2) == "PROPN"
    return named and scan.tag(amount.end) in {"PUNCT", ""}


def _labelled(scan: Scan, amount: Amount, label: str) -> bool:
    """ "phase 3", "Article 5"; not "at this stage 300 people"."""
    if scan.lower(amount.first - 2) in {"this", "that", "each", "every", "one", "last", "next"}:
        return False
    modal, counted = scan.lower(amount.first - 2), scan.plural(amount.end)
    noun = scan.tag(amount.first - 1) == "NOUN" or (amount.number.value or 0) <= _HIGHEST_LEVEL
    raised = modal == "to" and noun and not counted
    infinitive = modal in _MODALS and not raised  # "can seat 450", "raised to level 4"
    finite = label.endswith("s") or (counted and scan.plural(amount.first - 2))
    if infinitive or (finite and scan.tag(amount.first - 1) == "VERB"):
        return False  # "the hall seats 450", "protesters block 34 roads"
    if scan.starts(amount.first - 1) or not counted:
        return True
    return amount.number.value is not None and amount.number.value < 100


def _named(scan: Scan, amount: Amount, before: str) -> bool:
    """The general rule: a capitalised word and a number are a name, unless something is counted."""
    at = amount.first - 1
    if before in scan.words["brands"] and not scan.text(at).islower():
        return True
    if not scan.capital(at) or not scan.text(at)[-1].isalnum() or before in scan.words["not_names"]:
        return False
    if scan.tag(at) in {"VERB", "AUX", "ADP", "ADV", "DET", "PRON", "SCONJ", "CCONJ"}:
        return False
    if amount.number.spelled and not scan.capital(amount.first):
        return False
    if amount.hyphened or (scan.counts(amount.end) and not _is_model(scan, amount, at)):
        return False
    if (scan.titled and _verbal(before)) or _gapped(scan, amount, at):
        return False
    return not _after_place(scan, amount, at)


def _is_model(scan: Scan, amount: Amount, at: int) -> bool:
    """Whether a number behind an opening name is that of a model: "Intercity 125 trains were late".

    What follows is something that is built in models; behind a verb or a preposition it is counted
    ("gave Kyiv 31 tanks", "in Gazni 12 jets crashed").
    """
    opens = scan.starts(at) or scan.lower(at - 1) in _BEFORE_MODELS
    built = lemma(scan.lower(amount.end), "NOUN") in scan.words["built_in_models"]
    return opens and built and amount.number.plain and scan.tag(at) == "PROPN"


def _gapped(scan: Scan, amount: Amount, at: int) -> bool:
    """Whether a name is a second subject: "won 300 seats, the Greens 12", "300 cars and Bolt 120".

    The first number, with a verb before it, counts something right before the joining word, or
    is itself of such a subject: "won 300 seats, Labour 30 and the Greens 12".
    """
    if scan.tag(amount.end) not in {"PUNCT", "CCONJ", ""}:
        return False
    return _joined_to_count(scan, at)


def _joined_to_count(scan: Scan, at: int) -> bool:
    """Whether a name that ends at a token is joined to a number that counts something."""
    first = at
    while scan.tag(first - 1) in {"PROPN", "ADJ"} and scan.capital(first - 1):
        first -= 1
    first -= scan.tag(first - 1) == "DET"
    if scan.lower(first - 1) not in {",", ";", "and", "but", "while"}:
        return False
    number = first - 2 - (scan.lower(first - 2) == ",")
    inside = {"NOUN", "ADJ", "DET", "ADP", "PROPN"}  # "took 22 seats on the new council"
    while scan.tag(number) in inside and number > first - 2 - _COUNTED_WORDS:
        number -= 1
    bare = number == first - 2 - (scan.lower(first - 2) == ",")
    if bare and scan.tag(number) == "NUM" and scan.capital(number - 1):
        return _joined_to_count(scan, number - 1)
    counted = scan.tag(number) == "NUM" and number < first - 2
    return counted and scan.first_tagged("VERB") < number


def _verbal(word: str) -> bool:
    """Whether a capitalised word of a headline looks like a verb ("Kills", "Injured")."""
    return word.endswith(("s", "ed", "ing")) and not word.endswith("ss")


def _after_place(scan: Scan, amount: Amount, at: int) -> bool:
    """ "In Paris 12 died": the name is a place that opens the clause."""
    first = at
    while first > 0 and scan.capital(first - 1) and not scan.starts(first):
        first -= 1
    opener = first if scan.lower(first) in scan.words["name_places"] else first - 1
    if scan.lower(opener) not in scan.words["name_places"] or not scan.starts(opener):
        return False
    return scan.tag(amount.end) in {"VERB", "AUX", "ADJ", "ADP"}
