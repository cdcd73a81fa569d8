import { addressOf } from "../../observation/address.ts";
import type { Evidence, Observation, Setter } from "../../observation/observation.ts";
import { isMapping, type Mapping } from "../../source/mapping.ts";
import { parseYaml } from "../../source/yaml/parse.ts";
import { readJarCookie } from "../browser-cookie.ts";
import { collect, isFault, storedAt, type EvidenceEntry } from "../collect.ts";
import { reportEvidence } from "../evidence-rules.ts";
import { countOf, listOf, mappingOf, textOf, timeOf, withoutUnknown } from "../fields.ts";
import type { Content, Importer } from "../importer.ts";

/** What the Website Evidence Collector wrote down when something was set. */
interface WecLog {
  readonly setter: Setter | undefined;
  readonly page: string | undefined;
  /** In epoch milliseconds. */
  readonly time: number | undefined;
}

function setterOf(log: Mapping): Setter | undefined {
  const [frame] = listOf(log, "stack");
  const url = isMapping(frame) ? addressOf(textOf(frame, "fileName") ?? "") : undefined;
  if (!isMapping(frame) || url === undefined) return undefined;
  if (textOf(log, "type") === "Cookie.HTTP") return { kind: "response", url };
  return withoutUnknown<Setter>({
    kind: "script",
    url,
    line: countOf(frame, "lineNumber"),
    column: countOf(frame, "columnNumber"),
  });
}

/** Reads the `log` of a cookie or of a key in local storage; what the file does not say is absent. */
function readWecLog(item: unknown): WecLog {
  const log = mappingOf(item, "log");
  return {
    setter: setterOf(log),
    page: addressOf(textOf(log, "location") ?? ""),
    time: timeOf(log, "timestamp"),
  };
}

const gaps = [
  "the Website Evidence Collector shows no session storage, no IndexedDB and no cache storage",
];

interface Visit {
  readonly page: string | undefined;
  /** In epoch milliseconds. */
  readonly end: number | undefined;
}

function withLog(entry: EvidenceEntry, item: unknown, { page }: Visit): EvidenceEntry {
  if (isFault(entry)) return entry;
  const { setter, page: location } = readWecLog(item);
  return withoutUnknown<Observation>({ ...entry, setter, page: location ?? page });
}

/** The leading dot is gone from the domain, and the party that the file tells is that of another question. */
function readCookie(item: unknown, visit: Visit): EvidenceEntry {
  const entry = readJarCookie(item, readWecLog(item).time ?? visit.end);
  if (isFault(entry)) return entry;
  const { hostOnly: _, ...known } = entry;
  return withLog(known, item, visit);
}

const readOrigin = ([origin, items]: [string, unknown], visit: Visit): EvidenceEntry[] =>
  Object.entries(isMapping(items) ? items : {}).map(([key, item]) =>
    withLog(storedAt("local-storage", origin, key), item, visit),
  );

const readCookies = (content: Content, cookies: readonly unknown[]): Evidence => {
  const visit = { page: undefined, end: content.capturedAt };
  return collect(
    content,
    cookies.map((item) => readCookie(item, visit)),
    ["a list of cookies of the Website Evidence Collector shows no other storage"],
  );
};

function readInspection(content: Content, inspection: Mapping): Evidence {
  const visit = {
    page: addressOf(textOf(inspection, "uri_dest") ?? textOf(inspection, "uri_ins") ?? ""),
    end: timeOf(inspection, "end_time") ?? content.capturedAt,
  };
  const entries = [
    ...listOf(inspection, "cookies").map((item) => readCookie(item, visit)),
    ...Object.entries(mappingOf(inspection, "localStorage")).flatMap((one) =>
      readOrigin(one, visit),
    ),
  ];
  return collect(content, entries, gaps);
}

/** The `inspection.json` of the Website Evidence Collector, versions 2 and 3. */
export const wec: Importer = {
  id: "wec",
  title: "inspection.json of the Website Evidence Collector",
  recognises: ({ json }) => isMapping(json) && "uri_ins" in json && "cookies" in json,
  read: (content) => readInspection(content, isMapping(content.json) ? content.json : {}),
};

/** YAML is read far slower than JSON, and what the collector writes is small. */
const maximumYaml = 4 * 1024 * 1024;

const cookieList = /^- (?:[^]{0,9999}?\n {2})?(?:name|value|domain|expires): /;
const inspectionKey = /^uri_ins: /m;

/** Its `cookies.yml` and `inspection.yml`. */
export const wecYaml: Importer = {
  id: "wec-yaml",
  title: "cookies.yml of the Website Evidence Collector",
  recognises: ({ json, text }) =>
    json === undefined && (cookieList.test(text) || inspectionKey.test(text)),
  read(content) {
    const refuse = (message: string, offset = 0): Evidence => {
      const hint = "read inspection.json instead, which stands beside it";
      const problem = { rule: "unreadable-evidence", message, hint } as const;
      return {
        observations: [],
        diagnostics: [reportEvidence(content, offset, problem)],
        incomplete: [],
      };
    };
    if (content.text.length > maximumYaml)
      return refuse(`YAML of ${content.text.length} characters, expected at most ${maximumYaml}`);
    const { value, findings } = parseYaml(content.text);
    const [finding] = findings;
    if (finding) return refuse(`YAML that is refused (${finding.problem.rule})`, finding.start);
    if (Array.isArray(value)) return readCookies(content, value);
    return isMapping(value) ? readInspection(content, value) : refuse("YAML without cookies");
  },
};
