"""The shared look and the shared scripts, each in a page of its own without a server.

Sample pages are rendered in-process and handed to the browser, static files included; a test says
exactly what the server answered to each save.
"""

import json
import mimetypes
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, expect

SITE = "http://digi-lava.test"

WORK = """
{% extends "base.html" %}{% load ui %}
{% block title %}Work{% endblock %}
{% block scripts %}<script src="{% static 'js/matrix.js' %}" defer></script>{% endblock %}
{% block breadcrumbs %}{% include "components/breadcrumbs.html" %}{% endblock %}
{% block content %}
<header class="page-header"><div><p class="eyebrow">Heinola</p><h1>Future of a school</h1>
<p class="lead">Light assessment.</p></div>
<p class="actions"><a class="btn btn-primary btn-big" href="/a/">Continue</a></p></header>
{% include "components/stepper.html" %}
<div class="split"><div>
<section class="section"><h2>Parts</h2>{% include "components/task_list.html" %}</section>
{% include "components/gate.html" with title="Before the review" %}
<section class="section"><h2>Impacts</h2>{% include "components/impact_legend.html" %}
{% include "components/impact_matrix.html" with caption="Impacts on children" %}
{% include "components/flag.html" with text="A long way to school." %}</section>
{% include "components/data_table.html" with columns=table_columns rows=table_rows %}
{% include "components/notice.html" with text="Sent." kind="success" %}
{% include "components/empty_state.html" with title="Nothing yet" action_url="/new/" %}
{% include "components/field_help.html" with why="Because." example="Thus." law="29 §" %}
</div><aside class="split-aside" aria-label="Deadlines">
{% include "components/deadline_chain.html" with steps=deadlines %}
{% include "components/summary_list.html" with rows=facts %}</aside></div>
{% endblock %}
"""

PUBLIC = """
{% extends "base_public.html" %}
{% block title %}Summary{% endblock %}
{% block announcement %}{% include "components/demo_mark.html" %}{% endblock %}
{% block content %}<h1>Summary</h1><blockquote class="quote"><p>Dark.</p></blockquote>{% endblock %}
"""

FORM = """
{% extends "base.html" %}{% load crispy_forms_tags %}
{% block title %}Form{% endblock %}
{% block scripts %}<script src="{% static 'js/autosave.js' %}" defer></script>
<script src="{% static 'js/counter.js' %}" defer></script>{% endblock %}
{% block content %}
{% include "components/error_summary.html" %}
<h1>Form</h1>
<form method="post" action="/sent/" data-save-url="/save/" data-assessment="5">
<input type="hidden" name="csrfmiddlewaretoken" value="token">
{{ form|crispy }}
<input type="hidden" name="versions" value='{"answer:name": 1}'>
{% include "components/save_state.html" %}
<button type="submit" class="btn btn-primary">Continue</button>
</form>
{% endblock %}
"""

CONFLICT = """
{% include "components/conflict.html" with slot="answer:name" name="name" version=4 %}
"""


def slot(name: str) -> dict[str, str]:
    return {"data-slot": f"answer:{name}", "data-version": "1"}


class SampleForm(forms.Form):
    name = forms.CharField(max_length=40, widget=forms.TextInput(attrs=slot("name")), help_text="H")
    text = forms.CharField(
        max_length=300, required=False, widget=forms.Textarea(attrs=slot("text"))
    )
    kind = forms.ChoiceField(
        choices=[("", "Choose"), ("a", "First"), ("b", "Second")],
        widget=forms.Select(attrs=slot("kind")),
    )
    extent = forms.ChoiceField(
        choices=[("light", "Light"), ("full", "Full")],
        help_text="Suggested: light",
        widget=forms.RadioSelect(attrs=slot("extent")),
    )
    groups = forms.MultipleChoiceField(
        choices=[("a", "Small"), ("b", "Bigger")],
        widget=forms.CheckboxSelectMultiple(attrs=slot("groups")),
    )


def cell(direction: str = "", magnitude: int | None = None, **rest) -> dict:
    return {
        "direction": direction,
        "direction_word": direction,
        "magnitude": magnitude,
        "magnitude_word": "large" if magnitude else "",
        "url": f"/cell/{direction}/",
        **rest,
    }


