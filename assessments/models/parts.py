"""What an assessment is made of: alternatives, impacts, evidence, hearings, follow-up."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from assessments.models.versioned import VersionedRow
from assessments.querysets import FollowUpPointQuerySet
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

PARAGRAPH = 5000
CHILDREN = 1_000_000
EUROS = 2_000_000_000


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
    child_money = models.PositiveIntegerField(
        _("directed to children"), null=True, blank=True, validators=[MaxValueValidator(EUROS)]
    )
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
    count = models.PositiveIntegerField(
        _("number of children"), null=True, blank=True, validators=[MaxValueValidator(CHILDREN)]
    )
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


class Evidence(VersionedRow):
    """One source of knowledge and what it says."""

    SLOTS = ("type", "title", "year", "url", "finding", "reliability")

    type = models.CharField(
        _("kind of source"), max_length=12, choices=column_choices("dat.items", "type"), blank=True
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MaxValueValidator(2100)]
    )
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
        return self.gap[:60]


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
    invited = models.PositiveIntegerField(
        _("number invited"), null=True, blank=True, validators=[MaxValueValidator(1_000_000)]
    )
    number = models.PositiveIntegerField(
        _("number of participants"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(1_000_000)],
    )
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
    cost = models.PositiveIntegerField(
        _("cost"), null=True, blank=True, validators=[MaxValueValidator(EUROS)]
    )
    # Told at the follow-up: whether what was promised was done (domain 2.19).
    status = models.CharField(
        _("status"), max_length=10, choices=column_choices("out.mitigations", "status"), blank=True
    )
    status_note = models.CharField(_("how it went"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("mitigation")
        verbose_name_plural = _("mitigation")

    def __str__(self) -> str:
        return self.measure[:60]


class Handling(VersionedRow):
    """One handling of the matter in a body: date, section, result, vote, link."""

    SLOTS = ("body", "date", "section", "proposal", "result", "votes_for", "votes_against", "url")

    body = models.ForeignKey(
        "municipalities.DecisionBody",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("body"),
    )
    date = models.DateField(_("date"), null=True, blank=True)
    section = models.CharField(_("section of the minutes"), max_length=20, blank=True)
    proposal = models.TextField(_("what was proposed"), max_length=2000, blank=True)
    result = models.CharField(
        _("result"), max_length=10, choices=column_choices("dec.handlings", "result"), blank=True
    )
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    url = models.URLField(_("link to the minutes"), max_length=500, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("handling")
        verbose_name_plural = _("handlings")
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.date} § {self.section}"


class FollowUpPoint(VersionedRow):
    """A day on which it is looked at what came true, and who looks."""

    SLOTS = ("due", "what", "who")

    due = models.DateField(_("date"), null=True, blank=True)
    what = models.CharField(_("what is looked at"), max_length=300, blank=True)
    who = models.CharField(_("who is responsible"), max_length=120, blank=True)

    objects = FollowUpPointQuerySet.as_manager()

    class Meta(VersionedRow.Meta):
        verbose_name = _("follow-up point")
        verbose_name_plural = _("follow-up points")
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.due} {self.what}"


class Outcome(VersionedRow):
    """What was found at one follow-up point: the forecast against reality."""

    SLOTS = ("date", "realised", "text", "unforeseen", "children", "lesson")

    point = models.OneToOneField(
        FollowUpPoint, models.CASCADE, related_name="outcome", editable=False
    )
    date = models.DateField(_("date"), null=True, blank=True)
    realised = models.CharField(
        _("did the forecast come true"),
        max_length=8,
        choices=column_choices("out.realised", "realised"),
        blank=True,
    )
    text = models.TextField(_("what was found"), max_length=2000, blank=True)
    unforeseen = models.TextField(_("what was unforeseen"), max_length=2000, blank=True)
    children = models.TextField(_("what the children say now"), max_length=2000, blank=True)
    lesson = models.TextField(_("what was learnt"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")

    def __str__(self) -> str:
        return f"{self.date} {self.realised}"

    @property
    def is_recorded(self) -> bool:
        """Whether the point counts as recorded; ``FollowUpPoint.objects.unrecorded`` in SQL."""
        return bool(self.date and self.realised and self.removed_at is None)
