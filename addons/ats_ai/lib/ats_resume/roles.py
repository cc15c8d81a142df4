"""Which words make a text a job title, an organisation, a school or a degree (folded)."""

from __future__ import annotations

import re
from functools import lru_cache

from .text import fold

_TITLE_WORDS = frozenset(
    """
    engineer developer manager director analyst consultant designer architect administrator
    assistant officer specialist technician nurse teacher intern internship trainee lead leader
    head chief ceo cto cfo coo vp founder cofounder co-founder president owner partner scientist
    researcher professor lecturer tutor instructor trainer coach coordinator supervisor operator
    worker clerk secretary receptionist accountant auditor lawyer attorney paralegal physician
    doctor surgeon pharmacist therapist psychologist dentist veterinarian chef cook waiter
    waitress bartender barista driver pilot mechanic electrician plumber carpenter welder painter
    guard cashier salesman seller agent broker representative associate executive advisor adviser
    strategist planner buyer editor writer author journalist reporter translator interpreter
    photographer artist musician producer actor programmer tester webmaster freelancer freelance
    contractor volunteer apprentice student fellow postdoc graduate junior senior principal staff
    member maintainer evangelist advocate expert inspector examiner operative handler controller
    treasurer curator librarian farmer gardener cleaner porter packer machinist fitter installer
    maker setter roofer estimator surveyor scrum master product devops sre qa fullstack full-stack
    frontend front-end backend back-end ingenieur ingenieure developpeur developpeuse responsable
    directeur directrice chef cheffe consultant consultante analyste conseiller conseillere
    technicien technicienne assistant assistante stagiaire alternant charge chargee gestionnaire
    comptable vendeur vendeuse infirmier infirmiere enseignant enseignante professeur formateur
    formatrice redacteur redactrice secretaire ouvrier agent gerant gerante fondateur fondatrice
    apprenti chercheur chercheuse entwickler entwicklerin ingenieur ingenieurin leiter leiterin
    berater beraterin sachbearbeiter sachbearbeiterin geschaftsfuhrer geschaftsfuhrerin praktikant
    praktikantin werkstudent werkstudentin assistentin mitarbeiter mitarbeiterin techniker
    technikerin lehrer lehrerin verkaufer verkauferin buchhalter buchhalterin kaufmann kauffrau
    auszubildender referent referentin dozent dozentin fachkraft hilfskraft meister monteur
    pfleger krankenschwester ingeniero ingeniera desarrollador desarrolladora gerente jefe jefa
    director directora analista consultor consultora disenador disenadora arquitecto arquitecta
    administrador administradora asistente auxiliar tecnico tecnica profesor profesora becario
    becaria practicante encargado encargada coordinador coordinadora vendedor vendedora contable
    enfermero enfermera fundador fundadora programador programadora especialista operario
    ontwikkelaar ingenieur beheerder adviseur medewerker manager directeur stagiair stagiaire
    leraar docent verpleegkundige boekhouder verkoper oprichter teamleider projectleider hoofd
    onderzoeker monteur chauffeur engenheiro engenheira desenvolvedor desenvolvedora gerente
    diretor diretora analista consultor consultora estagiario estagiaria assistente tecnico
    tecnica professor professora coordenador coordenadora vendedor contador enfermeiro fundador
    programador auxiliar encarregado operador ingegnere sviluppatore sviluppatrice responsabile
    direttore direttrice consulente progettista architetto amministratore assistente tecnico
    tirocinante stagista insegnante docente coordinatore coordinatrice venditore contabile
    infermiere infermiera fondatore impiegato impiegata addetto addetta operaio ricercatore
    inzynier programista kierownik dyrektor analityk konsultant projektant architekt administrator
    asystent specjalista technik stazysta praktykant nauczyciel koordynator sprzedawca ksiegowy
    pielegniarka zalozyciel pracownik badacz doradca przedstawiciel mlodszy starszy glowny
    ksiegowa kierowca kierowczyni grafik grafica grafico grafiker grafikerin inkoper inkoopster magazijnmedewerker
    accountmanager projectmanager sprzedawczyni kucharz kelner mechanik elektryk magazynier logistyk recepcjonista
    recepcionista camarero camarera cocinero cocinera dependiente dependienta conductor conductora abogado abogada
    medico medica advogado advogada motorista cozinheiro garcom caixa autista cuoco cameriere cameriera commesso
    commessa avvocato segretaria magazziniere einkaufer einkauferin projektmanager projektleiter koch kellner
    rechtsanwalt rechtsanwaltin arzt arztin sekretarin fahrer schreiner tischler elektriker schlosser bauleiter
    acheteur acheteuse cuisinier cuisiniere serveur serveuse chauffeur avocat avocate medecin menuisier macon
    electricien plombier caissier caissiere receptionniste hote hotesse verkoopster kok ober timmerman
    lehrling azubi auszubildende ingenieurs ontwikkelaars apprentie alternante associada associado socio socia
    disponent mechaniker mechatroniker maler maurer friseur friseurin erzieher erzieherin schweisser lagerist
    lageristin
    pflegehelfer altenpfleger bauingenieur redakteur redakteurin controller kundenberater verwalter hausmeister optiker
    gartner backer metzger landwirt steuerberater dolmetscher ubersetzer trainee volontar leitung sachbearbeitung
    aide-soignant aide-soignante boulanger boulangere conducteur conductrice controleur controleuse educateur
    educatrice
    coiffeur coiffeuse livreur preparateur cariste animateur animatrice pharmacien juriste traducteur traductrice
    testeur integrateur administrateur administratrice consultante chargee coordonnateur coordinatrice formateur
    asesor asesora repartidor repartidora mozo peon albanil fontanero peluquero peluquera traductor traductora redactor
    redactora dietista farmaceutico enfermera jefe jefa comercial cajero cajera reponedor gestor gestora formador
    formadora
    coach adviseur consulent vormgever ontwerper medewerkster verzorgende kapper schilder lasser orderpicker planner
    administrateur voorbereider uitvoerder loodgieter elektricien huisarts apotheker redacteur secretaresse magazijnier
    gestora enfermeira cabeleireiro cabeleireira pedreiro eletricista farmaceutico tradutor redator repositor formadora
    tecnologo professora supervisor supervisora empregado empregada operadora administrativo administrativa
    impiegata infermiera capo cassiere cassiera elettricista idraulico muratore parrucchiere traduttore redattore
    farmacista disegnatore tecnica collaboratore collaboratrice praticante autista operatore operatrice
    specjalistka kierowniczka asystentka nauczycielka programistka analityczka dyrektorka koordynatorka handlowiec
    tester testerka ksiegowy elektromonter spawacz slusarz murarz malarz fryzjer fryzjerka tlumacz tlumaczka redaktor
    redaktorka prawnik prawniczka lekarz lekarka farmaceuta opiekun opiekunka pracowniczka pomocnik kasjer kasjerka
    copywriter draughtsman draftsman picker caregiver carer nanny barber butcher baker tailor roofer plasterer
    dispatcher
    merchandiser buyer stylist hairdresser lifeguard optician radiographer midwife paramedic firefighter detective
    solicitor barrister clinician hygienist dietitian nutritionist geologist chemist biologist physicist economist
    owner freelancer selbststandig selbstandiger inhaber inhaberin independant autonomo autonoma zzp zzp'er
    ceo cio cmo svp evp md chairman chairwoman chairperson trustee commander captain sergeant lieutenant
    """.split()
)
_TITLE_ENDING = re.compile(
    r"(?:eer|ist|ician|ologist|grapher|keeper|maker|"
    r"eur|euse|ienne|iste|trice|"
    r"leiter|arbeiter|fuhrer|macher|techniker|berater|bauer|lehrer|kraft|mann|frau|[a-z]{3}erin|"
    r"ador|adora|ista|edor|edora|"
    r"aar|kundige|leider|medewerker|"
    r"eiro|eira|ore|iere|nik|owiec|arz)$"
)
_WEAK_TITLE_ENDING = re.compile(r"(?:er|or|ant|ent|man|ian|ier|ive|nte|ero|era)s?$")
_COMPANY = re.compile(
    r"\b(?:inc|llc|ltd|limited|plc|gmbh|ag|kg|ohg|mbh|corp|corporation|company|sarl|sas|sasu|"
    r"bv|b\.v|nv|n\.v|s\.?l|"
    r"s[./]?a|s\.?r\.?l|s\.?p\.?a|ltda|lda|e\.?v|se|oy|ab|aps|pty|group|groep|groupe|gruppe|"
    r"grupo|gruppo|holding|"
    r"& co|partners|and sons|& sons|bank|banque|banco|labs?|"
    r"agency|agence|agentur|institute|institut|instituto|university|universite|"
    r"universitat|universidad|"
    r"universidade|college|hospital|clinic|foundation|stiftung|stichting|association|"
    r"industries|ventures|airlines|ministry|council|restaurant|hotel|"
    r"sp\.? z o\.?o|s\.c|vof|e\.?i|eirl|cooperative|et fils|hijos|filhos|e hijos|en zonen|"
    r"associes|fratelli|spolka)\b\.?"
)
_COMPANY_END = re.compile(
    r"\b(?:solutions?|technolog(?:y|ies)|technologie|systems?|systeme|systemes|software|studios?|services?|"
    r"servicios|servizi|consulting|international|media|networks?|capital|insurance|school|co|conseil|"
    r"consultores|consultoria|beratung|logistics|logistik|pharma|energy|motors|works|werke|verlag|verein|"
    r"construction|engineering|digital|interactive|entertainment|games|security|robotics|electronics|"
    r"health|healthcare|medical|laboratories|laboratory|restaurants|stores?|market|markets|shop|club|team)\b"
    r"(?=\W*(?:$|\(|\b(?:inc|llc|ltd|gmbh|ag|corp|co|sa|sl|bv|nv|lda|srl|spa|sarl|sas)\b))"
)
LEGAL = re.compile(
    r"^(?:inc|llc|ltd|llp|plc|corp|co|gmbh|ag|s\.?l|s\.?a|s\.?r\.?l|s\.?p\.?a|bv|b\.v|lda|ltda|sp\. z o\.o)\b"
)
_SURNAMES = re.compile(
    r"^[A-ZÀ-Ž][\w'’]+(?:-[A-ZÀ-Ž][\w'’]+)+$|, [A-ZÀ-Ž][\w'’]+ (?:and|&|et|und|y|en|e|"
    r"i) [A-ZÀ-Ž][\w'’]+$"
)
_SCHOOL = re.compile(
    r"\b(?:universi\w*|uniwersytet\w*|college|colegio|collegio|school|schule|\w*schule|"
    r"hochschule|fachhochschule|"
    r"academy|academie|akademie|akademia|accademia|academia|institut\w*|istituto|ecole|lycee|"
    r"gymnasium|politec\w*|"
    r"polytech\w*|politechnika|hogeschool|faculty|faculdade|facultad|faculte|facolta|escola|"
    r"escuela|scuola|liceo|"
    r"szkola|liceum|iut|tu|fh|eth|mit|epfl|fakultat\w*|faculteit|wydzial|gimnaz\w+|\w*bildungszentrum|\w*bildungswerk|\w*berufsschule|ensi\w*|insa|hec|conservator\w*|seminary|bootcamp|"
    r"\w*kolleg|campus|ies|cfgs|cfa|roc|\w*gymnasium|technikum|lyceum|lyzeum|berufsakademie|volkshochschule|"
    r"\w*oberschule|"
    r"instituto|licei|etec|senai|senac|liceo|zespol szkol|\w*college|polytechnic|"
    r"centro|centre|iae|uni|ucla|udemy|coursera|edx)\b"
)
_DEGREE = re.compile(
    r"\b(?:bachelor\w*|master\w*|b\.? ?sc|m\.? ?sc|b\.? ?a|m\.? ?a|b\.? ?s|m\.? ?s|b\.? ?eng|"
    r"m\.? ?eng|b\.? ?tech|m\.? ?tech|"
    r"mba|ph\.? ?d|m\.? ?phil|ll\.? ?[bm]|doctor\w*|doctorat\w*|doctorado|doutor\w*|dottor\w*|"
    r"doktor\w*|promotion|"
    r"associate\w*|diploma\w*|diplom\w*|degree|certificate|certificat|minor|a-levels?|gcse|"
    r"high school|secondary|"
    r"licence|maitrise|bts|dut|but|deug|cap|bep|bac(?:calaureat)?|brevet|magistere|dea|dess|"
    r"abitur|staatsexamen|magister|ausbildung|fachabitur|mittlere reife|habilitation|"
    r"grado|licenciatura|licenciado|licenciada|ingenieria|bachillerato|tecnico|maestria|"
    r"mestrado|posgrado|postgrado|"
    r"bacharel\w*|tecnologo|pos-graduacao|graduacao|ensino medio|especializacao|"
    r"laurea\w*|maturita|perito|dyplom|licencjat|inzynier|matura|technik|propedeuse|hbo|mbo|"
    r"vwo|havo|doctoraal|"
    r"fachhochschulreife|hochschulreife|allgemeine hochschulreife|realschulabschluss|hauptschulabschluss|berufsmatura|"
    r"maturitat|lehre|lehrabschluss|staatspruefung|vordiplom|fachinformatiker|aufbaustudium|zertifikat|"
    r"matriculation|matriculated|intermediate|foundation|ged|hnd|hnc|nvq|bachillerato|titulo|grado superior|"
    r"formacion profesional|fp|especialista|ingeniero|ingeniera|curso|baccalaureat|agregation|cpge|prepa|"
    r"vmbo|vwo|gymnasium diploma|licenciada|secundario|ensino secundario|tecnica|curso tecnico|diploma di maturita|"
    r"maturita classica|dottore|corso|szkola srednia|swiadectwo|studia podyplomowe|"
    r"undergraduate|postgraduate|graduate|bsc|msc|beng|meng|ba|ma|bs|ms|bcom|mcom|btech|mtech|"
    r"jd|md|dipl|titre professionnel|cqp|deust|meisterbrief|meisterprufung|gesellenbrief|fachwirt\w*|techniker|"
    r"staatlich (?:geprufte?r?|anerkannte?r?)|ciclo formativo|grado medio|getuigschrift|vakdiploma|kandidaats|"
    r"qualifica professionale|attestato|szkola policealna)\b\.?"
)

