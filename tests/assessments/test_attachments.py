"""Files of an assessment: who attaches, reads, removes and restores them, and what holds then."""

import threading
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments.actions import attachments as actions
from assessments.files.kinds import KINDS
from assessments.files.receiving import Received
from assessments.models import Assessment, Attachment
from assessments.phases import Status
from municipalities.models import AuditEntry
from municipalities.roles import Role
from tests import factories
from tests.assessments.files import making

pytestmark = pytest.mark.django_db

TEXT = Received("answers.txt", KINDS["txt"], b"Twelve answers.")


@pytest.fixture
def assessment():
    return factories.full_light_assessment()


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def writer(log_in, preparer):
    return log_in(preparer)


def attach(assessment, by, received=TEXT, **rest) -> Attachment:
    given = {"part": "dat", "title": "Answers", "client_key": "k"} | rest
    return actions.attach(assessment=assessment, received=received, by=by, **given)


def kept() -> list[Path]:
    """Every file on the disk."""
    return [each for each in Path(default_storage.location).rglob("*") if each.is_file()]


def content(row: Attachment) -> bytes:
    with row.file.open() as file:
        return file.read()


def url(name: str, *args) -> str:
    return reverse(f"assessments:attachment-{name}", args=args)


def send(client, assessment, part="dat", **fields):
    data = {
        "title": "Answers",
        "file": SimpleUploadedFile("answers.txt", b"Twelve answers.", "text/html"),
        "client_key": "k",
    } | fields
    return client.post(url("add", assessment.pk, part), data)


# --- Attaching ----------------------------------------------------------------------------------


def test_a_file_is_attached_from_the_foot_of_its_part(writer, assessment, preparer):
    hearing = assessment.hearings.get()
    answer = send(writer, assessment, "hre", row=f"hearing:{hearing.pk}", title=" The  summary ")
    part = reverse("assessments:assessment-part", args=[assessment.pk, "hre"])
    assert answer["Location"] == f"{part}#attachments-hre"
    row = Attachment.objects.get()
    assert (row.title, row.name, row.kind_key) == ("The summary", "answers.txt", "txt")
    assert (row.uploaded_by, row.municipality) == (preparer, assessment.municipality)
    assert row.is_public is False
    assert content(row) == b"Twelve answers."
    page = writer.get(f"/en{part}").content.decode()
    assert "The summary" in page and "Text file" in page and "Ages 13-15" in page
    assert AuditEntry.objects.filter(
        action="attach", target=f"assessments.attachment:{row.pk}"
    ).exists()


def test_the_bytes_are_kept_under_a_name_that_tells_nothing(writer, assessment):
    send(writer, assessment)
    (place,) = kept()
    assert place.parent.name == str(assessment.municipality_id)
    assert place.parent.parent.name == "attachments"
    assert len(place.name) == 32 and "." not in place.name
    assert b"answers" not in place.name.encode()


@pytest.mark.parametrize("title", ["Answers of the pupils", ""])
def test_a_refused_file_is_told_beside_its_field_and_the_rest_stays(writer, assessment, title):
    hearing = assessment.hearings.get()
    bad = SimpleUploadedFile("a.pdf", b"<script>alert(1)</script>", "application/pdf")
    row = f"hearing:{hearing.pk}"
    answer = send(writer, assessment, "hre", title=title, file=bad, row=row)
    assert answer.status_code == 422
    form = answer.context["files"].form
    assert form["file"].errors and bool(form["title"].errors) == (title == "")
    page = answer.content.decode()
    assert f'value="{title}"' in page or not title
    assert f'<option value="{row}" selected>' in page
    assert "#id_attachment_file" in page
    assert not Attachment.objects.exists() and kept() == []


def test_a_file_that_is_too_large_is_not_kept_while_it_comes(writer, assessment, settings):
    settings.ATTACHMENT_MAX_BYTES = 100_000
    large = SimpleUploadedFile("a.txt", b"x" * 300_000)
    answer = send(writer, assessment, file=large)
    assert answer.status_code == 422
    assert answer.wsgi_request.FILES == {}
    (told,) = answer.context["files"].form.errors["file"]
    assert "0.1 M" in told
    assert 'value="Answers"' in answer.content.decode()


