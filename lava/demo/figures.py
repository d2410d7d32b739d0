"""Figures of the demonstration: real ones of real municipalities, invented ones of the invented."""

from __future__ import annotations

from django.utils import timezone

from lava.demo.people import MUNICIPALITY
from municipalities.indicators import SHIPPED
from municipalities.models import AreaKind, ObservedValue
from municipalities.sotkanet import importing

RECORDED = (SHIPPED / "data_127_2009.csv",)
YEAR = MUNICIPALITY["population_year"]
SOURCE = "demonstration"

# Of the invented municipality, by Sotkanet's number.
INVENTED = {
    127: MUNICIPALITY["population"],
    1065: 19.9,
    7: 6.1,
    74: 17.8,
    228: 8.9,
    189: 10.4,
    292: 8.3,
    328: 19.6,
    1514: 5.2,
    3905: 17.1,
    1086: 6.4,
}


def load() -> None:
    """Bring the figures into the tables; a second time changes nothing."""
    batch = importing.from_files(RECORDED)
    importing.remember(**importing.outcome(batch, importing.store(batch)))
    ObservedValue.objects.bulk_create(
        (
            ObservedValue(
                indicator=number,
                area=AreaKind.MUNICIPALITY,
                code=MUNICIPALITY["code"],
                year=YEAR,
                value=value,
                fetched_at=timezone.now(),
                source=SOURCE,
            )
            for number, value in INVENTED.items()
        ),
        ignore_conflicts=True,
    )
