"""What is assessed, for whom and by which way to the decision (domain 2.2 to 2.5)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.fields import whole_number, year_field
from assessments.models.versioned import VersionedRow
from assessments.questions.choices import DIMENSION_CHOICES, column_choices, pairs
from assessments.questions.dimensions import CHILD_GROUPS, DIMENSIONS


class PathStep(VersionedRow):
    """A body that prepares the matter, gives a statement on it or decides (``case.path``).

    The deciding body and its meeting stand in the basic data; this is the way to them.
    """

    SLOTS = ("body", "role", "date")

    body = models.ForeignKey(
        "municipalities.DecisionBody",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("body"),
    )
    role = models.CharField(
        _("role"), max_length=10, choices=column_choices("case.path", "role"), blank=True
    )
    date = models.DateField(_("date"), null=True, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("step on the way to the decision")
        verbose_name_plural = _("steps on the way to the decision")
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return ""


class ScopeQuestion(VersionedRow):
    """A question that the assessment has to answer for those who decide (domain 2.4)."""

    SLOTS = ("text",)

    text = models.CharField(_("question"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("question to answer")
        verbose_name_plural = _("questions to answer")

    def __str__(self) -> str:
        return self.text


class DimensionScope(VersionedRow):
    """Whether one of the twelve dimensions matters here, and why not if it does not."""

    SLOTS = ("is_relevant", "reason")

    dimension = models.CharField(
        _("dimension"), max_length=20, choices=DIMENSION_CHOICES, editable=False
    )
    is_relevant = models.BooleanField(_("relevant"), default=True)
    reason = models.CharField(_("why it is not relevant"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")
        constraints = [
            models.UniqueConstraint(fields=["assessment", "dimension"], name="dimension_scope_once")
        ]

    def __str__(self) -> str:
        return self.get_dimension_display()

    def get_dimension_display(self) -> str:
        """Asked for dozens of times on a page, for each of which Django would hash all choices."""
        return str(DIMENSIONS[self.dimension].label)


class WorkTask(VersionedRow):
    """One task of the work plan: what, who, from when to when, and how far it is (domain 2.4).

    ``template`` is the task of ``assessments.plan`` that it was made from, and ``planned_for`` the
    agenda deadline that its dates were counted back from: so a page can tell which dates a person
    has set by hand, and what moves when the meeting does.
    """

    SLOTS = ("task", "who", "start", "due", "status")

    task = models.CharField(_("task"), max_length=200, blank=True)
    who = models.CharField(_("who"), max_length=120, blank=True)
    start = models.DateField(_("start"), null=True, blank=True)
    due = models.DateField(_("due"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=column_choices("sco.tasks", "status"), blank=True
    )
    template = models.CharField(max_length=20, blank=True, editable=False)
    planned_for = models.DateField(null=True, blank=True, editable=False)

    class Meta(VersionedRow.Meta):
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.task

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be done."""
        return self.status != "done"


class GroupSize(VersionedRow):
    """How many children a group has, in which year and from where this is known (domain 2.5)."""

    SLOTS = ("group", "number", "year", "source", "note")

    group = models.CharField(_("group"), max_length=20, choices=pairs(CHILD_GROUPS), blank=True)
    number = whole_number(_("number of children"))
    year = year_field()
    source = models.CharField(_("source"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("size of a group")
        verbose_name_plural = _("sizes of the groups")

    def __str__(self) -> str:
        return self.get_group_display() if self.group else ""
