"""Proposals and assessments in any status, written past the workflow on purpose."""

import hashlib
from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from assessments.models import (
    Alternative,
    Answer,
    Assessment,
    Attachment,
    DimensionScope,
    Evidence,
    FollowUpIndicator,
    FollowUpPoint,
    Handling,
    Hearing,
    Impact,
    KnowledgeGap,
    Mitigation,
    Outcome,
    Proposal,
    Screening,
    TeamMember,
)
from assessments.phases import Extent, Status
from assessments.questions import FULL_PAGES, Kind, Question, is_demanded, one_value_questions
from assessments.questions.dimensions import DIMENSIONS
from municipalities.models import Municipality
from municipalities.roles import Role
from tests.factories.municipalities import body as make_body
from tests.factories.municipalities import municipality as make_municipality
from tests.factories.municipalities import user as make_user

RELEVANT = ("leisure", "relationships")


def proposal(municipality: Municipality | None = None, **fields) -> Proposal:
    place = municipality or make_municipality()
    preparer = fields.pop("preparer", None) or make_user(Role.PREPARER, place)
    today = timezone.localdate()
    values = {
        "title": "Youth centre opening hours",
        "type": "leisure",
        "sector": "wellbeing",
        "description": "The youth centre would be open on three evenings instead of five.",
        "body": fields.pop("body", None) or make_body(place),
        "meeting_date": today + timedelta(days=60),
        "agenda_deadline": today + timedelta(days=46),
        "preparer": preparer,
        "diary_number": "123/2026",
    }
    return Proposal.objects.create(municipality=place, **{**values, **fields})


def assessment(
    status: Status | str = Status.PREPARING, extent: Extent | str | None = None, **fields
) -> Assessment:
    """An assessment with VE0 and its twelve dimensions; ``fields`` go to the proposal."""
    status = Status(status)
    if extent is None:
        extent = {Status.DRAFT: "", Status.WITHDRAWN: "", Status.SCREENED_OUT: Extent.NONE}.get(
            status, Extent.LIGHT
        )
    matter = proposal(**fields)
    made = Assessment.objects.create(
        proposal=matter,
        municipality=matter.municipality,
        status=status,
        extent=extent,
        status_since=timezone.now(),
    )
    Alternative.objects.create(
        number=0, name="Present state continues", description="Five evenings.", **_owner(made)
    )
    DimensionScope.objects.bulk_create(
        DimensionScope(dimension=each, is_relevant=each in RELEVANT, reason="", **_owner(made))
        for each in DIMENSIONS
    )
    if status != Status.DRAFT and extent:
        Screening.objects.create(
            suggested=extent,
            chosen=extent,
            reason="The opening hours of a service for young people change.",
            chosen_by=matter.preparer,
            confirmed_by=matter.preparer,
            confirmed_at=timezone.now(),
            **_owner(made),
        )
    return made


def _owner(made: Assessment) -> dict:
    return {"assessment": made, "municipality": made.municipality}


