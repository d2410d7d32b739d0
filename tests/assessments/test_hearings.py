"""The hearing register: from the plan through the letters to the results and what came of them."""

import io
import json
import zipfile
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from assessments import gates
from assessments.actions import hearings as actions
from assessments.actions import reminding
from assessments.actions.saving import save_value
from assessments.letters import letter
from assessments.loading import hearing_coverage, load_parts, source_balance
from assessments.models import (
    Alternative,
    Answer,
    Assessment,
    GroupSize,
    Hearing,
    HearingFinding,
    HearingView,
    Mitigation,
    PlannedHearing,
    Revision,
)
from assessments.phases import Phase, Status
from assessments.progress import deadline_chain, parts_of
from assessments.questions.answers import METHOD_AGES, METHODS
from assessments.questions.coverage import coverage
from assessments.questions.letters import CHILDREN, GUARDIANS, letter_key
from assessments.record.writing import content_of
from assessments.reminders import hearing_feedback
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def writer(client, preparer):
    client.force_login(preparer)
    return client


@pytest.fixture
def planned(assessment):
    return PlannedHearing.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        group="Grade 3 of the village school",
        age="a7_9",
        method="draw",
        place="Classroom 3",
        date=timezone.localdate() - timedelta(days=1),
        time="9.00-10.30",
        facilitator="Youth worker",
    )


def english(name, args):
    with translation.override("en"):
        return reverse(name, args=args)


def part_url(assessment, part):
    return english("assessments:assessment-part", args=[assessment.pk, part])


def html_of(client, url):
    page = client.get(url)
    assert page.status_code == 200
    return page.content.decode()


# --- Plan ---------------------------------------------------------------------------------------


def test_every_method_has_its_ages_and_the_guide_tells_them(writer, assessment):
    assert set(METHOD_AGES) == {method.value for method in METHODS}
    html = html_of(writer, part_url(assessment, "hpl"))
    assert "Which method suits which age" in html
    assert "9–17" in html


@pytest.mark.parametrize(
    ("age", "method", "suits"),
    [
        ("a3_5", "survey", False),
        ("a7_9", "survey", False),
        ("a10_12", "survey", True),
        ("a16_17", "play", False),
        ("a7_9", "draw", True),
        ("a16_17", "interview", True),
        ("future", "draw", True),
        ("", "survey", True),
    ],
)
def test_a_method_that_does_not_suit_the_age_is_remarked_gently(
    writer, assessment, planned, age, method, suits
):
    PlannedHearing.objects.filter(pk=planned.pk).update(age=age, method=method)
    html = html_of(writer, part_url(assessment, "hpl"))
    assert ("can take part" not in html) == suits


def test_the_remark_comes_with_the_autosave_too(writer, assessment, planned):
    url = english("assessments:value-save", args=[assessment.pk])
    data = {"slot": planned.slot("age"), "value": "a16_17", "base": 1, "key": "k"}
    answer = writer.post(url, data).json()
    assert answer["marked_field"] == f"plannedhearing-{planned.pk}-method"
    assert "suits ages 3 to 12" in answer["marked"][0]["words"]
    data |= {"value": "a7_9", "base": answer["version"], "key": "l"}
    assert writer.post(url, data).json()["marked"] == []


def press(client, assessment, planned, **fields):
    data = {"do": f"hold-plannedhearing-{planned.pk}", "versions": "{}", **fields}
    return client.post(part_url(assessment, "hpl"), data)


def test_one_press_makes_a_held_hearing_of_a_planned_one_and_two_make_one(
    writer, assessment, planned
):
    slot = planned.slot("place")
    typed = {f"plannedhearing-{planned.pk}-place": "Library", "versions": json.dumps({slot: 1})}
    answer = press(writer, assessment, planned, **typed)
    again = press(writer, assessment, planned)
    assert answer.url == again.url
    held = assessment.hearings.get(group=planned.group)
    assert f"open=hearing-{held.pk}" in urlsplit(answer.url).query
    assert (held.method, held.facilitator, held.date) == ("draw", "Youth worker", planned.date)
    assert held.groups == ["a7_9"]
    planned.refresh_from_db()
    assert (planned.held_as, planned.place) == (held, "Library")
    assert assessment.revisions.filter(slot=held.slot("group"), value=planned.group).exists()
    assert "Recorded as held" in html_of(writer, part_url(assessment, "hpl"))


