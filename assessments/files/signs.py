"""What tells a file apart from what it says it is. Known to the child, so no Django here."""

from __future__ import annotations

import re

PDF = b"%PDF-"
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
ZIP = b"PK"
# Office before 2007, and today's documents under a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed)\b|<\?php",
    re.IGNORECASE,
)


class Unfit(Exception):
    """The file is refused for this reason (a key of ``assessments.files.words.REASONS``)."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params
