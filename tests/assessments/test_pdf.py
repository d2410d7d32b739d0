"""The report as PDF/UA-1, made under hard limits and without fetching anything."""

import re
import subprocess
from datetime import date
from pathlib import Path

import page
import pikepdf
import pytest
from django.conf import settings

from assessments import pdf
from assessments.actions.rows import add_row
from assessments.content import freeze
from assessments.models import Alternative
from assessments.phases import Status
from tests import factories

SMALL = '<!doctype html><html lang="fi"><head><title>t</title></head><body>%s</body></html>'


def report(language: str, target: Path, **fields) -> Path:
    place = factories.municipality(language_status="fi-sv")
    made = factories.full_light_assessment(
        Status.CLOSED,
        municipality=place,
        title="Lähikoulun iltapäivätoiminta",
        title_alt="Närskolans eftermiddagsverksamhet",
        **fields,
    )
    factories.set_answers(
        made,
        rec__summary="Kaverit <b>säilyvät</b> {{ c.title }} \u202eabc\u202c & 😀\x0c loppu.",
    )
    with pdf.render(pdf.document(freeze(made, language))) as rendered:
        target.write_bytes(rendered.file.read())
    assert not rendered.path.exists()
    return target


@pytest.fixture(scope="module")
def files(tmp_path_factory, django_db_setup, django_db_blocker):
    """The same assessment in both languages, made once for all these tests."""
    from django.db import transaction

    folder = tmp_path_factory.mktemp("reports")
    with django_db_blocker.unblock(), transaction.atomic():
        made = {
            language: report(language, folder / f"{language}.pdf", is_demo=language == "sv")
            for language in ("fi", "sv")
        }
        transaction.set_rollback(True)
    return made


@pytest.fixture(params=["fi", "sv"])
def language(request):
    return request.param


