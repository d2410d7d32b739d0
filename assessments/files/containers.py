"""Office documents are ZIP archives: counted, measured, read through once and kept as they are.

Only what such a document is made of may be in them. One level of documents inside is usual (the
workbook behind a chart); anything further, programs and old embedded objects are not.
"""

from __future__ import annotations

import re
import shutil
import struct
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from assessments.files.signs import OLE, Unfit

ENTRIES = 5_000
# All that an archive unfolds to, in bytes, and how many times its own size that may be. Tables of
# a spreadsheet fold to a thirtieth; what is small may fold to anything.
UNFOLDED = 200_000_000
RATIO = 100
SMALL = 5_000_000
CHUNK = 1 << 16
ENCRYPTED = 0x1
SYMBOLIC_LINK = 0o120000
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

MAIN = "application/vnd.openxmlformats-officedocument."
MAIN_PARTS = {
    f"{MAIN}wordprocessingml.document.main+xml": "docx",
    f"{MAIN}spreadsheetml.sheet.main+xml": "xlsx",
    f"{MAIN}presentationml.presentation.main+xml": "pptx",
}
ODF = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
TYPES = "[Content_Types].xml"
PROGRAMS = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml|activex/|macrosheets/)|^(basic|scripts)/"
    r"|\.(exe|dll|js|vbs|bat|cmd|ps1|jar|class|com|scr|hta|html?)$",
    re.IGNORECASE,
)
DOCUMENT_INSIDE = re.compile(r"/embeddings/[^/]+\.(xlsx|docx|pptx)$", re.IGNORECASE)
ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
STARTS = {OLE: "inside", b"MZ": "macros", b"\x7fELF": "macros"} | dict.fromkeys(ARCHIVES, "inside")
# What an office program fetches by itself when it opens the document.
FETCHED = ("/attachedTemplate", "/oleObject", "/frame", "/subDocument")
FAR = re.compile(r"\s*(https?|ftps?):", re.IGNORECASE)
MACRO_TYPES = re.compile(r"macroenabled|vbaproject|activex", re.IGNORECASE)


@dataclass
class Room:
    """What is left of what one file may unfold to, the documents inside it included."""

    entries: int = ENTRIES
    bytes: int = UNFOLDED


def keep(source: Path, target: Path) -> str:
    """The document as it is, if there is nothing in it but a document."""
    with source.open("rb") as file:
        key = _document(file, source.stat().st_size, Room(), inside=False)
    shutil.copyfile(source, target)
    return key


def _document(file: BinaryIO, size: int, room: Room, *, inside: bool) -> str:
    _nothing_around(file, size)
    with zipfile.ZipFile(file) as archive:
        entries = archive.infolist()
        _measure(entries, size, room)
        for entry in entries:
            _check_name(entry)
            _read_through(archive, entry, room, inside=inside)
        return _kind(archive)


def _nothing_around(file: BinaryIO, size: int) -> None:
    """The archive begins at the first byte of the file and ends at its last."""
    tail_size = min(size, 22 + 0xFFFF)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        raise Unfit("damaged")
    listed, start, comment = struct.unpack("<IIH", tail[place + 12 : place + 22])
    end = size - tail_size + place
    if listed + start != end or comment or end + 22 != size:
        raise Unfit("mixed")
    file.seek(0)


def _measure(entries: list[zipfile.ZipInfo], size: int, room: Room) -> None:
    folded = sum(entry.compress_size for entry in entries)
    unfolded = sum(entry.file_size for entry in entries)
    room.entries -= len(entries)
    room.bytes -= unfolded
    if room.entries < 0 or room.bytes < 0 or folded > size:
        raise Unfit("bomb")
    if any(entry.file_size > SMALL + RATIO * entry.compress_size for entry in entries):
        raise Unfit("bomb")
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        raise Unfit("odd")
    if min((entry.header_offset for entry in entries), default=1):
        raise Unfit("mixed")


def _check_name(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    steps = name.split("/")
    odd = "\\" in name or ":" in name or not name.isprintable()
    if odd or name.startswith("/") or ".." in steps or entry.orig_filename != name:
        raise Unfit("odd")
    if (entry.external_attr >> 16) & 0o170000 == SYMBOLIC_LINK:
        raise Unfit("odd")
    if entry.flag_bits & ENCRYPTED:
        raise Unfit("password")
    if entry.compress_type not in METHODS:
        raise Unfit("damaged")
    if PROGRAMS.search(name):
        raise Unfit("macros")


def _read_through(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: Room, *, inside: bool
) -> None:
    """Unfold one entry and forget it: its size and its checksum are then known to be true."""
    name = entry.filename.lower()
    if DOCUMENT_INSIDE.search(name) and not inside:
        _document(BytesIO(archive.read(entry)), entry.file_size, room, inside=True)
        return
    with archive.open(entry) as file:
        start = file.read(CHUNK)
        while file.read(CHUNK):
            pass
    for begins, code in STARTS.items():
        if start.startswith(begins):
            raise Unfit(code)
    if name.endswith((".xml", ".rels")):
        with archive.open(entry) as file:
            _no_declarations(file)
    if name.endswith(".rels"):
        _nothing_fetched(archive.read(entry))


def _no_declarations(file: BinaryIO) -> None:
    """No DOCTYPE, and so no entities: they would stand before the first element."""
    for _event, element in _events(file):
        if element.getroottree().docinfo.doctype:
            raise Unfit("odd")
        return


def _events(file: BinaryIO):
    return etree.iterparse(
        file, events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    )


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _nothing_fetched(data: bytes) -> None:
    for each in _parsed(data).iter("{*}Relationship"):
        if each.get("Type", "").endswith(FETCHED) and FAR.match(each.get("Target", "")):
            raise Unfit("outside")


def _kind(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if names[0] == "mimetype":
        return _odf_kind(archive)
    if TYPES not in names:
        raise Unfit("kind")
    types = [each.get("ContentType", "") for each in _parsed(archive.read(TYPES)).iter("{*}*")]
    if any(MACRO_TYPES.search(each) for each in types):
        raise Unfit("macros")
    found = {MAIN_PARTS[each] for each in types if each in MAIN_PARTS}
    if len(found) != 1:
        raise Unfit("kind")
    return found.pop()


def _odf_kind(archive: zipfile.ZipFile) -> str:
    key = ODF.get(archive.read("mimetype").strip())
    manifest = archive.read("META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise Unfit("password")
    if key is None or "content.xml" not in archive.namelist():
        raise Unfit("kind")
    return key
