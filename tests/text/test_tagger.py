"""The tagger: accuracy on the treebank, news wording, robustness."""

from __future__ import annotations

import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.tagger import TAGS, tag
from factcheck.text.tokens import tokenize

TREEBANK = Path(__file__).parents[3] / "shared/data/treebank/ewt-test.jsonl.gz"

# Sentences of our own, none of them in scripts/tagger_news.txt. A word with a slash is checked.
NEWS = """
Nine villagers were killed/VERB and 31 wounded in the raid/NOUN .
The number/NOUN of pupils rose/VERB 7 % last year .
The retailer cut/VERB 300 jobs/NOUN and shut/VERB two warehouses .
Prosecutors dropped/VERB all charges/NOUN ; the lawyer charges/VERB $ 90 an hour .
Coalition forces/NOUN took the bridge , which forces/VERB lorries/NOUN to turn back/ADV .
At least/ADJ 17/NUM are/AUX dead/ADJ and many are missing .
Most of the patients are back/ADV at home .
Ticket prices are up/ADV 6 % on a year ago .
Tourism fell/VERB to its lowest since 2009/NUM .
Norway sent/VERB a further/ADJ 800 rescuers/NOUN .
Exports/NOUN of/ADP grain fell/VERB by half/NOUN .
Shares/NOUN in/ADP the airline lost/VERB 9 % .
The firm made a loss/NOUN of £/SYM 3/NUM bn .
The tremor struck/VERB at 4.10/NUM p.m. , 20 km/NOUN south of the town .
A/DET quarter/NOUN of nurses/NOUN back/VERB the walkout/NOUN .
Twelve/NUM divers/NOUN found/VERB three/NUM bodies/NOUN .
Losses/NOUN were/AUX put at 60 killed/VERB .
The hurricane has/AUX left/VERB 8,000/NUM homes without/ADP water/NOUN .
Doctors/NOUN say/VERB the vaccine/NOUN works/VERB .
They have/AUX returned/VERB to/ADP active/ADJ duty/NOUN .
Rebels/NOUN Take/VERB Third/ADJ Town/NOUN
Police Arrest/VERB Nine/NUM Over/ADP Fraud/NOUN
It did/AUX n't/PART open/VERB in March/PROPN .
The firm 's/PART profit/NOUN doubled/VERB .
Flood/NOUN Kills/VERB 12/NUM in/ADP Spain/PROPN
Central Bank Raises/VERB Rates/NOUN to 6 %
DEATH TOLL/NOUN RISES/VERB TO/ADP 31
minister quits/VERB after/ADP vote/NOUN
lawmakers/NOUN approved/VERB the budget/NOUN .
the city/NOUN has/VERB 45,000/NUM inhabitants/NOUN .
"""

# Known gaps: sentences of the same kind that the tagger still gets wrong.
GAPS = """
"""


def _checked(line: str) -> tuple[list[str], dict[int, str]]:
    words = [word.rpartition("/") for word in line.split()]
    texts = [form or last for form, _, last in words]
    return texts, {i: last for i, (form, _, last) in enumerate(words) if form}


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_news(line: str) -> None:
    texts, gold = _checked(line)
    guesses = tag(texts)
    assert {index: guesses[index] for index in gold} == gold


@pytest.mark.xfail(strict=True, reason="known gap; move it to NEWS when it passes")
@pytest.mark.parametrize("line", GAPS.strip().splitlines())
def test_gaps(line: str) -> None:
    test_news(line)


@pytest.mark.skipif(not TREEBANK.exists(), reason="the treebank is not there")
def test_accuracy_on_the_treebank() -> None:
    """Measured when written: 94.89%, on words as cut by the treebank."""
    right = total = 0
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = json.loads(line)
            guesses = tag([word[0] for word in words])
            right += sum(guess == word[2] for guess, word in zip(guesses, words, strict=True))
            total += len(words)
    assert right / total >= 0.947


def test_no_words() -> None:
    assert tag([]) == []
    assert tag([""]) != []


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_have_tags(texts: list[str]) -> None:
    tags = tag(texts)
    assert len(tags) == len(texts)
    assert set(tags) <= set(TAGS)
    assert tag(tuple(texts)) == tags


@given(st.text())
def test_any_text_has_tags(text: str) -> None:
    tokens = tokenize(text)
    assert len(tag(tokens.texts)) == len(tokens)


def test_threads_agree() -> None:
    sentences = [_checked(line)[0] for line in NEWS.strip().splitlines()] * 20
    alone = [tag(sentence) for sentence in sentences]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tag, sentences)) == alone
