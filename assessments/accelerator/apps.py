from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AcceleratorConfig(AppConfig):
    """Programmes, meetings, help hours and the progress of municipalities."""

    name = "assessments.accelerator"
    label = "accelerator"
    verbose_name = _("Accelerator")