CONTEXT = {
    "notice_count": 3,
    "action_label": "New",
    "caption": "Progress",
    "table_id": "progress",
    "label": "Name",
    "base": "Old",
    "theirs": "Theirs",
    "mine": "Mine",
    "crumbs": [{"label": "My work", "url": "/work/"}],
    "steps": [
        {"name": "Initial survey", "state": "done"},
        {"name": "Preparation", "state": "current"},
        {"name": "Decision", "state": "coming"},
    ],
    "tasks": [
        {"name": "Basic data", "url": "/basic/", "state": "ready"},
        {"name": "Impacts", "url": "/impacts/", "state": "late", "hint": "Returned"},
    ],
    "missing": [{"text": "Describe an alternative", "url": "/alternatives/"}],
    "warnings": [{"text": "No child heard", "url": "/hearing/"}],
    "columns": [{"name": "VE0"}, {"name": "VE1", "flagged": True}],
    "rows": [
        {"name": "Learning", "cells": [cell("none"), cell("pos", 3)]},
        {"name": "Safety", "cells": [cell("unknown"), cell("neg", 3, flagged=True)]},
        {"name": "Play", "cells": [cell(), cell("mixed", 2)]},
    ],
    "table_columns": [{"label": "Municipality"}, {"label": "Children", "numeric": True}],
    "table_rows": [{"cells": [{"text": "Heinola"}, {"text": "2754", "numeric": True}]}],
    "deadlines": [{"name": "Review", "date": None, "state": "late", "note": "two days"}],
    "facts": [{"label": "Sector", "value": "", "url": "/sector/"}],
}


class Official:
    """A logged-in person, as far as the shared templates look."""

    is_authenticated = is_active = is_coordinator = True

    def __init__(self, pk: int = 7) -> None:
        self.pk = pk

    def __str__(self) -> str:
        return "Maija Meik\u00e4l\u00e4inen"


def rendered(source: str, language: str = "en", **context) -> str:
    request = RequestFactory().get(f"/{language}/work/")
    request.session = {}
    request._messages = []
    with translation.override(language):
        return (
            engines["django"]
            .from_string(source)
            .render({**CONTEXT, "user": Official(), **context}, request)
        )


def sample_form(bound: bool = False) -> str:
    form = SampleForm({"text": "x" * 400}) if bound else SampleForm()
    return rendered(FORM, form=form)


