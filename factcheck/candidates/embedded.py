"""A store of claims on disk, indexed by tantivy: for more claims than a memory should hold.

A document is one claim: its keys, its id, the digest of the record that it was made from, and the
claim itself, packed. What the store knows of itself (`Notes`) is a document too, so that a commit
changes all of it at once: a reader sees the old store or the new one, never a mixture.

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
from factcheck.candidates.asking import LEAST, Asked, asked
from factcheck.candidates.keys import Concept
from factcheck.candidates.packed import dictionary, packed, unpacked
from factcheck.errors import ClaimError
from factcheck.figures.unit_data import UnitTable
from factcheck.model import Claim, ClaimStatus
from factcheck.text.tokens import LOCALE

_KEY, _ID, _RECORD, _NOTES, _BODY = "k", "i", "r", "n", "b"
_TOLD: Final = "notes"
_THINNED: Final = "thinned"  # whether claims were taken out that may still lie in the files
_HEAP: Final = 128 << 20  # bytes that the writer gathers before it writes them out
_SPARE: Final = 44  # hits beyond the limit: claims of one score are told apart by their ids
_MOST: Final = 4096
# Up to so many claims are counted one by one where some were taken out: tantivy's own number
# counts those that still lie in its files.
_COUNTED: Final = 10_000
# Claims that a snapshot keeps at hand. More would be looked through by the garbage collector more
# often than they are asked for: 4,096 make the slowest percent of checks take half as long again.
_KEPT: Final = 512
_NOT_WHOLE: Final = (ValueError, OSError, IndexError, EOFError, TypeError, KeyError)
_BUSY: Final = "LockBusy"  # in what tantivy says where another writer has the lock
_Query = tantivy.Query


class Damaged(ClaimError):
    """What lies in a folder is no store, or not whole."""

    def __init__(self, folder: Path) -> None:
        do = "delete the folder: it is made anew at the next check"
        super().__init__("the index of claims is damaged", where=str(folder), do=do)


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
        with _reported(self._folder):
            self._writer = _opened(self._folder).writer(heap_size=_HEAP, num_threads=1)
        return self

    def __exit__(self, *_: object) -> None:
        del self._writer  # gives up the lock, and what was not committed

    def add(self, one: Record) -> None:
        """Add a claim."""
        document = tantivy.Document()
        for key in one.keys:
            document.add_text(_KEY, _encodable(key))
        document.add_text(_ID, _encodable(one.id))
        if one.name:
            document.add_text(_RECORD, one.name)
        document.add_bytes(_BODY, one.body)
        with _reported(self._folder):
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
        with _reported(self._folder):
            self._writer.add_document(document)
            self._writer.commit()

    def _delete(self, field: str, value: str) -> None:
        with _reported(self._folder):
            self._writer.delete_documents_by_term(field, _encodable(value))

    def tidy(self) -> None:
        """Wait until tantivy has put small pieces together; nothing can be written behind it."""
        with _reported(self._folder):
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
        with _whole(folder):
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
        return bool(self._searcher.doc_freq(_ID, _encodable(claim_id)))

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
        return [claim for _, claim in found[:limit]]

    def with_keys(self, keys: Iterable[str], limit: int) -> list[AnalysedClaim]:
        """The first `limit` claims, by their ids, that have any of some keys."""
        held = [key for key in keys if self._frequency(key)]
        if not held:
            return []
        hits = self._hits(self._any(held), _MOST)
        return sorted((self._at(at) for _, at in hits), key=_by_id)[:limit]

    def _frequency(self, key: str) -> int:
        """How many claims have a key."""
        with _whole(self._folder):
            held = int(self._searcher.doc_freq(_KEY, _encodable(key)))
            if not self._thinned or not held or held > _COUNTED:
                return held
            found = self._searcher.search(self._term(_KEY, key), 1, count=True)
            return int(found.count)  # type: ignore[attr-defined]  # its stub forgets it

    def _best(self, query: tantivy.Query, limit: int) -> list[tuple[float, Any]]:
        """The hits down to the `limit`th, and all of the same score as that."""
        wanted = limit + _SPARE
        while True:
            hits = self._hits(query, wanted)
            cut = hits[limit - 1][0] if len(hits) >= limit else 0.0
            if len(hits) < wanted or hits[-1][0] < cut or wanted >= _MOST:
                return [hit for hit in hits if hit[0] >= cut]
            wanted = _MOST

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
        if len(keys) == 1:
            return self._term(_KEY, keys[0])
        return _Query.term_set_query(self._schema, _KEY, [*map(_encodable, keys)])

    def _term(self, field: str, value: str) -> tantivy.Query:
        return _Query.term_query(self._schema, field, _encodable(value), index_option="basic")

    def _hits(self, query: tantivy.Query, limit: int) -> list[tuple[float, Any]]:
        with _whole(self._folder):
            hits: list[tuple[float, Any]] = self._searcher.search(query, limit, count=False).hits
            return hits

    def _at(self, place: Any) -> AnalysedClaim:
        return self._claim(place.segment_ord, place.doc)

    def _load(self, segment: int, number: int) -> AnalysedClaim:
        with _whole(self._folder):
            return unpacked(self._body(tantivy.DocAddress(segment, number)), self.known)

    def _body(self, place: Any) -> bytes:
        return bytes(self._searcher.doc(place)[_BODY][0])


def _by_id(claim: AnalysedClaim) -> str:
    return claim.claim.id


def _same(one: Any, other: Any) -> bool:
    return (one.segment_ord, one.doc) == (other.segment_ord, other.doc)


def _encodable(text: str) -> str:
    """A text as tantivy takes it: half a surrogate pair, which no file may hold, is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _opened(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    index.config_reader(reload_policy="manual")  # else a thread looks for changes
    return index


def _make(folder: Path) -> None:
    """Lay out an empty store."""
    with _reported(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        schema = tantivy.SchemaBuilder()
        for field in (_KEY, _ID, _RECORD, _NOTES):
            schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
        schema.add_bytes_field(_BODY, stored=True)
        tantivy.Index(schema.build(), path=str(folder))
    with Writing(folder) as writing:
        writing.commit({"dictionary": dictionary()})


class _whole:  # noqa: N801  a context manager
    """Turn what tantivy says of bytes that it did not write into an error for people."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        # where it meets the impossible it panics, which is an exception of a type with no home
        if kind and (issubclass(kind, _NOT_WHOLE) or kind.__name__ == "PanicException"):
            raise Damaged(self._folder) from error if isinstance(error, BaseException) else None


class _reported:  # noqa: N801  a context manager
    """Turn what tantivy and the system say into an error for people."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, OSError | ValueError):
            return
        what = f"the index of claims cannot be written: {error}"
        do = "free some space, or name another folder in FACTCHECK_CACHE"
        if _BUSY in str(error):
            what, do = "somebody else is writing the index of claims", "run again when that is done"
        raise ClaimError(what, where=str(self._folder), do=do) from error
