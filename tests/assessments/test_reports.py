"""A report that is asked for is made once, whatever happens to the worker or the broker."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from celery import Celery
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from assessments import pdf
from assessments.actions.reports import request_report, retry_report
from assessments.models import Report
from assessments.phases import Status
from assessments.tasks.reports import render_report
from municipalities.models.owed import MAX_ATTEMPTS
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_light_assessment(Status.FINAL)


@pytest.fixture
def preparer(assessment):
    return assessment.proposal.preparer


@pytest.fixture
def quick(monkeypatch, tmp_path):
    """Rendering that costs nothing, for tests of what happens around it."""

    def render(html, limits=None):
        path = tmp_path / "made.pdf"
        path.write_bytes(b"%PDF-1.7 made")
        return pdf.Made(path, 3)

    monkeypatch.setattr(pdf, "render", render)


def done(report):
    render_report(report.pk)
    report.refresh_from_db()
    return report


# --- The job ----------------------------------------------------------------------------------


def test_the_same_content_is_made_once(assessment, preparer, quick):
    first = request_report(assessment=assessment, language="fi", by=preparer)
    assert first.state == Report.State.QUEUED
    assert request_report(assessment=assessment, language="fi", by=preparer) == first
    assert request_report(assessment=assessment, language="sv", by=preparer) != first
    done(first)
    assert request_report(assessment=assessment, language="fi", by=preparer) == first
    factories.set_answers(assessment, rec__summary="Other words.")
    assert request_report(assessment=assessment, language="fi", by=preparer) != first


def test_the_message_is_sent_only_after_the_commit(
    assessment, preparer, monkeypatch, django_capture_on_commit_callbacks
):
    sent = []
    monkeypatch.setattr(render_report, "delay", sent.append)
    with django_capture_on_commit_callbacks(execute=True):
        report = request_report(assessment=assessment, language="fi", by=preparer)
        assert not sent
    assert sent == [report.pk]


def test_a_finished_report_has_its_file_and_pages(assessment, preparer, quick):
    report = done(request_report(assessment=assessment, language="fi", by=preparer))
    assert (report.state, report.pages) == (Report.State.DONE, 3)
    with report.file.open("rb") as file:
        assert file.read() == b"%PDF-1.7 made"
    render_report(report.pk)
    assert Report.objects.get(pk=report.pk).attempts == 1


def test_a_failure_is_told_tried_again_and_given_up(assessment, preparer, monkeypatch):
    def refuse(html, limits=None):
        raise pdf.RenderFailed("Needed too much time.")

    monkeypatch.setattr(pdf, "render", refuse)
    report = done(request_report(assessment=assessment, language="fi", by=preparer))
    assert (report.state, report.error) == (Report.State.QUEUED, "Needed too much time.")
    assert report.not_before > timezone.now()
    for _attempt in range(MAX_ATTEMPTS - 1):
        Report.objects.filter(pk=report.pk).update(not_before=timezone.now())
        done(report)
    assert report.state == Report.State.FAILED
    retry_report(report=report, by=preparer)
    assert (report.state, report.attempts, report.error) == (Report.State.QUEUED, 0, "")


def test_an_unforeseen_error_is_told_too(assessment, preparer, monkeypatch):
    def break_down(html, limits=None):
        raise RuntimeError("No room on the disk.")

    monkeypatch.setattr(pdf, "render", break_down)
    report = request_report(assessment=assessment, language="fi", by=preparer)
    with pytest.raises(RuntimeError):
        render_report(report.pk)
    report.refresh_from_db()
    assert (report.state, report.error) == (
        Report.State.QUEUED,
        "RuntimeError: No room on the disk.",
    )


def test_a_late_worker_changes_nothing_and_leaves_no_file(
    assessment, preparer, monkeypatch, quick, settings
):
    report = request_report(assessment=assessment, language="fi", by=preparer)
    made = pdf.render

    def slow(html, limits=None):
        Report.objects.filter(pk=report.pk).update(lease_until=timezone.now() - timedelta(1))
        assert Report.objects.claim(report.pk).attempts == 2
        return made(html, limits)

    monkeypatch.setattr(pdf, "render", slow)
    done(report)
    assert (report.state, report.attempts, report.file.name) == (Report.State.CLAIMED, 2, "")
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.pdf"))


def test_a_report_of_a_draft_is_for_those_who_prepare_it():
    made = factories.assessment(Status.PREPARING)
    with pytest.raises(PermissionDenied):
        request_report(
            assessment=made,
            language="fi",
            by=factories.user(Role.COUNCILLOR, made.municipality),
        )


# --- The pages --------------------------------------------------------------------------------


def url(report, tail=""):
    return f"/proposals/{report.assessment_id}/reports/{report.pk}/{tail}"


def test_the_page_follows_the_report_from_the_queue_to_the_file(
    assessment, preparer, log_in, quick
):
    client = log_in(preparer)
    response = client.post(f"/proposals/{assessment.pk}/reports/", {"language": "fi"})
    report = Report.objects.get()
    assert response.headers["Location"] == url(report)
    page = client.get(url(report)).content.decode()
    assert 'role="status"' in page
    assert 'hx-trigger="every 2s"' in page
    assert '<noscript><p><a href="">' in page
    fragment = client.get(url(report), headers={"HX-Request": "true"})
    assert fragment.status_code == 200
    assert "<html" not in fragment.content.decode()
    assert client.get(url(report, "file/")).status_code == 404
    done(report)
    fragment = client.get(url(report), headers={"HX-Request": "true"})
    assert fragment.status_code == 286
    assert url(report, "file/") in fragment.content.decode()
    assert "every 2s" not in client.get(url(report)).content.decode()
    file = client.get(url(report, "file/") + "?download")
    assert b"".join(file.streaming_content) == b"%PDF-1.7 made"
    assert file["Content-Type"] == "application/pdf"
    assert "LAVA-123-2026-fi.pdf" in file["Content-Disposition"]
    assert "private" in file["Cache-Control"]


def test_a_failed_report_tells_why_and_can_be_tried_again(assessment, preparer, log_in):
    report = request_report(assessment=assessment, language="fi", by=preparer)
    Report.objects.filter(pk=report.pk).update(state=Report.State.FAILED, error="It was too long.")
    client = log_in(preparer)
    page = client.get(url(report)).content.decode()
    assert "It was too long." in page
    assert url(report, "retry/") in page
    assert client.post(url(report, "retry/")).status_code == 302
    report.refresh_from_db()
    assert report.state == Report.State.QUEUED


def test_trying_again_gives_the_report_that_was_made_since(assessment, preparer, log_in):
    old = request_report(assessment=assessment, language="fi", by=preparer)
    Report.objects.filter(pk=old.pk).update(state=Report.State.FAILED)
    newer = request_report(assessment=assessment, language="fi", by=preparer)
    assert newer != old
    answer = log_in(preparer).post(url(old, "retry/"))
    assert answer["Location"] == url(newer)
    old.refresh_from_db()
    assert old.state == Report.State.FAILED


def test_rights_to_reports(assessment, preparer, log_in, quick):
    draft = done(request_report(assessment=assessment, language="fi", by=preparer))
    Report.objects.filter(pk=draft.pk).update(
        content={**draft.content, "status": {"key": "preparing", "label": ""}}
    )
    finished = done(request_report(assessment=assessment, language="sv", by=preparer))
    councillor = log_in(factories.user(Role.COUNCILLOR, assessment.municipality))
    assert councillor.get(url(draft, "file/")).status_code == 403
    assert councillor.get(url(draft)).status_code == 403
    assert b"".join(councillor.get(url(finished, "file/")).streaming_content)
    stranger = log_in(factories.user(Role.LAVA_CONTACT))
    for tail in ("", "file/"):
        assert stranger.get(url(finished, tail)).status_code == 404
    assert stranger.post(url(finished, "retry/")).status_code == 404
    assert (
        stranger.post(f"/proposals/{assessment.pk}/reports/", {"language": "fi"}).status_code == 404
    )


def test_only_the_languages_on_offer_can_be_asked_for(assessment, preparer, log_in):
    client = log_in(preparer)
    for language in ("", "xx", "fi\x00", "a" * 500):
        address = f"/proposals/{assessment.pk}/reports/"
        assert client.post(address, {"language": language}).status_code == 404
    assert not Report.objects.exists()


# --- A real worker ----------------------------------------------------------------------------


def _database_url() -> str:
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    host = f"{values['HOST'] or '127.0.0.1'}:{values['PORT'] or 5432}"
    return f"postgres://{values['USER']}:{values['PASSWORD']}@{host}/{values['NAME']}"


@pytest.fixture
def broker(tmp_path):
    """A broker of this test's own; the worker and the test find it in the same folder."""
    folder = tmp_path / "var" / "broker"
    for name in ("messages", "processed", "control"):
        (folder / name).mkdir(parents=True)
    options = {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "processed_folder": str(folder / "processed"),
        "control_folder": str(folder / "control"),
    }
    app = Celery("sender", broker="filesystem://localhost", set_as_current=False)
    app.conf.broker_transport_options = options
    yield app
    app.close()


