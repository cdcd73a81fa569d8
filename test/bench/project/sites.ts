import type { MadeProvider } from "./providers.ts";
import { createRandom, type Random } from "./random.ts";

/** A file of the project below `data/sites/`, by its id. */
export type MadeSite = readonly [id: string, yaml: string];

const groupCount = 12;
const fewestCookies = 10;
const mostCookies = 40;

const groupId = (number: number) => `group-${String(number + 1).padStart(2, "0")}`;

const columnSets = [
  "[provider, function, name, purposes, duration]",
  "[provider, name, purposes, duration, recipients]",
  "[provider, function, name, purposes, duration, party]",
];

const languageOrders = ["[en, de, fr, es]", "[de, en, fr, es]", "[fr, en, de, es]"];

const brands = [
  ["#9a2257", "#ff9ec4"],
  ["#1f6f43", "#8fe0b0"],
  ["#7a3e00", "#ffc48a"],
  ["#4b2e83", "#c9b3ff"],
  ["#8a1c1c", "#ffa8a8"],
] as const;

const places = ["Köln", "Orléans", "Málaga", "Leeds", "Zürich", "Besançon", "León", "Münster"];
const hosts = ["authority", "privacy-office", "data-protection"];
const authorities = [
  ["CNIL", "https://www.cnil.fr"],
  ["BfDI", "https://www.bfdi.bund.de"],
  ["AEPD", "https://www.aepd.es"],
] as const;

/** What every customer of the platform has, which no group or customer has to say again. */
const platform = `abstract: true
name: Beispielportal
url: https://platform.example
controller:
  name: Beispielportal SAS
  dpo: dpo@platform.example
jurisdictions: [EU, FR]
languages: [en, de, fr, es]
columns: [provider, function, name, purposes, duration]
preferences: https://platform.example/#cookie-settings
objection: https://platform.example/#object
outputs: [page]
updated: 2026-10-01
`;

/** A group; every third one belongs to another, so that a chain is up to four files long. */
function group(number: number): string {
  const [authority, url] = authorities[number % authorities.length]!;
  const lines = [
    `extends: ${number % 3 === 2 ? groupId(number - 1) : "platform"}`,
    "abstract: true",
    `name: Groupe ${number + 1}`,
    `authority:\n  name: ${authority}\n  url: ${url}`,
    `languages: ${languageOrders[number % languageOrders.length]!}`,
    `columns: ${columnSets[number % columnSets.length]!}`,
    number % 2 === 0 && `objection: https://${groupId(number)}.example/#object`,
  ];
  return `${lines.filter((line) => typeof line === "string").join("\n")}\n`;
}

/** A portal and two to five others. */
function chooseProviders(providers: readonly MadeProvider[], random: Random): MadeProvider[] {
  const portals = providers.filter(({ kind }) => kind === "portal");
  const others = providers.filter(({ kind }) => kind !== "portal");
  return [random.pick(portals), ...random.some(others, random.whole(2, 5))];
}

const durations = ["6 months", "30 days", "90 days", "session", "up to 6 months", "1 year"];

/** A provider as the site lists it: whole, with some of its cookies, or with another duration. */
function pickLines(
  { id, cookies }: MadeProvider,
  kept: readonly string[],
  random: Random,
): string[] {
  const only = kept.length < cookies.length;
  const changed = random.chance(8) ? random.some(kept, random.whole(1, 2)) : [];
  if (!only && changed.length === 0) return [`  - ${id}`];
  return [
    `  - id: ${id}`,
    ...(only ? ["    only:", ...kept.map((name) => `      - "${name}"`)] : []),
    ...(changed.length > 0 ? ["    override:"] : []),
    ...changed.flatMap((name) => [
      `      "${name}":`,
      `        duration: ${random.pick(durations)}`,
    ]),
  ];
}

function keptCookies(chosen: readonly MadeProvider[], random: Random): (readonly string[])[] {
  let left = mostCookies;
  return chosen.map(({ cookies }, index) => {
    const wanted = random.chance(15) ? random.whole(2, cookies.length) : cookies.length;
    const after = chosen.length - index - 1;
    const count = Math.max(1, Math.min(wanted, left - after));
    left -= count;
    return count < cookies.length ? random.some(cookies, count) : cookies;
  });
}

/** The id of a customer, counted from 0. */
export const customerId = (number: number): string =>
  `customer-${String(number + 1).padStart(5, "0")}`;

function customer(number: number, providers: readonly MadeProvider[]): MadeSite {
  const random = createRandom(number);
  const id = customerId(number);
  const host = `${id}.example`;
  const place = random.pick(places);
  let chosen: MadeProvider[];
  let kept: (readonly string[])[];
  do {
    chosen = chooseProviders(providers, random);
    kept = keptCookies(chosen, random);
  } while (kept.flat().length < fewestCookies);
  const picks = chosen.flatMap((provider, index) => [
    `  # ${provider.kind}: annex ${index + 1} of the contract, in use since ${random.whole(2019, 2025)}`,
    ...pickLines(provider, kept[index]!, random),
  ]);
  const [light, dark] = random.pick(brands);
  const name = `${random.pick(["Stadt", "Ville de", "Ayuntamiento de", "City of", "Müller & Söhne,"])} ${place} ${number + 1}`;
  const lines = [
    "# yaml-language-server: $schema=https://cookie-ledger.example/schema/site.json",
    `# Customer ${number + 1}: written from the contract, read by the customer before each publication.`,
    "# Cookies that the contract leaves out are not listed; ask the customer service before you add any.",
    `extends: ${groupId(random.whole(0, groupCount - 1))}`,
    `name: ${name}`,
    `url: https://${host}`,
    "controller:",
    `  name: ${name}, Open Data – Büro`,
    "  address:",
    `    - ${random.whole(1, 199)} rue de l’Hôtel-de-Ville`,
    `    - ${random.whole(10000, 99999)} ${place}`,
    "    - Union européenne",
    `  email: privacy@${host}`,
    random.chance(60) && `  dpo: dpo@${host}`,
    random.chance(50) &&
      `authority:\n  name: Autorité de ${place}\n  url: https://${random.pick(hosts)}.example`,
    "jurisdictions: [EU, FR, BE, LU]",
    "providers:",
    ...picks,
    `preferences: https://${host}/#cookie-settings`,
    random.chance(40) && `brand:\n  light: "${light}"\n  dark: "${dark}"`,
    `updated: 2026-${String(random.whole(1, 9)).padStart(2, "0")}-${String(random.whole(10, 28))}`,
  ];
  return [id, `${lines.filter((line) => typeof line === "string").join("\n")}\n`];
}

/** A platform, its groups and so many customers; a customer is the same in a project of any size. */
export function* makeSites(count: number, providers: readonly MadeProvider[]): Iterable<MadeSite> {
  yield ["platform", platform];
  for (let number = 0; number < groupCount; number += 1) yield [groupId(number), group(number)];
  for (let number = 0; number < count; number += 1) yield customer(number, providers);
}
