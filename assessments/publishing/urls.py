"""What the public reads, and where officials publish it."""

from django.urls import path

from assessments.publishing import views

app_name = "publishing"

urlpatterns = [
    path("", views.publication_list, name="publication-list"),
    path("municipalities/", views.municipality_list, name="municipality-list"),
    path("municipalities/<slug:code>/", views.municipality_detail, name="municipality-detail"),
    path("summaries/<id:pk>/", views.publication_detail, name="publication-detail"),
    path(
        "summaries/<id:pk>/children/",
        views.publication_children,
        name="publication-children",
    ),
    path(
        "summaries/<id:pk>/versions/<id:version>/",
        views.publication_version,
        name="publication-version",
    ),
    path(
        "summaries/<id:pk>/versions/<id:version>/report-<slug:language>.pdf",
        views.publication_report,
        name="publication-report",
    ),
    path("proposals/<id:pk>/publication/", views.publication_create, name="publication-create"),
    path(
        "proposals/<id:pk>/publication/withdraw/",
        views.publication_withdraw,
        name="publication-withdraw",
    ),
]
