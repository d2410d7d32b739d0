"""The light screen, its parts as ordinary forms, rows and the matrix."""

import json
import re
from datetime import timedelta

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments import progress
from assessments.actions.rows import add_row, remove_row
from assessments.actions.saving import save_value
from assessments.forms.parts.table import (
    FULL_PARTS,
    LIGHT_PARTS,
    PART_OF,
    PARTS,
    ROW_KINDS,
    WORDS,
)
from assessments.loading import load_parts
from assessments.models import ROWS, Assessment, Evidence, Impact, Revision
from assessments.phases import WRITABLE
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db
PASSWORD = "sininen-ovi-42"


@pytest.fixture
def assessment():
    return factories.full_light_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def colleague(assessment):
    return factories.user(Role.PREPARER, assessment.municipality)


@pytest.fixture
def writer(preparer):
    client = Client()
    client.force_login(preparer)
    return client


def light_url(assessment):
    return reverse("assessments:assessment-light", args=[assessment.pk])


def part_url(assessment, part):
    return reverse("assessments:assessment-part", args=[assessment.pk, part])


def typed_on(client, url, **changes):
    """The whole form as a browser without JavaScript sends it, with some fields changed."""
    form = client.get(url).context
    section = form.get("section")
    slots = section.form if section else form["form"]
    data = {"versions": slots.versions_json, "owner": form["owner"], "row_key": form["row_key"]}
    for name in slots.fields:
        value = slots[name].value()
        ticks = isinstance(slots.fields[name], forms.MultipleChoiceField)
        if value not in (None, False) and not (ticks and not value):
            data[name] = value
    data.update({name.replace("__", "."): value for name, value in changes.items()})
    return data


# --- Tables agree with the model and the rights ------------------------------------------------


# Fields that another part asks than the one in which the row is added.
ASKED_ELSEWHERE = {
    "alternative": {"strengths", "weaknesses", "child_sentence", "child_sentence_alt"},
    "mitigation": {"status", "status_note"},
}


def test_every_field_of_every_row_has_words_and_every_part_a_right():
    for kind, fields in WORDS.items():
        if kind in ROWS:
            assert set(fields) == set(ROWS[kind].SLOTS)
    for kind in ROW_KINDS.values():
        elsewhere = ASKED_ELSEWHERE.get(kind.kind, set())
        assert set(kind.fields) | elsewhere == set(ROWS[kind.kind].SLOTS)
    for part in (*PARTS.values(), *FULL_PARTS.values()):
        assert all(part.key == PART_OF[kind] for kind in part.rows)
    assert all(part.right in WRITABLE for part in PARTS.values())


# --- The screen -------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "?all=1"])
def test_the_light_screen_shows_all_parts_in_few_queries(writer, assessment, query):
    writer.get(light_url(assessment))
    with CaptureQueriesContext(connection) as queries:
        page = writer.get(light_url(assessment) + query)
    assert page.status_code == 200
    assert len(queries) <= 8
    html = page.content.decode()
    assert all(f'id="part-{key}"' in html for key in LIGHT_PARTS)


def open_parts(html):
    """The parts that are written out, and those that are only a link to their own page."""
    parts = re.split(r'<section class="section part" id="part-', html.split('id="ready"')[0])[1:]
    written = {each[:3] for each in parts if 'name="versions"' in each}
    return written, {each[:3] for each in parts} - written


def test_only_the_part_to_go_on_with_is_written_out_and_the_others_are_links(writer):
    empty = factories.assessment()
    client = Client()
    client.force_login(empty.proposal.preparer)
    html = client.get(light_url(empty)).content.decode()
    written, waiting = open_parts(html)
    assert written == {"grp"}
    assert waiting == set(LIGHT_PARTS) - {"grp"}
    for key in waiting:
        url = part_url(empty, key)
        assert f'hx-get="{url}?inside=1"' in html
        assert f'<a class="btn btn-secondary" href="{url}">' in html
        assert client.get(url).status_code == 200
    assert 'href="?all=1"' in html


