"""The ways to decide that are compared, and those that were left out (domain 2.9)."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from assessments.models.fields import EUROS, PARAGRAPH, whole_number
from assessments.models.versioned import VersionedRow
from assessments.questions.choices import choices


class Alternative(VersionedRow):
    """One way to decide. Number 0 is the present state going on; it exists from birth.

    From ``day`` on the fields belong to the full assessment (domain 2.9).
    """

    SLOTS = (
        "name",
        "description",
        "day",
        "origin",
        "feasible",
        "feasible_text",
        "start",
        "cost_year",
        "cost_once",
        "child_money",
        "strengths",
        "weaknesses",
        "child_sentence",
        "child_sentence_alt",
    )

    number = models.PositiveSmallIntegerField(editable=False)
    name = models.CharField(_("name"), max_length=60, blank=True)
    description = models.TextField(_("what happens"), max_length=PARAGRAPH, blank=True)
    day = models.TextField(_("a child's day"), max_length=3000, blank=True)
    origin = models.CharField(
        _("who has proposed it"), max_length=12, choices=choices("alt.origin"), blank=True
    )
    feasible = models.CharField(
        _("feasible"), max_length=8, choices=choices("alt.feasible"), blank=True
    )
    feasible_text = models.TextField(_("why it is feasible or not"), max_length=2000, blank=True)
    start = models.DateField(_("carried out from"), null=True, blank=True)
    # A saving is a negative cost.
    cost_year = models.IntegerField(
        _("yearly cost"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-EUROS), MaxValueValidator(EUROS)],
    )
    cost_once = models.IntegerField(
        _("one-off cost"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-EUROS), MaxValueValidator(EUROS)],
    )
    child_money = whole_number(_("directed to children"), EUROS)
    # Written where the alternatives are compared (domain 2.12).
    strengths = models.TextField(_("strengths for children"), max_length=2000, blank=True)
    weaknesses = models.TextField(_("weaknesses for children"), max_length=2000, blank=True)
    # Told to children on their own page, in the assessment's language and in the other (2.17).
    child_sentence = models.CharField(_("one sentence for children"), max_length=200, blank=True)
    child_sentence_alt = models.CharField(
        _("one sentence for children in the other language"), max_length=200, blank=True
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("alternative")
        verbose_name_plural = _("alternatives")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"], name="alternative_number_once"
            ),
            models.CheckConstraint(
                name="alternative_zero_stays",
                condition=models.Q(number__gt=0) | models.Q(removed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()

    @property
    def code(self) -> str:
        """VE0 in Finnish, ALT0 in Swedish, A0 in English."""
        return pgettext("alternative code", "A%(number)d") % {"number": self.number}

    @property
    def is_zero(self) -> bool:
        return self.number == 0


class RejectedAlternative(VersionedRow):
    """An alternative that was considered and left out, and why (domain 2.9)."""

    SLOTS = ("name", "reason")

    name = models.CharField(_("alternative"), max_length=200, blank=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("rejected alternative")
        verbose_name_plural = _("rejected alternatives")

    def __str__(self) -> str:
        return self.name
