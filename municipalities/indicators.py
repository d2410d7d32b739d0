"""THL's Sotkanet indicators on children, young people and families that the product knows.

A plain table, read once from ``data/sotkanet/indicators.csv`` (sources and licence beside it). What
was observed of them is ``municipalities.models.ObservedValue``.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SHIPPED = Path(__file__).resolve().parent / "data" / "sotkanet"

GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "population": pgettext_lazy("indicator group", "Population"),
        "family": pgettext_lazy("indicator group", "Family"),
        "livelihood": pgettext_lazy("indicator group", "Livelihood"),
        "early_education": pgettext_lazy("indicator group", "Early childhood education"),
        "learning_environment": pgettext_lazy("indicator group", "School as a place"),
        "youth_transition": pgettext_lazy("indicator group", "Young people's studies and work"),
        "relationships": pgettext_lazy("indicator group", "Friends"),
        "participation": pgettext_lazy("indicator group", "Participation"),
        "safety": pgettext_lazy("indicator group", "Safety"),
        "health": pgettext_lazy("indicator group", "Health"),
        "mental_health": pgettext_lazy("indicator group", "Mental health"),
        "lifestyle": pgettext_lazy("indicator group", "Ways of living"),
        "substance_use": pgettext_lazy("indicator group", "Intoxicants and tobacco"),
        "health_services": pgettext_lazy("indicator group", "Health services"),
        "family_support": pgettext_lazy("indicator group", "Support for families"),
        "child_protection": pgettext_lazy("indicator group", "Child protection"),
    }
)
"""The groups of the list, in the order in which they are shown."""

UNITS: Mapping[str, str] = MappingProxyType(
    {
        "percent": "%",
        "per_1000": pgettext_lazy("unit", "/ 1,000"),
        "count": pgettext_lazy("unit", "people"),
    }
)

PRODUCERS: Mapping[str, str] = MappingProxyType(
    {
        "THL": "THL",
        "Statistics Finland": pgettext_lazy("producer of statistics", "Statistics Finland"),
        "Kela": "Kela",
        "TEM": pgettext_lazy(
            "producer of statistics", "Ministry of Economic Affairs and Employment"
        ),
    }
)

OWN_TERMS = "producer's terms"
"""The licence of figures whose producer is not THL: that producer's own terms."""


@dataclass(frozen=True)
class Indicator:
    """One indicator: Sotkanet's own number, its names and who produces its figures."""

    id: int
    title_fi: str
    title_sv: str
    title_en: str
    unit: str
    dimension: str
    producer: str
    licence: str

    def title(self, language: str) -> str:
        """The name in a language, in Finnish where there is none in that language."""
        return getattr(self, f"title_{language[:2]}", "") or self.title_fi

    @property
    def url(self) -> str:
        """The page on which Sotkanet tells what is counted and how."""
        return f"https://sotkanet.fi/sotkanet/fi/metadata/indicators/{self.id}"

    @property
    def group(self) -> str:
        return GROUPS[self.dimension]

    @property
    def unit_words(self) -> str:
        return UNITS[self.unit]

    @property
    def source_words(self) -> str:
        """What stands beside a figure: the indicator, its producer and the licence."""
        licence = _("producer's own terms") if self.licence == OWN_TERMS else self.licence
        return f"Sotkanet {self.id}, {PRODUCERS[self.producer]}, {licence}"

    @cached_property
    def _searched(self) -> str:
        return fold(f"{self.id} {self.title_fi} {self.title_sv} {self.title_en}")

    def fits(self, words: str) -> bool:
        """Whether every word is found in one of its names, or is its number."""
        return all(word in self._searched for word in fold(words).split())


def fold(text: str) -> str:
    """Letters as they are searched for: without case and diacritics, å ä ö as a a o."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


@cache
def indicators() -> Mapping[int, Indicator]:
    """Every indicator by its number, in the order of the shipped list."""
    with (SHIPPED / "indicators.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Indicator(
                int(row["id"]),
                *(row[name] for name in list(Indicator.__dataclass_fields__)[1:]),
            )
            for row in csv.DictReader(file)
        ]
    return MappingProxyType({each.id: each for each in rows})


def found(words: str = "", group: str = "") -> list[Indicator]:
    """The indicators of a group that fit the words, group by group."""
    order = list(GROUPS)
    chosen = [
        each
        for each in indicators().values()
        if each.fits(words) and (not group or each.dimension == group)
    ]
    return sorted(chosen, key=lambda each: order.index(each.dimension))
