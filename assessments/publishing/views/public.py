"""What everybody reads without logging in: frozen pages, no cookie, no session.

A page is put together once and then kept by the process: between two requests only one row says
whether it still holds. Every answer carries a tag, so a reader who comes again gets 304.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from types import SimpleNamespace
from typing import NamedTuple

from django.core.paginator import Paginator
from django.db.models import Count, Max, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessments.models import Report
from assessments.publishing import article
from assessments.publishing.models import Publication
from assessments.publishing.querysets import Standing, standing
from assessments.views.reports import file_name
from municipalities.models import Municipality

FRESH = "public, max-age=60, must-revalidate"
NEWEST = 12
GONE = 410
BEING_MADE = 503


class Page(NamedTuple):
    body: bytes
    etag: str
    changed: int
    is_gone: bool


PageMaker = Callable[[Standing, str, str], Page]


def cookie_free(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The answer is the same for everybody: it neither sets a cookie nor varies by one.

    The only thing that looks into the session on the way to these views is the CSRF check, which
    keeps its secret there; what it saw has no part in the answer.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        request.session.accessed = False
        return response

    return answer


@cookie_free
@require_safe
def publication_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest version of one summary, in the reader's language where it has been published."""
    return _answer(request, pk)


@cookie_free
@require_safe
def publication_children(request: HttpRequest, pk: int) -> HttpResponse:
    """The same summary told to children, where it has been published for them."""
    return _answer(request, pk, page=_children_page)