def test_the_form_opens_in_place_or_as_a_page(writer, assessment):
    address = url("add", assessment.pk, "dat")
    part = writer.get(reverse("assessments:assessment-part", args=[assessment.pk, "dat"]))
    assert f'href="{address}" hx-get="{address}?inside=1"' in part.content.decode()
    page = writer.get(address).content.decode()
    inside = writer.get(f"{address}?inside=1", headers={"HX-Request": "true"}).content.decode()
    assert 'type="file"' in page and "<h1>" in page
    assert 'type="file"' in inside and "<html" not in inside


def test_nothing_chosen_is_told(writer, assessment):
    answer = writer.post(url("add", assessment.pk, "dat"), {"title": "Answers"})
    assert answer.status_code == 422
    assert list(answer.context["files"].form.errors) == ["file"]


def test_a_hostile_name_is_not_shown_as_it_came(writer, assessment):
    name = "../../a\u202etxt.exe\u202cnotes.txt"
    send(writer, assessment, file=SimpleUploadedFile(name, b"Twelve answers."))
    row = Attachment.objects.get()
    assert row.name.isprintable() and "/" not in row.name


def test_a_photograph_is_kept_without_its_place(writer, assessment):
    send(writer, assessment, file=SimpleUploadedFile("a.jpg", making.photograph()))
    row = Attachment.objects.get()
    assert b"TelephoneMaker" not in content(row)
    assert row.sha256 == Received("", row.kind, content(row)).sha256


@pytest.mark.parametrize("row", ["hearing:0", "evidence:{evidence}", "hearing:{other}", "x", "a:b"])
def test_a_file_belongs_only_to_rows_of_its_own_part(writer, assessment, preparer, row):
    other = factories.full_light_assessment(municipality=assessment.municipality)
    evidence = assessment.evidences.first().pk
    row = row.format(evidence=evidence, other=other.hearings.get().pk)
    assert send(writer, assessment, "hre", row=row).status_code == 422
    with pytest.raises(ValidationError):
        attach(assessment, preparer, part="hre", row=row)
    assert kept() == []


def test_a_repeated_request_is_one_file(writer, assessment):
    assert send(writer, assessment)["Location"] == send(writer, assessment)["Location"]
    assert Attachment.objects.count() == len(kept()) == 1


def test_another_file_from_the_same_page_is_another_file(writer, assessment):
    """A page that the browser brought back from its memory still has its old key."""
    send(writer, assessment)
    send(writer, assessment, file=SimpleUploadedFile("b.txt", b"Others."))
    assert Attachment.objects.count() == len(kept()) == 2


def test_somebody_elses_key_is_not_mine(assessment, preparer):
    colleague = factories.user(Role.PREPARER, assessment.municipality)
    assert attach(assessment, preparer) != attach(assessment, colleague)


def test_what_was_typed_outlives_the_session(client, assessment, preparer):
    client.force_login(preparer)
    address = url("add", assessment.pk, "dat")
    owner = client.get(address).context["owner"]
    client.logout()
    answer = send(client, assessment, title="Answers of the pupils", owner=owner)
    assert "login" in answer["Location"]
    client.force_login(preparer)
    assert 'value="Answers of the pupils"' in client.get(address).content.decode()
    assert not Attachment.objects.exists()


# --- Limits and failures --------------------------------------------------------------------------


def test_no_more_files_than_agreed(assessment, preparer, settings):
    settings.ATTACHMENTS_PER_ASSESSMENT = 2
    first = attach(assessment, preparer, client_key="1")
    attach(assessment, preparer, client_key="2")
    with pytest.raises(ValidationError):
        attach(assessment, preparer, client_key="3")
    actions.remove(attachment=first, by=preparer)
    attach(assessment, preparer, client_key="4")
    with pytest.raises(ValidationError):
        actions.restore(attachment=first, by=preparer)
    assert len(kept()) == 3


def test_no_more_bytes_than_agreed_and_removed_ones_count(assessment, preparer, settings):
    settings.ATTACHMENT_BYTES_PER_ASSESSMENT = 2 * TEXT.size
    actions.remove(attachment=attach(assessment, preparer, client_key="1"), by=preparer)
    attach(assessment, preparer, client_key="2")
    with pytest.raises(ValidationError):
        attach(assessment, preparer, client_key="3")
    assert len(kept()) == 2


