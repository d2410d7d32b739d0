"""The history: every saved value can be read, compared and brought back."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments.actions.rows import add_row, remove_row
from assessments.actions.saving import save_value
from assessments.models import Revision
from assessments.views.history import diff
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_light_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def writer(preparer):
    client = Client()
    client.force_login(preparer)
    return client


def url(assessment):
    return reverse("assessments:revision-list", args=[assessment.pk])


def saved(assessment, by, slot, value, base):
    return save_value(
        assessment_id=assessment.pk, slot=slot, value=value, base_version=base, by=by
    ).version


def test_values_are_shown_in_words(writer, assessment, preparer):
    saved(assessment, preparer, "answer:rec.best", "1", 1)
    saved(assessment, preparer, "answer:fup.start", "2027-03-05", 1)
    impact = assessment.impacts.filter(direction="neg").get()
    saved(assessment, preparer, impact.slot("magnitude"), 3, impact.version)
    words = [entry.words for entry in writer.get(url(assessment)).context["entries"]]
    assert "5.3.2027" in words[1]
    assert "Three evenings" in words[2]
    assert words[0] not in ("3", "")


def test_two_versions_are_compared_word_by_word(writer, assessment, preparer):
    first = saved(assessment, preparer, "answer:rec.conditions", "The bus runs daily", 0)
    saved(assessment, preparer, "answer:rec.conditions", "The bus runs twice daily", first)
    new, old = Revision.objects.filter(slot="answer:rec.conditions")
    page = writer.get(
        url(assessment), {"field": "answer:rec.conditions", "old": old.pk, "new": new.pk}
    )
    html = page.content.decode()
    assert "<ins>" in html and "twice" in html.split("<ins>")[1]


def test_the_difference_adds_up_to_both_texts():
    old, new = "one two  three\nfour", "one 2 three\nfour five"
    pieces = diff(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


def test_bringing_back_an_earlier_value(writer, assessment, preparer):
    first = saved(assessment, preparer, "answer:rec.conditions", "Earlier", 0)
    saved(assessment, preparer, "answer:rec.conditions", "Later", first)
    entries = writer.get(url(assessment)).context["entries"]
    assert [entry.can_restore for entry in entries] == [False, True]
    revision = entries[1].revision
    back = writer.post(reverse("assessments:revision-restore", args=[assessment.pk, revision.pk]))
    assert back.status_code == 302
    assert assessment.answers.get(key="rec.conditions").value == "Earlier"


def test_coming_and_going_of_rows_is_told(writer, assessment, preparer):
    row = add_row(assessment_id=assessment.pk, kind="hearing", by=preparer)
    remove_row(assessment_id=assessment.pk, kind="hearing", row_id=row.pk, by=preparer)
    entries = writer.get(url(assessment)).context["entries"]
    assert len({entry.words for entry in entries}) == 2
    assert not any(entry.can_restore for entry in entries)


def test_foreign_revisions_and_assessments_are_not_found(writer, assessment):
    other = factories.full_light_assessment()
    saved(other, other.proposal.preparer, "answer:rec.conditions", "Secret", 0)
    revision = Revision.objects.get()
    assert writer.get(url(other)).status_code == 404
    for pk in (other.pk, assessment.pk):
        target = reverse("assessments:revision-restore", args=[pk, revision.pk])
        assert writer.post(target).status_code == 404


def test_a_council_member_does_not_read_drafts(assessment):
    type(assessment).objects.filter(pk=assessment.pk).update(status="final")
    client = Client()
    client.force_login(factories.user(Role.COUNCILLOR, assessment.municipality))
    assert client.get(url(assessment)).status_code == 403


@pytest.mark.parametrize(
    "query",
    [
        {"page": "x"},
        {"page": "999999999999999999999"},
        {"field": "<script>"},
        {"field": "answer:rec.conditions", "old": "9" * 30, "new": "x"},
        {"field": "\x00"},
    ],
)
def test_odd_queries_never_break_the_page(writer, assessment, preparer, query):
    saved(assessment, preparer, "answer:rec.conditions", "Text", 0)
    assert writer.get(url(assessment), query).status_code == 200


def test_the_page_takes_at_most_twelve_queries(writer, assessment, preparer):
    version = 0
    for number in range(40):
        version = saved(assessment, preparer, "answer:rec.conditions", f"Text {number}", version)
    for kind in ("hearing", "evidence", "alternative"):
        add_row(assessment_id=assessment.pk, kind=kind, by=preparer)
    writer.get(url(assessment))
    with CaptureQueriesContext(connection) as queries:
        page = writer.get(url(assessment))
    assert len(page.context["entries"]) == 30
    assert len(queries) <= 12


@pytest.mark.parametrize("space", [" ", "\n"])
def test_long_texts_of_few_words_are_not_compared_word_by_word(space):
    """The work grows with the pairs of equal words, so it is bounded by their number."""
    draw = random.Random(1).choices
    old, new = (f"First.\n{space.join(draw('abc', k=length))}" for length in (2000, 1990))
    pieces = diff(old, new)
    assert len(pieces) <= 3
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


def test_the_paragraph_that_changed_is_shown_where_words_are_too_many():
    same = "word " * 400 + "\n"
    assert diff(same + "old\n", same + "new\n") == [
        ("same", same),
        ("removed", "old\n"),
        ("added", "new\n"),
    ]


def restored(client, assessment, slot):
    """The answer of a client that brings back the first value of ``slot``."""
    first = Revision.objects.filter(assessment=assessment, slot=slot).order_by("pk").first()
    target = reverse("assessments:revision-restore", args=[assessment.pk, first.pk])
    return client.post(f"/en{target}", follow=True)


def test_a_day_that_no_longer_fits_with_the_others_is_refused_in_words(assessment, preparer):
    client = Client(raise_request_exception=False)
    client.force_login(preparer)
    matter = assessment.proposal
    meeting, version = matter.meeting_date, matter.version
    for name, day in (
        ("meeting_date", meeting),
        ("meeting_date", meeting + timedelta(days=100)),
        ("agenda_deadline", meeting + timedelta(days=90)),
    ):
        version = saved(assessment, preparer, matter.slot(name), day, version)
    page = restored(client, assessment, matter.slot("meeting_date"))
    assert "This value does not fit with the others." in page.content.decode()
    matter.refresh_from_db()
    assert matter.meeting_date == meeting + timedelta(days=100)


@pytest.mark.parametrize("name", ["preparer", "presenter"])
def test_somebody_who_has_left_is_not_brought_back(writer, assessment, preparer, name):
    matter = assessment.proposal
    gone = factories.user(Role.PRESENTER, assessment.municipality)
    version = saved(assessment, preparer, matter.slot(name), gone.pk, matter.version)
    saved(assessment, preparer, matter.slot(name), preparer.pk, version)
    gone.memberships.update(ended_at=timezone.now())
    page = restored(writer, assessment, matter.slot(name))
    assert "no longer prepares matters" in page.content.decode()
    matter.refresh_from_db()
    assert getattr(matter, name) == preparer
