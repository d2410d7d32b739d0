"""Plain text and tables with separators, kept as UTF-8."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from assessments.files.signs import MARKUP, Unfit

KEY = "txt"
# What other programs take for their own although it is text.
PROGRAMS = ("#!", "{\\rtf", "%!PS", "<?xml")
SHOWN = frozenset("\t\n\r\f")


def keep(source: Path, target: Path) -> str:
    """The same text as UTF-8; refused when it is not text, or text that a program would run."""
    data = source.read_bytes()
    text = _decoded(data)
    if text.lstrip("\ufeff \t\r\n").startswith(PROGRAMS) or MARKUP.search(text.encode()):
        raise Unfit("markup")
    target.write_text(text, encoding="utf-8", newline="")
    return KEY


def _decoded(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or what Finnish offices wrote before: Windows-1252."""
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf_16 else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(each in SHOWN for each in set(text) if unicodedata.category(each) == "Cc"):
            return text
    raise Unfit("kind")
