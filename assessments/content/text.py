"""Texts, days and numbers as they are frozen: safe to print, and masked where they must be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from django.utils import formats, timezone

# Longer paragraphs cost the renderer more than their share, and the reader too.
PARAGRAPH_LENGTH = 1500

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_BLANK_LINE = re.compile(r"\n\s*\n")


def line(text: object) -> str:
    """One line of text without control characters."""
    return " ".join(_CONTROL.sub(" ", str(text or "")).split())


def paragraphs(text: object) -> list[str]:
    """A text as paragraphs: at blank lines, and where one is longer than a page can bear."""
    clean = _CONTROL.sub(" ", str(text or "").replace("\r\n", "\n").replace("\r", "\n"))
    return [
        piece for part in _BLANK_LINE.split(clean.strip()) for piece in _cut(part.strip()) if piece
    ]


def _cut(text: str) -> Iterable[str]:
    while len(text) > PARAGRAPH_LENGTH:
        head = text[:PARAGRAPH_LENGTH]
        at = max(head.rfind(". ") + 1, head.rfind("\n"))
        at = at if at > PARAGRAPH_LENGTH // 2 else head.rfind(" ")
        at = at if at > 0 else PARAGRAPH_LENGTH
        yield text[:at].strip()
        text = text[at:].strip()
    yield text


def day(value: date | datetime | str | None) -> dict | None:
    """A day for machines and for readers of the active language."""
    if not value:
        return None
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value[:10])
        except ValueError:
            return {"iso": "", "text": line(value)}
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    return {"iso": value.isoformat(), "text": formats.date_format(value, "DATE_FORMAT")}
