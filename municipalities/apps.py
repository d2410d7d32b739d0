from django.apps import AppConfig
from django.urls import register_converter
from django.utils.translation import gettext_lazy as _

from municipalities.converters import RowNumber


class MunicipalitiesConfig(AppConfig):
    """The ground floor: register, people, memberships."""

    name = "municipalities"
    verbose_name = _("Municipalities and people")

    def ready(self) -> None:
        register_converter(RowNumber, "id")
