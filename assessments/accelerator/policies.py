"""Who may run a programme; the reason is shown beside the disabled button."""

from __future__ import annotations

from django.utils.translation import gettext as _

from assessments.accelerator.schedule import ProgrammeStatus
from assessments.policies import ALLOWED, Decision
from municipalities.roles import Permission


def can_start_programme(user) -> Decision:
    """Coordinators start programmes, each in the own region."""
    if user.region_ids_with(Permission.RUN_PROGRAMME):
        return ALLOWED
    return Decision(False, _("Only a LAPE coordinator starts and runs programmes."))


def can_run_in(user, region_id: int) -> Decision:
    """Whether this person runs the programmes of one region."""
    if region_id in user.region_ids_with(Permission.RUN_PROGRAMME):
        return ALLOWED
    return Decision(False, _("Only the LAPE coordinator of the region runs the programme."))


def can_run(user, programme) -> Decision:
    """Whether this person manages this programme and sees its progress."""
    return can_run_in(user, programme.region_id)


def can_change(user, programme) -> Decision:
    """A closed programme is history: it is reopened before anything in it is changed."""
    decision = can_run(user, programme)
    if decision and programme.status == ProgrammeStatus.CLOSED:
        return Decision(False, _("The programme is closed. Open it again to change it."))
    return decision
