"""Saving one value: what is accepted is stored, nothing is lost, nothing conflicts with itself."""

import json
import uuid
from collections import defaultdict
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisCase

from assessments.actions.rows import add_row, open_cell, remove_row, restore_row, save_cell
from assessments.actions.saving import Conflict, Saved, restore, save_value
from assessments.models import (
    Alternative,
    Answer,
    Evidence,
    Hearing,
    HearingFinding,
    Impact,
    Revision,
)
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db
CONTROL = "\x00\x07"
ODD_TEXTS = [
    "👩‍👩‍👧‍👦 and 🏫",
    "\u202eright to left\u202c",
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }} {% now 'Y' %}",
    "%(name)s {0} {name.__class__}",
    "a" * 60,
]


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


def save(assessment, by, slot, value, base, key=""):
    return save_value(
        assessment_id=assessment.pk,
        slot=slot,
        value=value,
        base_version=base,
        client_key=key,
        by=by,
    )


def post(client, assessment, slot, value, base=0, key="", **headers):
    url = reverse("assessments:value-save", args=[assessment.pk])
    data = {"slot": slot, "value": value, "base": base, "key": key or uuid.uuid4().hex}
    return client.post(url, data, **headers)


# --- The action -------------------------------------------------------------------------------


def test_a_stale_save_of_the_same_value_is_a_conflict_with_base_theirs_and_mine(
    assessment, preparer, colleague
):
    slot = "answer:rec.conditions"
    first = save(assessment, preparer, slot, "first", 0)
    save(assessment, colleague, slot, "theirs", first.version)
    outcome = save(assessment, preparer, slot, "mine", first.version)
    assert isinstance(outcome, Conflict)
    assert (outcome.base, outcome.theirs, outcome.mine) == ("first", "theirs", "mine")
    assert outcome.their_name == str(colleague)
    assert assessment.answers.get(key="rec.conditions").value == "theirs"


def test_choosing_mine_after_a_conflict_is_saved_and_theirs_stays_in_the_history(
    assessment, preparer, colleague
):
    slot = "answer:rec.conditions"
    save(assessment, colleague, slot, "theirs", 0)
    conflict = save(assessment, preparer, slot, "mine", 0)
    save(assessment, preparer, slot, "mine", conflict.version)
    assert assessment.answers.get(key="rec.conditions").value == "mine"
    assert list(Revision.objects.filter(slot=slot).values_list("value", flat=True)) == [
        "mine",
        "theirs",
    ]


def test_different_fields_of_one_row_are_both_kept(assessment, preparer, colleague):
    row = assessment.alternatives.get(number=1)
    save(assessment, preparer, row.slot("name"), "New name", row.version)
    outcome = save(assessment, colleague, row.slot("description"), "New text", row.version)
    assert isinstance(outcome, Saved)
    row.refresh_from_db()
    assert (row.name, row.description) == ("New name", "New text")


def test_a_value_saved_between_two_saves_of_another_field_still_conflicts(
    assessment, preparer, colleague
):
    row = assessment.alternatives.get(number=1)
    opened = row.version
    save(assessment, colleague, row.slot("description"), "Theirs", opened)
    save(assessment, preparer, row.slot("name"), "Mine", opened)
    outcome = save(assessment, preparer, row.slot("description"), "Mine", opened)
    assert isinstance(outcome, Conflict)


@pytest.mark.parametrize("kind", ["answer", "row"])
def test_a_repeated_request_is_one_revision(assessment, preparer, kind):
    row = assessment.alternatives.get(number=1)
    slot, base = (
        ("answer:rec.conditions", 0) if kind == "answer" else (row.slot("name"), row.version)
    )
    first = save(assessment, preparer, slot, "text", base, "key-1")
    again = save(assessment, preparer, slot, "text", base, "key-1")
    late = save(assessment, preparer, slot, "text", first.version, "key-1")
    assert first.version == again.version == late.version
    assert Revision.objects.filter(slot=slot).count() == 1


def test_somebody_elses_key_saves_nothing_and_says_so(assessment, preparer, colleague, writer):
    save(assessment, colleague, "answer:rec.conditions", "theirs", 0, "key-1")
    answer = post(writer, assessment, "answer:rec.conditions", "mine", 1, "key-1")
    assert answer.status_code == 422
    assert assessment.answers.get(key="rec.conditions").value == "theirs"


