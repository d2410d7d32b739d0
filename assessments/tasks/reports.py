"""Making the PDF of one report."""

from celery import shared_task
from django.core.files.storage import default_storage

from assessments import pdf
from assessments.models import Report


@shared_task(name="assessments.tasks.render_report")
def render_report(pk: int) -> None:
    """Claim one report, make its file beside the final place, and record it if still ours."""
    report = Report.objects.claim(pk)
    if report is None:
        return
    try:
        made = pdf.render(pdf.document(report.content))
    except pdf.RenderFailed as error:
        report.fail(str(error))
        return
    except Exception as error:
        # Nobody should wait for the lease to run out; the log still gets the whole story.
        report.fail(f"{type(error).__name__}: {error}")
        raise
    with made:
        name = f"reports/{pk}-{report.content_hash[:16]}-{report.attempts}.pdf"
        stored = default_storage.save(name, made.file)
    if not report.finish(file=stored, pages=made.pages):
        default_storage.delete(stored)