def test_a_hearing_that_is_still_to_come_has_not_been_held(writer, assessment, planned):
    PlannedHearing.objects.filter(pk=planned.pk).update(
        date=timezone.localdate() + timedelta(days=1)
    )
    page = writer.post(
        part_url(assessment, "hpl"),
        {"do": f"hold-plannedhearing-{planned.pk}", "versions": "{}"},
        follow=True,
    )
    assert "The hearing is recorded after it has been held." in page.content.decode()
    assert assessment.hearings.count() == 1


def test_a_removed_hearing_comes_back_and_a_foreign_plan_is_not_found(
    writer, assessment, planned, preparer
):
    held = actions.hold(assessment_id=assessment.pk, planned_id=planned.pk, by=preparer)
    Hearing.objects.filter(pk=held.pk).update(removed_at=timezone.now())
    press(writer, assessment, planned)
    held.refresh_from_db()
    assert held.removed_at is None
    other = factories.full_assessment(municipality=assessment.municipality)
    assert press(writer, other, planned).status_code == 404


# --- Letters ------------------------------------------------------------------------------------


def read(assessment, planned, audience, language):
    load_parts([assessment], ())
    assessment.__dict__.pop("answer_values", None)
    return letter(assessment, planned, audience, language)


def test_the_letter_to_the_children_tells_matter_place_time_and_the_day_of_feedback(
    assessment, planned
):
    factories.set_answers(
        assessment, hpl__feedback__date="2027-03-01", hpl__aim="You can still choose the evenings."
    )
    language = assessment.proposal.language
    own = read(assessment, planned, CHILDREN, language)
    assert assessment.proposal.title in own.text
    assert "You can still choose the evenings." in own.text
    assert "Classroom 3" in own.text and "9.00-10.30" in own.text
    assert "2027" in own.text
    assert own.gaps == ()


def test_a_letter_promises_no_more_than_the_aim_tells(assessment, planned):
    factories.set_answers(assessment, hpl__aim="")
    for audience in (CHILDREN, GUARDIANS):
        made = read(assessment, planned, audience, "en")
        assert "aim" in made.gaps
        assert "influence" not in made.text
        assert "decide" in made.text
    factories.set_answers(assessment, hpl__aim="Written in Finnish.")
    made = read(assessment, planned, CHILDREN, "sv")
    assert "Written in Finnish." not in made.text and "aim" in made.gaps


@pytest.mark.parametrize(
    ("consent", "words"),
    [("consent", "Your consent is needed"), ("inform", "for your information"), ("no", None)],
)
def test_guardians_read_what_they_have_to_do_and_how_privacy_is_kept(
    assessment, planned, consent, words
):
    factories.set_answers(assessment, hpl__consent=consent)
    text = read(assessment, planned, GUARDIANS, "en").text
    assert "Please leave out names and other personal data." in text
    assert (words in text) if words else ("consent" not in text)


def letter_url(assessment, planned):
    return english("assessments:hearing-letter", args=[assessment.pk, planned.pk])


def file_url(assessment, planned, audience, language, form):
    args = [assessment.pk, planned.pk, audience, language, form]
    return english("assessments:hearing-letter-file", args=args)


def test_the_page_shows_the_letters_in_each_language_and_what_they_lack(
    writer, assessment, planned, django_assert_max_num_queries
):
    factories.set_answers(assessment, hpl__feedback__date="")
    with django_assert_max_num_queries(12):
        html = html_of(writer, letter_url(assessment, planned))
    for language in ("fi", "sv", "en"):
        for audience in (CHILDREN, GUARDIANS):
            assert f'name="{letter_key(planned.pk, audience, language)}"' in html
    assert "The day on which the children are told what came of it." in html


