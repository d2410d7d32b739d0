"""D3: a light assessment from the first idea to the follow-up, in the accelerator of 2018."""

from datetime import date

from lava.demo.shape import NO, Cell, Matter, Step

RETURN_NOTE = (
    "Kirjoittakaa tiivistelmään, mitä vielä ei tiedetä, ja kertokaa, miksi vaihtoehto 2 ei ole"
    " paras."
)

FEES = Matter(
    title="Iltapäivätoiminnan maksut (esimerkki)",
    title_alt="Avgifterna för eftermiddagsverksamheten (exempel)",
    type="fees",
    sector="education",
    description=(
        "Koululaisten iltapäivätoiminnan maksu on 100 euroa kuukaudessa, tai 80 euroa, jos lapsi on"
        " mukana enintään kolmena päivänä viikossa. Esityksessä harkitaan uutta 40 euron"
        " maksuluokkaa lapsille, jotka tarvitsevat toimintaa vain muutaman tunnin viikossa, tai"
        " alennusta pienituloisille perheille.\n\n"
        "Toimintaan osallistuu 118 ensimmäisen ja toisen luokan lasta. Muutos vähentäisi"
        " maksutuottoja"
        " arviolta 12 000 euroa vuodessa."
    ),
    area="Koko kunta",
    diary_number="RSDno-2018-118",
    body="Sivistyslautakunta",
    deadline=date(2018, 5, 9),
    meeting=date(2018, 5, 23),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "50-249",
        "scr.type_trigger": "no",
        "scr.access": "partly",
        "scr.money": "yes",
        "scr.unequal": "partly",
        "scr.vulnerable": "partly",
    },
    extent="light",
    reason=(
        "Maksut koskevat suoraan 118 lasta, mutta muutos on pieni ja se voidaan perua vuosittain."
        " Vaikutus pienituloisiin perheisiin on selvitettävä."
    ),
    answers={
        "grp.age": ["a7_9"],
        "grp.vulnerable": ["poverty", "single"],
        "cfs.title": "Paljonko iltapäivä koulun jälkeen maksaa?",
        "cfs.title_alt": "Vad kostar eftermiddagen efter skolan?",
        "cfs.why": (
            "Iltapäivätoiminta maksaa rahaa. Kaikki lapset eivät pääse mukaan, jos maksu on iso."
        ),
        "cfs.why_alt": (
            "Eftermiddagen efter skolan kostar pengar. Alla barn kan inte vara med om avgiften"
            " är hög."
        ),
        "cfs.you_said": (
            "- Kaverit ovat parasta.\n- Yksin kotona on tylsää ja joskus pelottaa.\n- Kaikkien"
            " pitää päästä mukaan."
        ),
        "cfs.you_said_alt": (
            "- Kompisarna är bäst.\n- Det är tråkigt att vara ensam hemma, och ibland"
            " läskigt.\n- Alla ska få vara med."
        ),
        "cfs.decided": (
            "Lautakunta päätti uuden pienen maksun. Sen maksavat ne, jotka ovat mukana vain"
            " vähän. Näin yhä useampi pääsee mukaan."
        ),
        "cfs.decided_alt": (
            "Nämnden beslöt om en ny låg avgift. Den betalar de som är med bara lite. Så kan"
            " fler barn vara med."
        ),
        "cfs.changed": (
            "Te ehdotitte lyhyttä viikkoa. Siitä tuli päätös. Kaikkea ei saatu: uusia kerhoja"
            " ei tullut."
        ),
        "cfs.changed_alt": (
            "Ni föreslog en kort vecka. Det blev beslutet. Allt blev inte av: det kom inga nya"
            " klubbar."
        ),
        "cfs.next": (
            "Uusi maksu alkaa elokuussa. Joulukuussa katsomme, pääsikö useampi lapsi mukaan."
        ),
        "cfs.next_alt": "Den nya avgiften börjar i augusti. I december ser vi om fler barn är med.",
        "cfs.ask": "Kysy iltapäivän ohjaajalta.",
        "cfs.ask_alt": "Fråga ledaren på eftermiddagen.",
        "cfs.level": "5-8",
        "cfs.format": ["web"],
        "rec.best": "1",
        "rec.reason": (
            "Uusi 40 euron maksuluokka tuo toimintaan mukaan lapsia, jotka nyt ovat iltapäivät"
            " yksin"
            " kotona maksun vuoksi. Se on yksinkertainen: perheen ei tarvitse todistaa"
            " tulojaan.\n\n"
            "Tulosidonnainen alennus (VE2) auttaisi pienituloisimpia enemmän, mutta hakeminen"
            " jättäisi"
            " osan perheistä ulkopuolelle, ja lapset pelkäsivät, että alennus näkyisi muille."
        ),
        "rec.conditions": (
            "Ryhmäkoko ei kasva yli 20 lapsen. Maksuvapautuksesta kerrotaan jokaiselle perheelle"
            " koulun alkaessa."
        ),
        "rec.children_said": (
            "Iltapäivässä parasta ovat kaverit ja piha, jossa on metsää. Yksin kotona on tylsää ja"
            " joskus pelottaa. Kaikkien pitäisi päästä mukaan, vaikka rahaa olisi vähän."
        ),
        "rec.summary": (
            "Lautakunta päättää, paljonko koululaisten iltapäivätoiminta maksaa 1.8.2018 alkaen."
            " Arvioinnin mukaan lapsille on parasta ottaa käyttöön uusi 40 euron maksuluokka"
            " niille,"
            " jotka ovat mukana 1-10 tuntia viikossa.\n\n"
            "Halvempi maksu tuo toimintaan lapsia, jotka nyt ovat iltapäivät yksin kotona."
            " Perheiden"
            " menot pienenevät, ja lapset saavat välipalan, kavereita ja turvallisen aikuisen."
            " Nykyisten maksujen jatkaminen pitäisi osan pienituloisten perheiden lapsista"
            " toiminnan ulkopuolella.\n\n"
            "Lapset kertoivat, että kaverit ovat iltapäivässä tärkeintä ja että kaikkien pitäisi"
            " päästä"
            " mukaan. Varmasti ei tiedetä, kuinka moni uusi perhe tarttuu halvempaan maksuun."
        ),
        "rec.summary_alt": (
            "Nämnden beslutar vad elevernas eftermiddagsverksamhet kostar från och med 1.8.2018."
            " Enligt"
            " analysen är det bäst för barnen att införa en ny avgiftsklass på 40 euro för dem som"
            " deltar 1-10 timmar i veckan.\n\n"
            "En lägre avgift ger plats åt barn som nu är ensamma hemma på eftermiddagarna."
            " Familjernas"
            " utgifter minskar, och barnen får mellanmål, kompisar och en trygg vuxen. Om de"
            " nuvarande"
            " avgifterna fortsätter blir en del barn i låginkomstfamiljer utanför.\n\n"
            "Barnen berättade att kompisarna är viktigast och att alla ska få vara med. Man vet"
            " inte"
            " säkert hur många nya familjer som väljer den lägre avgiften."
        ),
        "fup.owner": "Varhaiskasvatus- ja koulutuspäällikkö",
        "fup.start": "2018-08-01",
        "fup.report_to": ["board", "public_page"],
        "dec.proposal_alt": "1",
        "dec.alt": "1",
        "dec.relation": "follows",
        "dec.follow_up": True,
    },
    alternatives=(
        {
            "name": "Nykyiset maksut",
            "child_sentence": "Maksu pysyy samana kuin nyt.",
            "child_sentence_alt": "Avgiften är densamma som nu.",
            "description": (
                "Maksu on 100 euroa kuukaudessa, tai 80 euroa osaviikkoisesta toiminnasta."
            ),
        },
        {
            "name": "Uusi 40 euron maksuluokka",
            "child_sentence": "Tulee pieni maksu niille, jotka ovat mukana vain vähän.",
            "child_sentence_alt": "Det blir en låg avgift för dem som är med bara lite.",
            "description": (
                "Nykyisten maksujen rinnalle tulee 40 euron maksu lapsille, jotka osallistuvat 1-10"
                " tuntia viikossa. Maksutuotot vähenevät arviolta 12 000 euroa vuodessa."
            ),
        },
        {
            "name": "Alennus pienituloisille",
            "child_sentence": "Perhe voi pyytää alennusta, jos rahaa on vähän.",
            "child_sentence_alt": "Familjen kan be om rabatt om den har lite pengar.",
            "description": (
                "Pienituloinen perhe voi hakea puolet maksusta pois. Hakemuksen liitteeksi"
                " tarvitaan tulotiedot. Maksutuotot vähenevät arviolta 9 000 euroa vuodessa."
            ),
        },
    ),
    irrelevant={
        "health": "Välipala ja ulkoilu ovat samat kaikissa vaihtoehdoissa.",
        "safety": "Valvonta ja tilat eivät muutu.",
        "learning": "Toiminnan sisältö ei muutu; läksyjä tehdään kuten ennen.",
        "everyday": "Toiminta-ajat ja kuljetukset pysyvät ennallaan.",
        "participation": "Lasten mahdollisuus suunnitella toimintaa ei muutu.",
        "environment": "Tilat ja pihat pysyvät samoina.",
        "identity": "Molemmat kieliryhmät jatkavat nykyisellään.",
    },
    impacts={
        (0, "family_finance", "all"): Cell(
            "neg",
            1,
            "100 euroa kuukaudessa on monelle perheelle paljon.",
        ),
        (0, "family_finance", "poverty"): Cell(
            "neg",
            2,
            "Pienituloisissa perheissä lapsi jää usein pois toiminnasta maksun vuoksi.",
        ),
        (0, "leisure", "all"): Cell("pos", 1, "118 lapsella on mielekäs ja ohjattu iltapäivä."),
        (0, "relationships", "all"): Cell(
            "mixed", 1, "Mukana olevilla on kavereita, muut ovat yksin."
        ),
        (0, "equality", "all"): Cell("neg", 2, "Osallistuminen riippuu perheen rahatilanteesta."),
        (0, "services", "all"): Cell("none", None, "Palvelu jatkuu entisellään."),
        (1, "family_finance", "all"): Cell(
            "pos",
            1,
            "Vähän toimintaa tarvitseva perhe säästää 40-60 €/kk.",
        ),
        (1, "family_finance", "poverty"): Cell("pos", 1, "Kynnys ilmoittaa lapsi mukaan madaltuu."),
        (1, "leisure", "all"): Cell("pos", 2, "Arviolta kymmenen uutta lasta pääsee mukaan."),
        (1, "relationships", "all"): Cell("pos", 2, "Useampi saa kavereita iltapäivään."),
        (1, "equality", "all"): Cell(
            "pos", 1, "Maksu on sama kaikille eikä sitä tarvitse perustella."
        ),
        (1, "services", "all"): Cell(
            "mixed",
            1,
            "Ryhmät täyttyvät: henkilöstöä tarvitaan samassa suhteessa.",
        ),
        (2, "family_finance", "all"): Cell("none", None, "Useimpien perheiden maksu ei muutu."),
        (2, "family_finance", "poverty"): Cell(
            "pos",
            2,
            "Maksu puolittuu niille, jotka osaavat hakea.",
        ),
        (2, "leisure", "all"): Cell("pos", 1, "Joitakin uusia lapsia pääsee mukaan."),
        (2, "relationships", "all"): Cell(
            "pos",
            1,
            "Joitakin uusia kavereita; osa jää edelleen yksin.",
        ),
        (2, "equality", "all"): Cell(
            "mixed", 2, "Auttaa pienituloisia, mutta hakeminen voi leimata."
        ),
        (2, "services", "all"): Cell(
            "none",
            None,
            "Hakemusten käsittely vie työaikaa, palvelu ei muutu.",
        ),
    },
    mitigations={
        (0, "family_finance", "poverty"): (
            {
                "measure": "Maksuvapautuksesta kerrotaan jokaiselle perheelle koulun alkaessa.",
                "owner": "Koulusihteeri",
                "due": date(2018, 8, 15),
                "in_decision": True,
            },
        ),
    },
    unmitigated={
        (
            0,
            "equality",
            "all",
        ): "Haitta poistuu vain maksuja muuttamalla eli vaihtoehdoilla 1 tai 2.",
    },
    evidence=(
        {
            "type": "stats",
            "title": "Iltapäivätoiminnan osallistujat ja maksuluokat",
            "year": 2017,
            "finding": "118 lasta; 31 prosenttia osallistuu alle puolet kuukauden päivistä.",
            "reliability": "good",
        },
        {
            "type": "guardians",
            "title": "Kysely 1.-2. luokan huoltajille",
            "year": 2018,
            "finding": "Vastaajista 22 jättäisi lapsen kotiin maksun vuoksi; vastausprosentti 54.",
            "reliability": "fair",
        },
        {
            "type": "staff",
            "title": "Ohjaajien ja koulukuraattorin haastattelu",
            "year": 2018,
            "finding": "Yksin kotona olevat ovat usein samoja lapsia, joilla on vähän kavereita.",
            "reliability": "fair",
        },
    ),
    gaps=(
        {
            "gap": "Kuinka moni nyt kotiin jäävä lapsi tulisi mukaan 40 euron maksulla.",
            "importance": "2",
            "action": "Osallistujat lasketaan joulukuussa 2018.",
        },
    ),
    hearings=(
        {
            "date": date(2018, 3, 27),
            "group": "1.-2. luokan lapset, iltapäivätoiminnassa ja sen ulkopuolella",
            "method": "workshop",
            "invited": 60,
            "number": 41,
            "facilitator": "Iltapäivätoiminnan ohjaaja",
            "said": (
                "Kaverit ovat iltapäivässä tärkein asia. Ohjaajat ovat mukavia ja tuttuja. Yksin"
                " kotona"
                " on tylsää, ja joskus pelottaa."
            ),
            "hopes": "Piha, jossa on metsää. Kerhoja, joissa saa rakentaa.",
            "worries": "Että joku kaveri ei saa tulla, koska se maksaa.",
            "proposals": "Kaikki pääsisivät mukaan edes kahtena päivänä.",
            "effect": (
                "Vaihtoehto 1 syntyi lasten ehdotuksesta: lyhyt viikko pienellä maksulla."
                " Alennuksen"
                " hakemista arvioitiin myös leimautumisen kannalta."
            ),
        },
    ),
    points=(
        {
            "due": date(2018, 12, 14),
            "what": "Osallistujien määrä maksuluokittain; ketkä jäivät pois ja miksi",
            "who": "Varhaiskasvatus- ja koulutuspäällikkö",
        },
    ),
    handlings=(
        {
            "body": "Sivistyslautakunta",
            "date": date(2018, 5, 23),
            "section": "41",
            "result": "approved",
            "votes_for": 8,
            "votes_against": 3,
        },
    ),
    indicators=(
        {
            "indicator": "Iltapäivätoimintaan osallistuvat lapset",
            "unit": "lasta",
            "baseline": 118.0,
            "target": 125.0,
            "source": "Osallistujaluettelo",
            "interval": "kerran lukukaudessa",
        },
        {
            "indicator": "Maksun vuoksi pois jääneet",
            "unit": "% hakeneista",
            "baseline": 9.0,
            "target": 4.0,
            "source": "Kysely huoltajille",
        },
    ),
    outcomes=(
        {
            "date": date(2018, 12, 17),
            "realised": "yes",
            "text": (
                "Osallistujia on 127, yhdeksän enemmän kuin keväällä. Uuden maksuluokan valitsi 34"
                " lasta. Maksutuotot pienenivät 11 400 euroa vuositasolla."
            ),
            "unforeseen": "Torstain ryhmä täyttyi, koska moni valitsi samat päivät.",
            "lesson": "Lasten ehdotus kannatti viedä vaihtoehdoksi asti.",
            "values": (127.0, 5.5),
            "actions": (
                {
                    "action": "Torstaille palkataan ohjaaja kahdeksi tunniksi.",
                    "owner": "Varhaiskasvatus- ja koulutuspäällikkö",
                    "due": date(2019, 1, 31),
                    "status": "under_way",
                },
            ),
        },
    ),
    course=(
        Step(date(2018, 3, 13), "16.10", "open"),
        Step(date(2018, 3, 13), "16.40", "screen"),
        Step(date(2018, 3, 13), "16.45", "choose"),
        Step(date(2018, 3, 22), "8.20", "write", "alt dat"),
        Step(date(2018, 3, 28), "9.15", "write", "hre"),
        Step(date(2018, 4, 5), "8.35", "write", "imp mit"),
        Step(date(2018, 4, 12), "10.05", "write", "grp rec fup"),
        Step(date(2018, 4, 16), "15.20", "take", "submit_for_review"),
        Step(date(2018, 4, 18), "9.10", "take", "return_for_changes", "yhdyshenkilo", RETURN_NOTE),
        Step(date(2018, 4, 20), "14.45", "take", "submit_for_review"),
        Step(date(2018, 4, 25), "13.30", "take", "approve", "yhdyshenkilo"),
        Step(date(2018, 5, 9), "15.40", "publish", who="kirjaamo"),
        Step(date(2018, 5, 9), "15.45", "take", "put_on_agenda", "esittelija"),
        Step(date(2018, 5, 24), "9.00", "write", "dec"),
        Step(date(2018, 5, 24), "9.05", "take", "record_decision"),
        Step(date(2018, 5, 25), "11.00", "write", "cfs"),
        Step(date(2018, 5, 25), "12.00", "publish", who="kirjaamo", note="Päätös lisätty."),
        Step(date(2018, 8, 1), "9.00", "take", "start_following"),
        Step(date(2018, 12, 17), "14.00", "record", "0"),
        Step(date(2019, 1, 15), "10.00", "take", "close"),
        Step(
            date(2019, 1, 15), "10.05", "publish", who="kirjaamo", note="Seurannan tulos lisätty."
        ),
    ),
)
