"""Changing a programme's dates, and its calendar as iCalendar."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import conditional_page, require_http_methods, require_safe

from assessments.accelerator import actions, feeds, policies
from assessments.accelerator.forms import meeting_formset, meeting_initial
from assessments.accelerator.models import Programme
from assessments.accelerator.views.access import find_programme, require
from assessments.accelerator.views.programmes import MEETINGS

ICALENDAR = "text/calendar; charset=utf-8"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def meeting_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Every meeting of a programme on one page, with one empty row for a further one."""
    programme = find_programme(request, pk)
    require(policies.can_change(request.user, programme))
    formset = meeting_formset(extra=1)(
        request.POST if request.method == "POST" else None,
        initial=[meeting_initial(each) for each in programme.held_meetings],
        known={each.pk for each in programme.held_meetings},
        prefix=MEETINGS,
    )
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and formset.is_valid():
        try:
            changed = actions.save_meetings(
                programme=programme, meetings=formset.values, by=request.user
            )
        except ValidationError as error:
            formset.non_form_errors().extend(error.messages)
            status = 409
        else:
            messages.success(request, _changes(len(changed)))
            return redirect(programme)
    context = {"programme": programme, "formset": formset}
    return render(request, "accelerator/meeting_form.html", context, status=status)


def _changes(number: int) -> str:
    if not number:
        return _("Nothing was changed.")
    return ngettext(
        "%(number)d meeting was changed.", "%(number)d meetings were changed.", number
    ) % {"number": number}


@require_safe
@login_required
def programme_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar with the addresses of the online meetings, for those who take part."""
    programme = find_programme(request, pk)
    return _calendar(programme, with_links=True)


@require_safe
@conditional_page
def programme_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar that a calendar program subscribes to: no log-in, no address of a meeting."""
    programme = get_object_or_404(Programme, feed_token=token)
    return _calendar(programme, with_links=False)


def _calendar(programme: Programme, *, with_links: bool) -> HttpResponse:
    response = HttpResponse(
        feeds.calendar(programme, with_links=with_links), content_type=ICALENDAR
    )
    response["Content-Disposition"] = f'attachment; filename="programme-{programme.pk}.ics"'
    return response
