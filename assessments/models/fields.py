"""The columns that several tables have: whole numbers up to a believable size, and years."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

PARAGRAPH = 5000
CHILDREN = 1_000_000
EUROS = 2_000_000_000
YEARS = 1900, 2100


def whole_number(name: str, most: int = CHILDREN) -> models.PositiveIntegerField:
    """So many children or, up to ``EUROS``, euros; empty while it is not known."""
    return models.PositiveIntegerField(
        name, null=True, blank=True, validators=[MaxValueValidator(most)]
    )


def year_field() -> models.PositiveSmallIntegerField:
    first, last = YEARS
    return models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(first), MaxValueValidator(last)],
    )
