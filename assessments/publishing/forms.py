"""What is asked before something is shown to everybody, or taken away."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PublishForm(forms.Form):
    """A note on what changed, and that the marked places have been looked at."""

    change_note = forms.CharField(
        label=_("What was corrected or added?"),
        help_text=_("Shown to everybody in the list of versions."),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    is_privacy_checked = forms.BooleanField(
        label=_("I have looked at each marked place. It may be shown to everybody."),
        required=False,
    )

    def __init__(self, *args, is_correction: bool, has_warnings: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if is_correction:
            self.fields["change_note"].required = True
        else:
            del self.fields["change_note"]
        if has_warnings:
            self.fields["is_privacy_checked"].required = True
        else:
            del self.fields["is_privacy_checked"]


class WithdrawForm(forms.Form):
    """Why a publication is taken away; the reason takes its place."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_(
            "Shown to everybody in place of the page. Do not repeat what was wrong to show."
        ),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
    )