def test_two_saves_of_the_same_text_do_not_conflict(assessment, preparer, colleague):
    save(assessment, colleague, "answer:fup.start", "2027-02-01", 1)
    outcome = save(assessment, preparer, "answer:fup.start", "2027-02-01", 1)
    assert isinstance(outcome, Saved)


def test_a_removed_row_takes_no_values(assessment, preparer):
    row = assessment.evidences.first()
    Evidence.objects.filter(pk=row.pk).update(removed_at="2026-01-01T00:00:00Z")
    with pytest.raises(Http404):
        save(assessment, preparer, row.slot("title"), "text", row.version)


def test_a_finished_assessment_is_not_written(preparer, assessment):
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    with pytest.raises(PermissionDenied):
        save(assessment, preparer, "answer:rec.summary", "text", 1)


def test_restoring_is_a_new_save(assessment, preparer):
    first = save(assessment, preparer, "answer:rec.conditions", "first", 0)
    save(assessment, preparer, "answer:rec.conditions", "second", first.version)
    oldest = Revision.objects.filter(slot="answer:rec.conditions").last()
    restore(assessment_id=assessment.pk, revision_id=oldest.pk, by=preparer)
    assert assessment.answers.get(key="rec.conditions").value == "first"
    assert Revision.objects.filter(slot="answer:rec.conditions").count() == 3


def test_two_people_opening_the_same_cell_get_one_impact(assessment, preparer, colleague):
    cell = {
        "assessment_id": assessment.pk,
        "alternative_id": assessment.alternatives.get(number=1).pk,
        "dimension": "safety",
        "group": "all",
    }
    assert open_cell(**cell, by=preparer)[0] == open_cell(**cell, by=colleague)[0]


# --- Property: whatever the order, accepted is stored, nothing lost, no false conflict ------------

CELL = ("leisure", "a13_15")
# One value of every kind: answers, a column of an answer, fields of a row, of a row inside another,
# and of a cell of the matrix that the first save makes.
PLACES = (
    ("answer", "rec.conditions"),
    ("answer", "hpl.info.text"),
    ("alternative", "name"),
    ("alternative", "description"),
    ("hearingfinding", "theme"),
    ("hearingfinding", "summary"),
    ("cell", "text"),
    ("cell", "no_mitigation_reason"),
)
WHO = st.integers(0, 2)
ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.just("write"),
            WHO,
            st.sampled_from(PLACES),
            st.booleans(),  # looks at the page again before writing
            st.booleans(),  # the answer was lost and the request is repeated
            st.text(alphabet="abc", max_size=2),
        ),
        st.tuples(st.just("again"), WHO),
        st.tuples(
            st.sampled_from(("remove", "restore")),
            WHO,
            st.sampled_from(("alternative", "hearingfinding")),
            st.booleans(),
        ),
        st.tuples(st.just("add"), WHO, st.booleans()),
    ),
    max_size=18,
)


