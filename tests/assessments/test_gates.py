"""The gates: each thing that is missing is named once and leads to the page where it is mended."""

from datetime import timedelta

import pytest
from django.urls import resolve
from django.utils import timezone, translation

from assessments import gates
from assessments.models import Assessment
from assessments.phases import Status
from assessments.questions import question
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


def parts(gate: str, made: Assessment) -> set[str]:
    return {each.part for each in gates.missing(gate, made)}


def test_a_whole_light_assessment_passes_every_gate_of_its_way():
    made = factories.full_light_assessment(status=Status.CLOSED)
    for gate in ("preparation", "agenda", "decision", "follow_up", "closing"):
        assert gates.missing(gate, made) == []


def test_an_empty_preparation_misses_every_part_that_the_light_assessment_needs():
    made = factories.assessment(status=Status.PREPARING)
    assert parts("preparation", made) >= {"grp", "alt", "imp", "dat", "hre", "rec", "fup"}


REMOVALS = {
    "one kind of source only": (lambda a: a.evidences.update(type="stats"), {"dat"}),
    "a source without a finding": (lambda a: a.evidences.update(finding=" "), {"dat"}),
    "no gap": (lambda a: a.knowledgegaps.all().delete(), {"dat"}),
    "no hearing": (lambda a: a.hearings.all().delete(), {"hre"}),
    "a hearing without numbers": (lambda a: a.hearings.update(number=None), {"hre"}),
    "no measure for the harm": (lambda a: a.mitigations.all().delete(), {"mit"}),
    "an empty measure": (lambda a: a.mitigations.update(measure="  "), {"mit"}),
    "an alternative not described": (
        lambda a: a.alternatives.filter(number=1).update(description=""),
        {"alt"},
    ),
    "an impact without a direction": (
        lambda a: a.impacts.filter(alternative__number=0).update(direction=""),
        {"imp"},
    ),
    "an impact without reasons": (lambda a: a.impacts.update(text=""), {"imp"}),
    "an impact without a magnitude": (
        lambda a: a.impacts.filter(direction="pos").update(magnitude=None),
        {"imp"},
    ),
    "no reason for a dimension left out": (
        lambda a: a.dimensionscopes.filter(dimension="health").update(reason=""),
        {"imp"},
    ),
    "no summary": (lambda a: a.answers.filter(key="rec.summary").delete(), {"rec"}),
    "an empty summary": (lambda a: a.answers.filter(key="rec.summary").update(value=" "), {"rec"}),
    "no child group": (lambda a: a.answers.filter(key="grp.age").update(value=[]), {"grp"}),
    "no owner of the follow-up": (lambda a: a.answers.filter(key="fup.owner").delete(), {"fup"}),
    "no dated follow-up point": (lambda a: a.followuppoints.update(due=None), {"fup"}),
}


@pytest.mark.parametrize("name", REMOVALS)
def test_one_thing_taken_away_is_found_missing_in_its_part_and_nowhere_else(name):
    take_away, expected = REMOVALS[name]
    made = factories.full_light_assessment(status=Status.PREPARING)
    take_away(made)
    assert parts("preparation", made) == expected


def test_a_row_that_was_removed_does_not_count():
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.hearings.update(removed_at=made.created_at)
    assert parts("preparation", made) == {"hre"}


@pytest.mark.parametrize(
    "mend",
    [
        lambda a: factories.set_answers(a, hre__none_reason="Aikaa oli kaksi päivää."),
        lambda a: a.evidences.filter(type="stats").update(type="children"),
    ],
    ids=["a reason", "earlier knowledge from children"],
)
def test_without_a_hearing_a_reason_or_earlier_knowledge_is_enough(mend):
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.hearings.all().delete()
    mend(made)
    assert gates.missing("preparation", made) == []


def test_a_harm_without_measure_passes_with_its_reason():
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.mitigations.all().delete()
    made.impacts.update(no_mitigation_reason="Haitta on hyväksytty valtuustossa.")
    assert gates.missing("preparation", made) == []


def test_a_small_harm_needs_no_measure():
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.mitigations.all().delete()
    made.impacts.filter(direction="neg").update(magnitude=1)
    assert gates.missing("preparation", made) == []


def test_unknown_is_a_legal_value_and_needs_only_its_reasons():
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.impacts.filter(direction="pos").update(direction="unknown", magnitude=None)
    assert gates.missing("preparation", made) == []


def test_a_bilingual_municipality_needs_title_and_summary_in_both_languages():
    place = factories.municipality(language_status="sv-fi")
    made = factories.full_light_assessment(status=Status.PREPARING, municipality=place)
    assert parts("preparation", made) == {"rec", "case"}
    factories.set_answers(made, rec__summary_alt="Tre kvällar sparar pengar.")
    made.proposal.title_alt = "Ungdomsgårdens öppettider"
    made.proposal.save()
    assert gates.missing("preparation", made) == []


@pytest.mark.parametrize("relation", ["follows", "partly", "departs"])
def test_a_decision_that_departs_from_the_recommendation_says_why(relation):
    made = factories.full_light_assessment(status=Status.DECIDED)
    factories.set_answers(made, dec__relation=relation)
    missing = gates.missing("decision", made)
    assert bool(missing) == (relation != "follows")
    factories.set_answers(made, dec__reason="Talousarvion raami.")
    assert gates.missing("decision", made) == []