def test_the_files_hold_the_text_as_it_was_changed_on_the_page(writer, assessment, planned):
    url = file_url(assessment, planned, "children", "sv", "txt")
    key = letter_key(planned.pk, CHILDREN, "sv")
    answer = writer.post(url, {key: "Hej!\r\n\r\nVälkommen."})
    assert answer.content.decode() == "Hej!\n\nVälkommen."
    assert answer["Content-Type"].startswith("text/plain")
    word = writer.post(
        file_url(assessment, planned, "children", "sv", "docx"), {key: "Hej!\n\nVälkommen."}
    )
    with zipfile.ZipFile(io.BytesIO(word.content)) as archive:
        document = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    assert "Välkommen." in document and "sv-FI" in styles
    assert (
        planned.place
        in writer.get(file_url(assessment, planned, "guardians", "fi", "txt")).content.decode()
    )


@pytest.mark.parametrize("form", ["pdf", "exe"])
def test_other_forms_of_a_letter_are_not_found(writer, assessment, planned, form):
    assert writer.get(file_url(assessment, planned, "children", "fi", form)).status_code == 404


def test_a_letter_names_the_matter_in_plain_words_and_who_sends_it(assessment, planned):
    preparer = assessment.proposal.preparer
    title = assessment.proposal.title
    for audience in (CHILDREN, GUARDIANS):
        text = read(assessment, planned, audience, "en").text
        assert f"“{title}”" in text
        assert text.endswith(
            f"Kind regards,\n{preparer.name}, preparer\n{assessment.municipality.name}"
        )
    factories.set_answers(assessment, cfs__title="Miten bussi kulkee?", pub__contact="02 123")
    told = read(assessment, planned, CHILDREN, "fi").text
    assert "”Miten bussi kulkee?”" in told and title not in told and "02 123" in told
    assert title in read(assessment, planned, GUARDIANS, "fi").text
    factories.set_answers(assessment, cfs__title="Bussi tulee", dec__alt="1")
    assert "Bussi tulee" not in read(assessment, planned, CHILDREN, "fi").text


def save_letter(writer, assessment, planned, text, version=0, **more):
    key = letter_key(planned.pk, CHILDREN, "fi")
    versions = json.dumps({f"answer:{key}": version})
    return writer.post(
        letter_url(assessment, planned), {key: text, "versions": versions, **more}, follow=True
    )


def test_a_changed_letter_is_kept_and_the_ready_text_comes_back(writer, assessment, planned):
    key = letter_key(planned.pk, CHILDREN, "fi")
    ready = read(assessment, planned, CHILDREN, "fi").text
    save_letter(writer, assessment, planned, ready)
    assert not Answer.objects.filter(key=key).exists()
    page = save_letter(writer, assessment, planned, "Hei kaikki!")
    assert page.status_code == 200
    assert "Hei kaikki!" in page.content.decode()
    assert read(assessment, planned, CHILDREN, "fi").text == "Hei kaikki!"
    assert read(assessment, planned, GUARDIANS, "fi").text != "Hei kaikki!"
    url = file_url(assessment, planned, CHILDREN, "fi", "txt")
    assert writer.get(url).content.decode() == "Hei kaikki!"
    page = save_letter(writer, assessment, planned, "Hei kaikki!", 1, ready=key)
    assert "The ready text is back." in page.content.decode()
    assert read(assessment, planned, CHILDREN, "fi").text == ready
    history = Revision.objects.filter(slot=f"answer:{key}").values_list("value", flat=True)
    assert sorted(history) == ["", "Hei kaikki!"]