class Interleavings(HypothesisCase):
    """Three people write, add, remove and bring back in any order, with stale pages and retries."""

    @classmethod
    def setUpTestData(cls):
        made = factories.assessment()
        owner = {"assessment": made, "municipality": made.municipality}
        cls.made = made
        cls.people = [factories.user(Role.PREPARER, made.municipality) for _each in range(3)]
        cls.hearing = Hearing.objects.create(**owner)
        cls.alternative = Alternative.objects.create(number=1, **owner)
        cls.home = Alternative.objects.create(number=2, **owner)
        cls.theme = HearingFinding.objects.create(hearing=cls.hearing, **owner)

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
    @given(ACTS)
    def test_accepted_is_stored_and_only_real_conflicts_are_told(self, acts):
        self.rows = {"alternative": self.alternative, "hearingfinding": self.theme}
        self.truth = dict.fromkeys(PLACES, "")
        self.changed_at = {place: self.version_of(place) for place in PLACES}
        self.seen = [dict(self.changed_at) for _each in self.people]
        self.accepted = defaultdict(list)
        self.sent = {}
        self.added, self.presence = 0, defaultdict(list)
        for act, *how in acts:
            getattr(self, act)(*how)
        self.everything_is_stored()

    # What a person does.

    def write(self, who, place, reloads, repeats, text):
        kind = place[0]
        if reloads:
            self.seen[who] = {each: self.version_of(each) for each in PLACES}
        base, key = self.seen[who][place], uuid.uuid4().hex
        send = self.sender(who, place, text, base, key)
        if kind in self.rows and self.is_removed(kind):
            with pytest.raises(Http404):
                send()
            return
        outcome = send()
        stale = self.changed_at[place] > base
        if isinstance(outcome, Conflict):
            assert stale and self.truth[place] != text, "a false conflict"
            assert (outcome.theirs, outcome.mine) == (self.truth[place], text)
            return
        assert not stale or self.truth[place] == text, "a value of somebody else was overwritten"
        if repeats:
            assert send() == outcome
        self.truth[place], self.changed_at[place] = text, outcome.version
        self.seen[who][place] = outcome.version
        self.accepted[place].append(text)
        self.sent[who] = (kind, send, outcome)

    def again(self, who):
        """A retry that arrives late, after whatever the others have done meanwhile."""
        kind, send, outcome = self.sent.get(who, ("", None, None))
        if send and not (kind in self.rows and self.is_removed(kind)):
            assert send() == outcome

    def add(self, who, repeats):
        if self.added >= 3:
            return
        self.added += 1
        key = uuid.uuid4().hex
        made = [
            add_row(
                assessment_id=self.made.pk,
                kind="hearingfinding",
                parent=self.hearing.pk,
                client_key=key,
                by=self.people[who],
            )
            for _each in range(2 if repeats else 1)
        ]
        assert len({row.pk for row in made}) == 1

    def remove(self, who, kind, repeats):
        self._move(remove_row, who, kind, repeats, is_removed=True)

    def restore(self, who, kind, repeats):
        self._move(restore_row, who, kind, repeats, is_removed=False)

    def _move(self, action, who, kind, repeats, is_removed):
        changes = self.is_removed(kind) != is_removed
        row = self.rows[kind]
        for _each in range(2 if repeats else 1):
            action(assessment_id=self.made.pk, kind=kind, row_id=row.pk, by=self.people[who])
        assert self.is_removed(kind) == is_removed
        if changes:
            self.presence[kind].append(is_removed)

    # What is stored.

    def cell(self) -> Impact | None:
        return Impact.objects.filter(alternative=self.home).first()

    def sender(self, who, place, text, base, key):
        """The request of a page: of a cell it knows no row until it is opened again."""
        kind, field = place
        person = self.people[who]
        if kind == "cell":
            return lambda: save_cell(
                assessment_id=self.made.pk,
                alternative_id=self.home.pk,
                dimension=CELL[0],
                group=CELL[1],
                field=field,
                value=text,
                base_version=base,
                client_key=key,
                by=person,
            )
        return lambda: save(self.made, person, self.slot(place), text, base, key)

    def slot(self, place) -> str:
        kind, field = place
        if kind == "answer":
            return f"answer:{field}"
        return (self.cell() if kind == "cell" else self.rows[kind]).slot(field)

    def stored(self, place):
        """The row behind a place, if it has been made."""
        kind, field = place
        if kind == "answer":
            return Answer.objects.filter(assessment=self.made, key=field).first()
        row = self.cell() if kind == "cell" else self.rows[kind]
        return row and type(row).objects.get(pk=row.pk)

    def version_of(self, place) -> int:
        """The version that a page opened now shows."""
        row = self.stored(place)
        return row.version if row else 0

    def is_removed(self, kind) -> bool:
        row = self.rows[kind]
        return not type(row).objects.present().filter(pk=row.pk).exists()

    def everything_is_stored(self):
        for place in PLACES:
            row = self.stored(place)
            if row is None:
                assert not self.accepted[place]
                continue
            assert getattr(row, "value" if place[0] == "answer" else place[1]) == self.truth[place]
            assert self.history(self.slot(place)) == self.accepted[place]
        for kind, row in self.rows.items():
            told = self.history(row.slot("removed_at"))
            assert [value is not None for value in told] == self.presence[kind]
        assert self.hearing.findings.count() == 1 + self.added

    def history(self, slot) -> list:
        stored = Revision.objects.filter(assessment=self.made, slot=slot).order_by("pk")
        return list(stored.values_list("value", flat=True))


