"""The way of the matter through the bodies: handlings, notices, statements, questions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.alternative import Alternative
from assessments.models.fields import PARAGRAPH
from assessments.models.versioned import VersionedRow
from assessments.questions.choices import choices, column_choices


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
