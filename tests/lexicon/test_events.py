"""The lexicon of events: its data, finding events in sentences, relating classes."""

import tomllib
from pathlib import Path

import pytest

from factcheck.lexicon import events
from factcheck.lexicon.events import EventHit, find_events, is_light, is_reporting, relation
from factcheck.lexicon.events_build import classes_of, faults, joined, pages
from factcheck.text.lemma import fold, lemma
from factcheck.text.tagger import tag
from factcheck.text.tokens import tokenize

EXAMPLES = [
    (entry["name"], example)
    for entry in classes_of(joined(pages(events.sources())))
    for example in entry["examples"]
]

PAIRS = tomllib.loads((Path(__file__).parent / "event_pairs.toml").read_text("utf-8"))
CLOSEST_FIRST = ("same", "antonym", "converse", "exclusive", "wider", "narrower", "unrelated")


def found(text):
    tokens = tokenize(text)
    tags = tag(tokens.texts)
    lemmas = [fold(lemma(*pair)) for pair in zip(tokens.lowers, tags, strict=True)]
    return find_events(lemmas, tags, tokens.lowers)


def tagged(text):
    """Events of "lower/TAG/lemma ...", the lemma left out where it is the word itself."""
    parts = [word.split("/") for word in text.split()]
    lowers = [part[0] for part in parts]
    lemmas = [fold(part[2] if len(part) > 2 else part[0]) for part in parts]
    return find_events(lemmas, [part[1] for part in parts], lowers)


def names(text):
    return {name for hit in tagged(text) for name in hit.classes}


def test_the_data_have_no_faults():
    assert faults(events.sources()) == []


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: value[:40])
def test_examples_are_found_as_their_class(name, example):
    assert name in {c for hit in found(example) for c in hit.classes}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("floods/NOUN/flood claimed/VERB/claim 12/NUM lives/NOUN/life", (1, 4, "phrase")),
        ("nine/NUM lives/NOUN/life were/AUX/be sadly/ADV lost/VERB/lose", (1, 5, "phrase")),
        ("lives/NOUN/life lost/VERB/lose in/ADP fires/NOUN/fire", (0, 2, "phrase")),
        ("14/NUM were/AUX/be left/VERB/leave dead/ADJ", (2, 4, "phrase")),
        ("nine/NUM wounded/VERB/wound soldiers/NOUN/soldier", (1, 2, "adjective")),
        ("the/DET wounded/NOUN walked/VERB/walk", (1, 2, "noun")),
        ("the/DET shelling/NOUN went/VERB/go on/ADP", (1, 2, "noun")),
        ("police/NOUN arrested/VERB/arrest 30/NUM", (1, 2, "verb")),
        ("blast/NOUN kills/NOUN/kill 12/NUM", (1, 2, "verb")),
        ("12/NUM were/AUX/be killed/ADJ", (2, 3, "verb")),
        ("fatalities/PROPN/fatality rose/VERB/rise", (0, 1, "noun")),
        ("staff/NOUN downed/VERB/down tools/NOUN/tool", (1, 3, "phrase")),
        ("a/DET pile/NOUN -/PUNCT up/ADP of/ADP cars/NOUN/car", (1, 4, "phrase")),
        ("taken/VERB/take to/ADP the/DET hospital/NOUN", (0, 4, "phrase")),
    ],
)
def test_forms_and_places(text, hit):
    assert hit in [(h.first, h.last, h.form) for h in tagged(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("he/PRON lost/VERB/lose ./PUNCT lives/NOUN/life go/VERB on/ADV", "killed"),
        (
            "they/PRON lost/VERB/lose ,/PUNCT he/PRON says/VERB/say ,/PUNCT lives/NOUN/life",
            "killed",
        ),
        ("the/DET body/NOUN found/VERB/find 12/NUM faults/NOUN/fault", "found_dead"),
        (
            "arms/NOUN of/ADP men/NOUN/man who/PRON were/AUX/be laid/VERB/lay down/ADP",
            "ceasefire",
        ),
        ("the/DET building/NOUN is/AUX/be old/ADJ", "build"),
        ("two/NUM jets/NOUN/jet were/AUX/be downed/VERB/down", "fall"),
        ("the/DET Fire/PROPN/fire Service/PROPN/service", "burn"),
    ],
)
def test_what_is_no_such_event(text, name):
    assert name not in names(text)


