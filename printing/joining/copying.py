"""The objects of one PDF copied into another, with numbers of their own there."""

import hashlib
import io
from collections import deque

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from printing.pdf.object_file import STREAM_END, ObjectFile

# The keys by which a page, or a picture in it, finds its place in the structure.
_STRUCTURE_KEYS = ("/StructParents", "/StructParent")


class Copies:
    """Copies documents into *file*; what is the same in several of them is written once."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._streams: dict[bytes, int] = {}

    def put(self, number: int, value: PdfObject) -> None:
        """Write an object that is our own or already renumbered."""
        self._file.put(number, _body(value))

    def put_stream(self, stream: StreamObject) -> int:
        """Write a stream, unless it is there already, and return its number."""
        body = _body(stream).removesuffix(b"\nendstream") + STREAM_END
        digest = hashlib.sha256(body).digest()
        if digest not in self._streams:
            self._streams[digest] = self._file.number()
            self._file.put_stream(self._streams[digest], body)
        return self._streams[digest]

    def number(self) -> int:
        """Return a number that no object has yet."""
        return self._file.number()


class Copy:
    """Copies what one document needs: first what is asked for, then all that it refers to."""

    def __init__(self, copies: Copies, first_key: int) -> None:
        self._copies, self._first_key = copies, first_key
        self._numbers: dict[int, int] = {}
        self._waiting: deque[tuple[int, PdfObject]] = deque()

    def put_in_place_of(self, old: IndirectObject, number: int) -> None:
        """Let everything that refers to *old* refer to another object, which is there already."""
        self._numbers[old.idnum] = number

    def take(self, old: IndirectObject, value: PdfObject) -> int:
        """Copy an object that may have been changed since it was read; return its new number."""
        number = self._numbers[old.idnum] = self._copies.number()
        self._waiting.append((number, value))
        return number

    def renumbered(self, value: PdfObject) -> PdfObject:
        """Return *value* with the new numbers of all that it refers to."""
        if isinstance(value, IndirectObject):
            return value if _is_new(value) else reference(self._number(value))
        if isinstance(value, DictionaryObject):
            return DictionaryObject({k: self._entry(k, entry) for k, entry in value.items()})
        if isinstance(value, ArrayObject):
            return ArrayObject([self.renumbered(entry) for entry in list.__iter__(value)])
        return value

    def write(self) -> None:
        """Write everything that waits, and all that it refers to."""
        while self._waiting:
            number, value = self._waiting.popleft()
            self._copies.put(number, self.renumbered(value))

    def _entry(self, key: PdfObject, value: PdfObject) -> PdfObject:
        if str(key) in _STRUCTURE_KEYS and isinstance(value, NumberObject):
            return NumberObject(value + self._first_key)
        return self.renumbered(value)

    def _number(self, old: IndirectObject) -> int:
        if old.idnum in self._numbers:
            return self._numbers[old.idnum]
        value = old.get_object()
        if not isinstance(value, StreamObject):
            return self.take(old, value if value is not None else NullObject())
        value.update({key: self.renumbered(entry) for key, entry in value.items()})
        self._numbers[old.idnum] = self._copies.put_stream(value)
        return self._numbers[old.idnum]


def _is_new(place: IndirectObject) -> bool:
    """Tell whether a reference was made by reference(), not read from a file."""
    return place.pdf is None


def reference(number: int) -> IndirectObject:
    """Return a reference to an object of the new file."""
    return IndirectObject(number, 0, None)


def named(entries: dict[str, PdfObject]) -> DictionaryObject:
    """Return a dictionary with the names that PDF uses."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _body(value: PdfObject) -> bytes:
    written = io.BytesIO()
    value.write_to_stream(written)
    return written.getvalue()
