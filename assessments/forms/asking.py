"""The form of a council member's question."""

from __future__ import annotations

from django import forms

from assessments.forms.text import ParagraphField
from assessments.questions import question


class QuestionForm(forms.Form):
    """One question to the preparer, in words that everybody in the municipality may read."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        asked = question("qst.text")
        self.fields["text"] = ParagraphField(
            label=asked.text, help_text=asked.help, max_length=asked.max_length
        )
