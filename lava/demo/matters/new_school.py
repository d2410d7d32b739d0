"""D1: the show-piece, a full assessment of the school network that was decided and is followed."""

from lava.demo.shape import NO, READY, Cell, Day, Matter, Step

SUMMARY = (
    "Valtuusto päättää, rakennetaanko kirkonkylään uusi koulu ja mitä kolmelle kyläkoululle"
    " tapahtuu. Päätös koskee 625 lasta. Ennusteen mukaan vuonna 2030 lapsia on 425.\n\n"
    "Arvioinnin mukaan lapsille on parasta rakentaa uusi koulu 530 lapselle ja jatkaa"
    " kyläkouluissa (VE1). Kirkonkylän ja Harjulan 522 lasta pääsevät pois väistötiloista,"
    " joissa moni on oirehtinut. Kylien 103 lasta saavat pitää lähikoulunsa ja lyhyen"
    " matkansa.\n\n"
    "Huonoin asema on kylien lapsilla, joiden matka venyisi yli 50 minuuttiin. Heitä olisi 37,"
    " jos kaikki siirtyisivät yhteen kouluun (VE3), ja 9, jos Vesalan koulu suljettaisiin"
    " (VE2). Nyt heitä ei ole yhtään. Nykyisten tilojen jatkaminen (VE0) on huono kaikille:"
    " sisäilma ei parane ja väistötilat maksavat 480 000 euroa vuodessa.\n\n"
    "Lapsia kuultiin 214. He pitivät tärkeimpinä kavereita, tuttua aikuista ja raitista ilmaa."
    " Iso ruokala ja pitkä odotus bussissa huolettivat. Lasten ehdotuksesta uuteen kouluun"
    " tulee kaksi pientä ruokalaa ja jokainen luokka tutustuu kouluun etukäteen.\n\n"
    "Varmasti ei tiedetä, pitääkö ennuste 425 lapsesta paikkansa. Jos se pitää, uudessa"
    " koulussa on vapaata tilaa. Siksi osa siitä suunnitellaan kirjastolle ja nuorille."
)
SUMMARY_ALT = (
    "Fullmäktige beslutar om en ny skola ska byggas i kyrkbyn och vad som händer med tre"
    " byskolor. Beslutet gäller 625 barn. Enligt prognosen är barnen 425 år 2030.\n\n"
    "Enligt analysen är det bäst för barnen att bygga en ny skola för 530 barn och att"
    " fortsätta i byskolorna (ALT1). De 522 barnen i Kirkonkylä och Harjula skolor slipper de"
    " tillfälliga lokalerna, där många har fått symtom. Byarnas 103 barn får behålla sin"
    " närskola och sin korta väg.\n\n"
    "Sämst ställda är de barn i byarna vilkas resa skulle ta över 50 minuter. De vore 37 om"
    " alla flyttade till en enda skola (ALT3) och 9 om Vesala skola stängdes (ALT2). Nu finns"
    " det ingen. Att fortsätta i de nuvarande lokalerna (ALT0) är dåligt för alla:"
    " inomhusluften blir inte bättre och de tillfälliga lokalerna kostar 480 000 euro om"
    " året.\n\n"
    "214 barn hördes. Viktigast var kompisarna, en bekant vuxen och frisk luft. Den stora"
    " matsalen och den långa väntan på bussen oroade. På barnens förslag får den nya skolan två"
    " små matsalar, och alla klasser får bekanta sig med skolan i förväg.\n\n"
    "Man vet inte säkert om prognosen på 425 barn håller. Om den håller finns det ledigt"
    " utrymme i skolan. Därför planeras en del av det för biblioteket och de unga."
)

DEFAULT = {"certainty": "fair", "reversible": "partly", "kinds": ("direct", "here")}
LONG = DEFAULT | {"duration": "long"}
SHORT = DEFAULT | {"duration": "short"}
TERM = DEFAULT | {"duration": "medium"}

