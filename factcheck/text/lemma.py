"""Base forms of words, and one spelling for both sides of the Atlantic.

Irregular forms are data (data/lemma.toml). A regular form is taken apart in every way that
English spelling allows ("closing" may be of "clos" or of "close"), and the first result that
is a known base form of its class (Open English WordNet, `factcheck.text.wordclass`) is the
answer; for words that are not known, the usual spelling decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple, cast

from factcheck.cache import compiled, load_toml
from factcheck.text.wordclass import ADJECTIVE, ADVERB, NOUN, VERB, classes

FILE: Final = Path(__file__).parent.parent / "data" / "lemma.toml"
SPELLING: Final = Path(__file__).parent.parent / "data" / "spelling.toml"
_CACHED: Final = 1 << 15
_VOWELS: Final = frozenset("aeiouy")
_PLAIN: Final = frozenset("aeiou")
# Consonants that are doubled at the end of base forms as well ("kill", "pass", "buzz", "stuff").
_DOUBLED: Final = frozenset("lszf")
_HISSING: Final = ("ss", "sh", "ch", "x", "zz", "ias")
_KEEP_S: Final = ("ss", "us", "is", "'s")
_NEVER_PLURAL: Final = ("ss", "'s")
# Irregular plurals that end compounds.
_COMPOUNDS: Final = (
    "men",
    "people",
    "children",
    "feet",
    "teeth",
    "wives",
    "shelves",
    "wolves",
    "mice",
)
_SECTIONS: Final = {
    "VERB": "verbs",
    "AUX": "verbs",
    "NOUN": "nouns",
    "PROPN": "nouns",
    "ADJ": "adjectives",
    "ADV": "adjectives",
}


class _Spelling(NamedTuple):
    words: dict[str, str]
    endings: list[tuple[str, str, int, frozenset[str]]]


@cache
def _irregular() -> dict[str, dict[str, str]]:
    """Return, for each section of data/lemma.toml, the base form of every irregular form."""
    return cast("dict[str, dict[str, str]]", compiled("lemma", [FILE], _read_forms))


def _read_forms() -> dict[str, dict[str, str]]:
    table = load_toml(FILE)
    found = {
        section: {form: base for base, forms in table[section].items() for form in forms.split()}
        for section in ("verbs", "nouns", "adjectives", "modals")
    }
    for section, words in table["same"].items():
        found[section].update({word: word for word in words.split()})
    return found


@cache
def _spelling() -> _Spelling:
    words, endings = cast(
        "tuple[dict[str, str], list[tuple[str, str, int, frozenset[str]]]]",
        compiled("spelling", [SPELLING], _read_spelling),
    )
    return _Spelling(words, endings)


def _read_spelling() -> tuple[object, object]:
    table = load_toml(SPELLING)
    endings = [
        (entry["from"], entry["to"], entry["letters"], frozenset(entry["not"].split()))
        for entry in table["endings"]
    ]
    return table["words"], endings


@lru_cache(maxsize=_CACHED)
def lemma(lower: str, tag: str) -> str:
    """Return the base form of a word.

    Args:
        lower: the word in lower case, with straight apostrophes.
        tag: its universal part of speech; only nouns, names, verbs, auxiliaries, adjectives
            and adverbs are taken apart.

    Returns:
        The base form in lower case; `lower` itself where nothing is known of it.
    """
    section = _SECTIONS.get(tag)
    if section is None:
        return "not" if lower in ("n't", "nt") and tag == "PART" else lower
    if tag == "AUX" and lower in _irregular()["modals"]:
        return _irregular()["modals"][lower]
    irregular = _irregular()[section].get(lower)
    if irregular is not None:
        return irregular
    if section == "verbs":
        return _verb(lower)
    if section == "adjectives":
        return _adjective(lower, ADJECTIVE if tag == "ADJ" else ADVERB | ADJECTIVE)
    return _name(lower) if tag == "PROPN" else _noun(lower)


@lru_cache(maxsize=_CACHED)
def fold(lemma: str) -> str:
    """Return the spelling that stands for all spellings of a base form: "color" for "colour".

    A key for comparison, never to be shown.
    """
    spelling = _spelling()
    word = spelling.words.get(lemma)
    if word is not None:
        return word
    for ending, to, letters, exceptions in spelling.endings:
        if lemma.endswith(ending):
            if len(lemma) < letters or lemma in exceptions:
                return lemma
            return lemma[: -len(ending)] + to
    return lemma


@lru_cache(maxsize=_CACHED)
def folded(lower: str, tag: str) -> str:
    """Return `fold(lemma(lower, tag))`, which every token of a sentence is asked for."""
    return fold(lemma(lower, tag))


def _first_known(candidates: Sequence[str], kinds: int) -> str:
    for candidate in candidates:
        if classes(candidate) & kinds:
            return candidate
    return ""


def _name(word: str) -> str:
    """Return the singular of "koreans", but leave "reuters", "williams" and "texas" alone."""
    if classes(word) or not word.endswith("s") or word.endswith(_NEVER_PLURAL):
        return word
    return _first_known(_without_s(word), NOUN) or word


def _noun(word: str) -> str:
    if len(word) < 4:
        return word
    if word.endswith(_COMPOUNDS) and not classes(word) & NOUN:
        return _compound(word)
    if not word.endswith("s"):
        return word
    candidates = _without_s(word)
    known = _first_known(candidates, NOUN)
    if word.endswith(_NEVER_PLURAL) or (word.endswith(_KEEP_S) and not known):
        return word
    if known:
        return known
    return word if classes(word) & NOUN else _first_known(candidates, VERB) or candidates[-1]


def _compound(word: str) -> str:
    """Return the singular of "policemen" and "grandchildren", by that of "men" and "children"."""
    for form in _COMPOUNDS:
        if word.endswith(form):
            base = word[: -len(form)] + _irregular()["nouns"][form]
            # "men" makes new words every day, the others are known or are none ("alive", "lives").
            return base if form == "men" or classes(base) & NOUN else word
    return word


def _without_s(word: str) -> list[str]:
    """Return what the base form of a plural or a third person may be; the last is the likeliest."""
    found = [word[:-1]]
    if word.endswith("ies") and len(word) > 4:
        return [*found, word[:-3] + "y"]
    if word.endswith("ves"):
        return [*found, word[:-3] + "f", word[:-3] + "fe", word[:-1]]
    if word.endswith("es"):
        stem = word[:-2]
        found = [stem, *found] if stem.endswith("ss") else [*found, stem]
        if stem.endswith(("ss", "zz")):
            found.append(stem[:-1])
        found.append(stem if stem.endswith((*_HISSING, "o")) else word[:-1])
    return found


def _verb(word: str) -> str:
    if word.endswith("s") and len(word) > 3:
        candidates = _without_s(word)
        known = _first_known(candidates, VERB)
        if word.endswith(_KEEP_S) and (classes(word) & VERB or not known):
            return word
        return known or (word if classes(word) & VERB else candidates[-1])
    for ending in ("ing", "in'", "ed"):
        if word.endswith(ending):
            return _without_ending(word, word[: -len(ending)], VERB, ending == "ed")
    return _prefixed(word)


def _without_ending(word: str, stem: str, kinds: int, past: bool) -> str:
    """Return the base form of `word`, which is `stem` and -ed, -ing, -er or -est."""
    if not _VOWELS.intersection(stem) or (past and stem.endswith("e") and classes(word) & kinds):
        return word  # "bring", "shed"; "need", "feed"
    candidates = _with_e_or_without(stem)
    if past and stem.endswith("i"):
        candidates = [stem[:-1] + "y", stem + "e"]
    known = _first_known(candidates, kinds)
    if known:
        return known
    return word if classes(word) & kinds else candidates[0] if kinds & VERB else word


def _with_e_or_without(stem: str) -> list[str]:
    """Return what the base form before -ed or -ing may be, the likeliest spelling first."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _PLAIN:
        single = stem[:-1]
        return [stem, single] if stem[-1] in _DOUBLED else [single, stem]
    if stem.endswith("ck"):
        return [stem, stem[:-1]]
    return [stem + "e", stem] if _wants_e(stem) else [stem, stem + "e"]