def test_tokens_in_a_gap_are_free_for_other_events():
    hits = tagged("it/PRON took/VERB/take nine/NUM wounded/ADJ men/NOUN/man prisoner/NOUN")
    assert [(h.first, h.last, h.form) for h in hits] == [(1, 6, "phrase"), (3, 4, "adjective")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("we/PRON sent/VERB/send 12/NUM men/NOUN/man in/ADP", 5),
        ("we/PRON sent/VERB/send 12/NUM men/NOUN/man in/ADP may/PROPN", 2),
        ("we/PRON called/VERB/call in/ADP troops/NOUN/troop", 3),
    ],
)
def test_a_preposition_is_no_particle(text, last):
    assert tagged(text)[0].last == last


def test_a_longer_phrase_means_what_the_shorter_means_too():
    shorter = names("they/PRON pulled/VERB/pull out/ADP")
    assert shorter and shorter <= names("they/PRON pulled/VERB/pull out/ADP of/ADP it/PRON")


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("the/DET bill/NOUN came/VERB/come to/ADP about/ADV 40/NUM", True),
        ("people/NOUN came/VERB/come to/ADP the/DET fair/NOUN", False),
    ],
)
def test_a_number_may_have_to_follow(text, light):
    assert (() in [hit.classes for hit in tagged(text)]) is light


def test_light_phrases_have_no_classes():
    assert EventHit(1, 3, (), "phrase") in tagged("it/PRON amounted/VERB/amount to/ADP 40/NUM")


@pytest.mark.parametrize(
    "words", [(), ("\x00",), ("\ud800", ""), (" ", "_", "-") * 9, ("take",) * 3000]
)
def test_no_text_is_too_odd(words):
    for kind in ("VERB", "NOUN", "PUNCT"):
        assert isinstance(find_events(words, (kind,) * len(words), words), tuple)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("killed", "killed", "same"),
        ("killed", "murder", "wider"),
        ("life_sentence", "sentenced", "narrower"),
        ("killed", "injured", "exclusive"),
        ("murder", "minor_injury", "exclusive"),
        ("arrested", "jailed", "exclusive"),
        ("uphold_ruling", "overturn_ruling", "antonym"),
        ("drown", "survive", "antonym"),
        ("unhurt", "critical", "antonym"),
        ("no_destroyed", "destroyed", "antonym"),
        ("send", "receive", "converse"),
        ("killed", "quake", "unrelated"),
        ("killed", "no such class", "unrelated"),
    ],
)
def test_relations(a, b, expected):
    assert relation(a, b) == expected
    back = {"wider": "narrower", "narrower": "wider"}
    assert relation(b, a) == back.get(expected, expected)


def strongest(one, other):
    """The closest relation between the events of two texts, those left out that both name."""
    sides = []
    for text in (one, other):
        lowers = tokenize(text).lowers
        sides.append({lowers[hit.first : hit.last]: hit.classes for hit in found(text)})
    relations = {
        relation(a, b)
        for words, ours in sides[0].items()
        for others, theirs in sides[1].items()
        if words not in sides[1] and others not in sides[0]
        for a in ours
        for b in theirs
    }
    return next((name for name in CLOSEST_FIRST if name in relations), "unrelated")


@pytest.mark.parametrize(("one", "other"), PAIRS["alike"])
def test_one_event_in_two_wordings(one, other):
    assert strongest(one, other) in ("same", "wider", "narrower")


@pytest.mark.parametrize(("one", "other"), PAIRS["different"])
def test_two_events_that_may_be_taken_for_one(one, other):
    assert strongest(one, other) not in ("same", "wider", "narrower")


def test_light_and_reporting_verbs():
    assert is_light("have") and not is_light("kill")
    assert is_reporting("say") and is_reporting("estimate") and not is_reporting("kill")
