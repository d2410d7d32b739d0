"""Choosing a file and saying in words what it is."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.files.kinds import ALLOWED
from assessments.files.receiving import receive
from assessments.files.words import Refused, largest, megabytes
from assessments.forms.text import LineField


class AttachmentForm(forms.Form):
    """One file, its title and, where the part has rows, the row that it belongs to."""

    title = LineField(
        max_length=200,
        label=gettext_lazy("What is in the file"),
        help_text=gettext_lazy("In a few words, for example: Results of the pupils' survey 2026."),
        error_messages={"required": gettext_lazy("Say in a few words what is in the file.")},
    )
    row = forms.ChoiceField(required=False, label=gettext_lazy("Belongs to"))
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ",".join(ALLOWED)}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("This file is empty. Choose another one."),
        },
    )
    client_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    # The file was let go of while it came in.
    is_too_large = False

    def __init__(self, *args, rows: Sequence[tuple[str, str]] = (), **kwargs) -> None:
        # The page may have other forms with fields of the same names.
        super().__init__(*args, auto_id="id_attachment_%s", **kwargs)
        self.fields["client_key"].initial = uuid.uuid4().hex
        self.fields["file"].help_text = _(
            "No names, and no photographs without permission. At most %(limit)s MB: %(allowed)s."
        ) % {"limit": megabytes(largest()), "allowed": ", ".join(ALLOWED)}
        if rows:
            self.fields["row"].choices = [("", _("The whole part")), *rows]
        else:
            del self.fields["row"]

    def clean_file(self):
        """The file as it may be kept: looked at, and without what tells of its makers."""
        return receive(self.cleaned_data["file"])

    def _clean_fields(self) -> None:
        super()._clean_fields()
        if self.is_too_large:
            self._errors["file"] = self.error_class(
                Refused("large", limit=megabytes(largest())).messages
            )