# How the names of fields of study end or what they are made of: Informationstechnologie, sciences, economia.
_AREA = re.compile(
    r"\b(?:\w{3,}(?:ology|ologies|ologie|ologia|onomics|onomie|onomia|onomy|matics|matik|matique|matica|matyka|graphie|"
    r"graphy|grafia|istik|istique|istica|ystics|nautics|tronik|tronics|tronica|tronique|wissenschaft(?:en)?|kunde|wesen|"
    r"wirtschaft|technik|techniek|technologie|technology|lehre)|"
    r"\w*(?:engineering|ingenierie|ingenieria|engenharia|ingegneria)|sciences?|ciencias?|scienze|nauki|studies|etudes|estudios|studien|computing|informatyka|inzynieria|"
    r"physi(?:cs|k|que)|fisica|fizyka|natuurkunde|chem(?:istry|ie)|chimie|quimica|chimica|chemia|mathe|maths|"
    r"management|gestion|gestao|gestione|zarzadzanie|administra\w+|business|marketing|finan(?:ce|ces|zen|zas|za|se)|"
    r"accounting|compta\w+|contabilidad\w*|contabilita|rachunkowosc|law|droit|recht|derecho|direito|"
    r"diritto|giurisprudenza|prawo|history|histoire|geschichte|historia|storia|geschiedenis|philosoph\w+|filosof\w+|"
    r"filozofia|psycholog\w*|literatur\w*|letteratura|linguist\w*|design|architektur|architecture|architettura|"
    r"arquitectura|arquitetura|architectuur|architektura|medi[cz]in\w*|medecine|nursing|pflege|soins|enfermeria|"
    r"enfermagem|infermieristica|verpleegkunde|pielegniarstwo|pedagog\w*|padagogik|tourism\w*|turism\w*|philologie|"
    r"journalis\w+|communication|kommunikation|comunica\w+)\b"
)


