"""What is known, from where, and what is not known (domain 2.6)."""

from __future__ import annotations

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from assessments.models.fields import year_field
from assessments.models.versioned import VersionedRow
from assessments.questions.choices import column_choices


class Evidence(VersionedRow):
    """One source of knowledge and what it says."""

    SLOTS = ("type", "title", "year", "url", "finding", "reliability")

    type = models.CharField(
        _("kind of source"), max_length=12, choices=column_choices("dat.items", "type"), blank=True
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    year = year_field()
    url = models.URLField(_("link"), max_length=500, blank=True)
    finding = models.TextField(_("finding"), max_length=1000, blank=True)
    reliability = models.CharField(
        _("reliability"),
        max_length=8,
        choices=column_choices("dat.items", "reliability"),
        blank=True,
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return self.title


class KnowledgeGap(VersionedRow):
    """Something that is not known, and what is done about it."""

    SLOTS = ("gap", "importance", "action")

    gap = models.TextField(_("what is not known"), max_length=1000, blank=True)
    importance = models.CharField(
        _("importance"), max_length=8, choices=column_choices("dat.gaps", "importance"), blank=True
    )
    action = models.CharField(_("what is done about it"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("knowledge gap")
        verbose_name_plural = _("knowledge gaps")

    def __str__(self) -> str:
        return Truncator(self.gap).chars(60)


class KeyFigure(VersionedRow):
    """A figure that describes the situation, with its year, comparison and source.

    Written by hand or chosen from the shipped indicators (``sotkanet``, Sotkanet's own number).
    Value and unit are words: "45 min", "2 + 1 groups", "not known".
    """

    SLOTS = ("indicator", "value", "unit", "year", "comparison", "source")

    sotkanet = models.PositiveIntegerField(null=True, editable=False)
    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    value = models.CharField(_("value"), max_length=60, blank=True)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    year = year_field()
    comparison = models.CharField(_("comparison"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")

    def __str__(self) -> str:
        return self.indicator
