"""From an article to drafts, and to a file that a store can hold."""

from __future__ import annotations

from datetime import date as Date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.document.imprint import is_imprint
from factcheck.drafting.article import drafted, slug
from factcheck.drafting.written import Shared, as_toml
from factcheck.errors import InputError
from factcheck.store.located import read_located
from factcheck.store.repeats import same

MARKDOWN = """\
# Fire at the Kessel mill injures 12

*By Ann Example*

A fire at the [Kessel mill](https://example.org/12) in **Oslo** injured 12 workers\r
on 3 May 2025.[^1] It employs 900 people. The cause is unknown.
The company said 40% of them were at work "when it broke out".

![12 men](a.png)

## Background

Norbank lent $3m in 2019. The lender has 4,000 staff.

The ferries call at 22  piers.

`12 things` in code and some_snake_case words.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "Kessel Mill, Fürth.md"
    path.write_text(MARKDOWN, encoding="utf-8", newline="")
    return path


def test_every_sentence_with_a_figure_is_a_draft(article):
    made = drafted(article, {}, ())
    assert [(one.id, one.line, one.text) for one in made.drafts] == [
        ("kessel-mill-furth-01", 1, "Fire at the Kessel mill injures 12"),
        ("kessel-mill-furth-02", 5,
         "A fire at the Kessel mill in Oslo injured 12 workers on 3 May 2025."),
        ("kessel-mill-furth-03", 6, "It employs 900 people."),
        ("kessel-mill-furth-04", 7,
         'The company said 40% of them were at work "when it broke out".'),
        ("kessel-mill-furth-05", 13, "Norbank lent $3m in 2019."),
        ("kessel-mill-furth-06", 13, "The lender has 4,000 staff."),
        ("kessel-mill-furth-07", 15, "The ferries call at 22 piers."),
    ]  # fmt: skip
    assert made.headline == "Fire at the Kessel mill injures 12"
    assert made.sentences == 7
    assert [one.topic for one in made.drafts] == [None] * 4 + ["Background"] * 3
    assert [f.text for f in made.drafts[1].figures] == ["12"]


def test_what_stands_badly_alone_is_said(article):
    leanings = [one.leanings for one in drafted(article, {}, ()).drafts]
    assert leanings[0] == leanings[1] == ()
    assert any("“It” takes up" in said for said in leanings[2])
    assert "nobody is named before “The company”" in leanings[3]
    assert leanings[5] == ("“The lender” takes up Norbank, from sentence 6",)
    assert leanings[6] == ()


def test_what_is_known_is_left_out(article):
    known = {same("the FERRIES call at 22 piers."): "piers"}
    made = drafted(article, known, {"kessel-mill-furth-01"})
    assert made.known == ((15, "piers"),)
    assert made.drafts[0].id == "kessel-mill-furth-02"
    assert len({one.id for one in made.drafts}) == len(made.drafts) == 6


def test_a_sentence_told_twice_is_one_draft(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Some 12 men came.\n\nSome 12\nmen came.\n", encoding="utf-8")
    made = drafted(path, {}, ())
    assert [one.text for one in made.drafts] == ["Some 12 men came."]
    assert made.known == ((3, "a-01"),)
    assert made.headline is None


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        ("By Ann Example, 4 May 2025", 0),
        ("Updated 4 May 2025, 10:30", 0),
        ("Last updated: 4 May 2025", 0),
        ("Published on 4 May 2025 by Ann Example", 0),
        ("Staff 2020: 1,500", 0),
        ("2020 | 1,500", 0),
        ("| The mill employs 900 people. | 12 |", 0),
        ("By 2030 the company will employ 5,000 people.", 1),
        ("Published on Monday, the report counts 12 deaths.", 1),
        ("12 workers injured at Kessel mill", 1),
        ("Chain to shut 90 shops", 1),
        ("`a|b` is short. The mill employs 900 people.", 1),
    ],
)
@pytest.mark.parametrize("ending", ["md", "txt"])
def test_what_makes_no_claim_is_left_out(tmp_path, ending, text, drafts):
    path = tmp_path / f"a.{ending}"
    path.write_text(f"{text}\n", encoding="utf-8")
    made = drafted(path, {}, ())
    assert len(made.drafts) == drafts
    # what says when the article was published may not be read at all, and need not be told
    assert bool(made.fragments) == (not drafts) or is_imprint(text)


def test_articles_that_cannot_be_read(tmp_path):
    with pytest.raises(InputError, match="not read"):
        drafted(tmp_path / "a.xlsx", {}, ())
    with pytest.raises(InputError, match="No such file"):
        drafted(tmp_path / "a.txt", {}, ())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kessel Mill, Fürth", "kessel-mill-furth"),
        ("2025-05-04_fire", "2025-05-04-fire"),
        ("Пожар", "пожар"),
        ("…", ""),
        ("a" * 50, "a" * 40),
        ("word " * 12, "word-word-word-word-word-word-word-word"),
    ],
)
def test_names_in_ids(name, expected):
    assert slug(name) == expected


def test_the_file_says_what_is_shared_once(article, tmp_path):
    shared = Shared('The "Daily"', "https://example.org/a", Date(2025, 5, 4))
    text = as_toml(drafted(article, {}, ()), shared, article.name, "claims/k.toml")
    path = tmp_path / "k.toml"
    path.write_text(text, encoding="utf-8")
    claims = [one.claim for one in read_located([path]).all.values()]
    assert {(c.source, c.url, c.date, str(c.status)) for c in claims} == {
        ('The "Daily"', "https://example.org/a", Date(2025, 5, 4), "draft")
    }
    headline = "Fire at the Kessel mill injures 12"
    assert [c.topic for c in claims] == [headline] * 4 + [f"{headline}: Background"] * 3
    assert "#   12: 12 · counts workers · event injured" in text
    assert "#   stands badly alone: “The lender” takes up Norbank" in text
    assert "confirm --all claims/k.toml" in text
    assert max(map(len, text.splitlines())) <= 110


def test_a_topic_of_ones_own_goes_before_the_headline(article, tmp_path):
    text = as_toml(drafted(article, {}, ()), Shared("x", topic="Mills"), "a.md", "k.toml")
    assert text.count("topic =") == 1
    assert 'topic = "Mills"' in text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_makes_a_sound_file(tmp_path, text):
    article, path = tmp_path / "a.txt", tmp_path / "a.toml"
    article.write_text(f'{text} killed 12 men. "{text}', encoding="utf-8", errors="replace")
    made = drafted(article, {}, ())
    path.write_text(as_toml(made, Shared("x"), "a", "b"), encoding="utf-8")
    claims = read_located([path]).all
    assert {one.id for one in made.drafts} == set(claims)
    for one in made.drafts:
        assert claims[one.id].claim.text == one.text
