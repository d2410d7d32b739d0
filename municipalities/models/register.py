"""Municipalities and what the register says about them.

The rows come from Statistics Finland's classifications and population figures (``data/README.md``)
and are loaded by ``manage.py load_register``; decision bodies are the municipality's own data.
"""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from municipalities.querysets import DecisionBodyQuerySet, MunicipalityQuerySet

MUNICIPALITY_CODE = RegexValidator(
    r"^[0-9A-Z]{3}\Z", _("A municipality code has three characters.")
)
AREA_CODE = RegexValidator(r"^[0-9]{2}\Z", _("A region code has two digits."))
HEX_COLOUR = RegexValidator(
    r"^#[0-9A-Fa-f]{6}\Z", _("Write the colour as # and six digits 0-9, A-F.")
)

NAME_LANGUAGES = ("fi", "sv", "en")


def _name_in(row: models.Model, language: str | None) -> str:
    """The row's name in a language, in Finnish where that language has no name of its own."""
    short = (language or "fi").split("-")[0]
    own = getattr(row, f"name_{short}", "") if short in NAME_LANGUAGES else ""
    return own or row.name_fi


class LanguageStatus(models.TextChoices):
    """The municipality's languages; of two, the first is the majority's (Language Act 423/2003)."""

    FINNISH = "fi", _("Finnish-speaking")
    SWEDISH = "sv", _("Swedish-speaking")
    FINNISH_SWEDISH = "fi-sv", _("Bilingual, Finnish-speaking majority")
    SWEDISH_FINNISH = "sv-fi", _("Bilingual, Swedish-speaking majority")
    FINNISH_SAMI = "fi-se", _("Finnish-speaking, in the Sámi Homeland")


class SamiHomeland(models.TextChoices):
    """Whether the municipality lies in the Sámi Homeland (Act on the Sámi Parliament 974/1995)."""

    NONE = "none", _("Outside the Sámi Homeland")
    PARTIAL = "partial", _("Partly in the Sámi Homeland")
    FULL = "full", _("In the Sámi Homeland")


class MunicipalityGroup(models.TextChoices):
    """Statistics Finland's grouping, of use when looking for comparable municipalities."""

    URBAN = "urban", _("Urban municipality")
    SEMI_URBAN = "semi_urban", _("Semi-urban municipality")
    RURAL = "rural", _("Rural municipality")


