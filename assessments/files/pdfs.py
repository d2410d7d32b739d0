"""PDF documents: written anew without what tells of their makers, refused when they would act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from assessments.files.signs import Unfit

KEY = "pdf"
# A dictionary with one of these keys is refused, whatever else it says.
BY_KEY = {
    "/JS": "script",
    "/JavaScript": "script",
    "/XFA": "script",
    "/EF": "inside",
    "/EmbeddedFiles": "inside",
    "/ByteRange": "signed",
}
# Actions, by their kind. Links to pages on the web and inside the document may stay.
BY_ACTION = dict.fromkeys(
    (
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
    ),
    "script",
)
BY_ANNOTATION = dict.fromkeys(
    ("/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"), "inside"
)
# Who made it, with what and when; the private data of the programs it went through.
MAKERS = ("/Metadata", "/PieceInfo")


def keep(source: Path, target: Path) -> str:
    """The pages alone: no document information, no XMP, no leftovers of earlier versions."""
    try:
        pdf = pikepdf.open(source)
    except pikepdf.PasswordError:
        raise Unfit("password") from None
    with pdf:
        if pdf.is_encrypted:
            raise Unfit("password")
        if not len(pdf.pages):
            raise Unfit("damaged")
        for each in _dictionaries(pdf):
            _check(each)
            for name in MAKERS:
                if name in each:
                    del each[name]
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]
        pdf.remove_unreferenced_resources()
        pdf.save(
            target,
            deterministic_id=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return KEY


def _check(each: pikepdf.Object) -> None:
    for name, code in BY_KEY.items():
        if name in each:
            raise Unfit(code)
    if each.get("/Type") != "/StructElem" and (code := BY_ACTION.get(_name(each, "/S"))):
        raise Unfit(code)
    if code := BY_ANNOTATION.get(_name(each, "/Subtype")):
        raise Unfit(code)


def _name(each: pikepdf.Object, key: str) -> str:
    value = each.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, those inside others included, each once."""
    waiting = [pdf.trailer]
    for found in pdf.objects:
        waiting.append(found)
        while waiting:
            each = waiting.pop()
            if isinstance(each, pikepdf.Array):
                waiting.extend(_direct(each))
            elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                yield each
                waiting.extend(_direct(each.values()))


def _direct(values) -> Iterator[pikepdf.Object]:
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield value
