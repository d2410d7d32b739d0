"""The note that goes with a step."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.text import ParagraphField

NOTE_LENGTH = 2000


class NoteForm(forms.Form):
    """A note to whoever continues; required where the step needs a reason."""

    note = ParagraphField(
        label=gettext_lazy("Note"),
        max_length=NOTE_LENGTH,
        required=False,
        help_text=gettext_lazy("The note stays in the history of the matter."),
    )

    def __init__(self, *args, needs_note: bool = False, label: str = "", **kwargs) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["note"]
        field.required = needs_note
        field.error_messages["required"] = _("Write the reason.")
        if label:
            field.label = label