@contextmanager
def worker(tmp_path, pool="solo"):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "lava.settings.test",
        "VAR_DIR": str(tmp_path / "var"),
        "MEDIA_ROOT": str(tmp_path / "media"),
        "DATABASE_URL": _database_url(),
        "REDIS_URL": "",
    }
    log = (tmp_path / "worker.log").open("ab")
    process = subprocess.Popen(
        [
            *(sys.executable, "-W", "ignore:You're running the worker with superuser"),
            *("-m", "celery", "-A", "lava", "worker", "-l", "info"),
            *("--pool", pool, "--concurrency", "1"),
        ],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        log.close()


def wait_for(condition, seconds=120):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("waited in vain")


def left_behind(tmp_path) -> list[int]:
    """Processes that still live in this test's folder."""
    mark = f"VAR_DIR={tmp_path / 'var'}".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_and_a_wiped_broker_still_end_in_one_valid_pdf(
    tmp_path, broker, monkeypatch
):
    monkeypatch.setattr(render_report, "delay_on_commit", lambda pk: None)  # the message is lost
    made = factories.full_light_assessment(Status.FINAL)
    factories.set_answers(made, rec__reason="Perusteluja on paljon. " * 200)
    report = request_report(assessment=made, language="fi", by=made.proposal.preparer)

    def state():
        report.refresh_from_db()
        return report.state

    with worker(tmp_path) as first:
        broker.send_task("assessments.tasks.render_report", [report.pk])
        wait_for(lambda: state() == Report.State.CLAIMED)
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    assert state() == Report.State.CLAIMED
    wait_for(lambda: not left_behind(tmp_path))

    Report.objects.filter(pk=report.pk).update(lease_until=timezone.now())  # the lease runs out
    with worker(tmp_path, pool="prefork"):
        broker.send_task("assessments.periodic.sweep")
        wait_for(lambda: state() == Report.State.DONE)
    assert report.attempts == 2
    files = list((tmp_path / "media").rglob("*.pdf"))
    assert [file.name for file in files] == [Path(report.file.name).name]
    with pikepdf.open(files[0]) as opened:
        assert len(opened.pages) == report.pages