def test_all_parts_at_once_leaves_nothing_to_fetch(writer, assessment):
    html = writer.get(f"{light_url(assessment)}?all=1").content.decode()
    assert open_parts(html) == (set(LIGHT_PARTS), set())
    assert "part-waiting" not in html and "part-all" not in html


def test_the_parts_that_the_address_names_are_written_out(writer, assessment):
    row = assessment.evidences.first()
    for query, key in ((f"?open=evidence-{row.pk}", "dat"), ("?part=fup", "fup")):
        written, _waiting = open_parts(writer.get(light_url(assessment) + query).content.decode())
        assert key in written
    for query in ("?open=x", "?open=outcome-1&part=out", "?part=%00"):
        assert writer.get(light_url(assessment) + query).status_code == 200


def fragment(client, assessment, key):
    url = f"{part_url(assessment, key)}?inside=1"
    return client.get(url, headers={"hx-request": "true"})


@pytest.mark.parametrize("key", LIGHT_PARTS)
def test_a_part_fetched_later_is_the_part_written_out_at_once(writer, assessment, key):
    whole = writer.get(f"{light_url(assessment)}?all=1").content.decode()
    writer.get(light_url(assessment))
    with CaptureQueriesContext(connection) as queries:
        later = fragment(writer, assessment, key).content.decode()
    assert len(queries) <= 6

    def lasting(html):
        names = "csrfmiddlewaretoken|owner|row_key"
        return re.sub(rf'name="({names})" value="[^"]*"', r'name="\1"', html).strip()

    assert 'name="versions"' in later and "<html" not in later
    assert lasting(later) in lasting(whole)


def test_a_part_is_fetched_by_those_who_may_read_it_and_says_why_it_is_closed(writer, assessment):
    stranger = Client()
    stranger.force_login(factories.full_light_assessment().proposal.preparer)
    assert fragment(stranger, assessment, "rec").status_code == 404
    assert fragment(Client(), assessment, "rec").status_code == 302
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    closed = fragment(writer, assessment, "rec").content.decode()
    assert 'name="versions"' not in closed and "notice" in closed


def test_fetching_a_part_leaves_text_kept_for_its_page_alone(writer, assessment, preparer):
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="Kept for the page")
    writer.logout()
    writer.post(url, data)
    log_in(writer, preparer, url)
    assert "Kept for the page" not in fragment(writer, assessment, "rec").content.decode()
    assert "Kept for the page" in writer.get(url).content.decode()


@pytest.mark.parametrize("part", list(PARTS))
def test_each_part_alone_takes_at_most_twelve_queries(writer, assessment, part):
    writer.get(part_url(assessment, part))
    with CaptureQueriesContext(connection) as queries:
        assert writer.get(part_url(assessment, part)).status_code == 200
    assert len(queries) <= 12


def test_many_rows_do_not_cost_more_queries(writer, assessment):
    writer.get(light_url(assessment))
    with CaptureQueriesContext(connection) as few:
        writer.get(light_url(assessment))
    for number in range(30):
        Evidence.objects.create(
            assessment=assessment,
            municipality=assessment.municipality,
            type="stats",
            title=f"Source {number}",
            finding="A finding",
        )
    with CaptureQueriesContext(connection) as many:
        writer.get(light_url(assessment))
    assert len(many) == len(few)


def test_every_link_of_the_gate_leads_to_something_on_its_page(writer):
    empty = factories.assessment()
    client = Client()
    client.force_login(empty.proposal.preparer)
    page = client.get(light_url(empty))
    missing = page.context["missing"]
    assert missing
    for each in missing:
        url, _hash, anchor = each.url.partition("#")
        if "/parts/" in url:
            html = client.get(url).content.decode()
            assert f'id="{anchor}"' in html, each.text


