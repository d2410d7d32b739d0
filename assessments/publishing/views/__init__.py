from assessments.publishing.views.officials import publication_create, publication_withdraw
from assessments.publishing.views.public import (
    municipality_detail,
    municipality_list,
    publication_children,
    publication_detail,
    publication_list,
    publication_report,
    publication_version,
)

__all__ = [
    "municipality_detail",
    "municipality_list",
    "publication_children",
    "publication_create",
    "publication_detail",
    "publication_list",
    "publication_report",
    "publication_version",
    "publication_withdraw",
]