def test_a_decision_needs_body_day_and_section():
    made = factories.full_light_assessment(status=Status.DECIDED)
    made.handlings.update(section=" ")
    (found,) = gates.missing("decision", made)
    assert found.url.endswith(f"#id_handling-{made.handlings.get().pk}-section")
    made.handlings.update(date=None)
    assert gates.missing("decision", made)[0].url.endswith("#add-handling")


EMPTY = [
    ("screening", Status.DRAFT),
    ("preparation", Status.PREPARING),
    ("agenda", Status.FINAL),
    ("decision", Status.FINAL),
    ("follow_up", Status.DECIDED),
    ("closing", Status.FOLLOWING),
]


@pytest.mark.parametrize(("gate", "status"), EMPTY)
def test_every_link_leads_to_a_page_that_holds_its_field(log_in, gate, status):
    made = factories.assessment(status=status, diary_number="", title="Kerhotilan sulkeminen")
    if gate == "preparation":
        made.evidences.create(municipality=made.municipality)
        made.hearings.create(municipality=made.municipality)
    client = log_in(factories.user(Role.LAVA_CONTACT, made.municipality))
    found = gates.missing(gate, made)
    assert found
    pages = {}
    for each in found:
        path, _hash, anchor = each.url.partition("#")
        resolve(path)
        if path not in pages:
            response = client.get(path)
            assert response.status_code == 200
            pages[path] = response.text
        assert f'id="{anchor}"' in pages[path], each


@pytest.mark.parametrize(
    ("gate", "key", "part"),
    [("preparation", "rec.best", "rec"), ("decision", "dec.alt", "dec")],
)
def test_an_alternative_that_was_removed_cannot_stay_chosen(gate, key, part):
    made = factories.full_light_assessment(status=Status.DECIDED)
    factories.set_answers(made, dec__relation="partly", dec__reason="The frame of the budget.")
    factories.set_answers(made, **{key.replace(".", "__"): "2"})
    made.alternatives.create(
        number=2, name="Closed", municipality=made.municipality, removed_at=timezone.now()
    )
    (missing,) = gates.missing(gate, made)
    assert missing.part == part
    assert missing.url.endswith(f"#id_{key}")
    factories.set_answers(made, **{key.replace(".", "__"): "1"})
    assert gates.missing(gate, made) == []
    own = next(option.value for option in question(key).options)
    factories.set_answers(
        made, **{key.replace(".", "__"): own, "dec__alt__other": "Four evenings."}
    )
    assert gates.missing(gate, made) == []


@pytest.mark.parametrize("chosen", ["1", "other"])
def test_a_decision_for_another_alternative_does_not_follow_the_recommendation(chosen):
    made = factories.full_light_assessment(status=Status.DECIDED)
    factories.set_answers(made, rec__best="0", dec__alt=chosen, dec__relation="follows")
    factories.set_answers(made, dec__alt__other="Four evenings.")
    (missing,) = gates.missing("decision", made)
    assert missing.url.endswith("/parts/dec/#id_dec.relation")
    factories.set_answers(made, dec__relation="departs", dec__reason="The frame of the budget.")
    assert gates.missing("decision", made) == []


@pytest.mark.parametrize("best", ["equal", "depends"])
def test_any_alternative_may_follow_a_recommendation_that_names_none(best):
    made = factories.full_light_assessment(status=Status.DECIDED)
    factories.set_answers(made, rec__best=best, dec__alt="1", dec__relation="follows")
    assert gates.missing("decision", made) == []


@pytest.mark.parametrize("result", ["returned", "tabled"])
def test_a_matter_that_was_returned_or_adjourned_has_not_been_decided(result):
    made = factories.full_light_assessment(status=Status.DECIDED)
    made.handlings.update(result=result)
    (missing,) = gates.missing("decision", made)
    assert missing.url.endswith("#add-handling")
    made.handlings.create(
        municipality=made.municipality,
        body=made.proposal.body,
        date=timezone.localdate(),
        section="57",
        result="rejected",
    )
    assert gates.missing("decision", made) == []


def test_a_handling_that_is_still_to_come_decides_nothing():
    made = factories.full_light_assessment(status=Status.DECIDED)
    made.handlings.update(date=timezone.localdate() + timedelta(days=1))
    (missing,) = gates.missing("decision", made)
    assert missing.url.endswith(f"#handling-{made.handlings.get().pk}")


def test_a_source_without_a_title_is_named_by_its_place():
    made = factories.full_light_assessment(status=Status.PREPARING)
    last = made.evidences.last()
    made.evidences.filter(pk=last.pk).update(title="", type="")
    with translation.override("en"):
        texts = [each.text for each in gates.missing("preparation", made)]
    assert "The kind of source is missing: source 2." in texts


def test_the_size_of_no_effect_is_not_asked_for():
    made = factories.full_light_assessment(status=Status.PREPARING)
    made.impacts.filter(direction="pos").update(direction="none", magnitude=None, text="")
    assert gates.missing("preparation", made) == []