def test_a_reader_sees_the_texts_and_the_reason_but_no_form(assessment):
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    reader = Client()
    reader.force_login(factories.user(Role.COUNCILLOR, assessment.municipality))
    page = reader.get(light_url(assessment))
    html = page.content.decode()
    assert "Three evenings save money" in html
    assert page.context["reasons"]
    assert 'name="versions"' not in html


@pytest.mark.parametrize("url", ["light", "part", "impact"])
def test_another_municipality_is_not_found(writer, url):
    other = factories.full_light_assessment()
    row = other.alternatives.get(number=1)
    address = {
        "light": light_url(other),
        "part": part_url(other, "rec"),
        "impact": reverse("assessments:impact-update", args=[other.pk, row.pk, "safety", "all"]),
    }[url]
    assert writer.get(address).status_code == 404
    if url != "light":
        assert writer.post(address, {"rec.summary": "text"}).status_code == 404


@pytest.mark.parametrize("part", ["nothing", "case", "scr"])
def test_unknown_parts_are_not_found(writer, assessment, part):
    assert writer.get(part_url(assessment, part)).status_code == 404


# --- Saving without JavaScript ----------------------------------------------------------------


def test_only_what_was_changed_is_saved(writer, assessment):
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="A new summary")
    answer = writer.post(url, {**data, "back": "light"})
    assert answer.url == f"{light_url(assessment)}?part=rec#part-rec"
    assert [each.slot for each in Revision.objects.all()] == ["answer:rec.summary"]


def test_an_unticked_box_and_an_emptied_field_are_saved(writer, assessment):
    scope = assessment.dimensionscopes.get(dimension="leisure")
    url = part_url(assessment, "imp")
    data = typed_on(writer, url)
    data.pop(f"dimensionscope-{scope.pk}-is_relevant")
    writer.post(url, data)
    scope.refresh_from_db()
    assert not scope.is_relevant
    url = part_url(assessment, "rec")
    writer.post(url, typed_on(writer, url, rec__reason=""))
    assert assessment.answers.get(key="rec.reason").value == ""


def test_a_bad_value_is_shown_again_beside_its_field_and_the_rest_is_saved(writer, assessment):
    url = part_url(assessment, "rec")
    long = "x" * 601
    data = typed_on(writer, url, rec__summary="Saved anyway", rec__children_said=long)
    answer = writer.post(url, data)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert long in html
    assert 'href="#id_rec.children_said"' in html
    assert re.search(r'id="id_rec.children_said_error"[^>]*>\s*<p>', html)
    assert assessment.answers.get(key="rec.summary").value == "Saved anyway"


def test_a_field_that_others_changed_and_i_did_not_is_left_alone(writer, assessment, colleague):
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="Mine")
    save_value(
        assessment_id=assessment.pk,
        slot="answer:rec.conditions",
        value="Theirs",
        base_version=0,
        by=colleague,
    )
    assert writer.post(url, data).status_code == 302
    values = assessment.answers.values_list("key", "value")
    assert ("rec.conditions", "Theirs") in values and ("rec.summary", "Mine") in values


def _conflicting(writer, assessment, colleague):
    url = part_url(assessment, "rec")
    first = save_value(
        assessment_id=assessment.pk,
        slot="answer:rec.conditions",
        value="Base",
        base_version=0,
        by=colleague,
    )
    data = typed_on(writer, url, rec__conditions="Mine", rec__summary="Also typed")
    save_value(
        assessment_id=assessment.pk,
        slot="answer:rec.conditions",
        value="Theirs",
        base_version=first.version,
        by=colleague,
    )
    return url, data, writer.post(url, data)


def test_a_conflict_shows_base_theirs_and_mine_and_keeps_the_rest(writer, assessment, colleague):
    _url, _data, answer = _conflicting(writer, assessment, colleague)
    assert answer.status_code == 409
    panel = answer.content.decode().split('data-conflict="answer:rec.conditions"')[1]
    assert all(word in panel for word in ("Base", "Theirs", "Mine", str(colleague)))
    assert assessment.answers.get(key="rec.summary").value == "Also typed"
    assert assessment.answers.get(key="rec.conditions").value == "Theirs"


