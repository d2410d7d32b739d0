"""The two programmes of the demonstration and the pilots that only have a title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PAST_NAME = "Päijät-Hämeen LAVA-kiihdyttämö, kevät 2018 (esimerkki)"
PAST_GOAL = (
    "Lapsivaikutusten arviointi osaksi kuntien toimintakulttuuria: tiedolla johtaminen ja lapsen"
    " oikeudet näkyvät päätöksissä pysyvästi."
)
# Tuesday 13.3.2018 at 15-18; the other dates follow from the pattern.
PAST_FIRST_DAY = date(2018, 3, 13)

PRESENT_NAME = "Päijät-Hämeen LAVA-kiihdyttämö {year} (esimerkki)"
PRESENT_GOAL = (
    "Jokainen kunta tekee yhden arvioinnin alusta loppuun ja vie sen päätöksentekoon ja seurantaan."
)
# The preparation meeting was last week, the decision-making meeting is three weeks ahead.
PRESENT_BEGAN_DAYS_AGO = 35

PLACE = "Kuntatalo, kokoushuone 1 (esimerkki)"


@dataclass(frozen=True)
class Title:
    """A pilot of which only the title and the dates are known, marked as an example."""

    municipality: str
    title: str
    type: str
    sector: str
    # "draft", "light", "full" or "withdrawn"
    state: str
    # Days from today.
    deadline: int
    opened: int
    # When it was last worked on, where that is not the opening.
    worked: int | None = None


TITLES = (
    Title(
        "016",
        "Perhekeskuksen toimintamalli (esimerkki)",
        "support",
        "wellbeing",
        "full",
        41,
        -30,
        -6,
    ),
    Title("081", "Nuorisotilan muutto (esimerkki)", "leisure", "wellbeing", "withdrawn", 30, -33),
    Title("098", "Koulutien alikulku (esimerkki)", "traffic", "technical", "light", 48, -28, -3),
    Title("111", "Lähiliikuntapaikan paikka (esimerkki)", "build", "technical", "light", 34, -25),
    Title("142", "Leikkipuisto-ohjelma (esimerkki)", "strategy", "technical", "full", 62, -29, -9),
    Title("316", "Iltapäivätoiminnan tilat (esimerkki)", "build", "education", "light", -3, -31),
    Title("398", "Lastenkirjaston aukiolo (esimerkki)", "leisure", "wellbeing", "draft", 27, -12),
    Title("560", "Esiopetusryhmien sijainti (esimerkki)", "ecec", "ecec", "full", 55, -27, -4),
)

TITLE_DESCRIPTION = (
    "Tämä on keksitty esimerkki ohjelman seurantataulukkoa varten."
    " Kunta ei ole tehnyt tätä esitystä."
)
TITLE_REASON = "Esimerkin vuoksi laajuus on valittu kiihdyttämön ensimmäisessä tapaamisessa."
WITHDRAWN_NOTE = "Asia raukesi esimerkissä: muutto siirtyi myöhempään suunnittelukauteen."
SUPPORT_NOTE = (
    "Sovittiin puhelimessa, että lasten kuuleminen järjestetään koulun oppilaskunnan kanssa."
)
