"""Tells the demonstration's story through the actions that people use."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone, translation

from assessments.accelerator import actions as accelerating
from assessments.accelerator.models import Participation, Programme, SupportNote
from assessments.accelerator.schedule import Mode, ProgrammeStatus
from assessments.actions import proposals as proposing
from assessments.actions import screening
from assessments.actions.saving import save_value
from assessments.models import Proposal
from lava.demo import programmes
from lava.demo.clock import at
from lava.demo.matters import MATTERS
from lava.demo.people import (
    ACCOUNTS,
    BODIES,
    CONTACTS,
    MUNICIPALITY,
    PARTICIPANTS,
    PASSWORD,
    REGION,
    Person,
)
from lava.demo.shape import screening_for
from lava.demo.telling import Telling
from municipalities.models import DecisionBody, Membership, Municipality, Region, User


def is_told() -> bool:
    """Whether the demonstration is in this database already."""
    return Programme.objects.filter(is_demo=True).exists()


@transaction.atomic
def tell() -> None:
    """Everything, in one transaction: places, people, matters, programmes."""
    with translation.override("fi"):
        Story().tell()


class Story:
    """The demonstration being told. Each chapter hangs on the ones before it."""

    def __init__(self) -> None:
        self.today = timezone.localdate()
        self.region = Region.objects.get(code=REGION)
        self.places: dict[str, Municipality] = {}
        self.people: dict[str, User] = {}

    def tell(self) -> None:
        with at(date(2018, 2, 1)):
            self.found_places()
            self.introduce_people()
        past = self.begin_programme(
            programmes.PAST_NAME, programmes.PAST_GOAL, programmes.PAST_FIRST_DAY, date(2018, 2, 20)
        )
        told = {key: Telling(matter, self).tell().proposal for key, matter in MATTERS.items()}
        self.choose_pilot(past, told["D3"], date(2018, 3, 13))
        began = self.today - timedelta(days=programmes.PRESENT_BEGAN_DAYS_AGO)
        present = self.begin_programme(
            programmes.PRESENT_NAME.format(year=began.year),
            programmes.PRESENT_GOAL,
            began,
            began - timedelta(days=21),
        )
        self.choose_pilot(present, told["D10"], began + timedelta(days=1))
        for title in programmes.TITLES:
            opened = self.today + timedelta(days=title.opened)
            self.choose_pilot(present, self.titled(title, opened), opened)
        self.give_support(present, "098", self.today - timedelta(days=6))
        with at(date(2018, 10, 1)):
            self.set_status(past, ProgrammeStatus.CLOSED)

    # --- Places and people ------------------------------------------------------------------------

    def found_places(self) -> None:
        ours = dict(MUNICIPALITY)
        code = ours.pop("code")
        county = Municipality.objects.get(code=PARTICIPANTS[0]).wellbeing_county
        self.places = {
            each.code: each for each in Municipality.objects.filter(code__in=PARTICIPANTS)
        }
        self.places[code], _created = Municipality.objects.update_or_create(
            code=code, defaults={**ours, "region": self.region, "wellbeing_county": county}
        )
        for place in self.places.values():
            for position, (kind, name_fi, name_sv) in enumerate(BODIES, start=1):
                DecisionBody.objects.get_or_create(
                    municipality=place,
                    name_fi=name_fi,
                    defaults={"kind": kind, "name_sv": name_sv, "position": position},
                )

    def introduce_people(self) -> None:
        password = make_password(PASSWORD)
        for person in (*ACCOUNTS, *CONTACTS):
            self.people[person.email] = self.introduce(person, password)

    def introduce(self, person: Person, password: str) -> User:
        is_main = person.role is None
        user, _created = User.objects.get_or_create(
            email=person.email,
            defaults={
                "name": person.name,
                "language": person.language,
                "password": password,
                "is_demo": True,
                "is_staff": is_main,
                "is_superuser": is_main,
            },
        )
        if person.role:
            Membership.objects.in_force().get_or_create(
                user=user,
                role=person.role,
                municipality=self.places.get(person.place),
                region=None if person.place else self.region,
            )
        return user

    def person(self, name: str) -> User:
        return self.people[f"{name}@example.org"]

    def body(self, place: Municipality, name_fi: str) -> DecisionBody:
        return place.decision_bodies.get(name_fi=name_fi)

    # --- Programmes -------------------------------------------------------------------------------

    def begin_programme(self, name: str, goal: str, first_day: date, planned: date) -> Programme:
        coordinator = self.person("koordinaattori")
        with at(planned, "9.30"):
            programme = accelerating.create_programme(
                region=self.region,
                name=name,
                goal=goal,
                first_day=first_day,
                municipalities=self.places.values(),
                by=coordinator,
            )
            self.set_status(programme, ProgrammeStatus.RUNNING)
        Programme.objects.filter(pk=programme.pk).update(is_demo=True)
        programme.meetings.filter(mode=Mode.ONSITE).update(place=programmes.PLACE)
        return programme

    def set_status(self, programme: Programme, status: ProgrammeStatus) -> None:
        accelerating.set_status(
            programme=programme, status=status, by=self.person("koordinaattori")
        )

    def participation(self, programme: Programme, place: Municipality) -> Participation:
        return programme.participations.select_related("programme").get(municipality=place)

    def choose_pilot(self, programme: Programme, matter: Proposal, day: date) -> None:
        with at(day, "18.00"):
            accelerating.change_participation(
                participation=self.participation(programme, matter.municipality),
                pilots=[matter],
                by=self.person("koordinaattori"),
            )

    def give_support(self, programme: Programme, code: str, day: date) -> None:
        with at(day, "14.00"):
            accelerating.record_support(
                participation=self.participation(programme, self.places[code]),
                on=day,
                kind=SupportNote.Kind.CALL,
                text=programmes.SUPPORT_NOTE,
                by=self.person("koordinaattori"),
            )

    def titled(self, title: programmes.Title, day: date) -> Proposal:
        """A pilot that only has a title, screened as far as its state says."""
        place = self.places[title.municipality]
        contact = Membership.objects.in_force().get(municipality=place).user
        deadline = self.today + timedelta(days=title.deadline)
        with at(day):
            proposal = proposing.create_proposal(
                by=contact,
                municipality=place,
                title=title.title,
                type=title.type,
                sector=title.sector,
                description=programmes.TITLE_DESCRIPTION,
                body=self.body(place, "Sivistyslautakunta"),
                meeting_date=deadline + timedelta(days=14),
                agenda_deadline=deadline,
                is_demo=True,
            )
        if title.state == "withdrawn":
            with at(day + timedelta(days=20), "11.00"):
                proposing.take_step(
                    assessment=proposal.assessment,
                    transition="withdraw",
                    by=contact,
                    note=programmes.WITHDRAWN_NOTE,
                )
        elif title.state != "draft":
            with at(day + timedelta(days=1), "13.00"):
                self.answer(proposal, screening_for(title.state), contact)
                screening.choose_extent(
                    assessment=proposal.assessment,
                    extent=title.state,
                    reason=programmes.TITLE_REASON,
                    by=contact,
                )
        if title.worked is not None:
            with at(self.today + timedelta(days=title.worked), "10.30"):
                self.answer(proposal, {"grp.age": ["a7_9", "a10_12"]}, contact)
        return proposal

    def answer(self, proposal: Proposal, answers: dict[str, object], by: User) -> None:
        for key, value in answers.items():
            save_value(
                assessment_id=proposal.pk, slot=f"answer:{key}", value=value, base_version=0, by=by
            )
