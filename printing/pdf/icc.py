"""The profile that says that colours are sRGB, made here: small, and nobody else's property."""

import functools
import struct

_NAME = b"sRGB IEC61966-2.1"
_D50 = (0.9642, 1.0, 0.8249)
# The primaries of IEC 61966-2-1, adapted to D50 by the Bradford method.
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_POINTS = 256


@functools.cache
def srgb() -> bytes:
    """Return an ICC profile of version 2.1."""
    tags = {
        b"desc": _description(),
        b"cprt": b"text\0\0\0\0No copyright\0",
        b"wtpt": _xyz(_D50),
        **{name: _xyz(place) for name, place in _PRIMARIES.items()},
    }
    curve = _curve()
    names = [*tags, b"rTRC", b"gTRC", b"bTRC"]
    at = 128 + 4 + 12 * len(names)
    table, data = [struct.pack(">I", len(names))], []
    for name, value in tags.items():
        padded = value + bytes(-len(value) % 4)
        table.append(struct.pack(">4sII", name, at, len(value)))
        data.append(padded)
        at += len(padded)
    # One curve for all three colours.
    table.extend(struct.pack(">4sII", name, at, len(curve)) for name in names[len(tags) :])
    return b"".join((_header(at + len(curve)), *table, *data, curve))


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # any date, as long as it is always the same
    return (
        struct.pack(">I4sI4s4s4s", size, b"", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
        + made
        + b"acsp".ljust(32, b"\0")
        + _fixed(_D50)
    ).ljust(128, b"\0")


def _description() -> bytes:
    """Return the name in ASCII; that in Unicode and that for old Macintoshes stay empty."""
    ascii_name = _NAME + b"\0"
    return b"desc" + struct.pack(">II", 0, len(ascii_name)) + ascii_name + bytes(4 + 4 + 3 + 67)


def _curve() -> bytes:
    values = (round(_linear(point / (_POINTS - 1)) * 65535) for point in range(_POINTS))
    return b"curv" + struct.pack(f">II{_POINTS}H", 0, _POINTS, *values)


def _linear(value: float) -> float:
    if value <= 0.04045:
        return value / 12.92
    return float(((value + 0.055) / 1.055) ** 2.4)


def _xyz(place: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(place)


def _fixed(values: tuple[float, ...]) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))