def _wants_e(stem: str) -> bool:
    """Whether a stem is probably written with a silent "e": hop(e), caus(e), handl(e)."""
    last, before = stem[-1], stem[-2:-1]
    if (
        last in "cvzu"
        or (last == "s" and before != "s")
        or (last == "g" and before in ("r", "d", "l"))
    ):
        return True
    if last in _VOWELS or last in "wx":
        return False
    if before not in _PLAIN:
        return last == "l" and before not in _VOWELS and before not in ("l", "r", "w", "")
    # One vowel and one consonant: a short word would have doubled it ("hopped", "planned").
    return sum(char in _VOWELS for char in stem) == 1


def _prefixed(word: str) -> str:
    """Return the base form of an irregular verb with a prefix ("outfought", "re-sold")."""
    if classes(word) & VERB:
        return word
    for prefix in ("re", "un", "over", "under", "out", "mis", "pre", "fore", "with", "up", "co"):
        if word.startswith(prefix):
            base = _irregular()["verbs"].get(word[len(prefix) :])
            if base is not None and len(word) > len(prefix) + 2:
                return prefix + base
    return word


def _adjective(word: str, kinds: int) -> str:
    for ending in ("er", "est"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            if stem.endswith("i"):
                return _first_known([stem[:-1] + "y"], kinds) or word
            return _without_ending(word, stem, kinds, past=False)
    return word