def set_answers(made: Assessment, **answers) -> None:
    """``set_answers(a, rec__summary="...")``: two underscores stand for the dot of a key."""
    Answer.objects.bulk_create(
        [
            Answer(key=name.replace("__", "."), value=value, **_owner(made))
            for name, value in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["assessment", "key"],
        update_fields=["value"],
    )
    made.__dict__.pop("answer_values", None)


def full_light_assessment(status: Status | str = Status.PREPARING, **fields) -> Assessment:
    """A light assessment in which no gate finds anything missing."""
    made = assessment(status=status, **fields)
    owner = _owner(made)
    made.dimensionscopes.filter(is_relevant=False).update(reason="It does not change.")
    zero = made.alternatives.get(number=0)
    one = Alternative.objects.create(
        number=1, name="Three evenings", description="Open on three evenings.", **owner
    )
    for alternative in (zero, one):
        for dimension in RELEVANT:
            harm = alternative is one and dimension == "leisure"
            impact = Impact.objects.create(
                alternative=alternative,
                dimension=dimension,
                direction="neg" if harm else "pos",
                magnitude=2 if harm else 1,
                text="Fewer evenings together." if harm else "A place to meet friends.",
                **owner,
            )
            if harm:
                Mitigation.objects.create(
                    impact=impact,
                    measure="A school café on two afternoons.",
                    owner="Youth services",
                    due=date(2027, 1, 31),
                    **owner,
                )
    for kind, title in (("stats", "Visits in the youth centre"), ("staff", "Interview of staff")):
        Evidence.objects.create(
            type=kind, title=title, year=2026, finding="80 visitors a week.", **owner
        )
    KnowledgeGap.objects.create(gap="How many would stop coming.", **owner)
    Hearing.objects.create(
        date=timezone.localdate(),
        group="Ages 13-15",
        method="group",
        number=24,
        facilitator="Youth worker",
        said="Friends are the most important thing.",
        effect="The school café was added to the alternatives.",
        **owner,
    )
    FollowUpPoint.objects.create(
        due=timezone.localdate() + timedelta(days=200),
        what="Number of visitors",
        who="Youth services",
        **owner,
    )
    set_answers(
        made,
        grp__age=["a13_15"],
        grp__vulnerable=["none"],
        grp__none_reason="No group was found to be hit harder.",
        rec__best="0",
        rec__reason="Five evenings keep a safe place to meet friends.",
        rec__children_said="Friends are the most important thing.",
        rec__summary="Three evenings save money but weaken free time.",
        fup__owner="Head of youth services",
        fup__start="2027-01-01",
    )
    if Status(status) in (Status.DECIDED, Status.FOLLOWING, Status.CLOSED):
        decide(made)
    if Status(status) == Status.CLOSED:
        Outcome.objects.create(
            point=made.followuppoints.get(),
            date=timezone.localdate(),
            realised="partly",
            text="Fewer visitors, but less than feared.",
            **owner,
        )
    return made


def full_assessment(status: Status | str = Status.PREPARING, **fields) -> Assessment:
    """A full assessment in which the gate of the preparation finds nothing missing."""
    made = full_light_assessment(status=status, **fields)
    Assessment.objects.filter(pk=made.pk).update(extent=Extent.FULL)
    made.extent = Extent.FULL
    made.alternatives.filter(number=1).update(
        day="Home earlier on two evenings.",
        origin="preparer",
        feasible="yes",
        start=date(2027, 1, 1),
        cost_year=-40_000,
    )
    made.impacts.update(likelihood="3", duration="long")
    made.mitigations.update(type="reduce")
    for name, sector in (("Veera", "education"), ("Eino", "wellbeing")):
        TeamMember.objects.create(name=name, sector=sector, **_owner(made))
    made.hearings.update(
        questions="What is the youth centre to you?",
        differences="The youngest come for the games.",
        limits="Only those who come were asked.",
    )
    answer_the_rest(made)
    return made


def answer_the_rest(made: Assessment) -> None:
    """Some answer to every question of the full assessment that it demands and nobody has given."""
    missing = {
        question.key.replace(".", "__"): _some_answer(question)
        for key in FULL_PAGES
        for question in one_value_questions(key, Extent.FULL)
        if is_demanded(question, made.proposal.type) and question.key not in made.answer_values
    }
    set_answers(made, **missing)


def tell_children(made: Assessment) -> None:
    """Write the whole summary for children, in both languages where there are two."""
    endings = ("", "_alt") if made.municipality.is_bilingual else ("",)
    told = {
        f"cfs__{name}{ending}": f"{text}{' (in Swedish)' if ending else ''}"
        for ending in endings
        for name, text in CHILD_TEXTS.items()
    }
    set_answers(made, cfs__level="9-12", **told)
    for ending in endings:
        for row in made.alternatives.all():
            setattr(row, f"child_sentence{ending}", f"This is way {row.number}.")
            row.save()


CHILD_TEXTS = {
    "title": "When is the youth centre open?",
    "why": "The town must save money.",
    "you_said": "- Friends are here.\n- The evenings are short.",
    "decided": "It stays open on five evenings.",
    "changed": "The school café was your idea.",
    "next": "We ask you again in May.",
    "ask": "Ask at the youth centre.",
}


def _some_answer(question: Question) -> object:
    match question.kind:
        case Kind.MULTI if question.source == "laws":
            return ["leisure-1"]
        case Kind.MULTI:
            return [question.options[0].value]
        case Kind.CHOICE | Kind.SCALE:
            return question.options[0].value
        case Kind.BOOL:
            return True
        case Kind.NUMBER:
            return 12
        case _:
            return "Told in a sentence."


def attachment(made: Assessment, content: bytes = b"Twelve answers.", **fields) -> Attachment:
    """A small text file attached to the knowledge base, written past the action on purpose."""
    values = {
        "part": "dat",
        "title": "Answers to the survey",
        "name": "answers.txt",
        "kind_key": "txt",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "uploaded_by": fields.pop("by", None) or made.proposal.preparer,
    }
    row = Attachment(**_owner(made), **{**values, **fields})
    row.file.save(Attachment.new_place(made.municipality_id), ContentFile(content), save=False)
    row.save()
    return row


def indicator(made: Assessment, **fields) -> FollowUpIndicator:
    """Visits to the youth centre: 80 a week before, 90 wanted."""
    values = {
        "indicator": "Visits to the youth centre",
        "unit": "visits a week",
        "baseline": 80,
        "target": 90,
    }
    return FollowUpIndicator.objects.create(**values | fields, **_owner(made))


def decide(made: Assessment) -> None:
    """Record a decision that follows the recommendation."""
    Handling.objects.create(
        body=made.proposal.body,
        date=timezone.localdate(),
        section="42",
        result="approved",
        **_owner(made),
    )
    set_answers(made, dec__alt="0", dec__relation="follows")