class Server:
    """Answers the browser from memory: pages by path, static files, and one queue of saves."""

    def __init__(self, page: Page) -> None:
        self.pages: dict[str, str] = {}
        self.saves: list[dict] = []
        self.answers: list = []
        self.sent: list[dict] = []
        page.route("**/*", self.handle)

    def handle(self, route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith(settings.STATIC_URL):
            found = finders.find(path.removeprefix(settings.STATIC_URL))
            kind = mimetypes.guess_type(path)[0]
            route.fulfill(body=Path(found).read_bytes(), content_type=kind)
        elif path == "/save/":
            self.save(route)
        elif path == "/sent/":
            self.sent.append(parse_qs(route.request.post_data))
            route.fulfill(body="<!doctype html><title>Sent</title>", content_type="text/html")
        else:
            route.fulfill(body=self.pages[path], content_type="text/html; charset=utf-8")

    def save(self, route) -> None:
        self.saves.append(parse_qs(route.request.post_data, keep_blank_values=True))
        answer = self.answers.pop(0) if self.answers else (200, {"saved_at": "14.02"})
        if answer == "lost":
            route.abort()
            return
        status, body = answer
        body = {"version": int(self.saves[-1]["base"][0]) + 1, **body}
        route.fulfill(status=status, body=json.dumps(body), content_type="application/json")


@pytest.fixture
def page(chromium):
    """A page that may complain in the console: here answers are refused and lost on purpose."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def server(page):
    server = Server(page)
    server.pages["/form/"] = sample_form()
    return server


def kept(page: Page) -> dict:
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_sample_pages_break_no_accessibility_rule_and_fit_the_screen(chromium, scheme, width):
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    server = Server(page)
    server.pages = {
        "/work/": rendered(WORK),
        "/public/": rendered(PUBLIC),
        "/form/": sample_form(bound=True),
        "/conflict/": rendered(FORM.replace("{{ form|crispy }}", CONFLICT), form=None),
        "/missing/": rendered('{% extends "404.html" %}'),
        "/refused/": rendered('{% extends "403.html" %}', reason="Another person reviews."),
        "/fault/": rendered('{% extends "500.html" %}'),
    }
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    for path in server.pages:
        page.goto(SITE + path)
        result = Axe().run(page)
        broken = [
            (rule["id"], [n["html"] for n in rule["nodes"]])
            for rule in result.response["violations"]
        ]
        assert broken == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert complaints == []
    context.close()


def test_a_public_page_reads_neither_person_nor_session():
    request = RequestFactory().get("/en/")
    request.session = request.user = Untouchable()
    html = engines["django"].from_string(PUBLIC).render({}, request)
    assert "csrfmiddlewaretoken" not in html
    assert "<script" not in html


class Untouchable:
    """Fails the test when anything asks it anything."""

    def __getattr__(self, name):
        if name == "resolve_expression":
            raise AttributeError(name)
        pytest.fail(f"a public page asked for {name}")

    def __bool__(self):
        pytest.fail("a public page asked for the person")


def test_a_group_of_choices_is_a_named_fieldset_with_its_help_and_error():
    html = sample_form(bound=True)
    assert "<legend for" not in html
    assert 'aria-describedby="id_extent_helptext id_extent_error"' in html
    assert 'id="id_groups_error" class="field-error" data-error-for="groups"><p>' in html


def test_an_error_in_the_summary_leads_to_its_field(page, server):
    server.pages["/form/"] = sample_form(bound=True)
    page.goto(SITE + "/form/")
    expect(page.locator(".error-summary")).to_be_focused()
    page.get_by_role("alert").get_by_role("link", name="Extent").click()
    expect(page.get_by_label("Light")).to_be_focused()


def test_a_change_is_saved_after_a_pause_and_said(page, server):
    page.goto(SITE + "/form/")
    page.get_by_label("Name").fill("Aurinko")
    expect(page.get_by_role("status")).to_have_text("Saved 14.02")
    assert [save["value"] for save in server.saves] == [["Aurinko"]]
    assert server.saves[0]["slot"] == ["answer:name"]
    assert server.saves[0]["base"] == ["1"]
    assert kept(page) == {}
    page.get_by_label("Name").fill("Aurinko 2")
    page.get_by_label("Name").blur()
    expect(page.locator("[name=versions]")).to_have_value('{"answer:name":3}')
    assert server.saves[1]["base"] == ["2"]


def test_ticks_and_choices_are_one_slot_each(page, server):
    page.goto(SITE + "/form/")
    page.get_by_label("Small").check()
    page.get_by_label("Bigger").check()
    page.get_by_label("Full").check()
    page.get_by_label("Kind").select_option("b")
    expect(page.get_by_role("status")).to_have_text("Saved 14.02")
    last = {save["slot"][0]: save.get("value") for save in server.saves}
    assert last == {"answer:groups": ["a", "b"], "answer:extent": ["full"], "answer:kind": ["b"]}


def test_a_lost_answer_is_asked_for_again_with_the_same_key(page, server):
    server.answers = ["lost"]
    page.goto(SITE + "/form/")
    page.get_by_label("Name").fill("Aurinko")
    page.get_by_label("Name").blur()
    expect(page.get_by_role("status")).to_contain_text("no connection")
    page.get_by_label("Name").fill("Aurinko and more")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.get_by_role("status")).to_have_text("Saved 14.02")
    first, again, newer = server.saves
    assert first == again
    assert newer["value"] == ["Aurinko and more"]
    assert newer["base"] == ["2"]
    assert newer["key"] != first["key"]


def test_what_could_not_be_sent_returns_to_its_field_on_the_next_visit(page, server):
    server.answers = ["lost"] * 5
    page.goto(SITE + "/form/")
    page.get_by_label("Text").fill("A long thought")
    page.get_by_label("Text").blur()
    expect(page.get_by_role("status")).to_contain_text("no connection")
    server.answers = []
    page.goto(SITE + "/form/")
    expect(page.get_by_label("Text")).to_have_value("A long thought")
    expect(page.get_by_role("status")).to_have_text("Saved 14.02")
    assert len({save["key"][0] for save in server.saves}) == 1
    assert kept(page) == {}


def test_what_another_person_kept_is_never_shown_and_removed(page, server):
    page.goto(SITE + "/form/")
    other = {"url": "/save/", "slot": "answer:name", "base": "1", "latest": ["Secret"]}
    page.evaluate(
        "text => localStorage.setItem('lava:8:5:/save/ answer:name', text)", json.dumps(other)
    )
    page.goto(SITE + "/form/")
    expect(page.get_by_label("Name")).to_have_value("")
    assert kept(page) == {}
    assert server.saves == []


def test_an_expired_session_keeps_the_text_and_offers_to_log_in(page, server):
    server.answers = [(401, {"login": "/accounts/login/"})]
    page.goto(SITE + "/form/")
    page.get_by_label("Name").fill("Aurinko")
    page.get_by_label("Name").blur()
    link = page.get_by_role("status").get_by_role("link")
    expect(link).to_have_attribute("href", SITE + "/accounts/login/?next=%2Fform%2F")
    assert "Aurinko" in kept(page)["lava:7:5:/save/ answer:name"]


def test_logging_out_clears_what_the_device_kept(page, server):
    server.answers = [(422, {"errors": ["Too long"]})]
    server.pages["/en/accounts/logout/"] = "<!doctype html><title>Out</title>"
    page.goto(SITE + "/form/")
    page.get_by_label("Name").fill("Aurinko")
    page.get_by_label("Name").blur()
    expect(page.get_by_text("Too long")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_text("Maija").click()
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_title("Out")
    assert kept(page) == {}


def test_a_refused_value_is_explained_beside_its_field(page, server):
    server.answers = [(422, {"errors": ["Give the name in at most 40 characters."]})]
    page.goto(SITE + "/form/")
    name = page.get_by_label("Name")
    name.fill("Aurinko")
    name.blur()
    expect(page.locator("#id_name_error")).to_have_text("Give the name in at most 40 characters.")
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_attribute("aria-describedby", "id_name_helptext id_name_error")
    name.fill("Aur")
    name.blur()
    expect(page.locator("#id_name_error")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text("Saved 14.02")


@pytest.mark.parametrize(
    ("choice", "shown", "saved"),
    [
        ("Keep what the other saved", "Theirs", None),
        ("Keep mine", "Mine", ["Mine"]),
        ("Merge by hand, with the text below", "Both", ["Both"]),
    ],
)
def test_two_versions_stand_side_by_side_until_one_is_chosen(page, server, choice, shown, saved):
    panel = rendered(CONFLICT)
    server.answers = [(409, {"version": 4, "html": panel})]
    page.goto(SITE + "/form/")
    page.get_by_label("Name").fill("Mine")
    page.get_by_label("Name").blur()
    expect(page.get_by_role("heading", name="Two versions")).to_be_visible()
    page.get_by_label("Merged text").fill("Both")
    page.get_by_label(choice).check()
    page.get_by_role("button", name="Save the choice").click()
    expect(page.get_by_role("heading", name="Two versions")).to_have_count(0)
    expect(page.get_by_label("Name")).to_have_value(shown)
    expect(page.get_by_label("Name")).to_be_focused()
    if saved:
        expect(page.get_by_role("status")).to_have_text("Saved 14.02")
        assert server.saves[1]["value"] == saved
        assert server.saves[1]["base"] == ["4"]
    else:
        assert len(server.saves) == 1
    assert kept(page) == {}


def test_continuing_waits_for_the_saves_under_way(page, server):
    page.goto(SITE + "/form/")
    for label in ("Small", "Light"):
        page.get_by_label(label).check()
    page.get_by_label("Kind").select_option("a")
    page.get_by_label("Name").fill("Aurinko")
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_title("Sent")
    assert json.loads(server.sent[0]["versions"][0])["answer:name"] == 2
    assert server.sent[0]["name"] == ["Aurinko"]


def test_the_counter_says_how_much_room_is_left(page, server):
    page.goto(SITE + "/form/")
    page.get_by_label("Text").fill("abc")
    expect(page.get_by_text("3 / 300 characters")).to_be_visible()


def test_arrow_keys_move_between_the_cells_of_the_matrix(page, server):
    server.pages["/work/"] = rendered(WORK)
    page.goto(SITE + "/work/")
    cells = page.locator("a.cell")
    cells.nth(0).focus()
    for key, index in (
        ("ArrowRight", 1),
        ("ArrowDown", 3),
        ("Home", 2),
        ("End", 3),
        ("ArrowUp", 1),
    ):
        page.keyboard.press(key)
        expect(cells.nth(index)).to_be_focused()
    assert page.locator("a.cell[tabindex='0']").count() == 1


def test_templates_hold_no_inline_script_style_or_handler():
    forbidden = SimpleNamespace(found=[])
    for template in Path(settings.BASE_DIR, "templates").rglob("*.html"):
        text = template.read_text()
        for sign in (" style=", "<style", "<script>", " onclick=", " onchange=", "javascript:"):
            if sign in text:
                forbidden.found.append((template.name, sign))
    assert forbidden.found == []