def test_a_letter_in_an_officials_own_words_lacks_nothing(assessment, planned):
    assert "aim" in read(assessment, planned, CHILDREN, "sv").gaps
    key = letter_key(planned.pk, CHILDREN, "sv")
    owner = {"assessment": assessment, "municipality": assessment.municipality}
    Answer.objects.create(key=key, value="Hej! Ni kan påverka skolvägen.", **owner)
    assert read(assessment, planned, CHILDREN, "sv").gaps == ()


def test_two_people_who_change_a_letter_choose_what_stays(writer, assessment, planned, preparer):
    key = letter_key(planned.pk, CHILDREN, "fi")
    save_value(
        assessment_id=assessment.pk,
        slot=f"answer:{key}",
        value="Yours.",
        base_version=0,
        by=preparer,
    )
    page = save_letter(writer, assessment, planned, "Mine.")
    assert page.status_code == 409
    html = page.content.decode()
    assert "Yours." in html and "Mine." in html
    assert read(assessment, planned, CHILDREN, "fi").text == "Yours."


def test_a_letter_is_saved_by_the_script_and_named_in_the_history(writer, assessment, planned):
    key = letter_key(planned.pk, CHILDREN, "fi")
    slot = f"answer:{key}"
    saved = writer.post(
        english("assessments:value-save", args=[assessment.pk]),
        {"slot": slot, "value": "Hei!", "base": "0", "key": "a"},
    )
    assert saved.status_code == 200 and saved.json()["version"] == 1
    html = html_of(writer, english("assessments:revision-list", args=[assessment.pk]))
    assert "In Finnish: Letter to the children" in html
    unknown = slot.replace("children", "press")
    refused = writer.post(
        english("assessments:value-save", args=[assessment.pk]),
        {"slot": unknown, "value": "Hei!", "base": "0", "key": "b"},
    )
    assert refused.status_code == 404


def test_a_letter_stays_out_of_the_record(assessment, planned):
    factories.set_answers(assessment, **{f"hpl__letter__{planned.pk}__children__fi": "Hei!"})
    content = content_of(assessment)
    assert not [each for each in content["answers"] if "letter" in each["key"]]


def test_letters_are_for_those_who_prepare(client, assessment, planned):
    client.force_login(factories.user(Role.PREPARER))
    assert client.get(letter_url(assessment, planned)).status_code == 404


# --- Results ------------------------------------------------------------------------------------


def held(groups, method="group", number=10):
    return Hearing(groups=groups, method=method, number=number, said="So.")


def test_representativeness_tells_heard_represented_and_missing_groups():
    found = coverage(
        ["a7_9", "a10_12", "a13_15", "disability", "future", "none"],
        [
            held(["a7_9"], number=12),
            held(["a7_9", "a10_12"], number=20),
            held(["a13_15"], "youthcouncil"),
            held([]),
        ],
        {"a7_9": 64},
    )
    states = {each.group: each.state for each in found.reaches}
    assert states == {
        "a7_9": "heard",
        "a10_12": "heard",
        "a13_15": "represented",
        "disability": "missing",
    }
    assert found.missing == ["a13_15", "disability"]
    assert found.untold == 1
    first = found.reaches[0]
    assert (first.heard, first.is_shared, first.share) == (32, True, None)


def test_a_share_is_told_of_a_group_that_was_heard_alone():
    found = coverage(["a7_9"], [held(["a7_9"], number=16)], {"a7_9": 64})
    assert found.reaches[0].share == 25


def test_all_children_are_every_age_but_no_group_in_particular():
    found = coverage(["a7_9", "support"], [held(["all"])], {})
    assert found.missing == ["support"]
    assert coverage(["a7_9"], [held([])], {}).missing == []


def test_groups_that_were_not_heard_are_told_on_the_pages_and_lower_the_balance(writer, assessment):
    factories.set_answers(assessment, grp__age=["a13_15", "a7_9"], grp__vulnerable=["none"])
    assessment.hearings.update(groups=["a13_15"])
    GroupSize.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        group="a13_15",
        number=96,
        year=2026,
    )
    load_parts([assessment])
    assert source_balance(assessment).light == "yellow"
    assert hearing_coverage(assessment).missing == ["a7_9"]
    html = html_of(writer, part_url(assessment, "hre"))
    assert "Not heard themselves yet:" in html
    assert "25 %" in html
    html = html_of(writer, part_url(assessment, "dat"))
    assert "Of the groups concerned these have not been heard" in html


