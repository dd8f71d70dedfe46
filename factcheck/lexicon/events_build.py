"""Compile factcheck/data/events into look-up tables; imported only when the cache is cold.

The data files describe their own grammar (factcheck/data/events/common.toml).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from factcheck.cache import load_toml
from factcheck.lexicon.event_phrases import END, GAP, NUMBER, Node, Packed, packed
from factcheck.text.lemma import fold, lemma
from factcheck.text.tokens import tokenize
from factcheck.text.wordclass import NOUN, VERB, classes

Words = dict[str, tuple[str, ...]]
Pairs = frozenset[tuple[str, str]]
# The fields of `events._Lexicon`, in order.
Compiled = tuple[
    Words,
    Words,
    Words,
    Packed,
    Packed,
    dict[str, frozenset[str]],
    dict[str, frozenset[str]],
    Pairs,
    Pairs,
    Pairs,
]

ZERO = "no_"  # prefix of the class made of the words that say that a class did not happen
PAIR_KEYS = ("antonyms", "reverse", "converse", "exclusive")
WORD_KEYS = ("verbs", "nouns", "adjectives", "zero")
_CLASS_KEYS = {"name", "kinds_of", "phrases", "examples", *WORD_KEYS}
_LISTS = ("light", "reporting", "particles", "prepositions", "times", "things", "too_common")
_COMMON_KEYS = {"light_phrases", *_LISTS}
_SIGNS = {"_": GAP, "#": NUMBER}  # in phrases
# Particles that stay with their verb when the object comes first ("weapons were handed in").
_ADVERBIAL = {"up", "off", "out", "down", "in", "on", "over", "away", "back"}

# Prepositions that may come after an object that the phrase does not show.
_AFTER_OBJECT = {"to", "from", "into", "in", "out", "under", "behind", "on", "at", "off"}
_ARTICLES = {"a", "an", "the"}
# Prepositions that add nothing to the phrase before them.
_SHARING = {"of", "to", "from", "into", "in", "on", "with", "for", "at", "by"}


def build(files: Sequence[str]) -> Compiled:
    """Read the files and return the fields of `events._Lexicon`, in order.

    Names that no class has are left out; `faults` lists them, and a test keeps it empty.

    Args:
        files: paths of the TOML files.

    Raises:
        ValueError: a file is no TOML.
    """
    return _Tables(joined(pages(files))).compile()


def pages(files: Sequence[str]) -> list[dict[str, Any]]:
    """Return the parsed files, in order."""
    return [load_toml(path) for path in files]


def joined(data: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return `data` with `same` classes under one name, and `kinds` told by their classes."""
    groups = [group.split() for page in data for group in page.get("same", ())]
    first = {name: group[0] for group in groups for name in group}
    wider: dict[str, str] = {}
    for page in data:
        for group in page.get("kinds", ()):
            parent, *kinds = group.split()
            wider.update({kind: f"{wider.get(kind, '')} {parent}" for kind in kinds})

    def renamed(names: str) -> str:
        return " ".join(dict.fromkeys(first.get(name, name) for name in names.split()))

    result = []
    for page in data:
        classes = [
            {
                **entry,
                "name": renamed(entry["name"]),
                "kinds_of": renamed(entry.get("kinds_of", "") + wider.get(entry["name"], "")),
            }
            for entry in page.get("class", ())
        ]
        related = {key: [renamed(group) for group in page.get(key, ())] for key in PAIR_KEYS}
        result.append({**page, **related, "class": classes})
    return result


def phrase_list(text: str) -> list[list[str]]:
    """Return the words of each phrase of a comma-separated list."""
    return [phrase.split() for phrase in text.split(",") if phrase.strip()]


