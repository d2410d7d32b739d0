"""Attaching a file in the browser, with scripts and without."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import factories
from tests.browser.driving import axe

pytestmark = pytest.mark.django_db(transaction=True)

FILE = {"name": "answers.txt", "mimeType": "text/plain", "buffer": b"Twelve answers."}
WRONG = FILE | {"name": "answers.pdf"}


@pytest.fixture
def assessment():
    return factories.assessment()


def part_of(live_server, assessment) -> str:
    return f"{live_server.url}/en" + reverse(
        "assessments:assessment-part", args=[assessment.pk, "hre"]
    )


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_file_is_attached_refused_removed_and_brought_back(
    new_page, enter, live_server, assessment, scripts
):
    page = enter(new_page(width=360, java_script_enabled=scripts), assessment.proposal.preparer)
    page.goto(part_of(live_server, assessment))
    page.get_by_role("link", name="Attach a file").click()
    page.locator("#id_attachment_title").fill("Answers of the pupils")
    page.locator("#id_attachment_file").set_input_files(WRONG)
    page.get_by_role("button", name="Attach the file").click()
    expect(page.locator("#id_attachment_file_error")).to_contain_text(".pdf")
    expect(page.locator("#id_attachment_title")).to_have_value("Answers of the pupils")
    if scripts:
        axe(page)
    page.locator("#id_attachment_file").set_input_files(FILE)
    page.get_by_role("button", name="Attach the file").click()
    with page.expect_download() as given:
        page.get_by_role("link", name="Answers of the pupils").click()
    assert given.value.suggested_filename == "answers.txt"
    page.get_by_role("button", name=re.compile("Remove.*Answers")).click()
    expect(page.get_by_role("link", name="Answers of the pupils")).to_have_count(0)
    page.get_by_role("link", name="Undo").click()
    page.get_by_role("button", name="Bring back").click()
    expect(page.get_by_role("link", name="Answers of the pupils")).to_be_visible()


def test_what_was_typed_into_the_part_is_saved_when_a_file_is_sent(
    page, enter, live_server, assessment
):
    enter(page, assessment.proposal.preparer).goto(part_of(live_server, assessment))
    page.get_by_role("link", name="Attach a file").click()
    page.locator("#id_attachment_title").fill("Answers of the pupils")
    page.locator("#id_attachment_file").set_input_files(FILE)
    page.locator(".part-form textarea").fill("Typed just before.")
    page.get_by_role("button", name="Attach the file").click()
    expect(page.get_by_role("link", name="Answers of the pupils")).to_be_visible()
    expect(page.locator(".part-form textarea")).to_have_value("Typed just before.")
