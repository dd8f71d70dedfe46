"""The claims that ship with the project, and the examples of their documentation."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from factcheck.config_file import parse
from factcheck.model import Claim, ClaimStatus, Hedge, StatedFigure
from factcheck.store.fields import CLAIM_KEYS
from factcheck.store.reader import lint, read_claims

ROOT = Path(__file__).parents[2]
CLAIMS = ROOT / "claims"
PAGES = [CLAIMS / "README.md", ROOT / "docs" / "claims.md"]
SEED = ROOT.parent / "shared" / "seeds" / "000_21249369b3b2d8c1.txt"


def test_they_have_no_faults():
    assert lint([CLAIMS]) == ()


# The facts of the article, each with words that its claim has to hold.
@pytest.mark.parametrize(
    "words",
    [
        ("3,500", "Far East"),
        ("five", "facilities"),
        ("1,500", "Kursk", "adaptation training"),
        ("approximately 11,000", "October"),
        ("January", "February"),
        ("400", "killed"),
        ("3,600", "injured"),
        ("300", "active duty"),
        ("third deployment",),
        ("63,000", "Kursk"),
        ("Five", "ten Russian"),
        ("approximately 4,000", "casualties"),
        ("amount to 3,600", "casualties"),
        ("ten percent", "3,600", "dead"),
    ],
)
def test_each_fact_is_there(words):
    assert [claim for claim in read_claims([CLAIMS]) if all(word in claim.text for word in words)]


def test_each_says_who_says_so_and_when():
    for claim in read_claims([CLAIMS]):
        assert claim.source
        assert claim.as_of == "2025-02"
        assert "news.az" in (claim.note or "")


@pytest.mark.skipif(not SEED.exists(), reason="the article is not part of the project")
def test_no_sentence_is_the_articles():
    """No run of seven words is shared: facts are free, wording is not."""
    article = re.findall(r"[\w,.-]+", SEED.read_text(encoding="utf-8").lower())
    runs = {tuple(article[n : n + 7]) for n in range(len(article))}
    for claim in read_claims([CLAIMS]):
        own = re.findall(r"[\w,.-]+", claim.text.lower())
        assert not runs & {tuple(own[n : n + 7]) for n in range(len(own) - 6)}, claim.text


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@pytest.mark.parametrize("language", ["toml", "jsonl"])
def test_the_examples_are_sound(tmp_path, page, language):
    found = [block for block in blocks(page, language) if "claims = " not in block]
    for number, block in enumerate(found):
        path = tmp_path / f"{number}.{language}"
        path.write_text(block, encoding="utf-8")
        assert lint([path]) == (), block
    assert found or language == "jsonl"


def test_the_example_of_the_settings_is_sound(tmp_path):
    (block,) = [block for block in blocks(PAGES[1], "toml") if "claims = " in block]
    path = tmp_path / "factcheck.toml"
    path.write_text(block, encoding="utf-8")
    assert parse(path).keys() == {"claims", "units", "locale", "policy"}


def test_the_reference_names_every_key_and_word():
    reference = PAGES[1].read_text(encoding="utf-8")
    names = {*CLAIM_KEYS, *(field.name for field in fields(StatedFigure)), *ClaimStatus, *Hedge}
    assert {name for name in names if f"`{name}`" not in reference} == set()


def test_every_field_of_a_claim_can_be_written():
    assert {field.name for field in fields(Claim)} - {"figures"} == set(CLAIM_KEYS) - {"figure"}
