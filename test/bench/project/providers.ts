import { languages } from "./languages.ts";
import { type Kind, kinds, type Part } from "./kinds.ts";
import { createRandom, type Random } from "./random.ts";

/** A made-up provider: its file, and what sites have to know of it. */
export interface MadeProvider {
  readonly id: string;
  readonly kind: Kind["id"];
  readonly cookies: readonly string[];
  readonly yaml: string;
}

const first = [
  ["alder", "Alder"],
  ["birke", "Birkenöl"],
  ["cedar", "Cedar"],
  ["delta", "Delta"],
  ["elan", "Élan"],
  ["fjord", "Fjord"],
  ["granit", "Granit"],
  ["hafen", "Häfen"],
  ["iris", "Iris & Fils"],
  ["jura", "Jura"],
  ["kiosk", "Kiosk"],
  ["lince", "Lince"],
  ["marea", "Marea"],
  ["nino", "Niño"],
  ["orbit", "Orbit"],
  ["pont", "Pont d’Or"],
  ["quay", "Quay"],
  ["riviere", "Rivière"],
  ["strasse", "Straße"],
  ["tundra", "Tundra"],
] as const;

const second: Readonly<Record<string, string>> = {
  portal: "Portal",
  shop: "Shop",
  metrics: "Metrics",
  ads: "Ads",
  video: "Video",
  chat: "Chat",
};

const safeguards = [
  "adequacy-decision",
  "data-privacy-framework",
  "standard-contractual-clauses",
  "binding-corporate-rules",
];

function cookieLines(part: Part, name: string, host: string, { thirdParty }: Kind, random: Random) {
  const exemption = random.chance(40) ? part.exemption : undefined;
  const lines = [
    `  - name: "${name}"`,
    part.storage && `    storage: ${part.storage}`,
    `    function: ${part.function}`,
    `    purposes: [${part.purposes.join(", ")}]`,
    exemption !== undefined && `    exemption: ${exemption}`,
    part.locations && `    locations: [${part.locations.join(", ")}]`,
    `    duration: ${random.pick(part.durations)}`,
    exemption === undefined && random.chance(15) && "    selfRenewing: true",
    thirdParty && random.chance(80) && `    domain: ${host}`,
    part.condition && `    condition: ${part.condition}`,
    random.chance(25) && `    dataRetention: ${random.pick(["25 months", "6 months", "90 days"])}`,
    random.chance(8) && "    recipients: []",
    random.chance(30) && `    sources: [https://${host}/cookies#${part.function}]`,
  ];
  return lines.filter((line) => typeof line === "string" && line !== "");
}

function recipientsOf(others: readonly string[], random: Random): string {
  const names = [
    ...random.some(others, random.whole(1, 3)),
    ...(random.chance(30) ? ["Beispiel Holding"] : []),
  ];
  return `recipients: [${names.join(", ")}]`;
}

function madeProvider(number: number, idOf: (number: number) => string): MadeProvider {
  const random = createRandom(1_000_000 + number);
  const kind = kinds[number % kinds.length]!;
  const [, word] = first[Math.floor(number / kinds.length)]!;
  const id = idOf(number);
  const host = `${id}.example`;
  const name = `${word} ${second[kind.id]!}`;
  const parts = random.some(kind.parts, random.whole(4, Math.min(8, kind.parts.length)));
  const prefix = `_${id.slice(0, 2)}${number}_`;
  const cookies = parts.map((part) => `${prefix}${part.name}`);
  const others = [1, 2, 3, 4, 5].map((step) => idOf((number + step * 7) % providerCount));
  const privacy = random.chance(85)
    ? `privacyPolicy:\n${languages.map((tag) => `  ${tag}: https://${host}/${tag}/privacy`).join("\n")}`
    : `privacyPolicy: https://${host}/privacy`;
  const lines = [
    `name: ${name}`,
    `entity: ${name} ${random.pick(["GmbH", "SAS", "SL", "Ltd", "Inc."])}`,
    `country: ${random.pick(["DE", "FR", "ES", "IE", "GB", "US", "CH"])}`,
    privacy,
    random.chance(50) && `optOut: https://${host}/opt-out`,
    `domains: [${host}]`,
    random.chance(50) ? "recipients: []" : recipientsOf(others, random),
    random.chance(40) &&
      `transfers:\n  - country: ${random.pick(["US", "GB", "CH", "IN"])}\n    safeguard: ${random.pick(safeguards)}`,
    `reviewed: 2026-${String(random.whole(1, 9)).padStart(2, "0")}-${String(random.whole(10, 28))}`,
    `sources: [https://${host}/cookies]`,
    "cookies:",
    ...parts.flatMap((part, index) => cookieLines(part, cookies[index]!, host, kind, random)),
  ];
  return {
    id,
    kind: kind.id,
    cookies,
    yaml: `${lines.filter((line) => typeof line === "string").join("\n")}\n`,
  };
}

const providerCount = first.length * kinds.length;

/** The providers of every generated project; a fixed number, whatever the number of sites. */
export const makeProviders = (): readonly MadeProvider[] =>
  Array.from({ length: providerCount }, (_, number) =>
    madeProvider(
      number,
      (at) => `${first[Math.floor(at / kinds.length)]![0]}-${kinds[at % kinds.length]!.id}`,
    ),
  );
