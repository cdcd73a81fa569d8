/** What a column of a table of cookies says. */
type ColumnRole = "name" | "duration" | "purpose" | "storage" | "domain";

/** Which column says what, counted from 0; there is always one of names. */
export type Columns = Readonly<Partial<Record<ColumnRole, number>>> & { readonly name: number };

/** Heads of columns in lower case, as vendors write them in English, German, French, Spanish, Italian, Dutch and Portuguese. */
const heads: Readonly<Record<ColumnRole, string>> = {
  name:
    "name|names|cookie|cookies|cookie name|cookie names|name of cookie|name of the cookie|cookie id|key|key name|storage key|" +
    "cookie-name|cookiename|nom|nom du cookie|nombre|nombre de la cookie|nome|nome del cookie|nome do cookie|naam|naam cookie",
  duration:
    "duration|cookie duration|expiry|expiration|expires|expires after|expires in|expiration time|expiration period|expiry time|" +
    "expiry date|default expiration time|lifetime|lifespan|life span|max age|max-age|maxage|ttl|time to live|validity|" +
    "storage duration|storage period|persistence|cookie lifetime|cookie lifespan|cookie expiration|" +
    "dauer|laufzeit|speicherdauer|gültigkeit|gültigkeitsdauer|ablauf|ablaufzeit|durée|durée de vie|durée de conservation|" +
    "duración|caducidad|vencimiento|durata|scadenza|looptijd|bewaartermijn|vervaltijd|duração|validade",
  purpose:
    "purpose|purposes|description|cookie description|cookie purpose|purpose of cookie|usage|use|function|functionality|" +
    "what it does|what does it do|details|zweck|beschreibung|finalité|finalités|objectif|finalidad|propósito|descripción|" +
    "finalità|scopo|descrizione|doel|beschrijving|omschrijving|finalidade|descrição",
  storage:
    "storage|storage type|type of storage|type|cookie type|type of cookie|technology|mechanism|typ|art|speicherart|type de cookie|tipo",
  domain:
    "domain|domains|cookie domain|host|hostname|set by|provider|party|domäne|anbieter|domaine|hôte|dominio|proveedor|fornitore|domein|aanbieder|domínio",
};

const roleOf = new Map(
  Object.entries(heads).flatMap(([role, all]) =>
    all.split("|").map((head) => [head, role as ColumnRole] as const),
  ),
);

/** A head without brackets and marks around it. */
const plain = (head: string): string =>
  head
    .toLowerCase()
    .replaceAll(/\(.*?\)|[*:`"]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** What the columns of a table say whose first row this is; `undefined` where none is of names. Of two of a kind the first counts. */
export function findColumns(row: readonly string[]): Columns | undefined {
  const found: Partial<Record<ColumnRole, number>> = {};
  for (const [index, head] of row.entries()) {
    const role = roleOf.get(plain(head));
    if (role !== undefined) found[role] ??= index;
  }
  const { name } = found;
  return name === undefined ? undefined : { ...found, name };
}