@pytest.mark.parametrize(
    ("choice", "result"), [("mine", "Mine"), ("theirs", "Theirs"), ("merge", "Both")]
)
def test_the_choice_in_a_conflict_is_what_stays(writer, assessment, colleague, choice, result):
    url, data, answer = _conflicting(writer, assessment, colleague)
    name = "conflict-answer:rec.conditions"
    version = re.search(rf'name="{name}-version" value="(\d+)"', answer.content.decode())[1]
    data |= {
        "versions": answer.context["section"].form.versions_json,
        name: choice,
        f"{name}-text": "Both",
        f"{name}-version": version,
    }
    assert writer.post(url, data).status_code == 302
    assert assessment.answers.get(key="rec.conditions").value == result


def test_pressing_save_twice_saves_once(writer, assessment):
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="Once")
    writer.post(url, data)
    assert writer.post(url, data).status_code == 302
    assert Revision.objects.filter(slot="answer:rec.summary").count() == 1


def test_text_typed_into_a_row_that_was_removed_is_shown(writer, assessment, colleague):
    row = assessment.evidences.first()
    url = part_url(assessment, "dat")
    data = typed_on(writer, url, **{f"evidence-{row.pk}-finding": "Long careful text"})
    remove_row(assessment_id=assessment.pk, kind="evidence", row_id=row.pk, by=colleague)
    answer = writer.post(url, data)
    assert answer.status_code == 409
    assert "Long careful text" in answer.content.decode()


def test_another_assessments_row_in_the_form_is_not_written(writer, assessment):
    other = factories.full_light_assessment(municipality=assessment.municipality)
    row = other.evidences.first()
    answer = writer.post(
        part_url(assessment, "dat"),
        {"versions": json.dumps({row.slot("title"): 1}), f"evidence-{row.pk}-title": "Smuggled"},
    )
    assert answer.status_code == 409 and "Smuggled" in answer.content.decode()
    row.refresh_from_db()
    assert row.title != "Smuggled"


@pytest.mark.parametrize(
    "versions", ["", "[]", "null", "{", '{"answer:rec.summary": "x"}', "[" * 5000]
)
def test_broken_versions_never_break_the_page(writer, assessment, versions):
    data = {"versions": versions, "rec.summary": "Text"}
    assert writer.post(part_url(assessment, "rec"), data).status_code in (302, 409)


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "{{ x }} {% y %} <b>",
        "\u202eabc",
        "👩‍👩‍👧",
        "x" * 100_000,
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
)
@pytest.mark.parametrize("part", list(PARTS))
def test_any_text_in_every_field_never_breaks_the_page(writer, assessment, part, text):
    url = part_url(assessment, part)
    data = typed_on(writer, url)
    data = {name: value if name in ("versions", "owner") else text for name, value in data.items()}
    assert writer.post(url, data).status_code in (302, 403, 409, 422)


def test_a_part_that_is_closed_meanwhile_shows_what_was_typed(writer, assessment):
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="Typed too late")
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    answer = writer.post(url, data)
    assert answer.status_code == 403
    assert "Typed too late" in answer.content.decode()


def test_the_decision_offers_the_alternatives_of_this_matter(assessment):
    decided = factories.full_light_assessment("on_agenda")
    client = Client()
    client.force_login(decided.proposal.preparer)
    url = part_url(decided, "dec")
    data = typed_on(client, url, dec__alt="1", dec__relation="departs", dec__follow_up="true")
    client.post(url, {**data, "do": "add-handling"})
    values = dict(decided.answers.values_list("key", "value"))
    assert (values["dec.alt"], values["dec.relation"], values["dec.follow_up"]) == (
        "1",
        "departs",
        True,
    )
    assert decided.handlings.count() == 1


