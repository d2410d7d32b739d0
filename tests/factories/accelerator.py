"""Programmes and municipalities in them."""

from datetime import date, timedelta

from django.utils import timezone

from assessments.accelerator.actions import planned_values
from assessments.accelerator.models import Meeting, Participation, Programme
from assessments.accelerator.schedule import ProgrammeStatus, expand
from municipalities.models import Membership, Municipality, Region
from municipalities.roles import Role
from tests.factories.municipalities import municipality as make_municipality
from tests.factories.municipalities import region as make_region
from tests.factories.municipalities import user as make_user

FIRST_DAY_2018 = date(2018, 3, 13)
MEETING_FIELDS = ("kind", "starts_at", "ends_at", "mode")


def coordinator(region: Region | None = None, **fields):
    """A LAPE coordinator of a region."""
    person = make_user(**fields)
    Membership.objects.create(user=person, role=Role.COORDINATOR, region=region or make_region())
    return person


def programme(first_day: date | None = None, **fields) -> Programme:
    """A programme of the pattern of 2018 that goes on, begun five weeks ago unless told."""
    plan = expand(first_day or timezone.localdate() - timedelta(days=35))
    values = {
        "region": fields.pop("region", None) or make_region(),
        "name": "LAVA-kiihdyttämö",
        "language": "fi",
        "status": ProgrammeStatus.RUNNING,
        "starts_on": timezone.localdate(plan.meetings[0].starts_at),
        "followup_starts_on": plan.followup_starts_on,
        "ends_on": plan.followup_ends_on,
    }
    if "created_by" not in fields:
        fields["created_by"] = coordinator(values["region"])
    made = Programme.objects.create(**{**values, **fields})
    for each in planned_values(plan):
        Meeting.objects.create(
            programme=made, **{name: getattr(each, name) for name in MEETING_FIELDS}
        )
    return made


def participation(
    programme: Programme, municipality: Municipality | None = None, pilots=(), **fields
) -> Participation:
    """A municipality of the programme's region, with its pilots."""
    place = municipality or make_municipality(region=programme.region)
    made = Participation.objects.create(programme=programme, municipality=place, **fields)
    made.pilots.set(pilots)
    return made
