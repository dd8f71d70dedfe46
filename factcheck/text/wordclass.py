"""Which parts of speech a base form can have, according to Open English WordNet.

The tagger uses it for words that its treebank never showed, the lemmatizer to choose between
"clos" and "close". The table (data/wordclass.bin, built by scripts/train_tagger.py) holds
74,000 single words in 0.4 MB.
"""

from __future__ import annotations

import mmap
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from factcheck.text.buckets import MARKS, mapped, slot

FILE: Final = Path(__file__).parent.parent / "data" / "wordclass.bin"
MAGIC: Final = b"FCWC0001"
NOUN: Final = 1
VERB: Final = 2
ADJECTIVE: Final = 4
ADVERB: Final = 8
PAST: Final = 16  # an irregular past tense or participle
PLURAL: Final = 32  # an irregular plural


@cache
def _data() -> mmap.mmap:
    return mapped(FILE, MAGIC)


@lru_cache(maxsize=1 << 14)
def classes(word: str) -> int:
    """Return the classes that `word` (in lower case) can have.

    Returns:
        A sum of NOUN, VERB, ADJECTIVE and ADVERB, and for irregular forms of PAST and PLURAL; 0
        for a word that is not in the table.
    """
    data = _data()
    number = slot(data, len(MAGIC), word)
    return data[len(MAGIC) + MARKS + number] if number >= 0 else 0
