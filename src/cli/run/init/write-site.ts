import type { Choosing, Answers } from "./answers.ts";
import type { Complaints } from "./competence.ts";
import { writePair } from "../../../source/yaml/write.ts";
import { openingCalls, openings, type Output } from "../../../vocabulary/vocabulary.ts";

/** What a new site's file says beside the answers. */
export interface SiteFacts extends Choosing {
  readonly complaints: Complaints;
  /** Its providers, an item of a list in YAML each. */
  readonly uses: readonly string[];
  readonly outputs: readonly Output[];
  /** What is still to be found out, a sentence each. */
  readonly remarks: readonly string[];
  readonly updated: string;
}

const lineWidth = 100;

/** A text as a comment, folded; `mark` stands before its first line. */
function comment(text: string, mark = ""): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= lineWidth)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`# ${last === undefined ? mark : " ".repeat(mark.length)}${word}`);
  }
  return lines;
}

const writeList = (items: readonly string[]): string =>
  `[${items.map((item) => (item === "NO" ? '"NO"' : item)).join(", ")}]`;

/** How the link of the page comes to open the banner. */
function describePreferences({ preferences }: SiteFacts, banner = ""): string {
  if (typeof preferences !== "object" || !("banner" in preferences)) {
    const call = openingCalls[banner];
    const what =
      call === undefined ? "that leads to the choice" : `whose click opens the banner by ${call}`;
    return `The id of an element of the site, ${what}: give it to your button, or write an address. A page of its own leads to that element on the site.`;
  }
  const { attribute, fragment } = openings[banner]!;
  const within = "The link opens the banner where the policy stands in a page that runs it.";
  return attribute === undefined
    ? `${within} A page of its own leads to the site with ${fragment ?? ""} behind its address, which opens it there.`
    : `${within} A page of its own leads to the site's first page, which then needs a button for it: <button ${attribute.name}="${attribute.value}">. Or write, instead of the banner, the address where the choice is.`;
}

function writePreferences(facts: SiteFacts, banner: string | undefined): string[] {
  const { preferences } = facts;
  if (preferences === undefined) return [];
  return [
    ...comment(describePreferences(facts, banner)),
    ...(typeof preferences === "object"
      ? ["preferences:", ...writeKeys(preferences)]
      : [`preferences: ${JSON.stringify(preferences)}`]),
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
  const { name, url, controller, email, jurisdictions, languages, banner } = answers;
  const { complaints, consent, uses, remarks, updated } = facts;
  return [
    "# yaml-language-server: $schema=../schema/site.json",
    "# One site: what its page says of it, and which providers set cookies on it.",
    "# Every key: node_modules/cookie-ledger/docs/registry.md",
    ...(remarks.length > 0
      ? ["#", "# Still to be found out:", ...remarks.flatMap((text) => comment(text, "- "))]
      : []),
    writePair("name", name, ""),
    writePair("url", url, ""),
    "controller:",
    ...writeKeys({ name: controller, email }),
    ...complaints.remarks.flatMap((text) => comment(text)),
    ...(complaints.authority ? ["authority:", ...writeKeys({ ...complaints.authority })] : []),
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