# --- The endpoint -----------------------------------------------------------------------------


def test_an_accepted_value_answers_with_version_and_time(writer, assessment):
    answer = post(writer, assessment, "answer:rec.conditions", "Only with a bus", 0)
    assert answer.status_code == 200
    assert answer.json()["version"] == 1
    assert answer.json()["saved_at"]


def test_a_conflict_answers_409_with_the_panel(writer, assessment, colleague):
    save(assessment, colleague, "answer:rec.conditions", "<b>theirs</b>", 0)
    answer = post(writer, assessment, "answer:rec.conditions", "mine", 0)
    assert answer.status_code == 409
    html = answer.json()["html"]
    assert "&lt;b&gt;theirs" in html and "mine" in html and str(colleague) in html


def test_without_a_login_the_script_is_told_where_to_log_in(assessment):
    page = "http://testserver" + reverse("assessments:assessment-light", args=[assessment.pk])
    answer = post(Client(), assessment, "answer:rec.summary", "text", 1, headers={"referer": page})
    assert answer.status_code == 401
    query = parse_qs(urlsplit(answer.json()["login"]).query)
    assert query["next"] == [urlsplit(page).path]


def test_the_return_address_never_leaves_the_site(assessment):
    headers = {"referer": "https://evil.example/phish"}
    answer = post(Client(), assessment, "answer:rec.summary", "text", 1, headers=headers)
    assert "evil" not in answer.json()["login"]


def test_a_page_of_an_older_session_is_asked_to_open_again(assessment, preparer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(preparer)
    answer = post(client, assessment, "answer:rec.summary", "text", 1)
    assert answer.status_code == 401
    assert assessment.answers.get(key="rec.summary").value != "text"


def test_a_reader_is_refused_with_the_reason(assessment):
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    client = Client()
    client.force_login(factories.user(Role.COUNCILLOR, assessment.municipality))
    answer = post(client, assessment, "answer:rec.summary", "text", 1)
    assert answer.status_code == 403
    assert answer.json()["errors"][0]


@pytest.mark.parametrize(
    "slot",
    [
        "",
        "answer:",
        "answer:no.such",
        "alternative:1",
        "alternative:x:name",
        "alternative:99999999999999999999999:name",
        "alternative:999999:name",
        "alternative:1:number",
        "user:1:password",
        "cell:1:safety",
        "cell:999999:safety:all:text",
        "cell:1:nowhere:all:text",
        "answer:dat.items",
    ],
)
def test_unknown_slots_are_not_found(writer, assessment, slot):
    assert post(writer, assessment, slot, "text").status_code == 404


def test_another_municipality_is_not_found_whatever_is_sent(writer):
    other = factories.full_light_assessment()
    row = other.alternatives.get(number=1)
    for slot in ("answer:rec.summary", row.slot("name"), f"cell:{row.pk}:safety:all:text"):
        assert post(writer, other, slot, "text", 1).status_code == 404
        assert post(writer, other, slot, CONTROL, 1).status_code == 404
    row.refresh_from_db()
    assert row.name == "Three evenings"


def test_a_row_of_another_assessment_is_not_found(writer, assessment):
    other = factories.full_light_assessment()
    row = other.alternatives.get(number=1)
    assert post(writer, assessment, row.slot("name"), "text", row.version).status_code == 404
    assert post(writer, assessment, f"cell:{row.pk}:safety:all:text", "x").status_code == 404


def test_a_body_of_another_municipality_is_refused(preparer):
    assessment = factories.full_light_assessment("decided")
    row = assessment.handlings.get()
    client = Client()
    client.force_login(assessment.proposal.preparer)
    other = factories.body()
    answer = post(client, assessment, row.slot("body"), other.pk, row.version)
    assert answer.status_code == 422
    own = factories.body(assessment.municipality)
    assert post(client, assessment, row.slot("body"), own.pk, row.version).status_code == 200
    row.refresh_from_db()
    assert row.body == own


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts_are_kept_as_text(writer, assessment, text):
    row = assessment.alternatives.get(number=1)
    assert post(writer, assessment, row.slot("name"), text, row.version).status_code == 200
    row.refresh_from_db()
    assert row.name == text
    page = writer.get(reverse("assessments:assessment-light", args=[assessment.pk]))
    assert "<script>alert" not in page.content.decode()


BAD_VALUES = [
    ("answer:rec.children_said", "a" * 601),
    ("answer:rec.summary", CONTROL),
    ("answer:rec.best", "7"),
    ("answer:rec.best", "x" * 100_000),
    ("answer:grp.age", "nobody"),
    ("answer:fup.start", "31.2.2026"),
    ("answer:fup.start", "0001-01-01"),
    ("answer:fup.owner", "a" * 121),
    ("alternative:name", "a" * 61),
    ("alternative:name", CONTROL),
    ("evidence:type", "rumour"),
    ("evidence:year", "last year"),
    ("evidence:year", "-1"),
    ("evidence:year", "9" * 5000),
    ("evidence:url", "javascript:alert(1)"),
    ("evidence:url", "https://" + "a" * 600),
    ("hearing:number", "1.5"),
    ("hearing:number", "99999999999"),
    ("hearing:date", "soon"),
    ("mitigation:due", "\x00"),
    ("impact:direction", "sideways"),
    ("impact:magnitude", "4"),
    ("impact:magnitude", "NaN"),
    ("followuppoint:due", "2026-13-45"),
]


@pytest.mark.parametrize(("slot", "value"), BAD_VALUES)
def test_bad_values_are_refused_with_a_message_and_nothing_changes(writer, assessment, slot, value):
    kind, _colon, field = slot.partition(":")
    row = None
    if kind != "answer":
        row = getattr(assessment, f"{kind}s").order_by("-pk").first()
        slot = row.slot(field)
    before = Revision.objects.count()
    answer = post(writer, assessment, slot, value, row.version if row else 1)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]
    assert Revision.objects.count() == before


