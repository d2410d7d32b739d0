"""One municipality with its people and a matter in every status: what whole-site tests walk."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.utils import timezone

from assessments.actions import reports as reporting
from assessments.actions.comments import add_comment
from assessments.actions.saving import save_value
from assessments.content import freeze
from assessments.models import (
    Alternative,
    Assessment,
    ExtraQuestion,
    Impact,
    PeerReview,
    PlannedHearing,
    Reminder,
    Report,
)
from assessments.phases import Extent, Status
from assessments.publishing import actions as publishing
from municipalities.models.register import LanguageStatus
from municipalities.roles import Role
from tests.factories.accelerator import participation, programme
from tests.factories.assessments import (
    assessment,
    attachment,
    full_assessment,
    full_light_assessment,
    set_answers,
    tell_children,
)
from tests.factories.municipalities import InvitationFactory, MembershipFactory
from tests.factories.municipalities import body as make_body
from tests.factories.municipalities import municipality as make_municipality
from tests.factories.municipalities import region as make_region
from tests.factories.municipalities import user as make_user

# Who walks, in the order of the access table.
WALKERS = (
    "anonymous",
    "preparer",
    "presenter",
    "contact",
    "registry",
    "councillor",
    "coordinator",
    "stranger",
    "superuser",
)


def world(*, bilingual: bool = False) -> SimpleNamespace:
    """``people`` by role; ``matters`` (assessments) by status; the rows that addresses name.

    ``stranger`` is a preparer of another municipality of the same region, which takes part in the
    same programme.
    """
    status = LanguageStatus.FINNISH_SWEDISH if bilingual else LanguageStatus.FINNISH
    place = make_municipality(code="901", name_fi="Kotikunta", language_status=status)
    elsewhere = make_municipality(code="902", name_fi="Naapurikunta")
    body = make_body(place, name_fi="Sivistyslautakunta", name_sv="Bildningsnämnden")
    people = {
        "anonymous": AnonymousUser(),
        "preparer": make_user(Role.PREPARER, place, name="Veera Valmistelija"),
        "presenter": make_user(Role.PRESENTER, place, name="Eino Esittelijä"),
        "contact": make_user(Role.LAVA_CONTACT, place, name="Yrsa Yhdyshenkilö"),
        "registry": make_user(Role.REGISTRY, place, name="Kirsi Kirjaaja"),
        "councillor": make_user(Role.COUNCILLOR, place, name="Valto Valtuutettu"),
        "coordinator": make_user(Role.COORDINATOR, make_region(), name="Liisa Koordinaattori"),
        "stranger": make_user(Role.PREPARER, elsewhere, name="Niilo Naapuri"),
        "superuser": make_user(name="Paula Pääkäyttäjä", is_staff=True, is_superuser=True),
    }
    made = SimpleNamespace(place=place, elsewhere=elsewhere, body=body, people=people, matters={})
    _add_matters(made)
    _add_rows(made)
    _add_programme(made)
    made.asked = ExtraQuestion.objects.create(
        municipality=place, page="rec", text_fi="Miten kylä muuttuu?", text_sv="Hur ändras byn?"
    )
    Assessment.objects.filter(pk=made.matters["half"].pk).update(catalogue_version="2026.1")
    made.membership = MembershipFactory(user=make_user(name="Leena Lähtijä"), municipality=place)
    made.invitation = InvitationFactory(municipality=place, invited_by=people["contact"])
    made.accepting = InvitationFactory(
        municipality=place, invited_by=people["contact"], email=people["preparer"].email
    )
    made.reminder = Reminder.objects.create(
        rule="stale",
        target=f"assessments.assessment:{made.matters['preparing'].pk}",
        due=timezone.localdate(),
        recipient=people["preparer"],
        municipality=place,
        context=made.matters["preparing"].proposal.titles,
        path=f"/proposals/{made.matters['preparing'].pk}/",
    )
    return made


def _add_matters(made: SimpleNamespace) -> None:
    shared = {
        "municipality": made.place,
        "body": made.body,
        "preparer": made.people["preparer"],
        "presenter": made.people["presenter"],
        "title_alt": "Ungdomsgårdens öppettider",
    }
    for status in Status:
        make = assessment if status in (Status.DRAFT, Status.SCREENED_OUT) else None
        matter = (make or full_light_assessment)(status=status, **shared)
        set_answers(matter, rec__summary_alt="Tre kvällar sparar pengar men försämrar fritiden.")
        made.matters[str(status)] = matter
    made.matters["full"] = full_assessment(status=Status.PREPARING, **shared)
    # Waits for a second person; published once; published and withdrawn.
    made.matters["lowered"] = lowered(assessment(status=Status.DRAFT, **shared))
    made.matters["half"] = assessment(status=Status.PREPARING, **shared)
    # The last three with a finished PDF; the superseded one has been corrected.
    for name in ("published", "printed", "superseded", "gone"):
        made.matters[name] = full_light_assessment(status=Status.FINAL, **shared)
        set_answers(made.matters[name], rec__summary_alt="Tre kvällar sparar pengar.")
        if name in ("published", "gone"):
            tell_children(made.matters[name])
        publishing.publish(
            assessment=made.matters[name], by=made.people["contact"], is_privacy_checked=True
        )
    for name in ("printed", "superseded", "gone"):
        for report in made.matters[name].reports.all():
            report.state, report.pages = Report.State.DONE, 1
            report.file.save("report.pdf", ContentFile(b"%PDF-1.7\n"))
    made.gone_report = made.matters["gone"].reports.order_by("pk").first()
    publishing.publish(
        assessment=made.matters["superseded"],
        by=made.people["contact"],
        change_note="The numbers were wrong.",
        is_privacy_checked=True,
    )
    publishing.withdraw(
        assessment=made.matters["gone"], by=made.people["contact"], reason="The matter lapsed."
    )
    publishing.publish(
        assessment=made.matters["screened_out"],
        by=made.people["contact"],
        is_privacy_checked=True,
    )


def lowered(made: Assessment) -> Assessment:
    """A screening in which less was chosen than suggested and nobody has confirmed it yet."""
    from assessments.models import Screening

    answers = dict.fromkeys(
        ("share", "access", "journey", "environment", "unequal", "permanent", "contested"), "no"
    ) | {
        "individual": "no",
        "affects": "direct",
        "count": "250+",
        "type_trigger": "no",
        "network": "no",
        "money": "yes",
        "vulnerable": "no",
        "strategic": "no",
        "previous": "no",
    }
    set_answers(made, **{f"scr__{key}": value for key, value in answers.items()})
    Screening.objects.create(
        assessment=made,
        municipality=made.municipality,
        suggested=Extent.FULL,
        chosen=Extent.LIGHT,
        reason="One evening a week changes for a short time.",
        chosen_by=made.proposal.preparer,
    )
    return made


def _add_rows(made: SimpleNamespace) -> None:
    preparing = made.matters["preparing"]
    preparer = made.people["preparer"]
    made.alternative = Alternative.objects.get(assessment=preparing, number=1)
    made.removed = Alternative.objects.create(
        assessment=preparing,
        municipality=made.place,
        number=2,
        name="Closed",
        removed_at=timezone.now(),
    )
    made.impact = Impact.objects.filter(assessment=preparing).first()
    made.planned = {
        name: PlannedHearing.objects.create(
            assessment=made.matters[name],
            municipality=made.place,
            group="Ages 13-15",
            age="a13_15",
            method="group",
            place="Youth centre",
        )
        for name in ("full", "final")
    }
    made.hearings = {name: made.matters[name].hearings.get() for name in ("full", "final")}
    # Two versions of one text, so that the history has something to compare and restore.
    saved = save_value(
        assessment_id=preparing.pk,
        slot="answer:rec.conditions",
        value="At first this.",
        base_version=0,
        by=preparer,
    )
    save_value(
        assessment_id=preparing.pk,
        slot="answer:rec.conditions",
        value="Then that.",
        base_version=saved.version,
        by=preparer,
    )
    made.revision = preparing.revisions.order_by("pk").first()
    made.report = reporting.owe_report(
        assessment=preparing, content=freeze(preparing, "fi"), by=preparer
    )
    Report.objects.filter(pk=made.report.pk).update(state=Report.State.DONE, pages=1)
    made.report.refresh_from_db()
    made.report.file.save("report.pdf", ContentFile(b"%PDF-1.7\n"))
    made.failed = reporting.owe_report(
        assessment=preparing, content=freeze(preparing, "sv"), by=preparer
    )
    Report.objects.filter(pk=made.failed.pk).update(
        state=Report.State.FAILED, error="It took too long.", attempts=5
    )
    made.failed.refresh_from_db()
    final = made.matters["final"]
    made.files = {
        "preparing": attachment(preparing, by=preparer),
        "removed_file": attachment(
            preparing, by=preparer, removed_at=timezone.now(), removed_by=preparer
        ),
        "final_file": attachment(final, by=preparer),
        "public_file": attachment(final, by=preparer, is_public=True),
    }
    made.comment = add_comment(
        assessment_id=preparing.pk,
        part="imp",
        text="Is this so?",
        anchor=f"cell:{made.alternative.pk}:leisure:all",
        mentions=[made.people["contact"].pk],
        by=preparer,
    )
    made.peer = PeerReview.objects.create(
        assessment=made.matters["in_review"],
        municipality=made.place,
        email="peer@example.org",
        user=make_user(Role.PEER_REVIEWER, made.place, name="Pia Vertainen"),
        ends_on=timezone.localdate(),
        invited_by=made.people["contact"],
    )
    published = made.matters["published"]
    made.open_report = published.reports.order_by("pk").first()


def _add_programme(made: SimpleNamespace) -> None:
    coordinator = made.people["coordinator"]
    made.programme = programme(created_by=coordinator)
    made.joined = participation(
        made.programme,
        made.place,
        [made.matters["preparing"].proposal],
        contact=made.people["contact"],
    )
    made.neighbour = participation(made.programme, made.elsewhere)
    made.other_programme = programme(
        date(2018, 3, 13), region=make_region(code="05", name_fi="Kanta-Häme")
    )
    made.past = timezone.localdate() - timedelta(days=1)
