"""The assessment of a whole city's question: 300 answers, 400 impacts, 12 hearings."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle, islice, product

from django.utils import timezone

from assessments.models import (
    Alternative,
    Answer,
    Assessment,
    DimensionScope,
    Evidence,
    FollowUpIndicator,
    FollowUpPoint,
    GroupSize,
    Hearing,
    HearingFinding,
    HearingView,
    Impact,
    KnowledgeGap,
    Mitigation,
    Notice,
    OtherInterest,
    PlannedHearing,
    Proposal,
    RejectedAlternative,
    RightsNote,
    ScopeQuestion,
    Screening,
    Statement,
    StatementView,
    WorkTask,
)
from assessments.phases import Extent, Status
from assessments.questions import CATALOGUE, ONE_VALUE, Question
from assessments.questions.articles import ARTICLES
from assessments.questions.base import Kind
from assessments.questions.dimensions import DIMENSIONS
from municipalities.models import Municipality, User

ALTERNATIVES, ANSWERS, HEARINGS = 6, 300, 12
AGES = ("a7_9", "a10_12", "a13_15")
VULNERABLE = ("disability", "support", "poverty", "migrant", "rural", "lonely")
GROUPS = ("all", *AGES, *VULNERABLE)
TITLES = (
    "Nykytila jatkuu",
    "Kyläkoulu säilyy, luokat yhdistetään",
    "Koulu lakkaa, oppilaat keskustaan",
    "Koulu lakkaa, kuljetus ja aamutoiminta",
    "Kaksi toimipistettä, yhteinen rehtori",
    "Uusi yhtenäiskoulu",
)
SENTENCE = "Koulumatka pitenee kahteenkymmeneen minuuttiin ja aamut aikaistuvat. "
PARAGRAPH = SENTENCE * 4


def heavy(preparer: User, impacts: int = 400) -> Assessment:
    """A full assessment in which every part is as long as the method lets it become."""
    place = Municipality.objects.get(is_demo=True)
    today = timezone.localdate()
    proposal = Proposal.objects.create(
        municipality=place,
        title=f"Kouluverkko 2030 (mittaus, {impacts} vaikutusta)",
        title_alt="Skolnätet 2030 (mätning)",
        type="school_network",
        sector="education",
        description=PARAGRAPH,
        area="Harjukylän koulupiiri",
        diary_number="RSDno-2026-998",
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
    alternatives = _alternatives(owner)
    _impacts(owner, alternatives, impacts)
    _hearings(owner, alternatives)
    _other_rows(owner, alternatives)
    return made


def _value(asked: Question) -> object:
    match asked.kind:
        case Kind.MULTI:
            return [each.value for each in asked.options if each.value != "none"][:6]
        case Kind.CHOICE | Kind.SCALE:
            return asked.options[0].value if asked.options else "0"
        case Kind.BOOL:
            return True
        case Kind.NUMBER:
            return 120
        case Kind.DATE:
            return str(timezone.localdate())
        case Kind.URL:
            return "https://www.example.fi/"
        case Kind.LONG:
            return PARAGRAPH[: asked.max_length or 500].strip()
        case _:
            return SENTENCE[: asked.max_length or 120].strip()


def _answers(owner: dict) -> None:
    """Every question that is asked once, and answers that older catalogues have left behind."""
    asked = [each for each in CATALOGUE.values() if each.kind in ONE_VALUE and not each.is_record]
    values = {each.key: _value(each) for each in asked}
    values |= {"scr.individual": "no", "grp.age": list(AGES), "grp.vulnerable": list(VULNERABLE)}
    values["rec.best"] = "2"
    earlier = (f"earlier.{number}" for number in range(ANSWERS))
    values |= dict.fromkeys(islice(earlier, ANSWERS - len(values)), SENTENCE)
    Answer.objects.bulk_create(
        Answer(key=key, value=value, **owner) for key, value in values.items()
    )


def _alternatives(owner: dict) -> list[Alternative]:
    return Alternative.objects.bulk_create(
        Alternative(
            number=number,
            name=name,
            description=PARAGRAPH,
            day=PARAGRAPH,
            origin="preparer",
            feasible="yes",
            feasible_text=SENTENCE,
            start=timezone.localdate() + timedelta(days=300),
            cost_once=250_000 * number,
            cost_year=900_000 - 60_000 * number,
            child_money=700_000 - 40_000 * number,
            strengths=SENTENCE,
            weaknesses=SENTENCE,
            **owner,
        )
        for number, name in enumerate(TITLES[:ALTERNATIVES])
    )


def _impacts(owner: dict, alternatives: list[Alternative], number: int) -> None:
    """All children first, then group after group, until there are enough."""
    DimensionScope.objects.bulk_create(
        DimensionScope(dimension=dimension, is_relevant=True, **owner) for dimension in DIMENSIONS
    )
    directions = cycle(("pos", "neg", "mixed", "pos", "neg", "none", "unknown"))
    cells = islice(product(GROUPS, alternatives, DIMENSIONS), number)
    made = Impact.objects.bulk_create(
        Impact(
            alternative=alternative,
            dimension=dimension,
            child_group=group,
            direction=(direction := next(directions)),
            magnitude=None if direction in ("none", "unknown") else place % 3 + 1,
            text=SENTENCE * 2,
            likelihood=str(place % 3 + 1),
            duration=("short", "medium", "long")[place % 3],
            reversible=("yes", "partly", "no")[place % 3],
            certainty=("good", "fair", "weak")[place % 3],
            kinds=["direct", "intended", "here"],
            count=20 + place,
            **owner,
        )
        for place, (group, alternative, dimension) in enumerate(cells)
    )
    Mitigation.objects.bulk_create(
        Mitigation(
            impact=impact,
            measure=SENTENCE,
            owner="Rehtori",
            due=timezone.localdate() + timedelta(days=200),
            type="reduce",
            cost=5_000,
            in_decision=True,
            **owner,
        )
        for impact in made
        if impact.is_harm_to_mitigate
    )


def _hearings(owner: dict, alternatives: list[Alternative]) -> None:
    today = timezone.localdate()
    for number in range(HEARINGS):
        hearing = Hearing.objects.create(
            date=today - timedelta(days=number + 1),
            group=f"{number % 6 + 1}. luokka",
            method=("class", "group", "survey", "draw")[number % 4],
            invited=30,
            number=20 + number,
            facilitator="Koulukuraattori",
            said=PARAGRAPH,
            hopes=SENTENCE,
            worries=SENTENCE,
            proposals=SENTENCE,
            effect=SENTENCE,
            questions=SENTENCE,
            differences=SENTENCE,
            limits=SENTENCE,
            **owner,
        )
        HearingFinding.objects.bulk_create(
            HearingFinding(
                hearing=hearing,
                theme=f"Teema {place}",
                dimension=dimension,
                summary=SENTENCE,
                count=8,
                tone=("neg", "pos", "neutral")[place % 3],
                **owner,
            )
            for place, dimension in enumerate(islice(DIMENSIONS, number % 6, number % 6 + 5))
        )
        HearingView.objects.bulk_create(
            HearingView(
                hearing=hearing,
                alternative=each,
                in_favour=each.number * 3,
                against=18 - each.number * 3,
                unsure=2,
                reasons=SENTENCE,
                **owner,
            )
            for each in alternatives
        )


def _other_rows(owner: dict, alternatives: list[Alternative]) -> None:
    today = timezone.localdate()
    day = {number: today + timedelta(days=30 * number) for number in range(12)}
    kinds = ("stats", "staff", "research", "guardians", "children", "env")
    for number in range(8):
        Evidence.objects.create(
            type=kinds[number % 6], title=f"Lähde {number}", year=2026, finding=SENTENCE, **owner
        )
        KnowledgeGap.objects.create(gap=SENTENCE, importance="3", action=SENTENCE, **owner)
        WorkTask.objects.create(task=SENTENCE, who="Suunnittelija", due=day[number], **owner)
        FollowUpIndicator.objects.create(
            indicator="Koulumatka, min", unit="min", baseline=12, target=20, **owner
        )
    for number in range(6):
        ScopeQuestion.objects.create(text=SENTENCE, **owner)
        FollowUpPoint.objects.create(due=day[number + 3], what=SENTENCE, who="Rehtori", **owner)
        PlannedHearing.objects.create(
            group="Oppilaat", method="class", date=day[number], target=25, **owner
        )
        RightsNote.objects.create(
            article=list(ARTICLES)[number + 10], effect="weakens", text=SENTENCE, **owner
        )
    for number, group in enumerate(GROUPS):
        GroupSize.objects.create(
            group=group, number=400 if group == "all" else 20 + number, year=2026, **owner
        )
    for interest in ("Kunnan talous", "Henkilöstö", "Kylän elinvoima", "Ilmasto"):
        OtherInterest.objects.create(interest=interest, strength="3", relation=SENTENCE, **owner)
    RejectedAlternative.objects.create(name="Vuokratilat", reason=SENTENCE, **owner)
    Notice.objects.create(text=PARAGRAPH, published=today, until=day[1], **owner)
    for sender in ("youth_council", "pupil_council", "other"):
        statement = Statement.objects.create(
            sender=sender, date=today, text=PARAGRAPH, answer=SENTENCE, **owner
        )
        StatementView.objects.bulk_create(
            StatementView(
                statement=statement, alternative=each, stand="against", why=SENTENCE, **owner
            )
            for each in alternatives
        )
