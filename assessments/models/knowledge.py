"""What is known of the situation in figures (domain 2.6)."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.versioned import VersionedRow


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
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MaxValueValidator(2100)]
    )
    comparison = models.CharField(_("comparison"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")

    def __str__(self) -> str:
        return self.indicator
