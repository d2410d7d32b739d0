"""The form of a municipality's own question."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _

from assessments.models import ExtraQuestion


class ExtraQuestionForm(forms.ModelForm):
    """A question in the languages of its municipality: both in a bilingual one."""

    class Meta:
        model = ExtraQuestion
        fields = ["page", "text_fi", "text_sv", "help_fi", "help_sv"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        municipality = self.instance.municipality
        for code in municipality.languages:
            self.fields[f"text_{code}"].required = True
        self.fields["page"].help_text = _("The page on which the question is asked, last.")
        self.fields["text_fi"].help_text = _("At most 200 characters. Ask one thing only.")
