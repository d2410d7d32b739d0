from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentsConfig(AppConfig):
    """The method: proposal, screening, assessment, review, decision, follow-up."""

    name = "assessments"
    verbose_name = _("Assessments")
