"""What the clock starts."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from municipalities.models import IndicatorImport, Invitation
from municipalities.tasks import import_indicators, mail_invitation


@shared_task
def sweep() -> None:
    """Wake a worker for every owed mail and every owed fetch that nobody is working on."""
    for pk in Invitation.objects.unmailed().values_list("pk", flat=True):
        mail_invitation.delay(pk)
    for pk in IndicatorImport.objects.claimable().values_list("pk", flat=True):
        import_indicators.delay(pk)


@shared_task
def owe_import() -> None:
    """Owe this month's fetch of figures, once, where the installation has been given a service.

    One that was given up is owed again the next day: the service may be closed for a while.
    """
    if not settings.SOTKANET_URL:
        return
    owed, is_new = IndicatorImport.objects.get_or_create(
        month=timezone.localdate().replace(day=1), defaults={"source": settings.SOTKANET_URL}
    )
    given_up = owed.state == IndicatorImport.State.FAILED
    if given_up and owed.not_before < timezone.now() - timedelta(days=1):
        owed.owe_again()
    elif not is_new:
        return
    import_indicators.delay(owed.pk)
