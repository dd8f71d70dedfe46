"""Build factcheck/data/wordnet.bin from a SQLite extract of Open English WordNet.

Usage:

    python scripts/build_wordnet.py path/to/oewn.sqlite [--check]

The extract holds `sense(lemma, pos, rank, synset)`, lemmas in lower case and rank 0 the
commonest sense, and `relation(synset, kind, target)` with the kinds hypernym, derivation and
antonym. The same input always gives the same bytes; `--check` compares instead of writing.

What is kept, and why:

- lemmas of one word (a hyphen or an apostrophe may be inside) or of two words; digits,
  abbreviations with full stops and longer phrases say little about what a figure counts;
- the first KEPT_SENSES senses of a lemma in each part of speech: rarer senses are what makes
  unlike words look the same;
- no Latin taxonomy: nobody counts "anas acuta", and it is a fifth of the nouns.

Layout, all integers little-endian unsigned 32 bit (read by factcheck/lexicon/wordnet.py):

    header     8 bytes of magic, then HEADER_FIELDS integers: the number of lemmas, the first
               synset of verbs, of adjectives, of adverbs and the number of synsets, then the
               start and the end of each section below, in bytes
    lemmas     the end of each lemma inside `text`, in the order of their UTF-8 bytes
    text       the lemmas, glued together
    senses     the end of each lemma's run inside `synsets`
    synsets    synset numbers, commonest sense first within a part of speech; synsets are
               numbered nouns first, then verbs, adjectives, adverbs
    hypernyms, derivations, antonyms
               pairs (synset, target), sorted
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sqlite3
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

MAGIC = b"FCWN0001"
SECTIONS = ("lemmas", "text", "senses", "synsets", "hypernyms", "derivations", "antonyms")
HEADER_FIELDS = 5 + 2 * len(SECTIONS)
PARTS_OF_SPEECH = "nvar"
KEPT_SENSES = 3
TARGET = Path(__file__).parent.parent / "factcheck" / "data" / "wordnet.bin"
# What is compiled from the table depends on this small file instead of on 4 MB.
DIGEST = TARGET.with_name("wordnet.digest")

_LEMMA = re.compile(r"[a-zà-ÿ][a-zà-ÿ'-]*(?: [a-zà-ÿ][a-zà-ÿ'-]+)?")
_LATIN_END = re.compile(r"(us|um|is|ii|ae|ia|ata|atus|ensis|oides|ora|alis|aris|ica|ida|ina|ana)\Z")

Senses = dict[str, list[int]]
Pairs = set[tuple[int, int]]


def read(path: Path) -> tuple[Senses, dict[int, str], dict[str, Pairs]]:
    """Return the kept senses of each lemma, each synset's part of speech, and the relations."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    relations: dict[str, Pairs] = {"hypernym": set(), "derivation": set(), "antonym": set()}
    for synset, kind, target in base.execute("select synset, kind, target from relation"):
        relations[kind].add((synset, target))
    rows = base.execute("select lemma, pos, rank, synset from sense").fetchall()
    order = {pos: at for at, pos in enumerate(PARTS_OF_SPEECH)}
    rows.sort(key=lambda row: (row[0].encode(), order[row[1]], row[2]))
    groups = _below(relations["hypernym"], _synset_of(rows, "taxonomic group"))
    organisms = _below(relations["hypernym"], _synset_of(rows, "organism"))
    senses: Senses = {}
    pos_of: dict[int, str] = {}
    for lemma, pos, rank, synset in rows:
        pos_of[synset] = pos
        latin = synset in groups or (
            " " in lemma and synset in organisms and _LATIN_END.search(lemma) is not None
        )
        if rank < KEPT_SENSES and not latin and _LEMMA.fullmatch(lemma):
            senses.setdefault(lemma, []).append(synset)
    return senses, pos_of, relations


def _synset_of(rows: Iterable[tuple[str, str, int, int]], lemma: str) -> int:
    return next(synset for name, pos, _, synset in rows if name == lemma and pos == "n")


def _below(hypernyms: Pairs, top: int) -> set[int]:
    """Return `top` and everything under it."""
    children: dict[int, list[int]] = {}
    for synset, above in hypernyms:
        children.setdefault(above, []).append(synset)
    found, queue = {top}, [top]
    while queue:
        for child in children.get(queue.pop(), ()):
            if child not in found:
                found.add(child)
                queue.append(child)
    return found


def renumber(senses: Senses, pos_of: dict[int, str], hypernyms: Pairs) -> dict[int, int]:
    """Number the synsets that a kept lemma has, or that lie above one, by part of speech."""
    above: dict[int, list[int]] = {}
    for synset, target in hypernyms:
        above.setdefault(synset, []).append(target)
    kept = {synset for run in senses.values() for synset in run}
    queue = list(kept)
    while queue:
        for target in above.get(queue.pop(), ()):
            if target not in kept:
                kept.add(target)
                queue.append(target)
    order = {pos: at for at, pos in enumerate(PARTS_OF_SPEECH)}
    ranked = sorted(kept, key=lambda synset: (order[pos_of[synset]], synset))
    return {synset: number for number, synset in enumerate(ranked)}


def pack(senses: Senses, pos_of: dict[int, str], relations: dict[str, Pairs]) -> bytes:
    """Return the whole file."""
    number = renumber(senses, pos_of, relations["hypernym"])
    lemmas = sorted(senses, key=str.encode)
    text, ends, runs, synsets = bytearray(), [], [], []
    for lemma in lemmas:
        text += lemma.encode()
        ends.append(len(text))
        synsets += [number[synset] for synset in senses[lemma]]
        runs.append(len(synsets))
    text += b"\0" * (-len(text) % 4)
    bodies = [_integers(ends), bytes(text), _integers(runs), _integers(synsets)]
    for kind in ("hypernym", "derivation", "antonym"):
        pairs = sorted(
            (number[a], number[b]) for a, b in relations[kind] if a in number and b in number
        )
        bodies.append(_integers([end for pair in pairs for end in pair]))
    counts = [sum(pos_of[old] == pos for old in number) for pos in PARTS_OF_SPEECH]
    header = [len(lemmas), counts[0], sum(counts[:2]), sum(counts[:3]), len(number)]
    at = len(MAGIC) + 4 * HEADER_FIELDS
    for body in bodies:
        header += [at, at + len(body)]
        at += len(body)
    return MAGIC + _integers(header) + b"".join(bodies)


def _integers(values: list[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def main() -> int:
    """Write the file, or compare it with what is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    arguments = parser.parse_args()
    built = pack(*read(arguments.source))
    digest = hashlib.sha256(built).hexdigest() + "\n"
    if arguments.check:
        same = TARGET.read_bytes() == built and DIGEST.read_text() == digest
        print("as built" if same else f"{TARGET} differs from what {arguments.source} gives")
        return 0 if same else 1
    TARGET.write_bytes(built)
    DIGEST.write_text(digest)
    print(f"{TARGET}: {len(built):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
