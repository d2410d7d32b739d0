"""D7: in preparation, with the children's hearings planned but not held yet."""

from lava.demo.shape import NO, USUAL, Cell, Day, Matter, Step

TRAFFIC_PLAN = Matter(
    title="Keskustan liikennesuunnitelma (esimerkki)",
    title_alt="Trafikplan för centrum (exempel)",
    type="traffic",
    sector="technical",
    description=(
        "Keskustan läpi ajaa 9 300 autoa päivässä. Suunnitelma voi siirtää läpiajon kehäkadulle ja"
        " tehdä torin ympäristöstä kävelykeskustan, tai siirtää bussipysäkit lähemmäs kouluja."
    ),
    area="Keskusta",
    diary_number="RSDno-{this}-268",
    body="Valtuusto",
    deadline=Day(60),
    meeting=Day(80),
    screening=NO
    | {
        "scr.affects": "indirect",
        "scr.count": "250+",
        "scr.type_trigger": "yes",
        "scr.journey": "yes",
        "scr.environment": "yes",
        "scr.strategic": "partly",
    },
    extent="full",
    reason="Suunnitelma muuttaa satojen lasten koulumatkan ja keskustan vapaa-ajan paikat.",
    path=(
        {"body": "Sivistyslautakunta", "role": "statement", "date": Day(66)},
        {"body": "Kunnanhallitus", "role": "prepares", "date": Day(73)},
        {"body": "Valtuusto", "role": "decides", "date": Day(80)},
    ),
    team=(
        {
            "user": "valmistelija",
            "role": "Suunnittelija",
            "sector": "technical",
            "task": "Kokoaa arvioinnin",
        },
        {
            "user": "tyoryhma",
            "role": "Liikennesuunnittelija",
            "sector": "planning",
            "task": "Vaikutukset",
            "parts": ("imp", "dat"),
        },
        {
            "user": "kuulija",
            "role": "Nuorisotyöntekijä",
            "sector": "wellbeing",
            "task": "Kuulemiset",
            "parts": ("hpl", "hre"),
        },
    ),
    scope_questions=(
        {"text": "Missä lapset pelkäävät nyt ja missä he pelkäisivät suunnitelman jälkeen?"},
        {"text": "Pääsevätkö lapset keskustaan yksin, myös bussilla?"},
        {"text": "Minne läpiajo siirtyy, ja kenen lasten kotikadulle?"},
    ),
    responsible={
        "plan": "Nuorisotyöntekijä",
        "hearing": "Nuorisotyöntekijä",
        "impacts": "Koko työryhmä",
    },
    group_sizes=(
        {
            "group": "all",
            "number": 820,
            "year": 2025,
            "source": "Oppilasluettelot",
            "note": "Keskustan koulut",
        },
        {"group": "a13_15", "number": 298, "year": 2025, "source": "Oppilasluettelot"},
    ),
    alternatives=(
        {
            "name": "Nykyinen liikenne",
            "description": (
                "Katujen liikenne ja pysäkit pysyvät ennallaan. Torin ylittää 9 300 autoa päivässä."
            ),
            "day": "Viidesluokkalainen odottaa torin laidalla taukoa autoissa ja juoksee yli.",
        },
        {
            "name": "Kehäkatu ja kävelykeskusta",
            "description": (
                "Läpiajo siirtyy kehäkadulle. Torin ympäristö on kävelijöille ja pyöräilijöille."
            ),
            "day": "Nuori pyöräilee kirjastolle torin poikki eikä väistä autoja.",
            "origin": "preparer",
            "feasible": "yes",
            "start": Day(500),
            "cost_year": 35000,
            "cost_once": 6800000,
        },
        {
            "name": "Pysäkit siirretään koulujen viereen",
            "description": "Bussipysäkit siirtyvät koulujen viereen. Läpiajo jatkuu torin kautta.",
            "day": "Kylästä tuleva lapsi nousee bussista koulun portilla.",
            "origin": "residents",
            "feasible": "yes",
            "start": Day(300),
            "cost_year": 12000,
            "cost_once": 900000,
        },
    ),
    evidence=(
        {
            "type": "children",
            "title": "Kysely yläkoululaisille ja lukiolaisille",
            "finding": "412 nuorta vastasi. Torin ylitys ja pimeä asemakatu mainittiin useimmin.",
            "reliability": "good",
        },
        {
            "type": "env",
            "title": "Karttakysely",
            "finding": "655 merkittyä paikkaa: 214 pelottavaa ylitystä ja 96 mukavaa paikkaa.",
            "reliability": "good",
        },
        {
            "type": "stats",
            "title": "Onnettomuustilasto",
            "finding": "Viidessä vuodessa 17 alaikäistä loukkaantui keskustassa.",
            "reliability": "good",
        },
    ),
    gaps=(
        {
            "gap": "Mitä alle kymmenvuotiaat ajattelevat torista.",
            "importance": "3",
            "action": "Kuullaan kävelyllä.",
        },
    ),
    key_figures=(
        {
            "indicator": "Autoja torin kautta",
            "value": "9 300",
            "unit": "autoa päivässä",
            "year": 2025,
            "source": "Liikennelaskenta",
        },
    ),
    planned=(
        {
            "group": "Kirkonkylän alakoulun luokat 1-3",
            "age": "a7_9",
            "method": "walk",
            "place": "Koululta torille",
            "date": Day(9),
            "time": "9.00-10.30",
            "facilitator": "Nuorisotyöntekijä",
            "target": 40,
        },
        {
            "group": "Yläkoulun 8. luokat",
            "age": "a13_15",
            "method": "map",
            "place": "Tietokoneluokka",
            "date": Day(14),
            "time": "Kolmas oppitunti",
            "facilitator": "Liikennesuunnittelija",
            "target": 60,
        },
        {
            "group": "Pyörätuolia tai apuvälinettä käyttävät lapset",
            "age": "a10_12",
            "method": "walk",
            "place": "Keskusta",
            "date": Day(19),
            "time": "13.00-14.30",
            "facilitator": "Nuorisotyöntekijä",
            "target": 8,
        },
    ),
    impacts={
        (0, "safety", "all"): Cell(
            "neg",
            2,
            "Torin ylitys pelottaa, 17 loukkaantunutta viidessä vuodessa.",
            "3",
            "long",
            "e2 e3",
        ),
        (0, "everyday", "all"): Cell(
            "neg", 1, "Moni alle kymmenvuotias ei saa kulkea torin yli yksin.", "2", "long", "e1"
        ),
        (1, "safety", "all"): Cell(
            "pos",
            2,
            "Läpiajo poistuu torilta. Kehäkadun ylitykset on vielä suunniteltava.",
            "3",
            "long",
            "e2",
        ),
        (1, "everyday", "all"): Cell(
            "pos",
            2,
            "Kirjastoon, uimahalliin ja kouluun pääsee pyörällä ilman aikuista.",
            "2",
            "long",
            "e1 e2",
        ),
        (2, "everyday", "all"): Cell("pos", 1, "Bussimatkan loppupää lyhenee.", "3", "long", "e1"),
    },
    answers=USUAL
    | {
        "case.objective": "Turvallinen ja vilkas keskusta, jossa lapsi voi kulkea yksin.",
        "sco.limits": "Moottoritien liittymä ei kuulu tähän.",
        "sco.stakeholders": ["children", "guardians", "staff", "neighbours"],
        "sco.hours": 130,
        "sco.impartial": "Vaikutukset arvioi eri työryhmä kuin kadut suunnitteli.",
        "grp.age": ["a7_9", "a10_12", "a13_15", "a16_17"],
        "grp.vulnerable": ["disability", "rural"],
        "hpl.aim": (
            "Haluamme tietää, missä lapset kulkevat ja mitä he pelkäävät. Katujen ratkaisu on vielä"
            " auki."
        ),
        "hpl.who": ["a7_9", "a13_15", "disability"],
        "hpl.missed": "Pienet ja apuvälinettä käyttävät: kuljetaan reitti yhdessä.",
        "hpl.method": ["walk", "map"],
        "hpl.guardians": "Viesti Wilmassa ja kartta, johon voi merkitä paikan.",
        "hpl.youth_council": "yes",
        "hpl.youth_council.date": Day(12),
        "hpl.feedback": "Kartta vastauksineen viedään koulujen seinälle.",
        "hpl.feedback.date": Day(95),
        "ntc.needed": "yes",
    },
    notices=(
        {
            "text": (
                "Keskustan liikennettä suunnitellaan uudelleen. Kerro kirjaamoon, missä kuljet ja"
                " mikä pelottaa. Myös lapset voivat kertoa."
            ),
            "channels": ("web", "board", "paper"),
            "published": Day(-6),
            "until": Day(20),
        },
    ),
    course=(
        Step(Day(-30), "9.00", "open"),
        Step(Day(-30), "9.20", "screen"),
        Step(Day(-30), "9.30", "choose"),
        Step(Day(-29), "9.00", "plan"),
        Step(Day(-28), "10.00", "write", "case team sco grp alt"),
        Step(Day(-20), "10.00", "write", "dat hpl"),
        Step(Day(-6), "9.00", "write", "ntc"),
        Step(Day(-5), "9.00", "finish", "scope notice alternatives plan"),
        Step(Day(-3), "13.10", "write", "imp"),
    ),
)
