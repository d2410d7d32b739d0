"""People of a team and guests of a review, written past the actions on purpose."""

from datetime import timedelta

from django.utils import timezone

from assessments.models import Assessment, PeerReview, TeamMember
from municipalities.roles import Role
from tests.factories.municipalities import user as make_user


def member(made: Assessment, *parts: str, role=Role.CONTRIBUTOR, person=None, **fields):
    """A person with a role in the municipality, in the team, who writes ``parts``."""
    person = person or make_user(role, made.municipality, **fields)
    TeamMember.objects.create(
        assessment=made,
        municipality=made.municipality,
        user=person,
        sector="education",
        parts=list(parts),
    )
    return person


def guest(made: Assessment, *, days: int = 7, person=None, revoked: bool = False, **fields):
    """A peer reviewer who may review until ``days`` from today."""
    person = person or make_user(Role.PEER_REVIEWER, made.municipality, **fields)
    PeerReview.objects.create(
        assessment=made,
        municipality=made.municipality,
        email=person.email,
        user=person,
        ends_on=timezone.localdate() + timedelta(days=days),
        invited_by=made.proposal.preparer,
        revoked_at=timezone.now() if revoked else None,
    )
    return person
