import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeProject } from "../project.ts";
import { type LanguageServer, startLanguageServer } from "./language-server.ts";
import { runAlone } from "./start.ts";

const folder = writeProject({
  "data/functions.yaml": "reading-list:\n  exemption: user-input\n",
  "content/en/terms.yaml": "functions:\n  reading-list: Reading list\n",
  "data/providers/acme.yaml":
    'name: Acme Counter\nkind: analytics\ncookies:\n  - name: "a"\n    feature: heatmaps\n    function: reading-list\n    purposes: [measure-audience]\n',
});

let server: LanguageServer;

beforeAll(async () => {
  await runAlone(folder, "schema");
  server = await startLanguageServer(folder);
});
afterAll(() => server.stop());

const provider = (text: string) =>
  [
    "data/providers/x.yaml",
    `# yaml-language-server: $schema=../schema/provider.json\n${text}`,
  ] as const;
const cookie = (text: string) => provider(`name: X\ncookies:\n  - name: "a"\n    ${text}`);
const site = (text: string) =>
  ["data/sites/x.yaml", `# yaml-language-server: $schema=../schema/site.json\n${text}`] as const;
const terms = (text: string) =>
  [
    "content/de/terms.yaml",
    `# yaml-language-server: $schema=../../data/schema/terms.json\n${text}`,
  ] as const;
const settings = (text: string) =>
  [
    "cookie-ledger.yaml",
    `# yaml-language-server: $schema=data/schema/settings.json\n${text}`,
  ] as const;

type Marked = readonly [path: string, text: string];

describe("an editor with the YAML Language Server and the schemas of a project", () => {
  test.each<[Marked, string, string]>([
    [provider("name: X\n¦\n"), "cookies", "[] = it sets nothing."],
    [provider("kind: ¦"), "analytics", "What it is for."],
    [provider("country: ¦"), "DE", "Germany"],
    [
      provider("transfers:\n  - country: US\n    safeguard: ¦"),
      "adequacy-decision",
      "Adequacy decision",
    ],
    [cookie("¦"), "duration", "How long it stays."],
    [cookie("function: ¦"), "authentication", "Authentication · authentication"],
    [cookie("function: ¦"), "reading-list", "Reading list · user-input"],
    [cookie("purposes: [¦]"), "measure-audience", "To count visits and visitors · statistics"],
    [
      cookie("purposes:\n      - ¦"),
      "measure-audience",
      "To count visits and visitors · statistics",
    ],
    [cookie("recipients: [¦]"), "acme", "Acme Counter · analytics"],
    [cookie("duration: ¦"), "session", ""],
    [site("providers:\n  - ¦"), "acme", "Acme Counter · analytics"],
    [site("providers:\n  - id: ¦"), "matomo", "Matomo · analytics"],
    [site("providers:\n  - id: acme\n    features: [¦]"), "heatmaps", ""],
    [site("languages: [¦]"), "de", "German"],
    [site("jurisdictions: [¦]"), "UK", "United Kingdom"],
    [site("consent:\n  statistics: ¦"), "opt-out", "Set unless you refuse it"],
    [terms("functions:\n  ¦"), "reading-list", "Reading list"],
    [settings("¦"), "severities", "How severe rules are here, by id."],
    [settings("severities:\n  ¦"), "recipients-missing", "Nothing says"],
    [settings("severities:\n  recipients-missing: ¦"), "warning", ""],
    [settings("lint:\n  ¦"), "maxWarnings", "As --max-warnings"],
  ])("completes %j with %j, as %j", async (marked, id, words) => {
    const { offered } = await server.show(...marked);
    expect([...offered.keys()]).toContain(id);
    expect(offered.get(id)).toContain(words);
  });

  test.each<[Marked, string]>([
    [cookie("function: authentic¦ation"), "Authentication · authentication"],
    [cookie("duration: 13 mon¦ths"), "How long it stays."],
    [site("providers:\n  - ac¦me"), "Acme Counter · analytics"],
    [site("updat¦ed: 2026-11-01"), "When the policy was last changed."],
    [terms("functions:\n  reading-l¦ist: Leseliste"), "Reading list"],
    [settings("severities:\n  recipients-mis¦sing: off"), "Nothing says"],
    [settings("dev:\n  po¦rt: 8080"), "As --port."],
  ])("shows below the pointer in %j %j, and nothing before it", async (marked, words) => {
    const { hover, errors } = await server.show(...marked);
    expect(hover.slice(0, words.length)).toBe(words);
    expect(errors).toEqual([]);
  });

  test.each<[Marked, string]>([
    [
      cookie("function: authentification¦"),
      '5:15 Value must be "session-keeping" | "authentication"',
    ],
    [cookie("colour: red¦"), "5:5 Property colour is not allowed."],
    [cookie("purposes: measure-audience¦"), '5:15 Incorrect type. Expected "array".'],
    [cookie("duration: soonish¦"), "5:15 String does not match the pattern"],
    [cookie("description: Words¦"), '5:18 Incorrect type. Expected "object".'],
    [site("providers: [acmee¦]"), '2:13 Value must be "'],
    [settings("severities:\n  nothing-such: off¦"), "3:3 Value must be"],
    [settings("severities:\n  recipients-missing: loud¦"), "3:23 Value is not accepted."],
    [settings("lint:\n  maxWarnings: 1.5¦"), '3:16 Incorrect type. Expected "integer".'],
    [settings("dev:\n  port: 99999¦"), "3:9 Value is above the maximum of 65535."],
  ])("says what is wrong in %j: %s", async (marked, what) => {
    const { errors } = await server.show(...marked);
    expect(errors.map((error) => error.slice(0, what.length))).toEqual([what]);
  });
});