def test_saving_a_handling_keeps_its_body_that_is_no_longer_in_use():
    final = factories.full_light_assessment("final")
    client = Client()
    client.force_login(final.proposal.preparer)
    retired = factories.body(final.municipality, name_fi="Vanha lautakunta")
    unused = factories.body(final.municipality, name_fi="Toinen lautakunta")
    row = final.handlings.create(municipality=final.municipality, body=retired)
    type(retired).objects.filter(pk__in=[retired.pk, unused.pk]).update(is_active=False)
    url = part_url(final, "dec")
    page = client.get(url).content.decode()
    assert "Vanha lautakunta" in page and "Toinen lautakunta" not in page
    data = typed_on(client, url) | {f"handling-{row.pk}-section": "12"}
    assert client.post(url, data).status_code == 302
    row.refresh_from_db()
    assert (row.body, row.section) == (retired, "12")


def test_many_handlings_cost_no_query_each():
    final = factories.full_light_assessment("final")
    client = Client()
    client.force_login(final.proposal.preparer)
    for number in range(12):
        final.handlings.create(
            municipality=final.municipality,
            body=final.proposal.body,
            date=timezone.localdate(),
            section=str(number),
        )
    with CaptureQueriesContext(connection) as queries:
        client.get(part_url(final, "dec"))
    assert len(queries) <= 12


def test_an_outcome_is_recorded_once_for_a_follow_up_point():
    following = factories.full_light_assessment("following")
    client = Client()
    client.force_login(following.proposal.preparer)
    point = following.followuppoints.get()
    url = part_url(following, "out")
    for _again in range(2):
        client.post(url, {"do": f"add-outcome-{point.pk}"})
    row = following.outcomes.get()
    data = typed_on(client, url) | {
        f"outcome-{row.pk}-date": "1.6.2026",
        f"outcome-{row.pk}-realised": "partly",
    }
    assert client.post(url, data).status_code == 302
    row.refresh_from_db()
    assert row.is_recorded


# --- Rows -------------------------------------------------------------------------------------


def test_adding_leads_to_the_new_row_and_saves_what_was_typed(writer, assessment):
    url = part_url(assessment, "dat")
    row = assessment.evidences.first()
    data = typed_on(writer, url) | {
        "do": "add-evidence",
        "back": "light",
        f"evidence-{row.pk}-title": "Typed just before",
    }
    answer = writer.post(url, data)
    new = assessment.evidences.last()
    assert answer.url == f"{light_url(assessment)}?open=evidence-{new.pk}#evidence-{new.pk}"
    assert "autofocus" in writer.get(answer.url.partition("#")[0]).content.decode()
    row.refresh_from_db()
    assert row.title == "Typed just before"


def test_a_double_click_adds_one_row(writer, assessment):
    url = part_url(assessment, "alt")
    data = typed_on(writer, url) | {"do": "add-alternative"}
    for _click in range(2):
        writer.post(url, data)
    add = reverse("assessments:row-add", args=[assessment.pk, "hearing"])
    for _click in range(2):
        writer.post(add, {"row_key": "abc"})
    assert assessment.alternatives.count() == 3
    assert assessment.hearings.count() == 2


def test_there_are_at_most_six_alternatives(assessment, preparer, writer):
    for _each in range(4):
        add_row(assessment_id=assessment.pk, kind="alternative", by=preparer)
    with pytest.raises(ValidationError):
        add_row(assessment_id=assessment.pk, kind="alternative", by=preparer)
    answer = writer.post(
        reverse("assessments:row-add", args=[assessment.pk, "alternative"]), follow=True
    )
    assert answer.status_code == 200
    assert assessment.alternatives.count() == 6


def test_the_present_state_cannot_be_removed(writer, assessment):
    row = assessment.alternatives.get(number=0)
    url = reverse("assessments:row-remove", args=[assessment.pk, "alternative", row.pk])
    assert writer.post(f"{url}?confirmed=1").status_code == 403