def test_a_hearing_offers_the_groups_concerned_and_keeps_what_was_ticked(writer, assessment):
    assessment.hearings.update(groups=["lonely"])
    html = html_of(writer, part_url(assessment, "hre"))
    hearing = assessment.hearings.get()
    name = f'name="hearing-{hearing.pk}-groups"'
    offered = {
        value for value in ("all", "a13_15", "lonely", "a0_2") if f'{name} value="{value}"' in html
    }
    assert html.count(name) == 3 or offered == {"all", "a13_15", "lonely"}


def test_more_views_than_children_are_remarked_beside_the_field(writer, assessment):
    hearing = assessment.hearings.get()
    view = HearingView.objects.create(
        hearing=hearing,
        alternative=assessment.alternatives.first(),
        in_favour=20,
        against=5,
        assessment=assessment,
        municipality=assessment.municipality,
    )
    assert "25 together, but 24 children" in html_of(writer, part_url(assessment, "hre"))
    url = english("assessments:value-save", args=[assessment.pk])
    data = {"slot": view.slot("against"), "value": "4", "base": 1, "key": "k"}
    assert writer.post(url, data).json()["marked"] == []
    data |= {"slot": view.slot("unsure"), "value": "3", "base": 2, "key": "l"}
    answer = writer.post(url, data).json()
    assert answer["marked_field"] == f"hearingview-{view.pk}-in_favour"
    assert "27 together" in answer["marked"][0]["words"]


def test_many_hearings_cost_no_query_each(writer, assessment, django_assert_max_num_queries):
    owner = {"assessment": assessment, "municipality": assessment.municipality}
    for number in range(10):
        hearing = Hearing.objects.create(group=f"Class {number}", number=20, **owner)
        HearingView.objects.create(
            hearing=hearing, alternative=assessment.alternatives.first(), in_favour=3, **owner
        )
        PlannedHearing.objects.create(group=f"Class {number}", held_as=hearing, **owner)
    for part in ("hre", "hpl"):
        with django_assert_max_num_queries(12):
            html_of(writer, part_url(assessment, part))


# --- What children proposed ---------------------------------------------------------------------


@pytest.fixture
def hearing(assessment):
    row = assessment.hearings.get()
    row.proposals = "Keep Fridays open and let us run the café ourselves."
    row.save()
    return row


def use_url(assessment, hearing):
    return english("assessments:proposal-use", args=[assessment.pk, hearing.pk])


def test_a_proposal_becomes_an_alternative_of_the_children_once(writer, assessment, hearing):
    assert use_url(assessment, hearing) in html_of(writer, part_url(assessment, "hre"))
    html = html_of(writer, use_url(assessment, hearing))
    assert hearing.proposals in html
    data = {"text": "Keep Fridays open.", "into": "alternative", "row_key": "one"}
    answer = writer.post(use_url(assessment, hearing), data)
    writer.post(use_url(assessment, hearing), data)
    made = Alternative.objects.get(assessment=assessment, number=2)
    assert (made.description, made.origin) == ("Keep Fridays open.", "children")
    assert made.name == "Keep Fridays open."
    assert f"alternative-{made.pk}" in answer.url
    assert assessment.alternatives.count() == 3


def test_a_proposal_becomes_a_measure_against_the_harm_that_is_chosen(writer, assessment, hearing):
    harm = assessment.mitigations.get().impact
    data = {"text": "Let us run the café.", "into": str(harm.pk), "row_key": "two"}
    assert writer.post(use_url(assessment, hearing), data).status_code == 302
    assert Mitigation.objects.filter(impact=harm, measure="Let us run the café.").count() == 1
    data["into"] = "999999"
    assert writer.post(use_url(assessment, hearing), data).status_code == 422


