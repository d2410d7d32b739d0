"""The figures of the shipped indicators as one municipality reads them, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from django.utils import formats, timezone, translation

from municipalities.indicators import Indicator
from municipalities.models import AreaKind, Municipality, ObservedValue

OLD_AFTER = 5
"""A figure from more years ago than this is called old."""


class Beside(NamedTuple):
    """A figure that another is compared with; ``year`` only where it is another one."""

    value: str
    year: int | None

    def __str__(self) -> str:
        return f"{self.value} ({self.year})" if self.year else self.value


@dataclass(frozen=True)
class Figure:
    """One indicator with the newest figure of the municipality and what it is compared with."""

    indicator: Indicator
    place: Municipality
    values: Mapping[str, ObservedValue] = field(default_factory=dict)

    @property
    def own(self) -> ObservedValue | None:
        return self.values.get(AreaKind.MUNICIPALITY)

    @property
    def year(self) -> int | None:
        return self.own.year if self.own else None

    @property
    def value(self) -> str:
        return number(self.own.value) if self.own else ""

    @property
    def is_old(self) -> bool:
        return bool(self.own) and self.own.year < timezone.localdate().year - OLD_AFTER

    def beside(self, kind: str) -> Beside | None:
        """The figure of the region or the country, with its year where that is another."""
        found = self.values.get(kind)
        if found is None:
            return None
        return Beside(number(found.value), None if found.year == self.year else found.year)

    @property
    def in_region(self) -> Beside | None:
        return self.beside(AreaKind.REGION)

    @property
    def in_country(self) -> Beside | None:
        return self.beside(AreaKind.COUNTRY)

    @property
    def comparison(self) -> str:
        """Region and country in one line."""
        named = (
            (self.place.region.name, self.in_region),
            (AreaKind.COUNTRY.label, self.in_country),
        )
        return ", ".join(f"{name} {found}" for name, found in named if found)

    def fields(self, language: str) -> dict[str, object]:
        """What a key figure of an assessment is filled in with, in the assessment's language."""
        with translation.override(language):
            return {
                "indicator": self.indicator.title(language),
                "value": self.value,
                "unit": str(self.indicator.unit_words),
                "year": self.year,
                "comparison": self.comparison,
                "source": self.indicator.source_words,
            }


def number(value: Decimal) -> str:
    """A figure as readers of the active language write it, with two decimals at most."""
    rounded = round(value, 2).normalize()
    decimals = max(0, -rounded.as_tuple().exponent)
    return formats.number_format(rounded, decimals, use_l10n=True, force_grouping=True)


def figures(place: Municipality, indicators: list[Indicator]) -> list[Figure]:
    """Every indicator with its newest figures, in one query. ``place`` brings its region along."""
    known = ObservedValue.objects.newest_beside(place)
    return [Figure(each, place, known.get(each.id, {})) for each in indicators]
