"""What was observed of the indicators, and the fetches that brought the figures."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from municipalities.models.owed import OwedQuerySet, OwedWork
from municipalities.querysets import ObservedValueQuerySet


class AreaKind(models.TextChoices):
    """The areas whose figures are kept: the municipality, and what it is compared with."""

    MUNICIPALITY = "municipality", _("Municipality")
    REGION = "region", _("Region")
    COUNTRY = "country", _("Whole country")


class ObservedValue(models.Model):
    """One figure of one indicator in one area in one year.

    ``code`` is the official code of the municipality or region, 358 for the country. A figure that
    the producer suppresses or does not have is no row: a gap, never a zero. ``absolute`` is the
    number of cases behind a share, where the service tells it.
    """

    class Gender(models.TextChoices):
        TOTAL = "total", pgettext_lazy("gender", "All")
        MALE = "male", pgettext_lazy("gender", "Boys and men")
        FEMALE = "female", pgettext_lazy("gender", "Girls and women")

    indicator = models.PositiveIntegerField(_("indicator"))
    area = models.CharField(_("kind of area"), max_length=12, choices=AreaKind)
    code = models.CharField(_("code"), max_length=3)
    year = models.PositiveSmallIntegerField(_("year"))
    gender = models.CharField(_("gender"), max_length=6, choices=Gender, default=Gender.TOTAL)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=4)
    absolute = models.DecimalField(
        _("number of cases"), max_digits=16, decimal_places=4, null=True, blank=True
    )
    fetched_at = models.DateTimeField(_("fetched"))
    source = models.CharField(_("source"), max_length=200)

    objects = ObservedValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure of an indicator")
        verbose_name_plural = _("figures of indicators")
        ordering = ["indicator", "area", "code", "-year", "gender"]
        constraints = [
            # The area first: figures are read for one municipality and what it is compared with.
            models.UniqueConstraint(
                fields=["area", "code", "indicator", "year", "gender"], name="observed_value_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.area} {self.code} {self.year}"


class IndicatorImport(OwedWork):
    """One fetch of figures. The clock owes one for each ``month``; a command leaves its own row.

    A fetch that fails changes no figure: what went wrong stands here, in ``problem`` for people and
    in ``error`` for whoever looks after the installation.
    """

    class Problem(models.TextChoices):
        AWAY = "away", _("The service could not be reached.")
        SLOW = "slow", _("The service was too slow.")
        REFUSED = "refused", _("The service refused the request.")
        BROKEN = "broken", _("The service reported a fault of its own.")
        NOT_DATA = "not_data", _("The service answered with something else than data.")
        CHANGED = "changed", _("The form of the answer has changed.")
        PARTIAL = "partial", _("The answer was incomplete.")
        OTHER = "other", _("The figures could not be read.")

    # Longer than the job's own hard time limit.
    LEASE = timedelta(minutes=20)

    month = models.DateField(_("month"), null=True, unique=True, editable=False)
    source = models.CharField(_("source"), max_length=200, editable=False)
    problem = models.CharField(
        _("problem"), max_length=8, choices=Problem, blank=True, editable=False
    )
    indicators = models.PositiveIntegerField(_("indicators"), default=0, editable=False)
    created = models.PositiveIntegerField(_("new figures"), default=0, editable=False)
    changed = models.PositiveIntegerField(_("changed figures"), default=0, editable=False)
    unchanged = models.PositiveIntegerField(_("unchanged figures"), default=0, editable=False)
    removed = models.PositiveIntegerField(_("removed figures"), default=0, editable=False)
    note = models.TextField(_("note"), blank=True, editable=False)

    objects = OwedQuerySet.as_manager()

    class Meta:
        verbose_name = _("fetch of figures")
        verbose_name_plural = _("fetches of figures")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.owed_at:%Y-%m-%d %H:%M} {self.source}"

    @property
    def failed_words(self) -> str:
        """Why the last attempt brought nothing, for people; empty where it did."""
        if self.state == self.State.FAILED:
            return self.Problem(self.problem or self.Problem.OTHER).label
        return self.get_problem_display()

    def fail_with(self, problem: str, error: str) -> None:
        """Give the work back for a later attempt and leave word of what was wrong."""
        self._mine().update(problem=problem)
        self.fail(error)
