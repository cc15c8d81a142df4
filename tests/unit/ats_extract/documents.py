"""Documents made by the tests themselves: nothing hostile lies in the repository."""

import io
import struct
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def archive(members, compression=zipfile.ZIP_DEFLATED):
    """Return a ZIP of {name: text or bytes}."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return buffer.getvalue()


def docx(body="<w:p><w:r><w:t>Ada Lovelace, analyst</w:t></w:r></w:p>", *, prolog="", **parts):
    """Return a DOCX; `parts` are more members, ``word__header1_xml="…"``."""
    document = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    extra = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()}
    return archive({"[Content_Types].xml": WORD_TYPES, "word/document.xml": document, **extra})


def odt(body, **parts):
    """Return an ODT with the given content of office:text."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": ODT_TYPE, "content.xml": content, **parts})


def pdf(content, *, filters="", pages=1):
    """Return a PDF whose pages share one content stream (given as it is stored)."""
    kids = " ".join(f"{4 + number} 0 R" for number in range(1, pages + 1))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(content)}{filters}>>\nstream\n".encode() + content + b"\nendstream",
    ]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
    output, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate([*objects, *[page] * pages], 1):
        offsets.append(len(output))
        output += b"%d 0 obj" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start, count = len(output), len(offsets) + 1
    output += b"xref\n0 %d\n0000000000 65535 f \n" % count + table
    return output + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, start)


def pdf_text(text):
    """Return a one-page PDF that shows `text`."""
    return pdf(b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % text.encode("latin-1"))


def deflated(data):
    """Return `data` as a Flate stream."""
    return zlib.compress(data, 9)


def deflated_zeros(megabytes):
    """Return a Flate stream of blanks, made without holding them in memory."""
    packer = zlib.compressobj(9)
    block = b" " * (1024 * 1024)
    return b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()])


def png(width=10, height=10):
    """Return the start of a PNG that claims a size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBBI", 13, b"IHDR", width, height, 8, 2, 0, 0, 0, 0)


def lying_docx(megabytes):
    """Return a DOCX whose directory and local header declare 1 000 bytes for a huge member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("[Content_Types].xml", WORD_TYPES)
        with container.open("word/document.xml", "w") as member:
            member.write(f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode())
            for _ in range(megabytes):
                member.write(b"a" * 1024 * 1024)
        size = container.infolist()[1].file_size
    return buffer.getvalue().replace(struct.pack("<I", size), struct.pack("<I", 1000))