def test_removing_an_alternative_with_impacts_asks_with_its_name(writer, assessment):
    row = assessment.alternatives.get(number=1)
    url = part_url(assessment, "alt")
    data = typed_on(writer, url) | {"do": f"remove-alternative-{row.pk}"}
    asked = writer.post(url, data, follow=True)
    assert "Three evenings" in asked.content.decode()
    row.refresh_from_db()
    assert row.removed_at is None
    action = re.search(r'action="([^"]+confirmed=1)"', asked.content.decode())[1]
    writer.post(action.replace("&amp;", "&"))
    row.refresh_from_db()
    assert row.removed_at is not None


def test_a_removed_row_can_be_brought_back(writer, assessment):
    row = assessment.hearings.get()
    url = part_url(assessment, "hre")
    data = typed_on(writer, url) | {"do": f"remove-hearing-{row.pk}"}
    page = writer.post(url, data, follow=True)
    assert assessment.hearings.present().count() == 0
    undo = re.search(r'href="([^"]+/restore/[^"]*)"', page.content.decode())[1]
    assert writer.get(undo).status_code == 200
    back = f"{light_url(assessment)}?part=hre#hearing-{row.pk}"
    assert writer.post(f"{undo}?back=light").url == back
    row.refresh_from_db()
    assert row.removed_at is None and row.said


def test_rows_of_others_and_foreign_parents_are_not_found(writer, assessment):
    other = factories.full_light_assessment()
    row = other.hearings.get()
    for name in ("row-remove", "row-restore"):
        for pk in (other.pk, assessment.pk):
            url = reverse(f"assessments:{name}", args=[pk, "hearing", row.pk])
            assert writer.post(url).status_code == 404
    add = reverse("assessments:row-add", args=[assessment.pk, "mitigation"])
    assert writer.post(add, {"parent": other.impacts.first().pk}).status_code == 404
    assert writer.post(add, {"parent": "x" * 50}).status_code == 404
    bad = reverse("assessments:row-add", args=[assessment.pk, "revision"])
    assert writer.post(bad).status_code == 404


def test_without_the_right_no_row_is_added(assessment):
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    client = Client()
    client.force_login(assessment.proposal.preparer)
    url = reverse("assessments:row-add", args=[assessment.pk, "hearing"])
    assert client.post(url).status_code == 403


# --- The matrix -------------------------------------------------------------------------------


def test_a_cell_says_symbol_word_number_and_the_difference(writer, assessment):
    matrix = writer.get(part_url(assessment, "imp")).context["section"].matrix
    (_scope, cells) = matrix.rows[0]
    assert (cells[1].symbol, cells[1].number) == ("−", "−2")
    assert cells[1].word and any("A0" in note or "VE0" in note for note in cells[1].notes)


def test_a_harm_to_a_vulnerable_group_stays_flagged(writer, assessment):
    row = assessment.alternatives.get(number=0)
    Impact.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        alternative=row,
        dimension="leisure",
        child_group="poverty",
        direction="neg",
        magnitude=2,
        text="Costs",
    )
    matrix = writer.get(part_url(assessment, "imp")).context["section"].matrix
    assert matrix.rows[0][1][0].flagged and matrix.columns[0].flagged


def cell_url(assessment, group="all", dimension="safety"):
    row = assessment.alternatives.get(number=1)
    args = [assessment.pk, row.pk, dimension, group]
    return reverse("assessments:impact-update", args=args)


def test_reading_a_cell_makes_no_row(writer, assessment):
    assert writer.get(cell_url(assessment)).status_code == 200
    assert not Impact.objects.filter(dimension="safety").exists()


