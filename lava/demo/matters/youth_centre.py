"""D10: a light assessment in the middle of its preparation, nine days before its deadline."""

from lava.demo.shape import NO, Cell, Day, Matter, Step

YOUTH_CENTRE = Matter(
    title="Talousarvio {next}: nuorisotilan aukiolo (esimerkki)",
    title_alt="Budgeten {next}: ungdomsgårdens öppettider (exempel)",
    type="leisure",
    sector="wellbeing",
    description=(
        "Nuorisotila on nyt auki viitenä iltana viikossa. Säästöesityksessä se olisi auki kolmena"
        " iltana. Toisena vaihtoehtona kolmen illan rinnalle avattaisiin koulukahvila kahtena"
        " iltapäivänä yläkoulun tiloissa.\n\n"
        "Kolmen illan vaihtoehto säästäisi 38 000 euroa vuodessa, koulukahvilan kanssa 12 000"
        " euroa."
    ),
    area="Kirkonkylä",
    diary_number="RSDno-{this}-311",
    body="Hyvinvointilautakunta",
    deadline=Day(9, exact=True),
    meeting=Day(23, exact=True),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "50-249",
        "scr.type_trigger": "yes",
        "scr.access": "yes",
        "scr.money": "yes",
        "scr.vulnerable": "partly",
    },
    extent="light",
    reason=(
        "Muutos koskee yhtä tilaa, ja se voidaan perua seuraavassa talousarviossa. Nuoria"
        " kuullaan, ja"
        " jos tila esitetään suljettavaksi, tehdään laaja arviointi."
    ),
    answers={
        "grp.age": ["a13_15", "a16_17"],
        "grp.vulnerable": ["lonely", "poverty"],
    },
    alternatives=(
        {
            "name": "Viisi iltaa",
            "description": "Nuorisotila on auki maanantaista perjantaihin kello 16-21.",
        },
        {
            "name": "Kolme iltaa",
            "description": (
                "Nuorisotila on auki tiistaina, torstaina ja perjantaina. Säästö 38 000 euroa"
                " vuodessa."
            ),
        },
        {
            "name": "Kolme iltaa ja koulukahvila",
            "description": (
                "Kolmen illan lisäksi yläkoululla on nuorisotyöntekijän kahvila kahtena"
                " iltapäivänä. Säästö 12 000 euroa vuodessa."
            ),
        },
    ),
    irrelevant={
        "safety": "",
        "learning": "Koulutyöhön ei tule muutoksia.",
        "everyday": "",
        "family_finance": "Nuorisotila on maksuton kaikissa vaihtoehdoissa.",
        "services": "",
        "environment": "Tilat eivät muutu.",
        "identity": "",
    },
    impacts={
        (0, "leisure", "all"): Cell(
            "pos", 2, "Ilmainen paikka joka arki-ilta; 80 kävijää viikossa."
        ),
        (0, "relationships", "all"): Cell(
            "pos",
            2,
            "Kaverit ja tuttu aikuinen ovat tavattavissa joka ilta.",
        ),
        (1, "leisure", "all"): Cell(
            "neg", 2, "Kahtena iltana ei ole maksutonta paikkaa, johon mennä."
        ),
        (1, "relationships", "all"): Cell(
            "neg",
            1,
            "Tapaamiset siirtyvät kauppakeskukseen ja verkkoon, aikuinen puuttuu.",
        ),
        (2, "leisure", "all"): Cell(
            "mixed",
            1,
            "Illat vähenevät, mutta koululla on uusi paikka kahtena päivänä.",
        ),
    },
    evidence=(
        {
            "type": "stats",
            "title": "Nuorisotilan kävijälaskenta",
            "finding": "80 kävijää viikossa, vilkkaimmat illat ovat maanantai ja perjantai.",
            "reliability": "good",
        },
        {"type": "staff", "title": "Nuorisotyöntekijöiden haastattelu", "finding": ""},
    ),
    gaps=({"gap": "Missä nuoret ovat niinä iltoina, kun tila on kiinni.", "importance": "2"},),
    team=(
        {
            "user": "valmistelija",
            "role": "Suunnittelija",
            "sector": "wellbeing",
            "parts": ("rec", "fup"),
        },
        {
            "user": "tyoryhma",
            "role": "Nuorisotyöntekijä",
            "sector": "wellbeing",
            "parts": ("imp", "dat"),
        },
        {"user": "kuulija", "role": "Luokanopettaja", "sector": "education", "parts": ("hre",)},
    ),
    talk={
        (1, "leisure", "all"): (
            ("yhdyshenkilo", "Onko vaikutus todella näin suuri? Mihin luku perustuu?"),
            (
                "tyoryhma",
                "Laskin kävijämäärät uudelleen syksyn tilastosta, ne ovat tietopohjassa.",
            ),
        ),
    },
    course=(
        Step(Day(-34), "16.00", "open"),
        Step(Day(-34), "16.10", "screen"),
        Step(Day(-34), "16.20", "choose"),
        Step(Day(-33), "16.30", "confirm", who="yhdyshenkilo"),
        Step(Day(-8), "8.30", "write", "alt grp"),
        Step(Day(-7), "10.00", "write", "team"),
        Step(Day(-7), "10.10", "invite", who="vertaisarvioija"),
        Step(Day(-6), "13.00", "write", "dat"),
        Step(Day(-2), "14.30", "write", "imp"),
        Step(Day(-2), "14.40", "talk"),
    ),
)
