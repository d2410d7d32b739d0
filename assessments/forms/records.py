"""The form that takes a record of an assessment."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from municipalities.models import Municipality
from municipalities.roles import Permission


class RecordForm(forms.Form):
    """A ZIP file, and the municipality that it is taken into."""

    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Municipality.objects.none(), empty_label=None
    )
    file = forms.FileField(
        label=_("Record of an assessment"),
        help_text=_("The ZIP file that another installation of this service has written."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def __init__(self, *args, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        own = user.municipality_ids_with(Permission.EDIT)
        self.fields["municipality"].queryset = Municipality.objects.in_order().filter(pk__in=own)