@cookie_free
@require_safe
def publication_version(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """One version of one summary; an older one says that it has been superseded."""
    return _answer(request, pk, version)


@cookie_free
@require_safe
def publication_report(request: HttpRequest, pk: int, version: int, language: str) -> HttpResponse:
    """The PDF of one version, or a page that asks to come again while it is being made."""
    publication = get_object_or_404(
        Publication.objects.select_related("report").defer("html", "content"),
        assessment=pk,
        version=version,
        language=language,
        report__isnull=False,
    )
    if publication.withdrawn_at:
        return _answer(request, pk, version)
    if publication.report.state != Report.State.DONE:
        response = HttpResponse(
            render_to_string(
                "publishing/report_pending.html",
                {"publication": publication, "request": _plain(request.path)},
            ),
            status=BEING_MADE,
        )
        response["Retry-After"] = "10"
        response["Cache-Control"] = "no-store"
        return response
    response = FileResponse(
        publication.report.file.open("rb"),
        filename=file_name(publication.report),
        content_type="application/pdf",
    )
    response["Cache-Control"] = FRESH
    return response


@cookie_free
@require_safe
def publication_list(request: HttpRequest) -> HttpResponse:
    """The front page: what this is, and the newest summaries."""
    rows = Publication.objects.current()
    return _listed(
        request,
        rows,
        lambda: {
            "page_obj": Paginator(_cards(rows), NEWEST).get_page(request.GET.get("page")),
        },
        "publishing/publication_list.html",
    )


@cookie_free
@require_safe
def municipality_list(request: HttpRequest) -> HttpResponse:
    """Every municipality that has published, in alphabetical order and never in another."""
    rows = Publication.objects.current()
    return _listed(
        request,
        rows,
        lambda: {
            "municipalities": Municipality.objects.in_order()
            .filter(pk__in=rows.values("municipality"))
            .annotate(
                summaries=Count(
                    "publications__assessment",
                    filter=_current_lookup("publications__"),
                    distinct=True,
                )
            )
        },
        "publishing/municipality_list.html",
    )


@cookie_free
@require_safe
def municipality_detail(request: HttpRequest, code: str) -> HttpResponse:
    """The summaries of one municipality by year, and its follow-ups due and done."""
    municipality = get_object_or_404(Municipality, code=code)
    rows = Publication.objects.current().filter(municipality=municipality)
    return _listed(
        request,
        rows,
        lambda: {"municipality": municipality, **_municipality_page(_cards(rows))},
        "publishing/municipality_detail.html",
        seed=municipality.name,
    )


def _current_lookup(prefix: str) -> Q:
    return Q(**{f"{prefix}is_current": True, f"{prefix}withdrawn_at__isnull": True})


def _cards(rows):
    return rows.preferring(get_language()).only(
        "assessment_id", "title", "card", "language", "published_at", "kind", "is_primary"
    )


def _municipality_page(publications: Iterable[Publication]) -> dict:
    years: dict[str, list] = {}
    points = []
    for publication in publications:
        years.setdefault(publication.card["day"]["iso"][:4], []).append(publication)
        points += [
            {**point, "publication": publication}
            for point in [*publication.card["followed"], *publication.card["follow_ups"]]
        ]
    done = [point for point in points if "realised" in point]
    reported = {point["point"] for point in done}
    due = [point for point in points if "realised" not in point and point["point"] not in reported]
    return {
        "years": sorted(years.items(), reverse=True),
        "due": sorted(due, key=lambda point: point["day"]["iso"]),
        "done": sorted(done, key=lambda point: point["day"]["iso"], reverse=True),
    }


# --- Answers ----------------------------------------------------------------------------------


# Numbers of pages that no database column can hold are no pages.
LARGEST = 2**31 - 1


def _answer(
    request: HttpRequest, pk: int, version: int | None = None, page: PageMaker | None = None
) -> HttpResponse:
    language = get_language()
    found = None
    if max(pk, version or 0) <= LARGEST:
        found = standing(language, pk, version)
    if found is None:
        raise Http404
    made = (page or _page)(found, language, request.path)
    if made.is_gone:
        return _fresh(HttpResponse(made.body, status=GONE), made.etag, made.changed)
    response = get_conditional_response(request, made.etag, made.changed)
    return _fresh(response or HttpResponse(made.body), made.etag, made.changed)


def _fresh(response: HttpResponse, etag: str, changed: int | None = None) -> HttpResponse:
    response.headers.setdefault("ETag", etag)
    if changed:
        response.headers.setdefault("Last-Modified", http_date(changed))
    response.headers["Cache-Control"] = FRESH
    return response


@lru_cache(maxsize=256)
def _page(found: Standing, language: str, path: str) -> Page:
    """The stored article in the skeleton of the site; the article itself is not rendered again."""
    publication = Publication.objects.select_related("municipality").get(pk=found.pk)
    body = render_to_string(
        "publishing/publication_detail.html"
        if not found.is_withdrawn
        else "publishing/publication_gone.html",
        {
            "publication": publication,
            "language": language,
            "request": _plain(path),
        },
    ).encode()
    changed = publication.withdrawn_at or publication.published_at
    return Page(body, _tag(body), int(changed.timestamp()), found.is_withdrawn)


@lru_cache(maxsize=256)
def _children_page(found: Standing, language: str, path: str) -> Page:
    """The frozen words for children in the skeleton of the site; withdrawn like the summary."""
    if found.is_withdrawn:
        return _page(found, language, path)
    rows = Publication.objects.select_related("municipality").defer("html")
    publication = rows.get(pk=found.pk)
    told = article.render_for_children(publication.content)
    if not told:
        raise Http404
    body = render_to_string(
        "publishing/publication_children.html",
        {
            "publication": publication,
            "title": publication.content["for_children"]["title"],
            "article": told,
            "language": language,
            "request": _plain(path),
        },
    ).encode()
    return Page(body, _tag(body), int(publication.published_at.timestamp()), is_gone=False)


def _listed(request: HttpRequest, rows, context, template: str, seed: str = "") -> HttpResponse:
    """A list page with a tag over what it lists, looked up before anything is read or rendered."""
    state = rows.aggregate(Max("pk"), Count("pk"), Max("published_at"))
    etag = _tag(f"{_skeleton(get_language())}{request.get_full_path()}{seed}{state}".encode())
    response = get_conditional_response(request, etag)
    if response is None:
        plain = _plain(request.path, request.get_full_path(), request.GET)
        response = HttpResponse(render_to_string(template, {**context(), "request": plain}))
    return _fresh(response, etag)


@lru_cache(maxsize=8)
def _skeleton(language: str) -> str:
    """Changes when a new release changes what surrounds the lists."""
    names = ("publication_list", "municipality_list", "municipality_detail")
    return _tag(
        "".join(
            render_to_string(f"publishing/{name}.html", {"request": _plain("/")}) for name in names
        ).encode()
    )


def _plain(path: str, full_path: str = "", query: QueryDict | None = None) -> SimpleNamespace:
    """All that a public page may know of a request: its address, and nothing of the reader."""
    return SimpleNamespace(
        path=path, get_full_path=lambda: full_path or path, GET=query or QueryDict()
    )


def _tag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'
