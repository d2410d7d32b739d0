"""The comparison: what speaks for each alternative, conflicts, children's side, costs, others."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from assessments import cumulative
from assessments.forms.parts.comparing import Facts, all_compared, composed
from assessments.models import (
    Alternative,
    GroupSize,
    HearingFinding,
    HearingView,
    Impact,
    OtherInterest,
)
from assessments.phases import Status
from municipalities.roles import Role
from tests import factories
from tests.assessments.test_full import english
from tests.assessments.test_matrix import assessed
from tests.assessments.test_parts import part_url

pytestmark = pytest.mark.django_db
FETCHED = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _language_of_the_tests():
    """Pages in English leave their language on; the next test starts from where this one did."""
    language = translation.get_language()
    yield
    translation.activate(language)


@pytest.fixture
def full():
    return factories.full_assessment(area="Harjukylän koulupiiri")


@pytest.fixture
def preparer(full):
    return full.proposal.preparer


@pytest.fixture
def writer(preparer):
    client = Client()
    client.force_login(preparer)
    return client


def owner_of(full):
    return {"assessment": full, "municipality": full.municipality}


def page(writer, full, query="?all=1", **headers):
    return writer.get(f"{english(part_url(full, 'cmp'))}{query}", headers=headers)


def texts(points):
    return [point.where for point in points]


# --- Strengths and weaknesses ---------------------------------------------------------------------


def test_flagged_harms_come_first_and_then_the_weighted_index(full):
    assessed(full, "a13_15", magnitude=2)
    assessed(full, "disability", magnitude=2, dimension="relationships")
    Impact.objects.filter(alternative__number=1, dimension="leisure", child_group="all").update(
        magnitude=1
    )
    one = all_compared(full)[1]
    assert texts(one.cons) == [
        "Ihmissuhteet: perhe, kaverit, aikuiset, Vammaiset lapset",
        "Leikki, vapaa-aika ja harrastukset, 13–15-vuotiaat (yläkoulu)",
        "Leikki, vapaa-aika ja harrastukset",
    ]
    assert one.worst == "13–15-vuotiaat (yläkoulu)"


def test_flagged_harms_are_listed_however_many_there_are(full):
    for group in ("disability", "support", "illness", "mental", "poverty", "single", "care"):
        assessed(full, group)
    weaknesses = all_compared(full)[1].columns[1]
    assert len(weaknesses.shown) == 7
    assert weaknesses.hidden


def test_a_composed_text_fits_its_field(full):
    Impact.objects.filter(direction="pos").update(text="x" * 1500)
    text = composed(all_compared(full)[0].pros)
    assert 0 < len(text) <= 2000


def test_the_button_fills_an_empty_field_and_never_a_written_one(writer, full):
    one = full.alternatives.get(number=1)
    html = page(writer, full).content.decode()
    do = f"compose-weaknesses-{one.pk}"
    assert f'value="{do}"' in html
    answer = writer.post(part_url(full, "cmp"), {"versions": "{}", "do": do})
    assert answer.status_code == 302 and answer.url.endswith(f"#id_alternative-{one.pk}-weaknesses")
    one.refresh_from_db()
    assert "Fewer evenings together." in one.weaknesses
    Alternative.objects.filter(pk=one.pk).update(strengths="Mine.")
    writer.post(part_url(full, "cmp"), {"versions": "{}", "do": f"compose-strengths-{one.pk}"})
    one.refresh_from_db()
    assert one.strengths == "Mine."
    assert f'value="compose-strengths-{one.pk}"' not in page(writer, full).content.decode()


def test_saving_one_form_of_the_page_leaves_the_other_alone(writer, full):
    """The questions and the strengths stand in forms of their own."""
    section = page(writer, full).context["section"]
    one = full.alternatives.get(number=1)
    Alternative.objects.filter(pk=one.pk).update(strengths="Mine.")
    factories.set_answers(full, cmp__cumulative="Two schools close in one year.")
    data = {"versions": section.compared_versions_json, f"alternative-{one.pk}-weaknesses": "Far."}
    assert f"alternative:{one.pk}:weaknesses" in section.compared_versions_json
    assert f"alternative:{one.pk}:weaknesses" not in section.versions_json
    for each in full.alternatives.all():
        for name in ("strengths", "weaknesses"):
            data.setdefault(f"alternative-{each.pk}-{name}", getattr(each, name))
    data[f"alternative-{one.pk}-strengths"] = "Mine."
    assert writer.post(part_url(full, "cmp"), data).status_code == 302
    one.refresh_from_db()
    assert (one.strengths, one.weaknesses) == ("Mine.", "Far.")
    assert full.answers.get(key="cmp.cumulative").value == "Two schools close in one year."


def test_the_pieces_are_fetched_or_shown_at_once_without_a_script(writer, full):
    first = page(writer, full, "").content.decode()
    assert "part-fetching" in first and f"{english(part_url(full, 'cmp'))}?all=1" in first
    for name, words in (("alternatives", "Use the composed text"), ("facts", "Costs, apart")):
        piece = page(writer, full, f"?inside={name}", **FETCHED).content.decode()
        assert words in piece and "<!doctype" not in piece
        assert words in page(writer, full).content.decode()


@pytest.mark.parametrize("query", ["", "?all=1", "?inside=alternatives", "?inside=facts"])
def test_every_piece_keeps_the_budget_of_queries(writer, full, query):
    OtherInterest.objects.create(interest="Economy", relation="Savings.", **owner_of(full))
    headers = FETCHED if "inside" in query else {}
    page(writer, full, query, **headers)
    with CaptureQueriesContext(connection) as queries:
        assert page(writer, full, query, **headers).status_code == 200
    assert len(queries) <= 12


def test_other_interests_are_asked_on_the_page(writer, full):
    OtherInterest.objects.create(interest="The economy", relation="Savings.", **owner_of(full))
    assert "The economy" in page(writer, full, "").content.decode()


def test_readers_see_the_texts_without_fields(full):
    full.alternatives.filter(number=1).update(strengths="A shorter way home.")
    type(full).objects.filter(pk=full.pk).update(status=Status.FINAL)
    client = Client()
    client.force_login(factories.user(Role.COUNCILLOR, full.municipality))
    html = page(client, full).content.decode()
    assert "A shorter way home." in html
    assert "Use the composed text" not in html


# --- Conflicts and the children's side ------------------------------------------------------------


def test_groups_with_opposite_directions_conflict(full):
    assessed(full, "rural", direction="pos")
    (clash,) = Facts.of(full).clashes
    assert clash.gain == "Pitkien matkojen takana asuvat"
    assert clash.lose == "Kaikki lapset, joita asia koskee"


def told(full, dimension, tone):
    HearingFinding.objects.create(
        hearing=full.hearings.get(),
        theme="Friends",
        dimension=dimension,
        tone=tone,
        summary="They meet there.",
        **owner_of(full),
    )


@pytest.mark.parametrize(
    ("dimension", "tone", "differs"),
    [
        ("leisure", "neg", False),
        ("leisure", "pos", True),
        ("relationships", "neg", True),
        ("relationships", "pos", False),
        ("identity", "neg", True),
    ],
)
def test_it_is_marked_where_children_and_officials_differ(full, dimension, tone, differs):
    told(full, dimension, tone)
    (voice,) = Facts.of(full).by_dimension
    assert bool(voice.differs) == differs
    assert voice.themes == "Friends"


def test_views_of_an_alternative_stand_beside_its_impacts(writer, full):
    one = full.alternatives.get(number=1)
    HearingView.objects.create(
        hearing=full.hearings.get(), alternative=one, in_favour=20, against=3, **owner_of(full)
    )
    Impact.objects.filter(alternative=one).update(direction="neg", magnitude=2)
    (voice,) = Facts.of(full).by_alternative
    assert "20" in voice.children and voice.differs
    # Others than the preparers do not see small counts.
    (masked,) = Facts.of(full, masks=True).by_alternative
    assert "3" not in masked.children and "20" not in masked.children


# --- Costs ----------------------------------------------------------------------------------------


def test_costs_stand_apart_with_the_difference_and_for_each_child(full):
    full.alternatives.filter(number=0).update(cost_year=100_000)
    full.alternatives.filter(number=1).update(cost_year=60_000, cost_once=5_000, child_money=9_000)
    GroupSize.objects.create(group="a13_15", number=30, **owner_of(full))
    GroupSize.objects.create(group="a16_17", number=20, **owner_of(full))
    costs = Facts.of(full).costs
    assert costs.number == "50"
    one = costs.rows[1]
    assert one.per_child.startswith("1") and one.per_child.endswith("200\N{NO-BREAK SPACE}€")
    assert one.difference.startswith("\N{MINUS SIGN}40")
    assert costs.rows[0].difference == ""


def test_a_handful_of_children_is_not_divided_by(full):
    GroupSize.objects.create(group="all", number=3, **owner_of(full))
    costs = Facts.of(full).costs
    assert costs.number == "" and costs.rows[1].per_child == ""


# --- Other matters --------------------------------------------------------------------------------


def other(full, **fields):
    made = factories.full_light_assessment(municipality=full.municipality, **fields)
    factories.set_answers(made, grp__age=["a3_5"])
    made.impacts.update(direction="pos")
    return made


def test_other_matters_of_the_place_come_first_and_tell_what_they_share(full, preparer):
    groups = other(full, title="Savings in youth work")
    factories.set_answers(groups, grp__age=["a13_15"])
    place = other(full, title="Library opening hours", area="Harjukylä")
    other(full, title="Nothing in common")
    found = cumulative.others(full, preparer)
    assert [each.proposal for each in found] == [place.proposal, groups.proposal]
    assert found[1].in_common == ["13–15-vuotiaat (yläkoulu)"]
    assert found[0].state


def test_a_harm_to_the_same_dimension_is_something_in_common(full, preparer):
    made = other(full, title="Fees of the hobbies")
    made.impacts.filter(dimension="leisure").update(direction="neg")
    (found,) = cumulative.others(full, preparer)
    assert "Leikki" in found.in_common[0]


def test_old_withdrawn_foreign_and_unseen_matters_are_left_out(full, preparer):
    long_ago = timezone.localdate() - timedelta(days=900)
    other(full, area="Harjukylä", meeting_date=long_ago, agenda_deadline=long_ago)
    other(full, area="Harjukylä", status=Status.WITHDRAWN)
    factories.full_light_assessment(area="Harjukylä")
    assert cumulative.others(full, preparer) == []
    draft = other(full, area="Harjukylä")
    assert [each.proposal for each in cumulative.others(full, preparer)] == [draft.proposal]
    councillor = factories.user(Role.COUNCILLOR, full.municipality)
    assert cumulative.others(full, councillor) == []


def test_other_matters_cost_two_queries(full, preparer):
    for _number in range(3):
        other(full, area="Harjukylä")
    cumulative.others(full, preparer)
    with CaptureQueriesContext(connection) as queries:
        assert len(cumulative.others(full, preparer)) == 3
    assert len(queries) <= 2


# --- The recommendation beside its flags ----------------------------------------------------------


def test_the_recommendation_tells_the_flagged_harm_of_its_alternative(writer, full):
    assessed(full, "disability")
    assert "flags-title" not in page_of_rec(writer, full)
    factories.set_answers(full, rec__best="1")
    html = page_of_rec(writer, full)
    assert "There is no measure against this harm." in html
    assert "Children with disabilities" in html
    full.impacts.filter(child_group="disability").update(no_mitigation_reason="Accepted.")
    assert "Accepted." in page_of_rec(writer, full)


def page_of_rec(writer, full):
    return writer.get(f"{english(part_url(full, 'rec'))}").content.decode()