def test_a_cell_is_filled_in_without_javascript(writer, assessment):
    url = cell_url(assessment)
    data = typed_on(writer, url)
    names = {name.rsplit("-", 1)[-1]: name for name in writer.get(url).context["form"].fields}
    data |= {names["direction"]: "neg", names["magnitude"]: "3", names["text"]: "A busy road"}
    answer = writer.post(url, data)
    assert answer.status_code == 302 and "#cell-" in answer.url
    made = Impact.objects.get(dimension="safety")
    assert (made.direction, made.magnitude, made.text) == ("neg", 3, "A busy road")
    again = writer.post(url, data | {names["text"]: "A" * 1501})
    assert again.status_code in (409, 422)
    assert "A" * 1501 in again.content.decode()


def test_the_cell_opens_in_place_as_a_row_of_the_table(writer, assessment):
    answer = writer.get(cell_url(assessment), headers={"hx-request": "true"})
    assert answer.content.decode().lstrip().startswith("<tr")


def test_the_groups_of_a_cell_are_those_chosen_for_the_matter(writer, assessment):
    factories.set_answers(assessment, grp__vulnerable=["rural"])
    groups = writer.get(cell_url(assessment)).context["groups"]
    assert [group.key for group in groups] == ["all", "rural", "a13_15"]


@pytest.mark.parametrize(("group", "dimension"), [("nobody", "safety"), ("all", "nothing")])
def test_unknown_cells_are_not_found(writer, assessment, group, dimension):
    assert writer.get(cell_url(assessment, group, dimension)).status_code == 404


def test_a_cell_takes_at_most_twelve_queries(writer, assessment):
    writer.get(cell_url(assessment))
    with CaptureQueriesContext(connection) as queries:
        writer.get(cell_url(assessment))
    assert len(queries) <= 12


# --- The session ends in mid-form -------------------------------------------------------------


def log_in(client, person, url):
    login = reverse("account_login")
    return client.post(
        f"{login}?next={url}", {"login": person.email, "password": PASSWORD, "next": url}
    )


@pytest.fixture
def expired(writer, assessment):
    """A page that was open when the session ended, posted without a login."""
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="Typed before the session ended")
    writer.logout()
    return url, data


def test_text_survives_a_new_login_by_the_same_person(writer, assessment, preparer, expired):
    url, data = expired
    answer = writer.post(url, data)
    assert answer.status_code == 302 and f"next={url}" in answer.url
    assert log_in(writer, preparer, url).url == url
    html = writer.get(url).content.decode()
    assert "Typed before the session ended" in html
    assert assessment.answers.get(key="rec.summary").value != "Typed before the session ended"
    assert "Typed before the session ended" not in writer.get(url).content.decode()


def test_somebody_else_never_sees_the_text(writer, assessment, preparer, colleague, expired):
    url, data = expired
    writer.post(url, data)
    log_in(writer, colleague, url)
    assert "Typed before the session ended" not in writer.get(url).content.decode()
    writer.logout()
    log_in(writer, preparer, url)
    assert "Typed before the session ended" not in writer.get(url).content.decode()


def test_logging_out_clears_the_text(writer, preparer, expired):
    url, data = expired
    writer.post(url, data)
    log_in(writer, preparer, url)
    writer.post(reverse("account_logout"))
    log_in(writer, preparer, url)
    assert "Typed before the session ended" not in writer.get(url).content.decode()


def test_a_forged_owner_keeps_nothing(writer, preparer, expired):
    url, data = expired
    writer.post(url, data | {"owner": "1:forged"})
    log_in(writer, preparer, url)
    assert "Typed before the session ended" not in writer.get(url).content.decode()


def test_a_form_of_an_older_session_is_given_back_instead_of_refused(preparer, assessment):
    client = Client(enforce_csrf_checks=True)
    client.force_login(preparer)
    url = part_url(assessment, "rec")
    data = typed_on(client, url, rec__summary="From the other tab")
    assert client.post(url, data).status_code == 302
    assert "From the other tab" in client.get(url).content.decode()
    assert client.post(url, {"rec.summary": "forged"}).status_code == 403


