"""Countries, in the languages of the parser, and large towns: words that are places, nothing else.

All entries are folded (no case, no accents).
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(",") if word.strip())


COUNTRIES = _words("""
    afghanistan, albania, algeria, algerie, angola, argentina, argentine, argentinien, armenia, australia, australie,
    australien, austria, autriche, osterreich, oostenrijk, azerbaijan, bangladesh, belarus, belgium, belgique, belgien,
    belgie, belgica, belgia, bolivia, bosnia and herzegovina, botswana, brazil, brasil, bresil, brasilien, brazilie,
    bulgaria, bulgarien, bulgarie, cambodia, cameroon, cameroun, canada, kanada, chile, chili, china, chine, colombia,
    colombie, kolumbien, costa rica, croatia, kroatien, croatie, cuba, cyprus, czech republic, czechia, tschechien,
    republique tcheque, denmark, danemark, danemarca, danmark, dinamarca, denemarken, dania, dominican republic,
    ecuador, egypt, egypte, agypten, egipto, el salvador, england, estonia, estland, ethiopia, finland, finlande,
    finnland, finlandia, france, frankreich, francia, franca, frankrijk, francja, georgia, germany, deutschland,
    allemagne, alemania, alemanha, duitsland, germania, niemcy, ghana, greece, griechenland, grece, grecia, guatemala,
    honduras, hong kong, hungary, ungarn, hongrie, hongarije, wegry, iceland, india, inde, indien, indonesia, iran,
    iraq, ireland, irland, irlande, irlanda, ierland, israel, italy, italien, italie, italia, wlochy, ivory coast,
    cote d'ivoire, jamaica, japan, japon, japao, jordan, kazakhstan, kenya, kosovo, kuwait, latvia, lettland, lebanon,
    liban, libya, lithuania, litauen, lituanie, luxembourg, luxemburg, luxemburgo, macedonia, madagascar, malaysia,
    malta, mauritius, mexico, mexique, mexiko, moldova, monaco, mongolia, montenegro, morocco, maroc, marokko,
    marruecos, mozambique, mocambique, myanmar, namibia, nepal, netherlands, the netherlands, niederlande, nederland,
    pays-bas, paises bajos, paises baixos, paesi bassi, holandia, new zealand, nicaragua, nigeria, north macedonia,
    northern ireland, norway, norwegen, norvege, noruega, noorwegen, norge, oman, pakistan, panama, paraguay, peru,
    philippines, poland, polen, pologne, polonia, polska, portugal, puerto rico, qatar, romania, rumanien, roumanie,
    rumania, russia, russland, russie, rusia, rwanda, saudi arabia, scotland, senegal, serbia, serbien, serbie,
    singapore, singapur, singapour, slovakia, slowakei, slovaquie, slovenia, slowenien, slovenie, south africa,
    sudafrika, afrique du sud, sudafrica, south korea, spain, spanien, espagne, espana, espanha, spanje, spagna,
    hiszpania, sri lanka, sudan, sweden, schweden, suede, suecia, zweden, sverige, switzerland, schweiz, suisse,
    suiza, svizzera, zwitserland, szwajcaria, syria, taiwan, tanzania, thailand, tunisia, tunisie, turkey, turkei,
    turquie, turquia, turkije, uganda, ukraine, ucrania, united arab emirates, uae, dubai, united kingdom, uk,
    royaume-uni, vereinigtes konigreich, reino unido, verenigd koninkrijk, regno unito, great britain,
    united states, united states of america, usa, us, u.s., u.s.a., etats-unis, vereinigte staaten, estados unidos,
    eeuu, verenigde staten, stati uniti, stany zjednoczone, uruguay, uzbekistan, venezuela, vietnam, wales, zambia,
    zimbabwe, europe, europa, worldwide""")

TOWNS = _words("""
    abidjan, abu dhabi, accra, addis ababa, adelaide, alicante, algiers, amman, amsterdam, ankara, antwerp, antwerpen,
    anvers, athens, atlanta, auckland, austin, baku, baltimore, bangalore, bengaluru, bangkok, barcelona, bari, basel,
    beijing, beirut, belfast, belgrade, belo horizonte, bergen, berlin, bern, bilbao, birmingham, bochum, bogota,
    bologna, bonn, bordeaux, boston, braga, brasilia, bratislava, bremen, brescia, brisbane, bristol, brno, bruges,
    brugge, brussels, bruxelles, brussel, bucharest, budapest, buenos aires, buffalo, bydgoszcz, cairo, calgary, cali,
    cambridge, cape town, caracas, cardiff, casablanca, catania, charlotte, chennai, chicago, chemnitz, cincinnati,
    cleveland, cluj-napoca, coimbra, cologne, koln, columbus, copenhagen, kobenhavn, cordoba, cork, curitiba, dakar,
    dallas, delhi, den haag, the hague, denver, detroit, dhaka, doha, dortmund, dresden, dublin, duisburg, durban,
    dusseldorf, edinburgh, edmonton, eindhoven, essen, faro, florence, firenze, fortaleza, frankfurt,
    frankfurt am main,
    freiburg, gdansk, gdynia, geneva, geneve, genf, genoa, genova, gent, ghent, gijon, glasgow, gothenburg, goteborg,
    granada, graz, grenoble, groningen, guadalajara, guangzhou, guayaquil, haarlem, hamburg, hannover, hanover, hanoi,
    havana, heidelberg, helsinki, ho chi minh city, houston, hyderabad, indianapolis, innsbruck, islamabad, istanbul,
    izmir, jacksonville, jakarta, jeddah, jerusalem, johannesburg, kampala, kansas city, karachi, karlsruhe, kassel,
    katowice, kiel, kigali, krakow, kuala lumpur, kyiv, kiev, kyoto, la paz, lagos, lahore, las palmas, las vegas,
    lausanne, leeds, leicester, leiden, leipzig, leuven, liege, lille, lima, limerick, linz, lisbon, lisboa, liverpool,
    ljubljana, lodz, london, londres, los angeles, louisville, lublin, lucknow, luzern, lviv, lyon, maastricht, madrid,
    mainz, malaga, malmo, manchester, manila, mannheim, marseille, medellin, melbourne, memphis, mexico city,
    ciudad de mexico, miami, milan, milano, milwaukee, minneapolis, minsk, mombasa, monterrey, montevideo, montpellier,
    montreal, moscow, mumbai, munich, munchen, munster, murcia, nairobi, nancy, nantes, napoli, naples, nashville,
    new delhi, new orleans, new york, new york city, nyc, newcastle, nice, nijmegen, nottingham, nurnberg, nuremberg,
    oakland, orlando, osaka, oslo, ottawa, oxford, padova, palermo, palma, panama city, paris, parigi, perth,
    philadelphia, phoenix, pisa, pittsburgh, portland, porto, porto alegre, poznan, prague, praha, pretoria, pune,
    quebec, quito, rabat, raleigh, recife, reims, rennes, reykjavik, riga, rio de janeiro, riyadh, rome, roma,
    rosario, rostock, rotterdam, rouen, sacramento, saint petersburg, salamanca, salt lake city, salvador, salzburg,
    san antonio, san diego, san francisco, san jose, santiago, santiago de chile, sao paulo, sarajevo, seattle, seoul,
    sevilla, seville, shanghai, sheffield, shenzhen, sofia, southampton, split, st. louis, stockholm, strasbourg,
    strassburg, stuttgart, sydney, szczecin, tallinn, tampa, tampere, tartu, tbilisi, tel aviv, tilburg, tirana, tokyo,
    torino, turin, toronto, torun, toulouse, tours, trento, trieste, tunis, turku, uppsala, utrecht, valencia,
    valladolid, valparaiso, vancouver, venice, venezia, verona, vienna, wien, vigo, vilnius, warsaw, warszawa,
    washington, washington dc, wellington, wiesbaden, winnipeg, wroclaw, wuppertal, york, zagreb, zaragoza, zurich""")

REGIONS = _words("""
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho,
    illinois,
    indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi,
    missouri,
    montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio,
    oklahoma,
    oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia,
    washington,
    west virginia, wisconsin, wyoming, district of columbia, ontario, quebec, british columbia, alberta, manitoba,
    saskatchewan, nova scotia, new brunswick, new south wales, victoria, queensland, western australia,
    south australia,
    tasmania, greater london, greater manchester, west midlands, west yorkshire, south yorkshire, kent, essex,
    surrey, sussex,
    hampshire, norfolk, suffolk, devon, cornwall, lancashire, cheshire, baden-wurttemberg, bayern, bavaria,
    brandenburg, hessen,
    hesse, mecklenburg-vorpommern, niedersachsen, lower saxony, nordrhein-westfalen, north rhine-westphalia, nrw,
    rheinland-pfalz, rhineland-palatinate, saarland, sachsen, saxony, sachsen-anhalt, schleswig-holstein, thuringen,
    thuringia,
    steiermark, tirol, karnten, vorarlberg, burgenland, niederosterreich, oberosterreich, aargau, graubunden,
    thurgau, wallis,
    auvergne-rhone-alpes, bourgogne-franche-comte, bretagne, brittany, centre-val de loire, corse, grand est,
    hauts-de-france,
    ile-de-france, normandie, nouvelle-aquitaine, occitanie, pays de la loire, provence-alpes-cote d'azur, wallonie,
    vlaanderen,
    andalucia, andalusia, aragon, asturias, islas baleares, canarias, cantabria, castilla-la mancha, castilla y leon,
    cataluna,
    catalunya, catalonia, extremadura, galicia, la rioja, navarra, pais vasco, euskadi, comunidad de madrid,
    comunidad valenciana, noord-holland, zuid-holland, noord-brabant, gelderland, overijssel, friesland, drenthe,
    flevoland,
    zeeland, limburg, lombardia, lombardy, piemonte, veneto, toscana, tuscany, lazio, campania, puglia, sicilia,
    sicily,
    sardegna, sardinia, liguria, umbria, marche, abruzzo, calabria, basilicata, molise, emilia-romagna,
    friuli-venezia giulia,
    trentino-alto adige, alentejo, algarve, minho, mazowieckie, malopolskie, slaskie, wielkopolskie, dolnoslaskie,
    pomorskie,
    lodzkie, lubelskie, podlaskie, podkarpackie, kujawsko-pomorskie, zachodniopomorskie, warminsko-mazurskie, opolskie,
    lubuskie, swietokrzyskie, minas gerais, parana, santa catarina, rio grande do sul, bahia, pernambuco, ceara, goias,
    maharashtra, karnataka, tamil nadu, telangana, kerala, gujarat, punjab, uttar pradesh, west bengal, haryana,
    sindh""")

WAYS = _words("""
    remote, fully remote, home office, homeoffice, hybrid, on-site, onsite, teletravail, a distance, remoto, en remoto,
    a distancia, teletrabajo, thuiswerk, op afstand, da remoto, zdalnie, praca zdalna, bundesweit""")

PLACES = COUNTRIES | TOWNS | WAYS | (REGIONS - {"victoria", "kent"})