def test_a_full_assessment_is_told_beside_the_file(writer, assessment, settings):
    settings.ATTACHMENTS_PER_ASSESSMENT = 0
    answer = send(writer, assessment)
    assert answer.status_code == 422
    assert list(answer.context["files"].form.errors) == ["file"]


def test_a_failed_transaction_leaves_no_file(assessment, preparer, monkeypatch):
    def fail(*args):
        raise RuntimeError("the power went")

    monkeypatch.setattr(actions, "_record", fail)
    with pytest.raises(RuntimeError):
        attach(assessment, preparer)
    assert kept() == [] and not Attachment.objects.exists()


def test_a_disk_that_is_full_leaves_no_row(assessment, preparer, monkeypatch):
    def full(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr(actions.STORAGE, "save", full)
    with pytest.raises(OSError):
        attach(assessment, preparer)
    assert not Attachment.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("keys", "limit"), [("12", 1), ("11", 50)])
def test_two_at_once_keep_the_limit_and_make_no_duplicate(keys, limit, settings):
    settings.ATTACHMENTS_PER_ASSESSMENT = limit
    assessment = factories.assessment()
    by = assessment.proposal.preparer
    start, outcomes = threading.Barrier(2), []

    def work(key: str) -> None:
        start.wait(10)
        try:
            outcomes.append(attach(assessment, by, client_key=key).pk)
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[key]) for key in keys]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert Attachment.objects.count() == len(kept()) == 1
    assert outcomes.count("refused") == (1 if limit == 1 else 0)


@pytest.mark.django_db(transaction=True)
def test_the_bytes_go_when_the_assessment_is_deleted_and_not_before(assessment, preparer):
    attachment = attach(assessment, preparer)
    actions.remove(attachment=attachment, by=preparer)
    with transaction.atomic():
        Assessment.objects.filter(pk=assessment.pk).delete()
        assert len(kept()) == 1
        transaction.set_rollback(True)
    assert len(kept()) == 1
    Attachment.objects.all().delete()
    assert kept() == []


# --- Rights ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.PREPARING}))
def test_nothing_is_attached_after_the_preparation(status):
    assessment = factories.assessment(status)
    by = assessment.proposal.preparer
    row = factories.attachment(assessment)
    with pytest.raises(PermissionDenied):
        attach(assessment, by)
    for act in (actions.remove, actions.restore):
        with pytest.raises(PermissionDenied):
            act(attachment=row, by=by)
    assert len(kept()) == 1


def test_a_reader_attaches_nothing_and_another_municipality_is_not_found(assessment):
    row = factories.attachment(assessment)
    for role, place, error in (
        (Role.COUNCILLOR, assessment.municipality, Http404),
        (Role.PREPARER, factories.municipality(), Http404),
    ):
        person = factories.user(role, place)
        with pytest.raises(error):
            attach(assessment, person)
        with pytest.raises(error):
            actions.remove(attachment=row, by=person)


@pytest.mark.parametrize("part", ["imp", "rec", "unknown", ""])
def test_other_parts_take_no_files(assessment, preparer, part):
    with pytest.raises(Http404):
        attach(assessment, preparer, part=part)


def test_rights_are_looked_at_when_the_file_is_asked_for(log_in):
    assessment = factories.full_light_assessment(Status.FINAL)
    row = factories.attachment(assessment)
    councillor = factories.user(Role.COUNCILLOR, assessment.municipality)
    client = log_in(councillor)
    address = url("file", assessment.pk, row.pk)
    assert b"".join(client.get(address).streaming_content) == b"Twelve answers."
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.PREPARING)
    assert client.get(address).status_code == 404
    Assessment.objects.filter(pk=assessment.pk).update(status=Status.FINAL)
    councillor.memberships.update(municipality=factories.municipality())
    assert client.get(address).status_code == 404


def test_a_coordinator_is_told_why_and_sees_what_is_public(log_in):
    assessment = factories.full_light_assessment(Status.FINAL)
    hidden = factories.attachment(assessment, title="Not for all")
    factories.attachment(assessment, title="For everybody", is_public=True)
    client = log_in(factories.user(Role.COORDINATOR, assessment.municipality.region))
    answer = client.get(url("file", assessment.pk, hidden.pk))
    assert answer.status_code == 403
    page = client.get(url("list", assessment.pk)).content.decode()
    assert "For everybody" in page and "Not for all" not in page


