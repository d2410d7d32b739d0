"""Who may do what in a municipality, as one table (domain 1.10)."""

from enum import StrEnum, auto

from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a person is in one municipality or, for the coordinator, in one region."""

    PREPARER = "preparer", pgettext_lazy("role", "Preparer")
    PRESENTER = "presenter", pgettext_lazy("role", "Presenting official")
    LAVA_CONTACT = "lava_contact", pgettext_lazy("role", "LAVA contact person")
    REGISTRY = "registry", pgettext_lazy("role", "Registry and communications")
    COUNCILLOR = "councillor", pgettext_lazy("role", "Council member")
    CONTRIBUTOR = "contributor", pgettext_lazy("role", "Member of the working group")
    FACILITATOR = "facilitator", pgettext_lazy("role", "Facilitator of hearings")
    PEER_REVIEWER = "peer_reviewer", pgettext_lazy("role", "Peer reviewer")
    COORDINATOR = "lape_coordinator", pgettext_lazy("role", "LAPE coordinator")

    @property
    def is_regional(self) -> bool:
        """A coordinator works for a region, everybody else for a municipality."""
        return self is Role.COORDINATOR


class Permission(StrEnum):
    """One right that a role can carry."""

    READ_DRAFTS = auto()
    READ_FINAL = auto()
    READ_PROGRESS = auto()
    EDIT = auto()
    CONFIRM_EXTENT = auto()
    REVIEW = auto()
    RECORD_DECISION = auto()
    PUBLISH = auto()
    ASK = auto()
    FOLLOW_UP = auto()
    MANAGE_PEOPLE = auto()
    RUN_PROGRAMME = auto()
    # Carry nothing by themselves: a team or an invitation to review names the assessment.
    CONTRIBUTE = auto()
    FACILITATE = auto()
    PEER_REVIEW = auto()


P = Permission

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.PREPARER: frozenset({P.READ_DRAFTS, P.READ_FINAL, P.EDIT, P.RECORD_DECISION, P.FOLLOW_UP}),
    Role.PRESENTER: frozenset(
        {
            P.READ_DRAFTS,
            P.READ_FINAL,
            P.EDIT,
            P.CONFIRM_EXTENT,
            P.REVIEW,
            P.RECORD_DECISION,
            P.FOLLOW_UP,
        }
    ),
    Role.LAVA_CONTACT: frozenset(
        {
            P.READ_DRAFTS,
            P.READ_FINAL,
            P.EDIT,
            P.CONFIRM_EXTENT,
            P.REVIEW,
            P.RECORD_DECISION,
            P.PUBLISH,
            P.FOLLOW_UP,
            P.MANAGE_PEOPLE,
        }
    ),
    Role.REGISTRY: frozenset({P.READ_FINAL, P.PUBLISH}),
    Role.COUNCILLOR: frozenset({P.READ_FINAL, P.ASK}),
    Role.CONTRIBUTOR: frozenset({P.CONTRIBUTE}),
    Role.FACILITATOR: frozenset({P.FACILITATE}),
    Role.PEER_REVIEWER: frozenset({P.PEER_REVIEW}),
    Role.COORDINATOR: frozenset({P.READ_PROGRESS, P.RUN_PROGRAMME, P.MANAGE_PEOPLE}),
}


def roles_with(permission: Permission) -> list[Role]:
    """The roles that carry a right, in the order of the table."""
    return [role for role, permissions in PERMISSIONS.items() if permission in permissions]
