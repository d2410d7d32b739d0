"""Every address of the product and the two baselines of ``manage.py bench``."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from lava import urls
from municipalities.models import Municipality, Region, User

MINIMAL = """{% extends "base.html" %}
{% block title %}Minimal{% endblock %}
{% block content %}<h1>Minimal</h1>
<ul>{% for each in municipalities %}<li>{{ each.name }}</li>{% endfor %}</ul>
<ul>{% for each in people %}<li>{{ each.name }}</li>{% endfor %}</ul>
<ul>{% for each in regions %}<li>{{ each.name }}</li>{% endfor %}</ul>
{% endblock %}
"""


def bare(request: HttpRequest) -> HttpResponse:
    """What Django and its middleware cost when the view does nothing."""
    return HttpResponse("bare")


@login_required
def minimal(request: HttpRequest) -> HttpResponse:
    """What the base template and three queries over 20 rows cost."""
    context = {
        "municipalities": Municipality.objects.all()[:20],
        "people": User.objects.all()[:20],
        "regions": Region.objects.all()[:20],
    }
    return HttpResponse(_template().render(context, request))


def _template():
    if not hasattr(_template, "made"):
        _template.made = engines["django"].from_string(MINIMAL)
    return _template.made


urlpatterns = [
    path("bench/bare/", bare, name="bench-bare"),
    path("bench/minimal/", minimal, name="bench-minimal"),
    *urls.urlpatterns,
]
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