@pytest.mark.parametrize("base", ["", "x", "-1", "9" * 40, "1.5", "\x00"])
@pytest.mark.parametrize("key", ["", "k" * 65, "\x00"])
def test_broken_versions_and_keys_never_break_the_server(writer, assessment, base, key):
    url = reverse("assessments:value-save", args=[assessment.pk])
    data = {"slot": "answer:rec.conditions", "value": "text", "base": base, "key": key}
    assert writer.post(url, data).status_code in (200, 422)


def test_a_cell_is_made_by_its_first_save_and_can_be_unknown(writer, assessment):
    alternative = assessment.alternatives.get(number=1)
    wire = f"cell:{alternative.pk}:safety:all"
    assert post(writer, assessment, f"{wire}:direction", "unknown").status_code == 200
    assert post(writer, assessment, f"{wire}:text", "Not studied").status_code == 200
    made = Impact.objects.get(alternative=alternative, dimension="safety")
    assert (made.direction, made.text) == ("unknown", "Not studied")


def test_a_refused_first_value_makes_no_empty_cell(writer, assessment):
    alternative = assessment.alternatives.get(number=1)
    answer = post(writer, assessment, f"cell:{alternative.pk}:safety:all:direction", "up")
    assert answer.status_code == 422
    assert not Impact.objects.filter(dimension="safety").exists()


def test_two_people_in_a_new_cell_meet_in_a_conflict(writer, assessment, colleague):
    alternative = assessment.alternatives.get(number=1)
    wire = f"cell:{alternative.pk}:safety:all:text"
    other = Client()
    other.force_login(colleague)
    assert post(other, assessment, wire, "theirs").status_code == 200
    answer = post(writer, assessment, wire, "mine")
    assert answer.status_code == 409
    assert f'data-conflict="{wire}"' in answer.json()["html"]


def _without_transactions(queries) -> list[str]:
    control = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
    return [each["sql"] for each in queries if not each["sql"].startswith(control)]


