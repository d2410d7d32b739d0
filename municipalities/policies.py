"""Who may manage people and bodies; every answer carries the reason that the page shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from municipalities.models import DecisionBody, Invitation, Membership, Municipality, Region, User
from municipalities.roles import Permission, Role


@dataclass(frozen=True)
class Decision:
    """Whether something may be done and, where not, why: the sentence shown to the person."""

    allowed: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise ``PermissionDenied`` with the reason unless allowed."""
        if not self.allowed:
            raise PermissionDenied(str(self.reason))


ALLOWED = Decision(True)

ONLY_CONTACTS = Decision(
    False, _("Only the LAVA contact person of the municipality manages its people and bodies.")
)
ONLY_CONTACT_ROLE = Decision(
    False, _("A coordinator manages only the LAVA contact persons of the region's municipalities.")
)


def can_see_people(user: User) -> Decision:
    """The list of people is for officials of the municipality and for coordinators."""
    if user.sees_people:
        return ALLOWED
    return Decision(False, _("The list of people is for the officials of the municipality."))


def can_manage_people(user: User) -> Decision:
    """Whether there is any municipality or region whose people this person manages."""
    rights = (each.grants(Permission.MANAGE_PEOPLE) for each in user.active_memberships)
    return ALLOWED if user.is_superuser or any(rights) else ONLY_CONTACTS


def can_manage_role(user: User, role: str, place: Municipality | Region) -> Decision:
    """A LAVA contact person gives and ends every role of the own municipality; a coordinator the
    LAVA contact persons' of the own region; coordinators are named by the main user (domain 1.10).
    """
    if user.is_superuser:
        return ALLOWED
    if isinstance(place, Region):
        return Decision(False, _("Coordinators are named by the main user of the service."))
    managing = [
        each
        for each in user.active_memberships
        if each.grants(Permission.MANAGE_PEOPLE) and each.covers(place)
    ]
    if any(each.municipality_id for each in managing):
        return ALLOWED
    if managing:
        return ALLOWED if role == Role.LAVA_CONTACT else ONLY_CONTACT_ROLE
    return ONLY_CONTACTS


def can_end_membership(user: User, membership: Membership) -> Decision:
    """Nobody ends an own membership by accident and locks the municipality out."""
    if membership.ended_at:
        return Decision(False, _("This membership has already ended."))
    if membership.user_id == user.pk:
        return Decision(
            False, _("You cannot end your own membership. Ask another person who manages people.")
        )
    return can_manage_role(user, membership.role, membership.place)


def can_revoke_invitation(user: User, invitation: Invitation) -> Decision:
    """Who may give a role may take back the offer of it."""
    if invitation.accepted_at:
        return Decision(False, _("This invitation has already been accepted."))
    if invitation.revoked_at:
        return Decision(False, _("This invitation has already been withdrawn."))
    return can_manage_role(user, invitation.role, invitation.place)


def can_see_bodies(user: User) -> Decision:
    """The list of bodies is for those who prepare matters for them."""
    if user.is_superuser or user.prepares:
        return ALLOWED
    return Decision(False, _("The list of bodies is for the officials of the municipality."))


def can_manage_bodies(user: User, municipality: Municipality) -> Decision:
    """Bodies are data of the municipality: its LAVA contact person keeps them."""
    own = any(
        each.municipality_id == municipality.pk and each.grants(Permission.MANAGE_PEOPLE)
        for each in user.active_memberships
    )
    return ALLOWED if user.is_superuser or own else ONLY_CONTACTS


def can_edit_body(user: User, body: DecisionBody) -> Decision:
    return can_manage_bodies(user, body.municipality)
