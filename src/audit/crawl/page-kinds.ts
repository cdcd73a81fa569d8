/** What a browser saves or plays rather than shows as a page, and what shows no page of the site. */
const files =
  /\.(?:7z|aac|apk|avi|avif|bin|bmp|bz2|css|csv|deb|dmg|docx?|dotx?|eot|epub|exe|flac|gif|gz|ico|ics|iso|jar|jpe?g|js|json|key|m4[av]|mjs|mkv|mobi|mov|mp[34]|mpe?g|msi|numbers|od[pst]|og[agv]|otf|pages|pdf|pkg|png|pp[st]x?|ps|rar|rpm|rss|rtf|svg|tar|tgz|tiff?|tsv|ttf|txt|vcf|wav|webm|webp|wmv|woff2?|xlsx?|xml|xz|zip)$/i;

/** Whether the end of an address says that there is a file behind it and no page. */
export const isFile = ({ pathname }: URL): boolean => files.test(pathname);

/**
 * Words of an address that does something when it is asked for, in the languages in which they are met most. They stand
 * between hyphens: whatever else parts words in an address has become one.
 */
const acts = new RegExp(
  `-(?:${[
    "log-?(?:out|off)|sign-?(?:out|off)|unsubscribe|opt-?out|delete|remove|destroy|erase|cancel",
    "add-?to-?(?:cart|basket|bag|wish-?list|compare|favou?rites)",
    "(?:cart|basket|bag|wish-?list|compare|favou?rites)-(?:add|update|clear|empty)",
    "add-(?:item|product)|empty-(?:cart|basket)|buy-now",
    "abmelden|ausloggen|abbestellen|loeschen|loschen|entfernen|in-den-warenkorb",
    "deconnexion|desinscription|desabonner|supprimer|ajouter-au-panier",
    "cerrar-sesion|eliminar|borrar|cancelar|anadir-al-carrito",
    "disconnetti|elimina|rimuovi|disiscriviti|aggiungi-al-carrello",
    "uitloggen|afmelden|verwijderen|in-winkelwagen|wyloguj|usun|logga-ut|log-ud|kirjaudu-ulos",
  ].join("|")})-`,
);

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an address names an act, such as to log out or to put something into a cart, rather than a page. */
export function isAct({ pathname, search }: URL): boolean {
  const words = readable(`${pathname}${search}`)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, "-")
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[^\p{L}\d]+/gu, "-");
  return acts.test(`-${words.toLowerCase()}-`);
}

/** Whether a response is a page; one that does not say what it is may be one. */
export function isPage(headers: ReadonlyMap<string, string>): boolean {
  const type = headers.get("content-type") ?? "";
  const isAttached = /^\s*attachment\b/i.test(headers.get("content-disposition") ?? "");
  return (
    !isAttached &&
    (type.trim() === "" || /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
  );
}