def classes_of(data: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield every class of the parsed files."""
    for page in data:
        yield from page.get("class", ())


class _Tables:
    """The tables as they are filled."""

    def __init__(self, data: Sequence[Mapping[str, Any]]) -> None:
        self.data = data
        self.common: dict[str, str] = {
            key: value for page in data for key, value in page.items() if isinstance(value, str)
        }
        self.particles = set(self.common.get("particles", "").split())
        self.words: dict[str, dict[str, list[str]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
        self.phrases: Node = {}
        self.passives: Node = {}

    def compile(self) -> Compiled:
        for words in phrase_list(self.common.get("light_phrases", "")):
            _insert(self.phrases, [_SIGNS.get(word) or fold(word) for word in words], ())
        for entry in classes_of(self.data):
            self._add_class(entry)
        self._keep_words()
        verbs, nouns, adjectives = (
            {word: tuple(names) for word, names in self.words[key].items()}
            for key in ("verbs", "nouns", "adjectives")
        )
        return (
            verbs,
            nouns,
            adjectives,
            packed(self.phrases),
            packed(self.passives),
            {key: self._folded(key) for key in _LISTS},
            ancestors(self.data),
            frozenset(pairs(self.data, "antonyms")),
            frozenset(pairs(self.data, "converse")),
            # what is undone is not what was done, but neither denies the other
            frozenset({*pairs(self.data, "exclusive"), *pairs(self.data, "reverse")}),
        )

    def _keep_words(self) -> None:
        """Let "rise to #" mean what "rise" means as well, unless the verb is light."""
        light = self._folded("light")
        for word, node in self.phrases.items():
            noun = fold(lemma(word, "NOUN"))
            names = [*self.words["verbs"].get(word, ()), *self.words["nouns"].get(noun, ())]
            if word in light:
                continue
            for preposition in _SHARING & node.keys():
                for end in (node[preposition], node[preposition].get(NUMBER, {})):
                    if names and end.get(END):
                        end[END] = tuple(dict.fromkeys((*end[END], *names)))
        for verb, node in self.phrases.get("be", {}).items():  # "be promoted"
            if verb not in (END, GAP, NUMBER) and END in node:
                names = self.words["verbs"].get(fold(lemma(verb, "VERB")), [])
                node[END] = tuple(dict.fromkeys((*node[END], *names)))

    def _folded(self, key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in self.common.get(key, "").split())

    def _add_class(self, entry: Mapping[str, Any]) -> None:
        name = entry["name"]
        for key in ("verbs", "nouns", "adjectives"):
            for word in entry.get(key, "").split():
                self._add_word(word, key, name)
        for word in entry.get("zero", "").split():
            self._add_word(word, "adjectives", ZERO + name)
        for words in phrase_list(entry.get("phrases", "")):
            self._add_phrase(words, name)

    def _add_word(self, word: str, key: str, name: str) -> None:
        parts = tokenize(word).lowers
        if len(parts) > 1:  # "pile-up" is three tokens
            _insert(self.phrases, [fold(part) for part in parts], (name,))
            return
        for form in dict.fromkeys((fold(word), *_as_lemmas(word, key))):
            names = self.words[key].setdefault(form, [])
            if name not in names:
                names.append(name)

    def _add_phrase(self, words: Sequence[str], name: str) -> None:
        cut = [part for word in words for part in tokenize(word).lowers]
        cut = _with_object(_without_articles(cut))
        for variant in product(*(_variants(word, self.particles) for word in cut)):
            _insert(self.phrases, variant, (name,))
            passive = self._passive([word for word in variant if word != GAP])
            if passive:
                _insert(self.passives, passive, (name,))

    def _passive(self, words: list[str]) -> list[str]:
        """Return object, verb and particle of "hand in _ weapon", else nothing."""
        verb, *middle, last = words
        if (
            last == NUMBER
            or last in self.particles
            or len(middle) > 1
            or not _ADVERBIAL.issuperset(middle)
        ):
            return []
        return [last, verb, *middle]


def _as_lemmas(word: str, key: str) -> Iterator[str]:
    """Yield the lemmas under which a listed word turns up: "hostilities" is a hostility."""
    if key == "nouns":
        yield fold(lemma(word, "NOUN"))


def _without_articles(words: list[str]) -> list[str]:
    """Leave out articles inside, since the search passes them over: "go to (the) police"."""
    return [w for at, w in enumerate(words) if w not in _ARTICLES or at in (0, len(words) - 1)]


def _with_object(words: list[str]) -> list[str]:
    """Make room for the object: "take to hospital" is "take _ to hospital" as well."""
    if len(words) > 2 and words[1] in _AFTER_OBJECT and classes(words[0]) & VERB:
        return [words[0], "_", *words[1:]]
    return words


def _variants(word: str, particles: Collection[str]) -> tuple[str, ...]:
    """Return a phrase's word as the lemmas of a text may spell it: "arm" and "arms"."""
    if word in _SIGNS:
        return (_SIGNS[word],)
    plural = word + "s"
    # A noun whose plural is a word of its own ("arms", "damages") keeps its "s" as a lemma.
    if (
        len(word) > 2
        and word not in particles
        and classes(word) & NOUN
        and lemma(plural, "NOUN") == plural
    ):
        return fold(word), plural
    return (fold(word),)


def _insert(root: Node, words: Sequence[str], names: tuple[str, ...]) -> None:
    node = root
    for word in words:
        node = node.setdefault(word, {})
    node[END] = tuple(dict.fromkeys((*node.get(END, ()), *names)))


def ancestors(data: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """Return every class with all that it is a kind of, itself included."""
    parents: dict[str, list[str]] = {}
    for entry in classes_of(data):
        parents.setdefault(entry["name"], []).extend(entry.get("kinds_of", "").split())
    result: dict[str, frozenset[str]] = {}
    for name in parents:
        seen = {name}
        queue = [name]
        while queue:
            fresh = [p for p in parents[queue.pop()] if p in parents and p not in seen]
            seen.update(fresh)
            queue += fresh
        result[name] = frozenset(seen)
    for entry in classes_of(data):
        if entry.get("zero"):
            result[ZERO + entry["name"]] = frozenset({ZERO + entry["name"]})
    return result


def pairs(data: Iterable[Mapping[str, Any]], key: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of classes that `key` relates, both ways round."""
    for page in data:
        for group in page.get(key, ()):
            for a, b in combinations(group.split(), 2):
                yield a, b
                yield b, a
        if key == "antonyms":
            for entry in page.get("class", ()):
                if entry.get("zero"):
                    yield entry["name"], ZERO + entry["name"]
                    yield ZERO + entry["name"], entry["name"]


def faults(files: Sequence[str]) -> list[str]:
    """Return what is wrong with the data, each fault with its file and class; empty if nothing."""
    data = pages(files)
    found = []
    for path, page in zip(files, data, strict=True):
        file = path.rpartition("/")[2]
        checks = (_page_faults, _class_faults)
        found += [f"{file}: {fault}" for check in checks for fault in check(page)]
    return found + _name_faults(data) + _relation_faults(joined(data)) + _common_faults(data)


def _page_faults(page: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(page.keys() - {"class", "same", "kinds", *PAIR_KEYS, *_COMMON_KEYS}):
        yield f"unknown key {key!r}"
    for key in ("antonyms", "reverse", "converse"):
        for group in page.get(key, ()):
            if len(group.split()) != 2:
                yield f"{key} wants pairs: {group!r}"


def _class_faults(page: Mapping[str, Any]) -> Iterator[str]:
    for entry in page.get("class", ()):
        name = entry.get("name", "?")
        for key in sorted(entry.keys() - _CLASS_KEYS):
            yield f"{name}: unknown key {key!r}"
        if not entry.get("examples"):
            yield f"{name}: no examples"
        for fault in _list_faults(entry):
            yield f"{name}: {fault}"


def _list_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    phrases = [" ".join(words) for words in phrase_list(entry.get("phrases", ""))]
    for phrase in phrases:
        if phrase[0] in _SIGNS or phrase[-1] == "_" or " " not in phrase:
            yield f"{phrase!r} is no phrase"
    lists = {key: entry.get(key, "").split() for key in WORD_KEYS} | {"phrases": phrases}
    for key, items in lists.items():
        for item, times in Counter(items).items():
            if times > 1:
                yield f"{item!r} stands twice among the {key}"
            if item != item.lower():
                yield f"{item!r} is not in lower case"
            if "," in item:
                yield f"{key} are separated by spaces, not commas"


def _common_faults(data: Sequence[Mapping[str, Any]]) -> list[str]:
    common = {key: value for page in data for key, value in page.items() if key in _COMMON_KEYS}
    words = set(common["too_common"].split())
    light = [" ".join(phrase) for phrase in phrase_list(common["light_phrases"])]
    return [
        f"{entry['name']}: {word!r} is too common to be an event"
        for entry in classes_of(data)
        for word in f"{entry.get('nouns', '')} {entry.get('adjectives', '')}".split()
        if word in words
    ] + [
        f"{entry['name']}: {phrase!r} is a light phrase"
        for entry in classes_of(data)
        for phrase in (" ".join(words) for words in phrase_list(entry.get("phrases", "")))
        if phrase in light
    ]


def _name_faults(data: Sequence[Mapping[str, Any]]) -> list[str]:
    names = Counter(entry["name"] for entry in classes_of(data))
    found = [f"class {name!r} is defined {n} times" for name, n in names.items() if n > 1]
    keys = (*PAIR_KEYS, "same", "kinds")
    used = [(key, group) for page in data for key in keys for group in page.get(key, ())]
    twice = Counter(name for key, group in used if key == "same" for name in group.split())
    found += [
        f"{name!r} stands in two groups of same classes" for name, n in twice.items() if n > 1
    ]
    used += [("kinds_of", entry.get("kinds_of", "")) for entry in classes_of(data)]
    return found + [
        f"{key} names {name!r}, which no class has"
        for key, group in used
        for name in group.split()
        if name not in names
    ]


def _relation_faults(data: Sequence[Mapping[str, Any]]) -> list[str]:
    above = ancestors(data)
    against = [
        f"{key} sets {a!r} against {b!r}, which it is a kind of"
        for key in PAIR_KEYS
        for a, b in sorted(set(pairs(data, key)))
        if b in above.get(a, ())
    ]
    return against + [
        f"{entry['name']!r} is a kind of itself"
        for entry in classes_of(data)
        for parent in entry.get("kinds_of", "").split()
        if entry["name"] in above.get(parent, ())
    ]