def test_a_long_proposal_gets_a_name_cut_between_words(assessment, hearing, preparer):
    made = actions.make_alternative(
        assessment_id=assessment.pk, hearing_id=hearing.pk, text="word " * 30, by=preparer
    )
    assert len(made.name) <= 60 and made.name.endswith("word")


def test_after_the_review_nothing_is_made_of_a_proposal(client, assessment, hearing):
    assessment.__class__.objects.filter(pk=assessment.pk).update(status=Status.FINAL)
    client.force_login(assessment.proposal.preparer)
    assert client.get(use_url(assessment, hearing)).status_code == 403


def test_there_are_at_most_six_alternatives_of_children_too(assessment, hearing, preparer):
    for _number in range(4):
        actions.make_alternative(
            assessment_id=assessment.pk, hearing_id=hearing.pk, text="More.", by=preparer
        )
    with pytest.raises(ValidationError):
        actions.make_alternative(
            assessment_id=assessment.pk, hearing_id=hearing.pk, text="More.", by=preparer
        )


# --- Feedback as a task with a date -------------------------------------------------------------


@pytest.fixture
def heard_matter(assessment):
    """Children have been heard; the plan says when they are told what came of it."""
    factories.set_answers(assessment, hpl__feedback__date="2027-03-01")
    return assessment


def due(day):
    return list(hearing_feedback(day))


@pytest.mark.parametrize(
    ("after", "reminded"), [(-8, False), (-7, True), (0, True), (1, False), (14, True), (28, True)]
)
def test_feedback_is_reminded_of_before_its_day_on_it_and_every_second_week_after(
    heard_matter, preparer, after, reminded
):
    day = date(2027, 3, 1) + timedelta(days=after)
    contact = factories.user(Role.LAVA_CONTACT, heard_matter.municipality)
    found = due(day)
    assert bool(found) == reminded
    people = {each.recipient_id for each in found}
    if reminded:
        assert people == ({preparer.pk, contact.pk} if after > 0 else {preparer.pk})
        assert found[0].path.endswith("/feedback/")
        assert found[0].context["day"] == "2027-03-01"


def test_no_reminder_once_feedback_is_recorded_or_where_nobody_was_heard(heard_matter):
    day = date(2027, 3, 1)
    heard_matter.hearings.update(feedback_given=date(2027, 2, 20))
    assert due(day) == []
    heard_matter.hearings.update(feedback_given=None, said="")
    assert due(day) == []


def test_the_ledger_holds_one_reminder_of_a_day_however_often_it_is_asked(heard_matter, preparer):
    for _tick in range(2):
        reminding.remind(date(2027, 3, 1))
    rows = preparer.reminders.filter(rule="hearing_feedback")
    assert [row.due for row in rows] == [date(2027, 3, 1)]


def test_the_day_of_feedback_stands_among_the_deadlines_and_what_waits(writer, heard_matter):
    yesterday = timezone.localdate() - timedelta(days=1)
    factories.set_answers(heard_matter, hpl__feedback__date=yesterday.isoformat())
    with translation.override("en"):
        html = html_of(writer, heard_matter.get_absolute_url())
    assert "Feedback to the children" in html
    assert "what came of their views" in html
    load_parts([heard_matter])
    with translation.override("en"):
        steps = {each["name"]: each["state"] for each in deadline_chain(heard_matter)}
    assert steps["Feedback to the children"] == "late"
    heard_matter.hearings.update(feedback_given=yesterday)
    load_parts([heard_matter])
    with translation.override("en"):
        steps = {each["name"]: each["state"] for each in deadline_chain(heard_matter)}
    assert steps["Feedback to the children"] == "done"


# --- What is asked when children have been heard ------------------------------------------------

REASON = "Why were children not heard?"


def gaps(made):
    with translation.override("en"):
        return {each.text: each.url for each in gates.missing("preparation", made)}


