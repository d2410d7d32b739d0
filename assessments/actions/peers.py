"""Inviting a reviewer from another municipality to one assessment, and ending it."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from assessments import policies
from assessments.models import Assessment, PeerReview, Reminder
from municipalities import actions as people
from municipalities.models import AuditEntry, Invitation, Membership, User
from municipalities.roles import Permission, Role

LONGEST = timedelta(days=180)


@transaction.atomic
def invite_peer(
    *, assessment: Assessment, email: str, ends_on: date, language: str, by: User
) -> PeerReview:
    """Let somebody from elsewhere read and review one assessment until a day.

    Who has an account gets in at once and is reminded of it; others are invited by mail first.
    """
    locked = Assessment.objects.select_related("municipality", "proposal")
    assessment = locked.select_for_update(of=("self",), no_key=True).get(pk=assessment.pk)
    decision = policies.can_invite_peer(by, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    email = email.strip().lower()
    today = timezone.localdate()
    if not today <= ends_on <= today + LONGEST:
        raise ValidationError({"ends_on": _("Choose a day from today up to half a year ahead.")})
    known = User.objects.filter(email=email).first()
    _check_guest(assessment, email, known, by)
    review = PeerReview.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        email=email,
        user=known,
        invitation=None if known else _invitation(assessment, email, language, by),
        ends_on=ends_on,
        invited_by=by,
    )
    if known:
        Membership.objects.in_force().get_or_create(
            user=known, role=Role.PEER_REVIEWER, municipality=assessment.municipality
        )
        _remind(review)
    _log("invite_peer", review, by, f"{email} {ends_on.isoformat()}")
    return review


def _check_guest(assessment: Assessment, email: str, known: User | None, by: User) -> None:
    if email == by.email:
        raise ValidationError({"email": _("You cannot invite yourself.")})
    if known and not known.is_active:
        raise ValidationError({"email": _("This account is closed.")})
    if known and known.has_permission_in(Permission.READ_DRAFTS, assessment.municipality):
        raise ValidationError(
            {"email": _("%(email)s works in this municipality already.") % {"email": email}}
        )
    earlier = PeerReview.objects.filter(assessment=assessment, email=email, revoked_at=None)
    if earlier.in_force().exists():
        raise ValidationError(
            {"email": _("%(email)s has already been invited to this review.") % {"email": email}}
        )
    earlier.update(revoked_at=timezone.now())


def _invitation(assessment: Assessment, email: str, language: str, by: User) -> Invitation:
    """The invitation to the service, or the one that is already on its way to this address."""
    offer = {"email": email, "role": Role.PEER_REVIEWER, "municipality": assessment.municipality}
    waiting = Invitation.objects.pending().filter(**offer).first()
    return waiting or people.invite(by=by, language=language, **offer)


def _remind(review: PeerReview) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        path = reverse("assessments:assessment-review", args=[review.assessment_id])
    Reminder.objects.bulk_create(
        [
            Reminder(
                rule="peer_review",
                target=f"{PeerReview._meta.label_lower}:{review.pk}",
                due=timezone.localdate(),
                recipient_id=review.user_id,
                municipality_id=review.municipality_id,
                context={
                    **review.assessment.proposal.titles,
                    "until": review.ends_on.isoformat(),
                },
                path=path,
            )
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def revoke_peer(*, review: PeerReview, by: User) -> None:
    """End a guest's access now; an invitation that only served it is withdrawn too."""
    review = PeerReview.objects.select_for_update(of=("self",)).get(pk=review.pk)
    decision = policies.can_revoke_peer(by, review)
    if not decision:
        raise PermissionDenied(decision.reason)
    if review.revoked_at is not None:
        return
    review.revoked_at = timezone.now()
    review.save(update_fields=["revoked_at"])
    _log("revoke_peer", review, by, review.email)
    others = PeerReview.objects.in_force().filter(invitation=review.invitation_id)
    waiting = Invitation.objects.pending().filter(pk=review.invitation_id).first()
    if waiting and not others.exists():
        people.revoke_invitation(invitation=waiting, by=by)
    end_stays()


def end_stays() -> None:
    """End the membership of every guest who has nothing left to review in the municipality.

    It carries no right by itself any more; this keeps the list of people honest.
    """
    left = (
        PeerReview.objects.in_force()
        .filter(municipality=models.OuterRef("municipality"))
        .filter(
            models.Q(user=models.OuterRef("user"))
            | models.Q(invitation__accepted_by=models.OuterRef("user"))
        )
    )
    idle = Membership.objects.in_force().filter(role=Role.PEER_REVIEWER)
    for membership in idle.exclude(models.Exists(left)).select_related("municipality"):
        ended = Membership.objects.in_force().filter(pk=membership.pk)
        if ended.update(ended_at=timezone.now()):
            _log("end_peer_review", membership, None, "")


def _log(action: str, target, by: User | None, note: str) -> None:
    AuditEntry.record(
        action=action, target=target, by=by, municipality=target.municipality, note=note
    )