@pytest.mark.parametrize("slot", ["answer:rec.summary", "name", "date"])
def test_an_autosave_of_an_existing_field_takes_three_queries(writer, assessment, slot):
    """The person with all rights, the value, its revision; the session comes from the cache."""
    value, base = "A new text", 1
    if slot == "name":
        row = assessment.alternatives.get(number=1)
        slot, base = row.slot("name"), row.version
    elif slot == "date":
        row = assessment.hearings.get()
        slot, base, value = row.slot("date"), row.version, "2026-10-01"
    post(writer, assessment, "answer:rec.conditions", "the session is cached now", 0)
    with CaptureQueriesContext(connection) as queries:
        assert post(writer, assessment, slot, value, base).status_code == 200
    assert len(_without_transactions(queries.captured_queries)) <= 3


def test_the_first_answer_to_a_question_is_stored_once(writer, assessment):
    assert post(writer, assessment, "answer:grp.others", "Parents", 0).status_code == 200
    assert Answer.objects.filter(assessment=assessment, key="grp.others").count() == 1


def test_several_choices_are_one_value(writer, assessment):
    answer = post(writer, assessment, "answer:grp.age", ["a3_5", "a6"], 1)
    assert answer.status_code == 200
    assert assessment.answers.get(key="grp.age").value == ["a3_5", "a6"]
    assert json.dumps(assessment.answers.get(key="grp.age").value)


# --- Cells of the matrix ------------------------------------------------------------------------


def save_in_cell(assessment, by, field="text", value="Longer days.", base=0, key=""):
    return save_cell(
        assessment_id=assessment.pk,
        alternative_id=assessment.alternatives.get(number=1).pk,
        dimension="leisure",
        group="a13_15",
        field=field,
        value=value,
        base_version=base,
        client_key=key,
        by=by,
    )


def test_the_first_value_of_a_cell_makes_its_row_and_its_history(assessment, preparer):
    outcome = save_in_cell(assessment, preparer, key="k1")
    impact = assessment.impacts.get(child_group="a13_15")
    assert (impact.text, impact.version, outcome.version) == ("Longer days.", 1, 1)
    assert Revision.objects.get(slot=impact.slot("text")).value == "Longer days."
    # A retry after a lost answer is the same save.
    assert save_in_cell(assessment, preparer, key="k1").at == outcome.at
    assert Revision.objects.filter(slot=impact.slot("text")).count() == 1


def test_two_people_who_open_the_same_empty_cell_lose_nothing(assessment, preparer, colleague):
    save_in_cell(assessment, preparer)
    assert save_in_cell(assessment, colleague, "direction", "neg").version == 2
    clash = save_in_cell(assessment, colleague, value="Shorter days.")
    assert isinstance(clash, Conflict)
    assert (clash.theirs, clash.mine) == ("Longer days.", "Shorter days.")


@pytest.mark.parametrize(("base", "most"), [(0, 4), (1, 4)])
def test_a_save_of_a_cell_costs_four_queries(client, assessment, preparer, base, most):
    client.force_login(preparer)
    row = assessment.alternatives.get(number=1)
    url = reverse("assessments:value-save", args=[assessment.pk])
    data = {"slot": f"cell:{row.pk}:leisure:a13_15:text", "base": 0, "key": "k1", "value": "One"}
    client.get(url)
    if base:
        client.post(url, data)
        data |= {"base": base, "key": "k2", "value": "Two"}
    with CaptureQueriesContext(connection) as captured:
        assert client.post(url, data).status_code == 200
    asked = [each["sql"] for each in captured if "SAVEPOINT" not in each["sql"]]
    # The tests keep their sessions in the database: one query more.
    assert len([each for each in asked if "django_session" not in each]) <= most


def test_a_cell_of_a_removed_alternative_is_not_written(assessment, preparer):
    save_in_cell(assessment, preparer)
    row = assessment.alternatives.get(number=1)
    remove_row(assessment_id=assessment.pk, kind="alternative", row_id=row.pk, by=preparer)
    with pytest.raises(Http404):
        save_cell(
            assessment_id=assessment.pk,
            alternative_id=row.pk,
            dimension="leisure",
            group="a13_15",
            field="text",
            value="Too late.",
            base_version=1,
            by=preparer,
        )