NEW_SCHOOL = Matter(
    title="Kirkonkylän uusi koulu ja kyläkoulujen tulevaisuus (esimerkki)",
    title_alt="En ny skola i kyrkbyn och byskolornas framtid (exempel)",
    type="school_network",
    sector="education",
    description=(
        "Kirkonkylän koulu on ollut väistötiloissa seitsemän vuotta sisäilman vuoksi. Harjulan"
        " koulu odottaa peruskorjausta. Samaan aikaan lapsia on vähemmän joka vuosi: nyt"
        " viidessä koulussa on 625 lasta, vuonna 2030 heitä on ennusteen mukaan 425.\n\n"
        "Valtuusto päättää, rakennetaanko uusi koulu, minkä kokoinen se on ja jatkavatko"
        " Alakylän, Metsolan ja Vesalan kyläkoulut."
    ),
    area="Kirkonkylä, Harjula, Alakylä, Metsola ja Vesala",
    diary_number="RSDno-{this}-087",
    body="Valtuusto",
    deadline=Day(-290),
    meeting=Day(-210),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "250+",
        "scr.share": "yes",
        "scr.network": "yes",
        "scr.journey": "yes",
        "scr.environment": "yes",
        "scr.money": "partly",
        "scr.vulnerable": "yes",
        "scr.unequal": "yes",
        "scr.permanent": "yes",
        "scr.contested": "yes",
        "scr.strategic": "yes",
    },
    extent="full",
    reason=(
        "Päätös muuttaa 625 lapsen koulun tai koulumatkan vuosikymmeniksi. Kylissä on noussut"
        " huoli pitkistä matkoista."
    ),
    path=(
        {"body": "Sivistyslautakunta", "role": "prepares", "date": Day(-262)},
        {"body": "Hyvinvointilautakunta", "role": "statement", "date": Day(-255)},
        {"body": "Kunnanhallitus", "role": "prepares", "date": Day(-235)},
        {"body": "Valtuusto", "role": "decides", "date": Day(-210)},
    ),
    team=(
        {
            "role": "Suunnittelija",
            "sector": "education",
            "task": "Kokoaa arvioinnin",
            "user": "valmistelija",
        },
        {
            "role": "Kuraattori",
            "sector": "wellbeing",
            "task": "Lasten arki ja tuen tarve",
            "user": "tyoryhma",
            "parts": ("grp", "crc"),
        },
        {
            "role": "Nuorisotyöntekijä",
            "sector": "wellbeing",
            "task": "Lasten kuuleminen",
            "user": "kuulija",
            "parts": ("hpl", "hre"),
        },
        {
            "name": "Tekninen isännöitsijä",
            "role": "Rakennukset",
            "sector": "technical",
            "task": "Tilat, sisäilma ja kustannukset",
        },
    ),
    scope_questions=(
        {
            "text": (
                "Kuinka pitkäksi kylien lasten matka tulisi kussakin vaihtoehdossa, ovelta ovelle?"
            )
        },
        {"text": "Pääsevätkö lapset pois väistötiloista ja milloin?"},
        {"text": "Mitä hyvää ja huonoa isossa koulussa on lapselle, joka tarvitsee tukea?"},
        {"text": "Minkä kokoinen koulu tarvitaan, jos lapsia on vuonna 2030 vain 425?"},
    ),
    responsible={
        "scope": "Suunnittelija",
        "notice": "Kirjaamo",
        "alternatives": "Suunnittelija ja tekninen isännöitsijä",
        "knowledge": "Suunnittelija",
        "plan": "Nuorisotyöntekijä",
        "hearing": "Nuorisotyöntekijä ja opettajat",
        "impacts": "Koko työryhmä",
        "review": "LAVA-yhdyshenkilö",
    },
    group_sizes=(
        {
            "group": "all",
            "number": 625,
            "year": 2025,
            "source": "Koulujen oppilasluettelot",
            "note": "Esiopetus ja luokat 1-6",
        },
        {"group": "a6", "number": 84, "year": 2025, "source": "Koulujen oppilasluettelot"},
        {"group": "a7_9", "number": 266, "year": 2025, "source": "Koulujen oppilasluettelot"},
        {"group": "a10_12", "number": 275, "year": 2025, "source": "Koulujen oppilasluettelot"},
        {
            "group": "a13_15",
            "number": 298,
            "year": 2025,
            "source": "Koulujen oppilasluettelot",
            "note": "Yläkoulu on samalla mäellä, käyttää samaa liikuntasalia",
        },
        {
            "group": "rural",
            "number": 103,
            "year": 2025,
            "source": "Koulukuljetuksen tiedot",
            "note": "Alakylä 46, Metsola 34, Vesala 23",
        },
        {
            "group": "support",
            "number": 71,
            "year": 2025,
            "source": "Sivistystoimi",
            "note": "Tehostettu tai erityinen tuki",
        },
    ),
    alternatives=(
        {
            "name": "Viisi koulua nykyisissä tiloissa",
            "child_sentence": "Mitään ei muuteta.",
            "child_sentence_alt": "Ingenting ändras.",
            "description": (
                "Mitään ei rakenneta. Kirkonkylän koulun 402 lasta jatkavat väistötiloissa ja"
                " Harjulan 120 lasta korjaamattomassa koulussa. Alakylä, Metsola ja Vesala"
                " jatkavat. Väistötilojen vuokra on 480 000 euroa vuodessa."
            ),
            "day": (
                "Kirkonkylän neljäsluokkalainen kävelee kouluun vartissa. Luokka on parakissa,"
                " käsityötunnille mennään bussilla yläkoululle. Ruokailuun lähdetään jo kello"
                " 10.20, koska ruokala on pieni. Päänsärky hellittää kotona."
            ),
            "feasible": "partly",
            "feasible_text": "Väistötilojen lupa on voimassa enää kolme vuotta.",
            "strengths": "Kylien lapset pitävät lähikoulunsa. Mitään tuttua ei oteta pois.",
            "weaknesses": (
                "522 lasta jää tiloihin, joissa moni oirehtii. Lupa päättyy, ja silloin lapset"
                " muuttavat kiireellä."
            ),
        },
        {
            "name": "Uusi koulu 530 lapselle, kylät jatkavat",
            "child_sentence": "Tehdään uusi koulu, ja kylien koulut jatkavat.",
            "child_sentence_alt": "Man bygger en ny skola, och byarnas skolor fortsätter.",
            "description": (
                "Kirkonkylään rakennetaan koulu 530 lapselle. Siihen muuttavat Kirkonkylän ja"
                " Harjulan koulut. Alakylän, Metsolan ja Vesalan kyläkoulut jatkavat. Vapaa tila"
                " suunnitellaan kirjastolle ja nuorille."
            ),
            "day": (
                "Harjulan kolmasluokkalainen pyöräilee kouluun kolme kilometriä uutta pyörätietä."
                " Luokka syö pienessä ruokalassa oman käytävän lasten kanssa. Iltapäivällä samassa"
                " talossa on kerho. Vesalan lapsi kävelee omaan kouluunsa niin kuin ennenkin."
            ),
            "origin": "preparer",
            "feasible": "yes",
            "feasible_text": "Tontti on kunnan. Kyläkouluihin on saatu kelpoiset opettajat.",
            "start": Day(-110),
            "cost_year": 310000,
            "cost_once": 19800000,
            "child_money": 310000,
            "strengths": (
                "Terveet tilat 522 lapselle, lyhyt matka kylien 103 lapselle. Kerhot ja"
                " liikuntasali samassa pihassa."
            ),
            "weaknesses": (
                "Iso koulu pelottaa pieniä. Harjulan lapset menettävät lähikoulunsa. Jos lapset"
                " vähenevät ennusteen mukaan, tilaa jää yli."
            ),
        },
        {
            "name": "Uusi koulu 410 lapselle ja kaksi kyläkoulua",
            "child_sentence": "Tehdään pieni uusi koulu, ja Vesalan koulu loppuu.",
            "child_sentence_alt": "Man bygger en liten ny skola, och Vesala skola stängs.",
            "description": (
                "Kirkonkylään rakennetaan koulu 410 lapselle. Alakylän ja Metsolan koulut jatkavat."
                " Vesalan koulu suljetaan ja sen 23 lasta siirtyvät Metsolaan. Ensimmäisinä vuosina"
                " osa Harjulan lapsista jää vanhaan kouluun."
            ),
            "day": (
                "Vesalan toisluokkalainen nousee taksiin kello 7.05 ja on Metsolassa ennen"
                " kahdeksaa. Koulu alkaa yhdeksältä, joten lapsi odottaa tunnin. Kotona ollaan"
                " vasta neljältä."
            ),
            "origin": "consultant",
            "feasible": "partly",
            "feasible_text": (
                "410 paikkaa riittää vasta, kun lapsia on alle 440 eli arviolta viiden vuoden"
                " päästä."
            ),
            "start": Day(-110),
            "cost_year": 60000,
            "cost_once": 16400000,
            "strengths": "Koko vastaa ennustetta. Kaksi kylää pitää koulunsa.",
            "weaknesses": (
                "Vesalan 23 lasta maksaa säästön pitkällä matkalla. Harjulan lapset jakautuvat"
                " kahteen kouluun."
            ),
        },
        {
            "name": "Yksi yhteinen koulu",
            "child_sentence": "Kaikki käyvät samaa uutta koulua.",
            "child_sentence_alt": "Alla går i samma nya skola.",
            "description": (
                "Kaikki viisi koulua yhdistetään uuteen kouluun kirkonkylässä. Alakylän, Metsolan"
                " ja Vesalan koulut suljetaan. Kylien 103 lasta kulkevat bussilla ja taksilla."
            ),
            "day": (
                "Vesalan ekaluokkalainen nousee bussiin kello 6.50, kun on vielä pimeää. Matka"
                " kestää 55 minuuttia. Koulun jälkeen odotetaan bussia 40 minuuttia. Kerhoon ei"
                " jäädä, koska myöhempää bussia ei ole."
            ),
            "origin": "councillors",
            "feasible": "partly",
            "feasible_text": (
                "Perusopetuslain enimmäisajat täyttyisivät juuri ja juuri. Kuljetuksia pitäisi"
                " lisätä."
            ),
            "start": Day(-110),
            "cost_year": -240000,
            "cost_once": 17900000,
            "strengths": "Kaikille samat tilat, erikoisopettajat ja suurin kerhovalikoima.",
            "weaknesses": (
                "37 lapsen matka venyy yli 50 minuuttiin. Kolmesta kylästä häviää lasten oma"
                " paikka."
            ),
        },
    ),
    rejected=(
        {
            "name": "Väistötilojen korjaaminen pysyväksi kouluksi",
            "reason": "Rakennusten lupa on määräaikainen, eikä ilmanvaihtoa saa riittäväksi.",
        },
        {
            "name": "Uusi koulu 650 lapselle",
            "reason": "Lapsia on jo nyt vähemmän. Tyhjien tilojen hoito olisi pois opetuksesta.",
        },
    ),
    evidence=(
        {
            "type": "stats",
            "title": "Väestöennuste ja oppilasluettelot",
            "finding": "Viidessä koulussa on 625 lasta. Vuonna 2030 heitä on 425, kylissä 60.",
            "reliability": "fair",
        },
        {
            "type": "env",
            "title": "Koulumatkat ovelta ovelle, karttalaskelma",
            "finding": (
                "Yli 50 minuutin matka: VE0 ja VE1 ei kenelläkään, VE2 yhdeksällä ja VE3 37"
                " lapsella."
            ),
            "reliability": "good",
        },
        {
            "type": "env",
            "title": "Sisäilmamittaukset Kirkonkylässä ja Harjulassa",
            "finding": "Ohjearvo ylittyi 14 luokassa 22:sta.",
            "reliability": "good",
        },
        {
            "type": "guardians",
            "title": "Kysely huoltajille",
            "finding": "341 vastausta. Puolet mainitsi sisäilman, kylissä kaksi kolmesta matkan.",
            "reliability": "fair",
        },
        {
            "type": "staff",
            "title": "Opettajien, avustajien ja kouluterveydenhoitajan haastattelut",
            "finding": (
                "Poissaoloja on väistötiloissa kolmannes enemmän kuin kylissä. Tuki toimii pienissä"
                " ryhmissä."
            ),
            "reliability": "fair",
        },
        {
            "type": "research",
            "title": "Katsaus koulun koosta ja lasten hyvinvoinnista",
            "finding": (
                "Koko ei yksin ratkaise. Pienet solut isossa koulussa vähentävät yksinäisyyttä."
            ),
            "reliability": "fair",
        },
        {
            "type": "peer",
            "title": "Kahden naapurikunnan kokemukset uudesta koulusta",
            "finding": (
                "Tutustumispäivät ja oma piha pienille helpottivat muuttoa. Ennuste petti toisessa"
                " kunnassa."
            ),
            "reliability": "weak",
        },
        {
            "type": "initiative",
            "title": "Kylien aloite ja 212 allekirjoitusta",
            "finding": "Kyläkoulut halutaan säilyttää, koska ne ovat kylän ainoa yhteinen paikka.",
            "reliability": "good",
        },
    ),
    gaps=(
        {
            "gap": "Muuttaako kyliin uusia perheitä, jos koulu säilyy.",
            "importance": "2",
            "action": "Muuttoja seurataan vuosittain.",
        },
        {
            "gap": "Kuinka moni lapsi oirehtii sisäilmasta. Oireita ei kirjata yhdellä tavalla.",
            "importance": "3",
            "action": "Kouluterveydenhoito alkaa kysyä oireista samalla lomakkeella.",
        },
        {
            "gap": "Mitä mieltä esiopetuksen lapset ovat isosta koulusta.",
            "importance": "2",
            "action": "Heiltä kysytään kuvilla ensimmäisenä seurantavuonna.",
        },
    ),
    key_figures=(
        {
            "indicator": "Lapsia viidessä koulussa",
            "value": "625",
            "unit": "lasta",
            "year": 2025,
            "comparison": "1 870 alaikäistä koko kunnassa",
            "source": "Oppilasluettelot",
        },
        {
            "indicator": "Lapsia ennusteen mukaan",
            "value": "425",
            "unit": "lasta",
            "year": 2030,
            "comparison": "200 vähemmän kuin nyt",
            "source": "Väestöennuste",
        },
        {
            "indicator": "Kylien lapsia",
            "value": "103",
            "unit": "lasta",
            "year": 2025,
            "comparison": "60 vuonna 2030",
            "source": "Oppilasluettelot",
        },
        {
            "indicator": "Pisin koulumatka nyt",
            "value": "35",
            "unit": "min",
            "year": 2025,
            "comparison": "VE2 52 min, VE3 58 min",
            "source": "Karttalaskelma",
        },
        {
            "indicator": "Luokat, joissa sisäilman ohjearvo ylittyi",
            "value": "14 / 22",
            "unit": "luokkaa",
            "year": 2025,
            "source": "Mittaukset",
        },
        {
            "indicator": "Väistötilojen vuokra",
            "value": "480 000",
            "unit": "€/vuosi",
            "year": 2025,
            "source": "Kirjanpito",
        },
    ),
    planned=(
        {
            "group": "Kirkonkylän ja Harjulan luokat 3-6",
            "age": "a10_12",
            "method": "class",
            "place": "Omat luokat",
            "date": Day(-372),
            "time": "9.00-10.30",
            "facilitator": "Luokanopettajat",
            "target": 140,
        },
        {
            "group": "Alakylän, Metsolan ja Vesalan lapset",
            "age": "a7_9",
            "method": "walk",
            "place": "Kyläkoulut ja niiden pihat",
            "date": Day(-366),
            "time": "Koulupäivän aikana",
            "facilitator": "Nuorisotyöntekijä",
            "target": 60,
        },
        {
            "group": "Yläkoulun oppilaita",
            "age": "a13_15",
            "method": "group",
            "place": "Nuorisotila",
            "date": Day(-359),
            "time": "14.15-15.30",
            "facilitator": "Nuorisotyöntekijä",
            "target": 24,
        },
    ),
    hearings=(
        {
            "plan": 0,
            "groups": ("a7_9", "a10_12", "support"),
            "invited": 150,
            "number": 128,
            "questions": (
                "Mikä koulussasi on hyvää? Mikä pitäisi muuttaa? Mitä ajattelet neljästä"
                " vaihtoehdosta? Mitä haluaisit tietää uudesta koulusta?"
            ),
            "said": (
                "Kaverit ovat tärkein asia. Parakissa on kuuma ja päätä särkee. Uuteen kouluun"
                " haluttaisiin tutustua etukäteen. Iso ruokala pelottaa: entä jos ei löydä omaa"
                " pöytää."
            ),
            "hopes": (
                "Raitis ilma, kerhoja, kunnon liikuntasali, kiipeilypuu ja vessoja, joissa ei"
                " tarvitse jonottaa."
            ),
            "worries": (
                "Että eksyy. Että joutuu eri luokkaan kuin kaveri. Että isot tönivät käytävällä."
            ),
            "proposals": (
                "Kaksi pientä ruokalaa. Oma ulko-ovi pienille. Tutustumispäivä ennen muuttoa."
            ),
            "differences": (
                "Harjulan lapset kaipasivat omaa pihaansa useammin kuin Kirkonkylän lapset. Tukea"
                " saavat toivoivat hiljaista tilaa."
            ),
            "limits": (
                "Lomake täytettiin opettajan kanssa, mikä voi kaunistaa vastauksia. Luokat 1-2"
                " eivät olleet mukana."
            ),
            "effect": "Suunnitelmaan tuli kaksi ruokalaa, oma ovi pienille ja tutustumispäivät.",
            "hearingfinding": (
                {
                    "theme": "Kaverit ovat tärkein asia",
                    "dimension": "relationships",
                    "summary": "Samaan luokkaan kaverin kanssa.",
                    "count": 97,
                    "tone": "neutral",
                },
                {
                    "theme": "Ilma väistötiloissa",
                    "dimension": "health",
                    "summary": "Päätä särkee, silmiä kutittaa, ikkunaa ei saa auki.",
                    "count": 55,
                    "tone": "neg",
                },
                {
                    "theme": "Isossa koulussa olisi enemmän kerhoja",
                    "dimension": "leisure",
                    "summary": "Toivottiin palloa, kuvista ja pelejä.",
                    "count": 74,
                    "tone": "pos",
                },
                {
                    "theme": "Iso ruokala pelottaa",
                    "dimension": "safety",
                    "summary": "Melu ja oman pöydän löytäminen.",
                    "count": 61,
                    "tone": "neg",
                },
                {
                    "theme": "Tutustuminen etukäteen",
                    "dimension": "participation",
                    "summary": "Halutaan nähdä uusi koulu ja opettaja ennen muuttoa.",
                    "count": 83,
                    "tone": "neutral",
                },
            ),
            "hearingview": (
                {
                    "alternative": 0,
                    "in_favour": 9,
                    "against": 104,
                    "unsure": 15,
                    "reasons": "Parakeista pois.",
                },
                {
                    "alternative": 1,
                    "in_favour": 88,
                    "against": 17,
                    "unsure": 23,
                    "reasons": "Uusi koulu, ja kylien lapset saavat pitää omansa.",
                },
                {
                    "alternative": 2,
                    "in_favour": 51,
                    "against": 38,
                    "unsure": 39,
                    "reasons": "Pienempi tuntuu kivemmalta, mutta kaverit voivat jäädä Harjulaan.",
                },
                {
                    "alternative": 3,
                    "in_favour": 46,
                    "against": 49,
                    "unsure": 33,
                    "reasons": "Uusia kavereita, mutta liian iso.",
                },
            ),
        },
        {
            "plan": 1,
            "groups": ("a6", "a7_9", "a10_12", "rural"),
            "invited": 71,
            "number": 62,
            "questions": (
                "Näytä koulusi tärkein paikka. Millainen on matkasi? Mitä tapahtuisi, jos koulu"
                " olisi kirkonkylässä?"
            ),
            "said": (
                "Pienessä koulussa kaikki tuntevat toisensa. Piha, jossa on metsää, on paras"
                " paikka. Bussissa on pitkä odotus ja joskus huono olo."
            ),
            "hopes": "Oma koulu ja oma opettaja. Joskus retki isoon liikuntasaliin.",
            "worries": "Herätään yöllä. Bussi jättää. Ei ehdi kaverin luo ennen iltaa.",
            "proposals": "Kerran viikossa yhteinen päivä kirkonkylässä. Bussissa aikuinen.",
            "differences": (
                "Vesalassa pelättiin matkaa enemmän kuin Alakylässä. Kuudesluokkalaiset toivoivat"
                " lisää ikätovereita."
            ),
            "limits": "Lapset tiesivät koulun olevan uhattuna, ja kotien mielipiteet kuuluivat.",
            "effect": (
                "Matkat laskettiin ovelta ovelle odotuksineen. Yhteinen liikuntapäivä otettiin"
                " vaihtoehtoon 1."
            ),
            "hearingfinding": (
                {
                    "theme": "Pienessä koulussa kaikki tuntevat toisensa",
                    "dimension": "relationships",
                    "summary": "Kukaan ei jää välitunnilla yksin.",
                    "count": 48,
                    "tone": "pos",
                },
                {
                    "theme": "Piha, jossa on metsää",
                    "dimension": "environment",
                    "summary": "Majat, mäki ja puro.",
                    "count": 44,
                    "tone": "pos",
                },
                {
                    "theme": "Bussissa on pitkä odotus",
                    "dimension": "everyday",
                    "summary": "Odotetaan pimeässä, joskus tulee huono olo.",
                    "count": 39,
                    "tone": "neg",
                },
                {
                    "theme": "Lisää samanikäisiä",
                    "dimension": "relationships",
                    "summary": "Luokalla voi olla vain kaksi.",
                    "count": 13,
                    "tone": "neg",
                },
            ),
            "hearingview": (
                {
                    "alternative": 0,
                    "in_favour": 21,
                    "against": 28,
                    "unsure": 13,
                    "reasons": "Oma koulu jää, mutta muilla on huono ilma.",
                },
                {
                    "alternative": 1,
                    "in_favour": 49,
                    "against": 5,
                    "unsure": 8,
                    "reasons": "Oma koulu jää.",
                },
                {
                    "alternative": 2,
                    "in_favour": 14,
                    "against": 36,
                    "unsure": 12,
                    "reasons": "Vesalan kaverit joutuisivat kauas.",
                },
                {
                    "alternative": 3,
                    "in_favour": 6,
                    "against": 51,
                    "unsure": 5,
                    "reasons": "Liian pitkä matka.",
                },
            ),
        },
        {
            "plan": 2,
            "groups": ("a13_15",),
            "invited": 30,
            "number": 24,
            "questions": (
                "Mitä muistat alakoulusta? Mitä uusi koulu samalla mäellä merkitsisi teille?"
            ),
            "said": (
                "Liikuntasali on aina varattu. Pikkusisarukset pelkäävät isoa koulua, mutta"
                " tottuvat nopeasti. Nuorille voisi olla oma tila illalla."
            ),
            "hopes": "Iltaisin auki oleva sali ja paikka olla.",
            "worries": "Että ruuhka mäellä kasvaa ja pyörälle ei ole tilaa.",
            "proposals": "Nuoret näyttävät pienille paikat muuton jälkeen.",
            "differences": "Kylistä tulleet muistivat bussimatkat, muut eivät.",
            "limits": "Pieni ryhmä, osa oli mukana nuorisotilan toiminnassa jo ennestään.",
            "effect": "Kummitoiminta ja iltakäyttö kirjattiin suositukseen.",
            "hearingfinding": (
                {
                    "theme": "Liikuntasali ja tila illalla",
                    "dimension": "leisure",
                    "summary": "Sali on nyt aina varattu.",
                    "count": 18,
                    "tone": "pos",
                },
                {
                    "theme": "Ruuhka mäellä aamulla",
                    "dimension": "safety",
                    "summary": "Autot, mopot ja pienet pyöräilijät samalla tiellä.",
                    "count": 11,
                    "tone": "neg",
                },
            ),
            "hearingview": (
                {
                    "alternative": 0,
                    "in_favour": 0,
                    "against": 19,
                    "unsure": 5,
                    "reasons": "Mikään ei muutu.",
                },
                {
                    "alternative": 1,
                    "in_favour": 14,
                    "against": 5,
                    "unsure": 5,
                    "reasons": "Sali ja tilaa.",
                },
                {
                    "alternative": 2,
                    "in_favour": 9,
                    "against": 8,
                    "unsure": 7,
                    "reasons": "Halvempi, mutta salista tulee pieni.",
                },
                {
                    "alternative": 3,
                    "in_favour": 8,
                    "against": 10,
                    "unsure": 6,
                    "reasons": "Bussiaikoja ei kadehdi kukaan.",
                },
            ),
        },
    ),
    impacts={
        (0, "health", "all"): Cell(
            "neg",
            3,
            (
                "522 lasta jatkaa tiloissa, joissa ohjearvo ylittyi 14 luokassa. Poissaoloja on"
                " kolmannes enemmän."
            ),
            "3",
            evidence="e3 e5 h1",
            count=522,
            **TERM,
        ),
        (0, "safety", "all"): Cell(
            "neg", 1, "Parakkien pihalla kulkee huoltoautoja.", "2", evidence="e5", **TERM
        ),
        (0, "learning", "all"): Cell(
            "neg",
            2,
            "Käsityö, musiikki ja liikunta ovat muualla. Siirtymiin kuluu kaksi tuntia viikossa.",
            "3",
            evidence="e5",
            **TERM,
        ),
        (0, "leisure", "all"): Cell(
            "neg", 1, "Kerhoille ei ole tilaa.", "3", evidence="h1", **TERM
        ),
        (0, "relationships", "all"): Cell(
            "pos",
            1,
            "Luokat ja kaverit pysyvät, kunnes lupa päättyy.",
            "2",
            evidence="h1 h2",
            **SHORT,
        ),
        (0, "everyday", "all"): Cell(
            "none", None, "Matkat pysyvät ennallaan, pisin on 35 minuuttia.", evidence="e2"
        ),
        (0, "family_finance", "all"): Cell(
            "neg", 1, "Sairaan lapsen hoito vie vanhempien työpäiviä.", "2", evidence="e4", **TERM
        ),
        (0, "participation", "all"): Cell(
            "neg",
            1,
            "Lapset ovat pyytäneet parannusta vuosia eikä mitään tapahdu.",
            "3",
            evidence="h1",
            **TERM,
        ),
        (0, "equality", "all"): Cell(
            "neg", 2, "Kylissä on terveet tilat, kirkonkylässä ei.", "3", evidence="e3", **TERM
        ),
        (0, "services", "all"): Cell(
            "neg",
            1,
            "Terveydenhoitajalla ja kuraattorilla ei ole omaa huonetta.",
            "3",
            evidence="e5",
            **TERM,
        ),
        (0, "environment", "all"): Cell(
            "neg", 1, "Parakkien piha on soraa ja aitaa.", "3", evidence="h1", **TERM
        ),
        (0, "identity", "all"): Cell("pos", 1, "Kylillä on oma koulu.", "2", evidence="e8", **TERM),
        (1, "health", "all"): Cell(
            "pos",
            3,
            "522 lasta saa terveet tilat, eikä kylien lasten uni lyhene.",
            "3",
            evidence="e3 h1",
            count=522,
            **LONG,
        ),
        (1, "safety", "all"): Cell(
            "mixed",
            1,
            "Piha suunnitellaan turvalliseksi, mutta mäen aamuruuhka kasvaa.",
            "2",
            evidence="h3",
            **LONG,
        ),
        (1, "learning", "all"): Cell(
            "pos",
            2,
            "Aineluokat ja sali samassa talossa. Kylissä tutut opettajat.",
            "3",
            evidence="e5 e6",
            **LONG,
        ),
        (1, "leisure", "all"): Cell(
            "pos",
            2,
            "Kerhot heti koulun jälkeen. Kylät pääsevät mukaan yhteisenä päivänä.",
            "3",
            evidence="h1 h2",
            **LONG,
        ),
        (1, "relationships", "all"): Cell(
            "mixed",
            1,
            "Harjulan ja Kirkonkylän lapset saavat uusia kavereita, mutta luokkia sekoitetaan.",
            "2",
            evidence="h1",
            **TERM,
        ),
        (1, "everyday", "all"): Cell(
            "mixed",
            1,
            "Harjulan 120 lapsen matka pitenee enintään 12 minuuttia. Muiden matka ei muutu.",
            "3",
            evidence="e2",
            count=120,
            **LONG,
        ),
        (1, "family_finance", "all"): Cell(
            "none", None, "Koulu ja kuljetus ovat maksuttomia, ajat pysyvät.", evidence="e4"
        ),
        (1, "participation", "all"): Cell(
            "pos",
            2,
            "Lasten ehdotukset ruokaloista ja ovesta ovat suunnitelmassa.",
            "3",
            evidence="h1",
            **LONG,
        ),
        (1, "equality", "all"): Cell(
            "pos",
            2,
            "Terveet tilat kaikille, eikä kenenkään matka veny kohtuuttomaksi.",
            "3",
            evidence="e2 e3",
            **LONG,
        ),
        (1, "services", "all"): Cell(
            "pos",
            2,
            (
                "Terveydenhoitaja, kuraattori ja psykologi ovat joka päivä paikalla. Kylissä"
                " käydään viikoittain."
            ),
            "2",
            evidence="e5",
            **LONG,
        ),
        (1, "environment", "all"): Cell(
            "pos",
            1,
            "Uusi piha, jossa säästetään metsä. Harjulan piha jää iltakäyttöön.",
            "2",
            evidence="h1 h2",
            **LONG,
        ),
        (1, "identity", "all"): Cell(
            "pos",
            1,
            "Kolmella kylällä säilyy oma koulu. Harjula menettää omansa.",
            "3",
            evidence="e8 h2",
            **LONG,
        ),
        (2, "health", "all"): Cell(
            "pos",
            2,
            "402 lasta saa terveet tilat heti, Harjulasta 60 odottaa viisi vuotta.",
            "3",
            evidence="e1 e3",
            count=402,
            **LONG,
        ),
        (2, "safety", "all"): Cell(
            "none", None, "Piha on turvallinen. Taksiliikenne ei ruuhkauta mäkeä.", evidence="e2"
        ),
        (2, "learning", "all"): Cell(
            "mixed",
            1,
            "Hyvät tilat uudessa koulussa. Metsolassa ryhmät kasvavat, kun Vesala tulee sinne.",
            "2",
            evidence="e5",
            **LONG,
        ),
        (2, "leisure", "all"): Cell(
            "pos",
            1,
            "Kerhoja kirkonkylässä. Vesalan lapset eivät ehdi niihin.",
            "2",
            evidence="h1",
            **LONG,
        ),
        (2, "relationships", "all"): Cell(
            "neg",
            2,
            (
                "Harjulan sisarukset ja kaverit jakautuvat kahteen kouluun, Vesalan lapset"
                " vaihtavat koulua."
            ),
            "3",
            evidence="h1 h2",
            **TERM,
        ),
        (2, "everyday", "all"): Cell(
            "neg",
            1,
            "Vesalan 23 lapsen päivä pitenee. Muiden matka ei juuri muutu.",
            "3",
            evidence="e2",
            count=23,
            **LONG,
        ),
        (2, "family_finance", "all"): Cell(
            "neg",
            1,
            "Vesalassa vanhempien on sovitettava työ taksin aikoihin.",
            "2",
            evidence="e4",
            **LONG,
        ),
        (2, "participation", "all"): Cell(
            "neg",
            1,
            "Lasten toiveet kahdesta ruokalasta eivät mahdu 410 lapsen kouluun.",
            "2",
            evidence="h1",
            **LONG,
        ),
        (2, "equality", "all"): Cell(
            "neg", 1, "Yksi kylä kantaa muita suuremman osan.", "3", evidence="e2", **LONG
        ),
        (2, "services", "all"): Cell(
            "pos",
            1,
            "Palvelut ovat uudessa koulussa, kylissä harvemmin.",
            "2",
            evidence="e5",
            **LONG,
        ),
        (2, "environment", "all"): Cell(
            "mixed",
            1,
            "Uusi piha kirkonkylässä, Vesalan metsäpiha jää pois käytöstä.",
            "2",
            evidence="h2",
            **LONG,
        ),
        (2, "identity", "all"): Cell(
            "neg", 1, "Vesala menettää ainoan yhteisen paikkansa.", "3", evidence="e8", **LONG
        ),
        (3, "health", "all"): Cell(
            "mixed",
            2,
            "522 lasta saa terveet tilat, mutta kylien lapset nukkuvat vähemmän.",
            "3",
            evidence="e2 e3",
            **LONG,
        ),
        (3, "safety", "all"): Cell(
            "neg",
            1,
            "Pienet lapset odottavat bussia pimeässä maantien varressa.",
            "2",
            evidence="h2",
            **LONG,
        ),
        (3, "learning", "all"): Cell(
            "pos",
            1,
            "Erikoisopettajat ja valinnaiset kaikille. Pienen ryhmän hyöty häviää kylistä.",
            "2",
            evidence="e5 e6",
            **LONG,
        ),
        (3, "leisure", "all"): Cell(
            "neg",
            1,
            "Kylien 103 lasta eivät ehdi kerhoihin ennen bussia.",
            "3",
            evidence="h2",
            count=103,
            **LONG,
        ),
        (3, "relationships", "all"): Cell(
            "mixed",
            1,
            "Enemmän samanikäisiä, mutta moni kadottaa tutun aikuisen.",
            "2",
            evidence="h1 h2",
            **LONG,
        ),
        (3, "everyday", "all"): Cell(
            "neg",
            2,
            "103 lapsen päivä pitenee. Pisin matka on 58 minuuttia ja odotus 40 minuuttia.",
            "3",
            evidence="e2 h2",
            count=103,
            **LONG,
        ),
        (3, "family_finance", "all"): Cell(
            "neg",
            1,
            "Kyläläisten työpäivä ja koulupäivä on sovitettava bussiin.",
            "3",
            evidence="e4",
            **LONG,
        ),
        (3, "participation", "all"): Cell(
            "neg",
            1,
            "Kylien lasten mielipide oli selvä, eikä vaihtoehto ota sitä huomioon.",
            "3",
            evidence="h2",
            **LONG,
        ),
        (3, "equality", "all"): Cell(
            "neg",
            2,
            "Haitta kasautuu niille, jotka asuvat jo valmiiksi kaukana palveluista.",
            "3",
            evidence="e2",
            **LONG,
        ),
        (3, "services", "all"): Cell(
            "pos",
            2,
            "Oppilashuolto ja erityisopettaja ovat joka päivä samassa talossa.",
            "3",
            evidence="e5",
            **LONG,
        ),
        (3, "environment", "all"): Cell(
            "neg",
            1,
            "Kolme metsäpihaa jää pois, ja autoilu lisääntyy.",
            "3",
            evidence="h2 e2",
            **LONG,
        ),
        (3, "identity", "all"): Cell(
            "neg", 2, "Kolmesta kylästä häviää lasten oma paikka.", "3", evidence="e8 h2", **LONG
        ),
        (0, "everyday", "rural"): Cell(
            "none", None, "Matka pysyy alle 35 minuutissa.", evidence="e2"
        ),
        (1, "everyday", "rural"): Cell(
            "pos",
            1,
            "Lähikoulu säilyy, ja yhteisenä päivänä on suora bussi.",
            "3",
            evidence="e2 h2",
            count=103,
            **LONG,
        ),
        (2, "everyday", "rural"): Cell(
            "neg",
            2,
            "Yhdeksän Vesalan lapsen matka kestää yli 50 minuuttia.",
            "3",
            evidence="e2",
            count=9,
            **LONG,
        ),
        (3, "everyday", "rural"): Cell(
            "neg",
            3,
            (
                "37 lapsen matka kestää yli 50 minuuttia suuntaansa. He ovat koko päätöksessä"
                " huonoimmassa asemassa."
            ),
            "3",
            evidence="e2 h2",
            count=37,
            articles=(2, 3, 6, 12, 28, 31),
            **LONG,
        ),
        (1, "safety", "a7_9"): Cell(
            "neg",
            1,
            "Iso koulu ja ruokala pelottavat pieniä ensimmäisenä syksynä.",
            "2",
            evidence="h1",
            **SHORT,
        ),
        (1, "leisure", "a13_15"): Cell(
            "pos",
            2,
            "Yläkoululaiset saavat liikuntasalin ja illan tilan samalle mäelle.",
            "3",
            evidence="h3",
            count=298,
            **LONG,
        ),
        (3, "safety", "a13_15"): Cell(
            "neg",
            1,
            "Bussit ja 600 lasta samalla mäellä, mopoille ja pyörille jää vähän tilaa.",
            "2",
            evidence="h3",
            **LONG,
        ),
        (1, "learning", "support"): Cell(
            "mixed",
            1,
            "Tuki on lähellä, mutta melu ja väenpaljous kuormittavat. Hiljainen tila tarvitaan.",
            "2",
            evidence="e5 h1",
            count=71,
            **LONG,
        ),
        (3, "learning", "support"): Cell(
            "neg",
            2,
            "Kylissä tuki on toiminut pienessä ryhmässä, joka hajoaisi.",
            "2",
            evidence="e5 e6",
            count=71,
            **LONG,
        ),
    },
    mitigations={
        (0, "health", "all"): (
            {
                "measure": (
                    "Luokkia kierrätetään ja ilmanpuhdistimia lisätään, kunnes ratkaisu on tehty."
                ),
                "owner": "Tekninen isännöitsijä",
                "due": Day(-330),
                "type": "reduce",
                "cost": 26000,
            },
        ),
        (0, "learning", "all"): (
            {
                "measure": (
                    "Käsityön ja liikunnan tunnit kootaan yhdelle päivälle, jotta siirtymiä on"
                    " vähemmän."
                ),
                "owner": "Rehtori",
                "due": Day(-320),
                "type": "reduce",
            },
        ),
        (1, "safety", "a7_9"): (
            {
                "measure": (
                    "Kaksi pientä ruokalaa, oma ovi pienille ja jokaiselle luokalle tutustumispäivä"
                    " ennen muuttoa."
                ),
                "owner": "Rehtori",
                "due": Day(240),
                "in_decision": True,
                "type": "avoid",
                "cost": 140000,
            },
            {
                "measure": "Yläkoululaiset ovat kummeina ensimmäisen lukukauden.",
                "owner": "Nuorisotyöntekijä",
                "due": Day(300),
                "type": "reduce",
            },
        ),
        (1, "safety", "all"): (
            {
                "measure": "Saattoliikenne ja bussit erotetaan pyörätiestä ennen koulun avaamista.",
                "owner": "Liikennesuunnittelija",
                "due": Day(200),
                "in_decision": True,
                "type": "avoid",
                "cost": 95000,
            },
        ),
        (1, "learning", "support"): (
            {
                "measure": "Joka käytävälle hiljainen huone ja avustajat siirtyvät lasten mukana.",
                "owner": "Erityisopettaja",
                "due": Day(210),
                "in_decision": True,
                "type": "reduce",
                "cost": 30000,
            },
        ),
        (1, "everyday", "all"): (
            {
                "measure": "Pyörätie ja valot Harjulasta kirkonkylään.",
                "owner": "Tekninen johtaja",
                "due": Day(150),
                "in_decision": True,
                "type": "compensate",
                "cost": 260000,
            },
        ),
        (2, "relationships", "all"): (
            {
                "measure": "Sisarukset ja kaveriparit sijoitetaan samaan kouluun.",
                "owner": "Rehtori",
                "due": Day(240),
                "type": "reduce",
            },
        ),
        (2, "everyday", "rural"): (
            {
                "measure": "Vesalasta suora taksi ilman kierrosta, matka enintään 45 minuuttia.",
                "owner": "Kuljetusten suunnittelija",
                "due": Day(240),
                "type": "reduce",
                "cost": 38000,
            },
        ),
        (3, "everyday", "rural"): (
            {
                "measure": "Kolme erillistä bussia ja lämmin odotustila, jossa on aikuinen.",
                "owner": "Kuljetusten suunnittelija",
                "due": Day(240),
                "type": "reduce",
                "cost": 118000,
            },
        ),
        (3, "everyday", "all"): (
            {
                "measure": "Kyläläisille oma iltapäiväkerho odotusajaksi.",
                "owner": "Nuorisotyöntekijä",
                "due": Day(240),
                "type": "compensate",
                "cost": 42000,
            },
        ),
        (3, "learning", "support"): (
            {
                "measure": "Tukea saaville oma pieni ryhmä uudessa koulussa.",
                "owner": "Erityisopettaja",
                "due": Day(240),
                "type": "reduce",
            },
        ),
    },
    unmitigated={
        (0, "equality", "all"): "Ero poistuu vain, kun väistötiloista päästään eroon.",
        (
            3,
            "equality",
            "all",
        ): "Etäisyyttä ei voi poistaa. Lisäkuljetukset lyhentävät odotusta, eivät matkaa.",
        (3, "identity", "all"): "Kylän omaa paikkaa ei voi korvata toisella paikalla.",
    },
    rights=(
        {
            "article": 28,
            "effect": "promotes",
            "text": "Terveet tilat parantavat oikeutta opetukseen.",
        },
        {
            "article": 31,
            "effect": "promotes",
            "text": "Kerhot ja piha ovat lasten käytössä myös iltaisin.",
        },
        {"article": 24, "effect": "promotes", "text": "Sisäilman haitta poistuu 522 lapselta."},
        {
            "article": 23,
            "effect": "neutral",
            "text": "Tuki järjestyy kaikissa vaihtoehdoissa, mutta eri tavoin.",
        },
    ),
    interests=(
        {
            "interest": "Kunnan talous",
            "strength": "3",
            "relation": (
                "VE3 säästäisi 240 000 euroa vuodessa ja VE1 maksaa 310 000. Ero on suuri, mutta"
                " säästö syntyisi kylien lasten matkoista."
            ),
        },
        {
            "interest": "Kylien elinvoima",
            "strength": "2",
            "relation": (
                "Kulkee lasten edun kanssa samaan suuntaan: koulu on kylän ainoa yhteinen paikka."
            ),
        },
        {
            "interest": "Henkilöstö",
            "strength": "1",
            "relation": (
                "Opettajat pääsevät pois väistötiloista. Kyliin on saatu kelpoiset opettajat."
            ),
        },
    ),
    notices=(
        {
            "text": (
                "Kunnassa valmistellaan ratkaisua Kirkonkylän uudesta koulusta ja kyläkouluista."
                " Vaihtoehtoja on neljä. Tavoitteena ovat terveet tilat ja kohtuulliset matkat."
                " Jokainen voi kertoa mielipiteensä, myös lapset. Kirjoita kirjaamoon tai tule"
                " asukasiltaan. Mielipiteet luetaan ennen kuin vaikutukset arvioidaan."
            ),
            "channels": ("web", "board", "paper", "wilma", "event"),
            "published": Day(-395),
            "until": Day(-367),
            "summary": (
                "Mielipiteitä tuli 96. Kaksi kolmesta koski koulumatkoja. Niiden vuoksi matkat"
                " laskettiin ovelta ovelle odotuksineen ja yli 50 minuutin matkat koottiin omaksi"
                " luvuksi."
            ),
        },
    ),
    statements=(
        {
            "sender": "youth_council",
            "name": "Nuorisovaltuusto",
            "date": Day(-340),
            "text": (
                "Nuorisovaltuusto kannattaa vaihtoehtoa 1. Parakeista pitää päästä pois. Kylien"
                " lapsilta ei saa viedä aamuunta. Uuden koulun salin pitää olla iltaisin auki myös"
                " nuorille, ja pienille pitää olla oma rauhallinen paikka syödä."
            ),
            "answer": (
                "Iltakäyttö ja kaksi ruokalaa kirjattiin suosituksen ehtoihin. Aamu-unen menetys"
                " arvioitiin omana asiana terveyden kohdalla."
            ),
            "statementview": (
                {
                    "alternative": 1,
                    "stand": "for",
                    "why": "Terveet tilat, eikä kenenkään matka veny.",
                },
                {"alternative": 3, "stand": "against", "why": "Kylien lapsille liian pitkä päivä."},
            ),
        },
        {
            "sender": "pupil_council",
            "name": "Kyläkoulujen oppilaskunnat",
            "date": Day(-338),
            "text": (
                "Haluamme pitää omat koulut. Yhteinen päivä kirkonkylässä olisi silti mukava, koska"
                " siellä on iso sali."
            ),
            "answer": "Yhteinen liikuntapäivä on vaihtoehdossa 1.",
            "statementview": (
                {"alternative": 1, "stand": "for", "why": "Oma koulu ja iso sali kerran viikossa."},
            ),
        },
    ),
    points=(
        {
            "due": Day(-19),
            "what": "Oppilasmäärä ennusteeseen verrattuna, poissaolot ja kylien matkat",
            "who": "Sivistysjohtaja",
        },
        {
            "due": Day(340),
            "what": "Tutustumispäivät, ruokalat ja lasten kokemukset ensimmäisen vuoden jälkeen",
            "who": "Rehtori",
        },
        {
            "due": Day(900),
            "what": "Koko ratkaisu valtuustokauden lopussa",
            "who": "Sivistysjohtaja",
        },
    ),
    indicators=(
        {
            "impact": (1, "health", "all"),
            "indicator": "Poissaolot sairauden vuoksi",
            "unit": "päivää oppilasta kohti",
            "baseline": 9.4,
            "target": 7.0,
            "source": "Koulun poissaolotiedot",
            "interval": "lukukausittain",
        },
        {
            "impact": (1, "everyday", "rural"),
            "indicator": "Yli 50 minuutin koulumatkat",
            "unit": "lasta",
            "baseline": 0.0,
            "target": 0.0,
            "source": "Kuljetusten suunnitelma",
            "interval": "vuosittain",
        },
        {
            "impact": (1, "equality", "all"),
            "indicator": "Lapsia viidessä koulussa",
            "unit": "lasta",
            "baseline": 625.0,
            "target": 425.0,
            "source": "Oppilasluettelot",
            "interval": "vuosittain",
        },
        {
            "impact": (1, "leisure", "all"),
            "indicator": "Kerhoissa käyvät",
            "unit": "% lapsista",
            "baseline": 22.0,
            "target": 45.0,
            "source": "Kerhojen luettelot",
            "interval": "vuosittain",
        },
    ),
    answers={
        "case.objective": (
            "Terveet tilat kaikille alakoululaisille ja koulut, joissa opetus riittää myös silloin,"
            " kun lapsia on vähemmän. Samalla säästetään: tyhjien tilojen kuluja halutaan pois."
        ),
        "case.background": (
            "Kirkonkylän koulu on ollut väistötiloissa sisäilman vuoksi vuosia, ja väistötilojen"
            " vuokra päättyy. Lapsia on vuonna 2030 arviolta kolmannes vähemmän kuin nyt."
        ),
        "case.links": ["budget", "strategy", "child_plan"],
        "sco.horizon": ["short", "medium", "long"],
        "sco.limits": (
            "Yläkoulu, rannikon Rantakoulu ja läntiset kyläkoulut on rajattu pois. Niistä tehdään"
            " omat arvioinnit. Rakentamisen aikataulua ei arvioida tarkemmin kuin lasten muuton"
            " kannalta on tarpeen."
        ),
        "sco.laws": ["school_network-1", "school_network-2"],
        "sco.laws.articles": [2, 3, 6, 12, 23, 24, 28, 31],
        "sco.stakeholders": ["children", "guardians", "staff", "wellbeing_county", "sports_clubs"],
        "sco.hours": 210,
        "sco.impartial": (
            "Työryhmässä on kolme toimialaa. Naapurikunnan sivistysjohtaja luki luonnoksen. Laadun"
            " tarkisti yhdyshenkilö, joka ei osallistunut valmisteluun."
        ),
        "grp.age": ["a6", "a7_9", "a10_12", "a13_15", "future"],
        "grp.vulnerable": ["rural", "support"],
        "grp.who_wins": (
            "Kirkonkylän ja Harjulan 522 lasta, jotka pääsevät terveisiin tiloihin. Eniten hyötyvät"
            " ne, jotka nyt oirehtivat."
        ),
        "grp.who_loses": (
            "Kylien lapset, jos heidän koulunsa suljetaan. Huonoimmassa asemassa ovat ne 37, joiden"
            " matka kestäisi yksi koulu -vaihtoehdossa yli 50 minuuttia."
        ),
        "grp.others": (
            "Isoveljet ja isosiskot hakevat pieniä iltapäivisin. Vanhempien työajat riippuvat"
            " kyydeistä."
        ),
        "dat.forecast": (
            "Viidessä koulussa on nyt 625 lasta. Vuonna 2030 heitä on ennusteen mukaan 425:"
            " kirkonkylässä ja Harjulassa 365 ja kylissä 60. Ennuste on tehty viime vuonna."
            " Edellinen ennuste oli 4 prosenttia liian suuri."
        ),
        "dat.research": (
            "Koulun koko ei yksin ratkaise lasten hyvinvointia. Merkitystä on ryhmän koolla,"
            " tutulla aikuisella ja sillä, miten muutto tehdään. Naapurikunnissa tutustumispäivät"
            " ja oma piha pienille auttoivat."
        ),
        "hpl.aim": (
            "Haluamme tietää, mikä koulupäivässä ja matkassa on lapsille tärkeää. Lapset voivat"
            " vielä vaikuttaa siihen, jatkavatko kyläkoulut ja millainen uusi koulu on."
        ),
        "hpl.who": ["a7_9", "a10_12", "a13_15", "rural", "support"],
        "hpl.missed": (
            "Tukea saavat ja hiljaiset lapset. Heille on kuvat ja tuttu aikuinen. Kyliin mennään"
            " paikan päälle."
        ),
        "hpl.method": ["class", "walk", "group"],
        "hpl.pilot": True,
        "hpl.info": ["letter", "talk"],
        "hpl.info.text": "Opettaja luki kirjeen ääneen ja kertoi, mihin lapset voivat vaikuttaa.",
        "hpl.guardians": "Wilma-viesti ja kysely. Asukasilta pidettiin kolmessa paikassa.",
        "hpl.staff": "Haastattelut ja yhteinen iltapäivä.",
        "hpl.youth_council": "yes",
        "hpl.youth_council.date": Day(-360),
        "hpl.privacy": (
            "Nimiä ei kysytä. Pienten ryhmien vastaukset yhdistetään. Kuvissa ei ole lapsia."
        ),
        "hpl.consent": "inform",
        "hpl.language": ["fi", "pictures", "plain"],
        "hpl.language.text": "Kuvakortit tukea saaville.",
        "hpl.feedback": (
            "Nuorisotyöntekijä käy kertomassa luokissa päätöksen jälkeen, mitä päätettiin ja miksi."
        ),
        "hpl.feedback.date": Day(-200),
        "crc.art2": (
            "Yksi yhteinen koulu kohtelisi kaukana asuvia muita huonommin. Vaihtoehdossa 1"
            " kenenkään matka ei ylitä 50 minuuttia. Tukea saaville tulee hiljaiset huoneet."
        ),
        "crc.art3": (
            "Lapsen etu on selvitetty mittauksilla, matkalaskelmilla ja kuulemisilla. Se painaa"
            " ratkaisussa enemmän kuin vuotuinen säästö, koska haitta olisi pysyvä."
        ),
        "crc.art6": "Terve ilma, uni ja lyhyt matka tukevat kasvua koko alakoulun ajan.",
        "crc.art12": (
            "214 lasta kuultiin kolmella tavalla. Kaksi ruokalaa, oma ovi pienille,"
            " tutustumispäivät ja yhteinen liikuntapäivä tulivat lapsilta."
        ),
        "crc.resources": (
            "Väistötilojen vuokra 480 000 euroa vuodessa ei paranna yhdenkään lapsen päivää. Sama"
            " raha riittää suureen osaan uuden koulun kuluista."
        ),
        "cmp.conflict_children": (
            "Kirkonkylän lasten etu on päästä pois väistötiloista nopeasti. Kylien lasten etu on"
            " pitää koulu. VE1 täyttää molemmat, VE2 ja VE3 asettavat ne vastakkain."
        ),
        "cmp.cumulative": (
            "Harrastusvuoroja ja koulukyytejä on vähennetty viime vuosina. Kylien lapsille ei pidä"
            " kasata uusia haittoja samoina vuosina."
        ),
        "cmp.uncertainty": (
            "Epävarminta on, kuinka paljon lapsia on vuonna 2030. Jos heitä on alle 400, uudessa"
            " koulussa on tilaa myös muulle."
        ),
        "rec.best": "1",
        "rec.reason": (
            "VE1 poistaa suurimman haitan, huonon sisäilman, ja säilyttää kylien lasten lyhyen"
            " matkan. Kukaan ei jää yli 50 minuutin matkan varaan. Lapset kannattivat sitä kaikissa"
            " kolmessa kuulemisessa eniten. Matkat ja mittaukset tukevat samaa.\n\nVE2 on kooltaan"
            " lähempänä ennustetta, mutta siinä Vesalan lapset kantavat säästön ja Harjulan lapset"
            " odottavat."
        ),
        "rec.conditions": (
            "Kaksi pientä ruokalaa, oma ovi pienille, tutustumispäivät ja turvallinen"
            " saattoliikenne ennen avaamista. Sali on iltaisin auki nuorille. Vapaasta tilasta"
            " päätetään yhdessä kirjaston ja nuorten kanssa."
        ),
        "rec.worst": (
            "VE3. Se siirtää haitan 37 lapselle, joiden matka kestäisi yli 50 minuuttia. VE0 on"
            " huono kaikille muille kuin kylien lapsille."
        ),
        "rec.children_said": (
            "214 lasta kertoi: kaverit ja tuttu aikuinen ovat tärkeimpiä. Parakeissa särkee päätä."
            " Iso ruokala pelottaa. Bussissa on pitkä odotus. Uuteen kouluun halutaan tutustua"
            " etukäteen. Kylissä halutaan pitää oma koulu ja metsäpiha."
        ),
        "rec.changed": (
            "Vaihtoehtoon 1 lisättiin kaksi ruokalaa, oma ovi, tutustumispäivät ja yhteinen"
            " liikuntapäivä. Matkat laskettiin uudelleen ovelta ovelle. Aikataulua"
            " siirrettiin kahdella kuukaudella, jotta lapset ehdittiin kuulla."
        ),
        "rec.standpoint": (
            "Kirjoittajat ovat kunnan virkamiehiä, ja he näkevät opetuksen helpommin kuin kylien"
            " elämän. Esiopetuksen lasten omaa ääntä emme osanneet kuulla riittävästi."
        ),
        "rec.summary": SUMMARY,
        "rec.summary_alt": SUMMARY_ALT,
        "fup.owner": "Sivistysjohtaja",
        "fup.start": Day(-110),
        "fup.children": (
            "Samoilta luokilta kysytään keväällä uudelleen. Pienille tehdään kuvakysely ja kyliin"
            " tehdään kävely."
        ),
        "fup.report_to": ["board", "council", "welfare_report", "youth_council", "public_page"],
        "ntc.needed": "yes",
        "proc.material": True,
        "proc.material.date": Day(-280),
        "proc.jav": True,
        "proc.body_ok": True,
        "dec.proposal_alt": "1",
        "dec.alt": "1",
        "dec.relation": "follows",
        "dec.reason": (
            "Lasten etu painoi enemmän kuin vuotuinen säästö. Kokoa ei pienennetty, koska"
            " ensimmäisinä vuosina kaikki paikat tarvitaan."
        ),
        "dec.mitigations": (
            (1, "safety", "a7_9"),
            (1, "safety", "all"),
            (1, "learning", "support"),
            (1, "everyday", "all"),
        ),
        "dec.follow_up": True,
        "dec.dissent": (
            "19 valtuutettua kannatti vaihtoehtoa 2. Pöytäkirjaan merkittiin toive ennusteen"
            " vuosittaisesta tarkistuksesta."
        ),
        "dec.appeal": "none",
        "pub.what": ["report", "summary", "child", "followup"],
        "pub.langs": ["fi", "sv"],
        "pub.secret": False,
        "cfs.title": "Uusi koulu tulee, ja kylien koulut jatkavat",
        "cfs.title_alt": "En ny skola byggs, och byskolorna fortsätter",
        "cfs.why": "Vanhassa koulussa on huono ilma. Lapsia on myös vähemmän kuin ennen.",
        "cfs.why_alt": "I den gamla skolan är luften dålig. Barnen är också färre än förr.",
        "cfs.you_said": (
            "- Kaverit ovat tärkein asia.\n- Iso ruokala pelottaa.\n- Bussissa on pitkä odotus."
        ),
        "cfs.you_said_alt": (
            "- Kompisarna är viktigast.\n- Den stora matsalen känns skrämmande.\n- Det är lång"
            " väntan på bussen."
        ),
        "cfs.decided": (
            "Valtuusto päätti tehdä uuden koulun. Kylien koulut saavat jatkaa. Näin kenenkään matka"
            " ei tule liian pitkäksi."
        ),
        "cfs.decided_alt": (
            "Fullmäktige beslöt att bygga en ny skola. Byarnas skolor får fortsätta. Då blir ingens"
            " väg för lång."
        ),
        "cfs.changed": (
            "Uuteen kouluun tulee kaksi pientä ruokalaa. Pienet saavat oman oven. Käytte katsomassa"
            " koulua ennen kuin muutatte. Kaikkea ei saatu: kiipeilypuuta ei ole vielä luvattu."
        ),
        "cfs.changed_alt": (
            "Den nya skolan får två små matsalar. De minsta får en egen dörr. Ni får besöka skolan"
            " innan ni flyttar. Allt blev inte av: klätterträdet är inte lovat ännu."
        ),
        "cfs.next": "Rakentajat aloittavat. Ensi keväänä kysymme teiltä, miten koulussa menee.",
        "cfs.next_alt": "Byggarna börjar. Nästa vår frågar vi er hur det går i skolan.",
        "cfs.ask": "Kysy omalta opettajalta tai nuorten ohjaajalta.",
        "cfs.ask_alt": "Fråga din lärare eller ungdomsledaren.",
        "cfs.format": ["web", "visit"],
        "cfs.level": "9-12",
        "dec.final_date": Day(-175),
        "dec.budget_link": 2026,
    },
    review=READY
    | {
        "qa.early.comment": "Kuuleminen ehti vaikuttaa suunnitelmaan.",
        "qa.children": "partly",
        "qa.children.comment": "Esiopetuksen lapset jäivät kuulematta. Se kerrotaan avoimesti.",
        "qa.negative.comment": "Yli 50 minuutin matkat näkyvät omana lukunaan.",
        "qa.gaps.comment": "Ennusteen epävarmuus on tiivistelmässä.",
    },
    questions=(
        (
            "Miksi uuteen kouluun tarvitaan 530 paikkaa, jos lapsia on vuonna 2030 vain 425?",
            (
                "425 on kaikkien viiden koulun luku. Uuden koulun alueella lapsia olisi silloin"
                " 365, nyt 522. Koulun valmistuessa paikkoja tarvitaan vielä lähes kaikki."
                " Vapautuva tila on suunniteltu niin, että kirjasto ja nuoret saavat sen omalla"
                " ovella."
            ),
        ),
        (
            "Hur många barn får över 50 minuters resa i alternativ 3?",
            "37 barn, enligt kartberäkningen från dörr till dörr. Nu finns det ingen.",
        ),
    ),
    handlings=(
        {
            "body": "Sivistyslautakunta",
            "date": Day(-262),
            "section": "14",
            "proposal": "VE1 ehtoineen",
            "result": "approved",
            "votes_for": 8,
            "votes_against": 3,
        },
        {
            "body": "Kunnanhallitus",
            "date": Day(-235),
            "section": "52",
            "proposal": "VE1 ehtoineen",
            "result": "approved",
            "votes_for": 7,
            "votes_against": 4,
        },
        {
            "body": "Valtuusto",
            "date": Day(-210),
            "section": "21",
            "proposal": "VE1 ehtoineen",
            "result": "approved",
            "votes_for": 24,
            "votes_against": 19,
        },
    ),
    course=(
        Step(Day(-425), "9.10", "open"),
        Step(Day(-425), "10.00", "screen"),
        Step(Day(-425), "10.30", "choose"),
        Step(Day(-423), "8.40", "plan"),
        Step(Day(-420), "13.00", "write", "team case sco grp alt"),
        Step(Day(-402), "9.20", "write", "dat hpl"),
        Step(Day(-395), "12.00", "write", "ntc"),
        Step(Day(-395), "12.30", "finish", "scope notice alternatives knowledge plan"),
        Step(Day(-352), "15.10", "write", "hre"),
        Step(Day(-338), "10.00", "write", "stm"),
        Step(Day(-330), "9.00", "write", "imp mit"),
        Step(Day(-318), "13.40", "write", "crc cmp rec fup"),
        Step(Day(-312), "14.20", "take", "submit_for_review"),
        Step(Day(-305), "9.30", "review", who="yhdyshenkilo"),
        Step(
            Day(-304), "10.15", "take", "approve", "yhdyshenkilo", "Hyvä ja rehellinen arviointi."
        ),
        Step(Day(-284), "13.00", "write", "proc"),
        Step(Day(-284), "14.00", "publish", who="kirjaamo"),
        Step(Day(-283), "15.00", "take", "put_on_agenda", "esittelija"),
        Step(Day(-240), "18.20", "ask", who="valtuutettu"),
        Step(Day(-238), "9.05", "reply"),
        Step(Day(-209), "9.00", "write", "dec"),
        Step(Day(-209), "9.30", "take", "record_decision"),
        Step(Day(-207), "11.00", "write", "pub cfs"),
        Step(Day(-207), "12.00", "publish", who="kirjaamo", note="Päätös lisätty."),
        Step(Day(-200), "10.00", "tell_children", note="Nuorisotyöntekijä kertoi luokissa"),
        Step(Day(-110), "9.00", "take", "start_following"),
    ),
)
