"""Files while they come in: each address takes as much as belongs there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

ATTACHMENT, RECORD = 100_000, 300_000


@pytest.fixture(autouse=True)
def _limits(settings):
    settings.ATTACHMENT_MAX_BYTES = ATTACHMENT
    settings.LARGER_UPLOADS = {"assessments:record-import": RECORD}


def send(client, name: str, size: int, *args):
    file = SimpleUploadedFile("a.txt", b"x" * size)
    return client.post(reverse(name, args=args), {"title": "A title", "file": file}).wsgi_request


@pytest.fixture
def assessment():
    return factories.assessment()


@pytest.mark.parametrize(("size", "kept"), [(ATTACHMENT, True), (ATTACHMENT + 1, False)])
def test_an_attachment_is_let_go_of_when_it_is_too_large(log_in, assessment, size, kept):
    client = log_in(assessment.proposal.preparer)
    request = send(client, "assessments:attachment-add", size, assessment.pk, "dat")
    assert bool(request.FILES) is kept
    assert getattr(request, "too_large", "") == ("" if kept else "file")
    assert request.POST["title"] == "A title"


@pytest.mark.parametrize(("size", "kept"), [(RECORD, True), (RECORD + 1, False)])
def test_a_record_may_be_larger(log_in, assessment, size, kept):
    client = log_in(assessment.proposal.preparer)
    assert bool(send(client, "assessments:record-import", size).FILES) is kept


def test_nobody_fills_the_disk_before_logging_in(client):
    assert not send(client, "assessments:record-import", ATTACHMENT + 1).FILES
