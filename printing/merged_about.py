"""What a merged file says of itself: the information that programs show, and the same as XMP."""

from xml.sax.saxutils import escape

from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from gplan_desktop.version import VERSION
from printing.pdf.object_file import plain
from printing.source_pdf import Claims

_CREATOR = f"Gplan {VERSION}"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
_SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
_PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
_ACCESSIBLE = "http://www.aiim.org/pdfua/ns/id/"
# PDF/A knows only its own words; those of PDF/UA have to be explained in each file.
_EXPLAINED = f"""<rdf:Description rdf:about="" xmlns:pdfaExtension="{_EXTENSION}"
 xmlns:pdfaSchema="{_SCHEMA}" xmlns:pdfaProperty="{_PROPERTY}">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_ACCESSIBLE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def information(title: str) -> DictionaryObject:
    """Return title and program; no author and no dates, which would differ each time."""
    told = {"/Title": title, "/Creator": _CREATOR, "/Producer": _CREATOR}
    return DictionaryObject({NameObject(k): TextStringObject(v) for k, v in told.items()})


def metadata(title: str, claims: Claims) -> bytes:
    """Return the same as an XMP stream, with what the file keeps to."""
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="{_ACCESSIBLE}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool><pdf:Producer>{_CREATOR}</pdf:Producer>
{_claimed(claims)}</rdf:Description>
{_EXPLAINED if claims.is_accessible else ""}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
    return plain(b"/Type/Metadata/Subtype/XML", packet.encode())


def _claimed(claims: Claims) -> str:
    lines = []
    if claims.archive:
        lines += [f"<pdfaid:part>{claims.archive[0]}</pdfaid:part>"]
        lines += [f"<pdfaid:conformance>{claims.archive[1]}</pdfaid:conformance>"]
    if claims.is_accessible:
        lines += ["<pdfuaid:part>1</pdfuaid:part>"]
    return "\n".join(lines)
