# SPDX-License-Identifier: MIT
"""A small real PDF with an empty signature field, and certificates of every kind. Nothing here is a test."""

from datetime import datetime, timedelta
from io import BytesIO

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID, ObjectIdentifier
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from reports.pdf import fonts

PASSWORD = b"a password for tests"

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A letter for tests</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2018-10-12T00:00:00+00:00</xmp:CreateDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def paper(*fields: str, title: str = "A letter for tests") -> bytes:
    """Return a letter of one page with empty signature fields of these names."""
    fonts.load()  # ReportLab keeps one font a file: one of our own would be the engine's from then on
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0, initialFontName=fonts.REGULAR)
    canvas.setTitle(title)
    canvas.setFont(fonts.REGULAR, 11)
    canvas.drawString(72, 700, "Children were seen within four weeks.")
    for number, name in enumerate(fields):
        _field(canvas, name, 560 - 100 * number)
    metadata = pdfdoc.PDFStream(content=XMP, filters=[])
    metadata.dictionary["Type"], metadata.dictionary["Subtype"] = pdfdoc.PDFName("Metadata"), pdfdoc.PDFName("XML")
    canvas._doc.Catalog.Metadata = canvas._doc.Reference(metadata)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _field(canvas: Canvas, name: str, bottom: float) -> None:
    """ReportLab has text and button fields of its own, but no signature field."""
    widget = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Widget"),
            "FT": pdfdoc.PDFName("Sig"),
            "T": pdfdoc.PDFString(name),
            "TU": pdfdoc.PDFString("Signature"),
            "F": 4,
            "Rect": pdfdoc.PDFArray([72, bottom, 312, bottom + 70]),
        }
    )
    reference = canvas._doc.Reference(widget)
    canvas._annotationrefs = [*getattr(canvas, "_annotationrefs", []), reference]
    canvas._doc.Catalog.AcroForm = canvas._doc.Reference(
        pdfdoc.PDFDictionary({"Fields": pdfdoc.PDFArray(list(canvas._annotationrefs)), "SigFlags": 1})
    )


def pkcs12_file(
    name: str = "Rhian Vaughan",
    *,
    begins: datetime,
    days: int = 30,
    usage: bool | None = True,
    purposes: tuple[str, ...] = (),
) -> bytes:
    """Return an ordinary self-signed identity: `usage` True to sign, False for something else, None unsaid."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.TITLE, "Lead inspector")]
    )
    builder = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    )
    if usage is not None:
        builder = builder.add_extension(_usage(usage), critical=True)
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ObjectIdentifier(p) for p in purposes]), critical=False)
    certificate = builder.sign(key, hashes.SHA256())
    secret = serialization.BestAvailableEncryption(PASSWORD)
    return pkcs12.serialize_key_and_certificates(b"test", key, certificate, None, secret)


def chain(*, authority: bool, begins: datetime, unit: str = "Inspectors") -> tuple[bytes, bytes]:
    """Return an issuer's certificate (DER), truly an `authority` or not, and an identity file it issued."""
    above, below = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "An office")])
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "Megan Rees"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, unit),
        ]
    )
    top = _issued(issuer, issuer, above.public_key(), begins)
    top = top.add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    root = top.sign(above, hashes.SHA256())
    leaf = _issued(issuer, subject, below.public_key(), begins).sign(above, hashes.SHA256())
    secret = serialization.BestAvailableEncryption(PASSWORD)
    content = pkcs12.serialize_key_and_certificates(b"test", below, leaf, [root], secret)
    return root.public_bytes(serialization.Encoding.DER), content


def _issued(
    issuer: x509.Name, subject: x509.Name, key: ec.EllipticCurvePublicKey, begins: datetime
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder(issuer, subject, key, x509.random_serial_number())
    return builder.not_valid_before(begins).not_valid_after(begins + timedelta(days=30))


def _usage(signing: bool) -> x509.KeyUsage:
    return x509.KeyUsage(signing, signing, not signing, False, False, False, False, False, False)
