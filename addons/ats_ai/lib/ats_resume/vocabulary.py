"""Words of résumés in English, French, German, Spanish, Dutch, Portuguese, Italian and Polish.

All entries are folded (no case, no accents), as ``text.fold`` returns them.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())


HEADINGS = {
    "work": _words("""
        work experience, experience, experiences, professional experience, employment, employment
        history, work history, career history, career, work, relevant experience, professional
        background, professional history, positions held, job history, industry experience,
        employment experience, experience and employment, experience professionnelle, experiences
        professionnelles, parcours professionnel, emplois, travail, experience de travail,
        carriere, parcours, berufserfahrung, berufserfahrungen, berufliche erfahrung, beruflicher
        werdegang, werdegang, arbeitserfahrung, berufspraxis, praxiserfahrung, praktische
        erfahrung, beschaftigung, arbeit, erfahrung, erfahrungen, berufliche tatigkeit, berufliche
        stationen, praktika, experiencia laboral, experiencia profesional, experiencia,
        experiencias, trayectoria profesional, historial laboral, trayectoria laboral, empleo,
        trabajo, trabajos, werkervaring, ervaring, relevante werkervaring, professionele ervaring,
        loopbaan, arbeidsverleden, werk, beroepservaring, carriere, experiencia profissional,
        experiencias profissionais, historico profissional, percurso profissional, trabalho,
        atuacao profissional, esperienza lavorativa, esperienze lavorative, esperienza
        professionale, esperienze professionali, esperienza, esperienze, percorso professionale,
        lavoro, carriera, doswiadczenie zawodowe, doswiadczenie, historia zatrudnienia, przebieg
        kariery, praca, kariera, zatrudnienie"""),
    "education": _words("""
        education, academic background, education and training, academic history, qualifications,
        studies, educational background, academic qualifications, education and qualifications,
        academic education, schooling, formation, formations, etudes, diplomes, formation
        academique, parcours academique, education et formation, parcours scolaire, scolarite,
        cursus, ausbildung, bildung, bildungsweg, studium, schulbildung, akademische ausbildung,
        ausbildung und studium, schulischer werdegang, akademischer werdegang, bildungsgang, aus-
        und weiterbildung, educacion, formacion, formacion academica, estudios, educacion y
        formacion, titulacion, opleiding, opleidingen, onderwijs, studie, scholing, opleiding en
        training, educatie, educacao, formacao, formacao academica, escolaridade, estudos,
        habilitacoes academicas, habilitacoes literarias, istruzione, formazione, istruzione e
        formazione, titoli di studio, studi, percorso di studi, wyksztalcenie, edukacja,
        wyksztalcenie i szkolenia, nauka"""),
    "skills": _words("""
        skills, technical skills, key skills, core skills, skill set, skillset, professional
        skills, competencies, core competencies, key competencies, expertise, areas of expertise,
        technologies, technical expertise, technical proficiencies, tech stack, tools and
        technologies, skills and tools, skills and abilities, technical competencies, computer
        skills, it skills, hard skills, soft skills, strengths, competences, competences
        techniques, competences cles, savoir-faire, aptitudes, outils, connaissances, competences
        informatiques, competences professionnelles, technologies et outils, kenntnisse,
        fahigkeiten, kompetenzen, fachkenntnisse, it-kenntnisse, edv-kenntnisse, technische
        kenntnisse, besondere kenntnisse, fertigkeiten, kernkompetenzen, technische fahigkeiten,
        kenntnisse und fahigkeiten, habilidades, competencias, aptitudes, conocimientos,
        habilidades tecnicas, competencias tecnicas, destrezas, conocimientos tecnicos,
        capacidades, conocimientos informaticos, vaardigheden, competenties, kennis, technische
        vaardigheden, kennis en vaardigheden, computervaardigheden, competencias tecnicas,
        conhecimentos, aptidoes, habilidades e competencias, conhecimentos tecnicos, competenze,
        capacita, abilita, competenze tecniche, capacita e competenze, conoscenze, competenze
        informatiche, umiejetnosci, kompetencje, umiejetnosci techniczne, kluczowe umiejetnosci,
        znajomosc technologii"""),
    "languages": _words("""
        languages, language skills, spoken languages, langues, langues parlees, competences
        linguistiques, sprachen, sprachkenntnisse, fremdsprachen, idiomas, lenguas, talen,
        talenkennis, taalvaardigheden, linguas, lingue, competenze linguistiche, lingue straniere,
        jezyki, jezyki obce, znajomosc jezykow"""),
    "summary": _words("""
        summary, about, about me, profile, professional summary, professional profile, objective,
        career objective, personal statement, personal profile, executive summary, career summary,
        introduction, bio, biography, overview, a propos, profil, resume, presentation, objectif,
        profil professionnel, a propos de moi, uber mich, kurzprofil, zusammenfassung,
        personliches profil, ziel, berufsziel, zur person, sobre mi, perfil, resumen, perfil
        profesional, objetivo, acerca de mi, extracto, acerca de, over mij, profiel, samenvatting,
        persoonlijk profiel, doelstelling, sobre mim, resumo, perfil profissional, objetivo
        profissional, sobre, sumario, profilo, profilo professionale, chi sono, sommario,
        obiettivo, su di me, o mnie, podsumowanie, profil zawodowy, cel zawodowy, streszczenie"""),
    "contact": _words("""
        contact, contact details, contact information, contact info, personal information,
        personal details, personal info, personal data, get in touch, contacts, contact me,
        basics, details, coordonnees, informations personnelles, contacter, etat civil, donnees
        personnelles, kontakt, kontaktdaten, personliche daten, personliche angaben, angaben zur
        person, kontaktinformationen, contacto, datos personales, informacion personal, datos de
        contacto, informacion de contacto, contactgegevens, persoonlijke gegevens, personalia,
        persoonsgegevens, persoonlijke informatie, contato, dados pessoais, informacoes pessoais,
        informacoes de contato, contactos, contatti, dati personali, informazioni personali,
        contatto, recapiti, dane osobowe, dane kontaktowe, informacje osobiste"""),
    "profiles": _words("""
        profiles, links, social, social media, social profiles, online profiles, profils, liens,
        reseaux, reseaux sociaux, profile, netzwerke, soziale netzwerke, online-profile, perfiles,
        enlaces, redes sociales, redes, profielen, sociale media, perfis, profili, social network,
        profile spolecznosciowe, linki"""),
    "certificates": _words("""
        certificates, certifications, certification, certificate, licenses, licences, licensure, licenses and
        certifications, certifications and licenses, professional certifications, certificats, certificat,
        certifications professionnelles, habilitations, zertifikate, zertifizierungen, zertifikat, zertifizierung,
        lizenzen, bescheinigungen, certificados, certificado, certificaciones, certificacion, licencias,
        acreditaciones,
        certificaten, certificeringen, licenties, certificacoes, certificacao, licencas, certificazioni, certificati,
        attestati, abilitazioni, patenti e certificati, certyfikaty, certyfikacje, licencje, uprawnienia"""),
    "other": _words("""
        projects, personal projects, side projects, key projects, selected projects, open source,
        portfolio, courses, training, awards, honors, honours, honors and awards,
        achievements, publications, patents, volunteer, volunteering, volunteer experience,
        volunteer work, interests, hobbies, hobbies and interests, references, activities,
        extracurricular activities, memberships, affiliations, additional information,
        declaration, references available on request, leadership, community, talks, presentations,
        speaking, projets, recompenses, prix, distinctions, benevolat, centres
        d'interet, interets, loisirs, projets personnels, engagements, divers, projekte,
        auszeichnungen, preise, veroffentlichungen, publikationen,
        ehrenamt, interessen, referenzen, weiterbildung, weiterbildungen, ehrenamtliches
        engagement, ehrenamtliche tatigkeit, sonstiges, engagement, freiwilligenarbeit, kurse,
        proyectos, premios, publicaciones, voluntariado, intereses,
        aficiones, referencias, cursos, logros, reconocimientos, projecten, prijzen, publicaties, vrijwilligerswerk,
        interesses, referenties,
        cursussen, nevenactiviteiten, onderscheidingen, projetos, premios,
        publicacoes, trabalho voluntario, interesses, referencias, hobbies, progetti,
        premi, pubblicazioni, volontariato, interessi, referenze,
        corsi, projekty, nagrody, publikacje, wolontariat, zainteresowania,
        referencje, kursy, szkolenia, hobby, hobby's, hobbys, passatempos, tempos livres, tempo libero, pasatiempos,
        tiempo libre, vrije tijd, freizeit, vie associative, publications and talks, extra-curricular activities,
        other, miscellaneous, varia, autres, otros, outros, altro, inne, overig, anexos, anhang"""),
}

# Headings are also put together: one of these words or a heading of one word, the rest from HEADING_FILLERS.
HEADING_CORES = {
    "work": _words("""
        worked, jobs, roles, positions, assignments, appointments, emploi, postes, missions, stages, arbeitsstationen,
        berufspraxis, berufsleben, berufslaufbahn, laufbahn, tatigkeiten, anstellungen, arbeitsverhaltnisse, empleos,
        puestos, banen, functies, dienstverbanden, stages, empregos, cargos, impieghi, lavori, kariery, zatrudnienia,
        doswiadczenia, employment, empleo, emprego, experience, experiences"""),
    "education": _words("""
        degrees, diplomas, qualification, education, diplome, cursus, berufsausbildung, schulausbildung, schule,
        hochschulausbildung, abschlusse, bildungsweg, titulos, titulaciones, formaciones, diploma's, studies, titulos,
        graduacao, diplomi, lauree, studi, wyksztalcenia, szkoly, studia, ausbildungen, weiterbildungsweg,
        academics"""),
    "skills": _words("""
        skill, abilities, proficiencies, toolkit, tools, knowledge, stack, competence, savoirs, outils,
        qualifikationen,
        skills, kenntnis, starken, fachwissen, edv, saberes, destreza, kundigheid, sterke, punten, saberes,
        competenza, strumenti, umiejetnosc, znajomosc, programow, atouts"""),
    "languages": _words("language, langue, sprache, idioma, taal, lingua, jezyk, jezykow, jezykowe, fremdsprache"),
    "certificates": _words("certificate, certification, certified, accreditations, credentials, zertifikat"),
    "other": _words("kurs, kurse, course, cursos, corsi, kursy, fortbildung, fortbildungen, seminare, workshops"),
}
HEADING_FILLERS = _words("""
    professional, work, working, relevant, related, selected, previous, other, my, recent, additional, technical,
    key, core,
    main, personal, academic, general, special, areas, area, of, the, and, where, i, ve, i've, have, what, in, at,
    for, with, as,
    career, employment, job, industry, practical, paid, teaching, research, computer, it, software, digital, social,
    soft,
    hard, further, continuing, vocational, higher, school, university, background, history, record, summary, details,
    information, overview, highlights, spoken, foreign, over, years, set, full, current, past, s, a, an, on, to,
    international,
    professionnelle, professionnelles, professionnel, professionnels, academique, academiques, personnelle,
    personnelles,
    technique, techniques, principale, principales, autres, mes, mon, ma, scolaire, scolaires, universitaire,
    universitaires,
    linguistiques, informatiques, complementaire, complementaires, cles, parlees, de, du, des, la, le, les, et, d, l,
    en, initiale,
    continue, parcours, experience, beruflich, berufliche, beruflicher, berufliches, praktische, schulische,
    schulischer,
    akademische, akademischer, weitere, meine, fachliche, personliche, technische, besondere, sonstige, relevante,
    bisherige, schul, berufs, hochschul, und, der, die, das, im, zur, profesional, profesionales, laboral, laborales,
    academica, academicas, academico, academicos, complementaria, personales, tecnicas, tecnicos, informaticas,
    informaticos,
    otros, otras, mis, mi, previa, y, del, los, las, universitaria, professionele, overige, mijn, persoonlijke,
    genoten, eerdere, profissional, profissionais, complementar, pessoais, outras, outros, minhas, minha, literarias,
    e, da,
    do, dos, das, lavorativa, lavorative, professionale, professionali, scolastica, scolastico, personale, personali,
    tecniche,
    altre, mie, precedenti, di, studio, degli, degle, zawodowe, zawodowa, zawodowej, zawodowy, zawodowego, edukacyjne,
    edukacyjna, techniczne, inne, moje, moja, dodatkowe, osobiste, obce, obcych, przebieg, historia, kluczowe,
    i, w, z, oraz""")

_MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv januar jaenner janner enero ene januari janeiro gennaio gen styczen stycznia sty",
            "february feb febr fevrier fevr fev februar febrero februari fevereiro febbraio febb luty lutego lut",
            "march mar mars marz maerz mrz marzo maart mrt marco marzec marca",
            "april apr avril avr abril abr aprile kwiecien kwietnia kwi",
            "may mai mayo mei maio maggio mag maj maja",
            "june jun juin juni junio junho giugno giu czerwiec czerwca cze",
            "july jul juillet juil juli julio julho luglio lug lipiec lipca lip",
            "august aug aout aou agosto ago augustus agosto sierpien sierpnia sie",
            "september sep sept septembre septiembre setiembre setembro set settembre sett wrzesien wrzesnia wrz",
            "october oct octobre oktober okt octubre outubro out ottobre ott pazdziernik pazdziernika paz",
            "november nov novembre noviembre novembro listopad listopada lis",
            "december dec decembre dezember dez diciembre dic dezembro dicembre grudzien grudnia gru",
        ),
        start=1,
    )
    for name in names.split()
}


def _with_abbreviations(names: dict[str, int]) -> dict[str, int]:
    """Add every abbreviation of three letters or more that can only mean one month."""
    meant: dict[str, set[int]] = {}
    for name, number in names.items():
        for length in range(3, len(name)):
            meant.setdefault(name[:length], set()).add(number)
    return {
        **{short: min(numbers) for short, numbers in meant.items() if len(numbers) == 1},
        **names,
    }


MONTHS = _with_abbreviations(_MONTH_NAMES)

PRESENT = _words("""
    present, current, currently, now, ongoing, today, to date, till date, till now, present day,
    aujourd'hui, aujourd’hui, a ce jour, actuel, actuellement, present, en cours, maintenant, ce
    jour, heute, jetzt, aktuell, gegenwart, laufend, derzeit, actualidad, actualmente, la
    actualidad, hoy, actual, presente, la fecha, ahora, heden, nu, tegenwoordig, huidig, vandaag,
    atual, atualmente, o momento, hoje, atualidade, o presente, agora, oggi, in corso, attuale,
    attualmente, ad oggi, adesso, tutt'oggi, dato, this day, le present, ce moment, op heden,
    moment, tej pory, chwili, dzien dzisiejszy, momento actual, obecnie, do dzis, dzis, teraz, nadal,
    chwili obecnej, dzisiaj""")

SINCE = _words("since, depuis, seit, ab, desde, sinds, vanaf, dal, da, dall', od")

# What stands before a year that is told less closely than a month.
NEAR_YEAR = _words("""
    spring, summer, fall, autumn, winter, early, mid, late, end of, printemps, ete, automne, hiver, debut, mi, fin,
    fruhjahr,
    fruhling, sommer, herbst, anfang, mitte, ende, sose, wise, ss, ws, primavera, verano, otono, invierno,
    principios de,
    finales de, voorjaar, lente, zomer, najaar, herfst, begin, midden, eind, verao, outono, inverno, inicio de,
    final de,
    estate, autunno, inverno, inizio, fine, wiosna, lato, jesien, zima, poczatek, koniec, circa, ca, about""")

LEVELS = _words("""
    beginner, basic, elementary, intermediate, advanced, expert, master, proficient, fluent,
    native, native speaker, conversational, working, professional, bilingual, novice, good,
    excellent, mother tongue, full professional, limited working, professional working, native or
    bilingual, senior, junior, competent, debutant, notions, intermediaire, avance, courant,
    bilingue, langue maternelle, natif, natale, scolaire, maitrise, confirme, maternelle,
    anfanger, grundkenntnisse, fortgeschritten, fliessend, fließend, muttersprache,
    verhandlungssicher, gut, sehr gut, muttersprachler, experte, mittelstufe, grundlagen, basico,
    intermedio, avanzado, experto, nativo, fluido, lengua materna, principiante, bilingue,
    conversacion, basis, gemiddeld, gevorderd, vloeiend, moedertaal, goed, uitstekend,
    intermediario, avancado, fluente, nativo, lingua materna, iniciante, especialista, base,
    intermedio, avanzato, esperto, madrelingua, fluente, buono, ottimo, principiante, scolastico,
    podstawowy, sredniozaawansowany, zaawansowany, biegly, ojczysty, ekspert, komunikatywny, a1,
    a2, b1, b2, c1, c2""")

_LANGUAGES = {
    "en": "english anglais englisch ingles engels inglese angielski",
    "fr": "french francais franzosisch frances frans francese francuski",
    "de": "german allemand deutsch aleman duits alemao tedesco niemiecki",
    "es": "spanish espagnol spanisch espanol castellano spaans espanhol spagnolo hiszpanski",
    "nl": ("dutch neerlandais niederlandisch neerlandes holandes nederlands holandes olandese niderlandzki"),
    "pt": "portuguese portugais portugiesisch portugues portugees portoghese portugalski",
    "it": "italian italien italienisch italiano italiaans wloski",
    "pl": "polish polonais polnisch polaco pools polones polacco polski",
    "ru": "russian russe russisch ruso russo rosyjski",
    "uk": "ukrainian ukrainien ukrainisch ucraniano oekraiens ucraino ukrainski",
    "cs": "czech tcheque tschechisch checo tsjechisch ceco czeski tcheco",
    "ro": "romanian roumain rumanisch rumano roemeens romeno rumeno rumunski",
    "hu": "hungarian hongrois ungarisch hungaro hongaars ungherese wegierski",
    "el": "greek grec griechisch griego grieks grego greco grecki",
    "sv": "swedish suedois schwedisch sueco zweeds svedese szwedzki svenska",
    "da": "danish danois danisch danes deens dinamarques danese dunski dansk",
    "no": "norwegian norvegien norwegisch noruego noors noruegues norvegese norweski norsk",
    "fi": "finnish finnois finnisch finlandes fins finlandese finski suomi",
    "tr": "turkish turc turkisch turco turks turecki turkce",
    "ar": "arabic arabe arabisch arabo arabski",
    "he": "hebrew hebreu hebraisch hebreo hebreeuws hebraico ebraico hebrajski",
    "zh": ("chinese mandarin chinois chinesisch chino chinees chines cinese chinski cantonese mandarim mandarino"),
    "ja": "japanese japonais japanisch japones japans giapponese japonski",
    "ko": "korean coreen koreanisch coreano koreaans koreanski",
    "hi": "hindi",
    "ur": "urdu ourdou",
    "bn": "bengali bengalisch",
    "pa": "punjabi panjabi",
    "ta": "tamil tamoul",
    "te": "telugu",
    "mr": "marathi",
    "gu": "gujarati",
    "vi": "vietnamese vietnamien vietnamesisch vietnamita vietnamees",
    "th": "thai thailandais thailandisch tailandes",
    "id": "indonesian indonesien indonesisch indonesio",
    "ms": "malay malais malaiisch malayo",
    "fa": "persian farsi persan persisch persa perzisch",
    "ca": "catalan katalanisch catala catalaans catalano",
    "eu": "basque euskera euskara baskisch basco",
    "gl": "galician galicien gallego galego",
    "sr": "serbian serbe serbisch serbio servisch",
    "hr": "croatian croate kroatisch croata",
    "bg": "bulgarian bulgare bulgarisch bulgaro bulgaars",
    "sk": "slovak slovaque slowakisch eslovaco slowaaks",
    "sl": "slovenian slovene slowenisch esloveno",
    "lt": "lithuanian lituanien litauisch lituano",
    "lv": "latvian letton lettisch leton",
    "et": "estonian estonien estnisch estonio",
    "sw": "swahili",
    "af": "afrikaans",
    "la": "latin latein",
    "tl": "tagalog filipino",
    "lb": "luxembourgish luxembourgeois luxemburgisch",
    "ga": "irish gaelic",
}
LANGUAGE_CODES = {name: code for code, names in _LANGUAGES.items() for name in names.split()}

STOPWORDS = {
    "en": "the of and with for in to from as".split(),
    "fr": "le la les des et pour dans avec une du au aux sur".split(),
    "de": "der die das und mit fur von im bei den zur auf eine".split(),
    "es": "el la los las y de para con en del una por".split(),
    "nl": "de het een en van voor met bij in op naar".split(),
    "pt": "o a os as e de para com em do da na no uma por".split(),
    "it": "il lo la gli e di per con nel del della una presso".split(),
    "pl": "i w z na do oraz dla od przez przy".split(),
}

# What a course of study was made of: a label above a list inside the entry, elsewhere a heading of its own.
COURSE_LABELS = _words("""
    courses, coursework, relevant courses, relevant coursework, modules, subjects, cours, cours suivis, matieres, kurse,
    facher, module, schwerpunktfacher, cursos, asignaturas, materias, vakken, cursussen, disciplinas, unidades
    curriculares, corsi, esami, materie, kursy, przedmioty""")

# Words that announce the description of an entry.
LABELS = frozenset(
    """highlights responsibilities achievements accomplishments tasks duties projects technologies
