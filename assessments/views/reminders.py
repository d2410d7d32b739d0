"""A person's own reminders, the same that the daily mail carries."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments import emails
from assessments.actions import reminding
from assessments.models import Reminder
from assessments.reminders import all_rules


@require_safe
@login_required
def reminder_list(request: HttpRequest) -> HttpResponse:
    """Open reminders first; those put aside stay readable."""
    show_all = request.GET.get("show") == "all"
    reminders = Reminder.objects.filter(recipient=request.user)
    if not show_all:
        reminders = reminders.filter(dismissed_at__isnull=True)
    page = Paginator(reminders, 30).get_page(request.GET.get("page"))
    rules = all_rules()
    for reminder in page:
        reminder.subject = emails.subject_of(reminder, rules)
        reminder.url = emails.localised_path(reminder.path, request.LANGUAGE_CODE)
    return render(
        request, "assessments/reminder_list.html", {"page_obj": page, "show_all": show_all}
    )


@require_POST
@login_required
def reminder_dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    reminder = get_object_or_404(Reminder, recipient=request.user, pk=pk)
    reminding.dismiss(reminder=reminder, by=request.user, reason=request.POST.get("reason", ""))
    messages.success(request, _("The reminder was put aside."))
    return redirect("assessments:reminder-list")