def test_who_publishes_makes_a_file_public_and_takes_it_back(log_in):
    assessment = factories.full_light_assessment(Status.FINAL)
    row = factories.attachment(assessment)
    coordinator = factories.user(Role.COORDINATOR, assessment.municipality.region)
    registry = factories.user(Role.REGISTRY, assessment.municipality)
    for name, is_public, code in (("share", True, 200), ("unshare", False, 403)):
        client = log_in(registry)
        assert (
            url(name, assessment.pk, row.pk)
            in client.get(url("list", assessment.pk)).content.decode()
        )
        assert client.get(url(name, assessment.pk, row.pk)).status_code == 200
        for _twice in range(2):
            assert client.post(url(name, assessment.pk, row.pk)).status_code == 302
        row.refresh_from_db()
        assert row.is_public is is_public
        assert AuditEntry.objects.filter(action=f"{name}_attachment", by=registry).count() == 1
        client = log_in(coordinator)
        file = client.get(url("file", assessment.pk, row.pk))
        assert file.status_code == code
        if code == 200:
            assert b"".join(file.streaming_content)
        client = log_in(assessment.proposal.preparer)
        assert client.post(url(name, assessment.pk, row.pk)).status_code == 403
        assert (
            url(name, assessment.pk, row.pk)
            not in client.get(url("list", assessment.pk)).content.decode()
        )


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SCREENED_OUT, Status.WITHDRAWN])
def test_nothing_is_attached_to_a_matter_that_is_not_assessed(log_in, status):
    assessment = factories.assessment(status)
    client = log_in(assessment.proposal.preparer)
    assert not any(
        each.decision for each in client.get(url("list", assessment.pk)).context["parts"]
    )
    assert send(client, assessment).status_code == 403


def test_a_file_is_not_reached_through_another_assessment(writer, assessment, preparer):
    other = factories.full_light_assessment(municipality=assessment.municipality)
    row = factories.attachment(assessment)
    for name in ("file", "remove", "restore"):
        assert writer.get(url(name, other.pk, row.pk)).status_code == 404


# --- Giving out ----------------------------------------------------------------------------------


def test_a_file_is_for_the_disk_and_nothing_in_it_runs(writer, assessment):
    row = factories.attachment(assessment, name='Kyselyn tulos "7–9".txt')
    answer = writer.get(url("file", assessment.pk, row.pk))
    assert b"".join(answer.streaming_content) == b"Twelve answers."
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''Kyselyn%20tulos%20%227%E2%80%939%22.txt"
    )
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "private, no-store"


def test_the_web_server_gives_no_file_by_its_place(client, assessment):
    row = factories.attachment(assessment)
    for address in (f"/media/{row.file.name}", f"/{row.file.name}", f"/static/{row.file.name}"):
        assert client.get(address).status_code == 404


def test_a_removed_file_is_gone_and_comes_back(writer, assessment):
    row = factories.attachment(assessment)
    file, remove, restore = (
        url(name, assessment.pk, row.pk) for name in ("file", "remove", "restore")
    )
    assert writer.head(remove).status_code == 200
    page = writer.post(remove, follow=True).content.decode()
    assert restore in page
    assert writer.get(file).status_code == writer.post(remove).status_code == 404
    assert file not in page and len(kept()) == 1
    row.refresh_from_db()
    assert row.removed_by == assessment.proposal.preparer
    assert writer.get(restore).status_code == 200
    assert file in writer.post(restore, follow=True).content.decode()
    assert b"".join(writer.get(file).streaming_content) == b"Twelve answers."


def test_a_part_costs_one_query_more_with_any_number_of_files(writer, assessment):
    part = reverse("assessments:assessment-part", args=[assessment.pk, "dat"])
    other = reverse("assessments:assessment-part", args=[assessment.pk, "grp"])

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            writer.get(address)
        return sum("assessments_attachment" in each["sql"] for each in captured)

    queries(part)
    assert queries(other) == 0
    for _each in range(3):
        factories.attachment(assessment)
        assert queries(part) == 1