@lru_cache(maxsize=8192)
def area_score(text: str) -> float:
    """Return how much a text looks like a field of study."""
    return min(len(_AREA.findall(fold(text))), 1) * 1.0


@lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """Return how much a text looks like a job title."""
    words = re.findall(r"[\w'-]+", fold(text))
    if not words:
        return 0.0
    strong = sum(word in _TITLE_WORDS for word in words)
    ending = sum(bool(_TITLE_ENDING.search(word)) or _is_compound(word) for word in words if len(word) > 5)
    weak = any(_WEAK_TITLE_ENDING.search(word) for word in (words[0], words[-1]) if len(word) > 4)
    return min(strong, 2) * 1.5 + min(ending, 1) * 0.8 + weak * 0.5


def _is_compound(word: str) -> bool:
    """Tell whether a word ends in a title: Softwarearchitekt, Teamcoach, werkvoorbereider."""
    return word not in _TITLE_WORDS and any(word[place:] in _TITLE_WORDS for place in range(3, len(word) - 3))


@lru_cache(maxsize=8192)
def company_score(text: str) -> float:
    """Return how much a text looks like the name of an organisation."""
    folded = fold(text)
    found = len(_COMPANY.findall(folded)) + 0.7 * bool(_COMPANY_END.search(folded))
    return min(found, 2) * 1.5 + bool(_SURNAMES.search(text)) * 1.5 + school_score(text) * 0.5


@lru_cache(maxsize=8192)
def school_score(text: str) -> float:
    """Return how much a text looks like the name of a school."""
    return min(len(_SCHOOL.findall(fold(text))), 2) * 1.0


@lru_cache(maxsize=8192)
def degree_score(text: str) -> float:
    """Return how much a text looks like a degree; initials count only in capitals."""
    score = 0.0
    for match in _DEGREE.finditer(fold(text)):
        surface = text[match.start() : match.end()]
        if len(surface.replace(".", "").replace(" ", "")) > 3 or surface[:1].isupper():
            score += 1.0
    return min(score, 2.0)


def begins_with_degree(text: str) -> bool:
    """Tell whether the first words of a text are a degree: Bachelor of Arts, but not Basel."""
    match = _DEGREE.match(fold(text))
    return bool(match) and (match.end() > 3 or text[: match.end()].isupper() and text[match.end() :][:1] in " .,")


def is_title(value: str) -> bool:
    """Tell whether a text is a job title and no organisation."""
    return title_score(value) >= 1.0 and company_score(value) < 1.0


def lean(first: str, second: str) -> float:
    """Return > 0 when the first looks like the employer and the second like the title."""
    return company_score(first) - title_score(first) - company_score(second) + title_score(second)
