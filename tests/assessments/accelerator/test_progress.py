"""Progress is computed from the pilots' assessments in a number of queries that never grows."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from assessments.accelerator import actions
from assessments.accelerator.progress import progress_rows, select, summarise
from assessments.accelerator.schedule import MeetingKind
from assessments.accelerator.tables import progress_csv, safe
from assessments.models import FollowUpPoint, Revision
from assessments.phases import Phase, Status
from tests import factories
from tests.factories import accelerator

pytestmark = pytest.mark.django_db


def _with_pilot(programme, status, **fields):
    place = factories.municipality(region=programme.region)
    made = factories.assessment(status=status, municipality=place, **fields)
    contact = factories.user("lava_contact", place)
    return accelerator.participation(programme, place, [made.proposal], contact=contact)


def _row(programme):
    (row,) = progress_rows(programme)
    return row


def test_the_real_phase_comes_from_the_assessment():
    programme = accelerator.programme()
    _with_pilot(programme, Status.FINAL, type="build")
    row = _row(programme)
    assert (row.real, row.planned, row.pace) == (Phase.DECISION, Phase.PREPARATION, "ahead")
    assert row.group == "school"
    assert row.reasons == ()


def test_a_withdrawn_matter_is_no_progress():
    programme = accelerator.programme()
    _with_pilot(programme, Status.WITHDRAWN)
    assert _row(programme).real is None
    assert [reason.key for reason in _row(programme).reasons] == ["pilot_dropped"]


def test_the_last_change_of_an_answer_is_movement():
    programme = accelerator.programme()
    taking_part = _with_pilot(programme, Status.PREPARING)
    made = taking_part.pilots.get().assessment
    long_ago = timezone.now() - timedelta(days=40)
    type(made).objects.update(status_since=long_ago)
    assert _row(programme).situation.days_still == 40
    Revision.objects.create(
        assessment=made,
        municipality=made.municipality,
        slot="answer:rec.summary",
        version=1,
        value="x",
        by=made.proposal.preparer,
    )
    assert _row(programme).situation.days_still == 0


def test_a_follow_up_point_without_an_outcome_is_late():
    programme = accelerator.programme()
    taking_part = _with_pilot(programme, Status.FOLLOWING)
    made = taking_part.pilots.get().assessment
    FollowUpPoint.objects.create(
        assessment=made,
        municipality=made.municipality,
        due=timezone.localdate() - timedelta(days=3),
    )
    assert [reason.key for reason in _row(programme).reasons] == ["followup_late"]


def test_those_who_need_attention_come_first():
    programme = accelerator.programme()
    calm = _with_pilot(programme, Status.PREPARING)
    urgent = accelerator.participation(programme)
    assert [row.participation for row in progress_rows(programme)] == [urgent, calm]


def test_a_municipality_that_left_has_no_row():
    programme = accelerator.programme()
    taking_part = accelerator.participation(programme)
    actions.leave(participation=taking_part, by=programme.created_by)
    assert progress_rows(programme) == []


def test_filters_and_order():
    programme = accelerator.programme()
    preparing = _with_pilot(programme, Status.PREPARING, type="build")
    final = _with_pilot(programme, Status.FINAL)
    empty = accelerator.participation(programme)
    rows = progress_rows(programme)

    def chosen(**choices):
        return [row.participation for row in select(rows, **choices)]

    assert chosen(group="school") == [preparing]
    assert chosen(phase="decision") == [final]
    assert chosen(phase="none") == [empty]
    assert chosen(attention="yes") == [empty]
    assert chosen(attention="late") == [empty]
    assert set(chosen(attention="no")) == {preparing, final}
    assert chosen(sort="municipality") == [preparing, final, empty]
    assert chosen(sort="phase") == [empty, preparing, final]
    assert chosen(sort="next")[-1] == empty


def test_figures_of_the_whole_programme():
    programme = accelerator.programme()
    _with_pilot(programme, Status.PREPARING)
    accelerator.participation(programme)
    figures = summarise(progress_rows(programme))
    assert (figures.total, figures.attention, figures.late, figures.without_pilot) == (2, 1, 1, 1)
    assert (Phase.PREPARATION, 1) in figures.by_phase


def test_a_moved_meeting_moves_the_planned_phase():
    programme = accelerator.programme()
    accelerator.participation(programme)
    assert _row(programme).planned == Phase.PREPARATION
    later = timezone.now() + timedelta(days=3)
    programme.meetings.filter(kind=MeetingKind.PREPARATION).update(
        starts_at=later, ends_at=later + timedelta(hours=1)
    )
    del programme.held_meetings
    assert _row(programme).planned == Phase.INITIAL_SURVEY


def _queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_number_of_queries_does_not_grow(log_in):
    programme = accelerator.programme()
    client = log_in(programme.created_by)
    url = f"/programmes/{programme.pk}/progress/"
    _with_pilot(programme, Status.PREPARING)
    client.get(url)
    few = _queries(client, url)
    for status in (Status.DRAFT, Status.FINAL, Status.FOLLOWING, Status.CLOSED):
        taking_part = _with_pilot(programme, status)
        more = factories.assessment(status=status, municipality=taking_part.municipality)
        taking_part.pilots.add(more.proposal)
    assert _queries(client, url) == few
    assert few <= 10


# --- The file -----------------------------------------------------------------------------------


def _file(programme, language="fi"):
    with translation.override(language):
        text = progress_csv(progress_rows(programme))
    return text, list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_the_file_opens_right_in_a_finnish_spreadsheet():
    programme = accelerator.programme()
    _with_pilot(programme, Status.PREPARING, title="Kyläkoulu; äiti & isä")
    text, (heads, row) = _file(programme)
    assert text.startswith("\ufeff")
    assert "\r\n" in text
    assert len(heads) == len(row)
    assert "Kyläkoulu; äiti & isä" in row


@pytest.mark.parametrize(
    "text", ["=1+1", "+358", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "|calc", "%0A=1"]
)
def test_no_cell_is_taken_for_a_formula(text):
    assert safe(text) == f"'{text}"


def test_ordinary_text_stays_as_it_is():
    assert safe("Lahti") == "Lahti"
    assert safe(None) == ""
    assert safe(12) == "12"


def test_a_formula_in_a_title_is_harmless_in_the_file():
    programme = accelerator.programme()
    _with_pilot(programme, Status.PREPARING, title='=HYPERLINK("http://x";"y")')
    _text, (_heads, row) = _file(programme)
    assert not any(cell.startswith("=") for cell in row)


def test_the_file_is_served_with_its_choices(log_in):
    programme = accelerator.programme()
    _with_pilot(programme, Status.PREPARING, title="Nuorisotila")
    accelerator.participation(programme)
    response = log_in(programme.created_by).get(
        f"/programmes/{programme.pk}/progress.csv?attention=no"
    )
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert len(lines) == 2
    assert "Nuorisotila" in lines[1]