def text_of(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout


def elements(node):
    """Every structure element below ``node``, itself included."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from elements(each)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


def test_the_file_keeps_the_rules_of_pdf_ua_1(files, language):
    result = page.validate_pdf(str(files[language]), profile="ua1")
    assert result.is_compliant, [failure.rule_id for failure in result.failures]


def test_the_structure_tree_tells_what_the_page_shows(files, language):
    with pikepdf.open(files[language]) as opened:
        root = opened.Root
        assert str(root.Lang) == language
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert len(opened.open_outline().root) > 5
        found = list(elements(root.StructTreeRoot.K))
        kinds = [str(each.S) for each in found]
        for kind in ("/H1", "/H2", "/H3", "/Table", "/THead", "/TH", "/TD", "/Caption", "/Link"):
            assert kind in kinds, kind
        headings = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
        assert headings[0] == 1
        assert all(
            after - before <= 1 for before, after in zip(headings, headings[1:], strict=False)
        )
        assert all("/Alt" in each for each in found if each.S == "/Figure")


def test_header_cells_tell_what_they_head(files, language):
    with pikepdf.open(files[language]) as opened:
        tables = [each for each in elements(opened.Root.StructTreeRoot.K) if each.S == "/Table"]
        for table in tables:
            scopes = {str(each.A.Scope) for each in elements(table.K) if each.S == "/TH"}
            assert scopes <= {"/Row", "/Column"}
        captioned = [
            table for table in tables if any(each.S == "/Caption" for each in elements(table.K))
        ]
        for table in captioned:
            head = next(each for each in elements(table.K) if each.S == "/THead")
            assert all(each.A.Scope == "/Column" for each in elements(head.K) if each.S == "/TH")


def test_links_print_and_running_headers_are_not_told(files, language):
    with pikepdf.open(files[language]) as opened:
        flags = [
            int(annotation.F) & 4 for one in opened.pages for annotation in one.get("/Annots", [])
        ]
        assert flags
        assert all(flags)
        for one in list(opened.pages)[1:]:
            assert b"/Artifact BMC" in one.Contents.read_bytes()


def test_parts_in_the_other_language_say_so(files):
    with pikepdf.open(files["sv"]) as opened:
        languages = {
            str(each.Lang) for each in elements(opened.Root.StructTreeRoot.K) if "/Lang" in each
        }
    assert "fi" in languages


def test_the_pdf_says_what_was_written_and_nothing_is_read_as_markup(files):
    text = " ".join(text_of(files["fi"]).split())
    for expected in (
        "Lähikoulun iltapäivätoiminta",
        "123/2026",
        "<b>säilyvät</b> {{ c.title }}",
        "Friends are the most important thing.",
        "A school café on two afternoons.",
        "Fewer visitors, but less than feared.",
        "CC BY 4.0",
    ):
        assert expected.lower() in text.lower(), expected
    assert re.search(r"\b1 ?/ ?\d", text)
    assert "Närskolans eftermiddagsverksamhet" in " ".join(text_of(files["sv"]).split())


def test_demonstration_is_marked_on_every_page(files):
    for one in text_of(files["sv"]).split("\f")[:-1]:
        assert re.search("demo|exempel", one, re.IGNORECASE)
    assert not re.search("demonstra", text_of(files["fi"]), re.IGNORECASE)


@pytest.mark.django_db
def test_a_wide_matrix_lies_on_its_side(tmp_path):
    made = factories.full_light_assessment(Status.FINAL)
    for number in range(2, 6):
        Alternative.objects.create(
            assessment=made,
            municipality=made.municipality,
            number=number,
            name=f"Yhtenäiskoulurakennushankesuunnitelma {number}",
        )
    target = tmp_path / "wide.pdf"
    with pdf.render(pdf.document(freeze(made, "fi"))) as rendered:
        target.write_bytes(rendered.file.read())
    assert page.validate_pdf(str(target), profile="ua1").is_compliant
    with pikepdf.open(target) as opened:
        shapes = {float(one.mediabox[2]) > float(one.mediabox[3]) for one in opened.pages}
    assert shapes == {True, False}


@pytest.mark.django_db
@pytest.mark.parametrize("lines", [0, 14, 28])
def test_the_totals_never_stand_on_a_page_without_their_matrix(tmp_path, lines):
    made = factories.full_light_assessment(Status.FINAL)
    made.dimensionscopes.update(is_relevant=True)
    content = freeze(made, "en")
    content["description"] = ["A line of the description."] * lines
    target = tmp_path / "totals.pdf"
    with pdf.render(pdf.document(content)) as rendered:
        target.write_bytes(rendered.file.read())
    [of_totals] = [each for each in text_of(target).split("\f") if "In all" in each]
    assert "by dimension and alternative" in of_totals
    assert content["matrix"][0]["label"] in of_totals


@pytest.mark.django_db
def test_a_group_is_told_once_above_its_judgements_and_beside_its_harm():
    made = factories.full_assessment(Status.FINAL)
    made.impacts.update(child_group="a7_9", count=None)
    html = pdf.document(freeze(made, "en"))
    group = "Ages 7–9 (grades 1–3)"
    assert f'scope="rowgroup">{group}</th>' in html
    assert not re.search(r"\([^()<]*\([^()]*\)", html)


# --- Limits and fetching ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/x.css",
        "https://example.org/x.png",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "asset:/../../pyproject.toml",
        "asset:/css/",
        "//example.org/x.css",
    ],
)
def test_nothing_but_packaged_assets_is_served(url):
    with pytest.raises(ValueError, match="Not"):
        pdf.fetcher(settings.BASE_DIR / "static").fetch(url)


def test_packaged_assets_and_data_are_served():
    fetch = pdf.fetcher(settings.BASE_DIR / "static").fetch
    with fetch("asset:/css/report.css")._file_obj as sheet:
        assert b"@page" in sheet.read()
    assert fetch("data:text/plain,abc").read() == b"abc"


def test_a_document_that_asks_for_the_network_is_made_without_it(unused_port):
    html = SMALL % (
        f'<img alt="x" src="http://127.0.0.1:{unused_port}/a.png">'
        '<link rel="stylesheet" href="file:///etc/hostname"><p>teksti</p>'
    )
    with pdf.render(html) as made:
        assert made.pages == 1


def test_a_paragraph_of_a_megabyte_ends_in_a_reason_not_in_a_hanging_worker():
    html = SMALL % ("<p>" + "lapsivaikutusten arviointi " * 40_000 + "</p>")
    with pytest.raises(pdf.RenderFailed):
        pdf.render(html, pdf.Limits(wall_seconds=1.5))


def test_the_processor_limit_ends_a_child_by_itself():
    html = SMALL % ("<p>" + "lapsivaikutusten arviointi " * 40_000 + "</p>")
    with pytest.raises(pdf.RenderFailed):
        pdf.render(html, pdf.Limits(wall_seconds=30, cpu_seconds=1))


def test_too_much_memory_is_refused():
    with pytest.raises(pdf.RenderFailed):
        pdf.render(SMALL % ("<p>a</p>" * 60_000), pdf.Limits(memory_bytes=260_000_000))


def test_an_error_in_the_child_is_a_reason(settings):
    with pytest.raises(pdf.RenderFailed, match="File"):
        pdf.render(SMALL % ("<p>a</p>" * 500), pdf.Limits(file_bytes=100))


@pytest.mark.django_db
def test_a_full_assessment_under_follow_up_keeps_the_rules_and_describes_its_drawings(tmp_path):
    made = factories.full_assessment(Status.FOLLOWING)
    factories.indicator(made)
    outcome = add_row(
        assessment_id=made.pk,
        kind="outcome",
        by=made.proposal.preparer,
        parent=made.followuppoints.get().pk,
    )
    made.outcomes.filter(pk=outcome.pk).update(date=date(2027, 4, 1), realised="partly")
    outcome.values.update(value=85)
    outcome.impacts.update(realised="yes")
    path = tmp_path / "full.pdf"
    with pdf.render(pdf.document(freeze(made, "en"))) as rendered:
        path.write_bytes(rendered.file.read())
    result = page.validate_pdf(str(path), profile="ua1")
    assert result.is_compliant, [failure.rule_id for failure in result.failures]
    with pikepdf.open(path) as opened:
        (figure,) = [
            each for each in elements(opened.Root.StructTreeRoot.K) if str(each.S) == "/Figure"
        ]
        assert str(figure.Alt) == (
            "Forecast and reality: Visits to the youth centre. Before: 80 visits a week;"
            " 1 April 2027: 85 visits a week; Target: 90 visits a week."
        )
    assert "Towards the target" in text_of(path)
