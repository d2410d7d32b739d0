"""What the clock starts. Beat ticks in UTC; what is due is decided here, in local time."""

from celery import shared_task

from assessments.actions import peers, presence, reminding
from assessments.models import Digest, Report
from assessments.tasks import render_report, send_digest


@shared_task(name="assessments.periodic.sweep")
def sweep() -> None:
    """Wake a worker for every owed job that a lost message or a dead worker left behind."""
    for model, task in ((Report, render_report), (Digest, send_digest)):
        for pk in model.objects.claimable().values_list("pk", flat=True):
            task.delay(pk)


@shared_task(name="assessments.periodic.remind")
def remind() -> None:
    """Write the reminders that have fallen due into the ledger and owe the day's mails."""
    peers.end_stays()
    presence.forget_the_gone()
    reminding.remind()
    reminding.owe_digests()
