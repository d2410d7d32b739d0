"""Inviting a reviewer from another municipality."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessments.forms.text import DayField

USUAL = timedelta(days=14)


class PeerForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    ends_on = DayField(
        label=_("Last day of the review"),
        help_text=_("After this day the reviewer sees nothing of the assessment any more."),
        initial=lambda: timezone.localdate() + USUAL,
    )
    language = forms.ChoiceField(
        label=_("Language of the invitation"),
        choices=settings.LANGUAGES,
        initial=get_language,
        help_text=_("A person who already has an account gets it in the account's language."),
    )
