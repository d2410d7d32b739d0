"""What people type: plain text in every script, cleaned in one place and never cut short.

Text is kept as it was meant (emoji, right-to-left marks, HTML and template signs are text); what no
page and no PDF can show is refused next to the field, with the place named. So is a personal
identity number: no text of the service needs one.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments import privacy

NEWLINES = ("\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85")
# Control characters and halves of surrogate pairs cannot be stored or shown; tab and newline can.
UNSHOWABLE = frozenset({"Cc", "Cs"})
NONCHARACTERS = frozenset("\ufffe\uffff")
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)


def tidy(text: str) -> str:
    """The same text in Unicode's composed form with one kind of newline.

    Raises ``ValidationError`` that names the place of the first character that cannot be shown.
    """
    for newline in NEWLINES:
        text = text.replace(newline, "\n")
    text = unicodedata.normalize("NFC", text.replace("\ufeff", ""))
    for position, character in enumerate(text):
        if character in "\n\t":
            continue
        if character in NONCHARACTERS or unicodedata.category(character) in UNSHOWABLE:
            raise ValidationError(_unshowable(text[:position]), code="unshowable")
    return text


def _unshowable(before: str) -> str:
    if not (words := before.strip()[-30:]):
        return _("The text begins with a character that cannot be shown. Remove it.")
    return _("After “%(words)s” there is a character that cannot be shown. Remove it.") % {
        "words": words
    }


class PlainText:
    """Mixin of a ``CharField``: tidied text that follows its own direction.

    The browser is not told the greatest length: it would cut pasted text short without a word. The
    counter shows it and the server refuses, so that the writer decides what to leave out.
    """

    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        if not text:
            return text
        text = self.settle(tidy(text))
        privacy.refuse(text)
        return text

    def settle(self, text: str) -> str:
        return text.strip()

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return {**attrs, "dir": "auto"}


class LineField(PlainText, forms.CharField):
    """One line: what was pasted on several lines becomes one."""

    def settle(self, text: str) -> str:
        return re.sub(r"[ \t\n]+", " ", text).strip()


class ParagraphField(PlainText, forms.CharField):
    """Several lines of text."""

    widget = forms.Textarea(attrs={"rows": 4})

    def settle(self, text: str) -> str:
        return "\n".join(line.rstrip() for line in text.expandtabs(4).split("\n")).strip("\n")


class DayInput(forms.DateInput):
    """The browser's own date control, which takes and gives ISO dates."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"class": "short", **(attrs or {})}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A calendar day, written 2026-11-22 by the browser or 22.11.2026 by hand."""

    widget = DayInput
    default_error_messages = {
        "invalid": gettext_lazy("“%(value)s” is not a date. Write it like 22.11.2026.")
    }

    def __init__(self, **kwargs) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d.%m.%Y"], **kwargs)

    def to_python(self, value: object) -> date | None:
        try:
            day = super().to_python(value)
        except ValidationError as error:
            shown = {"value": str(value)[:40]}
            raise ValidationError(
                self.error_messages["invalid"], code="invalid", params=shown
            ) from error
        if day and not EARLIEST <= day <= LATEST:
            raise ValidationError(
                self.error_messages["invalid"], code="invalid", params={"value": value}
            )
        return day
