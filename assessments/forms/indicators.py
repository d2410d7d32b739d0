"""Searching the shipped indicators, and how they are offered to one assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.figures import Figure
from municipalities.indicators import GROUPS


class IndicatorSearch(forms.Form):
    """Words in any of the three languages, and one group."""

    q = forms.CharField(
        label=_("Words in the name, in Finnish, Swedish or English"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    group = forms.ChoiceField(label=_("Group"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", _("All groups")), *GROUPS.items()]

    @property
    def asked(self) -> dict[str, str]:
        """What is looked for; a word that is too long or an unknown group narrows nothing."""
        self.is_valid()
        asked = {name: self.cleaned_data.get(name, "") for name in ("q", "group")}
        return {name: value for name, value in asked.items() if value}


@dataclass(frozen=True)
class Offer:
    """One indicator as a line of the picker; ``row`` is the key figure that it has become."""

    figure: Figure
    title: str
    row: int | None = None


def offered(
    figures: list[Figure], chosen: Mapping[int, int], language: str
) -> Iterator[tuple[str, str, list[Offer]]]:
    """The indicators group by group: the group's key, its name and its lines."""
    for key, some in groupby(figures, lambda each: each.indicator.dimension):
        offers = [
            Offer(each, each.indicator.title(language), chosen.get(each.indicator.id))
            for each in some
        ]
        yield key, GROUPS[key], offers
