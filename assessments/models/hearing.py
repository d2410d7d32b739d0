"""The hearings of children: planned, held, and what was said in them (domain 2.7, 2.8)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.alternative import Alternative
from assessments.models.fields import PARAGRAPH, whole_number
from assessments.models.versioned import VersionedRow
from assessments.questions.choices import DIMENSION_CHOICES, choices, column_choices, pairs
from assessments.questions.dimensions import AGE_GROUPS, DIMENSIONS


class Hearing(VersionedRow):
    """One hearing of children: counts and themes only, never a child's personal data."""

    SLOTS = (
        "date",
        "group",
        "method",
        "invited",
        "number",
        "facilitator",
        "said",
        "hopes",
        "worries",
        "proposals",
        "effect",
        "feedback_given",
        "feedback_way",
        "questions",
        "differences",
        "limits",
        "groups",
    )

    date = models.DateField(_("date"), null=True, blank=True)
    group = models.CharField(_("who were heard"), max_length=200, blank=True)
    method = models.CharField(_("method"), max_length=14, choices=choices("hre.method"), blank=True)
    invited = whole_number(_("number invited"))
    number = whole_number(_("number of participants"))
    facilitator = models.CharField(_("role of the facilitator"), max_length=120, blank=True)
    said = models.TextField(_("what the children said"), max_length=PARAGRAPH, blank=True)
    hopes = models.TextField(_("what they wished for"), max_length=2000, blank=True)
    worries = models.TextField(_("what worried them"), max_length=2000, blank=True)
    proposals = models.TextField(_("what they proposed"), max_length=2000, blank=True)
    effect = models.TextField(_("how it affected the preparation"), max_length=2000, blank=True)
    feedback_given = models.DateField(_("feedback given to the children"), null=True, blank=True)
    feedback_way = models.CharField(_("how feedback was given"), max_length=200, blank=True)
    # The full assessment asks these three (domain 2.8).
    questions = models.TextField(_("what was asked"), max_length=PARAGRAPH, blank=True)
    differences = models.TextField(_("differences between groups"), max_length=2000, blank=True)
    limits = models.TextField(_("limits of reliability"), max_length=2000, blank=True)
    # Which of the groups of domain 2.5 took part: what representativeness is computed from.
    groups = models.JSONField(_("groups that were heard"), default=list, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")

    def __str__(self) -> str:
        return self.group

    @property
    def is_told(self) -> bool:
        """Whether it says how many took part and what they said."""
        return bool(self.said.strip() and self.number)


class PlannedHearing(VersionedRow):
    """A hearing that is planned: whom, how, where and when, and how many (domain 2.7).

    ``held_as`` is the hearing that came of it, once it has been held.
    """

    SLOTS = ("group", "age", "method", "place", "date", "time", "facilitator", "target")

    group = models.CharField(_("group"), max_length=200, blank=True)
    age = models.CharField(_("age"), max_length=20, choices=pairs(AGE_GROUPS), blank=True)
    method = models.CharField(
        _("method"), max_length=14, choices=column_choices("hpl.events", "method"), blank=True
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    # As people say it in a letter: "9.00-10.30", "the third lesson".
    time = models.CharField(_("time"), max_length=40, blank=True)
    facilitator = models.CharField(_("role of the facilitator"), max_length=120, blank=True)
    target = whole_number(_("target number"))
    held_as = models.OneToOneField(
        Hearing,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="planned_as",
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("planned hearing")
        verbose_name_plural = _("planned hearings")
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return self.group


class HearingFinding(VersionedRow):
    """One theme of a hearing: a summary, how many children and in which tone (domain 2.8).

    Counts and themes only; a child is never named.
    """

    SLOTS = ("theme", "dimension", "summary", "count", "tone")

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="findings", editable=False)
    theme = models.CharField(_("theme"), max_length=200, blank=True)
    dimension = models.CharField(
        _("dimension"), max_length=20, choices=DIMENSION_CHOICES, blank=True
    )
    summary = models.TextField(_("summary"), max_length=2000, blank=True)
    count = whole_number(_("how many"))
    tone = models.CharField(
        _("tone"), max_length=8, choices=column_choices("hre.themes", "tone"), blank=True
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def __str__(self) -> str:
        return self.theme

    def get_dimension_display(self) -> str:
        return str(DIMENSIONS[self.dimension].label) if self.dimension else ""


class HearingView(VersionedRow):
    """What the children of one hearing thought of one alternative (domain 2.8)."""

    SLOTS = ("alternative", "in_favour", "against", "unsure", "reasons")

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="views", editable=False)
    alternative = models.ForeignKey(
        Alternative,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("alternative"),
    )
    in_favour = whole_number(_("for"))
    against = whole_number(_("against"))
    unsure = whole_number(_("unsure"))
    reasons = models.TextField(_("reasons"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("view of an alternative")
        verbose_name_plural = _("views of the alternatives")

    def __str__(self) -> str:
        return ""

    @property
    def is_told(self) -> bool:
        """Whether it says how many were of which mind, or why."""
        numbers = (self.in_favour, self.against, self.unsure)
        return any(each is not None for each in numbers) or bool(self.reasons.strip())
