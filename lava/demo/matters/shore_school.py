"""D4: closing a small Finnish school in a bilingual village; decided, and a claim is pending."""

from lava.demo.shape import NO, READY, Cell, Day, Matter, Step

SUMMARY = (
    "Kunnanhallitus päättää, suljetaanko Rantakoulu. Koulussa on 31 suomenkielistä lasta."
    " Rantakylän asukkaista noin 30 prosenttia puhuu suomea ja 70 prosenttia ruotsia.\n\n"
    "Arvioinnin mukaan lapsille on parasta kaksikielinen keskus (VE2), jossa Rantakoulu ja kylän"
    " ruotsinkielinen koulu toimivat samassa pihassa omilla kielillään. Lapset saisivat pitää"
    " kylän, kielen ja lyhyen matkan. Lisäksi he saisivat lisää kavereita.\n\n"
    "Jos koulu suljetaan ja lapset siirtyvät kirkonkylään (VE1), ryhmät kasvavat ja kerhoja on"
    " enemmän. Matka pitenee 14 kilometriä, ja kylästä häviää ainoa suomenkielinen paikka lapsille."
    " Raskainta se olisi kielivähemmistölle ja niille, jotka tarvitsevat tukea.\n\n"
    "Kaikkia koulun lapsia pyydettiin mukaan, ja 28 kertoi mielipiteensä. Lisäksi kuultiin 26 lasta"
    " ruotsinkielisestä koulusta. Kaverit ja turvallinen matka olivat tärkeimpiä. Varmasti ei"
    " tiedetä, milloin keskuksen tilat olisivat valmiit."
)
SUMMARY_ALT = (
    "Kommunstyrelsen beslutar om Strandskolan ska stängas. Skolan har 31 finskspråkiga barn. Av"
    " invånarna i Strandby talar omkring 30 procent finska och 70 procent svenska.\n\n"
    "Enligt analysen är ett tvåspråkigt centrum (ALT2) bäst för barnen. Strandskolan och byns"
    " svenska"
    " skola skulle ha samma gård men var sitt språk. Barnen skulle få behålla byn, språket och den"
    " korta vägen. De skulle också få fler kompisar.\n\n"
    "Om skolan stängs och barnen flyttar till kyrkbyn (ALT1) blir grupperna större och klubbarna"
    " fler. Vägen blir 14 kilometer längre, och byn förlorar det enda finskspråkiga stället för"
    " barn. Tyngst vore det för språkminoriteten och för dem som behöver stöd.\n\n"
    "Alla barn i skolan bads vara med, och 28 berättade vad de tycker. Dessutom hördes 26 barn i"
    " den svenska skolan. Kompisarna och en trygg väg var viktigast. Man vet inte säkert när"
    " centrumets lokaler kan vara klara."
)
LONG = {"duration": "long", "certainty": "fair", "reversible": "no", "kinds": ("direct", "here")}
SHORT = {"duration": "short", "certainty": "fair", "reversible": "yes", "kinds": ("direct",)}

