"""The matter to be decided and the assessment that belongs to it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessments.phases import TRANSITIONS, Extent, Phase, Status
from assessments.querysets import AssessmentQuerySet, ProposalQuerySet
from assessments.questions.base import CATALOGUE_VERSION
from assessments.questions.choices import choices
from assessments.questions.decision_types import laws_for


def active_language() -> str:
    return (get_language() or "fi")[:2]


class Proposal(models.Model):
    """A matter that a municipality prepares for decision (asia, päätösesitys; domain 2.1)."""

    SLOTS = (
        "title",
        "title_alt",
        "type",
        "sector",
        "description",
        "area",
        "diary_number",
        "body",
        "meeting_date",
        "agenda_deadline",
        "preparer",
        "presenter",
        "language",
    )

    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="proposals"
    )
    title = models.CharField(_("title"), max_length=200, validators=[MinLengthValidator(3)])
    title_alt = models.CharField(_("title in the other language"), max_length=200, blank=True)
    type = models.CharField(_("type of decision"), max_length=20, choices=choices("case.type"))
    sector = models.CharField(_("sector"), max_length=20, choices=choices("case.sector"))
    description = models.TextField(_("description"), max_length=5000)
    area = models.CharField(_("area"), max_length=200, blank=True)
    diary_number = models.CharField(_("diary number"), max_length=60, blank=True)
    body = models.ForeignKey(
        "municipalities.DecisionBody",
        models.PROTECT,
        related_name="proposals",
        verbose_name=_("deciding body"),
    )
    meeting_date = models.DateField(_("planned decision meeting"))
    agenda_deadline = models.DateField(_("deadline for the agenda"))
    preparer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="prepared_proposals",
        verbose_name=_("preparer"),
    )
    presenter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="presented_proposals",
        verbose_name=_("presenting official"),
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("fi", _("Finnish")), ("sv", _("Swedish"))],
        default="fi",
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    is_demo = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["agenda_deadline", "pk"]
        constraints = [
            models.CheckConstraint(
                name="proposal_deadline_before_meeting",
                condition=models.Q(agenda_deadline__lte=models.F("meeting_date")),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("assessments:proposal-detail", args=[self.pk])

    @classmethod
    def kind(cls) -> str:
        return "proposal"

    def slot(self, field: str) -> str:
        return f"proposal:{self.pk}:{field}"

    @property
    def other_language(self) -> str:
        """The language that a bilingual municipality must have beside the assessment's own."""
        return "sv" if self.language == "fi" else "fi"

    def title_in(self, language: str) -> str:
        """The title in ``language``, or the own title where there is no other."""
        return self.title if self.title_language(language) == self.language else self.title_alt

    def title_language(self, language: str) -> str:
        """The language of the title that a reader of ``language`` is shown."""
        translated = language == self.other_language and self.title_alt
        return language if translated else self.language

    @property
    def titles(self) -> dict[str, str]:
        """What a reminder keeps, so that its reader is told the title in the own language."""
        titles = {"title": self.title, "language": self.language}
        return titles | {f"title_{self.other_language}": self.title_alt}

    @property
    def shown_title(self) -> str:
        """The title for the reader of the page."""
        return self.title_in(active_language())

    @property
    def shown_language(self) -> str:
        return self.title_language(active_language())


class Assessment(models.Model):
    """The child impact assessment of one proposal: extent, status, everything below.

    ``status`` is written by ``assessments.workflow`` only.
    """

    proposal = models.OneToOneField(
        Proposal, models.CASCADE, related_name="assessment", primary_key=True
    )
    # The same wherever the record of the assessment is taken.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="assessments"
    )
    # Empty until a person has confirmed the extent.
    extent = models.CharField(_("extent"), max_length=5, choices=Extent, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT)
    status_since = models.DateTimeField(_("since"), db_default=Now())
    catalogue_version = models.CharField(max_length=20, default=CATALOGUE_VERSION, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            models.CheckConstraint(
                name="assessment_status_known", condition=models.Q(status__in=Status.values)
            ),
            # Nothing is prepared, decided or followed up without a confirmed extent (gate G1).
            models.CheckConstraint(
                name="assessment_extent_fits_status",
                condition=models.Q(status__in=[Status.DRAFT, Status.WITHDRAWN])
                | models.Q(status=Status.SCREENED_OUT, extent=Extent.NONE)
                | (
                    ~models.Q(status=Status.SCREENED_OUT)
                    & models.Q(extent__in=[Extent.LIGHT, Extent.FULL])
                ),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "status"])]

    def __str__(self) -> str:
        return str(self.proposal)

    def get_absolute_url(self) -> str:
        return self.proposal.get_absolute_url()

    @property
    def phase(self) -> Phase:
        return Status(self.status).phase

    @cached_property
    def answer_values(self) -> dict[str, object]:
        """Every answer by its question's key. Uses prefetched rows where there are any."""
        return {answer.key: answer.value for answer in self.answers.all()}

    @property
    def publication_languages(self) -> list[str]:
        """A bilingual municipality publishes in both its languages, the others in the matter's."""
        if self.municipality.is_bilingual:
            return self.municipality.languages
        return [self.proposal.language]

    @property
    def suggested_answers(self) -> dict[str, list[str]]:
        """What the type of the matter answers in a full assessment until somebody does."""
        laws = laws_for(self.proposal.type) if self.extent == Extent.FULL else []
        return {"sco.laws": laws} if laws else {}

    @cached_property
    def team(self) -> list:
        """The people of the team. Uses rows that have been read where there are any."""
        if "teammembers" in getattr(self, "_prefetched_objects_cache", {}):
            return list(self.teammembers.all())
        return list(self.teammembers.present().select_related("user"))

    def team_rows_of(self, user) -> list:
        """The rows of the team that stand for this person."""
        return [row for row in self.team if row.user_id == user.pk]

    def assigned_to(self, part: str) -> list[str]:
        """The names of those to whom a part has been assigned."""
        return [str(row) for row in self.team if part in row.parts]

    @cached_property
    def guest_ids(self) -> set[int]:
        """The people who are invited to review it today, as guests."""
        rows = self.peer_reviews.in_force().values_list("user", "invitation__accepted_by")
        return {user or accepted for user, accepted in rows if user or accepted}

    def answer(self, key: str, default=""):
        """The value of one answer, or ``default`` while the question is open."""
        return self.answer_values.get(key, default)


class StatusChange(models.Model):
    """One step of an assessment from status to status. Appended by the workflow only."""

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="status_changes")
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    transition = models.CharField(max_length=30)
    source = models.CharField(max_length=12, choices=Status)
    target = models.CharField(max_length=12, choices=Status)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True, max_length=2000)

    class Meta:
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"

    @property
    def label(self) -> str:
        """What was done, in words."""
        row = TRANSITIONS.get(self.transition)
        return str(row.done if row else self.get_target_display())


class Screening(models.Model):
    """The outcome of the screening: what was suggested, chosen and confirmed, by whom and why."""

    assessment = models.OneToOneField(Assessment, models.CASCADE, related_name="screening")
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    suggested = models.CharField(_("suggested extent"), max_length=5, choices=Extent)
    chosen = models.CharField(_("chosen extent"), max_length=5, choices=Extent)
    reason = models.TextField(_("reasons"), max_length=2000)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(auto_now=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_note = models.TextField(_("why it was not confirmed"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("screening")
        verbose_name_plural = _("screenings")
        constraints = [
            models.CheckConstraint(
                name="screening_confirmation_whole",
                condition=models.Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | models.Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.get_chosen_display()
