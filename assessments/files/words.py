"""Why a file is refused, in words that say what to do next."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

MEGABYTE = 1_000_000

REASONS = {
    "empty": gettext_lazy("This file is empty. Choose another one."),
    "large": gettext_lazy(
        "This file is too large: there can be at most %(limit)s MB. Make it smaller or attach it"
        " in parts."
    ),
    "kind": gettext_lazy("This kind of file cannot be attached. Allowed are: %(allowed)s."),
    "ending": gettext_lazy(
        "The name ends in %(ending)s, but by its content the file is of another kind: %(kind)s."
        " Choose a file whose name and content agree."
    ),
    "old_office": gettext_lazy(
        "This is a file of an old Office version, or it is protected by a password. Save it"
        " without a password in the present format, such as .docx or .xlsx, and attach that."
    ),
    "mixed": gettext_lazy(
        "This file is of two kinds at once, which is not safe. Save it again with the program"
        " it was made with."
    ),
    "markup": gettext_lazy(
        "This file holds a web page, a drawing in code or a program. Save it as a PDF and"
        " attach that."
    ),
    "damaged": gettext_lazy(
        "This file cannot be read whole: it is damaged. Save it again and attach that."
    ),
    "heavy": gettext_lazy(
        "This file is too heavy to be checked. Save it in a simpler or smaller form."
    ),
    "pixels": gettext_lazy(
        "This image is too large: there can be at most %(limit)s million pixels. Make it smaller."
    ),
    "moving": gettext_lazy("A moving image cannot be attached. Attach a still one."),
    "password": gettext_lazy(
        "This file is protected by a password or a restriction. Save it without and attach that."
    ),
    "script": gettext_lazy(
        "This PDF holds a script, a form that sends or an action that opens something. Print it"
        " as a PDF once more and attach that."
    ),
    "inside": gettext_lazy(
        "This file holds other files inside it. Take them out, and attach each by itself."
    ),
    "signed": gettext_lazy(
        "This PDF is signed electronically, and cleaning it would break the signature. Keep the"
        " signed one in the case register and attach a copy printed as a PDF."
    ),
    "macros": gettext_lazy(
        "This file holds macros or other programs. Save it without them, for example as .docx or"
        " .xlsx, and attach that."
    ),
    "outside": gettext_lazy(
        "This file fetches parts of itself from the network when it is opened. Break the links"
        " and attach it again."
    ),
    "bomb": gettext_lazy(
        "This file would take up too much room when it is opened. Save it again with the program"
        " it was made with."
    ),
    "odd": gettext_lazy(
        "This file is not built as files of its kind are. Save it again with the program it was"
        " made with."
    ),
    "name_empty": gettext_lazy("The file has no name. Give it a name and attach it again."),
    "name_long": gettext_lazy(
        "The name of the file is too long: there can be at most %(limit)s characters. Shorten it."
    ),
    "name_odd": gettext_lazy(
        "The name of the file has characters that cannot be seen or that turn the direction of"
        " the text. Give it another name."
    ),
}


class Refused(ValidationError):
    """A file that cannot be attached; ``code`` is a key of ``REASONS``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(REASONS[code], code=code, params=params)


def megabytes(size: int) -> str:
    """A limit in round megabytes, as people set it."""
    return f"{size / MEGABYTE:g}"


def largest() -> int:
    """The largest file in bytes."""
    return settings.ATTACHMENT_MAX_BYTES
