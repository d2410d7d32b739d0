"""Forms of the coordinator: shape of what is written, nothing is saved here."""

from __future__ import annotations

from datetime import time

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from assessments.accelerator import schedule
from assessments.accelerator.actions import MeetingValues
from assessments.accelerator.models import Meeting, Participation, Programme, SupportNote
from assessments.accelerator.progress import pilot_choices
from assessments.accelerator.schedule import Group, MeetingKind, Mode
from assessments.forms.text import DayField, DayInput, LineField, ParagraphField
from assessments.phases import Phase
from municipalities.models import Municipality, Region, User
from municipalities.roles import Permission, Role

CONTACT_ROLES = (Role.LAVA_CONTACT, Role.PREPARER, Role.PRESENTER)
MOST_MEETINGS = 60


class ClockInput(forms.TimeInput):
    """The browser's own time control, which takes and gives 15:00."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(attrs={"class": "short"}, format="%H:%M")


class ClockField(forms.TimeField):
    """A time of day, written 15:00 by the browser or 15.00 by hand."""

    widget = ClockInput

    def __init__(self, **kwargs) -> None:
        super().__init__(input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], **kwargs)


class ProgrammeForm(forms.Form):
    """The first step of a new programme: where, what it is called and when it begins."""

    region = forms.ModelChoiceField(
        Region.objects.none(), label=gettext_lazy("Region"), empty_label=None
    )
    name = LineField(
        label=gettext_lazy("Name of the programme"),
        max_length=120,
        help_text=gettext_lazy("For example: LAVA accelerator, spring 2018."),
    )
    goal = ParagraphField(label=gettext_lazy("Goal"), max_length=1000, required=False)
    first_day = DayField(
        label=gettext_lazy("First meeting"),
        help_text=gettext_lazy(
            "All other dates are counted from this day. A date on a weekend moves to Monday."
        ),
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        regions = Region.objects.filter(pk__in=user.region_ids_with(Permission.RUN_PROGRAMME))
        self.fields["region"].queryset = regions
        only = list(regions[:2])
        if len(only) == 1:
            self.fields["region"].initial = only[0]
            self.fields["region"].widget = forms.HiddenInput()


class MunicipalitiesForm(forms.Form):
    """Municipalities of the region that do not take part yet; several at once."""

    everyone = forms.BooleanField(
        label=gettext_lazy("All municipalities of the region"), required=False
    )
    municipalities = forms.ModelMultipleChoiceField(
        Municipality.objects.none(),
        label=gettext_lazy("Municipalities"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "The LAVA contact person of each municipality becomes its contact; you can change it."
        ),
    )

    def __init__(self, *args, region: Region, programme: Programme | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offered = Municipality.objects.current().filter(region=region).in_order()
        if programme:
            taking_part = programme.participations.present().values("municipality")
            offered = offered.exclude(pk__in=taking_part)
        self.must_choose = programme is not None
        self.fields["municipalities"].queryset = offered

    def clean(self) -> dict:
        data = super().clean()
        if data.get("everyone"):
            data["municipalities"] = self.fields["municipalities"].queryset
        elif self.must_choose and not data.get("municipalities") and not self.errors:
            self.add_error("municipalities", _("Choose at least one municipality."))
        return data


class MeetingForm(forms.Form):
    """One meeting: its day and hours on the wall clock, and how people come together."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    sequence = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of meeting"),
        choices=MeetingKind,
        # What the browser sends from an untouched empty row, so that it counts as empty.
        initial=MeetingKind.SURVEY,
    )
    day = DayField(label=gettext_lazy("Date"), widget=DayInput())
    starts = ClockField(label=gettext_lazy("Begins at"))
    ends = ClockField(label=gettext_lazy("Ends at"))
    mode = forms.ChoiceField(label=gettext_lazy("How"), choices=Mode, initial=Mode.ONSITE)
    place = LineField(label=gettext_lazy("Place"), max_length=200, required=False)
    link = forms.URLField(
        label=gettext_lazy("Link to the online meeting"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Not shown in the public calendar."),
    )
    title = LineField(
        label=gettext_lazy("Title of its own"),
        max_length=120,
        required=False,
    )
    cancelled = forms.BooleanField(label=gettext_lazy("Cancel this meeting"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # A cancelled or unsaved row shows its day's hint as soon as the day is known.
        self.known_day = self.initial.get("day")
        self.moved_from = self.initial.get("moved_from")

    @property
    def hint(self) -> str:
        """A holiday, its eve or a weekend: said, never moved silently."""
        day = getattr(self, "cleaned_data", {}).get("day") or self.known_day
        return schedule.day_hint(day) if day else ""

    @property
    def heading(self) -> str:
        """The name of the meeting that this row is about."""
        kind = self["kind"].value()
        return self["title"].value() or dict(MeetingKind.choices).get(kind, "")

    def clean(self) -> dict:
        data = super().clean()
        day, starts, ends = (data.get(name) for name in ("day", "starts", "ends"))
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The meeting must end after it begins."))
        if day:
            self._check_clock(day, "starts", starts)
            self._check_clock(day, "ends", ends)
        return data

    def _check_clock(self, day, name: str, clock: time | None) -> None:
        if clock and not schedule.exists(day, clock):
            self.add_error(
                name, _("The clocks are turned on that day and this time does not exist.")
            )

    @property
    def values(self) -> MeetingValues:
        """The checked values as ``actions`` take them."""
        data = self.cleaned_data
        return MeetingValues(
            kind=data["kind"],
            title=data["title"],
            starts_at=schedule.local(data["day"], data["starts"]),
            ends_at=schedule.local(data["day"], data["ends"]),
            mode=data["mode"],
            place=data["place"],
            link=data["link"],
            pk=data["pk"],
            sequence=data["sequence"] or 0,
            cancelled=data["cancelled"],
        )


class BaseMeetingFormSet(forms.BaseFormSet):
    """The meetings of one programme; a meeting of another programme is not taken."""

    def __init__(self, *args, known: set[int] = frozenset(), **kwargs) -> None:
        self.known = known
        super().__init__(*args, **kwargs)

    def clean(self) -> None:
        for form in self.forms:
            pk = getattr(form, "cleaned_data", {}).get("pk")
            if pk is not None and pk not in self.known:
                raise forms.ValidationError(_("One of the meetings is not of this programme."))

    @property
    def values(self) -> list[MeetingValues]:
        """What was written; an empty row at the end is no meeting."""
        return [
            form.values for form in self.forms if form.has_changed() or not form.empty_permitted
        ]


def meeting_formset(extra: int = 0) -> type[forms.BaseFormSet]:
    """A set of meeting forms with ``extra`` empty ones at the end."""
    return forms.formset_factory(
        MeetingForm,
        formset=BaseMeetingFormSet,
        extra=extra,
        max_num=MOST_MEETINGS,
        absolute_max=MOST_MEETINGS + 1,
        validate_max=True,
    )


def planned_initial(plan: schedule.Plan) -> list[dict]:
    """A computed plan as the first values of the meeting forms."""
    return [
        {**_times(each.starts_at, each.ends_at), "kind": each.kind, "mode": each.mode}
        | {"moved_from": each.moved_from}
        for each in plan.meetings
    ]


def meeting_initial(meeting: Meeting) -> dict:
    """A saved meeting as the first values of its form."""
    names = ("pk", "sequence", "kind", "mode", "place", "link", "title")
    return {
        **_times(meeting.starts_at, meeting.ends_at),
        **{name: getattr(meeting, name) for name in names},
    }


def _times(starts_at, ends_at) -> dict:
    starts, ends = timezone.localtime(starts_at), timezone.localtime(ends_at)
    return {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}


class ProgrammeDetailsForm(forms.ModelForm):
    """Name, goal and follow-up month of a programme that exists."""

    name = LineField(label=gettext_lazy("Name of the programme"), max_length=120)
    goal = ParagraphField(label=gettext_lazy("Goal"), max_length=1000, required=False)
    followup_starts_on = DayField(label=gettext_lazy("Follow-up from"))
    ends_on = DayField(label=gettext_lazy("Follow-up until"))

    class Meta:
        model = Programme
        fields = ["name", "goal", "followup_starts_on", "ends_on"]

    def clean(self) -> dict:
        data = super().clean()
        starts, ends = data.get("followup_starts_on"), data.get("ends_on")
        if starts and starts < self.instance.starts_on:
            self.add_error("followup_starts_on", _("The follow-up begins after the first meeting."))
        elif starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day must not be before the first."))
        return data


class PilotChoiceField(forms.ModelMultipleChoiceField):
    """Matters by title, type and status: what a coordinator may know of them."""

    def label_from_instance(self, proposal) -> str:
        status = proposal.assessment.get_status_display()
        return f"{proposal.shown_title} ({proposal.get_type_display()}, {status})"


class ParticipationForm(forms.ModelForm):
    """Contact, group and pilots of one municipality."""

    contact = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Contact with an account"),
        required=False,
        empty_label=pgettext_lazy("contact", "Nobody with an account"),
    )
    contact_name = LineField(
        label=gettext_lazy("Name of a contact without an account"), max_length=120, required=False
    )
    contact_email = forms.EmailField(
        label=gettext_lazy("E-mail of a contact without an account"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("Reminders are sent only to people who have an account."),
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Group"),
        required=False,
        choices=[("", pgettext_lazy("group", "By the pilot's type")), *Group.choices],
    )
    pilots = PilotChoiceField(
        queryset=Participation.objects.none(),
        label=gettext_lazy("Pilot decisions"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("You see the titles and the progress, never a draft's text."),
    )
    note = ParagraphField(
        label=gettext_lazy("Note for coordinators"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("Only the coordinators of the region read this."),
    )

    class Meta:
        model = Participation
        fields = ["contact", "contact_name", "contact_email", "group", "pilots", "note"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        municipality = self.instance.municipality
        in_force = {
            "memberships__municipality": municipality,
            "memberships__role__in": CONTACT_ROLES,
            "memberships__ended_at__isnull": True,
        }
        self.fields["contact"].queryset = User.objects.filter(
            pk__in=User.objects.filter(is_active=True, **in_force).values("pk")
        )
        self.fields["pilots"].queryset = pilot_choices(municipality)

    def clean(self) -> dict:
        data = super().clean()
        if data.get("contact") and (data.get("contact_name") or data.get("contact_email")):
            self.add_error(
                "contact", _("Choose a person with an account or write a name, not both.")
            )
        return data


class SupportNoteForm(forms.ModelForm):
    """One line of the log of support given."""

    on = DayField(label=gettext_lazy("Date"))
    text = ParagraphField(
        label=gettext_lazy("What was agreed"),
        max_length=2000,
        help_text=gettext_lazy("The officials of the municipality read this too."),
    )

    class Meta:
        model = SupportNote
        fields = ["on", "kind", "text"]


class ProgressFilterForm(forms.Form):
    """Which rows of the progress table are shown and in which order."""

    group = forms.ChoiceField(
        label=gettext_lazy("Group"),
        required=False,
        choices=[("", pgettext_lazy("filter", "All")), *Group.choices],
    )
    phase = forms.ChoiceField(
        label=gettext_lazy("Real phase"),
        required=False,
        choices=[
            ("", pgettext_lazy("filter", "All")),
            ("none", pgettext_lazy("phase", "Not started")),
            *Phase.choices,
        ],
    )
    attention = forms.ChoiceField(
        label=gettext_lazy("Attention"),
        required=False,
        choices=[
            ("", pgettext_lazy("filter", "All")),
            ("yes", gettext_lazy("Needs attention")),
            ("late", pgettext_lazy("pace", "Late")),
            ("no", gettext_lazy("All in order")),
        ],
    )
    sort = forms.ChoiceField(
        label=gettext_lazy("Order"),
        required=False,
        choices=[
            ("attention", gettext_lazy("Needs attention first")),
            ("municipality", gettext_lazy("By municipality")),
            ("phase", gettext_lazy("By real phase")),
            ("next", gettext_lazy("By next date")),
            ("still", gettext_lazy("Longest without movement first")),
        ],
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Every choice is free here: the word "optional" would only be in the way.
            field.autosaved = True

    def chosen(self) -> dict[str, str]:
        """The known choices; an unknown value in the address is left out."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


def language_now() -> str:
    """The language in which a coordinator is writing: the language of the page."""
    return (get_language() or "fi")[:2]
