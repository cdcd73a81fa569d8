/** What a column of a list of cookies says, or a label before a value. */
export type Role =
  | "cookie-name"
  | "name"
  | "cookie"
  | "duration"
  | "purpose"
  | "storage"
  | "type"
  | "category"
  | "provider"
  | "host"
  | "party"
  | "policy";

/** Heads in small letters, without what stands in brackets, as pages, plug-ins and spreadsheets write them. */
const heads: Readonly<Record<Role, string>> = {
  "cookie-name": `имя cookie|название cookie|имя файла cookie|evästeen tunnus|çerez ismi|name(s)|クッキー名|クッキーの名前|cookie名称|cookie 名称|cookie 名稱|쿠키의 이름|cookie/tracker name|name of the cookie/tracker|cookie or tracker|cookies set|cookies placed|names of cookies|name(s) of cookie(s)|cookies (name)|bezeichnung des cookies|cookie-bezeichnung|cookiebezeichnung|dénomination du cookie|denominación de la cookie|denominación|denominazione|denominazione del cookie|benaming|nazwa pliku cookies|cookie-name/bezeichnung|nome del cookie o dei cookie|クッキーの名称|isem il-cookie jew il-cookies|informasjonskapselens navn|cookie name|cookie names|cookie-name|cookiename|cookie_name|name of cookie|name of the cookie|cookie id|cookie key|cookie / data key name
    |key name|storage key|cookie name or prefix|cookie or storage name|cookies used by name|tracker name|name of tracker|name des cookies|name der cookies|cookie-namen|cookiename|nom du cookie|nom du ou des cookies|nom des cookies
    |nom du traceur|nombre de la cookie|nombre de cookie|nombre cookie|nombre de la cookie o cookies|nombre de las cookies|nome del cookie|nome cookie|nome dei cookie|nome do cookie|nome do cookie ou dos cookies|nome da cookie|nome da cookie ou das cookies
    |naam cookie|naam van de cookie|naam van cookie|naam van het cookie|cookienaam|nazwa cookie|nazwa pliku cookie|nazwa pliku|nazwa pliku lub plików cookie|nazwa ciasteczka|název cookie|název cookies|název souboru cookie|název souboru nebo souborů cookie
    |názov cookie|názov súboru cookie|názov súboru alebo súborov cookie|naziv kolačića|ime kolačića|ime piškotka|ime piškotka oziroma piškotkov|naziv piškotka|numele cookie-ului|nume cookie|numele modulului sau al modulelor cookie|denumire cookie
    |cookienavn|navn på cookie|navn på cookien|cookiens navn|navnet på informasjonskapselen|navn på informasjonskapsel|namn på kakan|namn på cookie|kakans namn|cookienamn|cookie-namn|kaka|evästeen nimi|evästeen nimi tai nimet|süti neve|a süti neve|cookie neve|küpsise nimi
    |küpsise nimi või nimed|sīkdatnes nosaukums|sīkdatnes nosaukums vai nosaukumi|slapuko pavadinimas|slapuko pavadinimas ar pavadinimai|çerez adı|çerezin adı|çerezin adı veya adları|име на бисквитката|име на бисквитка|назва файлу cookie|назва cookie|όνομα cookie|όνομα ή ονόματα cookie
    |nom de la galeta|nom de la galeta o les galetes|cookiearen izena|cookiearen edo cookieen izena|ainm an fhianáin|ainm an fhianáin nó na bhfianán|enw’r cwci|enw'r cwci neu'r cwcis|isem tal-cookie|heiti vafraköku|nafn vafraköku|اسم ملف تعريف الارتباط|أسماء ملفات تعريف الارتباط|שם העוגייה|שם העוגייה או העוגיות|cookie名
    |cookieの名称|cookie名称|쿠키 이름|쿠키명|cookie 이름`,
  name: `name|names|key|identifier|nom|noms|nombre|nome|naam|namn|navn|nazwa|název|názov|naziv|ime|nume|numele|denumire|nimi|név|neve|nosaukums|pavadinimas|ad|adı|isim|име|наименование|назва|όνομα
    |nafn|heiti|ainm|enw|izena|isem|الاسم|اسم|שם|名前|名称|名稱|이름`,
  cookie: `cookie|cookies|cookie(s)|the cookie|tracker|trackers|traceur|traceurs|galeta|galetes|kolačić|kolačići|piškotek|piškotki|süti|sütik|küpsis|küpsised|eväste|evästeet|sīkdatne|slapukas|slapukai|çerez|çerezler|бисквитка|бисквитки|файл cookie
    |vafrakaka|fianán|cwci|ciasteczko|plik cookie|pliki cookie|soubor cookie|súbor cookie|informasjonskapsel|kakor|ملف تعريف الارتباط|עוגייה|クッキー|쿠키`,
  duration: `upphör|upphör att gälla|提供期間|保持期間|存続期間|有効期限|보관기간|보관 기간|보존 기간|보존기간|保留期限|保存期限|有效时间|到期|到期时间|rok važenja|tidsfrist|gyldighet|gyldighetstid|slettes etter|vade|time period|how long does it stay|time to expire|time until expiry|duration of cookie|session/permanent|persistent/session|cookie retention period|verweildauer|vorhaltezeit|löschung|löschung nach|temps de conservation|délai de conservation|tiempo de conservación|tiempo de permanencia|permanenza|tempo di permanenza|bewaarduur|hoelang|prazo de conservação|prazo de expiração|okres trwania|data wygaśnięcia|срок действия|срок хранения|doba uložení|session or persistent|persistent or session|session/persistent|galiojimo trukmė|duration|cookie duration|expiry|expiration|expires|expires after|expires in|expire|expiration time|expiration period|expiry time|expiry date|default expiration time|lifetime|life time|lifespan|life span|life|max age|max-age|maxage
    |ttl|time to live|validity|validity period|storage duration|storage period|maximum storage duration|persistence|cookie lifetime|cookie lifespan|cookie expiration|cookie expiry|retention|retention period|retention time|length|length of storage|length of the storage|period|stored for|how long|how long it lasts|how long does it last|time|maximum duration|trackers duration
    |dauer|laufzeit|cookie laufzeit|cookie-laufzeit|speicherdauer|maximale speicherdauer|gültigkeit|gültigkeitsdauer|ablauf|ablaufzeit|ablaufdatum|lebensdauer|verfall|verfallsdatum|aufbewahrungsdauer|löschfrist|speicherfrist
    |durée|durée de vie|durée de conservation|durée de vie du cookie|durée de validité|durée de stockage|durée maximale de conservation|expiration du cookie|échéance|validité|délai d'expiration
    |duración|caducidad|vencimiento|periodo de conservación|período de conservación|plazo de conservación|duración máxima|plazo|vigencia|tiempo de vida|vida útil|expira|expiración|durata|scadenza|durata di conservazione|periodo di conservazione|tempo di conservazione|durata massima
    |looptijd|bewaartermijn|vervaltermijn|vervaltijd|vervaldatum|geldigheidsduur|geldigheid|bewaarperiode|maximale bewaartermijn|levensduur|duur|duração|validade|prazo|prazo de validade|período de conservação|tempo de vida|expira em
    |okres ważności|okres przechowywania|czas przechowywania|maksymalny okres przechowywania|czas trwania|ważność|wygasa|wygaśnięcie|czas życia|długość życia|doba platnosti|platnost|doba uchování|expirace|doba trvání|trvání|maximální doba uložení|doba uloženia|expirácia|platnosť|trvanie|životnosť
    |trajanje|rok trajanja|istek|rok isteka|vrijeme trajanja|čas trajanja|veljavnost|potek|durata de viață|durată|expiră|perioada de stocare|valabilitate|levetid|varighed|udløb|udløbstid|opbevaringstid|lagringstid|utløp|varighet|maksimal lagringstid|livslängd|varaktighet|giltighetstid|löptid|förfallotid|maximal lagringstid
    |voimassaoloaika|kesto|säilytysaika|vanheneminen|voimassaolo|elinikä|időtartam|lejárat|lejárati idő|élettartam|érvényesség|tárolási idő|kehtivusaeg|kestus|aegumine|säilitusaeg|derīguma termiņš|ilgums|termiņš|glabāšanas laiks|galiojimo laikas|trukmė|galiojimas|saugojimo laikotarpis|süre|süresi|geçerlilik süresi|saklama süresi|son kullanma
    |срок|продължителност|валидност|срок на съхранение|изтича|строк дії|термін дії|тривалість|термін зберігання|διάρκεια|λήξη|διάρκεια ζωής|χρόνος διατήρησης|durada|caducitat|termini|iraupena|iraungitzea|tréimhse|hyd|daw i ben|tul ta' żmien|skadenza|gildistími|líftími
    |المدة|مدة الصلاحية|انتهاء الصلاحية|مدة التخزين|משך הזמן|תוקף|משך|תפוגה|有効期間|有効期限|保存期間|期間|유효 기간|유효기간|만료|보관 기간|기간|有效期|期限|过期时间|存储期限|到期`,
  purpose: `kullanım amacı|назначение|desc|details|función e localización|hlutverk og staður|利用目的|機能と使用場所|기능 및 사용 위치|funkcija ir naudojimo vieta|funkcija un izmantošanas vieta|għanijiet|funzjoni u fejn tintuża|funksjon og sted|purpose|purposes|description|cookie description|cookie purpose|purpose of cookie|purpose of the cookie|usage|use|uses|function|functions|functionality|function and location|what it does|what does it do|what is it for|why we use it|details|information|more information|content|contents|data collected|reason
    |zweck|zwecke|beschreibung|funktion|funktion und bereich|verwendung|verwendungszweck|verwendungszwecke|inhalt|erklärung|finalité|finalités|objectif|objectifs|objet|utilité|usage|utilisation|fonction|fonction et emplacement|rôle|finalidad|finalidades|propósito|propósitos|descripción|función|función y ubicación|uso|objetivo
    |finalità|scopo|descrizione|funzione|funzione e posizione|utilizzo|doel|doeleinden|doeleinde|beschrijving|omschrijving|functie|functie en plaats|inhoud|finalidade|descrição|função|função e localização|objetivos|cel|cele|opis|funkcja|przeznaczenie|zastosowanie|funkcja i miejsce użycia|účel|účely|popis|funkce|funkce a umístění|funkcia|funkcia a umiestnenie
    |svrha|svrhe|opis|funkcija|funkcija i mjesto primjene|namen|nameni|funkcija in mesto uporabe|scop|scopuri|scopul|descriere|funcție|funcția și locul utilizării|formål|beskrivelse|funktion og placering|funksjon|funksjon og plassering|syfte|ändamål|beskrivning|funktion och plats|käyttötarkoitus|käyttötarkoitukset|tarkoitus|kuvaus|toiminto ja käyttöpaikka
    |cél|célok|célja|leírás|funkció|funkció és hely|eesmärk|eesmärgid|kirjeldus|funktsioon|funktsioon ja kasutuskoht|mērķis|mērķi|nolūki|apraksts|funkcija un vieta|tikslas|tikslai|paskirtis|aprašymas|funkcija ir vieta|amaç|amacı|amaçlar|açıklama|işlev|işlev ve kullanıldığı yer|цел|цели|описание|функция|функция и място|мета|призначення|опис|функція та місце застосування
    |σκοπός|σκοποί|περιγραφή|λειτουργία|λειτουργία και σημείο χρήσης|finalitat|finalitats|descripció|funció|funció i ubicació|helburua|helburuak|deskribapena|funtzioa eta kokalekua|cuspóir|cuspóirí|cur síos|feidhm agus áit|diben|dibenion|disgrifiad|swyddogaeth a lleoliad|skop|skopijiet|tilgangur|lýsing|الغرض|الأغراض|الوصف|الوظيفة ومكان الاستخدام|מטרה|מטרות|תיאור|תפקיד ומיקום|目的|説明|用途|목적|설명|용도|描述|说明|功能和使用位置`,
  storage: `tipo de almacenamento|tegund geymslu|tip ta' ħżin|lagringsmåte|storage|storage type|type of storage|technology|mechanism|storage method|storage location|stored in|speicherart|art der speicherung|speicherort|technologie|mode de stockage|type de stockage|tipo de almacenamiento|tipo di archiviazione|tipo de armazenamento|soort opslag|technika zapisu|způsob uložení|spôsob uloženia|vrsta pohrane|način shranjevanja|tipul stocării
    |lagringstype|typ av lagring|tallennustapa|a tárolás típusa|salvestusviis|glabāšanas veids|saugojimo būdas|depolama türü|вид на съхранението|тип сховища|τρόπος αποθήκευσης|tipus d'emmagatzematge|biltegiratze mota|cineál stórála|math o storfa|نوع التخزين|סוג האחסון|保存方法|저장 방식|存储方式`,
  type: `típusa|süti típusa|çerez türü|тип cookie|type|types|cookie type|type of cookie|type of cookies|cookies used|kind|typ|art|cookie-typ|cookie-art|art des cookies|typ des cookies|type de cookie|types de cookies|nature|tipo|tipo de cookie|tipología|clase|tipo di cookie|tipologia|soort|soort cookie|type cookie|rodzaj|rodzaj pliku|rodzaj cookie|druh|vrsta|tip|tipul|typ av kaka|tyyppi|típus|tüüp|veids|tipas|rūšis|tür|türü|вид|тип|τύπος|tipus|mota|cineál|math|tegund|النوع|סוג|種類|유형|类型`,
  category: `classification|cookie classification|type/category|category of cookie|cookie-art/kategorie|分類|分类|カテゴリー分類|finalité/catégorie|category|categories|cookie category|group|purpose category|cookie group|consent category|kategorie|kategorien|cookie-kategorie|gruppe|catégorie|catégorie de cookies|catégories|categoría|categoria|categorie|kategoria|kategorija|kategori|luokka|kategória|kategooria|kategorī|kategorija|категория|категорія|κατηγορία|catagóir|categori|flokkur|الفئة|קטגוריה|カテゴリ|カテゴリー|범주|카테고리|类别`,
  provider: `palvelu|palvelun tarjoaja|çerez sağlayıcı|çerez sağlayıcısı|поставщик|провайдер|szolgáltatás|tjeneste|tjänst|dataansvarig|dataansvarig/personuppgiftsbiträde|提供会社|運営会社|サービス提供会社|サービス名|供应商|服务商|제공업체|사업자|서비스명|set by (provider)|tool|cookie provider|third-party provider|third party provider|cookie owner|cookie set by|responsible|responsible party|verantwortlicher|verantwortliche stelle|diensteanbieter|tiers concerné|responsable|entidad responsable|soggetto terzo|geplaatst door partij|verstrekker|heiti þjónustuveitanda|nome del fornitore del servizio|サービス提供者の名称|서비스 제공자 이름|paslaugų teikėjo pavadinimas|pakalpojumu sniedzēja nosaukums|isem il-fornitur tas-servizz|provider|providers|service provider|service provider's name|provider name|supplier|supplier name|vendor|vendor name|company|owner|set by|issuer|platform|service|service name|source|controller|data controller|third party|placed by|origin|publisher|application
    |anbieter|name des anbieters|dienst|dienstanbieter|herausgeber|eigentümer|unternehmen|herkunft|quelle|gesetzt von|dienstleister|fournisseur|prestataire|nom du prestataire|nom du fournisseur|émetteur|éditeur|emetteur|société|service tiers|origine|propriétaire|déposé par|origen|propietario|emisor|instalada por|proveedor|nombre del proveedor|titular|titularidad|entidad|entidad que la gestiona|gestor|prestador|servicio|fornitore|nome del fornitore|gestore|titolare|servizio|terza parte|proprietario|impostato da
    |aanbieder|naam van de aanbieder|leverancier|dienstverlener|geplaatst door|bron|herkomst|eigenaar|partij|origem|emissor|proprietário|fornecedor|nome do prestador de serviços|nome do provedor de servizos|prestador de serviços|empresa|entidade|dostawca|nazwa dostawcy usługi|nazwa dostawcy|usługodawca|podmiot|właściciel|źródło|poskytovatel|název poskytovatele služby|poskytovateľ|názov poskytovateľa služby|pružatelj|naziv pružatelja usluge|davatelj usluge|ponudnik|ime ponudnika storitve|furnizor|denumirea furnizorului de servicii
    |udbyder|udbyderens navn|leverandør|utgiver|leverandørens navn|leverantör|leverantörens namn|tillhandahållare|källa|tarjoaja|palveluntarjoaja|palveluntarjoajan nimi|toimittaja|szolgáltató|a szolgáltató neve|teenuseosutaja|teenuseosutaja nimi|pakalpojuma sniedzējs|pakalpojuma sniedzēja nosaukums|nodrošinātājs|teikėjas|paslaugos teikėjo pavadinimas|paslaugų teikėjas|sağlayıcı|hizmet sağlayıcının adı|hizmet sağlayıcı|доставчик|име на доставчика на услугата|постачальник|назва постачальника послуги|πάροχος|επωνυμία παρόχου υπηρεσίας
    |proveïdor|nom del proveïdor de serveis|hornitzailea|zerbitzu-emailearen izena|soláthraí|ainm an tsoláthraí seirbhíse|darparwr|enw'r darparwr gwasanaeth|fornitur|þjónustuaðili|veitandi|مقدم الخدمة|اسم مقدم الخدمة|المزود|ספק|שם ספק השירות|プロバイダー|提供者|提供元|제공자|서비스 제공자|提供方|服务提供方名称|提供商`,
  host: `domain|domains|cookie domain|domain name|host|hosts|hostname|host name|cookie subgroup|domäne|domain des cookies|domaine|domaines|hôte|nom de domaine|dominio|dominios|domein|domínio|domínios|domena|doména|domeniu|domæne|domene|domän|verkkotunnus|domeen|domēns|domenas|alan adı|домейн|домен|τομέας|domini|domeinua|fearann|parth|lén|النطاق|דומיין|ドメイン|도메인|쿠키 하위 그룹|域名|域`,
  party: `party|first or third party|1st or 3rd party|first-party or third-party|first/third party|own or third party|erst- oder drittanbieter|interne ou tiers|propia/terceros|propia o de terceros|propias/terceros|propia o tercero|propio o de terceros|propri o di terzi|prima o terza parte|proprietà|eigen of van derden|próprio ou de terceiros|własny czy zewnętrzny|første- eller tredjepart|första eller tredje part|ensimmäinen vai kolmas osapuoli|propriu sau al unui terț|первая или третья сторона`,
  policy: `privacy policy|privacy policies|policy|link to privacy policy|privacy link|datenschutzerklärung|datenschutz|politique de confidentialité|política de privacidad|privacybeleid|informativa privacy|polityka prywatności|user privacy & gdpr rights portals|privacyverklaring|cookie policy|privacyrichtlijn`,
};

