"""The database of the measurements: the demonstration, a full-size assessment, a whole country."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from assessments.accelerator.models import Participation, Programme
from assessments.models import (
    Alternative,
    Answer,
    Assessment,
    DimensionScope,
    Evidence,
    FollowUpPoint,
    Hearing,
    Impact,
    KnowledgeGap,
    Mitigation,
    Proposal,
    Screening,
)
from assessments.phases import Extent, Status
from assessments.questions import CATALOGUE
from assessments.questions.base import Kind
from assessments.questions.dimensions import DIMENSIONS
from municipalities.models import Municipality, User

MUNICIPALITIES, ASSESSMENTS = 308, 20_000
# Five alternatives in twelve dimensions are 60 impacts.
ALTERNATIVES, ANSWERS = 5, 100
SENTENCE = "Lasten arki muuttuu, ja muutosta seurataan yhdessä koulun ja huoltajien kanssa. "
PARAGRAPH = SENTENCE * 6


@dataclass
class Made:
    """What the measurements need to find."""

    preparer: User
    contact: User
    coordinator: User
    published: Assessment
    light: Assessment
    full: Assessment
    programme: Programme


def make() -> Made:
    """The demonstration and one assessment of full size."""
    call_command("demo", verbosity=0, stdout=_Silence())
    person = {each.email.split("@")[0]: each for each in User.objects.filter(is_demo=True)}
    return Made(
        preparer=person["valmistelija"],
        contact=person["yhdyshenkilo"],
        coordinator=person["koordinaattori"],
        published=Assessment.objects.get(status=Status.CLOSED),
        light=Assessment.objects.get(
            municipality__is_demo=True, status=Status.PREPARING, extent=Extent.LIGHT
        ),
        full=full_size(person["valmistelija"]),
        programme=Programme.objects.latest("starts_on"),
    )


class _Silence:
    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def full_size(preparer: User) -> Assessment:
    """100 answers, five alternatives, 60 impacts, and of everything else a good deal."""
    place = Municipality.objects.get(is_demo=True)
    today = timezone.localdate()
    proposal = Proposal.objects.create(
        municipality=place,
        title="Kouluverkon tulevaisuus (mittaus)",
        title_alt="Skolnätets framtid (mätning)",
        type="school_network",
        sector="education",
        description=PARAGRAPH,
        diary_number="RSDno-2026-999",
        body=place.decision_bodies.first(),
        meeting_date=today + timedelta(days=60),
        agenda_deadline=today + timedelta(days=46),
        preparer=preparer,
        is_demo=True,
    )
    made = Assessment.objects.create(
        proposal=proposal,
        municipality=place,
        status=Status.PREPARING,
        extent=Extent.FULL,
        status_since=timezone.now(),
    )
    owner = {"assessment": made, "municipality": place}
    Screening.objects.create(
        suggested=Extent.FULL,
        chosen=Extent.FULL,
        reason=SENTENCE,
        chosen_by=preparer,
        confirmed_by=preparer,
        confirmed_at=timezone.now(),
        **owner,
    )
    _answers(owner)
    _matrix(owner)
    for number in range(8):
        Evidence.objects.create(
            type="stats", title=f"Lähde {number}", year=2026, finding=SENTENCE, **owner
        )
        KnowledgeGap.objects.create(gap=SENTENCE, **owner)
    for number in range(4):
        Hearing.objects.create(
            date=today,
            group="Oppilaat",
            method="group",
            number=20 + number,
            said=PARAGRAPH,
            effect=SENTENCE,
            **owner,
        )
        FollowUpPoint.objects.create(due=today, what=SENTENCE, who="Rehtori", **owner)
    return made


def _answers(owner: dict) -> None:
    texts = [key for key, each in CATALOGUE.items() if each.kind in (Kind.LONG, Kind.TEXT)]
    choices = [key for key, each in CATALOGUE.items() if each.kind == Kind.CHOICE and each.options]
    values = {key: PARAGRAPH[: CATALOGUE[key].max_length or 500] for key in texts}
    values |= {key: CATALOGUE[key].options[0].value for key in choices}
    chosen = list(values.items())[:ANSWERS]
    needed = [(key, value) for key, value in values.items() if key.startswith("rec.")]
    kept = dict(needed + chosen)
    Answer.objects.bulk_create(
        Answer(key=key, value=value, **owner) for key, value in list(kept.items())[:ANSWERS]
    )


def _matrix(owner: dict) -> None:
    DimensionScope.objects.bulk_create(
        DimensionScope(dimension=dimension, is_relevant=True, **owner) for dimension in DIMENSIONS
    )
    for number in range(ALTERNATIVES):
        alternative = Alternative.objects.create(
            number=number, name=f"Vaihtoehto {number}", description=PARAGRAPH, **owner
        )
        for position, dimension in enumerate(DIMENSIONS):
            impact = Impact.objects.create(
                alternative=alternative,
                dimension=dimension,
                direction=("pos", "neg", "mixed")[position % 3],
                magnitude=position % 3 + 1,
                text=SENTENCE * 2,
                **owner,
            )
            if impact.is_harm_to_mitigate:
                Mitigation.objects.create(impact=impact, measure=SENTENCE, owner="Rehtori", **owner)


def country(made: Made) -> None:
    """Every municipality of the country in one programme, 20,000 assessments among them."""
    places = list(Municipality.objects.current()[:MUNICIPALITIES])
    joined = set(made.programme.participations.values_list("municipality", flat=True))
    Participation.objects.bulk_create(
        Participation(programme=made.programme, municipality=each, contact=made.contact)
        for each in places
        if each.pk not in joined
    )
    today = timezone.localdate()
    body = made.published.proposal.body
    statuses = [
        Status.PREPARING,
        Status.IN_REVIEW,
        Status.FINAL,
        Status.ON_AGENDA,
        Status.DECIDED,
        Status.FOLLOWING,
        Status.CLOSED,
    ]
    proposals = Proposal.objects.bulk_create(
        [
            Proposal(
                municipality=places[number % len(places)],
                title=f"Asia {number}",
                type="leisure",
                sector="education",
                description=SENTENCE,
                body=body,
                meeting_date=today + timedelta(days=number % 90),
                agenda_deadline=today + timedelta(days=number % 90 - 14),
                preparer=made.preparer,
                is_demo=True,
            )
            for number in range(ASSESSMENTS)
        ],
        batch_size=500,
    )
    Assessment.objects.bulk_create(
        [
            Assessment(
                proposal=each,
                municipality_id=each.municipality_id,
                status=statuses[position % len(statuses)],
                extent=Extent.LIGHT,
                status_since=timezone.now(),
            )
            for position, each in enumerate(proposals)
        ],
        batch_size=500,
    )
    pilots = Participation.pilots.through
    first = {each.municipality_id: each.pk for each in proposals[: len(places)]}
    pilots.objects.bulk_create(
        pilots(participation_id=pk, proposal_id=first[place])
        for pk, place in made.programme.participations.values_list("pk", "municipality")
        if place in first
    )
