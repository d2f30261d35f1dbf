"""What holds the file together: the pages, and the catalogue that says what kind of file it is."""

from collections.abc import Sequence

from printing.pdf import icc
from printing.pdf.metadata import LANGUAGE
from printing.pdf.object_file import ObjectFile, packed
from printing.pdf.values import dictionary, numbers, reference

_PROFILE_NAME = "(sRGB IEC61966-2.1)"


def pages(file: ObjectFile, kids: Sequence[int], size: tuple[float, float]) -> int:
    """Return the number of the object above the pages, which have one size."""
    return file.add(
        dictionary(
            {
                "Type": "/Pages",
                "Count": len(kids),
                "Kids": f"[{' '.join(map(reference, kids))}]",
                "MediaBox": f"[0 0 {numbers(*size)}]",
            }
        )
    )


def page(file: ObjectFile, number: int, index: int, parts: tuple[int, int, int]) -> None:
    """Put a page with its parent, resources and contents, on which Tab follows the structure."""
    parent, resources, contents = map(reference, parts)
    body = dictionary(
        {
            "Type": "/Page",
            "Parent": parent,
            "Resources": resources,
            "Contents": contents,
            "StructParents": index,
            "Tabs": "/S",
        }
    )
    file.put(number, body)


def catalogue(file: ObjectFile, parts: tuple[int, int, int, int]) -> int:
    """Return the number of the catalogue for pages, structure, metadata and outline (or 0)."""
    above_pages, structure, packet, outline = parts
    entries = {
        "Type": "/Catalog",
        "Pages": reference(above_pages),
        "StructTreeRoot": reference(structure),
        "MarkInfo": "<</Marked true>>",
        "Metadata": reference(packet),
        "Lang": f"({LANGUAGE})",
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "OutputIntents": f"[{reference(_output_intent(file))}]",
    }
    if outline:
        entries["Outlines"] = reference(outline)
    return file.add(dictionary(entries))


def _output_intent(file: ObjectFile) -> int:
    profile = file.add_stream(packed(b"/N 3", icc.srgb()))
    return file.add(
        dictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFA1",
                "OutputConditionIdentifier": _PROFILE_NAME,
                "Info": _PROFILE_NAME,
                "DestOutputProfile": reference(profile),
            }
        )
    )
