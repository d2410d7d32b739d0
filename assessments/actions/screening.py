"""Choosing how much is assessed: by one person, or by two when it is less than suggested."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import policies, workflow
from assessments.models import Assessment, Screening
from assessments.phases import Extent
from assessments.screening import Suggestion, Thresholds, suggest_extent, unanswered
from municipalities.models import AuditEntry, Municipality, User

SENTENCE_LENGTH = 20
SENTENCE_WORDS = 3


def thresholds_of(municipality: Municipality) -> Thresholds:
    """The limits of the rule as this municipality has set them."""
    return Thresholds(
        full_score=municipality.screening_full_from,
        direct_score=municipality.screening_direct_full_from,
        unknown_answers=municipality.screening_unknown_limit,
    )


def suggestion_for(assessment: Assessment, answers: dict | None = None) -> Suggestion:
    """What the rule suggests for the answers given so far, or for ``answers`` not saved yet."""
    given = assessment.answer_values if answers is None else answers
    return suggest_extent(
        {key: value for key, value in given.items() if key.startswith("scr.")},
        assessment.proposal.type,
        thresholds_of(assessment.municipality),
    )


def is_sentence(text: str) -> bool:
    """Whether a reason says something: the reasons of an extent are public (gate G1)."""
    return len(text.strip()) >= SENTENCE_LENGTH and len(text.split()) >= SENTENCE_WORDS


@transaction.atomic
def choose_extent(*, assessment: Assessment, extent: str, reason: str, by: User) -> Assessment:
    """Choose the extent. What is not less than suggested is confirmed at once and the work goes on;
    less than suggested waits for another person."""
    locked = _locked(assessment)
    decision = policies.can_write(by, locked, "scr")
    if not decision:
        raise PermissionDenied(decision.reason)
    if missing := unanswered(locked.answer_values, locked.proposal.type):
        raise ValidationError(
            _("Answer every question first: %(number)d are still open.") % {"number": len(missing)}
        )
    suggestion = suggestion_for(locked)
    chosen = _checked(suggestion, extent, reason)
    # Where the rule leaves the choice to the person, either way counts as suggested.
    allowed = [each.extent for each in suggestion.choices]
    suggested = chosen if chosen in allowed else suggestion.extent
    screening, _created = Screening.objects.update_or_create(
        assessment=locked,
        defaults={
            "municipality_id": locked.municipality_id,
            "suggested": suggested,
            "chosen": chosen,
            "reason": reason.strip(),
            "chosen_by": by,
            "confirmed_by": None,
            "confirmed_at": None,
            "declined_note": "",
        },
    )
    AuditEntry.record(
        action="choose_extent",
        target=locked,
        by=by,
        municipality=locked.municipality,
        note=f"{suggested} > {chosen}",
    )
    if suggestion.is_lowered_by(chosen):
        return locked
    return _confirm(locked, screening, by)


def _checked(suggestion: Suggestion, extent: str, reason: str) -> Extent:
    if extent not in Extent.values:
        raise ValidationError({"extent": _("Choose the extent.")})
    if suggestion.out and extent != Extent.NONE:
        raise ValidationError(
            {"extent": _("A matter of one child or family is not assessed in this service.")}
        )
    if not is_sentence(reason):
        raise ValidationError(
            {"reason": _("Write at least one full sentence about why this extent is right.")}
        )
    return Extent(extent)


@transaction.atomic
def confirm_extent(*, assessment: Assessment, by: User) -> Assessment:
    """A second person agrees to assess less than was suggested; the work goes on."""
    locked, screening = _waiting(assessment, by)
    return _confirm(locked, screening, by)


@transaction.atomic
def decline_extent(*, assessment: Assessment, by: User, note: str) -> Assessment:
    """A second person does not agree, and says why; the extent is chosen again."""
    locked, screening = _waiting(assessment, by)
    if not note.strip():
        raise ValidationError({"note": _("Write the reason.")})
    screening.declined_note = note.strip()
    screening.save(update_fields=["declined_note"])
    AuditEntry.record(
        action="decline_extent",
        target=locked,
        by=by,
        municipality=locked.municipality,
        note=note.strip(),
    )
    return locked


def _waiting(assessment: Assessment, by: User) -> tuple[Assessment, Screening]:
    locked = _locked(assessment)
    screening = Screening.objects.filter(assessment=locked).first()
    if screening is None or screening.declined_note:
        raise PermissionDenied(_("The extent has not been chosen."))
    screening.assessment = locked
    decision = policies.can_confirm_extent(by, screening)
    if not decision:
        raise PermissionDenied(decision.reason)
    answers = Q(slot__startswith="answer:scr.") | Q(slot=locked.proposal.slot("type"))
    if locked.revisions.filter(answers, at__gt=screening.chosen_at).exists():
        raise PermissionDenied(
            _("The answers have changed since the extent was chosen: it must be chosen again.")
        )
    return locked, screening


def _confirm(assessment: Assessment, screening: Screening, by: User) -> Assessment:
    """The extent is settled: write it down and let the assessment go on, or end here."""
    screening.confirmed_by = by
    screening.confirmed_at = timezone.now()
    screening.save(update_fields=["confirmed_by", "confirmed_at"])
    assessment.extent = screening.chosen
    assessment.save(update_fields=["extent"])
    AuditEntry.record(
        action="confirm_extent",
        target=assessment,
        by=by,
        municipality=assessment.municipality,
        note=screening.chosen,
    )
    step = "screen_out" if screening.chosen == Extent.NONE else "start"
    return workflow.take(assessment=assessment, transition=step, by=by)


def _locked(assessment: Assessment) -> Assessment:
    return (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("proposal", "municipality")
        .get(pk=assessment.pk)
    )
