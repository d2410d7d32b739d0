"""Files as people and ill-wishers make them, built from bytes."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

import pikepdf
from docx import Document
from PIL import Image
from PIL.PngImagePlugin import PngInfo

TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument."
MAIN_PARTS = {
    "docx": f"{MAIN}wordprocessingml.document.main+xml",
    "xlsx": f"{MAIN}spreadsheetml.sheet.main+xml",
    "pptx": f"{MAIN}presentationml.presentation.main+xml",
}


# --- Images -----------------------------------------------------------------------------------


def image(size=(60, 40), mode="RGB") -> Image.Image:
    """Left half red, right half blue, so that its orientation can be seen."""
    made = Image.new("RGB", size, "blue")
    made.paste("red", (0, 0, size[0] // 2, size[1]))
    return made.convert(mode)


def jpeg(made: Image.Image | None = None, **options) -> bytes:
    target = io.BytesIO()
    (made or image()).save(target, "JPEG", **options)
    return target.getvalue()


def photograph(orientation: int = 6) -> bytes:
    """A JPEG as a telephone writes it: place, maker, a comment and XMP, lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "TelephoneMaker"
    exif[0x9286] = "Comment of the owner"
    exif.get_ifd(0x8825).update({1: "N", 2: (61.0, 29.0, 15.0), 3: "E", 4: (23.0, 45.0, 1.0)})
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Owner of the telephone</x:xmpmeta>"
    return jpeg(exif=exif, comment=b"Taken by Veera", xmp=xmp)


def png(made: Image.Image | None = None, **texts) -> bytes:
    info = PngInfo()
    for name, text in texts.items():
        info.add_text(name, text, zip=name == "Comment")
    target = io.BytesIO()
    (made or image()).save(target, "PNG", pnginfo=info)
    return target.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(width: int, height: int) -> bytes:
    """A small file whose header promises so many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(width * 3 + 1) * 4)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", data)
        + _chunk(b"IEND", b"")
    )


def jpeg_of(width: int, height: int) -> bytes:
    """A JPEG whose frame header was changed to promise so many pixels."""
    data = bytearray(jpeg())
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def moving_png() -> bytes:
    target = io.BytesIO()
    image().save(target, "PNG", save_all=True, append_images=[image(mode="L").convert("RGB")])
    return target.getvalue()


# --- PDF --------------------------------------------------------------------------------------


def pdf(change=None, **options) -> bytes:
    """One empty page with an author; ``change`` gets the document before it is saved."""
    target = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Author"] = "Veera Valmistelija"
        with made.open_metadata() as xmp:
            xmp["dc:creator"] = ["Veera Valmistelija"]
        if change:
            change(made)
        made.save(target, **options)
    return target.getvalue()


def action(made: pikepdf.Pdf, **entries) -> pikepdf.Object:
    return made.make_indirect(
        pikepdf.Dictionary({f"/{name}": value for name, value in entries.items()})
    )


def opens_with(kind: str, **entries):
    """A document that acts when it is opened."""

    def change(made: pikepdf.Pdf) -> None:
        made.Root.OpenAction = action(made, S=pikepdf.Name(f"/{kind}"), **entries)

    return change


def annotated(kind: str, **entries):
    def change(made: pikepdf.Pdf) -> None:
        note = action(
            made,
            Type=pikepdf.Name("/Annot"),
            Subtype=pikepdf.Name(f"/{kind}"),
            Rect=[0, 0, 9, 9],
            **entries,
        )
        made.pages[0].Annots = pikepdf.Array([note])

    return change


def link_with_script(made: pikepdf.Pdf) -> None:
    """The script is a dictionary inside a dictionary, not an object of its own."""
    script = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS=pikepdf.String("app.alert(1)"))
    annotated("Link", A=script)(made)


def holds_a_file(made: pikepdf.Pdf) -> None:
    made.attachments["inside.exe"] = pikepdf.AttachedFileSpec(made, b"MZ inside")


def is_signed(made: pikepdf.Pdf) -> None:
    signature = action(
        made,
        Type=pikepdf.Name("/Sig"),
        ByteRange=[0, 1, 2, 3],
        Contents=pikepdf.String("signature"),
    )
    made.Root.AcroForm = action(made, SigFlags=3, Fields=pikepdf.Array([signature]))


# --- Office documents -------------------------------------------------------------------------


def archive(
    entries: dict[str, bytes | str], *, stored: tuple[str, ...] = (), before: bytes = b""
) -> bytes:
    """A ZIP whose directory knows of what stands before it."""
    target = io.BytesIO(before)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name), data, compress_type=how)
    return target.getvalue()


def types(main: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/main.xml" ContentType="{main}"/></Types>'
    )


def office(
    kind: str = "docx",
    more: dict[str, bytes | str] | None = None,
    main: str = "",
    **options,
) -> bytes:
    """A small document of one kind with further entries."""
    entries = {TYPES: types(main or MAIN_PARTS[kind]), "main.xml": "<main/>"}
    return archive(entries | (more or {}), **options)


def docx() -> bytes:
    """A real document as python-docx writes it."""
    target = io.BytesIO()
    made = Document()
    made.add_heading("Results of the survey")
    made.save(target)
    return target.getvalue()


def odf(kind: str = "text", manifest: str = "<manifest/>", **more) -> bytes:
    entries = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": "<office/>",
        "META-INF/manifest.xml": manifest,
    }
    return archive(entries | more, stored=("mimetype",))


def relation(kind: str, target: str) -> str:
    space = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{space}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{space}/officeDocument/2006/relationships/{kind}"'
        f' Target="{target}" TargetMode="External"/></Relationships>'
    )


def with_entry(**attributes) -> bytes:
    """A document with one further entry that is unusual in one way."""
    target = io.BytesIO(office())
    entry = zipfile.ZipInfo("word/a.bin")
    for name, value in attributes.items():
        setattr(entry, name, value)
    with zipfile.ZipFile(target, "a") as made:
        made.writestr(entry, b"text")
    return target.getvalue()


def overlapping(times: int = 9) -> bytes:
    """A document whose directory lists the same bytes again and again under other names."""
    data = office(more={"word/a0.bin": random.Random(7).randbytes(10_000)})
    start, end = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    entry, tail = data[start:end], bytearray(data[end:])
    more = b"".join(entry.replace(b"a0.bin", b"a%d.bin" % n) for n in range(1, times + 1))
    count, size = struct.unpack_from("<HI", tail, 10)
    struct.pack_into("<HHI", tail, 8, count + times, count + times, size + len(more))
    return data[:end] + more + bytes(tail)


def with_flag(data: bytes, bit: int) -> bytes:
    """The same archive with one bit of the flags of its entries set."""
    changed = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(sign)
        while place >= 0:
            changed[place + offset] |= bit
            place = changed.find(sign, place + 4)
    return bytes(changed)


def lying(data: bytes, name: str, size: int) -> bytes:
    """The same archive, whose directory says that one entry unfolds to ``size`` bytes."""
    changed = bytearray(data)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        length = struct.unpack_from("<H", changed, place + 28)[0]
        if changed[place + 46 : place + 46 + length] == name.encode():
            struct.pack_into("<I", changed, place + 24, size)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)
