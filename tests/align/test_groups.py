"""The examples beside the entries of `data/align.toml`, run."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from factcheck import Checker, Claim
from factcheck.align import words
from factcheck.align.groups import SOURCE, groups
from factcheck.align.herds import of_herd
from factcheck.align.spans import told_span
from factcheck.frames.analyse import analyse
from factcheck.lexicon.events import relation

DATA: dict[str, Any] = tomllib.loads(SOURCE.read_text("utf-8"))


def examples(section: str) -> Iterator[tuple[str, str]]:
    entries = DATA[section]
    for entry in entries.values() if isinstance(entries, dict) else entries:
        assert entry["examples"], f"an entry of {section} has no examples"
        yield from (tuple(pair) for pair in entry["examples"])


@pytest.mark.parametrize(("one", "other"), list(examples("common_in_names")))
def test_names_that_share_only_a_common_word_are_apart(one: str, other: str) -> None:
    assert words.name_words_related(tuple(one.split()), tuple(other.split())) == words.EXCLUSIVE
    assert set(one.split()) & set(other.split()) <= groups().common_in_names


@pytest.mark.parametrize(("one", "other"), list(examples("exclusive")))
def test_words_of_one_scale_exclude_each_other(one: str, other: str) -> None:
    assert words.opposed(one, other)
    assert words.opposed(other, one)


@pytest.mark.parametrize(("one", "other"), list(examples("counted_alike")))
def test_doer_and_deed_count_alike(one: str, other: str) -> None:
    assert words.counted_alike(one, other)
    assert words.counted_alike(other, one)


@pytest.mark.parametrize(("one", "other"), list(examples("alike")))
def test_describing_words_that_say_the_same(one: str, other: str) -> None:
    assert words.words_alike(one, other)
    assert words.words_alike(other, one)


@pytest.mark.parametrize(("one", "other"), list(examples("act_as_one")))
def test_body_and_those_who_act_for_it(one: str, other: str) -> None:
    assert words.act_as_one(one, other)
    assert words.act_as_one(other, one)


@pytest.mark.parametrize("pair", DATA["getting"]["examples"])
def test_what_is_received_is_had(pair: list[str]) -> None:
    thing, verb = pair
    assert thing in groups().got
    assert verb in groups().getting


@pytest.mark.parametrize("pair", DATA["cases"]["examples"])
def test_cases_are_people_who_fall_ill(pair: list[str]) -> None:
    case, who = pair
    assert case in groups().cases
    assert words.nouns_related(who, "person") in (words.SAME, words.NARROWER)


@pytest.mark.parametrize("sentence", DATA["coming_about"]["examples"])
def test_what_is_planned_comes_about(sentence: str) -> None:
    told = {name for e in analyse(sentence).events for name in e.classes}
    assert told & groups().coming_about


@pytest.mark.parametrize("section", ["exclusive", "counted_alike", "alike", "act_as_one"])
def test_no_two_words_share_two_groups(section: str) -> None:
    pairs: set[frozenset[str]] = set()
    for entry in DATA[section]:
        assert len(set(entry["words"])) == len(entry["words"]) > 1
        for pair in map(frozenset, combinations(entry["words"], 2)):
            assert pair not in pairs
            pairs.add(pair)


@pytest.mark.parametrize("section", ["having", "presence", "doing"])
def test_examples_of_having_and_presence_are_listed(section: str) -> None:
    for _, verb in DATA[section]["examples"]:
        assert verb in getattr(groups(), section)


@pytest.mark.parametrize("section", ["groups_of_people", "sold_in_copies"])
def test_examples_of_people_and_goods_are_listed(section: str) -> None:
    for word, people in DATA[section]["examples"]:
        assert word in getattr(groups(), section)
        assert words.nouns_related(people, "person") in (words.SAME, words.NARROWER)


def test_well_told_events_are_classes_that_no_relation_joins() -> None:
    classes = DATA["well_told"]["classes"]
    assert len(set(classes)) == len(classes)
    for one, other in DATA["well_told"]["examples"]:
        assert {one, other} <= groups().well_told
        assert relation(one, other) not in ("same", "wider", "narrower")


def test_examples_of_places_are_places() -> None:
    for pair in DATA["places"]["examples"]:
        assert set(pair) <= groups().places


@pytest.mark.parametrize("section", ["winning", "losing"])
def test_examples_of_contests_tell_one(section: str) -> None:
    other = "losing" if section == "winning" else "winning"
    for text in DATA[section]["examples"]:
        sentence = analyse(text)
        classes = set(sentence.events[sentence.clauses[0].event].classes)
        assert classes & getattr(groups(), section)
        assert not classes & getattr(groups(), other)


@pytest.mark.parametrize("entry", DATA["comparison_spans"], ids=lambda e: str(e["unit"]))
def test_examples_of_spans_tell_one(entry: dict[str, Any]) -> None:
    for text in entry["examples"]:
        sentence = analyse(text)
        assert told_span(sentence, sentence.figures[0]) == entry["unit"]


def test_examples_of_herds_count_their_animals() -> None:
    for herd, animal in DATA["herds"]["examples"]:
        sentence = analyse(f"The {animal} {herd} on the island numbers 420.")
        frame = sentence.figures[0]
        counted = of_herd(sentence.terms[frame.counted], sentence, frame)
        assert herd in groups().herds
        assert counted is not None
        assert counted.head == animal


@pytest.mark.parametrize(("one", "other"), DATA["borne"]["examples"])
def test_a_quantity_moves_with_the_thing_that_has_it(one: str, other: str) -> None:
    for claim, statement in ((one, other), (other, one)):
        assert Checker([Claim("a", claim)]).check(statement).verdict == "consistent"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *DATA["growth"]["examples"],
        *DATA["enrolled"]["examples"],
        *DATA["inhabitants"]["examples"],
        *(pair for entry in DATA["unsaid"] for pair in entry["examples"]),
    ],
)
def test_a_figure_told_as_another_kind(one: str, other: str) -> None:
    for claim, statement in ((one, other), (other, one)):
        assert Checker([Claim("a", claim)]).check(statement).verdict == "consistent"


@pytest.mark.parametrize(("one", "other"), DATA["restricting"]["examples"])
def test_a_base_keeps_its_restrictions(one: str, other: str) -> None:
    for claim, statement in ((one, other), (other, one)):
        assert Checker([Claim("a", claim)]).check(statement).verdict == "novel"


@pytest.mark.parametrize(("one", "other"), DATA["bought"]["examples"])
def test_two_things_are_bought_for_two_sums(one: str, other: str) -> None:
    for claim, statement in ((one, other), (other, one)):
        assert Checker([Claim("a", claim)]).check(statement).verdict == "novel"


@pytest.mark.parametrize(("one", "other"), DATA["maturing"]["examples"])
def test_a_term_says_which_one_is_meant(one: str, other: str) -> None:
    report = Checker([Claim("a", one)])
    assert [f.verdict for f in report.check(one).findings] == ["consistent"]
    assert [f.verdict for f in report.check(other).findings] == ["novel"]


@pytest.mark.parametrize(("one", "other", "whole"), DATA["flows"]["examples"])
def test_what_is_done_adds_up_over_time(one: str, other: str, whole: str) -> None:
    report = Checker([Claim("a", one), Claim("b", other)]).check(whole)
    assert (report.verdict, report.support) == ("consistent", "derived")


@pytest.mark.parametrize(("kinds", "whole"), list(examples("complete")))
def test_kinds_that_are_all_there_are_make_the_whole(kinds: str, whole: str) -> None:
    report = Checker([Claim("a", kinds)]).check(whole)
    assert (report.verdict, report.support) == ("consistent", "derived")
    more = whole.replace("80", "90").replace("15", "19")
    assert Checker([Claim("a", kinds)]).check(more).verdict == "conflicting"


@pytest.mark.parametrize(("one", "other"), DATA["collectives"]["examples"])
def test_many_together_are_counted_by_their_members(one: str, other: str) -> None:
    for claim, statement in ((one, other), (other, one)):
        assert Checker([Claim("a", claim)]).check(statement).verdict == "consistent"


@pytest.mark.parametrize(("one", "other"), DATA["stocks"]["examples"])
def test_one_number_comes_to_a_stock_or_goes_from_it(one: str, other: str) -> None:
    for claim, statement in ((one, other), (other, one)):
        assert Checker([Claim("a", claim)]).check(statement).verdict == "conflicting"
        more = statement.translate(str.maketrans("2349", "5678"))
        assert Checker([Claim("a", claim)]).check(more).verdict == "novel"


@pytest.mark.parametrize("pair", DATA["lacking"]["examples"])
def test_who_lacks_a_thing_has_it_not(pair: list[str]) -> None:
    assert pair[1] in groups().lacking
    assert "have" not in groups().lacking
