"""What the file says about itself, twice: as document information and as XMP, always the same."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from printing.pdf.object_file import ObjectFile, plain
from printing.pdf.values import dictionary, one_line, string

LANGUAGE = "sv-SE"

# PDF/A knows pdfaid itself; pdfuaid must be described to it (ISO 19005-2, 6.6.2.3).
_EXTENSION = (
    '<rdf:Description rdf:about=""'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


@dataclass(frozen=True)
class About:
    """What a document is called and who stands behind it; no person's account, no machine.

    made has a time zone. Without it, no date is in the file. identifier is what the document is
    known by, such as its check code.
    """

    title: str
    author: str
    subject: str
    creator: str
    made: datetime | None = None
    identifier: str = ""

    def __post_init__(self) -> None:
        if self.made is not None and self.made.tzinfo is None:
            raise ValueError("The time of a document must have a time zone")


@dataclass(frozen=True)
class Claims:
    """What a file says that it keeps to: an archive part and level such as "2A", and PDF/UA."""

    archive: str = "2A"
    is_accessible: bool = True


_ALL = Claims()


def information(file: ObjectFile, about: About) -> int:
    """Return the number of the document information."""
    entries = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Creator": about.creator,
        "Producer": about.creator,
    }
    written = {name: string(text) for name, text in entries.items() if one_line(text)}
    if about.made:
        moment = f"(D:{about.made.astimezone(UTC):%Y%m%d%H%M%S}Z)"
        written |= {"CreationDate": moment, "ModDate": moment}
    return file.add(dictionary(written))


def packet(file: ObjectFile, about: About, claims: Claims = _ALL) -> int:
    """Return the number of the XMP packet, uncompressed so that every archive can read it."""
    described = "".join(
        (
            "<dc:format>application/pdf</dc:format>",
            _element("dc:title", _alternative(about.title)),
            _element("dc:creator", _list("Seq", about.author)),
            _element("dc:description", _alternative(about.subject)),
            _element("dc:identifier", _plain(about.identifier)),
            _element("dc:language", _list("Bag", LANGUAGE)),
            _element("xmp:CreatorTool", _plain(about.creator)),
            _element("pdf:Producer", _plain(about.creator)),
            _dates(about.made),
            _element("pdfaid:part", claims.archive[:1]),
            _element("pdfaid:conformance", claims.archive[1:]),
            _element("pdfuaid:part", "1" if claims.is_accessible else ""),
        )
    )
    whole = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
        f' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">{described}</rdf:Description>'
        f'{_EXTENSION if claims.is_accessible else ""}</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    return file.add_stream(plain(b"/Type/Metadata/Subtype/XML", whole.encode()))


def _dates(made: datetime | None) -> str:
    if made is None:
        return ""
    moment = f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return _element("xmp:CreateDate", moment) + _element("xmp:ModifyDate", moment)


def _element(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>" if content else ""


def _plain(text: str) -> str:
    return escape(one_line(text))


def _alternative(text: str) -> str:
    plain = _plain(text)
    if not plain:
        return ""
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{plain}</rdf:li></rdf:Alt>'


def _list(kind: str, text: str) -> str:
    plain = _plain(text)
    return f"<rdf:{kind}><rdf:li>{plain}</rdf:li></rdf:{kind}>" if plain else ""
