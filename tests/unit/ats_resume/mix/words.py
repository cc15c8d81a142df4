# ruff: noqa: E501 (sentences)
"""What people in eight countries write into résumés; all of it is made up here, none lifted from a document."""

from __future__ import annotations

LANGUAGES = ("en", "fr", "de", "es", "nl", "pt", "it", "pl")

# name | local part of the address differs: "" = first.last, "i" = initial and last name
NAMES = {
    "en": "Hannah Whitlock;Oluwaseun Adeyemi;Mary-Kate O'Donnell;Theo van Rensburg;Priya Raghunathan;JONATHAN P. HALE",
    "fr": "Margaux Delattre;Jean-Baptiste Le Goff;Inès Benyamina;Aurélie de La Tour;ÉTIENNE MARCHAND;Noé Vasseur",
    "de": "Friederike von Halden;Björn Krämer;Lea-Sophie Obermüller;Dr. Matthias Weißgerber;YUSUF ÖZKAN;Silke Brandt",
    "es": "María Fernanda Ríos Castellanos;Íñigo Zabala Etxeberria;Lucía del Campo Núñez;ÁLVARO PEÑA SOTO;Joan Vidal i Puig",
    "nl": "Sanne van der Heijden;Joost ten Brinke;Fleur Dijkgraaf;MEREL DE WAARD;Tijn Aerts",
    "pt": "João Pedro da Silveira;Beatriz Magalhães Coutinho;Tiago dos Reis;INÊS CARVALHAL;Rafaela Moniz",
    "it": "Giulia Della Rovere;Lorenzo D'Amico;Chiara Bevilacqua;MATTEO FERRANTE;Alessia Conti Righini",
    "pl": "Małgorzata Wiśniewska-Zając;Krzysztof Pawlik;Zofia Dąbrowska;ŁUKASZ GÓRSKI;Bartosz Śliwa",
}
# street line | line of the town | town | telephone
PLACES = {
    "en": (
        ("418 Juniper Hollow Rd, Apt 6", "Fairhaven, MA 02719", "Fairhaven", "(508) 555-0142"),
        ("27 Saltmarsh Lane", "Whitstable CT5 1AB", "Whitstable", "+44 1227 772901"),
        ("90 Harbour Terrace", "Dunedin 9016, New Zealand", "Dunedin", "+64 3 477 4000"),
        ("", "Boulder, Colorado", "Boulder", "720-555-0188"),
    ),
    "fr": (
        ("12 bis, rue des Tanneurs", "59800 Lille", "Lille", "06 12 34 56 78"),
        ("3 impasse du Moulin", "38120 Saint-Égrève", "Saint-Égrève", "+33 4 76 75 12 34"),
        ("", "Villeurbanne, France", "Villeurbanne", "07.81.22.33.44"),
    ),
    "de": (
        ("Lindenallee 14a", "48143 Münster", "Münster", "0251 8342210"),
        ("Am Kirchplatz 3", "D-73728 Esslingen am Neckar", "Esslingen am Neckar", "+49 711 3512 4410"),
        ("Hauptstr. 77", "8400 Winterthur", "Winterthur", "+41 52 267 51 00"),
    ),
    "es": (
        ("C/ Alcalde Ribera, 22, 3º B", "30203 Cartagena", "Cartagena", "+34 968 12 34 56"),
        ("Avenida del Puerto 8", "46023 Valencia", "Valencia", "612 345 678"),
        ("", "Zaragoza, España", "Zaragoza", "+34 976 70 12 00"),
    ),
    "nl": (
        ("Eikenlaan 31", "3707 GB Zeist", "Zeist", "06-12345678"),
        ("Korte Nieuwstraat 5", "6811 HJ Arnhem", "Arnhem", "+31 26 377 4911"),
        ("Dorpsstraat 12", "1182JE Amstelveen", "Amstelveen", "+31 6 21 43 65 87"),
    ),
    "pt": (
        ("Rua das Oliveiras, 45, 2.º Esq.", "4700-312 Braga", "Braga", "+351 912 345 678"),
        ("Rua Bento Gonçalves, 1200", "Caxias do Sul - RS, 95020-412", "Caxias do Sul", "+55 54 3218 6000"),
        ("", "Setúbal, Portugal", "Setúbal", "+351 265 541 500"),
    ),
    "it": (
        ("Via Giosuè Carducci 18", "36100 Vicenza (VI)", "Vicenza", "+39 0444 221111"),
        ("Corso Garibaldi 7", "27100 Pavia", "Pavia", "347 1234567"),
        ("", "Perugia, Italia", "Perugia", "+39 075 5771"),
    ),
    "pl": (
        ("ul. Lipowa 9/14", "15-427 Białystok", "Białystok", "+48 600 123 456"),
        ("os. Słoneczne 3", "31-958 Kraków", "Kraków", "12 616 15 00"),
        ("", "Rzeszów, Polska", "Rzeszów", "+48 17 788 9900"),
    ),
}
TITLES = {
    "en": "Site Reliability Engineer;Charge Nurse;Senior Payroll Administrator;Warehouse Shift Lead;Copywriter;"
    "Assistant Store Manager;Clinical Data Coordinator;Forklift Operator;VP, Customer Success;Tax Associate;"
    "UX Researcher;Line Cook;Head of Procurement;Paralegal;Structural Draughtsman;Barista",
    "fr": "Chargée de recrutement;Conducteur de travaux;Aide-soignante;Développeur full stack;Boulanger;"
    "Responsable logistique;Assistante de direction;Contrôleur de gestion;Chef de partie;Éducatrice spécialisée",
    "de": "Industriemechaniker;Leiterin Rechnungswesen;Pflegefachkraft;Softwarearchitekt;Disponent;"
    "Vertriebsinnendienst;Referentin für Öffentlichkeitsarbeit;Zerspanungsmechaniker;Werkstudentin Marketing;Koch",
    "es": "Técnico de mantenimiento;Responsable de almacén;Auxiliar de enfermería;Jefa de sala;Ingeniero de caminos;"
    "Asesora fiscal;Repartidor;Analista de datos;Community manager;Profesora de secundaria",
    "nl": "Wijkverpleegkundige;Orderpicker;Senior beleidsmedewerker;Applicatiebeheerder;Timmerman;"
    "Salarisadministrateur;Bedrijfsleider;Teamcoach;Werkvoorbereider;Grafisch vormgever",
    "pt": "Técnica de contabilidade;Motorista de pesados;Engenheira de produção;Operador de caixa;Enfermeiro-chefe;"
    "Analista de marketing;Gestor de clientes;Programadora web;Auxiliar de limpeza;Chefe de cozinha",
    "it": "Impiegata amministrativa;Tecnico di laboratorio;Capo cantiere;Sviluppatore backend;Addetta alle vendite;"
    "Responsabile qualità;Infermiere di sala operatoria;Grafico pubblicitario;Magazziniere;Docente di matematica",
    "pl": "Specjalistka ds. kadr i płac;Operator wózka widłowego;Młodszy księgowy;Kierowniczka zmiany;Tester "
    "oprogramowania;Pielęgniarka oddziałowa;Doradca klienta;Elektromonter;Handlowiec;Inżynier budowy",
}
EMPLOYERS = {
    "en": "Calder & Finch;Pinnacle Foods Distribution;St. Brigid's Hospital;Lumenworks;Ridgeway Borough Council;"
    "Tidewater Credit Union;Novaquant, Inc.;The Copper Kettle;Marlowe Freight Ltd;Hexagon Seven",
    "fr": "Carrières du Val d'Oise;Groupe Hélianthe;CHU de Nantes;Boulangerie Perrin;Numalis SAS;Mairie de Sète;"
    "Transports Gondrand;Éditions du Merle;Banque Solère",
    "de": "Hartwig Präzisionsteile GmbH;Klinikum Nordheide;Stadtwerke Ahlen;Kolibri Medien;Feinkost Brömmel OHG;"
    "Sparkasse Westerwald;Zeppelin Anlagenbau AG;Tischlerei Uhlig",
    "es": "Frutas Hermanos Lozano;Clínica Santa Elvira;Ayuntamiento de Getafe;Gestoría Montalbán, S.L.;Aguas del Sur;"
    "Grupo Velarde;Hotel Miramar;Indra Textil S.A.",
    "nl": "Zorggroep De Linden;Van Vliet Transport B.V.;Gemeente Ede;Bakkerij Het Stoepje;Polderdata;"
    "Waterschap Rijnstreek;Hoveniers Unie;Drukkerij Tesselaar",
    "pt": "Construtora Barreiros Lda.;Hospital da Luz Nova;Câmara Municipal de Oeiras;Padaria Dois Irmãos;Tecnovida;"
    "Banco Atlântico Sul;Transportes Marques;Vinhos do Côa",
    "it": "Officine Meccaniche Brusati S.r.l.;Ospedale San Raffaele Nuovo;Comune di Modena;Cantine Albarosa;Digitalis;"
    "Cooperativa La Quercia;Edilnord S.p.A.;Pasticceria Fumagalli",
    "pl": "Zakłady Mięsne Podlasie;Szpital Wojewódzki w Toruniu;Urząd Miasta Gliwice;Piekarnia Złoty Kłos;Softmatik "
    "sp. z o.o.;Bank Spółdzielczy w Kielcach;Trans-Wschód S.A.;Drukarnia Akapit",
}
# school | degree | area
COURSES = {
    "en": (
        ("University of East Anglia", "BSc", "Environmental Science"),
        ("Portland Community College", "Associate of Applied Science", "Nursing"),
        ("Rutgers University", "Master of Public Health", ""),
        ("Trinity College Dublin", "Bachelor of Laws", ""),
        ("St. Mary's High School", "High School Diploma", ""),
    ),
    "fr": (
        ("Université Lumière Lyon 2", "Licence", "Psychologie"),
        ("IUT de Béthune", "DUT", "Génie civil"),
        ("École de management de Normandie", "Master", "Ressources humaines"),
        ("Lycée Jules Ferry", "Baccalauréat", ""),
    ),
    "de": (
        ("Universität Bielefeld", "Master of Science", "Wirtschaftsmathematik"),
        ("Berufskolleg Ahaus", "Ausbildung zum Industriekaufmann", ""),
        ("Technische Hochschule Köln", "Bachelor of Arts", "Soziale Arbeit"),
        ("Gymnasium am Stadtpark", "Abitur", ""),
    ),
    "es": (
        ("Universidad de Murcia", "Grado", "Enfermería"),
        ("IES Francisco de Goya", "Técnico Superior", "Administración y Finanzas"),
        ("Universidad Carlos III de Madrid", "Máster", "Ingeniería Industrial"),
        ("Instituto Cervantes de Lorca", "Bachillerato", ""),
    ),
    "nl": (
        ("Hogeschool Utrecht", "Bachelor", "Bouwkunde"),
        ("Universiteit van Tilburg", "Master", "Arbeidsrecht"),
        ("ROC Midden Nederland", "MBO 4", "Verpleegkunde"),
        ("Stedelijk Gymnasium Arnhem", "VWO-diploma", ""),
    ),
    "pt": (
        ("Universidade do Minho", "Licenciatura", "Gestão"),
        ("Instituto Politécnico de Setúbal", "Mestrado", "Engenharia do Ambiente"),
        ("Universidade Federal do Rio Grande do Sul", "Bacharelado", "Jornalismo"),
        ("Escola Secundária de Amares", "Ensino Secundário", ""),
    ),
    "it": (
        ("Università degli Studi di Pavia", "Laurea triennale", "Biotecnologie"),
        ("Politecnico di Bari", "Laurea magistrale", "Ingegneria edile"),
        ("Liceo scientifico Galilei", "Diploma di maturità", ""),
    ),
    "pl": (
        ("Uniwersytet Łódzki", "Magister", "Finanse i rachunkowość"),
        ("Politechnika Białostocka", "Inżynier", "Budownictwo"),
        ("Technikum Mechaniczne nr 2", "Matura", ""),
    ),
}
HEADINGS = {  # work, education, skills, languages, summary, certificates, interests
    "en": (
        "Professional Experience;Employment History;Where I've Worked;Career History;Experience",
        "Education;Academic Background;Education & Training",
        "Skills;Technical Skills;Core Competencies;Key Skills",
        "Languages",
        "Profile;Professional Summary;About Me",
        "Certifications;Licenses & Certifications;Certificates",
        "Interests;Hobbies & Interests",
    ),
    "fr": (
        "Expériences professionnelles;Parcours professionnel;Expérience",
        "Formation;Diplômes et formations;Études",
        "Compétences;Compétences techniques",
        "Langues",
        "Profil;À propos",
        "Certifications;Certificats",
        "Centres d'intérêt;Loisirs",
    ),
    "de": (
        "Berufserfahrung;Beruflicher Werdegang;Berufspraxis",
        "Ausbildung;Schul- und Berufsausbildung;Studium und Ausbildung;Bildungsweg",
        "Kenntnisse;EDV-Kenntnisse;Fähigkeiten",
        "Sprachen;Sprachkenntnisse",
        "Profil;Kurzprofil",
        "Zertifikate;Zertifizierungen",
        "Interessen;Hobbys",
    ),
    "es": (
        "Experiencia profesional;Experiencia laboral;Trayectoria profesional",
        "Formación académica;Estudios;Educación",
        "Competencias;Habilidades;Conocimientos",
        "Idiomas",
        "Perfil;Sobre mí",
        "Certificaciones;Certificados",
        "Intereses;Aficiones",
    ),
    "nl": (
        "Werkervaring;Loopbaan",
        "Opleiding;Opleidingen;Opleidingen en cursussen",
        "Vaardigheden;Competenties",
        "Talen;Talenkennis",
        "Profiel;Over mij",
        "Certificaten",
        "Interesses;Hobby's",
    ),
    "pt": (
        "Experiência profissional;Percurso profissional",
        "Formação académica;Habilitações literárias;Educação",
        "Competências;Conhecimentos técnicos",
        "Idiomas;Línguas",
        "Perfil;Sobre mim",
        "Certificações;Certificados",
        "Interesses;Passatempos",
    ),
    "it": (
        "Esperienze lavorative;Esperienza professionale",
        "Istruzione e formazione;Formazione;Istruzione",
        "Competenze;Competenze tecniche",
        "Lingue;Lingue straniere",
        "Profilo;Chi sono",
        "Certificazioni;Certificati",
        "Interessi;Hobby e interessi",
    ),
    "pl": (
        "Doświadczenie zawodowe;Przebieg kariery zawodowej",
        "Wykształcenie;Edukacja",
        "Umiejętności;Kompetencje",
        "Języki obce;Znajomość języków",
        "Profil zawodowy;O mnie",
        "Certyfikaty;Kursy i certyfikaty",
        "Zainteresowania",
    ),
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
}
SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "nl": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
}
PRESENT = {
    "en": "Present;Current;now;today",
    "fr": "aujourd'hui;à ce jour;présent;en cours",
    "de": "heute;jetzt;aktuell",
    "es": "actualidad;actualmente;presente",
    "nl": "heden;nu",
    "pt": "atualidade;presente;atual",
    "it": "oggi;presente;in corso",
    "pl": "obecnie;teraz;dziś",
}
SINCE = {
    "en": "since", "fr": "depuis", "de": "seit", "es": "desde", "nl": "sinds", "pt": "desde", "it": "dal", "pl": "od",
}  # fmt: skip
SEASONS = {
    "en": "Spring Summer Fall Winter", "de": "Frühjahr Sommer Herbst Winter", "fr": "Printemps Été Automne Hiver",
    "es": "Primavera Verano Otoño Invierno", "it": "Primavera Estate Autunno Inverno", "nl": "Lente Zomer Herfst Winter",
}  # fmt: skip
SKILLS = (
    "Excel;SAP FI;Team leadership;Docker;Python;Wound care;Negotiation;AutoCAD;Photoshop;Kubernetes;SQL;First aid;"
    "Google Analytics;C#;Budgeting;Salesforce;TypeScript;HACCP;Lean management;React;MS Project;Bookkeeping;Linux;GMP"
)
GROUPS = (
    ("Office", "Excel, Outlook, PowerPoint"),
    ("Data", "SQL, Power BI, Tableau"),
    ("Design", "Figma, InDesign"),
    ("Web", "HTML5, CSS, Vue.js"),
)
LANGUAGE_NAMES = {  # written | code; level
    "en": ("English:Native", "Spanish:Intermediate", "Tagalog:Basic"),
    "fr": ("Français:langue maternelle", "Anglais:courant", "Arabe:notions"),
    "de": ("Deutsch:Muttersprache", "Englisch:verhandlungssicher", "Polnisch:Grundkenntnisse"),
    "es": ("Español:nativo", "Inglés:B2", "Catalán:avanzado"),
    "nl": ("Nederlands:moedertaal", "Engels:vloeiend", "Duits:goed"),
    "pt": ("Português:nativo", "Inglês:fluente", "Espanhol:intermédio"),
    "it": ("Italiano:madrelingua", "Inglese:C1", "Francese:scolastico"),
    "pl": ("Polski:ojczysty", "Angielski:C1", "Niemiecki:A2"),
}
CERTIFICATES = (
    "AWS Certified Solutions Architect;PRINCE2 Practitioner;Certified ScrumMaster;ISO 9001 Lead Auditor;"
    "CompTIA Security+;ITIL 4 Foundation;Cisco CCNA;TELC B2"
)
DUTIES = {
    "en": "Reduced the error rate of monthly statements by 18% and wrote the handbook for new colleagues.;Organised the "
    "rota for fourteen people across two sites.;Answered questions from customers by telephone and in writing.",
    "fr": "Réduction de 18 % des erreurs dans les relevés mensuels et rédaction du manuel d'accueil.;Organisation des "
    "plannings de quatorze personnes sur deux sites.;Réponse aux demandes des clients par téléphone et par écrit.",
    "de": "Fehlerquote der Monatsabschlüsse um 18 % gesenkt und das Handbuch für neue Kollegen geschrieben.;Dienstplan "
    "für vierzehn Personen an zwei Standorten erstellt.;Anfragen von Kunden am Telefon und schriftlich beantwortet.",
    "es": "Reducción del 18 % de los errores en los cierres mensuales y redacción del manual de acogida.;Organización "
    "de los turnos de catorce personas en dos centros.;Atención a clientes por teléfono y por escrito.",
    "nl": "Het foutpercentage van de maandafsluiting met 18% verlaagd en het handboek voor nieuwe collega's "
    "geschreven.;Het rooster gemaakt voor veertien mensen op twee locaties.;Vragen van klanten beantwoord.",
    "pt": "Redução de 18 % dos erros nos fechos mensais e redação do manual de acolhimento.;Organização dos turnos de "
    "catorze pessoas em dois locais.;Resposta a pedidos de clientes por telefone e por escrito.",
    "it": "Riduzione del 18% degli errori nelle chiusure mensili e stesura del manuale per i nuovi colleghi.;"
    "Organizzazione dei turni di quattordici persone in due sedi.;Risposta alle richieste dei clienti.",
    "pl": "Zmniejszenie o 18% liczby błędów w zestawieniach miesięcznych i napisanie podręcznika dla nowych osób.;"
    "Układanie grafiku dla czternastu osób w dwóch placówkach.;Odpowiadanie na pytania klientów.",
}
SUMMARIES = {
    "en": "Reliable and curious colleague with twelve years of practice in busy teams, used to working with people from "
    "many trades.",
    "fr": "Professionnelle fiable et curieuse, douze ans de pratique dans des équipes exigeantes, habituée à travailler "
    "avec tous les métiers.",
    "de": "Zuverlässig und neugierig, mit zwölf Jahren Praxis in lebhaften Teams und mit Menschen aus vielen Berufen.",
    "es": "Persona fiable y curiosa, con doce años de práctica en equipos exigentes y con gente de muchos oficios.",
    "nl": "Betrouwbaar en nieuwsgierig, met twaalf jaar praktijk in drukke teams en met mensen uit veel vakken.",
    "pt": "Pessoa de confiança e curiosa, com doze anos de prática em equipas exigentes e com gente de muitos ofícios.",
    "it": "Persona affidabile e curiosa, con dodici anni di pratica in squadre impegnate e con gente di molti mestieri.",
    "pl": "Osoba rzetelna i ciekawa świata, z dwunastoletnią praktyką w zespołach i z ludźmi wielu zawodów.",
}
LABELS = {  # telephone, e-mail, address, name, born
    "en": "Phone;Email;Address;Name;Date of birth",
    "fr": "Tél.;E-mail;Adresse;Nom;Date de naissance",
    "de": "Telefon;E-Mail;Anschrift;Name;Geburtsdatum",
    "es": "Teléfono;Correo electrónico;Dirección;Nombre;Fecha de nacimiento",
    "nl": "Telefoon;E-mail;Adres;Naam;Geboortedatum",
    "pt": "Telefone;E-mail;Morada;Nome;Data de nascimento",
    "it": "Telefono;E-mail;Indirizzo;Nome;Data di nascita",
    "pl": "Telefon;E-mail;Adres;Imię i nazwisko;Data urodzenia",
}
TOGETHER = {"en": "at", "fr": "chez", "de": "bei", "es": "en", "nl": "bij", "pt": "na", "it": "presso", "pl": "w"}
DOCUMENT = {
    "en": "Curriculum Vitae", "fr": "Curriculum Vitae", "de": "Lebenslauf", "es": "Currículum", "nl": "Curriculum Vitae",
    "pt": "Curriculum Vitae", "it": "Curriculum Vitae", "pl": "Życiorys",
}  # fmt: skip
CONTACT = {
    "en": "Contact", "fr": "Coordonnées", "de": "Kontakt", "es": "Contactar", "nl": "Contactgegevens", "pt": "Contato",
    "it": "Contatti", "pl": "Kontakt",
}  # fmt: skip
COUNTRIES = {
    "en": "United Kingdom", "fr": "France", "de": "Deutschland", "es": "España", "nl": "Nederland", "pt": "Portugal",
    "it": "Italia", "pl": "Polska",
}  # fmt: skip
LASTED = {  # years, months
    "en": ("years", "months"), "fr": ("ans", "mois"), "de": ("Jahre", "Monate"), "es": ("años", "meses"),
    "nl": ("jaar", "maanden"), "pt": ("anos", "meses"), "it": ("anni", "mesi"), "pl": ("lata", "mies."),
}  # fmt: skip
JOB_LABELS = {  # period, position, employer, duties
    "en": "Dates;Position held;Name of employer;Main activities",
    "fr": "Période;Fonction;Employeur;Principales activités",
    "de": "Zeitraum;Position;Arbeitgeber;Tätigkeiten",
    "es": "Fechas;Puesto;Empresa;Funciones",
    "nl": "Periode;Functie;Werkgever;Werkzaamheden",
    "pt": "Datas;Função;Empregador;Principais atividades",
    "it": "Date;Tipo di impiego;Datore di lavoro;Principali mansioni",
    "pl": "Okres;Stanowisko;Pracodawca;Obowiązki",
}
