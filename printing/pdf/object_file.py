"""A PDF written object by object: only the finished bytes and an index stay in memory."""

import hashlib
import struct
import zlib

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# With a single line feed, data that happens to end with a carriage return would seem a byte
# shorter than it says; readers that are strict, such as validators of PDF/A, refuse that.
STREAM_END = b"\r\nendstream"
# The next level takes half a millisecond more of a plan, and saves half a kilobyte.
_LEVEL = 5
# So many objects are packed together; a reader unpacks them all to read one.
_PACKED = 100


# Where objects lie, as the index tells it: its kind, an offset or an object, and a place in that.
_place = struct.Struct(">BIH").pack
_AT, _IN = 1, 2
# Of a number that was taken and not used, and of number 0, which never is.
_FREE = _place(0, 0, 0xFFFF)


class ObjectFile:
    """Takes objects by number, in any order, and gives the file when all of them are there."""

    def __init__(self) -> None:
        self._written = bytearray(_HEAD)
        self._places: dict[int, bytes] = {}
        self._waiting: list[tuple[int, bytes]] = []
        self._last = 0

    def number(self) -> int:
        """Return a number that no object has yet."""
        self._last += 1
        return self._last

    def put(self, number: int, body: bytes) -> None:
        """Write an object that is no stream."""
        self._waiting.append((number, body))
        if len(self._waiting) == _PACKED:
            self._pack()

    def put_stream(self, number: int, body: bytes) -> None:
        """Write a stream, from its dictionary to its "endstream"."""
        self._places[number] = _place(_AT, len(self._written), 0)
        self._written += b"%d 0 obj\n%b\nendobj\n" % (number, body)

    def add(self, body: bytes) -> int:
        """Write an object that is no stream, and return its number."""
        number = self.number()
        self.put(number, body)
        return number

    def add_stream(self, body: bytes) -> int:
        """Write a stream, from its dictionary to its "endstream", and return its number."""
        number = self.number()
        self.put_stream(number, body)
        return number

    def finish(self, root: int, info: int) -> bytes:
        """Return the file, whose catalog and information are the objects *root* and *info*."""
        self._pack()
        number, start = self.number(), len(self._written)
        self._places[number] = _place(_AT, start, 0)
        # The same content gives the same identity, as everything else in the file.
        identity = hashlib.sha256(self._written).hexdigest()[:32].encode()
        head = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]" % (
            *(number + 1, root, info),
            *(identity, identity),
        )
        self.put_stream(number, packed(head, self._index()))
        self._written += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(self._written)

    def _index(self) -> bytes:
        return b"".join(self._places.get(number, _FREE) for number in range(self._last + 1))

    def _pack(self) -> None:
        """Write the objects that wait as one compressed stream."""
        if not self._waiting:
            return
        number, head, bodies = self.number(), bytearray(), bytearray()
        for index, (waiting, body) in enumerate(self._waiting):
            self._places[waiting] = _place(_IN, number, index)
            head += b"%d %d " % (waiting, len(bodies))
            bodies += body + b"\n"
        about = b"/Type/ObjStm/N %d/First %d" % (len(self._waiting), len(head))
        self.put_stream(number, packed(about, bytes(head + bodies)))
        self._waiting.clear()


def packed(entries: bytes, data: bytes) -> bytes:
    """Return a stream of *data*, compressed, with these entries in its dictionary."""
    small = zlib.compress(data, _LEVEL)
    return plain(entries + b"/Filter/FlateDecode", small)


def plain(entries: bytes, data: bytes) -> bytes:
    """Return a stream of *data* as it is, so that it can be read without unpacking."""
    return b"<<%b/Length %d>>\nstream\n%b%b" % (entries, len(data), data, STREAM_END)
