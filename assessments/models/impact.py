"""What each way to decide does to children, and what makes it milder (domain 2.10 to 2.13)."""

from __future__ import annotations

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from assessments.models.alternative import Alternative
from assessments.models.fields import EUROS, whole_number
from assessments.models.versioned import VersionedRow
from assessments.questions.articles import ARTICLES
from assessments.questions.choices import (
    DIMENSION_CHOICES,
    MAGNITUDE_CHOICES,
    choices,
    column_choices,
    pairs,
)
from assessments.questions.dimensions import (
    CHILD_GROUPS,
    DIMENSIONS,
    DIRECTIONS,
    GROUP_LABELS,
    VULNERABLE_KEYS,
    weighted_index,
)


class Impact(VersionedRow):
    """What one alternative does, in one dimension, to one group of children (domain 2.11).

    From ``likelihood`` on the fields belong to the full assessment.
    """

    SLOTS = (
        "direction",
        "magnitude",
        "text",
        "no_mitigation_reason",
        "likelihood",
        "duration",
        "reversible",
        "certainty",
        "kinds",
        "evidence",
        "count",
        "articles",
    )

    alternative = models.ForeignKey(
        Alternative, models.CASCADE, related_name="impacts", editable=False
    )
    dimension = models.CharField(
        _("dimension"), max_length=20, choices=DIMENSION_CHOICES, editable=False
    )
    child_group = models.CharField(
        _("child group"), max_length=20, choices=pairs(CHILD_GROUPS), default="all", editable=False
    )
    direction = models.CharField(
        _("direction"), max_length=8, choices=pairs(DIRECTIONS), blank=True
    )
    magnitude = models.PositiveSmallIntegerField(
        _("magnitude"), choices=MAGNITUDE_CHOICES, null=True, blank=True
    )
    text = models.TextField(_("description and reasons"), max_length=2000, blank=True)
    no_mitigation_reason = models.TextField(
        _("why the harm is not mitigated"), max_length=1000, blank=True
    )
    likelihood = models.CharField(
        _("likelihood"), max_length=8, choices=choices("imp.likelihood"), blank=True
    )
    duration = models.CharField(
        _("duration"), max_length=8, choices=choices("imp.duration"), blank=True
    )
    reversible = models.CharField(
        _("reversible"), max_length=8, choices=choices("imp.reversible"), blank=True
    )
    certainty = models.CharField(
        _("certainty"), max_length=8, choices=choices("imp.certainty"), blank=True
    )
    # Called ``imp.kind`` in the catalogue; ``kind`` is the name of the row.
    kinds = models.JSONField(_("kind of impact"), default=list, blank=True)
    # References to what it rests on: "evidence:12", "hearing:3".
    evidence = models.JSONField(_("what it rests on"), default=list, blank=True)
    count = whole_number(_("number of children"))
    # Nothing means that nobody has changed what the dimension suggests.
    articles = models.JSONField(_("rights of the child"), null=True, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("impact")
        verbose_name_plural = _("impacts")
        constraints = [
            models.UniqueConstraint(
                fields=["alternative", "dimension", "child_group"], name="impact_once_per_cell"
            ),
            models.CheckConstraint(
                name="impact_magnitude_range",
                condition=models.Q(magnitude__isnull=True) | models.Q(magnitude__range=(0, 3)),
            ),
        ]
        indexes = [models.Index(fields=["assessment", "dimension"])]

    def __str__(self) -> str:
        return f"{self.alternative_id} {self.dimension} {self.child_group}"

    def get_dimension_display(self) -> str:
        """As in ``DimensionScope``."""
        return str(DIMENSIONS[self.dimension].label)

    def get_child_group_display(self) -> str:
        return str(GROUP_LABELS.get(self.child_group, self.child_group))

    @property
    def weight(self) -> float | None:
        """The weighted index (domain 2.11, display rule 2): for sorting, never alone in sight."""
        return weighted_index(self.direction, self.magnitude, self.likelihood, self.duration)

    @property
    def is_sized(self) -> bool:
        """Whether it has a size, and so a likelihood and a duration to be told."""
        return self.direction in ("pos", "neg", "mixed")

    @property
    def is_harm_to_mitigate(self) -> bool:
        """Moderate or large harm: needs a measure, or the reason why there is none (gate G2)."""
        return self.direction == "neg" and (self.magnitude or 0) >= 2

    @property
    def is_flagged(self) -> bool:
        """A harm that no sum may hide (domain 2.11, display rule 3)."""
        magnitude = self.magnitude or 0
        return self.direction == "neg" and (
            magnitude == 3 or (magnitude >= 2 and self.child_group in VULNERABLE_KEYS)
        )


class Mitigation(VersionedRow):
    """A measure that removes or lessens one harm."""

    SLOTS = ("measure", "owner", "due", "in_decision", "type", "cost", "status", "status_note")

    impact = models.ForeignKey(Impact, models.CASCADE, related_name="mitigations", editable=False)
    measure = models.TextField(_("what is done"), max_length=1000, blank=True)
    owner = models.CharField(_("who is responsible"), max_length=120, blank=True)
    due = models.DateField(_("by when"), null=True, blank=True)
    in_decision = models.BooleanField(_("written into the decision"), default=False)
    # The full assessment asks these two (domain 2.13).
    type = models.CharField(
        _("type of measure"), max_length=10, choices=choices("mit.type"), blank=True
    )
    cost = whole_number(_("cost"), EUROS)
    # Told at the follow-up: whether what was promised was done (domain 2.19).
    status = models.CharField(
        _("status"), max_length=10, choices=column_choices("out.mitigations", "status"), blank=True
    )
    status_note = models.CharField(_("how it went"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("mitigation")
        verbose_name_plural = _("mitigation")

    def __str__(self) -> str:
        return Truncator(self.measure).chars(60)


class RightsNote(VersionedRow):
    """How the matter promotes or weakens one more article of the Convention (domain 2.21)."""

    SLOTS = ("article", "effect", "text")

    article = models.PositiveSmallIntegerField(
        _("article"),
        choices=[(number, f"{number} {each.title}") for number, each in ARTICLES.items()],
        null=True,
        blank=True,
    )
    effect = models.CharField(
        _("effect"), max_length=10, choices=column_choices("crc.others", "effect"), blank=True
    )
    text = models.TextField(_("description"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("other article")
        verbose_name_plural = _("other articles")
        ordering = ["article", "pk"]

    def __str__(self) -> str:
        return f"{self.article} {ARTICLES[self.article].title}" if self.article else ""


class OtherInterest(VersionedRow):
    """An interest other than the children's: how strong, and how it relates to theirs (2.12)."""

    SLOTS = ("interest", "strength", "relation")

    interest = models.CharField(_("interest"), max_length=200, blank=True)
    strength = models.CharField(
        _("strength"),
        max_length=8,
        choices=column_choices("cmp.conflict_other", "strength"),
        blank=True,
    )
    relation = models.TextField(_("relation to children's interests"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("other interest")
        verbose_name_plural = _("other interests")

    def __str__(self) -> str:
        return self.interest
