# SPDX-License-Identifier: MIT
"""What a file says of itself: title, dates, conformance (XMP and Info from one Meta), and its colours (ICC).

No page is touched here; the canvas calls this when it saves.
"""

from datetime import date
from hashlib import md5
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase import pdfdoc

from resources import paths

if TYPE_CHECKING:
    from reports.pdf.attached import Carried

TAGS = {"en": "en-GB", "cy": "cy-GB"}
"""Language codes as a PDF names them (BCP 47)."""

PRODUCER = "Arolwg, by ReportLab"


class Meta(NamedTuple):
    """What the file says of itself. The one source of Info and XMP, which must agree (ISO 19005-2, 6.6.3)."""

    title: str
    author: str
    subject: str
    date: date
    """The letter's own date: the same letter gives the same bytes on any day."""
    language: str = "en"
    files: "tuple[Carried, ...]" = ()
    """What it carries in itself; with any it is PDF/A-3a, for 2a forbids them (ISO 19005-2, 6.8)."""

    @property
    def tag(self) -> str:
        """Return the language as BCP 47."""
        return TAGS[self.language]


class Stamp:
    """The moment ReportLab writes into the file: midnight UTC of the letter's date, never the clock."""

    def __init__(self, day: date) -> None:
        """Take the letter's date."""
        self.t = 0.0
        self.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        self.dhh = self.dmm = 0


def info(document: pdfdoc.PDFDocument, meta: Meta) -> None:
    """Write the meta data into the document's Info, whatever ReportLab's template set there."""
    document._timeStamp = Stamp(meta.date)
    document.info = _Info(meta)


class _Info(pdfdoc.PDFObject):  # type: ignore[misc]
    """Info with nothing but what XMP says too."""

    invariant = 1

    def __init__(self, meta: Meta) -> None:
        self.meta = meta

    def digest(self, signature: object) -> None:
        """Add nothing: /ID is made by `identity`."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the dictionary's bytes."""
        meta, when = self.meta, pdfdoc.PDFString(f"D:{self.meta.date:%Y%m%d}000000+00'00'")
        entries = {
            "Title": pdfdoc.PDFString(meta.title),
            "Author": pdfdoc.PDFString(meta.author),
            "Subject": pdfdoc.PDFString(meta.subject),
            "Producer": pdfdoc.PDFString(PRODUCER),
            "CreationDate": when,
            "ModDate": when,
        }
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


def identity(content: bytes) -> bytes:
    """Return the file's /ID from its content alone. MD5 as ISO 32000-1, 14.4 proposes; it protects nothing."""
    name = md5(content, usedforsecurity=False).hexdigest().encode()
    return b"\n[<" + name + b"><" + name + b">]\n"


def xmp(meta: Meta) -> pdfdoc.PDFStream:
    """Return the metadata stream claiming PDF/A-2a (3a with files) and PDF/UA-1.

    Uncompressed as ISO 19005-2, 6.6.2.1 likes it.
    """
    when = f"{meta.date:%Y-%m-%d}T00:00:00+00:00"
    packet = _XMP.format(
        title=escape(meta.title, quote=False),
        author=escape(meta.author, quote=False),
        subject=escape(meta.subject, quote=False),
        tag=meta.tag,
        part=3 if meta.files else 2,
        when=when,
        producer=escape(PRODUCER, quote=False),
    )
    dictionary = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(dictionary), packet.encode(), filters=())


def output_intents() -> pdfdoc.PDFArray:
    """Return the one output intent: sRGB, from a fixed file (ISO 19005-2, 6.2.3)."""
    profile = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 3}), paths.icc("sRGB.icc").read_bytes(), filters=[pdfdoc.PDFZCompress]
    )
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
        "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": _Referred(profile),
    }
    return pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


class _Referred(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object that stands in its place as a reference, registered when it is written."""

    def __init__(self, target: pdfdoc.PDFObject) -> None:
        self.target = target

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the reference's bytes."""
        return bytes(document.Reference(self.target).format(document))


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{tag}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{when}</xmp:CreateDate>
   <xmp:ModifyDate>{when}</xmp:ModifyDate>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdfaid:part>{part}</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