keywords aufgaben erfolge missions realisations responsabilites logros responsabilidades funciones
taken verantwoordelijkheden resultaten responsabilita obowiazki osiagniecia destaques punkte
schwerpunkte hoogtepunten kernpunkte temas""".split()
) | {
    "points forts",
    "faits marquants",
    "puntos destacados",
    "pontos fortes",
    "key achievements",
    "aspectos destacados",
    "punti salienti",
    "glowne osiagniecia",
    "points cles",
    "key responsibilities",
    *COURSE_LABELS,
}

# Headings of groups of skills: headings only where they look exactly like the others.
SKILL_GROUPS = _words("""
    programming languages, databases, frameworks, libraries, tools, frameworks and libraries, platforms,
    cloud, devops, frontend, backend, front end, back end, front-end, back-end, operating systems, version control,
    best practices, methodologies, software, infrastructure, tools and platforms, programming, personal skills,
    langages de programmation, bases de donnees, logiciels, methodologies, programmiersprachen, datenbanken,
    werkzeuge, softwarekenntnisse, methoden, betriebssysteme, lenguajes de programacion, bases de datos,
    herramientas, tecnologias, programmeertalen, databanken, gereedschappen, linguagens de programacao,
    bancos de dados, ferramentas, linguaggi di programmazione, strumenti, jezyki programowania, bazy danych,
    narzedzia""")