@pytest.mark.parametrize("name", ["assessment-light", "revision-list"])
def test_strangers_are_asked_to_log_in(assessment, name):
    url = reverse(f"assessments:{name}", args=[assessment.pk])
    assert Client().get(url).url.startswith(reverse("account_login"))


def test_after_the_login_the_text_typed_on_the_light_screen_is_saved_back_to_it(
    writer, assessment, preparer
):
    url = part_url(assessment, "rec")
    data = typed_on(writer, url, rec__summary="Typed on the light screen", back="light")
    writer.logout()
    writer.post(url, data)
    html = writer.get(log_in(writer, preparer, url).url).content.decode()
    assert "Typed on the light screen" in html
    assert '<input type="hidden" name="back" value="light">' in html


# --- What a newcomer stumbled over --------------------------------------------------------------


@pytest.mark.parametrize("status", ["draft", "screened_out"])
def test_before_the_extent_is_confirmed_the_light_screen_leads_to_the_screening(log_in, status):
    made = factories.assessment(status=status)
    answer = log_in(made.proposal.preparer).get(light_url(made))
    assert answer.status_code == 302
    assert answer.url == reverse("assessments:screening-update", args=[made.pk])


def test_the_light_screen_and_the_task_list_tell_the_same_states(writer, assessment):
    def states():
        page = writer.get(light_url(assessment)).context
        made = Assessment.objects.with_matter().get(pk=assessment.pk)
        load_parts([made])
        told = {each.key: each.state for each in progress.parts_of(made, made.phase)}
        light = {place.part.key: place.state for place in page["places"]}
        assert light == {key: told[key] for key in light}
        return light

    assert states()["mit"] == "ready"
    assessment.mitigations.all().delete()
    assert states()["mit"] == "not_started"
    assessment.impacts.update(no_mitigation_reason="The harm is accepted.")
    assert states()["mit"] == "ready"
    assessment.impacts.update(no_mitigation_reason="", magnitude=1)
    assert states()["mit"] == "not_needed"
    assessment.impacts.all().delete()
    assert states()["mit"] == "not_started"


def test_a_hearing_is_recorded_after_it_has_been_held(writer, assessment):
    url, hearing = part_url(assessment, "hre"), assessment.hearings.get()
    tomorrow = timezone.localdate() + timedelta(days=1)
    data = typed_on(writer, url) | {f"hearing-{hearing.pk}-date": tomorrow.isoformat()}
    answer = writer.post("/en" + url, data)
    assert answer.status_code == 422
    assert "The hearing is recorded after it has been held." in answer.content.decode()
    hearing.refresh_from_db()
    assert hearing.date == timezone.localdate()


def test_only_the_present_state_is_asked_what_happens_if_nothing_changes(writer, assessment):
    form = writer.get(part_url(assessment, "alt")).context["section"].form
    zero, one = assessment.alternatives.all()
    assert form[f"alternative-{zero.pk}-description"].help_text
    assert not form[f"alternative-{one.pk}-description"].help_text


def test_the_recommendation_stands_above_the_decision(log_in):
    made = factories.full_light_assessment(status="on_agenda")
    html = log_in(made.proposal.preparer).get(part_url(made, "dec")).content.decode()
    told, _form, _fields = html.partition('<form class="part-form"')
    assert "Five evenings keep a safe place to meet friends." in told
    assert "Present state continues" in told


def test_a_conflict_with_my_own_other_window_is_told_as_such(writer, assessment, preparer):
    url = "/en" + part_url(assessment, "rec")
    data = typed_on(writer, url, rec__conditions="From this window")
    save_value(
        assessment_id=assessment.pk,
        slot="answer:rec.conditions",
        value="From the other window",
        base_version=0,
        by=preparer,
    )
    answer = writer.post(url, data)
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "You saved this field in another window" in html
    assert "Saved by the other" not in html
    assert "Somebody else" not in html
