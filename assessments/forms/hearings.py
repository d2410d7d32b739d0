"""Making what children proposed into a part of the assessment."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.forms.text import ParagraphField

ALTERNATIVE = "alternative"
TEXT_LENGTH = 1000
"""As much as a measure holds."""


class UseProposalForm(forms.Form):
    """One proposal of the children, and what it is made into."""

    text = ParagraphField(
        label=_("The proposal in the children's words"),
        help_text=_("Leave one proposal here. Several are made into several rows, one by one."),
        max_length=TEXT_LENGTH,
    )
    into = forms.ChoiceField(label=_("Make it into"), widget=forms.RadioSelect)

    def __init__(self, *args, harms: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].choices = [(ALTERNATIVE, _("A new alternative")), *harms]
