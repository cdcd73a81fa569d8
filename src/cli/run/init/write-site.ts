import type { Choosing, Answers } from "./answers.ts";
import { writePair } from "../../../source/yaml/write.ts";
import { bannersOpenedByScript, type Output } from "../../../vocabulary/vocabulary.ts";

/** What a new site's file says beside the answers. */
export interface SiteFacts extends Choosing {
  /** Its providers, an item of a list in YAML each. */
  readonly uses: readonly string[];
  readonly outputs: readonly Output[];
  /** What is still to be found out, a sentence each. */
  readonly remarks: readonly string[];
  readonly updated: string;
}

const lineWidth = 100;

/** A text as a comment, folded. */
function remark(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= lineWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? `# - ${word}` : `#   ${word}`);
  }
  return lines;
}

const writeList = (items: readonly string[]): string =>
  `[${items.map((item) => (item === "NO" ? '"NO"' : item)).join(", ")}]`;

function writePreferences({ preferences }: SiteFacts, banner: string | undefined): string[] {
  if (typeof preferences === "object") return ["preferences:", ...writeKeys(preferences)];
  if (preferences === undefined) return [];
  const isByScript = banner !== undefined && bannersOpenedByScript.includes(banner);
  const what = isByScript ? "whose script opens the banner" : "that leads to the choice";
  return [
    `# The id of an element of the site, ${what}: give it to your button, or write an address.`,
    `preferences: ${JSON.stringify(preferences)}`,
  ];
}

const writeKeys = (texts: Readonly<Record<string, string>>): string[] =>
  Object.entries(texts).map(([key, text]) => writePair(key, text, "  "));

function writeOutputs({ outputs }: SiteFacts): string[] {
  if (outputs.length === 0) return [];
  return ["# The last is the configuration of the banner.", `outputs: ${writeList(outputs)}`];
}

/** The file of a new site, its keys in the order of their shape. */
export function writeSite(answers: Answers, facts: SiteFacts): string {
  const { name, url, controller, email, authority, jurisdictions, languages, banner } = answers;
  const { consent, uses, remarks, updated } = facts;
  return [
    "# yaml-language-server: $schema=../schema/site.json",
    "# One site: what its page says of it, and which providers set cookies on it.",
    "# Every key: node_modules/cookie-ledger/docs/registry.md",
    ...(remarks.length > 0 ? ["#", "# Still to be found out:", ...remarks.flatMap(remark)] : []),
    writePair("name", name, ""),
    writePair("url", url, ""),
    "controller:",
    ...writeKeys({ name: controller, email }),
    ...(authority ? ["authority:", ...writeKeys({ ...authority })] : []),
    ...(jurisdictions ? [`jurisdictions: ${writeList(jurisdictions)}`] : []),
    ...(consent
      ? ["# True as long as the banner asks before anything is set.", `consent: ${consent}`]
      : []),
    `languages: ${writeList(languages)}`,
    "providers:",
    ...uses.map((use) => use.trimEnd()),
    ...writePreferences(facts, banner),
    ...writeOutputs(facts),
    `updated: ${updated}`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}
