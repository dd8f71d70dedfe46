"""The tokenizer: conventions of the treebank, figures, abbreviations, and what must never break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.tokens import tokenize

CUTS = [
    ("", ""),
    ("I can't, won't.", "I|ca|n't|,|wo|n't|."),
    ("don’t", "do|n’t"),
    ("Yu's", "Yu|'s"),
    ("They've said it's", "They|'ve|said|it|'s"),
    ("the boys' bus", "the|boys|'|bus"),
    ("25-year-old", "25|-|year|-|old"),
    ("11k £3bn 5% 38°C", "11|k|£|3|bn|5|%|38|°|C"),
    ("3,500 and 2.5 and 1.234,5", "3,500|and|2.5|and|1.234,5"),
    ("Wait... well -- no ____ ****", "Wait|...|well|--|no|____|****"),
    ("at 6.05 a.m. today", "at|6.05|a.m.|today"),
    ("at 6 p.m sharp", "at|6|p.m|sharp"),
    ("the U.S. army", "the|U.S.|army"),
    ("e.g. this", "e.g.|this"),
    ("They said no. Then", "They|said|no|.|Then"),
    ("It is No. 5", "It|is|No.|5"),
    ("pp. 3 and 4", "pp.|3|and|4"),
    ("They sat. Then", "They|sat|.|Then"),
    ("The Sun. They", "The|Sun|.|They"),
    ("on Sat. 12 May", "on|Sat.|12|May"),
    ("on 3 Dec. They", "on|3|Dec|.|They"),
    ("on Dec. 3", "on|Dec.|3"),
    ("in Sept. they", "in|Sept.|they"),
    ("Gen. Smith, Dr. Doe", "Gen.|Smith|,|Dr.|Doe"),
    ("J. Doe", "J.|Doe"),
    ("George W. Bush", "George|W.|Bush"),
    ("Plan B. The", "Plan|B|.|The"),
    ("Acme Inc. said", "Acme|Inc.|said"),
    ("5 in. of rain", "5|in.|of|rain"),
    ("He is in. Then", "He|is|in|.|Then"),
    ("It ends at Acme Inc.", "It|ends|at|Acme|Inc|."),
    ("naïve Zoë", "naïve|Zoë"),
    ("٣٥", "٣|٥"),
]


@pytest.mark.parametrize(("text", "cut"), CUTS)
def test_cuts(text: str, cut: str) -> None:
    assert "|".join(tokenize(text).texts) == cut


def test_lowers_straighten_apostrophes() -> None:
    assert tokenize("DON’T").lowers == ("do", "n't")


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "One. Two 3."
    tokens = tokenize(text, 5, 10)
    assert tokens.texts == ("Two", "3")
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == ["Two", "3"]
    assert tokens.cut(0, 2) == "Two 3"
    assert not tokens.glued(1)


ODD = st.text(alphabet=st.sampled_from("aBn't’.,!?()\"- 5\n\u0301٣_é\ud800\x00%No")) | st.text()


@given(ODD)
def test_tokens_cover_everything_but_white_space(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for a, b, piece in zip(tokens.starts, tokens.ends, tokens.texts, strict=True):
        assert a < b
        assert text[a:b] == piece
        assert text[end:a].strip() == ""
        assert not any(map(str.isspace, piece))
        end = b
    assert text[end:].strip() == ""


@pytest.mark.parametrize("piece", [".", "'", "'s", "n't", "a.", "1.", "1,", "-", "\u0301", "No. "])
def test_long_runs(piece: str) -> None:
    tokens = tokenize(piece * 50_000)
    assert tokens.ends[-1] == len((piece * 50_000).rstrip())