SHORE_SCHOOL = Matter(
    title="Rantakoulun lakkauttaminen (esimerkki)",
    title_alt="Indragning av Strandskolan (exempel)",
    type="school_network",
    sector="education",
    description=(
        "Rantakoulussa on 31 suomenkielistä lasta luokilla 1-6. Määrä laskee 22:een kolmessa"
        " vuodessa. Kylässä on myös ruotsinkielinen koulu, jossa on 58 lasta.\n\n"
        "Kunnanhallitus päättää, jatkaako koulu, suljetaanko se vai tehdäänkö kylään kaksikielinen"
        " keskus. Rantakoulu on ruotsiksi Strandskolan."
    ),
    area="Rantakylä / Strandby",
    diary_number="RSDno-{this}-142",
    body="Kunnanhallitus",
    deadline=Day(-40),
    meeting=Day(-20),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "10-49",
        "scr.share": "partly",
        "scr.network": "yes",
        "scr.journey": "yes",
        "scr.vulnerable": "partly",
        "scr.unequal": "yes",
        "scr.permanent": "yes",
        "scr.contested": "yes",
    },
    extent="full",
    reason=(
        "Koulun sulkeminen muuttaa kaikkien 31 lapsen arjen ja koskee kielivähemmistöä. Muutosta on"
        " vaikea perua."
    ),
    path=(
        {"body": "Sivistyslautakunta", "role": "prepares", "date": Day(-33)},
        {"body": "Kunnanhallitus", "role": "decides", "date": Day(-20)},
    ),
    team=(
        {
            "user": "valmistelija",
            "role": "Suunnittelija",
            "sector": "education",
            "task": "Kokoaa arvioinnin",
        },
        {
            "user": "beredare",
            "role": "Planerare",
            "sector": "central",
            "task": "Ruotsinkieliset tekstit ja kuulemiset",
        },
        {
            "user": "kuulija",
            "role": "Nuorisotyöntekijä",
            "sector": "wellbeing",
            "task": "Lasten kuuleminen",
        },
    ),
    scope_questions=(
        {"text": "Miten käy lapsen oikeuden omaan kieleen ja kylään?"},
        {"text": "Kuinka pitkä matka lapsille tulisi, ovelta ovelle?"},
        {"text": "Mitä kaksikielisyydestä seuraa molempien koulujen lapsille?"},
    ),
    group_sizes=(
        {
            "group": "all",
            "number": 31,
            "year": 2025,
            "source": "Oppilasluettelo",
            "note": "Rantakoulun luokat 1-6",
        },
        {"group": "a7_9", "number": 14, "year": 2025, "source": "Oppilasluettelo"},
        {"group": "a10_12", "number": 17, "year": 2025, "source": "Oppilasluettelo"},
        {
            "group": "language_min",
            "number": 31,
            "year": 2025,
            "source": "Oppilasluettelo",
            "note": "Suomenkieliset ovat kylässä vähemmistö",
        },
        {"group": "support", "number": 6, "year": 2025, "source": "Sivistystoimi"},
    ),
    alternatives=(
        {
            "name": "Rantakoulu jatkaa",
            "child_sentence": "Rantakoulu jatkaa.",
            "child_sentence_alt": "Strandskolan fortsätter.",
            "description": (
                "Koulu jatkaa omassa talossaan. Lapsia on 31, kolmen vuoden päästä arviolta 22."
                " Opetusryhmiä on kaksi."
            ),
            "day": (
                "Toisluokkalainen kävelee kouluun seitsemän minuuttia. Luokassa on lapsia kolmelta"
                " vuosiluokalta. Iltapäivällä leikitään pihalla, kunnes aikuinen tulee töistä."
            ),
            "strengths": "Lyhyt matka, oma kieli ja tuttu aikuinen.",
            "weaknesses": "Vähän samanikäisiä. Ryhmät pienenevät edelleen.",
        },
        {
            "name": "Koulu suljetaan, lapset kirkonkylään",
            "child_sentence": "Koulu suljetaan, ja lapset käyvät koulua kirkonkylässä.",
            "child_sentence_alt": "Skolan stängs, och barnen går i skola i kyrkbyn.",
            "description": (
                "Rantakoulu suljetaan elokuussa. Lapset siirtyvät kirkonkylän kouluun, jonne on 14"
                " kilometriä. Kuljetus järjestetään bussilla."
            ),
            "day": (
                "Toisluokkalainen nousee bussiin kello 7.20. Koululla ollaan puoli tuntia ennen"
                " tuntien alkua. Iltapäivällä bussia odotetaan 35 minuuttia."
            ),
            "origin": "preparer",
            "feasible": "yes",
            "feasible_text": "Kirkonkylän koulussa on tilaa. Matka pysyy lain rajoissa.",
            "start": Day(250),
            "cost_year": -168000,
            "cost_once": 25000,
            "strengths": "Enemmän samanikäisiä, oma opettaja joka luokalla, kerhoja.",
            "weaknesses": (
                "Pitkä matka ja odotus. Kylästä häviää ainoa suomenkielinen paikka lapsille."
            ),
        },
        {
            "name": "Kaksikielinen keskus kylään",
            "child_sentence": "Kylään tehdään talo, jossa on kaksi koulua ja kaksi kieltä.",
            "child_sentence_alt": "I byn byggs ett hus med två skolor och två språk.",
            "description": (
                "Rantakoulu muuttaa ruotsinkielisen koulun pihaan. Kouluilla on omat luokat,"
                " opettajat ja kielet. Ruokala, sali ja piha ovat yhteiset."
            ),
            "day": (
                "Toisluokkalainen kävelee kouluun 12 minuuttia. Tunnit ovat suomeksi, ja"
                " välitunnilla leikitään 89 lapsen pihalla kahdella kielellä."
            ),
            "origin": "residents",
            "feasible": "partly",
            "feasible_text": (
                "Salin viereen tarvitaan kaksi siirrettävää luokkaa. Aikataulu on auki."
            ),
            "start": Day(420),
            "cost_year": -64000,
            "cost_once": 620000,
            "strengths": "Kylä, kieli ja lyhyt matka säilyvät. Kavereita tulee lisää.",
            "weaknesses": "Rakentaminen vie vuoden. Suomenkieliset ovat pihalla vähemmistö.",
        },
    ),
    rejected=(
        {
            "name": "Yhdistetty koulu, jossa opetus on kahdella kielellä",
            "reason": (
                "Perusopetuslain mukaan kielillä on omat koulunsa. Kokeilu ei ole tässä"
                " mahdollinen."
            ),
        },
    ),
    evidence=(
        {
            "type": "stats",
            "title": "Oppilasluettelot ja syntyneet",
            "finding": "31 lasta nyt, 22 kolmen vuoden päästä. Ruotsinkielisessä koulussa 58.",
            "reliability": "good",
        },
        {
            "type": "env",
            "title": "Koulumatkat kartalla",
            "finding": "Keskimatka 1,1 km. Kirkonkylään 14 km ja 24 minuuttia bussissa.",
            "reliability": "good",
        },
        {
            "type": "guardians",
            "title": "Kysely huoltajille suomeksi ja ruotsiksi",
            "finding": (
                "Vastauksia tuli 27. Viidesosa aikoo vaihtaa lapsen ruotsinkieliseen kouluun, jos"
                " Rantakoulu suljetaan."
            ),
            "reliability": "fair",
        },
        {
            "type": "staff",
            "title": "Opettajien haastattelu molemmissa kouluissa",
            "finding": "Yhteinen piha tuntuu hyvältä, kun kummallakin kielellä on omat tilat.",
            "reliability": "fair",
        },
        {
            "type": "peer",
            "title": "Toisen kaksikielisen kunnan kokemus yhteisestä pihasta",
            "finding": "Kielet säilyivät, kun molemmille varattiin oma talo ja oma päivänavaus.",
            "reliability": "fair",
        },
    ),
    gaps=(
        {
            "gap": "Kuinka moni perhe vaihtaisi lapsen ruotsinkieliseen kouluun.",
            "importance": "3",
            "action": "Kysytään kotikäynneillä ennen ilmoittautumista.",
        },
        {
            "gap": "Milloin siirrettävät luokat saadaan.",
            "importance": "2",
            "action": "Tekninen toimi pyytää tarjoukset.",
        },
    ),
    key_figures=(
        {
            "indicator": "Rantakoulun lapset",
            "value": "31",
            "unit": "lasta",
            "year": 2025,
            "comparison": "22 vuonna 2028",
            "source": "Oppilasluettelot",
        },
        {
            "indicator": "Kylän asukkaat kielittäin",
            "value": "30 / 70",
            "unit": "% suomi / ruotsi",
            "year": 2025,
            "source": "Väestötiedot",
        },
        {
            "indicator": "Matka kirkonkylään",
            "value": "14",
            "unit": "km",
            "year": 2025,
            "comparison": "nyt 1,1 km",
            "source": "Karttalaskelma",
        },
    ),
    planned=(
        {
            "group": "Rantakoulun lapset",
            "age": "a7_9",
            "method": "walk",
            "place": "Koulu ja kylän raitti",
            "date": Day(-118),
            "time": "9.00-11.00",
            "facilitator": "Nuorisotyöntekijä",
            "target": 31,
        },
        {
            "group": "Elever i byns svenska skola",
            "age": "a10_12",
            "method": "group",
            "place": "Klassrummet",
            "date": Day(-115),
            "time": "9.15-10.30",
            "facilitator": "Planerare",
            "target": 30,
        },
    ),
    hearings=(
        {
            "plan": 0,
            "groups": ("a7_9", "a10_12", "language_min", "support"),
            "invited": 31,
            "number": 28,
            "questions": (
                "Näytä tärkein paikka. Mikä on hyvää koulussasi? Mitä ajattelet kolmesta"
                " vaihtoehdosta?"
            ),
            "said": (
                "Pienessä koulussa kaikki tuntevat toisensa. Kaverit ovat tärkein asia. Bussissa on"
                " pitkä odotus. Ruotsinkielisten kanssa leikitään jo nyt jalkapalloa."
            ),
            "hopes": "Oma opettaja mukaan. Piha, jossa on metsää ja ranta.",
            "worries": "Että suomea ei saa puhua. Että bussissa on yksin.",
            "proposals": "Yhteinen piha ruotsinkielisten kanssa, mutta omat luokat.",
            "differences": (
                "Tukea saavat pelkäsivät muuttoa enemmän kuin muut. Kuudesluokkalaiset odottavat jo"
                " yläkoulua."
            ),
            "limits": "Kotien huoli kuului lasten puheessa. Kolme lasta ei osallistunut.",
            "effect": (
                "Kaksikielisestä keskuksesta tehtiin vaihtoehto 2. Omat luokat kirjattiin siihen"
                " lasten toiveesta."
            ),
            "hearingfinding": (
                {
                    "theme": "Kaikki tuntevat toisensa",
                    "dimension": "relationships",
                    "summary": "Kukaan ei ole yksin.",
                    "count": 22,
                    "tone": "pos",
                },
                {
                    "theme": "Pitkä odotus bussissa",
                    "dimension": "everyday",
                    "summary": "Isot sisarukset ovat kertoneet.",
                    "count": 17,
                    "tone": "neg",
                },
                {
                    "theme": "Oma kieli",
                    "dimension": "identity",
                    "summary": "Suomea saa puhua koko päivän.",
                    "count": 12,
                    "tone": "neutral",
                },
            ),
            "hearingview": (
                {
                    "alternative": 0,
                    "in_favour": 12,
                    "against": 9,
                    "unsure": 7,
                    "reasons": "Tuttu ja lähellä.",
                },
                {
                    "alternative": 1,
                    "in_favour": 5,
                    "against": 18,
                    "unsure": 5,
                    "reasons": "Liian kaukana.",
                },
                {
                    "alternative": 2,
                    "in_favour": 17,
                    "against": 5,
                    "unsure": 6,
                    "reasons": "Lisää kavereita ja oma kieli.",
                },
            ),
        },
        {
            "plan": 1,
            "groups": ("a10_12",),
            "invited": 30,
            "number": 26,
            "questions": (
                "Vad är bra i din skola? Vad skulle hända om Strandskolan kom till er gård?"
            ),
            "said": (
                "Kompisarna är viktigast. Man kan spela fotboll på två språk. En gård med skog är"
                " bäst. Den stora matsalen känns skrämmande i kyrkbyn."
            ),
            "hopes": "En egen klass och fler klubbar.",
            "worries": "Att matsalen blir trång. Att man måste tala finska hela dagen.",
            "proposals": "Två matturer. En gemensam dag i veckan.",
            "differences": (
                "De tvåspråkiga barnen var ivrigast. De minsta ville ha sin egen gårdsdel."
            ),
            "limits": "En klass var på utflykt. Bara årskurserna 3-6 deltog.",
            "effect": "Två matturer skrevs in i alternativ 2.",
            "hearingfinding": (
                {
                    "theme": "Fler kompisar",
                    "dimension": "relationships",
                    "summary": "Fotboll och lekar tillsammans.",
                    "count": 19,
                    "tone": "pos",
                },
                {
                    "theme": "Trång matsal",
                    "dimension": "safety",
                    "summary": "Bullrigt om alla äter på en gång.",
                    "count": 11,
                    "tone": "neg",
                },
            ),
            "hearingview": (
                {
                    "alternative": 0,
                    "in_favour": 8,
                    "against": 6,
                    "unsure": 12,
                    "reasons": "Det är deras skola.",
                },
                {
                    "alternative": 1,
                    "in_favour": 5,
                    "against": 15,
                    "unsure": 6,
                    "reasons": "De får en lång väg.",
                },
                {
                    "alternative": 2,
                    "in_favour": 16,
                    "against": 5,
                    "unsure": 5,
                    "reasons": "Roligt med fler.",
                },
            ),
        },
    ),
    irrelevant={
        "health": "Sisäilma on kunnossa kaikissa rakennuksissa, ja kouluterveydenhoito on sama.",
        "environment": "Pihat ja luonto ovat kaikissa vaihtoehdoissa hyvät.",
        "family_finance": "Koulu ja kuljetus ovat maksuttomia kaikissa vaihtoehdoissa.",
    },
    impacts={
        (0, "safety", "all"): Cell(
            "pos", 1, "Lyhyt ja tuttu matka, aikuinen lähellä.", "3", evidence="e2 h1", **SHORT
        ),
        (0, "learning", "all"): Cell(
            "neg",
            1,
            "Kolme luokkaa yhdessä. Kun lapsia on 22, ryhmiä jää yksi.",
            "2",
            evidence="e1 e4",
            **LONG,
        ),
        (0, "leisure", "all"): Cell("neg", 1, "Kerhoja on vähän.", "3", evidence="h1", **SHORT),
        (0, "relationships", "all"): Cell(
            "mixed",
            1,
            "Kaikki tuntevat toisensa, samanikäisiä on vähän.",
            "3",
            evidence="h1",
            **LONG,
        ),
        (0, "everyday", "all"): Cell(
            "pos", 2, "Keskimatka on 1,1 km, ja päivä on lyhyt.", "3", evidence="e2", **LONG
        ),
        (0, "participation", "all"): Cell(
            "pos", 1, "Pienessä koulussa jokainen ehtii sanoa.", "2", evidence="h1", **SHORT
        ),
        (0, "equality", "all"): Cell(
            "none", None, "Suomen- ja ruotsinkieliset ovat yhtä lähellä koulua.", evidence="e2"
        ),
        (0, "services", "all"): Cell(
            "mixed",
            1,
            "Tuki on lähellä, terveydenhoitaja käy kerran kuussa.",
            "3",
            evidence="e4",
            **SHORT,
        ),
        (0, "identity", "all"): Cell(
            "pos", 2, "Kylässä on paikka, jossa puhutaan suomea.", "3", evidence="h1", **LONG
        ),
        (1, "safety", "all"): Cell(
            "neg",
            1,
            "Pienet lapset odottavat bussia maantien varressa.",
            "2",
            evidence="e2 h1",
            **LONG,
        ),
        (1, "learning", "all"): Cell(
            "pos",
            2,
            "Jokaisella luokalla on oma opettaja, ja tuki on talossa joka päivä.",
            "3",
            evidence="e4",
            **LONG,
        ),
        (1, "leisure", "all"): Cell(
            "mixed",
            1,
            "Kerhoja on enemmän, mutta bussi lähtee ennen niitä.",
            "2",
            evidence="e2",
            **LONG,
        ),
        (1, "relationships", "all"): Cell(
            "mixed",
            1,
            "Uusia kavereita, mutta pieni ryhmä hajoaa eri luokkiin.",
            "2",
            evidence="h1",
            **SHORT,
        ),
        (1, "everyday", "all"): Cell(
            "neg",
            2,
            "Matka on 14 km. Päivä pitenee reilun tunnin odotuksineen.",
            "3",
            evidence="e2 h1",
            count=31,
            **LONG,
        ),
        (1, "participation", "all"): Cell(
            "neg", 1, "18 lasta 28:sta vastusti, eikä siihen vastata.", "2", evidence="h1", **SHORT
        ),
        (1, "equality", "all"): Cell(
            "neg",
            2,
            "Vain suomenkieliset lapset joutuvat lähtemään kylästä.",
            "3",
            evidence="e1 e2",
            **LONG,
        ),
        (1, "services", "all"): Cell(
            "pos",
            1,
            "Terveydenhoitaja ja kuraattori ovat paikalla joka päivä.",
            "3",
            evidence="e4",
            **LONG,
        ),
        (1, "identity", "all"): Cell(
            "neg",
            2,
            "Kylästä häviää ainoa suomenkielinen paikka lapsille.",
            "3",
            evidence="e3 h1",
            **LONG,
        ),
        (2, "safety", "all"): Cell(
            "pos",
            1,
            "Kävelymatka kylän sisällä, yhteinen valvottu piha.",
            "3",
            evidence="e2 e4",
            **LONG,
        ),
        (2, "learning", "all"): Cell(
            "pos",
            1,
            "Kaksi opetusryhmää säilyy, taito- ja taideaineissa on yhteiset tilat.",
            "2",
            evidence="e4 e5",
            **LONG,
        ),
        (2, "leisure", "all"): Cell(
            "pos", 2, "Yhteinen sali ja kerhot 89 lapselle.", "3", evidence="h1 h2", **LONG
        ),
        (2, "relationships", "all"): Cell(
            "pos", 2, "Lisää samanikäisiä, ja tutut säilyvät.", "3", evidence="h1 h2", **LONG
        ),
        (2, "everyday", "all"): Cell(
            "pos", 1, "Matka on kylän sisällä, keskimäärin 1,4 km.", "3", evidence="e2", **LONG
        ),
        (2, "participation", "all"): Cell(
            "pos", 2, "Vaihtoehto on lasten ja kyläläisten ehdotus.", "3", evidence="h1 h2", **SHORT
        ),
        (2, "equality", "all"): Cell(
            "pos", 1, "Kummankin kielen lapset pysyvät kylässä.", "3", evidence="e5", **LONG
        ),
        (2, "services", "all"): Cell(
            "pos",
            1,
            "Terveydenhoitaja käy viikoittain, kun lapsia on 89.",
            "2",
            evidence="e4",
            **LONG,
        ),
        (2, "identity", "all"): Cell(
            "mixed",
            1,
            "Kieli säilyy omissa luokissa, mutta pihalla suomi on vähemmistö.",
            "2",
            evidence="e5 h2",
            **LONG,
        ),
        (1, "identity", "language_min"): Cell(
            "neg",
            3,
            "Oma kieli katoaa kylän arjesta. Viidesosa perheistä vaihtaisi koulun kielen.",
            "2",
            evidence="e3 h1",
            count=31,
            articles=(2, 3, 6, 12, 29, 30),
            **LONG,
        ),
        (2, "identity", "language_min"): Cell(
            "pos",
            1,
            "Oma luokka ja opettaja, ja kieli kuuluu kylässä.",
            "2",
            evidence="e5 h1",
            count=31,
            **LONG,
        ),
        (1, "learning", "support"): Cell(
            "neg",
            2,
            "Kuusi lasta joutuu aloittamaan tuen uuden aikuisen kanssa.",
            "3",
            evidence="e4 h1",
            count=6,
            **SHORT,
        ),
    },
    mitigations={
        (1, "everyday", "all"): (
            {
                "measure": (
                    "Bussi odottaa kerhon loppuun kahtena päivänä viikossa, ja koululla on aamulla"
                    " valvottu tila."
                ),
                "owner": "Kuljetusten suunnittelija",
                "due": Day(245),
                "in_decision": True,
                "type": "reduce",
                "cost": 21000,
            },
        ),
        (1, "identity", "all"): (
            {
                "measure": (
                    "Rantakoulun tila jää kylän suomenkielisille lapsille kerhoon kahtena iltana."
                ),
                "owner": "Nuorisotoimi",
                "due": Day(250),
                "in_decision": True,
                "type": "compensate",
                "cost": 14000,
            },
        ),
        (1, "identity", "language_min"): (
            {
                "measure": (
                    "Suomenkielinen kerho kylään ja suomenkielinen kummi kirkonkylän koulusta."
                ),
                "owner": "Rehtori",
                "due": Day(250),
                "in_decision": True,
                "type": "compensate",
            },
        ),
        (1, "learning", "support"): (
            {
                "measure": "Avustaja siirtyy lasten mukana. Tutustuminen alkaa jo keväällä.",
                "owner": "Erityisopettaja",
                "due": Day(180),
                "in_decision": True,
                "type": "reduce",
            },
        ),
    },
    unmitigated={(1, "equality", "all"): "Eroa ei voi poistaa, jos vain toinen koulu suljetaan."},
    rights=(
        {
            "article": 30,
            "effect": "weakens",
            "text": "VE1 vie kielivähemmistön lapsilta kylän oman kielen paikan, VE2 turvaa sen.",
        },
        {
            "article": 28,
            "effect": "promotes",
            "text": "VE1 ja VE2 parantavat opetuksen edellytyksiä.",
        },
    ),
    interests=(
        {
            "interest": "Kunnan talous",
            "strength": "2",
            "relation": (
                "VE1 säästää 168 000 ja VE2 64 000 euroa vuodessa. VE2 maksaa kerran 620 000 euroa."
            ),
        },
        {
            "interest": "Kaksikielinen kylä",
            "strength": "2",
            "relation": "Kulkee lasten edun kanssa samaan suuntaan.",
        },
    ),
    notices=(
        {
            "text": (
                "Kunnassa valmistellaan Rantakoulun tulevaisuutta. Vaihtoehdot ovat koulun"
                " jatkaminen, sulkeminen ja kaksikielinen keskus. Mielipiteen voi kertoa kirjaamoon"
                " tai asukasillassa. Myös lapset voivat kertoa."
            ),
            "channels": ("web", "board", "paper", "event"),
            "published": Day(-150),
            "until": Day(-125),
            "summary": (
                "Suomeksi tuli 41 mielipidettä. Moni ehdotti yhteistä pihaa ruotsinkielisen koulun"
                " kanssa, ja siitä tehtiin vaihtoehto 2."
            ),
        },
        {
            "text": (
                "Kommunen bereder Strandskolans framtid. Alternativen är att skolan fortsätter, att"
                " den stängs och ett tvåspråkigt centrum. Åsikter kan lämnas till"
                " registratorskontoret eller på invånarkvällen. Barn får också berätta."
            ),
            "channels": ("web", "board", "paper", "event"),
            "published": Day(-150),
            "until": Day(-125),
            "summary": (
                "På svenska kom 36 åsikter. De flesta ville ha skolorna på samma gård, men med egna"
                " klasser. Det skrevs in i alternativ 2."
            ),
        },
    ),
    statements=(
        {
            "sender": "youth_council",
            "name": "Nuorisovaltuusto / Ungdomsfullmäktige",
            "date": Day(-100),
            "text": (
                "Kannatamme kaksikielistä keskusta. Kielestä ei saa tulla syytä muuttaa kylästä. Vi"
                " stöder ett tvåspråkigt centrum, för då får alla gå i skola hemma."
            ),
            "answer": "Lausunto otettiin huomioon suosituksessa. Kunnanhallitus sai sen liitteenä.",
            "statementview": (
                {"alternative": 2, "stand": "for", "why": "Molemmat kielet pysyvät kylässä."},
                {"alternative": 1, "stand": "against", "why": "Matka ja kieli."},
            ),
        },
        {
            "sender": "other",
            "name": "Bildningsnämndens svenska sektion",
            "date": Day(-96),
            "text": (
                "Sektionen anser att ett gemensamt område är bra för båda skolorna, om språken har"
                " egna klassrum och den svenska skolans ledning består."
            ),
            "answer": "Egna klassrum och egen ledning skrevs in i alternativ 2.",
            "statementview": ({"alternative": 2, "stand": "for", "why": "Bra med egna klassrum."},),
        },
    ),
    points=(
        {
            "due": Day(340),
            "what": "Matkat, kaverit ja kielen asema kolmen kuukauden jälkeen",
            "who": "Sivistysjohtaja",
        },
        {"due": Day(620), "what": "Mitä lapset sanovat vuoden jälkeen", "who": "Rehtori"},
    ),
    indicators=(
        {
            "impact": (1, "everyday", "all"),
            "indicator": "Odotus ennen ja jälkeen koulun",
            "unit": "min päivässä",
            "baseline": 0.0,
            "target": 30.0,
            "source": "Kuljetusten aikataulu",
            "interval": "lukukausittain",
        },
        {
            "impact": (1, "identity", "language_min"),
            "indicator": "Koulun kieltä vaihtaneet lapset",
            "unit": "lasta",
            "baseline": 0.0,
            "target": 0.0,
            "source": "Oppilasluettelo",
            "interval": "vuosittain",
        },
    ),
    answers={
        "cfs.title": "Rantakoulu suljetaan",
        "cfs.title_alt": "Strandskolan stängs",
        "cfs.why": "Koulussa on vain vähän lapsia, ja heitä on joka vuosi vähemmän.",
        "cfs.why_alt": "Skolan har få barn, och de blir färre varje år.",
        "cfs.you_said": (
            "- Kaverit ovat tärkein asia.\n- Pienessä koulussa kaikki tuntevat toisensa.\n-"
            " Bussissa on pitkä odotus."
        ),
        "cfs.you_said_alt": (
            "- Kompisarna är viktigast.\n- I en liten skola känner alla varandra.\n- Det är"
            " lång väntan på bussen."
        ),
        "cfs.decided": (
            "Kunnanhallitus päätti sulkea Rantakoulun. Lapset siirtyvät kouluun kirkonkylään."
            " Teille olisi ollut parempi yhteinen talo kylässä. Se tulisi valmiiksi liian"
            " myöhään."
        ),
        "cfs.decided_alt": (
            "Kommunstyrelsen beslöt att stänga Strandskolan. Barnen flyttar till skolan i"
            " kyrkbyn. Ett gemensamt hus i byn hade varit bättre för er. Det skulle bli klart"
            " för sent."
        ),
        "cfs.changed": (
            "Bussi odottaa kerhon loppuun kahtena päivänä viikossa. Kylään tulee suomen kielen"
            " kerho. Oma avustaja siirtyy mukana. Kaikkea ei saatu: oma koulu ei jatku."
        ),
        "cfs.changed_alt": (
            "Bussen väntar tills klubben slutar två dagar i veckan. I byn blir det en klubb på"
            " finska. Den egna assistenten följer med. Allt blev inte av: den egna skolan"
            " fortsätter inte."
        ),
        "cfs.next": "Keväällä tutustutte uuteen kouluun. Kerromme teille, jos jokin muuttuu.",
        "cfs.next_alt": (
            "På våren får ni bekanta er med den nya skolan. Vi berättar för er om något ändras."
        ),
        "cfs.ask": "Kysy omalta opettajalta tai nuorten ohjaajalta.",
        "cfs.ask_alt": "Fråga din lärare eller ungdomsledaren.",
        "cfs.level": "9-12",
        "cfs.format": ["web", "visit"],
        "case.objective": (
            "Oppilaille halutaan ryhmiä, joissa on oman ikäisiä kavereita. Koulun kulut oppilasta"
            " kohti ovat kaksinkertaiset kunnan muihin kouluihin verrattuna."
        ),
        "sco.horizon": ["short", "medium", "long"],
        "sco.limits": (
            "Ruotsinkielisen koulun oma opetus jätettiin arvioinnin ulkopuolelle muuten kuin"
            " yhteisen pihan osalta."
        ),
        "sco.laws": ["school_network-1", "school_network-2"],
        "sco.laws.articles": [2, 3, 6, 12, 28, 30],
        "sco.stakeholders": ["children", "guardians", "staff", "ngos"],
        "sco.hours": 120,
        "sco.impartial": (
            "Suomen- ja ruotsinkielinen valmistelija kirjoittivat yhdessä. Tarkistajana oli"
            " henkilö, joka ei valmistellut asiaa."
        ),
        "grp.age": ["a7_9", "a10_12"],
        "grp.vulnerable": ["language_min", "support"],
        "grp.who_wins": (
            "Vaihtoehdossa 2 kaikki kylän lapset, etenkin ne, joilla ei nyt ole samanikäistä"
            " kaveria omalla kielellä."
        ),
        "grp.who_loses": (
            "Vaihtoehdossa 1 suomenkieliset lapset, erityisesti kuusi tukea saavaa ja ne, jotka"
            " asuvat kauimpana."
        ),
        "dat.forecast": (
            "Rantakoulussa on 31 lasta, kolmen vuoden päästä 22. Yksi muuttava perhe muuttaa lukuja"
            " paljon, joten ennuste on epävarma."
        ),
        "dat.research": (
            "Toisessa kaksikielisessä kunnassa yhteinen piha toimi, kun kielillä oli omat tilat ja"
            " oma johtaja."
        ),
        "hpl.aim": (
            "Halusimme tietää, mikä koulussa ja kylässä on lapsille tärkeää. Kaikki kolme"
            " vaihtoehtoa olivat vielä avoinna."
        ),
        "hpl.who": ["a7_9", "a10_12", "language_min", "support"],
        "hpl.missed": "Tukea saavat lapset: kuvat ja tuttu aikuinen mukana.",
        "hpl.method": ["walk", "group"],
        "hpl.pilot": False,
        "hpl.info": ["letter", "talk"],
        "hpl.guardians": "Kirje kotiin kahdella kielellä ja asukasilta.",
        "hpl.staff": "Yhteinen tapaaminen molempien koulujen opettajille.",
        "hpl.youth_council": "yes",
        "hpl.youth_council.date": Day(-120),
        "hpl.privacy": (
            "Nimiä ei kysytty. Vastaukset koottiin teemoiksi, pienet luvut yhdistettiin."
        ),
        "hpl.consent": "inform",
        "hpl.language": ["fi", "sv", "pictures"],
        "hpl.feedback": "Kuulijat käyvät kertomassa molemmissa kouluissa, mitä päätettiin.",
        "hpl.feedback.date": Day(-10),
        "crc.art2": (
            "VE1 koskee vain suomenkielisiä lapsia. Kielivähemmistön asema on arvioitu omana"
            " ryhmänä. VE2 kohtelee kieliä samalla tavalla."
        ),
        "crc.art3": (
            "Lapsen etu selvitettiin matkoista, kielestä, oppimisesta ja kavereista. Kokonaisuutena"
            " VE2 on lasten edun mukaisin."
        ),
        "crc.art6": "Oma kieli ja lyhyt matka tukevat kasvua koko alakoulun ajan.",
        "crc.art12": (
            "54 lasta kuultiin suomeksi ja ruotsiksi. Keskuksesta tuli vaihtoehto lasten ja"
            " kyläläisten ehdotuksesta."
        ),
        "cmp.conflict_children": (
            "Opetuksen kannalta suurempi ryhmä olisi hyvä, kielen ja matkan kannalta kylä. VE2"
            " sovittaa nämä yhteen."
        ),
        "cmp.cumulative": (
            "Kylän neuvola suljettiin viime vuonna. Lasten palveluja ei pidä vähentää samassa"
            " kylässä kahta kertaa peräkkäin."
        ),
        "cmp.uncertainty": "Siirrettävien luokkien hinta ja valmistuminen.",
        "rec.best": "2",
        "rec.reason": (
            "Keskus säilyttää lasten oman kielen, kylän ja lyhyen matkan ja tuo lisää kavereita."
            " Lapset kannattivat sitä molemmissa kouluissa eniten."
        ),
        "rec.conditions": (
            "Omat luokat ja opettajat kummallakin kielellä, kaksi ruokailuvuoroa ja oma pihan osa"
            " pienille."
        ),
        "rec.worst": "VE1, koska haitta kohdistuu kokonaan kielivähemmistön lapsiin.",
        "rec.children_said": (
            "54 lasta kertoi: kaverit ovat tärkein asia. Pienessä koulussa kaikki tuntevat"
            " toisensa. Bussissa on pitkä odotus. Kahdella kielellä voi pelata jalkapalloa."
            " Kompisarna är viktigast."
        ),
        "rec.changed": (
            "Vaihtoehto 2 lisättiin. Siihen kirjattiin omat luokat ja kaksi ruokailuvuoroa."
        ),
        "rec.standpoint": (
            "Kirjoittajina oli kaksi virkamiestä, joista toinen on ruotsinkielinen. Kumpikaan ei"
            " asu kylässä."
        ),
        "rec.summary": SUMMARY,
        "rec.summary_alt": SUMMARY_ALT,
        "fup.owner": "Sivistysjohtaja",
        "fup.start": Day(250),
        "fup.children": "Samat lapset kävelyttävät kuulijat uudella reitillä syksyllä.",
        "fup.report_to": ["board", "youth_council", "public_page"],
        "ntc.needed": "yes",
        "proc.material": True,
        "proc.jav": True,
        "proc.body_ok": True,
        "dec.proposal_alt": "1",
        "dec.alt": "1",
        "dec.relation": "partly",
        "dec.reason": (
            "Lasten edun mukaisin on VE2. Kunnanhallitus päätti kuitenkin VE1:n, koska keskuksen"
            " tilat valmistuisivat vasta yli vuoden päästä ja ryhmä pienenee jo nyt. Suosituksesta"
            " otettiin kielikerho, avustajan siirtyminen ja bussin myöhempi lähtö. Keskus"
            " selvitetään erikseen ennen kuin Rantakoulun tila luovutetaan."
        ),
        "dec.mitigations": (
            (1, "everyday", "all"),
            (1, "identity", "all"),
            (1, "identity", "language_min"),
            (1, "learning", "support"),
        ),
        "dec.follow_up": True,
        "dec.dissent": (
            "Kaksi jäsentä kannatti kaksikielistä keskusta ja jätti eriävän mielipiteen."
        ),
        "dec.appeal": "rectification",
        "dec.appeal.result": "pending",
        "dec.appeal.date": Day(-8),
    },
    review=READY
    | {
        "qa.children.comment": "Molempien koulujen lapsia kuultiin heidän kielellään.",
        "qa.early": "partly",
        "qa.early.comment": "Säästötavoite oli julki ennen arviointia.",
    },
    questions=(
        (
            "Hur många barn byter till den svenska skolan om Strandskolan stängs?",
            (
                "Det vet vi inte säkert. I enkäten funderade en femtedel av familjerna på det. Vi"
                " frågar igen före anmälningen."
            ),
        ),
    ),
    handlings=(
        {
            "body": "Sivistyslautakunta",
            "date": Day(-33),
            "section": "31",
            "proposal": "VE1",
            "result": "approved",
            "votes_for": 6,
            "votes_against": 5,
        },
        {
            "body": "Kunnanhallitus",
            "date": Day(-20),
            "section": "118",
            "proposal": "VE1 ehtoineen",
            "result": "amended",
            "votes_for": 9,
            "votes_against": 2,
        },
    ),
    course=(
        Step(Day(-170), "9.00", "open"),
        Step(Day(-170), "9.30", "screen"),
        Step(Day(-170), "9.45", "choose"),
        Step(Day(-168), "10.00", "write", "team case sco grp alt"),
        Step(Day(-150), "8.15", "write", "dat hpl ntc"),
        Step(Day(-112), "14.00", "write", "hre"),
        Step(Day(-95), "9.30", "write", "stm imp mit"),
        Step(Day(-86), "10.20", "write", "crc cmp rec fup"),
        Step(Day(-80), "15.00", "take", "submit_for_review"),
        Step(Day(-75), "9.10", "review", who="yhdyshenkilo"),
        Step(Day(-74), "10.00", "take", "approve", "yhdyshenkilo"),
        Step(Day(-44), "10.00", "write", "proc"),
        Step(Day(-42), "12.00", "publish", who="kirjaamo"),
        Step(Day(-41), "14.00", "take", "put_on_agenda", "esittelija"),
        Step(Day(-27), "19.00", "ask", who="valtuutettu"),
        Step(Day(-25), "8.50", "reply"),
        Step(Day(-19), "9.00", "write", "dec"),
        Step(Day(-19), "9.40", "take", "record_decision"),
        Step(Day(-17), "11.00", "write", "cfs"),
        Step(
            Day(-17),
            "12.00",
            "publish",
            who="kirjaamo",
            note="Päätös lisätty. Beslutet har lagts till.",
        ),
        Step(Day(-10), "10.00", "tell_children", note="Kuulijat kävivät molemmissa kouluissa"),
    ),
)
