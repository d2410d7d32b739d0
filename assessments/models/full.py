"""The tables of the full assessment (domain 2.4 to 2.23): rows beside those of the light one."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.parts import (
    CHILDREN,
    PARAGRAPH,
    Alternative,
    Hearing,
    Impact,
    Outcome,
)
from assessments.models.versioned import VersionedRow
from assessments.questions.articles import ARTICLES
from assessments.questions.choices import (
    DIMENSION_CHOICES,
    choices,
    column_choices,
    pairs,
)
from assessments.questions.dimensions import AGE_GROUPS, CHILD_GROUPS, DIMENSIONS

YEAR = 2100


def _number(name: str, most: int = CHILDREN) -> models.PositiveIntegerField:
    return models.PositiveIntegerField(
        name, null=True, blank=True, validators=[MaxValueValidator(most)]
    )


# --- The matter ---------------------------------------------------------------------------------


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


# --- Scope, children and plan of the hearings -----------------------------------------------------


class ScopeQuestion(VersionedRow):
    """A question that the assessment has to answer for those who decide (domain 2.4)."""

    SLOTS = ("text",)

    text = models.CharField(_("question"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("question to answer")
        verbose_name_plural = _("questions to answer")

    def __str__(self) -> str:
        return self.text


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
    number = _number(_("number of children"))
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MaxValueValidator(YEAR)]
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("size of a group")
        verbose_name_plural = _("sizes of the groups")

    def __str__(self) -> str:
        return self.get_group_display() if self.group else ""


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
    target = _number(_("target number"))
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


# --- Alternatives, rights and weighing ------------------------------------------------------------


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


# --- What the children said -----------------------------------------------------------------------


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
    count = _number(_("how many"))
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
    in_favour = _number(_("for"))
    against = _number(_("against"))
    unsure = _number(_("unsure"))
    reasons = models.TextField(_("reasons"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("view of an alternative")
        verbose_name_plural = _("views of the alternatives")

    def __str__(self) -> str:
        return ""


# --- Notice, statements and questions -------------------------------------------------------------


class Notice(VersionedRow):
    """A notice that the matter is pending (Administrative Procedure Act, section 41; domain 2.22).

    It tells the starting points and goals, and until when views can be stated. A matter that is
    begun anew gets another notice.
    """

    SLOTS = ("text", "channels", "published", "url", "until", "summary")

    text = models.TextField(_("notice"), max_length=PARAGRAPH, blank=True)
    channels = models.JSONField(_("channels"), default=list, blank=True)
    published = models.DateField(_("published"), null=True, blank=True)
    url = models.URLField(_("link"), max_length=500, blank=True)
    until = models.DateField(_("views until"), null=True, blank=True)
    summary = models.TextField(
        _("how the views were taken into account"), max_length=PARAGRAPH, blank=True
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["published", "pk"]

    def __str__(self) -> str:
        return ""


class Statement(VersionedRow):
    """A statement of the youth council or another body, and how it mattered (domain 2.23)."""

    SLOTS = ("sender", "name", "date", "text", "answer")

    sender = models.CharField(
        _("statement by"), max_length=14, choices=choices("stm.from"), blank=True
    )
    name = models.CharField(_("name of the body"), max_length=120, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    text = models.TextField(_("statement"), max_length=PARAGRAPH, blank=True)
    answer = models.TextField(_("how it mattered"), max_length=PARAGRAPH, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return self.name or (self.get_sender_display() if self.sender else "")


class StatementView(VersionedRow):
    """What a statement says of one alternative: for, against or neutral, and why."""

    SLOTS = ("alternative", "stand", "why")

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="views", editable=False)
    alternative = models.ForeignKey(
        Alternative,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("alternative"),
    )
    stand = models.CharField(
        _("stand"), max_length=8, choices=column_choices("stm.view", "stand"), blank=True
    )
    why = models.TextField(_("why"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("stand on an alternative")
        verbose_name_plural = _("stands on the alternatives")

    def __str__(self) -> str:
        return ""


class CouncillorQuestion(VersionedRow):
    """What a council member asks the preparer before the meeting, and the answer (domain 2.23).

    The question is written once and stays as it was asked; the answer is a slot like any other, so
    nothing of it is lost. Members of the municipality read both; neither is published.
    """

    SLOTS = ("answer",)

    text = models.TextField(_("question"), max_length=2000, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    asked_on = models.DateField(_("asked on"), editable=False)
    answer = models.TextField(_("answer"), max_length=3000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("council member's question")
        verbose_name_plural = _("council members' questions")

    def __str__(self) -> str:
        return self.text

    @property
    def is_answered(self) -> bool:
        return bool(self.answer.strip())


# --- Follow-up: forecast and reality --------------------------------------------------------------


class FollowUpIndicator(VersionedRow):
    """What is measured to see whether a forecast impact comes true (domain 2.19).

    Baseline and target are numbers in ``unit``, so that forecast and reality can be drawn.
    """

    SLOTS = ("impact", "indicator", "unit", "baseline", "target", "source", "interval")

    impact = models.ForeignKey(
        Impact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("impact"),
    )
    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    baseline = models.FloatField(_("baseline"), null=True, blank=True)
    target = models.FloatField(_("target"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    interval = models.CharField(_("how often"), max_length=120, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("follow-up indicator")
        verbose_name_plural = _("follow-up indicators")

    def __str__(self) -> str:
        return self.indicator


class IndicatorValue(VersionedRow):
    """What one indicator was at one follow-up point (domain 2.19, ``out.values``)."""

    SLOTS = ("indicator", "value", "comment")

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="values", editable=False)
    indicator = models.ForeignKey(
        FollowUpIndicator,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="values",
        verbose_name=_("indicator"),
    )
    value = models.FloatField(_("value"), null=True, blank=True)
    comment = models.CharField(_("comment"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("value of an indicator")
        verbose_name_plural = _("values of the indicators")

    def __str__(self) -> str:
        return ""


class RealisedImpact(VersionedRow):
    """Whether one forecast impact came true, seen at one follow-up point (``out.realised``)."""

    SLOTS = ("impact", "realised", "text")

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="impacts", editable=False)
    impact = models.ForeignKey(
        Impact,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="realised",
        verbose_name=_("impact"),
    )
    realised = models.CharField(
        _("did it come true"),
        max_length=8,
        choices=column_choices("out.realised", "realised"),
        blank=True,
    )
    text = models.TextField(_("what was found"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("realised impact")
        verbose_name_plural = _("realised impacts")

    def __str__(self) -> str:
        return ""


class CorrectiveAction(VersionedRow):
    """What is corrected after a follow-up point: who and by when (``out.action``)."""

    SLOTS = ("action", "owner", "due", "status")

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="actions", editable=False)
    action = models.TextField(_("what is corrected"), max_length=1000, blank=True)
    owner = models.CharField(_("who is responsible"), max_length=120, blank=True)
    due = models.DateField(_("by when"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=column_choices("sco.tasks", "status"), blank=True
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("corrective action")
        verbose_name_plural = _("corrective actions")
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.action[:60]