/** What may stand above names. */
export const nameRoles: ReadonlySet<Role | undefined> = new Set([
  "cookie-name",
  "name",
  "cookie",
] as const);

const roleOfHead = new Map(
  Object.entries(heads).flatMap(([role, all]) =>
    all
      .split("|")
      .map(
        (head) => [head.replaceAll("’", "'").replaceAll(/\s+/g, " ").trim(), role as Role] as const,
      ),
  ),
);

/** A head as the list has it: in small letters, without brackets and marks around it. */
export const plainHead = (head: string): string =>
  head
    .normalize("NFC")
    .toLowerCase()
    // What stays of a Turkish capital.
    .replaceAll("\u0307", "")
    .replaceAll("’", "'")
    .replaceAll(/\(.*?\)|（.*?）|[*:：`"?↑↓▲▼]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** What a head says that stands in the list, or says the same twice, as in two languages. */
export function exactRole(head: string): Role | undefined {
  const plain = plainHead(head);
  const whole = roleOfHead.get(plain);
  if (whole !== undefined || !plain.includes("/")) return whole;
  const told = new Set(plain.split("/").map((part) => roleOfHead.get(part.trim())));
  return told.size === 1 ? [...told][0] : undefined;
}

/** Parts of words that tell what a longer head says, the surest first. */
const stems: readonly (readonly [RegExp, Role])[] = [
  [
    /^(?:for )?how long|wie lange|combien de temps|cuánto (?:tiempo|dura)|quanto (?:tempo|dura)|hoe lang|jak długo|jak dlouho|hur länge|hvor (?:længe|lenge)|kuinka kauan|meddig/u,
    "duration",
  ],
  [
    /durat|durée|duraci|duraç|durad|expir|laufzeit|speicherdauer|gültig|ablauf|lebensdauer|life ?(?:time|span)|retention|conserv|caduc|scadenz|looptijd|bewaart|verval|vigenc|validit|validad|ważnoś|przechowywan|platnos|trajanj|levetid|varighe|lagringstid|livslängd|voimassa|kesto|lejárat|időtart|kehtivus|galiojim|geçerlil|длительн|срок|строк|термін|διάρκ|有効期|有效期|유효/u,
    "duration",
  ],
  [
    /name.*cookie|cookie.*name|nom.*cookie|nombre.*cookie|nome.*cookie|naam.*cookie|cookie.*naam|navn.*cookie|namn.*(?:cookie|kak)|nazwa.*(?:cookie|plik)|náz[eo]v.*cookie|cookie.*neve/u,
    "cookie-name",
  ],
  [/privacy|datenschutz|confidentialité|privacidad/u, "policy"],
  [/first|third|terceros|tiers|drittanb|derden|terzi/u, "party"],
  [
    /provid|anbieter|supplier|vendor|fournisseur|prestataire|proveedor|fornitor|aanbied|leveranci|fornec|dostawc|poskytov|leverand|leverant|udbyder/u,
    "provider",
  ],
  [/categor|kategor|catégor/u, "category"],
  [
    /purpose|descript|zweck|beschreib|finalit|finalid|descrip|descriz|descriç|beschrijv|omschrijv|doel|popis|účel|syfte|formål|kuvaus|tarkoitus|função|función|functie|funktion/u,
    "purpose",
  ],
  [/domain|domein|domin|domain|hôte|\bhost/u, "host"],
  [/stor(?:age|ed)|speicher|stock|almacen/u, "storage"],
  [/\btyp|\btip|\bart\b|soort|rodzaj|\bdruh|vrsta/u, "type"],
];

const longestHead = 60;

/** What a head of a table says: as the list has it, else as the first part of a word tells that is known. */
export function roleOfColumn(head: string): Role | undefined {
  const plain = plainHead(head);
  const exact = exactRole(head);
  if (exact || plain.length > longestHead || plain === "") return exact;
  return stems.find(([stem]) => stem.test(plain))?.[1];
}