@pytest.mark.parametrize("make", [factories.full_light_assessment, factories.full_assessment])
def test_the_reason_is_asked_only_while_nobody_has_been_heard(client, make):
    made = make()
    client.force_login(made.proposal.preparer)
    url = part_url(made, "hre")
    assert REASON not in html_of(client, url)
    made.hearings.update(said="")
    assert REASON in html_of(client, url)
    assert any(each.endswith("#id_hre.none_reason") for each in gaps(made).values())
    # An answer from before the hearing is kept, folded away.
    factories.set_answers(made, hre__none_reason="There was no time.")
    made.hearings.update(said="Friends matter.")
    html = html_of(client, url)
    assert html.index("Not needed any more") < html.index(REASON) < html.index("There was no time")


def test_a_youth_council_alone_leaves_the_reason_asked_in_a_full_assessment(writer, assessment):
    assessment.hearings.update(method="youthcouncil")
    assert REASON in html_of(writer, part_url(assessment, "hre"))


def test_readers_are_not_shown_a_question_that_needs_no_answer(client):
    made = factories.full_assessment(Status.FINAL)
    client.force_login(factories.user(Role.COUNCILLOR, made.municipality))
    url = part_url(made, "hre")
    assert REASON not in html_of(client, url)
    made.hearings.all().delete()
    assert REASON in html_of(client, url)


@pytest.fixture
def begun(assessment):
    """Three whole hearings more, so that each is folded away; one has a theme and a view."""
    hearing = assessment.hearings.get()
    owner = {"assessment": assessment, "municipality": assessment.municipality}
    for _each in range(3):
        assessment.hearings.create(
            **owner,
            **{
                name: getattr(hearing, name)
                for name in (
                    "date",
                    "group",
                    "method",
                    "number",
                    "said",
                    "effect",
                    "questions",
                    "differences",
                    "limits",
                )
            },
        )
    theme = HearingFinding.objects.create(hearing=hearing, theme="Bus", summary="Late.", **owner)
    one = assessment.alternatives.get(number=1)
    view = HearingView.objects.create(hearing=hearing, alternative=one, in_favour=3, **owner)
    return theme, view


@pytest.mark.parametrize(
    ("kind", "values", "field", "text"),
    [
        (
            "hearingfinding",
            {"theme": " "},
            "theme",
            "A theme of what the children said",
        ),
        ("hearingfinding", {"summary": ""}, "summary", "what the children said of a theme"),
        ("hearingview", {"alternative": None}, "alternative", "of which alternative"),
        ("hearingview", {"in_favour": None}, "in_favour", "what the children thought of A1"),
    ],
)
def test_a_half_filled_row_of_a_hearing_is_a_gap_that_leads_to_its_field(
    writer, assessment, begun, kind, values, field, text
):
    assert gaps(assessment) == {}
    row = next(each for each in begun if each.kind() == kind)
    type(row).objects.filter(pk=row.pk).update(**values)
    ((words, url),) = gaps(assessment).items()
    assert text in words and "Ages 13-15" in words
    anchor = f"id_{kind}-{row.pk}-{field}"
    assert url.endswith(f"#{anchor}")
    # The card in which the field is has been unfolded.
    assert f'id="{anchor}"' in html_of(writer, urlsplit(url)._replace(fragment="").geturl())
    loaded = Assessment.objects.with_matter().get(pk=assessment.pk)
    load_parts([loaded])
    states = {each.key: each.state for each in parts_of(loaded, Phase.PREPARATION)}
    assert states["hre"] == "in_progress"


def test_views_with_reasons_alone_and_rows_of_a_removed_hearing_are_no_gaps(assessment, begun):
    theme, view = begun
    HearingView.objects.filter(pk=view.pk).update(in_favour=None, reasons="A short way home.")
    assert gaps(assessment) == {}
    HearingFinding.objects.filter(pk=theme.pk).update(theme="")
    Hearing.objects.filter(pk=theme.hearing_id).update(removed_at=timezone.now())
    assert gaps(assessment) == {}
