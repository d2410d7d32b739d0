"""What a person does with people and bodies. One function per act, atomic, checked and logged."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from municipalities import policies, tasks
from municipalities.models import (
    AuditEntry,
    DecisionBody,
    Invitation,
    Membership,
    Municipality,
    Region,
    User,
)
from municipalities.roles import Role

INVITATION_DAYS = 14


class InvitationNotUsable(Exception):
    """The link is unknown, used, withdrawn or too old; ``known`` tells the first from the rest."""

    def __init__(self, *, known: bool) -> None:
        super().__init__("invitation not usable")
        self.known = known


# --- Invitations and memberships --------------------------------------------------------------


@transaction.atomic
def invite(
    *,
    by: User,
    email: str,
    role: str,
    language: str,
    municipality: Municipality | None = None,
    region: Region | None = None,
) -> Invitation:
    """Offer a role to an e-mail address; the mail is owed by the row and sent after the commit."""
    place = municipality or region
    if place is None or Role(role).is_regional != (municipality is None):
        raise ValidationError(_("A coordinator is invited to a region, others to a municipality."))
    policies.can_manage_role(by, role, place).require()
    # One at a time per place, so that two clicks do not make two invitations.
    type(place).objects.select_for_update().get(pk=place.pk)
    email = email.strip().lower()
    if email == by.email:
        raise ValidationError(_("You cannot invite yourself."))
    offered = {"role": role, "municipality": municipality, "region": region}
    if Membership.objects.in_force().filter(user__email=email, **offered).exists():
        raise ValidationError(_("%(email)s already has this role.") % {"email": email})
    if Invitation.objects.pending().filter(email=email, **offered).exists():
        raise ValidationError(
            _("%(email)s has already been invited to this role.") % {"email": email}
        )
    known = User.objects.filter(email=email).first()
    invitation = Invitation.objects.create(
        email=email,
        **offered,
        language=known.language if known else language,
        invited_by=by,
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    _log("invite", invitation, by, f"{email} {role}")
    # A broker that is away must not fail the page: the sweep finds the row.
    transaction.on_commit(lambda: tasks.mail_invitation.delay(invitation.pk), robust=True)
    return invitation


def find_invitation(token: str) -> Invitation:
    """The invitation that a link belongs to, or ``InvitationNotUsable``."""
    invitations = Invitation.objects.with_token(token)
    invitation = invitations.pending().select_related("municipality", "region").first()
    if invitation is None:
        raise InvitationNotUsable(known=invitations.exists())
    return invitation


@transaction.atomic
def accept_invitation(
    *, token: str, by: User | None = None, name: str = "", password: str | None = None
) -> Membership:
    """Turn an invitation into a membership, once.

    A person who already has an account accepts logged in (``by``) under the invited address; a new
    person gives a name and a password and gets an account.
    """
    locked = Invitation.objects.with_token(token).select_for_update()
    invitation = locked.pending().first()
    if invitation is None:
        raise InvitationNotUsable(known=locked.exists())
    user = _invited_user(invitation, by, name, password)
    membership, _created = Membership.objects.in_force().get_or_create(
        user=user,
        role=invitation.role,
        municipality=invitation.municipality,
        region=invitation.region,
    )
    invitation.accepted_at = timezone.now()
    invitation.accepted_by = user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    _log("accept_invitation", invitation, user, invitation.role)
    return membership


def _invited_user(invitation: Invitation, by: User | None, name: str, password: str | None) -> User:
    if by is not None:
        if by.email.lower() != invitation.email:
            raise ValidationError(
                _("This invitation was sent to %(email)s.") % {"email": invitation.email}
            )
        return by
    if User.objects.filter(email=invitation.email).exists():
        raise ValidationError(_("Log in first: this e-mail address already has an account."))
    return User.objects.create_user(
        invitation.email, password, name=name, language=invitation.language
    )


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User) -> None:
    """Take back an invitation: its link stops working."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    policies.can_revoke_invitation(by, invitation).require()
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    _log("revoke_invitation", invitation, by, f"{invitation.email} {invitation.role}")


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> None:
    """End a role from now on. What the person did stays under the person's name."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    policies.can_end_membership(by, membership).require()
    membership.ended_at = timezone.now()
    membership.save(update_fields=["ended_at"])
    _log("end_membership", membership, by, membership.role)


# --- One's own details ------------------------------------------------------------------------


@transaction.atomic
def change_name(*, by: User, name: str) -> None:
    """Change one's own name as others see it."""
    by.name = name
    by.save(update_fields=["name"])
    AuditEntry.record(action="change_name", target=by, by=by)


@transaction.atomic
def change_language(*, by: User, language: str) -> None:
    """Choose the language of one's pages after login and of one's mails."""
    if language not in dict(settings.LANGUAGES):
        raise ValidationError(_("Choose one of the languages of the service."))
    by.language = language
    by.save(update_fields=["language"])
    AuditEntry.record(action="change_language", target=by, by=by, note=language)


# --- Decision bodies --------------------------------------------------------------------------


@transaction.atomic
def add_body(*, body: DecisionBody, by: User) -> DecisionBody:
    """Add a body at the end of its municipality's list."""
    policies.can_edit_body(by, body).require()
    last = body.municipality.decision_bodies.order_by("-position").first()
    body.position = last.position + 1 if last else 1
    body.save()
    _log("add_body", body, by, body.name_fi)
    return body


@transaction.atomic
def change_body(*, body: DecisionBody, by: User) -> DecisionBody:
    """Change a body's names or kind; old handlings show the new name."""
    policies.can_edit_body(by, body).require()
    body.save()
    _log("change_body", body, by, body.name_fi)
    return body


@transaction.atomic
def retire_body(*, body: DecisionBody, by: User) -> None:
    """Offer the body for new matters no longer; old ones keep it."""
    _set_body_in_use(body, by, is_active=False)


@transaction.atomic
def restore_body(*, body: DecisionBody, by: User) -> None:
    """Take a retired body into use again."""
    _set_body_in_use(body, by, is_active=True)


def _set_body_in_use(body: DecisionBody, by: User, *, is_active: bool) -> None:
    policies.can_edit_body(by, body).require()
    body.is_active = is_active
    body.save(update_fields=["is_active"])
    _log("restore_body" if is_active else "retire_body", body, by, body.name_fi)


def _log(action: str, target, by: User, note: str) -> None:
    AuditEntry.record(
        action=action, target=target, by=by, municipality=target.municipality, note=note
    )
