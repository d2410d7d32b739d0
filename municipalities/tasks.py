"""Celery bodies. A row is the promise; a lost message is found by the sweep."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from municipalities import emails
from municipalities.models import IndicatorImport, Invitation
from municipalities.sotkanet import importing
from municipalities.sotkanet.client import Client
from municipalities.sotkanet.problems import Problem, SotkanetError


@shared_task
def mail_invitation(invitation_id: int) -> None:
    """Send an owed invitation. The claim in the database decides who sends; a failed sending stays
    owed and is tried again when the claim's lease has run out.
    """
    invitation = Invitation.objects.claim_mail(invitation_id)
    if invitation is None:
        return
    emails.send_invitation(invitation)
    Invitation.objects.filter(pk=invitation_id).update(mailed_at=timezone.now())


@shared_task(time_limit=15 * 60)
def import_indicators(import_id: int) -> None:
    """Fetch the owed figures. Whatever goes wrong, the figures of before stay as they are."""
    owed = IndicatorImport.objects.claim(import_id)
    if owed is None:
        return
    try:
        with Client(settings.SOTKANET_URL) as client:
            batch = importing.from_service(client)
        owed.finish(**importing.outcome(batch, importing.store(batch)))
    except SotkanetError as error:
        owed.fail_with(error.problem, error.detail)
    except Exception as error:
        # Nobody should wait for the lease to run out; the log still gets the whole story.
        owed.fail_with(Problem.OTHER, f"{type(error).__name__}: {error}")
        raise
