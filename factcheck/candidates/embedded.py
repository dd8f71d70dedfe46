"""A store of claims on disk, indexed by tantivy: for more claims than a memory should hold.

A document is one claim: its keys, its id, its turn among claims of one score, the digest of the
record that it was made from, and the claim itself, packed. What the store knows of itself (`Notes`)
is a document too, so that a commit changes all of it at once: a reader sees the old store or the
new one, never a mixture.

tantivy finds and adds up by the weights of `candidates.asking`; no rule of its own scores anything.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import tantivy

from factcheck.candidates.analysed import AnalysedClaim, analysed, keys_of_claim
from factcheck.candidates.asking import LEAST, Asked, asked, turn
from factcheck.candidates.faults import reported, whole
from factcheck.candidates.keys import SLIP, Concept, encodable
from factcheck.candidates.packed import dictionary, packed, unpacked
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE

_KEY, _ID, _TURN, _RECORD, _NOTES, _BODY = "k", "i", "t", "r", "n", "b"
_TOLD: Final = "notes"
_THINNED: Final = "thinned"  # whether claims were taken out that may still lie in the files
_HEAP: Final = 128 << 20  # bytes that the writer gathers before it writes them out
# Hits beyond the limit that are asked for, of which one third of all questions have more of one
# score than that; then so many, which one in two hundred exceeds; then all.
_SPARE: Final = 44
_MOST: Final = 4096
# Up to so many claims are counted one by one where some were taken out: tantivy's own number
# counts those that still lie in its files.
_COUNTED: Final = 10_000
# Claims that a snapshot keeps at hand. More would be looked through by the garbage collector more
# often than they are asked for: 4,096 make the slowest percent of checks take half as long again.
_KEPT: Final = 512
_Query = tantivy.Query


class Record(NamedTuple):
    """A claim as it is stored.

    Attributes:
        id: the claim's.
        name: of the record in a file that it was made from; "" where it comes from none.
        keys: what it is found by.
        body: the claim, packed.
    """

    id: str
    name: str
    keys: Sequence[str]
    body: bytes


def record(
    claim: Claim,
    known: bytes,
    name: str = "",
    units: UnitTable | None = None,
    locale: str = LOCALE,
) -> Record:
    """Read a claim and lay it out.

    Args:
        claim: the claim, no draft.
        known: the dictionary of the store, which `packed` needs.
        name: of the record in a file that it is made from.
        units: the user's own units.
        locale: how numbers and dates are written.
    """
    read = analysed(claim, units, locale)
    return Record(claim.id, name, sorted(keys_of_claim(read)), packed(read, known))


class EmbeddedStore:
    """Claims in a folder; a `ClaimStore`.

    Args:
        folder: of its own, which is made where there is none.
        units: the user's own units.
        locale: how numbers and dates are written.

    Raises:
        Damaged: what lies there is no store, or not whole.
        ClaimError: the folder cannot be written.
    """

    def __init__(self, folder: Path, units: UnitTable | None = None, locale: str = LOCALE) -> None:
        self._folder, self._units, self._locale = folder, units, locale
        if not (folder / "meta.json").exists():
            _make(folder)
        self._snapshot = EmbeddedSnapshot(folder)

    def count(self) -> int:
        """How many claims there are."""
        return len(self._snapshot)

    def get(self, claim_id: str) -> Claim | None:
        """The claim of an id, or None."""
        return self._snapshot.get(claim_id)

    def candidates(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with a statement."""
        return self._snapshot.search(concepts, limit)

    def upsert(self, claims: Iterable[Claim]) -> None:
        """Add claims, each in the place of the one that had its id; drafts are taken out."""
        known, seen = self._snapshot.known, set[str]()
        with Writing(self._folder) as writing:
            for claim in claims:
                if claim.id in seen or self._snapshot.holds(claim.id):
                    writing.take_out(claim.id)
                seen.add(claim.id)
                if claim.status != ClaimStatus.DRAFT:
                    writing.add(record(claim, known, "", self._units, self._locale))
            writing.commit(self._snapshot.notes)
        self._snapshot = EmbeddedSnapshot(self._folder)

    def delete(self, claim_ids: Iterable[str]) -> None:
        """Take claims out; an id that no claim has is passed over."""
        with Writing(self._folder) as writing:
            for claim_id in claim_ids:
                writing.take_out(claim_id)
            writing.commit(self._snapshot.notes)
        self._snapshot = EmbeddedSnapshot(self._folder)

    def snapshot(self) -> EmbeddedSnapshot:
        """The claims as they are now."""
        return self._snapshot


