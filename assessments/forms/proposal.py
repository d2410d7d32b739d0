"""The basic data of a matter (domain 2.1) and the filters of the list."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from assessments.forms.text import DayField, LineField, ParagraphField
from assessments.models import Proposal
from assessments.phases import Phase, Status
from assessments.questions import question
from assessments.questions.choices import choices
from municipalities.models import DecisionBody, Municipality, User
from municipalities.policies import Decision

# Fields of the form and the questions of the catalogue whose words they use.
QUESTIONS = {
    "title": "case.title",
    "title_alt": "case.title_alt",
    "type": "case.type",
    "sector": "case.sector",
    "description": "case.description",
    "area": "case.area",
    "body": "case.body",
    "meeting_date": "case.meeting_date",
    "agenda_deadline": "case.agenda_deadline",
    "preparer": "case.preparer",
    "presenter": "case.presenter",
    "language": "case.language",
    "diary_number": "case.diary_no",
}


CHOOSE = pgettext_lazy("nothing chosen yet", "Choose")


class ProposalForm(forms.Form):
    """The basic data of a matter of one municipality: its bodies and its people, nobody else's."""

    title = LineField(min_length=3, max_length=200)
    title_alt = LineField(max_length=200, required=False)
    type = forms.ChoiceField(choices=[("", CHOOSE), *choices("case.type")])
    sector = forms.ChoiceField(choices=[("", CHOOSE), *choices("case.sector")])
    description = ParagraphField(max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))
    area = LineField(max_length=200, required=False)
    body = forms.ModelChoiceField(DecisionBody.objects.none(), empty_label=CHOOSE)
    meeting_date = DayField()
    agenda_deadline = DayField(required=False)
    preparer = forms.ModelChoiceField(User.objects.none(), empty_label=CHOOSE)
    presenter = forms.ModelChoiceField(User.objects.none(), required=False)
    language = forms.ChoiceField(choices=Proposal._meta.get_field("language").choices)
    diary_number = LineField(max_length=60, required=False)

    def __init__(
        self,
        *args,
        municipality: Municipality,
        people: list[User],
        proposal: Proposal | None = None,
        **kwargs,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality
        self.proposal = proposal
        for name, key in QUESTIONS.items():
            self.fields[name].label = question(key).text
            self.fields[name].help_text = question(key).help
        bodies = DecisionBody.objects.filter(municipality=municipality)
        kept = proposal.body_id if proposal else None
        self.fields["body"].queryset = (bodies.active() | bodies.filter(pk=kept)).in_order()
        self._offer_people("preparer", people, proposal and proposal.preparer)
        self._offer_people("presenter", people, proposal and proposal.presenter)
        self.fields["agenda_deadline"].help_text = _(
            "Leave empty for %(days)d days before the meeting."
        ) % {"days": municipality.agenda_lead_days}
        self.fields["diary_number"].widget.attrs["class"] = "medium"
        if not municipality.is_bilingual:
            del self.fields["title_alt"], self.fields["language"]

    def _offer_people(self, name: str, people: list[User], kept: User | None) -> None:
        """Those who hold the right today, and whoever was chosen before."""
        offered = {person.pk for person in people} | ({kept.pk} if kept else set())
        field = self.fields[name]
        field.queryset = User.objects.filter(pk__in=offered)
        field.label_from_instance = lambda person: person.name or person.email
        if not field.required:
            field.empty_label = _("Not chosen yet")

    def close(self, rights: Mapping[str, Decision]) -> None:
        """Show what cannot be changed now, with the reason in place of the help."""
        for name, decision in rights.items():
            if not decision and name in self.fields:
                self.fields[name].disabled = True
                self.fields[name].help_text = decision.reason

    def clean(self) -> dict:
        data = super().clean()
        meeting, deadline = data.get("meeting_date"), data.get("agenda_deadline")
        if meeting and deadline and deadline > meeting and not self._deadline_follows:
            self.add_error("agenda_deadline", _("The deadline cannot be after the meeting."))
        return data

    @property
    def _deadline_follows(self) -> bool:
        """Whether the deadline was left as shown while the meeting moved: then it moves along."""
        return "meeting_date" in self.changed_data and "agenda_deadline" not in self.changed_data


def proposal_values(proposal: Proposal) -> dict[str, object]:
    """What the form shows for an existing matter."""
    return {name: getattr(proposal, proposal._meta.get_field(name).attname) for name in QUESTIONS}


class ProposalFilterForm(forms.Form):
    """What the list of matters is narrowed by; what is not known is left out."""

    q = forms.CharField(
        required=False,
        max_length=100,
        label=gettext_lazy("Words in the title, description or diary number"),
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
    )
    phase = forms.ChoiceField(
        required=False,
        label=pgettext_lazy("filter", "Phase"),
        choices=[("", gettext_lazy("All phases")), *Phase.choices],
    )
    status = forms.ChoiceField(
        required=False,
        label=pgettext_lazy("filter", "State"),
        choices=[("", gettext_lazy("All states")), *Status.choices],
    )