class Region(models.Model):
    """A region (maakunta, landskap): the area of one LAPE coordinator."""

    code = models.CharField(_("code"), max_length=2, unique=True, validators=[AREA_CODE])
    name_fi = models.CharField(_("name in Finnish"), max_length=100)
    name_sv = models.CharField(_("name in Swedish"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)

    class Meta:
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return _name_in(self, get_language())


class WellbeingCounty(models.Model):
    """A wellbeing services county; Helsinki and Åland, which belong to none, stand beside them."""

    class Kind(models.TextChoices):
        WELLBEING_COUNTY = "wellbeing_county", _("Wellbeing services county")
        HELSINKI = "helsinki", _("City of Helsinki")
        ALAND = "aland", _("Åland")

    code = models.CharField(_("code"), max_length=2, unique=True, validators=[AREA_CODE])
    name_fi = models.CharField(_("name in Finnish"), max_length=100)
    name_sv = models.CharField(_("name in Swedish"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.WELLBEING_COUNTY)

    class Meta:
        ordering = ["code"]
        verbose_name = _("wellbeing services county")
        verbose_name_plural = _("wellbeing services counties")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return _name_in(self, get_language())


class Municipality(models.Model):
    """A municipality: owner of its proposals, its bodies and its people's memberships.

    ``children`` are residents aged 0-17. A municipality that was merged into another stays, with
    everything that hangs on it, and points to the one it belongs to today.
    """

    code = models.CharField(_("code"), max_length=3, unique=True, validators=[MUNICIPALITY_CODE])
    name_fi = models.CharField(_("name in Finnish"), max_length=100)
    name_sv = models.CharField(_("name in Swedish"), max_length=100)
    region = models.ForeignKey(
        Region, models.PROTECT, related_name="municipalities", verbose_name=_("region")
    )
    wellbeing_county = models.ForeignKey(
        WellbeingCounty,
        models.PROTECT,
        related_name="municipalities",
        verbose_name=_("wellbeing services county"),
    )
    language_status = models.CharField(
        _("language status"), max_length=5, choices=LanguageStatus, default=LanguageStatus.FINNISH
    )
    sami_homeland = models.CharField(
        _("Sámi Homeland"), max_length=7, choices=SamiHomeland, default=SamiHomeland.NONE
    )
    municipality_group = models.CharField(
        _("municipality group"),
        max_length=10,
        choices=MunicipalityGroup,
        default=MunicipalityGroup.RURAL,
    )
    population = models.PositiveIntegerField(_("population"), default=0)
    population_year = models.PositiveSmallIntegerField(
        _("year of population"), null=True, blank=True
    )
    children = models.PositiveIntegerField(_("residents aged 0-17"), default=0)
    children_year = models.PositiveSmallIntegerField(
        _("year of residents aged 0-17"), null=True, blank=True
    )
    children_share = models.DecimalField(
        _("share of residents aged 0-17, per cent"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
    )
    sotkanet_region_id = models.PositiveIntegerField(_("Sotkanet region"), null=True, blank=True)
    sort_fi = models.PositiveSmallIntegerField(_("Finnish sort order"), default=9999)
    sort_sv = models.PositiveSmallIntegerField(_("Swedish sort order"), default=9999)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )
    merged_on = models.DateField(_("merged on"), null=True, blank=True)
    is_demo = models.BooleanField(_("demonstration"), default=False)
    accent_colour = models.CharField(
        _("accent colour"), max_length=7, blank=True, validators=[HEX_COLOUR]
    )
    screening_full_from = models.PositiveSmallIntegerField(
        _("full assessment from this score"),
        default=7,
        validators=[MinValueValidator(1)],
        help_text=_("Screening: a score of this or more suggests the full assessment."),
    )
    screening_direct_full_from = models.PositiveSmallIntegerField(
        _("full assessment from this score when 50-249 children are affected directly"),
        default=5,
        validators=[MinValueValidator(1)],
    )
    screening_unknown_limit = models.PositiveSmallIntegerField(
        _("full assessment from this many unknown answers"),
        default=4,
        validators=[MinValueValidator(1)],
    )
    agenda_lead_days = models.PositiveSmallIntegerField(
        _("days from the agenda deadline to the meeting"), default=14
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        ordering = ["sort_fi", "name_fi", "pk"]
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        constraints = [
            models.CheckConstraint(
                name="municipality_merger_has_target_and_date",
                condition=models.Q(merged_into__isnull=True, merged_on__isnull=True)
                | models.Q(merged_into__isnull=False, merged_on__isnull=False),
            ),
            models.CheckConstraint(
                name="municipality_not_merged_into_itself",
                condition=models.Q(merged_into__isnull=True)
                | ~models.Q(merged_into=models.F("pk")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The official name in the active language; Finnish where there is no other."""
        return _name_in(self, get_language())

    @property
    def languages(self) -> list[str]:
        """Languages in which the municipality must publish, the majority's first."""
        return [code for code in self.language_status.split("-") if code in ("fi", "sv")]

    @property
    def is_bilingual(self) -> bool:
        return len(self.languages) == 2


class ChildPopulation(models.Model):
    """Children of one municipality by age group on 31 December of a year, by source."""

    class Quality(models.TextChoices):
        EXACT = "exact", pgettext_lazy("quality of a figure", "Exact")
        APPROX = "approx", pgettext_lazy("quality of a figure", "Approximate")

    municipality = models.ForeignKey(
        Municipality,
        models.CASCADE,
        related_name="child_populations",
        verbose_name=_("municipality"),
    )
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.CharField(_("source"), max_length=40)
    quality = models.CharField(_("quality"), max_length=10, choices=Quality)
    age_0_2 = models.PositiveIntegerField(_("aged 0-2"))
    age_3_6 = models.PositiveIntegerField(_("aged 3-6"))
    age_7_12 = models.PositiveIntegerField(_("aged 7-12"))
    age_13_15 = models.PositiveIntegerField(_("aged 13-15"))
    age_16_17 = models.PositiveIntegerField(_("aged 16-17"))
    age_0_17 = models.PositiveIntegerField(_("aged 0-17"))
    population = models.PositiveIntegerField(_("all residents"))

    class Meta:
        ordering = ["municipality", "-year", "source"]
        verbose_name = _("child population")
        verbose_name_plural = _("child populations")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "year", "source"], name="child_population_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.year} {self.source}"


class DecisionBody(models.Model):
    """A council, board, committee or section of one municipality, under its own names."""

    class Kind(models.TextChoices):
        COUNCIL = "council", pgettext_lazy("decision body", "Council")
        BOARD = "board", pgettext_lazy("decision body", "Municipal board")
        COMMITTEE = "committee", pgettext_lazy("decision body", "Committee")
        SECTION = "section", pgettext_lazy("decision body", "Section")
        OTHER = "other", pgettext_lazy("decision body", "Other")

    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        related_name="decision_bodies",
        verbose_name=_("municipality"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name_fi = models.CharField(_("name in Finnish"), max_length=150)
    name_sv = models.CharField(_("name in Swedish"), max_length=150, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    position = models.PositiveSmallIntegerField(_("position in lists"), default=0)

    objects = DecisionBodyQuerySet.as_manager()

    class Meta:
        ordering = ["municipality", "position", "name_fi", "pk"]
        verbose_name = _("decision body")
        verbose_name_plural = _("decision bodies")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name_fi"], name="decision_body_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("municipalities:decisionbody-list")

    @property
    def name(self) -> str:
        """The body's name in the active language; Finnish where there is no Swedish one."""
        return _name_in(self, get_language())
