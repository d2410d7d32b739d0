"""Addresses of the accelerator: programmes, their meetings and the municipalities in them."""

from django.urls import path, register_converter

from assessments.accelerator.schedule import ProgrammeStatus
from assessments.accelerator.views import meetings, participations, programmes, progress

app_name = "accelerator"


class StatusConverter:
    """A status that a coordinator gives: start (or open again) and close."""

    regex = f"{ProgrammeStatus.RUNNING}|{ProgrammeStatus.CLOSED}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(StatusConverter, "programme_status")

urlpatterns = [
    path("", programmes.programme_list, name="programme-list"),
    path("new/", programmes.programme_create, name="programme-create"),
    path("feeds/<slug:token>.ics", meetings.programme_feed, name="programme-feed"),
    path("<id:pk>/", programmes.programme_detail, name="programme-detail"),
    path("<id:pk>/change/", programmes.programme_update, name="programme-update"),
    path(
        "<id:pk>/status/<programme_status:status>/",
        programmes.programme_status,
        name="programme-status",
    ),
    path("<id:pk>/meetings/", meetings.meeting_update, name="meeting-update"),
    path("<id:pk>/calendar.ics", meetings.programme_calendar, name="programme-calendar"),
    path("<id:pk>/progress/", progress.programme_progress, name="programme-progress"),
    path("<id:pk>/progress.csv", progress.programme_export, name="programme-export"),
    path("<id:pk>/municipalities/", participations.participation_add, name="participation-add"),
    path(
        "<id:pk>/municipalities/<id:participation>/",
        participations.participation_detail,
        name="participation-detail",
    ),
    path(
        "<id:pk>/municipalities/<id:participation>/change/",
        participations.participation_update,
        name="participation-update",
    ),
    path(
        "<id:pk>/municipalities/<id:participation>/leave/",
        participations.participation_leave,
        name="participation-leave",
    ),
]
