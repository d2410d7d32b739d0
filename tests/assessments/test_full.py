"""The full assessment: its pages, its impact fields, its gate and the balance of its sources."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from assessments import content, gates, progress
from assessments.actions.proposals import take_step
from assessments.actions.rows import remove_row
from assessments.actions.saving import Conflict, save_value
from assessments.content.narrative import narrative
from assessments.forms.parts.table import FULL_FIELDS, FULL_PARTS, LIGHT_PARTS, PARTS
from assessments.models import Alternative, Assessment, Evidence, Hearing, Impact, Revision
from assessments.phases import WRITABLE, Extent, Phase
from assessments.questions import CATALOGUE, FULL_PAGES, is_required, one_value_questions
from assessments.questions.dimensions import weighted_index
from assessments.questions.sources import balance
from municipalities.roles import Role
from tests import factories
from tests.assessments.test_parts import light_url, part_url, typed_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _language_of_the_tests():
    """Pages in English leave their language on; the next test starts from where this one did."""
    language = translation.get_language()
    yield
    translation.activate(language)


@pytest.fixture
def full():
    return factories.full_assessment()


@pytest.fixture
def writer(full):
    client = Client()
    client.force_login(full.proposal.preparer)
    return client


def cell_url(assessment, dimension="leisure", number=1, group="all"):
    row = assessment.alternatives.get(number=number)
    return reverse("assessments:impact-update", args=[assessment.pk, row.pk, dimension, group])


def english(url):
    """The page in English; an earlier request may have left the language on."""
    return url if url.startswith("/en/") else f"/en{url}"


def harm_of(assessment):
    return assessment.impacts.get(direction="neg")


def owner_of(assessment):
    return {"assessment": assessment, "municipality": assessment.municipality}


def typed_in_cell(client, url, **changes):
    """The form of a cell as a browser without JavaScript sends it."""
    context = client.get(url).context
    form = context["form"]
    data = {"versions": form.versions_json, "owner": context["owner"]}
    for name in form.fields:
        value = form[name].value()
        if value not in (None, False, "", []):
            # What is fixed is disabled, and a browser does not send it.
            fixed = getattr(form.fields[name], "fixed", ())
            sent = [each for each in value if each not in fixed] if fixed else value
            data[name] = list(sent) if isinstance(sent, list | tuple) else sent
    for field, value in changes.items():
        (name,) = [each for each in form.fields if each.endswith(f"-{field}")]
        data[name] = value
    return data


def filled_on(client, url, **changes):
    """What a browser sends of a form: nothing of a list in which nothing is ticked."""
    typed = typed_on(client, url, **changes)
    return {name: value for name, value in typed.items() if value not in ("", [])}


def texts(assessment):
    with translation.override("en"):
        return [each.text for each in gates.missing("preparation", assessment)]


def saved(assessment, row, field, value, base=None):
    return save_value(
        assessment_id=assessment.pk,
        slot=row.slot(field),
        value=value,
        base_version=row.version if base is None else base,
        by=assessment.proposal.preparer,
    )


# --- The pages --------------------------------------------------------------------------------


def test_the_pages_ask_every_question_of_one_value_and_the_needed_ones_first():
    for key in FULL_PAGES:
        part = FULL_PARTS[key]
        asked = [each.key for each in one_value_questions(key, Extent.FULL)]
        assert sorted((*part.questions, *part.more)) == sorted(asked)
        assert list(part.questions) == [each for each in asked if each in part.questions]
        hidden = [each for each in part.more if is_required(CATALOGUE[each], Extent.FULL)]
        assert not hidden
        assert part.right in WRITABLE


def test_only_fields_of_the_full_assessment_are_named_as_such():
    assert FULL_FIELDS["mitigation"] == {"type", "cost"}
    assert not FULL_FIELDS["evidence"]
    assert "likelihood" in FULL_FIELDS["impact"]
    assert "text" not in FULL_FIELDS["impact"]


@pytest.mark.parametrize("key", FULL_PAGES)
def test_each_page_shows_its_questions_in_at_most_twelve_queries(writer, full, key):
    writer.get(part_url(full, key))
    with CaptureQueriesContext(connection) as queries:
        page = writer.get(part_url(full, key))
    assert page.status_code == 200
    assert len(queries) <= 12
    html = page.content.decode()
    shown = [*FULL_PARTS[key].questions, *FULL_PARTS[key].more]
    for each in shown:
        # In one language, and children have been heard.
        needless = each in ("rec.summary_alt", "hre.none_reason")
        assert (f'name="{each}"' in html) != needless, each
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_question_tells_why_it_is_asked(writer, full):
    html = writer.get(english(part_url(full, "sco"))).content.decode()
    assert "Residents often doubt an assessment made only by those who propose" in html
    assert "Add when needed" in writer.get(english(part_url(full, "grp"))).content.decode()


@pytest.mark.parametrize("key", ["sco", "hpl", "crc", "cmp"])
def test_a_light_assessment_does_not_have_the_pages_of_the_full_one(key):
    light = factories.full_light_assessment()
    client = Client()
    client.force_login(light.proposal.preparer)
    assert client.get(part_url(light, key)).status_code == 404
    assert client.post(part_url(light, key), {"versions": "{}"}).status_code == 404


@pytest.mark.parametrize("key", LIGHT_PARTS)
def test_a_light_assessment_asks_nothing_of_the_full_one(key):
    light = factories.full_light_assessment()
    client = Client()
    client.force_login(light.proposal.preparer)
    for url in (part_url(light, key), light_url(light)):
        html = client.get(url).content.decode()
        asked = set(re.findall(r'name="([a-z]{3}\.[a-z_]+)"', html))
        parts = [PARTS[key]] if url == part_url(light, key) else PARTS.values()
        assert asked <= {each for part in parts for each in (*part.questions, *part.more)}
        for kind, fields in FULL_FIELDS.items():
            for field in fields:
                assert not re.search(rf'name="{kind}-\d+-{field}"', html)


def test_another_municipality_does_not_find_a_page(writer):
    other = factories.full_assessment()
    assert writer.get(part_url(other, "crc")).status_code == 404
    assert writer.post(part_url(other, "crc"), {"crc.art2": "text"}).status_code == 404


def test_answers_of_every_kind_are_saved_by_the_form_without_javascript(writer):
    fresh = factories.full_light_assessment()
    Assessment.objects.filter(pk=fresh.pk).update(extent=Extent.FULL)
    writer.force_login(fresh.proposal.preparer)
    url = part_url(fresh, "sco")
    changes = {
        "sco__horizon": ["short", "long"],
        "sco__hours": "40",
        "sco__limits": "Costs are assessed elsewhere.",
        # The first is suggested for this type of matter.
        "sco__laws": ["leisure-1", "budget-1"],
    }
    assert writer.post(url, filled_on(writer, url, **changes)).status_code == 302
    answers = {each.key: each.value for each in fresh.answers.filter(key__startswith="sco.")}
    assert answers == {
        "sco.horizon": ["short", "long"],
        "sco.hours": 40,
        "sco.limits": "Costs are assessed elsewhere.",
        "sco.laws": ["leisure-1", "budget-1"],
    }
    url = part_url(fresh, "hpl")
    changes = {"hpl__pilot": "false", "hpl__consent": "inform"}
    assert writer.post(url, filled_on(writer, url, **changes)).status_code == 302
    assert fresh.answers.get(key="hpl.pilot").value is False
    assert fresh.answers.filter(key__startswith="hpl.").count() == 2


def test_the_laws_of_the_matter_come_first(writer, full):
    page = writer.get(part_url(full, "sco"))
    choices = page.context["section"].form.fields["sco.laws"].choices
    assert choices[0][0] == "leisure-1"
    assert len(choices) == len({label for _key, label in choices})


def test_the_laws_of_the_type_are_ticked_until_somebody_chooses_otherwise(writer, full):
    full.answers.filter(key="sco.laws").delete()
    url = part_url(full, "sco")
    form = writer.get(url).context["section"].form
    assert form["sco.laws"].value() == ["leisure-1"]
    label = form.fields["sco.laws"].choices[0][1]
    assert form.words("sco.laws") == label
    fresh = Assessment.objects.get(pk=full.pk)
    assert not [each for each in gates.missing("preparation", fresh) if "sco.laws" in each.url]
    (told,) = [each for each in narrative(fresh)["scope"] if each["key"] == "sco.laws"]
    assert told["items"] == [label]
    # Unticking is an answer too, and an empty one is asked for.
    assert writer.post(url, typed_on(writer, url, sco__laws=[])).status_code == 302
    assert full.answers.get(key="sco.laws").value == []
    fresh = Assessment.objects.get(pk=full.pk)
    assert [each for each in gates.missing("preparation", fresh) if "sco.laws" in each.url]


def test_a_forged_law_is_refused(writer, full):
    url = part_url(full, "sco")
    answer = writer.post(url, typed_on(writer, url, sco__laws=["leisure-99"]))
    assert answer.status_code == 422


def test_the_fields_of_an_alternative_take_a_saving_as_a_negative_cost(writer, full):
    row = full.alternatives.get(number=1)
    url = part_url(full, "alt")
    data = typed_on(writer, url)
    data[f"alternative-{row.pk}-cost_year"] = "-125000"
    data[f"alternative-{row.pk}-child_money"] = "2000"
    assert writer.post(url, data).status_code == 302
    row.refresh_from_db()
    assert (row.cost_year, row.child_money) == (-125_000, 2_000)
    data = typed_on(writer, url)
    data[f"alternative-{row.pk}-child_money"] = "-5"
    assert writer.post(url, data).status_code == 422


def test_raising_light_to_full_keeps_every_word(writer):
    light = factories.full_light_assessment()
    factories.set_answers(
        light,
        crc__short="All children are treated alike.",
        cmp__uncertainty="The number of visitors.",
        rec__conditions="If the café opens.",
        grp__others="Parents drive more.",
    )
    preparer = light.proposal.preparer
    before = {each.key: (each.value, each.version) for each in light.answers.all()}
    contact = factories.user(Role.LAVA_CONTACT, light.municipality)
    raised = take_step(
        assessment=light, transition="raise_extent", by=contact, note="Two villages more."
    )
    assert raised.extent == Extent.FULL
    assert {each.key: (each.value, each.version) for each in raised.answers.all()} == before
    writer.force_login(preparer)
    pages = "".join(
        writer.get(part_url(raised, key)).context["section"].form.as_p() for key in FULL_PAGES
    )
    for key, (value, _version) in before.items():
        assert f'name="{key}"' in pages
        for each in value if isinstance(value, list) else [value]:
            assert str(each) in pages, key
    words = json.dumps(content.freeze(raised, "fi"), ensure_ascii=False)
    assert "A place to meet friends." in words
    assert "All children are treated alike." in words


def test_a_light_question_without_an_answer_is_not_asked_in_the_full_one(writer, full):
    assert 'name="crc.short"' not in writer.get(part_url(full, "crc")).content.decode()


def test_the_task_list_names_the_pages_of_the_full_assessment(writer, full):
    parts = progress.parts_of(Assessment.objects.with_matter().get(pk=full.pk), Phase.PREPARATION)
    assert [part.key for part in parts] == [*FULL_PAGES, "review"]
    assert {part.state for part in parts[:-1]} == {"ready"}
    html = writer.get(full.get_absolute_url()).content.decode()
    assert all(part_url(full, key) in html for key in FULL_PAGES)
    assert light_url(full) not in html
    light = factories.full_light_assessment()
    parts = progress.parts_of(light, Phase.PREPARATION)
    assert [part.key for part in parts] == [*LIGHT_PARTS, "review"]


def test_pages_lead_to_the_next_one(writer, full):
    context = writer.get(part_url(full, "hpl")).context
    assert (context["earlier"].key, context["later"].key) == ("dat", "hre")


def test_a_finished_page_is_read_only(full):
    Assessment.objects.filter(pk=full.pk).update(status="final")
    reader = Client()
    reader.force_login(factories.user(Role.PREPARER, full.municipality))
    html = reader.get(part_url(full, "crc")).content.decode()
    assert "Told in a sentence." in html
    assert 'name="versions"' not in html
    assert reader.post(part_url(full, "crc"), {"crc.art2": "Mine"}).status_code == 403


# --- Impacts ----------------------------------------------------------------------------------


def test_a_cell_of_the_full_assessment_takes_all_its_fields(writer, full):
    harm = harm_of(full)
    hearing = full.hearings.get()
    url = cell_url(full)
    changes = {
        "likelihood": "2",
        "duration": "short",
        "reversible": "partly",
        "certainty": "fair",
        "kinds": ["direct", "unintended"],
        "count": "120",
        "evidence": [f"hearing:{hearing.pk}"],
    }
    assert writer.post(url, typed_in_cell(writer, url, **changes)).status_code == 302
    harm.refresh_from_db()
    for name, value in {**changes, "count": 120}.items():
        assert getattr(harm, name) == value, name
    # Nobody has changed what the dimension suggests.
    assert harm.articles is None
    slots = set(Revision.objects.values_list("slot", flat=True))
    assert slots == {harm.slot(name) for name in changes}


def test_a_new_cell_is_made_with_its_first_values(writer, full):
    url = cell_url(full, group="a13_15")
    data = typed_in_cell(writer, url, direction="neg", magnitude="2", likelihood="unknown")
    assert writer.post(url, data).status_code == 302
    made = full.impacts.get(child_group="a13_15")
    assert (made.direction, made.magnitude, made.likelihood) == ("neg", 2, "unknown")


def test_an_untouched_form_of_a_cell_saves_nothing(writer, full):
    url = cell_url(full)
    writer.post(url, typed_in_cell(writer, url))
    empty = cell_url(full, group="a16_17")
    writer.post(empty, typed_in_cell(writer, empty))
    assert not Revision.objects.exists()


def test_a_light_cell_asks_three_fields(writer):
    light = factories.full_light_assessment()
    writer.force_login(light.proposal.preparer)
    form = writer.get(cell_url(light)).context["form"]
    assert [name.rpartition("-")[2] for name in form.fields] == ["direction", "magnitude", "text"]


def test_articles_are_ticked_from_the_dimension_and_the_principles_are_fixed(writer, full):
    url = cell_url(full)
    html = writer.get(url).content.decode()
    boxes = re.findall(r'<input[^>]*name="impact-\d+-articles"[^>]*>', html)
    ticked = [each for each in boxes if "checked" in each]
    fixed = [each for each in ticked if "disabled" in each]
    assert sorted(int(re.search(r'value="(\d+)"', each)[1]) for each in fixed) == [2, 3, 6, 12]
    assert sorted(int(re.search(r'value="(\d+)"', each)[1]) for each in ticked) == [
        2,
        3,
        6,
        12,
        15,
        31,
    ]
    writer.post(url, typed_in_cell(writer, url, articles=["31", "28"]))
    assert harm_of(full).articles == [2, 3, 6, 12, 28, 31]
    answer = writer.post(url, typed_in_cell(writer, url, articles=["99"]))
    assert answer.status_code == 422


def test_a_stale_form_with_the_suggested_articles_is_no_conflict(writer, full):
    url = cell_url(full)
    stale = typed_in_cell(writer, url, text="Mine.")
    saved(full, harm_of(full), "articles", [2, 3, 6, 12])
    assert writer.post(url, stale).status_code == 302
    harm = harm_of(full)
    assert (harm.articles, harm.text) == ([2, 3, 6, 12], "Mine.")


def test_two_people_on_one_list_of_sources_get_a_conflict(full):
    harm, hearing = harm_of(full), full.hearings.get()
    saved(full, harm, "evidence", [f"hearing:{hearing.pk}"])
    outcome = saved(full, harm, "evidence", [], base=harm.version)
    assert not isinstance(outcome, Conflict) or outcome.theirs == [f"hearing:{hearing.pk}"]
    assert harm_of(full).evidence == [f"hearing:{hearing.pk}"]


@pytest.mark.parametrize("field", ["evidence", "kinds", "likelihood", "duration", "count"])
def test_forged_values_of_a_cell_are_refused(writer, full, field):
    other = factories.full_assessment()
    forged = {
        "evidence": f"hearing:{other.hearings.get().pk}",
        "kinds": "nonsense",
        "likelihood": "4",
        "duration": "forever",
        "count": "-1",
    }[field]
    harm = harm_of(full)
    answer = writer.post(
        reverse("assessments:value-save", args=[full.pk]),
        {
            "slot": harm.slot(field),
            "value": forged,
            "base": harm.version,
            "key": "k1",
            "owner": writer.get(cell_url(full)).context["owner"],
        },
    )
    assert answer.status_code == 422
    assert getattr(harm_of(full), field) == getattr(harm, field)


def test_what_children_said_is_marked_in_the_cell_and_in_the_matrix(writer, full):
    harm = harm_of(full)
    words = "Children said so"
    assert words not in writer.get(english(part_url(full, "imp"))).content.decode()
    told = Evidence.objects.create(
        type="children", title="School survey", finding="Alone.", **owner_of(full)
    )
    saved(full, harm, "evidence", [f"evidence:{told.pk}"])
    for url in (part_url(full, "imp"), cell_url(full), cell_url(full) + "?cell=1"):
        assert words in writer.get(english(url)).content.decode(), url


def test_a_link_to_a_removed_source_stays_until_somebody_takes_it_away(writer, full):
    source = full.evidences.first()
    harm = harm_of(full)
    saved(full, harm, "evidence", [f"evidence:{source.pk}"])
    remove_row(assessment_id=full.pk, kind="evidence", row_id=source.pk, by=full.proposal.preparer)
    url = cell_url(full)
    writer.post(url, typed_in_cell(writer, url, text="Another text."))
    assert harm_of(full).evidence == [f"evidence:{source.pk}"]
    other = cell_url(full, dimension="relationships")
    assert f"evidence:{source.pk}" not in writer.get(other).content.decode()


def test_a_cell_takes_at_most_twelve_queries(writer, full):
    for url in (cell_url(full), cell_url(full) + "?cell=1"):
        writer.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert writer.get(url).status_code == 200
        assert len(queries) <= 12


@pytest.mark.parametrize(
    ("direction", "magnitude", "likelihood", "duration", "index"),
    [
        ("pos", 3, "3", "long", 3.75),
        ("neg", 2, "1", "short", -0.75),
        ("neg", 3, "unknown", "medium", -2.25),
        ("neg", 2, "", "", -1.5),
        ("mixed", 3, "3", "long", 0),
        ("none", None, "", "", 0),
        ("unknown", None, "3", "long", None),
        ("pos", None, "3", "long", None),
    ],
)
def test_the_weighted_index(direction, magnitude, likelihood, duration, index):
    assert weighted_index(direction, magnitude, likelihood, duration) == index


def test_the_calculation_stands_beside_what_no_sum_can_hide(writer, full):
    one = full.alternatives.get(number=1)
    Impact.objects.create(
        alternative=one,
        dimension="leisure",
        child_group="a13_15",
        direction="neg",
        magnitude=3,
        text="Nowhere to go.",
        likelihood="3",
        duration="long",
        **owner_of(full),
    )
    Impact.objects.create(
        alternative=one,
        dimension="relationships",
        child_group="a16_17",
        direction="unknown",
        text="To be asked.",
        **owner_of(full),
    )
    for key in ("imp", "cmp"):
        page = writer.get(english(part_url(full, key)))
        row = page.context["section"].calculation[1]
        assert (row.index, row.harms, row.unknown) == ("\N{MINUS SIGN}1.25", 2, 1)
        assert "13" in row.worst
        assert re.search(r"<details[^>]*>\s*<summary>Show calculation", page.content.decode())
    assert "Show calculation" in writer.get(english(cell_url(full))).content.decode()


def test_likelihood_duration_and_certainty_are_frozen_where_they_were_told(full):
    harm = harm_of(full)
    harm.certainty, harm.evidence = "weak", [f"hearing:{full.hearings.get().pk}"]
    harm.save()
    cells = {
        cell["text"][0]: cell
        for row in content.freeze(full, "en")["matrix"]
        for cell in row["cells"]
    }
    cell = cells["Fewer evenings together."]
    assert (cell["likelihood"], cell["certainty"], cell["children_said"]) == (
        "Likely",
        "Weak",
        True,
    )
    light = content.freeze(factories.full_light_assessment(), "en")
    assert "likelihood" not in light["matrix"][0]["cells"][0]


def test_the_report_tells_them(full, log_in):
    page = log_in(full.proposal.preparer).get(
        english(reverse("assessments:assessment-review", args=[full.pk]))
    )
    assert "Likelihood: Likely" in page.content.decode()


# --- The gate ---------------------------------------------------------------------------------


def test_nothing_is_missing_in_a_complete_assessment(full):
    assert gates.missing("preparation", full) == []


def test_every_link_of_an_empty_full_assessment_leads_to_something(writer):
    empty = factories.assessment(extent=Extent.FULL)
    writer.force_login(empty.proposal.preparer)
    missing = gates.missing("preparation", empty)
    assert {each.part for each in missing} >= {"sco", "hpl", "crc", "cmp", "hre", "dat"}
    urls = [each.url for each in missing if "#id_" in each.url]
    assert len(urls) == len(set(urls))
    for each in missing:
        url, _hash, anchor = each.url.partition("#")
        assert f'id="{anchor}"' in writer.get(url).content.decode(), each


def test_an_alternative_beside_the_present_state_is_needed(full):
    full.alternatives.filter(number=1).delete()
    assert "There is no alternative beside the present state." in texts(full)


def test_the_youth_council_alone_is_not_a_hearing_of_the_children_concerned(full):
    full.hearings.update(method="youthcouncil")
    text = (
        "Only a council of youth or pupils has been heard: record a hearing of the children"
        " concerned, or the reason."
    )
    assert text in texts(full)
    full.hearings.update(method="pupilboard")
    assert text in texts(full)
    factories.set_answers(full, hre__none_reason="There are no pupils there any more.")
    assert texts(full) == []


def test_earlier_knowledge_from_children_does_not_replace_the_hearing(full):
    full.hearings.all().delete()
    Evidence.objects.create(type="children", title="Survey", finding="Said.", **owner_of(full))
    (missing,) = gates.missing("preparation", full)
    assert missing.url.endswith("#id_hre.none_reason")


@pytest.mark.parametrize(
    ("types", "count"),
    [
        (["stats", "staff"], 0),
        (["guardians", "staff"], 1),
        (["stats"], 1),
        (["research", "peer"], 1),
        ([], 2),
    ],
)
def test_triangulation_needs_two_other_classes_and_one_of_facts(full, types, count):
    full.evidences.all().delete()
    for kind in types:
        Evidence.objects.create(type=kind, title=kind, finding="Found.", **owner_of(full))
    assert len([each for each in gates.missing("preparation", full) if each.part == "dat"]) == count


@pytest.mark.parametrize("field", ["likelihood", "duration"])
def test_every_impact_needs_its_likelihood_and_duration(full, field):
    Impact.objects.filter(pk=harm_of(full).pk).update(**{field: ""})
    (missing,) = gates.missing("preparation", full)
    assert missing.part == "imp"
    Impact.objects.filter(pk=harm_of(full).pk).update(direction="unknown", magnitude=None)
    assert texts(full) == []


def test_a_harm_without_measure_or_reason_closes_the_gate(full):
    full.mitigations.all().delete()
    (missing,) = gates.missing("preparation", full)
    assert missing.url.endswith(f"#harm-{harm_of(full).pk}")


@pytest.mark.parametrize(
    "key", ["rec.summary", "sco.impartial", "hpl.missed", "crc.art12", "cmp.cumulative"]
)
def test_every_required_question_is_demanded(full, key):
    full.answers.filter(key=key).delete()
    (missing,) = gates.missing("preparation", full)
    assert missing.url == f"{part_url(full, key[:3])}#id_{key}"


def test_a_follow_up_plan_is_demanded(full):
    full.followuppoints.all().delete()
    assert texts(full) == ["There is no dated follow-up point."]


@pytest.mark.parametrize(
    ("matter", "key"), [("school_network", "dat.forecast"), ("fees", "crc.resources")]
)
def test_some_questions_are_demanded_of_some_matters(writer, full, matter, key):
    type(full.proposal).objects.filter(pk=full.pk).update(type=matter)
    (missing,) = gates.missing("preparation", full)
    assert missing.url.endswith(f"#id_{key}")
    section = writer.get(part_url(full, key[:3])).context["section"]
    assert key in [bound.name for bound in section.answers]


def test_rows_answer_what_the_full_assessment_asks_but_the_present_state_is_spared(full):
    Alternative.objects.filter(assessment=full).update(origin="")
    Hearing.objects.filter(assessment=full).update(limits="")
    found = gates.missing("preparation", full)
    assert [each.part for each in found] == ["alt", "hre"]
    one = full.alternatives.get(number=1)
    assert found[0].url.endswith(f"#id_alternative-{one.pk}-origin")


def test_the_light_gate_asks_nothing_more():
    light = factories.full_light_assessment()
    assert gates.missing("preparation", light) == []
    light.hearings.update(method="youthcouncil")
    assert gates.missing("preparation", light) == []


# --- The balance of sources -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("types", "methods", "reason", "light"),
    [
        (["stats", "staff"], ["group"], False, "green"),
        (["stats", "staff", "children"], [], False, "green"),
        (["stats", "staff"], ["youthcouncil"], False, "yellow"),
        (["stats", "staff"], ["youthcouncil", "draw"], False, "green"),
        (["stats", "staff", "children"], ["youthcouncil"], False, "green"),
        (["stats", "staff"], [], True, "yellow"),
        (["stats", "staff"], [], False, "red"),
        (["staff", "guardians"], ["group"], False, "red"),
        (["research", "peer"], ["group"], False, "red"),
        (["env"], ["group", "youthcouncil"], False, "red"),
        ([], [], False, "red"),
    ],
)
def test_the_traffic_light_of_sources(types, methods, reason, light):
    assert balance(types, methods, has_reason=reason).light == light


def test_the_light_is_shown_in_words_on_the_page_of_the_knowledge_base(writer, full):
    url = english(part_url(full, "dat"))
    assert "Green: known from enough sides" in writer.get(url).content.decode()
    full.hearings.update(method="youthcouncil")
    html = writer.get(url).content.decode()
    assert "Yellow: enough, with a reservation" in html
    assert "Only a council of youth or pupils has been heard." in html
    full.evidences.all().delete()
    assert "Red: something is still missing" in writer.get(url).content.decode()


def test_a_source_without_a_finding_is_no_knowledge(writer, full):
    full.evidences.update(finding="")
    section = writer.get(part_url(full, "dat")).context["section"]
    assert section.sources.kind == "bad"
