"""The kinds of files that can be attached. Nothing else can."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Kind:
    """One kind of file: what it is called in words and by which endings of a name."""

    key: str
    label: str
    content_type: str
    endings: tuple[str, ...]

    @property
    def served_as(self) -> str:
        """The content type of the answer; text has been rewritten as UTF-8."""
        is_text = self.content_type.startswith("text/")
        return f"{self.content_type}; charset=utf-8" if is_text else self.content_type


_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

KINDS: dict[str, Kind] = {
    key: Kind(key, label, content_type, endings)
    for key, label, content_type, endings in (
        ("pdf", pgettext_lazy("kind of file", "PDF document"), "application/pdf", ("pdf",)),
        (
            "docx",
            pgettext_lazy("kind of file", "Word document"),
            f"{_OPEN_XML}wordprocessingml.document",
            ("docx",),
        ),
        (
            "xlsx",
            pgettext_lazy("kind of file", "Excel workbook"),
            f"{_OPEN_XML}spreadsheetml.sheet",
            ("xlsx",),
        ),
        (
            "pptx",
            pgettext_lazy("kind of file", "PowerPoint presentation"),
            f"{_OPEN_XML}presentationml.presentation",
            ("pptx",),
        ),
        ("odt", pgettext_lazy("kind of file", "OpenDocument text"), f"{_ODF}text", ("odt",)),
        (
            "ods",
            pgettext_lazy("kind of file", "OpenDocument spreadsheet"),
            f"{_ODF}spreadsheet",
            ("ods",),
        ),
        ("png", pgettext_lazy("kind of file", "PNG image"), "image/png", ("png",)),
        ("jpeg", pgettext_lazy("kind of file", "JPEG image"), "image/jpeg", ("jpg", "jpeg")),
        ("txt", pgettext_lazy("kind of file", "Text file"), "text/plain", ("txt",)),
        ("csv", pgettext_lazy("kind of file", "CSV table"), "text/csv", ("csv",)),
    )
}

ENDINGS: dict[str, Kind] = {ending: kind for kind in KINDS.values() for ending in kind.endings}
ALLOWED = tuple(f".{ending}" for ending in ENDINGS)
"""For the ``accept`` of a file control, and to be named where something else is refused."""
