import { addressOf } from "../observation/address.ts";
import type { Evidence, Observation } from "../observation/observation.ts";
import { isMapping, type Mapping } from "../registry/mapping.ts";
import { parseYaml } from "../registry/yaml/parse.ts";
import { collect, type Entry } from "./collect.ts";
import { listOf, mappingOf, textOf, timeOf, withoutUnknown } from "./fields.ts";
import type { Content, Importer } from "./importer.ts";
import { readJarCookie } from "./jar.ts";
import { reportAt } from "./rules.ts";
import { storedAt } from "./stored.ts";
import { readWecLog } from "./wec-log.ts";

const gaps = [
  "the Website Evidence Collector shows no session storage, no IndexedDB and no cache storage",
];

interface Visit {
  readonly page: string | undefined;
  /** In epoch milliseconds. */
  readonly end: number | undefined;
}

function withLog(entry: Entry, item: unknown, { page }: Visit): Entry {
  if ("fault" in entry) return entry;
  const { setter, page: location } = readWecLog(item);
  return withoutUnknown<Observation>({ ...entry, setter, page: location ?? page });
}

/** The leading dot is gone from the domain, and the party that the file tells is that of another question. */
const readCookie = (item: unknown, visit: Visit): Entry =>
  withLog(
    readJarCookie(item, readWecLog(item).time ?? visit.end, ({ expires }) => ({ expires })),
    item,
    visit,
  );

const readOrigin = ([origin, items]: [string, unknown], visit: Visit): Entry[] =>
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
        diagnostics: [reportAt(content, offset, problem)],
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
