"""The typefaces as objects of the file: Type0 fonts, whose codes are the glyphs' numbers."""

import functools
from collections.abc import Iterable

from printing.faces.embedding import EmbeddedFace
from printing.pdf.object_file import ObjectFile, packed, plain
from printing.pdf.values import dictionary, number, reference

_IDENTITY = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


def resources(file: ObjectFile, faces: Iterable[EmbeddedFace]) -> int:
    """Return the number of the resources that all pages share."""
    fonts = "".join(f"/{face.resource} {reference(_font(file, face))}" for face in faces)
    return file.add(f"<</Font<<{fonts}>>>>".encode())


def _font(file: ObjectFile, face: EmbeddedFace) -> int:
    to_unicode = file.add_stream(_map(face.to_unicode))
    return file.add(
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{face.name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": f"[{reference(_descendant(file, face))}]",
                "ToUnicode": reference(to_unicode),
            }
        )
    )


def _descendant(file: ObjectFile, face: EmbeddedFace) -> int:
    return file.add(
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{face.name}",
                "CIDSystemInfo": _IDENTITY,
                "CIDToGIDMap": "/Identity",
                "FontDescriptor": reference(_descriptor(file, face)),
                "W": face.widths,
            }
        )
    )


def _descriptor(file: ObjectFile, face: EmbeddedFace) -> int:
    data = file.add_stream(plain(b"/Filter/FlateDecode/Length1 %d" % face.length, face.file))
    return file.add(
        dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{face.name}",
                "Flags": face.flags,
                "FontBBox": f"[{' '.join(map(str, face.bounding_box))}]",
                "ItalicAngle": number(face.italic_angle),
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.cap_height,
                "StemV": face.stem_width,
                "FontFile2": reference(data),
            }
        )
    )


@functools.lru_cache(maxsize=64)
def _map(to_unicode: str) -> bytes:
    return packed(b"", to_unicode.encode())
