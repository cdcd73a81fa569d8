import type { Party } from "../../vocabulary/party.ts";
import type { Storage } from "../../vocabulary/vocabulary.ts";

const storages: readonly (readonly [RegExp, Storage])[] = [
  [/indexed\s?-?db|browser database/i, "indexed-db"],
  [
    /session\s?-?storage|sitzungsspeicher|stockage de session|almacenamiento de sesión|archiviazione di sessione|armazenamento de sessão|sessieopslag|pamięć sesji|sessionslagring|istuntokohtainen tallen/i,
    "session-storage",
  ],
  [
    /local\s?-?storage|html5? (?:local|storage)|^html5?$|lokaler? speicher|stockage (?:html )?local|almacenamiento (?:html )?local|archiviazione (?:html )?locale|armazenamento (?:html )?local|lokale opslag|magazyn html|pamięć lokalna|lokalny magazyn|lokal(?:t)? lagrin?g|paikallinen tallen|místní úložiště|lokálne úložisko|html-(?:speicher|opslag|lagring)|ローカルストレージ|로컬|本地存储/i,
    "local-storage",
  ],
  [/cache\s?-?storage/i, "cache-storage"],
  [/service\s?-?worker/i, "service-worker"],
  [/\bpixel\b|piksel|pixel[- ]tracker|web\s?beacon|píxel|zählpixel/i, "pixel"],
];

/** A term in one word, such as `html_local_storage`, with spaces in it. */
const spaced = (text: string): string =>
  /^[a-z\d]+(?:_[a-z\d]+)+$/i.test(text) ? text.replaceAll("_", " ") : text;

/** The storage that a text names, other than a cookie. */
export const storageNamedIn = (text: string): Storage | undefined =>
  storages.find(([pattern]) => pattern.test(spaced(text)))?.[1];

const third =
  /\bthird|3rd|dritt|tiers|tierce|\b3e(?:me|ème)? partie|tercer|terz[aeio]\b|derden|zewnętrzn|třetí|tret(?:ej|ia|ích)|treć|tretj|terț|tredje|kolmas|kolmannen|harmadik|trešā|trečių|üçüncü|треті|трета|τρίτ|サードパーティ|第三方|제3자|제삼자|externe?[sn]?\b/i;
const first =
  /\bfirst|1st|1(?:re|ère|ere) partie|première partie|erstanbieter|\bown\b|eigene?|intern|propr(?:i[aeo])|propi[ao]|prim[ae] part|própri|własn|první stran|prvá stran|prva stran|egen|första|første|ensimmäi|saját|pirmā|birinci|перша|първа|πρώτο|ファーストパーティ|第一方|자사/i;

/** The party that a text names; `undefined` where it names none, or both. */
export function partyNamedIn(text: string): Party | undefined {
  const [isThird, isFirst] = [third.test(text), first.test(text)];
  if (isThird === isFirst) return undefined;
  if (isFirst) return "first";
  return "third";
}

const phrasesIn = (list: string): ReadonlySet<string> =>
  new Set(list.split("|").map((phrase) => phrase.replaceAll(/\s+/g, " ").trim()));

const theSite = phrasesIn(
  `first party|first-party|1st party|own|own website|own cookie|this website|this site|our website|our site|us|self|website|the website|site owner|website owner
  |owner of this website|erstanbieter|wir|eigene|eigene cookies|diese website|diese webseite|betreiber|betreiber dieser website|interne|interne au site
  |ce site|notre site|éditeur du site|propia|propias|propio|este sitio|este sitio web|sitio web|prima parte|questo sito|proprio|proprietario|eigen|eigen cookie|deze website
  |deze site|własne|własny|ta strona|próprio|própria|este site|förstapart|första part|denna webbplats|egen|førstepart|denne hjemmeside|dette nettstedet
  |ensimmäinen osapuoli|tämä sivusto|saját|ez a weboldal|první strana|prvá strana|prva strana|pirmā puse|第一方|自社|자사|本网站|本站|本網站|当サイト|当社|이 웹사이트|본 사이트|tento web|tyto stránky|dette website`,
);

const another = phrasesIn(
  `third party|third-party|3rd party|third parties|drittanbieter|dritte|tiers|tierce partie|cookie tiers|tercero|terceros|de terceros|terza parte|terze parti|di terze parti
  |derden|derde partij|van derden|zewnętrzny|zewnętrzne|terceira parte|tredjepart|tredje part|kolmas osapuoli|harmadik fél|třetí strana|tretia strana|treća strana|第三方|제3자`,
);

/** The party that a text names and nothing else: it is the name of nobody. */
export function onlyPartyIn(text: string): Party | undefined {
  const plain = text
    .toLowerCase()
    .replace(/\s*\(.*\)$/, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (theSite.has(plain) || /^eigentümer (?:dieser|der) web(?:site|seite)/.test(plain))
    return "first";
  return another.has(plain) ? "third" : undefined;
}
