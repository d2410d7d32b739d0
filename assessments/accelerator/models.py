"""A coached programme, its meetings, and the municipalities that take part (domain 4.2)."""

from __future__ import annotations

import secrets
import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from assessments.accelerator.querysets import (
    MeetingQuerySet,
    ParticipationQuerySet,
    ProgrammeQuerySet,
)
from assessments.accelerator.schedule import (
    Group,
    MeetingKind,
    Mode,
    PhaseCalendar,
    ProgrammeStatus,
)


def new_feed_token() -> str:
    """The secret part of the address of a calendar feed."""
    return secrets.token_urlsafe(24)


class Programme(models.Model):
    """One accelerator round of one region (LAVA-kiihdyttämö)."""

    region = models.ForeignKey(
        "municipalities.Region", models.PROTECT, related_name="programmes", verbose_name=_("region")
    )
    name = models.CharField(_("name"), max_length=120)
    # The language in which the coordinator has written the name and the goal.
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    goal = models.TextField(_("goal"), max_length=1000, blank=True)
    status = models.CharField(
        _("status"), max_length=8, choices=ProgrammeStatus, default=ProgrammeStatus.PLANNED
    )
    starts_on = models.DateField(_("first day"))
    followup_starts_on = models.DateField(_("follow-up from"))
    ends_on = models.DateField(_("follow-up until"))
    feed_token = models.CharField(
        max_length=40, unique=True, default=new_feed_token, editable=False
    )
    is_demo = models.BooleanField(_("demonstration"), default=False, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="programme_days_in_order",
                condition=models.Q(starts_on__lte=models.F("followup_starts_on"))
                & models.Q(followup_starts_on__lte=models.F("ends_on")),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accelerator:programme-detail", args=[self.pk])

    @cached_property
    def held_meetings(self) -> list[Meeting]:
        """Meetings that have not been cancelled, in order of time, read once."""
        return list(self.meetings.held())

    @property
    def calendar(self) -> PhaseCalendar:
        """The days on which the phases begin."""
        return PhaseCalendar(
            survey=self.day_of(MeetingKind.SURVEY) or self.starts_on,
            preparation=self.day_of(MeetingKind.PREPARATION),
            decision=self.day_of(MeetingKind.DECISION),
            follow_up=self.followup_starts_on,
        )

    def day_of(self, kind: MeetingKind) -> date | None:
        """The local day of the first meeting of a kind."""
        return next((each.day for each in self.held_meetings if each.kind == kind), None)

    @property
    def next_meeting(self) -> Meeting | None:
        """The meeting that is on or comes next."""
        now = timezone.now()
        return next((each for each in self.held_meetings if each.ends_at > now), None)


class Meeting(models.Model):
    """One meeting or online help hour, in aware time."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="meetings")
    kind = models.CharField(_("kind"), max_length=11, choices=MeetingKind)
    # Empty: the kind in the reader's language is the title.
    title = models.CharField(_("title of its own"), max_length=120, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    mode = models.CharField(_("mode"), max_length=6, choices=Mode)
    place = models.CharField(_("place"), max_length=200, blank=True)
    # Shown to those who log in, never in the public feed.
    link = models.URLField(_("link to the online meeting"), max_length=500, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
            )
        ]
        indexes = [models.Index(fields=["starts_at"])]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The meeting's own title, or its kind in the reader's language."""
        return self.title or self.get_kind_display()

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def is_help(self) -> bool:
        return self.kind == MeetingKind.HELP

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()


class Participation(models.Model):
    """One municipality in one programme: its contact, group and pilots."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="participations")
    municipality = models.ForeignKey(
        "municipalities.Municipality",
        models.PROTECT,
        related_name="participations",
        verbose_name=_("municipality"),
    )
    # Empty: the group follows the pilots' types.
    group = models.CharField(_("group"), max_length=6, choices=Group, blank=True)
    contact = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("contact"),
    )
    contact_name = models.CharField(_("name of the contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail of the contact"), blank=True)
    pilots = models.ManyToManyField(
        "assessments.Proposal", blank=True, related_name="participations", verbose_name=_("pilots")
    )
    note = models.TextField(_("note for coordinators"), max_length=2000, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participating municipality")
        verbose_name_plural = _("participating municipalities")
        ordering = ["municipality__sort_fi", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "municipality"], name="participation_once")
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.programme}"

    def get_absolute_url(self) -> str:
        return reverse("accelerator:participation-detail", args=[self.programme_id, self.pk])

    @property
    def named_contact(self) -> str:
        """The contact's name, whether the person has an account or not."""
        return (self.contact.name if self.contact else self.contact_name) or self.address

    @property
    def address(self) -> str:
        """Where to write to the contact."""
        return self.contact.email if self.contact else self.contact_email


class SupportNote(models.Model):
    """Support that the coordinator gave to one municipality. Appended, never changed."""

    class Kind(models.TextChoices):
        VISIT = "visit", _("Visit")
        MEETING = "meeting", _("Online meeting")
        CALL = "call", _("Telephone call")
        MESSAGE = "message", _("Message")

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="support_notes")
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    on = models.DateField(_("date"))
    kind = models.CharField(_("kind of support"), max_length=7, choices=Kind)
    text = models.TextField(_("what was agreed"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("support given")
        verbose_name_plural = _("support given")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"