class Writing:
    """Changes to a store, which show all at once when they are committed, or never.

    Raises:
        ClaimError: the folder cannot be written, the disk is full, somebody else is writing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thins = False

    def __enter__(self) -> Writing:
        with reported(self._folder):
            self._writer = _opened(self._folder).writer(heap_size=_HEAP, num_threads=1)
        return self

    def __exit__(self, *_: object) -> None:
        del self._writer  # gives up the lock, and what was not committed

    def add(self, one: Record) -> None:
        """Add a claim."""
        document = tantivy.Document()
        for key in one.keys:
            document.add_text(_KEY, encodable(key))
        document.add_text(_ID, encodable(one.id))
        document.add_integer(_TURN, turn(one.id))
        if one.name:
            document.add_text(_RECORD, one.name)
        document.add_bytes(_BODY, one.body)
        with reported(self._folder):
            self._writer.add_document(document)

    def take_out_record(self, name: str) -> None:
        """Take out the claim that was made from a record."""
        self._thins = True
        self._delete(_RECORD, name)

    def take_out(self, claim_id: str) -> None:
        """Take out the claim of an id."""
        self._thins = True
        self._delete(_ID, claim_id)

    def commit(self, notes: dict[str, Any]) -> None:
        """Let the changes show, with what the store knows of itself from now on."""
        self._delete(_NOTES, _TOLD)
        document = tantivy.Document()
        document.add_text(_NOTES, _TOLD)
        thinned = self._thins or bool(notes.get(_THINNED))
        document.add_bytes(_BODY, marshal.dumps({**notes, _THINNED: thinned}))
        with reported(self._folder):
            self._writer.add_document(document)
            self._writer.commit()

    def _delete(self, field: str, value: str) -> None:
        with reported(self._folder):
            self._writer.delete_documents_by_term(field, encodable(value))

    def tidy(self) -> None:
        """Wait until tantivy has put small pieces together; nothing can be written behind it."""
        with reported(self._folder):
            self._writer.wait_merging_threads()


class EmbeddedSnapshot:
    """The claims of a folder at one moment; a `Snapshot`.

    Attributes:
        notes: what the store knows of itself.
        known: the dictionary that its claims were packed with.

    Raises:
        Damaged: what lies there is no store, or not whole.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with whole(folder):
            index = _opened(folder)
            self._schema, self._searcher = index.schema, index.searcher()
            hits = self._hits(self._term(_NOTES, _TOLD), 1)
            self.notes: dict[str, Any] = marshal.loads(self._body(hits[0][1]))
            self.known = bytes(self.notes["dictionary"])
            self._thinned = bool(self.notes[_THINNED])
        self._count = self._searcher.num_docs - 1
        self._claim = lru_cache(maxsize=_KEPT)(self._load)

    def __len__(self) -> int:
        return int(self._count)

    def get(self, claim_id: str) -> Claim | None:
        """The claim of an id, or None."""
        hits = self._hits(self._term(_ID, claim_id), 1)
        return self._at(hits[0][1]).claim if hits else None

    @property
    def drafts(self) -> int:
        """How many drafts were left out when the claims were read from files."""
        return int(self.notes.get("drafts", 0))

    def holds(self, claim_id: str) -> bool:
        """Whether there may be a claim of an id; where there is one, always."""
        return bool(self._searcher.doc_freq(_ID, encodable(claim_id)))

    def search(self, concepts: Iterable[Concept], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims that share most with a statement; see `Snapshot`."""
        if self._count <= limit:
            hits = self._hits(_Query.all_query(), limit + 1)
            notes = self._hits(self._term(_NOTES, _TOLD), 1)[0][1]
            places = [at for _, at in hits if not _same(at, notes)]
            return sorted((self._at(at) for at in places), key=_by_id)
        wanted = asked(concepts, self._count, self._frequency)
        if not wanted:
            return []
        hits = self._best(self._query(wanted), limit)
        least = LEAST * hits[0][0] if hits else 0.0
        found = [(-score, self._at(at)) for score, at in hits if score >= least]
        found.sort(key=lambda pair: (pair[0], pair[1].claim.id))
        return [claim for _, claim in found]

    def with_keys(self, keys: Iterable[str], limit: int) -> list[AnalysedClaim]:
        """The `limit` claims whose turn comes first of those that have any of some keys."""
        held = [key for key in keys if self._frequency(key)]
        if not held:
            return []
        hits = self._best(_Query.const_score_query(self._any(held), 1.0), limit)
        return sorted((self._at(at) for _, at in hits), key=_by_id)

    def _frequency(self, key: str) -> int:
        """How many claims have a key, or one that is a letter away from it."""
        with whole(self._folder):
            if not key.startswith(SLIP):
                held = int(self._searcher.doc_freq(_KEY, encodable(key)))
                if not self._thinned or not held or held > _COUNTED:
                    return held
            found = self._searcher.search(self._key(key), 1, count=True)
            return int(found.count)  # type: ignore[attr-defined]  # its stub forgets it

    def _best(self, query: tantivy.Query, limit: int) -> list[tuple[float, Any]]:
        """The first `limit` hits; of those that score as the last of them, whose turn is first."""
        for wanted in (limit + _SPARE, _MOST, self._count):
            hits = self._hits(query, wanted)
            if len(hits) < wanted or hits[-1][0] < hits[limit - 1][0]:
                break
        if len(hits) <= limit:
            return hits
        cut = hits[limit - 1][0]
        above = [hit for hit in hits if hit[0] > cut]
        tied = [hit for hit in hits if hit[0] == cut]
        first = sorted(range(len(tied)), key=self._turns(at for _, at in tied).__getitem__)
        return [*above, *(tied[at] for at in first[: limit - len(above)])]

    def _turns(self, places: Iterable[Any]) -> list[int]:
        with whole(self._folder):
            turns: list[Any] = self._searcher.fast_field_values(_TURN, [*places])
            return turns

    def _query(self, wanted: Sequence[Asked]) -> tantivy.Query:
        """Claims by the sum of what each concept gives them."""
        parts = [(tantivy.Occur.Should, self._concept(one)) for one in wanted]
        return _Query.boolean_query(parts)

    def _concept(self, one: Asked) -> tantivy.Query:
        """The weight of the very word, or else that of another word for it."""
        weighed = ((one.own, one.weight), (one.akin, one.less))
        parts = [_Query.const_score_query(self._any(keys), by) for keys, by in weighed if keys]
        return parts[0] if len(parts) == 1 else _Query.disjunction_max_query(parts)

    def _any(self, keys: Sequence[str]) -> tantivy.Query:
        parts = [(tantivy.Occur.Should, self._key(key)) for key in keys]
        return parts[0][1] if len(parts) == 1 else _Query.boolean_query(parts)

    def _key(self, key: str) -> tantivy.Query:
        """The claims that have a key, or one that is a letter away from it."""
        if key.startswith(SLIP):
            return _Query.fuzzy_term_query(self._schema, _KEY, key.removeprefix(SLIP))
        return self._term(_KEY, key)

    def _term(self, field: str, value: str) -> tantivy.Query:
        return _Query.term_query(self._schema, field, encodable(value), index_option="basic")

    def _hits(self, query: tantivy.Query, limit: int) -> list[tuple[float, Any]]:
        with whole(self._folder):
            hits: list[tuple[float, Any]] = self._searcher.search(query, limit, count=False).hits
            return hits

    def _at(self, place: Any) -> AnalysedClaim:
        return self._claim(place.segment_ord, place.doc)

    def _load(self, segment: int, number: int) -> AnalysedClaim:
        with whole(self._folder):
            return unpacked(self._body(tantivy.DocAddress(segment, number)), self.known)

    def _body(self, place: Any) -> bytes:
        return bytes(self._searcher.doc(place)[_BODY][0])


def _by_id(claim: AnalysedClaim) -> str:
    return claim.claim.id


def _same(one: Any, other: Any) -> bool:
    return (one.segment_ord, one.doc) == (other.segment_ord, other.doc)


def _opened(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    index.config_reader(reload_policy="manual")  # else a thread looks for changes
    return index


def _make(folder: Path) -> None:
    """Lay out an empty store."""
    with reported(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        schema = tantivy.SchemaBuilder()
        for field in (_KEY, _ID, _RECORD, _NOTES):
            schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
        schema.add_integer_field(_TURN, fast=True)
        schema.add_bytes_field(_BODY, stored=True)
        tantivy.Index(schema.build(), path=str(folder))
    with Writing(folder) as writing:
        writing.commit({"dictionary": dictionary()})
