"""The Word file, read back: headings, header rows, languages, and nothing of the machine."""

import io
import zipfile

import pytest
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from assessments import docx
from assessments.agenda import compose
from assessments.content import freeze
from assessments.models import Alternative
from assessments.phases import Status
from tests import factories

pytestmark = pytest.mark.django_db

ODD = "Kaverit <b>säilyvät</b> & {0} 😀\x00\x0b\x1f\ud800\ufffe \u202eabc ]]> loppu"


@pytest.fixture
def assessment():
    return factories.full_light_assessment(Status.FINAL)


def made(assessment, language="fi") -> bytes:
    content = freeze(assessment, language)
    return docx.render(content, compose(content))


def opened(assessment, language="fi"):
    return Document(io.BytesIO(made(assessment, language)))


def test_headings_are_real_and_skip_no_level(assessment):
    document = opened(assessment, "en")
    styles = [each.style.name for each in document.paragraphs]
    assert styles[0] == "Title"
    levels = [int(name[-1]) for name in styles if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))
    first = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert first == [
        "Text for the agenda item",
        "Summary",
        "Impacts on children",
        "What the children said",
    ]
    [block, *_others] = compose(freeze(assessment, "en")).blocks
    assert block.heading in [
        each.text for each in document.paragraphs if each.style.name == "Heading 2"
    ]
    items = [each.text for each in document.paragraphs if each.style.name == "List Bullet"]
    assert items[:2] == [str(each) for each in block.paragraphs[1].items]


def test_the_matrix_has_a_header_row_that_repeats(assessment):
    [table] = opened(assessment, "en").tables
    head, *body = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in body)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"
    assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
    words = [[cell.text for cell in row.cells] for row in table.rows]
    assert words[0] == ["Dimension", "A0 Present state continues", "A1 Three evenings"]
    assert words[1][2] == "− moderate negative (−2)"
    assert words[-1][0] == "In all"


@pytest.mark.parametrize(("language", "locale"), [("fi", "fi-FI"), ("sv", "sv-FI")])
def test_the_file_tells_its_language_title_and_no_machine(assessment, language, locale):
    data = made(assessment, language)
    document = Document(io.BytesIO(data))
    told = document.core_properties
    assert told.language == locale
    assert told.title.endswith("Youth centre opening hours")
    assert (
        told.author == told.last_modified_by == freeze(assessment, language)["municipality"]["name"]
    )
    assert told.comments == ""
    languages = document.styles.element.iter(qn("w:lang"))
    assert {each.get(qn("w:val")) for each in languages} == {locale}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
    assert not any("thumbnail" in name or "app.xml" in name for name in names)
    assert b"python-docx" not in everything
    assert b'TargetMode="External"' not in everything


def test_texts_in_the_other_language_say_so(assessment):
    document = opened(assessment, "sv")
    marks = {each.get(qn("w:val")) for each in document.element.body.iter(qn("w:lang"))}
    assert marks == {"fi-FI"}


def test_odd_characters_are_safe(assessment):
    content = freeze(assessment, "fi")
    content["recommendation"]["summary"] = content["hearings"][0]["said"] = [ODD]
    content["title"] = content["alternatives"][1]["name"] = ODD
    document = Document(io.BytesIO(docx.render(content, compose(content))))
    whole = "\n".join(each.text for each in document.paragraphs)
    assert "Kaverit <b>säilyvät</b> & {0} 😀" in whole
    assert "]]> loppu" in whole


def test_demonstration_is_marked_on_every_page():
    shown = opened(factories.full_light_assessment(Status.FINAL, is_demo=True), "en")
    assert "Demonstration" in shown.sections[0].header.paragraphs[-1].text
    plain = opened(factories.full_light_assessment(Status.FINAL), "en")
    assert not any("Demonstration" in each.text for each in plain.sections[0].header.paragraphs)


def test_a_wide_matrix_lies_on_its_side(assessment):
    for number in range(2, 6):
        Alternative.objects.create(
            assessment=assessment,
            municipality=assessment.municipality,
            number=number,
            name=f"Site {number}",
        )
    shapes = [each.page_width > each.page_height for each in opened(assessment).sections]
    assert shapes == [False, True, False]


@pytest.mark.parametrize("status", list(Status))
def test_every_status_makes_a_file(status):
    assert opened(factories.assessment(status)).paragraphs


# --- The addresses ----------------------------------------------------------------------------


@pytest.fixture
def client_of(client, assessment):
    client.force_login(assessment.proposal.preparer)
    return client


def test_the_file_has_a_safe_name(client_of, assessment):
    assessment.proposal.diary_number = '12/"..\r\n/x ä'
    assessment.proposal.save()
    response = client_of.get(reverse("assessments:agenda-document", args=[assessment.pk, "fi"]))
    assert response["Content-Type"] == docx.CONTENT_TYPE
    assert response["Content-Disposition"] == 'attachment; filename="LAVA-12-x-a-fi.docx"'
    assert Document(io.BytesIO(response.content)).paragraphs


def test_the_page_gives_both_languages_and_links_to_what_is_missing(client):
    place = factories.municipality(language_status="fi-sv")
    assessment = factories.full_light_assessment(Status.FINAL, municipality=place)
    client.force_login(assessment.proposal.preparer)
    address = reverse("assessments:agenda-text", args=[assessment.pk])
    html = client.get(address, {"annex": "<7>"}).content.decode()
    for language in ("fi", "sv"):
        assert f'data-copy-target="agenda-{language}"' in html
        assert reverse("assessments:agenda-document", args=[assessment.pk, language]) in html
    assert "&lt;7&gt;" in html
    assert "?annex=%3C7%3E" in html
    dec = reverse("assessments:assessment-part", args=[assessment.pk, "dec"])
    assert f"{dec}#id_dec.proposal_alt" in html


def test_the_matter_of_one_child_has_no_text(client_of, assessment):
    factories.set_answers(assessment, scr__individual="yes")
    page = client_of.get(reverse("assessments:agenda-text", args=[assessment.pk]))
    assert "copy-source" not in page.content.decode()
    file = client_of.get(reverse("assessments:agenda-document", args=[assessment.pk, "fi"]))
    assert file.status_code == 404
