"""Keeping a municipality's own questions, and taking a newer catalogue into use."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from assessments import policies
from assessments.models import Answer, Assessment, ExtraQuestion
from assessments.models.extra import MOST
from assessments.questions import CATALOGUE_VERSION
from municipalities.models import AuditEntry, Municipality


def _kept_by(user, municipality: Municipality) -> Municipality:
    """The municipality, locked, so that the limit holds when two people add at once."""
    decision = policies.can_keep_questions(user, municipality)
    if not decision:
        raise PermissionDenied(decision.reason)
    return Municipality.objects.select_for_update().get(pk=municipality.pk)


def _check_limit(municipality: Municipality) -> None:
    if municipality.extra_questions.filter(is_active=True).count() >= MOST:
        raise ValidationError(
            _("A municipality has at most %(limit)d questions of its own in use.") % {"limit": MOST}
        )


def is_answered(asked: ExtraQuestion) -> bool:
    """Whether any assessment has an answer, also one that was emptied since."""
    return asked.pk is not None and Answer.objects.filter(key=asked.key).exists()


def _record(action: str, asked: ExtraQuestion, by) -> None:
    AuditEntry.record(action=action, target=asked, by=by, municipality=asked.municipality)


@transaction.atomic
def save_question(*, asked: ExtraQuestion, by) -> ExtraQuestion:
    """Add a question, or change one that nobody has answered. Raises ``ValidationError``."""
    _kept_by(by, asked.municipality)
    if asked.pk is None:
        _check_limit(asked.municipality)
    elif is_answered(asked):
        raise ValidationError(
            _("This question has been answered. Take it out of use and write a new one.")
        )
    is_new = asked.pk is None
    asked.save()
    _record("add_question" if is_new else "change_question", asked, by)
    return asked


@transaction.atomic
def set_in_use(*, asked: ExtraQuestion, in_use: bool, by) -> ExtraQuestion:
    """Take a question out of use or back into it; what was answered stays."""
    _kept_by(by, asked.municipality)
    if in_use and not asked.is_active:
        _check_limit(asked.municipality)
    asked.is_active = in_use
    asked.save(update_fields=["is_active"])
    _record("use_question" if in_use else "retire_question", asked, by)
    return asked


@transaction.atomic
def upgrade_catalogue(*, assessment: Assessment, by) -> Assessment:
    """Ask the questions of the newest catalogue; every answer given so far stays."""
    locked = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    decision = policies.can_upgrade_catalogue(by, locked)
    if not decision:
        raise PermissionDenied(decision.reason)
    before = locked.catalogue_version
    locked.catalogue_version = CATALOGUE_VERSION
    locked.save(update_fields=["catalogue_version"])
    AuditEntry.record(
        action="upgrade_catalogue",
        target=locked,
        by=by,
        municipality=locked.municipality,
        note=f"{before} → {CATALOGUE_VERSION}",
    )
    return locked
